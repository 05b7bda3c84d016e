// Nudging one number, the slow way to its slope: the error with a little more of it, less the error with a little less.
import { runLayers } from "../../shared/engine.js";
import { ERRORS } from "../../shared/errors.js";
import { decimal } from "../../shared/numbers.js";
import { numberAt, slopeAt } from "./pass.js";

/**
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {import("./pass.js").Subject} Subject
 */

const STEP = 1e-5;
const CORNER = 1e-3; // of the slope: so far apart are up and down only where two ways to the error part
const NOISE = 1e-7; // of the error: what the digits that the computer leaves off come to
const LEAST_ERROR = 1e-3; // so far, the digits left off shrink with the error

/** The error with another number in one place. @param {Pass} pass turned @param {Subject} subject
 * @param {number} value */
export function errorWith({ stages, layers, back }, { stage, part, place }, value) {
  const { measure, category } = /** @type {import("./pass.js").Back} */ (back),
    start = part === "values" ? stage : stage - 1,
    replace = (/** @type {Float64Array | null} */ old) => {
      const numbers = Float64Array.from(old ?? []);
      numbers[place] = value;
      return numbers;
    };
  const { slopes: _, kept: __, ...from } = stages[start],
    image = part === "values" ? { ...from, values: replace(from.values) } : from,
    rest = layers.slice(start);
  if (part !== "values") rest[0] = { ...rest[0], [part]: replace(rest[0][part]) };
  const run = runLayers(image, rest),
    votes = run[run.length - 1].values;
  return ERRORS[measure](votes, [category], new Float64Array(votes.length));
}

/** One sentence: what nudging finds, with the digits of the slope on the card. @param {Pass} pass
 * @param {Subject} subject @param {string} told */
export function nudgeText(pass, subject, told) {
  const value = numberAt(pass, subject),
    error = errorWith(pass, subject, value),
    [more, less] = [errorWith(pass, subject, value + STEP), errorWith(pass, subject, value - STEP)],
    [up, down] = [(more - error) / STEP, (error - less) / STEP],
    places = told.includes(".") ? told.length - told.indexOf(".") - 1 : 4,
    write = (/** @type {number} */ slope) => decimal(slope, places);
  const noise = NOISE * Math.max(error, LEAST_ERROR);
  if (Math.abs(up - down) > CORNER * Math.max(Math.abs(up), Math.abs(down)) + noise)
    return `Nudged up ${write(up)}, down ${write(down)}: a tie or a corner, where the slope takes one side`;
  const found = write((more - less) / (2 * STEP)),
    same = found === write(slopeAt(pass, subject));
  return `Nudged up and down by 0.00001: ${found}${same ? ", the same digits" : ""}`;
}
