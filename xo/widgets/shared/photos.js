// A photo of a letter on paper becomes an image for the network, step by step: the same steps as in xo/photos.
import { withoutRules } from "./ruling.js";

/**
 * @typedef {{pixels: Uint8ClampedArray, rows: number, columns: number}} Photo red, green, blue and how opaque, 0 to 255
 * @typedef {{values: Float64Array, rows: number, columns: number}} Grid
 * @typedef {Grid & {name: string}} Step from -1 for black to 1 for white
 * @typedef {{top: number, bottom: number, left: number, right: number}} Box
 * @typedef {Box & {places: number[]}} Piece
 */

/** The steps, in order, and what each is for. @type {Record<string, string>} */
export const STEPS = {
  grey: "how light each place is; off: how red",
  even: "divided by the light that falls there; off: shadows stay",
  apart: "paper or ink, nothing between; off: the paper's grain and the pen's greys stay",
  turn: "dark ink on light paper turned into white on black; off: as photographed",
  crop: "only the letter, without specks, ruled lines and what hangs in from the edge; off: all of the photo",
  centre: "the letter in the middle, with a margin; off: in the corner where it was cut out",
  shrink: "each pixel is the mean of all that it covers; off: only what lies at its middle",
};
const SIDE = 240; // pixels of the longer side of the picture that is worked on
const WHITE = 2 ** 16; // levels of light
const NEAR = 1 / 4; // of the longer side: paper is the lightest thing as near as half of that
const FAINTEST = 0.12; // how much darker than paper ink must be, at least
const SHADES = 256;
const SPECK = 1 / 20; // of the largest piece of ink: smaller ones are none of the letter
const HANGING = 1 / 10;
const APART = 0.3; // of their height: how far apart two drawings are, at least
const NARROWEST = 0.55; // of its longer side: a drawing's shorter one, at least
const LETTER = 1 / 6; // of the photo's longer side: as long is no bit of a ruled line at its edge
const FULLEST = 0.65; // of its box that a drawing covers: a dot covers more
const MARGIN = 1 / 8; // of the letter's longer side, on each side of it

/**
 * @param {Photo} photo @param {number} size rows and columns of the image
 * @param {Record<string, boolean>} on false for a step that is left out
 * @returns {Step[]} one for each step; the last is the image
 * @throws {Error} whose message says that there is no ink
 */
export function photoSteps(photo, size, on) {
  const taken = (/** @type {string} */ name) => on[name] ?? true,
    levels = makeLevels(photo, taken("grey")),
    dark = hasDarkInk(levels),
    [even, inked] = findInk(dark ? levels : map(levels, (level) => WHITE - level), taken),
    { cut, box } = crop(inked, taken("crop")),
    centred = centre(cut, box, taken("centre")),
    shrunk = taken("shrink") ? shrink(centred, size) : pick(centred, size),
    way = dark ? -1 : 1,
    turned = taken("turn") ? 1 : way,
    ink = (/** @type {number} */ value) => 2 * value - 1,
    turn = (/** @type {number} */ value) => turned * ink(value);
  /** @type {[Grid, (value: number) => number][]} */
  const shown = [
    [levels, (level) => ink(level / WHITE)],
    [even, (value) => way * (1 - 2 * value)],
    [inked, (value) => way * ink(value)],
    [inked, turn],
    [cut, turn],
    [centred, turn],
    [shrunk, turn],
  ];
  return Object.keys(STEPS).map((name, place) => ({ name, ...map(...shown[place]) }));
}

/** How light each place is beside the paper around it, and how much of it is ink.
 * @param {Grid} paper dark ink on light paper, in levels @param {(name: string) => boolean} taken */
function findInk(paper, taken) {
  const even = taken("even") ? evenOut(paper) : map(paper, (level) => level / WHITE);
  return [even, taken("apart") ? tellInk(even) : map(even, (value) => 1 - value)];
}

/** @param {Grid} grid @param {(value: number, place: number) => number} look @returns {Grid} */
function map({ values, rows, columns }, look) {
  return { values: values.map(look), rows, columns };
}

/** How light each place is, in whole levels, of a picture whose longer side is SIDE at most.
 * @param {Photo} photo @param {boolean} grey false: how red @returns {Grid} */
function makeLevels(photo, grey) {
  const { rows, columns } = photo,
    light = grey ? lightOf(photo) : Float64Array.from({ length: rows * columns }, (_, n) => photo.pixels[4 * n] / 255),
    scale = Math.min(1, SIDE / Math.max(rows, columns)),
    [height, width] = [rows, columns].map((length) => Math.max(1, Math.trunc(length * scale + 0.5))),
    small = scale < 1 ? resize({ values: light, rows, columns }, height, width) : { values: light, rows, columns };
  return map(small, (value) => Math.floor(value * WHITE + 0.5));
}

