// The learner's own Python function in a layer's place: the kernel computes it, the newest drawing first.
//
// A drawing is sent at most every 33 ms, and only while few are unanswered: as many as fit on the road to the kernel
// and
// back, measured by the quickest of the last answers. What a slow function or a busy kernel adds never becomes a queue.
import { writeNumbers } from "../shared/engine.js";
import { shapeInPython } from "../shared/stage.js";
import { readBytes } from "../shared/wire.js";

const SEND_EVERY_MS = 33;
const MOST_UNANSWERED = 8;
const ANSWERS_REMEMBERED = 20;
const ANSWER_WITHIN_MS = 3000;
const FORGOTTEN_AFTER_MS = 30000;

/**
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {{kind: "made", serial: number, took: number, numbers: number[][], error: string}} Answer
 *   numbers: for each drawing those of the layers that were made, in the order of the buffers
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
    /** @type {Map<number, Float64Array>[]} for the drawing and for the one kept to compare, by layer number */
    this.answers = [];
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
    const now = performance.now(),
      wait = this.sentAt + SEND_EVERY_MS - now;
    this.waiting = this.waiting.filter(({ at }) => now - at < FORGOTTEN_AFTER_MS);
    if (this.waiting.length >= this.mostUnanswered()) return;
    if (wait > 0) this.timer = window.setTimeout(() => this.push(), wait);
    else this.send(this.next, now);
  }

  /** As many as fit on the road to the kernel and back. */
  mostUnanswered() {
    const quickest = this.roads.length ? Math.min(...this.roads) : 0;
    return Math.min(MOST_UNANSWERED, 1 + Math.floor(quickest / SEND_EVERY_MS));
  }

  /** @param {import("./session.js").State} state @param {number} now */
  send({ image, layers, kept }, now) {
    const images = kept ? [image, kept] : [image];
    this.next = null;
    this.serial += 1;
    this.sentAt = now;
    if (!this.waiting.length) this.patience = window.setTimeout(() => this.giveUp(), ANSWER_WITHIN_MS);
    this.waiting.push({ serial: this.serial, at: now });
    const message = {
      kind: "make",
      serial: this.serial,
      shapes: images.map(shapeInPython),
      on: layers.map((layer) => layer.on),
    };
    const numbers = [writeNumbers(layers), ...images.map(({ values }) => values.slice())];
    this.model.send(
      message,
      undefined,
      numbers.map(({ buffer }) => buffer),
    );
  }

  /** The last answers are those to another drawing: they must not stand for this one. */
  giveUp() {
    this.answers = [];
    this.silent();
  }

  /** @param {Answer} message @param {DataView[]} buffers */
  take(message, buffers) {
    if (message?.kind !== "made") return;
    clearTimeout(this.patience);
    const askedAt = this.waiting.find(({ serial }) => serial === message.serial)?.at ?? 0;
    this.waiting = this.waiting.filter(({ serial }) => serial > message.serial);
    if (askedAt) this.roads = [...this.roads.slice(1 - ANSWERS_REMEMBERED), performance.now() - askedAt - message.took];
    if (message.serial > this.seen) {
      this.seen = message.serial;
      let place = 0;
      this.answers = message.numbers.map(
        (made) => new Map(made.map((number) => [number, readBytes(buffers[place++])])),
      );
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
