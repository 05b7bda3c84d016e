// Small helpers to build elements.
import { keepPlainKeys } from "./keys.js";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [classes] names without their xo- prefix
 * @param {string} [text]
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, classes = "", text = "", attributes = {}) {
  const element = document.createElement(tag);
  if (classes)
    element.className = classes
      .split(" ")
      .map((name) => `xo-${name}`)
      .join(" ");
  if (text) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * The element that holds a whole widget. A click anywhere in it leaves the focus in it, and plain keys stay there.
 * @param {string} classes @param {string} title
 */
export function makeRoot(classes, title) {
  const root = make("div", `widget ${classes}`, "", { role: "group", "aria-label": title, tabindex: "-1", dir: "ltr" });
  root.addEventListener("keydown", keepPlainKeys);
  return root;
}

/**
 * A button that says what it does. Its name is its text, and the title tells more; where the text is only a sign, the
 * title is the name.
 * @param {string} text
 * @param {string} title
 * @param {(event: MouseEvent) => void} act
 * @param {string} [classes]
 */
export function button(text, title, act, classes = "button") {
  const element = make("button", classes, text, {
    type: "button",
    title,
    ...(/[a-z]{2}/i.test(text) ? {} : { "aria-label": title }),
  });
  element.addEventListener("click", (event) => {
    if (element.getAttribute("aria-disabled") !== "true") act(event);
  });
  return element;
}

/** Whether a button can be used now. One that cannot keeps the focus, as a disabled one would not.
 * @param {HTMLElement} element @param {boolean} usable */
export function setUsable(element, usable) {
  element.setAttribute("aria-disabled", String(!usable));
}

/** Before something goes, or cannot be used any more: the focus that may be in it stays in the widget, where no key
 * does anything to the notebook. @param {HTMLElement} element */
export function keepFocus(element) {
  const root = /** @type {HTMLElement | null} */ (element.closest(".xo-widget"));
  if (element.contains(document.activeElement)) root?.focus({ preventScroll: true });
}

/** @param {HTMLElement} element @param {boolean} hidden */
export function setHidden(element, hidden) {
  if (hidden) keepFocus(element);
  element.hidden = hidden;
}

/** @param {HTMLElement} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Move and size an element in the picture.
 * @param {HTMLElement} element @param {number} left @param {number} top @param {number} [width]
 * @param {number} [height]
 */
export function put(element, left, top, width, height) {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px` });
  if (width !== undefined) element.style.width = `${width}px`;
  if (height !== undefined) element.style.height = `${height}px`;
}

/**
 * Say something to screen readers once things have been quiet for a while.
 * @param {HTMLElement} element with aria-live
 * @param {number} [pauseMs]
 */
export function speaker(element, pauseMs = 500) {
  let timer = 0;
  return {
    /** @param {string} text */
    say(text) {
      clearTimeout(timer);
      timer = window.setTimeout(() => setText(element, text), pauseMs);
    },
    stop: () => clearTimeout(timer),
  };
}
