// A pass turned backward: what is on the screen are the slopes of the error, for every number of the network.
import { chooseLimit } from "../../shared/colours.js";
import { runBackward } from "../../shared/engine.js";
import { ERRORS } from "../../shared/errors.js";
import { kindOf } from "../../shared/layers/kinds.js";
import { largest } from "../picture/numbers.js";

/**
 * @typedef {import("../picture/layout.js").Pass} Pass
 * @typedef {import("../picture/subject.js").Subject} Subject
 * @typedef {import("../../shared/layers/kinds.js").Gradient} Gradient
 * @typedef {object} Back of a pass
 * @property {number} category what the drawing is
 * @property {string} measure of the error: a name in ERRORS
 * @property {number} error
 * @property {Gradient[]} gradients the slopes for the numbers of each layer; those for the values stand in the stages
 * @property {Ends[]} ends of the colours, for each stage
 * @property {Limits} limits
 * @property {import("../../shared/engine.js").Layer[]} [before] the layers before the last steps
 * @typedef {{values: number, numbers: number}} Ends the largest slope in a column: of the values of a stage, of the
 *   numbers that make it. Slopes shrink from layer to layer and are summed over more or fewer places: with one end for
 *   all, the columns of early layers would be dark.
 * @typedef {{values: number, features: number, weights: number}} Limits which tell how many decimals are written: of
 *   slopes for values, for features with their biases, and for the weights of values
 */

/** Whether there is an error: something must vote. @param {Pass} pass */
export function canTurn({ layers }) {
  const last = layers[layers.length - 1];
  return last !== undefined && Boolean(kindOf(last).votes);
}

/** Both networks, or both drawings, with their slopes. @param {Pass[]} passes @param {number} category
 * @param {string} measure */
export function turnBack(passes, category, measure) {
  const turned = passes.map((pass) => (canTurn(pass) ? turnOne(pass, category, measure) : pass)),
    backs = turned.flatMap(({ back, stages, layers }) => (back ? [{ back, stages, layers }] : [])),
    limits = {
      values: limitOf(backs.flatMap(({ stages }) => stages.map(({ slopes }) => slopes ?? []))),
      features: limitOf(backs.flatMap(({ back, layers }) => gradientsOf(back, layers, false))),
      weights: limitOf(backs.flatMap(({ back, layers }) => gradientsOf(back, layers, true))),
    };
  for (const { back } of backs) back.limits = limits;
  return turned;
}

/** @param {Pass} pass @param {number} category @param {string} measure @returns {Pass} */
function turnOne(pass, category, measure) {
  // The drawing belongs to both passes, its slopes to one.
  const stages = [{ ...pass.stages[0] }, ...pass.stages.slice(1)],
    votes = stages[stages.length - 1].values,
    slopes = new Float64Array(votes.length),
    error = ERRORS[measure](votes, [category], slopes),
    gradients = runBackward(stages, pass.layers, slopes);
  return {
    ...pass,
    stages,
    back: {
      category,
      measure,
      error,
      gradients,
      ends: stages.map((stage, index) => endsOf(stage, gradients[index - 1])),
      limits: { values: 1, features: 1, weights: 1 },
    },
  };
}

/** @param {import("../../shared/stage.js").Stage} stage @param {Gradient | undefined} gradient of the layer before it
 * @returns {Ends} */
function endsOf({ slopes }, gradient) {
  const numbers = [gradient?.weights ?? [], gradient?.biases ?? []].map(largest);
  return { values: largest(slopes ?? []), numbers: Math.max(...numbers) };
}

/** @param {Back} back @param {Pass["layers"]} layers @param {boolean} votes of layers that vote, or of others */
function gradientsOf({ gradients }, layers, votes) {
  const chosen = gradients.filter((_, index) => Boolean(kindOf(layers[index]).votes) === votes);
  return chosen.flatMap(({ weights, biases }) => (biases ? [weights, biases] : [weights]));
}

/** Where the colours of a grid end: at the largest slope in its column. @param {Back} back
 * @param {Pick<import("../picture/layout.js").Grid, "kind" | "stage">} grid */
export function limitOn({ ends }, { kind, stage }) {
  return ends[stage][kind === "stage" || kind === "votes" ? "values" : "numbers"];
}

/** The limit that tells how many decimals are written in a grid: alike in all columns of a kind. @param {Back} back
 * @param {import("../picture/layout.js").Grid} grid @param {Pass} pass */
export function writtenTo({ limits }, { kind, stage }, { layers }) {
  if (kind === "stage" || kind === "votes") return limits.values;
  return kindOf(layers[stage - 1]).votes ? limits.weights : limits.features;
}

/** @param {ArrayLike<number>[]} arrays of slopes */
function limitOf(arrays) {
  return chooseLimit(arrays.map((values) => ({ values })));
}

/** The slope of the error for a number. @param {Pass} pass turned @param {Subject} subject */
export function slopeAt({ stages, back }, { stage, part, place }) {
  if (part === "values") return stages[stage].slopes?.[place] ?? 0;
  return back?.gradients[stage - 1][part]?.[place] ?? 0;
}

/** The number itself. @param {Pass} pass @param {Subject} subject */
export function numberAt({ stages, layers }, { stage, part, place }) {
  return (part === "values" ? stages[stage].values : layers[stage - 1][part])?.[place] ?? 0;
}
