// Draw the grids of the picture.
import { paintSlopes } from "../backward/paint.js";
import { paintCells, paintPicture } from "./cells.js";
import { paintVotes } from "./votes.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef
 *   {{text: string, soft: string, line: string, ground: string, highlight: string, winner: string, loser: string}}
 *   Theme
 * @typedef {{write: (value: number) => string, font: number, face: string, room: number}} Writing
 *   how numbers are written, and how wide they may be
 * @typedef {(grid: Grid, values: Float64Array, over: number) => ((value: number) => string)[]} WaysToWrite the fullest
 *   way first
 * @typedef
 *   {{grids: Grid[], passes: Pass[], limits: import("../passes.js").Limits[], theme: Theme, categories: string[],
 *     scale: number, over: number, written: Map<string, Writing | null>, ways?: WaysToWrite, bare: boolean}} Scene
 *   over: whole numbers in the maps count such parts, 0: they are decimals; written: in each column; bare: without the
 *   numbers in the cells
 */

/** The colours of the page around the picture. @param {HTMLElement} root @returns {Theme} */
export function readTheme(root) {
  const style = getComputedStyle(root),
    read = (/** @type {string} */ name) => style.getPropertyValue(`--xo-${name}`).trim();
  return {
    text: read("text"),
    soft: read("soft"),
    line: read("line"),
    ground: read("ground"),
    highlight: read("light"),
    winner: read("winner"),
    loser: read("loser"),
  };
}

/** @param {CanvasRenderingContext2D} pen @param {Scene} scene */
export function paintGrids(pen, scene) {
  for (const grid of scene.grids) {
    if (grid.kind === "picture") paintPicture(pen, grid, scene);
    else if (scene.passes[grid.pass].back) paintSlopes(pen, grid, scene);
    else if (grid.kind === "votes") paintVotes(pen, grid, scene);
    else paintCells(pen, grid, scene);
  }
}
