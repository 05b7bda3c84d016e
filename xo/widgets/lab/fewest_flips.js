// The smallest lie: the fewest pixels that must flip before a reader is misled. Python searches; this shows how far it is.
import { button, make } from "../shared/dom.js";
import { paintPixels } from "../shared/canvas.js";
import { nameCell, thousands } from "../shared/numbers.js";

/**
 * @typedef {object} Lie
 * @property {string} key which image it is about
 * @property {string} state searching, found, more, stopped, or failed: and why
 * @property {number} flips @property {number} tried @property {number} sets @property {number[] | null} places
 * @typedef {{find: () => void, stop: () => void, use: (values: Float64Array) => void}} Acts
 */

/** @param {number} count */
export function flipsInWords(count) {
  return count === 1 ? "1 flip" : `${count} flips`;
}

/** An image with some places turned over. @param {Float64Array} values @param {number[]} places */
export function flip(values, places) {
  const flipped = values.slice();
  for (const place of places) flipped[place] = values[place] > 0 ? -1 : 1;
  return flipped;
}

/** Where the search is, or what it found. @param {Lie | undefined} lie @param {boolean} formula @param {string} other what the reader says then */
export function tellLie(lie, formula, other) {
  if (!lie) return "";
  const { state, flips, tried, sets } = lie;
  if (state === "found") {
    if (formula)
      return `${flipsInWords(flips)}, and it says ${other}. A formula knows: each pixel counts by itself, so the largest steps are taken first.`;
    return `${flipsInWords(flips)}, and it says ${other}.${flips > 1 ? " No fewer are enough." : ""}`;
  }
  if (state === "more")
    return formula
      ? "No number of flips is enough."
      : `More than ${flips === 4 ? "four" : flips} flips: all ${thousands(sets)} sets were tried.`;
  if (state === "searching") return `Trying ${flipsInWords(flips)}: ${thousands(tried)} of ${thousands(sets)} sets`;
  if (state === "stopped")
    return `Stopped after ${thousands(tried)} of ${thousands(sets)} sets: fewer than ${flipsInWords(flips)} are not enough.`;
  return state;
}

/** News of a search belongs to one that goes on: what arrives after its end changes nothing.
 * @param {Record<string, Lie>} lies by reader @param {Lie & {reader: string}} news */
export function hearNews(lies, news) {
  return lies[news.reader]?.state === "searching" ? { ...lies, [news.reader]: news } : lies;
}

export class LiePanel {
  /** @param {string} name @param {boolean} formula @param {Acts} acts */
  constructor(name, formula, acts) {
    this.formula = formula;
    this.acts = acts;
    this.flipped = new Float64Array(0);
    this.find = button("Find the smallest lie", `Find the fewest flips that mislead ${name}`, () => acts.find());
    this.stop = button("Stop", "Stop the search", () => acts.stop());
    this.use = button("Put it on the pad", "Put this image on the pad", () => acts.use(this.flipped));
    this.bar = make("progress", "bar", "", { "aria-label": "Progress of the search" });
    this.words = make("div", "lie-words", "", { role: "status" });
    this.canvas = make("canvas", "", "", { role: "img" });
    this.element = make("div", "lie");
    this.element.append(this.find, this.stop, this.bar, this.words, this.canvas, this.use);
  }

  /** @param {Lie | undefined} lie about the present image, if any @param {Float64Array} values @param {string} other @param {string} light */
  show(lie, values, other, light) {
    const searching = lie?.state === "searching",
      found = lie?.state === "found" && lie.places;
    this.find.hidden = searching;
    this.stop.hidden = this.bar.hidden = !searching;
    this.canvas.hidden = this.use.hidden = !found;
    if (lie) [this.bar.max, this.bar.value] = [lie.sets, lie.tried];
    const words = tellLie(lie, this.formula, other);
    // A reader of the screen hears the beginning and the end of a search, not every step of it.
    this.words.setAttribute("aria-live", searching ? "off" : "polite");
    if (this.words.textContent !== words) this.words.textContent = words;
    if (!found) return;
    this.flipped = flip(values, found);
    paintLie(this.canvas, this.flipped, found, light);
    const where = found.map((place) => nameCell(Math.floor(place / 9), place % 9));
    this.canvas.setAttribute("aria-label", `The image with these pixels flipped: ${where.join("; ")}`);
  }
}

/** @param {HTMLCanvasElement} canvas @param {Float64Array} values @param {number[]} places @param {string} light */
function paintLie(canvas, values, places, light) {
  const side = 15;
  paintPixels(canvas, values, 9, 9, side);
  const pen = canvas.getContext("2d");
  if (!pen) return;
  for (const place of places) {
    const x = (place % 9) * side,
      y = Math.floor(place / 9) * side;
    for (const [colour, width] of /** @type {const} */ ([
      ["#000", 5],
      [light, 3],
    ])) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.strokeRect(x + 1, y + 1, side - 3, side - 3);
    }
  }
}
