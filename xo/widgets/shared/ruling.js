// Ruled paper: the lines that a page came with are told from the letter, and taken away, as in xo/photos/ruling.py.

/**
 * @typedef {import("./photos.js").Grid} Grid 1 for ink
 * @typedef {Map<number, [number, number][]>} Lines by slope: the first and last row where each begins
 */

const STEEPNESS = 120; // slopes from one row up for each column to one row down, in so many steps each way
const ACROSS = 0.7; // of the way through the photo that a line is seen, at least
const FAMILY = 3; // lines side by side make a ruled page; the strokes of a letter are fewer
const ALIKE = 6; // steps by which their slopes may differ, on a page that is photographed aslant
const BESIDE = 4; // rows to either side in which the paper beside a line must show
const SMALLEST = 48; // pixels of a photo's shorter side, from which on lines are looked for

/** Ink without the lines of ruled or squared paper. @param {Grid} ink @returns {Grid} the same one if there are none */
export function withoutRules(ink) {
  if (Math.min(ink.rows, ink.columns) < SMALLEST || !isCrossed(ink)) return ink;
  const turned = transpose(ink),
    [level, upright] = [findLines(ink), findLines(turned)],
    [[slope, count], [other, more]] = [level, upright].map(largestFamily);
  if (Math.max(count, more) < FAMILY) return ink;
  const main = count >= more ? slope : -other;
  return transpose(erase(transpose(erase(ink, level, main)), upright, -main));
}

/** @param {Lines} lines @returns {[number, number]} its slope and how many they are */
function largestFamily(lines) {
  return [...lines].reduce((most, [slope, { length }]) => (length > most[1] ? [slope, length] : most), [0, 0]);
}

/** @param {Grid} grid @returns {Grid} */
function transpose({ values, rows, columns }) {
  return {
    values: values.map((_, place) => values[(place % rows) * columns + Math.floor(place / rows)]),
    rows: columns,
    columns: rows,
  };
}

/** Whether so many lines may cross the photo: each begins twice along four lines that lie a little within it.
 * @param {Grid} ink */
function isCrossed({ values, rows, columns }) {
  let begins = 0;
  values.forEach((value, place) => {
    const [down, along] = [Math.floor(place / columns), place % columns];
    if (!value) return;
    if (isFrame(down, rows) && along && !values[place - 1]) begins++;
    if (isFrame(along, columns) && down && !values[place - columns]) begins++;
  });
  return begins >= 2 * FAMILY;
}

/** @param {number} place @param {number} length */
function isFrame(place, length) {
  const edge = Math.floor(length / 16);
  return place === edge || place === length - 1 - edge;
}

/** How many rows a line of this slope has fallen in each column. @param {number} slope @param {number} columns */
function fallOf(slope, columns) {
  return Array.from({ length: columns }, (_, along) => Math.floor((2 * slope * along + STEEPNESS) / (2 * STEEPNESS)));
}

/** The lines from the left to the right of a photo. @param {Grid} ink @returns {Lines} */
function findLines(ink) {
  /** @type {Lines} */
  const found = new Map();
  for (let slope = -STEEPNESS; slope <= STEEPNESS; slope++) {
    /** @type {[number, number][]} */
    const lots = [];
    areLines(ink, fallOf(slope, ink.columns)).forEach((isLine, place) => {
      const first = place - ink.columns;
      if (isLine && lots.at(-1)?.[1] === first - 1) lots[lots.length - 1][1] = first;
      else if (isLine) lots.push([first, first]);
    });
    if (lots.length) found.set(slope, lots);
  }
  return found;
}

/** For each row from as many above the photo on as it has columns: whether a line begins there. @param {Grid} ink
 * @param {number[]} fall of the line in each column */
function areLines({ values, rows, columns }, fall) {
  const length = rows + 2 * columns,
    counts = new Int32Array(length + 2 * BESIDE),
    changes = new Int32Array(length + 1);
  fall.forEach((fallen, along) => {
    const start = columns - fallen;
    changes[start]++;
    changes[start + rows]--;
    for (let down = 0; down < rows; down++) counts[BESIDE + start + down] += values[down * columns + along];
  });
  let way = 0;
  return Array.from({ length }, (_, place) => {
    way += changes[place];
    const near = counts.subarray(place, place + 2 * BESIDE + 1),
      paper = Math.max(Math.min(...near.subarray(0, BESIDE - 1)), Math.min(...near.subarray(BESIDE + 2))),
      through = near[BESIDE - 1] + near[BESIDE] + near[BESIDE + 1] - 3 * paper;
    return through >= ACROSS * way && 3 * paper <= way && 6 * way >= columns;
  });
}

/** Ink without the lines of about this slope, as far as it is no thicker than they mostly are. @param {Grid} ink
 * @param {Lines} lines @param {number} slope @returns {Grid} */
function erase(ink, lines, slope) {
  const band = markLines(ink, lines, slope),
    stretches = findStretches(ink).filter((stretch) => stretch.some((place) => band[place])),
    lengths = stretches.map((stretch) => stretch.length).sort((one, other) => one - other),
    left = ink.values.slice();
  for (const stretch of stretches)
    if (stretch.length <= lengths[(lengths.length - 1) >> 1] + 2) for (const place of stretch) left[place] = 0;
  return { ...ink, values: left };
}

/** 1 along the lines of about this slope. @param {Grid} ink @param {Lines} lines @param {number} slope */
function markLines({ values, rows, columns }, lines, slope) {
  const band = new Uint8Array(values.length);
  for (const [one, lots] of lines) {
    if (Math.abs(one - slope) > ALIKE) continue;
    const fall = fallOf(one, columns);
    for (const [first, last] of lots)
      for (let row = first - 2; row <= last + 2; row++)
        fall.forEach((fallen, along) => {
          const down = row + fallen;
          if (down >= 0 && down < rows) band[down * columns + along] = 1;
        });
  }
  return band;
}

/** The stretches of ink down each column, each as a list of places. @param {Grid} ink */
function findStretches({ values, rows, columns }) {
  /** @type {number[][]} */
  const stretches = [];
  for (let along = 0; along < columns; along++)
    for (let down = 0; down < rows; down++) {
      const place = down * columns + along;
      if (!values[place]) continue;
      if (down && values[place - columns]) stretches[stretches.length - 1].push(place);
      else stretches.push([place]);
    }
  return stretches;
}
