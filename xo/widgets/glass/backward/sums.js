// Sums of slopes, such that what is shown adds up from what is shown, however small it is.
import { fraction } from "../../shared/numbers.js";
import { chooseParts, show, showValue } from "../card/sums.js";
import { largest } from "../picture/numbers.js";

/**
 * @typedef {import("../card/sums.js").Shown} Shown
 * @typedef {import("../card/sums.js").Parts} Parts
 * @typedef {{slope: Shown, factor: Shown, product: Shown}} Product
 * @typedef {object} SlopeSum
 * @property {Product[]} products in the order of their terms
 * @property {Shown} total
 * @property {Shown | null} quotient
 * @property {Shown | null} rest what the digits not shown add up to
 * @property {Shown} result
 */

const DIGITS = 4;
const LEAST_PLACES = 3;
const MOST_PLACES = 8;
const MOST_PARTS = 10000;

/** So many decimals that the largest of some numbers has four digits. @param {ArrayLike<number>} values */
export function placesFor(values) {
  const most = largest(values),
    places = most ? DIGITS - 1 - Math.floor(Math.log10(most)) : 0;
  return Math.max(LEAST_PLACES, Math.min(MOST_PLACES, places));
}

/** In which parts numbers are shown: exactly where they are simple, else with enough decimals. @param {number[]} values
 * @returns {Parts} */
function partsFor(values) {
  const parts = chooseParts(values),
    simple = parts.exact && parts.over <= 100;
  return simple ? parts : { over: 10 ** placesFor(values), exact: false };
}

/**
 * @param {{slope: number, factor: number}[]} terms @param {number} count what the sum is divided by
 * @param {number} value that the engine made @returns {SlopeSum}
 */
export function addSlopes(terms, count, value) {
  const slopes = partsFor(terms.map(({ slope }) => slope)),
    factors = partsFor(terms.map(({ factor }) => factor)),
    exact = slopes.exact && factors.exact && slopes.over * factors.over * count <= MOST_PARTS,
    made = terms.map(({ slope, factor }) => slope * factor),
    // What is divided by 9 has one digit more behind the point.
    over = exact
      ? slopes.over * factors.over
      : 10 ** Math.min(MOST_PLACES, Math.max(placesFor(made), placesFor([value])));
  const products = terms.map(({ slope, factor }) => {
    const [one, other] = [showValue(slope, slopes), showValue(factor, factors)],
      product = (one.parts * other.parts * over) / (slopes.over * factors.over);
    return { slope: one, factor: other, product: show(Math.round(product), over) };
  });
  const total = show(
    products.reduce((sum, { product }) => sum + product.parts, 0),
    over,
  );
  if (exact) return { products, total, quotient: null, rest: null, result: divide(total, count) };
  const quotient = count > 1 ? show(Math.round(total.parts / count), over) : null,
    result = show(Math.round(value * over), over),
    rest = result.parts - (quotient ?? total).parts;
  return { products, total, quotient, rest: rest ? show(rest, over) : null, result };
}

/** @param {Shown} total @param {number} count @returns {Shown} */
function divide({ parts, over }, count) {
  const all = over * count;
  if (Number.isInteger(Math.log10(all))) return show(parts, all);
  return { text: fraction(parts, all), parts, over: all };
}
