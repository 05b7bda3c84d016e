// Break-it lab: sliders that spoil a drawing, who still reads it, a map of where answers turn, and the smallest lie.
import { change } from "../shared/changes.js";
import { dispose, paintPixels } from "../shared/canvas.js";
import { button, make, makeRoot } from "../shared/dom.js";
import { Drawing } from "../shared/drawing.js";
import { readLayers, runLayers, unfold } from "../shared/engine.js";
import { answersOf, FlipMap, imagesOf, nameMap, readKind, WORDS } from "./flipmap.js";
import { GalleryPanel } from "./gallery.js";
import { hearNews, LiePanel } from "./fewest_flips.js";
import { Kernel, listenTo } from "../shared/kernel.js";
import { makePadTools, Pad } from "../shared/pad.js";
import { FrameSignal, Throttle } from "../shared/timing.js";
import { VotesPanel, winner } from "../shared/votes.js";
import { watch } from "../shared/watch.js";
import { readBytes, sameValues, writeBytes } from "../shared/wire.js";

/**
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {import("../shared/changes.js").Settings} Settings
 * @typedef {import("./fewest_flips.js").Lie} Lie
 * @typedef {{name: string, certain: boolean, formula: boolean, layers: import("../shared/engine.js").Layer[]}} Reader
 * @typedef {{reader: Reader, votes: VotesPanel, map: FlipMap, lie: LiePanel, column: HTMLElement}} Column
 */

const CATEGORIES = ["X", "O"];
const SIZE = 9;
/** @type {Settings} */
export const PLAIN = { rows: 0, columns: 0, size: 1, degrees: 0, thickness: 0, noise: 0 };
/** @type {Record<keyof Settings, {label: string, from: number, to: number, step: number}>} */
const SLIDERS = {
  rows: { label: "Shift down", from: -4, to: 4, step: 0.5 },
  columns: { label: "Shift right", from: -4, to: 4, step: 0.5 },
  size: { label: "Size", from: 0.5, to: 1.5, step: 0.05 },
  degrees: { label: "Turn", from: -90, to: 90, step: 3 },
  thickness: { label: "Thickness", from: -1, to: 1.5, step: 0.25 },
  noise: { label: "Noise", from: 0, to: 2, step: 0.1 },
};

/** A short name for an image: the same pixels give the same. @param {Float64Array} values */
export function keyOf(values) {
  let hash = 2166136261;
  for (const value of values) hash = Math.imul(hash ^ Math.round(value * 1e6), 16777619) >>> 0;
  return String(hash);
}

/** The readers that Python sent. @param {any[]} plans @param {Float64Array} numbers @returns {Reader[]} */
export function readReaders(plans, numbers) {
  let place = 0;
  return plans.map(({ name, certain, formula, plans: layers, count }) => {
    const own = numbers.slice(place, place + count);
    place += count;
    return { name, certain, formula, layers: unfold(readLayers(layers, own)) };
  });
}

class View {
  /** @param {Model} model @param {HTMLElement} element */
  constructor(model, element) {
    this.model = model;
    this.grain = readBytes(model.get("grain"));
    this.kinds = model.get("maps").map(readKind);
    this.readers = readReaders(model.get("readers"), readBytes(model.get("numbers")));
    /** @type {Settings} */
    this.settings = { ...PLAIN, ...model.get("settings") };
    /** @type {Record<string, Lie>} */
    this.lies = model.get("lies");
    /** The maps as they were last worked out. @type {{name: string, kind: string, answers: number[][]}} */
    this.maps = { name: "", kind: "", answers: [] };
    this.mapsDone = this.mapsTook = this.mapsTimer = 0;
    this.own = false;
    this.heardNumber = 0;
    this.root = makeRoot("panel lab", "Break-it lab");
    this.signal = new FrameSignal();
    this.signal.listen(() => {
      this.show();
      this.acknowledge();
    });
    this.sending = new Throttle(() => this.send());
    this.drawing = new Drawing(SIZE, SIZE, readBytes(model.get("pixels")), (resting) => this.changed(resting));
    this.pad = new Pad(this.drawing, window.innerWidth >= 1700 ? 34 : 26);
    this.padTools = makePadTools(this.drawing, readPictures(model.get("presets")), this.root);
    /** @type {Record<string, {input: HTMLInputElement, output: HTMLOutputElement}>} */
    this.sliders = {};
    this.seen = make("canvas", "seen-canvas", "", { role: "img", "aria-label": "What the readers see" });
    this.choice = make("select", "select", "", { "aria-label": "What the map changes" });
    this.note = make("div", "note", "", { role: "status" });
    this.kernel = new Kernel(model, (words) => {
      this.note.textContent = words;
    });
    this.columns = this.readers.map((reader) => this.makeColumn(reader));
    this.gallery = new GalleryPanel(model, this.kernel, this.readers, CATEGORIES, (values) => this.use(values));
    this.build();
    element.append(this.root);
    this.listen();
    this.show();
  }

