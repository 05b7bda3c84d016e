// A slope as plain text: for a screen reader, for copying, and in a cell.
import { nameCell as coordinates } from "../../shared/numbers.js";
import { upper } from "../card/text.js";
import { numbersOf } from "../picture/numbers.js";
import { numberAt, slopeAt } from "./pass.js";
import { meaningOf } from "./explanation.js";
import { subjectOn } from "../picture/subject.js";
import { decimal } from "../../shared/numbers.js";
import { slopeText } from "./writing.js";

/** @typedef {import("./explanation.js").Explanation} Explanation */

/** All of a card as one paragraph. @param {Explanation} explanation @param {string} nudged */
export function slopeCardText({ name, value, slope, meaning, rule, heads, parts, products, steps, zeros }, nudged) {
  const lines = [`Slope of ${name}: ${slope}`, upper(meaning), `The number itself: ${value}`, upper(rule)];
  const shown = heads
    ? products.flatMap((product, index) => (product.product.parts ? [partText(parts[index].name, product, heads)] : []))
    : [];
  if (shown.length) lines.push(`${upper(heads)}: ${shown.join("; ")}`);
  if (heads && zeros) lines.push(`${zeros} of ${parts.length} are 0`);
  if (steps.length) lines.push(upper(steps.map(([step, text]) => `${step} ${text}`).join("; ")));
  if (nudged) lines.push(nudged);
  return `${lines.join(". ")}.`;
}

/** @param {string} name @param {import("./sums.js").Product} product @param {string} heads */
function partText(name, { slope, factor, product }, heads) {
  return heads === "slope" ? `${name}: ${product.text}` : `${name}: ${slope.text} × ${factor.text} = ${product.text}`;
}

/** A cell as a screen reader hears it. @param {import("../picture/layout.js").Grid} grid @param {number} index
 * @param {import("./pass.js").Pass[]} passes @param {string[]} categories */
export function speakSlope(grid, index, passes, categories) {
  const pass = passes[grid.pass],
    subject = subjectOn(grid, index),
    slope = slopeAt(pass, subject),
    shown = slopeText(slope),
    told = `slope ${shown}, ${meaningOf(shown, slope)}`;
  if (grid.kind === "votes")
    return `${categories[index] ?? index + 1}: vote ${decimal(numberAt(pass, subject))}, ${told}`;
  if (numbersOf(grid, passes).length === grid.count && grid.count === 1) return told;
  const rows = grid.kind === "feature" || (grid.kind === "stage" && !pass.stages[grid.stage].list),
    at = rows ? coordinates(Math.floor(index / grid.columns), index % grid.columns) : `value ${index + 1}`;
  return grid.kind === "bias" ? told : `${at}: ${told}`;
}