/** How light each pixel is, with something behind what is see-through to see it on. @param {Photo} photo */
function lightOf({ pixels, rows, columns }) {
  const grey = new Float64Array(rows * columns),
    opaque = new Float64Array(rows * columns);
  let [lit, covered] = [0, 0];
  for (let place = 0; place < grey.length; place++) {
    const [red, green, blue, cover] = [0, 1, 2, 3].map((part) => pixels[4 * place + part] / 255);
    grey[place] = 0.299 * red + 0.587 * green + 0.114 * blue;
    opaque[place] = cover;
    lit += grey[place] * cover;
    covered += cover;
  }
  const behind = lit <= 0.5 * covered ? 1 : 0;
  return grey.map((value, place) => {
    const cover = opaque[place];
    return Math.min(1, Math.max(0, value * cover + behind * (1 - cover)));
  });
}

/** The mean of all that each new pixel covers. @param {Grid} grid @param {number} height @param {number} width
 * @returns {Grid} */
function resize({ values, rows, columns }, height, width) {
  const low = new Float64Array(height * columns),
    made = new Float64Array(height * width);
  areaShares(rows, height).forEach((shares, row) => {
    for (const [from, share] of shares)
      for (let column = 0; column < columns; column++)
        low[row * columns + column] += share * values[from * columns + column];
  });
  areaShares(columns, width).forEach((shares, column) => {
    for (let row = 0; row < height; row++)
      for (const [from, share] of shares) made[row * width + column] += low[row * columns + from] * share;
  });
  return { values: made, rows: height, columns: width };
}

/** What share each of `length` pixels has in each of `size` new ones: lists of [pixel, share].
 * @param {number} length @param {number} size @returns {[number, number][][]} */
function areaShares(length, size) {
  return Array.from({ length: size }, (_, place) => {
    const [start, end] = [place / size, (place + 1) / size];
    /** @type {[number, number][]} */
    const shares = [];
    for (let from = Math.max(0, Math.floor(start * length) - 1); from < length && from / length < end; from++) {
      const overlap = Math.min(end, (from + 1) / length) - Math.max(start, from / length);
      if (overlap > 0) shares.push([from, overlap * size]);
    }
    return shares;
  });
}

/** Whether ink is what is darker than its surroundings. @param {Grid} levels */
function hasDarkInk(levels) {
  const mean = boxMean(levels, Math.floor(Math.max(levels.rows, levels.columns) / 2));
  let sum = 0;
  levels.values.forEach((level, place) => {
    const apart = (level - mean[place]) / WHITE;
    sum += apart * apart * apart;
  });
  return sum <= 0;
}

/** The mean of the square around each place, as far as it lies on the picture. @param {Grid} grid
 * @param {number} side of the square, made odd */
function boxMean({ values, rows, columns }, side) {
  const reach = Math.floor(side / 2),
    row = columns + 1,
    sums = new Float64Array((rows + 1) * row);
  for (let down = 0; down < rows; down++)
    for (let along = 0, sum = 0; along < columns; along++) {
      sum += values[down * columns + along];
      sums[(down + 1) * row + along + 1] = sums[down * row + along + 1] + sum;
    }
  return values.map((_, place) => {
    const [down, along] = [Math.floor(place / columns), place % columns],
      [top, bottom] = [Math.max(down - reach, 0), Math.min(down + reach + 1, rows)],
      [left, right] = [Math.max(along - reach, 0), Math.min(along + reach + 1, columns)];
    const inside =
      sums[bottom * row + right] - sums[top * row + right] - sums[bottom * row + left] + sums[top * row + left];
    return inside / ((bottom - top) * (right - left));
  });
}

/** Each place divided by the paper around it, found as what is left when thin dark lines are filled.
 * @param {Grid} levels @returns {Grid} */
function evenOut(levels) {
  const side = Math.trunc(Math.max(levels.rows, levels.columns) * NEAR),
    smooth = { ...levels, values: boxMean(levels, 3).map((value) => Math.floor(value + 0.5)) },
    paper = extreme(extreme(smooth, side, Math.max), side, Math.min).values;
  return map(levels, (level, place) => Math.min(level / Math.max(paper[place], 1), 1));
}

/** The largest (smallest) value of the square around each place. @param {Grid} grid @param {number} side
 * @param {(one: number, other: number) => number} better @returns {Grid} */