  /** @param {Reader} reader @returns {Column} */
  makeColumn(reader) {
    const votes = new VotesPanel(CATEGORIES, false),
      column = make("section", "reader", "", { "aria-label": reader.name });
    const map = new FlipMap(reader.name, CATEGORIES, (down, across) => this.jump(down, across));
    const lie = new LiePanel(reader.name, reader.formula, {
      find: () =>
        this.kernel.ask({ do: "lie", reader: reader.name, key: this.key(), pixels: Array.from(this.image().values) }),
      stop: () => this.kernel.ask({ do: "stop" }),
      use: (values) => this.use(values),
    });
    column.append(make("h4", "", capital(reader.name)), votes.element, map.element, lie.element);
    return { reader, votes, map, lie, column };
  }

  build() {
    const left = make("section", "column bench"),
      right = make("div", "readers");
    const sliders = make("div", "sliders", "", { role: "group", "aria-label": "Changes" });
    for (const name of /** @type {(keyof Settings)[]} */ (Object.keys(SLIDERS))) sliders.append(this.makeSlider(name));
    const seen = make("div", "seen");
    const say = make("div", "");
    say.append(
      make("b", "", "What the readers see"),
      make("div", "soft", "your drawing after all changes"),
      button("Undo changes", "Set all sliders back", () => this.set({ ...PLAIN }, true)),
    );
    seen.append(this.seen, say);
    left.append(make("h4", "", "Your drawing"), this.pad.element, this.padTools.element, sliders, seen);
    for (const kind of this.kinds) this.choice.append(new Option(kind.name, kind.name));
    this.choice.addEventListener("change", () => {
      this.model.set("kind", this.choice.value);
      this.model.save_changes();
      this.signal.tell();
    });
    const label = make("label", "map-choice", "Map of the answers by ");
    label.append(
      this.choice,
      make("span", "soft", " The frame is where your sliders stand. Press a cell to go there."),
    );
    right.append(...this.columns.map(({ column }) => column));
    const body = make("div", "lab-right");
    body.append(label, right);
    const top = make("div", "columns");
    top.append(left, body);
    this.root.append(this.note, top, this.gallery.element);
  }

  /** @param {keyof Settings} name */
  makeSlider(name) {
    const { label, from, to, step } = SLIDERS[name],
      row = make("label", "slider");
    const input = make("input", "", "", { type: "range", min: String(from), max: String(to), step: String(step) });
    const output = make("output", "number");
    input.addEventListener("input", () => this.set({ ...this.settings, [name]: Number(input.value) }, false));
    input.addEventListener("change", () => this.set({ ...this.settings, [name]: Number(input.value) }, true));
    row.append(make("span", "", label), input, output);
    this.sliders[name] = { input, output };
    return row;
  }

  listen() {
    const { model } = this;
    const again = () => this.signal.tell();
    const redrawn = () => {
      if (this.own) return;
      this.settings = { ...PLAIN, ...model.get("settings") };
      this.drawing.adopt(readBytes(model.get("pixels")));
      again();
    };
    this.unlisten = listenTo(model, {
      "msg:custom": (/** @type {any} */ message) => {
        if (!message?.lie) return;
        this.kernel.answered();
        this.lies = hearNews(this.lies, message.lie);
        this.heardNumber = message.number;
        this.hear();
      },
      "change:lies": () => {
        this.kernel.answered();
        this.lies = model.get("lies");
        again();
      },
      "change:pixels": redrawn,
      "change:settings": redrawn,
      "change:kind": again,
    });
    this.unwatch = watch(this.root, model, {
      resized: again,
      restyled: again,
      kernelGone: () => this.kernel.lose(),
    });
    this.kernel.greet(this.root);
  }

  picture() {
    return { values: this.drawing.values, rows: SIZE, columns: SIZE };
  }

  /** What the readers see. */
  image() {
    return change(this.picture(), this.settings, this.grain);
  }

  key() {
    return keyOf(this.image().values);
  }

  /** @param {Settings} settings @param {boolean} resting */
  set(settings, resting) {
    this.settings = settings;
    this.changed(resting);
  }

