// Training without Python: the same steps as xo.backprop, in slices that fit into a frame.
import { Batches } from "./batches.js";
import { unfold } from "./engine.js";
import { ERRORS } from "./errors.js";
import { Measuring } from "./measuring.js";
import { Adam } from "./rules.js";

/**
 * How to use it:
 *
 *   const training = new Training(layers, examples, { order, unseen });
 *   training.run(8);                            // learn for about 8 ms: in every frame, while it plays
 *   training.takeStep();                        // or learn from one batch
 *   training.step, training.steps, training.finished, training.error, training.points
 *   runLayers(image, unfold(training.layers))   // what it answers now
 *   writeNumbers(training.layers)               // what Python is told
 *   training.reset();                           // back to the start, to the last digit
 *
 * `run` and `takeStep` throw an Error of one sentence when the numbers grow without limit; the network is then as it
 * was before that step. No piece of work takes longer than a few milliseconds, and between two calls nothing happens.
 *
 * @typedef {import("./engine.js").Layer} Layer
 * @typedef {import("./examples.js").Examples} Examples
 * @typedef {import("./measuring.js").Point} Point
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

export class Training {
  /** @param {Layer[]} layers where to start; they stay as they are @param {Examples} examples
   * @param {Options} options */
  constructor(layers, examples, options) {
    const { order, unseen = null, batch = 32, makeRule = () => new Adam() } = options;
    /** The network as it is now: its numbers change in place. @type {Layer[]} */
    this.layers = layers.map(copyLayer);
    this.network = new Batches(unfold(this.layers), examples, ERRORS[options.error ?? "softmax_error"]);
    this.start = this.network.numbers.map((array) => array.slice());
    this.examples = examples;
    this.unseen = unseen;
    this.makeRule = makeRule;
    this.course = new Course(order, examples.count, batch);
    this.steps = this.course.steps;
    this.measuring = new Measuring(this.network, examples, unseen, this.steps / (options.measurements ?? 60));
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
    this.begin(0, []);
  }

  /** @param {number} step @param {Point[]} points */
  begin(step, points) {
    this.rule = this.makeRule();
    this.step = step;
    this.error = NaN;
    this.points = points;
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
    this.begin(step, points);
    this.rule.read(memory, this.network.numbers);
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
    const { step, steps, points, measuring } = this;
    return (step % measuring.every === 0 || step === steps) && points[points.length - 1]?.step !== step;
  }

  /** All the work that is left. */
  *pieces() {
    while (!this.finished) yield* this.isDue() ? this.measure() : this.learn();
  }

  /** Add up the slopes over a batch; then move every number. */
  *learn() {
    const { network, examples } = this,
      { most } = network,
      chosen = this.course.batchAt(this.step);
    let error = 0;
    network.forget();
    for (let place = 0; place < chosen.length; place += most) {
      if (place) yield;
      error += network.learn(examples, chosen.subarray(place, place + most), chosen.length);
    }
    this.move(error);
    this.error = error;
    this.step += 1;
    yield;
  }

  /** Every number down its slope. @param {number} error that the slopes are of
   * @throws {Error} where one of them would not be finite: then none has moved */
  move(error) {
    const { numbers, gradient } = this.network,
      before = numbers.map((array) => array.slice());
    if (Number.isFinite(error)) this.rule.step(numbers, gradient);
    if (Number.isFinite(error) && numbers.every((array) => array.every(Number.isFinite))) return;
    for (const [index, array] of numbers.entries()) array.set(before[index]);
    throw new Error("The numbers grew without limit: reset, and choose a smaller rate.");
  }

  *measure() {
    this.points.push({ step: this.step, ...(yield* this.measuring.pieces()) });
    yield;
  }
}

/** @param {Layer} layer @returns {Layer} with numbers of its own */
function copyLayer(layer) {
  return { ...layer, weights: layer.weights.slice(), biases: layer.biases?.slice() ?? null };
}

/** Which drawings each step learns from. */
class Course {
  /** @param {Uint32Array} order of all drawings, round after round @param {number} count of drawings
   * @param {number} batch */
  constructor(order, count, batch) {
    this.order = order;
    this.count = count;
    this.batch = batch;
    this.stepsARound = Math.ceil(count / batch);
    this.steps = Math.floor(order.length / count) * this.stepsARound;
  }

  /** The places of the drawings that the next step learns from. @param {number} step those before it */
  batchAt(step) {
    const round = Math.floor(step / this.stepsARound) * this.count,
      start = round + (step % this.stepsARound) * this.batch;
    return this.order.subarray(start, Math.min(start + this.batch, round + this.count));
  }
}
