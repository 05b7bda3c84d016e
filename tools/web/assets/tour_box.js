// The box of a tour: what it says, its buttons, and where it stands beside what it points at.
import { button, make, statusLine } from "./elements.js";
import { isFree, largestGap, nearestSpot } from "./tour_place.js";

const RING_PX = 7; // around what it points at
/** The shapes that it may take, the most readable first. @type {{rem: number, tight: boolean}[]} */
const SHAPES = [
  { rem: 26.5, tight: false },
  { rem: 34, tight: false },
  { rem: 48, tight: false },
  { rem: 22, tight: true },
  { rem: 17, tight: true },
  { rem: 34, tight: true },
];

/** @typedef {import("./tour_place.js").Frame} Frame */

export class TourBox {
  /** @param {HTMLElement} element @param {{back: () => void, next: () => void, leave: () => void}} acts */
  constructor(element, { back, next, leave }) {
    this.element = element;
    this.last = false;
    this.count = make("p", { className: "step" });
    this.title = make("h2", { id: "tour-title", tabIndex: -1 });
    this.words = make("p", { id: "tour-words" });
    this.status = statusLine("done");
    this.back = button("Back", back, "button plain");
    this.next = button("Next", next, "button main");
    const buttons = make("div", { className: "buttons" });
    buttons.append(this.back, this.next, button("Leave the tour", leave, "button plain"));
    element.setAttribute("aria-describedby", "tour-words");
    element.replaceChildren(this.count, this.title, this.words, this.status, buttons);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !element.hidden && element.contains(document.activeElement)) leave();
    });
  }

  /** @param {import("./tour.js").Step} step @param {number} place @param {number} count of all steps */
  show({ title, words, done }, place, count) {
    this.count.textContent = `Step ${place + 1} of ${count}`;
    this.title.textContent = title;
    this.words.textContent = words;
    this.status.textContent = "";
    this.back.hidden = place === 0;
    this.last = place === count - 1;
    this.element.classList.remove("reached");
    this.tellNext(!done);
  }

  /** The way on is open; before that, it is called what it is. @param {boolean} open */
  tellNext(open) {
    this.next.textContent = this.last ? "Finish" : open ? "Next" : "Skip this step";
    this.next.classList.toggle("main", open);
  }

  /** @param {string} words for what the learner has done */
  praise(words) {
    this.status.textContent = words;
    this.element.classList.add("reached");
    this.tellNext(true);
  }

  /** Stay where it is, if it hides nothing needed there: a box that moves is hard to press. One that was cut short
   * takes more room when there is some. @param {Frame[]} taken */
  mayStay(taken) {
    const { element } = this,
      whole = element.scrollHeight <= element.clientHeight;
    return whole && isFree(element.getBoundingClientRect(), taken);
  }

  /** Stand near what it is about, in the first shape that hides none of what must stay in sight, and, where that is
   * possible, none of what is lit, or even of what is good to see. @param {Frame | null} about @param {Frame[]} taken
   * @param {Frame[]} lit the most important first @param {Frame[]} good
   * @returns {boolean} whether all of the box could be shown */
  place(about, taken, lit, good) {
    if (this.shaped(SHAPES.slice(0, 1), about, [...taken, ...lit, ...good])) return true;
    for (let count = lit.length; count >= 0; count--)
      if (this.shaped(SHAPES, about, [...taken, ...lit.slice(0, count)])) return true;
    this.squeeze(taken);
    return false;
  }

  /** @param {typeof SHAPES} shapes @param {Frame | null} about @param {Frame[]} taken */
  shaped(shapes, about, taken) {
    const { element } = this;
    for (const { rem, tight } of shapes) {
      element.classList.toggle("tight", tight);
      Object.assign(element.style, { width: `min(${rem}rem, calc(100vw - 2rem))`, maxHeight: "" });
      const spot = nearestSpot({ wide: element.offsetWidth, high: element.offsetHeight }, about, taken);
      if (!spot) continue;
      Object.assign(element.style, { left: `${spot.x}px`, top: `${spot.y}px` });
      return true;
    }
    return false;
  }

  /** Where it fits nowhere, it scrolls in the largest gap; the corner is left for a window without any.
   * @param {Frame[]} taken */
  squeeze(taken) {
    const gap = largestGap(taken),
      { element } = this;
    element.classList.add("tight");
    if (gap) {
      const { left, top, right, bottom } = gap;
      Object.assign(element.style, { width: `${right - left}px`, maxHeight: `${bottom - top}px` });
    }
    const left = gap?.left ?? innerWidth - element.offsetWidth,
      top = gap?.top ?? innerHeight - element.offsetHeight;
    Object.assign(element.style, { left: `${left}px`, top: `${top}px` });
  }
}

/** @param {HTMLElement} ring on the page @param {Frame} frame */
export function surround(ring, { left, top, right, bottom }) {
  Object.assign(ring.style, {
    left: `${left + scrollX - RING_PX}px`,
    top: `${top + scrollY - RING_PX}px`,
    width: `${right - left + 2 * RING_PX}px`,
    height: `${bottom - top + 2 * RING_PX}px`,
  });
}
