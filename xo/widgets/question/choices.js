// A question with a few answers to choose from.
import { keepFocus, make } from "../shared/dom.js";

/**
 * @param {string[]} choices @param {(answer: string) => void} give
 * @returns {import("./question.js").Input}
 */
export function makeChoices(choices, give) {
  const node = make("form", "question-choices"); // radio buttons belong together within a form, not across questions
  node.addEventListener("submit", (event) => event.preventDefault());
  const name = `xo-${Math.random().toString(36).slice(2)}`;
  const inputs = choices.map((choice) => {
    const input = make("input", "", "", { type: "radio", name, value: choice });
    input.addEventListener("change", () => give(choice));
    const label = make("label");
    label.append(input, choice);
    node.append(label);
    return input;
  });
  return {
    node,
    show(answer, locked) {
      if (locked) keepFocus(node);
      for (const input of inputs) {
        input.checked = input.value === answer;
        input.disabled = locked;
      }
    },
  };
}
