// Drawings as they come from Python: 8 bits a pixel, compressed, and the order in which a network sees them.

/**
 * @typedef {import("./stage.js").Size & {count: number, values: Float64Array, categories: Uint8Array}} Examples
 *   drawings and their right
 *   answers; values: those of one drawing after another
 */

const DAMAGED = "The drawings did not come whole: run this cell again.";

/** @param {DataView | Uint8Array} bytes @returns {Promise<Uint8Array>} */
async function unpack({ buffer, byteOffset, byteLength }) {
  if (!globalThis.DecompressionStream)
    throw new Error("This browser cannot unpack the drawings: it takes one of the year 2023 or later.");
  const packed = new Blob([new Uint8Array(/** @type {ArrayBuffer} */ (buffer), byteOffset, byteLength)]);
  const stream = packed.stream().pipeThrough(new DecompressionStream("deflate"));
  const content = await new Response(stream).arrayBuffer().catch(() => Promise.reject(new Error(DAMAGED)));
  return new Uint8Array(content);
}

/**
 * What `pack_examples` of Python packed.
 * @param {number[]} shape drawings, maps, rows, columns
 * @param {DataView | Uint8Array} packed
 * @returns {Promise<Examples>}
 */
export async function readExamples([count, maps, rows, columns], packed) {
  const bytes = await unpack(packed);
  const values = Float64Array.from(bytes.subarray(count), (grey) => grey / 127.5 - 1);
  return { count, maps, rows, columns, list: false, values, categories: bytes.slice(0, count) };
}

/** What `write_order` of Python wrote. @param {DataView | Uint8Array} packed */
export async function readOrder(packed) {
  return new Uint32Array((await unpack(packed)).buffer);
}
