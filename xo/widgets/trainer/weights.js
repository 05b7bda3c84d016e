// The numbers that a network learns, as small maps: its features and what its votes listen to, one scale a layer.
import { prepare } from "../shared/canvas.js";
import { colourOf, gradient } from "../shared/colours.js";
import { make, setText } from "../shared/dom.js";
import { kindOf } from "../shared/layers/kinds.js";
import { fitName } from "../shared/names.js";
import { decimal } from "../shared/numbers.js";

const LETTER_PX = 9,
  [LABELS_PX, MOST_LABELS_PX] = [22, 100];
const LEAST_LABEL_PX = 11;
const MOST_PX = 400;

/**
 * @typedef {import("../shared/engine.js").Layer} Layer
 * @typedef {import("../shared/engine.js").Stage} Stage
 * @typedef {{text: string, scale: number}} Theme the colour of letters, and how much larger they are than usual
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

/** The room for the names of the categories on the left. @param {string[]} labels @param {number} scale */
function labelsWide(labels, scale) {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return longest && scale * Math.min(MOST_LABELS_PX, Math.max(LABELS_PX, 6 + LETTER_PX * longest));
}

/** The side of a weight on the screen, so that a row of tiles fits. @param {Group} one @param {number} width
 * @param {number} [scale] how much larger all is than usual */
export function chooseSide({ tiles, across, labels }, width, scale = 1) {
  const room = width - labelsWide(labels, scale),
    [{ columns, rows }] = tiles;
  return Math.max(2, Math.min(16 * scale, (66 * scale) / Math.max(rows, columns), (room / across - 6) / columns));
}

export class WeightsPanel {
  /** @param {Layer[]} layers unfolded @param {Stage[]} stages @param {string[]} categories
   * @param {() => void} opened all numbers are asked for */
  constructor(layers, stages, categories, opened) {
    this.element = make("section", "column");
    this.maps = make("div", "weights");
    this.groups = layers.flatMap((layer, place) => {
      const listed = place > 0 && stages[place].list && !stages[place - 1].list,
        found = group(layer, stages[listed ? place - 1 : place], categories);
      return found ? [{ ...found, place, ...this.makeGroup(found) }] : [];
    });
    this.table = make("pre", "table", "", { tabindex: "0", "aria-label": "All numbers" });
    this.details = make("details", "all-numbers");
    this.details.append(make("summary", "", "All numbers"), this.table);
    this.details.addEventListener("toggle", opened);
    this.element.append(make("h4", "", "What it has learned"), makeKey(), this.maps, this.details);
  }

  /** @param {Group} group */
  makeGroup({ name, detail }) {
    const heading = make("div", "weights-heading"),
      scale = make("span", "soft"),
      canvas = make("canvas", "", "", { role: "img" }),
      box = make("div", "weights-group");
    heading.append(make("b", "", name), make("span", "soft", ` ${detail}, `), scale);
    box.append(heading, canvas);
    this.maps.append(box);
    return { canvas, scale };
  }

  /** @param {Layer[]} layers unfolded, as in the beginning but with other numbers
   * @param {Theme} theme */
  show(layers, theme) {
    const width = Math.min(MOST_PX * theme.scale, this.element.clientWidth),
      most = this.groups.map(({ place }) => widest(layers[place].weights) || 1);
    for (const [index, one] of this.groups.entries())
      paintGroup(one.canvas, one, layers[one.place].weights, most[index], width, theme);
    // Afterwards: a text that changes would have the page laid out anew for each canvas.
    for (const [index, { name, detail, scale, canvas }] of this.groups.entries()) {
      const told = decimal(most[index]);
      setText(scale, `\u00b1${told}`);
      canvas.setAttribute("aria-label", `Weights of ${name}, ${detail}, from minus to plus ${told}`);
    }
    if (this.details.open) setText(this.table, writeWeights(layers));
  }
}

/** What the colours mean. */
function makeKey() {
  const key = make("div", "key"),
    scale = make("i", "scale");
  scale.style.background = gradient();
  key.append(make("span", "", "−"), scale, make("span", "", "+"), make("span", "soft", "white is 0"));
  return key;
}

const BORDER = toPixel([128, 128, 128], 178);

/** A colour as an ImageData holds it. @param {import("../shared/colours.js").Colour} colour @param {number} [alpha] */
function toPixel([red, green, blue], alpha = 255) {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** @param {Group} group @param {number} width on the screen @param {number} scale */
function layOut(group, width, scale) {
  const [{ rows, columns }] = group.tiles,
    side = chooseSide(group, width, scale),
    left = labelsWide(group.labels, scale),
    gap = side < 5 ? 3 : 6,
    [wide, high] = [columns * side + gap, rows * side + gap],
    down = Math.ceil(group.tiles.length / group.across);
  return { rows, columns, side, left, gap, wide, high, width: left + group.across * wide, height: down * high };
}

/**
 * @param {HTMLCanvasElement} canvas @param {Group} group @param {Float64Array} weights @param {number} most
 * @param {number} width @param {Theme} theme
 */
function paintGroup(canvas, group, weights, most, width, { text, scale }) {
  const grid = layOut(group, width, scale),
    { high, gap } = grid,
    pen = prepare(canvas, grid.width, grid.height);
  if (!pen) return;
  paintTiles(pen, group, grid, (place) => toPixel(colourOf(weights[place], most)));
  pen.textBaseline = "middle";
  pen.fillStyle = text;
  const widthOf = (/** @type {string} */ label, /** @type {number} */ tall) => {
    pen.font = `600 ${tall}px system-ui, sans-serif`;
    return pen.measureText(label).width;
  };
  for (const [row, label] of group.labels.entries()) {
    const room = grid.left - 6,
      fit = fitName(label, room, { most: 14 * scale, least: scale > 1 ? 14 * scale : LEAST_LABEL_PX }, widthOf);
    widthOf(fit.text, fit.high); // sets the letters
    pen.fillText(fit.text, 2, row * high + (high - gap) / 2, room);
  }
}

/**
 * Pixel by pixel, for a thousand rectangles would take half a frame.
 * @param {CanvasRenderingContext2D} pen @param {Group} group @param {ReturnType<typeof layOut>} grid
 * @param {(place: number) => number} colour of a weight
 */
function paintTiles(pen, group, { rows, columns, side, left, wide, high, width }, colour) {
  const { canvas } = pen,
    image = pen.createImageData(canvas.width, canvas.height),
    pixels = new Uint32Array(image.data.buffer),
    round = (/** @type {number} */ place) => Math.round((place * canvas.width) / width),
    /** @type {(x: number, y: number, right: number, bottom: number, pixel: number) => void} in pixels of the screen */
    fill = (x, y, right, bottom, pixel) => {
      for (let row = y; row < bottom; row++) pixels.fill(pixel, row * canvas.width + x, row * canvas.width + right);
    };
  for (const [place, { offset }] of group.tiles.entries()) {
    const x = left + (place % group.across) * wide,
      y = Math.floor(place / group.across) * high;
    fill(round(x), round(y), round(x + columns * side) + 1, round(y + rows * side) + 1, BORDER);
    for (let cell = 0; cell < rows * columns; cell++) {
      const [row, column] = [Math.floor(cell / columns), cell % columns],
        start = [round(x + column * side) + (column ? 0 : 1), round(y + row * side) + (row ? 0 : 1)];
      fill(start[0], start[1], round(x + (column + 1) * side), round(y + (row + 1) * side), colour(offset + cell));
    }
  }
  pen.putImageData(image, 0, 0);
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
