// What a cell has to tell: its name, the arithmetic that made it, and the same as plain text.
import { runLayers } from "../../shared/engine.js";
import { kindOf } from "../../shared/layers/kinds.js";
import { commonPart, asDecimal, decimal, fraction } from "../../shared/numbers.js";
import { cellAt, placeOf } from "../../shared/stage.js";
import { nameCell } from "./names.js";
import { addUp, inPixels } from "./sums.js";
import { stepBack } from "./trace.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("../../shared/stage.js").Cell} Cell
 * @typedef {import("./sums.js").Sum} Sum
 * @typedef {{exact: string, decimal: string, counted?: string}} Told exact: the value as a fraction, where a small one
 *   fits; decimal: "= 0.75" or "≈ 0.7778"; counted: 3/9, where the picture counts ninths and exact is 1/3
 * @typedef {object} Explanation
 * @property {string} name
 * @property {string} exact
 * @property {string} decimal
 * @property {string} [counted]
 * @property {string} [own] what the learner's function in this layer's place has to do with the value
 * @property {Told} [builtIn] what the built-in layer makes, where that is not the value: the sum is its
 * @property {Sum} [sum]
 * @property {"patch" | "window" | "list"} [parts] how the products of the sum are shown
 * @property {import("../../shared/layers/kinds.js").Window} [window]
 * @property {string} rule one sentence
 */

const KEPT = 8;
const LARGEST_PRODUCT = 1e9; // beyond, the digits of a sum are not exact

/** @param {number} value */
export function exactText(value) {
  const over = commonPart([value], [1, 2, 3, 4, 5, 6, 7, 8, 9, 36, 45]) || commonPart([value], ALL_PARTS);
  return over ? fraction(Math.round(value * over), over) : "";
}
const ALL_PARTS = Array.from({ length: 405 }, (_, part) => part + 1);

/** A number in words: exactly where it can be, else with the three decimals of its sum. @param {number} value
 * @returns {Told} */
export function tellNumber(value) {
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
function short({ exact, decimal, counted }) {
  return counted || exact || decimal.slice(2);
}

/**
 * The value of a cell, the same on every card: as the sum ends that made it, however many layers have passed it on
 * since.
 * @param {Stage[]} stages @param {Layer[]} layers @param {Cell} cell @returns {Told}
 */
export function tellValue(stages, layers, cell) {
  const at = (/** @type {Cell} */ { stage, map, row, column }) =>
    stages[stage].values[placeOf(stages[stage], { stage, map, row, column })];
  const value = at(cell),
    layer = layers[cell.stage - 1];
  if (cell.stage === 0 || layer.answered) return tellNumber(value);
  const sum = sumOf(layer, stages[cell.stage - 1], cell, value);
  if (sum) return { ...endOf(sum, value), counted: kindOf(layer).parts === "patch" ? inPixels(sum) : "" };
  const before = /** @type {Cell} */ (stepBack(stages, layers, cell));
  return at(before) === value ? tellValue(stages, layers, before) : tellNumber(value);
}

/** The sum behind a cell; none, where the layer passes on a value as it is.
 * @param {Layer} layer @param {Stage} from @param {Cell} cell @param {number} value @returns {Sum | undefined} */
function sumOf(layer, from, cell, value) {
  const { terms: findTerms, mean, output } = kindOf(layer);
  if (!findTerms) return undefined;
  const terms = findTerms(layer, from, cell);
  if (terms.some((term) => !(Math.abs(term.value * term.weight) < LARGEST_PRODUCT))) return undefined;
  const bias = layer.biases?.[output?.(cell) ?? 0] ?? 0;
  return addUp(terms, mean ? terms.length : 1, bias, value);
}

/**
 * @param {Stage[]} stages
 * @param {Layer[]} layers
 * @param {Cell} cell
 * @param {string[]} categories
 * @returns {Explanation}
 */
export function explainCell(stages, layers, cell, categories) {
  const place = placeOf(stages[cell.stage], cell),
    value = stages[cell.stage].values[place];
  const name = nameCell(stages, layers, cell, categories);
  const explanation = { name, ...tellValue(stages, layers, cell), rule: "" };
  const [{ names }] = stages;
  if (cell.stage === 0 && names)
    return { ...explanation, rule: `how ${names[cell.map]} it is, from \u22121 for not at all to 1` };
  if (cell.stage === 0)
    return { ...explanation, rule: value === 1 ? "white, ink" : value === -1 ? "black, background" : "grey" };
  const layer = layers[cell.stage - 1];
  if (!layer.answered) return { ...explanation, ...explain(stages, layers, cell, value), ...standIn(layer) };
  const built = [...stages.slice(0, cell.stage), runLayers(stages[cell.stage - 1], [layer])[1]],
    made = built[cell.stage].values[place];
  const plain = layers.map((one, index) => (index === cell.stage - 1 ? { ...one, answered: false } : one));
  const builtIn = explain(built, plain, cell, made);
  return {
    ...explanation,
    ...builtIn,
    rule: `the built-in layer: ${builtIn.rule}`,
    ...compare(layer, explanation, tellValue(built, plain, cell), Math.abs(made - value) < 1e-9),
  };
}

/** What the layer did. @param {Stage[]} stages @param {Layer[]} layers @param {Cell} cell @param {number} value */
function explain(stages, layers, cell, value) {
  const layer = layers[cell.stage - 1],
    from = stages[cell.stage - 1],
    { parts, explain, terms } = kindOf(layer);
  const sum = sumOf(layer, from, cell, value);
  if (terms && !sum) return { rule: "numbers this large are not added up here" };
  if (sum && parts === "list") sum.products.sort((a, b) => Math.abs(b.product.parts) - Math.abs(a.product.parts));
  const tell = (/** @type {number} */ place) => short(tellValue(stages, layers, cellAt(from, cell.stage - 1, place)));
  return { sum, parts, ...explain({ layer, from, cell, sum, tell }) };
}

/** @param {Layer} layer */
function standIn({ own }) {
  return own ? { own: `Python has not answered: the built-in layer stands in for your function ${own}` } : {};
}

/** The learner's function beside the layer whose place it takes.
 * @param {Layer} layer @param {Told} mine @param {Told} builtIn @param {boolean} same
 * @returns {Partial<Explanation>} */
function compare({ own }, mine, builtIn, same) {
  if (same)
    return { ...builtIn, own: `your function ${own}: ${short(builtIn)}, and the built-in layer makes the same` };
  return { builtIn, own: `your function ${own}: ${short(mine)}. The built-in layer: ${short(builtIn)}. They differ` };
}

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
