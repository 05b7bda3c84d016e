// The tools under the pad: draw and erase, pictures to start from, and panels that open on demand.
import { button, make, setUsable } from "../../shared/dom.js";
import { readPicture } from "../../shared/wire.js";
import { buildSharing } from "./sharing.js";
import { buildChanges } from "./sliders.js";
import { buildSwitches } from "./switches.js";

/**
 * @typedef {object} Host
 * @property {import("../session.js").Session} session
 * @property {() => void} resized the tools have another height
 * @property {(text: string) => void} tell in the line of text under the picture
 * @property {(on: boolean) => void} project
 */

/** @param {Host} host */
export function buildTools(host) {
  const { session } = host,
    tools = make("div", "tools", "", { role: "group", "aria-label": "Tools" });
  const row = make("div", "tool-row");
  row.append(...buildPens(session), ...buildHistory(session), buildPresets(session));
  tools.append(row, panel("Change", buildChanges(host), row, host), panel("More", buildSharing(host), row, host));
  if (session.state.layers.length) tools.append(buildSwitches(host));
  return tools;
}

/** @param {import("../session.js").Session} session */
function buildPens(session) {
  const pen = button("✎ Draw", "Draw with white ink", () => choose(false));
  const eraser = button("Erase", "Erase; the right mouse button always does", () => choose(true));
  const choose = (/** @type {boolean} */ erasing) => {
    session.erasing = erasing;
    pen.setAttribute("aria-pressed", String(!erasing));
    eraser.setAttribute("aria-pressed", String(erasing));
  };
  choose(session.erasing);
  return [pen, eraser];
}

/** @param {import("../session.js").Session} session */
function buildHistory(session) {
  const undo = button("↶", "Undo (Ctrl+Z)", () => session.undo()),
    redo = button("↷", "Redo (Ctrl+Y)", () => session.redo());
  const clear = button("Clear", "Clear the pad", () => session.draw(session.state.image.values.map(() => -1)));
  const follow = () => {
    setUsable(undo, session.canUndo);
    setUsable(redo, session.canRedo);
  };
  session.listen(follow);
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
  session.listen(follow);
  follow();
  return choice;
}

/** A button in a row, and the panel that it opens. @param {string} name @param {HTMLElement} content @param {HTMLElement} row @param {Host} host */
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
