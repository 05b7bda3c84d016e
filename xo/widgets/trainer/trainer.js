// Watch a network learn: play, pause, step, reset, draw for it, keep it. Python learns; the browser draws and answers.
import { chart, describe, makeChart, readPoints } from "./curves.js";
import { button, make } from "../shared/dom.js";
import { readLayers, runLayers, unfold } from "../shared/engine.js";
import { Kernel } from "../shared/wire.js";
import { Sketch } from "../shared/sketch.js";
import { readBytes } from "../glass/session.js";
import { VotesPanel } from "../shared/votes.js";
import { WeightsPanel, writeWeights } from "./weights.js";

/**
 * @typedef {import("../shared/engine.js").Stage} Stage
 * @typedef {import("../shared/votes.js").Model} Model
 * @typedef {object} Progress
 * @property {"ready" | "learning" | "paused" | "finished" | "failed"} state
 * @property {string} note @property {number} step @property {number} steps
 * @property {number} round @property {number} rounds @property {number | null} left seconds @property {number} speed steps a second, 0: all
 * @typedef {{progress: Progress, numbers: Float64Array, points: import("./curves.js").Point[], number: number}} News
 */

const CATEGORIES = ["X", "O"];
const PACE = 100;
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
      this.later();
    });
    this.root = make("div", "panel trainer", "", { role: "group", "aria-label": "Trainer: a network that learns" });
    this.frame = 0;
    this.sentAt = 0;
    this.timer = 0;
    const [rows, columns] = model.get("size");
    /** @type {Stage} */
    const image = { maps: 1, rows, columns, list: false, values: readBytes(model.get("pixels")) };
    const layers = this.layers();
    this.weights = new WeightsPanel(layers, runLayers(image, layers), CATEGORIES, () =>
      Math.min(400, this.root.clientWidth - 20),
    );
    this.votes = new VotesPanel(CATEGORIES);
    this.sketch = new Sketch({
      rows,
      columns,
      values: image.values,
      side: sideOf(columns),
      presets: model
        .get("presets")
        .map((/** @type {any} */ preset) => ({ name: preset.name, values: Float64Array.from(preset.pixels) })),
      onDraw: (_, resting) => this.drawn(resting),
    });
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
    key.append(make("span", "", "−"), make("i", "scale"), make("span", "", "+"), make("span", "soft", "white is 0"));
    learned.append(make("h4", "", "What it has learned"), key, this.weights.element, this.details);
    drawing.append(make("h4", "", "Draw, and it answers"), this.sketch.element, this.votes.element);
    const body = make("div", "columns");
    body.append(curves, learned, drawing);
    this.root.append(tools, progress, note, body);
    this.root.addEventListener("keydown", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && !(event.key === "Enter" && event.shiftKey))
        event.stopPropagation();
    });
  }

  listen() {
    const { model } = this;
    this.heard = (/** @type {any} */ message, /** @type {DataView[]} */ buffers) => {
      if (!message || message.number === undefined) return;
      this.kernel.answered();
      const [numbers, points] = buffers.map(readBytes);
      this.news = { progress: message.progress, numbers, points: readPoints(points), number: message.number };
      this.later();
    };
    this.changed = () => {
      this.kernel.answered();
      this.news = readTraits(model);
      this.later();
    };
    this.redrawn = () => {
      if (this.sketch.adopt(readBytes(model.get("pixels")))) this.later();
    };
    model.on("msg:custom", this.heard);
    model.on("change:progress", this.changed);
    model.on("change:pixels", this.redrawn);
    this.watcher = new ResizeObserver(() => this.later());
    this.watcher.observe(this.root);
    model.send({ do: "seen", number: null });
  }

  /** Draw the newest news in the next frame; a hidden page draws nothing but answers. */
  later() {
    if (document.hidden) {
      this.acknowledge();
      return;
    }
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.show();
      this.acknowledge();
    });
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
    controls.play.disabled = controls.step.disabled = finished;
    controls.speed.value = String(progress.speed);
    controls.bar.max = progress.steps;
    controls.bar.value = progress.step;
    controls.place.textContent = tellProgress(progress);
    const note = this.complaint || progress.note || HINTS[progress.state];
    if (controls.note.textContent !== note) controls.note.textContent = note;
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
    const stages = runLayers(this.sketch.image(), this.layers());
    this.votes.show(stages[stages.length - 1].values, this.model.get("certain"));
  }

  /** @param {boolean} resting */
  drawn(resting) {
    this.answer();
    clearTimeout(this.timer);
    const wait = this.sentAt + PACE - performance.now();
    const send = () => {
      this.sentAt = performance.now();
      this.model.set("pixels", new DataView(this.sketch.values.slice().buffer));
      this.model.save_changes();
    };
    if (resting || wait <= 0) send();
    else this.timer = window.setTimeout(send, wait);
  }

  close() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.kernel.close();
    this.watcher?.disconnect();
    this.votes.close();
    this.model.off("msg:custom", this.heard);
    this.model.off("change:progress", this.changed);
    this.model.off("change:pixels", this.redrawn);
  }
}

/** @param {{model: Model, el: HTMLElement}} place */
function render({ model, el }) {
  const view = new View(model, el);
  return () => view.close();
}

export default { render };
