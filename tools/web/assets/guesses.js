// A guess beside what came. Choices and cells are judged; a number only where it is plainly the same: reading what
// people write is Python's work (xo/predictions/reading.py), and a page never calls a right guess wrong. What plainly
// is not one number, it asks for again.

/** @typedef {import("./storage.js").Answer} Answer */

const MINUS = "−";
const NAMES = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const NAME = new RegExp(`\\b(${NAMES.join("|")})(?=(ish)?\\b)`, "g");
const NUMBER =
  /\p{N}|teen|[efhnrx]ty\b|[fhnx]ths?\b|\b(half|halves|third|quarter|dozen|hundred|thousand|million)|fold\b/u;
const IN_WORDS = /\b(no|nil|n[ao]ught|null|zilch|nada|never|all|always|every|each|once|twice|thrice|both)/;
const RANGE = /\bbetween\b|\d\s*(to|or|bis|oder|until)\s*\d/;
const BOUND = /[<>≤≥]|\b(more|less|fewer) than|\bat most\b|\bor (more|less|fewer)\b/;
export const WANTED = "One number is wanted, such as 7, 7/9 or 0.78.";

/** Whether a guess may be read as one number; words, bounds and ranges are not. @param {string} guess */
export function mayBeNumber(guess) {
  const text = plain(guess)
    .replace(NAME, (name) => String(NAMES.indexOf(name)))
    .replace(/[-=]>/g, "=");
  const range = text.match(/^(\d+) ?[-–] ?(\d+)$/);
  if (RANGE.test(text) || BOUND.test(text) || (range && Number(range[1]) < Number(range[2]))) return false;
  return NUMBER.test(text) || IN_WORDS.test(text);
}

/** Whether the guess is what came, as far as a page can tell; null where it cannot. @param {Answer} guess
 * @param {Answer} truth @param {boolean} chosen from a list */
function agrees(guess, truth, chosen) {
  if (Array.isArray(guess) && Array.isArray(truth))
    return JSON.stringify([...guess].sort()) === JSON.stringify([...truth].sort());
  if (plain(guess) === plain(truth)) return true;
  if (chosen) return false;
  const [one, other] = [asNumber(guess), asNumber(truth)];
  return one !== null && one === other ? true : null;
}

/** @param {Answer} value */
function plain(value) {
  return String(value).split(/\s+/).filter(Boolean).join(" ").toLowerCase().replaceAll(MINUS, "-");
}

/** A whole number, by its name where it is small, a decimal or a fraction. @param {Answer} value */
function asNumber(value) {
  const named = NAMES.indexOf(plain(value));
  if (named >= 0) return named;
  const parts = plain(value).match(/^(-?\d+(?:\.\d+|,\d{1,2})?)(?:\/(\d+))?$/); // 1,323 may be more than a thousand
  return parts && Number(parts[2] ?? 1) ? Number(parts[1].replace(",", ".")) / Number(parts[2] ?? 1) : null;
}

/** @param {Answer} value */
export function say(value) {
  if (Array.isArray(value)) return value.length === 1 ? "1 cell" : `${value.length} cells`;
  return asNumber(value) === null ? `“${value}”` : String(value).replace(/^-/, MINUS);
}

/** @param {import("./storage.js").Entry} entry @param {string} [itIs] how what came is said */
export function beside({ answer, truth, chosen = false, seen = false }, itIs) {
  if (answer === undefined) return itIs ?? "";
  if (truth === undefined && seen) return `You said ${say(answer)}. What came was yours to see; it is not kept here.`;
  if (truth === undefined) return `You said ${say(answer)}. What came has not been shown yet.`;
  const verdict = agrees(answer, truth, chosen),
    came = itIs ?? `It is ${say(truth)}.`;
  if (verdict) return `You said ${say(answer)}, and so it is.`;
  if (Array.isArray(answer) && Array.isArray(truth)) {
    const among = new Set(truth.map(String)),
      both = answer.filter((cell) => among.has(String(cell)));
    return `You marked ${say(answer)}, ${both.length} of them rightly. ${came}`;
  }
  return `You said ${say(answer)}. ${came}${verdict === false ? ` What made you expect ${say(answer)}?` : ""}`;
}
