// Training without Python: the same steps as xo.backprop, in slices that fit into a frame.
import { Batches } from "./batches.js";
import { unfold } from "./engine.js";
import { ERRORS } from "./errors.js";
import { Adam } from "./rules.js";

/**
 * How to use it:
 *
 *   const training = new Training(layers, examples, { order, unseen });
 *   training.run(8);                            // learn for about 8 ms: in every frame, while it plays
 *   training.takeStep();                        // or learn from one batch
 *   training.step, training.steps, training.round, training.rounds, training.finished, training.error, training.points
 *   runLayers(image, unfold(training.layers))   // what it answers now
 *   writeNumbers(training.layers)               // what Python is told
 *   training.reset();                           // back to the start, to the last digit
 *
 * `run` and `takeStep` throw an Error of one sentence when the numbers grow without limit; the network is then as it
 * was before
 * that step. No piece of work takes longer than a few milliseconds, and between two calls nothing happens.
 *
 * @typedef {import("./engine.js").Layer} Layer
 * @typedef {import("./examples.js").Examples} Examples
 * @typedef {{step: number, error: number, accuracy: number, unseenError: number, unseenAccuracy: number}} Point
 *   what was measured after a number of steps; without unseen drawings the last two are NaN
 *
 * @typedef {object} Options
 * @property {Uint32Array} order the places of all drawings in the order in which a round goes through them, round after
 *   round: so it says how many rounds there are. It comes from Python (`write_order` says why)
 * @property {Examples | null} [unseen] drawings that are only ever measured
 * @property {number} [batch] how many drawings a step learns from
 * @property {() => import("./rules.js").Rule} [makeRule]
 * @property {string} [error] a name in ERRORS
 * @property {number} [measurements] how many points there will be, about
 */

const SEEN_SAMPLE = 500; // drawings at most that are measured, of those it learns from; of the unseen, all are

export class Training {
  /** @param {Layer[]} layers where to start; they stay as they are @param {Examples} examples
   * @param {Options} options */
  constructor(layers, examples, options) {
    const { order, unseen = null, batch = 32, makeRule = () => new Adam() } = options;
    /** The network as it is now: its numbers change in place. @type {Layer[]} */
    this.layers = layers.map((layer) => ({
      ...layer,
      weights: layer.weights.slice(),
      biases: layer.biases?.slice() ?? null,
    }));
    this.network = new Batches(unfold(this.layers), examples, ERRORS[options.error ?? "softmax_error"]);
    this.start = this.network.numbers.map((array) => array.slice());
    this.examples = examples;
    this.unseen = unseen;
    this.order = order;
    this.batch = batch;
    this.makeRule = makeRule;
    this.stepsARound = Math.ceil(examples.count / batch);
    this.rounds = Math.floor(order.length / examples.count);
    this.steps = this.rounds * this.stepsARound;
    this.every = Math.ceil(this.steps / (options.measurements ?? 60));
    this.rule = makeRule();
    this.step = 0;
    /** Of the last batch, before its step. */
    this.error = NaN;
    /** @type {Point[]} */
    this.points = [];
    this.work = this.pieces();
  }

  /** Back to the very start: the same numbers, the same order of drawings to come. */
  reset() {
    for (const [index, array] of this.start.entries()) this.network.numbers[index].set(array);
    this.rule = this.makeRule();
    this.step = 0;
    this.error = NaN;
    this.points = [];
    this.work = this.pieces();
  }

  /**
   * Go on from where another training was, or this one in another window.
   * @param {number} step @param {Layer[]} layers its network then @param {Float64Array} memory of its rule
   * @param {Point[]} points
   */
  restore(step, layers, memory, points) {
    for (const [index, { weights, biases }] of layers.entries()) {
      this.layers[index].weights.set(weights);
      if (biases) this.layers[index].biases?.set(biases);
    }
    this.rule = this.makeRule();
    this.rule.read(memory, this.network.numbers);
    this.step = step;
    this.error = NaN;
    this.points = points;
    this.work = this.pieces();
  }

  /** How many of the seen drawings are measured. */
  get measured() {
    return Math.ceil(this.examples.count / strideFor(this.examples.count));
  }

  get round() {
    return Math.ceil(this.step / this.stepsARound);
  }

  get finished() {
    return this.step === this.steps && !this.isDue();
  }

  /** Learn for so many milliseconds, or one piece of work, whichever is longer. @param {number} milliseconds */
  run(milliseconds) {
    const end = performance.now() + milliseconds;
    do this.go();
    while (!this.finished && performance.now() < end);
  }

  /** Learn from one more batch, and measure where it is time to. */
  takeStep() {
    const next = Math.min(this.step + 1, this.steps);
    while (this.step < next || this.isDue()) this.go();
  }

  /** One piece of work. */
  go() {
    try {
      this.work.next();
    } catch (error) {
      this.work = this.pieces(); // whoever goes on takes the same step again
      throw error;
    }
  }

  /** Whether it is time to measure: now and then, and at the end. */
  isDue() {
    const { step, steps, every, points } = this;
    return (step % every === 0 || step === steps) && points[points.length - 1]?.step !== step;
  }

  /** All the work that is left. */
  *pieces() {
    while (!this.finished) yield* this.isDue() ? this.measure() : this.learn();
  }

  /** Add up the slopes over a batch; then move every number. */
  *learn() {
    const { network, examples, batch } = this,
      { numbers, gradient, most } = network;
    const round = Math.floor(this.step / this.stepsARound) * examples.count,
      start = round + (this.step % this.stepsARound) * batch,
      chosen = this.order.subarray(start, Math.min(start + batch, round + examples.count));
    let error = 0;
    network.forget();
    for (let place = 0; place < chosen.length; place += most) {
      if (place) yield;
      error += network.learn(examples, chosen.subarray(place, place + most), chosen.length);
    }
    const before = numbers.map((array) => array.slice());
    if (Number.isFinite(error)) this.rule.step(numbers, gradient);
    if (!Number.isFinite(error) || !numbers.every((array) => array.every(Number.isFinite))) {
      for (const [index, array] of numbers.entries()) array.set(before[index]);
      throw new Error("The numbers grew without limit: reset, and choose a smaller rate.");
    }
    this.error = error;
    this.step += 1;
    yield;
  }

  *measure() {
    const { step } = this;
    const seen = yield* this.judge(this.examples, strideFor(this.examples.count)),
      unseen = this.unseen ? yield* this.judge(this.unseen, 1) : { error: NaN, accuracy: NaN };
    this.points.push({ step, ...seen, unseenError: unseen.error, unseenAccuracy: unseen.accuracy });
    yield;
  }

  /** The error and the share of right answers, on every so manieth drawing. @param {Examples} examples
   * @param {number} stride */
  *judge(examples, stride) {
    const asked = Array.from({ length: Math.ceil(examples.count / stride) }, (_, place) => place * stride);
    let [error, right] = [0, 0];
    for (let place = 0; place < asked.length; place += this.network.most) {
      const found = this.network.ask(examples, asked.slice(place, place + this.network.most), asked.length);
      error += found.error;
      right += found.right;
      yield;
    }
    return { error, accuracy: right / asked.length };
  }
}

/** Every so manieth of the seen drawings is measured. @param {number} count */
function strideFor(count) {
  return Math.ceil(count / SEEN_SAMPLE);
}
