// Where everything stands: one picture from the pad to the votes, a column for each layer; on a phone, a row.
import { kindOf } from "../../shared/layers/kinds.js";
import { widthOf } from "./paint.js";
import { trySizes } from "./sizes.js";

/**
 * @typedef {import("../../shared/engine.js").Stage} Stage
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./sizes.js").Sizes} Sizes
 * @typedef {{stages: Stage[], layers: Layer[], image: boolean}} Lane one network; image: it shows its own
 * @typedef {object} Plate a grid of cells on the screen: a map, a list, a feature, weights or the votes
 * @property {"stage" | "feature" | "weights" | "votes"} kind
 * @property {number} lane which network
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
 * @typedef {{x: number, y: number, width: number, title: string, detail: string, lane: number, stage: number}} Heading
 * @typedef {{plates: Plate[], headings: Heading[], letters: [number, number], width: number, height: number, upright: boolean,
 *            pad: Plate | null, tools: {x: number, y: number, width: number}}} Layout
 * @typedef {{title: string, detail: string, plates: Plate[], wide: number, high: number, stage: number, lane: number}} Column
 */

const HEADING = 42;
const LINE = 26;

/**
 * @param {Lane[]} lanes
 * @param {number} width
 * @param {{scale: number, tools: number}} options tools: the height that the tools take under the pad
 * @returns {Layout}
 */
export function layOut(lanes, width, options) {
  /** @type {Sizes | undefined} */
  let sizes;
  /** @type {Column[][]} */
  let columns = [];
  for (sizes of trySizes(lanes, width, options.scale)) {
    const tried = sizes;
    columns = lanes.map((lane, index) => makeColumns(lane, index, tried));
    if (tried.upright || columns.every((lane) => fullWidth(columns[0][0], lane, tried) <= width)) break;
  }
  if (!sizes) throw new Error("no sizes to try");
  return sizes.upright
    ? stackUp(columns, sizes, width, options.tools)
    : sideBySide(columns, sizes, width, options.tools);
}

/**
 * @param {Lane} lane
 * @param {number} index
 * @param {Sizes} sizes
 * @returns {Column[]}
 */
function makeColumns(lane, index, sizes) {
  const [image] = lane.stages,
    side = index ? sizes.side(image) : sizes.pad;
  const columns = !lane.image
    ? []
    : [
        column(
          index ? "kept image" : "image",
          `${image.rows}×${image.columns}`,
          index,
          0,
          [plate({ kind: "stage", lane: index, rows: image.rows, columns: image.columns, wide: side, high: side })],
          sizes,
        ),
      ];
  lane.layers.forEach((layer, place) => {
    const stage = lane.stages[place + 1],
      kind = kindOf(layer),
      last = place === lane.layers.length - 1;
    const base = { lane: index, stage: place + 1 };
    if (kind.shows?.(layer) === "feature") {
      columns.push(
        column(
          "features",
          `${layer.shape[0]} of ${layer.shape[2]}×${layer.shape[3]}`,
          index,
          place + 1,
          features(layer, base, sizes),
          sizes,
        ),
      );
    }
    if (kind.shows?.(layer) === "weights") {
      columns.push(column("weights", "", index, place + 1, weights(layer, base, sizes), sizes));
    }
    const voting = last && kind.votes;
    const plates = voting
      ? [plate({ ...base, kind: "votes", rows: stage.rows, columns: 1, wide: sizes.vote, high: sizes.voteHigh })]
      : maps(stage, base, sizes);
    const title = layer.answered ? `${layer.own}( )` : last ? kind.caption : (kind.hidden ?? kind.caption);
    const detail = voting
      ? ""
      : stage.list
        ? sizes.brief
          ? `of ${stage.rows}`
          : `${stage.rows} values`
        : `${stage.maps} ${sizes.brief ? "of" : stage.maps === 1 ? "map" : "maps"} ${stage.rows}×${stage.columns}`;
    columns.push(column(title, detail, index, place + 1, plates, sizes));
  });
  return columns;
}

/** @param {Partial<Plate>} given @returns {Plate} */
function plate(given) {
  const made = {
    kind: /** @type {const} */ ("stage"),
    lane: 0,
    stage: 0,
    map: 0,
    offset: 0,
    rows: 1,
    columns: 1,
    x: 0,
    y: 0,
    wide: 10,
    high: 10,
    count: 0,
    ...given,
  };
  return { ...made, count: given.count ?? made.rows * made.columns };
}

/** @param {Layer} layer @param {Partial<Plate>} base @param {Sizes} sizes */
function features(layer, base, sizes) {
  const [count, , rows, columns] = layer.shape,
    side = sizes.feature(rows);
  return Array.from({ length: count }, (_, map) =>
    plate({
      ...base,
      kind: "feature",
      map,
      offset: map * rows * columns,
      rows,
      columns,
      wide: side,
      high: side,
    }),
  );
}

/** @param {Layer} layer @param {Partial<Plate>} base @param {Sizes} sizes */
function weights(layer, base, sizes) {
  const [categories, count] = layer.shape,
    list = sizes.list(count);
  return Array.from({ length: categories }, (_, map) =>
    plate({
      ...base,
      kind: "weights",
      map,
      offset: map * count,
      count,
      rows: list.rows,
      columns: list.columns,
      wide: list.columns === 1 ? list.weight : list.wide,
      high: list.high,
    }),
  );
}

