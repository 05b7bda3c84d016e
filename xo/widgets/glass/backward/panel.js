// Beside the switch: what the drawing is, the error, steps down the slopes, and what they moved.
import { button, make, setText, setUsable } from "../../shared/dom.js";
import { decimal } from "../../shared/numbers.js";
import { makeToolbar } from "../tools/toolbar.js";
import { MEASURES } from "./errors.js";
import { writeMoves } from "./moved.js";

/**
 * @typedef {object} Host
 * @property {import("./direction.js").Direction} direction
 * @property {import("./steps.js").Steps} steps
 * @property {string[]} categories
 * @property {() => void} explain hold the card of the vote whose slope is steepest
 * @property {(text: string) => void} tell
 */

const RATE = "How far a step goes: every number moves against its slope, by the slope times this rate";
const RATE_FIELD = { type: "text", inputmode: "decimal", size: "5", "aria-label": "Rate of a step" };
const ERROR = "How the error comes from the votes, and which numbers would help most";
const TEN = 10;

export class Panel {
  /** @param {Host} host */
  constructor(host) {
    const { steps, direction, explain } = host;
    this.host = host;
    this.element = make("div", "backward-panel", "", { role: "group", "aria-label": "Backward" });
    this.choices = host.categories.map((name) => {
      const choice = button(name, `The drawing is ${name}`, () => direction.set({ category: name }), "button choice");
      choice.setAttribute("aria-label", `The drawing is ${name}`);
      return choice;
    });
    this.error = button("Error", ERROR, explain, "button error-now");
    this.rate = make("input", "rate", "", { ...RATE_FIELD, title: RATE });
    this.rate.addEventListener("change", () => this.setRate());
    this.play = button("▶ Play", "One step after another", () => (steps.playing ? steps.pause() : steps.play()));
    this.undo = button("Undo", "Take the last steps back", () => steps.undo());
    this.moves = make("div");
    /** @type {import("./steps.js").Taken | null} */
    this.written = null;
    this.element.append(...this.build());
  }

  build() {
    const { steps } = this.host,
      rate = make("label", "rate-label", "Rate "),
      step = button("Step", "Move every number down its slope, once", () => steps.take(1)),
      ten = button("Ten steps", "Ten such steps", () => steps.take(TEN)),
      what = [make("span", "soft", "The drawing is"), ...this.choices, this.error];
    rate.append(this.rate);
    return [
      makeToolbar("What the drawing is", what),
      rate,
      makeToolbar("Steps down the slopes", [step, ten, this.play, this.undo]),
      this.moves,
    ];
  }

  setRate() {
    const { direction, tell } = this.host,
      rate = Number(this.rate.value.replace(",", "."));
    if (rate > 0 && Number.isFinite(rate)) {
      tell("");
      direction.set({ rate });
    } else {
      tell(`Not used: expected a rate above 0, got “${this.rate.value}”.`);
      this.rate.value = String(direction.rate);
    }
  }

  /** @param {import("./pass.js").Back | undefined} back of the network on its drawing
   * @returns {boolean} whether it has another height now */
  show(back) {
    const { direction, steps, categories } = this.host,
      hidden = this.element.hidden;
    this.element.hidden = !back;
    if (!back) return !hidden;
    for (const [index, choice] of this.choices.entries())
      choice.setAttribute("aria-pressed", String(index === back.category));
    setText(this.error, `Error ${decimal(back.error, 4)} (${MEASURES[back.measure].name})`);
    if (document.activeElement !== this.rate) this.rate.value = String(direction.rate);
    setText(this.play, steps.playing ? "❚❚ Pause" : "▶ Play");
    setUsable(this.undo, steps.made() !== null);
    const taken = steps.last(),
      before = this.moves.childElementCount;
    if (taken !== this.written)
      this.moves.replaceChildren(...(taken ? [writeMoves(taken, back.error, categories)] : []));
    this.written = taken;
    return hidden || before !== this.moves.childElementCount;
  }
}
