// Change a number of the network by hand: click, drag, Shift and an arrow key, or type it.
import { Handler } from "./handler.js";
import { readNumber } from "./target.js";
import { openField } from "./typing.js";

/**
 * @typedef {import("./target.js").Target} Target
 * @typedef {object} Callbacks
 * @property {(event: MouseEvent) => Target | null} targetAt
 * @property {(target: Target) => number} value
 * @property {(target: Target, value: number) => void} set
 * @property {() => void} begin
 * @property {() => void} end
 * @property {() => void} undo
 * @property {(text: string) => void} tell what was wrong with a number that was typed, "" if nothing
 * @property {(target: Target) => HTMLElement | null | undefined} find the element that shows it, now
 */

const DRAG_THRESHOLD_PX = 4;
const VALUE_PER_PX = 0.01;
/** @type {Record<string, number>} */
const STEPS = { ArrowUp: 0.1, ArrowDown: -0.1 };

export class Editor extends Handler {
  /** @param {HTMLElement} box @param {Callbacks} callbacks */
  constructor(box, callbacks) {
    super();
    this.box = box;
    this.callbacks = callbacks;
    /** @type {{id: number, target: Target, start: number, x: number, y: number, moved: boolean} | null} */
    this.held = null;
    /** @type {{place: number, count: number}} how often one pixel was flipped in a row */
    this.flips = { place: -1, count: 0 };
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { box } = this;
    box.addEventListener("pointerdown", (event) => this.down(event), { signal });
    box.addEventListener("pointermove", (event) => this.move(event), { signal });
    box.addEventListener("pointerup", (event) => this.up(event), { signal });
    box.addEventListener("pointercancel", (event) => this.up(event), { signal });
    box.addEventListener("mousedown", (event) => this.held && event.preventDefault(), { signal });
    box.addEventListener("dblclick", (event) => this.twice(event), { signal });
  }

  /** @param {PointerEvent} event */
  down(event) {
    const target = event.button === 0 && !this.held ? this.callbacks.targetAt(event) : null;
    if (!target) return;
    // The card's numbers are written anew while they change: its frame stays.
    const element = /** @type {HTMLElement} */ (event.target);
    (element.closest(".xo-card") ?? element).setPointerCapture(event.pointerId);
    this.callbacks.find(target)?.focus({ preventScroll: true });
    this.held = {
      id: event.pointerId,
      target,
      start: this.callbacks.value(target),
      x: event.clientX,
      y: event.clientY,
      moved: false,
    };
    this.callbacks.begin();
  }

  /** The mouse drags up or down. A finger drags sideways: up and down, it scrolls the page.
   * @param {PointerEvent} event */
  move(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    const by = event.pointerType === "mouse" ? held.y - event.clientY : event.clientX - held.x;
    held.moved ||= Math.abs(by) > DRAG_THRESHOLD_PX;
    if (held.moved) this.callbacks.set(held.target, Math.round((held.start + by * VALUE_PER_PX) * 100) / 100);
  }

  /** @param {PointerEvent} event */
  up(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    this.held = null;
    if (event.type === "pointercancel") this.callbacks.set(held.target, held.start);
    else if (!held.moved && held.target.flips) this.flip(held.target);
    this.callbacks.end();
    this.callbacks.find(held.target)?.focus({ preventScroll: true });
  }

  /** Black to white and back. @param {Target} target */
  flip(target) {
    this.flips = { place: target.place, count: this.flips.place === target.place ? this.flips.count + 1 : 1 };
    this.callbacks.set(target, this.callbacks.value(target) > 0 ? -1 : 1);
  }

  /** Type a number; the two clicks that asked for it are taken back. @param {MouseEvent} event */
  twice(event) {
    const target = this.callbacks.targetAt(event);
    if (!target) return;
    if (target.flips && this.flips.place === target.place && this.flips.count > 1) {
      this.callbacks.undo();
      this.callbacks.undo();
    }
    this.flips.count = 0;
    this.type(target);
  }

  /** @param {Target} target @param {KeyboardEvent} event @returns {boolean} whether it was understood */
  key(target, event) {
    const step = STEPS[event.key];
    if (step) this.once(() => this.callbacks.set(target, this.callbacks.value(target) + step));
    else if (event.key === " " && target.flips) this.once(() => this.flip(target));
    else if (["Enter", " "].includes(event.key)) this.type(target);
    else if (/^[\d.,+\-\u2212]$/.test(event.key)) this.type(target, event.key);
    else return false;
    return true;
  }

  /** @param {() => void} act as one step to undo */
  once(act) {
    this.callbacks.begin();
    act();
    this.callbacks.end();
  }

  /** Let a number be typed in the place of the cell. @param {Target} target
   * @param {string} [first] what has been typed */
  type(target, first = "") {
    const old = String(this.callbacks.value(target)),
      element = this.callbacks.find(target);
    if (!element) return;
    openField(this.box, element, first || old, {
      selected: !first,
      done: (text) => text !== old && this.use(target, text),
      closed: () => this.callbacks.find(target)?.focus(),
    });
  }

  /** What was typed becomes the number, or it is said why not. @param {Target} target @param {string} text */
  use(target, text) {
    try {
      const value = readNumber(text);
      this.callbacks.tell("");
      if (value !== this.callbacks.value(target)) this.once(() => this.callbacks.set(target, value));
    } catch (error) {
      this.callbacks.tell(`Not used: ${/** @type {Error} */ (error).message}.`);
    }
  }
}
