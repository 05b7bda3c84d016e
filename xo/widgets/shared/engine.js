// The forward pass of a network in the browser: the same numbers as xo, while the pen moves.

/**
 * @typedef {object} Stage what comes out of a layer; a list of values is one map, one column wide
 * @property {number} maps
 * @property {number} rows
 * @property {number} columns
 * @property {boolean} list
 * @property {Float64Array} values map by map, row by row
 *
 * @typedef {object} Layer
 * @property {string} kind Convolution, ReLU, Pooling, Voting, or Listing (maps read as one list)
 * @property {number} number counted from 1 as in Python; 0 for a Listing, which Python does not name
 * @property {boolean} on
 * @property {string} own the name of the learner's function that takes its place, or ""
 * @property {boolean} [answered] whether that function made the numbers shown; else the built-in layer stands in
 * @property {number[]} shape of the weights: features, maps, rows, columns or categories, values
 * @property {Float64Array} weights
 * @property {Float64Array | null} biases
 * @property {number} padding
 * @property {number} window
 * @property {number} stride
 *
 * @typedef {{kind: string, shape?: number[], bias?: boolean, padding?: number, window?: number, stride?: number,
 *            on?: boolean, own?: string}} LayerPlan what Python sends of a layer beside its numbers
 */

/**
 * The layers that Python sent.
 * @param {LayerPlan[]} plans
 * @param {Float64Array} numbers all weights and biases, layer by layer
 * @returns {Layer[]}
 */
export function readLayers(plans, numbers) {
  let place = 0;
  const take = (/** @type {number} */ count) => numbers.slice(place, (place += count));
  return plans.map((plan, index) => {
    const shape = plan.shape ?? [];
    const weights = take(shape.length ? shape.reduce((product, side) => product * side, 1) : 0);
    const biases = plan.bias ? take(shape[0]) : null;
    const { padding = 0, window = 1, stride = 1, on = true, own = "" } = plan;
    return { kind: plan.kind, number: index + 1, on, own, shape, weights, biases, padding, window, stride };
  });
}

/**
 * The numbers of all layers, in the order in which `readLayers` takes them.
 * @param {Layer[]} layers
 */
export function writeNumbers(layers) {
  return Float64Array.from(layers.flatMap((layer) => [...layer.weights, ...(layer.biases ?? [])]));
}

/**
 * The layers that are switched on, with a Listing before a vote that reads maps.
 * @param {Layer[]} layers
 * @returns {Layer[]}
 */
export function unfold(layers) {
  let list = false;
  return layers
    .filter((layer) => layer.on)
    .flatMap((layer) => {
      if (layer.kind !== "Voting" || list) return [layer];
      list = true;
      return [
        { ...layer, kind: "Listing", number: 0, own: "", shape: [], biases: null, weights: new Float64Array(0) },
        layer,
      ];
    });
}

/**
 * The size of what comes out, or a sentence about why the layer does not fit.
 * @param {Layer} layer
 * @param {Stage} from
 * @returns {{maps: number, rows: number, columns: number, list: boolean} | string}
 */
export function outputSize(layer, from) {
  if (layer.kind === "ReLU") return from;
  if (layer.kind === "Listing") return { maps: 1, rows: from.values.length, columns: 1, list: true };
  if (layer.kind === "Voting") {
    if (layer.shape[1] !== from.values.length)
      return `the votes expect ${layer.shape[1]} values, not ${from.values.length}`;
    return { maps: 1, rows: layer.shape[0], columns: 1, list: true };
  }
  if (from.list) return `${layer.kind.toLowerCase()} expects maps, not a list`;
  if (layer.kind === "Pooling") {
    const [rows, columns] = [from.rows, from.columns].map((side) => {
      const windows = Math.max(0, Math.ceil((side - layer.window) / layer.stride)) + 1;
      return Math.min(windows, Math.ceil(side / layer.stride));
    });
    return { maps: from.maps, rows, columns, list: false };
  }
  const [features, maps, high, wide] = layer.shape;
  if (maps !== from.maps) return `the features expect ${maps} maps, not ${from.maps}`;
  const rows = from.rows + 2 * layer.padding - high + 1;
  const columns = from.columns + 2 * layer.padding - wide + 1;
  if (rows < 1 || columns < 1) return "the features are larger than the maps";
  return { maps: features, rows, columns, list: false };
}

/**
 * The image and what every (unfolded) layer makes of it.
 * @param {Stage} image
 * @param {Layer[]} layers
 * @param {Map<number, Float64Array>} [answers] what the learner's functions made, by layer number
 * @returns {Stage[]}
 */
