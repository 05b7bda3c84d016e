// Where everything stands: one picture from the pad to the votes, a column for each layer; on a phone, a row; on a
// screen held upright, where that leaves room for numbers, and where all of it has to stand on one screen, the columns
// under the pad.
import { after, columnsWidth, makeColumns } from "./columns.js";
import { chooseForOneScreen } from "./one_screen.js";
import { LEAST_READABLE_PX, stackedSizes, trySizes } from "./sizes.js";

/**
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./sizes.js").Sizes} Sizes
 * @typedef {import("./columns.js").Column} Column
 * @typedef {{stages: Stage[], layers: Layer[], image: boolean, back?: import("../backward/pass.js").Back}} Pass a
 *   drawing carried
 *            through a network; image: it shows its drawing; back: it is turned backward
 * @typedef {object} Grid cells on the screen: a map, a list, a feature, weights, a bias or the votes
 * @property {"picture" | "stage" | "feature" | "weights" | "bias" | "votes"} kind picture: of the three maps of an
 *   image in colour
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
 * @property {boolean} [turned] it shows slopes
 *
 * @typedef {{x: number, y: number, width: number, title: string, detail: string, pass: number, stage: number,
 *   kind: Grid["kind"], inLine?: boolean}} Heading inLine: its two parts side by side
 * @typedef
 *   {{grids: Grid[], headings: Heading[], letters: [number, number], width: number, height: number, stacked: boolean,
 *            whole?: boolean, tools: Place, below: Place}} Layout tools: under the pad; below: under all of it; whole:
 *   on one screen
 * @typedef {{x: number, y: number, width: number}} Place
 * @typedef {{sizes: Sizes, columns: Column[]}} Laid a pass with its columns
 * @typedef {{tools: number, below: number}} Pair of both, in pixels
 * @typedef {(widths: Pair & {stacked?: boolean, whole?: boolean}) => Pair} Measure how high both are in such widths; it
 *   is asked for those of the layout last
 * @typedef {{measure: Measure, lines: number}} Around lines: of a heading; turned, where its colours end
 */

const HEADING_PX = 42;
const LINE_PX = 26;
const BETWEEN_PASSES_PX = 30;
const OVER_TOOLS_PX = 12;
const BESIDE_PAD_PX = 10;
const LEAST_BESIDE_PX = 300;
const MOST_FREE_PX = 30;
const UNDER_ROW_PX = 18;
const CATEGORY_PX = 14;
const ABOVE_PX = 120; // of a pad that stands above its maps: with half of it in sight, all maps are

/**
 * @param {Pass[]} passes
 * @param {number} width
 * @param {{scale: number, measure: Measure, padding?: number, stretch?: number, height?: number}} options
 *   measure: of the tools under the pad, and of what stands below all; padding: free pixels around; stretch: how much
 *   wider letters are than usual, for whoever has asked for larger or wider ones; height: of the screen, where pad and
 *   maps have to stand on it
 * @returns {Layout}
 */
export function layOut(passes, width, { scale, measure, padding = 0, stretch = 1, height = 0 }) {
  const laid = chooseSizes(passes, { width, scale, passes: passes.length, stretch }),
    around = { measure, lines: passes.some(({ back }) => back) ? 3 : 2 },
    upright = chooseUpright(passes, laid, { width, scale, passes: 1, stretch, above: ABOVE_PX }),
    narrow = upright ?? laid[0].sizes.stacked,
    fitted = height && narrow ? fitScreen(passes, { width, height: height - 2 * padding, stretch }, around) : null,
    layout = fitted ?? arrange({ laid, upright }, width, around, stretch);
  for (const one of [...layout.grids, ...layout.headings, layout.tools, layout.below]) {
    one.x += padding;
    one.y += padding;
  }
  return { ...layout, width: layout.width + 2 * padding, height: layout.height + 2 * padding };
}

/** @param {{laid: Laid[], upright: Laid | null}} chosen @param {number} width @param {Around} around
 * @param {number} stretch @returns {Layout} */
function arrange({ laid, upright }, width, around, stretch) {
  if (upright) return underThePad(upright, width, around, stretch);
  return laid[0].sizes.stacked ? stackUp(laid, width, around) : sideBySide(laid, width, around, stretch);
}

/** For each pass its columns, as large as they fit; all of them side by side, or all in rows.
 * @param {Pass[]} passes @param {import("./sizes.js").Room} room @returns {Laid[]} */
