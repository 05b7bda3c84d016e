// Numbers of a card that can be changed, and the way from one to the next.
import { make } from "../../shared/dom.js";

const HINT = "Drag up or down (a finger: sideways), press an arrow key, or type a number.";

/** A number that can be changed. @param {string} name @param {import("./sums.js").Shown} shown
 * @param {"weights" | "biases"} part @param {number} at */
export function editableNumber(name, { text, parts, over }, part, at) {
  return make("span", "edit", text, {
    role: "spinbutton",
    tabindex: "-1",
    title: HINT,
    "aria-label": name,
    "aria-valuenow": String(parts / over),
    "aria-valuetext": text,
    "data-part": part,
    "data-at": String(at),
  });
}

/** @param {HTMLElement} card @param {{part: string, place: number}} target @returns {HTMLElement | null} */
export function findNumber(card, { part, place }) {
  return card.querySelector(`[data-part="${part}"][data-at="${place}"]`);
}

/** @param {HTMLElement} card @returns {HTMLElement[]} */
function numbersOf(card) {
  return [...card.querySelectorAll(".xo-edit")].filter((one) => one instanceof HTMLElement);
}

/** One number of the card is a stop of the tab key. @param {HTMLElement} card @param {HTMLElement | null} [stop] */
export function stopAt(card, stop) {
  numbersOf(card).forEach((one, index) => {
    one.tabIndex = (stop ? one === stop : index === 0) ? 0 : -1;
  });
}

/** The number to which a key leads from another. @param {HTMLElement} card @param {HTMLElement} number
 * @param {string} key */
export function nextNumber(card, number, key) {
  const numbers = numbersOf(card),
    index = numbers.indexOf(number);
  /** @type {Record<string, number>} */
  const next = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: numbers.length - 1 };
  return numbers[next[key] ?? -1];
}
