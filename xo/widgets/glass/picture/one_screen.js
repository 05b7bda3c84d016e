// A network on a page whose first screen shows all of it: under its pad, in cells as large as width and height allow.
import { BIAS_GAP_PX, columnsWidth, makeColumns } from "./columns.js";
import { LEAST_READABLE_PX, highestMap, mapSide, mapsShown } from "./sizes.js";

/**
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef {import("./layout.js").Laid} Laid
 * @typedef {import("./sizes.js").Sizes} Sizes
 */

/** The sides of cells; pixel: of the pad, for a finger. */
const MOST_PX = { cell: 20, pixel: 32, feature: 18 };
const LEAST_PX = { cell: 3, pixel: 24 };
const PAD_SHARE = 0.7; // the rest of the width is for the tools beside it
const GAPS_PX = [12, 8, 6];
const SHARE_OF_LIST = 0.94;
/** @typedef {{vote: number, list: number, weight: number, least: number, bias: number, between: number,
 *   letters: [number, number]}} Look least: the side of the smallest map */
/** @type {Look} */
const READABLE = { vote: 98, list: 32, weight: 28, least: 42, bias: 20, between: 12, letters: [11.5, 10.5] };
/** Cells without numbers: only the votes have theirs. @type {Look} */
const TINY = { vote: 64, list: 15, weight: 12, least: 22, bias: 6, between: 5, letters: [10, 9] };

/**
 * The largest cells with which a network stands under its pad in a height; null where none fit.
 * @param {Pass} pass @param {{width: number, height: number, stretch: number}} room
 * @param {(wide: number) => number} beside how high what stands beside a pad of this width is
 * @param {(sizes: Sizes) => number} around what a height is needed for besides pad and maps
 * @returns {Laid | null}
 */
export function chooseForOneScreen(pass, { width, height, stretch }, beside, around) {
  const [image] = pass.stages,
    widest = Math.min(MOST_PX.pixel, Math.floor((PAD_SHARE * width) / image.columns));
  for (let cell = MOST_PX.cell; cell >= LEAST_PX.cell; cell--) {
    for (const gap of GAPS_PX) {
      const sizes = sizesWith(cell, gap, pass),
        columns = makeColumns(pass, 0, { ...sizes, stretch }),
        high = Math.max(...columns.slice(1).map((one) => one.high)),
        free = height - around(sizes) - high,
        pixel = Math.min(widest, Math.floor(free / image.rows));
      if (pixel < LEAST_PX.pixel || columnsWidth(columns.slice(1), sizes) > width) continue;
      const larger = { ...sizes, pad: pixel },
        laid = { sizes: larger, columns: makeColumns(pass, 0, { ...larger, stretch }) };
      if (beside(laid.columns[0].wide) <= free) return laid;
    }
  }
  return null;
}

/** Every map of a layer under the one before it, so that each feature has a row of its own.
 * @param {number} cell @param {number} gap between maps @param {Pass} pass @returns {Sizes} */
function sizesWith(cell, gap, pass) {
  const readable = cell >= LEAST_READABLE_PX,
    { list, weight, least, ...look } = readable ? READABLE : TINY,
    side = mapSide(cell, least),
    row = highestMap(pass, side),
    most = Math.max(1, ...mapsShown(pass).map(({ maps }) => maps)),
    high = (/** @type {number} */ count) => Math.max(3, Math.floor((SHARE_OF_LIST * most * (row + gap)) / (count + 1)));
  return {
    stacked: false,
    brief: true,
    short: !readable,
    bare: !readable,
    ...look,
    pad: LEAST_PX.pixel,
    tools: 0,
    cell,
    gap,
    voteHigh: 52,
    side,
    feature: (rows) => Math.min(MOST_PX.feature, Math.floor((row - BIAS_GAP_PX - look.bias) / rows)),
    list: (count) => ({ rows: count, columns: 1, wide: list, high: high(count), weight }),
    across: () => 1,
    pitch: () => row + gap,
  };
}
