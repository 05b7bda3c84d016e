// The names over the columns of the picture.
import { make, put } from "../../shared/dom.js";

/**
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("./layout.js").Heading} Heading
 */

const WIDER_PX = 8;

/** @param {HTMLElement} labels @param {Layout} layout */
export function writeHeadings(labels, { headings, letters, stacked }) {
  labels.replaceChildren(...headings.map((heading) => writeHeading(heading, letters, stacked)));
}

/** @param {Heading} heading @param {[number, number]} letters @param {boolean} stacked */
function writeHeading({ title, detail, x, y, width }, letters, stacked) {
  const label = make("div", "label"),
    lines = [make("b", "", title), make("span", "", detail)];
  lines.forEach((line, number) => {
    line.style.fontSize = `${letters[number]}px`;
  });
  label.append(...lines);
  const wider = stacked ? 0 : WIDER_PX;
  put(label, x - wider / 2, y, width + wider);
  return label;
}
