// Draw the plates, the thin edges between them, and the light on the patch behind a number.
import { colourOf, css, greyOf, inkOn } from "../../shared/colours.js";
import { asDecimal, commonPart, decimal, inCell } from "../../shared/numbers.js";
import { exactText, tellValue } from "../card/explanation.js";

/**
 * @typedef {import("./layout.js").Plate} Plate
 * @typedef {import("./layout.js").Lane} Lane
 * @typedef {import("../../shared/stage.js").Area} Area
 * @typedef {{text: string, soft: string, line: string, ground: string, light: string, winner: string, loser: string}} Theme
 * @typedef {{plates: Plate[], lanes: Lane[], limit: number, theme: Theme, categories: string[], scale: number}} Scene
 */

const FONT = '"Inter", "Segoe UI", system-ui, "DejaVu Sans", sans-serif';
const scratch = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1);

/** How wide a text is. @param {string} text @param {number} high @param {number} weight */
export function widthOf(text, high, weight) {
  const pen = scratch?.getContext("2d");
  if (!pen) return text.length * high * 0.6;
  pen.font = `${weight} ${high}px ${FONT}`;
  return pen.measureText(text).width;
}

/** The numbers that a plate shows. @param {Plate} plate @param {Lane[]} lanes @returns {Float64Array} */
export function numbersOf(plate, lanes) {
  const { stages, layers } = lanes[plate.lane];
  if (plate.kind === "feature" || plate.kind === "weights") return layers[plate.stage - 1].weights;
  return stages[plate.stage].values;
}

/** @param {CanvasRenderingContext2D} pen @param {Scene} scene */
export function paintPlates(pen, scene) {
  for (const plate of scene.plates) {
    if (plate.kind === "votes") paintVotes(pen, plate, scene);
    else paintCells(pen, plate, scene);
  }
}

/** @param {CanvasRenderingContext2D} pen @param {Plate} plate @param {Scene} scene */
function paintCells(pen, plate, scene) {
  const numbers = numbersOf(plate, scene.lanes),
    pixels = plate.kind === "stage" && plate.stage === 0;
  const most = largest(numbers),
    grey = pixels || (plate.kind === "feature" && most <= 1);
  const limit = plate.kind === "stage" ? scene.limit : most || 1;
  const colour = (/** @type {number} */ value) =>
    grey ? greyOf(Math.max(-1, Math.min(1, value))) : colourOf(value, limit);
  const { x, y, rows, columns, wide, high, offset, count } = plate;
  if (scratch) {
    if (scratch.width < columns || scratch.height < rows)
      [scratch.width, scratch.height] = [Math.max(columns, scratch.width), Math.max(rows, scratch.height)];
    const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (
      scratch.getContext("2d", { willReadFrequently: true })
    );
    const cells = brush.createImageData(columns, rows),
      data = cells.data;
    for (let cell = 0; cell < count; cell++) {
      const [red, green, blue] = colour(numbers[offset + cell]);
      data[cell * 4] = red;
      data[cell * 4 + 1] = green;
      data[cell * 4 + 2] = blue;
      data[cell * 4 + 3] = 255;
    }
    brush.putImageData(cells, 0, 0);
    pen.imageSmoothingEnabled = false;
    pen.drawImage(scratch, 0, 0, columns, rows, x, y, columns * wide, rows * high);
  }
  paintGrid(pen, plate, scene.theme, grey);
  const shown = numbers.subarray(offset, offset + count),
    over = largest(shown) ? commonPart(shown, [1, 9]) : 0;
  const font = Math.min(16 * scene.scale, high * 0.62, wide * (over ? 0.58 : 0.42));
  if (plate.kind === "weights") paintCategory(pen, plate, scene);
  if (pixels || (font < 9 && (grey || Math.min(wide, high) < 14))) return;
  if (font < 9) paintMinuses(pen, plate, shown, colour);
  else paintNumbers(pen, plate, shown, over, font, colour);
}

/** For which category the weights are. @param {CanvasRenderingContext2D} pen @param {Plate} plate @param {Scene} scene */
function paintCategory(pen, plate, { lanes, categories, theme }) {
  if (plate.stage !== lanes[plate.lane].layers.length) return;
  pen.font = `600 12px ${FONT}`;
  pen.fillStyle = theme.soft;
  [pen.textAlign, pen.textBaseline] = ["center", "bottom"];
  pen.fillText(categories[plate.map] ?? "", plate.x + (plate.columns * plate.wide) / 2, plate.y - 1);
}

