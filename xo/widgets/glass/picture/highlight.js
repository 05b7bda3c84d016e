// The highlight on what stands behind a number.
import { cellAt } from "../../shared/stage.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef {import("../../shared/stage.js").Area} Area
 * @typedef {import("../../shared/stage.js").Cell} Cell
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{pass: number, cell: Cell, areas: Area[]}} Trace
 */

const FADING = 0.62;
const THIN_PX = 8;

/** The cell of a stage that a grid shows at an index. @param {Grid} grid @param {number} index @param {Pass[]} passes @returns {Cell} */
export function cellOn(grid, index, passes) {
  return cellAt(passes[grid.pass].stages[grid.stage], grid.stage, grid.offset + index);
}

/** @param {Grid} grid @returns {Box} */
function wholeOf({ x, y, rows, columns, wide, high }) {
  return { x, y, width: columns * wide, height: rows * high };
}

/** @param {Grid} grid @param {number} index @returns {Box} */
export function boxOfCell({ x, y, columns, wide, high }, index) {
  return { x: x + (index % columns) * wide, y: y + Math.floor(index / columns) * high, width: wide, height: high };
}

/** The rectangle that an area takes on a grid, or null. @param {Grid} grid @param {Area} area @param {Pass} pass @returns {Box | null} */
export function boxOfArea(grid, area, pass) {
  if (area.map !== -1 && area.map !== grid.map) return null;
  if (pass.stages[grid.stage].list) return area.bottom - area.top > 1 ? wholeOf(grid) : boxOfCell(grid, area.top);
  return {
    x: grid.x + area.left * grid.wide,
    y: grid.y + area.top * grid.high,
    width: (area.right - area.left) * grid.wide,
    height: (area.bottom - area.top) * grid.high,
  };
}

/** What of a grid contributes to a traced number. @param {Grid} grid @param {Trace} trace @param {Pass[]} passes @returns {Box | null} */
function highlightOn(grid, { pass, cell, areas }, passes) {
  if (grid.pass !== pass && !(grid.pass === 0 && grid.stage === 0)) return null;
  if (grid.stage > cell.stage) return null;
  if (grid.kind === "feature") return [-1, grid.map].includes(areas[grid.stage].map) ? wholeOf(grid) : null;
  if (grid.kind === "weights") return grid.stage < cell.stage || grid.map === cell.row ? wholeOf(grid) : null;
  if (grid.kind === "votes") return boxOfCell(grid, cell.row);
  return boxOfArea(grid, areas[grid.stage], passes[pass]);
}

/**
 * Fade all that a traced number does not come from, and outline what it does.
 * @param {CanvasRenderingContext2D} pen @param {Grid[]} grids @param {Trace} trace @param {Pass[]} passes
 * @param {import("./paint.js").Theme} theme
 */
export function paintHighlight(pen, grids, trace, passes, theme) {
  const boxes = grids.map((grid) => highlightOn(grid, trace, passes));
  pen.save();
  pen.globalAlpha = FADING;
  pen.fillStyle = theme.ground;
  pen.beginPath();
  grids.forEach((grid, number) => {
    for (const box of [wholeOf(grid), boxes[number]]) if (box) pen.rect(box.x, box.y, box.width, box.height);
  });
  pen.fill("evenodd");
  pen.restore();
  pen.strokeStyle = theme.highlight;
  grids.forEach(({ kind }, number) => {
    const box = boxes[number];
    if (!box || kind === "weights" || kind === "feature") return;
    pen.lineWidth = Math.min(box.width, box.height) < THIN_PX ? 1.5 : 2.5;
    pen.strokeRect(box.x, box.y, box.width, box.height);
  });
}

/** The highlighted places of the maps behind a number. @param {Grid[]} grids @param {Trace | null} trace @param {Pass[]} passes @returns {Box[]} */
export function highlightedMaps(grids, trace, passes) {
  if (!trace) return [];
  const boxes = grids
    .filter(({ kind, stage, pass }) => kind === "stage" && stage <= trace.cell.stage && (pass === trace.pass || !stage))
    .map((grid) => boxOfArea(grid, trace.areas[grid.stage], passes[grid.pass]));
  return boxes.filter((box) => box !== null);
}
