// What stands between two layers: maps or a list of values, and where a cell stands in them.

/**
 * @typedef {{maps: number, rows: number, columns: number, list: boolean}} Size a list of values is one map, one column
 *   wide
 * @typedef {Size & {values: Float64Array, slopes?: Float64Array, images?: number, kept?: any,
 *   names?: string[]}} Stage the image, or what
 *   comes out of a layer
 *   values: map by map, row by row; slopes: how much the error grows for a little more of each value, after a pass back
 *   images: how many drawings go through together, 1 where nothing is said. The numbers that they have in one cell
 *   stand side by
 *   side, so that a row of cells is one long run of numbers, however many they are. kept: what a layer remembers for
 *   its way back; names: those of the maps of an image in colour
 * @typedef {{stage: number, map: number, row: number, column: number}} Cell
 * @typedef {{map: number, top: number, left: number, bottom: number, right: number}} Area
 *   cells of one stage, bottom and right not included; map -1: of all maps
 */

/** Where the value of a cell stands. @param {Size} stage @param {Cell} cell */
export function placeOf(stage, cell) {
  return (cell.map * stage.rows + cell.row) * stage.columns + cell.column;
}

/** The cell whose value stands at a place. @param {Size} stage @param {number} index of the stage @param {number} place
 * @returns {Cell} */
export function cellAt(stage, index, place) {
  const size = stage.rows * stage.columns;
  const map = Math.floor(place / size);
  return { stage: index, map, row: Math.floor((place % size) / stage.columns), column: place % stage.columns };
}

/** How many cells. @param {Size} size */
export function countCells({ maps, rows, columns }) {
  return maps * rows * columns;
}

/** The shape that an image has in Python. @param {Stage} image */
export function shapeInPython({ maps, rows, columns, names }) {
  return names ? [maps, rows, columns] : [rows, columns];
}

/** All cells of a stage. @param {Size} stage @returns {Area} */
export function wholeOf({ rows, columns }) {
  return { map: -1, top: 0, left: 0, bottom: rows, right: columns };
}

/** Where the value of a cell stands, -1 outside of the maps. @param {Size} stage @param {number} map
 * @param {number} row @param {number} column */
export function placeIn(stage, map, row, column) {
  const inside = row >= 0 && column >= 0 && row < stage.rows && column < stage.columns;
  return inside ? (map * stage.rows + row) * stage.columns + column : -1;
}

/** The slopes of the error for the values of a stage. @param {Stage} stage after a pass back */
export function slopesOf({ slopes }) {
  if (!slopes) throw new Error("expected a pass back before its slopes are asked for");
  return slopes;
}
