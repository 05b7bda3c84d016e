// The card beside a number: where it came from, with every number that it takes; held, it lets them be changed.
import { make } from "../../shared/dom.js";
import { editableNumber } from "./editable.js";
import { numberGrid, writePatches, writeProductList } from "./products.js";
import { BIAS, sumSteps, upper, valueText } from "./text.js";

/**
 * @typedef {import("./explanation.js").Explanation} Explanation
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {{form: "patches" | "list", places: number[]}} Order of the parts of a sum
 * @typedef {object} Editing what can be done to the numbers of a card that is held
 * @property {{at: number, value: number} | null} bias
 * @property {boolean} all every number is shown
 * @property {Order | null} order of the parts so far: it stays while their numbers change
 * @property {() => void} showAll
 */

const WIDEST_PX = 520;
const DIGIT_PX = 7;
const CELL_PADDING_PX = 8;

/**
 * @param {HTMLElement} card
 * @param {Explanation} explanation
 * @param {Stage | null} from the stage before
 * @param {number[]} shape of the layer's weights
 * @param {Editing | null} editing
 * @returns {Order | null} of the parts of its sum
 */
export function fillCard(card, explanation, from, shape, editing) {
  const head = make("div", "card-head"),
    body = make("div", "card-body"),
    { window, sum, own, rule } = explanation;
  head.append(make("span", "card-name", explanation.name), make("span", "card-value", valueText(explanation)));
  if (window) {
    const winners = window.winner === undefined ? [] : [window.winner];
    body.append(numberGrid(window.texts, window.columns, winners, "winner"));
  }
  let order = null;
  if (sum && explanation.parts === "window") body.append(sumLines(explanation, editing));
  else if (sum && from) {
    const written = fits(explanation, shape)
      ? writePatches(sum.products, shape, editing, from.names)
      : writeProductList(sum.products, from, editing);
    body.append(...written.lines, sumLines(explanation, editing));
    ({ order } = written);
  }
  const scrolled = card.querySelector(".xo-card-body")?.scrollTop ?? 0,
    owns = own ? [make("div", "card-own", `${upper(own)}.`)] : [];
  card.replaceChildren(head, ...owns, make("div", "card-rule", rule), body);
  if (scrolled) body.scrollTop = scrolled;
  return editing && order;
}

/** Whether patch × feature = products find room side by side. @param {Explanation} explanation
 * @param {number[]} shape */
function fits({ parts, sum }, shape) {
  const texts = sum?.products.flatMap(({ value, product }) => [value.text, product.text]) ?? [],
    longest = Math.max(...texts.map((text) => text.length));
  return parts === "patch" && shape[3] * 3 * (longest * DIGIT_PX + CELL_PADDING_PX) < WIDEST_PX;
}

/** @param {Explanation} explanation @param {Editing | null} editing */
function sumLines(explanation, editing) {
  const lines = make("div", "sum"),
    bias = editing?.bias,
    steps = sumSteps(explanation);
  // A bias of 0 is no step of the sum, but can be changed.
  if (bias && !steps.some(([name]) => name === BIAS)) steps.push([BIAS, "0"]);
  for (const [name, text] of steps) {
    const shown =
      bias && name === BIAS
        ? editableNumber("Bias", { text, parts: bias.value, over: 1 }, "biases", bias.at)
        : make("span", "strong", text);
    lines.append(make("span", "soft", name), shown);
  }
  return lines;
}
