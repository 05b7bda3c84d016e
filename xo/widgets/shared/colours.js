// One scale for every value: orange below zero, white at zero, purple above. Pixels of the image run black to white.

/** @typedef {[number, number, number]} Colour */

/** @type {[number, Colour][]} PuOr, which stays readable under all three colour deficiencies */
const STOPS = [
  [-1, [127, 59, 8]],
  [-0.75, [179, 88, 6]],
  [-0.5, [224, 130, 20]],
  [-0.25, [253, 190, 110]],
  [0, [255, 255, 255]],
  [0.25, [200, 196, 224]],
  [0.5, [153, 142, 195]],
  [0.75, [104, 76, 156]],
  [1, [57, 16, 95]],
];

const STEPS = 512;
const TABLE = Array.from({ length: STEPS + 1 }, (_, step) => blend((step / STEPS) * 2 - 1));

/** @param {number} share from -1 to 1 @returns {Colour} */
function blend(share) {
  const upper = Math.max(
    1,
    STOPS.findIndex(([stop]) => share <= stop),
  );
  const [low, from] = STOPS[upper - 1],
    [high, to] = STOPS[upper];
  const part = (share - low) / (high - low);
  return /** @type {Colour} */ (from.map((channel, place) => Math.round(channel + part * (to[place] - channel))));
}

/**
 * The colour of a value.
 * @param {number} value
 * @param {number} limit where the scale ends
 * @returns {Colour}
 */
export function colourOf(value, limit) {
  const share = Math.max(-1, Math.min(1, value / limit));
  return TABLE[Math.round(((share + 1) / 2) * STEPS)];
}

/** The grey of a pixel: +1 is white ink, -1 black. @param {number} value @returns {Colour} */
export function greyOf(value) {
  const level = Math.round(20 + ((value + 1) / 2) * 235);
  return [level, level, level];
}

/** How bright a colour is to the eye, from 0 to 1, as WCAG 2 reckons it. @param {Colour} colour */
export function brightness(colour) {
  const [red, green, blue] = colour.map((channel) =>
    channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
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

/**
 * Where the scale of a network ends: a round number that all but the largest few of its values stay below.
 * @param {import("./engine.js").Stage[]} stages maps
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