/** @param {Stage} stage @param {Partial<Plate>} base @param {Sizes} sizes */
function maps(stage, base, sizes) {
  if (stage.list) {
    const list = sizes.list(stage.rows);
    return [
      plate({ ...base, count: stage.rows, rows: list.rows, columns: list.columns, wide: list.wide, high: list.high }),
    ];
  }
  const side = sizes.side(stage),
    { rows, columns } = stage;
  return Array.from({ length: stage.maps }, (_, map) =>
    plate({
      ...base,
      map,
      offset: map * rows * columns,
      rows,
      columns,
      wide: side,
      high: side,
    }),
  );
}

/** Lay the plates of one column out around (0, 0).
 * @param {string} title @param {string} detail @param {number} lane @param {number} stage @param {Plate[]} plates
 * @param {Sizes} sizes @returns {Column} */
function column(title, detail, lane, stage, plates, sizes) {
  const [first] = plates,
    wide = first.columns * first.wide,
    high = first.rows * first.high;
  const across =
    first.kind === "weights" && first.columns === 1 ? plates.length : sizes.across(plates.length, wide, high);
  const gap = first.kind !== "weights" ? sizes.gap : first.columns === 1 ? 0 : 18,
    down = Math.ceil(plates.length / across);
  const pitch =
    sizes.upright || first.kind === "weights" ? high + gap : Math.max(high + gap, sizes.pitch(plates.length, across));
  plates.forEach((one, place) => {
    one.x = (place % across) * (wide + gap);
    one.y = Math.floor(place / across) * pitch + (pitch - gap - high) / 2;
  });
  const all = across * (wide + gap) - gap,
    full = sizes.upright ? all : Math.max(all, labelWidth(title, detail, sizes));
  for (const one of plates) one.x += (full - all) / 2;
  return { title, detail, lane, stage, plates, wide: full, high: down * pitch - gap };
}

/** @param {string} title @param {string} detail @param {Sizes} sizes */
function labelWidth(title, detail, { letters: [large, small] }) {
  return Math.min(large * 8, Math.ceil(Math.max(widthOf(title, large, 700), widthOf(detail, small, 400))));
}

/** How wide a network is, the pad in front of it included. @param {Column} pad @param {Column[]} lane @param {Sizes} sizes */
function fullWidth(pad, lane, sizes) {
  const own = lane.reduce((sum, one) => sum + one.wide + after(one, sizes), 0);
  const last = lane[lane.length - 1];
  const first = Math.max(pad.wide, sizes.tools);
  return own - (last ? after(last, sizes) : 0) + (lane[0] === pad ? first - pad.wide : first + sizes.between);
}

/** @param {Column} one @param {Sizes} sizes */
function after(one, sizes) {
  return one.title === "list" && one.plates[0].columns === 1 ? 10 : sizes.between;
}

/** @param {Column[][]} lanes @param {Sizes} sizes @param {number} width @param {number} tools @returns {Layout} */
function sideBySide(lanes, sizes, width, tools) {
  /** @type {Heading[]} */
  const headings = [];
  const [pad] = lanes[0],
    head = Math.max(HEADING, 1.4 * (sizes.letters[0] + sizes.letters[1]) + 4);
  const free = Math.max(
    0,
    Math.min(30, ...lanes.map((lane) => (width - fullWidth(pad, lane, sizes)) / Math.max(1, lane.length))),
  );
  let top = 0,
    right = 0;
  for (const lane of lanes) {
    const others = lane.filter((one) => one !== pad),
      body = Math.max(0, ...others.map((one) => one.high));
    if (lane[0] === pad) place(pad, 0, top, top + head, headings);
    let x = Math.max(pad.wide, sizes.tools) + sizes.between + free;
    for (const one of others) {
      place(one, x, top, top + head + (body - one.high) / 2, headings);
      right = Math.max(right, x + one.wide);
      x += one.wide + after(one, sizes) + (after(one, sizes) > 10 ? free : 0);
    }
    top += head + body + 30;
  }
  const under = head + pad.high + 12;
  return {
    plates: lanes.flat().flatMap((one) => one.plates),
    headings,
    letters: sizes.letters,
    width: Math.max(right, pad.wide),
    height: Math.max(top - 30, under + tools),
    upright: false,
    pad: pad.plates[0],
    tools: { x: 0, y: under, width: Math.max(pad.wide, sizes.tools) },
  };
}

/** @param {Column[][]} lanes @param {Sizes} sizes @param {number} width @param {number} tools @returns {Layout} */
function stackUp(lanes, sizes, width, tools) {
  /** @type {Heading[]} */
  const headings = [];
  let y = 0,
    right = 0,
    under = 0;
  lanes.flat().forEach((one, index) => {
    place(one, 0, y, y + LINE, headings);
    y += LINE + one.high + 18;
    right = Math.max(right, one.wide);
    if (index === 0) [under, y] = [y - 6, y + tools + 12];
  });
  return {
    plates: lanes.flat().flatMap((one) => one.plates),
    headings,
    letters: sizes.letters,
    width: right,
    height: y,
    upright: true,
    pad: lanes[0][0].plates[0],
    tools: { x: 0, y: under, width },
  };
}

/** @param {Column} one @param {number} x @param {number} top @param {number} y @param {Heading[]} headings */
function place(one, x, top, y, headings) {
  for (const each of one.plates) [each.x, each.y] = [each.x + x, each.y + y];
  headings.push({ x, y: top, width: one.wide, title: one.title, detail: one.detail, lane: one.lane, stage: one.stage });
}
