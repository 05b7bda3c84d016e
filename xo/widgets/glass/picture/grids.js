// What a keyboard and a screen reader reach of the picture: an element for each grid, each with one live cell that
// moves.
import { make, put } from "../../shared/dom.js";
import { isPlain } from "../../shared/keys.js";
import { isEditable } from "../handlers/target.js";
import { ARROWS, whereTo } from "./neighbour.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {{grid: number, index: number}} Position a cell of the picture: which grid, and which of its cells
 * @typedef {{element: HTMLElement, row: HTMLElement, cell: HTMLElement, index: number}} Item
 * @typedef {object} Callbacks
 * @property {(position: Position) => string} speak what the cell is and holds
 * @property {(grid: Grid) => string} title
 * @property {(position: Position) => void} focus
 * @property {() => void} blur
 * @property {(position: Position, event: KeyboardEvent) => boolean} key whether it was understood
 */

const REFRESH_AFTER_MS = 120;
const ANY_VALUE =
  "Drag up or down (a finger: sideways), or Shift and an arrow key: any value. Double-click or Enter: type it.";
/** @type {Record<string, string>} */
const HINTS = { feature: `Click or Space: black or white. ${ANY_VALUE}`, weights: ANY_VALUE, bias: ANY_VALUE };

export class GridElements {
  /** @param {HTMLElement[]} parents of the pad, and of all others: tools stand between them
   * @param {Callbacks} callbacks */
  constructor(parents, callbacks) {
    this.parents = parents;
    this.callbacks = callbacks;
    /** @type {Grid[]} */
    this.grids = [];
    /** @type {Item[]} */
    this.items = [];
    this.current = 0;
    this.timer = 0;
  }

  /** @param {Grid[]} grids */
  lay(grids) {
    const focused = this.items.findIndex((item) => item.cell === document.activeElement);
    this.grids = grids;
    while (this.items.length > grids.length) this.items.pop()?.element.remove();
    for (const [number, grid] of grids.entries()) this.layOne(grid, number);
    if (focused >= grids.length) this.go({ grid: 0, index: 0 });
    this.current = Math.min(this.current, grids.length - 1);
    this.stops();
  }

  /** @param {Grid} grid @param {number} number */
  layOne(grid, number) {
    const item = this.item(number),
      { element } = item,
      editable = isEditable(grid);
    put(element, grid.x, grid.y, grid.columns * grid.wide, grid.rows * grid.high);
    element.setAttribute("aria-label", this.callbacks.title(grid));
    element.setAttribute("aria-rowcount", String(grid.rows));
    element.setAttribute("aria-colcount", String(grid.columns));
    element.classList.toggle("xo-pad", number === 0);
    element.classList.toggle("xo-editable", editable);
    element.title = editable ? HINTS[grid.kind] : "";
    this.move(number, Math.min(item.index, grid.count - 1));
  }

  /** The elements of a grid, made at the first call. @param {number} number */
  item(number) {
    this.items[number] ??= this.make(number);
    return this.items[number];
  }

  /** @param {number} number @returns {Item} */
  make(number) {
    const item = makeItem(),
      { element, cell } = item;
    this.parents[number ? 1 : 0].append(element);
    cell.addEventListener("focus", () => {
      this.current = number;
      this.stops();
      this.callbacks.focus({ grid: number, index: item.index });
    });
    cell.addEventListener("blur", () => this.callbacks.blur());
    for (const kind of ["blur", "keydown"]) cell.addEventListener(kind, () => cell.classList.remove("xo-quiet"));
    cell.addEventListener("keydown", (event) => this.key(number, event));
    return item;
  }

  /** The pad is one stop of the tab key, the rest of the network another. */
  stops() {
    const rest = this.current || 1;
    for (const [number, { cell }] of this.items.entries()) cell.tabIndex = number === 0 || number === rest ? 0 : -1;
  }

  /** @param {number} number @param {number} index */
  move(number, index) {
    const item = this.items[number],
      { columns, wide, high } = this.grids[number],
      row = Math.floor(index / columns),
      column = index % columns;
    item.index = index;
    put(item.cell, column * wide, row * high, wide, high);
    item.row.setAttribute("aria-rowindex", String(row + 1));
    item.cell.setAttribute("aria-colindex", String(column + 1));
    item.cell.setAttribute("aria-label", this.callbacks.speak({ grid: number, index }));
  }

  /** Name the live cells anew, after the numbers have changed. */
  refresh() {
    for (const [grid, { cell, index }] of this.items.entries())
      cell.setAttribute("aria-label", this.callbacks.speak({ grid, index }));
  }

  /** The same, once the numbers have been still for a moment. */
  refreshSoon() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.refresh(), REFRESH_AFTER_MS);
  }

  /** @param {Position} position
   * @param {boolean} [still] without scrolling there, and without a ring until a key is pressed */
  go(position, still = false) {
    const cell = this.cellAt(position);
    cell.focus({ preventScroll: still });
    cell.classList.toggle("xo-quiet", still);
    if (document.activeElement === cell) this.callbacks.focus(position);
  }

  /** The live cell of a grid, moved to a position. @param {Position} position */
  cellAt({ grid, index }) {
    this.move(grid, index);
    return this.items[grid].cell;
  }

  /** @param {number} number @param {KeyboardEvent} event */
  key(number, event) {
    if (event.key === "Enter" && event.shiftKey) return; // runs the notebook's cell
    const position = { grid: number, index: this.items[number].index },
      plain = isPlain(event),
      next = whereTo(this.grids, position, event, (grid) => this.items[grid].index);
    if (next) this.go(next);
    const understood = next !== null || this.callbacks.key(position, event) || event.key in ARROWS;
    if (understood) event.preventDefault();
    if (understood || (plain && event.key !== "Tab")) event.stopPropagation();
  }

  close() {
    clearTimeout(this.timer);
  }
}

/** @returns {Item} */
function makeItem() {
  const element = make("div", "grid", "", { role: "grid" }),
    row = make("div", "", "", { role: "row" }),
    cell = make("div", "cell", "", { role: "gridcell", tabindex: "-1" });
  row.append(cell);
  element.append(row);
  return { element, row, cell, index: 0 };
}
