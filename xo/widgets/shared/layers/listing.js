// Listing: the maps read as one list, before a vote. Python does that on the way; here it stands as a column of its
// own.
import { cellAt, countCells, slopesOf, wholeOf } from "../stage.js";

/** @type {import("./kinds.js").Kind} */
export const Listing = {
  module: "",
  defaults: {},

  size: (_, from) => ({ maps: 1, rows: countCells(from), columns: 1, list: true }),
  forward: (_, from, to) => to.values.set(from.values),
  backward: (_layer, from, to) => from.slopes?.set(slopesOf(to)),

  behind(_, from, area) {
    if (area.bottom - area.top > 1) return wholeOf(from);
    const { map, row, column } = cellAt(from, 0, area.top);
    return { map, top: row, left: column, bottom: row + 1, right: column + 1 };
  },
  source: (_layer, _from, cell) => cell.row,
  slopeTerms: (_layer, _from, to, place) => [{ place, at: -1, value: slopesOf(to)[place], weight: 1 }],

  tellSlope: (_layer, _from, _to, place) => `the same number, read as value ${place + 1} of the list`,

  verb: "",
  caption: "list",
  cell: "",
  explain: () => ({ rule: "the same number, read as one of a list" }),
};
