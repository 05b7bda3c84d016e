// @ts-check
// One question before a reveal. Python asks, keeps the answer and says so in `status`.

/** @typedef {{get: (name: string) => any, set: (name: string, value: any) => void, save_changes: () => void,
 *   on: (event: string, listener: () => void) => void, off: (event: string, listener: () => void) => void}} Model */

const STYLE = `
.xo-question { border: 1px solid; border-color: color-mix(in srgb, currentColor 35%, transparent);
  border-left-width: 6px; border-radius: 6px; margin: 4px 0; padding: 8px 14px 10px; max-width: 46rem; min-width: 0;
  font: 16px/1.4 system-ui, sans-serif; color: var(--jp-content-font-color1, CanvasText); }
.xo-question legend { font-weight: 600; padding: 0 6px; font-size: 16px; float: none; width: auto; margin: 0;
  border: 0; color: inherit; }
.xo-question-choices { display: flex; flex-wrap: wrap; gap: 8px; }
.xo-question label { display: inline-flex; align-items: center; gap: 8px; min-height: 24px; padding: 5px 14px;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 6px; cursor: pointer; }
.xo-question label:has(:checked) { outline: 2px solid currentColor; font-weight: 600; }
.xo-question label:has(:focus-visible), .xo-question button:focus-visible, .xo-question input:focus-visible {
  outline: 3px solid #b35806; outline-offset: 2px; }
.xo-question input[type=radio] { accent-color: #8073ac; margin: 0; width: 18px; height: 18px; }
.xo-question input[type=text] { font: inherit; color: inherit; background: transparent; padding: 5px 10px;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 6px; width: 14rem;
  max-width: 100%; box-sizing: border-box; }
.xo-question-grid { display: inline-grid; gap: 2px; touch-action: manipulation; }
.xo-question-grid button { width: 32px; height: 32px; padding: 0; font: 700 18px/1 system-ui, sans-serif;
  color: inherit; background: transparent; cursor: pointer;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 3px; }
.xo-question-grid button[aria-pressed=true] { border-width: 3px;
  background: color-mix(in srgb, currentColor 20%, transparent); }
.xo-question-status { margin: 8px 0 0; min-height: 1.4em; }
`;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

let count = 0;

/** @param {Model} model @param {(answer: string) => void} give */
function choices(model, give) {
  count += 1;
  const group = `xo-question-${count}`;
  /** @type {[string, HTMLInputElement][]} */
  const inputs = model.get("choices").map((/** @type {string} */ choice) => {
    const input = make("input", { type: "radio", name: group, value: choice });
    input.addEventListener("change", () => give(choice));
    return [choice, input];
  });
  const labels = inputs.map(([choice, input]) => make("label", {}, input, choice));
  const update = () => {
    for (const [choice, input] of inputs) {
      input.checked = choice === model.get("answer");
      input.disabled = model.get("locked");
    }
  };
  return { node: make("div", { className: "xo-question-choices" }, ...labels), update };
}

/** @param {Model} model @param {(answer: string) => void} give */
function entry(model, give) {
  const input = make("input", { type: "text", autocomplete: "off", spellcheck: false });
  input.setAttribute("aria-label", model.get("question"));
  input.placeholder = "your guess, then Enter";
  input.addEventListener("change", () => input.value.trim() && give(input.value.trim()));
  const update = () => {
    input.value = model.get("answer") ?? "";
    input.disabled = model.get("locked");
  };
  return { node: input, update };
}

/** @param {Model} model @param {(answer: number[][]) => void} give */
function grid(model, give) {
  const [rows, columns] = model.get("cells");
  const node = make("div", { className: "xo-question-grid" });
  node.style.gridTemplateColumns = `repeat(${columns}, 32px)`;
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", `${rows} by ${columns} cells, move with the arrow keys, mark with Space`);
  /** @param {number} row @param {number} column */
  const marked = (row, column) =>
    (model.get("answer") ?? []).some((/** @type {number[]} */ cell) => cell[0] === row && cell[1] === column);
  /** @type {HTMLButtonElement[]} */
  const buttons = [];
  for (let place = 0; place < rows * columns; place += 1) {
    const [row, column] = [Math.floor(place / columns), place % columns];
    const button = make("button", { type: "button", tabIndex: place ? -1 : 0 });
    button.setAttribute("aria-label", `row ${row}, column ${column}`);
    button.addEventListener("click", () => {
      if (model.get("locked")) return;
      const others = (model.get("answer") ?? []).filter(
        (/** @type {number[]} */ cell) => cell[0] !== row || cell[1] !== column,
      );
      const cells = marked(row, column) ? others : [...others, [row, column]];
      give(cells.sort((/** @type {number[]} */ a, /** @type {number[]} */ b) => a[0] - b[0] || a[1] - b[1]));
    });
    buttons.push(button);
  }
  node.append(...buttons);
  node.addEventListener("keydown", (event) => {
    const place = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const column = place % columns;
    /** @type {Record<string, number>} */
    const steps = {
      ArrowLeft: column > 0 ? -1 : 0,
      ArrowRight: column < columns - 1 ? 1 : 0,
      ArrowUp: -columns,
      ArrowDown: columns,
      Home: -column,
      End: columns - 1 - column,
    };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const next = buttons[place + steps[event.key]];
    if (!next || next === buttons[place]) return;
    buttons[place].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  const update = () => {
    buttons.forEach((button, place) => {
      const on = marked(Math.floor(place / columns), place % columns);
      button.setAttribute("aria-pressed", String(on));
      button.setAttribute("aria-disabled", String(model.get("locked")));
      button.textContent = on ? "●" : "";
    });
  };
  return { node, update };
}

/** @param {any} answer */
export function inWords(answer) {
  if (answer === null || answer === undefined) return "";
  if (!Array.isArray(answer)) return `You said ${answer}.`;
  return answer.length === 1 ? "You marked 1 cell." : `You marked ${answer.length} cells.`;
}

/** @param {{model: Model, el: HTMLElement}} view */
function render({ model, el }) {
  /** @param {any} answer */
  const give = (answer) => {
    model.set("answer", answer);
    model.set("status", ""); // until Python says that it is kept
    model.save_changes();
  };
  const kind = model.get("choices").length ? choices : model.get("cells").length ? grid : entry;
  const { node, update } = kind(model, give);
  const status = make("p", { className: "xo-question-status" });
  status.setAttribute("role", "status");
  const legend = make("legend", {}, model.get("question"));
  const root = make("fieldset", { className: "xo-question" }, legend, node, status);
  root.dataset.lmSuppressShortcuts = "true"; // JupyterLab's own keys must not fire from in here
  root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !(event.key === "Enter" && event.shiftKey)) {
      event.stopPropagation();
    }
  });
  const refresh = () => {
    update();
    const words = `${inWords(model.get("answer"))} ${model.get("answer") === null ? "" : model.get("status")}`.trim();
    status.textContent = words || "Guess first, then go on.";
  };
  refresh();
  for (const name of ["answer", "status", "locked"]) model.on(`change:${name}`, refresh);
  el.append(make("style", {}, STYLE), root);
  return () => {
    for (const name of ["answer", "status", "locked"]) model.off(`change:${name}`, refresh);
  };
}

export default { render };
