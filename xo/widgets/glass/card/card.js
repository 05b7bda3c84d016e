// The card beside a number: where it came from, with every number that it takes; held, it lets them be changed.
import { make } from "../../shared/dom.js";
import { cellAt } from "../../shared/stage.js";
import { cutProducts } from "./explanation.js";
import { show } from "./sums.js";

/**
 * @typedef {import("./explanation.js").Story} Story
 * @typedef {import("./sums.js").Product} Product
 * @typedef {import("../../shared/stage.js").Stage} Stage
 * @typedef {object} Hand what can be done to the numbers of a card that is held
 * @property {{at: number, value: number} | null} bias
 * @property {boolean} all every number is shown
 * @property {number[] | null} order of its parts: it stays, while their weight changes
 * @property {() => void} showAll
 */

const MAPS_SHOWN = 2;
const TERMS_SHOWN = 8;
const HINT = "Drag up or down (a finger: sideways), press an arrow key, or type a number.";

/**
 * @param {HTMLElement} card
 * @param {Story} story
 * @param {Stage | null} from the stage before
 * @param {number[]} shape of the layer's weights
 * @param {Hand | null} hand
 */
export function fillCard(card, story, from, shape, hand) {
  const head = make("div", "card-head");
  head.append(make("span", "card-name", story.name), make("span", "card-value", valueText(story)));
  const body = make("div", "card-body");
  if (story.window) {
    const { texts, columns, winner } = story.window;
    body.append(numberGrid(texts, columns, winner === undefined ? [] : [winner], "winner"));
  }
  if (story.sum && from && story.parts === "window") body.append(sumLines(story, hand));
  else if (story.sum && from) {
    const wordy = Math.max(
      ...story.sum.products.map((one) => Math.max(one.value.text.length, one.product.text.length)),
    );
    const fits = story.parts === "patch" && shape[3] * 3 * (wordy * 7 + 8) < 520;
    body.append(
      ...(fits ? patches(story.sum.products, shape, hand) : [productList(story.sum.products, from, hand)]),
      sumLines(story, hand),
    );
  }
  const own = story.own ? [make("div", "card-own", `${upper(story.own)}.`)] : [];
  const scrolled = card.querySelector(".xo-card-body")?.scrollTop ?? 0;
  card.replaceChildren(head, ...own, make("div", "card-rule", story.rule), body);
  body.scrollTop = scrolled;
}

/** A number that can be changed. @param {string} name @param {import("./sums.js").Shown} shown @param {"weights" | "biases"} part @param {number} at */
function changeable(name, { text, parts, over }, part, at) {
  return make("span", "edit", text, {
    role: "spinbutton",
    tabindex: "-1",
    title: HINT,
    "aria-label": name,
    "aria-valuenow": String(parts / over),
    "aria-valuetext": text,
    "data-part": part,
    "data-at": String(at),
  });
}

/** @param {HTMLElement} card @param {{part: string, place: number}} target @returns {HTMLElement | null} */
export function findNumber(card, { part, place }) {
  return card.querySelector(`[data-part="${part}"][data-at="${place}"]`);
}

