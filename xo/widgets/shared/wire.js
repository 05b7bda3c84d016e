// Numbers on their way to Python and back, and pictures as text.

/** float64 bytes as numbers of their own. @param {DataView | ArrayBuffer | Uint8Array} bytes */
export function readBytes(bytes) {
  if (bytes instanceof ArrayBuffer) return new Float64Array(bytes);
  const { buffer, byteOffset, byteLength } = bytes;
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** @param {Float64Array} values */
export function writeBytes(values) {
  return new DataView(values.slice().buffer);
}

/** Rows of # (white ink) and anything else (black). @param {string} text */
export function readPicture(text) {
  return Float64Array.from(text.replace(/\s/g, ""), (sign) => (sign === "#" ? 1 : -1));
}

/** Whether two lists hold the same numbers. @param {ArrayLike<number>} one @param {ArrayLike<number>} other */
export function sameValues(one, other) {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false;
  return true;
}
