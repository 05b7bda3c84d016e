// Change a number of the network by hand: click, drag, Shift and an arrow key, or type it.
import { make, put } from "../../shared/dom.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("../picture/layout.js").Plate} Plate
 * @typedef {import("../picture/grids.js").Spot} Spot
 * @typedef {object} Target a number that can be changed
 * @property {number} lane which network
 * @property {number} stage that the number's layer makes
 * @property {"weights" | "biases"} part
 * @property {number} place
 * @property {boolean} flips a click makes it black or white
 * @property {Spot} [spot] where it is shown, if not on the card
 *
 * @typedef {object} Workshop
 * @property {(event: MouseEvent) => Target | null} targetAt
 * @property {(target: Target) => number} value
 * @property {(target: Target, value: number) => void} set
 * @property {() => void} begin
 * @property {() => void} end
 * @property {() => void} undo
 * @property {(target: Target) => HTMLElement | null | undefined} find the element that shows it, now
 */

const STILL = 4;
const ALONG = 0.01;
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: 0.1, ArrowDown: -0.1 };

/**
 * The layers with one number replaced.
 * @param {Layer[]} layers @param {number} number of the layer, counted from 1
 * @param {"weights" | "biases"} part @param {number} place @param {number} value
 */
export function setNumber(layers, number, part, place, value) {
  return layers.map((layer) => {
    if (layer.number !== number) return layer;
    const numbers = Float64Array.from(layer[part] ?? []);
    numbers[place] = Math.round(value * 1e4) / 1e4 || 0;
    return { ...layer, [part]: numbers };
  });
}

/** The number that was typed, or NaN. @param {string} text */
export function readNumber(text) {
  const plain = text
    .trim()
    .replace(/^[\u2212\u2013]/, "-")
    .replace(",", ".");
  return plain ? Number(plain) : NaN;
}

/** @param {Plate} plate */
export function isEditable({ kind }) {
  return kind === "feature" || kind === "weights";
}

/** @param {Plate} plate @param {Spot} spot @returns {Target | null} */
export function targetOn(plate, spot) {
  if (!isEditable(plate)) return null;
  return {
    lane: plate.lane,
    stage: plate.stage,
    part: "weights",
    place: plate.offset + spot.place,
    flips: plate.kind === "feature",
    spot,
  };
}

export class Editor {
  /** @param {HTMLElement} box @param {Workshop} shop */
  constructor(box, shop) {
    this.box = box;
    this.shop = shop;
    /** @type {{id: number, target: Target, start: number, x: number, y: number, moved: boolean} | null} */
    this.held = null;
    /** @type {{place: number, count: number}} how often one pixel was flipped in a row */
    this.flips = { place: -1, count: 0 };
    box.addEventListener("pointerdown", (event) => this.down(event));
    box.addEventListener("pointermove", (event) => this.move(event));
    box.addEventListener("pointerup", (event) => this.up(event));
    box.addEventListener("pointercancel", (event) => this.up(event));
    box.addEventListener("mousedown", (event) => {
      if (this.held) event.preventDefault();
    });
    box.addEventListener("dblclick", (event) => this.twice(event));
  }

  /** @param {PointerEvent} event */
  down(event) {
    const target = event.button === 0 && !this.held ? this.shop.targetAt(event) : null;
    if (!target) return;
    // The card's numbers are written anew while they change: its frame stays.
    const element = /** @type {HTMLElement} */ (event.target);
    (element.closest(".xo-card") ?? element).setPointerCapture(event.pointerId);
    this.shop.find(target)?.focus({ preventScroll: true });
    this.held = {
      id: event.pointerId,
      target,
      start: this.shop.value(target),
      x: event.clientX,
      y: event.clientY,
      moved: false,
    };
    this.shop.begin();
  }

  /** The mouse drags up or down. A finger drags sideways: up and down, it scrolls the page. @param {PointerEvent} event */
  move(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    const by = event.pointerType === "mouse" ? held.y - event.clientY : event.clientX - held.x;
    held.moved ||= Math.abs(by) > STILL;
    if (held.moved) this.shop.set(held.target, Math.round((held.start + by * ALONG) * 100) / 100);
  }

  /** @param {PointerEvent} event */
  up(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    this.held = null;
    if (event.type === "pointercancel") this.shop.set(held.target, held.start);
    else if (!held.moved && held.target.flips) this.flip(held.target);
    this.shop.end();
    this.shop.find(held.target)?.focus({ preventScroll: true });
  }

  /** Black to white and back. @param {Target} target */
  flip(target) {
    this.flips = { place: target.place, count: this.flips.place === target.place ? this.flips.count + 1 : 1 };
    this.shop.set(target, this.shop.value(target) > 0 ? -1 : 1);
  }

  /** Type a number; the two clicks that asked for it are taken back. @param {MouseEvent} event */
  twice(event) {
    const target = this.shop.targetAt(event);
    if (!target) return;
    if (target.flips && this.flips.place === target.place && this.flips.count > 1) {
      this.shop.undo();
      this.shop.undo();
    }
    this.flips.count = 0;
    this.type(target);
  }

  /** @param {Target} target @param {KeyboardEvent} event @returns {boolean} whether it was understood */
  key(target, event) {
    const step = STEPS[event.key];
    if (step) this.once(() => this.shop.set(target, this.shop.value(target) + step));
    else if (event.key === " " && target.flips) this.once(() => this.flip(target));
    else if (["Enter", " "].includes(event.key)) this.type(target);
    else if (/^[\d.,+\-\u2212]$/.test(event.key)) this.type(target, event.key);
    else return false;
    return true;
  }

  /** @param {() => void} act as one step to undo */
  once(act) {
    this.shop.begin();
    act();
    this.shop.end();
  }

  /** Let a number be typed in the place of the cell. @param {Target} target @param {string} [first] what has been typed so far */
  type(target, first = "") {
    const old = this.shop.value(target),
      element = this.shop.find(target);
    if (!element) return;
    const field = make("input", "number", "", { type: "text", "aria-label": "New value" });
    const cell = element.getBoundingClientRect(),
      box = this.box.getBoundingClientRect();
    field.value = first || String(old);
    put(field, Math.max(0, cell.left - box.left + this.box.scrollLeft - 20), cell.top - box.top - 4);
    const done = (/** @type {boolean} */ keep) => {
      field.onblur = null;
      const value = readNumber(field.value);
      field.remove();
      if (keep && Number.isFinite(value) && value !== old) this.once(() => this.shop.set(target, value));
    };
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      done(event.key === "Enter");
      this.shop.find(target)?.focus();
    });
    field.onblur = () => done(true);
    this.box.append(field);
    field.focus();
    if (!first) field.select();
  }
}
