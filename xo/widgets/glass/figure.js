// The picture of a network that answers to pointer and keyboard: from the pad to the votes.
import { make } from "../shared/dom.js";
import { Pen } from "../shared/pen.js";
import { afterNextFrame } from "../shared/timing.js";
import { speakSlope } from "./backward/text.js";
import { findNumber } from "./card/editable.js";
import { CardHandler } from "./handlers/card.js";
import { Editor } from "./handlers/edit.js";
import { KeyboardHandler } from "./handlers/keyboard.js";
import { Pin } from "./handlers/pin.js";
import { PointerHandler } from "./handlers/pointer.js";
import { targetOn } from "./handlers/target.js";
import { holdAsked, litAsked, tellHeld } from "./handlers/told.js";
import { GridElements } from "./picture/grids.js";
import { speakCell, titleOf } from "./picture/names.js";
import { Picture } from "./picture/picture.js";

/**
 * @typedef {import("./picture/layout.js").Pass} Pass
 * @typedef {import("./picture/grids.js").Position} Position
 * @typedef {import("./handlers/target.js").Target} Target
 */

export class Figure {
  /** @param {HTMLElement} root @param {import("./session.js").Session} session
   * @param {import("./around.js").Around} around @param {string[]} categories */
  constructor(root, session, around, categories) {
    const [pad, grids] = [make("div"), make("div")];
    this.root = root;
    this.session = session;
    this.around = around;
    this.categories = categories;
    this.picture = new Picture(root, around, categories);
    this.box = this.picture.box;
    this.card = new CardHandler(this);
    this.box.append(pad, around.tools, grids, this.card.element, around.below);
    this.pin = new Pin(this);
    this.pointer = new PointerHandler(this);
    this.keyboard = new KeyboardHandler(this);
    this.elements = new GridElements([pad, grids], this.gridCallbacks());
    this.editor = new Editor(this);
    this.pad = new Pen(this.elements.item(0).element, session, (pixel) => this.elements.go(this.onPad(pixel), true), {
      offered: () => Boolean(this.layout?.grids[0].turned),
      act: (pixel) => this.pin.hold(this.onPad(pixel)),
    });
    this.handlers = [this.pin, this.pointer, this.keyboard, this.card, this.editor];
    for (const handler of this.handlers) handler.enable();
    root.addEventListener("xo-hold", (event) => holdAsked(this, event));
    root.addEventListener("xo-lit", (event) => litAsked(this, event));
  }

  get passes() {
    return this.picture.passes;
  }

  get layout() {
    return this.picture.layout;
  }

  /** @returns {import("./picture/grids.js").Callbacks} */
  gridCallbacks() {
    return {
      title: (grid) => `${grid.turned ? "Slopes: " : ""}${titleOf(grid, this.passes, this.categories)}`,
      speak: ({ grid, index }) => this.speakCell(this.layout?.grids[grid], index),
      focus: (position) => this.keyboard.focus(position),
      blur: () => this.keyboard.blur(),
      key: (position, event) => this.keyboard.key(position, event),
    };
  }

  /** @param {import("./picture/layout.js").Grid | undefined} grid @param {number} index */
  speakCell(grid, index) {
    if (!grid) return "";
    return (grid.turned ? speakSlope : speakCell)(grid, index, this.passes, this.categories);
  }

  /** Lay everything out anew, for a width or a network that changed. The first time, the numbers in the cells follow a
   * frame later: some hundred of them take as long as all the rest, and one can draw without them.
   * @param {Pass[]} passes
   * @param {() => boolean} describe what stands around the picture as laid out; whether it needs another room now */
  lay(passes, describe) {
    const before = this.passes,
      first = !this.layout;
    let { grids } = this.picture.lay(passes);
    if (describe()) grids = this.picture.lay(passes).grids;
    this.elements.lay(grids);
    this.pin.follow(before);
    this.paint(first);
    if (first) this.forgetNumbers = afterNextFrame(() => this.paint());
  }

  /** Show new numbers in the same places. @param {Pass[]} passes */
  show(passes) {
    this.picture.passes = passes;
    this.card.fill();
    this.paint();
  }

  /** @param {boolean} [bare] without the numbers in cells */
  paint(bare = false) {
    this.picture.paint(this.pin.subject, bare);
    this.root.dataset.held = tellHeld(this.pin);
  }

  /** The number under the pointer that can be changed. @param {MouseEvent} event @returns {Target | null} */
  targetAt(event) {
    const element = /** @type {HTMLElement} */ (event.target);
    if (element.classList.contains("xo-edit")) return this.card.targetOf(element);
    const position = element.classList.contains("xo-grid") ? this.picture.positionAt(event) : null;
    return position && this.layout ? targetOn(this.layout.grids[position.grid], position) : null;
  }

  /** The number of the network that it is. @param {Target} target */
  valueOf({ pass, stage, part, place }) {
    return this.passes[pass].layers[stage - 1][part]?.[place] ?? 0;
  }

  /** @param {Target} target @param {number} value */
  change({ pass, stage, part, place }, value) {
    this.session.setNumber(pass, this.passes[pass].layers[stage - 1].number, part, place, value);
  }

  /** The element that shows it now, in the picture or on the card. @param {Target} target */
  elementOf(target) {
    return target.position ? this.elements.cellAt(target.position) : findNumber(this.card.element, target);
  }

  /** @param {import("../shared/pen.js").Pixel} pixel @returns {Position} */
  onPad({ row, column }) {
    return { grid: 0, index: row * this.passes[0].stages[0].columns + column };
  }

  /** Say the explanation that is shown. */
  say() {
    this.around.voice.say(this.card.text());
  }

  close() {
    this.forgetNumbers?.();
    this.pad.close();
    for (const handler of this.handlers) handler.disable();
    this.elements.close();
  }
}
