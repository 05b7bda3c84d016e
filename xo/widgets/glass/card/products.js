// The products of a sum on a card: a patch times a feature, or a list of value times weight.
import { make } from "../../shared/dom.js";
import { nameCell } from "../../shared/numbers.js";
import { editableNumber } from "./editable.js";
import { cutProducts } from "./explanation.js";
import { show } from "./sums.js";
import { cellName, moreText } from "./text.js";

/**
 * @typedef {import("./sums.js").Product} Product
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {import("./card.js").Editing} Editing
 * @typedef {import("./card.js").Order} Order
 * @typedef {{map: number, terms: Product[], total: number}} MapPart the products of one map
 */

const MAPS_SHOWN = 2;
const TERMS_SHOWN = 8;

/** @param {(string | HTMLElement)[]} numbers @param {number} columns @param {number[]} [marked] places
 * @param {string} [mark] */
export function numberGrid(numbers, columns, marked = [], mark = "") {
  const grid = make("div", "numbers");
  grid.style.gridTemplateColumns = `repeat(${columns}, auto)`;
  grid.append(
    ...numbers.map((one, place) =>
      typeof one === "string" ? make("span", marked.includes(place) ? mark : "", one) : one,
    ),
  );
  return grid;
}

/** The order in which parts are shown: the weightiest first, or as it was when the card was held.
 * @param {"patches" | "list"} form @param {number[]} weights @param {Editing | null} editing @returns {Order} */
function orderOf(form, weights, editing) {
  const { order } = editing ?? {};
  if (order?.form === form && order.places.length === weights.length) return order;
  return { form, places: weights.map((_, place) => place).sort((a, b) => Math.abs(weights[b]) - Math.abs(weights[a])) };
}

/** What the card leaves out; where it is held, a button that shows it. @param {string} text
 * @param {Editing | null} editing @returns {HTMLElement} */
function moreLine(text, editing) {
  if (!editing) return make("div", "more", text);
  const more = make("button", "more", text, { type: "button", title: "Show all" });
  more.addEventListener("click", editing.showAll);
  return more;
}

/** @param {string} text */
function sign(text) {
  return make("span", "sign", text);
}

/** Patch × feature = products, map by map, the weightiest maps first.
 * @param {Product[]} products @param {number[]} shape of the feature
 * @param {Editing | null} editing @param {string[]} [names] of the maps of an image in colour, which are all shown
 * @returns {{lines: HTMLElement[], order: Order}} */
export function writePatches(products, [, maps, rows, columns], editing, names) {
  const size = rows * columns,
    { over } = products[0].product;
  const parts = Array.from({ length: maps }, (_, map) => partOf(products, map, size)),
    order = orderOf(
      "patches",
      parts.map((part) => part.total),
      editing,
    ),
    sorted = order.places.map((place) => parts[place]),
    shown = sorted.slice(0, editing?.all || names ? maps : MAPS_SHOWN),
    rest = sorted.slice(shown.length);
  /** @type {HTMLElement[]} */
  const lines = shown.map((part) =>
    writePatch(part, columns, maps > 1 ? show(part.total, over).text : "", editing, names),
  );
  const edge = products.find((term) => term.place < 0);
  if (edge) lines.push(make("div", "more", `hatched: padding around the edge, always ${edge.value.text}`));
  if (rest.length) lines.push(moreLine(restText(rest, over), editing));
  return { lines, order };
}

/** @param {Product[]} products @param {number} map @param {number} size @returns {MapPart} */
function partOf(products, map, size) {
  const terms = products.slice(map * size, (map + 1) * size);
  return { map, terms, total: terms.reduce((sum, { product }) => sum + product.parts, 0) };
}

/** @param {MapPart[]} rest @param {number} over */
function restText(rest, over) {
  const sum = rest.reduce((total, part) => total + part.total, 0);
  return `and ${rest.length} more ${rest.length === 1 ? "map" : "maps"}: total ${show(sum, over).text}`;
}

/** One map's patch × feature = products. @param {MapPart} part @param {number} columns
 * @param {string} total where there are several maps
 * @param {Editing | null} editing @param {string[]} [names] */
function writePatch({ map, terms }, columns, total, editing, names) {
  const line = make("div", "equation"),
    edge = terms.flatMap((term, index) => (term.place < 0 ? [index] : []));
  const name = (/** @type {number} */ index) =>
    `Feature${total ? `, map ${map + 1}` : ""}, ${nameCell(Math.floor(index / columns), index % columns)}`;
  const weights = terms.map(({ weight, at }, index) =>
    editing ? editableNumber(name(index), weight, "weights", at) : weight.text,
  );
  if (total) line.append(make("div", "equation-name", `${names?.[map] ?? `map ${map + 1}`}: total ${total}`));
  line.append(
    numberGrid(
      terms.map((term) => term.value.text),
      columns,
      edge,
      "edge",
    ),
    sign("×"),
    numberGrid(weights, columns),
    sign("="),
    numberGrid(
      terms.map((term) => term.product.text),
      columns,
    ),
  );
  return line;
}

/** The largest products, one a line. @param {Product[]} products @param {Stage} from
 * @param {Editing | null} editing @returns {{lines: HTMLElement[], order: Order}} */
export function writeProductList(products, from, editing) {
  const byPlace = [...products].sort((a, b) => a.at - b.at),
    order = orderOf(
      "list",
      byPlace.map((term) => term.product.parts),
      editing,
    ),
    sorted = order.places.map((place) => byPlace[place]);
  const most = !editing ? 0 : editing.all ? sorted.length : TERMS_SHOWN,
    { kept, count, parts } = cutProducts({ products: sorted }, most),
    table = make("div", "products"),
    list = make("div");
  table.append(...kept.flatMap((term) => writeProduct(term, from, editing)));
  list.append(table);
  if (count) list.append(moreLine(moreText(count, show(parts, products[0].product.over).text), editing));
  return { lines: [list], order };
}

/** @param {Product} term @param {Stage} from @param {Editing | null} editing */
function writeProduct({ place, at, value, weight, product }, from, editing) {
  const name = cellName(from, place);
  return [
    make("span", "soft", name),
    make("span", "", value.text),
    sign("×"),
    editing ? editableNumber(`Weight, ${name}`, weight, "weights", at) : make("span", "", weight.text),
    sign("="),
    make("span", "strong", product.text),
  ];
}
