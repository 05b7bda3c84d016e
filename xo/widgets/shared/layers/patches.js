// Patches: the pieces of the maps that a feature is compared with, laid out side by side, and handed back.

/**
 * @typedef {import("../stage.js").Size} Size
 * @typedef {import("../stage.js").Stage} Stage
 */

/**
 * A table with a row for each pixel of a feature. In the row of a pixel stand, for every place where the feature can
 * lie, the
 * values that this pixel lies on: the row is a shifted copy of a map. So one product of the features with this table is
 * every
 * feature at every place, and what comes out stands as a stage does.
 */
export class Patches {
  /** @param {Stage} from the maps @param {Size} to what comes out @param {number[]} shape of the features
   * @param {number} padding */
  constructor(from, to, [, maps, high, wide], padding) {
    this.pixels = maps * high * wide;
    this.length = to.rows * to.columns * (from.images ?? 1);
    this.values = new Float64Array(this.pixels * this.length).fill(-1); // where nothing is laid out there is background
    /** The slopes of all these, once somebody asks for them. @type {Float64Array | null} */
    this.slopes = null;
    this.lines = findLines(from, to, high, wide, padding);
  }

  /** @param {Float64Array} values of the maps */
  layOut(values) {
    for (const { patch, cell, length } of this.lines) {
      for (let place = 0; place < length; place++) this.values[patch + place] = values[cell + place];
    }
  }

  /** A 0 for every value of the table, to add slopes to. */
  clearSlopes() {
    this.slopes ??= new Float64Array(this.values.length);
    return this.slopes.fill(0);
  }

  /** Each cell gathers the slopes of every patch that it was part of. @param {Float64Array} slopes of the maps */
  handBack(slopes) {
    const table = this.slopes ?? [];
    for (const { patch, cell, length } of this.lines) {
      for (let place = 0; place < length; place++) slopes[cell + place] += table[patch + place];
    }
  }
}

/**
 * For every pixel of a feature and every row of places, the run of cells that the pixel lies on, without those in the
 * padding.
 * @param {Stage} from @param {Size} to @param {number} high @param {number} wide @param {number} padding
 * @returns {{patch: number, cell: number, length: number}[]} where it begins in the table of patches and in the maps
 */
function findLines(from, to, high, wide, padding) {
  const images = from.images ?? 1,
    lines = [];
  for (let pixel = 0; pixel < from.maps * high * wide; pixel++) {
    const map = Math.floor(pixel / (high * wide)),
      down = (Math.floor(pixel / wide) % high) - padding,
      right = (pixel % wide) - padding;
    const first = Math.max(0, -right),
      end = Math.min(to.columns, from.columns - right);
    for (let row = Math.max(0, -down); row < Math.min(to.rows, from.rows - down); row++) {
      const patch = (pixel * to.rows + row) * to.columns + first,
        cell = (map * from.rows + row + down) * from.columns + first + right;
      if (end > first) lines.push({ patch: patch * images, cell: cell * images, length: (end - first) * images });
    }
  }
  return lines;
}
