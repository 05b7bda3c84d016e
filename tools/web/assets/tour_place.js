// Where the box of a tour may stand: near what it points at, and on nothing that the learner has to see or press.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Frame in the window */
/** @typedef {{x: number, y: number}} Spot of a left upper corner */

const EDGE_PX = 12; // that stays free at the edge of the window
const AWAY_PX = 14; // around what must stay in sight
const LEAST_PX = { wide: 200, high: 120 }; // that still can be read

/** What holds all of them; null where there are none. @param {Element[]} parts @returns {Frame | null} */
export function frameOf(parts) {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  if (!boxes.length) return null;
  return {
    left: Math.min(...boxes.map((one) => one.left)),
    top: Math.min(...boxes.map((one) => one.top)),
    right: Math.max(...boxes.map((one) => one.right)),
    bottom: Math.max(...boxes.map((one) => one.bottom)),
  };
}

/** @param {Frame} frame @returns {Frame} */
function widened({ left, top, right, bottom }) {
  return { left: left - AWAY_PX, top: top - AWAY_PX, right: right + AWAY_PX, bottom: bottom + AWAY_PX };
}

/** @param {Frame} one @param {Frame} other */
export function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** The window, without its edge. @returns {Frame} */
function room() {
  const { clientWidth } = document.documentElement;
  return { left: EDGE_PX, top: EDGE_PX, right: clientWidth - EDGE_PX, bottom: innerHeight - EDGE_PX };
}

/** @param {Spot} spot @param {{wide: number, high: number}} size @returns {Frame} */
function frameAt({ x, y }, { wide, high }) {
  return { left: x, top: y, right: x + wide, bottom: y + high };
}

/** Whether a box there is in the window and hides none of them. @param {Frame} frame @param {Frame[]} taken */
export function isFree(frame, taken) {
  const { left, top, right, bottom } = room(),
    within = frame.left >= left && frame.top >= top && frame.right <= right && frame.bottom <= bottom;
  return within && !taken.some((one) => meet(frame, widened(one)));
}

/** The free spot nearest to what the box is about, or to the corner of the window; null where there is none.
 * @param {{wide: number, high: number}} size @param {Frame | null} about @param {Frame[]} taken */
export function nearestSpot(size, about, taken) {
  const { left, top, right, bottom } = room(),
    goal = about ?? { left: right, top: bottom, right, bottom },
    wide = taken.map(widened),
    xs = [...wide.flatMap((one) => [one.right, one.left - size.wide]), goal.left, left, right - size.wide],
    ys = [goal.top, ...wide.flatMap((one) => [one.bottom, one.top - size.high]), top, bottom - size.high];
  /** @type {Spot | null} */
  let best = null;
  let least = Infinity;
  for (const x of xs) {
    for (const y of ys) {
      const frame = frameAt({ x, y }, size),
        far = distance(frame, goal);
      if (far >= least || !isFree(frame, taken)) continue;
      least = far;
      best = { x, y };
    }
  }
  return best;
}

/** From edge to edge; of two equally far, the one whose middle is nearer. @param {Frame} one @param {Frame} other */
function distance(one, other) {
  const across = Math.max(one.left - other.right, other.left - one.right, 0),
    down = Math.max(one.top - other.bottom, other.top - one.bottom, 0),
    sideways = one.left + one.right - other.left - other.right,
    upward = one.top + one.bottom - other.top - other.bottom;
  return Math.hypot(across, down) + Math.hypot(sideways, upward) / 100;
}

/** The largest part of the window that hides none of them; null where none can be read. @param {Frame[]} taken */
export function largestGap(taken) {
  const whole = room(),
    wide = taken.map(widened),
    all = [whole, ...wide],
    across = spans(
      all.flatMap(({ left, right }) => [left, right]),
      LEAST_PX.wide,
    ),
    down = spans(
      all.flatMap(({ top, bottom }) => [top, bottom]),
      LEAST_PX.high,
    ),
    frames = across.flatMap(([left, right]) => down.map(([top, bottom]) => ({ left, top, right, bottom }))),
    free = frames.filter((frame) => !wide.some((one) => meet(frame, one))),
    area = (/** @type {Frame} */ { left, top, right, bottom }) => (right - left) * (bottom - top);
  return free.sort((one, other) => area(other) - area(one))[0] ?? null;
}

/** From each of some ends to each that is far enough after it; the first two are those of the whole.
 * @param {number[]} ends @param {number} least */
function spans(ends, least) {
  const within = ends.filter((end) => end >= ends[0] && end <= ends[1]);
  return within.flatMap((start) => within.filter((end) => end - start >= least).map((end) => [start, end]));
}
