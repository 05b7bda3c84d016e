// A network that learns in the browser: play, pause, step, reset, how fast; what Python holds of it, and what it does
// in other windows.
import { BackgroundTask } from "../shared/background.js";
import { Drawing } from "../shared/drawing.js";
import { readLayers, runLayers, unfold, writeNumbers } from "../shared/engine.js";
import { readExamples, readOrder } from "../shared/examples.js";
import { listenTo } from "../shared/kernel.js";
import { Adam } from "../shared/rules.js";
import { FrameSignal, Throttle } from "../shared/timing.js";
import { Training } from "../shared/training.js";
import { readBytes, writeBytes } from "../shared/wire.js";
import { readPoints, writePoints } from "./curves.js";

/**
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {import("../shared/training.js").Point} Point
 * @typedef {"opening" | "ready" | "learning" | "elsewhere" | "paused" | "finished" | "failed"} State
 *   opening: the drawings are being unpacked; elsewhere: it learns in another window
 */

const TELL_PYTHON_EVERY_MS = 500;
export const SPEEDS = [
  { name: "2 steps a second", steps: 2 },
  { name: "10 steps a second", steps: 10 },
  { name: "50 steps a second", steps: 50 },
  { name: "as fast as it can", steps: 0 },
];

export class TrainerSession {
  /** @param {Model} model */
  constructor(model) {
    const [rows, columns] = model.get("shape");
    this.model = model;
    this.id = String(Math.random());
    this.signal = new FrameSignal();
    this.sendingPixels = new Throttle(() => this.save({ pixels: writeBytes(this.drawing.values) }));
    this.sending = new Throttle(() => this.send(), TELL_PYTHON_EVERY_MS);
    this.drawing = new Drawing(rows, columns, readBytes(model.get("pixels")), (resting) =>
      resting ? this.sendingPixels.now() : this.sendingPixels.soon(),
    );
    /** Until the drawings are unpacked, there is none. @type {Training | null} */
    this.training = null;
    this.layers = readLayers(model.get("plans"), readBytes(model.get("numbers")));
    /** @type {State} */
    this.state = "opening";
    this.note = "";
    this.speed = 50;
    this.begun = { at: 0, step: 0 };
    this.task = new BackgroundTask(
      () => this.follow(),
      (error) => this.end(error),
    );
    this.unlisten = listenTo(model, {
      "change:progress": () => this.adopt(),
      "change:note": () => this.say(model.get("note")),
      "change:pixels": () => this.drawing.adopt(readBytes(model.get("pixels"))),
    });
    this.opened = this.open();
  }

  async open() {
    try {
      const [examples, unseen, order] = await Promise.all([
        readExamples(this.model.get("seen_shape"), this.model.get("seen")),
        this.model.get("unseen_shape").length
          ? readExamples(this.model.get("unseen_shape"), this.model.get("unseen"))
          : null,
        readOrder(this.model.get("order")),
      ]);
      const start = readLayers(this.model.get("plans"), readBytes(this.model.get("start"))),
        { batch, rate, error } = this.model.get("how");
      this.training = new Training(start, examples, { order, unseen, batch, error, makeRule: () => new Adam(rate) });
      this.restore();
      this.state = this.training.step ? this.idle() : "ready";
    } catch (error) {
      this.fail(error);
    }
    this.signal.tell();
  }

  /** What it is when nothing goes on. @returns {State} */
  idle() {
    return this.training?.finished ? "finished" : "paused";
  }

  /** Take over what the traits hold. */
  restore() {
    const layers = readLayers(this.model.get("plans"), readBytes(this.model.get("numbers"))),
      points = readPoints(readBytes(this.model.get("points"))),
      memory = readBytes(this.model.get("memory"));
    this.layers = layers;
    if (!this.training) return;
    this.training.restore(this.model.get("progress").step, layers, memory, points);
    this.layers = this.training.layers;
  }

  get steps() {
    return this.model.get("progress").steps;
  }

  get step() {
    return this.training?.step ?? this.model.get("progress").step;
  }

  /** @returns {Point[]} */
  get points() {
    return this.training?.points.length ? this.training.points : readPoints(readBytes(this.model.get("points")));
  }

  /** The votes for what is on the pad. */
  votes() {
    const layers = unfold(this.layers);
    return runLayers(this.drawing.image(), layers)[layers.length].values;
  }

  /** How long the rest takes at the present speed, in seconds, as far as that can be told. */
  get secondsLeft() {
    const done = this.step - this.begun.step;
    if (this.state !== "learning" || done <= 0) return null;
    return ((performance.now() - this.begun.at) / 1000 / done) * (this.steps - this.step);
  }

  play() {
    if (!this.training || this.training.finished || this.task.running) return;
    this.mark();
    this.become("learning");
    this.task.start(this.work(this.training));
  }

  pause() {
    if (!this.task.running) return;
    this.task.stop();
    this.become(this.idle());
  }

  takeStep() {
    this.task.stop();
    try {
      this.training?.takeStep();
      this.become(this.idle());
    } catch (error) {
      this.fail(error);
    }
  }

  reset() {
    this.task.stop();
    this.training?.reset();
    this.become("ready");
  }

  /** @param {number} steps a second; 0: as many as it can */
  setSpeed(steps) {
    this.speed = steps;
    this.mark();
    this.signal.tell();
  }

  mark() {
    this.begun = { at: performance.now(), step: this.step };
  }

  /** Short pieces of work; and where it should be slow, rests between the steps. @param {Training} training
   * @returns {Generator<number, void>} */
  *work(training) {
    while (!training.finished) {
      training.go();
      yield this.rest();
    }
  }

  /** Milliseconds until the next step is due. After a rest that took longer, as they do in a hidden page, it catches
   * up. */
  rest() {
    const { at, step } = this.begun;
    return this.speed ? at + ((this.step - step) * 1000) / this.speed - performance.now() : 0;
  }

  /** A slice of work is done. */
  follow() {
    this.signal.tell();
    this.sending.soon();
  }

  /** @param {unknown} error */
  end(error) {
    if (error) this.fail(error);
    else this.become("finished");
  }

  /** @param {unknown} error */
  fail(error) {
    this.become("failed");
    this.say(error instanceof Error ? error.message : String(error));
  }

  /** @param {State} state */
  become(state) {
    this.state = state;
    this.note = "";
    this.signal.tell();
    this.sending.now();
  }

  /** @param {string} note */
  say(note) {
    this.note = note;
    this.signal.tell();
  }

  /** Python, and other windows, hold what was learned so far. */
  send() {
    const { training } = this;
    if (!training) return;
    this.save({
      numbers: writeBytes(writeNumbers(training.layers)),
      memory: writeBytes(training.rule.write()),
      points: writeBytes(writePoints(training.points)),
      progress: { step: training.step, steps: training.steps, state: this.state, by: this.id },
    });
  }

  /** @param {Record<string, any>} values */
  save(values) {
    this.model.set(values);
    this.model.save_changes();
  }

  /** What another window has learned. */
  adopt() {
    const { by, state } = this.model.get("progress");
    if (by === this.id) return;
    this.task.stop();
    this.sending.cancel();
    this.restore();
    this.state = state === "learning" ? "elsewhere" : state;
    this.signal.tell();
  }

  /** What was learned is kept; nothing goes on where nobody watches. */
  close() {
    this.pause();
    this.sending.flush();
    this.sendingPixels.flush();
    this.task.close();
    this.signal.cancel();
    this.drawing.signal.cancel();
    this.unlisten();
  }
}
