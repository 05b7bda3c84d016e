// Marks on the numbers that the last steps moved: a triangle up or down in the corner of a cell.
import { inkOn } from "../../shared/colours.js";
import { shows } from "./moved.js";

/**
 * @typedef {import("../picture/layout.js").Grid} Grid
 * @typedef {import("./pass.js").Pass} Pass
 */

const SIDE = 0.2;
const LARGEST_PX = 7;
const SMALLEST_CELL_PX = 14;

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Pass} pass
 * @param {(slope: number) => import("../../shared/colours.js").Colour} colour */
export function paintMoves(pen, grid, { layers, back }, colour) {
  const { kind, stage, x, y, columns, wide, high, offset, count } = grid,
    part = kind === "bias" ? "biases" : "weights",
    before = kind === "stage" ? null : back?.before?.[stage - 1]?.[part],
    now = layers[stage - 1]?.[part],
    side = Math.min(LARGEST_PX, SIDE * Math.min(wide, high));
  if (!before || !now || Math.min(wide, high) < SMALLEST_CELL_PX) return;
  for (let cell = 0; cell < count; cell++) {
    const [was, is] = [before[offset + cell], now[offset + cell]],
      right = x + ((cell % columns) + 1) * wide - 2,
      top = y + Math.floor(cell / columns) * high + 2,
      [tip, base] = is > was ? [top, top + side] : [top + side, top];
    if (!shows(was, is)) continue;
    pen.fillStyle = inkOn(colour(back?.gradients[stage - 1][part]?.[offset + cell] ?? 0));
    pen.beginPath();
    pen.moveTo(right - side / 2, tip);
    pen.lineTo(right, base);
    pen.lineTo(right - side, base);
    pen.fill();
  }
}
