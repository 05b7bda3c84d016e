// Which number of the network a cell of the picture shows, and where a number stands.

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef {import("./grids.js").Position} Position
 * @typedef {"values" | "weights" | "biases"} Part
 * @typedef {{pass: number, stage: number, part: Part, place: number}} Subject a number: of a stage, or of the layer
 *   that makes the stage
 */

/** Of a grid of each kind; a picture shows three numbers at a time, and explains none. @type {Record<string, Part>} */
const PARTS = {
  stage: "values",
  votes: "values",
  feature: "weights",
  weights: "weights",
  bias: "biases",
};

/** @param {Grid} grid @param {number} index @returns {Subject} */
export function subjectOn({ pass, stage, kind, offset }, index) {
  return { pass, stage, part: PARTS[kind], place: offset + index };
}

/** Where a number stands, or null: deep features do not stand in the picture. @param {Grid[]} grids
 * @param {Subject} subject @returns {Position | null} */
export function findPosition(grids, { pass, stage, part, place }) {
  const grid = grids.findIndex(
    (one) =>
      one.stage === stage &&
      PARTS[one.kind] === part &&
      (one.pass === pass || (stage === 0 && one.pass === 0)) &&
      place >= one.offset &&
      place < one.offset + one.count,
  );
  return grid < 0 ? null : { grid, index: place - grids[grid].offset };
}

/**
 * The cell that lies at a place of the picture.
 * @param {import("./layout.js").Grid[]} grids @param {number} x @param {number} y
 * @returns {import("./grids.js").Position | null}
 */
export function positionAt(grids, x, y) {
  for (const [number, grid] of grids.entries()) {
    const row = Math.floor((y - grid.y) / grid.high),
      column = Math.floor((x - grid.x) / grid.wide),
      index = row * grid.columns + column,
      inside = row >= 0 && column >= 0 && row < grid.rows && column < grid.columns;
    if (inside && index < grid.count) return { grid: number, index };
  }
  return null;
}
