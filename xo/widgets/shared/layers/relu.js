// ReLU: wherever a number is negative, a 0.
import { decimal } from "../numbers.js";
import { placeOf, slopesOf } from "../stage.js";

/** @type {import("./kinds.js").Kind} */
export const ReLU = {
  module: "relu",
  defaults: {},
  trait: "keeps order",

  size: (_, { maps, rows, columns, list }) => ({ maps, rows, columns, list }),

  forward(_, from, to) {
    for (let place = 0; place < to.values.length; place++) {
      to.values[place] = Math.max(from.values[place], 0);
    }
  },

  /** The slope passes where a number came through. */
  backward(_layer, from, to) {
    const slopes = slopesOf(to);
    for (let place = 0; from.slopes && place < slopes.length; place++) {
      from.slopes[place] = to.values[place] > 0 ? slopes[place] : 0;
    }
  },

  behind: (_layer, _from, area) => area,
  source: (_, from, cell) => placeOf(from, cell),
  slopeTerms: (_layer, _from, to, place) =>
    to.values[place] > 0 ? [{ place, at: -1, value: slopesOf(to)[place], weight: 1 }] : [],

  tellSlope: (_layer, from, to, place) =>
    to.values[place] > 0
      ? "it is above 0: it came through ReLU, and so does its slope"
      : `it is ${from.values[place] < 0 ? "below 0" : "0"}: ReLU made a 0 of it, and the slope stops here`,

  verb: "ReLU",
  caption: "ReLU",
  cell: "map after ReLU",
  explain({ from, cell, tell }) {
    const place = placeOf(from, cell),
      before = from.values[place],
      told = tell(place);
    const text = /[1-9]/.test(told) || told === "0" ? told : decimal(before, 9);
    const negative = before < 0 && text !== "0";
    return { rule: negative ? `${text} is negative, so it becomes 0` : `${text} is not negative, so it stays` };
  },
};
