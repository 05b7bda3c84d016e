// Which keys do what, for whoever asks.
import { make } from "../../shared/dom.js";

/** @type {[string, string][]} */
const PAD = [
  ["Tab", "from the pad to the tools, the network, and what stands below"],
  ["arrow keys", "from pixel to pixel, cell to cell, map to map"],
  ["Space", "white or black"],
  ["Ctrl+Z, Ctrl+Y", "undo, redo"],
];

/** @type {[string, string][]} */
const NETWORK = [
  ["Page Down, Page Up", "to the next column, to the one before"],
  ["Ctrl+End, Ctrl+Home", "to the votes, to the pad"],
  ["Enter", "hold the card of a cell, let it go; backward, of a pixel, too"],
  ["Tab", "from a held cell to its card"],
  ["Backspace", "one step back along the strongest path; backward, one step toward the error"],
  ["Shift+Up, Shift+Down", "change a number of a feature or a weight"],
  ["digits", "type it, as 0.5 or 1/3"],
  ["Esc", "put the card away"],
];

/** @param {boolean} network */
export function buildKeys(network) {
  const list = make("dl", "keys");
  for (const [keys, what] of network ? [...PAD, ...NETWORK] : PAD)
    list.append(make("dt", "", keys), make("dd", "", what));
  return list;
}
