// Cells in the colours of their values, with numbers where they fit.
import { colourOf, greyOf, inkOn } from "../../shared/colours.js";
import { commonPart, decimal, inCell } from "../../shared/numbers.js";
import { exactText } from "../card/explanation.js";
import { FONT, NARROW_FONT, widthOf } from "./letters.js";
import { largest, numbersOf } from "./numbers.js";
import { paintCaption } from "./vote_names.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./paint.js").Theme} Theme
 * @typedef {import("./paint.js").Scene} Scene
 * @typedef {import("./paint.js").Writing} Writing
 * @typedef {import("../../shared/colours.js").Colour} Colour
 */

const LARGEST_FONT_PX = 16;
const BETWEEN_CAPTIONS_PX = 14; // of the room between the weights
const BESIDE_PX = 4; // of one bar stay free, so that names cut short do not run into each other
const SMALLEST_FONT_PX = 9;
const FONT_OF_CELL = 0.62;
/** The faces to try, and how much narrower their letters may be; in the narrow one, numbers are as short as can be. */
const FACES = [
  { face: FONT, squeezed: 1.15, beside: 1.5 },
  { face: NARROW_FONT, squeezed: 1.25, beside: 0.5 },
];
const LEAST_WITHOUT_TENTHS = 9.95;
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
    limit = grid.kind === "stage" ? scene.limits[grid.pass].maps : most || 1;
  const colour = (/** @type {number} */ value) =>
    grey ? greyOf(Math.max(-1, Math.min(1, value))) : colourOf(value, limit);
  fillCells(pen, grid, values, colour);
  paintLines(pen, grid, scene.theme, grey);
  if (grid.kind === "weights") paintCategory(pen, grid, scene);
  if (!pixels) paintText(pen, grid, all, { grey, colour }, scene);
}

/** An image in its colours. @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Scene} scene */
export function paintPicture(pen, grid, { passes, theme }) {
  const { values } = passes[grid.pass].stages[0],
    light = (/** @type {number} */ place) => Math.round(127.5 * (1 + Math.max(-1, Math.min(1, values[place]))));
  const places = Float64Array.from({ length: grid.count }, (_, place) => place);
  fillCells(pen, grid, places, (place) => [light(place), light(place + grid.count), light(place + 2 * grid.count)]);
  paintLines(pen, grid, theme, true);
}

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} values
 * @param {(value: number) => Colour} colour */
export function fillCells(pen, { x, y, rows, columns, wide, high }, values, colour) {
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

/** For which category the weights are. Bars touch each other, so that their names have no more room than they.
 * @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Scene} scene */
export function paintCategory(pen, grid, scene) {
  if (grid.stage !== scene.passes[grid.pass].layers.length) return;
  pen.fillStyle = scene.theme.soft;
  pen.textAlign = "center";
  pen.textBaseline = "bottom";
  paintCaption(pen, grid, grid.columns * grid.wide + (grid.columns > 1 ? BETWEEN_CAPTIONS_PX : -BESIDE_PX), scene);
}

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Theme} theme
 * @param {boolean} dark the cells may be black */
export function paintLines(pen, { x, y, rows, columns, wide, high, count }, theme, dark) {
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

/** Numbers where they find room, in all grids of a column or in none; else a minus in the cells below 0.
 * @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} all numbers of the column
 * @param {{grey: boolean, colour: (value: number) => Colour}} look @param {Scene} scene */
export function paintText(pen, grid, all, { grey, colour }, scene) {
  const key = `${grid.kind} ${grid.pass} ${grid.stage}`,
    { written, bare } = scene,
    values = all.subarray(grid.offset, grid.offset + grid.count);
  if (bare) return;
  if (!written.has(key)) written.set(key, chooseWriting(grid, all, scene));
  const writing = written.get(key);
  if (writing) paintNumbers(pen, grid, values, writing, colour);
  else if (!grey && Math.min(grid.wide, grid.high) >= SMALLEST_MINUS_PX) paintMinuses(pen, grid, values, colour);
}

/** How the numbers of a column are written, as long as they fit into their cells; null where they do not.
 * @param {Grid} grid @param {Float64Array} all @param {Scene} scene @returns {Writing | null} */
function chooseWriting(grid, all, { over, scale, ways = waysToWrite }) {
  const { wide, high } = grid,
    most = Math.min(LARGEST_FONT_PX * scale, high * FONT_OF_CELL);
  if (most < SMALLEST_FONT_PX || wide < SMALLEST_FONT_PX) return null;
  for (const { face, squeezed, beside } of FACES) {
    const tried = ways(grid, all, over);
    for (const write of face === FONT ? tried : tried.slice(-1)) {
      const longest = all.reduce((best, value) => (write(value).length > best.length ? write(value) : best), ""),
        room = wide - 2 * beside,
        font = Math.min(most, (most * squeezed * room) / widthOf(longest, most, 400, face));
      if (font >= SMALLEST_FONT_PX) return { write, font, face, room };
    }
  }
  return null;
}

/** How to write the numbers of a grid, the fullest way first. @param {Grid} grid @param {Float64Array} values
 * @param {number} over
 * @returns {((value: number) => string)[]} */
function waysToWrite({ kind, columns, rows, wide, high }, values, over) {
  const whole = commonPart(values, [1]),
    inMap = kind === "stage" && (columns > 1 || rows <= 2) && high * 1.2 >= wide,
    decimals = [2, 1].map((places) => (/** @type {number} */ value) => inCell(value, 0, places));
  if (whole && (kind === "feature" || !inMap)) return [(value) => inCell(value, 1, 0)];
  if (inMap && over) return [(value) => inCell(value, over, 0)];
  if (kind === "feature") return [...decimals, twoDigits];
  return inMap ? decimals : [exactSmall, ...decimals];
}

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} values
 * @param {Writing} writing @param {(value: number) => Colour} colour */
function paintNumbers(pen, { x, y, columns, wide, high }, values, { write, font, face, room }, colour) {
  pen.font = `${font}px ${face}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const [cell, value] of values.entries()) {
    pen.fillStyle = inkOn(colour(value));
    const middle = x + ((cell % columns) + 0.5) * wide;
    pen.fillText(write(value), middle, y + (Math.floor(cell / columns) + 0.55) * high, room);
  }
}

/** Strokes, all of one ink at once, since letters take too long.
 * @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Float64Array} values
 * @param {(value: number) => Colour} colour */
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

/** −18, 8.3, .4: what a small cell has room for. @param {number} value */
function twoDigits(value) {
  return inCell(value, 0, Math.abs(value) < LEAST_WITHOUT_TENTHS ? 1 : 0);
}
