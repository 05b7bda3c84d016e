// What is on a pad: pixels, whether the pen erases, and what was there before.
import { History } from "./history.js";
import { FrameSignal } from "./timing.js";
import { sameValues } from "./wire.js";

/**
 * What the pad and its buttons need of a drawing.
 * @typedef {Undoable<any> & {image: () => import("./engine.js").Stage, draw: (values: Float64Array) => void}} Drawable
 */

/**
 * What every drawing has: steps to undo, and news of a change for those who show it and for the one who sends it.
 * @template State replaced as a whole, never changed in place
 */
export class Undoable {
  /**
   * @param {State} state @param {(one: State, other: State) => boolean} same
   * @param {(resting: boolean) => void} onChange told at once; resting: no stroke goes on
   */
  constructor(state, same, onChange) {
    this.history = new History(state, same);
    this.onChange = onChange;
    this.erasing = false;
    this.signal = new FrameSignal();
  }

  get state() {
    return this.history.state;
  }

  get canUndo() {
    return this.history.canUndo;
  }

  get canRedo() {
    return this.history.canRedo;
  }

  /** To changes, once a frame. @param {() => void} act */
  listen(act) {
    return this.signal.listen(act);
  }

  /** Outside of a stroke, a change is one step. @param {State} state */
  change(state) {
    this.history.change(state);
    this.tell(!this.history.stroke);
  }

  /** Everything until `end` is one step. */
  begin() {
    this.history.begin();
  }

  end() {
    this.history.end();
    this.tell(true);
  }

  undo() {
    if (this.history.undo()) this.tell(true);
  }

  redo() {
    if (this.history.redo()) this.tell(true);
  }

  /** It was changed elsewhere. @param {State} state @returns {boolean} whether that is news */
  adopt(state) {
    const news = this.history.adopt(state);
    if (news) this.signal.tell();
    return news;
  }

  /** @param {boolean} resting */
  tell(resting) {
    this.onChange(resting);
    this.signal.tell();
  }
}

/** @extends {Undoable<Float64Array>} */
export class Drawing extends Undoable {
  /** @param {number} rows @param {number} columns @param {Float64Array} values
   * @param {(resting: boolean) => void} [onChange] */
  constructor(rows, columns, values, onChange = () => {}) {
    super(values, sameValues, onChange);
    this.rows = rows;
    this.columns = columns;
  }

  get values() {
    return this.state;
  }

  /** @returns {import("./engine.js").Stage} */
  image() {
    return { maps: 1, rows: this.rows, columns: this.columns, list: false, values: this.values };
  }

  /** @param {Float64Array} values */
  draw(values) {
    this.change(values);
  }

  /** @param {Float64Array} values @returns {boolean} whether that is news; an image of another size is none */
  adopt(values) {
    return values.length === this.values.length && super.adopt(values);
  }
}
