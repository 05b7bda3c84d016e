// What grids and cells are called, for a screen reader.
import { valueText } from "../card/text.js";
import { cellOn } from "./highlight.js";
import { numbersOf } from "./numbers.js";
import { decimal } from "../../shared/numbers.js";
import { exactText, nameCell, tellValue } from "../card/explanation.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 */

/** @param {Grid} grid @param {Pass[]} passes @param {string[]} categories */
export function titleOf(grid, passes, categories) {
  const name = nameOf(grid, passes, categories);
  return grid.pass ? `Second row: ${name}` : name;
}

/** @param {Grid} grid @param {Pass[]} passes @param {string[]} categories */
function nameOf(grid, passes, categories) {
  const size = `${grid.rows} by ${grid.columns}`,
    { layers, stages } = passes[grid.pass];
  if (grid.kind === "feature") return `Feature ${grid.map + 1}, ${size}`;
  if (grid.kind === "weights") {
    const last = grid.stage === layers.length;
    return `Weights for ${(last && categories[grid.map]) || `${last ? "category" : "hidden value"} ${grid.map + 1}`}`;
  }
  if (grid.kind === "votes") return "Votes";
  if (grid.stage === 0) return `${grid.pass ? "Kept image" : "Drawing pad"}, ${size}`;
  const { number } = layers[grid.stage - 1];
  if (stages[grid.stage].list) return `List of ${grid.count} values${number ? `, layer ${number}` : ""}`;
  const name = nameCell(stages, layers, cellOn(grid, 0, passes), categories).split(",")[0];
  return `${name[0].toUpperCase()}${name.slice(1)}, ${size}`;
}

/** @param {Grid} grid @param {number} index @param {Pass[]} passes @param {string[]} categories */
export function speakCell(grid, index, passes, categories) {
  const { stages, layers } = passes[grid.pass],
    value = numbersOf(grid, passes)[grid.offset + index];
  if (grid.kind === "votes")
    return `${categories[index] ?? index + 1}: ${valueText(tellValue(stages, layers, cellOn(grid, index, passes)))}`;
  const row = Math.floor(index / grid.columns),
    at = grid.columns === 1 ? `value ${index + 1}` : `row ${row + 1}, column ${(index % grid.columns) + 1}`;
  if (grid.stage > 0) return `${at}: ${exactText(value) || decimal(value, 4)}`;
  return `${at}: ${value === 1 ? "white" : value === -1 ? "black" : `grey ${decimal(value)}`}`;
}
