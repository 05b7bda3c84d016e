// What is in the lab: the drawing and how far the sliders change it, undo, the map that is chosen, and the search for
// the fewest flips.
import { BackgroundTask } from "../shared/background.js";
import { change } from "../shared/changes.js";
import { Undoable } from "../shared/drawing.js";
import { listenTo } from "../shared/kernel.js";
import { Throttle } from "../shared/timing.js";
import { readBytes, sameValues, writeBytes } from "../shared/wire.js";
import { mostFlips, searchFlips } from "./fewest_flips.js";
import { readKind } from "./flip_map.js";
import { readReaders } from "./readers.js";
import { PLAIN } from "./sliders.js";

/**
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {import("../shared/changes.js").Settings} Settings
 * @typedef {import("./fewest_flips.js").Search} Search
 * @typedef {{values: Float64Array, settings: Settings}} State replaced as a whole
 * @typedef {{reader: string, values: Float64Array, state: import("./fewest_flips.js").State, now: Search | null}} Found
 *   values: of the picture that it is about
 */

/** Whether two states show the same. @param {State} one @param {State} other */
function same(one, other) {
  return sameValues(one.values, other.values) && sameValues(Object.values(one.settings), Object.values(other.settings));
}

/** @param {Model} model @returns {State} */
function readState(model) {
  return { values: readBytes(model.get("pixels")), settings: { ...PLAIN, ...model.get("settings") } };
}

/** @extends {Undoable<State>} */
export class LabSession extends Undoable {
  /** @param {Model} model */
  constructor(model) {
    super(readState(model), same, (resting) => (resting ? this.sending.now() : this.sending.soon()));
    const [rows, columns] = /** @type {number[]} */ (model.get("shape"));
    this.model = model;
    this.rows = rows;
    this.columns = columns;
    /** @type {string[]} */
    this.categories = model.get("categories");
    /** @type {string[]} for the cells of a map */
    this.letters = model.get("letters");
    this.grain = readBytes(model.get("grain"));
    this.kinds = model.get("maps").map(readKind);
    this.readers = readReaders(model.get("readers"), readBytes(model.get("numbers")));
    this.sending = new Throttle(() => this.send());
    /** What was found for each reader, in the picture that it was asked about. @type {Record<string, Found>} */
    this.found = {};
    this.search = new BackgroundTask(
      () => this.signal.tell(),
      (error) => this.endSearch(error),
    );
    const adopt = () => this.adopt(readState(model));
    this.unlisten = listenTo(model, {
      "change:pixels": adopt,
      "change:settings": adopt,
      "change:kind": () => this.signal.tell(),
    });
  }

  /** @returns {import("../shared/stage.js").Stage} */
  image() {
    return { maps: 1, rows: this.rows, columns: this.columns, list: false, values: this.state.values };
  }

  /** What the readers see. @param {Partial<Settings>} [settings] other ones than those of the sliders */
  changed(settings) {
    return change(this.image(), { ...this.state.settings, ...settings }, this.grain);
  }

  /** @param {Float64Array} values */
  draw(values) {
    this.change({ ...this.state, values });
  }

  /** Put a picture on the pad, the sliders back. @param {Float64Array} values */
  use(values) {
    this.change({ values: values.slice(), settings: PLAIN });
  }

  /** @param {Partial<Settings>} settings */
  set(settings) {
    this.change({ ...this.state, settings: { ...this.state.settings, ...settings } });
  }

  /** Both at once: each alone would look like news from elsewhere. */
  send() {
    const { values, settings } = this.state,
      { model } = this;
    model.set({
      ...(sameValues(readBytes(model.get("pixels")), values) ? {} : { pixels: writeBytes(values) }),
      settings,
    });
    model.save_changes();
  }

  /** Which two settings run through the map. @returns {import("./flip_map.js").Kind} */
  get kind() {
    const name = this.model.get("kind");
    return this.kinds.find((/** @type {import("./flip_map.js").Kind} */ kind) => kind.name === name) ?? this.kinds[0];
  }

  /** @param {string} name */
  chooseKind(name) {
    this.model.set("kind", name);
    this.model.save_changes();
    this.signal.tell();
  }

  /** Look for the fewest flips that mislead a reader. @param {import("./readers.js").Reader} reader */
  find(reader) {
    this.stopSearch();
    const picture = this.changed(),
      found = { reader: reader.name, values: picture.values, state: /** @type {const} */ ("searching"), now: null };
    this.found[reader.name] = found;
    this.search.start(
      this.follow(searchFlips(reader, picture, mostFlips(picture.values.length), this.categories), found),
    );
    this.signal.tell();
  }

  /** @param {Iterable<Search>} pieces @param {Found} found keeps the last of them @returns {Generator<void, void>} */
  *follow(pieces, found) {
    for (const piece of pieces) {
      found.now = piece;
      yield;
    }
  }

  stopSearch() {
    this.search.stop();
    for (const found of Object.values(this.found)) if (found.state === "searching") found.state = "stopped";
    this.signal.tell();
  }

  /** @param {unknown} error */
  endSearch(error) {
    for (const found of Object.values(this.found)) {
      if (found.state === "searching") found.state = found.now?.places ? "found" : "more";
    }
    this.signal.tell();
    if (error) throw error;
  }

  close() {
    this.search.close();
    this.sending.flush();
    this.signal.cancel();
    this.unlisten();
  }
}
