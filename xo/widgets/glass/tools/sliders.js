// Buttons and sliders that change the drawing.
import { button, make } from "../../shared/dom.js";
import { decimal } from "../../shared/numbers.js";
import { change, invert, rotate, shift } from "../../shared/changes.js";

/** @param {import("../session.js").Session} session */
export function buildChanges(session) {
  const image = () => session.state.image,
    box = make("div", "changes");
  const moves = make("div", "tool-row", "", { role: "group", "aria-label": "Shift" });
  moves.append(
    make("span", "soft", "Shift"),
    ...ARROWS.map(([sign, name, rows, columns]) =>
      button(sign, `Shift ${name} by one pixel`, () => session.draw(shift(image(), rows, columns).values)),
    ),
  );
  const turns = make("div", "tool-row");
  turns.append(
    button("↺ 90°", "Turn left by 90°", () => session.draw(rotate(image(), 90).values)),
    button("Invert", "Swap black and white", () => session.draw(invert(image()).values)),
    button("Black & white", "Make every grey pixel black or white", () =>
      session.draw(image().values.map((value) => (value > 0 ? 1 : -1))),
    ),
  );
  box.append(moves, turns, ...new Sliders(session).rows());
  return box;
}

/** @type {[string, string, number, number][]} */
const ARROWS = [
  ["←", "left", 0, -1],
  ["→", "right", 0, 1],
  ["↑", "up", -1, 0],
  ["↓", "down", 1, 0],
];

/**
 * @typedef {import("../../shared/changes.js").Settings} Settings
 * @typedef {"size" | "degrees" | "thickness" | "noise"} Name
 * @typedef {{name: Name, title: string, min: number, max: number, step: number, unit: string}} Slider
 */

/** @type {Settings} what changes nothing */
const REST = { rows: 0, columns: 0, size: 1, degrees: 0, thickness: 0, noise: 0 };
/** @type {Slider[]} */
const SLIDERS = [
  { name: "size", title: "Size", min: 0.5, max: 1.5, step: 0.05, unit: "times" },
  { name: "degrees", title: "Turn", min: -90, max: 90, step: 5, unit: "degrees" },
  { name: "thickness", title: "Thickness", min: -1, max: 2, step: 0.25, unit: "pixels" },
  { name: "noise", title: "Noise", min: 0, max: 1, step: 0.05, unit: "" },
];

/** Random numbers, normal and 1 wide. @param {number} count */
function makeGrain(count) {
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random()),
  );
}

/** Sliders that change the drawing as it was when the first of them was moved. They stay where they are until it is
 * changed otherwise. */
class Sliders {
  /** @param {import("../session.js").Session} session */
  constructor(session) {
    this.session = session;
    this.settings = REST;
    /** @type {{start: Float64Array, grain: Float64Array, made: Float64Array} | null} the drawing before, and what the
     * sliders made of it */
    this.work = null;
    this.moving = false;
    this.sliders = SLIDERS.map((slider) => makeSlider(slider));
    for (const { field, slider } of this.sliders) {
      field.addEventListener("input", () => this.move(slider.name, Number(field.value)));
      for (const event of ["pointerup", "blur"]) field.addEventListener(event, () => this.rest());
      // Undo by keys must find the step whole.
      field.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey) this.rest();
      });
    }
    session.listen(() => this.follow());
  }

  rows() {
    return this.sliders.map(({ row }) => row);
  }

  /** @param {Name} name @param {number} value */
  move(name, value) {
    const { session } = this,
      { image } = session.state;
    if (!this.moving) session.begin();
    this.moving = true;
    this.work ??= { start: image.values, grain: makeGrain(image.values.length), made: image.values };
    this.settings = { ...this.settings, [name]: value };
    this.work.made = change({ ...image, values: this.work.start }, this.settings, this.work.grain).values;
    session.draw(this.work.made);
    this.show();
  }

  /** A slider that is let go ends a step to undo. */
  rest() {
    if (!this.moving) return;
    this.moving = false;
    this.session.end();
  }

  /** The drawing was changed otherwise: what the sliders say is no longer true. */
  follow() {
    if (!this.work || this.work.made === this.session.state.image.values) return;
    this.work = null;
    this.settings = REST;
    this.show();
  }

  show() {
    for (const { slider, field, shown } of this.sliders) {
      const value = this.settings[slider.name],
        text = decimal(value, slider.step < 1 ? 2 : 0);
      field.value = String(value);
      field.setAttribute("aria-valuetext", `${text} ${slider.unit}`.trim());
      shown.textContent = value === REST[slider.name] ? "" : text;
    }
  }
}

/** @param {Slider} slider */
function makeSlider(slider) {
  const { name, title, min, max, step } = slider,
    row = make("label", "slider"),
    shown = make("span", "soft", "", { "aria-hidden": "true" }),
    numbers = { min: String(min), max: String(max), step: String(step), value: String(REST[name]) },
    field = make("input", "", "", { type: "range", ...numbers, "aria-label": title });
  row.append(make("span", "", title), shown, field);
  return { slider, row, field, shown };
}