function extreme({ values, rows, columns }, side, better) {
  const reach = Math.floor(side / 2);
  const along = (/** @type {Float64Array} */ from, /** @type {number} */ step, /** @type {number} */ length) =>
    from.map((value, place) => {
      const at = Math.floor(place / step) % length;
      for (let other = Math.max(0, at - reach); other <= Math.min(length - 1, at + reach); other++)
        value = better(value, from[place + (other - at) * step]);
      return value;
    });
  return { values: along(along(values, columns, rows), 1, columns), rows, columns };
}

/** 1 for ink and 0 for paper, cut where the two kinds lie farthest apart (Otsu, 1979). @param {Grid} even
 * @returns {Grid} */
function tellInk(even) {
  const shades = even.values.map((value) => Math.min(Math.trunc(value * SHADES), SHADES - 1)),
    counts = new Float64Array(SHADES);
  for (const shade of shades) counts[shade] += 1;
  const all = counts.reduce((sum, count, shade) => sum + count * shade, 0);
  let [below, sum, widest, cut, enough] = [0, 0, -1, 0, false];
  counts.forEach((count, shade) => {
    below += count;
    sum += count * shade;
    const above = shades.length - below,
      apart = (all - sum) / Math.max(above, 1) - sum / Math.max(below, 1),
      spread = below * above * apart * apart;
    if (spread > widest) [widest, cut, enough] = [spread, shade, below > 0 && above > 0 && apart >= FAINTEST * SHADES];
  });
  if (!enough)
    throw new Error("expected ink on paper, found nothing that stands out: write larger or darker, or go nearer");
  return { ...even, values: shades.map((shade) => (shade <= cut ? 1 : 0)) };
}

/** The pieces of ink that make up the letter, 1 in a grid: no lines of ruled paper, no specks, and nothing that hangs
 * in from the photo's edge, unless there is nothing else. @param {Grid} ink
 * @throws {Error} where there are only the lines of ruled paper, or two drawings */
function findLetter(ink) {
  const { rows, columns } = ink,
    longer = Math.max(rows, columns),
    bare = withoutRules(ink),
    isInside = (/** @type {Box} */ box) => box.top && box.left && box.bottom < rows && box.right < columns;
  let pieces = findPieces(bare);
  const inside = pieces.filter(isInside),
    own = pieces.filter((box) => isInside(box) || Math.max(...sidesOf(box)) >= LETTER * longer);
  if (bare !== ink && 2 * sizesOf(own).all < longer)
    throw new Error("expected ink on paper, found only the paper's own lines: write larger or darker");
  if (sizesOf(inside).most >= HANGING * sizesOf(pieces).most) pieces = inside;
  const least = SPECK * sizesOf(pieces).most,
    letter = new Float64Array(ink.values.length);
  pieces = pieces.filter(({ places }) => places.length >= least);
  for (const { places } of pieces) for (const place of places) letter[place] = 1;
  if (isTwo(pieces) || isTwo(pieces.map(turnOver)))
    throw new Error("expected one drawing on the photo, found two apart: cut one out, or leave out the step crop");
  return letter;
}

/** How much ink several pieces are, and the largest of them. @param {Piece[]} pieces */
function sizesOf(pieces) {
  const sizes = pieces.map(({ places }) => places.length);
  return { all: sizes.reduce((sum, size) => sum + size, 0), most: Math.max(0, ...sizes) };
}

/** @param {Box} box */
function sidesOf({ top, bottom, left, right }) {
  return [bottom - top, right - left];
}

/** @param {Piece} piece @returns {Piece} */
function turnOver({ places, top, bottom, left, right }) {
  return { places, top: left, bottom: right, left: top, right: bottom };
}

/** Whether two drawings stand side by side, about as large as each other, further apart than the parts of one.
 * @param {Piece[]} pieces */
function isTwo(pieces) {
  const sorted = [...pieces].sort((one, other) => one.left - other.left);
  let [end, gap, split] = [Infinity, 0, 0];
  sorted.forEach(({ left, right }, place) => {
    if (left - end > gap) [gap, split] = [left - end, place];
    end = place ? Math.max(end, right) : right;
  });
  if (!split) return false;
  const parts = [sorted.slice(0, split), sorted.slice(split)],
    sides = parts.map((part) => sidesOf(boxAround(part))),
    longer = sides.map((both) => Math.max(...both)),
    alike = gap >= APART * Math.max(sides[0][0], sides[1][0]) && 3 * Math.min(...longer) >= 2 * Math.max(...longer);
  return alike && parts.every((part, side) => isDrawing(sizesOf(part), sides[side]));
}

