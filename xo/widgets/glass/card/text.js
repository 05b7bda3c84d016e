// An explanation in words and numbers: the steps of its sum, and all of it as one paragraph of plain text.
import { cutProducts } from "./explanation.js";
import { show } from "./sums.js";
import { cellAt } from "../../shared/stage.js";

/**
 * @typedef {import("./explanation.js").Explanation} Explanation
 * @typedef {import("./sums.js").Sum} Sum
 * @typedef {import("../../shared/stage.js").Stage} Stage
 */

export const BIAS = "+ bias";
const WHOLE_PATCH = 27;

/** @param {string} text */
export function upper(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** 3/9 = 1/3, where the picture counts ninths. @param {string} text @param {string} [counted] */
function asCounted(text, counted) {
  return counted ? `${counted} = ${text}` : text;
}

/** @param {import("./explanation.js").Told} told */
export function valueText({ exact, decimal, counted }) {
  return exact.includes("/") ? `${asCounted(exact, counted)} ${decimal}` : exact || decimal.slice(2);
}

/** @param {number} count @param {string} sum */
export function moreText(count, sum) {
  return `and ${count} more: ${count === 1 ? "" : "together "}${sum}`;
}

/** Where a value of a sum stands, in short. @param {Stage} from @param {number} place */
export function cellName(from, place) {
  if (place < 0) return "edge";
  if (from.list) return `value ${place + 1}`;
  const { map, row, column } = cellAt(from, 0, place);
  return `${from.maps > 1 ? `${from.names?.[map] ?? `map ${map + 1}`}, ` : ""}${row}, ${column}`;
}

/** The steps from the total to the result. @param {Explanation} explanation @returns {[string, string][]} */
export function sumSteps(explanation) {
  const { sum } = explanation;
  if (!sum) return [];
  /** @type {[string, string][]} */
  const steps = [["total", sum.total.text]];
  if (sum.quotient) steps.push([`÷ ${sum.count}`, sum.quotient.text]);
  if (sum.bias) steps.push([BIAS, sum.bias.text]);
  if (sum.rest) steps.push(["+ digits not shown", sum.rest.text]);
  const last = sum.quotient || sum.count === 1 ? "=" : `÷ ${sum.count} =`;
  const { decimal: digits, counted } = explanation.builtIn ?? explanation,
    decimal = sum.result.text.includes("/") ? ` ${digits}` : "";
  if (sum.quotient || sum.bias || sum.rest || sum.result.text + decimal !== sum.total.text)
    steps.push([last, asCounted(sum.result.text, counted) + decimal]);
  return steps;
}

/** The whole explanation as one paragraph of plain text. @param {Explanation} explanation @param {Stage | null} from */
export function explanationText(explanation, from) {
  const { name, own, rule, window, sum, parts } = explanation,
    steps = sumSteps(explanation).map(([step, text]) => `${step} ${text}`),
    start = `${name}: ${valueText(explanation)}.${own ? ` ${upper(own)}.` : ""}`;
  if (window) return `${start} Window: ${[window.texts.join(", "), rule, ...steps].join("; ")}.`;
  if (!sum || !from) return `${start} ${upper(rule)}.`;
  return `${start} ${upper(rule)}. ${productsText(sum, parts === "list")}. ${upper(steps.join("; "))}.`;
}

/** @param {Sum} sum @param {boolean} sorted */
function productsText(sum, sorted) {
  const few = sum.products.length <= WHOLE_PATCH && !sorted,
    largest = [...sum.products].sort((a, b) => Math.abs(b.product.parts) - Math.abs(a.product.parts)),
    { kept, count, parts } = few ? { kept: sum.products, count: 0, parts: 0 } : cutProducts({ products: largest });
  const terms = kept.map(
    ({ place, value, weight, product }) =>
      `${place < 0 ? "edge " : ""}${value.text} × ${weight.text} = ${product.text}`,
  );
  if (count) terms.push(moreText(count, show(parts, sum.total.over).text));
  return terms.join("; ");
}
