// The columns of the picture: an image, the features and maps of each layer, a list with its weights, the votes.
import { kindOf } from "../../shared/layers/kinds.js";
import { widthOf } from "./letters.js";

/**
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef {import("./sizes.js").Sizes & {stretch: number}} Sizes stretch: how much wider letters are than usual
 * @typedef {{title: string, detail: string, grids: Grid[], wide: number, high: number, stage: number, pass: number,
 *            touches: boolean}} Column touches: what it leads to stands close to it
 * @typedef {{pass: number, stage: number}} Base
 */

const CIRCLED_1 = 0x2460;
const CIRCLES = 20;
const WIDEST_LABEL_EM = 9;
export const BIAS_GAP_PX = 2; // between a grid and its bias
const SMALLEST_WITH_NUMBERS_PX = 14;
const TOUCHING_PX = 10;
const BETWEEN_WRAPPED_WEIGHTS_PX = 18;

/** @param {Pass} pass @param {number} number which one it is @param {Sizes} sizes @returns {Column[]} */
export function makeColumns(pass, number, sizes) {
  const columns = pass.image ? imageColumns(pass.stages[0], number, sizes) : [];
  pass.layers.forEach((layer, index) => {
    const base = { pass: number, stage: index + 1 },
      stage = pass.stages[index + 1],
      shown = kindOf(layer).shows?.(layer);
    if (shown === "feature") columns.push(featureColumn(layer, base, sizes));
    if (shown === "weights") {
      const biases = layer.biases !== null;
      columns.push(column("weights", "", weightGrids(layer, base, sizes), sizes, { biases }));
    }
    columns.push(stageColumn(layer, stage, index === pass.layers.length - 1, base, sizes));
  });
  return columns;
}

/** The image; of one in colour the picture, and then its maps. @param {Stage} image @param {number} pass
 * @param {Sizes} sizes */
function imageColumns(image, pass, sizes) {
  const { maps, rows, columns, names } = image,
    side = pass ? sizes.side({ columns }) : sizes.pad,
    grid = makeGrid({ kind: names ? "picture" : "stage", pass, rows, columns, wide: side, high: side }),
    shown = column(pass ? "kept image" : "image", `${rows}×${columns}`, [grid], sizes);
  if (!names) return [shown];
  const small = sizes.side(image),
    grids = mapGrids({ pass, stage: 0, rows, columns, wide: small, high: small }, maps);
  return [shown, column(names.join(", "), detailOf(image, sizes), grids, sizes)];
}

/** @param {Layer} layer @param {Base} base @param {Sizes} sizes */
function featureColumn(layer, base, sizes) {
  const [count, , rows, columns] = layer.shape,
    side = sizes.feature(rows, count),
    grids = mapGrids({ ...base, kind: "feature", rows, columns, wide: side, high: side }, count);
  return column("features", `${count} of ${rows}×${columns}`, grids, sizes, { biases: layer.biases !== null });
}

/** What a layer makes. @param {Layer} layer @param {Stage} stage @param {boolean} last @param {Base} base
 * @param {Sizes} sizes */
function stageColumn(layer, stage, last, base, sizes) {
  const title = titleOf(layer, last, sizes);
  if (last && kindOf(layer).votes) {
    const { rows } = stage,
      votes = makeGrid({ ...base, kind: "votes", rows, columns: 1, wide: sizes.vote, high: sizes.voteHigh });
    return column(title, "", [votes], sizes);
  }
  if (stage.list) {
    const list = makeGrid({ ...base, count: stage.rows, ...sizes.list(stage.rows) });
    const detail = sizes.brief ? `of ${stage.rows}` : `${stage.rows} values`;
    return column(title, detail, [list], sizes, { touches: list.columns === 1 && !kindOf(layer).votes });
  }
  const { maps, rows, columns } = stage,
    side = sizes.side(stage),
    grids = mapGrids({ ...base, rows, columns, wide: side, high: side }, maps);
  return column(title, detailOf(stage, sizes), grids, sizes);
}

/** How many maps there are, and of which size. @param {Stage} stage @param {Sizes} sizes */
function detailOf({ maps, rows, columns }, { short, brief }) {
  const of = brief ? "of" : maps === 1 ? "map" : "maps";
  return `${short ? "" : `${maps} ${of} `}${rows}×${columns}`;
}

/** @param {Layer} layer @param {boolean} last @param {Sizes} sizes */
function titleOf(layer, last, { short, bare }) {
  const { caption, hidden, verb } = kindOf(layer),
    built = short && verb ? verb : last ? caption : (hidden ?? caption);
  return (bare ? "" : circled(layer.number)) + (layer.answered ? `${layer.own}( )` : built);
}

/** A layer's number before its name, as in ② ReLU. @param {number} number */
function circled(number) {
  if (!number) return "";
  return number <= CIRCLES ? `${String.fromCodePoint(CIRCLED_1 + number - 1)} ` : `${number} `;
}

