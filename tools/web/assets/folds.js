// What follows a prediction stays shut until the learner has guessed or skipped; then it stands beside the guess.
import { beside, mayBeNumber, WANTED } from "./guesses.js";

/**
 * @typedef {import("./storage.js").Diary} Diary
 * @typedef {import("./model.js").LocalModel} LocalModel
 */

/** @param {string} selector @returns {HTMLElement[]} */
const all = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

/** @param {Diary} diary */
export function listenToFolds(diary) {
  for (const fold of all("details.see"))
    if (fold.dataset.names) new Fold(/** @type {HTMLDetailsElement} */ (fold), diary);
  const show = () => {
    for (const line of all(".told")) showReveal(line, diary);
  };
  diary.listeners.push(show);
  show();
}

/** One part that answers one prediction, or several: shut, and locked until each of them was answered or skipped. */
class Fold {
  /** @param {HTMLDetailsElement} element @param {Diary} diary */
  constructor(element, diary) {
    this.element = element;
    this.diary = diary;
    this.names = (element.dataset.names ?? "").split(" ");
    this.title = /** @type {HTMLElement} */ (element.querySelector(".see-title"));
    this.word = this.title.textContent ?? "";
    this.summary = /** @type {HTMLElement} */ (element.querySelector("summary"));
    this.printing = false;
    this.summary.addEventListener("click", (event) => {
      if (!this.waits()) return;
      event.preventDefault();
      this.goToQuestion();
    });
    element.addEventListener("toggle", () => this.see());
    diary.listeners.push(() => this.show());
    document.addEventListener("xo-failed", () => this.show());
    element.open = false;
    this.show();
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
  }

  /** The first question that is neither answered nor skipped; one that could not be asked here is not waited for. */
  waits() {
    if (!document.body.classList.contains("has-script")) return undefined;
    return this.names.find((name) => {
      const entry = this.diary.entries[name];
      return entry?.answer === undefined && !entry?.skipped && !entry?.seen && isAsked(name);
    });
  }

  show() {
    const waiting = this.waits() !== undefined;
    this.element.classList.toggle("waiting", waiting);
    this.title.textContent = waiting ? "Guess first, or skip" : this.word;
    this.summary.setAttribute("aria-disabled", String(waiting));
    if (waiting && !this.printing) this.element.open = false; // forgotten: it may be guessed anew
  }

  goToQuestion() {
    const question = document.querySelector(`.question[data-name="${this.waits()}"]`);
    question?.scrollIntoView({ block: "center" });
    /** @type {HTMLElement | null | undefined} */ (question?.querySelector("input, button, [tabindex='0']"))?.focus();
  }

  /** It was opened: what was guessed stays as it was said before. */
  see() {
    if (!this.element.open || this.printing) return;
    for (const name of this.names) if (!this.diary.entries[name]?.seen) this.diary.keep(name, { seen: true });
  }

  /** Paper cannot be opened: it shows everything. @param {boolean} on */
  print(on) {
    if (on) this.before = this.element.open;
    this.printing = on;
    this.element.open = on || this.before === true;
  }
}

/** @param {string} name of a question */
function isAsked(name) {
  const stage = document.querySelector(`.question[data-name="${name}"]`);
  return stage?.getAttribute("data-alive") !== "failed";
}

/** @param {HTMLElement} line @param {Diary} diary */
function showReveal(line, diary) {
  const { name = "", truth = '""' } = line.dataset;
  line.dataset.said ??= line.textContent ?? "";
  const entry = diary.entries[name],
    said = line.dataset.said;
  line.textContent = entry ? beside({ ...entry, truth: JSON.parse(truth) }, said) : said;
  if (entry?.seen && JSON.stringify(entry.truth) !== JSON.stringify(JSON.parse(truth)))
    diary.keep(name, { truth: JSON.parse(truth) });
}

/** An answer that this question can have; it may have been another question when the answer was kept.
 * @param {import("./storage.js").Answer | undefined} answer @param {LocalModel} model */
function fitting(answer, model) {
  const [choices, [rows, columns]] = [model.get("choices"), model.get("cells")];
  if (choices.length) return choices.includes(answer) ? answer : undefined;
  if (!rows) return Array.isArray(answer) ? undefined : answer;
  const fits = (/** @type {number[]} */ [row, column]) => row >= 0 && row < rows && column >= 0 && column < columns;
  return Array.isArray(answer) && answer.every(fits) ? answer : undefined;
}

/**
 * A question keeps its answer in the diary, and stays as it was once what came has been seen.
 * @param {string} name @param {LocalModel} model @param {Diary} diary
 */
export function keepAnswers(name, model, diary) {
  let following = false;
  const follow = () => {
    const entry = diary.entries[name],
      answer = fitting(entry?.answer, model) ?? null;
    following = true;
    model.set({
      answer,
      skipped: entry?.skipped ?? false,
      locked: entry?.seen ?? false,
      refusal: "",
      status: answer === null ? "" : entry.seen ? "It is kept as you said it." : "It is kept in this browser.",
    });
    following = false;
  };
  const hear = () => {
    if (!following) keepOrAskAgain(name, model, diary);
  };
  model.on("change:answer", hear);
  model.on("change:skipped", hear);
  diary.listeners.push(follow);
  follow();
}

/** @param {string} name @param {LocalModel} model @param {Diary} diary */
function keepOrAskAgain(name, model, diary) {
  const answer = model.get("answer"),
    skipped = model.get("skipped") ?? false,
    question = model.get("question"),
    chosen = model.get("choices").length > 0,
    isNumber = typeof answer === "string" && !chosen && !model.get("words");
  if (isNumber && !mayBeNumber(answer)) model.set({ refusal: WANTED });
  else if (answer !== null) diary.keep(name, { question, answer, chosen, skipped: false });
  else if (skipped) diary.keep(name, { question, skipped });
}
