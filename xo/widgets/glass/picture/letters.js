// The letters on the picture.

export const FONT = '"Inter", "Segoe UI", system-ui, "DejaVu Sans", sans-serif';
/** A narrow face of the same kind, where a system has one: for numbers in small cells. */
const NARROW = '"Arial Narrow", "Liberation Sans Narrow", "Avenir Next Condensed", "Roboto Condensed"';
export const NARROW_FONT = `${NARROW}, ${FONT}`;
export const PROJECTED_PX = 17; // the least height of letters for the back row
const canvas = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1);

/** How wide a text is. @param {string} text @param {number} high @param {number} weight
 * @param {string} [font] */
export function widthOf(text, high, weight, font = FONT) {
  const pen = canvas?.getContext("2d");
  if (!pen) return text.length * high * 0.6;
  pen.font = `${weight} ${high}px ${font}`;
  return pen.measureText(text).width;
}
