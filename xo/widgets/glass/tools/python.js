// The lines of Python that rebuild what is on the screen.

import { kindOf } from "../../shared/layers/kinds.js";
import { shapeInPython } from "../../shared/stage.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("../../shared/stage.js").Stage} Stage
 */

const WIDTH = 96;

/** @param {import("../session.js").State} state */
export function writePython({ image, layers, against, kept }) {
  const on = layers.filter((layer) => layer.on),
    other = against.filter((layer) => layer.on),
    pictures = kept ? [image, kept] : [image];
  const kinds = new Set([...on, ...other].map((layer) => layer.kind));
  const imports = [...kinds].map((kind) => `from xo.${kindOf({ kind }).module} import ${kind}`);
  if (pictures.some(isPlain)) imports.push("from xo.images import read_image");
  if (kept) imports.push("from IPython.display import display");
  imports.push(`from xo.widgets.glass import ${on.length ? "GlassNetwork" : "Pad"}`);
  const lines = ["import numpy as np", "", ...imports.sort(), "", `image = ${writePicture(image)}`];
  if (!on.length) return [...lines, "pad = Pad(image)", "pad", ""].join("\n");
  if (kept) lines.push(`kept = ${writePicture(kept)}`);
  lines.push(`network = ${stack(on)}`);
  if (other.length) lines.push(`against = ${stack(other)}`);
  const own = on.flatMap((layer, place) => (layer.own ? [`${place + 1}: ${layer.own}`] : []));
  const options = [...(own.length ? [`own={${own.join(", ")}}`] : []), ...(other.length ? ["against=against"] : [])];
  const make = (/** @type {string} */ name) => `GlassNetwork(${["network", name, ...options].join(", ")})`;
  lines.push(`glass = ${make("image")}`);
  return [...lines, ...(kept ? [`beside = ${make("kept")}`, "display(glass, beside)"] : ["glass"]), ""].join("\n");
}

/** Black and white and nothing between. @param {Stage} image */
function isPlain({ values, names }) {
  return !names && values.every((value) => Math.abs(value) === 1);
}

/** @param {Stage} image */
function writePicture(image) {
  const { rows, columns, values } = image;
  if (!isPlain(image)) return array(values, shapeInPython(image));
  const lines = Array.from({ length: rows }, (_, row) => {
    const pixels = Array.from(values.subarray(row * columns, (row + 1) * columns));
    return `    ${pixels.map((value) => (value > 0 ? "#" : ".")).join("")}`;
  });
  return `read_image("""\n${lines.join("\n")}""")`;
}

/** @param {Layer[]} layers */
function stack(layers) {
  return `[\n${layers.map((layer) => `    ${writeLayer(layer)},`).join("\n")}\n]`;
}

/** @param {Layer} layer */
function writeLayer({ kind, shape, weights, biases, settings }) {
  const { defaults } = kindOf({ kind }),
    changed = Object.entries(settings).filter(([name, value]) => value !== defaults[name]);
  const given = [...(shape.length ? [array(weights, shape)] : []), ...(biases ? [array(biases, [biases.length])] : [])];
  return `${kind}(${[...given, ...changed.map(([name, value]) => `${name}=${value}`)].join(", ")})`;
}

/** @param {Float64Array} values @param {number[]} shape */
function array(values, shape) {
  const lines = [""];
  for (const value of values) {
    const text = `${Object.is(value, -0) ? 0 : value}, `;
    if (lines[lines.length - 1].length + text.length > WIDTH) lines.push("");
    lines[lines.length - 1] += text;
  }
  const numbers = lines
    .map((line) => line.trimEnd())
    .join("\n    ")
    .replace(/,$/, "");
  return `np.array([${numbers}], float).reshape(${shape.join(", ")})`;
}
