// Which number is explained, and whether its card is held.
import { Handler } from "./handler.js";
import { placeOf } from "../../shared/stage.js";
import { findAgain, findPatches, stepBack } from "../card/trace.js";
import { cellOn } from "../picture/highlight.js";

/**
 * @typedef {import("../picture/layout.js").Grid} Grid
 * @typedef {import("../picture/layout.js").Pass} Pass
 * @typedef {import("../picture/grids.js").Position} Position
 * @typedef {import("../picture/highlight.js").Trace} Trace
 * @typedef {import("../../shared/stage.js").Cell} Cell
 */

export class Pin extends Handler {
  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    super();
    this.figure = figure;
    /** @type {{pass: number, cell: Cell} | null} what is explained */
    this.shown = null;
    /** @type {Position | null} where it stands, or stood last */
    this.position = null;
    this.held = false;
  }

  disable() {
    super.disable();
    this.release();
  }

  /** Explain the number at a position; a held card gives way to the keyboard only. @param {Position} position @param {boolean} keyboard */
  point(position, keyboard) {
    const grid = this.figure.layout?.grids[position.grid];
    if (!grid || !this.enabled || (this.held && !keyboard)) return;
    if (position.grid === 0 || !isTraced(grid)) return this.leave();
    const cell = cellOn(grid, position.index, this.figure.passes);
    if (this.shows(grid.pass, cell)) return;
    this.held = false;
    this.show({ pass: grid.pass, cell }, position);
    if (keyboard) this.figure.say();
  }

  /** @param {number} pass @param {Cell} cell */
  shows(pass, cell) {
    return this.shown?.pass === pass && JSON.stringify(this.shown.cell) === JSON.stringify(cell);
  }

  /** @param {{pass: number, cell: Cell}} shown @param {Position | null} position */
  show(shown, position) {
    this.shown = shown;
    this.position = position;
    this.figure.card.begin();
    this.figure.card.fill();
    this.figure.paint();
  }

  leave() {
    if (this.held || !this.shown) return;
    this.shown = null;
    this.figure.card.hide();
    this.figure.paint();
  }

  /** @param {Position} position */
  hold(position) {
    this.held = false;
    this.point(position, false);
    this.held = true;
    this.figure.card.fill();
    this.figure.paint();
    this.figure.card.scrollThere();
    this.figure.say();
  }

  release() {
    this.held = false;
    this.leave();
  }

  /** From the cell shown, one step back along the strongest path. */
  back() {
    if (!this.shown) return;
    const { pass } = this.shown,
      { stages, layers } = this.figure.passes[pass];
    const cell = stepBack(stages, layers, this.shown.cell);
    if (!cell) return;
    this.held = true;
    this.show({ pass, cell }, this.positionOf({ pass, cell }));
    if (this.position && !this.figure.card.hasFocus()) this.figure.elements.go(this.position);
    this.figure.say();
  }

  /** Put the card away and go back to its cell. */
  close() {
    this.release();
    if (this.position) this.figure.elements.go(this.position);
    this.leave();
  }

  /** The cell shown stays the one shown, wherever it stands now; if it is gone, so is its card. @param {Pass[]} before */
  follow(before) {
    if (!this.shown) return;
    const { pass } = this.shown,
      cell = findAgain(this.shown.cell, before[pass].layers, this.figure.passes[pass]);
    this.position = cell && this.positionOf({ pass, cell });
    if (!cell || !this.position) return this.release();
    this.shown = { pass, cell };
    this.figure.card.begin();
    this.figure.card.fill();
  }

  /** Where a cell stands. @param {{pass: number, cell: Cell}} shown @returns {Position | null} */
  positionOf({ pass, cell }) {
    const at = placeOf(this.figure.passes[pass].stages[cell.stage], cell),
      grids = this.figure.layout?.grids ?? [];
    const owns = (/** @type {Grid} */ grid) =>
      isTraced(grid) && grid.stage === cell.stage && (grid.pass === pass || (cell.stage === 0 && grid.pass === 0));
    const grid = grids.findIndex((one) => owns(one) && at >= one.offset && at < one.offset + one.count);
    return grid < 0 ? null : { grid, index: at - grids[grid].offset };
  }

  /** @returns {Trace | null} */
  trace() {
    if (!this.shown) return null;
    const { stages, layers } = this.figure.passes[this.shown.pass],
      { cell } = this.shown;
    return { ...this.shown, areas: findPatches(stages, layers, cell) };
  }
}

/** Whether the numbers of a grid are made of others. @param {Grid} grid */
function isTraced({ kind }) {
  return kind === "stage" || kind === "votes";
}
