// The names of the categories, where the votes stand and over the weights that make them.
import { fitName } from "../../shared/names.js";
import { FONT, PROJECTED_PX, widthOf } from "./letters.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./paint.js").Scene} Scene
 */

export const LETTER = 0.42; // of a row: how high the letter of a category is
const NAME = 0.27; // and a name of several
const SMALLEST_PX = 11;
const MORE_PX = 4; // a letter may be so much wider than high

/** Whether one of the names is more than a letter: then all stand over what they are for, and not beside it.
 * @param {Grid} grid @param {Scene} scene */
export function haveLongNames({ rows, high }, { categories }) {
  const letter = high * LETTER;
  return categories.slice(0, rows).some((name) => widthOf(name, letter, 700) > letter + MORE_PX);
}

/** The name beside or over a vote. @param {CanvasRenderingContext2D} pen @param {number} row
 * @param {{y: number, strong: boolean}} at the middle of its height @param {Grid} grid @param {Scene} scene */
export function paintName(pen, row, { y, strong }, grid, scene) {
  const name = scene.categories[row] ?? String(row + 1),
    weight = strong ? 700 : 400,
    long = haveLongNames(grid, scene),
    room = long ? grid.wide - 4 : grid.wide,
    { text, high } = fit(name, room, grid.high * (long ? NAME : LETTER), weight, scene);
  pen.font = `${weight} ${high}px ${FONT}`;
  pen.fillText(text, grid.x, y, room);
}

/** The name of the category that weights are for, over their middle.
 * @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {number} room @param {Scene} scene */
export function paintCaption(pen, grid, room, scene) {
  const most = scene.scale > 1 ? PROJECTED_PX : 12,
    { text, high } = fit(scene.categories[grid.map] ?? "", room, most, 600, scene);
  pen.font = `600 ${high}px ${FONT}`;
  pen.fillText(text, grid.x + (grid.columns * grid.wide) / 2, grid.y - 1, room);
}

/** @param {string} name @param {number} room @param {number} most @param {number} weight @param {Scene} scene */
function fit(name, room, most, weight, { scale }) {
  const least = Math.min(most, scale > 1 ? PROJECTED_PX : SMALLEST_PX);
  return fitName(name, room, { most, least }, (text, high) => widthOf(text, high, weight));
}
