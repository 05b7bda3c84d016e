// What is on the screen and how it got there: the drawing and the network, undo, and the way to the kernel.
import { Undoable } from "../shared/drawing.js";
import { readLayers, writeNumbers, writePlans } from "../shared/engine.js";
import { listenTo } from "../shared/kernel.js";
import { Throttle } from "../shared/timing.js";
import { setNumber } from "./handlers/target.js";
import { countCells, shapeInPython } from "../shared/stage.js";
import { readBytes, sameValues, writeBytes } from "../shared/wire.js";

/**
 * @typedef {import("../shared/stage.js").Stage} Stage
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {{image: Stage, layers: Layer[], against: Layer[], kept: Stage | null}} State
 *   replaced as a whole, never changed in place; kept: a drawing to compare with
 */

const COLOURS = ["red", "green", "blue"]; // the maps of an image in colour
const TRAITS = ["pixels", "shape", "plans", "numbers", "against_plans", "against_numbers"];

/** @param {Layer[]} one @param {Layer[]} other */
function sameLayers(one, other) {
  return (
    one === other ||
    (sameValues(writeNumbers(one), writeNumbers(other)) &&
      JSON.stringify(writePlans(one)) === JSON.stringify(writePlans(other)))
  );
}

/** Whether two states show the same drawing and networks. @param {State} one @param {State} other */
function sameState(one, other) {
  return (
    one.image.columns === other.image.columns &&
    sameValues(one.image.values, other.image.values) &&
    sameLayers(one.layers, other.layers) &&
    sameLayers(one.against, other.against) &&
    one.kept === other.kept
  );
}

/** @param {Model} model @returns {State} */
function readState(model) {
  const shape = model.get("shape"),
    [rows, columns] = shape.slice(-2),
    size = { maps: 1, rows, columns, list: false },
    values = readBytes(model.get("pixels"));
  return {
    image: shape.length === 3 ? { ...size, maps: shape[0], names: COLOURS, values } : { ...size, values },
    layers: readLayers(model.get("plans") ?? [], readBytes(model.get("numbers"))),
    against: readLayers(model.get("against_plans") ?? [], readBytes(model.get("against_numbers"))),
    kept: null,
  };
}

/** @extends {Undoable<State>} */
export class Session extends Undoable {
  /** @param {Model} model */
  constructor(model) {
    super(readState(model), sameState, (resting) => (resting ? this.throttle.now() : this.throttle.soon()));
    this.model = model;
    this.throttle = new Throttle(() => this.send());
    this.sending = false;
    /** @type {(() => void) | null} */
    this.stop = null;
    this.unlisten = listenTo(
      model,
      Object.fromEntries(TRAITS.map((trait) => [`change:${trait}`, () => this.follow()])),
    );
  }

  image() {
    return this.state.image;
  }

  /** Change a part of the state. @param {Partial<State>} part */
  change(part) {
    this.interrupt();
    super.change({ ...this.state, ...part });
  }

  /** A step of what goes on. @param {Layer[]} layers */
  step(layers) {
    super.change({ ...this.state, layers });
  }

  /** The network as it was; by undoing, where nothing else came since. @param {Layer[]} layers */
  restore(layers) {
    const before = this.history.past[this.history.past.length - 1];
    if (before && sameState(before, { ...this.state, layers })) this.undo();
    else this.change({ layers });
  }

  /** @param {(() => void) | null} [stop] ends what goes on by itself from now on: whatever else is done does, so that
   *   it is a step of its own to undo */
  begin(stop = null) {
    this.interrupt();
    super.begin();
    this.stop = stop;
  }

  end() {
    this.stop = null;
    super.end();
  }

  interrupt() {
    this.stop?.();
  }

  undo() {
    this.interrupt();
    super.undo();
  }

  redo() {
    this.interrupt();
    super.redo();
  }

  /** Change a number of one of the networks. @param {number} row of the picture @param {number} layer counted from 1
   * @param {"weights" | "biases"} part @param {number} place @param {number} value */
  setNumber(row, layer, part, place, value) {
    const network = this.state.against.length && row === 1 ? "against" : "layers";
    this.change({ [network]: setNumber(this.state[network], layer, part, place, value) });
  }

  /** @param {Float64Array} values new pixels */
  draw(values) {
    this.change({ image: { ...this.state.image, values } });
  }

  /** Another view, or Python, has changed the traits. */
  follow() {
    if (this.sending) return;
    const next = readState(this.model),
      { image } = next;
    if (image.values.length !== countCells(image)) return;
    if (this.stop && !sameValues(image.values, this.state.image.values)) this.drawnElsewhere(image);
    else this.adopt({ ...next, kept: this.state.kept });
  }

  /** What goes on here gives way to another drawing, and both are steps to undo. @param {Stage} image */
  drawnElsewhere(image) {
    this.history.end();
    this.history.change({ ...this.state, image });
    this.interrupt();
  }

  /** Send what changed to the kernel. */
  send() {
    this.sending = true;
    const { image, layers, against } = this.state,
      { model } = this;
    if (!sameValues(readBytes(model.get("pixels")), image.values)) model.set("pixels", writeBytes(image.values));
    const shape = shapeInPython(image);
    if (!sameValues(model.get("shape"), shape)) model.set("shape", shape);
    this.setLayers("plans", "numbers", layers);
    this.setLayers("against_plans", "against_numbers", against);
    this.sending = false;
    model.save_changes();
  }

  /** @param {string} plans @param {string} numbers @param {Layer[]} layers */
  setLayers(plans, numbers, layers) {
    const values = writeNumbers(layers),
      written = writePlans(layers);
    if (!sameValues(readBytes(this.model.get(numbers)), values)) this.model.set(numbers, writeBytes(values));
    if (JSON.stringify(written) !== JSON.stringify(writePlans(readLayers(this.model.get(plans), values))))
      this.model.set(plans, written);
  }

  close() {
    this.throttle.flush();
    this.signal.cancel();
    this.unlisten();
  }
}
