// How large the cells are: as large as the width allows, the same in every map where that can be read.

/**
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {object} Sizes
 * @property {boolean} brief short labels
 * @property {[number, number]} letters how high those of the headings are, and of what stands under them
 * @property {boolean} stacked rows instead of columns, for a phone
 * @property {number} pad the side of a pixel on the pad
 * @property {number} tools how wide the tools under the pad are, at least
 * @property {number} cell the side of a cell in the maps
 * @property {number} gap between the maps of a layer
 * @property {number} between layers
 * @property {number} vote @property {number} voteHigh
 * @property {(stage: {columns: number}) => number} side
 * @property {(rows: number) => number} feature
 * @property {(count: number) => {rows: number, columns: number, wide: number, high: number, weight: number}} list
 * @property {(count: number, wide: number, high: number) => number} across how many maps stand side by side
 * @property {(count: number, across: number) => number} pitch
 */

const NARROW_PX = 600;
const ROOMY_PX = 24;
const SMALL_IMAGE = 14;
const LONG_LIST = 30;
const LETTERS = /** @type {[number, number]} */ ([13.5, 12]);
const USUAL = { least: 44, feature: 66, list: 100, vote: 98, between: 14, tools: 216, letters: LETTERS };
/** Where the usual sizes do not fit: least: the side of the smallest map. @type {typeof USUAL[]} */
const TIGHT = [40, 34, 28].map((least) => ({
  least,
  feature: least,
  list: 2 * least,
  vote: 90,
  between: least > 30 ? 8 : 6,
  tools: Math.max(140, 4.6 * least),
  letters: [12, 11],
}));

/** @typedef {{stages: Stage[], layers: import("../../shared/engine.js").Layer[]}} Pass */

/**
 * Sizes to try, from the largest to the smallest.
 * @param {Pass[]} passes
 * @param {number} width
 * @param {number} scale larger for a projector
 * @returns {Generator<Sizes>}
 */
export function* trySizes(passes, width, scale) {
  const image = passes[0].stages[0],
    alone = passes[0].layers.length === 0;
  if (width >= NARROW_PX && !alone) yield* sideBySide(passes, image, width, scale);
  yield stacked(image, width, scale, alone);
}

/** @param {Pass[]} passes @param {Stage} image @param {number} width @param {number} scale @returns {Generator<Sizes>} */
function* sideBySide(passes, image, width, scale) {
  const share = Math.floor((Math.min(width, 1500) * 0.24) / image.columns),
    pad = Math.max(image.columns <= SMALL_IMAGE ? 24 : 9, Math.min(32 * scale, share)),
    smallPad = Math.min(pad, 24, Math.max(8, Math.floor(USUAL.tools / image.columns))),
    free = scale > 1 ? window.innerHeight - 90 : Math.min(900, window.innerHeight * 0.78),
    tall = Math.max(440, free) / (passes.length > 1 ? 1.5 : 1);
  const few = passes.flatMap((pass) => pass.stages.slice(1)).filter((stage) => !stage.list && stage.maps <= 4);
  for (let cell = Math.floor(34 * scale); cell > 2; cell--) {
    const sizes = flat(cell, cell < ROOMY_PX * scale ? smallPad : pad, tall, scale, passes, USUAL);
    if (cell < 12 || few.every((stage) => stage.maps * (stage.rows * sizes.side(stage) + sizes.gap) <= tall))
      yield sizes;
  }
  for (const tight of TIGHT) {
    const tightPad = Math.max(4, Math.floor(tight.tools / image.columns));
    for (let cell = 6; cell > 1; cell--) yield flat(cell, tightPad, tall, 1, passes, tight);
  }
}

/** @param {number} cell @param {number} pad @param {number} tall @param {number} scale @param {Pass[]} passes
 * @param {typeof USUAL} room @returns {Sizes} */
