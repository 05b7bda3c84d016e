// The fewest pixels that must flip before a reader is misled: the search, and what it has found, in words.
import { thousands } from "../shared/numbers.js";
import { winner } from "../shared/votes.js";
import { votesOf, votesOfMany } from "./readers.js";

/**
 * @typedef {import("./readers.js").Reader} Reader
 * @typedef {import("../shared/changes.js").Picture} Picture
 * @typedef {object} Search how far it is
 * @property {number} flips that are tried now
 * @property {number} tried sets of pixels so far @property {number} sets of up to so many flips
 * @property {number[] | null} places of the pixels that mislead, if they are found
 * @property {string} answer what the reader says then, as a category's name
 * @typedef {"searching" | "found" | "more" | "stopped"} State
 */

const BATCH = 64; // sets that go through the network together
const EQUAL = 1e-9; // votes closer than that are equal
const WORKED_OUT =
  "No fewer are enough: this was worked out, not searched for. Here each pixel counts by itself, so those that count " +
  "most are flipped first; where several count the same, any of them would do.";

/** A picture with some pixels turned over: ink to background, background to ink. @param {Float64Array} values
 * @param {number[]} places */
export function flip(values, places) {
  const flipped = values.slice();
  for (const place of places) flipped[place] = flippedValue(values[place]);
  return flipped;
}

/** @param {number} value of a pixel */
function flippedValue(value) {
  return value > 0 ? -1 : 1;
}

/**
 * Try every set of 1, 2, ... `most` pixels until one misleads the reader; as `search_flips` of xo/breaking, in the same
 * order.
 * @param {Reader} reader @param {Picture} picture @param {number} most @param {string[]} categories
 * @returns {Generator<Search, void>} a piece for each batch of sets; the last has the places, if there are any
 */
export function* searchFlips(reader, picture, most, categories) {
  const before = winner(votesOf(reader, picture));
  if (reader.formula) {
    const found = solve(reader, picture, before),
      { flips } = found;
    yield tell({ flips, tried: flips, sets: flips }, found, categories);
    return;
  }
  let tried = 0,
    sets = 0,
    order = Array.from(picture.values, (_, place) => place);
  for (let flips = 1; flips <= most; flips++) {
    sets += choose(order.length, flips);
    /** @type {number[]} how far the answer stays ahead, for each set */
    const margins = [];
    for (const batch of batches(combinations(order, flips))) {
      const found = tryBatch(reader, picture, batch, before, margins);
      tried += found.count;
      yield tell({ flips, tried, sets }, found, categories);
      if (found.places) return;
    }
    if (flips === 1) order = sortBy(order, margins); // from now on the most harmful first, which finds a lie early
  }
}

/**
 * @param {{flips: number, tried: number, sets: number}} reached
 * @param {{places: number[] | null, answer: number}} found
 * @param {string[]} categories @returns {Search}
 */
function tell(reached, { places, answer }, categories) {
  return { ...reached, places, answer: categories[answer] };
}

/**
 * The first set of a batch that misleads the reader, if any.
 * @param {Reader} reader @param {Picture} picture @param {number[][]} sets @param {number} before the answer
 * @param {number[]} margins are added to
 * @returns {{places: number[] | null, answer: number, count: number}} count: how many were tried
 */
function tryBatch(reader, picture, sets, before, margins) {
  const images = sets.length,
    votes = votesOfMany(reader, picture, images, (values) => {
      for (const [place, value] of picture.values.entries()) values.fill(value, place * images, (place + 1) * images);
      sets.forEach((places, image) => {
        for (const place of places) values[place * images + image] = flippedValue(picture.values[place]);
      });
    });
  for (let image = 0; image < images; image++) {
    const said = votes(image),
      answer = winner(said);
    if (answer !== before) return { places: [...sets[image]].sort((a, b) => a - b), answer, count: image + 1 };
    margins.push(marginOf(said, before));
  }
  return { places: null, answer: -1, count: images };
}

/** How far a category is ahead of the best other one. @param {number[]} votes @param {number} category */
function marginOf(votes, category) {
  const margin = votes[category] - Math.max(...votes.filter((_, other) => other !== category));
  return Math.abs(margin) < EQUAL ? 0 : margin;
}

