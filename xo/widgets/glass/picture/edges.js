// Thin edges from each grid to those that it feeds.
import { kindOf } from "../../shared/layers/kinds.js";

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef {{pass: number, stage: number, map: number}} Traced whose edges are bright
 * @typedef {import("./paint.js").Theme} Theme
 * @typedef {{from: Grid, to: Grid, bright: boolean, end: number}} Edge end: the height at which it ends
 */

const FAINTEST = 0.12;
const CROWD = 24;

/** @param {CanvasRenderingContext2D} pen @param {Grid[]} grids @param {Pass[]} passes @param {Theme} theme
 * @param {Traced | null} traced */
export function paintEdges(pen, grids, passes, theme, traced) {
  for (const [number, pass] of passes.entries()) {
    for (const [index, layer] of pass.layers.entries()) {
      const many = kindOf(layer).mixes ? layer.shape[0] * layer.shape[1] : 1,
        map = traced?.pass === number && traced.stage === index + 1 ? traced.map : -1;
      pen.globalAlpha = Math.max(FAINTEST, Math.min(1, CROWD / many));
      for (const edge of edgesInto(grids, pass, number, index, map)) paintEdge(pen, edge, theme);
    }
  }
  pen.globalAlpha = 1;
}

/** The edges into one layer. @param {Grid[]} grids @param {Pass} pass @param {number} number which one
 * @param {number} index of the layer
 * @param {number} traced the map of the number explained, where the layer makes it; -1: none @returns {Edge[]} */
function edgesInto(grids, { layers, stages, image }, number, index, traced) {
  const near = (/** @type {number} */ stage, /** @type {string} */ kind) =>
    grids.filter(
      (grid) =>
        (grid.pass === number || (stage === 0 && grid.pass === 0)) && grid.stage === stage && grid.kind === kind,
    );
  const to = [...near(index + 1, "stage"), ...near(index + 1, "votes")],
    from = near(index, "stage").filter((grid) => index > 0 || grid.pass === number || !image),
    weights = rightmost(near(index + 1, "weights")),
    through = near(index + 1, "feature");
  if (stages[index + 1].list && !stages[index].list) return to.flatMap((target) => spread(from, target, traced === 0));
  if (weights.length) return to.flatMap((target) => spread(weights, target, false));
  return to.flatMap((target, map) => {
    const sources = kindOf(layers[index]).mixes ? from : from.slice(map, map + 1);
    return sources.flatMap((source) => wire(source, through[map], target, traced === map));
  });
}

/** @param {Grid} from @param {Grid | undefined} through a feature @param {Grid} to @param {boolean} bright
 * @returns {Edge[]} */
function wire(from, through, to, bright) {
  const stations = through ? [from, through, to] : [from, to];
  return stations
    .slice(1)
    .map((end, leg) => ({ from: stations[leg], to: end, bright, end: end.y + (end.rows * end.high) / 2 }));
}

/** Each grid feeds its own part of a list. @param {Grid[]} from @param {Grid} to @param {boolean} bright
 * @returns {Edge[]} */
function spread(from, to, bright) {
  return from.map((source, n) => ({
    from: source,
    to,
    bright,
    end: to.y + (to.rows * to.high * (n + 0.5)) / from.length,
  }));
}

/** Of grids side by side the last one, of grids under one another each. @param {Grid[]} grids */
function rightmost(grids) {
  const right = Math.max(...grids.map((grid) => grid.x));
  return grids.filter((grid) => grid.x === right);
}

/** @param {CanvasRenderingContext2D} pen @param {Edge} edge @param {Theme} theme */
function paintEdge(pen, { from, to, bright, end }, theme) {
  const x = from.x + from.columns * from.wide + 2,
    y = from.y + (from.rows * from.high) / 2,
    right = to.x - 2,
    bend = (right - x) / 2;
  if (right <= x) return;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.bezierCurveTo(x + bend, y, right - bend, end, right, end);
  pen.lineWidth = bright ? 2 : 1;
  pen.strokeStyle = bright ? theme.highlight : theme.line;
  pen.stroke();
}
