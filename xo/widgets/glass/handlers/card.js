// The card beside a number: written, put in its place, and worked by keys and buttons.
import { SlopeCard } from "../backward/held.js";
import { fillCard } from "../card/card.js";
import { findNumber, nextNumber, stopAt } from "../card/editable.js";
import { explanationText } from "../card/text.js";
import { explainCell } from "../card/explanation.js";
import { explainParameter } from "../card/parameter.js";
import { heldFoot, hoverFoot } from "../card/foot.js";
import { aboutOf, placeCard } from "../picture/place.js";
import { make } from "../../shared/dom.js";
import { keepPlainKeys } from "../../shared/keys.js";
import { kindOf } from "../../shared/layers/kinds.js";
import { cellAt } from "../../shared/stage.js";
import { copy } from "../tools/sharing.js";
import { Handler } from "./handler.js";

/** @typedef {import("./target.js").Target} Target */

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
    this.slopes = new SlopeCard(this.element, figure, () => this.fill());
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.element.addEventListener("keydown", (event) => this.key(event), { signal });
  }

  /** Another number is explained from now on. */
  begin() {
    this.order = null;
    this.all = false;
    this.slopes.all = false;
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
    const { pin, passes, host, layout, editor, box } = this.figure;
    if (!pin.subject || !pin.position || !layout) return;
    const pass = passes[pin.subject.pass],
      layer = pass.layers[pin.subject.stage - 1],
      focused = this.hasFocus() ? /** @type {HTMLElement} */ (document.activeElement) : null;
    if (pass.back) this.slopes.write(pass, pin.subject, host.categories);
    else {
      this.explanation = explain(pass, pin.subject, host.categories);
      this.order = fillCard(this.element, this.explanation, this.from(), layer?.shape ?? [], this.editing());
      this.element.append(this.footer());
    }
    this.element.hidden = false;
    this.element.classList.toggle("xo-pinned", pin.held);
    if (focused) this.refocus(focused);
    else stopAt(this.element);
    if (!editor.held)
      placeCard(this.element, box, layout, pin.position, aboutOf(pin.subject, pin.position, layout, passes));
  }

  /** The stage whose values the sum of the card adds up. */
  from() {
    const { pin, passes } = this.figure;
    if (!pin.subject?.stage) return null;
    return passes[pin.subject.pass].stages[pin.subject.stage - 1];
  }

  /** The card has been written anew: the focus goes to what stands in the place of the element that had it.
   * @param {HTMLElement} held */
  refocus({ dataset, textContent }) {
    const { part = "", at } = dataset,
      number = at ? findNumber(this.element, { part, place: Number(at) }) : null;
    stopAt(this.element, number);
    const others = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll(".xo-edit, button")]);
    (number ?? others.find((one) => one.textContent === textContent) ?? others[0])?.focus({ preventScroll: true });
  }

  /** What can be done to the numbers of the card, while it is held.
   * @returns {import("../card/card.js").Editing | null} */
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
      about = { value: pin.subject?.part === "values", coordinates: this.hasCoordinates() };
    if (!pin.held) return hoverFoot(about);
    return heldFoot(about, {
      back: about.value && pin.subject?.stage ? () => pin.back() : null,
      copy: () => copy(this.text(), this.element),
      close: () => pin.close(),
    });
  }

  hasCoordinates() {
    const from = this.from();
    return Boolean(this.explanation?.name.includes("row ") || (this.explanation?.sum && from && !from.list));
  }

  /** The explanation shown, as plain text. */
  text() {
    const { pin, passes } = this.figure;
    if (!pin.subject) return "";
    if (passes[pin.subject.pass].back) return this.slopes.text;
    if (!this.explanation) return "";
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

/** @param {import("../picture/layout.js").Pass} pass @param {import("../picture/subject.js").Subject} subject
 * @param {string[]} categories */
function explain(pass, subject, categories) {
  const { stage, part, place } = subject;
  if (part !== "values") return explainParameter(pass, subject, categories);
  return explainCell(pass.stages, pass.layers, cellAt(pass.stages[stage], stage, place), categories);
}
