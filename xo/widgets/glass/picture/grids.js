// The grids that a keyboard and a screen reader reach: one for each plate, each with one live cell that moves.
import { make, put } from "../../shared/dom.js";
import { isEditable } from "../hands/edit.js";

/**
 * @typedef {import("./layout.js").Plate} Plate
 * @typedef {{plate: number, place: number}} Spot
 * @typedef {object} Handlers
 * @property {(spot: Spot) => string} speak what the cell is and holds
 * @property {(plate: Plate) => string} title
 * @property {(spot: Spot) => void} focus
 * @property {() => void} blur
 * @property {(spot: Spot, event: KeyboardEvent) => boolean} key whether it was understood
 */

/** @type {Record<string, string>} */
const HINTS = {
  feature:
    "Click or Space: black or white. Drag up or down (a finger: sideways), or Shift and an arrow key: any value. Double-click or Enter: type it.",
  weights:
    "Drag up or down (a finger: sideways), or Shift and an arrow key: any value. Double-click or Enter: type it.",
};

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Grids {
  /** @param {HTMLElement} parent @param {Handlers} handlers */
  constructor(parent, handlers) {
    this.parent = parent;
    this.handlers = handlers;
    /** @type {Plate[]} */
    this.plates = [];
    /** @type {{grid: HTMLElement, row: HTMLElement, cell: HTMLElement, place: number}[]} */
    this.items = [];
    this.current = 0;
    this.timer = 0;
  }

  /** @param {Plate[]} plates */
  lay(plates) {
    const focused = this.items.findIndex((item) => item.cell === document.activeElement);
    this.plates = plates;
    while (this.items.length > plates.length) this.items.pop()?.grid.remove();
    plates.forEach((plate, index) => {
      this.items[index] ??= this.add(index);
      const item = this.items[index];
      item.place = Math.min(item.place, plate.count - 1);
      const { grid } = item;
      put(grid, plate.x, plate.y, plate.columns * plate.wide, plate.rows * plate.high);
      grid.setAttribute("aria-label", this.handlers.title(plate));
      grid.setAttribute("aria-rowcount", String(plate.rows));
      grid.setAttribute("aria-colcount", String(plate.columns));
      grid.classList.toggle("xo-pad", index === 0);
      grid.classList.toggle("xo-editable", isEditable(plate));
      grid.title = isEditable(plate) ? HINTS[plate.kind] : "";
      this.move(index, item.place);
    });
    if (focused >= plates.length) this.go({ plate: 0, place: 0 });
    this.current = Math.min(this.current, plates.length - 1);
    this.stops();
  }

  /** @param {number} index */
  add(index) {
    const grid = make("div", "grid", "", { role: "grid" }),
      row = make("div", "", "", { role: "row" });
    const cell = make("div", "cell", "", { role: "gridcell", tabindex: "-1" });
    row.append(cell);
    grid.append(row);
    this.parent.append(grid);
    cell.addEventListener("focus", () => {
      this.current = index;
      this.stops();
      this.handlers.focus({ plate: index, place: this.items[index].place });
    });
    cell.addEventListener("blur", () => this.handlers.blur());
    for (const kind of ["blur", "keydown"]) cell.addEventListener(kind, () => cell.classList.remove("xo-quiet"));
    cell.addEventListener("keydown", (event) => this.key(index, event));
    return { grid, row, cell, place: 0 };
  }

  /** The pad is one stop of the tab key, the rest of the network another. */
  stops() {
    const rest = this.current || 1;
    this.items.forEach(({ cell }, index) => {
      cell.tabIndex = index === 0 || index === rest ? 0 : -1;
    });
  }

  /** @param {number} index @param {number} place */
  move(index, place) {
    const item = this.items[index],
      plate = this.plates[index];
    const row = Math.floor(place / plate.columns),
      column = place % plate.columns;
    item.place = place;
    put(item.cell, column * plate.wide, row * plate.high, plate.wide, plate.high);
    item.row.setAttribute("aria-rowindex", String(row + 1));
    item.cell.setAttribute("aria-colindex", String(column + 1));
    item.cell.setAttribute("aria-label", this.handlers.speak({ plate: index, place }));
  }

  /** Name the live cells anew, after the numbers have changed. */
  refresh() {
    for (const [plate, { cell, place }] of this.items.entries()) {
      cell.setAttribute("aria-label", this.handlers.speak({ plate, place }));
    }
  }

  /** The same, once the numbers have been still for a moment. */
  refreshSoon() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.refresh(), 120);
  }

  /** @param {Spot} spot @param {boolean} [still] without scrolling there, and without a ring until a key is pressed */
  go({ plate, place }, still = false) {
    const cell = this.cellAt({ plate, place });
    cell.focus({ preventScroll: still });
    cell.classList.toggle("xo-quiet", still);
    if (document.activeElement === this.items[plate].cell) this.handlers.focus({ plate, place });
  }

  /** The live cell of a plate, moved to a place. @param {Spot} spot */
  cellAt({ plate, place }) {
    this.move(plate, place);
    return this.items[plate].cell;
  }

  /** @param {number} index @param {KeyboardEvent} event */
  key(index, event) {
    if (event.key === "Enter" && event.shiftKey) return; // runs the notebook's cell
    const spot = { plate: index, place: this.items[index].place };
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const next = plain && !event.shiftKey ? this.next(spot, event.key) : null;
    if (next) this.go(next);
    const understood = next !== null || this.handlers.key(spot, event) || event.key in ARROWS;
    if (understood) event.preventDefault();
    if (understood || (plain && event.key !== "Tab")) event.stopPropagation();
  }

  /** Where a key leads, or null if it does not lead anywhere. @param {Spot} spot @param {string} key @returns {Spot | null} */
  next({ plate: index, place }, key) {
    const plate = this.plates[index],
      row = Math.floor(place / plate.columns),
      column = place % plate.columns;
    const last = Math.min(plate.count, (row + 1) * plate.columns) - 1;
    if (key === "Home") return { plate: index, place: row * plate.columns };
    if (key === "End") return { plate: index, place: last };
    if (key === "PageDown" || key === "PageUp") {
      const to = index + (key === "PageDown" ? 1 : -1);
      return this.plates[to] ? { plate: to, place: this.items[to].place } : null;
    }
    if (!(key in ARROWS)) return null;
    const [down, right] = ARROWS[key],
      to = (row + down) * plate.columns + column + right;
    if (column + right >= 0 && column + right < plate.columns && to >= 0 && to < plate.count)
      return { plate: index, place: to };
    return index === 0 ? null : this.neighbour(index, row, column, down, right);
  }

  /** The cell of another plate that lies nearest in a direction; never the pad.
   * @param {number} index @param {number} row @param {number} column @param {number} down @param {number} right @returns {Spot | null} */
  neighbour(index, row, column, down, right) {
    const from = this.plates[index],
      x = from.x + (column + 0.5) * from.wide,
      y = from.y + (row + 0.5) * from.high;
    let best = null,
      least = Infinity;
    this.plates.forEach((plate, other) => {
      if (other === 0 || other === index) return;
      const across = Math.max(0, Math.min(plate.columns - 1, Math.floor((x - plate.x) / plate.wide)));
      const below = Math.max(0, Math.min(plate.rows - 1, Math.floor((y - plate.y) / plate.high)));
      const dx = plate.x + (across + 0.5) * plate.wide - x,
        dy = plate.y + (below + 0.5) * plate.high - y;
      const ahead = right ? dx * right : dy * down,
        aside = Math.abs(right ? dy : dx);
      const place = below * plate.columns + across;
      if (ahead > 1 && ahead + 3 * aside < least && place < plate.count)
        [least, best] = [ahead + 3 * aside, { plate: other, place }];
    });
    return best;
  }
}
