// Draw on the pad: mouse, finger and pen without gaps, or arrow keys and space.

/**
 * @typedef {{row: number, column: number}} Pixel
 * @typedef {object} Drawing what the pad needs to know and may do
 * @property {() => import("./engine.js").Stage} image
 * @property {boolean} erasing
 * @property {(values: Float64Array) => void} draw
 * @property {() => void} begin
 * @property {() => void} end
 */

/** @typedef {{offered: () => boolean, act: (pixel: Pixel) => void}} LongPress what to press long on a pixel does, and
 * whether it does now */

const LARGE = 20;
const LONG_MS = 600;

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

export class Pen {
  /** @param {HTMLElement} element laid over the pixels of the pad @param {Drawing} drawing
   * @param {(pixel: Pixel) => void} focus let the keyboard go on from a pixel @param {LongPress} [longPress] */
  constructor(element, drawing, focus, longPress) {
    this.element = element;
    this.drawing = drawing;
    this.focus = focus;
    this.longPress = longPress;
    this.timer = 0;
    /** @type {{id: number, ink: number, last: Pixel} | null} the stroke that goes on */
    this.stroke = null;
    element.addEventListener("pointerdown", (event) => this.down(event));
    // The browser, too, would move the focus: away from the pixel.
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("pointermove", (event) => this.move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"]))
      element.addEventListener(end, (event) => this.up(event));
    element.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  /** The pixel under a pointer, or one just outside. @param {PointerEvent} event @returns {Pixel} */
  pixelAt(event) {
    const box = this.element.getBoundingClientRect(),
      { rows, columns } = this.drawing.image(),
      inside = (/** @type {number} */ share, /** @type {number} */ count) =>
        Math.max(-1, Math.min(count, Math.floor(share * count)));
    return {
      row: inside((event.clientY - box.top) / box.height, rows),
      column: inside((event.clientX - box.left) / box.width, columns),
    };
  }

  /** @param {Pixel[]} pixels @param {number} value @param {boolean} [thick] */
  ink(pixels, value, thick = this.drawing.image().columns >= LARGE) {
    const image = this.drawing.image(),
      values = image.values.slice();
    for (const { row, column } of thick ? pixels.flatMap(thicken) : pixels) {
      if (row >= 0 && column >= 0 && row < image.rows && column < image.columns)
        for (let place = row * image.columns + column; place < values.length; place += image.rows * image.columns)
          values[place] = value; // of every map
    }
    if (values.some((pixel, place) => pixel !== image.values[place])) this.drawing.draw(values);
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (this.stroke || event.button === 1) return;
    this.element.setPointerCapture(event.pointerId);
    const erase = this.drawing.erasing !== (event.button === 2 || event.button === 5);
    this.stroke = { id: event.pointerId, ink: erase ? -1 : 1, last: this.pixelAt(event) };
    // Before the stroke begins: a slider that loses the focus ends its own.
    this.focus(this.stroke.last);
    this.drawing.begin();
    const { values } = this.drawing.image();
    this.ink([this.stroke.last], this.stroke.ink);
    if (this.longPress?.offered()) this.timer = window.setTimeout(() => this.takeBack(values), LONG_MS);
  }

  /** The pointer has rested on a pixel: that was no stroke. @param {Float64Array} before */
  takeBack(before) {
    const { stroke } = this;
    if (!stroke) return;
    this.stroke = null;
    this.drawing.draw(before);
    this.drawing.end();
    this.longPress?.act(stroke.last);
  }

  /** @param {PointerEvent} event */
  move(event) {
    const { stroke } = this;
    if (event.pointerId !== stroke?.id) return;
    const events = event.getCoalescedEvents?.() ?? [],
      pixels = [];
    for (const one of events.length ? events : [event]) {
      const next = this.pixelAt(one);
      if (next.row !== stroke.last.row || next.column !== stroke.last.column) clearTimeout(this.timer);
      pixels.push(...line(stroke.last, next));
      stroke.last = next;
    }
    this.drawing.begin(); // what follows an undo in its middle is a stroke of its own
    this.ink(pixels, stroke.ink);
  }

  /** @param {PointerEvent} event */
  up(event) {
    if (event.pointerId !== this.stroke?.id) return;
    clearTimeout(this.timer);
    this.stroke = null;
    this.drawing.end();
  }

  /** Where its view goes in the middle of a stroke, the stroke ends: other views would wait for that. */
  close() {
    clearTimeout(this.timer);
    if (this.stroke) this.drawing.end();
    this.stroke = null;
  }

  /** Draw or erase one pixel, as the space key does. @param {Pixel} pixel */
  flip(pixel) {
    const { columns, values } = this.drawing.image(),
      white = values[pixel.row * columns + pixel.column] > 0;
    this.drawing.begin();
    this.ink([pixel], white ? -1 : 1, false);
    this.drawing.end();
  }
}
