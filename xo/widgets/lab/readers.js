// Who reads the drawing: networks, and whole images compared with the examples.
import { castVotes, makeStages, readLayers, runLayers, unfold } from "../shared/engine.js";
import { kindOf } from "../shared/layers/kinds.js";
import { decimal, percent } from "../shared/numbers.js";
import { softmax, winner } from "../shared/votes.js";

/**
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {import("../shared/stage.js").Stage} Stage
 * @typedef {import("../shared/changes.js").Picture} Picture
 * @typedef {object} Reader
 * @property {string} name
 * @property {boolean} certain whether shares after softmax mean something
 * @property {boolean} formula whether each pixel counts by itself
 * @property {Layer[]} layers unfolded
 */

/** The readers that Python sent. @param {any[]} plans @param {Float64Array} numbers of all of them, one after another
 * @returns {Reader[]} */
export function readReaders(plans, numbers) {
  let start = 0;
  return plans.map(({ name, certain, formula, plans: layers, count }) => {
    const own = numbers.slice(start, start + count);
    start += count;
    return { name, certain, formula, layers: unfold(readLayers(layers, own)) };
  });
}

/** The votes for one picture. @param {Reader} reader @param {Picture} picture */
export function votesOf({ layers }, picture) {
  return runLayers({ ...picture, maps: 1, list: false }, layers)[layers.length].values;
}

/** Stages that many pictures went through together, to be used again: by layers, then by how many.
 * @type {WeakMap<Layer[], Map<number, Stage[]>>} */
const STAGES = new WeakMap();

/** @param {Layer[]} layers @param {{rows: number, columns: number}} size @param {number} images @returns {Stage[]} */
function stagesFor(layers, { rows, columns }, images) {
  const known = STAGES.get(layers) ?? new Map();
  STAGES.set(layers, known);
  const image = { maps: 1, rows, columns, list: false, images, values: new Float64Array(rows * columns * images) };
  if (!known.has(images)) known.set(images, makeStages(image, layers));
  return known.get(images);
}

/**
 * The votes for many pictures that go through together.
 * @param {Reader} reader @param {{rows: number, columns: number}} size @param {number} images how many
 * @param {(values: Float64Array) => void} fill cell by cell, the pictures side by side
 * @returns {(image: number) => number[]}
 */
export function votesOfMany({ layers }, size, images, fill) {
  const stages = stagesFor(layers, size, images),
    votes = stages[layers.length].values;
  fill(stages[0].values);
  layers.forEach((layer, place) => {
    kindOf(layer).forward(layer, stages[place], stages[place + 1]);
  });
  const categories = votes.length / images;
  return (image) => Array.from({ length: categories }, (_, category) => votes[category * images + image]);
}

/** Which category a reader answers for each picture. @param {Reader} reader @param {Picture[]} pictures */
export function answersOf({ layers }, pictures) {
  const images = pictures.map((picture) => ({ ...picture, maps: 1, list: false }));
  return castVotes(images, layers).map((votes) => winner(votes));
}

/** The answer and how sure it sounds, in a few signs. @param {ArrayLike<number>} votes @param {boolean} certain
 * @param {string[]} categories */
export function shortAnswer(votes, certain, categories) {
  const best = winner(votes);
  return { letter: categories[best], detail: certain ? percent(softmax(votes)[best]) : decimal(votes[best]) };
}
