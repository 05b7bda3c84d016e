// Live curves of what was measured, on seen and unseen images: labelled at their ends, drawn differently, not by colour
// alone.
import { decimal, percent } from "../shared/numbers.js";

/**
 * @typedef {{step: number, error: number, accuracy: number, unseenError: number, unseenAccuracy: number}} Point
 * @typedef {"error" | "accuracy"} Kind
 */

const WIDTH = 380,
  HEIGHT = 150,
  LEFT = 40,
  RIGHT = 108,
  TOP = 10,
  BOTTOM = 24;
const SPACE = "http://www.w3.org/2000/svg";

/** Rows of five numbers, as Python sends them. @param {Float64Array} numbers @returns {Point[]} */
export function readPoints(numbers) {
  return Array.from({ length: numbers.length / 5 }, (_, row) => {
    const [step, error, accuracy, unseenError, unseenAccuracy] = numbers.subarray(row * 5, row * 5 + 5);
    return { step, error, accuracy, unseenError, unseenAccuracy };
  });
}

/** The opposite. @param {Point[]} points */
export function writePoints(points) {
  return Float64Array.from(
    points.flatMap(({ step, error, accuracy, unseenError, unseenAccuracy }) => [
      step,
      error,
      accuracy,
      unseenError,
      unseenAccuracy,
    ]),
  );
}

/** The next round number. @param {number} value */
export function ceiling(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}

/** Push labels apart that would lie on each other. @param {number[]} heights @param {number} apart */
export function spreadLabels(heights, apart) {
  if (heights.length < 2 || Math.abs(heights[0] - heights[1]) >= apart) return heights;
  const middle = (heights[0] + heights[1]) / 2,
    sign = heights[0] <= heights[1] ? -1 : 1;
  return [middle + (sign * apart) / 2, middle - (sign * apart) / 2];
}

/**
 * The picture of one chart, as the inside of an SVG of 380 by 150.
 * @param {Point[]} points @param {Kind} kind @param {number} steps how many there will be
 */
export function chart(points, kind, steps) {
  const error = kind === "error";
  const seen = points.map((point) => (error ? point.error : point.accuracy));
  const unseen = points.map((point) => (error ? point.unseenError : point.unseenAccuracy));
  const all = [...seen, ...unseen].filter(Number.isFinite);
  const top = error ? ceiling(Math.max(...all, 0)) : 1;
  const x = (/** @type {number} */ step) => LEFT + (step / Math.max(1, steps)) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ value) => HEIGHT - BOTTOM - (Math.min(value, top) / top) * (HEIGHT - TOP - BOTTOM);
  const write = (/** @type {number} */ value) =>
    error ? decimal(value, value > 0 && value < 0.1 ? 3 : 2) : percent(value);
  const lines = [0, 0.5, 1].map((part) =>
    grid(y(part * top), error ? decimal(part * top, top < 1 ? 2 : 1) : `${part * 100}\u00a0%`),
  );
  const series = [
    { name: "seen", values: seen },
    { name: "unseen", values: unseen },
  ].filter(({ values }) => Number.isFinite(values[values.length - 1]));
  const ends = spreadLabels(
    series.map(({ values }) => y(values[values.length - 1])),
    17,
  );
  const end = x(points.length ? points[points.length - 1].step : 0);
  const curves = series.map(({ name, values }, place) => {
    const path = values
      .map((value, row) => `${row ? "L" : "M"}${x(points[row].step).toFixed(1)} ${y(value).toFixed(1)}`)
      .join("");
    const last = values[values.length - 1];
    return (
      `<path class="xo-curve xo-${name}" d="${path}"/>` +
      `<circle class="xo-dot xo-${name}" cx="${end}" cy="${y(last)}" r="4"/>` +
      `<text class="xo-end xo-${name}" x="${end + 9}" y="${ends[place] + 5}">${name} ${write(last)}</text>`
    );
  });
  const foot =
    `<text class="xo-tick" x="${LEFT}" y="${HEIGHT - 6}">0</text>` +
    `<text class="xo-tick xo-right" x="${WIDTH - RIGHT}" y="${HEIGHT - 6}">step ${steps}</text>`;
  return lines.join("") + foot + curves.join("");
}

/** @param {number} height @param {string} text */
function grid(height, text) {
  return (
    `<line class="xo-grid-line" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${height}" y2="${height}"/>` +
    `<text class="xo-tick xo-right" x="${LEFT - 6}" y="${height + 4}">${text}</text>`
  );
}

/** One sentence for whoever does not see the chart. @param {Point[]} points @param {Kind} kind @param {number} steps */
export function describe(points, kind, steps) {
  const last = points[points.length - 1];
  if (!last) return "nothing measured yet";
  const [seen, unseen] = kind === "error" ? [last.error, last.unseenError] : [last.accuracy, last.unseenAccuracy];
  const write = kind === "error" ? (/** @type {number} */ value) => decimal(value, 3) : percent;
  const other = Number.isFinite(unseen) ? `, unseen ${write(unseen)}` : "";
  const what = kind === "error" ? "Error" : "Right answers";
  return `${what} after step ${last.step} of ${steps}: seen ${write(seen)}${other}`;
}

/** @param {string} title */
export function makeChart(title) {
  const svg = document.createElementNS(SPACE, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute("class", "xo-chart");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  return svg;
}
