// A map of where the answer turns: two settings run through their values, and each cell says what the reader answers.
import { change } from "../shared/changes.js";
import { make } from "../shared/dom.js";
import { castVotes } from "../shared/engine.js";
import { decimal, MINUS } from "../shared/numbers.js";
import { prepare } from "../shared/canvas.js";
import { winner } from "../shared/votes.js";

/**
 * @typedef {import("../shared/changes.js").Settings} Settings
 * @typedef {import("../shared/changes.js").Picture} Picture
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {{name: keyof Settings, values: number[]}} Axis
 * @typedef {{name: string, down: Axis, across: Axis}} Kind what changes from row to row, and from column to column
 */

export const WORDS = {
  rows: { label: "down", write: (/** @type {number} */ value) => signed(value, Number.isInteger(value) ? 0 : 1) },
  columns: { label: "right", write: (/** @type {number} */ value) => signed(value, Number.isInteger(value) ? 0 : 1) },
  size: { label: "size", write: (/** @type {number} */ value) => `×${decimal(value, 2)}` },
  degrees: { label: "turn", write: (/** @type {number} */ value) => `${signed(value, 0)}°` },
  thickness: { label: "thickness", write: (/** @type {number} */ value) => signed(value, 2) },
  noise: { label: "noise", write: (/** @type {number} */ value) => decimal(value, 1) },
};

/** @param {number} value @param {number} places */
function signed(value, places) {
  return (value > 0 ? "+" : "") + decimal(value, places);
}

/** What Python sends of a map. @param {any} plan @returns {Kind} */
export function readKind([name, [[down, rows], [across, columns]]]) {
  return { name, down: { name: down, values: rows }, across: { name: across, values: columns } };
}

/** The images of all cells, row by row. @param {Picture} picture @param {Settings} settings @param {Kind} kind @param {Float64Array} grain */
export function imagesOf(picture, settings, { down, across }, grain) {
  return down.values.flatMap((row) =>
    across.values.map((column) => change(picture, { ...settings, [down.name]: row, [across.name]: column }, grain)),
  );
}

/** Which category a reader answers for each image. @param {Layer[]} layers unfolded @param {Picture[]} images */
export function answersOf(layers, images) {
  const stages = images.map((image) => ({ ...image, maps: 1, list: false }));
  return castVotes(stages, layers).map((votes) => winner(votes));
}

/** The same name for all settings that lead to the same map: those along its axes do not matter. @param {Settings} settings @param {Kind} kind */
export function nameMap(settings, { name, down, across }) {
  return JSON.stringify([name, { ...settings, [down.name]: 0, [across.name]: 0 }]);
}

/** Where the present settings stand on an axis, counted in cells; they may lie between two. @param {Axis} axis @param {number} value */
export function placeOn({ values }, value) {
  const step = values[1] - values[0];
  return Math.max(0, Math.min(values.length - 1, (value - values[0]) / step));
}

export class FlipMap {
  /** @param {string} name @param {string[]} categories @param {(down: number, across: number) => void} choose */
  constructor(name, categories, choose) {
    this.name = name;
    this.categories = categories;
    this.canvas = make("canvas", "flip-canvas", "", { role: "img" });
    this.words = make("div", "spoken");
    this.count = make("div", "soft");
    this.element = make("div", "flip-map");
    this.element.append(this.canvas, this.words, this.count);
    this.side = 22;
    this.canvas.addEventListener("click", (event) => {
      const box = this.canvas.getBoundingClientRect();
      const down = Math.floor((event.clientY - box.top - TOP) / this.side),
        across = Math.floor((event.clientX - box.left - LEFT) / this.side);
      if (down >= 0 && across >= 0) choose(down, across);
    });
  }

