// Voting: every value of a list has a weight for each category.
import { countCells, wholeOf } from "../stage.js";

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
    for (let category = 0; category < categories; category++) {
      const votes = to.values.subarray(category * images, (category + 1) * images).fill(0);
      for (let place = 0, read = 0; place < values; place++) {
        const weight = weights[category * values + place];
        for (let image = 0; image < images; image++) votes[image] += weight * from.values[read++];
      }
      if (biases) for (let image = 0; image < images; image++) votes[image] += biases[category];
    }
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

  verb: "vote",
  caption: "votes",
  hidden: "hidden",
  cell: "hidden value",
  parts: "list",
  explain: () => ({ rule: "every value times its weight, added up" }),
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