/**
 * Where each pixel counts by itself, each flip moves a lead by a step of its own: the largest steps first.
 * @param {Reader} reader whose last layer votes on the pixels themselves @param {Picture} picture
 * @param {number} before
 */
function solve(reader, picture, before) {
  const votes = votesOf(reader, picture),
    { weights } = reader.layers[reader.layers.length - 1],
    pixels = picture.values.length;
  let best = { flips: pixels, places: /** @type {number[] | null} */ (null), answer: -1, count: 0 };
  for (let other = 0; other < votes.length; other++) {
    if (other === before) continue;
    const steps = Array.from(picture.values, (value, place) => {
      const weight = weights[before * pixels + place] - weights[other * pixels + place];
      return weight * (flippedValue(value) - value);
    });
    const places = misleadBy(votes[before] - votes[other], steps, other > before ? -EQUAL : EQUAL);
    if (places && (!best.places || places.length < best.flips))
      best = { flips: places.length, places, answer: other, count: 0 };
  }
  return best;
}

/**
 * The places whose steps, the largest first, take a lead to `until` or below; null where all of them do not.
 * @param {number} lead @param {number[]} steps @param {number} until
 */
function misleadBy(lead, steps, until) {
  const order = sortBy(
    steps.map((_, place) => place),
    steps,
  );
  let left = lead;
  for (let flips = 0; flips < order.length; flips++) {
    left += steps[order[flips]];
    if (left <= until) return order.slice(0, flips + 1).sort((a, b) => a - b);
  }
  return null;
}

/** Items by their keys, the smallest first; those with equal keys stay in order. @param {number[]} items
 * @param {number[]} keys */
function sortBy(items, keys) {
  return items
    .map((item, place) => ({ item, key: keys[place] }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Every set of `count` items, in order. @param {number[]} items @param {number} count
 * @returns {Generator<number[], void>} */
function* combinations(items, count) {
  const chosen = Array.from({ length: count }, (_, index) => index);
  while (count <= items.length) {
    yield chosen.map((index) => items[index]);
    let last = count - 1;
    while (last >= 0 && chosen[last] === items.length - count + last) last -= 1;
    if (last < 0) return;
    chosen[last] += 1;
    for (let next = last + 1; next < count; next++) chosen[next] = chosen[next - 1] + 1;
  }
}

/** @param {Iterable<number[]>} sets @returns {Generator<number[][], void>} */
function* batches(sets) {
  let batch = [];
  for (const set of sets) {
    batch.push(set);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

/** How many sets of `count` items there are. @param {number} items @param {number} count */
export function choose(items, count) {
  let sets = 1;
  for (let one = 1; one <= count; one++) sets = (sets * (items - count + one)) / one;
  return Math.round(sets);
}

/** The largest number of flips whose sets can all be tried in a minute or so. @param {number} pixels */
export function mostFlips(pixels) {
  const MOST_SETS = 2_000_000;
  return [4, 3, 2].find((flips) => choose(pixels, flips) <= MOST_SETS) ?? 1;
}

/** @param {number} count */
export function flipsInWords(count) {
  return count === 1 ? "1 flip" : `${count} flips`;
}

/** Where the search is, or what it found. @param {Search} search @param {State} state @param {boolean} formula */
export function tellSearch({ flips, tried, sets, answer }, state, formula) {
  const all = thousands(sets),
    found = `${flipsInWords(flips)}, and it says ${answer}.`;
  switch (state) {
    case "found":
      if (formula) return `${found} ${WORKED_OUT}`;
      return `${found}${flips > 1 ? " No fewer are enough." : ""}`;
    case "more":
      if (formula) return "No number of flips is enough.";
      return `More than ${flipsInWords(flips)}: all ${all} sets were tried.`;
    case "searching":
      return `Trying ${flipsInWords(flips)}: ${thousands(tried)} of ${all} sets`;
    default:
      return `Stopped after ${thousands(tried)} of ${all} sets: fewer than ${flipsInWords(flips)} are not enough.`;
  }
}
