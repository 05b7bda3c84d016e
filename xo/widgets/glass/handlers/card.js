// The card beside a number: written, put in its place, and worked by keys and buttons.
import { SlopeCard } from "../backward/held.js";
import { findNumber, nextNumber, stopAt } from "../card/editable.js";
import { ValueCard } from "../card/held.js";
import { aboutOf, placeCard } from "../picture/place.js";
import { make } from "../../shared/dom.js";
import { keepPlainKeys } from "../../shared/keys.js";
import { Handler } from "./handler.js";

/** @typedef {import("./target.js").Target} Target */

const UNDO = 4; // how much it matters that it stays in sight

export class CardHandler extends Handler {
  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    super();
    this.figure = figure;
    this.element = make("div", "card", "", { role: "note" });
    this.element.hidden = true;
    this.values = new ValueCard(this.element, figure, () => this.fill());
    this.slopes = new SlopeCard(this.element, figure, () => this.fill());
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    this.element.addEventListener("keydown", (event) => this.key(event), { signal });
  }

  /** Another number is explained from now on. */
  begin() {
    this.values.begin();
    this.slopes.begin();
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
    const { pin, passes, categories, layout, editor, box } = this.figure;
    if (!pin.subject || !pin.position || !layout) return;
    const focused = this.hasFocus() ? /** @type {HTMLElement} */ (document.activeElement) : null;
    this.content().write(passes[pin.subject.pass], pin.subject, categories);
    this.element.hidden = false;
    this.element.classList.toggle("xo-pinned", pin.held);
    if (focused) this.refocus(focused);
    else stopAt(this.element);
    if (editor.held) return;
    const about = aboutOf(pin.subject, pin.position, layout, passes);
    if (pin.subject.part !== "values") about.push(...this.undo());
    placeCard(this.element, box, layout, pin.position, about);
  }

  /** What takes a change of the number back should stay in sight, too. */
  undo() {
    const { around, box } = this.figure,
      { left, top } = box.getBoundingClientRect(),
      buttons = [...around.tools.querySelectorAll("[aria-label^=Undo]")];
    return buttons.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { box: { x: x - left, y: y - top, width, height }, weight: UNDO };
    });
  }

  /** A slope is explained where the picture is turned backward, otherwise a value. */
  content() {
    const { pin, passes } = this.figure;
    return pin.subject && passes[pin.subject.pass].back ? this.slopes : this.values;
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

  /** The explanation shown, as plain text. */
  text() {
    return this.figure.pin.subject ? this.content().text : "";
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
