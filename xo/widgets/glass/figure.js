// The picture of a network that answers to pointer and keyboard: from the pad to the votes.
import { fillCard, findNumber, nextNumber, stopAt, storyText } from "./card/card.js";
import { make, put } from "../shared/dom.js";
import { keepPlainKeys } from "../shared/keys.js";
import { Editor, isEditable, targetOn } from "./hands/edit.js";
import { Grids } from "./picture/grids.js";
import { layOut } from "./picture/layout.js";
import { cellOn, paintEdges, paintLight } from "./picture/highlight.js";
import { speakCell, titleOf } from "./picture/names.js";
import { listenToPen } from "../shared/pen.js";
import { paintPlates } from "./picture/paint.js";
import { findSpot, placeCard } from "./picture/place.js";
import { copy } from "./tools/sharing.js";
import { tellStory } from "./card/explanation.js";
import { findAgain, findPatches, stepBack } from "./card/trace.js";
import { kindOf } from "../shared/layers/kinds.js";
import { placeOf } from "../shared/stage.js";

/**
 * @typedef {import("./picture/layout.js").Plate} Plate
 * @typedef {import("./picture/layout.js").Lane} Lane
 * @typedef {import("./picture/highlight.js").Trace} Trace
 * @typedef {import("./picture/grids.js").Spot} Spot
 * @typedef {import("./hands/edit.js").Target} Target
 * @typedef {object} Desk what the figure needs from the widget around it
 * @property {Omit<import("../shared/pen.js").Drawing, "focus">} drawing
 * @property {string[]} categories
 * @property {HTMLElement} tools stands under the pad
 * @property {(text: string) => void} say
 * @property {(target: Target, value: number) => void} setNumber
 * @property {() => void} undo
 */

