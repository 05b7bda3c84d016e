// Convolution as others have it: sums instead of means, zeros around the edge, a stride.
import { cellAt, placeIn, slopesOf } from "../stage.js";
import { Convolution } from "./convolution.js";
import { addProducts, addRowProducts, addRows, turn } from "./products.js";

/**
 * @typedef {import("./kinds.js").Layer} Layer
 * @typedef {import("../stage.js").Size} Size
 * @typedef {import("../stage.js").Stage} Stage
 * @typedef {{places: Int32Array, values: Float64Array, pixels: number, length: number}} Table for each pixel of a
 *   feature a row with all that it lies on, patch by patch: where in the maps, -1 on the edge, and the values there
 */

/** @type {import("./kinds.js").Kind} */
export const Conv = {
  ...Convolution,
  module: "your_network.conv",
  defaults: { down: 1, across: 1, top: 0, left: 0, bottom: 0, right: 0 },
  mean: false,

  size({ shape: [features, maps, high, wide], settings }, from) {
    const { down, across, top, left, bottom, right } = settings;
    if (from.list) return "convolution expects maps, not a list";
    if (maps !== from.maps) return `the features expect ${maps} maps, not ${from.maps}`;
    const rows = Math.floor((from.rows + top + bottom - high) / down) + 1,
      columns = Math.floor((from.columns + left + right - wide) / across) + 1;
    if (rows < 1 || columns < 1) return "the features are larger than the maps";
    return { maps: features, rows, columns, list: false };
  },

  /** The sum over all pixels of the feature, plus the bias. */
  forward(layer, from, to) {
    to.kept ??= makeTable(layer, from, to);
    const { places, values, pixels, length } = to.kept,
      { weights, biases } = layer,
      { images = 1 } = from;
    for (let at = 0; at < values.length; at++) {
      const place = places[Math.floor(at / images)];
      values[at] = place < 0 ? 0 : from.values[place * images + (at % images)];
    }
    for (let place = 0; place < to.values.length; place++) to.values[place] = biases?.[Math.floor(place / length)] ?? 0;
    addProducts(to.values, weights, values, to.maps, pixels, length);
  },

  backward({ weights }, from, to, gradient) {
    const { places, values, pixels, length } = to.kept,
      { images = 1 } = from,
      slopes = slopesOf(to);
    addRowProducts(gradient.weights, slopes, values, to.maps, pixels, length);
    if (gradient.biases) addRows(gradient.biases, slopes, length);
    if (!from.slopes) return;
    from.slopes.fill(0);
    const shares = new Float64Array(values.length);
    addProducts(shares, turn(weights, to.maps, pixels), slopes, pixels, to.maps, length);
    for (let at = 0; at < shares.length; at++) {
      const place = places[Math.floor(at / images)];
      if (place >= 0) from.slopes[place * images + (at % images)] += shares[at];
    }
  },

  behind({ shape: [, , high, wide], settings: { down, across, top, left } }, from, area) {
    return {
      map: -1,
      top: Math.max(0, area.top * down - top),
      left: Math.max(0, area.left * across - left),
      bottom: Math.min(from.rows, (area.bottom - 1) * down - top + high),
      right: Math.min(from.columns, (area.right - 1) * across - left + wide),
    };
  },

  terms(layer, from, cell) {
    const pixels = layer.weights.length / layer.shape[0];
    return Array.from({ length: pixels }, (_, pixel) => {
      const place = placeOn(layer, from, pixel, cell.row, cell.column),
        at = cell.map * pixels + pixel;
      return { place, at, value: place < 0 ? 0 : from.values[place], weight: layer.weights[at] };
    });
  },

  slopeTerms({ shape: [features, maps, high, wide], settings, weights }, from, to, place) {
    const terms = [],
      { down, across, top, left } = settings,
      { map, row, column } = cellAt(from, 0, place);
    for (let feature = 0; feature < features; feature++) {
      for (let pixel = high * wide - 1; pixel >= 0; pixel--) {
        const above = (row + top - Math.floor(pixel / wide)) / down,
          before = (column + left - (pixel % wide)) / across,
          used = Number.isInteger(above) && Number.isInteger(before),
          made = used ? placeIn(to, feature, above, before) : -1,
          at = (feature * maps + map) * high * wide + pixel;
        if (made >= 0) terms.push({ place: made, at, value: slopesOf(to)[made], weight: weights[at] });
      }
    }
    return terms;
  },

  tellSlope: () => "it was part of these patches: the slope there × the pixel that lay on it, added up",

  /** One for each place where the feature was used. */
  weightTerms(layer, from, to, at) {
    const pixels = layer.weights.length / layer.shape[0],
      feature = Math.floor(at / pixels);
    return Array.from({ length: to.rows * to.columns }, (_, cell) => {
      const place = placeOn(layer, from, at % pixels, Math.floor(cell / to.columns), cell % to.columns),
        made = feature * to.rows * to.columns + cell;
      return { place, to: made, value: place < 0 ? 0 : from.values[place], slope: slopesOf(to)[made] };
    });
  },

  explain: () => ({ rule: "patch × feature, added up" }),
};

/** Where a pixel of a feature lies in the patch of a new cell: -1 on the edge. @param {Layer} layer @param {Size} from
 * @param {number} pixel @param {number} row @param {number} column */
function placeOn({ shape: [, , high, wide], settings: { down, across, top, left } }, from, pixel, row, column) {
  const map = Math.floor(pixel / (high * wide)),
    below = row * down - top + (Math.floor(pixel / wide) % high);
  return placeIn(from, map, below, column * across - left + (pixel % wide));
}

/** @param {Layer} layer @param {Stage} from @param {Stage} to @returns {Table} */
function makeTable(layer, from, to) {
  const pixels = layer.weights.length / layer.shape[0],
    cells = to.rows * to.columns,
    length = cells * (from.images ?? 1);
  const places = Int32Array.from({ length: pixels * cells }, (_, at) => {
    const cell = at % cells;
    return placeOn(layer, from, Math.floor(at / cells), Math.floor(cell / to.columns), cell % to.columns);
  });
  return { places, values: new Float64Array(pixels * length), pixels, length };
}
