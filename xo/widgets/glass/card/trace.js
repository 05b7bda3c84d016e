// Where a number comes from: the patch behind a cell in every earlier stage, and the strongest path to the pixels.
import { kindOf } from "../../shared/layers/kinds.js";
import { cellAt, placeOf } from "../../shared/stage.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("../../shared/stage.js").Cell} Cell
 * @typedef {import("../../shared/stage.js").Area} Area
 */

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
  for (let index = cell.stage - 1; index >= 0; index--) {
    areas.unshift(kindOf(layers[index]).behind(layers[index], stages[index], areas[0]));
  }
  return areas;
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
    from = stages[index],
    { source } = kindOf(layer);
  const value = stages[cell.stage].values[placeOf(stages[cell.stage], cell)];
  const place = source ? source(layer, from, cell) : strongest(layer, from, cell, value < 0 ? -1 : 1);
  return place < 0 ? null : cellAt(from, index, place);
}

/**
 * The place of the value with the largest share in a sum; in a patch, where shares are equal, that nearest to its
 * middle.
 * @param {Layer} layer @param {Stage} from @param {Cell} cell @param {number} direction 1 or -1: the sign of the sum
 */
function strongest(layer, from, cell, direction) {
  const { terms: findTerms, parts } = kindOf(layer);
  const terms = findTerms?.(layer, from, cell) ?? [],
    middle = parts === "list" ? 0 : (terms.length - 1) / 2;
  const strength = (/** @type {number} */ rank) => direction * terms[rank].value * terms[rank].weight;
  let best = -1;
  for (let rank = 0; rank < terms.length; rank++) {
    if (terms[rank].place < 0) continue;
    const gain = best < 0 ? 1 : strength(rank) - strength(best);
    if (gain > 1e-12 || (gain > -1e-12 && Math.abs(rank - middle) < Math.abs(best - middle))) best = rank;
  }
  return best < 0 ? -1 : terms[best].place;
}
