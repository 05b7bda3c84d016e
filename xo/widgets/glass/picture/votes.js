// The votes: a bar from 0 for each category, and its number.
import { colourOf, css } from "../../shared/colours.js";
import { asDecimal, decimal } from "../../shared/numbers.js";
import { winner } from "../../shared/votes.js";
import { exactText, tellValue } from "../card/explanation.js";
import { FONT } from "./letters.js";
import { numbersOf } from "./numbers.js";
import { haveLongNames, LETTER, paintName } from "./vote_names.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./paint.js").Scene} Scene
 */

const BELOW_0 = css(colourOf(-0.6, 1));
/** Where things stand, as shares of the height of a row: beside a letter, and under a name. */
const BESIDE = { indent: LETTER, name: 0.34, top: 0.16, thick: 0.34, number: 0.72 };
const UNDER = { indent: 0, name: 0.17, top: 0.37, thick: 0.23, number: 0.81 };

/** @param {CanvasRenderingContext2D} pen @param {Grid} grid @param {Scene} scene */
export function paintVotes(pen, grid, scene) {
  const votes = numbersOf(grid, scene.passes),
    best = winner(votes),
    signed = scene.limits[grid.pass].signed || votes.some((vote) => vote < 0);
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  const at = haveLongNames(grid, scene) ? UNDER : BESIDE,
    indent = at.indent && at.indent * grid.high + 6,
    [left, room] = [grid.x + indent, grid.wide - indent - 4];
  votes.forEach((vote, row) => {
    const strong = row === best,
      y = grid.y + row * grid.high;
    pen.fillStyle = strong ? scene.theme.text : scene.theme.soft;
    paintName(pen, row, { y: y + grid.high * at.name, strong }, grid, scene);
    const bar = { top: y + grid.high * at.top, thick: grid.high * at.thick, left, room };
    paintBar(pen, vote, strong, { ...bar, signed, most: scene.limits[grid.pass].votes }, scene);
    pen.font = `${strong ? "600" : "400"} ${grid.high * 0.27}px ${FONT}`;
    pen.fillStyle = strong ? scene.theme.text : scene.theme.soft;
    pen.fillText(textOf(vote, row, grid, scene), left, y + grid.high * at.number, room);
  });
}

/** A bar from 0; one that is longer than there is room ends in a point.
 * @param {CanvasRenderingContext2D} pen @param {number} vote @param {boolean} strong
 * @param {{signed: boolean, most: number, top: number, thick: number, left: number, room: number}} at
 * @param {Scene} scene */
function paintBar(pen, vote, strong, { signed, most, top, thick, left, room }, { theme }) {
  const share = Math.max(-1, Math.min(1, vote / most || 0)),
    zero = left + room * (signed ? 0.5 : 0),
    end = zero + share * room * (signed ? 0.5 : 1),
    point = Math.abs(vote) > most * 1.001 ? Math.sign(vote) * thick * 0.4 : 0;
  pen.strokeStyle = theme.line;
  pen.lineWidth = 1;
  pen.strokeRect(left + 0.5, Math.round(top) + 0.5, room - 1, Math.round(thick));
  pen.fillStyle = vote < 0 ? BELOW_0 : strong ? theme.winner : theme.loser;
  pen.beginPath();
  pen.moveTo(zero, top);
  pen.lineTo(end - point, top);
  pen.lineTo(end, top + thick / 2);
  pen.lineTo(end - point, top + thick);
  pen.lineTo(zero, top + thick);
  pen.fill();
  pen.fillStyle = theme.line;
  pen.fillRect(zero - 0.5, top - thick * 0.18, 1, thick * 1.36);
}

/** @param {number} vote @param {number} row @param {Grid} grid @param {Scene} scene */
function textOf(vote, row, { pass, stage }, { passes }) {
  const { stages, layers } = passes[pass];
  const exact = exactText(vote) && tellValue(stages, layers, { stage, map: 0, row, column: 0 }).exact;
  return exact.includes("/") ? `${exact} ${asDecimal(vote, 2)}` : exact || decimal(vote);
}
