// The glass network: every number from the pad to the votes, alive while the pen moves.
import { chooseLimit } from "../shared/colours.js";
import { make, speaker } from "../shared/dom.js";
import { listenToUndo } from "../shared/keys.js";
import { setNumber } from "./hands/edit.js";
import { runLayers, unfold } from "../shared/engine.js";
import { kindOf } from "../shared/layers/kinds.js";
import { Figure } from "./figure.js";
import { buildLegend } from "./picture/legend.js";
import { OwnFunctions } from "./own_functions.js";
import { Session } from "./session.js";
import { buildTools, readPicture } from "./tools/tools.js";
import { tellAnswer } from "../shared/votes.js";

/**
 * @typedef {import("./picture/layout.js").Lane} Lane
 * @typedef {import("../shared/engine.js").Layer} Layer
 */

const PROJECTOR = 1.35;

class Glass {
  /** @param {import("./session.js").Model} model @param {HTMLElement} el */
  constructor(model, el) {
    const session = new Session(model),
      mode = { erasing: false };
    this.session = session;
    this.categories = model.get("categories");
    this.root = make("div", "glass", "", { role: "group", "aria-label": model.get("title"), tabindex: "-1" });
    this.status = make("div", "status", "", { role: "status" });
    const live = make("div", "spoken", "", { "aria-live": "polite" });
    this.voice = speaker(live);
    const drawing = {
      image: () => session.state.image,
      erasing: () => mode.erasing,
      draw: (/** @type {Float64Array} */ values) => session.draw(values),
      begin: () => session.beginStroke(),
      end: () => session.endStroke(),
    };
    const tools = buildTools({
      session,
      mode,
      tell: (text) => this.tell(text),
      resized: () => this.lay(),
      project: (on) => this.project(on),
    });
    this.legend = buildLegend();
    this.told = make("div", "told", "", { "aria-hidden": "true" });
    tools.prepend(this.told);
    tools.append(this.legend.element);
    el.append(this.root);
    this.figure = new Figure(this.root, {
      drawing,
      tools,
      categories: this.categories,
      say: this.voice.say,
      setNumber: (target, value) => this.setNumber(target, value),
      undo: () => session.undo(),
    });
    listenToUndo(
      this.root,
      () => session.undo(),
      () => session.redo(),
    );
    this.root.append(this.status, live);
    this.own = new OwnFunctions(
      model,
      (error, askedAt) => this.hear(error, askedAt),
      () => this.standIn(),
    );
    this.laid = "";
    this.full = false;
    this.frame = 0;
    this.watch(model);
    this.lay();
    this.askOwn();
  }

  /** @param {import("./session.js").Model} model */
  watch(model) {
    this.session.onChange(() => {
      this.frame ||= requestAnimationFrame(() => this.paint());
    });
    this.sizes = new ResizeObserver(() => this.lay());
    this.sizes.observe(this.root);
    this.themes = new MutationObserver(() => this.lay());
    this.themes.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    const gone = () =>
      this.tell("Python has gone away. Drawing goes on here; run the cell again to connect it to Python.");
    model.on("comm_live_update", gone);
    const screen = () => this.followScreen();
    document.addEventListener("fullscreenchange", screen);
    this.unwatch = () => {
      model.off("comm_live_update", gone);
      document.removeEventListener("fullscreenchange", screen);
    };
  }

  /** Both networks, or both drawings, as they are now. @returns {Lane[]} */
  compute() {
    const { image, layers, against, kept } = this.session.state;
    const lanes = [this.lane(image, layers, true, this.own.answers[0])];
    if (against.length) lanes.push(this.lane(image, against, false));
    if (kept) lanes.push(this.lane(kept, layers, true, this.own.answers[1]));
    return lanes;
  }

  /** @param {import("../shared/engine.js").Stage} image @param {Layer[]} layers @param {boolean} shown @param {Map<number, Float64Array>} [answers] */
  lane(image, layers, shown, answers) {
    const unfolded = unfold(layers),
      stages = runLayers(image, unfolded, answers);
    const told = unfolded.map((layer, place) =>
      layer.own ? { ...layer, answered: stages[place + 1].values === answers?.get(layer.number) } : layer,
    );
    return { stages, layers: told, image: shown };
  }

