// A tour on the live picture: it points at something, waits until the learner has done it, and lets go.
import { keepSetting, setting } from "./storage.js";
import { TourBox } from "./tour_box.js";
import { Pointing } from "./tour_pointing.js";

/**
 * @typedef {import("./tour_scene.js").Scene} Scene
 * @typedef {object} Step
 * @property {string} title
 * @property {string} words
 * @property {string} [at] what it points at, within the picture
 * @property {number} [above] how many pixels over that belong to it
 * @property {string[]} [also] what else must stay in sight
 * @property {(scene: Scene) => boolean} [done] whether the learner has done it; without it, one only goes on
 * @property {(scene: Scene) => boolean} [here] whether the picture has what the step is about
 * @property {string} [praise] what to say then
 * @property {(scene: Scene) => void} [after] what to put back when the learner goes on
 */

export class Tour {
  /** @param {HTMLElement} box @param {Scene} scene @param {Step[]} steps */
  constructor(box, scene, steps) {
    this.scene = scene;
    this.steps = steps.filter((step) => !step.here || step.here(scene));
    /** @type {(() => void) | null} called when it ends */
    this.onLeave = null;
    this.place = 0;
    this.reached = false;
    this.asked = 0;
    this.box = new TourBox(box, {
      back: () => this.go(this.place - 1),
      next: () => this.go(this.place + 1),
      leave: () => this.leave(),
    });
    this.pointing = new Pointing(this.box, scene);
    this.soon = () => {
      this.asked ||= requestAnimationFrame(() => this.follow());
    };
    this.resized = new ResizeObserver(this.soon);
    this.changed = new MutationObserver(this.soon);
    /** @type {AbortController | null} */
    this.listening = null;
  }

  get step() {
    return this.steps[this.place];
  }

  /** Begin, or go on where it was left. */
  start() {
    if (this.listening) return this.go(this.place);
    const kept = Math.floor(Number(setting("tour", "0")));
    this.box.element.hidden = false;
    document.body.append(this.pointing.ring);
    this.watch();
    this.begin(kept > 0 && kept < this.steps.length ? kept : 0);
  }

  /** Hear of all that may change what the learner has done, and what the box would hide. */
  watch() {
    const { scene, soon } = this,
      { stage, model } = scene;
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener("resize", soon, { signal });
    addEventListener("scroll", soon, { signal, passive: true });
    addEventListener("pointermove", (event) => scene.hand.hear(event), { signal });
    addEventListener("keydown", () => (scene.hand.onBox = false), { signal });
    model.on("change", soon);
    this.resized.observe(stage);
    this.changed.observe(stage, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  leave() {
    this.step.after?.(this.scene);
    this.scene.close();
    this.listening?.abort();
    this.listening = null;
    this.scene.model.off("change", this.soon);
    this.resized.disconnect();
    this.changed.disconnect();
    this.box.element.hidden = true;
    this.pointing.ring.remove();
    this.onLeave?.();
  }

  /** @param {number} place */
  go(place) {
    if (place >= this.steps.length) {
      keepSetting("tour", "0");
      return this.leave();
    }
    this.step.after?.(this.scene);
    this.begin(place);
  }

  /** @param {number} place */
  begin(place) {
    this.place = Math.max(0, place);
    keepSetting("tour", String(this.place));
    this.reached = false;
    this.scene.begin();
    this.box.show(this.step, this.place, this.steps.length);
    this.pointing.begin(this.step);
    this.box.title.focus({ preventScroll: true });
  }

  /** Something has changed: the learner may have done it, and the box may hide what it did not hide before. It moves
   * when the hand rests: on the way to its buttons the mouse meets numbers, and their cards would chase it away. */
  follow() {
    this.asked = 0;
    if (this.box.element.hidden) return;
    this.look();
    const wait = this.scene.hand.restsIn();
    if (wait) setTimeout(this.soon, wait);
    else this.pointing.arrange(true);
  }

  /** Has the learner done it? */
  look() {
    this.scene.follow();
    if (this.reached || !this.step.done?.(this.scene)) return;
    this.reached = true;
    this.box.praise(this.step.praise ?? "Yes, that is it.");
  }
}
