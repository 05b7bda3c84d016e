// The letters on the picture.

export const FONT = '"Inter", "Segoe UI", system-ui, "DejaVu Sans", sans-serif';
/** A narrow face of the same kind, where a system has one: for numbers in small cells. */
const NARROW = '"Arial Narrow", "Liberation Sans Narrow", "Avenir Next Condensed", "Roboto Condensed"';
export const NARROW_FONT = `${NARROW}, ${FONT}`;
export const PROJECTED_PX = 17; // the least height of letters for the back row
const MOST_KEPT = 2000;
const canvas = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1);
/** Widths that were asked for: while a picture is laid out, the same few are, some hundred times. */
const kept = /** @type {Map<string, number>} */ (new Map());

/** How wide a text is. @param {string} text @param {number} high @param {number} weight
 * @param {string} [font] */
export function widthOf(text, high, weight, font = FONT) {
  const letters = `${weight} ${high}px ${font}`,
    key = `${letters} ${text}`,
    known = kept.get(key);
  if (known !== undefined) return known;
  const width = measure(text, letters) ?? text.length * high * 0.6;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, width);
  return width;
}

/** @param {string} text @param {string} letters as CSS says them */
function measure(text, letters) {
  const pen = canvas?.getContext("2d");
  if (!pen) return null;
  pen.font = letters;
  return pen.measureText(text).width;
}