export function runLayers(image, layers, answers) {
  const stages = [image];
  for (const layer of layers) {
    const from = stages[stages.length - 1];
    const size = outputSize(layer, from);
    if (typeof size === "string") throw new Error(size);
    const answer = answers?.get(layer.number);
    const fits = answer?.length === size.maps * size.rows * size.columns;
    const values = answer && fits ? answer : FORWARD[layer.kind](layer, from, size);
    stages.push({ maps: size.maps, rows: size.rows, columns: size.columns, list: size.list, values });
  }
  return stages;
}

/** @type {Record<string, (layer: Layer, from: Stage, to: {maps: number, rows: number, columns: number}) => Float64Array>} */
const FORWARD = {
  Convolution: filterMaps,
  ReLU: (_, from) => from.values.map((value) => (value > 0 ? value : 0)),
  Pooling: pool,
  Listing: (_, from) => from.values,
  Voting: castVotes,
};

/**
 * One padded copy of the maps, background (-1) around each.
 * @param {Stage} from
 * @param {number} padding
 * @returns {Stage}
 */
export function pad(from, padding) {
  if (!padding) return from;
  const rows = from.rows + 2 * padding,
    columns = from.columns + 2 * padding;
  const values = new Float64Array(from.maps * rows * columns).fill(-1);
  for (let map = 0; map < from.maps; map++) {
    for (let row = 0; row < from.rows; row++) {
      const start = (map * from.rows + row) * from.columns;
      const line = from.values.subarray(start, start + from.columns);
      values.set(line, (map * rows + row + padding) * columns + padding);
    }
  }
  return { maps: from.maps, rows, columns, list: false, values };
}

/** Every feature at every place: the sum over all maps, divided by the pixels of the feature, plus the bias.
 * @param {Layer} layer @param {Stage} from @param {{maps: number, rows: number, columns: number}} to */
function filterMaps(layer, from, to) {
  const [, maps, high, wide] = layer.shape;
  const padded = pad(from, layer.padding),
    size = to.rows * to.columns,
    pixels = maps * high * wide;
  const values = new Float64Array(to.maps * size);
  for (let feature = 0; feature < to.maps; feature++) {
    const sums = values.subarray(feature * size, (feature + 1) * size);
    for (let pixel = 0; pixel < pixels; pixel++) {
      const weight = layer.weights[feature * pixels + pixel];
      const map = Math.floor(pixel / (high * wide)),
        down = Math.floor(pixel / wide) % high,
        right = pixel % wide;
      for (let row = 0, cell = 0; row < to.rows; row++) {
        let place = (map * padded.rows + row + down) * padded.columns + right;
        for (let column = 0; column < to.columns; column++) sums[cell++] += weight * padded.values[place++];
      }
    }
    const bias = layer.biases ? layer.biases[feature] : 0;
    for (let cell = 0; cell < size; cell++) sums[cell] = sums[cell] / pixels + bias;
  }
  return values;
}

/** The largest value in each window; the last window may hang over the edge.
 * @param {Layer} layer @param {Stage} from @param {{maps: number, rows: number, columns: number}} to */
function pool(layer, from, to) {
  const values = new Float64Array(to.maps * to.rows * to.columns);
  let cell = 0;
  for (let map = 0; map < to.maps; map++) {
    for (let row = 0; row < to.rows; row++) {
      for (let column = 0; column < to.columns; column++) {
        values[cell++] = from.values[findWinner(layer, from, map, row, column)];
      }
    }
  }
  return values;
}

/**
 * Where the largest value of a window stands: the first one where cells tie.
 * @param {Layer} layer @param {Stage} from @param {number} map @param {number} row @param {number} column
 */
export function findWinner(layer, from, map, row, column) {
  const top = row * layer.stride,
    left = column * layer.stride;
  const bottom = Math.min(top + layer.window, from.rows),
    right = Math.min(left + layer.window, from.columns);
  let winner = (map * from.rows + top) * from.columns + left;
  for (let down = top; down < bottom; down++) {
    for (let across = left; across < right; across++) {
      const place = (map * from.rows + down) * from.columns + across;
      if (from.values[place] > from.values[winner]) winner = place;
    }
  }
  return winner;
}

/** Weighted values, added up for each category.
 * @param {Layer} layer @param {Stage} from */
function castVotes(layer, from) {
  const [categories, count] = layer.shape;
  const votes = new Float64Array(categories);
  for (let category = 0; category < categories; category++) {
    for (let place = 0; place < count; place++) {
      votes[category] += layer.weights[category * count + place] * from.values[place];
    }
    if (layer.biases) votes[category] += layer.biases[category];
  }
  return votes;
}