  /** @param {Kind} kind @param {number[]} answers @param {Settings} settings @param {number} width @param {Theme} theme */
  paint(kind, answers, settings, width, theme) {
    const rows = kind.down.values.length,
      columns = kind.across.values.length;
    const side = Math.max(14, Math.min(width > 360 ? 32 : 26, Math.floor((width - LEFT - 2) / columns)));
    this.side = side;
    const pen = prepare(this.canvas, LEFT + columns * side + 2, TOP + rows * side + 2);
    if (!pen) return;
    paintCells(pen, answers, columns, side, this.categories);
    paintAxes(pen, kind, side, theme);
    const x = LEFT + placeOn(kind.across, settings[kind.across.name]) * side,
      y = TOP + placeOn(kind.down, settings[kind.down.name]) * side;
    pen.lineWidth = 5;
    pen.strokeStyle = theme.ground;
    pen.strokeRect(x, y, side, side);
    pen.lineWidth = 3;
    pen.strokeStyle = theme.light;
    pen.strokeRect(x, y, side, side);
    this.tell(kind, answers);
  }

  /** @param {Kind} kind @param {number[]} answers */
  tell(kind, answers) {
    const columns = kind.across.values.length,
      count = answers.filter((answer) => answer === 0).length;
    const summary = `${this.categories[0]} in ${count} of ${answers.length} cells, ${this.categories[1]} in ${answers.length - count}`;
    const { label } = WORDS[kind.down.name];
    const rows = kind.down.values.map(
      (value, row) =>
        `${label} ${WORDS[kind.down.name].write(value)}: ` +
        answers
          .slice(row * columns, (row + 1) * columns)
          .map((answer) => this.categories[answer])
          .join(" "),
    );
    this.canvas.setAttribute(
      "aria-label",
      `What ${this.name} answers, by ${label} and ${WORDS[kind.across.name].label}: ${summary}`,
    );
    this.words.textContent = rows.join("; ");
    this.count.textContent = summary;
  }
}

/** @typedef {{ground: string, text: string, soft: string, light: string}} Theme */
const LEFT = 46,
  TOP = 20;
const COLOURS = [
  ["#68499c", "#ffffff"],
  ["#fdcf93", "#1c1300"],
];

/** @param {CanvasRenderingContext2D} pen @param {number[]} answers @param {number} columns @param {number} side @param {string[]} categories */
function paintCells(pen, answers, columns, side, categories) {
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = `600 ${Math.round(side * 0.58)}px system-ui, sans-serif`;
  answers.forEach((answer, place) => {
    const x = LEFT + (place % columns) * side,
      y = TOP + Math.floor(place / columns) * side;
    const [fill, ink] = COLOURS[answer];
    pen.fillStyle = fill;
    pen.fillRect(x, y, side - 1, side - 1);
    pen.fillStyle = ink;
    pen.fillText(categories[answer], x + side / 2 - 0.5, y + side / 2 + 0.5);
  });
}

/** @param {CanvasRenderingContext2D} pen @param {Kind} kind @param {number} side @param {Theme} theme */
function paintAxes(pen, { down, across }, side, theme) {
  pen.font = "12px system-ui, sans-serif";
  pen.fillStyle = theme.soft;
  const write = (/** @type {Axis} */ axis, /** @type {number} */ place) =>
    WORDS[axis.name].write(axis.values[place]).replace("-", MINUS);
  for (const place of [0, (down.values.length - 1) / 2, down.values.length - 1]) {
    pen.textAlign = "right";
    pen.fillText(write(down, place), LEFT - 5, TOP + (place + 0.5) * side);
  }
  for (const place of [0, (across.values.length - 1) / 2, across.values.length - 1]) {
    pen.textAlign = place === 0 ? "left" : place === across.values.length - 1 ? "right" : "center";
    const x =
      pen.textAlign === "left"
        ? LEFT
        : pen.textAlign === "right"
          ? LEFT + across.values.length * side
          : LEFT + (place + 0.5) * side;
    pen.fillText(write(across, place), x, TOP / 2);
  }
}
