// The keys on the cells of the picture: draw, change, explain, hold, step back.
import { Handler } from "./handler.js";
import { targetOn } from "./target.js";

/**
 * @typedef {import("../picture/layout.js").Grid} Grid
 * @typedef {import("../picture/grids.js").Position} Position
 */

export class KeyboardHandler extends Handler {
  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    super();
    this.figure = figure;
  }

  /** @param {Position} position */
  focus(position) {
    if (this.enabled) this.figure.pin.point(position, true);
  }

  blur() {
    if (this.enabled) this.figure.pin.leave();
  }

  /** @param {Position} position @param {KeyboardEvent} event @returns {boolean} whether it was understood */
  key(position, event) {
    const grid = /** @type {Grid} */ (this.figure.layout?.grids[position.grid]);
    if (!this.enabled || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (position.grid === 0) return this.draw(grid, position, event.key);
    const target = targetOn(grid, position);
    if (target) return (event.shiftKey || !event.key.startsWith("Arrow")) && this.figure.editor.key(target, event);
    return this.explain(position, event.key);
  }

  /** @param {Grid} grid @param {Position} position @param {string} key */
  draw(grid, { index }, key) {
    if (grid.turned && ["Enter", "Backspace", "Escape"].includes(key)) return this.explain({ grid: 0, index }, key);
    if (key !== " " && key !== "Enter") return false;
    this.figure.pad.flip({ row: Math.floor(index / grid.columns), column: index % grid.columns });
    return true;
  }

  /** @param {Position} position @param {string} key */
  explain(position, key) {
    const { pin } = this.figure;
    if (key === "Enter" || key === " ") {
      if (pin.held) pin.release();
      else pin.hold(position);
      pin.point(position, true);
    } else if (key === "Escape") pin.release();
    else if (key === "Backspace" || key.toLowerCase() === "b") pin.back();
    else return false;
    return true;
  }
}
