// The switch between forward and backward, and all that belongs to the backward view.
import { button, make } from "../../shared/dom.js";
import { unfold } from "../../shared/engine.js";
import { decimal } from "../../shared/numbers.js";
import { Direction } from "./direction.js";
import { SlopeLegend } from "./legend.js";
import { Panel } from "./panel.js";
import { canTurn, turnBack } from "./pass.js";
import { Steps } from "./steps.js";

/**
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {object} Host
 * @property {import("../../shared/kernel.js").Model} model
 * @property {import("../session.js").Session} session
 * @property {() => Pass[]} passes forward, as they are now
 * @property {() => void} changed the picture is turned, or means something else
 * @property {(subject: import("./pass.js").Subject) => void} explain hold its card
 * @property {(text: string) => void} tell
 */

const NO_ERROR = "No error to go back from: this network does not vote";

export class Backward {
  /** @param {Host} host */
  constructor(host) {
    const { model, session, tell, changed } = host,
      pass = () => this.turn(host.passes())[0];
    this.host = host;
    this.direction = new Direction(model, () => {
      if (!this.direction.turned) this.steps.pause();
      changed();
    });
    const { direction } = this;
    const rate = () => direction.rate,
      question = () => [session.state.image.values, direction.category, direction.measure];
    this.steps = new Steps({ session, tell, pass, question, rate, follow: changed });
    const { steps } = this,
      explain = () => this.explain();
    this.panel = new Panel({ direction, steps, tell, categories: model.get("categories"), explain });
    this.legend = new SlopeLegend();
    this.toggle = button(
      "◀ Backward",
      "Turn the picture: every slope of the error, from the votes back to the pixels",
      () => this.flip(),
      "chip direction",
    );
    this.toggle.setAttribute("aria-pressed", "false");
    this.element = make("div", "backward");
    this.element.append(this.toggle, this.panel.element);
  }

  flip() {
    if (this.host.passes().some(canTurn)) this.direction.set({ backward: !this.direction.turned });
    else this.host.tell(`${NO_ERROR}.`);
  }

  /** The passes with their slopes, where the picture is turned backward. @param {Pass[]} passes */
  turn(passes) {
    if (!this.direction.turned) return passes;
    const turned = turnBack(passes, this.direction.category, this.direction.measure),
      taken = this.steps.last();
    if (taken && turned[0].back) turned[0].back.before = unfold(taken.before);
    return turned;
  }

  /** @param {Pass[]} passes @returns {boolean} whether it has another height now */
  show(passes) {
    const back = passes[0]?.back;
    this.toggle.setAttribute("aria-pressed", String(Boolean(back)));
    this.element.classList.toggle("xo-open", Boolean(back));
    this.legend.show(passes[0]);
    return this.panel.show(back);
  }

  /** The error in words. @param {Pass[]} passes */
  text(passes) {
    const back = passes[0]?.back,
      categories = this.host.model.get("categories");
    return back ? `Backward, for ${categories[back.category]}: error ${decimal(back.error, 4)}.` : "";
  }

  /** The card of the error: the vote whose slope is steepest. */
  explain() {
    const [{ stages }] = this.turn(this.host.passes()),
      stage = stages.length - 1,
      slopes = Array.from(stages[stage].slopes ?? [], Math.abs),
      place = slopes.indexOf(Math.max(...slopes));
    this.host.explain({ pass: 0, stage, part: "values", place: Math.max(0, place) });
  }

  close() {
    this.steps.pause();
    this.direction.unlisten();
  }
}
