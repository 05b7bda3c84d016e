// The card of a slope: every product that it adds up, what nudging finds, and the way on.
import { button, make } from "../../shared/dom.js";
import { upper } from "../card/text.js";
import { show } from "../card/sums.js";

/**
 * @typedef {import("./explanation.js").Explanation} Explanation
 * @typedef {import("./walk.js").Helper} Helper
 * @typedef {object} Around
 * @property {boolean} held
 * @property {boolean} all every part is shown
 * @property {() => void} showAll
 * @property {string} nudged what nudging finds, or ""
 * @property {[string, string] | null} moved the number before the last step and after it
 * @property {Helper[]} helpers at the votes: what would help most
 * @property {(helper: Helper) => void} go
 */

const SHOWN = 9;

/** @param {HTMLElement} card @param {Explanation} explanation @param {Around} around */
export function fillSlopeCard(card, explanation, around) {
  const head = make("div", "card-head"),
    body = make("div", "card-body"),
    { name, value, slope, meaning, rule, steps } = explanation,
    { nudged, moved, helpers } = around;
  head.append(make("span", "card-name", name), make("span", "card-value card-slope", `slope ${slope}`));
  const scrolled = card.querySelector(".xo-card-body")?.scrollTop ?? 0,
    lines = [make("div", "card-own", `${upper(meaning)}.`), make("div", "card-rule", `${upper(rule)}.`)];
  lines.push(
    make(
      "div",
      "card-rule",
      moved ? `Before the step ${moved[0]}, after it ${moved[1]}.` : `The number itself: ${value}.`,
    ),
  );
  if (explanation.heads) body.append(writeParts(explanation, around));
  if (steps.length) body.append(writeSteps(steps));
  if (nudged) body.append(make("div", "nudged", `${nudged}.`));
  if (helpers.length) body.append(writeHelpers(around));
  card.replaceChildren(head, ...lines, ...(body.childElementCount ? [body] : []));
  if (scrolled) body.scrollTop = scrolled;
}

/** @param {Explanation} explanation @param {Around} around */
function writeParts({ parts, products, heads, zeros }, { held, all, showAll }) {
  const box = make("div"),
    table = make("div", heads === "slope" ? "products slopes lone" : "products slopes"),
    nonzero = products.filter(({ product }) => product.parts !== 0).length,
    shown = held && all ? nonzero : Math.min(nonzero, SHOWN),
    rest = products.slice(shown, nonzero);
  table.append(make("span", "soft", ""), ...headings(heads));
  for (const [index, product] of products.slice(0, shown).entries())
    table.append(...writePart(parts[index].name, product, heads));
  if (nonzero) box.append(table);
  if (rest.length) {
    const sum = rest.reduce((total, { product }) => total + product.parts, 0),
      text = `and ${rest.length} more: together ${show(sum, rest[0].product.over).text}`,
      more = held ? button(text, "Show all", showAll, "more") : make("div", "more", text);
    box.append(more);
  }
  if (zeros && parts.length > 1) box.append(make("div", "more", `${zeros} of ${parts.length} are 0`));
  return box;
}

/** @param {string} heads */
function headings(heads) {
  const [slope, factor] = heads.split(" × "),
    cells = factor ? [slope, "", factor, "", ""] : ["", "", "", "", slope];
  return cells.map((text) => make("span", "soft", text));
}

/** @param {string} name @param {import("./sums.js").Product} product @param {string} heads */
function writePart(name, { slope, factor, product }, heads) {
  const texts = heads === "slope" ? ["", "", "", ""] : [slope.text, "×", factor.text, "="];
  return [
    make("span", "soft", name),
    ...texts.map((text) => make("span", text === "×" || text === "=" ? "sign" : "", text)),
    make("span", "strong", product.text),
  ];
}

/** @param {[string, string][]} steps */
function writeSteps(steps) {
  const lines = make("div", "sum slope-sum");
  for (const [name, text] of steps) lines.append(make("span", "soft", name), make("span", "strong", text));
  return lines;
}

/** @param {Around} around */
function writeHelpers({ helpers, held, go }) {
  const box = make("div", "helpers");
  box.append(make("div", "soft", "These numbers would help most:"));
  for (const helper of helpers) {
    const text = `${upper(helper.name)}: ${helper.slope > 0 ? "less" : "more"} of it`;
    box.append(held ? button(text, "Go there", () => go(helper), "more") : make("div", "", text));
  }
  return box;
}
