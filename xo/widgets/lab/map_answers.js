// What every reader answers in every cell of the map: worked out anew where something changed, but the pen comes first.
import { sameValues } from "../shared/wire.js";
import { cellsOf, nameMap } from "./flip_map.js";
import { answersOf } from "./readers.js";

const SHARE = 1 / 3; // of the time may go into it

export class MapAnswers {
  /** @param {import("./session.js").LabSession} session @param {() => void} due told when there is time again */
  constructor(session, due) {
    this.session = session;
    this.due = due;
    this.name = "";
    /** @type {ArrayLike<number>} the drawing that they are about */
    this.values = [];
    /** @type {number[][]} by reader, then by cell */
    this.answers = [];
    this.doneAt = 0;
    this.tookMs = 0;
    this.timer = 0;
  }

  /** The answers; for a little while, those of a moment ago. @param {import("./flip_map.js").Kind} kind of map */
  now(kind) {
    const { session } = this,
      { values, settings } = session.state,
      name = nameMap(settings, kind),
      start = performance.now();
    if (name === this.name && sameValues(values, this.values)) return this.answers;
    clearTimeout(this.timer);
    const wait = this.doneAt + this.tookMs * (1 / SHARE - 1) - start,
      cells = cellsOf(kind);
    if (wait > 0 && this.answers[0]?.length === cells.length) this.timer = window.setTimeout(this.due, wait);
    else {
      const pictures = cells.map((cell) => session.changed(cell));
      this.answers = session.readers.map((reader) => answersOf(reader, pictures));
      this.doneAt = performance.now();
      Object.assign(this, { name, values, tookMs: this.doneAt - start });
    }
    return this.answers;
  }

  close() {
    clearTimeout(this.timer);
  }
}
