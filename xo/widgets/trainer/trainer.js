// Watch a network learn: play, pause, step, reset, draw for it, keep it.
import { dispose, readTheme } from "../shared/canvas.js";
import { make, makeRoot, speaker } from "../shared/dom.js";
import { runLayers, unfold } from "../shared/engine.js";
import { Kernel } from "../shared/kernel.js";
import { makePadTools, Pad } from "../shared/pad.js";
import { Projector } from "../shared/projector.js";
import { Throttle } from "../shared/timing.js";
import { shareSession } from "../shared/views.js";
import { tellAnswer, VotesPanel } from "../shared/votes.js";
import { watch } from "../shared/watch.js";
import { Controls } from "./controls.js";
import { CurvesPanel } from "./curves.js";
import { TrainerSession } from "./session.js";
import { WeightsPanel } from "./weights.js";

/** @typedef {import("../shared/kernel.js").Model} Model */

const SPEAK_AFTER_MS = 700;
const PAINT_EVERY_MS = 60;

class TrainerView {
  /** @param {TrainerSession} session @param {Model} model @param {HTMLElement} element */
  constructor(session, model, element) {
    const { rounds, error } = model.get("how"),
      layers = unfold(session.learner.layers);
    this.session = session;
    this.categories = model.get("categories");
    this.certain = error === "softmax_error";
    this.root = makeRoot("panel trainer", "Trainer: a network that learns");
    this.kernel = new Kernel(model, () => session.signal.tell());
    this.projector = new Projector(this.root, () => this.painting.now());
    this.controls = new Controls(session, rounds, () => this.save(), this.projector.button);
    this.curves = new CurvesPanel(error);
    // Not in every frame, for that leaves no time for the pen.
    this.painting = new Throttle(() => this.show(), PAINT_EVERY_MS);
    this.weights = new WeightsPanel(layers, runLayers(session.drawing.image(), layers), this.categories, () =>
      this.painting.now(),
    );
    this.pad = new Pad(session.drawing);
    this.tools = makePadTools(session.drawing, model.get("presets"), this.root);
    this.votes = new VotesPanel(this.categories);
    this.spoken = make("div", "spoken", "", { "aria-live": "polite" });
    this.voice = speaker(this.spoken, SPEAK_AFTER_MS);
    element.append(this.build());
    this.listen(model);
    this.show();
  }

  build() {
    const columns = make("div", "columns"),
      drawing = make("section", "column");
    drawing.append(make("h4", "", "Draw, and it answers"), this.pad.element, this.tools.element, this.votes.element);
    columns.append(this.curves.element, this.weights.element, drawing);
    this.root.append(...this.controls.elements, columns, this.spoken);
    return this.root;
  }

  /** Python gets the numbers first, and then is asked to keep them; what it said of an earlier time goes. */
  save() {
    this.session.save({ note: "" });
    this.session.sending.now();
    this.kernel.ask({ do: "save" });
  }

  /** @param {Model} model */
  listen(model) {
    const { signal, learner } = this.session,
      paint = () => this.painting.now();
    this.ends = [
      signal.listen(() => (learner.state === "learning" ? this.painting.soon() : paint())),
      this.session.drawing.listen(() => this.answer()),
      watch(this.root, model, { resized: paint, restyled: paint, kernelGone: () => this.kernel.lose() }),
    ];
    this.kernel.greet(this.root);
  }

  show() {
    const theme = readTheme(this.root);
    this.pad.scale(theme.scale, this.root.clientWidth);
    this.curves.show(this.session, theme.scale);
    this.weights.show(unfold(this.session.learner.layers), theme);
    this.controls.show(this.kernel.words);
    this.answer();
  }

  answer() {
    const votes = this.session.votes();
    this.votes.show(votes, this.certain);
    this.voice.say(tellAnswer(votes, this.categories, this.certain));
  }

  close() {
    this.voice.stop();
    this.painting.cancel();
    for (const end of this.ends ?? []) end();
    this.kernel.close();
    this.projector.close();
    this.pad.close();
    this.tools.close();
    dispose(this.root);
  }
}

export default shareSession(
  (model) => new TrainerSession(model),
  (session, model, element) => new TrainerView(session, model, element),
);
