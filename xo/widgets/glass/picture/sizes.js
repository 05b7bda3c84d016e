// How large the cells are: as large as the width allows, the same in every map where that can be read.

/**
 * @typedef {import("../../shared/engine.js").Stage} Stage
 * @typedef {object} Sizes
 * @property {boolean} brief short labels
 * @property {[number, number]} letters how high those of the headings are, and of what stands under them
 * @property {boolean} upright rows instead of columns, for a phone
 * @property {number} pad the side of a pixel on the pad
 * @property {number} tools how wide the tools under the pad are, at least
 * @property {number} cell the side of a cell in the maps
 * @property {number} gap between the maps of a layer
 * @property {number} between layers
 * @property {number} vote @property {number} voteHigh
 * @property {(stage: {rows: number, columns: number}) => number} side
 * @property {(rows: number) => number} feature
 * @property {(count: number) => {rows: number, columns: number, wide: number, high: number, weight: number}} list
 * @property {(count: number, wide: number, high: number) => number} across how many maps stand side by side
 * @property {(count: number, across: number) => number} pitch
 */

const NARROW = 600;
const ROOMY = 24;
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

/**
 * Sizes to try, from the largest to the smallest.
 * @param {{stages: Stage[], layers: import("../../shared/engine.js").Layer[]}[]} lanes
 * @param {number} width
 * @param {number} scale larger for a projector
 * @returns {Generator<Sizes>}
 */
export function* trySizes(lanes, width, scale) {
  const image = lanes[0].stages[0],
    alone = lanes[0].layers.length === 0;
  if (width < NARROW || alone) {
    yield upright(image, width, scale, alone);
    return;
  }
  const share = Math.floor((Math.min(width, 1500) * 0.24) / image.columns);
  const pad = Math.max(image.columns <= 14 ? 24 : 9, Math.min(32 * scale, share));
  const free = scale > 1 ? window.innerHeight - 90 : Math.min(900, window.innerHeight * 0.78);
  const tall = Math.max(440, free) / (lanes.length > 1 ? 1.5 : 1);
  for (let cell = Math.floor(34 * scale); cell > 2; cell--) {
    const small = Math.min(pad, 24, Math.max(8, Math.floor(USUAL.tools / image.columns)));
    const sizes = flat(cell, cell < ROOMY * scale ? small : pad, tall, scale, lanes, USUAL);
    const few = lanes.flatMap((lane) => lane.stages.slice(1)).filter((stage) => !stage.list && stage.maps <= 4);
    if (cell < 12 || few.every((stage) => stage.maps * (stage.rows * sizes.side(stage) + sizes.gap) <= tall))
      yield sizes;
  }
  for (const tight of TIGHT) {
    const pad = Math.max(4, Math.floor(tight.tools / image.columns));
    for (let cell = 6; cell > 1; cell--) yield flat(cell, pad, tall, 1, lanes, tight);
  }
  yield upright(image, width, scale, alone);
}

/** @param {number} cell @param {number} pad @param {number} tall @param {number} scale @param {{stages: Stage[]}[]} lanes
 * @param {typeof USUAL} room @returns {Sizes} */
function flat(cell, pad, tall, scale, lanes, room) {
  const gap = cell > 9 ? 12 : 6,
    roomy = cell >= ROOMY * scale,
    wide = Math.min(scale, 1.3);
  const side = (/** @type {{rows: number, columns: number}} */ stage) =>
    Math.max(cell, Math.min(20, Math.floor(room.least / stage.columns)));
  const across = (/** @type {number} */ count, /** @type {number} */ _, /** @type {number} */ high) =>
    [1, 2, 3, 4].find((n) => Math.ceil(count / n) * (high + gap) <= tall + gap) ?? 4;
  const highest = Math.max(
    ...lanes.flatMap((lane) =>
      lane.stages
        .slice(1)
        .filter((stage) => !stage.list)
        .map((stage) => side(stage) * stage.rows),
    ),
    0,
  );
  const pitch = (/** @type {number} */ count, /** @type {number} */ n) =>
    n === 1 && count * (highest + gap) <= tall + gap ? highest + gap : 0;
  return {
    upright: false,
    brief: !roomy,
    letters: [room.letters[0] * wide, room.letters[1] * wide],
    pad,
    cell,
    gap,
    tools: room.tools,
    between: roomy ? 26 : room.between,
    vote: (roomy ? 128 : room.vote) * wide,
    voteHigh: 52 * wide,
    side,
    across,
    pitch,
    feature: (rows) => Math.max(6, Math.min((roomy ? 18 : 14) * scale, Math.floor(room.feature / rows))),
    list: (count) => {
      if (count > 30)
        return {
          ...wrap(
            count,
            Math.ceil(Math.sqrt(count)),
            Math.max(2, Math.min(12, Math.floor(room.list / Math.sqrt(count)))),
          ),
          weight: 12,
        };
      const high = Math.max(14, Math.min(30 * scale, Math.floor((tall * 0.86) / count)));
      return { rows: count, columns: 1, wide: (roomy ? 44 : 32) * wide, high, weight: (roomy ? 36 : 28) * wide };
    },
  };
}

/** @param {Stage} image @param {number} width @param {number} scale @param {boolean} alone only the pad @returns {Sizes} */
function upright(image, width, scale, alone) {
  const most = alone ? 36 * scale : 40;
  const pad = Math.max(
    4,
    Math.floor(Math.min(width / image.columns, image.columns <= 14 ? most : 420 / image.columns)),
  );
  const side = (/** @type {{columns: number}} */ stage) =>
    Math.max(3, Math.min(18, Math.floor((Math.min(width, 500) - 22) / 3 / stage.columns)));
  return {
    upright: true,
    brief: false,
    letters: LETTERS,
    pad,
    tools: 0,
    cell: Math.min(pad, 14),
    gap: 10,
    between: 20,
    vote: Math.min(width - 10, 220),
    voteHigh: 48,
    side,
    feature: (rows) => Math.max(10, Math.min(24, Math.floor(72 / rows))),
    list: (count) => {
      const columns = count > 40 ? Math.ceil(Math.sqrt(count)) : evenly(count, Math.floor(width / 46));
      return {
        ...wrap(
          count,
          columns,
          count > 40 ? Math.max(6, Math.floor(width / 2.2 / columns)) : Math.floor(width / columns),
          28,
        ),
        weight: 30,
      };
    },
    across: (count, wide) => Math.max(1, Math.min(count, Math.floor((width + 10) / (wide + 10)))),
    pitch: () => 0,
  };
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
