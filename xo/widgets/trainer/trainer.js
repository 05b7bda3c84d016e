// Watch a network learn: play, pause, step, reset, draw for it, keep it. Python learns; the browser draws and answers.
import { chart, describe, makeChart, readPoints } from "./curves.js";
import { dispose } from "../shared/canvas.js";
import { gradient } from "../shared/colours.js";
import { button, make, makeRoot, setText, setUsable, speaker } from "../shared/dom.js";
import { Drawing } from "../shared/drawing.js";
import { readLayers, runLayers, unfold } from "../shared/engine.js";
import { Kernel, listenTo } from "../shared/kernel.js";
import { makePadTools, Pad } from "../shared/pad.js";
import { FrameSignal, Throttle } from "../shared/timing.js";
import { tellAnswer, VotesPanel } from "../shared/votes.js";
import { watch } from "../shared/watch.js";
import { readBytes, writeBytes } from "../shared/wire.js";
import { WeightsPanel, writeWeights } from "./weights.js";

/**
 * @typedef {import("../shared/engine.js").Stage} Stage
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {object} Progress
 * @property {"ready" | "learning" | "paused" | "finished" | "failed"} state
 * @property {string} note @property {number} step @property {number} steps
 * @property {number} round @property {number} rounds @property {number | null} left seconds @property {number} speed steps a second, 0: all
 * @typedef {{progress: Progress, numbers: Float64Array, points: import("./curves.js").Point[], number: number}} News
 */

const CATEGORIES = ["X", "O"];
const HINTS = {
  ready: "Its numbers are noise. Press Play, and watch what becomes of them.",
  learning: "Learning. Draw something meanwhile: it answers with what it knows so far.",
  paused: "Paused. Play goes on from here as if nothing had been.",
  finished: "Finished. Draw for it, keep it, or reset and see the same again.",
  failed: "Stopped.",
};

/** How far it is, in words. @param {Progress} progress */
export function tellProgress({ state, step, steps, round, rounds, left }) {
  if (state === "ready") return `Ready: ${rounds} ${rounds === 1 ? "round" : "rounds"}, ${steps} steps`;
  const place = `step ${step} of ${steps}, round ${Math.max(1, round)} of ${rounds}`;
  if (state === "learning") return left === null ? place : `${place}, ${tellTime(left)} left`;
  return `${{ paused: "Paused", finished: "Finished", failed: "Stopped" }[state]}: ${place}`;
}

/** @param {number} seconds */
export function tellTime(seconds) {
  if (seconds < 1) return "less than a second";
  return seconds < 90 ? `about ${Math.round(seconds)} s` : `about ${Math.round(seconds / 60)} min`;
}

/** @param {Model} model @returns {News} */
function readTraits(model) {
  return {
    progress: model.get("progress"),
    numbers: readBytes(model.get("numbers")),
    points: readPoints(readBytes(model.get("points"))),
    number: 0,
  };
}

/** The side of a pixel on the pad. @param {number} columns */
function sideOf(columns) {
  const width = window.innerWidth >= 1700 ? 306 : 234;
  return columns > 14 ? Math.max(6, Math.floor(width / columns)) : Math.max(24, Math.floor(width / columns));
}

class View {
  /** @param {Model} model @param {HTMLElement} element */
  constructor(model, element) {
    this.model = model;
    this.news = readTraits(model);
    this.complaint = "";
    this.kernel = new Kernel(model, (words) => {
      this.complaint = words;
      this.signal.tell();
    });
    this.root = makeRoot("panel trainer", "Trainer: a network that learns");
    this.signal = new FrameSignal();
    this.signal.listen(() => {
      this.show();
      this.acknowledge();
    });
    this.sending = new Throttle(() => {
      model.set("pixels", writeBytes(this.drawing.values));
      model.save_changes();
    });
    const [rows, columns] = model.get("size");
    /** @type {Stage} */
    const image = { maps: 1, rows, columns, list: false, values: readBytes(model.get("pixels")) };
    const layers = this.layers();
    this.weights = new WeightsPanel(layers, runLayers(image, layers), CATEGORIES, () =>
      Math.min(400, this.root.clientWidth - 20),
    );
    this.votes = new VotesPanel(CATEGORIES);
    this.drawing = new Drawing(rows, columns, image.values, (resting) =>
      resting ? this.sending.now() : this.sending.soon(),
    );
    this.drawing.listen(() => this.answer());
    this.pad = new Pad(this.drawing, sideOf(columns));
    const pictures = model
      .get("presets")
      .map((/** @type {any} */ preset) => ({ name: preset.name, values: Float64Array.from(preset.pixels) }));
    this.padTools = makePadTools(this.drawing, pictures, this.root);
    this.spoken = make("div", "spoken", "", { "aria-live": "polite" });
    this.voice = speaker(this.spoken, 700);
    this.controls = this.makeControls();
    this.charts = { error: makeChart("Error"), accuracy: makeChart("Right answers") };
    this.build();
    element.append(this.root);
    this.listen();
    this.show();
  }

  layers() {
    return unfold(readLayers(this.model.get("plans"), this.news.numbers));
  }

