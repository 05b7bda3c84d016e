// Which number is explained, and whether its card is held.
import { cellAt, placeOf } from "../../shared/stage.js";
import { positionOf, towardError } from "../backward/walk.js";
import { findAgain, stepBack } from "../card/trace.js";
import { subjectOn } from "../picture/subject.js";
import { Handler } from "./handler.js";

/**
 * @typedef {import("../picture/layout.js").Pass} Pass
 * @typedef {import("../picture/grids.js").Position} Position
 * @typedef {import("../picture/subject.js").Subject} Subject
 */

export class Pin extends Handler {
  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    super();
    this.figure = figure;
    /** @type {Subject | null} what is explained */
    this.subject = null;
    /** @type {Position | null} where it stands, or stood last */
    this.position = null;
    this.held = false;
  }

  disable() {
    super.disable();
    this.release();
  }

  /** Explain the number at a position; a held card gives way to the keyboard only. @param {Position} position
   * @param {boolean} keyboard */
  point(position, keyboard) {
    const grid = this.figure.layout?.grids[position.grid];
    if (!grid || !this.enabled || (this.held && !keyboard)) return;
    const drawn = this.isDrawn(position) || (position.grid === 0 && this.figure.pad.stroke);
    if (drawn || grid.kind === "picture") return this.leave();
    const subject = subjectOn(grid, position.index);
    // A held card stays beside the number that is changed.
    if (this.held && subject.part !== "values" && !grid.turned) return;
    if (JSON.stringify(subject) === JSON.stringify(this.subject)) return;
    this.held = false;
    this.show(subject, position);
    if (keyboard) this.figure.say();
  }

  /** Whether a pixel has no card, as the pad is only drawn on. @param {Position} position */
  isDrawn({ grid }) {
    return grid === 0 && !this.figure.layout?.grids[0].turned;
  }

  /** @param {Subject} subject @param {Position | null} position */
  show(subject, position) {
    this.subject = subject;
    this.position = position;
    this.figure.card.begin();
    this.figure.card.fill();
    this.figure.paint();
  }

  leave() {
    if (this.held || !this.subject) return;
    this.subject = null;
    this.figure.card.hide();
    this.figure.paint();
  }

  /** @param {Position} position */
  hold(position) {
    this.held = false;
    this.point(position, false);
    if (!this.subject) return;
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

  /** From the number shown, one step back along the strongest path; turned backward, one step toward the error. */
  back() {
    const next = this.subject && this.before(this.subject);
    if (next) this.walk(next);
  }

  /** Hold the card of a number, wherever it stands. @param {Subject} subject */
  walk(subject) {
    this.held = true;
    this.show(subject, positionOf(this.figure.layout?.grids ?? [], subject, this.figure.passes[subject.pass]));
    if (this.position && !this.figure.card.hasFocus()) this.figure.elements.go(this.position);
    this.figure.card.scrollThere();
    this.figure.say();
  }

  /** @param {Subject} subject @returns {Subject | null} */
  before(subject) {
    const { pass, stage, part, place } = subject,
      { stages, layers, back } = this.figure.passes[pass];
    if (back) return towardError(this.figure.passes[pass], subject);
    if (part !== "values") return null;
    const cell = stepBack(stages, layers, cellAt(stages[stage], stage, place));
    return cell && { pass, stage: cell.stage, part, place: placeOf(stages[cell.stage], cell) };
  }

  /** Put the card away and go back to its cell. */
  close() {
    this.release();
    if (this.position) this.figure.elements.go(this.position);
    this.leave();
  }

  /** The number shown stays the one shown, wherever it stands now; if it is gone, so is its card.
   * @param {Pass[]} before */
  follow(before) {
    if (!this.subject) return;
    const subject = again(this.subject, before[this.subject.pass], this.figure.passes[this.subject.pass]);
    this.position = subject && positionOf(this.figure.layout?.grids ?? [], subject, this.figure.passes[subject.pass]);
    if (!subject || !this.position || this.isDrawn(this.position)) return this.release();
    this.subject = subject;
    this.figure.card.fill();
  }
}

/** The same number in other layers, or null. @param {Subject} subject @param {Pass} before
 * @param {Pass | undefined} now @returns {Subject | null} */
function again({ pass, stage, part, place }, before, now) {
  if (!now) return null;
  if (part === "values") {
    const cell = findAgain(cellAt(before.stages[stage], stage, place), before.layers, now);
    return cell && { pass, stage: cell.stage, part, place: placeOf(now.stages[cell.stage], cell) };
  }
  const { number } = before.layers[stage - 1],
    found = now.layers.findIndex((layer) => layer.number === number),
    numbers = now.layers[found]?.[part];
  return numbers && place < numbers.length ? { pass, stage: found + 1, part, place } : null;
}
