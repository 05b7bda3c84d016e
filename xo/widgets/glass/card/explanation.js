// What a cell has to tell: its name, the arithmetic that made it, and the same as plain text.
import { findWinner, runLayers } from "../../shared/engine.js";
import { commonPart, asDecimal, decimal, fraction } from "../../shared/numbers.js";
import { addUp } from "./sums.js";
import { cellAt, findPatches, findTerms, placeOf, stepBack } from "./trace.js";

/**
 * @typedef {import("../../shared/engine.js").Stage} Stage
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./trace.js").Cell} Cell
 * @typedef {import("./sums.js").Sum} Sum
 * @typedef {{exact: string, decimal: string}} Told exact: the value as a fraction, where a small one fits; decimal: "= 0.75" or "≈ 0.7778"
 * @typedef {object} Story
 * @property {string} kind Image, Convolution, ReLU, Pooling, Listing or Voting
 * @property {string} name
 * @property {string} exact
 * @property {string} decimal
 * @property {string} [own] what the learner's function in this layer's place has to do with the value
 * @property {Told} [builtIn] what the built-in layer makes, where that is not the value: the sum is its
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

/** A number in words: exactly where it can be, else with the three decimals of its sum. @param {number} value @returns {Told} */
export function valueOf(value) {
  const exact = exactText(value);
  return { exact, decimal: exact ? asDecimal(value) : `\u2248 ${decimal(value, 3)}` };
}

/** A number as the sum behind it ends. @param {Sum} sum @param {number} value @returns {Told} */
function endOf({ result }, value) {
  const exact = Math.abs(result.parts / result.over - value) < 1e-9;
  if (!exact) return { exact: "", decimal: `\u2248 ${result.text}` };
  return { exact: exactText(value) || result.text, decimal: asDecimal(value) };
}

/** @param {Told} told */
function short({ exact, decimal }) {
  return exact || decimal.slice(2);
}

/**
 * The value of a cell, the same on every card: as the sum ends that made it, however many layers have passed it on since.
 * @param {Stage[]} stages @param {Layer[]} layers @param {Cell} cell @returns {Told}
 */
export function tellValue(stages, layers, cell) {
  const at = (/** @type {Cell} */ { stage, map, row, column }) =>
    stages[stage].values[placeOf(stages[stage], { stage, map, row, column })];
  const value = at(cell),
    layer = layers[cell.stage - 1];
  if (cell.stage === 0 || layer.answered) return valueOf(value);
  if (layer.shape.length) return endOf(sumOf(layer, stages[cell.stage - 1], cell, value), value);
  const before = /** @type {Cell} */ (stepBack(stages, layers, cell));
  return at(before) === value ? tellValue(stages, layers, before) : valueOf(value);
}

/** @param {Layer} layer @param {Stage} from @param {Cell} cell @param {number} value @returns {Sum} */
function sumOf(layer, from, cell, value) {
  const terms = findTerms(from, layer, cell),
    voting = layer.kind === "Voting";
  return addUp(terms, voting ? 1 : terms.length, layer.biases?.[voting ? cell.row : cell.map] ?? 0, value);
}

/**
 * @param {Stage[]} stages
 * @param {Layer[]} layers
 * @param {Cell} cell
 * @param {string[]} categories
 * @returns {Story}
 */
export function tellStory(stages, layers, cell, categories) {
  const place = placeOf(stages[cell.stage], cell),
    value = stages[cell.stage].values[place];
  const name = nameCell(stages, layers, cell, categories);
  const story = { kind: "Image", name, ...tellValue(stages, layers, cell), rule: "" };
  if (cell.stage === 0)
    return { ...story, rule: value === 1 ? "white, ink" : value === -1 ? "black, background" : "grey" };
  const layer = layers[cell.stage - 1],
    from = stages[cell.stage - 1];
  if (!layer.answered)
    return { ...story, kind: layer.kind, ...CHAPTERS[layer.kind](stages, layers, cell, value), ...standIn(layer) };
  const built = [...stages.slice(0, cell.stage), runLayers(from, [layer])[1]],
    made = built[cell.stage].values[place];
  const plain = layers.map((one, index) => (index === cell.stage - 1 ? { ...one, answered: false } : one));
  const chapter = CHAPTERS[layer.kind](built, plain, cell, made);
  return {
    ...story,
    kind: layer.kind,
    ...chapter,
    rule: `the built-in layer: ${chapter.rule}`,
    ...compare(layer, story, tellValue(built, plain, cell), Math.abs(made - value) < 1e-9),
  };
}

