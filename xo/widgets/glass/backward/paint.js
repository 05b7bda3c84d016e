// A grid turned backward: its cells in the colours of their slopes. Pixels of the drawing stay in sight, with slopes
// inside.
import { css, greyOf, inkOn } from "../../shared/colours.js";
import { decimal, inCell } from "../../shared/numbers.js";
import { fillCells, paintCategory, paintLines, paintText } from "../picture/cells.js";
import { FONT } from "../picture/letters.js";
import { numbersOf } from "../picture/numbers.js";
import { haveLongNames, paintName } from "../picture/vote_names.js";
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
/** Where things stand, from the middle of a row on, as shares of its height: beside a letter, and under a name. */
const BESIDE = { indent: 0.5, name: -0.12, top: -0.36, thick: 0.44 };
const UNDER = { indent: 0, name: -0.36, top: -0.21, thick: 0.35 };

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
function paintVotes(pen, grid, slopes, colour, scene) {
  const { stages, back } = scene.passes[grid.pass],
    at = haveLongNames(grid, scene) ? UNDER : BESIDE,
    { x, y, wide, high, rows } = grid,
    { category, error } = /** @type {Back} */ (back),
    votes = stages[grid.stage].values;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  slopes.forEach((slope, row) => {
    const strong = row === category, // the drawing is of this category
      middle = y + (row + 0.5) * high;
    pen.fillStyle = strong ? scene.theme.text : scene.theme.soft;
    paintName(pen, row, { y: middle + high * at.name, strong }, grid, scene);
    const [left, top, tall] = [x + high * at.indent, middle + high * at.top, high * at.thick],
      texts = [writeSlope(slope, slopes), `vote ${decimal(votes[row])}`];
    paintVote(pen, { left, top, wide: wide - high * at.indent, tall, high }, texts, colour(slope), scene.theme);
  });
  pen.font = `700 ${ERROR_PX}px ${FONT}`;
  pen.fillStyle = scene.theme.text;
  pen.fillText(`error ${decimal(error, 4)}`, x, y + rows * high + ERROR_PX * 0.6, wide);
}

/** @param {CanvasRenderingContext2D} pen
 * @param {{left: number, top: number, wide: number, tall: number, high: number}} cell high: of all of the row
 * @param {string[]} texts its slope, its vote @param {import("../../shared/colours.js").Colour} colour
 * @param {Scene["theme"]} theme */
function paintVote(pen, { left, top, wide, tall, high }, [slope, vote], colour, theme) {
  pen.fillStyle = css(colour);
  pen.fillRect(left, top, wide, tall);
  pen.strokeStyle = theme.line;
  pen.strokeRect(left, top, wide, tall);
  pen.font = `600 ${high * 0.3}px ${FONT}`;
  pen.fillStyle = inkOn(colour);
  pen.fillText(slope, left + 5, top + tall * 0.54, wide - 8);
  pen.font = `400 ${high * 0.25}px ${FONT}`;
  pen.fillStyle = theme.soft;
  pen.fillText(vote, left, top + tall + high * 0.2, wide);
}
