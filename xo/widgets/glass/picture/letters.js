// The letters on the picture.

export const FONT = '"Inter", "Segoe UI", system-ui, "DejaVu Sans", sans-serif';
const canvas = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1);

/** How wide a text is. @param {string} text @param {number} high @param {number} weight */
export function widthOf(text, high, weight) {
  const pen = canvas?.getContext("2d");
  if (!pen) return text.length * high * 0.6;
  pen.font = `${weight} ${high}px ${FONT}`;
  return pen.measureText(text).width;
}
