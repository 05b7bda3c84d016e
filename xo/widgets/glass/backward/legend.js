// What the colours of slopes mean.
import { make, setText } from "../../shared/dom.js";
import { SLOPES } from "./scale.js";

const MEANING =
  "Each cell shows its slope: how fast the error grows with its number. Red: more of this makes the error larger. " +
  "Blue, with a minus: more of this makes the error smaller. Dark: next to no difference.";
const COLUMNS =
  "Every column has a scale of its own: its largest slope has the strongest colour, and stands under its name as ±. " +
  "So compare colours within a column, and between columns the numbers.";
const DRAWING = "On the drawing, the slopes stand inside the pixels: press one long to hold its card.";
const OWN = "Where your own function stands, the slopes are those of the built-in layer.";
const ENDS = ["\u2212largest", "0", "+largest"];

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