  makeControls() {
    const send = (/** @type {string} */ name) => () => this.kernel.ask({ do: name });
    const play = button(
      "▶ Play",
      "Let it learn",
      () => this.kernel.ask({ do: this.news.progress.state === "learning" ? "pause" : "play" }),
      "button main",
    );
    const speed = make("select", "select", "", { "aria-label": "Speed" });
    for (const [name, steps] of this.model.get("speeds")) speed.append(new Option(name, String(steps)));
    speed.addEventListener("change", () => this.kernel.ask({ do: "speed", steps: Number(speed.value) }));
    return {
      play,
      speed,
      step: button("Step", "Learn from one more batch", send("step")),
      reset: button("Reset", "Back to the start", send("reset")),
      save: button("Save my network", "Save my network beside the notebook", send("save")),
      bar: make("progress", "bar", "", { "aria-label": "Progress" }),
      place: make("span", "place"),
      note: make("div", "note", "", { role: "status" }),
    };
  }

  build() {
    const { play, step, reset, speed, save, bar, place, note } = this.controls;
    const tools = make("div", "controls");
    const label = make("label", "", "Speed ");
    label.append(speed);
    tools.append(play, step, reset, label, save);
    const progress = make("div", "progress");
    progress.append(bar, place);
    const curves = make("section", "column"),
      learned = make("section", "column"),
      drawing = make("section", "column");
    curves.append(
      make("h4", "", "Error: smaller is better"),
      this.charts.error,
      make("h4", "", "Right answers"),
      this.charts.accuracy,
    );
    this.table = make("pre", "table");
    this.details = make("details", "all-numbers");
    this.details.append(make("summary", "", "All numbers"), this.table);
    this.details.addEventListener("toggle", () => this.show());
    const key = make("div", "key");
    const scale = make("i", "scale");
    scale.style.background = gradient();
    key.append(make("span", "", "−"), scale, make("span", "", "+"), make("span", "soft", "white is 0"));
    learned.append(make("h4", "", "What it has learned"), key, this.weights.element, this.details);
    drawing.append(make("h4", "", "Draw, and it answers"), this.pad.element, this.padTools.element, this.votes.element);
    const body = make("div", "columns");
    body.append(curves, learned, drawing);
    this.root.append(tools, progress, note, body, this.spoken);
  }

  listen() {
    const { model } = this;
    this.unlisten = listenTo(model, {
      "msg:custom": (/** @type {any} */ message, /** @type {DataView[]} */ buffers) => {
        if (!message || message.number === undefined) return;
        this.kernel.answered();
        const [numbers, points] = buffers.map(readBytes);
        this.news = { progress: message.progress, numbers, points: readPoints(points), number: message.number };
        this.hear();
      },
      "change:progress": () => {
        this.kernel.answered();
        this.news = readTraits(model);
        this.hear();
      },
      "change:pixels": () => this.drawing.adopt(readBytes(model.get("pixels"))),
    });
    this.unwatch = watch(this.root, model, {
      resized: () => this.signal.tell(),
      restyled: () => this.signal.tell(),
      kernelGone: () => this.kernel.lose(),
    });
    model.send({ do: "seen", number: null });
    this.kernel.greet(this.root);
  }

  /** News are drawn in the next frame; a page that is not seen answers at once, and draws them when it is seen. */
  hear() {
    this.signal.tell();
    if (document.hidden) this.acknowledge();
  }

  acknowledge() {
    if (this.news.number) this.model.send({ do: "seen", number: this.news.number });
  }

  show() {
    const { progress, points } = this.news,
      { controls } = this;
    const learning = progress.state === "learning",
      finished = progress.step === progress.steps;
    controls.play.textContent = learning ? "❚❚ Pause" : "▶ Play";
    controls.play.setAttribute("aria-label", learning ? "Pause" : "Play: let it learn");
    for (const one of [controls.play, controls.step]) setUsable(one, !finished);
    controls.speed.value = String(progress.speed);
    controls.bar.max = progress.steps;
    controls.bar.value = progress.step;
    controls.place.textContent = tellProgress(progress);
    const note = this.complaint || progress.note || HINTS[progress.state];
    setText(controls.note, note);
    for (const kind of /** @type {const} */ (["error", "accuracy"])) {
      this.charts[kind].innerHTML = chart(points, kind, progress.steps);
      this.charts[kind].setAttribute("aria-label", describe(points, kind, progress.steps));
    }
    const layers = this.layers();
    this.weights.paint(layers, getComputedStyle(this.root).color);
    if (this.details?.open && this.table && !learning) this.table.textContent = writeWeights(layers);
    this.answer();
  }

  answer() {
    const stages = runLayers(this.drawing.image(), this.layers());
    const votes = stages[stages.length - 1].values,
      certain = this.model.get("certain");
    this.votes.show(votes, certain);
    this.voice.say(tellAnswer(votes, CATEGORIES, certain));
  }

  close() {
    this.signal.cancel();
    this.voice.stop();
    this.sending.flush();
    this.kernel.close();
    this.unwatch?.();
    this.pad.close();
    this.padTools.close();
    dispose(this.root);
    this.unlisten?.();
  }
}

/** @param {{model: Model, el: HTMLElement}} place */
function render({ model, el }) {
  const view = new View(model, el);
  return () => view.close();
}

export default { render };
