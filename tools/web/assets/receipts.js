// The receipt of a lesson as a code: the form that xo/receipts/codec.py writes and reads, of which a page knows the
// guesses only (its exercises are written in Python).

/**
 * @typedef {import("./storage.js").Entry} Entry
 * @typedef {{lesson: string, fingerprint: number, questions: [string, string[] | [number, number] | []][],
 *   exercises: number}} Plan what the lesson asks: each question's name with its choices, its rows and columns, or
 *   nothing for a number; and how many exercises it has
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSION = 1;
const [NOTHING, SKIPPED, GUESSED] = [0, 1, 2];
const SIGNS = "0123456789./,-% "; // of a guessed number, four bits each
const [LONGEST, MOST_CELLS] = [12, 15];
export const NUMBERS = 2 ** 20; // drawn by lot, to tell one learner's receipts from another's

/** The code, or "" where nothing was guessed. @param {Plan} plan @param {number} number @param {Record<string, Entry>}
 * entries */
export function writeReceipt(plan, number, entries) {
  if (!plan.questions.some(([name]) => told(entries[name]))) return "";
  const content = [...bits(number, 20), ...bits(plan.fingerprint, 15)];
  for (const [name, form] of plan.questions) content.push(...writeGuess(form, entries[name]));
  for (let count = 0; count < plan.exercises; count += 1) content.push(0);
  const groups = Math.ceil((2 + Math.ceil(content.length / 5) + 2) / 4);
  const whole = [...bits(VERSION, 3), ...bits(groups, 7), ...content];
  while (whole.length < 5 * (4 * groups - 2)) whole.push(0);
  const values = [...plan.lesson].map(Number);
  for (let start = 0; start < whole.length; start += 5)
    values.push(whole.slice(start, start + 5).reduce((sum, bit) => 2 * sum + bit, 0));
  const check = remainder([...values, 0, 0]);
  const signs = [...values, check >> 5, check & 31].map((value) => ALPHABET[value]).join("");
  return `XO${[signs.slice(0, 2), ...(signs.slice(2).match(/.{4}/g) ?? [])].join("-")}`;
}

/** Was this question answered or skipped? @param {Entry} [entry] */
function told(entry) {
  return entry !== undefined && (entry.answer !== undefined || entry.skipped === true);
}

/** @param {string[] | number[]} form @param {Entry} [entry] */
function writeGuess(form, entry) {
  if (!entry || !told(entry)) return bits(NOTHING, 2);
  if (entry.answer === undefined) return bits(SKIPPED, 2);
  const answer = writeAnswer(form, entry.answer);
  return answer ? [...bits(GUESSED, 2), ...answer] : bits(NOTHING, 2);
}

/** Nothing where this question cannot have that answer. @param {string[] | number[]} form
 * @param {import("./storage.js").Answer} answer @returns {number[] | null} */
function writeAnswer(form, answer) {
  if (typeof form[0] === "string") {
    const place = form.indexOf(/** @type {never} */ (answer));
    return place < 0 ? null : bits(place, width(form.length));
  }
  if (form.length) return Array.isArray(answer) ? writeCells(Number(form[0]), Number(form[1]), answer) : null;
  const said = Array.isArray(answer) ? "" : plain(String(answer));
  return [...bits(said.length, 4), ...[...said].flatMap((sign) => bits(SIGNS.indexOf(sign), 4))];
}

/** A number as it was written; nothing where it was not written in digits. @param {string} answer */
function plain(answer) {
  const said = answer
    .replace(/[−–—‐‑]/g, "-")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
  return said.length <= LONGEST && [...said].every((sign) => SIGNS.includes(sign)) ? said : "";
}

/** A list of places where they are few, a map of all cells where that is shorter.
 * @param {number} rows @param {number} columns @param {[number, number][]} answer */
function writeCells(rows, columns, answer) {
  const inside = ([row, column] = [-1, -1]) => row >= 0 && row < rows && column >= 0 && column < columns;
  if (!answer.every(inside)) return null;
  const places = [...new Set(answer.map(([row, column]) => row * columns + column))].sort((one, other) => one - other);
  const each = width(rows * columns);
  if (places.length <= MOST_CELLS && 4 + places.length * each < rows * columns)
    return [0, ...bits(places.length, 4), ...places.flatMap((place) => bits(place, each))];
  return [1, ...Array.from({ length: rows * columns }, (_, place) => Number(places.includes(place)))];
}

/** How many bits say which of so many things is meant. @param {number} count */
function width(count) {
  return Math.max(1, (count - 1).toString(2).length);
}

/** @param {number} value @param {number} count @returns {number[]} */
function bits(value, count) {
  return Array.from({ length: count }, (_, place) => Math.floor(value / 2 ** (count - 1 - place)) % 2);
}

/** Groups of five bits as one polynomial: its remainder by x^10 + x^9 + x^5 + x^4 + x + 1. @param {number[]} values */
function remainder(values) {
  let rest = 0;
  for (const bit of values.flatMap((value) => bits(value, 5))) {
    rest = (rest << 1) | bit;
    if (rest >= 1024) rest ^= 0x633;
  }
  return rest;
}
