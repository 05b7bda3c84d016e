// How well a network does while it learns: its error and its share of right answers, on seen and on unseen drawings.

/**
 * @typedef {import("./examples.js").Examples} Examples
 * @typedef {{step: number, error: number, accuracy: number, unseenError: number, unseenAccuracy: number}} Point
 *   what was measured after a number of steps; without unseen drawings the last two are NaN
 */

const SEEN_SAMPLE = 500; // drawings at most that are measured, of those it learns from; of the unseen, all are

export class Measuring {
  /** @param {import("./batches.js").Batches} network @param {Examples} seen @param {Examples | null} unseen
   * @param {number} every so many steps, or the next whole number of them */
  constructor(network, seen, unseen, every) {
    this.network = network;
    this.seen = seen;
    this.unseen = unseen;
    this.every = Math.ceil(every);
    this.stride = Math.ceil(seen.count / SEEN_SAMPLE);
  }

  /** How many of the seen drawings are measured. */
  get count() {
    return Math.ceil(this.seen.count / this.stride);
  }

  /** In short pieces of work. @returns {Generator<void, Omit<Point, "step">>} */
  *pieces() {
    const seen = yield* this.judge(this.seen, this.stride),
      unseen = this.unseen ? yield* this.judge(this.unseen, 1) : { error: NaN, accuracy: NaN };
    return { ...seen, unseenError: unseen.error, unseenAccuracy: unseen.accuracy };
  }

  /** On every so manieth drawing. @param {Examples} examples @param {number} stride */
  *judge(examples, stride) {
    const asked = Array.from({ length: Math.ceil(examples.count / stride) }, (_, place) => place * stride),
      { most } = this.network;
    let [error, right] = [0, 0];
    for (let place = 0; place < asked.length; place += most) {
      const found = this.network.ask(examples, asked.slice(place, place + most), asked.length);
      error += found.error;
      right += found.right;
      yield;
    }
    return { error, accuracy: right / asked.length };
  }
}
