// Buttons and sliders that change the drawing.
import { button, make } from "../../shared/dom.js";
import { addNoise, invert, resize, rotate, shift, thicken } from "../../shared/changes.js";

/** @param {import("./tools.js").Host} host */
export function buildChanges({ session }) {
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
  box.append(moves, turns);
  for (const [name, least, most, step, rest, change] of SLIDERS)
    box.append(slider(session, name, [least, most, step, rest], change));
  return box;
}

/** @type {[string, string, number, number][]} */
const ARROWS = [
  ["←", "left", 0, -1],
  ["→", "right", 0, 1],
  ["↑", "up", -1, 0],
  ["↓", "down", 1, 0],
];

/** @typedef {import("../../shared/changes.js").Picture} Picture */
/** @type {[string, number, number, number, number, (image: Picture, amount: number) => Picture][]} */
const SLIDERS = [
  ["Size", 0.5, 1.5, 0.05, 1, resize],
  ["Turn", -90, 90, 5, 0, rotate],
  ["Thickness", -1, 2, 0.25, 0, thicken],
  ["Noise", 0, 1, 0.05, 0, (image, amount) => addNoise(image, amount, makeGrain(image.values.length))],
];

/** Random numbers, normal and 1 wide. @param {number} count */
function makeGrain(count) {
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random()),
  );
}

/**
 * A slider that changes the drawing as it was when the slider was taken up, and then rests again.
 * @param {import("../session.js").Session} session @param {string} name @param {[number, number, number, number]} range
 * @param {(image: Picture, amount: number) => Picture} change
 */
function slider(session, name, [least, most, step, rest], change) {
  const row = make("label", "slider"),
    shown = make("output", "soft"),
    numbers = { min: String(least), max: String(most), step: String(step), value: String(rest) },
    field = make("input", "", "", { type: "range", ...numbers, "aria-label": name });
  /** @type {import("../../shared/stage.js").Stage | null} */
  let start = null;
  field.addEventListener("input", () => {
    if (!start) session.begin();
    start ??= session.state.image;
    shown.textContent = field.value;
    session.draw(Number(field.value) === rest ? start.values : change(start, Number(field.value)).values);
  });
  onLetGo(field, () => {
    if (!start) return;
    start = null;
    session.end();
    field.value = String(rest);
    shown.textContent = "";
  });
  row.append(make("span", "", name), field, shown);
  return row;
}

/** @param {HTMLInputElement} field @param {() => void} letGo */
function onLetGo(field, letGo) {
  field.addEventListener("pointerup", letGo);
  field.addEventListener("blur", letGo);
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) letGo();
  });
  field.addEventListener("keyup", (event) => {
    if (event.key === "Enter" || event.key === "Escape") letGo();
  });
}
