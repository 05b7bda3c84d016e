// Play, pause, step, reset, how fast, save; how far it is; and one line on what goes on.
import { button, make, setText, setUsable } from "../shared/dom.js";
import { thousands } from "../shared/numbers.js";
import { SPEEDS } from "./pace.js";

/** @typedef {import("./learner.js").State} State */

/** @type {Record<State, string>} */
const HINTS = {
  opening: "Unpacking the drawings.",
  ready: "Its numbers are noise. Press Play, and watch what becomes of them.",
  learning: "Learning. Draw something meanwhile: it answers with what it knows so far.",
  elsewhere: "It learns in another window. Play goes on here instead.",
  paused: "Paused. Play goes on from here as if nothing had been.",
  finished: "Finished. Draw for it, keep it, or reset and see the same again.",
  failed: "Stopped.",
};
/** @type {Partial<Record<State, string>>} */
const STATES = { paused: "Paused: ", elsewhere: "In another window: ", finished: "Finished: ", failed: "Stopped: " };

/** How far it is, in words.
 * @param {{state: State, step: number, steps: number}} progress @param {number} rounds
 * @param {number | null} secondsLeft */
export function tellProgress({ state, step, steps }, rounds, secondsLeft) {
  if (state === "ready" || state === "opening")
    return `Ready: ${rounds} ${rounds === 1 ? "round" : "rounds"}, ${thousands(steps)} steps`;
  const round = Math.max(1, Math.ceil((step / steps) * rounds)),
    left = secondsLeft === null ? "" : `, ${tellTime(secondsLeft)} left`;
  return `${STATES[state] ?? ""}step ${step} of ${steps}, round ${round} of ${rounds}${left}`;
}

/** @param {number} seconds */
export function tellTime(seconds) {
  if (seconds < 1) return "less than a second";
  return seconds < 90 ? `about ${Math.round(seconds)} s` : `about ${Math.round(seconds / 60)} min`;
}

export class Controls {
  /** @param {import("./session.js").TrainerSession} session @param {number} rounds @param {() => void} save
   * @param {HTMLElement} projector the button for it */
  constructor(session, rounds, save, projector) {
    const { learner } = session,
      turn = () => (learner.state === "learning" ? learner.pause() : learner.play());
    this.session = session;
    this.rounds = rounds;
    this.play = button("▶ Play", "Let it learn", turn, "button main");
    this.step = button("Step", "Learn from one more batch", () => learner.takeStep());
    this.speed = this.makeSpeed();
    this.bar = make("progress", "bar", "", { "aria-label": "Progress" });
    this.place = make("span", "place");
    this.note = make("div", "note", "", { role: "status" });
    const tools = make("div", "controls"),
      label = make("label", "", "Speed "),
      progress = make("div", "progress");
    label.append(this.speed);
    tools.append(
      this.play,
      this.step,
      button("Reset", "Back to the start", () => learner.reset()),
      label,
      button("Save my network", "Save my network beside the notebook", save),
      projector,
    );
    progress.append(this.bar, this.place);
    this.elements = [tools, progress, this.note];
  }

  makeSpeed() {
    const { learner, signal } = this.session,
      speed = make("select", "select", "", { "aria-label": "Speed" });
    for (const { name, steps } of SPEEDS) speed.append(new Option(name, String(steps)));
    speed.addEventListener("change", () => {
      learner.pace.setSpeed(Number(speed.value));
      signal.tell();
    });
    return speed;
  }

  /** @param {string} words on the kernel */
  show(words) {
    const { progress, learner } = this.session,
      { state, step, steps } = progress,
      learning = state === "learning";
    setText(this.play, learning ? "❚❚ Pause" : "▶ Play");
    this.play.setAttribute("aria-label", learning ? "Pause" : "Play: let it learn");
    for (const one of [this.play, this.step]) setUsable(one, learner.training !== null && step < steps);
    this.speed.value = String(learner.pace.speed);
    this.bar.max = steps;
    this.bar.value = step;
    setText(this.place, tellProgress(progress, this.rounds, learner.pace.secondsLeft));
    setText(this.note, [words, learner.note || HINTS[state]].filter(Boolean).join(" "));
  }
}
