// Names of any length in the room that there is for one.
const SQUEEZED = 0.75; // so narrow letters may become
const MIDDLE = "…";

/**
 * A name for `room`: in smaller letters, then in narrower ones, and at last without its middle, so that names that
 * begin alike stay apart.
 * @param {string} name @param {number} room
 * @param {{most: number, least: number}} high how high the letters may be
 * @param {(text: string, high: number) => number} widthOf such letters
 * @returns {{text: string, high: number}} for `fillText` in this room, which makes the letters narrower
 */
export function fitName(name, room, { most, least }, widthOf) {
  const high = Math.max(least, Math.min(most, (most * room) / widthOf(name, most) || most)),
    letters = [...name];
  let text = name;
  for (let kept = letters.length - 1; kept > 1 && widthOf(text, high) * SQUEEZED > room; kept--) {
    const end = Math.floor(kept / 2);
    text = letters.slice(0, kept - end).join("") + MIDDLE + letters.slice(-end).join("");
  }
  return { text, high };
}
