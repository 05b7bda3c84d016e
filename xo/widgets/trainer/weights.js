// The numbers that a network learns, as small maps: its features and what its votes listen to, one scale a layer.
import { colourOf, css } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { kindOf } from "../shared/layers/kinds.js";
import { decimal } from "../shared/numbers.js";
import { prepare } from "../shared/canvas.js";

/**
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {import("../shared/engine.js").Stage} Stage
 * @typedef {object} Tile a small map of weights
 * @property {number} offset where its numbers begin
 * @property {number} rows
 * @property {number} columns
 * @typedef {{name: string, detail: string, tiles: Tile[], across: number, labels: string[]}} Group the weights of a layer
 */

/**
 * How the weights of a layer are laid out, or null where it has none.
 * @param {Layer} layer
 * @param {Stage} from what the layer reads
 * @param {string[]} categories
 * @returns {Group | null}
 */
export function group(layer, from, categories) {
  const kind = kindOf(layer),
    group = kind.weights?.(layer, from);
  if (!group) return null;
  return kind.votes && layer.shape[0] === categories.length
    ? { ...group, name: "votes", labels: categories }
    : { ...group, labels: [] };
}

/** The largest weight, whatever its sign. @param {ArrayLike<number>} weights */
export function widest(weights) {
  let most = 0;
  for (let place = 0; place < weights.length; place++) most = Math.max(most, Math.abs(weights[place]));
  return most;
}

/** The side of a weight on the screen, so that a row of tiles fits. @param {Group} one @param {number} width */
export function chooseSide({ tiles, across, labels }, width) {
  const room = width - (labels.length ? 22 : 0),
    [{ columns, rows }] = tiles;
  return Math.max(2, Math.min(16, 66 / Math.max(rows, columns), (room / across - 6) / columns));
}

export class WeightsPanel {
  /** @param {Layer[]} layers unfolded @param {Stage[]} stages @param {string[]} categories @param {() => number} width */
  constructor(layers, stages, categories, width) {
    this.width = width;
    this.element = make("div", "weights");
    this.groups = layers.flatMap((layer, place) => {
      const listed = place > 0 && stages[place].list && !stages[place - 1].list;
      const found = group(layer, stages[listed ? place - 1 : place], categories);
      if (!found) return [];
      const heading = make("div", "weights-heading"),
        canvas = make("canvas", "", "", { role: "img" });
      const scale = make("span", "soft");
      heading.append(make("b", "", found.name), make("span", "soft", ` ${found.detail}, `), scale);
      const box = make("div", "weights-group");
      box.append(heading, canvas);
      this.element.append(box);
      return [{ ...found, place, canvas, scale }];
    });
  }

  /** @param {Layer[]} layers unfolded, as in the beginning but with other numbers @param {string} ink the colour of text */
  paint(layers, ink) {
    for (const one of this.groups) {
      const { weights } = layers[one.place],
        most = widest(weights) || 1;
      one.scale.textContent = `\u00b1${decimal(most)}`;
      one.canvas.setAttribute(
        "aria-label",
        `Weights of ${one.name}, ${one.detail}, from minus to plus ${decimal(most)}`,
      );
      paintGroup(one.canvas, one, weights, most, this.width(), ink);
    }
  }
}

/** @param {HTMLCanvasElement} canvas @param {Group} one @param {Float64Array} weights @param {number} most @param {number} width @param {string} ink */
function paintGroup(canvas, one, weights, most, width, ink) {
  const [{ rows, columns }] = one.tiles,
    side = chooseSide(one, width),
    left = one.labels.length ? 22 : 0;
  const gap = side < 5 ? 3 : 6,
    wide = columns * side + gap,
    high = rows * side + gap,
    down = Math.ceil(one.tiles.length / one.across);
  const pen = prepare(canvas, left + one.across * wide, down * high);
  if (!pen) return;
  pen.font = "600 14px system-ui, sans-serif";
  pen.textBaseline = "middle";
  pen.fillStyle = ink;
  for (const [row, label] of one.labels.entries()) pen.fillText(label, 2, row * high + (high - gap) / 2);
  one.tiles.forEach(({ offset }, place) => {
    const x = left + (place % one.across) * wide,
      y = Math.floor(place / one.across) * high;
    for (let cell = 0; cell < rows * columns; cell++) {
      pen.fillStyle = css(colourOf(weights[offset + cell], most));
      pen.fillRect(x + (cell % columns) * side, y + Math.floor(cell / columns) * side, side + 0.5, side + 0.5);
    }
    pen.strokeStyle = "rgba(128,128,128,.7)";
    pen.lineWidth = 1;
    pen.strokeRect(x + 0.5, y + 0.5, columns * side - 0.5, rows * side - 0.5);
  });
}

/** The numbers of all layers as lines of text. @param {Layer[]} layers */
export function writeWeights(layers) {
  return layers
    .flatMap((layer) => {
      if (!layer.weights.length) return [];
      const last = layer.shape[layer.shape.length - 1],
        lines = [`${layer.kind} ${layer.shape.join("×")}`];
      for (let start = 0; start < layer.weights.length; start += last) {
        lines.push(
          Array.from(layer.weights.subarray(start, start + last), (value) => decimal(value, 2).padStart(6)).join(""),
        );
      }
      if (layer.biases) lines.push(`biases ${Array.from(layer.biases, (value) => decimal(value, 2)).join(" ")}`);
      return lines;
    })
    .join("\n");
}
