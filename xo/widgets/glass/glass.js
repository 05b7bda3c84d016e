// The glass network: every number from the pad to the votes, alive while the pen moves.
import { dispose } from "../shared/canvas.js";
import { makeRoot } from "../shared/dom.js";
import { GONE } from "../shared/kernel.js";
import { listenToUndo } from "../shared/keys.js";
import { watch } from "../shared/watch.js";
import { readPicture } from "../shared/wire.js";
import { Around } from "./around.js";
import { Backward } from "./backward/backward.js";
import { Figure } from "./figure.js";
import { OwnFunctions } from "./own_functions.js";
import { limitsOf, runPasses, shapeOf } from "./passes.js";
import { Session } from "./session.js";

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
    this.root = makeRoot("glass", model.get("title"));
    this.own = new OwnFunctions(
      model,
      (error, askedAt) => this.hear(error, askedAt),
      () => this.standIn(),
    );
    this.laid = "";
    this.backward = this.buildBackward();
    this.around = new Around(this.root, {
      session: this.session,
      categories: model.get("categories"),
      backward: this.backward,
      resized: () => this.lay(),
      rescale: (scale) => {
        this.figure.picture.scale = scale;
        this.lay();
      },
    });
    el.append(this.root);
    this.figure = new Figure(this.root, this.session, this.around, model.get("categories"));
    this.watch();
    this.lay();
    this.askOwn();
  }

  buildBackward() {
    return new Backward({
      model: this.model,
      session: this.session,
      passes: () => runPasses(this.session.state, this.own.answers),
      changed: () => {
        this.lay();
        this.speak();
      },
      explain: (subject) => this.figure.pin.walk(subject),
      tell: (text) => this.around.tell(text),
    });
  }

  watch() {
    listenToUndo(this.root, this.session);
    this.session.listen(() => this.paint());
    this.unwatch = watch(this.root, this.model, {
      resized: () => this.lay(),
      restyled: () => this.lay(),
      kernelGone: () => this.around.tell(GONE),
    });
  }

  lay() {
    if (!this.root.clientWidth) return;
    const passes = this.run(),
      shape = shapeOf(passes);
    if (shape !== this.laid) this.figure.picture.limits = limitsOf(this.session.state, presetsOf(this.model));
    this.laid = shape;
    this.describe(passes);
    // Rows have no lines to speak of, and what the legend says makes it as high as it is.
    this.figure.lay(passes, () => this.describe(passes));
  }

  run() {
    return this.backward.turn(runPasses(this.session.state, this.own.answers));
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
    if (shapeOf(passes) !== this.laid || this.describe(passes)) this.lay();
    else this.figure.show(passes);
  }

  /** @param {Pass[]} passes @returns {boolean} whether there is another room for the picture now */
  describe(passes) {
    const { limits, layout } = this.figure.picture;
    return this.around.show(passes, limits, !layout?.stacked);
  }

  askOwn() {
    if (this.session.state.layers.some((layer) => layer.own && layer.on)) this.own.ask(this.session.state);
  }

  /** The kernel has answered a question. @param {string} error @param {number} askedAt */
  hear(error, askedAt) {
    this.around.tell(error);
    this.show();
    this.speak();
    this.root.dispatchEvent(new CustomEvent("xo-answered", { detail: askedAt }));
  }

  /** The kernel has not answered for a while: it is busy, or gone, or this is a page without Python. */
  standIn() {
    this.around.tell(SILENT);
    this.show();
  }

  speak() {
    this.figure.elements.refreshSoon();
    this.around.speak(this.figure.passes);
  }

  close() {
    this.unwatch?.();
    this.around.close();
    this.figure.close();
    this.own.close();
    this.backward.close();
    this.session.close();
    dispose(this.root);
  }
}

/** The pictures to start from. @param {Model} model */
function presetsOf(model) {
  return Object.values(/** @type {Record<string, string>} */ (model.get("presets"))).map(readPicture);
}

/** @param {{model: Model, el: HTMLElement}} view */
function render({ model, el }) {
  const glass = new Glass(model, el);
  return () => glass.close();
}

export default { render };
