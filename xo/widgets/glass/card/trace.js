// Where a number comes from: the patch behind a cell in every earlier stage, and the strongest path to the pixels.
import { findWinner, pad } from "../../shared/engine.js";

/**
 * @typedef {import("../../shared/engine.js").Stage} Stage
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {{stage: number, map: number, row: number, column: number}} Cell
 * @typedef {{map: number, top: number, left: number, bottom: number, right: number}} Area
 *   cells of one stage, bottom and right not included; map -1: of all maps
 */

/** @param {Stage} stage @param {Cell} cell */
export function placeOf(stage, cell) {
  return (cell.map * stage.rows + cell.row) * stage.columns + cell.column;
}

/** @param {Stage} stage @param {number} index @param {number} place @returns {Cell} */
export function cellAt(stage, index, place) {
  const size = stage.rows * stage.columns;
  const map = Math.floor(place / size);
  return { stage: index, map, row: Math.floor((place % size) / stage.columns), column: place % stage.columns };
}

/**
 * The cell that a network of other layers has in the place of a cell of this one, or null where there is none.
 * @param {Cell} cell
 * @param {Layer[]} layers @param {{stages: Stage[], layers: Layer[]} | undefined} other
 * @returns {Cell | null}
 */
export function findAgain(cell, layers, other) {
  const made = cell.stage ? layers[cell.stage - 1] : null;
  const stage = made
    ? (other?.layers.findIndex(({ number, kind }) => number === made.number && kind === made.kind) ?? -1) + 1
    : 0;
  const size = other?.stages[stage];
  if (!size || (made && !stage)) return null;
  return cell.map < size.maps && cell.row < size.rows && cell.column < size.columns ? { ...cell, stage } : null;
}

/**
 * The patch behind a cell, for every stage up to its own.
 * @param {Stage[]} stages
 * @param {Layer[]} layers unfolded: layer i makes stage i + 1
 * @param {Cell} cell
 * @returns {Area[]}
 */
export function findPatches(stages, layers, cell) {
  const { map, row, column } = cell;
  /** @type {Area[]} */
  const areas = [{ map, top: row, left: column, bottom: row + 1, right: column + 1 }];
  for (let index = cell.stage - 1; index >= 0; index--) areas.unshift(behind(layers[index], stages[index], areas[0]));
  return areas;
}

/** @param {Layer} layer @param {Stage} from @param {Area} area @returns {Area} */
function behind(layer, from, area) {
  const everything = { map: -1, top: 0, left: 0, bottom: from.rows, right: from.columns };
  if (layer.kind === "ReLU") return area;
  if (layer.kind === "Voting") return { ...everything, map: 0 };
  if (layer.kind === "Listing") {
    if (area.bottom - area.top > 1) return everything;
    const { map, row, column } = cellAt(from, 0, area.top);
    return { map, top: row, left: column, bottom: row + 1, right: column + 1 };
  }
  const [step, high, wide, around] =
    layer.kind === "Pooling"
      ? [layer.stride, layer.window, layer.window, 0]
      : [1, layer.shape[2], layer.shape[3], layer.padding];
  return {
    map: layer.kind === "Pooling" ? area.map : -1,
    top: Math.max(0, area.top * step - around),
    left: Math.max(0, area.left * step - around),
    bottom: Math.min(from.rows, (area.bottom - 1) * step + high - around),
    right: Math.min(from.columns, (area.right - 1) * step + wide - around),
  };
}

/**
 * Every product behind a filtered value or a vote: value × weight, and where the value stands (-1: in the padding).
 * @param {Stage} from
 * @param {Layer} layer
 * @param {Cell} cell
 * @returns {{place: number, at: number, value: number, weight: number}[]} at: where the weight is among the layer's
 */
export function findTerms(from, layer, cell) {
  if (layer.kind === "Voting") {
    const count = layer.shape[1],
      start = cell.row * count;
    return Array.from(from.values, (value, place) => ({
      place,
      at: start + place,
      value,
      weight: layer.weights[start + place],
    }));
  }
  const [, maps, high, wide] = layer.shape,
    padded = pad(from, layer.padding),
    terms = [];
  let weight = cell.map * maps * high * wide;
  for (let map = 0; map < maps; map++) {
    for (let down = cell.row; down < cell.row + high; down++) {
      for (let across = cell.column; across < cell.column + wide; across++) {
        const row = down - layer.padding,
          column = across - layer.padding;
        const inside = row >= 0 && column >= 0 && row < from.rows && column < from.columns;
        const place = inside ? (map * from.rows + row) * from.columns + column : -1;
        const value = padded.values[(map * padded.rows + down) * padded.columns + across];
        terms.push({ place, at: weight, value, weight: layer.weights[weight++] });
      }
    }
  }
  return terms;
}

/**
 * One step back along the strongest path: the cell that did most to make this number what it is.
 * @param {Stage[]} stages
 * @param {Layer[]} layers
 * @param {Cell} cell
 * @returns {Cell | null} null at the pixels
 */
export function stepBack(stages, layers, cell) {
  if (cell.stage === 0) return null;
  const index = cell.stage - 1,
    layer = layers[index],
    from = stages[index];
  if (layer.kind === "ReLU") return { ...cell, stage: index };
  if (layer.kind === "Listing") return cellAt(from, index, cell.row);
  if (layer.kind === "Pooling") {
    return cellAt(from, index, findWinner(layer, from, cell.map, cell.row, cell.column));
  }
  const value = stages[cell.stage].values[placeOf(stages[cell.stage], cell)];
  const direction = value < 0 ? -1 : 1;
  const terms = findTerms(from, layer, cell),
    middle = (terms.length - 1) / 2;
  const strength = (/** @type {number} */ place) => direction * terms[place].value * terms[place].weight;
  let best = -1;
  for (let place = 0; place < terms.length; place++) {
    if (terms[place].place < 0) continue;
    const gain = best < 0 ? 1 : strength(place) - strength(best);
    const nearer = layer.kind !== "Voting" && Math.abs(place - middle) < Math.abs(best - middle);
    if (gain > 1e-12 || (gain > -1e-12 && nearer)) best = place;
  }
  return best < 0 ? null : cellAt(from, index, terms[best].place);
}
