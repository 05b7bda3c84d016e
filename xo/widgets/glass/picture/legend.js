// What the colours and the numbers in the cells mean.
import { colourOf, css } from "../../shared/colours.js";
import { make } from "../../shared/dom.js";
import { commonPart, decimal } from "../../shared/numbers.js";

/** @typedef {import("./layout.js").Lane} Lane */

export function buildLegend() {
  const element = make("div", "legend"),
    bar = make("div", "scale", "", { "aria-hidden": "true" }),
    note = make("div", "soft");
  const ends = [make("span"), make("span"), make("span")];
  bar.style.background = `linear-gradient(to right, ${Array.from({ length: 9 }, (_, step) => css(colourOf(step / 4 - 1, 1))).join(", ")})`;
  const row = make("div", "scale-row");
  row.append(...ends);
  element.append(bar, row, note);
  return {
    element,
    /** @param {Lane[]} lanes @param {number} limit */
    show(lanes, limit) {
      const maps = lanes.flatMap((lane) => lane.stages.slice(1).filter((stage) => !stage.list));
      element.hidden = maps.length === 0;
      const texts = [decimal(-limit, limit < 1 ? 1 : 0), "0", decimal(limit, limit < 1 ? 1 : 0)];
      ends.forEach((end, place) => {
        if (end.textContent !== texts[place]) end.textContent = texts[place];
      });
      const ninths = maps.some((stage) => commonPart(stage.values, [9]) && !commonPart(stage.values, [1]));
      const text = ninths ? "Whole numbers in the maps count ninths: 7 is 7/9." : "";
      if (note.textContent !== text) note.textContent = text;
    },
  };
}
