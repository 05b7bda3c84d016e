// How large the cells are: as large as the width allows, the same in every map where that can be read.
import { kindOf } from "../../shared/layers/kinds.js";
import { PROJECTED_PX } from "./letters.js";

/**
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {object} Sizes
 * @property {boolean} brief few words in the labels
 * @property {boolean} short as few as can be
 * @property {boolean} [bare] and no numbers before the names of layers
 * @property {[number, number]} letters how high those of the headings are, and of what stands under them
 * @property {boolean} stacked rows instead of columns, for a phone
 * @property {number} pad the side of a pixel on the pad
 * @property {number} tools how wide the tools under the pad are, at least
 * @property {number} cell the side of a cell in the maps
 * @property {number} gap between the maps of a layer
 * @property {number} between layers
 * @property {number} vote @property {number} voteHigh @property {number} [bias] how high a bias is, if not as usual
 * @property {(stage: {columns: number}) => number} side
 * @property {(rows: number, count: number) => number} feature
 * @property {(count: number) => {rows: number, columns: number, wide: number, high: number, weight: number}} list
 * @property {(count: number, wide: number, high: number) => number} across how many maps stand side by side
 * @property {(count: number, across: number) => number} pitch
 */

const NARROW_PX = 600;
const ROOMY_PX = 24;
export const LEAST_READABLE_PX = 15; // a cell of this side has room for its number
const LEAST_WITH_A_SIGN_PX = 16; // and of this for a number below 0 with two digits
const MOST_MAPS = 6;
/** Where a little less room makes cells readable. */
const SHORT = { tools: 162, vote: 90, short: true, letters: /** @type {[number, number]} */ ([11.5, 10.5]) };
const SMALL_IMAGE = 14;
const LONG_LIST = 30;
const LARGEST_CELL_PX = 34;
const LEAST_FEATURE_CELL_PX = 14;
const LARGEST_FEATURE_CELL_PX = 30;
const UNDER_FEATURE_PX = 24; // its bias
const STRETCHED_PX = 2; // the smallest map may be so much larger, where its cells become a pixel larger by it
const LARGEST_SMALL_CELL_PX = 20; // of the smallest maps, whose cells may be larger than those of others
const GAP_PX = 12; // between maps
const LEAST_HEIGHT_PX = 440;
const MOST_HEIGHT_PX = 900;
const AROUND_PX = 292; // of the window, for what stands around the picture
const AROUND_PROJECTOR_PX = 170;
const TIGHT_MAY_BE_HIGHER = 1.1; // so that large maps stand in one column, and leave room for the others
const LETTERS = /** @type {[number, number]} */ ([13.5, 12]);
const BRIEF = [12, 11];
const USUAL = { least: 44, feature: 66, list: 100, vote: 98, between: 12, tools: 216, short: false, letters: LETTERS };
/** Where the usual sizes do not fit: least: the side of the smallest map. @type {typeof USUAL[]} */
const TIGHT = [40, 34, 28].map((least) => ({
  least,
  feature: least,
  list: 2 * least,
  vote: 90,
  between: least > 30 ? 8 : 6,
  tools: Math.max(140, 4.6 * least),
  short: true,
  letters: [12, 11],
}));

/**
 * @typedef {{stages: Stage[], layers: import("../../shared/engine.js").Layer[]}} Pass
 * @typedef {object} Room
 * @property {number} width
 * @property {number} scale larger for a projector
 * @property {number} passes how many there are
 * @property {number} stretch how much wider letters are than usual
 * @property {number} [above] how high is what stands above the maps, where they stand under the pad
 * @property {{pad: number, tools: number}} [first] what the first pass has chosen
 */

/**
 * Sizes to try for a pass, from the largest to the smallest; where they fit, the same with larger and larger features.
 * @param {Pass} pass @param {Room} room
 * @returns {Generator<Sizes[]>}
 */
export function* trySizes(pass, room) {
  const [image] = pass.stages,
    alone = pass.layers.length === 0;
  if (room.width >= NARROW_PX && !alone) {
    for (const scale of new Set([room.scale, 1])) yield* usualSizes(pass, image, { ...room, scale });
    yield* tightSizes(pass, image, { ...room, scale: 1 });
  }
  yield [stackedSizes(image, room.width, room.scale, alone)];
}

