// The tools under the pad: draw and erase, undo, and panels that open on demand.
import { button, make, setUsable } from "../../shared/dom.js";
import { buildKeys } from "./keys.js";
import { buildPhoto } from "./photo.js";
import { buildPictures } from "./pictures.js";
import { buildSharing } from "./sharing.js";
import { buildChanges } from "./sliders.js";
import { makeToolbar } from "./toolbar.js";

/**
 * @typedef {object} Host
 * @property {import("../session.js").Session} session
 * @property {string[]} categories what a drawing may be
 * @property {HTMLElement} root of the widget, on which pictures are dropped
 * @property {() => void} resized the tools have another height
 * @property {(text: string) => void} tell in the line of text that goes with the picture
 * @property {(on: boolean) => void} project
 */

/** @param {Host} host */
export function buildTools(host) {
  const { session } = host,
    inColour = Boolean(session.state.image.names),
    tools = make("div", "tools", "", { role: "group", "aria-label": "Tools" }),
    grey = inColour
      ? []
      : [
          ["Pictures", buildPictures(session)],
          ["Photo", buildPhoto(host)],
        ], // drawings of one map
    changes = inColour ? [] : [["Change", buildChanges(session)]],
    keys = buildKeys(session.state.layers.length > 0),
    panels = [...grey, ["Keys", keys], ...changes, ["More", buildSharing(host)]].map(([name, content]) =>
      buildPanel(/** @type {string} */ (name), /** @type {HTMLElement} */ (content), host),
    );
  const buttons = [...buildPens(session), ...buildHistory(session), ...panels.map(({ opener }) => opener)];
  tools.append(makeToolbar("Drawing", buttons), ...panels.map(({ panel }) => panel));
  return tools;
}

/** @param {import("../session.js").Session} session */
function buildPens(session) {
  const pen = button("✎ Draw", "Draw with white ink", () => choose(false)),
    eraser = button("Erase", "Erase; the right mouse button always does", () => choose(true));
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
    redo = button("↷", "Redo (Ctrl+Y)", () => session.redo()),
    clear = button("Clear", "Clear the pad", () => session.draw(session.state.image.values.map(() => -1)));
  const follow = () => {
    setUsable(undo, session.canUndo);
    setUsable(redo, session.canRedo);
  };
  session.listen(follow);
  follow();
  return [undo, redo, clear];
}

/** A panel, and the button that opens it. @param {string} name @param {HTMLElement} content @param {Host} host */
function buildPanel(name, content, { resized }) {
  const panel = make("div", "drawer", "", { role: "group", "aria-label": name });
  panel.append(content);
  panel.hidden = true;
  const opener = button(`${name} ▾`, `${name}: show or hide`, () => {
    if (panel.hidden && panel.closest(".xo-whole")) closeOthers(panel);
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    resized();
  });
  opener.setAttribute("aria-expanded", "false");
  return { panel, opener };
}

/** Where panels stand over the picture, one is enough. @param {HTMLElement} panel */
function closeOthers(panel) {
  const openers = panel.parentElement?.querySelectorAll("[aria-expanded=true]") ?? [];
  for (const opener of openers) /** @type {HTMLElement} */ (opener).click();
}
