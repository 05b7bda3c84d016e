// Switch a layer off, where what follows can do without it.
import { button, make } from "../../shared/dom.js";
import { outputSize, unfold } from "../../shared/engine.js";
import { makeToolbar, oneStop } from "./toolbar.js";
import { kindOf } from "../../shared/layers/kinds.js";

/** @typedef {import("../../shared/engine.js").Layer} Layer */

/** @param {Layer[]} layers @param {number} index */
function flip(layers, index) {
  return layers.map((layer, place) => (place === index ? { ...layer, on: !layer.on } : layer));
}

/** Why the layers do not fit, or "". @param {import("../../shared/stage.js").Size} image @param {Layer[]} layers */
function whyNot(image, layers) {
  let from = image;
  for (const layer of unfold(layers)) {
    const size = outputSize(layer, from);
    if (typeof size === "string") return size;
    from = size;
  }
  return "";
}

/** @param {import("./tools.js").Host} host */
export function buildSwitches(host) {
  const { session } = host,
    row = makeToolbar("Layers, on or off", [make("span", "soft", "Layers")]);
  /** @type {HTMLButtonElement[]} */
  const chips = [];
  const follow = () => {
    const { layers } = session.state;
    while (chips.length < layers.length) chips.push(button("", "", () => {}, "chip"));
    while (chips.length > layers.length) chips.pop()?.remove();
    row.append(...chips.filter((chip) => chip.parentElement !== row));
    oneStop(row);
    for (const [index, chip] of chips.entries()) writeSwitch(chip, index, host);
  };
  session.listen(follow);
  follow();
  return row;
}

/** @param {HTMLButtonElement} chip @param {number} index of the layer @param {import("./tools.js").Host} host */
function writeSwitch(chip, index, { session, tell }) {
  const { layers, image } = session.state,
    layer = layers[index],
    name = kindOf(layer).verb,
    to = layer.on ? "off" : "on",
    reason = layer.own ? "your own function stands here" : whyNot(image, flip(layers, index));
  chip.textContent = name;
  chip.setAttribute("aria-pressed", String(layer.on));
  chip.setAttribute("aria-label", `Layer ${index + 1}, ${name}`);
  chip.title = reason ? `Cannot be switched ${to}: ${reason}` : `Switch layer ${index + 1} ${to}`;
  // Not disabled: whoever has no pointer could never ask why.
  chip.setAttribute("aria-disabled", String(reason !== ""));
  chip.onclick = () => {
    tell(reason && `${chip.title}.`);
    if (!reason) session.change({ layers: flip(session.state.layers, index) });
  };
}
