// Filtering: every feature looks at every place of all the maps, and makes one new map.
import { nameCell } from "../numbers.js";
import { cellAt, placeIn, slopesOf } from "../stage.js";
import { Patches } from "./patches.js";
import { addProducts, addRowProducts, addRows, turn } from "./products.js";

/**
 * @typedef {import("./kinds.js").Term} Term
 * @typedef {import("./kinds.js").WeightTerm} WeightTerm
 */

const MOST_PIXELS = 49; // of a feature that can be shown in the picture of the network

/** @type {import("./kinds.js").Kind} */
export const Convolution = {
  module: "filtering",
  defaults: { padding: 0 },
  mixes: true,

  size({ shape: [features, maps, high, wide], settings: { padding } }, from) {
    if (from.list) return "convolution expects maps, not a list";
    if (maps !== from.maps) return `the features expect ${maps} maps, not ${from.maps}`;
    const rows = from.rows + 2 * padding - high + 1,
      columns = from.columns + 2 * padding - wide + 1;
    if (rows < 1 || columns < 1) return "the features are larger than the maps";
    return { maps: features, rows, columns, list: false };
  },

  /** The sum over all pixels of the feature, divided by their number, plus the bias. */
  forward({ shape, weights, biases, settings }, from, to) {
    to.kept ??= new Patches(from, to, shape, settings.padding);
    const { pixels, length, values } = to.kept;
    to.kept.layOut(from.values);
    to.values.fill(0);
    addProducts(to.values, weights, values, to.maps, pixels, length);
    for (let feature = 0; feature < to.maps; feature++) {
      const bias = biases ? biases[feature] : 0;
      for (let place = feature * length; place < (feature + 1) * length; place++) {
        to.values[place] = to.values[place] / pixels + bias;
      }
    }
  },

  /** A feature was used at every place: its slope adds up, over all places, slope × patch. A cell was part of many
   * patches. */
  backward({ weights }, from, to, gradient) {
    const { pixels, length, values } = to.kept,
      slopes = slopesOf(to);
    addRowProducts(gradient.weights, slopes, values, to.maps, pixels, length, pixels);
    if (gradient.biases) addRows(gradient.biases, slopes, length);
    if (!from.slopes) return;
    addProducts(to.kept.clearSlopes(), turn(weights, to.maps, pixels), slopes, pixels, to.maps, length);
    to.kept.handBack(from.slopes.fill(0));
    for (let place = 0; place < from.slopes.length; place++) from.slopes[place] /= pixels;
  },

  behind({ shape: [, , high, wide], settings: { padding } }, from, area) {
    return {
      map: -1,
      top: Math.max(0, area.top - padding),
      left: Math.max(0, area.left - padding),
      bottom: Math.min(from.rows, area.bottom - 1 + high - padding),
      right: Math.min(from.columns, area.right - 1 + wide - padding),
    };
  },

  terms({ shape: [, maps, high, wide], settings: { padding }, weights }, from, cell) {
    /** @type {Term[]} */
    const terms = [];
    let at = cell.map * maps * high * wide;
    for (let map = 0; map < maps; map++) {
      for (let row = cell.row - padding; row < cell.row - padding + high; row++) {
        for (let column = cell.column - padding; column < cell.column - padding + wide; column++) {
          const place = placeIn(from, map, row, column);
          terms.push({ place, at, value: place < 0 ? -1 : from.values[place], weight: weights[at++] });
        }
      }
    }
    return terms;
  },
  mean: true,
  output: (cell) => cell.map,

  /** One for each patch that the cell was part of, in each new map. */
  slopeTerms({ shape: [features, maps, high, wide], settings: { padding }, weights }, from, to, place) {
    /** @type {Term[]} */
    const terms = [];
    const { map, row, column } = cellAt(from, 0, place);
    for (let feature = 0; feature < features; feature++) {
      for (let down = high - 1; down >= 0; down--) {
        for (let right = wide - 1; right >= 0; right--) {
          const made = placeIn(to, feature, row + padding - down, column + padding - right),
            at = ((feature * maps + map) * high + down) * wide + right;
          if (made >= 0) terms.push({ place: made, at, value: slopesOf(to)[made], weight: weights[at] });
        }
      }
    }
    return terms;
  },

  tellSlope: () =>
    "it was part of these patches: the slope there × the pixel that lay on it, added up, divided by the pixels",

  /** One for each place where the feature was used. */
  weightTerms({ shape: [, maps, high, wide], settings: { padding } }, from, to, at) {
    const pixel = at % (maps * high * wide),
      feature = Math.floor(at / (maps * high * wide)),
      map = Math.floor(pixel / (high * wide)),
      down = (Math.floor(pixel / wide) % high) - padding,
      right = (pixel % wide) - padding;
    return Array.from({ length: to.rows * to.columns }, (_, cell) => {
      const place = placeIn(from, map, Math.floor(cell / to.columns) + down, (cell % to.columns) + right),
        made = feature * to.rows * to.columns + cell;
      return { place, to: made, value: place < 0 ? -1 : from.values[place], slope: slopesOf(to)[made] };
    });
  },

  verb: "filter",
  caption: "filtered",
  cell: "filtered map",
  parts: "patch",
  explain: ({ sum }) => ({ rule: `patch × feature, added up, divided by ${sum?.count}` }),
  weightName({ shape: [, maps, high, wide] }, at) {
    const feature = `feature ${Math.floor(at / (maps * high * wide)) + 1}`,
      map = maps > 1 ? `, map ${(Math.floor(at / (high * wide)) % maps) + 1}` : "";
    return `${feature}${map}, ${nameCell(Math.floor(at / wide) % high, at % wide)}`;
  },
  shows: ({ shape: [, maps, high, wide] }) => (maps === 1 && high * wide <= MOST_PIXELS ? "feature" : ""),

  /** Many maps deep: a column for each feature, a row for each map. */
  weights({ shape: [features, maps, rows, columns] }) {
    const tiles = Array.from({ length: features * maps }, (_, place) => {
      const [map, feature] = maps === 1 ? [0, place] : [Math.floor(place / features), place % features];
      return { offset: (feature * maps + map) * rows * columns, rows, columns };
    });
    const deep = maps === 1 ? "" : `, each ${maps} maps deep`,
      across = maps === 1 ? Math.min(features, 8) : features;
    return { name: `${features} features`, detail: `${rows}×${columns}${deep}`, tiles, across };
  },
};
