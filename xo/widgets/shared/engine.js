// A network in the browser: the same numbers as xo, while the pen moves.
import { kindOf } from "./layers/kinds.js";
import { countCells } from "./stage.js";

const TOGETHER = 16; // images that go through at once, where there are many

/**
 * @typedef {import("./stage.js").Size} Size
 * @typedef {import("./stage.js").Stage} Stage
 * @typedef {import("./layers/kinds.js").Gradient} Gradient
 *
 * @typedef {object} Layer
 * @property {string} kind a name in KINDS
 * @property {number} number counted from 1 as in Python; 0 for a Listing, which Python does not name
 * @property {boolean} on
 * @property {string} own the name of the learner's function that takes its place, or ""
 * @property {boolean} [answered] whether that function made the numbers shown; else the built-in layer stands in
 * @property {Record<string, number>} settings
 * @property {string[]} names what Python calls its weights and its biases; none: nothing to learn
 * @property {number[]} shape of the weights, those of one output after another: features, maps, rows, columns or
 *   categories, values
 * @property {Float64Array} weights
 * @property {Float64Array | null} biases one for each output
 *
 * @typedef
 *   {{kind: string, on?: boolean, own?: string, settings?: Record<string, number>, arrays?: [string, number[]][]}}
 *   LayerPlan
 *   what Python sends of a layer beside its numbers: plain values; arrays: their names and shapes
 */

/**
 * The layers that Python sent.
 * @param {LayerPlan[]} plans
 * @param {Float64Array} numbers of all arrays, layer by layer
 * @returns {Layer[]}
 */
export function readLayers(plans, numbers) {
  let start = 0;
  const take = (/** @type {number[]} */ shape) => {
    const end = start + shape.reduce((product, side) => product * side, 1),
      values = numbers.slice(start, end);
    start = end;
    return values;
  };
  return plans.map(({ kind, on = true, own = "", settings, arrays = [] }, index) => {
    const values = arrays.map(([, shape]) => take(shape));
    return {
      kind,
      number: index + 1,
      on,
      own,
      settings: { ...kindOf({ kind }).defaults, ...settings },
      names: arrays.map(([name]) => name),
      shape: arrays[0]?.[1] ?? [],
      weights: values[0] ?? new Float64Array(0),
      biases: values[1] ?? null,
    };
  });
}

/** The opposite: what Python reads of the layers beside their numbers. @param {Layer[]} layers
 * @returns {LayerPlan[]} */
export function writePlans(layers) {
  return layers.map(({ kind, on, own, settings, names, shape }) => ({
    kind,
    on,
    own,
    settings,
    arrays: names.map((name, place) => [name, place ? shape.slice(0, 1) : shape]),
  }));
}

/**
 * The numbers of all layers, in the order in which `readLayers` takes them.
 * @param {Layer[]} layers
 */
export function writeNumbers(layers) {
  return Float64Array.from(layers.flatMap((layer) => [...layer.weights, ...(layer.biases ?? [])]));
}

/**
 * The layers that are switched on, with a Listing before a vote that reads maps.
 * @param {Layer[]} layers
 * @returns {Layer[]}
 */
export function unfold(layers) {
  const on = layers.filter((layer) => layer.on),
    first = on.findIndex((layer) => kindOf(layer).votes);
  if (first < 0) return on;
  const nothing = { settings: {}, names: [], shape: [], weights: new Float64Array(0), biases: null };
  return [...on.slice(0, first), { kind: "Listing", number: 0, on: true, own: "", ...nothing }, ...on.slice(first)];
}

/**
 * The size of what comes out, or a sentence about why the layer does not fit.
 * @param {Layer} layer
 * @param {Size} from
 */
export function outputSize(layer, from) {
  return kindOf(layer).size(layer, from);
}

/**
 * The image and what every (unfolded) layer makes of it.
 * @param {Stage} image one drawing, or some that go through together
 * @param {Layer[]} layers
 * @param {Map<number, Float64Array>} [answers] what the learner's functions made, by layer number
 * @returns {Stage[]}
 */
export function runLayers(image, layers, answers) {
  const stages = makeStages(image, layers);
  layers.forEach((layer, place) => {
    const [from, to] = [stages[place], stages[place + 1]],
      answer = answers?.get(layer.number);
    kindOf(layer).forward(layer, from, to);
    if (answer?.length === to.values.length) to.values = answer;
  });
  return stages;
}

/** The image and an empty stage after every layer. @param {Stage} image @param {Layer[]} layers @returns {Stage[]} */
export function makeStages(image, layers) {
  const { images = 1 } = image,
    stages = [image];
  for (const layer of layers) {
    const size = outputSize(layer, stages[stages.length - 1]);
    if (typeof size === "string") throw new Error(size);
    stages.push({ ...size, images, values: new Float64Array(countCells(size) * images) });
  }
  return stages;
}

/**
 * The votes on many images of one size: a list for each.
 * @param {Stage[]} images
 * @param {Layer[]} layers unfolded
 * @returns {Float64Array[]}
 */
export function castVotes(images, layers) {
  const all = [];
  for (let first = 0; first < images.length; first += TOGETHER) {
    const some = images.slice(first, first + TOGETHER),
      count = some.length;
    const values = new Float64Array(some[0].values.length * count);
    for (const [image, one] of some.entries()) {
      for (let cell = 0; cell < one.values.length; cell++) values[cell * count + image] = one.values[cell];
    }
    const stages = runLayers({ ...some[0], values, images: count }, layers),
      votes = stages[stages.length - 1];
    for (let image = 0; image < count; image++) {
      all.push(Float64Array.from({ length: countCells(votes) }, (_, place) => votes.values[place * count + image]));
    }
  }
  return all;
}

/**
 * One pass back: how much the error grows for a little more of each number, by the chain rule, layer by layer from the
 * votes.
 * Each stage has its `slopes` afterwards.
 * @param {Stage[]} stages as `runLayers` made them
 * @param {Layer[]} layers
 * @param {Float64Array} slopes of the error for the votes
 * @returns {Gradient[]} the slopes for the numbers of each layer
 */
export function runBackward(stages, layers, slopes) {
  const gradients = makeGradients(layers);
  for (const stage of stages) stage.slopes = new Float64Array(stage.values.length);
  stages[stages.length - 1].slopes = slopes;
  for (let place = layers.length - 1; place >= 0; place--) {
    kindOf(layers[place]).backward(layers[place], stages[place], stages[place + 1], gradients[place]);
  }
  return gradients;
}

/** A 0 for every number of each layer. @param {Layer[]} layers @returns {Gradient[]} */
export function makeGradients(layers) {
  return layers.map(({ weights, biases }) => ({
    weights: new Float64Array(weights.length),
    biases: biases && new Float64Array(biases.length),
  }));
}
