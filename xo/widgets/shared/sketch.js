// A small pad: draw with mouse, finger, pen or keys; erase, undo, clear, presets.
import { greyOf, css } from "./colours.js";
import { button, listenToUndo, make } from "./dom.js";
import { listenToPen } from "./pen.js";

/**
 * @typedef {import("./engine.js").Stage} Stage
 * @typedef {{name: string, values: Float64Array}} Preset
 * @typedef {object} Options
 * @property {number} rows
 * @property {number} columns
 * @property {Float64Array} values
 * @property {number} side of a pixel on the screen
 * @property {Preset[]} presets
 * @property {(values: Float64Array, resting: boolean) => void} onDraw
 */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Sketch {
  /** @param {Options} options */
  constructor(options) {
    this.options = options;
    this.values = options.values;
    /** @type {Float64Array[]} */
    this.past = [];
    this.before = this.values;
    this.erasing = false;
    this.spot = { row: Math.floor(options.rows / 2), column: Math.floor(options.columns / 2) };
    const { rows, columns, side } = options;
    this.canvas = make("canvas", "sketch-canvas");
    this.cell = make("div", "sketch-cell", "", { role: "gridcell", tabindex: "0" });
    const row = make("div", "", "", { role: "row" });
    row.append(this.cell);
    this.grid = make("div", "sketch", "", {
      role: "grid",
      "aria-label": "Drawing: move with the arrow keys, flip with the space bar",
    });
    this.grid.style.width = `${columns * side}px`;
    this.grid.style.height = `${rows * side}px`;
    this.grid.append(this.canvas, row);
    this.tools = this.makeTools();
    this.element = make("div", "sketch-frame");
    this.element.append(this.grid, this.tools);
    this.pen = listenToPen(this.grid, {
      image: () => this.image(),
      erasing: () => this.erasing,
      begin: () => {
        this.before = this.values;
      },
      draw: (values) => this.change(values, false),
      end: () => this.rest(),
      focus: ({ row, column }) => {
        this.move(row - this.spot.row, column - this.spot.column);
        this.cell.focus({ preventScroll: true });
      },
    });
    this.cell.addEventListener("keydown", (event) => this.key(event));
    listenToUndo(
      this.element,
      () => this.undo(),
      () => {},
    );
    this.move(0, 0);
    this.paint();
  }

  /** @returns {Stage} */
  image() {
    return { maps: 1, rows: this.options.rows, columns: this.options.columns, list: false, values: this.values };
  }

  makeTools() {
    const tools = make("div", "sketch-tools", "", { role: "toolbar", "aria-label": "Drawing tools" });
    const erase = button("Erase", "Erase instead of draw (or use the right button)", () => {
      this.erasing = !this.erasing;
      erase.setAttribute("aria-pressed", String(this.erasing));
    });
    erase.setAttribute("aria-pressed", "false");
    const blank = new Float64Array(this.values.length).fill(-1);
    const presets = this.options.presets.map(({ name, values }) =>
      button(name, `Show ${name}`, () => this.replace(values)),
    );
    tools.append(
      ...presets,
      button("Clear", "Clear the drawing", () => this.replace(blank)),
      erase,
      button("Undo", "Undo the last change of the drawing", () => this.undo()),
    );
    return tools;
  }

  /** @param {Float64Array} values @param {boolean} resting */
  change(values, resting) {
    this.values = values;
    this.paint();
    this.move(0, 0);
    this.options.onDraw(values, resting);
  }

  rest() {
    if (this.before !== this.values) this.past = [...this.past.slice(-99), this.before];
    this.before = this.values;
    this.options.onDraw(this.values, true);
  }

  /** A new drawing in one step that can be undone. @param {Float64Array} values */
  replace(values) {
    this.before = this.values;
    this.change(values.slice(), false);
    this.rest();
  }

  undo() {
    const values = this.past.pop();
    if (!values) return;
    this.before = values;
    this.change(values, true);
  }

  /** The drawing changed elsewhere: show it. @param {Float64Array} values */
  adopt(values) {
    if (this.pen.drawing() || values.every((value, place) => value === this.values[place])) return false;
    this.past = [...this.past.slice(-99), this.values];
    this.values = this.before = values;
    this.paint();
    this.move(0, 0);
    return true;
  }

  /** @param {number} down @param {number} right */
  move(down, right) {
    const { rows, columns, side } = this.options;
    const keep = (/** @type {number} */ value, /** @type {number} */ most) => Math.max(0, Math.min(most - 1, value));
    this.spot = { row: keep(this.spot.row + down, rows), column: keep(this.spot.column + right, columns) };
    const { row, column } = this.spot,
      value = this.values[row * columns + column];
    const word = value >= 1 ? "white" : value <= -1 ? "black" : "grey";
    Object.assign(this.cell.style, {
      left: `${column * side}px`,
      top: `${row * side}px`,
      width: `${side}px`,
      height: `${side}px`,
    });
    this.cell.setAttribute("aria-label", `row ${row + 1}, column ${column + 1}, ${word}`);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) this.move(...ARROWS[event.key]);
    else if (event.key === "Home") this.move(0, -this.options.columns);
    else if (event.key === "End") this.move(0, this.options.columns);
    else if (event.key === " " || event.key === "Enter") this.pen.flip(this.spot);
    else return;
    event.preventDefault();
  }

  paint() {
    const { rows, columns, side } = this.options;
    paintPixels(this.canvas, this.values, rows, columns, side);
  }
}

/**
 * An image on a canvas: white ink on black, with thin lines where there is room.
 * @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} values @param {number} rows @param {number} columns @param {number} side
 */
export function paintPixels(canvas, values, rows, columns, side) {
  const pen = prepare(canvas, columns * side, rows * side);
  if (!pen) return;
  for (let place = 0; place < rows * columns; place++) {
    pen.fillStyle = css(greyOf(values[place]));
    const gap = side >= 8 ? 1 : 0;
    pen.fillRect((place % columns) * side, Math.floor(place / columns) * side, side - gap, side - gap);
  }
}

/** A sharp canvas of this size, wiped. @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
export function prepare(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1,
    wide = Math.round(width * ratio),
    high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const pen = canvas.getContext("2d");
  pen?.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen?.clearRect(0, 0, width, height);
  return pen;
}
