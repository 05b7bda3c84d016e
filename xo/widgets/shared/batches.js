// Many drawings through a network together: their votes, their error, and the slopes of the network's numbers.
import { makeGradients, makeStages } from "./engine.js";
import { kindOf } from "./layers/kinds.js";
import { countCells } from "./stage.js";

/**
 * @typedef {import("./engine.js").Layer} Layer
 * @typedef {import("./stage.js").Stage} Stage
 * @typedef {import("./errors.js").ErrorOf} ErrorOf
 * @typedef {import("./examples.js").Examples} Examples
 */

const PRODUCTS = 1_500_000; // that one pass there and back may take: about a millisecond

/** The arrays of the layers' numbers, or of their slopes, in order.
 * @param {{weights: Float64Array, biases: Float64Array | null}[]} layers */
function arraysOf(layers) {
  return layers.flatMap(({ weights, biases }) => [weights, ...(biases ? [biases] : [])]);
}

/** Each ReLU after the poolings that follow it: the same votes and slopes, and less for ReLU to do (lesson 4).
 * @param {Layer[]} layers */
function poolFirst(layers) {
  const order = [...layers];
  for (let place = 1; place < order.length; place++) {
    const [before, after] = [order[place - 1], order[place]];
    if (kindOf(before).trait === "keeps order" && kindOf(after).trait === "picks the largest") {
      [order[place - 1], order[place]] = [after, before];
    }
  }
  return order;
}

export class Batches {
  /** @param {Layer[]} layers unfolded @param {Examples} examples like those that will come @param {ErrorOf} errorOf */
  constructor(layers, { maps, rows, columns, list }, errorOf) {
    this.layers = poolFirst(layers);
    this.size = { maps, rows, columns, list };
    this.errorOf = errorOf;
    this.gradients = makeGradients(this.layers);
    this.numbers = arraysOf(this.layers);
    this.gradient = arraysOf(this.gradients);
    /** Made once for each number of drawings, and used again. @type {Map<number, Stage[]>} */
    this.stages = new Map();
    /** How many drawings may go through at a time. */
    this.most = Math.max(1, Math.floor(PRODUCTS / (3 * this.countProducts())));
  }

  /** For the votes on one drawing; the way back takes about twice as many. */
  countProducts() {
    const stages = this.stagesFor(1);
    return this.layers.reduce(
      (sum, { shape, weights }, place) => sum + (countCells(stages[place + 1]) * weights.length) / (shape[0] ?? 1),
      1,
    );
  }

  /** @param {number} images @returns {Stage[]} */
  stagesFor(images) {
    const known = this.stages.get(images);
    if (known) return known;
    const image = { ...this.size, images, values: new Float64Array(countCells(this.size) * images) };
    const stages = makeStages(image, this.layers);
    // nothing learns from those of pixels
    for (const stage of stages.slice(1)) stage.slopes = new Float64Array(stage.values.length);
    this.stages.set(images, stages);
    return stages;
  }

  /**
   * The votes on some examples.
   * @param {Examples} examples @param {ArrayLike<number>} chosen their places
   * @param {number} [count] of the drawings whose mean the error is, where these are a part of them
   * @returns {{error: number, right: number}} their part of the error, and how many were answered rightly
   */
  ask(examples, chosen, count = chosen.length) {
    const stages = this.stagesFor(chosen.length),
      votes = stages[stages.length - 1],
      categories = Array.from(chosen, (place) => examples.categories[place]);
    layOut(examples, chosen, stages[0]);
    for (const [place, layer] of this.layers.entries()) {
      kindOf(layer).forward(layer, stages[place], stages[place + 1]);
    }
    const error = this.errorOf(votes.values, categories, votes.slopes ?? new Float64Array(0), count);
    return { error, right: countRight(votes.values, categories) };
  }

  /** The same and the way back: the slopes of the numbers are added to those in `gradient`.
   * @param {Examples} examples @param {ArrayLike<number>} chosen @param {number} [count] */
  learn(examples, chosen, count = chosen.length) {
    const { error } = this.ask(examples, chosen, count),
      stages = this.stagesFor(chosen.length);
    for (let place = this.layers.length - 1; place >= 0; place--) {
      kindOf(this.layers[place]).backward(this.layers[place], stages[place], stages[place + 1], this.gradients[place]);
    }
    return error;
  }

  forget() {
    for (const slopes of this.gradient) slopes.fill(0);
  }
}

/** The numbers of a cell stand side by side for all examples. @param {Examples} examples
 * @param {ArrayLike<number>} chosen @param {Stage} image */
function layOut(examples, chosen, { values }) {
  const cells = countCells(examples),
    images = chosen.length;
  for (let image = 0; image < images; image++) {
    const start = chosen[image] * cells;
    for (let cell = 0; cell < cells; cell++) values[cell * images + image] = examples.values[start + cell];
  }
}

/** How often the right category has most votes; the first one, where votes are equal. @param {Float64Array} votes
 * @param {number[]} categories */
function countRight(votes, categories) {
  const images = categories.length;
  return categories.filter((category, image) => {
    let winner = image;
    for (let place = image; place < votes.length; place += images) if (votes[place] > votes[winner]) winner = place;
    return winner === category * images + image;
  }).length;
}
