// From a number along the largest share of its slope to the error, and from the error to the numbers that would help
// most.
import { nameParameter } from "../card/names.js";
import { findPosition } from "../picture/subject.js";
import { partsOf } from "./explanation.js";
import { isZero, slopeText } from "./writing.js";

/**
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {import("./pass.js").Subject} Subject
 * @typedef {{subject: Subject, slope: number, name: string}} Helper a number, and how much it would help
 */

/** Whose slope makes the largest part of this one; null at the votes, and where nothing reaches the error.
 * @param {Pass} pass turned @param {Subject} subject @returns {Subject | null} */
export function towardError(pass, subject) {
  let best = null,
    most = 0;
  for (const { slope, factor, to } of partsOf(pass, subject)) {
    if (Math.abs(slope * factor) <= most) continue;
    most = Math.abs(slope * factor);
    best = to;
  }
  return best;
}

/** All the way from a number to the votes, without itself. @param {Pass} pass @param {Subject} subject */
export function pathToError(pass, subject) {
  const path = [];
  for (let next = towardError(pass, subject); next; next = towardError(pass, next)) path.push(next);
  return path;
}

/** The weights and biases with the largest slopes: for the same rate, these move most. @param {Pass} pass turned
 * @param {number} which one it is
 * @param {string[]} categories @param {number} count @returns {Helper[]} */
export function steepest({ layers, back }, which, categories, count) {
  /** @type {{subject: Subject, slope: number}[]} */
  const all = [];
  for (const [index, gradient] of (back?.gradients ?? []).entries()) {
    for (const part of /** @type {const} */ (["weights", "biases"])) {
      gradient[part]?.forEach((slope, place) => {
        if (slope) all.push({ subject: { pass: which, stage: index + 1, part, place }, slope });
      });
    }
  }
  all.sort((a, b) => Math.abs(b.slope) - Math.abs(a.slope));
  const most = all.slice(0, count).filter(({ slope }) => !isZero(slopeText(slope)));
  return most.map(({ subject, slope }) => {
    const { stage, part, place } = subject;
    return {
      subject,
      slope,
      name: nameParameter(layers, stage, part === "biases" ? part : "weights", place, categories),
    };
  });
}

/** Where a number stands in the picture; a pixel of a deep feature, which does not, where its map begins.
 * @param {import("../picture/layout.js").Grid[]} grids @param {Subject} subject @param {Pass} pass */
export function positionOf(grids, subject, { layers, stages }) {
  const found = findPosition(grids, subject);
  if (found || subject.part === "values") return found;
  const { shape, weights } = layers[subject.stage - 1],
    output = subject.part === "biases" ? subject.place : Math.floor(subject.place / (weights.length / shape[0])),
    { maps, values } = stages[subject.stage];
  return findPosition(grids, {
    ...subject,
    part: "values",
    place: (output * values.length) / Math.max(maps, shape[0]),
  });
}