/** @param {Partial<Grid>} given @returns {Grid} */
function makeGrid(given) {
  const { kind = "stage", pass = 0, stage = 0, map = 0, offset = 0 } = given,
    { rows = 1, columns = 1, wide = 10, high = 10 } = given,
    { count = rows * columns } = given;
  return { kind, pass, stage, map, offset, count, rows, columns, x: 0, y: 0, wide, high };
}

/** @param {Partial<Grid> & {rows: number, columns: number}} given @param {number} count */
function mapGrids(given, count) {
  const size = given.rows * given.columns;
  return Array.from({ length: count }, (_, map) => makeGrid({ ...given, map, offset: map * size }));
}

/** @param {Layer} layer @param {Base} base @param {Sizes} sizes */
function weightGrids(layer, base, sizes) {
  const [categories, count] = layer.shape,
    { rows, columns, wide, high, weight } = sizes.list(count),
    cell = { rows, columns, high, wide: columns === 1 ? weight : wide };
  return Array.from({ length: categories }, (_, map) =>
    makeGrid({ ...base, ...cell, kind: "weights", map, offset: map * count, count }),
  );
}

/** Lay the grids of one column out around (0, 0), each with its bias under it.
 * @param {string} title @param {string} detail @param {Grid[]} grids @param {Sizes} sizes
 * @param {{touches?: boolean, biases?: boolean}} [more] touches: what it leads to stands close to it
 * @returns {Column} */
function column(title, detail, grids, sizes, { touches = false, biases = false } = {}) {
  const [first] = grids,
    wide = first.columns * first.wide,
    under = biases ? BIAS_GAP_PX + biasHeight(sizes) : 0,
    high = first.rows * first.high + under,
    { across, gap, pitch } = spacing(grids, wide, high, sizes);
  grids.forEach((one, number) => {
    one.x = (number % across) * (wide + gap);
    one.y = Math.floor(number / across) * pitch + (pitch - gap - high) / 2;
  });
  const all = across * (wide + gap) - gap,
    full = sizes.stacked ? all : Math.max(all, labelWidth(title, detail, sizes));
  for (const one of grids) one.x += (full - all) / 2;
  const down = Math.ceil(grids.length / across),
    laid = biases ? grids.flatMap((one) => [one, biasUnder(one, sizes)]) : grids;
  return {
    title,
    detail,
    pass: first.pass,
    stage: first.stage,
    grids: laid,
    wide: full,
    high: down * pitch - gap,
    touches,
  };
}

/** @param {Sizes} sizes */
function biasHeight({ brief, cell, bias }) {
  return bias ?? (brief && cell < SMALLEST_WITH_NUMBERS_PX ? 8 : 20);
}

/** The bias of a feature, or of a vote. @param {Grid} grid @param {Sizes} sizes @returns {Grid} */
function biasUnder({ pass, stage, map, x, y, rows, high, columns, wide }, sizes) {
  const place = { x, y: y + rows * high + BIAS_GAP_PX },
    cell = makeGrid({ kind: "bias", pass, stage, map, offset: map, wide: columns * wide, high: biasHeight(sizes) });
  return { ...cell, ...place };
}

/** How many grids stand side by side, and how far apart. @param {Grid[]} grids @param {number} wide
 * @param {number} high @param {Sizes} sizes */
function spacing(grids, wide, high, sizes) {
  const [{ kind, columns }] = grids;
  if (kind === "weights") {
    const bars = columns === 1,
      gap = bars ? 0 : BETWEEN_WRAPPED_WEIGHTS_PX;
    return { across: bars ? grids.length : acrossOf(grids, wide, high, sizes), gap, pitch: high + gap };
  }
  const across = acrossOf(grids, wide, high, sizes),
    least = high + sizes.gap;
  return { across, gap: sizes.gap, pitch: sizes.stacked ? least : Math.max(least, sizes.pitch(grids.length, across)) };
}

/** No more than there are: ten votes are one tall grid, with nothing beside it.
 * @param {Grid[]} grids @param {number} wide @param {number} high @param {Sizes} sizes */
function acrossOf(grids, wide, high, sizes) {
  return Math.min(grids.length, sizes.across(grids.length, wide, high));
}

/** @param {string} title @param {string} detail @param {Sizes} sizes */
function labelWidth(title, detail, { letters: [large, small], stretch }) {
  const usual = Math.max(widthOf(title, large, 700), widthOf(detail, small, 400));
  return Math.ceil(stretch * Math.min(large * WIDEST_LABEL_EM, usual));
}

/** How wide columns are, side by side. @param {Column[]} columns @param {Pick<Sizes, "between">} sizes */
export function columnsWidth(columns, sizes) {
  return columns.reduce((sum, one, n) => sum + one.wide + (n + 1 < columns.length ? after(one, sizes) : 0), 0);
}

/** The room after a column. @param {Column} one @param {Pick<Sizes, "between">} sizes */
export function after(one, { between }) {
  return one.touches ? Math.min(TOUCHING_PX, between) : between;
}
