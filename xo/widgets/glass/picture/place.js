// Where the card stands: beside its cell, where it hides least of what it tells about.
import { put } from "../../shared/dom.js";
import { boxOfCell, highlightedMaps } from "./highlight.js";

/**
 * @typedef {import("./highlight.js").Box} Box
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {{top: number, right: number, bottom: number}} Room
 */

const AWAY_PX = 14;
const MARGIN_PX = 4;
const COVERS_THE_CELL = 40;
const LATER_PLACE = 0.01;

/**
 * @param {HTMLElement} card @param {HTMLElement} figure @param {Layout} layout
 * @param {import("./grids.js").Position} position @param {import("./highlight.js").Trace | null} trace @param {import("./layout.js").Pass[]} passes
 */
export function placeCard(card, figure, layout, position, trace, passes) {
  const cell = boxOfCell(layout.grids[position.grid], position.index),
    share = layout.stacked ? 0.6 : 0.9;
  card.style.maxHeight = `${Math.min(figure.clientHeight - 2 * MARGIN_PX, window.innerHeight * share)}px`;
  const size = { width: card.offsetWidth, height: card.offsetHeight },
    room = roomOf(figure, cell, size.height);
  if (layout.stacked) put(card, MARGIN_PX, underOrAbove(cell, size.height, room, figure.clientHeight));
  else {
    const best = bestPlace(cell, size, room, highlightedMaps(layout.grids, trace, passes));
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

/** Of the places around a cell the one that hides least. @param {Box} cell @param {{width: number, height: number}} size @param {Room} room
 * @param {Box[]} shown what the card is about */
function bestPlace(cell, { width, height }, room, shown) {
  const right = cell.x + cell.width,
    under = cell.y + cell.height + AWAY_PX,
    above = cell.y - height - AWAY_PX,
    middle = cell.x + (cell.width - width) / 2;
  const places = [
    { x: right + AWAY_PX, y: cell.y + (cell.height - height) / 2 },
    { x: middle, y: under },
    { x: middle, y: above },
    { x: cell.x - width - AWAY_PX, y: cell.y + (cell.height - height) / 2 },
    { x: right - width, y: under },
    { x: right - width, y: above },
  ].map(({ x, y }) => ({
    x: clamp(x, 0, room.right - width),
    y: clamp(y, room.top, room.bottom - height),
    width,
    height,
  }));
  const cost = (/** @type {Box} */ box) =>
    shown.reduce((sum, one) => sum + overlap(box, one) / (one.width * one.height), 0) +
    COVERS_THE_CELL * Math.sign(overlap(box, cell));
  const costs = places.map((box, number) => cost(box) + number * LATER_PLACE);
  return places[costs.indexOf(Math.min(...costs))];
}

/** Where a card may stand: where the picture is in sight, as long as its cell is there and the card is not too high.
 * @param {HTMLElement} figure @param {Box} cell @param {number} height of the card @returns {Room} */
function roomOf(figure, cell, height) {
  const { top } = figure.getBoundingClientRect(),
    right = figure.clientWidth;
  const seen = { top: Math.max(0, -top), right, bottom: Math.min(figure.clientHeight, window.innerHeight - top) };
  const inSight = cell.y + cell.height > seen.top && cell.y < seen.bottom;
  return inSight && seen.bottom - seen.top >= height + 2 * MARGIN_PX
    ? seen
    : { top: 0, right, bottom: figure.clientHeight };
}

/**
 * The cell that lies at a place of the picture.
 * @param {import("./layout.js").Grid[]} grids @param {number} x @param {number} y
 * @returns {import("./grids.js").Position | null}
 */
export function findPosition(grids, x, y) {
  for (const [number, grid] of grids.entries()) {
    const row = Math.floor((y - grid.y) / grid.high),
      column = Math.floor((x - grid.x) / grid.wide),
      index = row * grid.columns + column,
      inside = row >= 0 && column >= 0 && row < grid.rows && column < grid.columns;
    if (inside && index < grid.count) return { grid: number, index };
  }
  return null;
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