function chooseSizes(passes, room) {
  const { width, scale } = room,
    first = chooseFor(passes[0], 0, room),
    { pad, tools } = first.sizes,
    others = passes.slice(1).map((pass, n) => chooseFor(pass, n + 1, { ...room, first: { pad, tools } }, first));
  const kept = keptOf([first, ...others])?.sizes,
    same = kept && { sizes: kept, columns: makeColumns(passes[0], 0, { ...kept, stretch: room.stretch }) };
  const laid = [same ?? first, ...others];
  if (laid.every(({ sizes }) => !sizes.stacked)) return laid;
  const sizes = stackedSizes(passes[0].stages[0], width, scale, passes[0].layers.length === 0);
  return passes.map((pass, number) => ({ sizes, columns: makeColumns(pass, number, { ...sizes, stretch: 1 }) }));
}

/** The row of the drawing that is kept to compare: the same network, with a picture more in front of it.
 * @param {Laid[]} laid */
function keptOf([, ...others]) {
  return others.find(({ columns: [image] }) => image.stage === 0);
}

/** @param {Pass} pass @param {number} number which one @param {import("./sizes.js").Room} room @param {Laid} [first]
 * @returns {Laid} */
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

/** Larger sizes for one pass under its pad, where beside it its cells are too small for their numbers; or null.
 * @param {Pass[]} passes @param {Laid[]} laid @param {import("./sizes.js").Room} room @returns {Laid | null} */
function chooseUpright(passes, laid, room) {
  const [{ sizes: beside }] = laid;
  if (passes.length > 1 || beside.stacked || beside.cell >= LEAST_READABLE_PX) return null;
  for (const group of trySizes(passes[0], room)) {
    for (const sizes of group.filter(({ stacked, cell }) => !stacked && cell >= LEAST_READABLE_PX).reverse()) {
      const columns = makeColumns(passes[0], 0, { ...sizes, stretch: room.stretch });
      if (columnsWidth(columns.slice(1), sizes) <= room.width) return { sizes, columns };
    }
  }
  return null;
}

/** How wide a pass is, the pad in front of it included. @param {Column} pad @param {Column[]} columns
 * @param {Sizes} sizes */
function fullWidth(pad, columns, sizes) {
  const others = columns.filter((one) => one !== pad);
  return Math.max(pad.wide, sizes.tools) + sizes.between + columnsWidth(others, sizes);
}

/** @param {Laid[]} laid @param {number} width @param {Around} around @param {number} stretch @returns {Layout} */
function sideBySide(laid, width, around, stretch) {
  /** @type {Heading[]} */
  const headings = [];
  const { sizes, columns } = laid[0],
    [pad] = columns,
    head = headOf(sizes, stretch, around.lines),
    left = Math.max(pad.wide, sizes.tools);
  let top = 0,
    right = pad.wide;
  place(pad, 0, top, top + head, headings);
  for (const { sizes: own, columns: others } of besideThePad(laid)) {
    const placed = placeColumns(others, own, { left: left + own.between, top, head, width }, headings);
    right = Math.max(right, placed.right);
    top = placed.bottom + BETWEEN_PASSES_PX;
  }
  const high = around.measure({ tools: left, below: width }),
    under = head + pad.high + OVER_TOOLS_PX,
    bottom = Math.max(top - BETWEEN_PASSES_PX, under + high.tools) + OVER_TOOLS_PX;
  return {
    ...inColumns(laid, headings, width),
    width: right,
    height: bottom + high.below,
    tools: { x: 0, y: under, width: left },
    below: { x: 0, y: bottom, width },
  };
}

/** All but the pad; where a drawing is kept, with a free place above its image, so that the columns of both rows stand
 * under each other. @param {Laid[]} laid @returns {Laid[]} */
function besideThePad(laid) {
  const [{ sizes, columns }, ...others] = laid,
    kept = keptOf(laid),
    free = kept ? [{ ...kept.columns[0], grids: [] }] : [];
  return [{ sizes, columns: [...free, ...columns.slice(1)] }, ...others];
}

/** The pad and, beside it, the tools; below them the columns.
 * @param {Laid} laid @param {number} width @param {Around} around @param {number} stretch @returns {Layout} */
function underThePad(laid, width, around, stretch) {
  /** @type {Heading[]} */
  const headings = [];
  const { sizes, columns } = laid,
    [pad, ...others] = columns,
    head = headOf(sizes, stretch, around.lines),
    x = pad.wide + 2 * OVER_TOOLS_PX,
    high = around.measure({ tools: width - x, below: width });
  place(pad, 0, 0, head, headings);
  const top = head + Math.max(pad.high, high.tools) + OVER_TOOLS_PX,
    placed = placeColumns(others, sizes, { left: 0, top, head, width }, headings),
    bottom = placed.bottom + OVER_TOOLS_PX;
  return {
    ...inColumns([laid], headings, width),
    width: Math.max(pad.wide, placed.right),
    height: bottom + high.below,
    tools: { x, y: head, width: width - x },
    below: { x: 0, y: bottom, width },
  };
}

