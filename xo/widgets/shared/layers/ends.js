// How networks of others end: maps read as one list where nothing else does it, and shares in place of votes.
import { decimal } from "../numbers.js";
import { countCells, slopesOf, wholeOf } from "../stage.js";
import { Listing } from "./listing.js";

/** @type {import("./kinds.js").Kind} */
export const Flatten = {
  ...Listing,
  module: "your_network.ends",
  votes: true,
  verb: "flatten",
  caption: "list",
  hidden: "list",
  cell: "value",
};

/** @type {import("./kinds.js").Kind} */
export const Softmax = {
  module: "your_network.ends",
  defaults: {},
  votes: true,

  size: (_, from) => ({ maps: 1, rows: countCells(from), columns: 1, list: true }),

  forward(_, from, to) {
    const { images = 1, values } = from;
    for (let image = 0; image < images; image++) {
      let [most, sum] = [-Infinity, 0];
      for (let at = image; at < values.length; at += images) most = Math.max(most, values[at]);
      for (let at = image; at < values.length; at += images) sum += Math.exp(values[at] - most);
      for (let at = image; at < values.length; at += images) to.values[at] = Math.exp(values[at] - most) / sum;
    }
  },

  /** A vote raises its own share and lowers all others. */
  backward(_layer, from, to) {
    const { images = 1 } = from,
      slopes = slopesOf(to),
      shares = to.values;
    if (!from.slopes) return;
    for (let image = 0; image < images; image++) {
      let together = 0;
      for (let at = image; at < shares.length; at += images) together += slopes[at] * shares[at];
      for (let at = image; at < shares.length; at += images) from.slopes[at] = shares[at] * (slopes[at] - together);
    }
  },

  behind: (_, from) => ({ ...wholeOf(from), map: 0 }),
  source: (_layer, _from, cell) => cell.row,
  slopeTerms: (_layer, _from, to, place) =>
    Array.from(to.values, (share, at) => {
      const weight = share * ((at === place ? 1 : 0) - to.values[place]);
      return { place: at, at: -1, value: slopesOf(to)[at], weight };
    }),
  tellSlope: () => "the slope of each share × how much this vote moves that share, added up",

  verb: "softmax",
  caption: "shares",
  hidden: "shares",
  cell: "share",
  explain({ from, cell }) {
    const most = Math.max(...from.values),
      powers = Array.from(from.values, (vote) => Math.exp(vote - most)),
      sum = powers.reduce((total, power) => total + power, 0);
    const own = `e to the power of its vote less the largest vote: ${decimal(powers[cell.row], 4)}`;
    return { rule: `${own}, divided by ${decimal(sum, 4)}, all ${powers.length} of these together` };
  },
};
