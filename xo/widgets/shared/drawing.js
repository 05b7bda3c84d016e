// What is on a pad: pixels, whether the pen erases, and what was there before.
import { History } from "./history.js";
import { FrameSignal } from "./timing.js";
import { sameValues } from "./wire.js";

/**
 * What the pad and its buttons need of a drawing; the glass network's session, whose history holds more, is one as well.
 * @typedef {object} Drawable
 * @property {() => import("./engine.js").Stage} image
 * @property {boolean} erasing
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {() => void} begin everything until `end` is one step to undo
 * @property {() => void} end
 * @property {(values: Float64Array) => void} draw
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {(act: () => void) => () => void} listen to changes, once a frame
 *
 * @implements {Drawable}
 */
export class Drawing {
  /** @param {number} rows @param {number} columns @param {Float64Array} values @param {(resting: boolean) => void} [changed] told at once */
  constructor(rows, columns, values, changed = () => {}) {
    this.rows = rows;
    this.columns = columns;
    this.history = new History(values, sameValues);
    this.erasing = false;
    this.changed = changed;
    this.signal = new FrameSignal();
  }

  get values() {
    return this.history.state;
  }

  get canUndo() {
    return this.history.canUndo;
  }

  get canRedo() {
    return this.history.canRedo;
  }

  /** @returns {import("./engine.js").Stage} */
  image() {
    return { maps: 1, rows: this.rows, columns: this.columns, list: false, values: this.values };
  }

  /** @param {() => void} act */
  listen(act) {
    return this.signal.listen(act);
  }

  begin() {
    this.history.begin();
  }

  end() {
    this.history.end();
    this.tell(true);
  }

  /** @param {Float64Array} values */
  draw(values) {
    this.history.change(values);
    this.tell(!this.history.stroke);
  }

  undo() {
    if (this.history.undo()) this.tell(true);
  }

  redo() {
    if (this.history.redo()) this.tell(true);
  }

  /** It was changed elsewhere. @param {Float64Array} values @returns {boolean} whether that is news */
  adopt(values) {
    const news = values.length === this.values.length && this.history.adopt(values);
    if (news) this.signal.tell();
    return news;
  }

  /** @param {boolean} resting */
  tell(resting) {
    this.changed(resting);
    this.signal.tell();
  }
}
