// One question before a reveal. Python asks, keeps the answer and says so in `status`.
import { button, make, makeRoot, setHidden, setText } from "../shared/dom.js";
import { Kernel, listenTo, NONE } from "../shared/kernel.js";
import { watch } from "../shared/watch.js";
import { makeChoices } from "./choices.js";
import { makeField } from "./field.js";
import { makeGrid } from "./grid.js";

/**
 * @typedef {import("../shared/kernel.js").Model} Model
 * @typedef {string | number[][] | null} Answer
 * @typedef {{node: HTMLElement, show: (answer: Answer, locked: boolean, refused: boolean) => void}} Input
 */

const GONE = "Python has gone away, or does not know this question yet: run this cell to answer.";
const BUSY = "Python is busy with another cell, and keeps it as soon as it is free.";
const BUSY_AFTER_MS = 3000;
const SHOWN = ["answer", "skipped", "status", "refusal", "locked"];

/** What the learner answered, in words. @param {Answer} answer @param {boolean} [skipped] */
function inWords(answer, skipped = false) {
  if (answer === null || answer === undefined) return skipped ? "You skipped this one." : "";
  if (!Array.isArray(answer)) return `You said ${answer}.`;
  return answer.length === 1 ? "You marked 1 cell." : `You marked ${answer.length} cells.`;
}

class View {
  /** @param {Model} model @param {HTMLElement} el */
  constructor(model, el) {
    this.model = model;
    this.timer = 0;
    this.busy = false;
    this.root = makeRoot("question", model.get("question"));
    this.input = this.makeInput();
    this.skip = button("Skip", "Go on without a guess", () => this.give(null), "button skip");
    this.status = make("p", "question-status", "", { role: "status" });
    const row = make("div", "question-row");
    row.append(this.input.node, this.skip);
    this.root.append(make("p", "question-text", model.get("question")), row, this.status);
    el.append(this.root);
    this.kernel = new Kernel(model, () => this.show());
    this.show();
    const unlisten = listenTo(model, Object.fromEntries(SHOWN.map((name) => [`change:${name}`, () => this.show()])));
    const unwatch = watch(this.root, model, { kernelGone: () => this.kernel.lose() });
    this.close = () => {
      clearTimeout(this.timer);
      this.kernel.close();
      unlisten();
      unwatch();
      this.root.remove();
    };
    this.kernel.greet(this.root);
    this.tellShown();
  }

  /** Whether the kernel that asked is no more; an exported page never had one, and its questions can be answered. */
  get gone() {
    return this.kernel.lost !== "" && this.kernel.lost !== NONE;
  }

  /** @returns {Input} */
  makeInput() {
    const give = (/** @type {Answer} */ answer) => this.give(answer);
    if (this.model.get("choices").length) return makeChoices(this.model.get("choices"), give);
    if (this.model.get("cells").length) return makeGrid(this.model.get("cells"), give);
    return makeField(this.model.get("question"), this.model.get("words"), give);
  }

  /** Somebody has it on the screen: Python then knows a question that was passed over from one that nobody saw. */
  tellShown() {
    if (this.kernel.lost || this.model.get("shown")) return;
    this.model.set("shown", true);
    this.model.save_changes();
  }

  /** Hand an answer to Python; null skips the question. @param {Answer} answer */
  give(answer) {
    if (this.gone || this.model.get("locked")) return;
    this.model.set("status", ""); // until Python says that it is kept
    this.model.set("refusal", "");
    this.model.set("skipped", answer === null);
    this.model.set("answer", answer);
    this.model.save_changes();
    this.waitForPython();
    this.root.dispatchEvent(new CustomEvent("xo-guess", { bubbles: true, detail: { answer } }));
  }

  /** Until it says that the answer is kept, or why not. */
  waitForPython() {
    clearTimeout(this.timer);
    if (this.kernel.lost) return;
    this.timer = window.setTimeout(() => {
      this.busy = !this.model.get("status") && !this.model.get("refusal");
      this.show();
    }, BUSY_AFTER_MS);
  }

  show() {
    const [answer, skipped, status, refusal, locked] = SHOWN.map((name) => this.model.get(name));
    const answered = answer !== null && answer !== undefined && !refusal;
    this.busy &&= !status && !refusal;
    this.input.show(answer, locked || this.gone, Boolean(refusal));
    setHidden(this.skip, answered || skipped || locked || this.gone);
    const said = [inWords(answer, skipped), this.busy ? BUSY : status].filter(Boolean).join(" ");
    setText(this.status, this.gone ? GONE : refusal || said || "Guess first, or skip it; then go on.");
  }
}

/** @param {{model: Model, el: HTMLElement}} view */
function render({ model, el }) {
  return new View(model, el).close;
}

export default { render };