/** @param {CanvasRenderingContext2D} pen @param {Plate} plate @param {Theme} theme @param {boolean} dark the cells may be black */
function paintGrid(pen, { x, y, rows, columns, wide, high, count }, theme, dark) {
  const right = x + columns * wide,
    bottom = y + rows * high;
  pen.beginPath();
  if (Math.min(wide, high) >= 7) {
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
  if (count < rows * columns) {
    const rest = rows * columns - count;
    pen.clearRect(right - rest * wide, bottom - high, rest * wide, high);
  }
  pen.strokeStyle = theme.line;
  pen.strokeRect(x + 0.5, y + 0.5, columns * wide, rows * high);
}

/** @param {CanvasRenderingContext2D} pen @param {Plate} plate @param {Float64Array} values @param {number} over @param {number} font
 * @param {(value: number) => import("../../shared/colours.js").Colour} colour */
function paintNumbers(pen, plate, values, over, font, colour) {
  const { x, y, columns, wide, high } = plate;
  const places = wide >= 30 ? 2 : 1;
  const isList = plate.kind === "weights" || (plate.columns === 1 && plate.rows > 2) || plate.high * 1.2 < plate.wide;
  pen.font = `${font}px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell];
    const text = isList && wide >= 26 ? exactSmall(value) : inCell(value, over === 1 ? 1 : over, places);
    pen.fillStyle = inkOn(colour(value));
    pen.fillText(text, x + ((cell % columns) + 0.5) * wide, y + (Math.floor(cell / columns) + 0.55) * high, wide - 2);
  }
}

/** Where a number finds no room, a minus in the cells below 0: strokes, all of one ink at once, since letters take too long.
 * @param {CanvasRenderingContext2D} pen @param {Plate} plate @param {Float64Array} values
 * @param {(value: number) => import("../../shared/colours.js").Colour} colour */
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

/** @param {CanvasRenderingContext2D} pen @param {Plate} plate @param {Scene} scene */
function paintVotes(pen, plate, scene) {
  const votes = numbersOf(plate, scene.lanes),
    { theme, categories } = scene;
  const most = Math.max(largest(votes), scene.limit),
    lowest = Math.min(...votes, 0) < 0 ? 0.5 : 0;
  const best = votes.indexOf(Math.max(...votes));
  const letter = plate.high * 0.42,
    left = plate.x + letter + 6,
    room = plate.wide - letter - 10;
  votes.forEach((vote, row) => {
    const y = plate.y + row * plate.high,
      zero = left + room * lowest,
      length = (vote / most) * room * (1 - lowest);
    pen.font = `${row === best ? "700" : "400"} ${letter}px ${FONT}`;
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    pen.fillStyle = row === best ? theme.text : theme.soft;
    pen.fillText(categories[row] ?? String(row + 1), plate.x, y + plate.high * 0.34);
    pen.fillStyle = row === best ? theme.winner : theme.loser;
    if (vote < 0) pen.fillStyle = css(colourOf(-0.6, 1));
    pen.fillRect(Math.min(zero, zero + length), y + plate.high * 0.16, Math.abs(length), plate.high * 0.34);
    pen.fillStyle = theme.line;
    pen.fillRect(zero - 0.5, y + plate.high * 0.1, 1, plate.high * 0.46);
    pen.font = `${row === best ? "600" : "400"} ${plate.high * 0.27}px ${FONT}`;
    pen.fillStyle = row === best ? theme.text : theme.soft;
    const { stages, layers } = scene.lanes[plate.lane];
    const exact = exactText(vote) && tellValue(stages, layers, { stage: plate.stage, map: 0, row, column: 0 }).exact;
    pen.fillText(
      exact.includes("/") ? `${exact} ${asDecimal(vote, 2)}` : exact || decimal(vote),
      left,
      y + plate.high * 0.72,
      room,
    );
  });
}

/** @param {ArrayLike<number>} numbers */
export function largest(numbers) {
  let most = 0;
  for (let place = 0; place < numbers.length; place++) most = Math.max(most, Math.abs(numbers[place]));
  return most;
}
