// Take it away or show it: a postcard code, the lines of Python, another drawing kept beside, a projector.
import { button, make } from "../../shared/dom.js";
import { fromCode, toCode, whyNoCode } from "./postcards.js";
import { writePython } from "./python.js";

/** @param {import("./tools.js").Bench} bench */
export function buildSharing({ session, project }) {
  const box = make("div", "sharing"),
    note = make("div", "note", "", { role: "status" });
  const tell = (/** @type {string} */ text) => {
    note.textContent = text;
  };
  const first = make("div", "tool-row"),
    code = buildCode(session, tell);
  const python = button(
    "Copy as Python",
    "Copy the lines of Python that rebuild what is on the screen",
    () =>
      void copy(writePython(session.state), box).then((done) =>
        tell(done ? "Copied: paste it in a cell." : "Copy the lines below."),
      ),
  );
  first.append(python);
  if (session.state.layers.length) {
    const keep = button("Keep to compare", "Keep this drawing beside the next ones", () =>
      session.change({ kept: session.state.kept ? null : session.state.image }),
    );
    session.onChange(() => keep.setAttribute("aria-pressed", String(session.state.kept !== null)));
    const show = button(
      "Projector",
      "Larger, with more contrast, over the whole screen",
      () => project(show.getAttribute("aria-pressed") !== "true"),
      "button project",
    );
    first.append(keep, show);
  }
  session.onChange(() => tell(""));
  box.append(code, first, note);
  return box;
}

/** @param {import("../session.js").Session} session @param {(text: string) => void} tell */
function buildCode(session, tell) {
  const row = make("div", "tool-row"),
    field = make("input", "code", "", {
      type: "text",
      "aria-label": "Postcard code",
      spellcheck: "false",
      placeholder: "postcard code",
      size: "20",
    });
  const follow = () => {
    if (document.activeElement !== field)
      field.value = whyNoCode(session.state.image) ? "" : toCode(session.state.image.values);
  };
  const use = () => {
    try {
      const values = fromCode(field.value);
      if (session.state.image.values.length !== values.length) throw new Error(whyNoCode(session.state.image));
      session.draw(values);
    } catch (error) {
      tell(`Not used: ${/** @type {Error} */ (error).message}.`);
    }
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") use();
  });
  row.append(
    field,
    button("Use", "Draw what the code stands for", use),
    button("Copy", "Copy the code of this drawing", () => {
      const reason = whyNoCode(session.state.image);
      if (reason) tell(`No code: ${reason}.`);
      else void copy(toCode(session.state.image.values), row).then((done) => tell(done ? "Code copied." : ""));
    }),
  );
  session.onChange(follow);
  follow();
  return row;
}

/**
 * Put text on the clipboard; where that is forbidden, show it, selected, to be copied by hand.
 * @param {string} text @param {HTMLElement} beside
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copy(text, beside) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", "copy", "", { "aria-label": "Text to copy", rows: "6", readonly: "" });
    field.value = text;
    field.addEventListener("blur", () => field.remove());
    beside.append(field);
    field.select();
    return document.execCommand?.("copy") ?? false;
  }
}
