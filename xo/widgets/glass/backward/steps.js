// Steps down the slopes: plain descent on the drawing that is shown, one step, ten, or on and on.
import { Descent } from "../../shared/rules.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {unknown[]} Question which drawing, what it is, and how its error is measured
 * @typedef {{before: Layer[], after: Layer[], error: number, count: number, question: Question}} Taken the steps that
 *   led from one network to another; error: before them
 * @typedef {object} Host
 * @property {import("../session.js").Session} session
 * @property {() => Pass | undefined} pass the network on its drawing, turned, as it is now
 * @property {() => Question} question as it is now
 * @property {() => number} rate
 * @property {(text: string) => void} tell
 * @property {() => void} follow it plays, or has stopped
 */

const EVERY_MS = 120;
const MOST_KEPT = 200;
const FLAT = 1e-9;
const TOO_LARGE = "The numbers grew without limit: choose a smaller rate.";
const NOWHERE = "Every slope is 0 here: no number would help.";

/** The layers after a step of every number down its slope. @param {Layer[]} all @param {Pass} pass turned
 * @param {number} rate @returns {Layer[]} */
export function stepDown(all, { layers, back }, rate) {
  const slopes = new Map(layers.map((layer, index) => [layer.number, back?.gradients[index]])),
    rule = new Descent(rate);
  return all.map((layer) => {
    const gradient = layer.on ? slopes.get(layer.number) : undefined;
    if (!gradient || !layer.weights.length) return layer;
    const moved = { ...layer, weights: layer.weights.slice(), biases: layer.biases?.slice() ?? null };
    rule.step([moved.weights], [gradient.weights]);
    if (moved.biases && gradient.biases) rule.step([moved.biases], [gradient.biases]);
    return moved;
  });
}

/** @param {Question} one @param {Question} other */
function sameQuestion(one, other) {
  return one.every((part, place) => part === other[place]);
}

export class Steps {
  /** @param {Host} host */
  constructor(host) {
    this.host = host;
    /** All that can be taken back, the last at the end. @type {Taken[]} */
    this.taken = [];
    this.timer = 0;
    /** What play has done. @type {Taken | null} */
    this.played = null;
  }

  get playing() {
    return this.timer !== 0;
  }

  /** The steps that made the network what it is, if steps did. */
  made() {
    const { layers } = this.host.session.state;
    return this.taken.filter(({ after }) => after === layers).pop() ?? null;
  }

  /** The same, while the question is theirs: an error before them and one of now can be compared. */
  last() {
    const made = this.made();
    return made && sameQuestion(made.question, this.host.question()) ? made : null;
  }

  /** Take the last steps back, and nothing else: what was drawn since stays. */
  undo() {
    this.pause();
    const made = this.made();
    if (made) this.host.session.restore(made.before);
  }

  /** So many steps, as one to undo. @param {number} count */
  take(count) {
    const { session } = this.host;
    this.pause();
    session.begin();
    const start = this.mark();
    let taken = 0;
    while (start && taken < count && this.one()) taken++;
    if (start && taken) this.note(start, taken);
    session.end();
  }

  /** One step. @returns {boolean} whether there was one to take */
  one() {
    const { session, pass, rate, tell } = this.host,
      turned = pass();
    if (!turned?.back) return false;
    const flat = turned.back.gradients.every(({ weights, biases }) =>
        [...weights, ...(biases ?? [])].every((slope) => Math.abs(slope) < FLAT),
      ),
      next = stepDown(session.state.layers, turned, rate()),
      finite = next.every(
        ({ weights, biases }) => weights.every(Number.isFinite) && (biases?.every(Number.isFinite) ?? true),
      );
    tell(flat ? NOWHERE : finite ? "" : TOO_LARGE);
    if (flat || !finite) return false;
    session.step(next);
    return true;
  }

  /** The network and its error before steps. @returns {Taken | null} */
  mark() {
    const { layers } = this.host.session.state,
      error = this.host.pass()?.back?.error;
    if (error === undefined) return null;
    return { before: layers, after: layers, error, count: 0, question: this.host.question() };
  }

  /** What steps have come to. @param {Taken} before these @param {number} count @returns {Taken} */
  note(before, count) {
    const taken = { ...before, after: this.host.session.state.layers, count };
    this.taken = [...this.taken.filter((one) => one !== before).slice(1 - MOST_KEPT), taken];
    return taken;
  }

  /** Steps, one after another, until paused or until something else is done: all of them one to undo. */
  play() {
    if (this.playing || !this.start()) return;
    this.timer = window.setInterval(() => this.goOn(), EVERY_MS);
    this.host.follow();
  }

  /** From here on, steps are one to undo, and what they change is told from here. */
  start() {
    this.played = this.mark();
    if (this.played) this.host.session.begin(() => this.pause());
    return this.played !== null;
  }

  /** One more step, which begins anew where the question is another one. */
  goOn() {
    if (this.played && !sameQuestion(this.played.question, this.host.question())) {
      this.host.session.end();
      this.start();
    }
    if (!this.played || !this.one()) return this.pause();
    this.played = this.note(this.played, this.played.count + 1);
  }

  pause() {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.host.session.end();
    this.host.follow();
  }
}
