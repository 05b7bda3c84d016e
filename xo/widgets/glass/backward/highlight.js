// The highlight on where a slope comes from: every place that hands a part of it back, and the way to the error.
import { boxOfCell, findHighlights } from "../picture/highlight.js";
import { findPosition } from "../picture/subject.js";
import { partsOf } from "./explanation.js";
import { pathToError } from "./walk.js";

/**
 * @typedef {import("../picture/layout.js").Grid} Grid
 * @typedef {import("../picture/highlight.js").Box} Box
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {import("./pass.js").Subject} Subject
 */

/** What of each grid a number comes from, or its slope. @param {Grid[]} grids @param {Subject} subject
 * @param {Pass[]} passes @returns {Box[][]} */
export function highlightsOf(grids, subject, passes) {
  const pass = passes[subject.pass];
  return pass.back ? findSources(grids, subject, pass) : findHighlights(grids, subject, passes);
}

/** @param {Grid[]} grids @param {Subject} subject @param {Pass} pass @returns {Box[][]} */
function findSources(grids, subject, pass) {
  /** @type {Box[][]} */
  const boxes = grids.map(() => []),
    lit = new Set();
  const light = (/** @type {Subject} */ one) => {
    const position = findPosition(grids, one);
    // Once: what is lit twice would be dark again.
    if (!position || lit.has(`${position.grid} ${position.index}`)) return;
    lit.add(`${position.grid} ${position.index}`);
    boxes[position.grid].push(boxOfCell(grids[position.grid], position.index));
  };
  light(subject);
  for (const { slope, factor, to, at, from } of partsOf(pass, subject)) {
    if (slope * factor === 0) continue;
    light(to);
    if (at >= 0) light({ ...to, part: "weights", place: at });
    if (from >= 0) light({ ...to, stage: to.stage - 1, place: from });
  }
  for (const step of pathToError(pass, subject)) light(step);
  return boxes;
}
