// A number of the network that can be changed: where it is, how it is typed, and the layers with it replaced.

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("../picture/layout.js").Grid} Grid
 * @typedef {import("../picture/grids.js").Position} Position
 * @typedef {object} Target
 * @property {number} pass of which network
 * @property {number} stage that the number's layer makes
 * @property {"weights" | "biases"} part
 * @property {number} place
 * @property {boolean} flips a click makes it black or white
 * @property {Position} [position] where it is shown, if not on the card
 */

const PARTS_OF_1 = 1e4;

/**
 * The layers with one number replaced.
 * @param {Layer[]} layers @param {number} number of the layer, counted from 1
 * @param {"weights" | "biases"} part @param {number} place @param {number} value
 */
export function setNumber(layers, number, part, place, value) {
  return layers.map((layer) => {
    if (layer.number !== number) return layer;
    const numbers = Float64Array.from(layer[part] ?? []);
    numbers[place] = Math.round(value * PARTS_OF_1) / PARTS_OF_1 || 0;
    return { ...layer, [part]: numbers };
  });
}

/** The number that was typed, or NaN. @param {string} text */
export function readNumber(text) {
  const plain = text
    .trim()
    .replace(/^[\u2212\u2013]/, "-")
    .replace(",", ".");
  return plain ? Number(plain) : NaN;
}

/** @param {Grid} grid */
export function isEditable({ kind }) {
  return kind === "feature" || kind === "weights";
}

/** @param {Grid} grid @param {Position} position @returns {Target | null} */
export function targetOn(grid, position) {
  if (!isEditable(grid)) return null;
  const place = grid.offset + position.index,
    flips = grid.kind === "feature";
  return { pass: grid.pass, stage: grid.stage, part: "weights", place, flips, position };
}
