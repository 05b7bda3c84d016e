// Where the card stands: beside its cell, where it hides least of what it tells about.
import { cellCorner, litRectangle } from "./light.js";
import { put } from "./dom.js";

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

const AWAY = 14;

/**
 * @param {HTMLElement} card @param {HTMLElement} figure @param {import("./layout.js").Layout} layout
 * @param {import("./grids.js").Spot} spot @param {import("./light.js").Trace | null} trace @param {import("./layout.js").Lane[]} lanes
 */
export function placeCard(card, figure, layout, spot, trace, lanes) {
  const plate = layout.plates[spot.plate], corner = cellCorner(plate, spot.place);
  const cell = { ...corner, width: plate.wide, height: plate.high };
  const width = card.offsetWidth, height = card.offsetHeight;
  const room = { width: Math.max(figure.clientWidth, layout.width), height: Math.max(figure.clientHeight, height + 8) };
  if (layout.upright) {
    const under = cell.y + cell.height + AWAY;
    put(card, 4, under + height < room.height ? under : Math.max(4, cell.y - height - AWAY));
    return;
  }
  const lit = trace ? layout.plates.flatMap((one) => {
    const area = one.kind === "stage" && one.stage <= trace.cell.stage && (one.lane === trace.lane || one.stage === 0) ? trace.areas[one.stage] : null;
    const box = area && litRectangle(one, area, lanes[one.lane]);
    return box ? [box] : [];
  }) : [];
  const middle = clamp(cell.y + cell.height / 2 - height / 2, room.height - height);
  const along = clamp(cell.x + cell.width / 2 - width / 2, room.width - width);
  const places = [
    { x: cell.x + cell.width + AWAY, y: middle }, { x: along, y: cell.y + cell.height + AWAY },
    { x: along, y: cell.y - height - AWAY }, { x: cell.x - width - AWAY, y: middle },
    { x: clamp(cell.x + cell.width - width, room.width - width), y: cell.y + cell.height + AWAY },
    { x: clamp(cell.x + cell.width - width, room.width - width), y: cell.y - height - AWAY },
  ];
  const cost = (/** @type {{x: number, y: number}} */ place) => {
    const box = { x: clamp(place.x, room.width - width), y: clamp(place.y, room.height - height), width, height };
    return lit.reduce((sum, one) => sum + overlap(box, one) / (one.width * one.height), 0) + 40 * Math.sign(overlap(box, cell));
  };
  const best = places.map((place, index) => ({ place, cost: cost(place) + index * 0.01 })).sort((a, b) => a.cost - b.cost)[0].place;
  put(card, clamp(best.x, room.width - width), clamp(best.y, room.height - height));
}

/**
 * The cell that lies at a place of the picture.
 * @param {import("./layout.js").Plate[]} plates @param {number} x @param {number} y
 * @returns {import("./grids.js").Spot | null}
 */
export function findSpot(plates, x, y) {
  for (let index = 0; index < plates.length; index++) {
    const plate = plates[index], row = Math.floor((y - plate.y) / plate.high), column = Math.floor((x - plate.x) / plate.wide);
    const place = row * plate.columns + column, inside = row >= 0 && column >= 0 && row < plate.rows && column < plate.columns;
    if (inside && place < plate.count) return { plate: index, place };
  }
  return null;
}

/** @param {number} value @param {number} most */
function clamp(value, most) {
  return Math.max(4, Math.min(most - 4, value));
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}
