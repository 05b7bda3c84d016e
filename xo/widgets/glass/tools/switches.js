// Switch a layer off, where what follows can do without it.
import { button, make } from "../../shared/dom.js";
import { outputSize, unfold } from "../../shared/engine.js";
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

/** @param {import("./tools.js").Bench} bench */
export function buildSwitches({ session, tell }) {
  const row = make("div", "tool-row", "", { role: "group", "aria-label": "Layers, on or off" });
  const follow = () => {
    const { layers, image } = session.state;
    while (row.children.length <= layers.length) row.append(button("", "", () => {}, "chip"));
    row.firstElementChild?.replaceWith(make("span", "soft", "Layers"));
    while (row.children.length > layers.length + 1) row.lastElementChild?.remove();
    layers.forEach((layer, index) => {
      const chip = /** @type {HTMLButtonElement} */ (row.children[index + 1]),
        name = kindOf(layer).verb;
      const reason = layer.own ? "your own function stands here" : whyNot(image, flip(layers, index));
      chip.textContent = name;
      chip.setAttribute("aria-pressed", String(layer.on));
      chip.setAttribute("aria-label", `Layer ${index + 1}, ${name}`);
      chip.title = reason
        ? `Cannot be switched ${layer.on ? "off" : "on"}: ${reason}`
        : `Switch layer ${index + 1} ${layer.on ? "off" : "on"}`;
      // Not disabled: whoever has no pointer could never ask why.
      chip.setAttribute("aria-disabled", String(reason !== ""));
      chip.onclick = () => {
        tell(reason && `${chip.title}.`);
        if (!reason) session.change({ layers: flip(session.state.layers, index) });
      };
    });
  };
  session.onChange(follow);
  follow();
  return row;
}
