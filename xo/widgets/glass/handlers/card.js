// The card beside a number: written, put in its place, and worked by keys and buttons.
import { fillCard } from "../card/card.js";
import { findNumber, nextNumber, stopAt } from "../card/editable.js";
import { explanationText } from "../card/text.js";
import { explainCell } from "../card/explanation.js";
import { explainParameter } from "../card/parameter.js";
import { findHighlights, wholeOf } from "../picture/highlight.js";
import { placeCard } from "../picture/place.js";
import { button, make } from "../../shared/dom.js";
import { keepPlainKeys } from "../../shared/keys.js";
import { kindOf } from "../../shared/layers/kinds.js";
import { cellAt } from "../../shared/stage.js";
import { copy } from "../tools/sharing.js";
import { Handler } from "./handler.js";

/** @typedef {import("./target.js").Target} Target */

const HOLD = "Click to hold.";
const CHANGE = "Drag it, or double-click to type.";
const PAD = 5;
const NEAR = 2;
const FAR = 0.4;
const FROM_0 = "Rows and columns count from 0.";

export class CardHandler extends Handler {
  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    super();
    this.figure = figure;
    this.element = make("div", "card", "", { role: "note" });
    this.element.hidden = true;
    /** @type {import("../card/explanation.js").Explanation | null} */
    this.explanation = null;
    /** @type {import("../card/card.js").Order | null} of the parts: it stays while their numbers change */
    this.order = null;
    this.all = false;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.element.addEventListener("keydown", (event) => this.key(event), { signal });
  }

  /** Another number is explained from now on. */
  begin() {
    this.order = null;
    this.all = false;
  }

  hide() {
    this.element.hidden = true;
  }

  scrollThere() {
    this.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  hasFocus() {
    return this.element.contains(document.activeElement);
  }

  /** Write the card and put it where it hides least of what it is about. */
  fill() {
    const { pin, passes, host, layout, editor } = this.figure;
    if (!pin.subject || !pin.position || !layout) return;
    const pass = passes[pin.subject.pass],
      layer = pass.layers[pin.subject.stage - 1],
      focused = this.hasFocus() ? /** @type {HTMLElement} */ (document.activeElement) : null;
    this.explanation = explain(pass, pin.subject, host.categories);
    this.order = fillCard(this.element, this.explanation, this.from(), layer?.shape ?? [], this.editing());
    this.element.append(this.footer());
    this.element.hidden = false;
    this.element.classList.toggle("xo-pinned", pin.held);
    if (focused) this.refocus(focused);
    else stopAt(this.element);
    if (!editor.held) this.place(pin.subject, pin.position, layout);
  }

  /** The stage whose values the sum of the card adds up. */
  from() {
    const { pin, passes } = this.figure;
    if (!pin.subject?.stage) return null;
    return passes[pin.subject.pass].stages[pin.subject.stage - 1];
  }

  /** @param {import("../picture/subject.js").Subject} subject @param {import("../picture/grids.js").Position} position
   * @param {import("../picture/layout.js").Layout} layout */
  place(subject, position, layout) {
    const { box, passes } = this.figure,
      { grids } = layout,
      boxes = findHighlights(grids, subject, passes);
    const about = grids.flatMap((grid, number) => {
      const [near, whole] = [Math.abs(grid.stage - subject.stage) < 2, number === position.grid || number === 0];
      const seen = whole || grid.kind === "votes" ? [wholeOf(grid)] : boxes[number];
      const weight = number === 0 ? PAD : near || whole ? NEAR : FAR;
      return seen.map((one) => ({ box: one, weight }));
    });
    placeCard(this.element, box, layout, position, about);
  }

  /** The card has been written anew: the focus goes to what stands in the place of the element that had it. @param {HTMLElement} held */
  refocus({ dataset, textContent }) {
    const { part = "", at } = dataset,
      number = at ? findNumber(this.element, { part, place: Number(at) }) : null;
    stopAt(this.element, number);
    const others = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll(".xo-edit, button")]);
    (number ?? others.find((one) => one.textContent === textContent) ?? others[0])?.focus({ preventScroll: true });
  }

  /** What can be done to the numbers of the card, while it is held. @returns {import("../card/card.js").Editing | null} */
  editing() {
    const { pin, passes } = this.figure,
      { subject } = pin;
    if (!subject?.stage || !pin.held) return null;
    const { layers, stages } = passes[subject.pass],
      layer = layers[subject.stage - 1];
    if (layer.own || subject.part !== "values") return null;
    const at = kindOf(layer).output?.(cellAt(stages[subject.stage], subject.stage, subject.place)) ?? 0;
    return {
      bias: layer.biases && { at, value: layer.biases[at] },
      order: this.order,
      all: this.all,
      showAll: () => {
        this.all = true;
        this.fill();
      },
    };
  }

  footer() {
    const { pin } = this.figure,
      foot = make("div", "card-foot"),
      deep = pin.subject?.part === "values" && pin.subject.stage > 0;
    if (!pin.held) {
      const act = pin.subject?.part === "values" ? HOLD : CHANGE;
      foot.append(make("span", "soft", this.hasCoordinates() ? `${act} ${FROM_0}` : act));
      return foot;
    }
    const note = make("span", "soft", "", { role: "status" });
    const copyText = async () => {
      note.textContent = (await copy(this.text(), this.element)) ? "Copied" : "Copy it from here";
    };
    if (deep) foot.append(button("← strongest", "One step back along the strongest path", () => pin.back()));
    foot.append(
      button("Copy", "Copy this card as text", () => void copyText()),
      button("Close", "Put this card away", () => pin.close()),
      note,
    );
    if (this.hasCoordinates()) foot.append(make("span", "soft", FROM_0));
    return foot;
  }

  hasCoordinates() {
    const from = this.from();
    return this.explanation?.name.includes("row ") || (this.explanation?.sum && from && !from.list);
  }

  /** The explanation shown, as plain text. */
  text() {
    if (!this.figure.pin.subject || !this.explanation) return "";
    return explanationText(this.explanation, this.from());
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    keepPlainKeys(event);
    if (event.key === "Escape") return this.figure.pin.close();
    const number = /** @type {HTMLElement} */ (event.target),
      target = number.dataset.at ? this.targetOf(number) : null;
    if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextNumber(this.element, number, event.key);
    if (next) stopAt(this.element, next);
    next?.focus();
    if (next || this.figure.editor.key(target, event)) event.preventDefault();
  }

  /** What a number of the card is in the network. @param {HTMLElement} number @returns {Target | null} */
  targetOf({ dataset }) {
    const { subject } = this.figure.pin;
    if (!subject) return null;
    const part = /** @type {"weights" | "biases"} */ (dataset.part);
    return { pass: subject.pass, stage: subject.stage, part, place: Number(dataset.at), flips: false };
  }
}

/** @param {import("../picture/layout.js").Pass} pass @param {import("../picture/subject.js").Subject} subject @param {string[]} categories */
function explain(pass, subject, categories) {
  const { stage, part, place } = subject;
  if (part !== "values") return explainParameter(pass, subject, categories);
  return explainCell(pass.stages, pass.layers, cellAt(pass.stages[stage], stage, place), categories);
}
