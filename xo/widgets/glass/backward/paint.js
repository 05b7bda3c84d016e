// A grid turned backward: its cells in the colours of their slopes. Pixels of the drawing stay in sight, with slopes
// inside.
import { css, greyOf, inkOn } from "../../shared/colours.js";
import { decimal, inCell } from "../../shared/numbers.js";
import { fillCells, paintCategory, paintLines, paintText } from "../picture/cells.js";
import { FONT } from "../picture/letters.js";
import { numbersOf } from "../picture/numbers.js";
import { paintMoves } from "./marks.js";
import { limitOn, writtenTo } from "./pass.js";
import { placesFor } from "./sums.js";
import { SLOPES } from "./scale.js";
import { writeSlope } from "./writing.js";

/**
 * @typedef {import("../picture/layout.js").Grid} Grid
 * @typedef {import("../picture/paint.js").Scene} Scene
 * @typedef {import("./pass.js").Back} Back
 */

const INSET = 0.2;
const FAINTEST = 0.02; // of the scale: nothing is painted over a pixel
const SMALLEST_SIGN_PX = 12;
const ERROR_PX = 14;

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Scene} scene */
export function paintSlopes(pen, grid, scene) {
  const pass = scene.passes[grid.pass],
    back = /** @type {Back} */ (pass.back),
    all = numbersOf(grid, scene.passes),
    slopes = all.subarray(grid.offset, grid.offset + grid.count),
    limit = limitOn(back, grid),
    colour = (/** @type {number} */ slope) => SLOPES.colourOf(slope, limit);
  if (grid.kind === "votes") return paintVotes(pen, grid, slopes, colour, scene);
  if (grid.stage === 0) return paintDrawing(pen, grid, slopes, limit, scene);
  fillCells(pen, grid, slopes, colour);
  paintLines(pen, grid, scene.theme, true);
  if (grid.kind === "weights") paintCategory(pen, grid, scene);
  const ways = () => waysToWrite(writtenTo(back, grid, pass));
  paintText(pen, grid, all, { grey: false, colour }, { ...scene, ways });
  paintMoves(pen, grid, pass, colour);
}

/** With as many decimals as tell the larger slopes of the picture apart. @param {number} limit */
function waysToWrite(limit) {
  const most = Math.max(1, placesFor([limit]) - 2);
  return [most, most - 1]
    .filter((places) => places > 0)
    .map((places) => (/** @type {number} */ slope) => inCell(slope, 0, places));
}

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} slopes @param {number} limit
 * @param {Scene} scene */
function paintDrawing(pen, grid, slopes, limit, { passes, theme }) {
  const { x, y, columns, wide, high } = grid;
  const { values } = passes[grid.pass].stages[0];
  fillCells(pen, grid, values.subarray(grid.offset, grid.offset + grid.count), greyOf);
  paintLines(pen, grid, theme, true);
  for (const [cell, slope] of slopes.entries()) {
    if (Math.abs(slope) <= FAINTEST * limit) continue;
    const colour = SLOPES.colourOf(slope, limit),
      left = x + ((cell % columns) + INSET) * wide,
      top = y + (Math.floor(cell / columns) + INSET) * high,
      box = /** @type {const} */ ([left, top, wide * (1 - 2 * INSET), high * (1 - 2 * INSET)]);
    pen.fillStyle = css(colour);
    pen.fillRect(...box);
    pen.strokeStyle = "rgba(128,128,128,.7)";
    pen.strokeRect(...box);
    if (wide >= SMALLEST_SIGN_PX) paintSign(pen, slope, left + box[2] / 2, top + box[3] / 2, box[2], inkOn(colour));
  }
}

/** A plus or a minus: nobody needs the colours. @param {CanvasRenderingContext2D} pen @param {number} slope
 * @param {number} x @param {number} y @param {number} side @param {string} ink */
function paintSign(pen, slope, x, y, side, ink) {
  const long = Math.round(side * 0.6);
  pen.fillStyle = ink;
  pen.fillRect(x - long / 2, y - 0.75, long, 1.5);
  if (slope > 0) pen.fillRect(x - 0.75, y - long / 2, 1.5, long);
}

/** Each vote with its slope, and the error under them. @param {CanvasRenderingContext2D} pen @param {Grid} grid
 * @param {Float64Array} slopes @param {(slope: number) => import("../../shared/colours.js").Colour} colour
 * @param {Scene} scene */
function paintVotes(pen, grid, slopes, colour, { passes, categories, theme }) {
  const { stages, back } = passes[grid.pass],
    { x, y, wide, high, rows } = grid,
    { category, error } = /** @type {Back} */ (back),
    votes = stages[grid.stage].values;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  slopes.forEach((slope, row) => {
    const right = row === category,
      texts = [categories[row] ?? String(row + 1), writeSlope(slope, slopes), `vote ${decimal(votes[row])}`];
    paintVote(pen, { x, wide, high, middle: y + (row + 0.5) * high }, texts, colour(slope), right, theme);
  });
  pen.font = `700 ${ERROR_PX}px ${FONT}`;
  pen.fillStyle = theme.text;
  pen.fillText(`error ${decimal(error, 4)}`, x, y + rows * high + ERROR_PX * 0.6, wide);
}

/** @param {CanvasRenderingContext2D} pen @param {{x: number, wide: number, high: number, middle: number}} row
 * @param {string[]} texts the category, its slope, its vote @param {import("../../shared/colours.js").Colour} colour
 * @param {boolean} right the drawing is of this category @param {Scene["theme"]} theme */
function paintVote(pen, { x, wide, high, middle }, [name, slope, vote], colour, right, theme) {
  const cell = { left: x + high * 0.5, top: middle - high * 0.36, wide: wide - high * 0.5, high: high * 0.44 };
  pen.font = `${right ? "700" : "400"} ${high * 0.42}px ${FONT}`;
  pen.fillStyle = right ? theme.text : theme.soft;
  pen.fillText(name, x, middle - high * 0.12);
  pen.fillStyle = css(colour);
  pen.fillRect(cell.left, cell.top, cell.wide, cell.high);
  pen.strokeStyle = theme.line;
  pen.strokeRect(cell.left, cell.top, cell.wide, cell.high);
  pen.font = `600 ${high * 0.3}px ${FONT}`;
  pen.fillStyle = inkOn(colour);
  pen.fillText(slope, cell.left + 5, cell.top + cell.high * 0.54, cell.wide - 8);
  pen.font = `400 ${high * 0.25}px ${FONT}`;
  pen.fillStyle = theme.soft;
  pen.fillText(vote, cell.left, middle + high * 0.28, cell.wide);
}
