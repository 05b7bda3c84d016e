// Where everything stands: one picture from the pad to the votes, a column for each layer; on a phone, a row.
import { makeColumns } from "./columns.js";
import { stackedSizes, trySizes } from "./sizes.js";

/**
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./sizes.js").Sizes} Sizes
 * @typedef {import("./columns.js").Column} Column
 * @typedef {{stages: Stage[], layers: Layer[], image: boolean}} Pass a drawing carried through a network; image: it shows its drawing
 * @typedef {object} Grid cells on the screen: a map, a list, a feature, weights, a bias or the votes
 * @property {"stage" | "feature" | "weights" | "bias" | "votes"} kind
 * @property {number} pass which one
 * @property {number} stage the stage that it shows or, for features, weights and biases, that it makes
 * @property {number} map
 * @property {number} offset where its numbers begin
 * @property {number} count
 * @property {number} rows
 * @property {number} columns
 * @property {number} x
 * @property {number} y
 * @property {number} wide of one cell
 * @property {number} high of one cell
 *
 * @typedef {{x: number, y: number, width: number, title: string, detail: string, pass: number, stage: number}} Heading
 * @typedef {{grids: Grid[], headings: Heading[], letters: [number, number], width: number, height: number, stacked: boolean,
 *            tools: Place, below: Place}} Layout tools: under the pad; below: under all of it
 * @typedef {{x: number, y: number, width: number}} Place
 * @typedef {{sizes: Sizes, columns: Column[]}} Laid a pass with its columns
 * @typedef {{tools: number, below: number}} Heights
 */

const HEADING_PX = 42;
const LINE_PX = 26;
const BETWEEN_PASSES_PX = 30;
const OVER_TOOLS_PX = 12;
const MOST_FREE_PX = 30;
const TOUCHING_PX = 10;
const UNDER_ROW_PX = 18;
const CATEGORY_PX = 14;

/**
 * @param {Pass[]} passes
 * @param {number} width
 * @param {{scale: number, tools: number, below?: number, padding?: number, stretch?: number}} options
 *   tools, below: how high the tools under the pad are, and what stands below all; padding: free pixels around;
 *   stretch: how much wider letters are than usual, for whoever has asked for larger or wider ones
 * @returns {Layout}
 */
export function layOut(passes, width, { scale, tools, below = 0, padding = 0, stretch = 1 }) {
  const laid = chooseSizes(passes, { width, scale, passes: passes.length, stretch }),
    heights = { tools, below },
    layout = laid[0].sizes.stacked ? stackUp(laid, width, heights) : sideBySide(laid, width, heights, stretch);
  for (const one of [...layout.grids, ...layout.headings, layout.tools, layout.below]) {
    one.x += padding;
    one.y += padding;
  }
  return { ...layout, width: layout.width + 2 * padding, height: layout.height + 2 * padding };
}

/** For each pass its columns, as large as they fit; all of them side by side, or all in rows.
 * @param {Pass[]} passes @param {import("./sizes.js").Room} room @returns {Laid[]} */
function chooseSizes(passes, room) {
  const { width, scale } = room,
    first = chooseFor(passes[0], 0, room),
    { pad, tools } = first.sizes,
    others = passes.slice(1).map((pass, n) => chooseFor(pass, n + 1, { ...room, first: { pad, tools } }, first));
  const laid = [first, ...others];
  if (laid.every(({ sizes }) => !sizes.stacked)) return laid;
  const sizes = stackedSizes(passes[0].stages[0], width, scale, passes[0].layers.length === 0);
  return passes.map((pass, number) => ({ sizes, columns: makeColumns(pass, number, { ...sizes, stretch: 1 }) }));
}

/** @param {Pass} pass @param {number} number which one @param {import("./sizes.js").Room} room @param {Laid} [first] @returns {Laid} */
function chooseFor(pass, number, room, first) {
  for (const group of trySizes(pass, room)) {
    const laid = group.map((sizes) => {
        const columns = makeColumns(pass, number, { ...sizes, stretch: room.stretch });
        return { sizes, columns };
      }),
      fit = laid.map(({ sizes, columns }) => {
        const [pad] = first?.columns ?? columns;
        return sizes.stacked || fullWidth(pad, columns, sizes) <= room.width;
      });
    if (fit[0]) return laid[fit.lastIndexOf(true)];
  }
  throw new Error("no sizes to try");
}

