// Small helpers to build elements.

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
 * A button that says what it does. Its name is its text, and the title tells more; where the text is only a sign, the title is the name.
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
  element.addEventListener("click", act);
  return element;
}

/**
 * Undo and redo by Ctrl+Z and Ctrl+Y wherever the focus is in an element, but for fields that undo their own text.
 * @param {HTMLElement} element @param {() => void} undo @param {() => void} redo
 */
export function listenToUndo(element, undo, redo) {
  element.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase(),
      typing = /** @type {HTMLElement} */ (event.target).matches("input:not([type=range]), textarea");
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey || !["y", "z"].includes(key)) return;
    if (key === "z" && !event.shiftKey) undo();
    else redo();
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Plain keys stay here: JupyterLab would take b for "insert a cell". @param {KeyboardEvent} event */
export function keepPlainKeys(event) {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
}

/**
 * Move and size an element in the picture.
 * @param {HTMLElement} element @param {number} left @param {number} top @param {number} [width] @param {number} [height]
 */
export function put(element, left, top, width, height) {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px` });
  if (width !== undefined) element.style.width = `${width}px`;
  if (height !== undefined) element.style.height = `${height}px`;
}

/**
 * Say something to screen readers once things have been quiet for a while.
 * @param {HTMLElement} element with aria-live
 * @param {number} [pause] milliseconds
 */
export function speaker(element, pause = 500) {
  let timer = 0;
  return {
    /** @param {string} text */
    say(text) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (element.textContent !== text) element.textContent = text;
      }, pause);
    },
    stop: () => clearTimeout(timer),
  };
}
