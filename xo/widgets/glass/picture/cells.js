// Cells in the colours of their values, with numbers where they fit.
import { colourOf, greyOf, inkOn } from "../../shared/colours.js";
import { commonPart, decimal, inCell } from "../../shared/numbers.js";
import { exactText } from "../card/explanation.js";
import { FONT } from "./letters.js";
import { largest, numbersOf } from "./numbers.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./paint.js").Theme} Theme
 * @typedef {import("./paint.js").Scene} Scene
 * @typedef {import("../../shared/colours.js").Colour} Colour
 */

const LARGEST_FONT_PX = 16;
const SMALLEST_FONT_PX = 9;
const SMALLEST_MINUS_PX = 14;
const SMALLEST_LINED_PX = 7;
const scratch = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1);

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Scene} scene */
export function paintCells(pen, grid, scene) {
  const all = numbersOf(grid, scene.passes),
    values = all.subarray(grid.offset, grid.offset + grid.count),
    pixels = grid.kind === "stage" && grid.stage === 0,
    most = largest(all),
    grey = pixels || (grid.kind === "feature" && most <= 1),
    limit = grid.kind === "stage" ? scene.limit : most || 1;
  const colour = (/** @type {number} */ value) =>
    grey ? greyOf(Math.max(-1, Math.min(1, value))) : colourOf(value, limit);
  fillCells(pen, grid, values, colour);
  paintLines(pen, grid, scene.theme, grey);
  if (grid.kind === "weights") paintCategory(pen, grid, scene);
  if (!pixels) paintText(pen, grid, values, { grey, scale: scene.scale, colour });
}

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} values @param {(value: number) => Colour} colour */
function fillCells(pen, { x, y, rows, columns, wide, high }, values, colour) {
  if (!scratch) return;
  if (scratch.width < columns) scratch.width = columns;
  if (scratch.height < rows) scratch.height = rows;
  const brush = scratch.getContext("2d", { willReadFrequently: true });
  if (!brush) return;
  const cells = brush.createImageData(columns, rows);
  for (let cell = 0; cell < values.length; cell++) {
    const [red, green, blue] = colour(values[cell]);
    cells.data[cell * 4] = red;
    cells.data[cell * 4 + 1] = green;
    cells.data[cell * 4 + 2] = blue;
    cells.data[cell * 4 + 3] = 255;
  }
  brush.putImageData(cells, 0, 0);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(scratch, 0, 0, columns, rows, x, y, columns * wide, rows * high);
}

/** For which category the weights are. @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Scene} scene */
function paintCategory(pen, grid, { passes, categories, theme }) {
  if (grid.stage !== passes[grid.pass].layers.length) return;
  pen.font = `600 12px ${FONT}`;
  pen.fillStyle = theme.soft;
  pen.textAlign = "center";
  pen.textBaseline = "bottom";
  pen.fillText(categories[grid.map] ?? "", grid.x + (grid.columns * grid.wide) / 2, grid.y - 1);
}

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Theme} theme @param {boolean} dark the cells may be black */
function paintLines(pen, { x, y, rows, columns, wide, high, count }, theme, dark) {
  const right = x + columns * wide,
    bottom = y + rows * high,
    unused = rows * columns - count;
  pen.beginPath();
  if (Math.min(wide, high) >= SMALLEST_LINED_PX) {
    for (let row = 1; row < rows; row++) {
      pen.moveTo(x, y + row * high + 0.5);
      pen.lineTo(right, y + row * high + 0.5);
    }
    for (let column = 1; column < columns; column++) {
      pen.moveTo(x + column * wide + 0.5, y);
      pen.lineTo(x + column * wide + 0.5, bottom);
    }
  }
  pen.lineWidth = 1;
  pen.strokeStyle = dark ? "rgba(128,128,128,.45)" : "rgba(90,90,110,.22)";
  pen.stroke();
  if (unused) pen.clearRect(right - unused * wide, bottom - high, unused * wide, high);
  pen.strokeStyle = theme.line;
  pen.strokeRect(x + 0.5, y + 0.5, columns * wide, rows * high);
}

/** Numbers where they find room, else a minus in the cells below 0.
 * @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} values
 * @param {{grey: boolean, scale: number, colour: (value: number) => Colour}} look */
function paintText(pen, grid, values, { grey, scale, colour }) {
  const { wide, high } = grid,
    over = largest(values) ? commonPart(values, [1, 9]) : 0,
    font = Math.min(LARGEST_FONT_PX * scale, high * 0.62, wide * (over ? 0.58 : 0.42));
  if (font >= SMALLEST_FONT_PX) paintNumbers(pen, grid, values, { over, font, colour });
  else if (!grey && Math.min(wide, high) >= SMALLEST_MINUS_PX) paintMinuses(pen, grid, values, colour);
}

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} values
 * @param {{over: number, font: number, colour: (value: number) => Colour}} look */
function paintNumbers(pen, { kind, x, y, rows, columns, wide, high }, values, { over, font, colour }) {
  const places = wide >= 30 ? 2 : 1,
    isList = kind === "weights" || (columns === 1 && rows > 2) || high * 1.2 < wide;
  pen.font = `${font}px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell],
      text = isList && wide >= 26 ? exactSmall(value) : inCell(value, over, places);
    pen.fillStyle = inkOn(colour(value));
    pen.fillText(text, x + ((cell % columns) + 0.5) * wide, y + (Math.floor(cell / columns) + 0.55) * high, wide - 2);
  }
}

/** Strokes, all of one ink at once, since letters take too long.
 * @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} values @param {(value: number) => Colour} colour */
function paintMinuses(pen, { x, y, columns, wide, high }, values, colour) {
  const inks = new Map(),
    long = Math.round(Math.min(wide, high) * 0.42),
    thick = long > 8 ? 2 : 1;
  values.forEach((value, cell) => {
    if (value >= 0) return;
    const ink = inkOn(colour(value)),
      path = inks.get(ink) ?? new Path2D();
    const middle = Math.round(x + ((cell % columns) + 0.5) * wide),
      height = Math.round(y + (Math.floor(cell / columns) + 0.5) * high);
    path.rect(middle - long / 2, height - thick / 2, long, thick);
    inks.set(ink, path);
  });
  for (const [ink, path] of inks) {
    pen.fillStyle = ink;
    pen.fill(path);
  }
}

/** @param {number} value */
function exactSmall(value) {
  const text = exactText(value);
  return text && text.length <= 4 ? text : decimal(value);
}
