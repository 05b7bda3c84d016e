// Learning that goes on by itself, at the speed that was chosen, and how long it will take.
import { BackgroundTask } from "../shared/background.js";

/** @typedef {import("../shared/training.js").Training} Training */

export const SPEEDS = [
  { name: "2 steps a second", steps: 2 },
  { name: "10 steps a second", steps: 10 },
  { name: "50 steps a second", steps: 50 },
  { name: "as fast as it can", steps: 0 },
];

export class Pace {
  /** @param {() => void} news told after each slice of work
   * @param {(error: unknown) => void} ended told at the end, or why it cannot go on */
  constructor(news, ended) {
    this.speed = 50;
    this.task = new BackgroundTask(news, ended);
    /** @type {Training | null} what goes on */
    this.training = null;
    this.begun = { at: 0, step: 0 };
  }

  get running() {
    return this.task.running;
  }

  /** @param {Training} training */
  start(training) {
    this.training = training;
    this.mark();
    this.task.start(this.work(training));
  }

  stop() {
    this.task.stop();
  }

  /** @param {number} steps a second; 0: as many as it can */
  setSpeed(steps) {
    this.speed = steps;
    this.mark();
  }

  mark() {
    this.begun = { at: performance.now(), step: this.training?.step ?? 0 };
  }

  /** How long the rest takes at the present speed, in seconds, as far as that can be told. */
  get secondsLeft() {
    const { training, begun } = this,
      done = training && this.running ? training.step - begun.step : 0;
    if (!training || done <= 0) return null;
    return ((performance.now() - begun.at) / 1000 / done) * (training.steps - training.step);
  }

  /** Short pieces of work; and where it should be slow, rests between the steps. @param {Training} training
   * @returns {Generator<number, void>} */
  *work(training) {
    while (!training.finished) {
      training.go();
      yield this.rest(training.step);
    }
  }

  /** Milliseconds until the next step is due. After a rest that took longer, as they do in a hidden page, it catches
   * up. @param {number} step the last */
  rest(step) {
    const { begun, speed } = this;
    return speed ? begun.at + ((step - begun.step) * 1000) / speed - performance.now() : 0;
  }

  close() {
    this.task.close();
  }
}
