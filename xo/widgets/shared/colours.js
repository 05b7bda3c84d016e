// One scale for every value: orange below zero, white at zero, purple above. Pixels of the image run black to white.

/** @typedef {[number, number, number]} Colour */

/** The stops of VALUES in xo/colours.py, at even distances: a test holds them equal. @type {Colour[]} */
const STOPS = [
  [127, 59, 8],
  [179, 88, 6],
  [224, 130, 20],
  [253, 190, 110],
  [255, 255, 255],
  [200, 196, 224],
  [153, 142, 195],
  [104, 76, 156],
  [57, 16, 95],
];

/** Fills for the categories, in turn: CATEGORIES of xo/colours.py. @type {Colour[]} */
const CATEGORIES = [
  [104, 73, 156],
  [253, 207, 147],
  [31, 111, 120],
  [242, 184, 198],
  [63, 63, 70],
  [207, 227, 168],
  [138, 59, 18],
  [188, 217, 245],
  [11, 79, 158],
  [230, 224, 212],
];

const STEPS = 512;

/**
 * A scale from its first stop to its last, 0 in the middle: the colour of a value, and all of it as a background.
 * @param {Colour[]} stops at even distances
 */
export function makeScale(stops) {
  const table = Array.from({ length: STEPS + 1 }, (_, step) => blend(stops, (step / STEPS) * (stops.length - 1)));
  return {
    /** @param {number} value @param {number} limit where the scale ends @returns {Colour} */
    colourOf(value, limit) {
      const share = Math.max(-1, Math.min(1, value / limit || 0));
      return table[Math.round(((share + 1) / 2) * STEPS)];
    },
    gradient: `linear-gradient(to right, ${stops.map(css).join(", ")})`,
  };
}

/** @param {Colour[]} stops @param {number} place from 0 to the last stop @returns {Colour} */
function blend(stops, place) {
  const lower = Math.min(Math.floor(place), stops.length - 2),
    mix = (/** @type {0 | 1 | 2} */ channel) =>
      Math.round(stops[lower][channel] + (place - lower) * (stops[lower + 1][channel] - stops[lower][channel]));
  return [mix(0), mix(1), mix(2)];
}

const VALUES = makeScale(STOPS);

/**
 * The colour of a value; what is no number has that of 0.
 * @param {number} value
 * @param {number} limit where the scale ends
 * @returns {Colour}
 */
export function colourOf(value, limit) {
  return VALUES.colourOf(value, limit);
}

/** The grey of a pixel: +1 is white ink, -1 black. @param {number} value @returns {Colour} */
export function greyOf(value) {
  const level = Math.round(20 + ((Math.max(-1, Math.min(1, value)) + 1) / 2) * 235);
  return [level, level, level];
}

/** The fill for a category. @param {number} category */
export function fillOf(category) {
  return CATEGORIES[category % CATEGORIES.length];
}

/** How bright a colour is to the eye, from 0 to 1, as WCAG 2 reckons it. @param {Colour} colour */
export function brightness(colour) {
  const [red, green, blue] = colour.map((channel) =>
    channel <= 0.04045 * 255 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever stands out more on a colour: always by 4.58 to 1 or more. @param {Colour} colour */
export function inkOn(colour) {
  return (brightness(colour) + 0.05) ** 2 > 1.05 * 0.05 ? "#000" : "#fff";
}

/** @param {Colour} colour */
export function css([red, green, blue]) {
  return `rgb(${red},${green},${blue})`;
}

/** The scale from its one end to the other, as a background. */
export function gradient() {
  return VALUES.gradient;
}

/**
 * Where the scale of a network ends: a round number that all but the largest few of its values stay below.
 * @param {{values: ArrayLike<number>}[]} stages maps
 */
export function chooseLimit(stages) {
  const sizes = stages
    .flatMap((stage) => Array.from(stage.values, Math.abs))
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const large = sizes[Math.floor(sizes.length * 0.97)] ?? 1,
    power = 10 ** Math.floor(Math.log10(large) + 1e-9);
  return ([1, 2, 3, 5, 10].find((step) => step * power >= large - 1e-9) ?? 10) * power;
}
