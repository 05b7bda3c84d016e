// Take it away or show it: a postcard code, the lines of Python, another drawing kept beside, a projector.
import { button, make } from "../../shared/dom.js";
import { isComposing } from "../../shared/keys.js";
import { CODE_LENGTH, fromCode, hasCodes, toCode, whyNoCode } from "./postcards.js";
import { writePython } from "./python.js";

const MOST_NAMED = 5; // categories with a button each

/** @param {import("./tools.js").Host} host */
export function buildSharing(host) {
  const { session } = host,
    box = make("div", "sharing"),
    note = make("div", "note", "", { role: "status" }),
    row = make("div", "tool-row");
  const tell = (/** @type {string} */ text) => {
    note.textContent = text;
  };
  const copyPython = async () =>
    tell((await copy(writePython(session.state), box)) ? "Copied: paste it in a cell." : "Copy the lines below.");
  row.append(
    button("Copy as Python", "Copy the lines of Python that rebuild what is on the screen", () => void copyPython()),
  );
  if (session.state.layers.length) row.append(...buildViews(host));
  session.listen(() => tell(""));
  box.append(buildCode(host, tell), row, note);
  return box;
}

/** Another drawing beside, or the whole screen. @param {import("./tools.js").Host} host */
function buildViews({ session, projector }) {
  const keep = button("Keep to compare", "Keep this drawing beside the next ones", () =>
    session.change({ kept: session.state.kept ? null : session.state.image }),
  );
  session.listen(() => keep.setAttribute("aria-pressed", String(session.state.kept !== null)));
  return [keep, projector];
}

/** @param {import("./tools.js").Host} host @param {(text: string) => void} tell */
function buildCode({ session, categories }, tell) {
  const row = make("div", "tool-row"),
    field = make("input", "code", "", {
      type: "text",
      "aria-label": "Postcard code",
      spellcheck: "false",
      placeholder: "postcard code",
      size: "20",
    });
  const follow = () => {
    row.hidden = !hasCodes(session.state.image);
    if (document.activeElement !== field)
      field.value = whyNoCode(session.state.image) ? "" : toCode(session.state.image.values);
  };
  const use = () => useCode(session, field.value, categories, tell);
  field.addEventListener("keydown", (event) => event.key === "Enter" && !isComposing(event) && use());
  row.append(field, button("Use", "Draw what the code stands for", use));
  row.append(...buildCopies(categories, (words) => void copyCode(session, words, row, tell)));
  session.listen(follow);
  follow();
  return row;
}

/** The code alone, or after what the drawing is, where it may be one of a few. @param {string[]} categories
 * @param {(words: string[]) => void} act with what stands before the code */
function buildCopies(categories, act) {
  return [
    button("Copy", "Copy the code of this drawing", () => act([])),
    ...(categories.length > MOST_NAMED ? [] : categories).map((name) =>
      button(`Copy as ${name}`, `Copy ${name} and the code, as a class collects them`, () => act([name])),
    ),
  ];
}

/** @param {import("../session.js").Session} session @param {string} text @param {string[]} categories that may stand
 * before the code @param {(text: string) => void} tell */
function useCode(session, text, categories, tell) {
  const [first, ...rest] = text.trim().split(/\s+/),
    code = rest.join("").length >= CODE_LENGTH && categories.includes(first) ? rest.join(" ") : text;
  try {
    const values = fromCode(code),
      { image } = session.state;
    if (image.values.length !== values.length) throw new Error(whyNoCode(image));
    session.draw(values);
  } catch (error) {
    tell(`Not used: ${/** @type {Error} */ (error).message}.`);
  }
}

/** @param {import("../session.js").Session} session @param {string[]} words to stand before it
 * @param {HTMLElement} row @param {(text: string) => void} tell */
async function copyCode(session, words, row, tell) {
  const reason = whyNoCode(session.state.image);
  if (reason) tell(`No code: ${reason}.`);
  else tell((await copy([...words, toCode(session.state.image.values)].join(" "), row)) ? "Code copied." : "");
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
