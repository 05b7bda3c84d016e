// The numbers that the grids of the picture show.

/**
 * @typedef {import("./layout.js").Grid} Grid
 * @typedef {import("./layout.js").Pass} Pass
 */

const NOTHING = new Float64Array(0);

/** The numbers that a grid shows; turned backward, their slopes. @param {Grid} grid @param {Pass[]} passes
 * @returns {Float64Array} */
export function numbersOf(grid, passes) {
  const { stages, layers, back } = passes[grid.pass];
  const layer = back?.gradients[grid.stage - 1] ?? layers[grid.stage - 1];
  if (grid.kind === "feature" || grid.kind === "weights") return layer.weights;
  if (grid.kind === "bias") return layer.biases ?? NOTHING;
  const { values, slopes } = stages[grid.stage];
  return (back && slopes) || values;
}

/** @param {ArrayLike<number>} numbers */
export function largest(numbers) {
  let most = 0;
  for (let place = 0; place < numbers.length; place++) most = Math.max(most, Math.abs(numbers[place]));
  return most;
}
