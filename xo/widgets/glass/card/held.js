// The value or the number of the network that is pointed at: its card, and the same as text.
import { kindOf } from "../../shared/layers/kinds.js";
import { cellAt } from "../../shared/stage.js";
import { copy } from "../tools/sharing.js";
import { fillCard } from "./card.js";
import { explainCell } from "./explanation.js";
import { heldFoot, hoverFoot } from "./foot.js";
import { explainParameter } from "./parameter.js";
import { explanationText } from "./text.js";

/**
 * @typedef {import("../picture/layout.js").Pass} Pass
 * @typedef {import("../picture/subject.js").Subject} Subject
 */

export class ValueCard {
  /** @param {HTMLElement} element @param {{pin: import("../backward/held.js").Pin}} figure
   * @param {() => void} fill write the card anew */
  constructor(element, figure, fill) {
    this.element = element;
    this.figure = figure;
    this.fill = fill;
    /** @type {import("./card.js").Order | null} of the parts: it stays while their numbers change */
    this.order = null;
    this.all = false;
    this.text = "";
  }

  /** Another number is explained from now on. */
  begin() {
    this.order = null;
    this.all = false;
  }

  /** @param {Pass} pass @param {Subject} subject @param {string[]} categories */
  write(pass, subject, categories) {
    const explanation = explain(pass, subject, categories),
      shape = pass.layers[subject.stage - 1]?.shape ?? [],
      from = subject.stage ? pass.stages[subject.stage - 1] : null; // whose values the sum adds up
    this.order = fillCard(this.element, explanation, from, shape, this.editing(pass, subject));
    this.text = explanationText(explanation, from);
    const sums = explanation.sum && from && !from.list,
      about = { value: subject.part === "values", coordinates: Boolean(sums || explanation.name.includes("row ")) };
    this.element.append(this.footer(about, subject));
  }

  /** What can be done to the numbers of the card, while it is held. @param {Pass} pass @param {Subject} subject
   * @returns {import("./card.js").Editing | null} */
  editing({ layers, stages }, { stage, part, place }) {
    const layer = layers[stage - 1];
    if (!layer || !this.figure.pin.held || layer.own || part !== "values") return null;
    const at = kindOf(layer).output?.(cellAt(stages[stage], stage, place)) ?? 0;
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

  /** @param {import("./foot.js").About} about @param {Subject} subject */
  footer(about, { stage }) {
    const { pin } = this.figure;
    if (!pin.held) return hoverFoot(about);
    return heldFoot(about, {
      back: about.value && stage ? () => pin.back() : null,
      copy: () => copy(this.text, this.element),
      close: () => pin.close(),
    });
  }
}

/** @param {Pass} pass @param {Subject} subject @param {string[]} categories */
function explain(pass, subject, categories) {
  const { stage, part, place } = subject;
  if (part !== "values") return explainParameter(pass, subject, categories);
  return explainCell(pass.stages, pass.layers, cellAt(pass.stages[stage], stage, place), categories);
}
