// The picture of a network: laid out for the width there is, painted, and searched for what lies under the pointer.
import { make, put } from "../../shared/dom.js";
import { cellAt } from "../../shared/stage.js";
import { highlightsOf } from "../backward/highlight.js";
import { partsOf } from "../passes.js";
import { paintEdges } from "./edges.js";
import { stretchOf, writeEnds, writeHeadings } from "./headings.js";
import { paintHighlight } from "./highlight.js";
import { layOut } from "./layout.js";
import { paintGrids, readTheme } from "./paint.js";
import { positionAt } from "./subject.js";

/**
 * @typedef {import("./layout.js").Pass} Pass
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("./subject.js").Subject} Subject
 * @typedef {{tools: HTMLElement, below: HTMLElement}} Around tools: under the pad; below: under all of the picture
 */

const PADDING_PX = 6;
const NARROWEST_PX = 200;

export class Picture {
  /** @param {HTMLElement} root of the widget @param {Around} around @param {string[]} categories */
  constructor(root, around, categories) {
    this.root = root;
    this.around = around;
    this.categories = categories;
    /** @type {Pass[]} */
    this.passes = [];
    /** @type {import("../passes.js").Limits[]} */
    this.limits = [];
    this.scale = 1;
    /** @type {Layout | null} */
    this.layout = null;
    this.box = make("div", "figure");
    this.canvas = make("canvas", "canvas", "", { "aria-hidden": "true" });
    this.labels = make("div", "labels", "", { "aria-hidden": "true" });
    this.box.append(this.canvas, this.labels);
    root.append(this.box);
  }

  /** For a width or a network that changed. @param {Pass[]} passes */
  lay(passes) {
    this.passes = passes;
    this.theme = readTheme(this.root); // before places change: after that, reading it would lay all out anew
    const layout = this.chooseLayout();
    for (const grid of layout.grids) grid.turned = grid.kind !== "picture" && Boolean(passes[grid.pass].back);
    this.layout = layout;
    this.sizeCanvas(layout);
    writeHeadings(this.labels, layout);
    return layout;
  }

  /** Where everything stands. */
  chooseLayout() {
    const { tools, below } = this.around,
      width = Math.max(NARROWEST_PX, this.box.clientWidth - 2 * PADDING_PX),
      height = screenLeft(this.box),
      stretch = stretchOf(this.labels),
      measure = this.measure.bind(this);
    const layout = layOut(this.passes, width, { scale: this.scale, padding: PADDING_PX, stretch, height, measure });
    put(tools, layout.tools.x, layout.tools.y);
    put(below, layout.below.x, layout.below.y);
    return layout;
  }

  /** How high what stands around is, which has these widths from now on.
   * @type {import("./layout.js").Measure} */
  measure(widths) {
    const { tools, below } = this.around;
    this.box.classList.toggle("xo-stacked", Boolean(widths.stacked));
    this.box.classList.toggle("xo-whole", Boolean(widths.whole));
    tools.style.width = `${widths.tools}px`;
    below.style.width = `${widths.below}px`;
    return { tools: tools.offsetHeight, below: below.offsetHeight };
  }

  /** @param {Layout} layout */
  sizeCanvas({ width, height }) {
    const density = window.devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [Math.ceil(width * density), Math.ceil(height * density)];
    put(this.canvas, 0, 0, width, height);
    this.box.style.minHeight = `${height}px`;
  }

  /** @param {Subject | null} subject the number that is explained @param {boolean} bare without the numbers in cells */
  paint(subject, bare) {
    const { layout, theme, passes, limits, scale, categories } = this,
      pen = this.canvas.getContext("2d");
    if (!layout || !theme || !pen) return;
    writeEnds(this.labels, layout.headings, passes);
    const density = this.canvas.width / layout.width,
      { grids } = layout,
      back = subject && Boolean(passes[subject.pass].back);
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.clearRect(0, 0, layout.width, layout.height);
    if (!layout.stacked) paintEdges(pen, grids, passes, theme, subject && !back ? this.traced(subject) : null);
    const scene = { grids, passes, theme, scale, categories, bare };
    paintGrids(pen, { ...scene, limits, over: partsOf(passes), written: new Map() });
    if (!subject) return;
    const fading = subject.part === "values" || Boolean(back);
    paintHighlight(pen, grids, highlightsOf(grids, subject, passes), theme, fading);
  }

  /** The map whose edges are bright. @param {Subject} subject */
  traced(subject) {
    const { pass, stage, part, place } = subject;
    return part === "values" ? { ...subject, map: cellAt(this.passes[pass].stages[stage], stage, place).map } : null;
  }

  /** Which cell lies under the pointer. @param {MouseEvent} event */
  positionAt(event) {
    const box = this.canvas.getBoundingClientRect();
    return positionAt(this.layout?.grids ?? [], event.clientX - box.left, event.clientY - box.top);
  }
}

/** How much of a page's first screen is left from here on, where the page asks for a picture that stands on it whole.
 * @param {HTMLElement} box */
function screenLeft(box) {
  if (!box.closest("[data-one-screen]")) return 0;
  return document.documentElement.clientHeight - box.getBoundingClientRect().top - window.scrollY;
}
