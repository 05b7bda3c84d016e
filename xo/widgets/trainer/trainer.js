// Watch a network learn: play, pause, step, reset, draw for it, keep it.
import { dispose, readTheme } from "../shared/canvas.js";
import { gradient } from "../shared/colours.js";
import { button, make, makeRoot, setText, setUsable, speaker } from "../shared/dom.js";
import { runLayers, unfold } from "../shared/engine.js";
import { Kernel } from "../shared/kernel.js";
import { thousands } from "../shared/numbers.js";
import { makePadTools, Pad } from "../shared/pad.js";
import { Throttle } from "../shared/timing.js";
import { shareSession } from "../shared/views.js";
import { tellAnswer, VotesPanel } from "../shared/votes.js";
import { watch } from "../shared/watch.js";
import { chart, describe, makeChart } from "./curves.js";
import { SPEEDS, TrainerSession } from "./session.js";
import { WeightsPanel, writeWeights } from "./weights.js";

/**
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {import("./session.js").State} State
 */

const PAD_PX = 234;
const LEAST_PIXEL_PX = 6;
const MOST_WEIGHTS_PX = 400;
const SPEAK_AFTER_MS = 700;
const PAINT_EVERY_MS = 60;
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
/** @type {Record<string, string>} */
const ERROR_NAMES = { softmax_error: "softmax error", essay_error: "the essay's error" };

/** How far it is, in words.
 * @param {{state: State, step: number, steps: number, rounds: number, secondsLeft: number | null}} session */
