// The ring of a tour around what a step is about, and its box beside that.
import { make } from "./elements.js";
import { surround } from "./tour_box.js";
import { frameOf, meet } from "./tour_place.js";

const GOOD_TO_SEE = [".xo-pad", '.xo-grid[aria-label$="Votes"]']; // turned, too
const MARGIN_PX = 16;

export class Pointing {
  /** @param {import("./tour_box.js").TourBox} box @param {import("./tour_scene.js").Scene} scene */
  constructor(box, scene) {
    this.box = box;
    this.scene = scene;
    /** @type {import("./tour.js").Step | null} */
    this.step = null;
    this.stood = ""; // where on the page that stands which it points at
    this.ring = make("div", { className: "tour-ring" });
    this.ring.setAttribute("aria-hidden", "true");
  }

  /** @param {import("./tour.js").Step} step */
  begin(step) {
    this.step = step;
    this.stood = "";
    this.arrange(false);
  }

  /** Put the ring around what the step is about, and the box where it hides nothing that is needed; what has moved on
   * the page is brought into sight. @param {boolean} stay where the box is, if it may */
  arrange(stay) {
    const frame = this.target(),
      { left = 0, top = 0, right = 0, bottom = 0 } = frame ?? {},
      stood = [left, top + scrollY, right, bottom + scrollY].map(Math.round).join();
    if (frame && stood !== this.stood) this.show(frame, stay);
    else this.settle(stay);
    this.stood = stood;
  }

  target() {
    const { at, above = 0 } = this.step ?? {},
      frame = frameOf(this.scene.parts(at));
    return frame && { ...frame, top: frame.top - above };
  }

  /** Scroll as little as leaves room for both. @param {import("./tour_place.js").Frame} frame @param {boolean} stay */
  show(frame, stay) {
    const header = document.querySelector(".top")?.getBoundingClientRect().bottom ?? 0,
      toTop = frame.top - Math.max(0, header) - MARGIN_PX,
      toBottom = frame.bottom - innerHeight + MARGIN_PX,
      least = toTop < 0 ? toTop : Math.min(Math.max(0, toBottom), toTop),
      from = scrollY;
    for (const way of [least, toTop, toBottom]) {
      scrollTo({ top: from + way, behavior: "instant" });
      if (this.settle(stay)) return;
    }
  }

  /** @param {boolean} stay @returns {boolean} whether all of the box is in sight, and hides nothing that is needed */
  settle(stay) {
    const { scene, box } = this,
      frame = this.target(),
      card = scene.frames(".xo-card")[0] ?? null,
      also = scene.frames(...(this.step?.also ?? [])),
      needed = [frame, card, scene.hand.pointer, ...also].filter((one) => one !== null),
      lit = scene.lit();
    this.ring.hidden = !frame || Boolean(card && meet(frame, card)); // it would lie across what the card says
    if (frame) surround(this.ring, frame);
    if (stay && (scene.hand.onBox || box.mayStay([...needed, ...lit]))) return true;
    return box.place(frame, needed, lit, scene.frames(...GOOD_TO_SEE));
  }
}
