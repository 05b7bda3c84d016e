// What a number of a layer has to tell: a pixel of a feature, a weight, a bias.
import { kindOf } from "../../shared/layers/kinds.js";
import { countCells } from "../../shared/stage.js";
import { tellNumber } from "./explanation.js";
import { nameMap, nameParameter } from "./names.js";

/**
 * @param {import("../picture/layout.js").Pass} pass @param {import("../picture/subject.js").Subject} subject
 * @param {string[]} categories
 * @returns {import("./explanation.js").Explanation}
 */
export function explainParameter({ stages, layers }, { stage, part, place }, categories) {
  const layer = layers[stage - 1],
    made = part === "weights" || part === "biases" ? part : "weights",
    value = layer[made]?.[place] ?? 0;
  return {
    name: nameParameter(layers, stage, made, place, categories),
    ...tellNumber(value),
    rule: useOf(layer, stages[stage], made, place),
  };
}

/** What the number is for. @param {import("../../shared/engine.js").Layer} layer
 * @param {import("../../shared/stage.js").Stage} to
 * @param {"weights" | "biases"} part @param {number} place */
function useOf(layer, to, part, place) {
  if (kindOf(layer).votes)
    return part === "biases" ? "added at the end" : "its value times this weight is a part of the sum";
  const output = part === "biases" ? place : Math.floor(place / (layer.weights.length / layer.shape[0])),
    times = countCells(to) / to.maps,
    what = part === "biases" ? "added to" : "used for";
  return `${what} every cell of ${nameMap(layer, output)}, ${times} times`;
}
