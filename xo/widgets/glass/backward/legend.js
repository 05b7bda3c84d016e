// What the colours of slopes mean.
import { make, setText } from "../../shared/dom.js";
import { MINUS, decimal, signed } from "../../shared/numbers.js";
import { SLOPES } from "./scale.js";
import { placesFor } from "./sums.js";

const MEANING =
  "Each cell shows its slope: how fast the error grows with its number. Red: more of this makes the error larger. " +
  "Blue, with a minus: more of this makes the error smaller. Dark: next to no difference.";
const COLUMNS =
  "Every column has a scale of its own: its largest slope has the strongest colour, and stands under its name as ±. " +
  "So compare colours within a column, and between columns the numbers.";
const DRAWING = "On the drawing, the slopes stand inside the pixels: press one long to hold its card.";
const OWN = "Where your own function stands, the slopes are those of the built-in layer.";
const ENDS = ["\u2212largest", "0", "+largest"];
const SMALL = 1e-4; // below it, a power of ten is shorter than the decimals
const RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

/** Where the colours of a column end, as it stands under the column's name. @param {number} limit */
export function writeEnd(limit) {
  if (!limit) return "all 0";
  if (limit >= SMALL) return `±${decimal(limit, placesFor([limit]) - 2)}`;
  return `±${inPowers(limit)}`;
}

/** A slope among others, as short as a small cell needs it. @param {number} slope @param {Float64Array} among */
export function writeSlope(slope, among) {
  const largest = among.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  if (slope && largest < SMALL) return `${slope < 0 ? MINUS : "+"}${inPowers(Math.abs(slope))}`;
  return signed(slope, Math.max(2, placesFor(among) - 1));
}

/** 2·10⁻⁷ @param {number} small */
function inPowers(small) {
  const [digits, power] = small.toExponential(0).split("e-");
  return `${digits}\u00b710\u207b${power.replace(/\d/g, (digit) => RAISED[Number(digit)])}`;
}

export class SlopeLegend {
  constructor() {
    this.element = make("div", "slope-legend");
    this.scales = make("div", "scale-key");
    this.note = make("div", "soft");
    this.element.append(this.scales, this.note);
    const bar = make("div", "scale", "", { "aria-hidden": "true" });
    bar.style.background = SLOPES.gradient;
    const row = make("div", "scale-row");
    row.append(...ENDS.map((end) => make("span", "", end)));
    this.scales.append(bar, row, make("div", "", "of its column", { style: "text-align: center" }));
  }

  /** @param {import("./pass.js").Pass} pass of the network on its drawing */
  show({ back, layers }) {
    this.element.hidden = !back;
    if (!back) return;
    setText(this.note, [MEANING, COLUMNS, DRAWING, ...(layers.some(({ own }) => own) ? [OWN] : [])].join(" "));
  }
}
