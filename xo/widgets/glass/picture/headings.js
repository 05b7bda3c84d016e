// The names over the columns of the picture.
import { make, put, setText } from "../../shared/dom.js";
import { writeEnd } from "../backward/writing.js";
import { limitOn } from "../backward/pass.js";
import { widthOf } from "./letters.js";

/**
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("./layout.js").Heading} Heading
 */

const WIDER_PX = 8;

const SAMPLE = { text: "① filtered", size: 10.5, weight: 700 }; // the smallest, which may grow most
const HARDLY = 0.03;

/** How much wider letters are than usual: some ask for larger ones, or for more room between them.
 * @param {HTMLElement} labels */
export function stretchOf(labels) {
  const { text, size, weight } = SAMPLE,
    label = writeHeading({ title: text, detail: "", x: 0, y: 0, width: 10 * size }, [size, size], false);
  labels.append(label);
  const wide = /** @type {HTMLElement} */ (label.firstChild).scrollWidth;
  label.remove();
  const stretch = wide / widthOf(text, size, weight);
  return stretch > 1 + HARDLY ? stretch : 1;
}

/** @param {HTMLElement} labels @param {Layout} layout */
export function writeHeadings(labels, { headings, letters, stacked }) {
  labels.replaceChildren(...headings.map((heading) => writeHeading(heading, letters, stacked)));
}

/** Under the name of each column that is turned backward, where its colours end. @param {HTMLElement} labels
 * @param {Heading[]} headings @param {import("./layout.js").Pass[]} passes */
export function writeEnds(labels, headings, passes) {
  headings.forEach((heading, number) => {
    const { back } = passes[heading.pass],
      end = labels.children[number].lastElementChild;
    if (end) setText(/** @type {HTMLElement} */ (end), back ? writeEnd(limitOn(back, heading)) : "");
  });
}

/** @param {Pick<Heading, "title" | "detail" | "x" | "y" | "width" | "inLine">} heading
 * @param {[number, number]} letters @param {boolean} stacked */
function writeHeading({ title, detail, x, y, width, inLine = false }, letters, stacked) {
  const label = make("div", inLine ? "label in-line" : "label"),
    lines = [make("b", "", title), make("span", "", detail), make("span", "end")];
  lines.forEach((line, number) => {
    line.style.fontSize = `${letters[Math.min(number, 1)]}px`;
  });
  label.append(...lines);
  const wider = stacked || inLine ? 0 : WIDER_PX;
  put(label, x - wider / 2, y, width + wider);
  return label;
}
