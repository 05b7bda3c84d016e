// What the colours and the numbers in the cells mean.
import { gradient } from "../../shared/colours.js";
import { make, setText } from "../../shared/dom.js";
import { commonPart, decimal } from "../../shared/numbers.js";

/** @typedef {import("./layout.js").Pass} Pass */

const NINTHS = "Whole numbers in the maps count ninths: 7 is 7/9.";

export class Legend {
  constructor() {
    this.element = make("div", "legend");
    this.note = make("div", "soft");
    this.ends = [make("span"), make("span"), make("span")];
    const bar = make("div", "scale", "", { "aria-hidden": "true" }),
      row = make("div", "scale-row");
    bar.style.background = gradient();
    row.append(...this.ends);
    this.element.append(bar, row, this.note);
  }

  /** @param {Pass[]} passes @param {number} limit */
  show(passes, limit) {
    const maps = passes.flatMap((pass) => pass.stages.slice(1).filter((stage) => !stage.list)),
      places = limit < 1 ? 1 : 0;
    this.element.hidden = maps.length === 0;
    setText(this.ends[0], decimal(-limit, places));
    setText(this.ends[1], "0");
    setText(this.ends[2], decimal(limit, places));
    const ninths = maps.some((stage) => commonPart(stage.values, [9]) && !commonPart(stage.values, [1]));
    setText(this.note, ninths ? NINTHS : "");
  }
}
