// The learner's own Python function in a layer's place: the kernel computes it, the newest drawing first.
//
// A drawing is sent at most every 33 ms, and only while few are unanswered: as many as fit on the road to the kernel and
// back, measured by the quickest of the last answers. What a slow function or a busy kernel adds never becomes a queue.
import { writeNumbers } from "./engine.js";

const PACE = 33;
const MOST = 8;
const MEMORY = 20;
const PATIENCE = 3000;

/**
 * @typedef {import("./session.js").Model} Model
 * @typedef {{kind: "made", serial: number, took: number, numbers: number[], error: string}} Answer
 */

export class OwnFunctions {
  /**
   * @param {Model} model
   * @param {(error: string, askedAt: number) => void} answered the newest answer is here
   * @param {() => void} silent there has been none for a while
   */
  constructor(model, answered, silent) {
    this.model = model;
    this.answered = answered;
    this.silent = silent;
    this.patience = 0;
    /** @type {Map<number, Float64Array>} */
    this.answers = new Map();
    this.serial = 0;
    this.seen = 0;
    /** @type {number[]} how long the last answers were on the road */
    this.roads = [];
    this.sentAt = -Infinity;
    this.timer = 0;
    /** @type {{serial: number, at: number}[]} */
    this.waiting = [];
    /** @type {import("./session.js").State | null} */
    this.next = null;
    this.hear = (/** @type {any} */ message, /** @type {DataView[]} */ buffers) => this.take(message, buffers);
    model.on("msg:custom", this.hear);
  }

  /** Ask for the answers to a drawing, now or as soon as it is its turn. @param {import("./session.js").State} state */
  ask(state) {
    this.next = state;
    this.push();
  }

  push() {
    clearTimeout(this.timer);
    if (!this.next) return;
    const now = performance.now(), wait = this.sentAt + PACE - now;
    const most = Math.min(MOST, 1 + Math.floor((this.roads.length ? Math.min(...this.roads) : 0) / PACE));
    this.waiting = this.waiting.filter(({ at }) => now - at < 30000);
    if (this.waiting.length >= most) return;
    if (wait > 0) {
      this.timer = window.setTimeout(() => this.push(), wait);
      return;
    }
    this.serial += 1;
    this.sentAt = now;
    if (!this.waiting.length) this.patience = window.setTimeout(this.silent, PATIENCE);
    this.waiting.push({ serial: this.serial, at: now });
    const { image, layers } = this.next;
    const message = { kind: "make", serial: this.serial, shape: [image.rows, image.columns], on: layers.map((layer) => layer.on) };
    this.model.send(message, undefined, [image.values.slice().buffer, writeNumbers(layers).buffer]);
    this.next = null;
  }

  /** @param {Answer} message @param {DataView[]} buffers */
  take(message, buffers) {
    if (message?.kind !== "made") return;
    clearTimeout(this.patience);
    const askedAt = this.waiting.find(({ serial }) => serial === message.serial)?.at ?? 0;
    this.waiting = this.waiting.filter(({ serial }) => serial > message.serial);
    if (askedAt) this.roads = [...this.roads.slice(1 - MEMORY), performance.now() - askedAt - message.took];
    if (message.serial > this.seen) {
      this.seen = message.serial;
      this.answers.clear();
      message.numbers.forEach((number, place) => {
        const bytes = buffers[place];
        const buffer = bytes instanceof ArrayBuffer ? bytes : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
        this.answers.set(number, new Float64Array(buffer));
      });
      this.answered(message.error, askedAt);
    }
    this.push();
  }

  close() {
    clearTimeout(this.timer);
    clearTimeout(this.patience);
    this.model.off("msg:custom", this.hear);
  }
}
