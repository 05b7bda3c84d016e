// The card beside a number: written, put in its place, and worked by keys and buttons.
import { fillCard } from "../card/card.js";
import { findNumber, nextNumber, stopAt } from "../card/editable.js";
import { explanationText } from "../card/text.js";
import { tellStory } from "../card/explanation.js";
import { placeCard } from "../picture/place.js";
import { button, make } from "../../shared/dom.js";
import { keepPlainKeys } from "../../shared/keys.js";
import { kindOf } from "../../shared/layers/kinds.js";
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
    /** @type {import("../card/explanation.js").Story | null} */
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
    const { pin, passes, host, layout, editor, box } = this.figure;
    if (!pin.shown || !pin.position || !layout) return;
    const { pass, cell } = pin.shown,
      { stages, layers } = passes[pass];
    const from = cell.stage ? stages[cell.stage - 1] : null,
      focused = this.hasFocus() ? /** @type {HTMLElement} */ (document.activeElement) : null;
    this.explanation = tellStory(stages, layers, cell, host.categories);
    const shape = cell.stage ? layers[cell.stage - 1].shape : [];
    this.order = fillCard(this.element, this.explanation, from, shape, this.editing());
    this.element.append(this.footer(cell.stage > 0));
    this.element.hidden = false;
    this.element.classList.toggle("xo-pinned", pin.held);
    if (focused) this.refocus(focused);
    else stopAt(this.element);
    if (!editor.held) placeCard(this.element, box, layout, pin.position, pin.trace(), passes);
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
      layer = pin.shown && passes[pin.shown.pass].layers[pin.shown.cell.stage - 1];
    if (!pin.shown || !layer || !pin.held || layer.own) return null;
    const at = kindOf(layer).output?.(pin.shown.cell) ?? 0;
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

  /** @param {boolean} deep whether something stands behind the number */
  footer(deep) {
    const { pin } = this.figure,
      foot = make("div", "card-foot");
    if (!pin.held) {
      foot.append(make("span", "soft", "click to hold"));
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
    return foot;
  }

  /** The explanation shown, as plain text. */
  text() {
    const { pin, passes } = this.figure;
    if (!pin.shown || !this.explanation) return "";
    const { pass, cell } = pin.shown;
    return explanationText(this.explanation, cell.stage ? passes[pass].stages[cell.stage - 1] : null);
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
    const { shown } = this.figure.pin;
    if (!shown) return null;
    const part = /** @type {"weights" | "biases"} */ (dataset.part);
    return { pass: shown.pass, stage: shown.cell.stage, part, place: Number(dataset.at), flips: false };
  }
}
