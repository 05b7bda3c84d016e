// The button that looks for the fewest flips, how far the search is, and the picture that it found.
import { paintPixels } from "../shared/canvas.js";
import { button, make, setText } from "../shared/dom.js";
import { nameCell } from "../shared/numbers.js";
import { sameValues } from "../shared/wire.js";
import { flip, tellSearch } from "./fewest_flips.js";

/**
 * @typedef {import("./session.js").Found} Found
 * @typedef {import("./flip_map.js").Theme} Theme
 * @typedef {{find: () => void, stop: () => void, use: (values: Float64Array) => void}} Acts
 */

const PICTURE_PX = 135;

export class FlipsPanel {
  /** @param {import("./readers.js").Reader} reader @param {number} columns of a picture @param {Acts} acts */
  constructor({ name, formula }, columns, acts) {
    this.formula = formula;
    this.columns = columns;
    this.flipped = new Float64Array(0);
    this.find = button("Find the smallest lie", `Find the fewest flips that mislead ${name}`, acts.find);
    this.stop = button("Stop", "Stop the search", acts.stop);
    this.use = button("Put it on the pad", "Put this image on the pad", () => acts.use(this.flipped));
    this.bar = make("progress", "bar", "", { "aria-label": "Progress of the search" });
    this.words = make("div", "flips-words", "", { role: "status" });
    this.canvas = make("canvas", "", "", { role: "img" });
    this.element = make("div", "flips");
    this.element.append(this.find, this.stop, this.bar, this.words, this.canvas, this.use);
  }

  /** @param {Found | undefined} found
   * @param {Float64Array} values of the present picture: what was found for another is not shown
   * @param {Theme} theme */
  show(found, values, theme) {
    const now = found && sameValues(found.values, values) ? found : null,
      searching = now?.state === "searching",
      places = now?.state === "found" ? (now.now?.places ?? null) : null;
    const focused = [this.find, this.stop, this.use].find((one) => one === document.activeElement);
    this.find.hidden = searching;
    this.stop.hidden = this.bar.hidden = !searching;
    this.canvas.hidden = this.use.hidden = !places;
    if (focused?.hidden) (searching ? this.stop : this.find).focus();
    if (now?.now) [this.bar.max, this.bar.value] = [now.now.sets, now.now.tried];
    // A reader of the screen hears the end of a search, not every step of it.
    this.words.setAttribute("aria-live", searching ? "off" : "polite");
    setText(this.words, now?.now ? tellSearch(now.now, now.state, this.formula) : "");
    if (now && places) this.showPicture(now.values, places, theme);
  }

  /** @param {Float64Array} values @param {number[]} places @param {Theme} theme */
  showPicture(values, places, { light, scale }) {
    const { columns } = this,
      rows = values.length / columns,
      side = Math.max(3, Math.floor((PICTURE_PX * scale) / columns));
    this.flipped = flip(values, places);
    paintPixels(this.canvas, this.flipped, rows, columns, side);
    const context = this.canvas.getContext("2d");
    for (const place of places) {
      const x = (place % columns) * side,
        y = Math.floor(place / columns) * side;
      for (const [colour, width] of /** @type {[string, number][]} */ ([
        ["#000", 5],
        [light, 3],
      ])) {
        if (context) Object.assign(context, { strokeStyle: colour, lineWidth: width });
        context?.strokeRect(x + 1, y + 1, side - 3, side - 3);
      }
    }
    const where = places.map((place) => nameCell(Math.floor(place / columns), place % columns));
    this.canvas.setAttribute("aria-label", `The image with these pixels flipped: ${where.join("; ")}`);
  }
}
