// What numbers of a network are called: cells, weights, biases. Rows and columns count from 0, as in Python.
import { kindOf } from "../../shared/layers/kinds.js";
import { nameCell as coordinates } from "../../shared/numbers.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("../../shared/stage.js").Cell} Cell
 */

/** @param {Stage[]} stages @param {Layer[]} layers @param {Cell} cell @param {string[]} categories */
export function nameCell(stages, layers, { stage, map, row, column }, categories) {
  const [{ names }] = stages;
  if (stage === 0) return `${names ? `${names[map]} of the ` : ""}pixel, ${coordinates(row, column)}`;
  const kind = kindOf(layers[stage - 1]);
  if (kind.votes && stage === stages.length - 1) return `vote for ${categories[row] ?? row + 1}`;
  if (stages[stage].list) return `${kind.votes ? kind.cell : "value"} ${row + 1} of the list`;
  return `${nameMap(layers[stage - 1], map)}, ${coordinates(row, column)}`;
}

/** @param {Layer} layer that makes the map @param {number} map */
export function nameMap(layer, map) {
  return `${kindOf(layer).cell} ${map + 1} of layer ${layer.number}`;
}

/** What the weights of a layer with one bias make: a feature, a vote, a hidden value.
 * @param {Layer[]} layers @param {number} stage that the layer makes @param {number} output
 * @param {string[]} categories */
export function nameOutput(layers, stage, output, categories) {
  const { votes, cell } = kindOf(layers[stage - 1]);
  if (!votes) return `feature ${output + 1}`;
  return stage === layers.length ? `${categories[output] ?? `category ${output + 1}`}` : `${cell} ${output + 1}`;
}

/** @param {Layer[]} layers @param {number} stage @param {"weights" | "biases"} part @param {number} at
 * @param {string[]} categories */
export function nameParameter(layers, stage, part, at, categories) {
  const layer = layers[stage - 1],
    { votes, weightName } = kindOf(layer),
    output = part === "biases" ? at : Math.floor(at / (layer.weights.length / (layer.shape[0] || 1))),
    made = nameOutput(layers, stage, output, categories);
  if (part === "biases") return `bias of ${votes && stage === layers.length ? `the vote for ${made}` : made}`;
  return `${weightName?.(layer, at) ?? `weight ${at + 1}`}${votes ? ` for ${made}` : ""}`;
}
