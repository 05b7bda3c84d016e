// What the slope of a number has to tell: how much the error grows with it, and the sum that says so.
import { kindOf } from "../../shared/layers/kinds.js";
import { MINUS } from "../../shared/numbers.js";
import { cellAt } from "../../shared/stage.js";
import { tellNumber } from "../card/explanation.js";
import { nameCell, nameParameter } from "../card/names.js";
import { cellName, valueText } from "../card/text.js";
import { explainVote } from "./errors.js";
import { numberAt, slopeAt } from "./pass.js";
import { addSlopes } from "./sums.js";
import { isZero } from "./writing.js";

/**
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {import("./pass.js").Subject} Subject
 * @typedef {import("./sums.js").Product} Product
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {{slope: number, factor: number, name: string, to: Subject, at: number, from: number}} Part of a slope
 *   to: whose slope it takes; at: where its weight stands in the layer, -1: it has none; from: where its value stands,
 *   -1: none
 * @typedef {object} Explanation
 * @property {string} name
 * @property {string} value of the number itself
 * @property {string} slope
 * @property {string} meaning what a little more of the number does to the error
 * @property {string} rule one sentence
 * @property {string} heads over the products, as in "slope × weight"; "": no product is shown
 * @property {Part[]} parts the largest first
 * @property {Product[]} products of the parts
 * @property {[string, string][]} steps from the total to the slope
 * @property {number} zeros how many parts are 0, as they are shown
 */

/** @param {Pass} pass turned @param {Subject} subject @param {string[]} categories @returns {Explanation} */
export function explainSlope(pass, subject, categories) {
  const { stage, part, place } = subject,
    vote = part === "values" && stage === pass.layers.length,
    told = vote ? explainVote(pass, place, categories) : explainSum(pass, subject, categories);
  return {
    ...told,
    name: nameOf(pass, subject, categories),
    value: valueText(tellNumber(numberAt(pass, subject))),
    meaning: meaningOf(told.slope, slopeAt(pass, subject)),
  };
}

/** @param {Pass} pass @param {Subject} subject @param {string[]} categories @returns {import("./errors.js").Told} */
function explainSum(pass, subject, categories) {
  const parts = partsOf(pass, subject, categories),
    count = divisorOf(pass, subject),
    sum = addSlopes(parts, count, slopeAt(pass, subject)),
    order = parts
      .map((_, index) => index)
      .sort((a, b) => Math.abs(sum.products[b].product.parts) - Math.abs(sum.products[a].product.parts));
  return {
    slope: sum.result.text,
    rule: ruleOf(pass, subject, parts),
    heads: headsOf(subject, parts),
    parts: order.map((index) => parts[index]),
    products: order.map((index) => sum.products[index]),
    steps: stepsOf(sum, count, parts),
    zeros: sum.products.filter(({ product }) => product.parts === 0).length,
  };
}

/** @param {Pass} pass @param {Subject} subject @param {string[]} categories */
function nameOf({ stages, layers }, { stage, part, place }, categories) {
  if (part !== "values") return nameParameter(layers, stage, part, place, categories);
  return nameCell(stages, layers, cellAt(stages[stage], stage, place), categories);
}

/** What a slope says, as it is shown: of one that is shown as 0 nobody can tell which way it goes.
 * @param {string} shown @param {number} slope */
export function meaningOf(shown, slope) {
  if (isZero(shown)) return `a little more or less of it changes the error by ${slope ? "next to nothing" : "nothing"}`;
  return `more of it makes the error ${shown.startsWith(MINUS) ? "smaller" : "larger"}`;
}

/** The products that a slope adds up, with their names. @param {Pass} pass @param {Subject} subject
 * @param {string[]} categories @returns {Part[]} */
export function partsOf({ stages, layers }, subject, categories = []) {
  const made = subject.part === "values" ? subject.stage + 1 : subject.stage,
    layer = layers[made - 1];
  if (!layer) return [];
  const to = stages[made],
    voting = kindOf(layer).votes && made === stages.length - 1;
  return factorsOf(layer, stages[made - 1], to, subject).map(({ cell, ...factors }) => ({
    ...factors,
    name: voting ? `vote for ${categories[cell] ?? cell + 1}` : cellName(to, cell),
    to: { pass: subject.pass, stage: made, part: "values", place: cell },
  }));
}

/** The slope of each cell that a number goes into, and what it is multiplied by there. @param {Layer} layer
 * @param {Stage} from @param {Stage} to @param {Subject} subject
 * @returns {(Omit<Part, "name" | "to"> & {cell: number})[]} */
function factorsOf(layer, from, to, { part, place }) {
  const kind = kindOf(layer);
  if (part === "values")
    return kind
      .slopeTerms(layer, from, to, place)
      .map((term) => ({ slope: term.value, factor: term.weight, cell: term.place, at: term.at, from: -1 }));
  if (part === "weights")
    return (kind.weightTerms?.(layer, from, to, place) ?? []).map((term) => ({
      slope: term.slope,
      factor: term.value,
      cell: term.to,
      at: -1,
      from: term.place,
    }));
  const cells = placesOf(layer, to, place);
  return cells.map((cell) => ({ slope: to.slopes?.[cell] ?? 0, factor: 1, cell, at: -1, from: -1 }));
}

/** The cells that have a bias in common. @param {Layer} layer @param {Stage} to @param {number} output */
function placesOf(layer, to, output) {
  return Array.from(to.values.keys()).filter((cell) => kindOf(layer).output?.(cellAt(to, 0, cell)) === output);
}

/** What the sum is divided by: the pixels of a feature. @param {Pass} pass @param {Subject} subject */
function divisorOf({ layers }, { stage, part }) {
  const layer = layers[part === "values" ? stage : stage - 1];
  return kindOf(layer).mean && layer.shape.length && part !== "biases" ? layer.weights.length / layer.shape[0] : 1;
}

/** @param {Pass} pass @param {Subject} subject @param {Part[]} parts */
function ruleOf({ stages, layers }, { stage, part, place }, parts) {
  const layer = layers[part === "values" ? stage : stage - 1],
    { tellSlope, votes, mean } = kindOf(layer);
  if (part === "values")
    return tellSlope?.(layer, stages[stage], stages[stage + 1], place) ?? "all that it goes into, added up";
  if (votes)
    return part === "weights"
      ? "the slope of its vote × the value that it weighs"
      : "the slope of its vote: the bias is added to it";
  const used = `used at ${parts.length} places`;
  return part === "weights"
    ? `${used}: the slope there × the value it lay on, added up${mean ? ", divided by the pixels of the feature" : ""}`
    : `${used}: the slopes there, added up`;
}

/** @param {Subject} subject @param {Part[]} parts */
function headsOf({ part }, parts) {
  if (parts.every(({ factor }) => factor === 1)) return parts.length > 1 ? "slope" : "";
  return part === "values" ? "slope × weight" : "slope × value";
}

/** @param {import("./sums.js").SlopeSum} sum @param {number} count @param {Part[]} parts
 * @returns {[string, string][]} */
function stepsOf(sum, count, parts) {
  if (parts.length < 2 && count === 1 && !sum.rest) return [];
  /** @type {[string, string][]} */
  const steps = [["total", sum.total.text]];
  if (sum.quotient) steps.push([`÷ ${count}`, sum.quotient.text]);
  if (sum.rest) steps.push(["+ digits not shown", sum.rest.text]);
  const end = sum.quotient || count === 1 ? "slope =" : `÷ ${count}, slope =`;
  return [...steps, [end, sum.result.text]];
}