/** Whether ink is a drawing by itself, and no dot, stroke, half of a ring or grain of the paper.
 * @param {{all: number, most: number}} ink @param {number[]} sides of the box around it */
function isDrawing({ all, most }, [high, wide]) {
  return (
    Math.min(high, wide) >= NARROWEST * Math.max(high, wide) && all <= FULLEST * high * wide && 3 * most >= 2 * all
  );
}

/** The places of ink that hang together. @param {Grid} inked @returns {Piece[]} */
function findPieces({ values, rows, columns }) {
  const left = values.map((value) => (value > 0.5 ? 1 : 0)),
    pieces = [];
  for (let start = 0; start < left.length; start++) {
    if (!left[start]) continue;
    left[start] = 0;
    const piece = [start];
    for (const place of piece) {
      const [row, column] = [Math.floor(place / columns), place % columns];
      for (let down = Math.max(row - 1, 0); down <= Math.min(row + 1, rows - 1); down++)
        for (let along = Math.max(column - 1, 0); along <= Math.min(column + 1, columns - 1); along++) {
          const near = down * columns + along;
          if (left[near]) piece.push(near);
          left[near] = 0;
        }
    }
    pieces.push({ places: piece, ...boxAround(piece.map((place) => cellBox(place, columns))) });
  }
  return pieces;
}

/** The part of the picture with the letter, and where that lies in it. @param {Grid} inked @param {boolean} on
 * @returns {{cut: Grid, box: Box}} */
function crop(inked, on) {
  const { rows, columns, values } = inked,
    ink = map(inked, (value) => (value > 0.5 ? 1 : 0)),
    letter = on ? findLetter(ink) : ink.values,
    box = boxOf(letter, columns);
  if (!box) return { cut: inked, box: { top: 0, bottom: rows, left: 0, right: columns } };
  if (!on) return { cut: inked, box };
  const [height, width] = [box.bottom - box.top, box.right - box.left],
    cut = { values: new Float64Array(height * width), rows: height, columns: width };
  cut.values.forEach((_, place) => {
    const from = (box.top + Math.floor(place / width)) * columns + box.left + (place % width);
    cut.values[place] = letter[from] || values[from] <= 0.5 ? values[from] : 0;
  });
  return { cut, box: { top: 0, bottom: height, left: 0, right: width } };
}

/** @param {Float64Array} letter @param {number} columns @returns {Box | null} */
function boxOf(letter, columns) {
  const places = [...letter.keys()].filter((place) => letter[place]);
  return places.length ? boxAround(places.map((place) => cellBox(place, columns))) : null;
}

/** @param {number} place counted through a picture @param {number} columns @returns {Box} */
function cellBox(place, columns) {
  const [top, left] = [Math.floor(place / columns), place % columns];
  return { top, bottom: top + 1, left, right: left + 1 };
}

/** @param {Box[]} boxes @returns {Box} the one around them */
function boxAround(boxes) {
  return boxes.reduce((one, other) => ({
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
  }));
}

/** A square, with paper where the picture does not reach: the letter in its middle, or in the corner.
 * @param {Grid} picture @param {Box} box @param {boolean} on @returns {Grid} */
function centre({ values, rows, columns }, box, on) {
  const longer = Math.max(rows, columns),
    whole = box.top === 0 && box.left === 0 && box.bottom === rows && box.right === columns,
    side = longer + 2 * (on && whole ? Math.trunc(longer * MARGIN + 0.5) : 0),
    top = on ? Math.floor((side - box.top - box.bottom) / 2) : 0,
    left = on ? Math.floor((side - box.left - box.right) / 2) : 0,
    square = new Float64Array(side * side);
  values.forEach((value, place) => {
    const [row, column] = [top + Math.floor(place / columns), left + (place % columns)];
    if (row >= 0 && column >= 0 && row < side && column < side) square[row * side + column] = value;
  });
  return { values: square, rows: side, columns: side };
}

/** @param {Grid} square @param {number} size @returns {Grid} */
function shrink(square, size) {
  return map(resize(square, size, size), (value) => Math.min(1, Math.max(0, value)));
}

/** Only what lies at the middle of each new pixel. @param {Grid} square @param {number} size @returns {Grid} */
function pick({ values, rows }, size) {
  const at = Array.from({ length: size }, (_, place) => Math.floor(((2 * place + 1) * rows) / (2 * size)));
  return {
    values: Float64Array.from(at.flatMap((row) => at.map((column) => values[row * rows + column]))),
    rows: size,
    columns: size,
  };
}
