// Pooling: the largest value in every window.
import { nameCell } from "../numbers.js";
import { cellAt, slopesOf } from "../stage.js";
import { overWindows, placesUnder, underWindows, WINDOW, windowsOn, windowsOver } from "./windows.js";

/** @type {import("./kinds.js").Kind} */
export const Pooling = {
  module: "pooling",
  defaults: WINDOW,
  trait: "picks the largest",

  size: windowsOn,

  /** Who won each window is kept: the first one where values tie. */
  forward(layer, from, to) {
    const { images = 1, values } = from;
    to.kept ??= new Int32Array(to.values.length);
    const winners = to.kept;
    overWindows(layer, from, to, (place, top, bottom, left, right) => {
      const first = place * images;
      for (let image = 0; image < images; image++) winners[first + image] = (top + left) * images + image;
      for (let row = top; row < bottom; row += from.columns) {
        for (let cell = (row + left) * images; cell < (row + right) * images; cell += images) {
          for (let image = 0; image < images; image++) {
            if (values[cell + image] > values[winners[first + image]]) winners[first + image] = cell + image;
          }
        }
      }
    });
    for (let place = 0; place < winners.length; place++) to.values[place] = values[winners[place]];
  },

  /** The slope of a window goes to its winner, and to nobody else. */
  backward(_layer, from, to) {
    const slopes = slopesOf(to);
    from.slopes?.fill(0);
    for (let place = 0; from.slopes && place < slopes.length; place++) from.slopes[to.kept[place]] += slopes[place];
  },

  behind: underWindows,
  source: (layer, from, cell) => {
    const { places } = placesUnder(layer, from, cell);
    return places[winnerOf(places.map((place) => from.values[place]))];
  },
  slopeTerms: (layer, from, to, place) =>
    windowsOver(layer, from, to, place)
      .filter((made) => to.kept[made] === place)
      .map((made) => ({ place: made, at: -1, value: slopesOf(to)[made], weight: 1 })),

  tellSlope(layer, from, to, place) {
    const over = windowsOver(layer, from, to, place),
      lost = over.filter((made) => to.kept[made] !== place);
    if (!over.length) return "no window covers it: nothing reaches the error";
    if (!lost.length) return "it won its window: the whole slope goes to the winner";
    const { row, column } = cellAt(from, 0, to.kept[lost[0]]),
      tie = from.values[to.kept[lost[0]]] === from.values[place] ? "a tie goes to the first: " : "it lost: ",
      won = over.length - lost.length;
    if (won) return `it won ${won} of its ${over.length} windows, and takes the slopes of these`;
    return `${tie}the whole slope goes to the winner of its window, ${nameCell(row, column)}`;
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