/** How high the maps may be. Two rows may be higher than the screen, where a few maps would lose their numbers.
 * @param {Pass} pass @param {Room} room */
function heightFor(pass, { scale, passes, above = 0 }) {
  const most = MOST_HEIGHT_PX * scale,
    free = window.innerHeight - (scale > 1 ? AROUND_PROJECTOR_PX : AROUND_PX) - above,
    tall = Math.max(LEAST_HEIGHT_PX, Math.min(most, free));
  if (passes === 1) return tall;
  const cell = Math.ceil(LEAST_WITH_A_SIGN_PX * scale),
    readable = Math.max(0, ...fewMaps(pass).map(({ maps, rows }) => maps * (rows * cell + GAP_PX)));
  return Math.max(tall / 1.5, readable <= most ? readable : 0);
}

/** What stands in one column, as a rule. @param {Pass} pass */
function fewMaps(pass) {
  return mapsShown(pass).filter(({ maps }) => maps <= 4);
}

/** Before the cells become too small for their numbers, the pad may be a little smaller.
 * @param {Pass} pass @param {Stage} image @param {Room} room @returns {Generator<Sizes[]>} */
function* usualSizes(pass, image, room) {
  const { width, scale } = room,
    share = Math.floor((Math.min(width, 1500) * 0.24) / image.columns),
    large = Math.max(image.columns <= SMALL_IMAGE ? 24 : 9, Math.min(32 * scale, share)),
    readable = Math.ceil(LEAST_READABLE_PX * scale),
    wide = wideFeatures(pass);
  const padFor = (/** @type {number} */ cell, /** @type {number} */ tools) => {
    const small = Math.min(large, 24, Math.max(8, Math.floor(tools / image.columns)));
    return cell >= ROOMY_PX * scale ? large : small;
  };
  const roomy = Math.floor(ROOMY_PX * scale),
    narrow = Math.ceil(LEAST_WITH_A_SIGN_PX * scale);
  for (const { from, to, usual } of [
    ...(wide ? [{ from: roomy, to: narrow, usual: { ...USUAL, ...SHORT, between: 8, feature: wide * narrow } }] : []),
    { from: Math.floor(LARGEST_CELL_PX * scale), to: readable, usual: USUAL },
    { from: roomy - 1, to: readable, usual: { ...USUAL, ...SHORT } },
    { from: readable - 1, to: 3, usual: USUAL },
  ]) {
    for (let cell = from; cell >= to; cell--)
      yield* usualSize(cell, pass, room, { ...usual, pad: padFor(cell, usual.tools) });
  }
}

/** How many columns the features of the first layer have, where they are so many that, as a rule, their numbers find no
 * room; else 0. @param {Pass} pass */
function wideFeatures({ layers: [first], stages }) {
  const columns = kindOf(first).shows?.(first) === "feature" ? first.shape[3] : 0;
  const few = stages.every(({ list, maps, columns: side }) => list || (maps <= MOST_MAPS && side <= SMALL_IMAGE));
  return few && USUAL.feature < columns * LEAST_WITH_A_SIGN_PX ? columns : 0;
}

/** @param {number} cell @param {Pass} pass @param {Room} room @param {typeof USUAL & {pad: number}} usual
 * @returns {Generator<Sizes[]>} */
function* usualSize(cell, pass, room, usual) {
  const { scale, first } = room,
    tall = heightFor(pass, room),
    [sizes, ...larger] = [cell >= ROOMY_PX * scale ? 18 : 14, 22, LARGEST_FEATURE_CELL_PX].map((most) =>
      flatSizes(cell, { tall, scale, most }, pass, { ...usual, ...first }),
    );
  if (cell < 12 || fewMaps(pass).every((stage) => stage.maps * (stage.rows * sizes.side(stage) + sizes.gap) <= tall))
    yield [sizes, ...larger];
}

