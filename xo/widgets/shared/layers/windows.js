// What all kinds of pooling share: windows that slide over each map, and may reach beyond its edge.
import { cellAt, placeIn, placeOf } from "../stage.js";

/**
 * @typedef {import("./kinds.js").Layer} Layer
 * @typedef {import("../stage.js").Size} Size
 * @typedef {import("../stage.js").Area} Area
 */

/** Settings of the two kinds of the lessons. */
export const WINDOW = { window: 2, stride: 2 };

/** The windows as the lessons have them, or as others do: of any shape, and beginning before the map.
 * @param {Layer} layer */
function windowsOf({ settings: { window, stride, rows, columns, down, across, top = 0, left = 0 } }) {
  return {
    rows: rows ?? window,
    columns: columns ?? window,
    down: down ?? stride,
    across: across ?? stride,
    top,
    left,
  };
}

/** How many windows fit: ceil((side - window) / stride) + 1, as long as they start on the map. @param {Layer} layer
 * @param {Size} from @returns {Size | string} */
export function windowsOn({ settings: { window, stride } }, from) {
  if (from.list) return "pooling expects maps, not a list";
  const [rows, columns] = [from.rows, from.columns].map((side) =>
    Math.min(Math.max(0, Math.ceil((side - window) / stride)) + 1, Math.ceil(side / stride)),
  );
  return { maps: from.maps, rows, columns, list: false };
}

/** The cells under the windows of an area. @param {Layer} layer @param {Size} from @param {Area} area
 * @returns {Area} */
export function underWindows(layer, from, area) {
  const { rows, columns, down, across, top, left } = windowsOf(layer);
  return {
    map: area.map,
    top: Math.max(0, area.top * down - top),
    left: Math.max(0, area.left * across - left),
    bottom: Math.min(from.rows, (area.bottom - 1) * down - top + rows),
    right: Math.min(from.columns, (area.right - 1) * across - left + columns),
  };
}

/** The rows and columns that count for one window: on the map or, where its edge counts as well, on that too.
 * @param {Layer} layer @param {Size} from @param {{map: number, row: number, column: number}} cell */
function countedUnder(layer, from, { map, row, column }) {
  if (!layer.settings.edge)
    return underWindows(layer, from, { map, top: row, left: column, bottom: row + 1, right: column + 1 });
  const { rows, columns, down, across, top, left } = windowsOf(layer),
    [first, begin] = [row * down - top, column * across - left],
    { bottom, right } = layer.settings;
  return {
    top: first,
    left: begin,
    bottom: Math.min(from.rows + bottom, first + rows),
    right: Math.min(from.columns + right, begin + columns),
  };
}

/** The places of the cells that one window covers, -1 on the edge. @param {Layer} layer @param {Size} from
 * @param {{map: number, row: number, column: number}} cell */
export function placesUnder(layer, from, cell) {
  const area = countedUnder(layer, from, cell),
    places = [];
  for (let down = area.top; down < area.bottom; down++) {
    for (let across = area.left; across < area.right; across++) places.push(placeIn(from, cell.map, down, across));
  }
  return { places, rows: area.bottom - area.top, columns: area.right - area.left };
}

/** The places of the windows that cover a cell. @param {Layer} layer @param {Size} from @param {Size} to
 * @param {number} place of the cell */
export function windowsOver(layer, from, to, place) {
  const { map, row, column } = cellAt(from, 0, place),
    { rows, columns, down, across, top, left } = windowsOf(layer);
  const first = (/** @type {number} */ at, /** @type {number} */ window, /** @type {number} */ step) =>
    Math.max(0, Math.ceil((at - window + 1) / step));
  const places = [];
  for (let high = first(row + top, rows, down); high < to.rows && high * down <= row + top; high++) {
    for (let wide = first(column + left, columns, across); wide < to.columns && wide * across <= column + left; wide++)
      places.push(placeOf(to, { stage: 0, map, row: high, column: wide }));
  }
  return places;
}

/**
 * Call `each` for every window, with the place of its value and the cells that it covers.
 * @param {Layer} layer @param {Size} from @param {Size} to
 * @param {(place: number, top: number, bottom: number, left: number, right: number, count: number) => void} each
 *   top and bottom: the places of the first cells of its rows, the last one not included; left and right: how far its
 *   cells stand from these; count: how many cells count
 */
export function overWindows(layer, from, to, each) {
  let place = 0;
  for (let map = 0; map < to.maps; map++) {
    for (let row = 0; row < to.rows; row++) {
      for (let column = 0; column < to.columns; column++) {
        const area = { map, top: row, left: column, bottom: row + 1, right: column + 1 },
          { top, left, bottom, right } = underWindows(layer, from, area),
          start = map * from.rows,
          counted = layer.settings.edge
            ? countedUnder(layer, from, { map, row, column })
            : { top, left, bottom, right },
          count = (counted.bottom - counted.top) * (counted.right - counted.left);
        each(place++, (start + top) * from.columns, (start + bottom) * from.columns, left, right, count);
      }
    }
  }
}
