// Break-it lab: sliders that spoil a drawing, who still reads it, a map of where answers turn, and the smallest lie.
import { dispose, paintPixels, readTheme } from "../shared/canvas.js";
import { make, makeRoot, setText, speaker } from "../shared/dom.js";
import { Kernel } from "../shared/kernel.js";
import { makePadTools, Pad } from "../shared/pad.js";
import { Projector } from "../shared/projector.js";
import { shareSession } from "../shared/views.js";
import { VotesPanel } from "../shared/votes.js";
import { watch } from "../shared/watch.js";
import { FlipMap } from "./flip_map.js";
import { FlipsPanel } from "./flips_panel.js";
import { makeGalleries } from "./gallery.js";
import { shortAnswer, votesOf } from "./readers.js";
import { MapAnswers } from "./map_answers.js";
import { LabSession } from "./session.js";
import { makeSliders } from "./sliders.js";

/**
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {import("./readers.js").Reader} Reader
 * @typedef {{reader: Reader, votes: VotesPanel, map: FlipMap, flips: FlipsPanel, element: HTMLElement}} Column
 */

const SPEAK_AFTER_MS = 700;

class LabView {
  /** @param {LabSession} session @param {Model} model @param {HTMLElement} element */
  constructor(session, model, element) {
    this.session = session;
    this.root = makeRoot("panel lab", "Break-it lab");
    this.note = make("div", "note", "", { role: "status" });
    this.kernel = new Kernel(model, (words) => setText(this.note, words));
    const spoken = make("div", "spoken", "", { "aria-live": "polite" });
    this.voice = speaker(spoken, SPEAK_AFTER_MS);
    this.pad = new Pad(session);
    this.projector = new Projector(this.root, () => this.project());
    this.tools = makePadTools(session, model.get("examples"), this.root);
    this.seen = make("canvas", "seen-canvas", "", { role: "img", "aria-label": "What the readers see" });
    this.sliders = makeSliders(session);
    this.choice = this.makeChoice();
    this.columns = session.readers.map((reader) => this.makeColumn(reader));
    this.answers = new MapAnswers(session, () => this.show());
    this.galleries = makeGalleries(model, session);
    const top = make("div", "columns");
    top.append(this.makeDrawings(), this.makeReaders());
    this.root.append(this.note, top, this.galleries, spoken);
    element.append(this.root);
    this.listen(model);
    this.show();
  }

  /** @param {Model} model */
  listen(model) {
    const show = () => this.show();
    this.unlisten = this.session.listen(show);
    this.unwatch = watch(this.root, model, { resized: show, restyled: show, kernelGone: () => this.kernel.lose() });
    this.kernel.greet(this.root);
  }

  /** The drawing, and what the sliders make of it, side by side in one size. */
  makeDrawings() {
    const drawings = make("section", "drawings"),
      own = make("div", "drawing"),
      seen = make("div", "drawing");
    own.append(make("h4", "", "Your drawing"), this.pad.element, this.tools.element);
    seen.append(make("h4", "", "What the readers see"), this.seen, this.sliders.element);
    drawings.append(own, seen);
    return drawings;
  }

  makeChoice() {
    const choice = make("select", "select", "", { "aria-label": "What the map changes" });
    for (const { name } of this.session.kinds) choice.append(new Option(name, name));
    choice.addEventListener("change", () => this.session.chooseKind(choice.value));
    return choice;
  }

  makeReaders() {
    const box = make("div", "lab-right"),
      head = make("div", "lab-head"),
      label = make("label", "map-choice", "Map of the answers by "),
      readers = make("div", "readers"),
      hint =
        " Each cell says what the reader answers there. The frame is where your sliders stand; " +
        "press a cell to go there.";
    label.append(this.choice, make("span", "soft", hint));
    head.append(label, this.projector.button);
    readers.append(...this.columns.map(({ element }) => element));
    box.append(head, readers);
    return box;
  }

  /** @param {Reader} reader @returns {Column} */
  makeColumn(reader) {
    const { session } = this,
      { name } = reader,
      element = make("section", "reader", "", { "aria-label": name }),
      votes = new VotesPanel(session.categories, false),
      map = new FlipMap(name, session, (settings) => session.set(settings));
    const flips = new FlipsPanel(reader, session.columns, {
      find: () => session.find(reader),
      stop: () => session.stopSearch(),
      use: (values) => session.use(values),
    });
    element.append(make("h4", "", capital(name)), votes.element, map.element, flips.element);
    return { reader, votes, map, flips, element };
  }

  /** One screen for the back row: what stands below is folded, and opens when asked for. */
  project() {
    this.galleries.open = !this.projector.on;
    this.show();
  }

  show() {
    const { session } = this,
      picture = session.changed(),
      { kind } = session,
      theme = readTheme(this.root),
      screen = this.projector.on ? window.innerHeight / 3 : Infinity,
      answers = this.answers.now(kind);
    this.choice.value = kind.name;
    this.pad.scale(theme.scale, Math.min(this.root.clientWidth, screen));
    this.sliders.show();
    paintPixels(this.seen, picture.values, picture.rows, picture.columns, this.pad.side);
    this.columns.forEach(({ reader, votes, map, flips }, place) => {
      votes.show(votesOf(reader, picture), reader.certain);
      flips.show(session.found[reader.name], picture.values, theme);
      map.show(kind, answers[place], session.state.settings, map.element.clientWidth, theme);
    });
    this.voice.say(tellAll(session.readers, picture, session.categories));
  }

  close() {
    this.answers.close();
    this.voice.stop();
    this.unlisten?.();
    this.unwatch?.();
    this.kernel.close();
    this.projector.close();
    this.pad.close();
    this.tools.close();
    dispose(this.root);
  }
}

/** What all readers say, for whoever does not see it. @param {Reader[]} readers
 * @param {import("../shared/changes.js").Picture} picture @param {string[]} categories */
function tellAll(readers, picture, categories) {
  const answers = readers.map((reader) => {
    const { letter, detail } = shortAnswer(votesOf(reader, picture), reader.certain, categories);
    return `${reader.name}: ${letter}, ${detail}`;
  });
  return `${answers.join("; ")}.`;
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export default shareSession(
  (model) => new LabSession(model),
  (session, model, element) => new LabView(session, model, element),
);
