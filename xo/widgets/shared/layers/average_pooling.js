// Average pooling: the mean of the cells that every window covers.
import { cellAt, slopesOf } from "../stage.js";
import { overWindows, placesUnder, underWindows, WINDOW, windowsOn, windowsOver } from "./windows.js";

/** @type {import("./kinds.js").Kind} */
export const AveragePooling = {
  module: "pooling",
  defaults: WINDOW,

  size: windowsOn,

  /** A window that hangs over the edge covers fewer cells, and is divided by fewer. */
  forward(layer, from, to) {
    const { images = 1, values } = from;
    to.values.fill(0);
    overWindows(layer, from, to, (place, top, bottom, left, right, count) => {
      const first = place * images;
      for (let row = top; row < bottom; row += from.columns) {
        for (let cell = (row + left) * images; cell < (row + right) * images; cell += images) {
          for (let image = 0; image < images; image++) to.values[first + image] += values[cell + image];
        }
      }
      for (let image = 0; image < images; image++) to.values[first + image] /= count;
    });
  },

  /** Every cell of a window has the same share in its slope. */
  backward(layer, from, to) {
    const { images = 1, slopes } = from,
      given = slopesOf(to);
    if (!slopes) return;
    slopes.fill(0);
    overWindows(layer, from, to, (place, top, bottom, left, right, count) => {
      const first = place * images;
      for (let row = top; row < bottom; row += from.columns) {
        for (let cell = (row + left) * images; cell < (row + right) * images; cell += images) {
          for (let image = 0; image < images; image++) slopes[cell + image] += given[first + image] / count;
        }
      }
    });
  },

  behind: underWindows,
  terms: (layer, from, cell) =>
    placesUnder(layer, from, cell).places.map((place) => ({ place, at: -1, value: valueAt(from, place), weight: 1 })),
  mean: true,
  output: (cell) => cell.map,
  slopeTerms: (layer, from, to, place) =>
    windowsOver(layer, from, to, place).map((made) => {
      const { places } = placesUnder(layer, from, cellAt(to, 0, made));
      return { place: made, at: -1, value: slopesOf(to)[made], weight: 1 / places.length };
    }),

  tellSlope: () => "the slope of each window that it lies in × its share there, added up",

  verb: "average",
  caption: "averaged",
  cell: "averaged map",
  parts: "window",
  explain({ layer, from, cell, sum }) {
    const { places, rows, columns } = placesUnder(layer, from, cell);
    const values = places.map((place) => valueAt(from, place)),
      texts = (sum?.products ?? []).map(({ value }) => value.text),
      zeros = places.filter((place) => place < 0).length;
    const rule = `the mean of ${values.length}${zeros ? `, of which ${zeros} are zeros around the edge` : ""}`;
    return { rule, window: { rows, columns, texts, values } };
  },
};

/** A value of the maps; 0 beyond them. @param {import("../stage.js").Stage} from @param {number} place */
function valueAt(from, place) {
  return place < 0 ? 0 : from.values[place];
}
