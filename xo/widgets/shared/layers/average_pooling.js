// Average pooling: the mean of the cells that every window covers.
import { placesUnder, overWindows, underWindows, WINDOW, windowsOn } from "./windows.js";

/** @type {import("./kinds.js").Kind} */
export const AveragePooling = {
  module: "pooling",
  defaults: WINDOW,

  size: windowsOn,

  /** A window that hangs over the edge covers fewer cells, and is divided by fewer. */
  forward(layer, from, to) {
    const images = from.images ?? 1;
    overWindows(layer, from, to, (place, top, bottom, left, right) => {
      const sums = to.values.subarray(place * images, (place + 1) * images).fill(0),
        count = ((bottom - top) / from.columns) * (right - left);
      for (let row = top; row < bottom; row += from.columns) {
        for (let read = (row + left) * images; read < (row + right) * images; ) {
          for (let image = 0; image < images; image++) sums[image] += from.values[read++];
        }
      }
      for (let image = 0; image < images; image++) sums[image] /= count;
    });
  },

  behind: underWindows,
  terms: (layer, from, cell) =>
    placesUnder(layer, from, cell).places.map((place) => ({ place, at: -1, value: from.values[place], weight: 1 })),
  mean: true,
  output: (cell) => cell.map,

  verb: "average",
  caption: "averaged",
  cell: "averaged map",
  parts: "window",
  explain({ layer, from, cell, sum }) {
    const { places, rows, columns } = placesUnder(layer, from, cell);
    const values = places.map((place) => from.values[place]),
      texts = (sum?.products ?? []).map(({ value }) => value.text);
    return { rule: `the mean of ${values.length}`, window: { rows, columns, texts, values } };
  },
};
