// Canvases: sharp on every screen, and given back when a widget goes.
import { css, greyOf } from "./colours.js";

const LETTERS_PX = 14; // as they usually are (panels.css)
const GAP_FROM_PX = 8; // pixels of this size have a thin line between them

/** A sharp canvas of this size, wiped. @param {HTMLCanvasElement} canvas @param {number} width
 * @param {number} height */
export function prepare(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1,
    wide = Math.round(width * ratio),
    high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const context = canvas.getContext("2d");
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/**
 * An image on a canvas: white ink on black, with thin lines where there is room.
 * @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} values @param {number} rows @param {number} columns
 * @param {number} side
 */
export function paintPixels(canvas, values, rows, columns, side) {
  const context = prepare(canvas, columns * side, rows * side);
  if (!context) return;
  const inner = side >= GAP_FROM_PX ? side - 1 : side;
  for (let place = 0; place < rows * columns; place++) {
    context.fillStyle = css(greyOf(values[place]));
    context.fillRect((place % columns) * side, Math.floor(place / columns) * side, inner, inner);
  }
}

/** Empty an element for good. Browsers keep a canvas that nothing shows for minutes, unless it has no size.
 * @param {HTMLElement} root */
export function dispose(root) {
  for (const canvas of root.querySelectorAll("canvas")) canvas.width = canvas.height = 0;
  root.replaceChildren();
  root.remove();
}

/**
 * The colours that a canvas takes from its widget, which has the page's, and how much larger letters are than usual.
 * @param {HTMLElement} root
 */
export function readTheme(root) {
  const style = getComputedStyle(root),
    read = (/** @type {string} */ name) => style.getPropertyValue(`--xo-${name}`).trim();
  return {
    text: style.color,
    ground: style.backgroundColor,
    soft: read("soft"),
    line: read("line"),
    light: read("light"),
    scale: (parseFloat(style.fontSize) || LETTERS_PX) / LETTERS_PX, // a widget that is in no page yet has none
  };
}
