// A question that is answered by marking cells of a grid.
import { make } from "../shared/dom.js";
import { ARROW_STEPS, isPlain } from "../shared/keys.js";
import { nameCell } from "../shared/numbers.js";

/**
 * @param {number[]} size rows and columns @param {(answer: number[][]) => void} give
 * @returns {import("./question.js").Input}
 */
export function makeGrid([rows, columns], give) {
  const about = `${rows} by ${columns} cells, move with the arrow keys, mark with Space`,
    node = make("div", "question-grid", "", { role: "group", "aria-label": about });
  /** @type {Set<number>} */
  let marked = new Set(),
    closed = false;
  const buttons = Array.from({ length: rows * columns }, (_, place) =>
    makeCell(rows, place, columns, () => closed || give(cellsOf(toggled(marked, place), columns))),
  );
  layOut(node, buttons, rows, columns);
  node.addEventListener("keydown", (event) => moveFocus(buttons, event, rows, columns));
  const show = (/** @type {unknown} */ answer, /** @type {boolean} */ locked) => {
    const cells = Array.isArray(answer) ? answer : [];
    marked = new Set(cells.map(([row, column]) => row * columns + column));
    closed = locked;
    buttons.forEach((cell, place) => {
      cell.setAttribute("aria-pressed", String(marked.has(place)));
      cell.setAttribute("aria-disabled", String(locked));
      cell.textContent = marked.has(place) ? "●" : "";
    });
  };
  return { node, show };
}

/** Put cells into a grid below the numbers of their columns, and beside those of their rows if there are several.
 * @param {HTMLElement} node @param {HTMLElement[]} cells @param {number} rows @param {number} columns */
function layOut(node, cells, rows, columns) {
  const beside = (/** @type {number | ""} */ row) => (rows > 1 ? [makeNumber(row)] : []);
  node.style.gridTemplateColumns = `${rows > 1 ? "max-content " : ""}repeat(${columns}, minmax(0, 32px))`;
  node.append(...beside(""), ...Array.from({ length: columns }, (_, column) => makeNumber(column)));
  for (let row = 0; row < rows; row++) node.append(...beside(row), ...cells.slice(row * columns, (row + 1) * columns));
}

/** The number of a row or column beside the grid; each cell says its own to a screen reader.
 * @param {number | ""} number */
function makeNumber(number) {
  return make("span", "", `${number}`, { "aria-hidden": "true" });
}

/** @param {number} rows one: a list, whose cells have places @param {number} place @param {number} columns
 * @param {() => void} act */
function makeCell(rows, place, columns, act) {
  const name = rows === 1 ? `place ${place}` : nameCell(Math.floor(place / columns), place % columns),
    cell = make("button", "", "", { type: "button", tabindex: place ? "-1" : "0", "aria-label": name });
  cell.addEventListener("click", act);
  return cell;
}

/** @param {HTMLButtonElement[]} buttons @param {KeyboardEvent} event @param {number} rows @param {number} columns */
function moveFocus(buttons, event, rows, columns) {
  const from = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target)),
    to = stepFrom(from, event, rows, columns);
  if (from < 0 || to === null) return;
  event.preventDefault();
  buttons[from].tabIndex = -1;
  buttons[to].tabIndex = 0;
  buttons[to].focus();
}

/** @param {Set<number>} marked @param {number} place */
function toggled(marked, place) {
  const next = new Set(marked);
  if (!next.delete(place)) next.add(place);
  return next;
}

/** The marked cells as [row, column], row by row. @param {Set<number>} marked @param {number} columns */
function cellsOf(marked, columns) {
  return [...marked].sort((a, b) => a - b).map((place) => [Math.floor(place / columns), place % columns]);
}

/** Where a key leads from a cell, or null. @param {number} from @param {KeyboardEvent} event @param {number} rows
 * @param {number} columns */
function stepFrom(from, event, rows, columns) {
  const row = Math.floor(from / columns),
    column = from % columns;
  if (!isPlain(event)) return null;
  if (event.key === "Home") return row * columns;
  if (event.key === "End") return row * columns + columns - 1;
  if (!(event.key in ARROW_STEPS)) return null;
  const [down, right] = ARROW_STEPS[event.key];
  const inside = row + down >= 0 && row + down < rows && column + right >= 0 && column + right < columns;
  return inside ? from + down * columns + right : from;
}
