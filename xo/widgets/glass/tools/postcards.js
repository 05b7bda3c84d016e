// Postcards: a 9 by 9 black-and-white drawing as a code of 18 signs, check sign included; the same as xo/postcards.py.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SIZE = 9;
export const CODE_LENGTH = 18;
const UNSEEN = /[\0\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/g; // copied along with a text
const WIDE = /[\uff01-\uff5e]/g; // signs of double width

/** Whether there are codes for drawings of such a size and such colours.
 * @param {{rows: number, columns: number, names?: string[]}} image */
export function hasCodes({ rows, columns, names }) {
  return rows === SIZE && columns === SIZE && !names;
}

/** Why a drawing cannot become a code, or "". @param {import("../../shared/changes.js").Picture
 * & {names?: string[]}} image */
export function whyNoCode({ rows, columns, values, names }) {
  if (names) return "codes are for black and white only, this picture is in colour";
  if (rows !== SIZE || columns !== SIZE) return "codes are for drawings of 9 by 9 pixels";
  return values.some((value) => Math.abs(value) !== 1)
    ? "codes are for black and white only, this drawing has grey in it"
    : "";
}

/** @param {ArrayLike<number>} pixels 81 of them, each 1 or -1 */
export function toCode(pixels) {
  const values = Array.from({ length: CODE_LENGTH - 1 }, (_, group) =>
    [0, 1, 2, 3, 4].reduce((sum, bit) => sum * 2 + (pixels[group * 5 + bit] > 0 ? 1 : 0), 0),
  );
  const signs = [...values, remainder([...values, 0])].map((value) => ALPHABET[value]).join("");
  return [0, 6, 12].map((start) => signs.slice(start, start + 6)).join("-");
}

/**
 * @param {string} code
 * @returns {Float64Array} 81 pixels
 * @throws {Error} whose message says what is wrong with the code
 */
export function fromCode(code) {
  const typed = code.replace(UNSEEN, "").replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const bare = typed.replace(/^[\s"'`´‘’‚“”„«»‹›()[\]<>.,;:!]+|[\s"'`´‘’‚“”„«»‹›()[\]<>.,;:!]+$/g, "");
  const signs = bare
    .replace(/[\s\-\u2010-\u2015\u2212\ufe63\u30fc_\\]/g, "")
    .toUpperCase()
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  const strange = [...signs].find((sign) => !ALPHABET.includes(sign));
  if (strange) throw new Error(`a code has digits and letters (all but U), not ${strange}`);
  if (signs.length !== CODE_LENGTH)
    throw new Error(`a code has ${CODE_LENGTH} digits and letters, this one ${signs.length}`);
  const values = [...signs].map((sign) => ALPHABET.indexOf(sign));
  const bits = values.slice(0, -1).flatMap((value) => [4, 3, 2, 1, 0].map((place) => (value >> place) & 1));
  if (remainder(values) || bits.slice(SIZE * SIZE).some(Boolean))
    throw new Error("the check sign does not fit: look for a slip");
  return Float64Array.from(bits.slice(0, SIZE * SIZE), (bit) => bit * 2 - 1);
}

/** The code as one number in a field of 32 elements: 0 for a right code. @param {number[]} values */
function remainder(values) {
  return values.reduce((sum, value) => {
    const next = (sum * 2) ^ value;
    return next >= 32 ? next ^ 37 : next;
  }, 0);
}
