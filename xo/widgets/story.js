// What a cell has to tell: its name, the arithmetic that made it, and the same as plain text.
import { commonPart, asDecimal, decimal, fraction } from "./shown.js";
import { addUp } from "./sums.js";
import { findPatches, findTerms, placeOf } from "./trace.js";
import { findWinner } from "./engine.js";

/**
 * @typedef {import("./engine.js").Stage} Stage
 * @typedef {import("./engine.js").Layer} Layer
 * @typedef {import("./trace.js").Cell} Cell
 * @typedef {import("./sums.js").Sum} Sum
 * @typedef {object} Story
 * @property {string} kind Image, Convolution, ReLU, Pooling, Listing, Voting or Own
 * @property {string} name
 * @property {string} exact the value as a fraction, where a small one fits
 * @property {string} decimal "= 0.75" or "≈ 0.7778"
 * @property {Sum} [sum]
 * @property {{rows: number, columns: number, texts: string[], values: number[], winner: number}} [window]
 * @property {string} rule one sentence
 */

const KEPT = 8;
const LABELS = { Image: "pixel", Convolution: "filtered map", ReLU: "map after ReLU", Pooling: "pooled map" };

/**
 * @param {Stage[]} stages
 * @param {Layer[]} layers
 * @param {Cell} cell
 * @param {string[]} categories
 */
export function nameCell(stages, layers, cell, categories) {
  const kind = cell.stage ? layers[cell.stage - 1].kind : "Image";
  const at = `row ${cell.row + 1}, column ${cell.column + 1}`;
  if (kind === "Voting" && cell.stage === stages.length - 1) return `vote for ${categories[cell.row] ?? cell.row + 1}`;
  if (kind === "Image") return `pixel, ${at}`;
  if (stages[cell.stage].list) return `${kind === "Voting" ? "hidden value" : "value"} ${cell.row + 1} of the list`;
  return `${LABELS[/** @type {keyof LABELS} */ (kind)]} ${cell.map + 1}, ${at}`;
}

/** @param {number} value */
export function exactText(value) {
  const over = commonPart([value], [1, 2, 3, 4, 5, 6, 7, 8, 9, 36, 45]) || commonPart([value], ALL_PARTS);
  return over ? fraction(Math.round(value * over), over) : "";
}
const ALL_PARTS = Array.from({ length: 405 }, (_, part) => part + 1);

/** A number in words: exactly where it can be, else with the three decimals of its sum. @param {number} value */
export function valueOf(value) {
  const exact = exactText(value);
  return { exact, decimal: exact ? asDecimal(value) : `\u2248 ${decimal(value, 3)}` };
}

/**
 * @param {Stage[]} stages
 * @param {Layer[]} layers
 * @param {Cell} cell
 * @param {string[]} categories
 * @returns {Story}
 */
export function tellStory(stages, layers, cell, categories) {
  const value = stages[cell.stage].values[placeOf(stages[cell.stage], cell)];
  const name = nameCell(stages, layers, cell, categories);
  const story = { kind: "Image", name, ...valueOf(value), rule: "" };
  if (cell.stage === 0) return { ...story, rule: value === 1 ? "white, ink" : value === -1 ? "black, background" : "grey" };
  const layer = layers[cell.stage - 1], from = stages[cell.stage - 1];
  const made = { ...story, kind: layer.kind, ...CHAPTERS[layer.kind](layer, from, cell, value) };
  if (layer.own) return { ...made, rule: `made by your function ${layer.own}` };
  return made;
}

/** @type {Record<string, (layer: Layer, from: Stage, cell: Cell, value: number) => Partial<Story>>} */
const CHAPTERS = {
  Convolution(layer, from, cell, value) {
    const terms = findTerms(from, layer, cell);
    const sum = addUp(terms, terms.length, layer.biases?.[cell.map] ?? 0, value);
    return { sum, rule: `patch × feature, added up, divided by ${terms.length}` };
  },
  Voting(layer, from, cell, value) {
    const sum = addUp(findTerms(from, layer, cell), 1, layer.biases?.[cell.row] ?? 0, value);
    sum.products.sort((a, b) => Math.abs(b.product.parts) - Math.abs(a.product.parts));
    return { sum, rule: "every value times its weight, added up" };
  },
  ReLU(_, from, cell) {
    const before = from.values[placeOf(from, cell)];
    const text = exactText(before) || decimal(before, 4);
    return { rule: before < 0 ? `${text} is negative, so it becomes 0` : `${text} is not negative, so it stays` };
  },
  Listing() {
    return { rule: "the same number, read as one of a list" };
  },
  Pooling(layer, from, cell) {
    const winner = findWinner(layer, from, cell.map, cell.row, cell.column);
    const area = findPatches([from, from], [layer], { ...cell, stage: 1 })[0];
    const places = [];
    for (let row = area.top; row < area.bottom; row++) {
      for (let column = area.left; column < area.right; column++) {
        places.push((cell.map * from.rows + row) * from.columns + column);
      }
    }
    const values = places.map((place) => from.values[place]);
    const texts = values.map((value) => exactText(value) || decimal(value, 3));
    const columns = area.right - area.left, best = places.indexOf(winner);
    const tie = values.filter((value) => value === values[best]).length > 1 ? " (the first of a tie)" : "";
    const window = { rows: area.bottom - area.top, columns, texts, values, winner: best };
    return { window, rule: `the largest of ${values.length}: ${texts[best]}${tie}` };
  },
};

/**
 * The largest products of a vote, and the rest of them as one number.
 * @param {{products: import("./sums.js").Product[]}} sum sorted, the largest first
 */
export function cutProducts(sum) {
  const kept = sum.products.filter((term, rank) => rank < KEPT && term.product.parts !== 0);
  const others = sum.products.slice(kept.length);
  return { kept, count: others.length, parts: others.reduce((total, term) => total + term.product.parts, 0) };
}
