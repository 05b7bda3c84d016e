// A question with a field for a number or a few words.
import { button, make, setHidden } from "../shared/dom.js";
import { isComposing } from "../shared/keys.js";

/**
 * @param {string} question its name for a screen reader @param {boolean} words whether words are wanted, not a number
 * @param {(answer: string) => void} give
 * @returns {import("./question.js").Input}
 */
export function makeField(question, words, give) {
  const hint = words ? "a few words" : "a number",
    plain = { type: "text", autocomplete: "off", spellcheck: "false", "aria-label": question, placeholder: hint },
    input = make("input", "question-field", "", plain),
    node = make("div", "question-row");
  let last = "";
  const keep = () => {
    const text = input.value.trim();
    if (text && text !== last) give(text);
  };
  input.addEventListener("blur", keep);
  input.addEventListener("keydown", (event) => {
    // Enter that ends the writing of a sign by an input method is no answer.
    if (event.key === "Enter" && !event.shiftKey && !isComposing(event)) keep();
  });
  const keeper = button("Keep", "Keep this guess (Enter)", keep);
  node.append(input, keeper);
  const show = (/** @type {unknown} */ answer, /** @type {boolean} */ locked, /** @type {boolean} */ refused) => {
    const text = typeof answer === "string" ? answer : "";
    if (text !== last && text !== input.value.trim()) input.value = text;
    last = text;
    input.readOnly = locked;
    setHidden(keeper, locked);
    input.setAttribute("aria-invalid", String(refused));
  };
  return { node, show };
}
