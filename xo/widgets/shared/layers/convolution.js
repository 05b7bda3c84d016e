// Filtering: every feature looks at every place of all the maps, and makes one new map.
import { countCells } from "../stage.js";

/**
 * @typedef {import("./kinds.js").Layer} Layer
 * @typedef {import("./kinds.js").Stage} Stage
 * @typedef {import("./kinds.js").Term} Term
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
  forward(layer, from, to) {
    const [features, maps, high, wide] = layer.shape,
      images = from.images ?? 1;
    const padded = pad(from, layer.settings.padding),
      pixels = maps * high * wide,
      row = to.columns * images,
      map = to.rows * row;
    for (let feature = 0; feature < features; feature++) {
      const sums = to.values.subarray(feature * map, (feature + 1) * map).fill(0);
      for (let pixel = 0; pixel < pixels; pixel++) {
        const weight = layer.weights[feature * pixels + pixel];
        let start = startOf(pixel, layer.shape, padded) * images;
        for (let place = 0; place < map; start += padded.columns * images) {
          for (let end = place + row, read = start; place < end; ) sums[place++] += weight * padded.values[read++];
        }
      }
      const bias = layer.biases ? layer.biases[feature] : 0;
      for (let place = 0; place < map; place++) sums[place] = sums[place] / pixels + bias;
    }
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
          const inside = row >= 0 && column >= 0 && row < from.rows && column < from.columns;
          const place = inside ? (map * from.rows + row) * from.columns + column : -1;
          terms.push({ place, at, value: inside ? from.values[place] : -1, weight: weights[at++] });
        }
      }
    }
    return terms;
  },
  mean: true,
  output: (cell) => cell.map,

  verb: "filter",
  caption: "filtered",
  cell: "filtered map",
  parts: "patch",
  explain: ({ sum }) => ({ rule: `patch × feature, added up, divided by ${sum?.count}` }),
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

/** The cell under a pixel of a feature that lies on the first place of the maps. @param {number} pixel @param {number[]} shape @param {Stage} maps */
function startOf(pixel, [, , high, wide], { rows, columns }) {
  const map = Math.floor(pixel / (high * wide)),
    down = Math.floor(pixel / wide) % high;
  return (map * rows + down) * columns + (pixel % wide);
}

/** A copy of the maps with background (-1) around each. @param {Stage} from @param {number} padding @returns {Stage} */
function pad(from, padding) {
  if (!padding) return from;
  const { maps, images = 1 } = from,
    rows = from.rows + 2 * padding,
    columns = from.columns + 2 * padding;
  const padded = { maps, rows, columns, list: false, images },
    values = new Float64Array(countCells(padded) * images).fill(-1);
  for (let map = 0; map < maps; map++) {
    for (let row = 0; row < from.rows; row++) {
      const start = (map * from.rows + row) * from.columns;
      const line = from.values.subarray(start * images, (start + from.columns) * images);
      values.set(line, ((map * rows + row + padding) * columns + padding) * images);
    }
  }
  return { ...padded, values };
}
