// What grids and cells are called, for a screen reader.

import { decimal, nameCell } from "../../shared/numbers.js";
import { cellAt } from "../../shared/stage.js";
import { exactText, tellValue } from "../card/explanation.js";
import { nameMap, nameOutput } from "../card/names.js";
import { valueText } from "../card/text.js";
import { ROWS } from "../passes.js";
import { numbersOf } from "./numbers.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 */

/** @param {Grid} grid @param {Pass[]} passes @param {string[]} categories */
export function titleOf(grid, passes, categories) {
  const name = nameOf(grid, passes, categories);
  return grid.pass ? `${ROWS[grid.pass]}: ${name}` : name;
}

/** @param {Grid} grid @param {Pass[]} passes @param {string[]} categories */
function nameOf({ kind, pass, stage, map, rows, columns, count }, passes, categories) {
  const size = `${rows} by ${columns}`,
    { layers, stages } = passes[pass];
  if (kind === "votes") return "Votes";
  const colour = stages[0].names?.[map] ?? "";
  if (stage === 0 && kind === "stage" && colour)
    return `${colour[0].toUpperCase()}${colour.slice(1)} map of the image, ${size}`;
  if (stage === 0) return `${pass ? "Kept image" : "Drawing pad"}, ${size}`;
  const layer = layers[stage - 1],
    made = kind === "stage" ? "" : nameOutput(layers, stage, map, categories);
  if (kind === "feature") return `Feature ${map + 1} of layer ${layer.number}, ${size}`;
  if (kind === "weights") return `Weights for ${made}`;
  if (kind === "bias") return `Bias of ${made}`;
  if (stages[stage].list) return `List of ${count} values${layer.number ? `, layer ${layer.number}` : ""}`;
  const name = nameMap(layer, map);
  return `${name[0].toUpperCase()}${name.slice(1)}, ${size}`;
}

/** @param {Grid} grid @param {number} index @param {Pass[]} passes @param {string[]} categories */
export function speakCell(grid, index, passes, categories) {
  const { stages, layers } = passes[grid.pass],
    value = numbersOf(grid, passes)[grid.offset + index];
  if (grid.kind === "votes") {
    const cell = cellAt(stages[grid.stage], grid.stage, index);
    return `${categories[index] ?? index + 1}: ${valueText(tellValue(stages, layers, cell))}`;
  }
  const text = exactText(value) || decimal(value, 4);
  if (grid.kind === "bias") return text;
  const at = inRows(grid, passes)
    ? nameCell(Math.floor(index / grid.columns), index % grid.columns)
    : `value ${index + 1}`;
  if (grid.stage > 0) return `${at}: ${text}`;
  const { names, values } = stages[0];
  if (grid.kind === "picture")
    return `${at}: ${names?.map((name, map) => `${name} ${decimal(values[map * grid.count + index])}`).join(", ")}`;
  if (names) return `${at}: ${decimal(value)}`;
  return `${at}: ${value === 1 ? "white" : value === -1 ? "black" : `grey ${decimal(value)}`}`;
}

/** Whether the cells of a grid have rows and columns, unlike a list. @param {Grid} grid @param {Pass[]} passes */
function inRows({ kind, stage, pass }, passes) {
  return kind === "feature" || kind === "picture" || (kind === "stage" && !passes[pass].stages[stage].list);
}
