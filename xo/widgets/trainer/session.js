// What all views of a trainer share: the network that learns, the drawing on the pad, and what Python and other windows
// hold of both.
import { Drawing } from "../shared/drawing.js";
import { runLayers, unfold } from "../shared/engine.js";
import { listenTo } from "../shared/kernel.js";
import { FrameSignal, Throttle } from "../shared/timing.js";
import { readBytes, writeBytes } from "../shared/wire.js";
import { openTraining, readMeasured, readNetwork, restore, writeLearned } from "./learned.js";
import { Learner } from "./learner.js";

/** @typedef {import("../shared/kernel.js").Model} Model */

const TELL_PYTHON_EVERY_MS = 500;

export class TrainerSession {
  /** @param {Model} model */
  constructor(model) {
    const [rows, columns] = model.get("shape"),
      pixels = () => readBytes(model.get("pixels"));
    this.model = model;
    this.id = String(Math.random());
    this.signal = new FrameSignal();
    this.sendingPixels = new Throttle(() => this.save({ pixels: writeBytes(this.drawing.values) }));
    this.sending = new Throttle(() => this.send(), TELL_PYTHON_EVERY_MS);
    this.drawing = new Drawing(rows, columns, pixels(), (resting) =>
      resting ? this.sendingPixels.now() : this.sendingPixels.soon(),
    );
    this.learner = new Learner(readNetwork(model), (atRest) => this.follow(atRest));
    this.unlisten = listenTo(model, {
      "change:progress": () => this.adopt(),
      "change:note": () => this.hear(),
      "change:pixels": () => this.drawing.adopt(pixels()),
    });
    this.opened = this.open();
  }

  async open() {
    try {
      const training = await openTraining(this.model);
      restore(training, this.model);
      this.learner.open(training);
    } catch (error) {
      this.learner.fail(error);
    }
    this.signal.tell();
  }

  /** How far it is. */
  get progress() {
    const { state, training } = this.learner,
      { step, steps } = training ?? this.model.get("progress");
    return { state, step, steps };
  }

  get points() {
    const { training } = this.learner;
    return training?.points.length ? training.points : readMeasured(this.model);
  }

  /** The votes for what is on the pad. */
  votes() {
    const layers = unfold(this.learner.layers);
    return runLayers(this.drawing.image(), layers)[layers.length].values;
  }

  /** @param {boolean} atRest it does not learn on */
  follow(atRest) {
    this.signal.tell();
    if (atRest) this.sending.now();
    else this.sending.soon();
  }

  /** Python says something, as where the network was saved. */
  hear() {
    this.learner.note = this.model.get("note");
    this.signal.tell();
  }

  /** Python, and other windows, hold what was learned so far. */
  send() {
    const { training } = this.learner;
    if (training) this.save({ ...writeLearned(training), progress: { ...this.progress, by: this.id } });
  }

  /** @param {Record<string, any>} values */
  save(values) {
    this.model.set(values);
    this.model.save_changes();
  }

  /** What another window has learned. */
  adopt() {
    const { by, state } = this.model.get("progress"),
      { learner } = this;
    if (by === this.id) return;
    learner.pace.stop();
    this.sending.cancel();
    if (learner.training) restore(learner.training, this.model);
    else learner.layers = readNetwork(this.model);
    learner.state = state === "learning" ? "elsewhere" : state;
    this.signal.tell();
  }

  /** What was learned is kept; nothing goes on where nobody watches. */
  close() {
    this.learner.pause();
    this.sending.flush();
    this.sendingPixels.flush();
    this.learner.pace.close();
    this.signal.cancel();
    this.drawing.signal.cancel();
    this.unlisten();
  }
}
