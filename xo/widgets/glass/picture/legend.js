// What the colours, the numbers in the cells and the lines mean.
import { gradient } from "../../shared/colours.js";
import { make, setText } from "../../shared/dom.js";
import { decimal } from "../../shared/numbers.js";
import { partsOf } from "../passes.js";

/** @typedef {import("./layout.js").Pass} Pass */

const COLOURS = "Purple is above 0, orange below, white is 0.";
const ROWS = ["above", "below", "at the bottom"];
const LINES = "A line leads to what is made from a map.";
/** @type {Record<number, string>} */
const PARTS = { 4: "quarters", 9: "ninths" };

export class Legend {
  constructor() {
    this.element = make("div", "legend");
    this.note = make("div", "soft");
    this.scales = make("div", "scale-key");
    this.written = "";
    this.element.append(this.scales, this.note);
  }

  /** @param {Pass[]} passes @param {import("../passes.js").Limits[]} limits
   * @param {boolean} lines whether there are any
   * @returns {boolean} whether its words are others than before */
  show(passes, limits, lines) {
    const ends = passes.map((pass, number) => (hasMaps(pass) ? limits[number].maps : 0)).filter((limit) => limit);
    this.element.hidden = ends.length === 0;
    if (this.written !== ends.join()) this.scales.replaceChildren(...writeScales(ends));
    this.written = ends.join();
    const over = partsOf(passes),
      parts = `Whole numbers in the maps count ${PARTS[over] ?? `${over}ths`}: 7 is 7/${over}.`,
      before = this.note.textContent;
    setText(this.note, [COLOURS, ...(over > 1 ? [parts] : []), ...(lines ? [LINES] : [])].join(" "));
    return this.note.textContent !== before;
  }
}

/** @param {Pass} pass */
function hasMaps({ stages }) {
  return stages.slice(1).some((stage) => !stage.list);
}

/** The scale with its ends: those of each pass, where they are not the same. @param {number[]} limits */
function writeScales(limits) {
  const bar = make("div", "scale", "", { "aria-hidden": "true" }),
    several = new Set(limits).size > 1;
  bar.style.background = gradient();
  const rows = (several ? limits : limits.slice(0, 1)).map((limit, number) => {
    const row = make("div", "scale-row"),
      places = limit < 1 ? 1 : 0;
    row.append(
      make("span", "", decimal(-limit, places)),
      make("span", "", several ? ROWS[number] : "0"),
      make("span", "", decimal(limit, places)),
    );
    return row;
  });
  return [bar, ...rows];
}
