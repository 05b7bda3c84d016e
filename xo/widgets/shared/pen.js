// Draw on the pad: mouse, finger and pen without gaps, or arrow keys and space.

/**
 * @typedef {{row: number, column: number}} Pixel
 * @typedef {object} Drawing what the pad needs to know and may do
 * @property {() => import("./engine.js").Stage} image
 * @property {() => boolean} erasing
 * @property {(values: Float64Array) => void} draw
 * @property {() => void} begin
 * @property {() => void} end
 * @property {(pixel: Pixel) => void} focus let the keyboard go on from a pixel
 */

const LARGE = 20;

/**
 * All pixels on the line between two (both included), without gaps.
 * @param {Pixel} from
 * @param {Pixel} to
 * @returns {Pixel[]}
 */
export function line(from, to) {
  const steps = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column), 1);
  return Array.from({ length: steps + 1 }, (_, step) => ({
    row: Math.round(from.row + ((to.row - from.row) * step) / steps),
    column: Math.round(from.column + ((to.column - from.column) * step) / steps),
  }));
}

/** On a large pad the pen is two pixels wide. @param {Pixel} pixel */
function thicken({ row, column }) {
  return [
    { row, column },
    { row: row + 1, column },
    { row, column: column + 1 },
    { row: row + 1, column: column + 1 },
  ];
}

/**
 * @param {HTMLElement} element laid over the pixels of the pad
 * @param {Drawing} drawing
 */
export function listenToPen(element, drawing) {
  /** @type {{id: number, ink: number, last: Pixel} | null} */
  let pen = null;

  const at = (/** @type {PointerEvent} */ event) => {
    const box = element.getBoundingClientRect(),
      { rows, columns } = drawing.image();
    const inside = (/** @type {number} */ value, /** @type {number} */ most) =>
      Math.max(-1, Math.min(most, Math.floor(value)));
    return {
      row: inside(((event.clientY - box.top) / box.height) * rows, rows),
      column: inside(((event.clientX - box.left) / box.width) * columns, columns),
    };
  };
  const ink = (
    /** @type {Pixel[]} */ pixels,
    /** @type {number} */ value,
    thick = drawing.image().columns >= LARGE,
  ) => {
    const image = drawing.image(),
      values = image.values.slice();
    for (const { row, column } of thick ? pixels.flatMap(thicken) : pixels) {
      if (row >= 0 && column >= 0 && row < image.rows && column < image.columns)
        values[row * image.columns + column] = value;
    }
    if (values.some((pixel, place) => pixel !== image.values[place])) drawing.draw(values);
  };
  const down = (/** @type {PointerEvent} */ event) => {
    if (pen || event.button === 1) return;
    element.setPointerCapture(event.pointerId);
    const erase = drawing.erasing() !== (event.button === 2 || event.button === 5);
    pen = { id: event.pointerId, ink: erase ? -1 : 1, last: at(event) };
    // Before the stroke begins: a slider that loses the focus ends its own.
    drawing.focus(pen.last);
    drawing.begin();
    ink([pen.last], pen.ink);
  };
  const move = (/** @type {PointerEvent} */ event) => {
    if (event.pointerId !== pen?.id) return;
    const events = event.getCoalescedEvents?.() ?? [];
    const pixels = [];
    for (const one of events.length ? events : [event]) {
      const next = at(one);
      pixels.push(...line(pen.last, next));
      pen.last = next;
    }
    ink(pixels, pen.ink);
  };
  const up = (/** @type {PointerEvent} */ event) => {
    if (event.pointerId !== pen?.id) return;
    pen = null;
    drawing.end();
  };
  element.addEventListener("pointerdown", down);
  // The browser, too, would move the focus: away from the pixel.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("lostpointercapture", up);
  element.addEventListener("contextmenu", (event) => event.preventDefault());
  return {
    /** Draw or erase one pixel, as the space key does. @param {Pixel} pixel */
    flip(pixel) {
      const image = drawing.image(),
        value = image.values[pixel.row * image.columns + pixel.column];
      drawing.begin();
      ink([pixel], value > 0 ? -1 : 1, false);
      drawing.end();
    },
    drawing: () => pen !== null,
  };
}
