// Pictures that belong to no category, and what the readers say to them; and each reader's own wrong answers, worst
// first.
import { paintPixels } from "../shared/canvas.js";
import { button, make, setText } from "../shared/dom.js";
import { decimal, percent, thousands } from "../shared/numbers.js";
import { shortAnswer, votesOf } from "./readers.js";

/**
 * @typedef {import("./readers.js").Reader} Reader
 * @typedef {(values: Float64Array) => void} Use put a picture on the pad
 * @typedef {{pixels: number[], is: string, said: string, lead: number, share: number}} Wrong
 *   lead: of the wrong category over the right one, by which they are sorted; share: of the wrong one after softmax
 * @typedef {{wrong: number, images: number, items: Wrong[]}} Gallery
 */

const PICTURE_PX = 63;
const LESSON =
  "Every reader was told that there is always one or the other. So each of them answers, whatever it sees, and may " +
  "sound sure of it. " +
  "What could be done: one more category for all the rest, with examples of it; or no answer where the lead is small.";

/** All of them, below the rest; before a class, folded away (lab.css).
 * @param {import("../shared/kernel.js").Model} model @param {import("./session.js").LabSession} session */
export function makeGalleries(model, session) {
  const [strangers, wrong] = [model.get("strangers"), model.get("galleries")],
    galleries = make("div", "galleries"),
    fold = make("details", "more"),
    use = (/** @type {Float64Array} */ values) => session.use(values);
  if (strangers.length) galleries.append(makeStrangers(strangers, session, use));
  if (Object.keys(wrong).length) galleries.append(makeWrongAnswers(wrong, session, use));
  fold.open = true;
  fold.hidden = !galleries.childElementCount;
  fold.append(make("summary", "button", "Strangers and wrong answers"), galleries);
  return fold;
}

/** A picture that can be put on the pad. @param {Float64Array} values @param {number} columns @param {string} title
 * @param {Use} use */
function makePicture(values, columns, title, use) {
  const canvas = make("canvas", "", "", { "aria-hidden": "true" });
  paintPixels(canvas, values, values.length / columns, columns, Math.max(2, Math.floor(PICTURE_PX / columns)));
  const frame = button("", `${title}: put it on the pad`, () => use(values), "picture");
  frame.append(canvas);
  return frame;
}

/**
 * @param {{name: string, pixels: number[]}[]} strangers @param {import("./session.js").LabSession} session
 * @param {Use} use
 */
function makeStrangers(strangers, { readers, categories, rows, columns }, use) {
  const box = make("section", "strangers"),
    table = make("table", "stranger-table"),
    head = make("tr");
  head.append(
    make("th", "", "picture", { scope: "col", colspan: "2" }),
    ...readers.map(({ name }) => make("th", "", name, { scope: "col" })),
  );
  table.append(head);
  for (const { name, pixels } of strangers) {
    const values = Float64Array.from(pixels),
      row = make("tr"),
      cell = make("td");
    cell.append(makePicture(values, columns, name, use));
    row.append(cell, make("th", "", name, { scope: "row" }));
    for (const reader of readers) {
      const { letter, detail } = shortAnswer(votesOf(reader, { values, rows, columns }), reader.certain, categories);
      const said = make("td");
      said.append(make("b", "", letter), " ", make("span", "soft", detail));
      row.append(said);
    }
    table.append(row);
  }
  const title = `Neither ${categories.map((name) => `${article(name)} ${name}`).join(" nor ")}`;
  box.append(make("h4", "", title), table, make("p", "lesson", LESSON));
  return box;
}

/** @param {string} letter */
function article(letter) {
  return /^[aefhilmnorsx8]/i.test(letter) ? "an" : "a";
}

/**
 * @param {Record<string, Gallery>} galleries by reader @param {import("./session.js").LabSession} session
 * @param {Use} use
 */
function makeWrongAnswers(galleries, { readers, columns }, use) {
  const box = make("section", "wrong"),
    tools = make("div", "controls"),
    words = make("div", "", "Choose whose. The images are made up for this, and nobody has learned from them.", {
      role: "status",
    }),
    figures = make("div", "wrong-answers");
  const buttons = readers.map((reader) => {
    const one = button(reader.name, `Show the wrong answers of ${reader.name}`, () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === one));
      setText(words, tellGallery(reader, galleries[reader.name]));
      figures.replaceChildren(...galleries[reader.name].items.map((item) => makeFigure(item, reader, columns, use)));
    });
    one.setAttribute("aria-pressed", "false");
    return one;
  });
  tools.append(...buttons);
  box.append(make("h4", "", "Wrong answers, worst first"), tools, words, figures);
  return box;
}

/** @param {Reader} reader @param {Gallery} gallery */
export function tellGallery({ name, certain }, { wrong, images, items }) {
  const count = `${name}: ${thousands(wrong)} wrong of ${thousands(images)} made-up images.`;
  if (!items.length) return count;
  const order = certain ? "the surest first" : "those with the largest lead first";
  const how = items.length < wrong ? `The worst ${items.length}, ${order}:` : `All of them, ${order}:`;
  return `${count} ${how}`;
}

/** @param {Wrong} item @param {Reader} reader @param {number} columns @param {Use} use */
function makeFigure({ pixels, is, said, lead, share }, { certain }, columns, use) {
  const figure = make("figure", "wrong-answer"),
    text = `${is}, read as ${said} (${certain ? percent(share) : `ahead by ${decimal(lead)}`})`;
  figure.append(makePicture(Float64Array.from(pixels), columns, text, use), make("figcaption", "", text));
  return figure;
}
