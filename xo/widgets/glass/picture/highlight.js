// The highlight on what stands behind a number.
import { cellAt } from "../../shared/stage.js";
import { findPatches } from "../card/trace.js";
import { findPosition } from "./subject.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef {import("./subject.js").Subject} Subject
 * @typedef {import("../../shared/stage.js").Area} Area
 * @typedef {import("../../shared/stage.js").Cell} Cell
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 */

const FADING = 0.62;
const THIN_PX = 8;

/** @param {Grid} grid @returns {Box} */
export function wholeOf({ x, y, rows, columns, wide, high }) {
  return { x, y, width: columns * wide, height: rows * high };
}

/** @param {Grid} grid @param {number} index @returns {Box} */
export function boxOfCell({ x, y, columns, wide, high }, index) {
  return { x: x + (index % columns) * wide, y: y + Math.floor(index / columns) * high, width: wide, height: high };
}

/** The rectangle that an area takes on a grid. @param {Grid} grid @param {Area} area @param {Pass} pass
 * @returns {Box[]} */
function boxOfArea(grid, area, pass) {
  if (area.map !== -1 && area.map !== grid.map) return [];
  if (pass.stages[grid.stage].list) return [area.bottom - area.top > 1 ? wholeOf(grid) : boxOfCell(grid, area.top)];
  const { x, y, wide, high } = grid,
    { top, left, bottom, right } = area;
  return [{ x: x + left * wide, y: y + top * high, width: (right - left) * wide, height: (bottom - top) * high }];
}

/** What of each grid a number comes from or, for a number of a layer, what it goes into.
 * @param {Grid[]} grids @param {Subject} subject @param {Pass[]} passes @returns {Box[][]} */
export function findHighlights(grids, subject, passes) {
  const pass = passes[subject.pass];
  if (subject.part !== "values") return grids.map((grid) => useOn(grid, subject, pass, grids));
  const cell = cellAt(pass.stages[subject.stage], subject.stage, subject.place),
    areas = findPatches(pass.stages, pass.layers, cell);
  return grids.map((grid) => (belongs(grid, subject) ? sourceOn(grid, cell, areas, pass) : []));
}

/** Whether a grid shows the pass of a number: both networks have the pad in common. @param {Grid} grid
 * @param {Subject} subject */
function belongs(grid, { pass }) {
  return grid.pass === pass || (grid.pass === 0 && grid.stage === 0);
}

/** @param {Grid} grid @param {Cell} cell @param {Area[]} areas @param {Pass} pass @returns {Box[]} */
function sourceOn(grid, cell, areas, pass) {
  const { kind, stage, map } = grid;
  if (stage > cell.stage) return [];
  if (kind === "feature" || (kind === "bias" && !pass.stages[stage].list))
    return [-1, map].includes(areas[stage].map) ? [wholeOf(grid)] : [];
  if (kind === "weights" || kind === "bias") return stage < cell.stage || map === cell.row ? [wholeOf(grid)] : [];
  if (kind === "votes") return [boxOfCell(grid, cell.row)];
  return boxOfArea(grid, kind === "picture" ? { ...areas[stage], map: -1 } : areas[stage], pass);
}

/** @param {Grid} grid @param {Subject} subject @param {Pass} pass @param {Grid[]} grids @returns {Box[]} */
function useOn(grid, subject, { stages, layers }, grids) {
  const { stage, part, place } = subject,
    position = findPosition(grids, subject),
    each = layers[stage - 1].weights.length / layers[stage - 1].shape[0],
    output = part === "biases" ? place : Math.floor(place / each);
  if (position && grids[position.grid] === grid) return [boxOfCell(grid, position.index)];
  if (!belongs(grid, subject)) return [];
  if (grid.stage === stage && (grid.kind === "stage" || grid.kind === "votes")) {
    if (!stages[stage].list) return grid.map === output ? [wholeOf(grid)] : [];
    return [boxOfCell(grid, output - grid.offset)];
  }
  const reads = part === "weights" && stages[stage].list && grid.stage === stage - 1 && grid.kind === "stage";
  return reads ? [boxOfCell(grid, (place % each) - grid.offset)] : [];
}

/**
 * Fade all that a number has nothing to do with, and outline what it has.
 * @param {CanvasRenderingContext2D} pen @param {Grid[]} grids @param {Box[][]} boxes of each grid
 * @param {import("./paint.js").Theme} theme
 * @param {boolean} fading
 */
export function paintHighlight(pen, grids, boxes, theme, fading) {
  if (fading) fade(pen, grids, boxes, theme);
  pen.strokeStyle = theme.highlight;
  for (const [number, { kind, count }] of grids.entries()) {
    const outlined = kind === "picture" || kind === "stage" || kind === "votes" || count === 1;
    for (const box of boxes[number]) {
      if (!outlined && box.width === wholeOf(grids[number]).width) continue;
      pen.lineWidth = Math.min(box.width, box.height) < THIN_PX ? 1.5 : 2.5;
      pen.strokeRect(box.x, box.y, box.width, box.height);
    }
  }
}

/** @param {CanvasRenderingContext2D} pen @param {Grid[]} grids @param {Box[][]} boxes
 * @param {import("./paint.js").Theme} theme */
function fade(pen, grids, boxes, theme) {
  pen.save();
  pen.globalAlpha = FADING;
  pen.fillStyle = theme.ground;
  pen.beginPath();
  for (const [number, grid] of grids.entries())
    for (const { x, y, width, height } of [wholeOf(grid), ...boxes[number]]) pen.rect(x, y, width, height);
  pen.fill("evenodd");
  pen.restore();
}