/** @param {Pass} pass @param {Stage} image @param {Room} room @returns {Generator<Sizes[]>} */
function* tightSizes(pass, image, room) {
  const tall = TIGHT_MAY_BE_HIGHER * heightFor(pass, room);
  for (const tight of TIGHT) {
    const pad = Math.max(4, Math.floor(tight.tools / image.columns));
    for (let cell = 6; cell > 1; cell--)
      yield [flatSizes(cell, { tall, scale: 1, most: 14 }, pass, { ...tight, pad, ...room.first })];
  }
}

/** Side by side. @param {number} cell
 * @param {{tall: number, scale: number, most: number}} limits most: the largest cell of a feature
 * @param {Pass} pass @param {typeof USUAL & {pad: number}} room @returns {Sizes} */
function flatSizes(cell, { tall, scale, most: largest }, pass, room) {
  const gap = cell > 9 ? GAP_PX : GAP_PX / 2,
    roomy = cell >= ROOMY_PX * scale,
    wider = Math.min(scale, 1.3),
    side = mapSide(cell, room.least),
    highest = highestMap(pass, side),
    feature = largest > 18 ? Math.max(room.feature, highest * 0.8) : room.feature;
  return {
    stacked: false,
    brief: !roomy,
    letters: /** @type {[number, number]} */ (
      (roomy || room.short ? room.letters : BRIEF).map((size) => Math.max(size * wider, scale > 1 ? PROJECTED_PX : 0))
    ),
    short: room.short,
    pad: room.pad,
    cell,
    gap,
    tools: room.tools,
    between: roomy ? 26 : room.between,
    vote: (roomy ? 128 : room.vote) * wider,
    voteHigh: 52 * wider,
    side,
    across: (count, _, high) => [1, 2, 3, 4].find((n) => Math.ceil(count / n) * (high + gap) <= tall + gap) ?? 4,
    pitch: (count, across) => (across === 1 && count * (highest + gap) <= tall + gap ? highest + gap : 0),
    feature: (rows, count) => {
      const most = Math.max(LEAST_FEATURE_CELL_PX * scale, Math.min(cell, LEAST_WITH_A_SIGN_PX * scale)),
        usual = Math.max(6, Math.min(most, Math.floor(room.feature / rows))),
        high = Math.min(feature, tall / count - gap - UNDER_FEATURE_PX);
      return Math.max(usual, Math.min(largest * scale, Math.floor(high / rows)));
    },
    list: (count) => flatList(count, { tall, scale, roomy, wider, side: room.list }),
  };
}

/** The side of a map's cell. @param {number} cell at least @param {number} least the side of the smallest map
 * @returns {Sizes["side"]} */
export function mapSide(cell, least) {
  const side = least + STRETCHED_PX;
  return ({ columns }) => Math.max(cell, Math.min(LARGEST_SMALL_CELL_PX, Math.floor(side / columns)));
}

/** @param {Pass} pass @param {(stage: Stage) => number} side */
export function highestMap(pass, side) {
  return Math.max(0, ...mapsShown(pass).map((stage) => side(stage) * stage.rows));
}

/** What stands as maps: all but lists, and of the image only the maps of one in colour. @param {Pass} pass */
export function mapsShown({ stages }) {
  return stages.filter(({ list, names }, place) => (place || names) && !list);
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

/** @param {Stage} image @param {number} width @param {number} scale @param {boolean} alone only the pad
 * @returns {Sizes} */
export function stackedSizes(image, width, scale, alone) {
  const most = alone ? 36 * scale : 40,
    sideOfPad = Math.min(width / image.columns, image.columns <= SMALL_IMAGE ? most : 420 / image.columns),
    pad = Math.max(4, Math.floor(sideOfPad)),
    third = (Math.min(width, 500) - 22) / 3;
  return {
    stacked: true,
    brief: false,
    short: false,
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

/** How many cells of a list to lay in a row so that no row stays half empty. @param {number} count
 * @param {number} most */
function evenly(count, most) {
  for (let columns = Math.min(count, most); columns > most / 2; columns--) if (count % columns === 0) return columns;
  return Math.min(count, most);
}

/** @param {number} count @param {number} columns @param {number} wide @param {number} [high] */
function wrap(count, columns, wide, high = wide) {
  return { rows: Math.ceil(count / columns), columns, wide: Math.min(wide, 46), high: Math.min(high, wide) };
}
