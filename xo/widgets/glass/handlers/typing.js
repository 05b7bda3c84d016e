// A field over a number of the picture, in which another is typed.
import { make, put } from "../../shared/dom.js";
import { isComposing } from "../../shared/keys.js";

const LEFT_OF_CELL_PX = 20;
const ABOVE_CELL_PX = 4;

/**
 * @typedef {object} Typing
 * @property {boolean} selected what stands there is replaced by the first key
 * @property {(text: string) => void} done told what was typed, unless it was given up
 * @property {() => void} closed the keyboard has ended it
 */

/** @param {HTMLElement} box @param {HTMLElement} cell that it covers @param {string} text @param {Typing} typing */
export function openField(box, cell, text, { selected, done, closed }) {
  const field = make("input", "number", "", { type: "text", "aria-label": "New value" });
  field.value = text;
  const close = () => {
    field.onblur = null; // to be removed takes the focus, too
    field.remove();
  };
  field.onblur = () => {
    close();
    done(field.value);
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if ((event.key !== "Enter" && event.key !== "Escape") || isComposing(event)) return;
    close();
    if (event.key === "Enter") done(field.value);
    closed();
  });
  putOver(field, cell, box);
  box.append(field);
  field.focus();
  if (selected) field.select();
}

/** @param {HTMLElement} field @param {HTMLElement} cell @param {HTMLElement} box */
function putOver(field, cell, box) {
  const { left, top } = cell.getBoundingClientRect(),
    frame = box.getBoundingClientRect();
  put(field, Math.max(0, left - frame.left + box.scrollLeft - LEFT_OF_CELL_PX), top - frame.top - ABOVE_CELL_PX);
}
