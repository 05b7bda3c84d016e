// Thin edges between the plates, and the light on what stands behind a number.
import { kindOf } from "../../shared/layers/kinds.js";
import { cellAt } from "../../shared/stage.js";

/**
 * @typedef {import("./layout.js").Plate} Plate
 * @typedef {import("./layout.js").Lane} Lane
 * @typedef {import("../../shared/stage.js").Area} Area
 * @typedef {import("../../shared/stage.js").Cell} Cell
 * @typedef {{lane: number, cell: Cell, areas: Area[]}} Trace
 */

/** The rectangle of a plate that an area lights, or null. @param {Plate} plate @param {Area} area @param {Lane} lane */
export function litRectangle(plate, area, lane) {
  const stage = lane.stages[plate.stage];
  if (area.map !== -1 && area.map !== plate.map) return null;
  if (!stage.list) {
    return {
      x: plate.x + area.left * plate.wide,
      y: plate.y + area.top * plate.high,
      width: (area.right - area.left) * plate.wide,
      height: (area.bottom - area.top) * plate.high,
    };
  }
  if (area.bottom - area.top > 1)
    return { x: plate.x, y: plate.y, width: plate.columns * plate.wide, height: plate.rows * plate.high };
  const { x, y } = cellCorner(plate, area.top);
  return { x, y, width: plate.wide, height: plate.high };
}

/** @param {Plate} plate @param {number} place */
export function cellCorner(plate, place) {
  return {
    x: plate.x + (place % plate.columns) * plate.wide,
    y: plate.y + Math.floor(place / plate.columns) * plate.high,
  };
}

/** What each plate contributes to a traced number. @param {Plate} plate @param {Trace} trace @param {Lane[]} lanes */
function lightOn(plate, trace, lanes) {
  const { cell, areas } = trace;
  if (plate.lane !== trace.lane && !(plate.lane === 0 && plate.stage === 0)) return null;
  const whole = { x: plate.x, y: plate.y, width: plate.columns * plate.wide, height: plate.rows * plate.high };
  if (plate.kind === "feature")
    return plate.stage <= cell.stage && [-1, plate.map].includes(areas[plate.stage].map) ? whole : null;
  if (plate.kind === "weights")
    return plate.stage < cell.stage || (plate.stage === cell.stage && plate.map === cell.row) ? whole : null;
  if (plate.stage > cell.stage) return null;
  if (plate.kind === "votes")
    return { x: plate.x, y: plate.y + cell.row * plate.high, width: plate.wide, height: plate.high };
  return litRectangle(plate, areas[plate.stage], lanes[trace.lane]);
}

/**
 * Fade all that a traced number does not come from, and outline what it does.
 * @param {CanvasRenderingContext2D} pen @param {Plate[]} plates @param {Trace} trace @param {Lane[]} lanes
 * @param {{ground: string, light: string}} theme
 */
export function paintLight(pen, plates, trace, lanes, theme) {
  const lit = plates.map((plate) => lightOn(plate, trace, lanes));
  pen.save();
  pen.globalAlpha = 0.62;
  pen.fillStyle = theme.ground;
  pen.beginPath();
  plates.forEach((plate, index) => {
    pen.rect(plate.x, plate.y, plate.columns * plate.wide, plate.rows * plate.high);
    const light = lit[index];
    if (light) pen.rect(light.x, light.y, light.width, light.height);
  });
  pen.fill("evenodd");
  pen.restore();
  plates.forEach((plate, index) => {
    const light = lit[index];
    if (!light || plate.kind === "weights" || plate.kind === "feature") return;
    const thin = light.width < 8 || light.height < 8;
    pen.lineWidth = thin ? 1.5 : 2.5;
    pen.strokeStyle = theme.light;
    pen.strokeRect(light.x, light.y, light.width, light.height);
  });
}

/**
 * The edges: from each plate to those that it feeds.
 * @param {CanvasRenderingContext2D} pen @param {Plate[]} plates @param {Lane[]} lanes @param {{line: string, light: string}} theme
 * @param {Trace | null} trace
 */
export function paintEdges(pen, plates, lanes, theme, trace) {
  for (const [index, lane] of lanes.entries()) {
    for (const [place, layer] of lane.layers.entries()) {
      const { mixes } = kindOf(layer),
        many = mixes ? layer.shape[0] * layer.shape[1] : 1;
      const traced = trace?.lane === index && trace.cell.stage === place + 1 ? trace.cell.map : -1;
      pen.globalAlpha = Math.max(0.12, Math.min(1, 24 / many));
      for (const { from, to, map, end } of edgesInto(plates, lane, index, place)) {
        draw(pen, from, to, theme, map === traced, end);
      }
    }
  }
  pen.globalAlpha = 1;
}

/**
 * The edges into the plates of a layer. map: the one that an edge helps to make, -1: none; end: how far down it ends
 * @param {Plate[]} plates @param {Lane} lane @param {number} index of the lane @param {number} place of the layer
 * @returns {{from: Plate, to: Plate, map: number, end?: number}[]}
 */
function edgesInto(plates, lane, index, place) {
  const near = (/** @type {number} */ stage, /** @type {string} */ kind) =>
    plates.filter(
      (one) => (one.lane === index || (stage === 0 && one.lane === 0)) && one.stage === stage && one.kind === kind,
    );
  const from = near(place, "stage").filter((plate) => place > 0 || plate.lane === index || !lane.image),
    through = near(place + 1, "feature"),
    weights = last(near(place + 1, "weights")),
    lists = lane.stages[place + 1].list && !lane.stages[place].list,
    { mixes } = kindOf(lane.layers[place]);
  return [...near(place + 1, "stage"), ...near(place + 1, "votes")].flatMap((to, map) => {
    if (lists) return from.map((source, n) => ({ from: source, to, map: 0, end: chunk(to, n, from.length) }));
    if (weights.length)
      return weights.map((source, n) => ({ from: source, to, map: -1, end: chunk(to, n, weights.length) }));
    const sources = mixes ? from : from.slice(map, map + 1),
      feature = through[map];
    return sources.flatMap((source) =>
      feature
        ? [
            { from: source, to: feature, map },
            { from: feature, to, map },
          ]
        : [{ from: source, to, map }],
    );
  });
}

/** Of plates side by side the last one, of plates under one another each. @param {Plate[]} plates */
function last(plates) {
  const right = Math.max(...plates.map((plate) => plate.x));
  return plates.filter((plate) => plate.x === right);
}

/** The middle of the n-th part of a list. @param {Plate} plate @param {number} n @param {number} parts */
function chunk(plate, n, parts) {
  return plate.y + (plate.rows * plate.high * (n + 0.5)) / parts;
}

/** @param {CanvasRenderingContext2D} pen @param {Plate} from @param {Plate} to @param {{line: string, light: string}} theme @param {boolean} bright @param {number} [end] */
function draw(pen, from, to, theme, bright, end = to.y + (to.rows * to.high) / 2) {
  const x = from.x + from.columns * from.wide + 2,
    y = from.y + (from.rows * from.high) / 2,
    right = to.x - 2,
    bend = (right - x) / 2;
  if (right <= x) return;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.bezierCurveTo(x + bend, y, right - bend, end, right, end);
  pen.lineWidth = bright ? 2 : 1;
  pen.strokeStyle = bright ? theme.light : theme.line;
  pen.stroke();
}

/** The cell of a stage that a plate shows at a place. @param {Plate} plate @param {number} place @param {Lane[]} lanes @returns {Cell} */
export function cellOn(plate, place, lanes) {
  return cellAt(lanes[plate.lane].stages[plate.stage], plate.stage, plate.offset + place);
}