  /** Go to a cell of the map. @param {number} down @param {number} across */
  jump(down, across) {
    const kind = this.kind(),
      row = kind.down.values[down],
      column = kind.across.values[across];
    if (row === undefined || column === undefined) return;
    this.set({ ...this.settings, [kind.down.name]: row, [kind.across.name]: column }, true);
  }

  /** Put an image on the pad, as it is. @param {Float64Array} values */
  use(values) {
    this.settings = { ...PLAIN };
    this.drawing.draw(values.slice());
  }

  /** @returns {import("./flipmap.js").Kind} */
  kind() {
    const name = this.model.get("kind");
    return this.kinds.find((/** @type {any} */ kind) => kind.name === name) ?? this.kinds[0];
  }

  /** @param {boolean} resting */
  changed(resting) {
    this.signal.tell();
    if (resting) this.sending.now();
    else this.sending.soon();
  }

  send() {
    const { model } = this;
    if (Object.values(this.lies).some((lie) => lie.state === "searching" && lie.key !== this.key()))
      model.send({ do: "stop" });
    this.own = true; // what this view sets itself, it need not hear again
    if (!sameValues(readBytes(model.get("pixels")), this.drawing.values))
      model.set("pixels", writeBytes(this.drawing.values));
    model.set("settings", { ...this.settings });
    this.own = false;
    model.save_changes();
  }

  /** A page that is not seen answers at once, and shows the news when it is seen. */
  hear() {
    this.signal.tell();
    if (document.hidden) this.acknowledge();
  }

  acknowledge() {
    if (this.heardNumber) this.model.send({ do: "seen", number: this.heardNumber });
    this.heardNumber = 0;
  }

  show() {
    const image = this.image(),
      kind = this.kind(),
      key = keyOf(image.values),
      style = getComputedStyle(this.root);
    const theme = {
      ground: style.backgroundColor,
      text: style.color,
      soft: style.getPropertyValue("--xo-soft"),
      light: style.getPropertyValue("--xo-light"),
    };
    this.updateMaps(kind);
    this.choice.value = kind.name;
    for (const name of /** @type {(keyof Settings)[]} */ (Object.keys(SLIDERS))) {
      const { input, output } = this.sliders[name],
        text = WORDS[name].write(this.settings[name]);
      input.value = String(this.settings[name]);
      input.setAttribute("aria-valuetext", text);
      output.textContent = text;
    }
    paintPixels(this.seen, image.values, SIZE, SIZE, 11);
    this.columns.forEach(({ reader, votes, map, lie, column }, place) => {
      const stages = runLayers({ ...image, maps: 1, list: false }, reader.layers),
        said = stages[stages.length - 1].values;
      votes.show(said, reader.certain);
      map.paint(kind, this.maps.answers[place], this.settings, column.clientWidth, theme);
      const about = this.lies[reader.name];
      lie.show(about?.key === key ? about : undefined, image.values, CATEGORIES[1 - winner(said)], "#35e0ac");
    });
  }

  /** Work the maps out anew where they changed, for a third of the time at most: the pen comes first.
   * @param {import("./flipmap.js").Kind} kind */
  updateMaps(kind) {
    const name = nameMap(this.settings, kind) + keyOf(this.drawing.values);
    if (name === this.maps.name) return;
    clearTimeout(this.mapsTimer);
    const start = performance.now(),
      wait = this.mapsDone + 2 * this.mapsTook - start;
    if (wait > 0 && kind.name === this.maps.kind) {
      this.mapsTimer = window.setTimeout(() => this.signal.tell(), wait);
      return;
    }
    const images = imagesOf(this.picture(), this.settings, kind, this.grain);
    this.maps = { name, kind: kind.name, answers: this.readers.map(({ layers }) => answersOf(layers, images)) };
    this.mapsDone = performance.now();
    this.mapsTook = this.mapsDone - start;
  }

  close() {
    this.signal.cancel();
    this.sending.flush();
    clearTimeout(this.mapsTimer);
    this.unwatch?.();
    this.pad.close();
    this.padTools.close();
    dispose(this.root);
    this.gallery.close();
    this.kernel.close();
    for (const { votes } of this.columns) votes.close();
    this.unlisten?.();
  }
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {any[]} pictures */
function readPictures(pictures) {
  return pictures.map(({ name, pixels }) => ({ name, values: Float64Array.from(pixels) }));
}

/** @param {{model: Model, el: HTMLElement}} place */
function render({ model, el }) {
  const view = new View(model, el);
  return () => view.close();
}

export default { render };