/** The columns under the pad, in such cells that pad, tools and columns stand on one screen. What belongs to the whole
 * picture stands there as well, beside the pad; where that is too narrow, it stands below and may be scrolled to. Null
 * for two networks, and where no cells are small enough.
 * @param {Pass[]} passes @param {{width: number, height: number, stretch: number}} room @param {Around} around
 * @returns {Layout | null} */
function fitScreen(passes, room, around) {
  const { stretch, width } = room,
    headed = (/** @type {Sizes} */ sizes) => LINE_PX + OVER_TOOLS_PX + headOf(sizes, stretch, around.lines, 0),
    besidePad = (/** @type {number} */ wide) => placeBeside(wide + BESIDE_PAD_PX, width, around.measure),
    laid = passes.length > 1 ? null : chooseForOneScreen(passes[0], room, (wide) => besidePad(wide).high, headed);
  if (!laid) return null;
  /** @type {Heading[]} */
  const headings = [];
  const { sizes, columns } = laid,
    [pad, ...others] = columns,
    { tools, below, high, under } = besidePad(pad.wide),
    top = LINE_PX + Math.max(pad.high, high) + OVER_TOOLS_PX;
  place(pad, 0, 0, LINE_PX, headings);
  headings[0].inLine = true;
  const head = headOf(sizes, stretch, around.lines, 0),
    { right, bottom } = placeColumns(others, sizes, { left: 0, top, head, width }, headings);
  return {
    ...inColumns([laid], headings, width),
    whole: true,
    width: Math.max(pad.wide, right),
    height: bottom + under,
    tools,
    below: below ?? { x: 0, y: bottom + OVER_TOOLS_PX, width },
  };
}

/** The tools beside a pad and, where it has room there, what belongs to the whole picture; how high they are, and what
 * stands under the picture instead.
 * @param {number} x where the room begins @param {number} width where it ends @param {Measure} measure */
function placeBeside(x, width, measure) {
  const place = { x, y: LINE_PX, width: width - x },
    beside = place.width >= LEAST_BESIDE_PX,
    { tools, below } = measure({ tools: place.width, below: beside ? place.width : width, whole: true });
  if (!beside) return { tools: place, below: null, high: tools, under: withGap(below) };
  const next = { ...place, y: LINE_PX + tools + OVER_TOOLS_PX };
  return { tools: place, below: next, high: tools + withGap(below), under: 0 };
}

/** What follows something else, with the gap between them; where there is nothing, no gap. @param {number} high */
function withGap(high) {
  return high && OVER_TOOLS_PX + high;
}

/** What every arrangement has. @param {Laid[]} laid @param {Heading[]} headings @param {number} width */
function inColumns(laid, headings, width) {
  const grids = laid.flatMap((one) => one.columns).flatMap((one) => one.grids);
  return { grids, headings, letters: laid[0].sizes.letters, width, stacked: false };
}

/** How high the headings are. @param {Sizes} sizes @param {number} stretch @param {number} lines
 * @param {number} [least] */
function headOf({ letters: [large, small] }, stretch, lines, least = HEADING_PX) {
  return Math.max(least, 1.4 * stretch * (large + (lines - 1) * small) + 4);
}

/** Columns side by side, each in the middle of the height of all.
 * @param {Column[]} columns @param {Sizes} sizes @param {{left: number, top: number, head: number, width: number}} room
 * @param {Heading[]} headings */
function placeColumns(columns, sizes, { left, top, head, width }, headings) {
  const body = Math.max(0, ...columns.map((one) => one.high)),
    spare = (width - left - columnsWidth(columns, sizes)) / (columns.length + 1),
    free = Math.max(0, Math.min(MOST_FREE_PX, spare));
  let x = left + free,
    right = 0;
  for (const one of columns) {
    if (one.grids.length) place(one, x, top, top + head + (body - one.high) / 2, headings);
    right = x + one.wide;
    x = right + after(one, sizes) + (one.touches ? 0 : free);
  }
  return { right, bottom: top + head + body };
}

/** @param {Laid[]} laid @param {number} width @param {Around} around @returns {Layout} */
function stackUp(laid, width, around) {
  /** @type {Heading[]} */
  const headings = [];
  const high = around.measure({ tools: width, below: width, stacked: true });
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
    y = under + high.tools + high.below + 2 * OVER_TOOLS_PX;
  }
  return {
    ...inColumns(laid, headings, right),
    height: y,
    stacked: true,
    tools: { x: 0, y: under, width },
    below: { x: 0, y: under + high.tools + OVER_TOOLS_PX, width },
  };
}

/** @param {Column} one @param {number} x @param {number} top @param {number} y @param {Heading[]} headings */
function place({ grids, wide, title, detail, pass, stage }, x, top, y, headings) {
  for (const grid of grids) {
    grid.x += x;
    grid.y += y;
  }
  headings.push({ x, y: top, width: wide, title, detail, pass, stage, kind: grids[0].kind });
}
