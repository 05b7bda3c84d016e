// What a step of the tour can see of the picture, and what it may do to it.
import { Hand } from "./tour_hand.js";
import { frameOf } from "./tour_place.js";

/** @typedef {import("./tour_place.js").Frame} Frame */

const MOST_LIT = 4; // the patch of the pad, the feature, its bias and the number in its map

export class Scene {
  /** @param {HTMLElement} stage @param {import("./model.js").LocalModel} model */
  constructor(stage, model) {
    this.stage = stage;
    this.model = model;
    /** What was true when the step began. @type {Record<string, string>} */
    this.before = {};
    /** What the network was then, and what the drawing was said to be. @type {Record<string, any>} */
    this.kept = {};
    /** The layers whose numbers were held since then, one after the other. @type {number[]} */
    this.trail = [];
    /** What the last card since then lit up. @type {{x: number, y: number, width: number, height: number}[]} */
    this.boxes = [];
    this.hand = new Hand(stage);
  }

  /** @param {string} selector @returns {HTMLElement | null} */
  find(selector) {
    return this.stage.querySelector(selector);
  }

  /** Those that are in sight, or would be after scrolling. @param {string | undefined} selector @returns {Element[]} */
  parts(selector) {
    return selector ? [...this.stage.querySelectorAll(selector)].filter((one) => one.clientWidth) : [];
  }

  /** What may change, as text. @returns {Record<string, string>} */
  now() {
    const bytes = (/** @type {string} */ name) => {
        const { buffer, byteOffset, byteLength } = this.model.get(name);
        return new Uint8Array(buffer, byteOffset, byteLength).join();
      },
      chips = this.stage.querySelectorAll(".xo-chip[aria-pressed]:not(.xo-direction)");
    return {
      pixels: bytes("pixels"),
      numbers: bytes("numbers"),
      layers: [...chips].map((one) => one.getAttribute("aria-pressed")).join(),
    };
  }

  /** The card that explains a number, where one is in sight. */
  card() {
    return this.find(".xo-card:not([hidden])");
  }

  /** What holds all that each of them finds in sight. @param {string[]} selectors @returns {Frame[]} */
  frames(...selectors) {
    return selectors.map((one) => frameOf(this.parts(one))).filter((frame) => frame !== null);
  }

  /** Whether the picture is turned backward. */
  turned() {
    return this.find(".xo-direction")?.getAttribute("aria-pressed") === "true";
  }

  /** How much smaller the last steps of training made the error. */
  fall() {
    const [before, after] = this.parts(".xo-moved td").map((one) => Number(one.textContent));
    return before - after || 0;
  }

  /** @param {string} part */
  changed(part) {
    return this.now()[part] !== this.before[part];
  }

  begin() {
    this.close();
    this.hand.onBox = false;
    this.before = this.now();
    this.trail = [];
    this.boxes = [];
    this.kept = { ...this.model.values };
  }

  /** Remember which number is held now. */
  follow() {
    const [stage, part] = (this.find("[data-held]")?.dataset.held ?? "").split("-");
    if (part === "values" && Number(stage) !== this.trail.at(-1)) this.trail.push(Number(stage));
  }

  /** Whether the learner has gone from a number back to the first layer, one layer after the other. */
  walkedBack() {
    return this.trail.length > 2 && this.trail.slice(-3).join() === "3,2,1";
  }

  /** Put the card away. */
  close() {
    this.find("[data-held]")?.dispatchEvent(new CustomEvent("xo-hold", { detail: "", cancelable: true }));
  }

  /** These are again as they were before the step. @param {string[]} names */
  putBack(...names) {
    this.model.set(Object.fromEntries(names.map((name) => [name, this.kept[name]])));
  }

  /** What the last card of the step lit up, from the drawing on. It stays in sight when the pointer has gone on, and
   * the card with it. @returns {Frame[]} */
  lit() {
    const ask = new CustomEvent("xo-lit", { detail: /** @type {Scene["boxes"]} */ ([]) });
    this.find("[data-held]")?.dispatchEvent(ask);
    if (ask.detail.length) this.boxes = ask.detail.slice(0, MOST_LIT);
    const { left = 0, top = 0 } = this.find(".xo-figure")?.getBoundingClientRect() ?? {};
    return this.boxes.map(({ x, y, width, height }) => new DOMRect(left + x, top + y, width, height));
  }
}
