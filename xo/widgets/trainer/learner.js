// A network that learns: play, pause, step, reset, and in what state that leaves it.
import { Pace } from "./pace.js";

/**
 * @typedef {import("../shared/training.js").Training} Training
 * @typedef {"opening" | "ready" | "learning" | "elsewhere" | "paused" | "finished" | "failed"} State
 *   opening: the drawings are being unpacked; elsewhere: it learns in another window
 */

export class Learner {
  /** @param {import("../shared/engine.js").Layer[]} layers of the network, as it is now
   * @param {(atRest: boolean) => void} changed it is in another state, or, where it learns on, a little further */
  constructor(layers, changed) {
    this.layers = layers;
    this.changed = changed;
    /** @type {Training | null} none until the drawings are unpacked */
    this.training = null;
    /** @type {State} */
    this.state = "opening";
    this.note = "";
    this.pace = new Pace(
      () => changed(false),
      (error) => (error ? this.fail(error) : this.become("finished")),
    );
  }

  /** The drawings are there. @param {Training} training as far as it has come */
  open(training) {
    this.training = training;
    this.layers = training.layers;
    this.state = training.step ? this.idle() : "ready";
  }

  /** What it is when nothing goes on. @returns {State} */
  idle() {
    return this.training?.finished ? "finished" : "paused";
  }

  play() {
    if (!this.training || this.training.finished || this.pace.running) return;
    this.pace.start(this.training);
    this.become("learning");
  }

  pause() {
    if (!this.pace.running) return;
    this.pace.stop();
    this.become(this.idle());
  }

  takeStep() {
    this.pace.stop();
    try {
      this.training?.takeStep();
      this.become(this.idle());
    } catch (error) {
      this.fail(error);
    }
  }

  reset() {
    this.pace.stop();
    this.training?.reset();
    this.become("ready");
  }

  /** @param {unknown} error */
  fail(error) {
    this.become("failed");
    this.note = error instanceof Error ? error.message : String(error);
  }

  /** @param {State} state */
  become(state) {
    this.state = state;
    this.note = "";
    this.changed(true);
  }
}
