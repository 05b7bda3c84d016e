// What stands between two layers: maps or a list of values, and where a cell stands in them.

/**
 * @typedef {{maps: number, rows: number, columns: number, list: boolean}} Size a list of values is one map, one column wide
 * @typedef {Size & {values: Float64Array, images?: number}} Stage the image, or what comes out of a layer
 *   values: map by map, row by row; images: how many drawings go through together, 1 where nothing is said. The numbers that
 *   they have in one cell stand side by side, so that a row of cells is one long run of numbers, however many they are.
 * @typedef {{stage: number, map: number, row: number, column: number}} Cell
 * @typedef {{map: number, top: number, left: number, bottom: number, right: number}} Area
 *   cells of one stage, bottom and right not included; map -1: of all maps
 */

/** Where the value of a cell stands. @param {Size} stage @param {Cell} cell */
export function placeOf(stage, cell) {
  return (cell.map * stage.rows + cell.row) * stage.columns + cell.column;
}

/** The cell whose value stands at a place. @param {Size} stage @param {number} index of the stage @param {number} place @returns {Cell} */
export function cellAt(stage, index, place) {
  const size = stage.rows * stage.columns;
  const map = Math.floor(place / size);
  return { stage: index, map, row: Math.floor((place % size) / stage.columns), column: place % stage.columns };
}

/** How many cells. @param {Size} size */
export function countCells({ maps, rows, columns }) {
  return maps * rows * columns;
}

/** All cells of a stage. @param {Size} stage @returns {Area} */
export function wholeOf({ rows, columns }) {
  return { map: -1, top: 0, left: 0, bottom: rows, right: columns };
}
