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
const LEAST = 1e-12;

/** Every number that moved, the farthest first. @param {Layer[]} before @param {Layer[]} after
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
    .filter((move) => Math.abs(move.after - move.before) > LEAST)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .map((move) => ({
      ...move,
      name: upper(nameParameter(layers, move.index + 1, move.part, move.place, categories)),
    }));
}

/** A number before and after, with as many decimals as tell them apart. @param {number} before @param {number} after
 * @returns {[string, string]} */
export function tellMove(before, after) {
  const places = Math.max(3, placesFor([after - before]) - 1);
  return [decimal(before, places), decimal(after, places)];
}

/** @param {import("./steps.js").Taken} taken @param {number} error now @param {string[]} categories */
export function writeMoves({ before, after, error: was, count }, error, categories) {
  const box = make("div", "moves"),
    moves = findMoves(before, after, categories),
    table = make("table", "moved"),
    [old, now] = tellMove(was, error);
  table.append(make("caption", "", `${count === 1 ? "1 step" : `${count} steps`} moved ${moves.length} numbers`));
  table.append(writeRow("th", ["", "before", "after"]), writeRow("td", ["Error", old, now]));
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
