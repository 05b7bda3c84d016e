// Change a feature's pixel or a vote's weight by hand: click, drag, arrow keys, or type a number.

/**
 * @typedef {import("./engine.js").Layer} Layer
 * @typedef {import("./layout.js").Plate} Plate
 * @typedef {{key: (event: KeyboardEvent) => boolean}} Edit
 */

/**
 * The layers with one number replaced.
 * @param {Layer[]} layers @param {number} number of the layer, counted from 1 @param {number} place @param {number} value
 */
export function setWeight(layers, number, place, value) {
  return layers.map((layer) => {
    if (layer.number !== number) return layer;
    const weights = layer.weights.slice();
    weights[place] = Math.round(value * 1e4) / 1e4;
    return { ...layer, weights };
  });
}
