// A tour on the live picture: it points at something, waits until the learner has done it, and lets go.
import { make } from "./elements.js";
import { keepSetting, setting } from "./storage.js";
import { frameOf, placeBeside, surround, TourBox } from "./tour_box.js";

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {string} words
 * @property {string} [at] what it points at, within the picture
 * @property {(scene: Scene) => boolean} [done] whether the learner has done it; without it, one only goes on
 * @property {(scene: Scene) => boolean} [here] whether the picture has what the step is about
 * @property {string} [praise] what to say then
 */

/** What a step can see of the picture. */
export class Scene {
  /** @param {HTMLElement} stage @param {import("./model.js").LocalModel} model */
  constructor(stage, model) {
    this.stage = stage;
    this.model = model;
    /** What was true when the step began. @type {Record<string, string>} */
    this.before = {};
  }

  /** @param {string} selector @returns {HTMLElement | null} */
  find(selector) {
    return this.stage.querySelector(selector);
  }

  /** What may change, as text. @returns {Record<string, string>} */
  now() {
    const bytes = (/** @type {string} */ name) => {
      const { buffer, byteOffset, byteLength } = this.model.get(name);
      return new Uint8Array(buffer, byteOffset, byteLength).join();
    };
    return {
      pixels: bytes("pixels"),
      numbers: bytes("numbers"),
      pressed: [...this.stage.querySelectorAll("[aria-pressed]")].map((one) => one.getAttribute("aria-pressed")).join(),
      card: this.card()?.textContent ?? "",
    };
  }

  /** The card that explains a number, where one is in sight. */
  card() {
    const card = this.find(".xo-card");
    return card && !card.hidden ? card : null;
  }

  /** @param {string} part */
  changed(part) {
    return this.now()[part] !== this.before[part];
  }

  begin() {
    this.before = this.now();
  }
}

export class Tour {
  /** @param {HTMLElement} box @param {Scene} scene @param {Step[]} steps */
  constructor(box, scene, steps) {
    this.scene = scene;
    this.steps = steps.filter((step) => !step.here || step.here(scene));
    /** @type {(() => void) | null} called when it ends */
    this.onLeave = null;
    this.place = 0;
    this.reached = false;
    this.timer = 0;
    this.ring = make("div", { className: "tour-ring" });
    this.ring.setAttribute("aria-hidden", "true");
    this.box = new TourBox(box, {
      back: () => this.go(this.place - 1),
      next: () => this.go(this.place + 1),
      leave: () => this.leave(),
    });
    addEventListener("resize", () => this.point());
  }

  /** Begin, or go on where it was left. */
  start() {
    const kept = Math.floor(Number(setting("tour", "0")));
    this.box.element.hidden = false;
    document.body.append(this.ring);
    this.go(kept > 0 && kept < this.steps.length ? kept : 0);
    this.timer = window.setInterval(() => this.look(), 200);
  }

  leave() {
    clearInterval(this.timer);
    this.box.element.hidden = true;
    this.ring.remove();
    this.onLeave?.();
  }

  /** @param {number} place */
  go(place) {
    if (place >= this.steps.length) {
      keepSetting("tour", "0");
      return this.leave();
    }
    this.place = Math.max(0, place);
    keepSetting("tour", String(this.place));
    this.reached = false;
    this.scene.begin();
    this.box.show(this.steps[this.place], this.place, this.steps.length);
    this.point();
    this.box.title.focus({ preventScroll: true });
  }

  /** Has the learner done it? */
  look() {
    const step = this.steps[this.place];
    if (this.reached || !step.done?.(this.scene)) return;
    this.reached = true;
    this.box.praise(step.praise ?? "Yes, that is it.");
  }

  /** Put the ring around what the step is about, and the box where it hides none of it. */
  point() {
    if (this.box.element.hidden) return;
    const { at } = this.steps[this.place],
      parts = at ? [...this.scene.stage.querySelectorAll(at)].filter((one) => one.clientWidth) : [],
      first = parts[0]?.getBoundingClientRect();
    this.ring.hidden = !first;
    if (first && (first.top < 0 || first.bottom > innerHeight)) {
      parts[0].scrollIntoView({ block: "center" });
      requestAnimationFrame(() => this.draw(parts));
    } else this.draw(parts);
  }

  /** @param {Element[]} parts */
  draw(parts) {
    const around = frameOf(parts);
    if (around) surround(this.ring, around);
    placeBeside(this.box.element, around);
  }
}