function flat(cell, pad, tall, scale, passes, room) {
  const gap = cell > 9 ? 12 : 6,
    roomy = cell >= ROOMY_PX * scale,
    wider = Math.min(scale, 1.3),
    side = (/** @type {{columns: number}} */ { columns }) =>
      Math.max(cell, Math.min(20, Math.floor(room.least / columns))),
    highest = highestMap(passes, side);
  return {
    stacked: false,
    brief: !roomy,
    letters: [room.letters[0] * wider, room.letters[1] * wider],
    pad,
    cell,
    gap,
    tools: room.tools,
    between: roomy ? 26 : room.between,
    vote: (roomy ? 128 : room.vote) * wider,
    voteHigh: 52 * wider,
    side,
    across: (count, _, high) => [1, 2, 3, 4].find((n) => Math.ceil(count / n) * (high + gap) <= tall + gap) ?? 4,
    pitch: (count, across) => (across === 1 && count * (highest + gap) <= tall + gap ? highest + gap : 0),
    feature: (rows) => Math.max(6, Math.min((roomy ? 18 : 14) * scale, Math.floor(room.feature / rows))),
    list: (count) => flatList(count, { tall, scale, roomy, wider, side: room.list }),
  };
}

/** @param {Pass[]} passes @param {(stage: Stage) => number} side */
function highestMap(passes, side) {
  const maps = passes.flatMap((pass) => pass.stages.slice(1)).filter((stage) => !stage.list);
  return Math.max(0, ...maps.map((stage) => side(stage) * stage.rows));
}

/** A list beside the maps: one column or, where it is long, a square.
 * @param {number} count @param {{tall: number, scale: number, roomy: boolean, wider: number, side: number}} room */
function flatList(count, { tall, scale, roomy, wider, side }) {
  const root = Math.sqrt(count);
  if (count > LONG_LIST)
    return { ...wrap(count, Math.ceil(root), Math.max(2, Math.min(12, Math.floor(side / root)))), weight: 12 };
  const high = Math.max(14, Math.min(30 * scale, Math.floor((tall * 0.86) / count)));
  return { rows: count, columns: 1, wide: (roomy ? 44 : 32) * wider, high, weight: (roomy ? 36 : 28) * wider };
}

/** @param {Stage} image @param {number} width @param {number} scale @param {boolean} alone only the pad @returns {Sizes} */
function stacked(image, width, scale, alone) {
  const most = alone ? 36 * scale : 40,
    sideOfPad = Math.min(width / image.columns, image.columns <= SMALL_IMAGE ? most : 420 / image.columns),
    pad = Math.max(4, Math.floor(sideOfPad)),
    third = (Math.min(width, 500) - 22) / 3;
  return {
    stacked: true,
    brief: false,
    letters: LETTERS,
    pad,
    tools: 0,
    cell: Math.min(pad, 14),
    gap: 10,
    between: 20,
    vote: Math.min(width - 10, 220),
    voteHigh: 48,
    side: ({ columns }) => Math.max(3, Math.min(18, Math.floor(third / columns))),
    feature: (rows) => Math.max(10, Math.min(24, Math.floor(72 / rows))),
    list: (count) => stackedList(count, width),
    across: (count, wide) => Math.max(1, Math.min(count, Math.floor((width + 10) / (wide + 10)))),
    pitch: () => 0,
  };
}

/** A list in rows. @param {number} count @param {number} width */
function stackedList(count, width) {
  const long = count > 40,
    columns = long ? Math.ceil(Math.sqrt(count)) : evenly(count, Math.floor(width / 46)),
    wide = long ? Math.max(6, Math.floor(width / 2.2 / columns)) : Math.floor(width / columns);
  return { ...wrap(count, columns, wide, 28), weight: 30 };
}

/** How many cells of a list to lay in a row so that no row stays half empty. @param {number} count @param {number} most */
function evenly(count, most) {
  for (let columns = Math.min(count, most); columns > most / 2; columns--) if (count % columns === 0) return columns;
  return Math.min(count, most);
}

/** @param {number} count @param {number} columns @param {number} wide @param {number} [high] */
function wrap(count, columns, wide, high = wide) {
  return { rows: Math.ceil(count / columns), columns, wide: Math.min(wide, 46), high: Math.min(high, wide) };
}
