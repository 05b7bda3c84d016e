// Voting: every value of a list has a weight for each category.
import { countCells, slopesOf, wholeOf } from "../stage.js";
import { addProducts, addRowProducts, addRows, turn } from "./products.js";

const MOST_WEIGHTS = 4096; // that can be shown in the picture of the network

/** @type {import("./kinds.js").Kind} */
export const Voting = {
  module: "voting",
  defaults: {},
  votes: true,

  size({ shape: [categories, values] }, from) {
    if (values !== countCells(from)) return `the votes expect ${values} values, not ${countCells(from)}`;
    return { maps: 1, rows: categories, columns: 1, list: true };
  },

  /** Weighted values, added up for each category, plus the bias. */
  forward({ shape: [categories, values], weights, biases }, from, to) {
    const images = from.images ?? 1;
    to.values.fill(0);
    addProducts(to.values, weights, from.values, categories, values, images);
    if (!biases) return;
    for (let place = 0; place < to.values.length; place++) to.values[place] += biases[Math.floor(place / images)];
  },

  backward({ shape: [categories, values], weights }, from, to, gradient) {
    const images = from.images ?? 1,
      slopes = slopesOf(to);
    addRowProducts(gradient.weights, slopes, from.values, categories, values, images);
    if (gradient.biases) addRows(gradient.biases, slopes, images);
    if (!from.slopes) return;
    from.slopes.fill(0);
    addProducts(from.slopes, turn(weights, categories, values), slopes, values, categories, images);
  },

  behind: (_, from) => ({ ...wholeOf(from), map: 0 }),
  terms({ shape: [, values], weights }, from, cell) {
    const start = cell.row * values;
    return Array.from(from.values, (value, place) => ({
      place,
      at: start + place,
      value,
      weight: weights[start + place],
    }));
  },
  output: (cell) => cell.row,
  slopeTerms: ({ shape: [categories, values], weights }, _from, to, place) =>
    Array.from({ length: categories }, (_, category) => {
      const at = category * values + place;
      return { place: category, at, value: slopesOf(to)[category], weight: weights[at] };
    }),
  tellSlope: () => "the slope of each vote × the weight that it has there, added up",
  weightTerms({ shape: [, values] }, from, to, at) {
    const [category, place] = [Math.floor(at / values), at % values];
    return [{ place, to: category, value: from.values[place], slope: slopesOf(to)[category] }];
  },

  verb: "vote",
  caption: "votes",
  hidden: "hidden",
  cell: "hidden value",
  parts: "list",
  explain: () => ({ rule: "every value times its weight, added up" }),
  weightName: ({ shape: [, values] }, at) => `weight of value ${(at % values) + 1}`,
  shows: ({ weights }) => (weights.length <= MOST_WEIGHTS ? "weights" : ""),

  /** A row for each category, laid out as the maps that the list was read from. */
  weights({ shape: [categories, values] }, from) {
    const { maps, rows, columns } = from.list ? { maps: 1, rows: 1, columns: values } : from;
    const tiles = Array.from({ length: categories * maps }, (_, place) => ({
      offset: place * rows * columns,
      rows,
      columns,
    }));
    const what = from.list ? `${values} values` : `${maps} ${maps === 1 ? "map" : "maps"} of ${rows}×${columns}`;
    return { name: `${categories} hidden`, detail: `for ${what}`, tiles, across: maps };
  },
};