/** How wide a pass is, the pad in front of it included. @param {Column} pad @param {Column[]} columns @param {Sizes} sizes */
function fullWidth(pad, columns, sizes) {
  const own = columns.reduce((sum, one) => sum + one.wide + after(one, sizes), 0),
    last = columns[columns.length - 1],
    first = Math.max(pad.wide, sizes.tools);
  return own - (last ? after(last, sizes) : 0) + (columns[0] === pad ? first - pad.wide : first + sizes.between);
}

/** The room after a column. @param {Column} one @param {Sizes} sizes */
function after(one, sizes) {
  return one.touches ? TOUCHING_PX : sizes.between;
}

/** @param {Laid[]} laid @param {number} width @param {Heights} heights @param {number} stretch @returns {Layout} */
function sideBySide(laid, width, heights, stretch) {
  /** @type {Heading[]} */
  const headings = [];
  const { sizes, columns } = laid[0],
    [pad] = columns,
    { letters } = sizes,
    head = Math.max(HEADING_PX, 1.4 * stretch * (letters[0] + letters[1]) + 4);
  let top = 0,
    right = pad.wide;
  for (const one of laid) {
    const placed = placePass(one, pad, { top, head, width }, headings);
    right = Math.max(right, placed.right);
    top = placed.bottom + BETWEEN_PASSES_PX;
  }
  const under = head + pad.high + OVER_TOOLS_PX,
    bottom = Math.max(top - BETWEEN_PASSES_PX, under + heights.tools) + OVER_TOOLS_PX;
  return {
    grids: laid.flatMap((one) => one.columns).flatMap((one) => one.grids),
    headings,
    letters,
    width: right,
    height: bottom + heights.below,
    stacked: false,
    tools: { x: 0, y: under, width: Math.max(pad.wide, sizes.tools) },
    below: { x: 0, y: bottom, width },
  };
}

/** The columns of a pass side by side, each in the middle of its height.
 * @param {Laid} laid @param {Column} pad @param {{top: number, head: number, width: number}} room @param {Heading[]} headings */
function placePass({ columns, sizes }, pad, { top, head, width }, headings) {
  const others = columns.filter((one) => one !== pad),
    body = Math.max(0, ...others.map((one) => one.high)),
    spare = (width - fullWidth(pad, columns, sizes)) / Math.max(1, columns.length),
    free = Math.max(0, Math.min(MOST_FREE_PX, spare));
  if (columns[0] === pad) place(pad, 0, top, top + head, headings);
  let x = Math.max(pad.wide, sizes.tools) + sizes.between + free,
    right = 0;
  for (const one of others) {
    place(one, x, top, top + head + (body - one.high) / 2, headings);
    right = x + one.wide;
    x = right + after(one, sizes) + (one.touches ? 0 : free);
  }
  return { right, bottom: top + head + body };
}

/** @param {Laid[]} laid @param {number} width @param {Heights} heights @returns {Layout} */
function stackUp(laid, width, heights) {
  /** @type {Heading[]} */
  const headings = [];
  let y = 0,
    right = 0,
    under = 0;
  for (const [number, one] of laid.flatMap((each) => each.columns).entries()) {
    // Over weights stand the letters of what they are for.
    const head = LINE_PX + (one.grids[0].kind === "weights" ? CATEGORY_PX : 0);
    place({ ...one, wide: width }, 0, y, y + head, headings);
    y += head + one.high + UNDER_ROW_PX;
    right = Math.max(right, one.wide);
    if (number > 0) continue;
    under = y - UNDER_ROW_PX + OVER_TOOLS_PX;
    y = under + heights.tools + heights.below + 2 * OVER_TOOLS_PX;
  }
  return {
    grids: laid.flatMap((one) => one.columns).flatMap((one) => one.grids),
    headings,
    letters: laid[0].sizes.letters,
    width: right,
    height: y,
    stacked: true,
    tools: { x: 0, y: under, width },
    below: { x: 0, y: under + heights.tools + OVER_TOOLS_PX, width },
  };
}

/** @param {Column} one @param {number} x @param {number} top @param {number} y @param {Heading[]} headings */
function place({ grids, wide, title, detail, pass, stage }, x, top, y, headings) {
  for (const grid of grids) {
    grid.x += x;
    grid.y += y;
  }
  headings.push({ x, y: top, width: wide, title, detail, pass, stage });
}
