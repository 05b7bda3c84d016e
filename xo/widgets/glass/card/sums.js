// The sum behind a number, such that what is shown adds up from what is shown.
//
// Every shown number is a whole count of equal parts (ninths, hundredths ...). Where values and weights are whole
// counts themselves, the sum is exact. Where they are not, they are shown with three decimals, the products are
// made from the numbers shown, and one line says what the digits not shown add up to.
import { commonPart, decimalParts, fraction, whole } from "../../shared/numbers.js";

/**
 * @typedef {{text: string, parts: number, over: number}} Shown
 * @typedef {{over: number, exact: boolean}} Parts
 * @typedef {{place: number, at: number, value: Shown, weight: Shown, product: Shown}} Product at: where its weight is
 *   among the layer's
 * @typedef {object} Sum
 * @property {Product[]} products
 * @property {Shown} total
 * @property {number} count what the total is divided by; 1 for votes
 * @property {Shown | null} quotient
 * @property {Shown | null} bias
 * @property {Shown | null} rest what the digits not shown add up to
 * @property {Shown} result
 */

const FRACTIONS = Array.from({ length: 81 }, (_, part) => part + 1);

/**
 * The parts in which a set of values is shown.
 * @param {ArrayLike<number>} values
 * @returns {Parts}
 */
export function chooseParts(values) {
  const over = commonPart(values, FRACTIONS) || commonPart(values, [100]);
  return over ? { over, exact: true } : { over: 1000, exact: false };
}

/** Halves, fifths and the like as tenths or hundredths. @param {Parts} parts @returns {Parts} */
function inDecimals({ over, exact }) {
  return { over: [1, 10, 100].find((power) => power % over === 0) ?? over, exact };
}

/** @param {number} parts @param {number} over @returns {Shown} */
export function show(parts, over) {
  const places = Math.log10(over);
  const text = Number.isInteger(places) ? decimalParts(parts || 0, places) : parts ? `${whole(parts)}/${over}` : "0";
  return { text, parts: parts || 0, over };
}

/** @param {number} value @param {Parts} parts */
export function showValue(value, parts) {
  return show(Math.round(value * parts.over), parts.over);
}

/**
 * @param {{place: number, at: number, value: number, weight: number}[]} terms
 * @param {number} count
 * @param {number} bias
 * @param {number} value the number that the network made
 * @returns {Sum}
 */
export function addUp(terms, count, bias, value) {
  let values = chooseParts(terms.map((term) => term.value));
  let weights = chooseParts(terms.map((term) => term.weight));
  const decimal = [values, weights].every((parts) => !parts.exact || 100 % parts.over === 0);
  if (decimal) [values, weights] = [inDecimals(values), inDecimals(weights)];
  const exact = values.exact && weights.exact && values.over * weights.over <= 10000 && !bias;
  const over = exact ? values.over * weights.over : 1000;
  const products = terms.map(({ place, at, ...term }) => {
    const [value, weight] = [showValue(term.value, values), showValue(term.weight, weights)],
      product = (value.parts * weight.parts * over) / (values.over * weights.over);
    return { place, at, value, weight, product: show(Math.round(product), over) };
  });
  const total = show(
    products.reduce((sum, { product }) => sum + product.parts, 0),
    over,
  );
  if (exact) return { products, total, count, quotient: null, bias: null, rest: null, result: divide(total, count) };
  const quotient = count > 1 ? show(Math.round(total.parts / count), over) : null;
  const shownBias = bias ? show(Math.round(bias * over), over) : null;
  const result = show(Math.round(value * over), over);
  const rest = result.parts - (quotient ?? total).parts - (shownBias?.parts ?? 0);
  return { products, total, count, quotient, bias: shownBias, rest: rest ? show(rest, over) : null, result };
}

/** @param {Shown} total @param {number} count @returns {Shown} */
function divide(total, count) {
  const over = total.over * count;
  const places = Math.log10(over);
  if (Number.isInteger(places)) return show(total.parts, over);
  return { text: fraction(total.parts, over), parts: total.parts, over };
}

/** The mean of a patch as the picture counts it, 3/9, where a shorter fraction says the same; else "".
 * @param {Sum} sum */
export function inPixels({ total, count, result: { text, over } }) {
  const counted = `${whole(total.parts)}/${count}`;
  return over === count && text.includes("/") && text !== counted ? counted : "";
}
