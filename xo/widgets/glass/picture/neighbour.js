// Where a key leads from a cell: to the next of its grid or, over the edge, to the nearest of another grid; to a
// column.
import { isPlain } from "../../shared/keys.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./grids.js").Position} Position
 */

/** @type {Record<string, [number, number]>} rows down, columns to the right */
export const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** How much worse a cell is that lies aside by a pixel than one that lies ahead by a pixel. */
const ASIDE = 3;

/** Keys that lead from column to column. @type {Record<string, number>} */
const PAGES = { PageDown: 1, PageUp: -1 };

/**
 * Where a key leads, or null if it does not lead anywhere.
 * @param {Grid[]} grids @param {Position} position @param {KeyboardEvent} event
 * @param {(grid: number) => number} indexIn the live cell of another grid @returns {Position | null}
 */
export function whereTo(grids, position, event, indexIn) {
  if (event.altKey || event.shiftKey) return null;
  if (isPlain(event) && !(event.key in PAGES)) return nextPosition(grids, position, event.key);
  const grid = isPlain(event) ? nextColumn(grids, position.grid, PAGES[event.key]) : endOf(grids, event.key);
  return grid === null ? null : { grid, index: indexIn(grid) };
}

/** The pad or the votes, to which Ctrl leads from everywhere. @param {Grid[]} grids @param {string} key */
function endOf(grids, key) {
  if (key === "Home") return 0;
  return key === "End" ? grids.length - 1 : null;
}

/** @param {Grid[]} grids @param {Position} position @param {string} key @returns {Position | null} */
function nextPosition(grids, { grid: number, index }, key) {
  const grid = grids[number],
    row = Math.floor(index / grid.columns),
    column = index % grid.columns;
  if (key === "Home") return { grid: number, index: row * grid.columns };
  if (key === "End") return { grid: number, index: Math.min(grid.count, (row + 1) * grid.columns) - 1 };
  if (!(key in ARROWS)) return null;
  const [down, right] = ARROWS[key],
    to = (row + down) * grid.columns + column + right,
    inRow = column + right >= 0 && column + right < grid.columns;
  if (inRow && to >= 0 && to < grid.count) return { grid: number, index: to };
  return number === 0 ? null : nearest(grids, number, middleOf(grid, row, column), [down, right]);
}

/** The first grid of the column after this one, or of the one before; null where there is none.
 * @param {Grid[]} grids @param {number} number of the grid to leave @param {number} step 1 or -1 */
function nextColumn(grids, number, step) {
  const starts = grids.flatMap((grid, at) => (at && inOneColumn(grids[at - 1], grid) ? [] : [at])),
    here = starts.filter((start) => start <= number).length - 1;
  return starts[here + step] ?? null;
}

/** A bias stands with its feature, or with its weights. @param {Grid} one @param {Grid} other */
function inOneColumn(one, other) {
  const made = [one, other].map(({ kind }) => kind === "stage" || kind === "votes");
  return one.pass === other.pass && one.stage === other.stage && made[0] === made[1];
}

/** The middle of a cell, in pixels. @param {Grid} grid @param {number} row @param {number} column */
function middleOf(grid, row, column) {
  return { x: grid.x + (column + 0.5) * grid.wide, y: grid.y + (row + 0.5) * grid.high };
}

/** The cell of another grid that lies nearest in a direction; never on the pad.
 * @param {Grid[]} grids @param {number} number of the grid to leave @param {{x: number, y: number}} from
 * @param {[number, number]} direction
 * @returns {Position | null} */
function nearest(grids, number, from, [down, right]) {
  let best = null,
    least = Infinity;
  grids.forEach((grid, other) => {
    if (other === 0 || other === number) return;
    const column = clamp(Math.floor((from.x - grid.x) / grid.wide), grid.columns - 1),
      row = clamp(Math.floor((from.y - grid.y) / grid.high), grid.rows - 1),
      { x, y } = middleOf(grid, row, column),
      index = row * grid.columns + column;
    const ahead = right ? (x - from.x) * right : (y - from.y) * down,
      aside = Math.abs(right ? y - from.y : x - from.x),
      cost = ahead + ASIDE * aside;
    if (ahead <= 1 || cost >= least || index >= grid.count) return;
    least = cost;
    best = { grid: other, index };
  });
  return best;
}

/** @param {number} value @param {number} most */
function clamp(value, most) {
  return Math.max(0, Math.min(most, value));
}
