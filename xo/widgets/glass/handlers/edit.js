// Change a number of the network by hand: click, drag, Shift and an arrow key, or type it.
import { Handler } from "./handler.js";
import { readNumber } from "./target.js";
import { openField } from "./typing.js";

/** @typedef {import("./target.js").Target} Target */

const DRAG_THRESHOLD_PX = 4;
const VALUE_PER_PX = 0.01;
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: 0.1, ArrowDown: -0.1 };

export class Editor extends Handler {
  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    super();
    this.figure = figure;
    /** @type {{id: number, target: Target, start: number, x: number, y: number, moved: boolean} | null} */
    this.held = null;
    /** @type {{place: number, count: number}} how often one pixel was flipped in a row */
    this.flips = { place: -1, count: 0 };
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { box } = this.figure;
    box.addEventListener("pointerdown", (event) => this.down(event), { signal });
    box.addEventListener("pointermove", (event) => this.move(event), { signal });
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"]))
      box.addEventListener(end, (event) => this.up(event), { signal });
    box.addEventListener("mousedown", (event) => this.held && event.preventDefault(), { signal });
    box.addEventListener("dblclick", (event) => this.twice(event), { signal });
  }

  /** @param {PointerEvent} event */
  down(event) {
    const target = event.button === 0 && !this.held ? this.figure.targetAt(event) : null;
    if (!target) return;
    const element = /** @type {HTMLElement} */ (event.target); // a card writes its numbers anew: its frame stays
    (element.closest(".xo-card") ?? element).setPointerCapture(event.pointerId);
    this.figure.elementOf(target)?.focus({ preventScroll: true });
    this.held = {
      id: event.pointerId,
      target,
      start: this.figure.valueOf(target),
      x: event.clientX,
      y: event.clientY,
      moved: false,
    };
    this.figure.session.begin();
  }

  /** The mouse drags up or down. A finger drags sideways: up and down, it scrolls the page.
   * @param {PointerEvent} event */
  move(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    const by = event.pointerType === "mouse" ? held.y - event.clientY : event.clientX - held.x;
    held.moved ||= Math.abs(by) > DRAG_THRESHOLD_PX;
    if (!held.moved) return;
    this.figure.session.begin(); // anew, after an undo in its middle
    this.figure.change(held.target, Math.round((held.start + by * VALUE_PER_PX) * 100) / 100);
  }

  /** @param {PointerEvent} event */
  up(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    this.held = null;
    if (event.type === "pointercancel") this.figure.change(held.target, held.start);
    else if (!held.moved && held.target.flips) this.flip(held.target);
    this.figure.session.end();
    this.figure.elementOf(held.target)?.focus({ preventScroll: true });
  }

  /** Black to white and back. @param {Target} target */
  flip(target) {
    this.flips = { place: target.place, count: this.flips.place === target.place ? this.flips.count + 1 : 1 };
    this.figure.change(target, this.figure.valueOf(target) > 0 ? -1 : 1);
  }

  /** Type a number; the two clicks that asked for it are taken back. @param {MouseEvent} event */
  twice(event) {
    const target = this.figure.targetAt(event);
    if (!target) return;
    if (target.flips && this.flips.place === target.place && this.flips.count > 1) {
      this.figure.session.undo();
      this.figure.session.undo();
    }
    this.flips.count = 0;
    this.type(target);
  }

  /** @param {Target} target @param {KeyboardEvent} event @returns {boolean} whether it was understood */
  key(target, event) {
    const step = STEPS[event.key];
    if (step) this.once(() => this.figure.change(target, this.figure.valueOf(target) + step));
    else if (event.key === " " && target.flips) this.once(() => this.flip(target));
    else if (["Enter", " "].includes(event.key)) this.type(target);
    else if (/^[\d.,+\-\u2212]$/.test(event.key)) this.type(target, event.key);
    else return false;
    return true;
  }

  /** @param {() => void} act as one step to undo */
  once(act) {
    this.figure.session.begin();
    act();
    this.figure.session.end();
  }

  /** Let a number be typed in the place of the cell. @param {Target} target
   * @param {string} [first] what has been typed */
  type(target, first = "") {
    const old = String(this.figure.valueOf(target)),
      element = this.figure.elementOf(target);
    if (!element) return;
    openField(this.figure.box, element, first || old, {
      selected: !first,
      done: (text) => text !== old && this.use(target, text),
      closed: () => this.figure.elementOf(target)?.focus(),
    });
  }

  /** What was typed becomes the number, or it is said why not. @param {Target} target @param {string} text */
  use(target, text) {
    try {
      const value = readNumber(text);
      this.figure.around.tell("");
      if (value !== this.figure.valueOf(target)) this.once(() => this.figure.change(target, value));
    } catch (error) {
      this.figure.around.tell(`Not used: ${/** @type {Error} */ (error).message}.`);
    }
  }
}
