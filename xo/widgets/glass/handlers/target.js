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

/** Sums of such numbers stay exact, through as many layers as one sees. */
const LARGEST = 1000;
const PARTS_OF_1 = 1e9; // 0.1 + 0.2 is 0.3

/**
 * The layers with one number replaced.
 * @param {Layer[]} layers @param {number} number of the layer, counted from 1
 * @param {"weights" | "biases"} part @param {number} place @param {number} value
 */
export function setNumber(layers, number, part, place, value) {
  return layers.map((layer) => {
    if (layer.number !== number) return layer;
    const numbers = Float64Array.from(layer[part] ?? []);
    numbers[place] = within(value);
    return { ...layer, [part]: numbers };
  });
}

/** The nearest number that the network may hold. @param {number} value */
function within(value) {
  const near = Math.round(value * PARTS_OF_1) / PARTS_OF_1,
    exact = Math.abs(value - near) < 1e-12 ? near : value;
  return Math.max(-LARGEST, Math.min(LARGEST, exact)) || 0;
}

/**
 * The number that was typed, as a decimal or as a fraction.
 * @param {string} text
 * @throws {Error} that says in one sentence what is expected
 */
export function readNumber(text) {
  const plain = text
      .replace(/[\u2212\u2013]/g, "-")
      .replace(/\s/g, "")
      .replace(/,/g, "."),
    [over, under = "1", ...rest] = plain.split("/"),
    value = rest.length || !over || !under ? NaN : Number(over) / Number(under);
  if (Number.isNaN(value)) throw new Error(`expected a number such as 0.5 or 1/3, got “${text.trim()}”`);
  if (!(Math.abs(value) <= LARGEST))
    throw new Error(`expected a number from \u2212${LARGEST} to ${LARGEST}, got “${text.trim()}”`);
  return value;
}

/** @param {Grid} grid */
export function isEditable({ kind, turned }) {
  return !turned && (kind === "feature" || kind === "weights" || kind === "bias");
}

/** @param {Grid} grid @param {Position} position @returns {Target | null} */
export function targetOn(grid, position) {
  if (!isEditable(grid)) return null;
  const place = grid.offset + position.index,
    part = grid.kind === "bias" ? "biases" : "weights";
  return { pass: grid.pass, stage: grid.stage, part, place, flips: grid.kind === "feature", position };
}
