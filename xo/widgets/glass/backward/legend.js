// What the colours of slopes mean.
import { make, setText } from "../../shared/dom.js";
import { decimal } from "../../shared/numbers.js";
import { SLOPES } from "./scale.js";
import { placesFor } from "./sums.js";

const MEANING =
  "Each cell shows its slope: how fast the error grows with its number. Red: more of this makes the error larger. " +
  "Blue, with a minus: more of this makes the error smaller. Dark: next to no difference.";
const DRAWING = "On the drawing, the slopes stand inside the pixels.";
const OWN = "Where your own function stands, the slopes are those of the built-in layer.";

export class SlopeLegend {
  constructor() {
    this.element = make("div", "slope-legend");
    this.scales = make("div", "scale-key");
    this.note = make("div", "soft");
    this.element.append(this.scales, this.note);
    this.rows = ["values", "features", "weights"].map((name) => {
      const row = make("div", "scale-row"),
        ends = [make("span"), make("span", "", name), make("span")];
      row.append(...ends);
      return { row, ends };
    });
    const bar = make("div", "scale", "", { "aria-hidden": "true" });
    bar.style.background = SLOPES.gradient;
    this.scales.append(bar, ...this.rows.map(({ row }) => row));
  }

  /** @param {import("./pass.js").Pass} pass of the network on its drawing */
  show({ back, layers }) {
    this.element.hidden = !back;
    if (!back) return;
    setText(this.note, [MEANING, DRAWING, ...(layers.some(({ own }) => own) ? [OWN] : [])].join(" "));
    const { values, features, weights } = back.limits;
    [values, features, weights].forEach((limit, number) => {
      const [least, , most] = this.rows[number].ends,
        text = decimal(limit, Math.max(0, placesFor([limit]) - 3)).replace(/(\.\d*?)0+$/, "$1");
      setText(least, `\u2212${text}`);
      setText(most, `+${text}`);
    });
  }
}
