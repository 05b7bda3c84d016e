// The kinds of layer that the browser knows, under the names of their classes in Python.
import { AveragePooling } from "./average_pooling.js";
import { Conv } from "./conv.js";
import { Convolution } from "./convolution.js";
import { Flatten, Softmax } from "./ends.js";
import { Listing } from "./listing.js";
import { Pooling } from "./pooling.js";
import { AveragePool, MaxPool } from "./pools.js";
import { ReLU } from "./relu.js";
import { Voting } from "./voting.js";

/**
 * Everything that the browser knows of a kind of layer. A new kind is one such object here and one class in Python.
 *
 * @typedef {import("../engine.js").Layer} Layer
 * @typedef {import("../stage.js").Size} Size
 * @typedef {import("../stage.js").Stage} Stage
 * @typedef {import("../stage.js").Cell} Cell
 * @typedef {import("../stage.js").Area} Area
 * @typedef {{place: number, at: number, value: number, weight: number}} Term a product that a cell adds up
 *   place: where its value stands in the stage before, -1 in the padding; at: where its weight stands in the layer, -1:
 *   it has none
 * @typedef {{place: number, to: number, value: number, slope: number}} WeightTerm a product that the slope of a weight
 *   adds up
 *   place: where the value stands in the stage before, -1 in the padding; to: where the slope stands in the stage after
 * @typedef {{weights: Float64Array, biases: Float64Array | null}} Gradient the slope of the error for each number of a
 *   layer
 *
 * @typedef {object} Kind
 * @property {string} module in which Python has its class, below `xo`; "" for what only the browser has
 * @property {Record<string, number>} defaults its settings, where nothing else is said
 * @property {boolean} [votes] it reads maps as one list; as the last layer, it answers
 * @property {"keeps order" | "picks the largest"} [trait] layers with these two can change places
 * @property {boolean} [mixes] every new map is made from all the maps before it
 *
 * The arithmetic:
 * @property {(layer: Layer, from: Size) => Size | string} size what comes out, or a sentence about why the layer does
 *   not fit
 * @property {(layer: Layer, from: Stage, to: Stage) => void} forward fill `to.values`
 * @property {(layer: Layer, from: Stage, to: Stage, gradient: Gradient) => void} backward from `to.slopes`: fill
 *   `from.slopes`, if there
 *   is such an array, and add the slopes of the layer's own numbers to those in `gradient`
 *
 * Where one number of one drawing comes from: a kind has either `source` or `terms`.
 * @property {(layer: Layer, from: Size, area: Area) => Area} behind the cells that an area was made from
 * @property {(layer: Layer, from: Stage, cell: Cell) => number} [source] the place of the one value that the cell
 *   passes on
 * @property {(layer: Layer, from: Stage, cell: Cell) => Term[]} [terms] the products that the cell adds up
 * @property {boolean} [mean] the sum is divided by the number of products
 *
 * Where the slope of one number comes from, for one drawing, after a pass back:
 * @property {(layer: Layer, from: Stage, to: Stage, place: number) => Term[]} slopeTerms the products that the slope of
 *   a value of `from`
 *   adds up: slopes of the stage after times weights; none: nothing that it does reaches the error
 * @property {(layer: Layer, from: Stage, to: Stage, at: number) => WeightTerm[]} [weightTerms] the same for one of the
 *   layer's weights:
 *   values times slopes, for every place where it was used
 * @property {(layer: Layer, from: Stage, to: Stage, place: number) => string} [tellSlope] the same in a sentence
 * @property {(cell: Cell) => number} [output] which feature, or which category, makes the cell
 *
 * In words and pictures:
 * @property {string} verb on the switch of the layer
 * @property {string} caption over what comes out
 * @property {string} [hidden] the caption where it votes, but not last
 * @property {string} cell what a cell of a map is called; of a list: a value
 * @property {"patch" | "window" | "list"} [parts] how the card shows the products: as patch × feature, as numbers
 *   alone, or one a line
 * @property {(shown: Shown) => Explanation} explain
 * @property {(layer: Layer, at: number) => string} [weightName] what one of its weights is called
 * @property {(layer: Layer) => "feature" | "weights" | ""} [shows] what stands before the layer in the picture of the
 *   network
 * @property {(layer: Layer, from: Size) => Weights} [weights] how its weights are laid out in a picture of what it has
 *   learned
 *
 * @typedef
 *   {{layer: Layer, from: Stage, cell: Cell, sum?: {count: number, products: {place: number, value: {text: string}}[]},
 *            tell: (place: number) => string}} Shown
 *   what a card shows of a cell; sum: what became of its terms; tell: a value of the stage before as text
 * @typedef {{rule: string, window?: Window}} Explanation rule: one sentence
 * @typedef {{rows: number, columns: number, texts: string[], values: number[], winner?: number}} Window winner: the
 *   place of the largest
 * @typedef {{name: string, detail: string, tiles: {offset: number, rows: number, columns: number}[], across: number}}
 *   Weights
 *   tiles: small maps of weights, row by row, `across` side by side
 */

/** @type {Record<string, Kind>} */
export const KINDS = {
  Convolution,
  ReLU,
  Pooling,
  AveragePooling,
  Voting,
  Listing,
  Conv,
  MaxPool,
  AveragePool,
  Flatten,
  Softmax,
};

/** @param {{kind: string}} layer @returns {Kind} */
export function kindOf({ kind }) {
  if (!KINDS[kind]) throw new Error(`expected a layer that the browser knows, got ${kind}`);
  return KINDS[kind];
}