/** @param {Layer} layer */
function standIn({ own }) {
  return own ? { own: `Python has not answered: the built-in layer stands in for your function ${own}` } : {};
}

/** The learner's function beside the layer whose place it takes.
 * @param {Layer} layer @param {Told} mine @param {Told} builtIn @param {boolean} same @returns {Partial<Story>} */
function compare({ own }, mine, builtIn, same) {
  if (same)
    return { ...builtIn, own: `your function ${own}: ${short(builtIn)}, and the built-in layer makes the same` };
  return { builtIn, own: `your function ${own}: ${short(mine)}. The built-in layer: ${short(builtIn)}. They differ` };
}

/** @type {Record<string, (stages: Stage[], layers: Layer[], cell: Cell, value: number) => Partial<Story>>} */
const CHAPTERS = {
  Convolution(stages, layers, cell, value) {
    const sum = sumOf(layers[cell.stage - 1], stages[cell.stage - 1], cell, value);
    return { sum, rule: `patch × feature, added up, divided by ${sum.count}` };
  },
  Voting(stages, layers, cell, value) {
    const sum = sumOf(layers[cell.stage - 1], stages[cell.stage - 1], cell, value);
    sum.products.sort((a, b) => Math.abs(b.product.parts) - Math.abs(a.product.parts));
    return { sum, rule: "every value times its weight, added up" };
  },
  ReLU(stages, layers, cell) {
    const from = stages[cell.stage - 1],
      before = from.values[placeOf(from, cell)];
    const told = short(tellValue(stages, layers, { ...cell, stage: cell.stage - 1 }));
    const text = /[1-9]/.test(told) || told === "0" ? told : decimal(before, 9);
    return {
      rule:
        before < 0 && text !== "0" ? `${text} is negative, so it becomes 0` : `${text} is not negative, so it stays`,
    };
  },
  Listing() {
    return { rule: "the same number, read as one of a list" };
  },
  Pooling(stages, layers, cell) {
    const from = stages[cell.stage - 1],
      layer = layers[cell.stage - 1];
    const winner = findWinner(layer, from, cell.map, cell.row, cell.column);
    const area = findPatches([from, from], [layer], { ...cell, stage: 1 })[0];
    const places = [];
    for (let row = area.top; row < area.bottom; row++) {
      for (let column = area.left; column < area.right; column++) {
        places.push((cell.map * from.rows + row) * from.columns + column);
      }
    }
    const values = places.map((place) => from.values[place]);
    const texts = places.map((place) => short(tellValue(stages, layers, cellAt(from, cell.stage - 1, place))));
    const columns = area.right - area.left,
      best = places.indexOf(winner);
    const tie = values.filter((value) => value === values[best]).length > 1 ? " (the first of a tie)" : "";
    const window = { rows: area.bottom - area.top, columns, texts, values, winner: best };
    return { window, rule: `the largest of ${values.length}: ${texts[best]}${tie}` };
  },
};

/**
 * The largest products of a vote, and the rest of them as one number.
 * @param {{products: import("./sums.js").Product[]}} sum sorted, the largest first
 * @param {number} [most] keep so many, also where they are 0
 */
export function cutProducts({ products }, most = 0) {
  const kept = most
    ? products.slice(0, most)
    : products.filter((term, rank) => rank < KEPT && term.product.parts !== 0);
  const others = products.slice(kept.length);
  return { kept, count: others.length, parts: others.reduce((total, term) => total + term.product.parts, 0) };
}
