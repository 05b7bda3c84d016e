// What the last steps moved: numbers before and after, side by side, those that moved most first.
import { make } from "../../shared/dom.js";
import { decimal } from "../../shared/numbers.js";
import { unfold } from "../../shared/engine.js";
import { nameParameter } from "../card/names.js";
import { upper } from "../card/text.js";
import { placesFor } from "./sums.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {{name: string, before: number, after: number}} Move
 */

const SHOWN = 5;

/** Every number that moved so far that it shows, the farthest first. @param {Layer[]} before @param {Layer[]} after
 * @param {string[]} categories @returns {Move[]} */
export function findMoves(before, after, categories) {
  const layers = unfold(after),
    old = new Map(before.map((layer) => [layer.number, layer]));
  const moves = layers.flatMap((layer, index) =>
    /** @type {("weights" | "biases")[]} */ (["weights", "biases"]).flatMap((part) => {
      const were = old.get(layer.number)?.[part];
      return Array.from(layer[part] ?? [], (now, place) => ({
        part,
        place,
        index,
        before: were?.[place] ?? now,
        after: now,
      }));
    }),
  );
  return moves
    .filter((move) => shows(move.before, move.after))
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .map((move) => ({
      ...move,
      name: upper(nameParameter(layers, move.index + 1, move.part, move.place, categories)),
    }));
}

/** A number before and after, with as many decimals as tell them apart. @param {number} before @param {number} after
 * @returns {[string, string]} */
export function tellMove(before, after) {
  const places = placesOf(before, after);
  return [decimal(before, places), decimal(after, places)];
}

/** Whether those decimals do tell them apart. @param {number} before @param {number} after */
export function shows(before, after) {
  const over = 10 ** placesOf(before, after);
  return Math.round(before * over) !== Math.round(after * over);
}

/** @param {number} before @param {number} after */
function placesOf(before, after) {
  return Math.max(3, placesFor([after - before]) - 1);
}

/** @param {import("./steps.js").Taken} taken @param {number} error now @param {string[]} categories */
export function writeMoves({ before, after, error: was, count }, error, categories) {
  const box = make("div", "moves"),
    moves = findMoves(before, after, categories),
    table = make("table", "moved"),
    steps = count === 1 ? "1 step" : `${count} steps`,
    moved = moves.length
      ? `${moves.length} ${moves.length === 1 ? "number" : "numbers"}`
      : "nothing so far that it shows",
    [old, now] = tellMove(was, error);
  table.append(make("caption", "", `${steps} moved ${moved}`));
  table.append(writeRow("th", ["number", "before", "after"]), writeRow("td", ["Error", old, now]));
  for (const move of moves.slice(0, SHOWN))
    table.append(writeRow("td", [move.name, ...tellMove(move.before, move.after)]));
  box.append(table);
  if (moves.length > SHOWN)
    box.append(make("div", "soft", `and ${moves.length - SHOWN} more, marked ▲ or ▼ in the picture`));
  return box;
}

/** @param {"th" | "td"} kind @param {string[]} texts */
function writeRow(kind, [name, ...texts]) {
  const row = make("tr");
  row.append(make("th", "", name, { scope: kind === "th" ? "col" : "row" }));
  for (const text of texts) row.append(make(kind, "", text, kind === "th" ? { scope: "col" } : {}));
  return row;
}
