// The tools under the pad.
import { button, make } from "./dom.js";

/**
 * @typedef {{erasing: boolean}} Mode
 * @typedef {object} Bench
 * @property {import("./session.js").Session} session
 * @property {Record<string, string>} presets pictures of # and .
 * @property {Mode} mode
 * @property {() => void} changed
 */

/** @param {string} text @returns {Float64Array} */
export function readPicture(text) {
  return Float64Array.from(text.replace(/\s/g, ""), (sign) => (sign === "#" ? 1 : -1));
}

/** @param {Bench} bench */
export function buildTools({ session, presets, mode }) {
  const tools = make("div", "tools", "", { role: "toolbar", "aria-label": "Drawing tools" });
  const pen = button("✎ Draw", "Draw with white ink", () => choose(false));
  const rubber = button("◻ Erase", "Erase (or draw with the right mouse button)", () => choose(true));
  const choose = (/** @type {boolean} */ erasing) => {
    mode.erasing = erasing;
    pen.setAttribute("aria-pressed", String(!erasing));
    rubber.setAttribute("aria-pressed", String(erasing));
  };
  choose(mode.erasing);
  const fill = (/** @type {Float64Array} */ values) => {
    session.draw(values);
    session.send(true);
  };
  const undo = button("↶", "Undo (Ctrl+Z)", () => session.undo()), redo = button("↷", "Redo", () => session.redo());
  const clear = button("Clear", "Clear the pad", () => fill(session.state.image.values.map(() => -1)));
  const choice = make("select", "select", "", { "aria-label": "Start from a picture" });
  choice.append(make("option", "", "Pictures…", { value: "" }), ...Object.keys(presets).map((name) => make("option", "", name, { value: name })));
  choice.addEventListener("change", () => {
    if (choice.value) fill(readPicture(presets[choice.value]));
    choice.value = "";
  });
  const follow = () => {
    undo.disabled = !session.past.length;
    redo.disabled = !session.future.length;
  };
  session.onChange(follow);
  follow();
  const first = make("div", "tool-row"), second = make("div", "tool-row");
  first.append(pen, rubber, undo, redo);
  second.append(clear, choice);
  tools.append(first, second);
  return tools;
}
