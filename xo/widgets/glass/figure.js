// The picture of a network that answers to pointer and keyboard: from the pad to the votes.
import { make, put } from "../shared/dom.js";
import { cellAt } from "../shared/stage.js";
import { Pen } from "../shared/pen.js";
import { highlightsOf } from "./backward/highlight.js";
import { speakSlope } from "./backward/text.js";
import { findNumber } from "./card/editable.js";
import { CardHandler } from "./handlers/card.js";
import { Editor } from "./handlers/edit.js";
import { KeyboardHandler } from "./handlers/keyboard.js";
import { Pin } from "./handlers/pin.js";
import { PointerHandler } from "./handlers/pointer.js";
import { targetOn } from "./handlers/target.js";
import { GridElements } from "./picture/grids.js";
import { stretchOf, writeHeadings } from "./picture/headings.js";
import { paintEdges } from "./picture/edges.js";
import { paintHighlight } from "./picture/highlight.js";
import { partsOf } from "./passes.js";
import { layOut } from "./picture/layout.js";
import { speakCell, titleOf } from "./picture/names.js";
import { paintGrids, readTheme } from "./picture/paint.js";
import { positionAt } from "./picture/subject.js";

/**
 * @typedef {import("./picture/layout.js").Pass} Pass
 * @typedef {import("./picture/grids.js").Position} Position
 * @typedef {import("./handlers/target.js").Target} Target
 * @typedef {object} Host what the figure needs from the widget around it
 * @property {Omit<import("../shared/pen.js").Drawing, "focus">} drawing
 * @property {string[]} categories
 * @property {HTMLElement} tools stands under the pad
 * @property {HTMLElement} below stands under all of the picture
 * @property {string} keys which keys do what
 * @property {(text: string) => void} say
 * @property {(target: Target, value: number) => void} setNumber
 * @property {() => void} undo
 * @property {(text: string) => void} tell in the line of text that goes with the picture
 */

const PADDING_PX = 6;
const NARROWEST_PX = 200;

export class Figure {
  /** @param {HTMLElement} root @param {Host} host */
  constructor(root, host) {
    this.root = root;
    this.host = host;
    /** @type {Pass[]} */
    this.passes = [];
    /** @type {import("./passes.js").Limits[]} */
    this.limits = [];
    this.scale = 1;
    /** @type {import("./picture/layout.js").Layout | null} */
    this.layout = null;
    this.box = make("div", "figure");
    this.canvas = make("canvas", "canvas", "", { "aria-hidden": "true" });
    this.labels = make("div", "labels", "", { "aria-hidden": "true" });
    this.card = new CardHandler(this);
    const pad = make("div"),
      grids = make("div");
    this.box.append(this.canvas, this.labels, pad, host.tools, grids, this.card.element, host.below);
    root.append(this.box);
    this.pin = new Pin(this);
    this.pointer = new PointerHandler(this);
    this.keyboard = new KeyboardHandler(this);
    this.elements = new GridElements([pad, grids], this.gridCallbacks());
    this.editor = new Editor(this.box, this.editCallbacks());
    this.pad = new Pen(this.elements.item(0).element, {
      ...host.drawing,
      focus: (pixel) => this.focusPixel(pixel),
    });
    this.handlers = [this.pin, this.pointer, this.keyboard, this.card, this.editor];
    for (const handler of this.handlers) handler.enable();
  }

  /** @returns {import("./picture/grids.js").Callbacks} */
  gridCallbacks() {
    const { categories } = this.host;
    return {
      title: (grid) => `${grid.turned ? "Slopes: " : ""}${titleOf(grid, this.passes, categories)}`,
      speak: ({ grid, index }) => this.speakCell(this.layout?.grids[grid], index),
      focus: (position) => this.keyboard.focus(position),
      blur: () => this.keyboard.blur(),
      key: (position, event) => this.keyboard.key(position, event),
    };
  }

  /** @param {import("./picture/layout.js").Grid | undefined} grid @param {number} index */
  speakCell(grid, index) {
    if (!grid) return "";
    return (grid.turned ? speakSlope : speakCell)(grid, index, this.passes, this.host.categories);
  }

