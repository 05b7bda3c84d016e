// A row of buttons that is one stop of the tab key: the arrow keys lead from one to the next.
import { make } from "../../shared/dom.js";
import { isPlain } from "../../shared/keys.js";

/** @param {string} name @param {(HTMLElement)[]} items @param {string} [classes] */
export function makeToolbar(name, items, classes = "tool-row") {
  const bar = make("div", classes, "", { role: "toolbar", "aria-label": name });
  bar.append(...items);
  bar.addEventListener("keydown", (event) => {
    const next = isPlain(event) ? nextButton(bar, event.key) : null;
    if (!next) return;
    next.focus();
    event.preventDefault();
  });
  bar.addEventListener("focusin", (event) => oneStop(bar, /** @type {HTMLElement} */ (event.target)));
  oneStop(bar);
  return bar;
}

/** @param {HTMLElement} bar @returns {HTMLElement[]} */
function buttonsOf(bar) {
  return /** @type {HTMLElement[]} */ ([...bar.querySelectorAll("button:not([hidden])")]);
}

/** One button is a stop of the tab key. @param {HTMLElement} bar @param {HTMLElement} [stop] */
export function oneStop(bar, stop) {
  const buttons = buttonsOf(bar),
    before = buttons.findIndex((one) => one.tabIndex === 0 && one.hasAttribute("tabindex")),
    at = stop && buttons.includes(stop) ? buttons.indexOf(stop) : Math.max(0, before);
  for (const [index, one] of buttons.entries()) one.tabIndex = index === at ? 0 : -1;
}

/** @param {HTMLElement} bar @param {string} key */
function nextButton(bar, key) {
  const buttons = buttonsOf(bar),
    index = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)),
    last = buttons.length - 1;
  if (index < 0) return null;
  if (key === "ArrowRight" || key === "ArrowDown") return buttons[Math.min(index + 1, last)];
  if (key === "ArrowLeft" || key === "ArrowUp") return buttons[Math.max(index - 1, 0)];
  if (key === "Home") return buttons[0];
  return key === "End" ? buttons[last] : null;
}
