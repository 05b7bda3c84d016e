// Steps down the slopes: plain descent on the drawing that is shown, one step, ten, or on and on.
import { Descent } from "../../shared/rules.js";

/**
 * @typedef {import("../../shared/engine.js").Layer} Layer
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {{before: Layer[], after: Layer[], error: number, count: number}} Taken the steps that led from one network
 *   to another
 * @typedef {object} Host
 * @property {import("../session.js").Session} session
 * @property {() => Pass | undefined} pass the network on its drawing, turned, as it is now
 * @property {() => number} rate
 * @property {(text: string) => void} tell
 * @property {() => void} follow it plays, or has stopped
 */

const EVERY_MS = 120;
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

export class Steps {
  /** @param {Host} host */
  constructor(host) {
    this.host = host;
    /** @type {Taken | null} */
    this.taken = null;
    this.timer = 0;
    /** What play began with. @type {Taken | null} */
    this.start = null;
  }

  get playing() {
    return this.timer !== 0;
  }

  /** What the last steps changed, while the network is what they made of it. */
  last() {
    return this.taken && this.taken.after === this.host.session.state.layers ? this.taken : null;
  }

  /** So many steps, as one to undo. @param {number} count */
  take(count) {
    const { session } = this.host;
    this.pause();
    session.begin();
    const before = this.mark();
    let taken = 0;
    while (before && taken < count && this.one()) taken++;
    if (before && taken) this.note(before, taken);
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
    session.change({ layers: next });
    return true;
  }

  /** The network and its error before steps. @returns {Taken | null} */
  mark() {
    const { layers } = this.host.session.state,
      error = this.host.pass()?.back?.error;
    return error === undefined ? null : { before: layers, after: layers, error, count: 0 };
  }

  /** @param {Taken} start @param {number} count */
  note(start, count) {
    this.taken = { ...start, after: this.host.session.state.layers, count };
  }

  /** Steps, one after another, until paused: all of them one to undo. */
  play() {
    if (this.playing) return;
    this.start = this.mark();
    if (!this.start) return;
    this.host.session.begin();
    let { image } = this.host.session.state;
    this.timer = window.setInterval(() => {
      const { state } = this.host.session,
        expected = this.last()?.after ?? this.start?.before;
      if (state.image !== image || state.layers !== expected || !this.one()) return this.pause();
      ({ image } = state);
      if (this.start) this.note(this.start, (this.taken?.count ?? 0) + 1);
    }, EVERY_MS);
    this.taken = null;
    this.host.follow();
  }

  pause() {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.host.session.end();
    this.host.follow();
  }
}
