// Where the mouse is while a tour goes on, and whether it rests.

const AT_POINTER_PX = 16;
const REST_MS = 300; // a hand that goes on within this has not come to where it is going

export class Hand {
  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.stage = stage;
    /** What the mouse points at on the stage, in the window. @type {import("./tour_place.js").Frame | null} */
    this.pointer = null;
    this.onBox = false;
    this.moved = -REST_MS;
  }

  /** @param {PointerEvent} event */
  hear({ pointerType, clientX, clientY, target }) {
    const mouse = pointerType === "mouse",
      there = mouse && this.stage.contains(/** @type {Node} */ (target)),
      [x, y, side] = [clientX - AT_POINTER_PX, clientY - AT_POINTER_PX, 2 * AT_POINTER_PX];
    this.pointer = there ? new DOMRect(x, y, side, side) : null;
    this.onBox = mouse && Boolean(/** @type {Element} */ (target).closest?.(".tour"));
    if (mouse) this.moved = performance.now();
  }

  /** In how many milliseconds it will have rested, if it stays where it is. */
  restsIn() {
    return Math.max(0, this.moved + REST_MS - performance.now());
  }
}
