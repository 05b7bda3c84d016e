// Where everything stands: one picture from the pad to the votes, a column for each layer; on a phone, a row.
import { makeColumns } from "./columns.js";
import { trySizes } from "./sizes.js";

/**
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./sizes.js").Sizes} Sizes
 * @typedef {import("./columns.js").Column} Column
 * @typedef {{stages: Stage[], layers: Layer[], image: boolean}} Pass a drawing carried through a network; image: it shows its drawing
 * @typedef {object} Grid cells on the screen: a map, a list, a feature, weights or the votes
 * @property {"stage" | "feature" | "weights" | "votes"} kind
 * @property {number} pass which one
 * @property {number} stage the stage that it shows or, for features and weights, that it makes
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
 *            tools: {x: number, y: number, width: number}}} Layout
 */

const HEADING_PX = 42;
const LINE_PX = 26;
const BETWEEN_PASSES_PX = 30;
const OVER_TOOLS_PX = 12;
const MOST_FREE_PX = 30;
const TOUCHING_PX = 10;

/**
 * @param {Pass[]} passes
 * @param {number} width
 * @param {{scale: number, tools: number, padding?: number}} options tools: the height that the tools take under the pad; padding: free pixels around
 * @returns {Layout}
 */
export function layOut(passes, width, { scale, tools, padding = 0 }) {
  const { sizes, columns } = chooseSizes(passes, width, scale),
    layout = sizes.stacked ? stackUp(columns, sizes, width, tools) : sideBySide(columns, sizes, width, tools);
  for (const one of [...layout.grids, ...layout.headings, layout.tools]) {
    one.x += padding;
    one.y += padding;
  }
  return { ...layout, width: layout.width + 2 * padding, height: layout.height + 2 * padding };
}

/** The largest sizes that fit the width. @param {Pass[]} passes @param {number} width @param {number} scale */
function chooseSizes(passes, width, scale) {
  for (const sizes of trySizes(passes, width, scale)) {
    const columns = passes.map((pass, number) => makeColumns(pass, number, sizes)),
      [pad] = columns[0];
    if (sizes.stacked || columns.every((some) => fullWidth(pad, some, sizes) <= width)) return { sizes, columns };
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
  return one.title === "list" && one.grids[0].columns === 1 ? TOUCHING_PX : sizes.between;
}

/** @param {Column[][]} passes @param {Sizes} sizes @param {number} width @param {number} tools @returns {Layout} */
function sideBySide(passes, sizes, width, tools) {
  /** @type {Heading[]} */
  const headings = [];
  const [pad] = passes[0],
    head = Math.max(HEADING_PX, 1.4 * (sizes.letters[0] + sizes.letters[1]) + 4),
    spare = passes.map((columns) => (width - fullWidth(pad, columns, sizes)) / Math.max(1, columns.length)),
    room = { head, free: Math.max(0, Math.min(MOST_FREE_PX, ...spare)) };
  let top = 0,
    right = pad.wide;
  for (const columns of passes) {
    const placed = placePass(columns, pad, top, room, sizes, headings);
    right = Math.max(right, placed.right);
    top = placed.bottom + BETWEEN_PASSES_PX;
  }
  const under = head + pad.high + OVER_TOOLS_PX;
  return {
    grids: passes.flat().flatMap((one) => one.grids),
    headings,
    letters: sizes.letters,
    width: right,
    height: Math.max(top - BETWEEN_PASSES_PX, under + tools),
    stacked: false,
    tools: { x: 0, y: under, width: Math.max(pad.wide, sizes.tools) },
  };
}

/** The columns of a pass side by side, each in the middle of its height.
 * @param {Column[]} columns @param {Column} pad @param {number} top @param {{head: number, free: number}} room @param {Sizes} sizes
 * @param {Heading[]} headings */
function placePass(columns, pad, top, { head, free }, sizes, headings) {
  const others = columns.filter((one) => one !== pad),
    body = Math.max(0, ...others.map((one) => one.high));
  if (columns[0] === pad) place(pad, 0, top, top + head, headings);
  let x = Math.max(pad.wide, sizes.tools) + sizes.between + free,
    right = 0;
  for (const one of others) {
    place(one, x, top, top + head + (body - one.high) / 2, headings);
    right = x + one.wide;
    x = right + after(one, sizes) + (after(one, sizes) > TOUCHING_PX ? free : 0);
  }
  return { right, bottom: top + head + body };
}

/** @param {Column[][]} passes @param {Sizes} sizes @param {number} width @param {number} tools @returns {Layout} */
function stackUp(passes, sizes, width, tools) {
  /** @type {Heading[]} */
  const headings = [];
  let y = 0,
    right = 0,
    under = 0;
  passes.flat().forEach((one, number) => {
    place(one, 0, y, y + LINE_PX, headings);
    y += LINE_PX + one.high + 18;
    right = Math.max(right, one.wide);
    if (number > 0) return;
    under = y - 6;
    y += tools + 12;
  });
  return {
    grids: passes.flat().flatMap((one) => one.grids),
    headings,
    letters: sizes.letters,
    width: right,
    height: y,
    stacked: true,
    tools: { x: 0, y: under, width },
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
