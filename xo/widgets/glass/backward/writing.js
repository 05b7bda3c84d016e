// Slopes in writing: in a list, in a small cell, and under the name of a column.
import { MINUS, decimal, signed } from "../../shared/numbers.js";
import { largest } from "../picture/numbers.js";
import { placesFor } from "./sums.js";

const SMALL = 1e-4; // below it, a power of ten is shorter than the decimals
const RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

/** A slope in a list of them, with its sign. @param {number} slope */
export function slopeText(slope) {
  return signed(slope, placesFor([slope]));
}

/** Whether a slope in writing is 0, as far as it is shown. @param {string} shown */
export function isZero(shown) {
  return !/[1-9]/.test(shown);
}

/** A slope among others, as short as a small cell needs it. @param {number} slope @param {Float64Array} among */
export function writeSlope(slope, among) {
  if (slope && largest(among) < SMALL) return `${slope < 0 ? MINUS : "+"}${inPowers(Math.abs(slope))}`;
  return signed(slope, Math.max(2, placesFor(among) - 1));
}

/** Where the colours of a column end, as it stands under the column's name. @param {number} limit */
export function writeEnd(limit) {
  if (!limit) return "all 0";
  if (limit >= SMALL) return `±${decimal(limit, placesFor([limit]) - 2)}`;
  return `±${inPowers(limit)}`;
}

/** 2·10⁻⁷ @param {number} small */
function inPowers(small) {
  const [digits, power] = small.toExponential(0).split("e-");
  return `${digits}\u00b710\u207b${power.replace(/\d/g, (digit) => RAISED[Number(digit)])}`;
}
