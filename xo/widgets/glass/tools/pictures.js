// Pictures to start from: a button for each.
import { button, make } from "../../shared/dom.js";
import { readPicture } from "../../shared/wire.js";

/** @param {import("../session.js").Session} session */
export function buildPictures(session) {
  const row = make("div", "tool-row");
  /** @type {Record<string, string>} pictures of # and . */
  let pictures = {};
  const follow = () => {
    const now = session.model.get("presets");
    if (now === pictures) return;
    pictures = now;
    row.replaceChildren(...Object.keys(pictures).map((name) => button(name, `Start from ${name}`, () => use(name))));
  };
  const use = (/** @type {string} */ name) => {
    const values = readPicture(pictures[name]);
    if (values.length === session.state.image.values.length) session.draw(values);
  };
  session.listen(follow);
  follow();
  return row;
}
