// What the two kinds of pooling share: windows that slide over each map; the last one may hang over the edge.
import { cellAt, placeOf } from "../stage.js";

/**
 * @typedef {import("./kinds.js").Layer} Layer
 * @typedef {import("../stage.js").Size} Size
 * @typedef {import("../stage.js").Area} Area
 */

/** Settings of both. */
export const WINDOW = { window: 2, stride: 2 };

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
export function underWindows({ settings: { window, stride } }, from, area) {
  return {
    map: area.map,
    top: area.top * stride,
    left: area.left * stride,
    bottom: Math.min(from.rows, (area.bottom - 1) * stride + window),
    right: Math.min(from.columns, (area.right - 1) * stride + window),
  };
}

/** The places of the cells that one window covers. @param {Layer} layer @param {Size} from
 * @param {{map: number, row: number, column: number}} cell */
export function placesUnder(layer, from, { map, row, column }) {
  const area = underWindows(layer, from, { map, top: row, left: column, bottom: row + 1, right: column + 1 });
  const places = [];
  for (let down = area.top; down < area.bottom; down++) {
    for (let across = area.left; across < area.right; across++) {
      places.push((map * from.rows + down) * from.columns + across);
    }
  }
  return { places, rows: area.bottom - area.top, columns: area.right - area.left };
}

/** The places of the windows that cover a cell. @param {Layer} layer @param {Size} from @param {Size} to
 * @param {number} place of the cell */
export function windowsOver(layer, from, to, place) {
  const { map, row, column } = cellAt(from, 0, place),
    { window, stride } = layer.settings;
  const first = (/** @type {number} */ at) => Math.max(0, Math.ceil((at - window + 1) / stride));
  const places = [];
  for (let down = first(row); down < to.rows && down * stride <= row; down++) {
    for (let across = first(column); across < to.columns && across * stride <= column; across++) {
      places.push(placeOf(to, { stage: 0, map, row: down, column: across }));
    }
  }
  return places;
}

/**
 * Call `each` for every window, with the place of its value and the cells that it covers.
 * @param {Layer} layer @param {Size} from @param {Size} to
 * @param {(place: number, top: number, bottom: number, left: number, right: number) => void} each
 *   top and bottom: the places of the first cells of its rows, the last one not included; left and right: how far its
 *   cells stand from these
 */
export function overWindows({ settings: { window, stride } }, from, to, each) {
  let place = 0;
  for (let map = 0; map < to.maps; map++) {
    for (let row = 0; row < to.rows; row++) {
      const top = (map * from.rows + row * stride) * from.columns,
        bottom = (map * from.rows + Math.min(row * stride + window, from.rows)) * from.columns;
      for (let column = 0; column < to.columns; column++) {
        each(place++, top, bottom, column * stride, Math.min(column * stride + window, from.columns));
      }
    }
  }
}
