// What is on the screen as numbers: a drawing carried through a network, once or, to compare, twice.
import { chooseLimit } from "../shared/colours.js";
import { runLayers, unfold } from "../shared/engine.js";
import { kindOf } from "../shared/layers/kinds.js";
import { tellAnswer } from "../shared/votes.js";

/**
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {import("../shared/stage.js").Stage} Stage
 * @typedef {import("./picture/layout.js").Pass} Pass
 * @typedef {import("./session.js").State} State
 * @typedef {Map<number, Float64Array>} Answers of the learner's own functions, by layer number
 */

const PICTURES_TRIED = 3;

/** Both networks, or both drawings, as they are now. @param {State} state @param {Answers[]} answers @returns {Pass[]} */
export function runPasses({ image, layers, against, kept }, answers) {
  const passes = [runPass(image, layers, true, answers[0])];
  if (against.length) passes.push(runPass(image, against, false));
  if (kept) passes.push(runPass(kept, layers, true, answers[1]));
  return passes;
}

/** @param {Stage} image @param {Layer[]} layers @param {boolean} shown whether the image is @param {Answers} [answers] @returns {Pass} */
function runPass(image, layers, shown, answers) {
  const unfolded = unfold(layers),
    stages = runLayers(image, unfolded, answers);
  const known = unfolded.map((layer, index) =>
    layer.own ? { ...layer, answered: stages[index + 1].values === answers?.get(layer.number) } : layer,
  );
  return { stages, layers: known, image: shown };
}

/** Where the colours end: fixed while one draws, so that they mean the same in every drawing.
 * @param {State} state @param {Float64Array[]} pictures to start from */
export function limitOf({ image, layers, against }, pictures) {
  const drawings = [image.values, ...pictures.filter(({ length }) => length === image.values.length)];
  return chooseLimit(
    drawings
      .slice(0, 1 + PICTURES_TRIED)
      .flatMap((values) => [layers, against].flatMap((one) => runLayers({ ...image, values }, unfold(one)).slice(1)))
      .filter((stage) => !stage.list),
  );
}

/** The answer and the votes of a network in one line, or "" where it has none. @param {Pass} pass @param {string[]} categories */
export function answerText({ stages, layers }, categories) {
  const votes = stages[stages.length - 1].values,
    last = layers[layers.length - 1],
    names = Array.from(votes, (_, place) => categories[place] ?? String(place + 1));
  return last && kindOf(last).votes ? tellAnswer(votes, names, false) : "";
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