export function tellProgress({ state, step, steps, rounds, secondsLeft }) {
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

class TrainerView {
  /** @param {TrainerSession} session @param {Model} model @param {HTMLElement} element */
  constructor(session, model, element) {
    this.session = session;
    this.how = model.get("how");
    this.categories = model.get("categories");
    this.root = makeRoot("panel trainer", "Trainer: a network that learns");
    this.kernel = new Kernel(model, () => session.signal.tell());
    const { rows, columns } = session.drawing,
      layers = unfold(session.layers);
    this.pad = new Pad(session.drawing, Math.max(LEAST_PIXEL_PX, Math.floor(PAD_PX / Math.max(rows, columns))));
    this.tools = makePadTools(session.drawing, readPictures(model.get("presets")), this.root);
    this.votes = new VotesPanel(this.categories);
    this.weights = new WeightsPanel(layers, runLayers(session.drawing.image(), layers), this.categories, () =>
      Math.min(MOST_WEIGHTS_PX, this.root.clientWidth - 20),
    );
    this.spoken = make("div", "spoken", "", { "aria-live": "polite" });
    this.voice = speaker(this.spoken, SPEAK_AFTER_MS);
    this.controls = this.makeControls();
    this.table = make("pre", "table", "", { tabindex: "0", "aria-label": "All numbers" });
    this.details = make("details", "all-numbers");
    this.charts = { error: makeChart("Error"), accuracy: makeChart("Right answers") };
    /** The point that the curves end with. @type {import("../shared/training.js").Point | undefined} */
    this.drawn = undefined;
    this.painting = new Throttle(() => this.showNumbers(), PAINT_EVERY_MS);
    this.build();
    element.append(this.root);
    this.listen(model);
    this.show();
  }

  makeControls() {
    const { session } = this,
      speed = make("select", "select", "", { "aria-label": "Speed" });
    for (const { name, steps } of SPEEDS) speed.append(new Option(name, String(steps)));
    speed.addEventListener("change", () => session.setSpeed(Number(speed.value)));
    const turn = () => (session.state === "learning" ? session.pause() : session.play());
    return {
      play: button("▶ Play", "Let it learn", turn, "button main"),
      step: button("Step", "Learn from one more batch", () => session.takeStep()),
      reset: button("Reset", "Back to the start", () => session.reset()),
      speed,
      save: button("Save my network", "Save my network beside the notebook", () => this.save()),
      bar: make("progress", "bar", "", { "aria-label": "Progress" }),
      place: make("span", "place"),
      note: make("div", "note", "", { role: "status" }),
    };
  }

  /** Python gets the numbers first, and then is asked to keep them; what it said of an earlier time goes. */
  save() {
    this.session.save({ note: "" });
    this.session.sending.now();
    this.kernel.ask({ do: "save" });
  }

  build() {
    const { play, step, reset, speed, save, bar, place, note } = this.controls,
      tools = make("div", "controls"),
      label = make("label", "", "Speed "),
      progress = make("div", "progress"),
      body = make("div", "columns");
    label.append(speed);
    tools.append(play, step, reset, label, save);
    progress.append(bar, place);
    body.append(this.makeCurves(), this.makeLearned(), this.makeDrawing());
    this.root.append(tools, progress, note, body, this.spoken);
  }

  makeCurves() {
    const column = make("section", "column"),
      name = ERROR_NAMES[this.how.error] ?? "error";
    this.measured = make("div", "soft");
    column.append(
      make("h4", "", `Error (${name}): smaller is better`),
      this.charts.error,
      make("h4", "", "Right answers"),
      this.charts.accuracy,
      this.measured,
    );
    return column;
  }

  makeLearned() {
    const column = make("section", "column"),
      key = make("div", "key"),
      scale = make("i", "scale");
    scale.style.background = gradient();
    key.append(make("span", "", "−"), scale, make("span", "", "+"), make("span", "soft", "white is 0"));
    this.details.append(make("summary", "", "All numbers"), this.table);
    this.details.addEventListener("toggle", () => this.painting.now());
    column.append(make("h4", "", "What it has learned"), key, this.weights.element, this.details);
    return column;
  }

  makeDrawing() {
    const column = make("section", "column");
    column.append(make("h4", "", "Draw, and it answers"), this.pad.element, this.tools.element, this.votes.element);
    return column;
  }

  /** @param {Model} model */
  listen(model) {
    const show = () => this.show(),
      paint = () => this.painting.now(),
      ends = [
        this.session.signal.listen(show),
        this.session.drawing.listen(() => this.answer()),
        watch(this.root, model, { resized: paint, restyled: paint, kernelGone: () => this.kernel.lose() }),
      ];
    this.unlisten = () => {
      for (const end of ends) end();
    };
    this.kernel.greet(this.root);
  }

  show() {
    const { session, controls } = this,
      learning = session.state === "learning",
      usable = session.training !== null && session.step < session.steps;
    setText(controls.play, learning ? "❚❚ Pause" : "▶ Play");
    controls.play.setAttribute("aria-label", learning ? "Pause" : "Play: let it learn");
    for (const one of [controls.play, controls.step]) setUsable(one, usable);
    controls.speed.value = String(session.speed);
    controls.bar.max = session.steps;
    controls.bar.value = session.step;
    setText(controls.place, tellProgress({ ...this.how, ...pick(session) }));
    setText(controls.note, [this.kernel.words, session.note || HINTS[session.state]].filter(Boolean).join(" "));
    this.showCurves();
    if (learning) this.painting.soon();
    else this.painting.now();
    this.answer();
  }

  /** The numbers, as a picture and as text: not in every frame, for that leaves no time for the pen. */
  showNumbers() {
    const layers = unfold(this.session.layers);
    this.weights.paint(layers, readTheme(this.root).text);
    if (this.details.open) setText(this.table, writeWeights(layers));
  }

  /** Where something new was measured, or it began again. */
  showCurves() {
    const { points, steps, training } = this.session,
      last = points[points.length - 1];
    if (this.measured && training) setText(this.measured, tellMeasured(training));
    if (last === this.drawn) return;
    this.drawn = last;
    for (const kind of /** @type {const} */ (["error", "accuracy"])) {
      this.charts[kind].innerHTML = chart(points, kind, steps);
      this.charts[kind].setAttribute("aria-label", describe(points, kind, steps));
    }
  }

  answer() {
    const votes = this.session.votes(),
      certain = this.how.error === "softmax_error";
    this.votes.show(votes, certain);
    this.voice.say(tellAnswer(votes, this.categories, certain));
  }

  close() {
    this.voice.stop();
    this.painting.cancel();
    this.unlisten?.();
    this.kernel.close();
    this.pad.close();
    this.tools.close();
    dispose(this.root);
  }
}

/** @param {TrainerSession} session */
function pick({ state, step, steps, secondsLeft }) {
  return { state, step, steps, secondsLeft };
}

/** On how many drawings the shares are measured. @param {import("../shared/training.js").Training} training */
export function tellMeasured({ examples, unseen, measured }) {
  const seen =
    measured < examples.count
      ? `${thousands(measured)} of the ${thousands(examples.count)} seen drawings`
      : `all ${thousands(measured)} seen drawings`;
  return `Measured on ${seen}${unseen ? ` and on all ${thousands(unseen.count)} unseen ones` : ""}.`;
}

/** @param {{name: string, pixels: number[]}[]} pictures */
function readPictures(pictures) {
  return pictures.map(({ name, pixels }) => ({ name, values: Float64Array.from(pixels) }));
}

export default shareSession(
  (model) => new TrainerSession(model),
  (session, model, element) => new TrainerView(session, model, element),
);
