// Live curves of what was measured, on seen and unseen images: labelled at their ends, drawn differently, not by colour
// alone.
import { make, setText } from "../shared/dom.js";
import { decimal, percent, thousands } from "../shared/numbers.js";

/**
 * @typedef {import("../shared/training.js").Point} Point
 * @typedef {"error" | "accuracy"} Kind
 */

const WIDEST = 380, // from there on the picture grows, letters and all
  NARROWEST = 220,
  HEIGHT = 150,
  LEFT = 46,
  RIGHT = 122,
  TOP = 10,
  BOTTOM = 24;
const LETTERS_TO_TICKS = 14 / 12; // enlarged, the smaller ones are as high as the widget's own
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

/**
 * How a value is written beside the axis that ends at `top`.
 * @type {Record<Kind, (value: number, top: number) => string>}
 */
const TICKS = {
  error: (value, top) => decimal(value, top < 1 ? 2 : 1),
  accuracy: (value) => `${value * 100}\u00a0%`,
};

/** How it is written at the end of a curve. @type {Record<Kind, (value: number) => string>} */
const LABELS = { error: (value) => decimal(value, value > 0 && value < 0.1 ? 3 : 2), accuracy: percent };

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
 * The picture of one chart, as the inside of an SVG of `wide` by 150.
 * @param {Point[]} points @param {Kind} kind @param {number} steps how many there will be @param {number} [wide]
 */
export function chart(points, kind, steps, wide = WIDEST) {
  const series = [
    { name: "seen", values: points.map((point) => (kind === "error" ? point.error : point.accuracy)) },
    { name: "unseen", values: points.map((point) => (kind === "error" ? point.unseenError : point.unseenAccuracy)) },
  ].filter(({ values }) => Number.isFinite(values[values.length - 1]));
  const all = series.flatMap(({ values }) => values).filter(Number.isFinite),
    top = kind === "error" ? ceiling(Math.max(...all, 0)) : 1,
    right = wide - RIGHT,
    x = (/** @type {number} */ step) => LEFT + (step / Math.max(1, steps)) * (right - LEFT),
    y = (/** @type {number} */ value) => HEIGHT - BOTTOM - (Math.min(value, top) / top) * (HEIGHT - TOP - BOTTOM),
    lines = [0, 0.5, 1].map((part) => grid(y(part * top), TICKS[kind](part * top, top), right));
  const heights = series.map(({ values }) => y(values[values.length - 1])),
    labels = spreadLabels(heights, 17),
    end = x(points.length ? points[points.length - 1].step : 0);
  const curves = series.map(({ name, values }, place) => {
    const path = values.map((value, row) => `${x(points[row].step).toFixed(1)} ${y(value).toFixed(1)}`).join("L");
    return (
      `<path class="xo-curve xo-${name}" d="M${path}"/>` +
      `<circle class="xo-dot xo-${name}" cx="${end}" cy="${heights[place]}" r="4"/>` +
      `<text class="xo-end xo-${name}" x="${end + 9}" y="${labels[place] + 5}">${name} ` +
      `${LABELS[kind](values[values.length - 1])}</text>`
    );
  });
  return [...lines, foot(steps, right), ...curves].join("");
}

/** @param {number} steps @param {number} right where the curves end */
function foot(steps, right) {
  return (
    `<text class="xo-tick" x="${LEFT}" y="${HEIGHT - 6}">0</text>` +
    `<text class="xo-tick xo-right" x="${right}" y="${HEIGHT - 6}">step ${steps}</text>`
  );
}

/** @param {number} height @param {string} text @param {number} right */
function grid(height, text, right) {
  return (
    `<line class="xo-grid-line" x1="${LEFT}" x2="${right}" y1="${height}" y2="${height}"/>` +
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
function makeChart(title) {
  const svg = document.createElementNS(SPACE, "svg");
  svg.setAttribute("class", "xo-chart");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", title);
  return svg;
}

/** On how many drawings the shares are measured. @param {import("../shared/training.js").Training} training */
export function tellMeasured({ examples, unseen, measuring: { count } }) {
  const seen =
    count < examples.count
      ? `${thousands(count)} of the ${thousands(examples.count)} seen drawings`
      : `all ${thousands(count)} seen drawings`;
  return `Measured on ${seen}${unseen ? ` and on all ${thousands(unseen.count)} unseen ones` : ""}.`;
}

/** @type {Record<string, string>} */
const ERROR_NAMES = { softmax_error: "softmax error", essay_error: "the essay's error" };

/** Both charts, and on how many drawings they were measured. */
export class CurvesPanel {
  /** @param {string} error the name of its function */
  constructor(error) {
    this.charts = { error: makeChart("Error"), accuracy: makeChart("Right answers") };
    this.measured = make("div", "soft");
    this.element = make("section", "column");
    this.element.append(
      make("h4", "", `Error (${ERROR_NAMES[error] ?? "error"}): smaller is better`),
      this.charts.error,
      make("h4", "", "Right answers"),
      this.charts.accuracy,
      this.measured,
    );
    /** @type {Point | undefined} that the curves end with */
    this.drawn = undefined;
    this.wide = 0;
  }

  /** Where something new was measured, or it began again. @param {import("./session.js").TrainerSession} session
   * @param {number} scale how much larger letters are than usual */
  show({ points, progress, learner: { training } }, scale) {
    const last = points[points.length - 1],
      { steps } = progress;
    if (training) setText(this.measured, tellMeasured(training));
    const unit = scale > 1 ? scale * LETTERS_TO_TICKS : 1,
      wide = Math.max(NARROWEST, Math.min(WIDEST, this.element.clientWidth / unit || WIDEST));
    if (last === this.drawn && wide === this.wide) return;
    this.drawn = last;
    this.wide = wide;
    for (const kind of /** @type {const} */ (["error", "accuracy"])) {
      this.charts[kind].setAttribute("viewBox", `0 0 ${wide} ${HEIGHT}`);
      this.charts[kind].innerHTML = chart(points, kind, steps, wide);
      this.charts[kind].setAttribute("aria-label", describe(points, kind, steps));
    }
  }
}
