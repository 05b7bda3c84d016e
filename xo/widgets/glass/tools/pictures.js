// Pictures to start from: a button for each.
import { button, make } from "../../shared/dom.js";
import { readPicture } from "../../shared/wire.js";

const FIRST = "the first picture";

/** @param {import("../session.js").Session} session @param {string[]} categories */
export function buildPictures(session, categories) {
  const row = make("div", "tool-row"),
    ours = ["X", "O"].every((name) => categories.includes(name));
  let first = session.state.image.values;
  /** @type {Record<string, string>} pictures of # and . */
  let pictures = {};
  const follow = () => {
    const now = session.model.get("presets");
    if (now === pictures) return;
    pictures = now;
    if (session.state.image.values.length !== first.length) first = session.state.image.values;
    // Where an X and an O are nobody's category, only what Python showed is sure to be one.
    const names = ours ? Object.keys(pictures) : [FIRST, "blank"];
    row.replaceChildren(...names.map((name) => button(name, `Start from ${name}`, () => use(name))));
  };
  const use = (/** @type {string} */ name) => {
    const values = name in pictures ? readPicture(pictures[name]) : first;
    if (values.length === session.state.image.values.length) session.draw(Float64Array.from(values));
  };
  session.listen(follow);
  follow();
  return row;
}
