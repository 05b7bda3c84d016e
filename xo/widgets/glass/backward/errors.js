// The error itself on a card: how it comes from the votes, and its slope for one of them.
import { decimal, decimalParts } from "../../shared/numbers.js";
import { placesFor } from "./sums.js";

/**
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {Omit<import("./explanation.js").Explanation, "name" | "value" | "meaning">} Told
 */

/** What the learner reads of each error. @type {Record<string, {name: string, rule: string}>} */
export const MEASURES = {
  softmax_error: {
    name: "softmax",
    rule:
      "Softmax turns the votes into shares. The error is minus the logarithm of the right answer’s share; " +
      "its slope is the share, less 1 for the right answer",
  },
  essay_error: {
    name: "the essay’s",
    rule:
      "The error is how far the votes are from 1 for the right answer and 0 for the others; " +
      "so its slope is 1 or \u22121, and 0 where the vote is just right",
  },
};

/** @param {Pass} pass turned @param {number} row of the vote @param {string[]} categories @returns {Told} */
export function explainVote(pass, row, categories) {
  const { measure } = /** @type {import("./pass.js").Back} */ (pass.back),
    told = measure === "essay_error" ? explainEssay(pass, row, categories) : explainSoftmax(pass, row, categories);
  return { ...told, rule: MEASURES[measure].rule, heads: "", parts: [], products: [], zeros: 0 };
}

/** @param {Pass} pass @param {number} row @param {string[]} categories
 * @returns {{slope: string, steps: [string, string][]}} */
function explainSoftmax({ stages, back }, row, categories) {
  const { values, slopes = [] } = stages[stages.length - 1],
    { category, error } = /** @type {import("./pass.js").Back} */ (back),
    most = Math.max(...values),
    powers = Array.from(values, (vote) => Number(Math.exp(vote - most).toFixed(6))),
    sum = Number(powers.reduce((all, power) => all + power, 0).toFixed(6)),
    places = Math.max(4, placesFor([slopes[row]])),
    over = 10 ** places,
    share = (/** @type {number} */ one) => Math.round((powers[one] / sum) * over),
    wanted = row === category ? over : 0,
    result = Math.round(slopes[row] * over),
    rest = result - (share(row) - wanted),
    name = (/** @type {number} */ one) => categories[one] ?? String(one + 1);
  /** @type {[string, string][]} */
  const steps = [
    ...powers.map((power, one) => tellPower(name(one), power)),
    ["added up", decimal(sum, 6)],
    [`share of ${name(row)} = ${decimal(powers[row], 6)} ÷ ${decimal(sum, 6)}`, decimalParts(share(row), places)],
    [wanted ? "\u2212 1, as it is right" : "\u2212 0, as it is wrong", decimalParts(share(row) - wanted, places)],
    ...(rest ? [/** @type {[string, string]} */ (["+ digits not shown", decimalParts(rest, places)])] : []),
    ["slope =", decimalParts(result, places)],
    [`error = \u2212 logarithm of the share of ${name(category)}`, decimal(error, 4)],
  ];
  return { slope: decimalParts(result, places), steps };
}

/** @param {string} name @param {number} power @returns {[string, string]} */
function tellPower(name, power) {
  return [`e^(vote for ${name} \u2212 largest vote)`, decimal(power, 6)];
}

/** @param {Pass} pass @param {number} row @param {string[]} categories
 * @returns {{slope: string, steps: [string, string][]}} */
function explainEssay({ stages, back }, row, categories) {
  const { values, slopes = [] } = stages[stages.length - 1],
    { category, error } = /** @type {import("./pass.js").Back} */ (back),
    misses = Array.from(values, (vote, one) => Math.round(Math.abs(vote - (one === category ? 1 : 0)) * 10000)),
    rest = Math.round(error * 10000) - misses.reduce((sum, miss) => sum + miss, 0),
    slope = decimal(slopes[row], 0);
  const missText = (/** @type {number} */ one) => {
    const wanted = one === category ? 1 : 0;
    return `vote for ${categories[one] ?? one + 1}: ${decimal(values[one], 4)}, wanted ${wanted}: off by`;
  };
  const steps = misses.map((miss, one) => /** @type {[string, string]} */ ([missText(one), decimalParts(miss, 4)]));
  if (rest) steps.push(["+ digits not shown", decimalParts(rest, 4)]);
  steps.push(["error =", decimal(error, 4)]);
  const side =
    slopes[row] > 0 ? "is above what is wanted" : slopes[row] < 0 ? "is below what is wanted" : "is just right";
  steps.push([`this vote ${side}: slope =`, slope]);
  return { slope, steps };
}
