// The glass network: every number from the pad to the votes, alive while the pen moves.
import { dispose } from "../shared/canvas.js";
import { make, makeRoot, setText, speaker } from "../shared/dom.js";
import { GONE } from "../shared/kernel.js";
import { listenToUndo } from "../shared/keys.js";
import { watch } from "../shared/watch.js";
import { readPicture } from "../shared/wire.js";
import { Backward } from "./backward/backward.js";
import { Figure } from "./figure.js";
import { setNumber } from "./handlers/target.js";
import { OwnFunctions } from "./own_functions.js";
import { answersText, limitsOf, runPasses, shapeOf } from "./passes.js";
import { Legend } from "./picture/legend.js";
import { Session } from "./session.js";
import { Projector } from "./tools/projector.js";
import { keysText } from "./tools/keys.js";
import { buildSwitches } from "./tools/switches.js";
import { buildTools } from "./tools/tools.js";

/**
 * @typedef {import("./picture/layout.js").Pass} Pass
 * @typedef {import("../shared/kernel.js").Model} Model
 */

const SILENT = "No answer from Python: built-in layers stand in for your functions.";

class Glass {
  /** @param {Model} model @param {HTMLElement} el */
  constructor(model, el) {
    this.model = model;
    this.session = new Session(model);
    this.categories = /** @type {string[]} */ (model.get("categories"));
    this.root = makeRoot("glass", model.get("title"));
    this.status = make("div", "status", "", { role: "status" });
    this.answer = make("div", "answer-line", "", { "aria-hidden": "true" });
    const live = make("div", "spoken", "", { "aria-live": "polite" });
    this.voice = speaker(live);
    this.legend = new Legend();
    this.projector = new Projector(this.root, (scale) => this.rescale(scale));
    this.own = new OwnFunctions(
      model,
      (error, askedAt) => this.hear(error, askedAt),
      () => this.standIn(),
    );
    this.laid = "";
    this.backward = this.buildBackward();
    el.append(this.root);
    this.figure = this.buildFigure();
    this.root.append(live);
    this.watch();
    this.lay();
    this.askOwn();
  }

  buildBackward() {
    return new Backward({
      model: this.model,
      session: this.session,
      passes: () => runPasses(this.session.state, this.own.answers),
      changed: () => this.turned(),
      explain: (subject) => this.figure.pin.walk(subject),
      tell: (text) => this.tell(text),
    });
  }

  buildFigure() {
    const { session } = this;
    const host = {
        session,
        root: this.root,
        tell: (/** @type {string} */ text) => this.tell(text),
        resized: () => this.lay(),
        project: (/** @type {boolean} */ on) => this.projector.show(on),
      },
      tools = buildTools(host),
      below = make("div", "below");
    tools.prepend(this.answer);
    if (session.state.layers.length) below.append(this.backward.element, buildSwitches(host));
    below.append(this.status, this.legend.element, this.backward.legend.element);
    const drawing = {
      image: () => session.state.image,
      erasing: () => session.erasing,
      draw: (/** @type {Float64Array} */ values) => session.draw(values),
      begin: () => session.begin(),
      end: () => session.end(),
    };
    return new Figure(this.root, {
      drawing,
      tools,
      below,
      keys: keysText(session.state.layers.length > 0),
      categories: this.categories,
      say: this.voice.say,
      setNumber: (target, value) => this.setNumber(target, value),
      undo: () => session.undo(),
      tell: (text) => this.tell(text),
    });
  }

  watch() {
    const { session, root, model } = this;
    listenToUndo(
      root,
      () => session.undo(),
      () => session.redo(),
    );
    session.listen(() => this.paint());
    this.unwatch = watch(root, model, {
      resized: () => this.lay(),
      restyled: () => this.lay(),
      kernelGone: () => this.tell(GONE),
    });
  }

  lay() {
    if (!this.root.clientWidth) return;
    const passes = this.run(),
      shape = shapeOf(passes);
    if (shape !== this.laid) {
      const pictures = Object.values(/** @type {Record<string, string>} */ (this.model.get("presets")));
      this.figure.limits = limitsOf(this.session.state, pictures.map(readPicture));
    }
    this.laid = shape;
    this.describe(passes);
    this.figure.lay(passes);
    // Rows have no lines to speak of, and what the legend says makes it as high as it is.
    if (this.describe(passes)) this.figure.lay(passes);
  }

  run() {
    return this.backward.turn(runPasses(this.session.state, this.own.answers));
  }

  /** The picture shows slopes now, or others, or values again. */
  turned() {
    this.lay();
    this.speak();
  }

  paint() {
    this.show();
    this.askOwn();
    this.speak();
    this.root.dispatchEvent(new CustomEvent("xo-painted"));
  }

  /** The numbers as they are now; in new places only where the layers are others. */
  show() {
    const passes = this.run();
    if (shapeOf(passes) !== this.laid) return this.lay();
    if (this.describe(passes)) return this.lay();
    this.figure.show(passes);
  }

  /** What the colours mean and, where the votes stand far below the pad, the votes. @param {Pass[]} passes
   * @returns {boolean} whether the legend says something else now, or what stands there has another height */
  describe(passes) {
    setText(this.answer, answersText(passes, this.categories).join("\n"));
    const moved = this.backward.show(passes),
      said = this.legend.show(passes, this.figure.limits, !this.figure.layout?.stacked);
    if (passes[0].back) this.legend.element.hidden = true;
    return moved || said;
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
    this.tell(SILENT);
    this.show();
  }

  /** @param {string} text */
  tell(text) {
    setText(this.status, text);
  }

  speak() {
    this.figure.elements.refreshSoon();
    const { passes } = this.figure,
      text = [...answersText(passes, this.categories), this.backward.text(passes)].join(" ").trim();
    if (text) this.voice.say(text);
  }

  /** @param {import("./handlers/target.js").Target} target @param {number} value */
  setNumber({ pass, stage, part, place }, value) {
    const network = this.session.state.against.length && pass === 1 ? "against" : "layers",
      { number } = this.figure.passes[pass].layers[stage - 1];
    this.session.change({ [network]: setNumber(this.session.state[network], number, part, place, value) });
  }

  /** @param {number} scale */
  rescale(scale) {
    this.figure.scale = scale;
    this.lay();
  }

  close() {
    this.unwatch?.();
    this.projector.close();
    this.voice.stop();
    this.figure.close();
    this.own.close();
    this.backward.close();
    this.session.close();
    dispose(this.root);
  }
}

/** @param {{model: Model, el: HTMLElement}} view */
function render({ model, el }) {
  const glass = new Glass(model, el);
  return () => glass.close();
}

export default { render };
