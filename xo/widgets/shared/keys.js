// Keys: which stay in a widget, and which of them undo.

/** Arrow keys as steps down and to the right. @type {Record<string, [number, number]>} */
export const ARROW_STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Whether a key is pressed without Ctrl, Alt or Command. @param {KeyboardEvent} event */
export function isPlain(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

const IN_AN_INPUT_METHOD = 229; // all that Safari says of the Enter that ends a word

/** Whether a key belongs to an input method, as for Chinese or Japanese: its Enter ends a word, nothing else.
 * @param {KeyboardEvent} event */
export function isComposing(event) {
  return event.isComposing || event.keyCode === IN_AN_INPUT_METHOD;
}

/** Plain keys stay in a widget: JupyterLab would take x for "cut the cell". Shift+Enter goes on.
 * @param {KeyboardEvent} event */
export function keepPlainKeys(event) {
  if (isPlain(event) && !(event.key === "Enter" && event.shiftKey)) event.stopPropagation();
}

/**
 * Undo and redo by Ctrl+Z and Ctrl+Y wherever the focus is in an element, but for fields that undo their own text.
 * @param {HTMLElement} element @param {{undo: () => void, redo: () => void}} drawing
 */
export function listenToUndo(element, drawing) {
  element.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase(),
      typing = /** @type {HTMLElement} */ (event.target).matches("input:not([type=range]), textarea");
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey || !["y", "z"].includes(key)) return;
    if (key === "z" && !event.shiftKey) drawing.undo();
    else drawing.redo();
    event.preventDefault();
    event.stopPropagation();
  });
}
