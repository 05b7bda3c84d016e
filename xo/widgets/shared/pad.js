// The pad: draw with mouse, finger, pen or keys.
import { paintPixels } from "./canvas.js";
import { button, make, put, setUsable } from "./dom.js";
import { ARROW_STEPS, isPlain, listenToUndo } from "./keys.js";
import { nameCell } from "./numbers.js";
import { Pen } from "./pen.js";

/**
 * @typedef {import("./drawing.js").Drawable} Drawable
 * @typedef {{name: string, pixels: number[]}} Picture as Python sends it
 */

const PAD_PX = 234;
const LEAST_PIXEL_PX = 6;

export class Pad {
  /** @param {Drawable} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    this.side = 0; // of a pixel on the screen
    const { rows, columns } = drawing.image();
    this.pixel = { row: Math.floor(rows / 2), column: Math.floor(columns / 2) };
    this.canvas = make("canvas", "pad-canvas");
    this.cell = make("div", "pad-cell", "", { role: "gridcell", tabindex: "0" });
    const row = make("div", "", "", { role: "row" }),
      title = "Drawing: move with the arrow keys, flip with the space bar";
    row.append(this.cell);
    this.element = make("div", "pad", "", { role: "grid", "aria-label": title });
    this.element.append(this.canvas, row);
    this.pen = new Pen(this.element, drawing, ({ row, column }) => {
      this.move(row - this.pixel.row, column - this.pixel.column);
      this.cell.focus({ preventScroll: true });
    });
    this.cell.addEventListener("keydown", (event) => this.key(event));
    this.unlisten = drawing.listen(() => this.paint());
    this.scale(1);
  }

  /** @param {number} scale how much larger than usual @param {number} [room] no wider than this */
  scale(scale, room = Infinity) {
    const { rows, columns } = this.drawing.image(),
      wanted = Math.floor(Math.max(LEAST_PIXEL_PX, Math.floor(PAD_PX / Math.max(rows, columns))) * scale),
      side = Math.max(1, Math.min(wanted, Math.floor(room / columns)));
    if (side === this.side) return;
    this.side = side;
    Object.assign(this.element.style, { width: `${columns * side}px`, height: `${rows * side}px` });
    this.paint();
  }

  paint() {
    const { rows, columns, values } = this.drawing.image();
    paintPixels(this.canvas, values, rows, columns, this.side);
    this.move(0, 0);
  }

  /** @param {number} down @param {number} right */
  move(down, right) {
    const { side, drawing } = this,
      { rows, columns, values } = drawing.image();
    const keep = (/** @type {number} */ value, /** @type {number} */ most) => Math.max(0, Math.min(most - 1, value));
    this.pixel = { row: keep(this.pixel.row + down, rows), column: keep(this.pixel.column + right, columns) };
    const { row, column } = this.pixel,
      value = values[row * columns + column];
    put(this.cell, column * side, row * side, side, side);
    this.cell.setAttribute("aria-label", `${nameCell(row, column)}, ${nameInk(value)}`);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!isPlain(event)) return;
    const { columns } = this.drawing.image();
    if (event.key in ARROW_STEPS) this.move(...ARROW_STEPS[event.key]);
    else if (event.key === "Home") this.move(0, -columns);
    else if (event.key === "End") this.move(0, columns);
    else if (event.key === " " || (event.key === "Enter" && !event.shiftKey)) this.pen.flip(this.pixel);
    else return;
    event.preventDefault();
  }

  close() {
    this.pen.close();
    this.unlisten();
  }
}

/** @param {number} value of a pixel */
function nameInk(value) {
  if (value >= 1) return "white";
  return value <= -1 ? "black" : "grey";
}

/**
 * The buttons of a pad: pictures to start from, clear, erase, undo, redo. Undo and redo by keys work wherever the focus
 * is in `around`.
 * @param {Drawable} drawing @param {Picture[]} pictures @param {HTMLElement} around
 */
export function makePadTools(drawing, pictures, around) {
  const tools = make("div", "pad-tools", "", { role: "toolbar", "aria-label": "Drawing tools" }),
    ready = make("span"),
    history = make("span"),
    steps = [button("↶", "Undo (Ctrl+Z)", () => drawing.undo()), button("↷", "Redo (Ctrl+Y)", () => drawing.redo())];
  const erase = button("Erase", "Erase instead of draw (or use the right button)", () => {
    drawing.erasing = !drawing.erasing;
    follow();
  });
  const follow = () => {
    erase.setAttribute("aria-pressed", String(drawing.erasing));
    setUsable(steps[0], drawing.canUndo);
    setUsable(steps[1], drawing.canRedo);
  };
  ready.append(
    ...pictures.map(({ name, pixels }) => button(name, `Show ${name}`, () => drawing.draw(Float64Array.from(pixels)))),
    button("Clear", "Clear the drawing", () => drawing.draw(drawing.image().values.map(() => -1))),
  );
  history.append(erase, ...steps);
  tools.append(ready, history);
  listenToUndo(around, drawing);
  follow();
  return { element: tools, close: drawing.listen(follow) };
}
