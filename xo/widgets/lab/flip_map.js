// A map of where the answer turns: two settings run through their values, and each cell says what the reader answers.
import { prepare } from "../shared/canvas.js";
import { css, fillOf, inkOn } from "../shared/colours.js";
import { make, setText } from "../shared/dom.js";
import { SLIDERS } from "./sliders.js";

/**
 * @typedef {import("../shared/changes.js").Settings} Settings
 * @typedef {{name: keyof Settings, values: number[]}} Axis
 * @typedef {{name: string, down: Axis, across: Axis}} Kind what changes from row to row, and from column to column
 * @typedef {{ground: string, soft: string, light: string, scale: number}} Theme
 */

const EDGES_PX = { left: 62, top: 36, right: 2 };
const LEAST_CELL_PX = 14,
  MOST_CELL_PX = 32;
const LETTERS_PX = 14;

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
  /** @param {string} reader @param {{categories: string[], letters: string[]}} names
   * @param {(settings: Partial<Settings>) => void} choose a cell was pressed */
  constructor(reader, { categories, letters }, choose) {
    this.reader = reader;
    this.categories = categories;
    this.letters = letters;
    this.side = MOST_CELL_PX;
    this.edges = EDGES_PX;
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
      { left, top } = this.edges,
      row = down.values[Math.floor((y - top) / this.side)],
      column = across.values[Math.floor((x - left) / this.side)];
    return row === undefined || column === undefined ? null : { [down.name]: row, [across.name]: column };
  }

  /** @param {Kind} kind @param {number[]} answers @param {Settings} settings where the sliders stand
   * @param {number} width @param {Theme} theme */
  show(kind, answers, settings, width, theme) {
    if (!width) return; // out of sight
    this.kind = kind;
    const columns = kind.across.values.length,
      [left, top, right] = [EDGES_PX.left, EDGES_PX.top, EDGES_PX.right].map((edge) => edge * theme.scale),
      fitting = Math.floor((width - left - right) / columns);
    this.edges = { left, top, right };
    this.side = Math.max(LEAST_CELL_PX, Math.min(MOST_CELL_PX * theme.scale, fitting));
    const context = prepare(
      this.canvas,
      left + columns * this.side + right,
      top + kind.down.values.length * this.side + right,
    );
    if (!context) return;
    this.paintCells(context, answers, columns, LETTERS_PX * theme.scale);
    paintAxes(context, kind, this, theme);
    this.paintFrame(context, kind, settings, theme);
    this.tell(kind, answers);
  }

  /** Small cells are filled by their letters. @param {CanvasRenderingContext2D} context @param {number[]} answers
   * @param {number} columns @param {number} wanted how high letters are, where the cells have the room */
  paintCells(context, answers, columns, wanted) {
    const { side } = this,
      { left, top } = this.edges;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${Math.round(Math.max(side * 0.72, Math.min(wanted, side * 0.9)))}px system-ui, sans-serif`;
    answers.forEach((answer, place) => {
      const x = left + (place % columns) * side,
        y = top + Math.floor(place / columns) * side,
        fill = fillOf(answer);
      context.fillStyle = css(fill);
      context.fillRect(x, y, side - 1, side - 1);
      context.fillStyle = inkOn(fill);
      context.fillText(this.letters[answer], x + side / 2 - 0.5, y + side / 2 + 0.5, side - 2);
    });
  }

  /** A frame where the sliders stand. @param {CanvasRenderingContext2D} context @param {Kind} kind
   * @param {Settings} settings @param {Theme} theme */
  paintFrame(context, { down, across }, settings, theme) {
    const { left, top } = this.edges,
      x = left + placeOn(across, settings[across.name]) * this.side,
      y = top + placeOn(down, settings[down.name]) * this.side;
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
    const { categories, letters } = this,
      columns = across.values.length;
    const counts = categories.map((name, category) => {
      const count = answers.filter((answer) => answer === category).length;
      return `${nameWith(letters[category], name)} in ${count}${category ? "" : ` of ${answers.length} cells`}`;
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

/** A category, after what stands for it in the cells. @param {string} letter @param {string} name */
function nameWith(letter, name) {
  return letter === name ? name : `${letter}\xa0= ${name}`;
}

/** @param {CanvasRenderingContext2D} context @param {Kind} kind @param {FlipMap} map @param {Theme} theme */
function paintAxes(context, { down, across }, { side, edges: { left, top } }, { soft, scale }) {
  const font = `${LETTERS_PX * scale}px system-ui, sans-serif`;
  Object.assign(context, { fillStyle: soft, textBaseline: "middle", textAlign: "center", font: `600 ${font}` });
  context.fillText(`${SLIDERS[across.name].axis} →`, left + (across.values.length * side) / 2, 8 * scale);
  context.save();
  context.translate(9 * scale, top + (down.values.length * side) / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(`← ${SLIDERS[down.name].axis}`, 0, 0);
  context.restore();
  context.font = font;
  for (const place of ends(across)) {
    const words = SLIDERS[across.name].write(across.values[place]),
      last = left + across.values.length * side - context.measureText(words).width / 2; // it ends with the map
    context.fillText(words, Math.min(left + (place + 0.5) * side, last), top - 9 * scale);
  }
  context.textAlign = "right";
  for (const place of ends(down)) {
    context.fillText(SLIDERS[down.name].write(down.values[place]), left - 5 * scale, top + (place + 0.5) * side);
  }
}

/** The first, the middle and the last value of an axis. @param {Axis} axis */
function ends({ values }) {
  return [0, (values.length - 1) / 2, values.length - 1];
}
