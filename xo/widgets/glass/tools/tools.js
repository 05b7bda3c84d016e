// The tools under the pad: draw and erase, undo, and panels that open on demand.
import { button, make, setUsable } from "../../shared/dom.js";
import { buildKeys } from "./keys.js";
import { buildPhoto } from "./photo.js";
import { buildPictures } from "./pictures.js";
import { buildSharing } from "./sharing.js";
import { buildChanges } from "./sliders.js";
import { makeToolbar, oneStop } from "./toolbar.js";

/**
 * @typedef {object} Host
 * @property {import("../session.js").Session} session
 * @property {string[]} categories what a drawing may be
 * @property {HTMLElement} root of the widget, on which pictures are dropped
 * @property {() => void} resized the tools have another height
 * @property {(text: string) => void} tell in the line of text that goes with the picture
 * @property {HTMLElement} projector the button for it
 * @property {AbortSignal} gone the widget is closed
 */

const OF_ONE_MAP = ["Pictures", "Photo", "Change"]; // no panels for an image in colour

/** @param {Host} host */
export function buildTools(host) {
  const { session } = host,
    tools = make("div", "tools", "", { role: "group", "aria-label": "Tools" }),
    keys = buildKeys(session.state.layers.length > 0),
    panels = [
      buildPanel("Pictures", buildPictures(session, host.categories), host),
      buildPanel("Photo", buildPhoto(host), host),
      buildPanel("Keys", keys, host),
      buildPanel("Change", buildChanges(session), host),
      buildPanel("More", buildSharing(host), host),
    ],
    buttons = [...buildPens(session), ...buildHistory(session), ...panels.map(({ opener }) => opener)],
    bar = makeToolbar("Drawing", buttons);
  const follow = () => {
    for (const { name, panel, opener } of panels) {
      opener.hidden = OF_ONE_MAP.includes(name) && Boolean(session.state.image.names);
      if (opener.hidden && !panel.hidden) opener.click();
    }
    oneStop(bar);
  };
  session.listen(follow);
  follow();
  host.projector.addEventListener("click", () => makeRoom(panels[panels.length - 1]));
  tools.append(bar, ...panels.map(({ panel }) => panel));
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
    if (panel.hidden) closeOthers(panel);
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    resized();
  });
  opener.setAttribute("aria-expanded", "false");
  return { name, panel, opener };
}

/** The projector's own panel would take the room that the picture needs.
 * @param {ReturnType<typeof buildPanel>} panel */
function makeRoom({ panel, opener }) {
  if (panel.hidden) return;
  opener.focus();
  opener.click();
}

/** One panel at a time, or the next would open below the fold. @param {HTMLElement} panel */
function closeOthers(panel) {
  const openers = panel.parentElement?.querySelectorAll("[aria-expanded=true]") ?? [];
  for (const opener of openers) /** @type {HTMLElement} */ (opener).click();
}
