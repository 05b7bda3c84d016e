// The sliders that change a drawing, and their values in words.
import { button, make } from "../shared/dom.js";
import { decimal } from "../shared/numbers.js";

/**
 * @typedef {import("../shared/changes.js").Settings} Settings
 * @typedef {keyof Settings} Name
 * @typedef {object} Slider
 * @property {string} label over it
 * @property {string} axis what it is called beside a map
 * @property {number} from @property {number} to @property {number} step
 * @property {(value: number) => string} write
 */

/** Settings that change nothing. @type {Settings} */
export const PLAIN = { rows: 0, columns: 0, size: 1, degrees: 0, thickness: 0, noise: 0 };

/** @type {Record<Name, Slider>} */
export const SLIDERS = {
  rows: { label: "Shift down", axis: "shifted down", from: -4, to: 4, step: 1, write: (value) => signed(value, 0) },
  columns: {
    label: "Shift right",
    axis: "shifted right",
    from: -4,
    to: 4,
    step: 1,
    write: (value) => signed(value, 0),
  },
  size: { label: "Size", axis: "size", from: 0.5, to: 1.5, step: 0.05, write: (value) => `×${decimal(value, 2)}` },
  degrees: { label: "Turn", axis: "turned", from: -90, to: 90, step: 3, write: (value) => `${signed(value, 0)}°` },
  thickness: {
    label: "Thickness",
    axis: "thickness",
    from: -1,
    to: 1.5,
    step: 0.25,
    write: (value) => signed(value, 2),
  },
  noise: { label: "Noise", axis: "noise", from: 0, to: 2, step: 0.1, write: (value) => decimal(value, 1) },
};

/** @param {number} value @param {number} places */
function signed(value, places) {
  return (value > 0 ? "+" : "") + decimal(value, places);
}

/**
 * A slider for each setting. Moving one from where it was taken up to where it is let go is one step to undo.
 * @param {import("./session.js").LabSession} session
 */
export function makeSliders(session) {
  const element = make("div", "sliders", "", { role: "group", "aria-label": "Changes" });
  const shows = /** @type {Name[]} */ (Object.keys(SLIDERS)).map((name) => {
    const { row, show } = makeSlider(session, name);
    element.append(row);
    return show;
  });
  element.append(button("Reset sliders", "Set all sliders back", () => session.set(PLAIN)));
  return {
    element,
    show() {
      for (const show of shows) show();
    },
  };
}

/** @param {import("./session.js").LabSession} session @param {Name} name */
function makeSlider(session, name) {
  const { label, from, to, step, write } = SLIDERS[name],
    row = make("label", "slider"),
    value = make("span", "number", "", { "aria-hidden": "true" }),
    input = make("input", "", "", { type: "range", min: String(from), max: String(to), step: String(step) });
  input.addEventListener("input", () => {
    session.begin();
    session.set({ [name]: Number(input.value) });
  });
  input.addEventListener("change", () => session.end());
  row.append(make("span", "", label), input, value);
  const show = () => {
    const now = session.state.settings[name];
    input.value = String(now);
    value.textContent = write(now);
    input.setAttribute("aria-valuetext", write(now));
  };
  return { row, show };
}
