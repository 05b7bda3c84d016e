// Where the card stands: beside its cell, where it hides least of what it tells about.
import { cellCorner, litRectangle } from "./highlight.js";
import { put } from "../../shared/dom.js";

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const AWAY = 14;

/**
 * @param {HTMLElement} card @param {HTMLElement} figure @param {import("./layout.js").Layout} layout
 * @param {import("./grids.js").Spot} spot @param {import("./highlight.js").Trace | null} trace @param {import("./layout.js").Lane[]} lanes
 */
export function placeCard(card, figure, layout, spot, trace, lanes) {
  const plate = layout.plates[spot.plate],
    corner = cellCorner(plate, spot.place);
  const cell = { ...corner, width: plate.wide, height: plate.high };
  card.style.maxHeight = `${Math.min(figure.clientHeight - 8, window.innerHeight * (layout.upright ? 0.6 : 0.9))}px`;
  const width = card.offsetWidth,
    height = card.offsetHeight,
    room = roomOf(figure, cell, height);
  if (layout.upright) {
    const under = cell.y + cell.height + AWAY,
      above = cell.y - height - AWAY;
    const fits = (/** @type {number} */ y, /** @type {number} */ top, /** @type {number} */ bottom) =>
      y >= top && y + height <= bottom;
    const seen = [under, above].find((y) => fits(y, room.top, room.bottom));
    put(card, 4, seen ?? (fits(under, 0, figure.clientHeight) ? under : Math.max(4, above)));
    return;
  }
  const lit = trace
    ? layout.plates.flatMap((one) => {
        const area =
          one.kind === "stage" && one.stage <= trace.cell.stage && (one.lane === trace.lane || one.stage === 0)
            ? trace.areas[one.stage]
            : null;
        const box = area && litRectangle(one, area, lanes[one.lane]);
        return box ? [box] : [];
      })
    : [];
  const across = (/** @type {number} */ x) => clamp(x, 0, room.right - width),
    down = (/** @type {number} */ y) => clamp(y, room.top, room.bottom - height);
  const middle = down(cell.y + cell.height / 2 - height / 2),
    along = across(cell.x + cell.width / 2 - width / 2);
  const ending = across(cell.x + cell.width - width);
  const places = [
    { x: cell.x + cell.width + AWAY, y: middle },
    { x: along, y: cell.y + cell.height + AWAY },
    { x: along, y: cell.y - height - AWAY },
    { x: cell.x - width - AWAY, y: middle },
    { x: ending, y: cell.y + cell.height + AWAY },
    { x: ending, y: cell.y - height - AWAY },
  ];
  const cost = (/** @type {{x: number, y: number}} */ place) => {
    const box = { x: across(place.x), y: down(place.y), width, height };
    return (
      lit.reduce((sum, one) => sum + overlap(box, one) / (one.width * one.height), 0) +
      40 * Math.sign(overlap(box, cell))
    );
  };
  const best = places
    .map((place, index) => ({ place, cost: cost(place) + index * 0.01 }))
    .sort((a, b) => a.cost - b.cost)[0].place;
  put(card, across(best.x), down(best.y));
}

/** Where a card may stand: where the picture is in sight, as long as its cell is there and the card is not too high.
 * @param {HTMLElement} figure @param {Box} cell @param {number} height of the card */
function roomOf(figure, cell, height) {
  const { top } = figure.getBoundingClientRect(),
    right = figure.clientWidth;
  const seen = { top: Math.max(0, -top), right, bottom: Math.min(figure.clientHeight, window.innerHeight - top) };
  const inSight = cell.y + cell.height > seen.top && cell.y < seen.bottom;
  return inSight && seen.bottom - seen.top >= height + 8 ? seen : { top: 0, right, bottom: figure.clientHeight };
}

/**
 * The cell that lies at a place of the picture.
 * @param {import("./layout.js").Plate[]} plates @param {number} x @param {number} y
 * @returns {import("./grids.js").Spot | null}
 */
export function findSpot(plates, x, y) {
  for (let index = 0; index < plates.length; index++) {
    const plate = plates[index],
      row = Math.floor((y - plate.y) / plate.high),
      column = Math.floor((x - plate.x) / plate.wide);
    const place = row * plate.columns + column,
      inside = row >= 0 && column >= 0 && row < plate.rows && column < plate.columns;
    if (inside && place < plate.count) return { plate: index, place };
  }
  return null;
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.max(least + 4, Math.min(most - 4, value));
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}
