// Where the card stands: beside its cell, where it hides least of what it tells about.
import { put } from "../../shared/dom.js";
import { highlightsOf } from "../backward/highlight.js";
import { boxOfCell, wholeOf } from "./highlight.js";

/**
 * @typedef {import("./highlight.js").Box} Box
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {{top: number, right: number, bottom: number}} Room
 * @typedef {{box: Box, weight: number}} About what a card tells about, and how much it matters that it stays in sight
 */

// How much it matters that the pad, the columns beside a cell, and those far from it stay in sight.
const PAD = 5;
const NEAR = 2;
const FAR = 0.4;
const AWAY_PX = 14;
const MARGIN_PX = 4;
const STEP_PX = 16;
const COVERS_THE_CELL = 40;
const COST_OF_100_PX = 0.1;

/**
 * What the card of a number tells about: its map and the votes whole, of the others the cells that it comes from.
 * @param {import("./subject.js").Subject} subject @param {import("./grids.js").Position} position
 * @param {Layout} layout @param {import("./layout.js").Pass[]} passes @returns {About[]}
 */
export function aboutOf(subject, position, { grids }, passes) {
  const boxes = highlightsOf(grids, subject, passes);
  return grids.flatMap((grid, number) => {
    const whole = number === position.grid || number === 0,
      near = whole || Math.abs(grid.stage - subject.stage) < 2,
      weight = number === 0 ? PAD : near ? NEAR : FAR;
    return (whole || grid.kind === "votes" ? [wholeOf(grid)] : boxes[number]).map((box) => ({ box, weight }));
  });
}

/**
 * @param {HTMLElement} card @param {HTMLElement} figure @param {Layout} layout
 * @param {import("./grids.js").Position} position @param {About[]} about
 */
export function placeCard(card, figure, layout, position, about) {
  const grid = layout.grids[position.grid],
    // In rows, what stands under the pad gives way: the pad is drawn on.
    cell = layout.stacked && position.grid === 0 ? wholeOf(grid) : boxOfCell(grid, position.index),
    share = layout.stacked ? 0.6 : 0.9;
  card.style.maxHeight = `${Math.min(figure.clientHeight - 2 * MARGIN_PX, window.innerHeight * share)}px`;
  const size = { width: card.offsetWidth, height: card.offsetHeight },
    room = roomOf(figure, cell, size.height);
  if (layout.stacked) put(card, MARGIN_PX, underOrAbove(cell, size.height, room, figure.clientHeight));
  else {
    const best = bestPlace(cell, size, room, about);
    put(card, best.x, best.y);
  }
}

/** @param {Box} cell @param {number} height @param {Room} room @param {number} whole height of the figure */
function underOrAbove(cell, height, room, whole) {
  const under = cell.y + cell.height + AWAY_PX,
    above = cell.y - height - AWAY_PX,
    seen = [under, above].find((y) => y >= room.top && y + height <= room.bottom);
  return seen ?? (under + height <= whole ? under : Math.max(MARGIN_PX, above));
}

/** The place near a cell that hides least. @param {Box} cell @param {{width: number, height: number}} size
 * @param {Room} room @param {About[]} about */
function bestPlace(cell, { width, height }, room, about) {
  let best = { x: MARGIN_PX, y: room.top + MARGIN_PX },
    least = Infinity;
  for (const x of placesAlong(0, room.right - width, cell.x - width - AWAY_PX, cell.x + cell.width + AWAY_PX)) {
    for (const y of placesAlong(
      room.top,
      room.bottom - height,
      cell.y - height - AWAY_PX,
      cell.y + cell.height + AWAY_PX,
    )) {
      const cost = costOf({ x, y, width, height }, cell, about);
      if (cost >= least) continue;
      least = cost;
      best = { x, y };
    }
  }
  return best;
}

/** Some places between two ends, and those beside the cell. @param {number} from @param {number} to
 * @param {number} before @param {number} after */
function placesAlong(from, to, before, after) {
  const count = Math.max(1, Math.ceil((to - from) / STEP_PX)),
    even = Array.from({ length: count + 1 }, (_, step) => from + ((to - from) * step) / count);
  return [...even, before, after].map((place) => clamp(place, from, to));
}

/** @param {Box} card @param {Box} cell @param {About[]} about */
function costOf(card, cell, about) {
  const across = Math.max(cell.x - card.x - card.width, card.x - cell.x - cell.width, 0),
    down = Math.max(cell.y - card.y - card.height, card.y - cell.y - cell.height, 0);
  let cost = (COST_OF_100_PX * Math.hypot(across, down)) / 100 + COVERS_THE_CELL * Math.sign(overlap(card, cell));
  for (const { box, weight } of about) cost += (weight * overlap(card, box)) / (box.width * box.height);
  return cost;
}

/** Where a card may stand: where the picture is in sight, as long as its cell is there and the card is not too high.
 * @param {HTMLElement} figure @param {Box} cell @param {number} height of the card @returns {Room} */
function roomOf(figure, cell, height) {
  const { top } = figure.getBoundingClientRect(),
    right = figure.clientWidth,
    sight = sightOf(figure);
  const seen = { top: Math.max(0, sight.top - top), right, bottom: Math.min(figure.clientHeight, sight.bottom - top) };
  const inSight = cell.y + cell.height > seen.top && cell.y < seen.bottom;
  return inSight && seen.bottom - seen.top >= height + 2 * MARGIN_PX
    ? seen
    : { top: 0, right, bottom: figure.clientHeight };
}

/** From where to where the window shows the page: not under a header that stays, which the page's scroll padding tells
 * of, and not outside of the panel that a notebook scrolls in. @param {HTMLElement} figure */
function sightOf(figure) {
  const sight = {
    top: parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0,
    bottom: window.innerHeight,
  };
  for (let box = figure.parentElement; box && box !== document.body; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const { top, bottom } = box.getBoundingClientRect();
    sight.top = Math.max(sight.top, top);
    sight.bottom = Math.min(sight.bottom, bottom);
  }
  return sight;
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.max(least + MARGIN_PX, Math.min(most - MARGIN_PX, value));
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}