export class Figure {
  /** @param {HTMLElement} root @param {Desk} desk */
  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.box = make("div", "figure");
    this.canvas = make("canvas", "canvas", "", { "aria-hidden": "true" });
    this.labels = make("div", "labels", "", { "aria-hidden": "true" });
    this.card = make("div", "card", "", { role: "note" });
    this.card.hidden = true;
    const plates = make("div");
    this.box.append(this.canvas, this.labels, desk.tools, plates, this.card);
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    /** @type {Lane[]} */
    this.lanes = [];
    this.limit = 1;
    this.scale = 1;
    /** @type {{lane: number, cell: import("../shared/stage.js").Cell, all?: boolean, order?: number[] | null} | null} */
    this.shown = null;
    /** @type {Spot | null} where it stands */
    this.spot = null;
    this.pinned = false;
    this.grids = new Grids(plates, {
      title: (plate) => titleOf(plate, this.lanes, desk.categories),
      speak: ({ plate, place }) =>
        this.layout ? speakCell(this.layout.plates[plate], place, this.lanes, desk.categories) : "",
      focus: (spot) => this.point(spot, true),
      blur: () => this.leave(),
      key: (spot, event) => this.key(spot, event),
    });
    root.append(this.box);
    this.card.addEventListener("keydown", (event) => this.cardKey(event));
    /** @type {HTMLElement | null} */
    this.padElement = null;
    this.editor = new Editor(this.box, {
      targetAt: (event) => this.targetAt(event),
      value: ({ lane, stage, part, place }) => this.lanes[lane].layers[stage - 1][part]?.[place] ?? 0,
      set: desk.setNumber,
      begin: desk.drawing.begin,
      end: desk.drawing.end,
      undo: desk.undo,
      find: (target) => (target.spot ? this.grids.cellAt(target.spot) : findNumber(this.card, target)),
    });
    this.box.addEventListener("pointermove", (event) => this.hover(event));
    this.box.addEventListener("pointerleave", () => this.leave());
    this.box.addEventListener("click", (event) => this.click(event));
  }

  /** Lay everything out anew, for a width or a network that changed. @param {Lane[]} lanes */
  lay(lanes) {
    const before = this.lanes;
    this.lanes = lanes;
    const width = Math.max(280, this.box.clientWidth - 2 * PADDING);
    this.desk.tools.style.width = "";
    const first = layOut(lanes, width, { scale: this.scale, tools: 0 });
    this.desk.tools.style.width = `${first.tools.width}px`;
    this.box.classList.toggle("xo-upright", first.upright);
    this.layout = layOut(lanes, width, { scale: this.scale, tools: this.desk.tools.offsetHeight });
    const { layout } = this,
      dense = window.devicePixelRatio || 1;
    put(this.desk.tools, layout.tools.x + PADDING, layout.tools.y + PADDING);
    const wide = layout.width + 2 * PADDING,
      high = layout.height + 2 * PADDING;
    [this.canvas.width, this.canvas.height] = [Math.ceil(wide * dense), Math.ceil(high * dense)];
    put(this.canvas, 0, 0, wide, high);
    this.box.style.minHeight = `${high}px`;
    for (const plate of layout.plates) [plate.x, plate.y] = [plate.x + PADDING, plate.y + PADDING];
    this.labels.replaceChildren(
      ...layout.headings.map((heading) => {
        const label = make("div", "label"),
          wider = heading.width + 8,
          lines = [make("b", "", heading.title), make("span", "", heading.detail)];
        lines.forEach((line, place) => {
          line.style.fontSize = `${layout.letters[place]}px`;
        });
        label.append(...lines);
        put(
          label,
          heading.x + PADDING - (layout.upright ? 0 : (wider - heading.width) / 2),
          heading.y + PADDING,
          wider,
        );
        return label;
      }),
    );
    this.theme = readTheme(this.root);
    this.grids.lay(layout.plates);
    const grid = this.grids.items[0].grid;
    if (!this.pad || this.padElement !== grid) {
      this.padElement = grid;
      const focus = (/** @type {import("../shared/pen.js").Pixel} */ { row, column }) =>
        this.grids.go({ plate: 0, place: row * this.lanes[0].stages[0].columns + column }, true);
      this.pad = listenToPen(grid, { ...this.desk.drawing, focus });
    }
    this.follow(before);
    this.paint();
  }

  /** The cell shown stays the one shown, wherever it stands now; if it is gone, so is its card. @param {Lane[]} before */
  follow(before) {
    if (!this.shown) return;
    const { lane } = this.shown,
      cell = findAgain(this.shown.cell, before[lane].layers, this.lanes[lane]);
    this.spot = cell && this.spotOf({ lane, cell });
    if (!cell || !this.spot) return this.unpin();
    this.shown = { lane, cell };
    this.fill();
  }

  /** Where a cell stands. @param {{lane: number, cell: import("../shared/stage.js").Cell}} shown @returns {Spot | null} */
  spotOf({ lane, cell }) {
    const at = placeOf(this.lanes[lane].stages[cell.stage], cell),
      plates = this.layout?.plates ?? [];
    const owns = (/** @type {Plate} */ plate) =>
      this.isTraced(plate) &&
      plate.stage === cell.stage &&
      (plate.lane === lane || (cell.stage === 0 && plate.lane === 0));
    const plate = plates.findIndex((one) => owns(one) && at >= one.offset && at < one.offset + one.count);
    return plate < 0 ? null : { plate, place: at - plates[plate].offset };
  }

  /** Show new numbers in the same places. @param {Lane[]} lanes */
  show(lanes) {
    this.lanes = lanes;
    if (this.shown) this.fill();
    this.paint();
  }

  paint() {
    const { layout, theme, pen, lanes } = this;
    if (!layout || !theme) return;
    const dense = this.canvas.width / (layout.width + 2 * PADDING),
      trace = this.trace();
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, layout.width + 2 * PADDING, layout.height + 2 * PADDING);
    const { limit, scale } = this,
      { categories } = this.desk,
      { plates } = layout;
    if (!layout.upright) paintEdges(pen, plates, lanes, theme, trace);
    paintPlates(pen, { plates, lanes, limit, theme, categories, scale });
    if (trace) paintLight(pen, plates, trace, lanes, theme);
  }

  /** @returns {Trace | null} */
  trace() {
    if (!this.shown) return null;
    const { stages, layers } = this.lanes[this.shown.lane],
      { cell } = this.shown;
    return { ...this.shown, areas: findPatches(stages, layers, cell) };
  }

  /** Which cell lies under the pointer. @param {MouseEvent} event @returns {Spot | null} */
  spotAt(event) {
    const box = this.canvas.getBoundingClientRect();
    return findSpot(this.layout?.plates ?? [], event.clientX - box.left, event.clientY - box.top);
  }

  /** The number under the pointer that can be changed. @param {MouseEvent} event @returns {Target | null} */
  targetAt(event) {
    const element = /** @type {HTMLElement} */ (event.target);
    if (element.classList.contains("xo-edit")) return this.targetOf(element);
    const spot = element.classList.contains("xo-grid") ? this.spotAt(event) : null;
    return spot && this.layout ? targetOn(this.layout.plates[spot.plate], spot) : null;
  }

  /** What a number of the card is in the network. @param {HTMLElement} number @returns {Target | null} */
  targetOf({ dataset }) {
    if (!this.shown) return null;
    const part = /** @type {"weights" | "biases"} */ (dataset.part);
    return { lane: this.shown.lane, stage: this.shown.cell.stage, part, place: Number(dataset.at), flips: false };
  }

  /** @param {KeyboardEvent} event */
  cardKey(event) {
    keepPlainKeys(event);
    const number = /** @type {HTMLElement} */ (event.target),
      target = number.dataset.at ? this.targetOf(number) : null;
    if (event.key === "Escape") return this.close();
    if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextNumber(this.card, number, event.key);
    if (next) stopAt(this.card, next);
    next?.focus();
    if (next || this.editor.key(target, event)) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  hover(event) {
    if (this.pinned || event.pointerType === "touch" || this.pad?.drawing()) return;
    if (this.card.contains(/** @type {Node} */ (event.target))) return;
    const spot = this.spotAt(event);
    if (spot && spot.plate > 0) this.point(spot, false);
    else this.leave();
  }

  /** @param {MouseEvent} event */
  click(event) {
    // The path, not the target: a button in the card has been replaced by the time its click arrives here.
    if (event.composedPath().some((node) => node === this.card || node === this.desk.tools)) return;
    const spot = this.spotAt(event);
    if (spot?.plate === 0 || (spot && this.layout && isEditable(this.layout.plates[spot.plate]))) return;
    this.unpin();
    if (spot) this.pin(spot);
  }

  /** @param {Plate} plate */
  isTraced(plate) {
    return plate.kind === "stage" || plate.kind === "votes";
  }

  /** Show where a cell comes from. @param {Spot} spot @param {boolean} keyboard */
  point(spot, keyboard) {
    const plate = this.layout?.plates[spot.plate];
    if (!plate || (this.pinned && !keyboard)) return;
    if (spot.plate === 0 || !this.isTraced(plate)) return this.leave();
    const cell = cellOn(plate, spot.place, this.lanes);
    const same =
      this.shown && this.shown.lane === plate.lane && JSON.stringify(this.shown.cell) === JSON.stringify(cell);
    if (same) return;
    this.pinned = false;
    this.shown = { lane: plate.lane, cell };
    this.spot = spot;
    this.fill();
    this.paint();
    if (keyboard) this.desk.say(this.text());
  }

  leave() {
    if (this.pinned || !this.shown) return;
    this.shown = null;
    this.card.hidden = true;
    this.paint();
  }

  /** @param {Spot} spot */
  pin(spot) {
    this.pinned = false;
    this.point(spot, false);
    this.pinned = true;
    this.fill();
    this.paint();
    this.card.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.desk.say(this.text());
  }

  unpin() {
    this.pinned = false;
    this.leave();
  }

  /** From the cell shown, one step back along the strongest path. */
  back() {
    if (!this.shown || !this.layout) return;
    const { stages, layers } = this.lanes[this.shown.lane],
      lane = this.shown.lane;
    const cell = stepBack(stages, layers, this.shown.cell);
    if (!cell) return;
    this.shown = { lane, cell };
    this.spot = this.spotOf(this.shown);
    this.pinned = true;
    this.fill();
    this.paint();
    if (this.spot && !this.card.contains(document.activeElement)) this.grids.go(this.spot);
    this.desk.say(this.text());
  }

  /** Put the card away and go back to its cell. */
  close() {
    this.unpin();
    if (this.spot) this.grids.go(this.spot);
    this.leave();
  }

  /** Write the card and put it where it hides least of what it is about. */
  fill() {
    if (!this.shown || !this.layout || !this.spot) return;
    const { lane, cell } = this.shown,
      { stages, layers } = this.lanes[lane];
    const from = cell.stage ? stages[cell.stage - 1] : null,
      active = document.activeElement;
    const held = active instanceof HTMLElement && this.card.contains(active) ? active : null;
    this.story = tellStory(stages, layers, cell, this.desk.categories);
    fillCard(this.card, this.story, from, cell.stage ? layers[cell.stage - 1].shape : [], this.hand());
    this.card.append(this.footer(cell.stage > 0));
    this.card.hidden = false;
    this.card.classList.toggle("xo-pinned", this.pinned);
    if (held) this.refocus(held);
    else stopAt(this.card);
    if (!this.editor.held) placeCard(this.card, this.box, this.layout, this.spot, this.trace(), this.lanes);
  }

  /** The card has been written anew: the focus goes to what stands in the place of the element that had it. @param {HTMLElement} held */
  refocus({ dataset, textContent }) {
    const number = dataset.at ? findNumber(this.card, { part: dataset.part ?? "", place: Number(dataset.at) }) : null;
    stopAt(this.card, number);
    const others = /** @type {HTMLElement[]} */ ([...this.card.querySelectorAll(".xo-edit, button")]);
    (number ?? others.find((one) => one.textContent === textContent) ?? others[0])?.focus({ preventScroll: true });
  }

  /** What can be done to the numbers of the card, while it is held. */
  hand() {
    const { shown } = this,
      layer = shown && this.lanes[shown.lane].layers[shown.cell.stage - 1];
    if (!shown || !layer || !this.pinned || layer.own) return null;
    const at = kindOf(layer).output?.(shown.cell) ?? 0;
    return {
      bias: layer.biases && { at, value: layer.biases[at] },
      get order() {
        return shown.order ?? null;
      },
      set order(order) {
        shown.order = order;
      },
      all: shown.all ?? false,
      showAll: () => {
        shown.all = true;
        this.fill();
      },
    };
  }

  /** @param {boolean} deep */
  footer(deep) {
    const foot = make("div", "card-foot");
    if (!this.pinned) {
      foot.append(make("span", "soft", "click to hold"));
      return foot;
    }
    const add = (/** @type {string} */ text, /** @type {() => void} */ act) => {
      const one = make("button", "button", text, { type: "button" });
      one.addEventListener("click", act);
      foot.append(one);
    };
    if (deep) add("← strongest", () => this.back());
    const note = make("span", "soft", "", { role: "status" });
    add(
      "Copy",
      () =>
        void copy(this.text(), this.card).then((done) => {
          note.textContent = done ? "Copied" : "Copy it from here";
        }),
    );
    add("Close", () => this.close());
    foot.append(note);
    return foot;
  }

  /** The story shown, as plain text. */
  text() {
    if (!this.shown || !this.story) return "";
    const { lane, cell } = this.shown;
    return storyText(this.story, cell.stage ? this.lanes[lane].stages[cell.stage - 1] : null);
  }

  /** @param {Spot} spot @param {KeyboardEvent} event @returns {boolean} whether it was understood */
  key(spot, event) {
    const plate = /** @type {Plate} */ (this.layout?.plates[spot.plate]);
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (spot.plate === 0) {
      if (event.key !== " " && event.key !== "Enter") return false;
      this.pad?.flip({ row: Math.floor(spot.place / plate.columns), column: spot.place % plate.columns });
      return true;
    }
    const target = targetOn(plate, spot);
    if (target) return (event.shiftKey || !event.key.startsWith("Arrow")) && this.editor.key(target, event);
    if (event.key === "Enter" || event.key === " ") {
      if (this.pinned) this.unpin();
      else this.pin(spot);
      this.point(spot, true);
    } else if (event.key === "Escape") this.unpin();
    else if (event.key === "Backspace" || event.key.toLowerCase() === "b") this.back();
    else return false;
    return true;
  }
}

const PADDING = 6;

/** @param {HTMLElement} root */
function readTheme(root) {
  const style = getComputedStyle(root),
    read = (/** @type {string} */ name) => style.getPropertyValue(`--xo-${name}`).trim();
  return {
    text: read("text"),
    soft: read("soft"),
    line: read("line"),
    ground: read("ground"),
    light: read("light"),
    winner: read("winner"),
    loser: read("loser"),
  };
}
