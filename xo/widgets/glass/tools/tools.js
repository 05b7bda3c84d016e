// The tools under the pad: draw and erase, pictures to start from, and panels that open on demand.
import { button, make } from "../../shared/dom.js";
import { keepPlainKeys } from "../../shared/keys.js";
import { buildSharing } from "./sharing.js";
import { buildChanges } from "./sliders.js";
import { buildSwitches } from "./switches.js";

/**
 * @typedef {object} Bench
 * @property {import("../session.js").Session} session
 * @property {{erasing: boolean}} mode
 * @property {() => void} resized the tools have another height
 * @property {(text: string) => void} tell in the line of text under the picture
 * @property {(on: boolean) => void} project
 */

/** @param {string} text @returns {Float64Array} */
export function readPicture(text) {
  return Float64Array.from(text.replace(/\s/g, ""), (sign) => (sign === "#" ? 1 : -1));
}

/** @param {Bench} bench */
export function buildTools(bench) {
  const { session } = bench,
    tools = make("div", "tools", "", { role: "group", "aria-label": "Tools" });
  const row = make("div", "tool-row");
  row.append(...buildPens(bench), ...buildHistory(session), buildPresets(session));
  tools.append(row, panel("Change", buildChanges(bench), row, bench), panel("More", buildSharing(bench), row, bench));
  if (session.state.layers.length) tools.append(buildSwitches(bench));
  tools.addEventListener("keydown", keepPlainKeys);
  return tools;
}

/** @param {Bench} bench */
function buildPens({ mode }) {
  const pen = button("✎ Draw", "Draw with white ink", () => choose(false));
  const rubber = button("Erase", "Erase; the right mouse button always does", () => choose(true));
  const choose = (/** @type {boolean} */ erasing) => {
    mode.erasing = erasing;
    pen.setAttribute("aria-pressed", String(!erasing));
    rubber.setAttribute("aria-pressed", String(erasing));
  };
  choose(mode.erasing);
  return [pen, rubber];
}

/** @param {import("../session.js").Session} session */
function buildHistory(session) {
  const undo = button("↶", "Undo (Ctrl+Z)", () => session.undo()),
    redo = button("↷", "Redo (Ctrl+Y)", () => session.redo());
  const clear = button("Clear", "Clear the pad", () => session.draw(session.state.image.values.map(() => -1)));
  const follow = () => {
    undo.disabled = !session.past.length;
    redo.disabled = !session.future.length;
  };
  session.onChange(follow);
  follow();
  return [undo, redo, clear];
}

/** @param {import("../session.js").Session} session */
function buildPresets(session) {
  const choice = make("select", "select", "", { "aria-label": "Start from a picture" });
  /** @type {Record<string, string>} pictures of # and . */
  let presets = {};
  const follow = () => {
    const now = session.model.get("presets");
    if (now === presets) return;
    presets = now;
    choice.replaceChildren(
      make("option", "", "Pictures…", { value: "" }),
      ...Object.keys(presets).map((name) => make("option", "", name, { value: name })),
    );
  };
  choice.addEventListener("change", () => {
    const values = readPicture(presets[choice.value] ?? "");
    if (values.length === session.state.image.values.length) session.draw(values);
    choice.value = "";
  });
  session.onChange(follow);
  follow();
  return choice;
}

/** A button in a row, and the panel that it opens. @param {string} name @param {HTMLElement} content @param {HTMLElement} row @param {Bench} bench */
function panel(name, content, row, { resized }) {
  const box = make("div", "drawer");
  box.append(content);
  box.hidden = true;
  const opener = button(`${name} ▾`, `${name}: show or hide`, () => {
    box.hidden = !box.hidden;
    opener.setAttribute("aria-expanded", String(!box.hidden));
    resized();
  });
  opener.setAttribute("aria-expanded", "false");
  row.append(opener);
  return box;
}
