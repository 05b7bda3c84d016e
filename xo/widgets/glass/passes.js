// What is on the screen as numbers: a drawing carried through a network, once or, to compare, twice.
import { chooseLimit } from "../shared/colours.js";
import { runLayers, unfold } from "../shared/engine.js";
import { largest } from "./picture/numbers.js";
import { kindOf } from "../shared/layers/kinds.js";
import { commonPart } from "../shared/numbers.js";
import { tellAnswer } from "../shared/votes.js";

/**
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {import("../shared/stage.js").Stage} Stage
 * @typedef {import("./picture/layout.js").Pass} Pass
 * @typedef {import("./session.js").State} State
 * @typedef {{maps: number, votes: number, signed: boolean}} Limits the largest value and the longest vote; signed:
 *   votes go both ways
 * @typedef {Map<number, Float64Array>} Answers of the learner's own functions, by layer number
 */

const PICTURES_TRIED = 3;
const LEAST_BAR = 1;
/** What the rows of the picture are called, when there are several. */
export const ROWS = ["First row", "Second row", "Third row"];

/** Both networks, or both drawings, as they are now. @param {State} state @param {Answers[]} answers
 * @returns {Pass[]} */
export function runPasses({ image, layers, against, kept }, answers) {
  const passes = [runPass(image, layers, true, answers[0])];
  if (against.length) passes.push(runPass(image, against, false));
  if (kept) passes.push(runPass(kept, layers, true, answers[1]));
  return passes;
}

/** @param {Stage} image @param {Layer[]} layers @param {boolean} shown whether the image is @param {Answers} [answers]
 * @returns {Pass} */
function runPass(image, layers, shown, answers) {
  const unfolded = unfold(layers),
    stages = runLayers(image, unfolded, answers);
  const known = unfolded.map((layer, index) =>
    layer.own ? { ...layer, answered: stages[index + 1].values === answers?.get(layer.number) } : layer,
  );
  return { stages, layers: known, image: shown };
}

/**
 * Where the colours of each pass end, and the bars of its votes: fixed while one draws, so that they mean the same in
 * every drawing.
 * @param {State} state @param {Float64Array[]} pictures to start from @returns {Limits[]}
 */
export function limitsOf({ image, layers, against, kept }, pictures) {
  const alike = pictures.filter(({ length }) => length === image.values.length),
    drawings = [image, ...alike.slice(0, PICTURES_TRIED).map((values) => ({ ...image, values }))],
    own = limitsOn(drawings, layers);
  return [own, ...(against.length ? [limitsOn(drawings, against)] : []), ...(kept ? [own] : [])];
}

/** @param {Stage[]} drawings @param {Layer[]} layers @returns {Limits} */
function limitsOn(drawings, layers) {
  const runs = drawings.map((image) => runLayers(image, unfold(layers))),
    votes = runs.map((stages) => stages[stages.length - 1]).filter((stage) => stage.list);
  return {
    maps: chooseLimit(runs.flatMap((stages) => stages.slice(1)).filter((stage) => !stage.list)),
    votes: Math.max(LEAST_BAR, ...votes.map(({ values }) => largest(values))),
    signed: votes.some(({ values }) => values.some((vote) => vote < 0)),
  };
}

/** In which parts all numbers of the maps are whole, such as ninths; 0: in none. @param {Pass[]} passes */
export function partsOf(passes) {
  const maps = passes.flatMap(({ stages }) => stages.slice(1).filter((stage) => !stage.list && largest(stage.values))),
    pixels = passes.flatMap(({ layers }) =>
      layers.filter(({ shape }) => shape.length === 4).map(({ shape }) => shape[2] * shape[3]),
    ),
    fits = (/** @type {number} */ over) => maps.every(({ values }) => commonPart(values, [over]));
  return maps.length ? ([1, ...new Set(pixels)].find(fits) ?? 0) : 0;
}

/** The answer and the votes of a network in one line, or "" where it has none. @param {Pass} pass
 * @param {string[]} categories */
function answerText({ stages, layers }, categories) {
  const votes = stages[stages.length - 1].values,
    last = layers[layers.length - 1],
    names = Array.from(votes, (_, place) => categories[place] ?? String(place + 1));
  return last && kindOf(last).votes ? tellAnswer(votes, names, false) : "";
}

/** The same for every row of the picture; where there are several, each says which. @param {Pass[]} passes
 * @param {string[]} categories */
export function answersText(passes, categories) {
  const texts = passes.map((pass) => answerText(pass, categories)),
    named = texts.map((text, row) => text && `${ROWS[row]}: ${text}`);
  return (passes.length > 1 ? named : texts).filter((text) => text);
}

/** What makes a new layout necessary. @param {Pass[]} passes */
export function shapeOf(passes) {
  return JSON.stringify(
    passes.map(({ stages, layers }) => [
      stages.map(({ maps, rows, columns }) => [maps, rows, columns]),
      layers.map(({ number, kind, shape, answered }) => [number, kind, shape, answered]),
    ]),
  );
}
