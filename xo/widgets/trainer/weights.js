// The numbers that a network learns, as small maps: its features and what its votes listen to, one scale a layer.
import { colourOf } from "../shared/colours.js";
import { make, setText } from "../shared/dom.js";
import { kindOf } from "../shared/layers/kinds.js";
import { decimal } from "../shared/numbers.js";
import { prepare } from "../shared/canvas.js";

const LABELS_PX = 22;

/**
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {import("../shared/engine.js").Stage} Stage
 * @typedef {object} Tile a small map of weights
 * @property {number} offset where its numbers begin
 * @property {number} rows
 * @property {number} columns
 * @typedef {{name: string, detail: string, tiles: Tile[], across: number, labels: string[]}} Group the weights of a
 *   layer
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
  const room = width - (labels.length ? LABELS_PX : 0),
    [{ columns, rows }] = tiles;
  return Math.max(2, Math.min(16, 66 / Math.max(rows, columns), (room / across - 6) / columns));
}

export class WeightsPanel {
  /** @param {Layer[]} layers unfolded @param {Stage[]} stages @param {string[]} categories
   * @param {() => number} width */
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

  /** @param {Layer[]} layers unfolded, as in the beginning but with other numbers
   * @param {string} ink the colour of text */
  paint(layers, ink) {
    for (const one of this.groups) {
      const { weights } = layers[one.place],
        most = widest(weights) || 1;
      setText(one.scale, `\u00b1${decimal(most)}`);
      one.canvas.setAttribute(
        "aria-label",
        `Weights of ${one.name}, ${one.detail}, from minus to plus ${decimal(most)}`,
      );
      paintGroup(one.canvas, one, weights, most, this.width(), ink);
    }
  }
}

const BORDER = toPixel([128, 128, 128], 178);

/** A colour as an ImageData holds it. @param {import("../shared/colours.js").Colour} colour @param {number} [alpha] */
function toPixel([red, green, blue], alpha = 255) {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/**
 * Pixel by pixel, for a thousand rectangles would take half a frame.
 * @param {HTMLCanvasElement} canvas @param {Group} one @param {Float64Array} weights @param {number} most
 * @param {number} width @param {string} ink
 */
function paintGroup(canvas, one, weights, most, width, ink) {
  const [{ rows, columns }] = one.tiles,
    side = chooseSide(one, width),
    left = one.labels.length ? LABELS_PX : 0;
  const gap = side < 5 ? 3 : 6,
    wide = columns * side + gap,
    high = rows * side + gap,
    down = Math.ceil(one.tiles.length / one.across);
  const size = { width: left + one.across * wide, height: down * high },
    pen = prepare(canvas, size.width, size.height);
  if (!pen) return;
  const image = pen.createImageData(canvas.width, canvas.height),
    pixels = new Uint32Array(image.data.buffer),
    ratio = canvas.width / size.width,
    round = (/** @type {number} */ place) => Math.round(place * ratio);
  /** @param {number} x @param {number} y @param {number} right @param {number} bottom all in pixels of the screen
   * @param {number} pixel */
  const fill = (x, y, right, bottom, pixel) => {
    for (let row = y; row < bottom; row++) pixels.fill(pixel, row * canvas.width + x, row * canvas.width + right);
  };
  one.tiles.forEach(({ offset }, place) => {
    const x = left + (place % one.across) * wide,
      y = Math.floor(place / one.across) * high,
      [right, bottom] = [round(x + columns * side), round(y + rows * side)];
    fill(round(x), round(y), right + 1, bottom + 1, BORDER);
    for (let cell = 0; cell < rows * columns; cell++) {
      const [row, column] = [Math.floor(cell / columns), cell % columns],
        start = [round(x + column * side), round(y + row * side)],
        end = [round(x + (column + 1) * side), round(y + (row + 1) * side)],
        pixel = toPixel(colourOf(weights[offset + cell], most));
      fill(start[0] + (column ? 0 : 1), start[1] + (row ? 0 : 1), end[0], end[1], pixel);
    }
  });
  pen.putImageData(image, 0, 0);
  pen.font = "600 14px system-ui, sans-serif";
  pen.textBaseline = "middle";
  pen.fillStyle = ink;
  for (const [row, label] of one.labels.entries()) pen.fillText(label, 2, row * high + (high - gap) / 2);
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
