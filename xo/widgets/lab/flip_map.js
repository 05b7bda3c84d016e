// A map of where the answer turns: two settings run through their values, and each cell says what the reader answers.
import { prepare } from "../shared/canvas.js";
import { css, fillOf, inkOn } from "../shared/colours.js";
import { make, setText } from "../shared/dom.js";
import { SLIDERS } from "./sliders.js";

/**
 * @typedef {import("../shared/changes.js").Settings} Settings
 * @typedef {{name: keyof Settings, values: number[]}} Axis
 * @typedef {{name: string, down: Axis, across: Axis}} Kind what changes from row to row, and from column to column
 * @typedef {{ground: string, soft: string, light: string}} Theme
 */

const LEFT_PX = 62,
  TOP_PX = 36,
  RIGHT_PX = 2;
const LEAST_CELL_PX = 14,
  MOST_CELL_PX = 32;
const TITLE_FONT = "600 12px system-ui, sans-serif",
  TICK_FONT = "12px system-ui, sans-serif";

/** What Python sends of a map. @param {any} plan @returns {Kind} */
export function readKind([name, [[down, rows], [across, columns]]]) {
  return { name, down: { name: down, values: rows }, across: { name: across, values: columns } };
}

/** The settings of all cells, row by row. @param {Kind} kind @returns {Partial<Settings>[]} */
export function cellsOf({ down, across }) {
  return down.values.flatMap((row) => across.values.map((column) => ({ [down.name]: row, [across.name]: column })));
}

/** The same name for all settings that lead to the same map: those along its axes do not matter.
 * @param {Settings} settings @param {Kind} kind */
export function nameMap(settings, { name, down, across }) {
  return JSON.stringify([name, { ...settings, [down.name]: 0, [across.name]: 0 }]);
}

/** Where the present settings stand on an axis, counted in cells; they may lie between two. @param {Axis} axis
 * @param {number} value */
export function placeOn({ values }, value) {
  const step = values[1] - values[0];
  return Math.max(0, Math.min(values.length - 1, (value - values[0]) / step));
}

export class FlipMap {
  /** @param {string} reader @param {string[]} categories
   * @param {(settings: Partial<Settings>) => void} choose a cell was pressed */
  constructor(reader, categories, choose) {
    this.reader = reader;
    this.categories = categories;
    this.side = MOST_CELL_PX;
    /** @type {Kind | null} */
    this.kind = null;
    this.canvas = make("canvas", "flip-canvas", "", { role: "img" });
    this.rows = make("div", "spoken");
    this.count = make("div", "soft");
    this.element = make("div", "flip-map");
    this.element.append(this.canvas, this.rows, this.count);
    this.canvas.addEventListener("click", (event) => {
      const settings = this.settingsAt(event.offsetX, event.offsetY);
      if (settings) choose(settings);
    });
  }

  /** What a cell stands for. @param {number} x @param {number} y */
  settingsAt(x, y) {
    if (!this.kind) return null;
    const { down, across } = this.kind,
      row = down.values[Math.floor((y - TOP_PX) / this.side)],
      column = across.values[Math.floor((x - LEFT_PX) / this.side)];
    return row === undefined || column === undefined ? null : { [down.name]: row, [across.name]: column };
  }

  /** @param {Kind} kind @param {number[]} answers @param {Settings} settings where the sliders stand
   * @param {number} width @param {Theme} theme */
  show(kind, answers, settings, width, theme) {
    this.kind = kind;
    const columns = kind.across.values.length,
      fitting = Math.floor((width - LEFT_PX - RIGHT_PX) / columns);
    this.side = Math.max(LEAST_CELL_PX, Math.min(MOST_CELL_PX, fitting));
    const context = prepare(
      this.canvas,
      LEFT_PX + columns * this.side + RIGHT_PX,
      TOP_PX + kind.down.values.length * this.side + RIGHT_PX,
    );
    if (!context) return;
    this.paintCells(context, answers, columns);
    paintAxes(context, kind, this.side, theme);
    this.paintFrame(context, kind, settings, theme);
    this.tell(kind, answers);
  }

  /** @param {CanvasRenderingContext2D} context @param {number[]} answers @param {number} columns */
  paintCells(context, answers, columns) {
    const { side } = this;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${Math.round(side * 0.58)}px system-ui, sans-serif`;
    answers.forEach((answer, place) => {
      const x = LEFT_PX + (place % columns) * side,
        y = TOP_PX + Math.floor(place / columns) * side,
        fill = fillOf(answer);
      context.fillStyle = css(fill);
      context.fillRect(x, y, side - 1, side - 1);
      context.fillStyle = inkOn(fill);
      context.fillText(this.categories[answer], x + side / 2 - 0.5, y + side / 2 + 0.5, side - 2);
    });
  }

  /** A frame where the sliders stand. @param {CanvasRenderingContext2D} context @param {Kind} kind
   * @param {Settings} settings @param {Theme} theme */
  paintFrame(context, { down, across }, settings, theme) {
    const x = LEFT_PX + placeOn(across, settings[across.name]) * this.side,
      y = TOP_PX + placeOn(down, settings[down.name]) * this.side;
    for (const [width, colour] of /** @type {[number, string][]} */ ([
      [5, theme.ground],
      [3, theme.light],
    ])) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.strokeRect(x, y, this.side, this.side);
    }
  }

  /** For whoever does not see it. @param {Kind} kind @param {number[]} answers */
  tell({ down, across }, answers) {
    const { categories } = this,
      columns = across.values.length;
    const counts = categories.map((name, category) => {
      const count = answers.filter((answer) => answer === category).length;
      return `${name} in ${count}${category ? "" : ` of ${answers.length} cells`}`;
    });
    const summary = counts.join(", "),
      { axis, write } = SLIDERS[down.name];
    const rows = down.values.map((value, row) => {
      const answered = answers.slice(row * columns, (row + 1) * columns).map((answer) => categories[answer]);
      return `${axis} ${write(value)}: ${answered.join(" ")}`;
    });
    const ways = `${axis} from row to row, ${SLIDERS[across.name].axis} from column to column`,
      title = `What ${this.reader} answers, ${ways}`;
    this.canvas.setAttribute("aria-label", `${title}: ${summary}`);
    setText(this.rows, rows.join("; "));
    setText(this.count, summary);
  }
}

/** @param {CanvasRenderingContext2D} context @param {Kind} kind @param {number} side @param {Theme} theme */
function paintAxes(context, { down, across }, side, theme) {
  const wide = across.values.length * side,
    high = down.values.length * side;
  context.fillStyle = theme.soft;
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.font = TITLE_FONT;
  context.fillText(`${SLIDERS[across.name].axis} →`, LEFT_PX + wide / 2, 8);
  context.save();
  context.translate(9, TOP_PX + high / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(`← ${SLIDERS[down.name].axis}`, 0, 0);
  context.restore();
  context.font = TICK_FONT;
  for (const place of ends(across)) {
    context.fillText(SLIDERS[across.name].write(across.values[place]), LEFT_PX + (place + 0.5) * side, TOP_PX - 9);
  }
  context.textAlign = "right";
  for (const place of ends(down)) {
    context.fillText(SLIDERS[down.name].write(down.values[place]), LEFT_PX - 5, TOP_PX + (place + 0.5) * side);
  }
}

/** The first, the middle and the last value of an axis. @param {Axis} axis */
function ends({ values }) {
  return [0, (values.length - 1) / 2, values.length - 1];
}
