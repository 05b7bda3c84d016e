// What plates and cells are called, for a screen reader.
import { valueText } from "../card/card.js";
import { cellOn } from "./highlight.js";
import { numbersOf } from "./paint.js";
import { decimal } from "../../shared/numbers.js";
import { exactText, nameCell, tellValue } from "../card/explanation.js";

/**
 * @typedef {import("./layout.js").Plate} Plate
 * @typedef {import("./layout.js").Lane} Lane
 */

/** @param {Plate} plate @param {Lane[]} lanes @param {string[]} categories */
export function titleOf(plate, lanes, categories) {
  const name = nameOf(plate, lanes, categories);
  return plate.lane ? `Second row: ${name}` : name;
}

/** @param {Plate} plate @param {Lane[]} lanes @param {string[]} categories */
function nameOf(plate, lanes, categories) {
  const size = `${plate.rows} by ${plate.columns}`,
    { layers, stages } = lanes[plate.lane];
  if (plate.kind === "feature") return `Feature ${plate.map + 1}, ${size}`;
  if (plate.kind === "weights") {
    const last = plate.stage === layers.length;
    return `Weights for ${(last && categories[plate.map]) || `${last ? "category" : "hidden value"} ${plate.map + 1}`}`;
  }
  if (plate.kind === "votes") return "Votes";
  if (plate.stage === 0) return `${plate.lane ? "Kept image" : "Drawing pad"}, ${size}`;
  const { number } = layers[plate.stage - 1];
  if (stages[plate.stage].list) return `List of ${plate.count} values${number ? `, layer ${number}` : ""}`;
  const name = nameCell(stages, layers, cellOn(plate, 0, lanes), categories).split(",")[0];
  return `${name[0].toUpperCase()}${name.slice(1)}, ${size}`;
}

/** @param {Plate} plate @param {number} place @param {Lane[]} lanes @param {string[]} categories */
export function speakCell(plate, place, lanes, categories) {
  const value = numbersOf(plate, lanes)[plate.offset + place];
  if (plate.kind === "votes")
    return `${categories[place] ?? place + 1}: ${valueText(tellValue(lanes[plate.lane].stages, lanes[plate.lane].layers, cellOn(plate, place, lanes)))}`;
  const at =
    plate.columns === 1
      ? `value ${place + 1}`
      : `row ${Math.floor(place / plate.columns) + 1}, column ${(place % plate.columns) + 1}`;
  if (plate.stage > 0) return `${at}: ${exactText(value) || decimal(value, 4)}`;
  return `${at}: ${value === 1 ? "white" : value === -1 ? "black" : `grey ${decimal(value)}`}`;
}