  /** Where the colours end: fixed while one draws, so that they mean the same in every drawing. */
  limit() {
    const { image, layers, against } = this.session.state;
    const pictures = Object.values(/** @type {Record<string, string>} */ (this.session.model.get("presets")))
      .map(readPicture)
      .filter((values) => values.length === image.values.length);
    return chooseLimit(
      [image.values, ...pictures.slice(0, 3)].flatMap((values) =>
        [layers, against].flatMap((one) =>
          runLayers({ ...image, values }, unfold(one))
            .slice(1)
            .filter((stage) => !stage.list),
        ),
      ),
    );
  }

  lay() {
    if (!this.root.clientWidth) return;
    const lanes = this.compute(),
      shape = shapeOf(lanes);
    if (shape !== this.laid) this.figure.limit = this.limit();
    this.laid = shape;
    this.tellLanes(lanes);
    this.figure.lay(lanes);
  }

  paint() {
    this.frame = 0;
    this.show();
    this.askOwn();
    this.speak();
    this.root.dispatchEvent(new CustomEvent("xo-painted"));
  }

  /** The numbers as they are now; in new places only where the layers are others. */
  show() {
    const lanes = this.compute();
    if (shapeOf(lanes) !== this.laid) return this.lay();
    this.tellLanes(lanes);
    this.figure.show(lanes);
  }

  /** What the colours mean and, where the votes stand far below the pad, the votes. @param {Lane[]} lanes */
  tellLanes(lanes) {
    this.legend.show(lanes, this.figure.limit);
    const told = lanes
      .map((lane) => tellVotes(lane, this.categories))
      .filter((text) => text)
      .join("\n");
    if (this.told.textContent !== told) this.told.textContent = told;
  }

  askOwn() {
    if (this.session.state.layers.some((layer) => layer.own && layer.on)) this.own.ask(this.session.state);
  }

  /** The kernel has answered a question. @param {string} error @param {number} askedAt */
  hear(error, askedAt) {
    this.tell(error);
    this.show();
    this.speak();
    this.root.dispatchEvent(new CustomEvent("xo-answered", { detail: askedAt }));
  }

  /** The kernel has not answered for a while: it is busy, or gone, or this is a page without Python. */
  standIn() {
    this.tell("No answer from Python: built-in layers stand in for your functions.");
    this.show();
  }

  /** @param {string} text */
  tell(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  speak() {
    this.figure.grids.refreshSoon();
    const text = tellVotes(this.figure.lanes[0], this.categories);
    if (text) this.voice.say(text);
  }

  /** @param {import("./hands/edit.js").Target} target @param {number} value */
  setNumber({ lane, stage, part, place }, value) {
    const network = this.session.state.against.length && lane === 1 ? "against" : "layers";
    const { number } = this.figure.lanes[lane].layers[stage - 1];
    this.session.change({ [network]: setNumber(this.session.state[network], number, part, place, value) });
  }

  /** @param {boolean} on */
  project(on) {
    this.root.classList.toggle("xo-projector", on);
    this.root.querySelector(".xo-project")?.setAttribute("aria-pressed", String(on));
    this.figure.scale = on ? PROJECTOR : 1;
    if (on) void this.root.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement === this.root) void document.exitFullscreen();
    this.lay();
  }

  /** Esc leaves the full screen and, with it, the projector. */
  followScreen() {
    const full = document.fullscreenElement === this.root;
    if (this.full && !full) this.project(false);
    this.full = full;
  }

  close() {
    cancelAnimationFrame(this.frame);
    this.sizes?.disconnect();
    this.themes?.disconnect();
    this.unwatch?.();
    this.voice.stop();
    this.own.close();
    this.session.close();
  }
}

/** The answer and the votes of a network in one line, or "" where it has none. @param {Lane} lane @param {string[]} categories */
function tellVotes({ stages, layers }, categories) {
  const votes = stages[stages.length - 1].values,
    names = Array.from(votes, (_, place) => categories[place] ?? String(place + 1));
  const last = layers[layers.length - 1];
  return last && kindOf(last).votes ? tellAnswer(votes, names, false) : "";
}

/** What makes a new layout necessary. @param {Lane[]} lanes */
function shapeOf(lanes) {
  return JSON.stringify(
    lanes.map(({ stages, layers }) => [
      stages.map(({ maps, rows, columns }) => [maps, rows, columns]),
      layers.map(({ number, kind, shape, answered }) => [number, kind, shape, answered]),
    ]),
  );
}

/** @param {{model: import("./session.js").Model, el: HTMLElement}} view */
function render({ model, el }) {
  const glass = new Glass(model, el);
  return () => glass.close();
}

export default { render };
