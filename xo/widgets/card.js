// The card beside a number: where it came from, with every number that it takes.
import { make } from "./dom.js";
import { cutProducts } from "./story.js";
import { show } from "./sums.js";
import { cellAt } from "./trace.js";

/**
 * @typedef {import("./story.js").Story} Story
 * @typedef {import("./sums.js").Product} Product
 * @typedef {import("./engine.js").Stage} Stage
 */

const MAPS_SHOWN = 2;

/**
 * @param {HTMLElement} card
 * @param {Story} story
 * @param {Stage | null} from the stage before
 * @param {number[]} shape of the layer's weights
 */
export function fillCard(card, story, from, shape) {
  const head = make("div", "card-head");
  head.append(make("span", "card-name", story.name), make("span", "card-value", valueText(story)));
  const body = make("div", "card-body");
  if (story.window) body.append(numberGrid(story.window.texts, story.window.columns, [story.window.winner], "winner"));
  if (story.sum && from) {
    const wordy = Math.max(...story.sum.products.map((one) => Math.max(one.value.text.length, one.product.text.length)));
    const fits = story.kind === "Convolution" && shape[3] * 3 * (wordy * 7 + 8) < 520;
    body.append(...(fits ? patches(story.sum.products, shape) : [productList(story.sum.products, from)]), ...sumLines(story));
  }
  const own = story.own ? [make("div", "card-own", `${upper(story.own)}.`)] : [];
  card.replaceChildren(head, ...own, make("div", "card-rule", story.rule), body);
}

/** @param {string} text */
function upper(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** @param {{exact: string, decimal: string}} story */
export function valueText(story) {
  return story.exact.includes("/") ? `${story.exact} ${story.decimal}` : story.exact || story.decimal.slice(2);
}

/** @param {string[]} texts @param {number} columns @param {number[]} [marked] places @param {string} [mark] */
function numberGrid(texts, columns, marked = [], mark = "") {
  const grid = make("div", "numbers");
  grid.style.gridTemplateColumns = `repeat(${columns}, auto)`;
  grid.append(...texts.map((text, place) => make("span", marked.includes(place) ? mark : "", text)));
  return grid;
}

/** Patch × feature = products, map by map, the weightiest maps first. @param {Product[]} products @param {number[]} shape */
function patches(products, [, maps, rows, columns]) {
  const size = rows * columns, over = products[0].product.over;
  const parts = Array.from({ length: maps }, (_, map) => products.slice(map * size, (map + 1) * size))
    .map((terms, map) => ({ map, terms, total: terms.reduce((sum, { product }) => sum + product.parts, 0) }));
  parts.sort((a, b) => Math.abs(b.total) - Math.abs(a.total));
  const lines = parts.slice(0, MAPS_SHOWN).map(({ map, terms, total }) => {
    const row = make("div", "equation");
    if (maps > 1) row.append(make("div", "equation-name", `map ${map + 1}: total ${show(total, over).text}`));
    const edge = terms.flatMap((term, at) => (term.place < 0 ? [at] : []));
    row.append(numberGrid(terms.map((term) => term.value.text), columns, edge, "edge"), sign("×"),
      numberGrid(terms.map((term) => term.weight.text), columns), sign("="),
      numberGrid(terms.map((term) => term.product.text), columns));
    return row;
  });
  if (products.some((term) => term.place < 0)) lines.push(make("div", "more", "hatched: padding around the edge, always −1"));
  const rest = parts.slice(MAPS_SHOWN), sum = rest.reduce((total, part) => total + part.total, 0);
  if (rest.length) lines.push(make("div", "more", `and ${rest.length} more ${rest.length === 1 ? "map" : "maps"}: total ${show(sum, over).text}`));
  return lines;
}

/** @param {string} text */
function sign(text) {
  return make("span", "sign", text);
}

/** The largest products, one a line. @param {Product[]} products @param {Stage} from */
function productList(products, from) {
  const table = make("div", "products");
  const sorted = [...products].sort((a, b) => Math.abs(b.product.parts) - Math.abs(a.product.parts));
  const { kept, count, parts } = cutProducts({ products: sorted });
  for (const term of kept) {
    table.append(make("span", "soft", placeName(from, term.place)), make("span", "", term.value.text), sign("×"),
      make("span", "", term.weight.text), sign("="), make("span", "strong", term.product.text));
  }
  const list = make("div");
  list.append(table);
  if (count) list.append(make("div", "more", moreText(count, show(parts, products[0].product.over).text)));
  return list;
}

/** @param {number} count @param {string} sum */
export function moreText(count, sum) {
  return `and ${count} more: ${count === 1 ? "" : "together "}${sum}`;
}

/** @param {Stage} from @param {number} place */
export function placeName(from, place) {
  if (place < 0) return "edge";
  if (from.list) return `value ${place + 1}`;
  const { map, row, column } = cellAt(from, 0, place);
  return `${from.maps > 1 ? `map ${map + 1}, ` : ""}${row + 1}, ${column + 1}`;
}

/** @param {Story} story */
function sumLines(story) {
  const lines = make("div", "sum");
  for (const [name, text] of sumSteps(story)) lines.append(make("span", "soft", name), make("span", "strong", text));
  return [lines];
}

/** The steps from the total to the result. @param {Story} story @returns {[string, string][]} */
export function sumSteps(story) {
  const { sum } = story;
  if (!sum) return [];
  /** @type {[string, string][]} */
  const steps = [["total", sum.total.text]];
  if (sum.quotient) steps.push([`÷ ${sum.count}`, sum.quotient.text]);
  if (sum.bias) steps.push(["+ bias", sum.bias.text]);
  if (sum.rest) steps.push(["+ digits not shown", sum.rest.text]);
  const last = sum.quotient || sum.count === 1 ? "=" : `÷ ${sum.count} =`;
  const decimal = sum.result.text.includes("/") ? ` ${(story.builtIn ?? story).decimal}` : "";
  if (sum.quotient || sum.bias || sum.rest || sum.result.text + decimal !== sum.total.text) steps.push([last, sum.result.text + decimal]);
  return steps;
}

/** The whole story as one paragraph of plain text. @param {Story} story @param {Stage | null} from */
export function storyText(story, from) {
  const start = `${story.name}: ${valueText(story)}.${story.own ? ` ${upper(story.own)}.` : ""}`, rule = upper(story.rule);
  if (story.window) return `${start} Window: ${story.window.texts.join(", ")}; ${story.rule}.`;
  if (!story.sum || !from) return `${start} ${rule}.`;
  const sorted = story.sum.products.length > 27 || story.kind === "Voting";
  const { kept, count, parts } = sorted ? cutProducts({ products: [...story.sum.products].sort((a, b) => Math.abs(b.product.parts) - Math.abs(a.product.parts)) })
    : { kept: story.sum.products, count: 0, parts: 0 };
  const terms = kept.map(({ place, value, weight, product }) => `${place < 0 ? "edge " : ""}${value.text} × ${weight.text} = ${product.text}`).join("; ");
  const more = count ? `; ${moreText(count, show(parts, story.sum.total.over).text)}` : "";
  const steps = sumSteps(story).map(([name, text]) => `${name} ${text}`).join("; ");
  return `${start} ${rule}. ${terms}${more}. ${upper(steps)}.`;
}
