// What is neither an X nor an O, and what the readers say to it; and each reader's own wrong answers, worst first.
import { button, make } from "../shared/dom.js";
import { runLayers } from "../shared/engine.js";
import { decimal, percent, thousands } from "../shared/numbers.js";
import { paintPixels } from "../shared/canvas.js";
import { softmax, winner } from "../shared/votes.js";

/** @typedef {{name: string, certain: boolean, layers: import("../shared/engine.js").Layer[]}} Reader */

const SIZE = 9;
const LESSON =
  "Every reader was told that there is always one or the other. So each of them answers, whatever it sees, and may sound sure of it. " +
  "What could be done: a third category for all the rest, with examples of it; or no answer where the lead is small.";

/** The answer and how sure it sounds, in a few signs. @param {ArrayLike<number>} votes @param {boolean} certain @param {string[]} categories */
export function shortAnswer(votes, certain, categories) {
  const best = winner(votes);
  return { letter: categories[best], detail: certain ? percent(softmax(votes)[best]) : decimal(votes[best]) };
}

export class GalleryPanel {
  /** @param {import("../shared/kernel.js").Model} model @param {import("../shared/kernel.js").Kernel} kernel @param {Reader[]} readers @param {string[]} categories @param {(values: Float64Array) => void} use */
  constructor(model, kernel, readers, categories, use) {
    this.model = model;
    this.kernel = kernel;
    this.readers = readers;
    this.categories = categories;
    this.use = use;
    this.element = make("div", "galleries");
    this.wall = make("div", "wall");
    this.words = make("div", "", "", { role: "status" });
    this.element.append(this.makeStrangers(), this.makeWrong());
    this.hung = () => {
      kernel.answered();
      this.hang();
    };
    model.on("change:gallery", this.hung);
    this.hang();
  }

  /** @param {Float64Array} values @param {string} title */
  picture(values, title) {
    const canvas = make("canvas", "", "", { "aria-hidden": "true" });
    paintPixels(canvas, values, SIZE, SIZE, 7);
    const frame = button("", `${title}: put it on the pad`, () => this.use(values), "picture");
    frame.append(canvas);
    return frame;
  }

  makeStrangers() {
    const box = make("section", "strangers"),
      table = make("table", "stranger-table"),
      head = make("tr");
    head.append(
      make("td"),
      make("th", "", "", { scope: "col" }),
      ...this.readers.map(({ name }) => make("th", "", name, { scope: "col" })),
    );
    table.append(head);
    for (const { name, pixels } of this.model.get("strangers")) {
      const values = Float64Array.from(pixels),
        row = make("tr"),
        cell = make("td");
      cell.append(this.picture(values, name));
      row.append(cell, make("th", "", name, { scope: "row" }));
      for (const { layers, certain } of this.readers) {
        const stages = runLayers({ values, maps: 1, rows: SIZE, columns: SIZE, list: false }, layers);
        const { letter, detail } = shortAnswer(stages[stages.length - 1].values, certain, this.categories);
        const said = make("td");
        said.append(make("b", "", letter), make("span", "soft", ` ${detail}`));
        row.append(said);
      }
      table.append(row);
    }
    box.append(make("h4", "", "Neither an X nor an O"), table, make("p", "lesson", LESSON));
    return box;
  }

  makeWrong() {
    const box = make("section", "wrong"),
      tools = make("div", "controls");
    for (const { name } of this.readers) {
      tools.append(
        button(name, `Show the wrong answers of ${name}`, () => this.kernel.ask({ do: "gallery", reader: name })),
      );
    }
    box.append(make("h4", "", "Wrong answers, worst first"), tools, this.words, this.wall);
    return box;
  }

  hang() {
    const gallery = this.model.get("gallery");
    this.words.textContent = gallery.reader
      ? `${gallery.reader}: ${thousands(gallery.wrong)} wrong of ${thousands(gallery.images)} made-up images.${gallery.items.length < gallery.wrong ? ` The worst ${gallery.items.length}:` : ""}`
      : "Choose whose. The images are made up for this, and nobody has learned from them.";
    const certain = this.readers.find(({ name }) => name === gallery.reader)?.certain ?? false;
    this.wall.replaceChildren(
      ...(gallery.items ?? []).map((/** @type {any} */ item) => {
        const { letter, detail } = shortAnswer(item.votes, certain, this.categories);
        const figure = make("figure", "hung"),
          text = `${item.is}, read as ${letter} (${detail})`;
        figure.append(this.picture(Float64Array.from(item.pixels), text), make("figcaption", "", text));
        return figure;
      }),
    );
  }

  close() {
    this.model.off("change:gallery", this.hung);
  }
}
