// The votes: a bar from 0 for each category, and its number.
import { colourOf, css } from "../../shared/colours.js";
import { asDecimal, decimal } from "../../shared/numbers.js";
import { exactText, tellValue } from "../card/explanation.js";
import { FONT } from "./letters.js";
import { largest, numbersOf } from "./numbers.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./paint.js").Scene} Scene
 */

const BELOW_0 = css(colourOf(-0.6, 1));

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Scene} scene */
export function paintVotes(pen, grid, scene) {
  const votes = numbersOf(grid, scene.passes),
    best = votes.indexOf(Math.max(...votes));
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  votes.forEach((vote, row) => {
    const strong = row === best,
      y = grid.y + row * grid.high,
      letter = grid.high * 0.42,
      left = grid.x + letter + 6,
      room = grid.wide - letter - 10;
    pen.font = `${strong ? "700" : "400"} ${letter}px ${FONT}`;
    pen.fillStyle = strong ? scene.theme.text : scene.theme.soft;
    pen.fillText(scene.categories[row] ?? String(row + 1), grid.x, y + grid.high * 0.34);
    paintBar(pen, vote, strong, { votes, y, high: grid.high, left, room }, scene);
    pen.font = `${strong ? "600" : "400"} ${grid.high * 0.27}px ${FONT}`;
    pen.fillStyle = strong ? scene.theme.text : scene.theme.soft;
    pen.fillText(textOf(vote, row, grid, scene), left, y + grid.high * 0.72, room);
  });
}

/** @param {CanvasRenderingContext2D} pen @param {number} vote @param {boolean} strong
 * @param {{votes: Float64Array, y: number, high: number, left: number, room: number}} at @param {Scene} scene */
function paintBar(pen, vote, strong, { votes, y, high, left, room }, { limit, theme }) {
  const most = Math.max(largest(votes), limit),
    lowest = Math.min(...votes, 0) < 0 ? 0.5 : 0,
    zero = left + room * lowest,
    length = (vote / most) * room * (1 - lowest);
  pen.fillStyle = vote < 0 ? BELOW_0 : strong ? theme.winner : theme.loser;
  pen.fillRect(Math.min(zero, zero + length), y + high * 0.16, Math.abs(length), high * 0.34);
  pen.fillStyle = theme.line;
  pen.fillRect(zero - 0.5, y + high * 0.1, 1, high * 0.46);
}

/** @param {number} vote @param {number} row @param {Grid} grid @param {Scene} scene */
function textOf(vote, row, { pass, stage }, { passes }) {
  const { stages, layers } = passes[pass];
  const exact = exactText(vote) && tellValue(stages, layers, { stage, map: 0, row, column: 0 }).exact;
  return exact.includes("/") ? `${exact} ${asDecimal(vote, 2)}` : exact || decimal(vote);
}
