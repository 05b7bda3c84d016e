// Point at a number to see where it comes from; click to hold its card.
import { Handler } from "./handler.js";
import { isEditable } from "./target.js";

export class PointerHandler extends Handler {
  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    super();
    this.figure = figure;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { box, pin } = this.figure;
    box.addEventListener("pointermove", (event) => this.hover(event), { signal });
    box.addEventListener("pointerleave", () => pin.leave(), { signal });
    box.addEventListener("click", (event) => this.click(event), { signal });
  }

  /** @param {PointerEvent} event */
  hover(event) {
    const { pin, pad, card, editor } = this.figure;
    if (pin.held || editor.held || event.pointerType === "touch" || pad.stroke) return;
    if (card.element.contains(/** @type {Node} */ (event.target))) return;
    const position = this.figure.picture.positionAt(event);
    if (position) pin.point(position, false);
    else pin.leave();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const { pin, card, around, layout } = this.figure;
    // The path, not the target: a button in the card has been replaced by the time its click arrives here.
    if (event.composedPath().some((node) => node === card.element || node === around.tools || node === around.below))
      return;
    const position = this.figure.picture.positionAt(event);
    if (position?.grid === 0 || (position && layout && isEditable(layout.grids[position.grid]))) return;
    pin.release();
    if (!position) return;
    pin.hold(position);
    // The keyboard goes on from here: it steps back, it closes the card, and no key reaches the notebook.
    this.figure.elements.go(position, true);
  }
}