  /** @returns {import("./handlers/edit.js").Callbacks} */
  editCallbacks() {
    const { setNumber, drawing, undo, tell } = this.host;
    return {
      targetAt: (event) => this.targetAt(event),
      value: ({ pass, stage, part, place }) => this.passes[pass].layers[stage - 1][part]?.[place] ?? 0,
      set: setNumber,
      begin: drawing.begin,
      end: drawing.end,
      undo,
      tell,
      find: (target) =>
        target.position ? this.elements.cellAt(target.position) : findNumber(this.card.element, target),
    };
  }

  /** Lay everything out anew, for a width or a network that changed. @param {Pass[]} passes */
  lay(passes) {
    const before = this.passes;
    this.passes = passes;
    this.layout = this.chooseLayout();
    for (const grid of this.layout.grids) grid.turned = Boolean(passes[grid.pass].back);
    this.sizeCanvas(this.layout);
    writeHeadings(this.labels, this.layout);
    this.theme = readTheme(this.root);
    this.elements.lay(this.layout.grids);
    this.pin.follow(before);
    this.paint();
  }

  /** Where everything stands: twice, since tools are as high as their width makes them. */
  chooseLayout() {
    const { tools, below } = this.host,
      width = Math.max(NARROWEST_PX, this.box.clientWidth - 2 * PADDING_PX),
      options = { scale: this.scale, padding: PADDING_PX, stretch: stretchOf(this.labels) };
    const first = layOut(this.passes, width, { ...options, tools: 0 });
    this.box.classList.toggle("xo-stacked", first.stacked);
    tools.style.width = `${first.tools.width}px`;
    below.style.width = `${first.below.width}px`;
    const heights = { tools: tools.offsetHeight, below: below.offsetHeight },
      layout = layOut(this.passes, width, { ...options, ...heights });
    put(tools, layout.tools.x, layout.tools.y);
    put(below, layout.below.x, layout.below.y);
    return layout;
  }

  /** @param {import("./picture/layout.js").Layout} layout */
  sizeCanvas({ width, height }) {
    const density = window.devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [Math.ceil(width * density), Math.ceil(height * density)];
    put(this.canvas, 0, 0, width, height);
    this.box.style.minHeight = `${height}px`;
  }

  /** Show new numbers in the same places. @param {Pass[]} passes */
  show(passes) {
    this.passes = passes;
    this.card.fill();
    this.paint();
  }

  paint() {
    const { layout, theme, passes, limits, scale } = this,
      pen = this.canvas.getContext("2d");
    if (!layout || !theme || !pen) return;
    const density = this.canvas.width / layout.width,
      { grids } = layout,
      { subject } = this.pin;
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.clearRect(0, 0, layout.width, layout.height);
    if (!layout.stacked) paintEdges(pen, grids, passes, theme, this.traced());
    const scene = { grids, passes, theme, scale, categories: this.host.categories };
    paintGrids(pen, { ...scene, limits, over: partsOf(passes), written: new Map() });
    if (!subject) return;
    const fading = subject.part === "values" || Boolean(passes[subject.pass].back);
    paintHighlight(pen, grids, highlightsOf(grids, subject, passes), theme, fading);
  }

  /** The map whose edges are bright. */
  traced() {
    const { subject } = this.pin;
    if (subject?.part !== "values" || this.passes[subject.pass].back) return null;
    const { map } = cellAt(this.passes[subject.pass].stages[subject.stage], subject.stage, subject.place);
    return { ...subject, map };
  }

  /** Which cell lies under the pointer. @param {MouseEvent} event @returns {Position | null} */
  positionAt(event) {
    const box = this.canvas.getBoundingClientRect();
    return positionAt(this.layout?.grids ?? [], event.clientX - box.left, event.clientY - box.top);
  }

  /** The number under the pointer that can be changed. @param {MouseEvent} event @returns {Target | null} */
  targetAt(event) {
    const element = /** @type {HTMLElement} */ (event.target);
    if (element.classList.contains("xo-edit")) return this.card.targetOf(element);
    const position = element.classList.contains("xo-grid") ? this.positionAt(event) : null;
    return position && this.layout ? targetOn(this.layout.grids[position.grid], position) : null;
  }

  /** The keyboard goes on where the pen is. @param {import("../shared/pen.js").Pixel} pixel */
  focusPixel({ row, column }) {
    this.elements.go({ grid: 0, index: row * this.passes[0].stages[0].columns + column }, true);
  }

  /** Say the explanation that is shown. */
  say() {
    this.host.say(this.card.text());
  }

  close() {
    for (const handler of this.handlers) handler.disable();
    this.elements.close();
  }
}
