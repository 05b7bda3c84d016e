// Pooling: the largest value in every window.
import { placesUnder, overWindows, underWindows, WINDOW, windowsOn } from "./windows.js";

/** @type {import("./kinds.js").Kind} */
export const Pooling = {
  module: "pooling",
  defaults: WINDOW,

  size: windowsOn,

  forward(layer, from, to) {
    const images = from.images ?? 1;
    overWindows(layer, from, to, (place, top, bottom, left, right) => {
      const largest = to.values.subarray(place * images, (place + 1) * images).fill(-Infinity);
      for (let row = top; row < bottom; row += from.columns) {
        for (let read = (row + left) * images; read < (row + right) * images; ) {
          for (let image = 0; image < images; image++, read++) {
            if (from.values[read] > largest[image]) largest[image] = from.values[read];
          }
        }
      }
    });
  },

  behind: underWindows,
  source: (layer, from, cell) => {
    const { places } = placesUnder(layer, from, cell);
    return places[winnerOf(places.map((place) => from.values[place]))];
  },

  verb: "pool",
  caption: "pooled",
  cell: "pooled map",
  explain({ layer, from, cell, tell }) {
    const { places, rows, columns } = placesUnder(layer, from, cell);
    const values = places.map((place) => from.values[place]),
      texts = places.map(tell),
      winner = winnerOf(values);
    const tie = values.filter((value) => value === values[winner]).length > 1 ? " (the first of a tie)" : "";
    const rule = `the largest of ${values.length}: ${texts[winner]}${tie}`;
    return { rule, window: { rows, columns, texts, values, winner } };
  },
};

/** Where the largest stands: the first one where values tie. @param {number[]} values */
function winnerOf(values) {
  return values.reduce((best, value, place) => (value > values[best] ? place : best), 0);
}
