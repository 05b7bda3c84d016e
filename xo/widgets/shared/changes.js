// Shift, resize, turn, thicken, spoil: the formulas of xo/breaking/changes.py, in the browser. Around the image lies
// background (-1).

/**
 * @typedef {{values: Float64Array, rows: number, columns: number}} Picture
 * @typedef {{rows: number, columns: number, size: number, degrees: number, thickness: number, noise: number}} Settings
 */

/** Down by `rows`, right by `columns`. @param {Picture} picture @param {number} rows @param {number} columns */
export function shift(picture, rows, columns) {
  return sample(picture, (row, column) => [row - rows, column - columns], false);
}

/** Grow or shrink about the centre. @param {Picture} picture @param {number} factor */
export function resize(picture, factor) {
  return sample(picture, (row, column) => [row / factor, column / factor], true);
}

/** Turn about the centre, anticlockwise. @param {Picture} picture @param {number} degrees */
export function rotate(picture, degrees) {
  const angle = (degrees * Math.PI) / 180,
    exact = (/** @type {number} */ value) => (Math.abs(value) > 1e-12 ? value : 0);
  const cosine = exact(Math.cos(angle)),
    sine = exact(Math.sin(angle));
  return sample(picture, (row, column) => [row * cosine + column * sine, column * cosine - row * sine], true);
}

/** Let the ink run (or dry, below 0), a step for each whole number. @param {Picture} picture @param {number} amount */
export function thicken(picture, amount) {
  const pick = amount > 0 ? Math.max : Math.min,
    steps = Math.floor(Math.abs(amount)),
    part = Math.abs(amount) - steps;
  let now = picture;
  for (let step = 0; step < steps; step++) now = run(now, pick);
  const next = run(now, pick);
  return { ...picture, values: now.values.map((value, place) => value * (1 - part) + next.values[place] * part) };
}

/** Black for white. @param {Picture} picture @returns {Picture} */
export function invert(picture) {
  return { ...picture, values: picture.values.map((value) => 0 - value) };
}

/** @param {Picture} picture @param {number} amount @param {Float64Array} grain random numbers, one a pixel
 * @returns {Picture} */
function addNoise(picture, amount, grain) {
  return {
    ...picture,
    values: picture.values.map((value, place) => Math.max(-1, Math.min(1, value + amount * grain[place]))),
  };
}

/**
 * All changes of the break-it lab, in the order of xo/breaking.py.
 * @param {Picture} picture @param {Settings} settings @param {Float64Array} grain
 */
export function change(picture, { rows, columns, size, degrees, thickness, noise }, grain) {
  // What would change nothing is left out: a map asks for a hundred images while the pen moves.
  let made = thickness ? thicken(picture, thickness) : picture;
  if (size !== 1) made = resize(made, size);
  if (degrees) made = rotate(made, degrees);
  if (rows || columns) made = shift(made, rows, columns);
  return noise ? addNoise(made, noise, grain) : made;
}

/**
 * Look up each new pixel at its place in the old picture, blending the 4 pixels around that place.
 * @param {Picture} picture @param {(row: number, column: number) => number[]} source @param {boolean} centred
 * @returns {Picture}
 */
function sample({ values, rows, columns }, source, centred) {
  const middle = centred ? [(rows - 1) / 2, (columns - 1) / 2] : [0, 0],
    made = new Float64Array(values.length);
  const look = (/** @type {number} */ row, /** @type {number} */ column) =>
    row >= 0 && row < rows && column >= 0 && column < columns ? values[row * columns + column] : -1;
  for (let place = 0; place < made.length; place++) {
    const [down, across] = source(Math.floor(place / columns) - middle[0], (place % columns) - middle[1]);
    const row = down + middle[0],
      column = across + middle[1],
      top = Math.floor(row),
      left = Math.floor(column);
    const below = row - top,
      beside = column - left;
    const upper = look(top, left) * (1 - beside) + look(top, left + 1) * beside;
    const lower = look(top + 1, left) * (1 - beside) + look(top + 1, left + 1) * beside;
    made[place] = upper * (1 - below) + lower * below;
  }
  return { values: made, rows, columns };
}

/** Each pixel becomes the largest (smallest) among itself and its 4 neighbours. @param {Picture} picture
 * @param {(...values: number[]) => number} pick @returns {Picture} */
function run({ values, rows, columns }, pick) {
  const made = values.map((value, place) => {
    const row = Math.floor(place / columns),
      column = place % columns;
    let best = value;
    if (row > 0) best = pick(best, values[place - columns]);
    if (row < rows - 1) best = pick(best, values[place + columns]);
    if (column > 0) best = pick(best, values[place - 1]);
    if (column < columns - 1) best = pick(best, values[place + 1]);
    return best;
  });
  return { values: made, rows, columns };
}
