// Numbers as people read them: real minus signs, exact fractions, and decimals that add up from what is shown.

export const MINUS = "\u2212";

const LARGEST_PARTS = 1e15;

/** A number too large for its digits: 1.5e20 as 1.5·10^20; and what is no number at all. @param {number} value */
function power(value) {
  if (Number.isNaN(value)) return "no number";
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS}\u221e` : "\u221e";
  return value.toExponential(1).replace("-", MINUS).replace("e+", "\u00b710^");
}

/**
 * Where a set of values are all whole multiples of 1/over, that `over`; otherwise 0.
 * @param {ArrayLike<number>} values
 * @param {number[]} candidates
 */
export function commonPart(values, candidates) {
  return (
    candidates.find((over) => {
      for (let place = 0; place < values.length; place++) {
        const parts = values[place] * over;
        if (!(Math.abs(parts) < LARGEST_PARTS) || Math.abs(parts - Math.round(parts)) > 1e-9) return false;
      }
      return true;
    }) ?? 0
  );
}

/**
 * A whole number of parts, written with a real minus sign.
 * @param {number} parts
 */
export function whole(parts) {
  return (parts < 0 ? MINUS : "") + Math.abs(parts);
}

/**
 * A number of ten-thousandths, hundredths ... as a decimal: (-45, 2) is −0.45.
 * @param {number} parts a whole number
 * @param {number} places
 */
export function decimalParts(parts, places) {
  if (!(Math.abs(parts) < LARGEST_PARTS)) return power(parts / 10 ** places);
  const digits = String(Math.abs(parts)).padStart(places + 1, "0");
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
  return (parts < 0 ? MINUS : "") + text;
}

/**
 * @param {number} value
 * @param {number} [places]
 */
export function decimal(value, places = 2) {
  const parts = Math.round(value * 10 ** places);
  return decimalParts(parts === 0 ? 0 : parts, places);
}

/**
 * `parts` over `over` as a fraction in lowest terms: (6, 9) is 2/3.
 * @param {number} parts
 * @param {number} over
 */
export function fraction(parts, over) {
  const shared = greatestShared(Math.abs(parts), over) || 1;
  return over === shared ? whole(parts / shared) : `${whole(parts / shared)}/${over / shared}`;
}

/** @param {number} a @param {number} b @returns {number} */
function greatestShared(a, b) {
  return b ? greatestShared(b, a % b) : a;
}

/**
 * A decimal and the sign that tells whether digits were cut: "= 0.75", "≈ 0.7778".
 * @param {number} value
 * @param {number} [most] places
 */
export function asDecimal(value, most = 4) {
  for (let places = 0; places <= most; places++) {
    const parts = value * 10 ** places;
    if (Math.abs(parts - Math.round(parts)) < 1e-9) return `= ${decimal(value, places)}`;
  }
  return `\u2248 ${decimal(value, most)}`;
}

/**
 * The number in a cell: short, without the 0 before the point.
 * @param {number} value
 * @param {number} over write whole parts of this size where it is not 0
 * @param {number} places
 */
export function inCell(value, over, places) {
  if (over) return whole(Math.round(value * over));
  const text = decimal(value, places);
  return text
    .replace(/^(\u2212?)0\./, "$1.")
    .replace(/^\u2212?\.0+$/, "0")
    .replace(/\.0+$/, "");
}

/** A share as people read it, with one decimal: 100.0 % only where nothing is missing, 0.0 % only where nothing is
 * there. @param {number} share */
export function percent(share) {
  const tenths = Math.round(share * 1000);
  const honest = Math.min(Math.max(tenths, share > 0 ? 1 : 0), share < 1 ? 999 : 1000);
  return `${decimalParts(honest, 1)}\u00a0%`;
}

/** 1752381 as 1,752,381. @param {number} count */
export function thousands(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** How a cell is called, everywhere: rows from the top and columns from the left, counted from 0. @param {number} row
 * @param {number} column */
export function nameCell(row, column) {
  return `row ${row}, column ${column}`;
}

/** A number with its sign, also where it is above 0; 0 has none. @param {number} value @param {number} places */
export function signed(value, places) {
  const text = decimal(value, places);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