/** One number of the card is a stop of the tab key. @param {HTMLElement} card @param {HTMLElement | null} [stop] */
export function stopAt(card, stop) {
  const numbers = /** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(".xo-edit"));
  numbers.forEach((one, place) => {
    one.tabIndex = (stop ? one === stop : place === 0) ? 0 : -1;
  });
}

/** The number to which a key leads from another. @param {HTMLElement} card @param {HTMLElement} number @param {string} key */
export function nextNumber(card, number, key) {
  const numbers = /** @type {HTMLElement[]} */ ([...card.querySelectorAll(".xo-edit")]);
  return numbers[
    {
      ArrowLeft: numbers.indexOf(number) - 1,
      ArrowRight: numbers.indexOf(number) + 1,
      Home: 0,
      End: numbers.length - 1,
    }[key] ?? -1
  ];
}

/** @param {string} text */
function upper(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** @param {{exact: string, decimal: string}} story */
export function valueText(story) {
  return story.exact.includes("/") ? `${story.exact} ${story.decimal}` : story.exact || story.decimal.slice(2);
}

/** @param {(string | HTMLElement)[]} numbers @param {number} columns @param {number[]} [marked] places @param {string} [mark] */
function numberGrid(numbers, columns, marked = [], mark = "") {
  const grid = make("div", "numbers");
  grid.style.gridTemplateColumns = `repeat(${columns}, auto)`;
  grid.append(
    ...numbers.map((one, place) =>
      typeof one === "string" ? make("span", marked.includes(place) ? mark : "", one) : one,
    ),
  );
  return grid;
}

/** The weightiest parts first, as they were when the card was held. @template Part @param {Part[]} parts
 * @param {(part: Part) => number} weight @param {Hand | null} hand @returns {Part[]} */
function sort(parts, weight, hand) {
  const order =
    hand?.order ??
    parts.map((_, place) => place).sort((a, b) => Math.abs(weight(parts[b])) - Math.abs(weight(parts[a])));
  if (hand) hand.order = order;
  return order.map((place) => parts[place]);
}

/** What the card leaves out; where it is held, a button that shows it. @param {string} text @param {Hand | null} hand @returns {HTMLElement} */
function moreLine(text, hand) {
  if (!hand) return make("div", "more", text);
  const more = make("button", "more", text, { type: "button", title: "Show all" });
  more.addEventListener("click", hand.showAll);
  return more;
}

/** Patch × feature = products, map by map, the weightiest maps first.
 * @param {Product[]} products @param {number[]} shape @param {Hand | null} hand */
function patches(products, [, maps, rows, columns], hand) {
  const size = rows * columns,
    over = products[0].product.over;
  const parts = Array.from({ length: maps }, (_, map) => products.slice(map * size, (map + 1) * size)).map(
    (terms, map) => ({ map, terms, total: terms.reduce((sum, { product }) => sum + product.parts, 0) }),
  );
  const sorted = sort(parts, (part) => part.total, hand),
    shown = hand?.all ? maps : MAPS_SHOWN;
  const nameOf = (/** @type {number} */ map, /** @type {number} */ place) =>
    `Feature${maps > 1 ? `, map ${map + 1}` : ""}, row ${Math.floor(place / columns) + 1}, column ${(place % columns) + 1}`;
  /** @type {HTMLElement[]} */
  const lines = sorted.slice(0, shown).map(({ map, terms, total }) => {
    const row = make("div", "equation");
    if (maps > 1) row.append(make("div", "equation-name", `map ${map + 1}: total ${show(total, over).text}`));
    const edge = terms.flatMap((term, at) => (term.place < 0 ? [at] : []));
    row.append(
      numberGrid(
        terms.map((term) => term.value.text),
        columns,
        edge,
        "edge",
      ),
      sign("×"),
      numberGrid(
        terms.map(({ weight, at }, place) =>
          hand ? changeable(nameOf(map, place), weight, "weights", at) : weight.text,
        ),
        columns,
      ),
      sign("="),
      numberGrid(
        terms.map((term) => term.product.text),
        columns,
      ),
    );
    return row;
  });
  if (products.some((term) => term.place < 0))
    lines.push(make("div", "more", "hatched: padding around the edge, always −1"));
  const rest = sorted.slice(shown),
    sum = rest.reduce((total, part) => total + part.total, 0);
  if (rest.length)
    lines.push(
      moreLine(`and ${rest.length} more ${rest.length === 1 ? "map" : "maps"}: total ${show(sum, over).text}`, hand),
    );
  return lines;
}

/** @param {string} text */
function sign(text) {
  return make("span", "sign", text);
}

/** The largest products, one a line. @param {Product[]} products @param {Stage} from @param {Hand | null} hand */
function productList(products, from, hand) {
  const table = make("div", "products");
  const byPlace = [...products].sort((a, b) => a.at - b.at);
  const sorted = sort(byPlace, (term) => term.product.parts, hand),
    most = !hand ? 0 : hand.all ? sorted.length : TERMS_SHOWN;
  const { kept, count, parts } = cutProducts({ products: sorted }, most);
  for (const { place, at, value, weight, product } of kept) {
    const name = placeName(from, place);
    table.append(
      make("span", "soft", name),
      make("span", "", value.text),
      sign("×"),
      hand ? changeable(`Weight, ${name}`, weight, "weights", at) : make("span", "", weight.text),
      sign("="),
      make("span", "strong", product.text),
    );
  }
  const list = make("div");
  list.append(table);
  if (count) list.append(moreLine(moreText(count, show(parts, products[0].product.over).text), hand));
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

/** @param {Story} story @param {Hand | null} hand */
function sumLines(story, hand) {
  const lines = make("div", "sum"),
    bias = hand?.bias,
    steps = sumSteps(story);
  // A bias of 0 is no step of the sum, but can be changed.
  if (bias && !steps.some(([name]) => name === BIAS)) steps.push([BIAS, "0"]);
  for (const [name, text] of steps) {
    const shown =
      bias && name === BIAS
        ? changeable("Bias", { text, parts: bias.value, over: 1 }, "biases", bias.at)
        : make("span", "strong", text);
    lines.append(make("span", "soft", name), shown);
  }
  return lines;
}
const BIAS = "+ bias";

/** The steps from the total to the result. @param {Story} story @returns {[string, string][]} */
export function sumSteps(story) {
  const { sum } = story;
  if (!sum) return [];
  /** @type {[string, string][]} */
  const steps = [["total", sum.total.text]];
  if (sum.quotient) steps.push([`÷ ${sum.count}`, sum.quotient.text]);
  if (sum.bias) steps.push([BIAS, sum.bias.text]);
  if (sum.rest) steps.push(["+ digits not shown", sum.rest.text]);
  const last = sum.quotient || sum.count === 1 ? "=" : `÷ ${sum.count} =`;
  const decimal = sum.result.text.includes("/") ? ` ${(story.builtIn ?? story).decimal}` : "";
  if (sum.quotient || sum.bias || sum.rest || sum.result.text + decimal !== sum.total.text)
    steps.push([last, sum.result.text + decimal]);
  return steps;
}

/** The whole story as one paragraph of plain text. @param {Story} story @param {Stage | null} from */
export function storyText(story, from) {
  const start = `${story.name}: ${valueText(story)}.${story.own ? ` ${upper(story.own)}.` : ""}`,
    rule = upper(story.rule);
  const steps = sumSteps(story)
    .map(([name, text]) => `; ${name} ${text}`)
    .join("");
  if (story.window) return `${start} Window: ${story.window.texts.join(", ")}; ${story.rule}${steps}.`;
  if (!story.sum || !from) return `${start} ${rule}.`;
  const sorted = story.sum.products.length > 27 || story.parts === "list";
  const { kept, count, parts } = sorted
    ? cutProducts({
        products: [...story.sum.products].sort((a, b) => Math.abs(b.product.parts) - Math.abs(a.product.parts)),
      })
    : { kept: story.sum.products, count: 0, parts: 0 };
  const terms = kept
    .map(
      ({ place, value, weight, product }) =>
        `${place < 0 ? "edge " : ""}${value.text} × ${weight.text} = ${product.text}`,
    )
    .join("; ");
  const more = count ? `; ${moreText(count, show(parts, story.sum.total.over).text)}` : "";
  return `${start} ${rule}. ${terms}${more}. ${upper(steps.slice(2))}.`;
}
