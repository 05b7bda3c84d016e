// What is on the screen and how it got there: the drawing and the network, undo, and the way to the kernel.
import { readLayers, writeNumbers, writePlans } from "../shared/engine.js";

/**
 * @typedef {import("../shared/engine.js").Stage} Stage
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {{get: (name: string) => any, set: (name: string, value: any) => void, save_changes: () => void,
 *            send: (message: any, callbacks?: any, buffers?: any[]) => void,
 *            on: (name: string, act: (...values: any[]) => void) => void,
 *            off: (name: string, act: (...values: any[]) => void) => void}} Model
 * @typedef {{image: Stage, layers: Layer[], against: Layer[], kept: Stage | null}} State
 *   replaced as a whole, never changed in place; kept: a drawing to compare with
 */

const PACE = 100;
const MOST_STEPS = 200;
const TRAITS = ["pixels", "shape", "plans", "numbers", "against_plans", "against_numbers"];

/** @param {DataView} bytes */
export function readBytes(bytes) {
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** @param {Float64Array} values */
function writeBytes(values) {
  return new DataView(values.slice().buffer);
}

/** @param {ArrayLike<number>} one @param {ArrayLike<number>} other */
function same(one, other) {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false;
  return true;
}

/** @param {Layer[]} one @param {Layer[]} other */
function alike(one, other) {
  return (
    one === other ||
    (same(writeNumbers(one), writeNumbers(other)) &&
      JSON.stringify(writePlans(one)) === JSON.stringify(writePlans(other)))
  );
}

/** Whether two states show the same drawing and networks. @param {State} one @param {State} other */
function unchanged(one, other) {
  return (
    one.image.columns === other.image.columns &&
    same(one.image.values, other.image.values) &&
    alike(one.layers, other.layers) &&
    alike(one.against, other.against)
  );
}

/** @param {Model} model @returns {State} */
function readState(model) {
  const [rows, columns] = model.get("shape");
  return {
    image: { maps: 1, rows, columns, list: false, values: readBytes(model.get("pixels")) },
    layers: readLayers(model.get("plans") ?? [], readBytes(model.get("numbers"))),
    against: readLayers(model.get("against_plans") ?? [], readBytes(model.get("against_numbers"))),
    kept: null,
  };
}

export class Session {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.state = readState(model);
    /** @type {State[]} */
    this.past = [];
    /** @type {State[]} */
    this.future = [];
    /** @type {State | null} */
    this.stroke = null;
    /** @type {(() => void)[]} */
    this.listeners = [];
    this.sentAt = 0;
    this.timer = 0;
    this.sending = false;
    this.adopt = () => this.takeOver();
    for (const trait of TRAITS) model.on(`change:${trait}`, this.adopt);
  }

  /** Change a part of the state; outside of a stroke that is one step to undo. @param {Partial<State>} part */
  change(part) {
    if (!this.stroke) this.remember(this.state);
    this.state = { ...this.state, ...part };
    this.tell();
    this.send();
  }

  /** @param {Float64Array} values new pixels */
  draw(values) {
    this.change({ image: { ...this.state.image, values } });
  }

  /** Everything until `endStroke` is one step to undo. */
  beginStroke() {
    this.stroke ??= this.state;
  }

  endStroke() {
    if (this.stroke && !unchanged(this.stroke, this.state)) this.remember(this.stroke);
    this.stroke = null;
    this.tell();
    this.send(true);
  }

  /** @param {State} state */
  remember(state) {
    this.past = [...this.past.slice(1 - MOST_STEPS), state];
    this.future = [];
  }

  undo() {
    this.step(this.past, this.future);
  }

  redo() {
    this.step(this.future, this.past);
  }

  /** @param {State[]} from @param {State[]} to */
  step(from, to) {
    const state = from.pop();
    if (!state) return;
    to.push(this.state);
    this.state = state;
    this.tell();
    this.send(true);
  }

  /** Another view, or Python, has changed the traits. */
  takeOver() {
    if (this.sending) return;
    const next = readState(this.model);
    if (next.image.values.length !== next.image.rows * next.image.columns || unchanged(next, this.state)) return;
    this.remember(this.state);
    this.state = { ...next, kept: this.state.kept };
    this.stroke = null;
    this.tell();
  }

  /** Send what changed to the kernel: ten times a second at most, and when the pen rests. @param {boolean} [now] */
  send(now = false) {
    clearTimeout(this.timer);
    const wait = this.sentAt + PACE - performance.now();
    if (!now && wait > 0) {
      this.timer = window.setTimeout(() => this.send(), wait);
      return;
    }
    this.sentAt = performance.now();
    this.sending = true;
    const { image, layers, against } = this.state,
      { model } = this;
    if (!same(readBytes(model.get("pixels")), image.values)) model.set("pixels", writeBytes(image.values));
    if (!same(model.get("shape"), [image.rows, image.columns])) model.set("shape", [image.rows, image.columns]);
    this.setLayers("plans", "numbers", layers);
    this.setLayers("against_plans", "against_numbers", against);
    this.sending = false;
    model.save_changes();
  }

  /** @param {string} plans @param {string} numbers @param {Layer[]} layers */
  setLayers(plans, numbers, layers) {
    const values = writeNumbers(layers),
      written = writePlans(layers);
    if (!same(readBytes(this.model.get(numbers)), values)) this.model.set(numbers, writeBytes(values));
    if (JSON.stringify(written) !== JSON.stringify(writePlans(readLayers(this.model.get(plans), values))))
      this.model.set(plans, written);
  }

  /** @param {() => void} act */
  onChange(act) {
    this.listeners.push(act);
  }

  tell() {
    for (const act of this.listeners) act();
  }

  close() {
    this.send(true);
    for (const trait of TRAITS) this.model.off(`change:${trait}`, this.adopt);
  }
}
