// What the browser keeps for this page, and one sentence where it cannot.
import { NUMBERS } from "./receipts.js";

const VERSION = 1;
const NOTHING_KEPT = "This browser keeps nothing here: your guesses last until you leave the page.";
/** What was kept in this visit, where the browser keeps nothing. @type {Map<string, string>} */
const memory = new Map();

/** @param {string} name @returns {string | null} */
function read(name) {
  try {
    return localStorage.getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null; // private windows, sandboxed frames and some school settings refuse
  }
}

/** @param {string} name @param {string | null} text @returns {boolean} whether it outlasts this visit */
function write(name, text) {
  if (text === null) memory.delete(name);
  else memory.set(name, text);
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** A small setting, such as the theme. @param {string} name @param {string} otherwise */
export function setting(name, otherwise) {
  return read(`xo-${name}`) ?? otherwise;
}

/** @param {string} name @param {string} value */
export function keepSetting(name, value) {
  write(`xo-${name}`, value);
}

/**
 * @typedef {string | number | [number, number][]} Answer
 * @typedef {{question: string, answer?: Answer, truth?: Answer, chosen?: boolean, skipped?: boolean, seen?: boolean}}
 *   Entry
 *   chosen: from a list; seen: what came was shown, so that the guess stays as it is
 */

/** The learner's predictions, by name. */
export class Diary {
  constructor() {
    /** What to tell the learner about it, or "". */
    this.note = "";
    /** @type {Record<string, Entry>} */
    this.entries = this.load();
    if (!write("xo-tried", "") || !write("xo-tried", null)) this.note = NOTHING_KEPT;
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  /** @returns {Record<string, Entry>} */
  load() {
    const text = read("xo-diary");
    if (text === null) return {};
    try {
      const { version, predictions } = JSON.parse(text);
      const whole = version === VERSION && isPlain(predictions) && Object.values(predictions).every(isEntry);
      if (whole) return predictions;
    } catch {
      // told below
    }
    write("xo-diary-set-aside", text);
    this.note = "What this browser had kept of your predictions could not be read, so a new list begins.";
    return {};
  }

  /** @param {string} name @param {Partial<Entry>} part */
  keep(name, part) {
    this.entries = { ...this.entries, [name]: { ...(this.entries[name] ?? { question: "" }), ...part } };
    this.save();
  }

  /** Forget the predictions of a lesson, or all. @param {string} [lesson] */
  forget(lesson) {
    const kept = Object.entries(this.entries).filter(([name]) => lesson && !name.startsWith(`${lesson}.`));
    this.entries = Object.fromEntries(kept);
    keepSetting("receipts", JSON.stringify(lesson ? { ...this.numbers(), [lesson]: undefined } : {}));
    this.save();
  }

  /** The numbers of receipts, by lesson. @returns {Record<string, unknown>} */
  numbers() {
    try {
      const kept = JSON.parse(setting("receipts", "{}"));
      return isPlain(kept) ? kept : {};
    } catch {
      return {};
    }
  }

  /** The number of a lesson's receipts, drawn by lot: it tells one learner's from another's, and says no more.
   * @param {string} lesson */
  number(lesson) {
    const kept = this.numbers(),
      known = Number(kept[lesson] ?? Number.NaN);
    if (Number.isInteger(known) && known >= 0 && known < NUMBERS) return known;
    const number = Math.floor(Math.random() * NUMBERS);
    keepSetting("receipts", JSON.stringify({ ...kept, [lesson]: number }));
    return number;
  }

  save() {
    const text = Object.keys(this.entries).length
      ? JSON.stringify({ version: VERSION, predictions: this.entries })
      : null;
    if (!write("xo-diary", text)) this.note = NOTHING_KEPT;
    for (const act of this.listeners) act();
  }

  /** As the file that the notebooks keep, my-predictions.json. */
  toFile() {
    const guessed = Object.entries(this.entries).filter(([, entry]) => entry.answer !== undefined);
    const plain = guessed.map(([name, { question, answer, truth, seen }]) => [
      name,
      { question, answer, ...(seen && truth !== undefined ? { truth } : {}) },
    ]);
    return `${JSON.stringify(Object.fromEntries(plain), null, 1)}\n`;
  }
}

/** @param {any} value */
const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {any} entry */
function isEntry(entry) {
  const sound = (/** @type {any} */ value) =>
    value === undefined ||
    typeof value === "string" ||
    Number.isFinite(value) ||
    (Array.isArray(value) && value.every((cell) => Array.isArray(cell) && cell.every(Number.isInteger)));
  return typeof entry?.question === "string" && sound(entry.answer) && sound(entry.truth);
}
