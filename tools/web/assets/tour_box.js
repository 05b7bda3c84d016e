// The box of a tour: what it says, its buttons, and where it stands beside what it points at.
import { button, make, statusLine } from "./elements.js";

const EDGE_PX = 12; // that stays free at the edge of the window
const BESIDE_PX = 20;
const RING_PX = 7; // around what it points at

/** @typedef {{left: number, top: number, right: number, bottom: number}} Frame in the window */

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
    this.tellNext(true);
  }
}

/** What holds all of them; null where there are none. @param {Element[]} parts @returns {Frame | null} */
export function frameOf(parts) {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  if (!boxes.length) return null;
  return {
    left: Math.min(...boxes.map((one) => one.left)),
    top: Math.min(...boxes.map((one) => one.top)),
    right: Math.max(...boxes.map((one) => one.right)),
    bottom: Math.max(...boxes.map((one) => one.bottom)),
  };
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

/** Put the box where it hides nothing of the frame: at one of its sides, else in the corner of the window.
 * @param {HTMLElement} box @param {Frame | null} frame */
export function placeBeside(box, frame) {
  const { offsetWidth: wide, offsetHeight: high } = box,
    [right, bottom] = [innerWidth - wide - EDGE_PX, innerHeight - high - EDGE_PX],
    sides = frame
      ? [
          { x: frame.right + BESIDE_PX, y: frame.top },
          { x: frame.left - wide - BESIDE_PX, y: frame.top },
          { x: frame.left, y: frame.bottom + BESIDE_PX },
          { x: frame.left, y: frame.top - high - BESIDE_PX },
        ]
      : [],
    free = sides.find(({ x, y }) => x >= EDGE_PX && y >= EDGE_PX && x <= right && y <= bottom);
  Object.assign(box.style, { left: `${free?.x ?? right}px`, top: `${free?.y ?? bottom}px` });
}
