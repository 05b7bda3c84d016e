// A picture as the part of an address after #: the drawing, the network by name or with its numbers, the layers that
// are off, the view where it is turned backward, and the held number. From the traits of the glass network, and what
// its element says is held: it needs none of its parts.

/**
 * @typedef {{get: (name: string) => any, set: (values: Record<string, any>) => void}} Model
 * @typedef {{plans: any[], numbers: Float64Array, shape: number[]}} Known a network that a link can name
 * @typedef
 *   {{name: string, pixels: Float64Array, shape: number[], plans: any[], numbers: Float64Array, view: string,
 *     held: string}} Scene
 */

export const LONGEST = 2000;
const VERSION = "1";
const LARGEST_SIDE = 64;
const BACKWARD = /^b(\d{1,3})\.([a-z]+_error)$/; // which of the categories, and which error
const ERRORS = ["softmax_error", "essay_error"];
const HELD = /^\d{1,3}-(values|weights|biases)-\d{1,6}$/;

/** @param {Uint8Array} bytes */
function toText(bytes) {
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
function toBytes(text) {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) throw new Error("a part of it is missing or mistyped");
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

/** @param {DataView} view */
function numbersOf(view) {
  return new Float64Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}

/** @param {Float64Array} values */
function viewOf(values) {
  return new DataView(values.slice().buffer);
}

/** @param {Model} model */
export function sceneOf(model) {
  return {
    pixels: numbersOf(model.get("pixels")),
    shape: model.get("shape"),
    plans: model.get("plans"),
    numbers: numbersOf(model.get("numbers")),
  };
}

/** @param {Float64Array} pixels */
function writeDrawing(pixels) {
  if (pixels.every((value) => Math.abs(value) === 1)) {
    const bits = new Uint8Array(Math.ceil(pixels.length / 8));
    pixels.forEach((value, place) => {
      if (value > 0) bits[place >> 3] |= 128 >> (place & 7);
    });
    return `b${toText(bits)}`;
  }
  const greys = Uint8Array.from(pixels, (value) => Math.round(((Math.max(-1, Math.min(1, value)) + 1) / 2) * 254));
  return `g${toText(greys)}`;
}

/** @param {string} text @param {number} count */
function readDrawing(text, count) {
  const bytes = toBytes(text.slice(1));
  if (text[0] === "b" && bytes.length === Math.ceil(count / 8))
    return Float64Array.from({ length: count }, (_, place) => (bytes[place >> 3] & (128 >> (place & 7)) ? 1 : -1));
  if (text[0] === "g" && bytes.length === count) return Float64Array.from(bytes, (value) => (value / 254) * 2 - 1);
  throw new Error("its drawing is not whole");
}

/** Plans without what a link says elsewhere, the same text whoever wrote them. @param {any[]} plans */
const bare = (plans) => JSON.stringify(plans.map((plan) => ordered({ ...plan, on: true, own: "" })));

/** The same with its keys in order. @param {any} value @returns {any} */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key])]));
}

/** All numbers, or only those that differ, whichever is shorter. @param {Float64Array} numbers
 * @param {Float64Array | null} base */
function writeNumbers(numbers, base) {
  const whole = `f${toText(new Uint8Array(numbers.slice().buffer))}`;
  if (!base) return whole;
  const places = [...numbers.keys()].filter((place) => !Object.is(numbers[place], base[place]));
  if (!places.length) return "";
  const bytes = new DataView(new ArrayBuffer(10 * places.length));
  places.forEach((place, order) => {
    bytes.setUint16(10 * order, place);
    bytes.setFloat64(10 * order + 2, numbers[place]);
  });
  const few = `s${toText(new Uint8Array(bytes.buffer))}`;
  return few.length < whole.length ? few : whole;
}

/** @param {string} text @param {Float64Array | null} base @returns {Float64Array} */
function readNumbers(text, base) {
  if (!text) {
    if (base) return base;
    throw new Error("it has no numbers");
  }
  const bytes = toBytes(text.slice(1));
  if (text[0] === "f" && bytes.length % 8 === 0 && (!base || bytes.length === 8 * base.length))
    return new Float64Array(bytes.buffer);
  if (text[0] !== "s" || !base || bytes.length % 10) throw new Error("its numbers are not whole");
  const view = new DataView(bytes.buffer),
    numbers = base.slice();
  for (let start = 0; start < bytes.length; start += 10) {
    const place = view.getUint16(start);
    if (place >= numbers.length) throw new Error("it changes a number that is not there");
    numbers[place] = view.getFloat64(start + 2);
  }
  return numbers;
}

/** A check on slips and on links that were cut. @param {string} text */
function checkOf(text) {
  let sum = 7;
  for (const sign of text) sum = (sum * 31 + sign.charCodeAt(0)) % 1_000_003;
  return sum.toString(36);
}

/** Which way the picture is turned. @param {Model} model */
function writeView(model) {
  const category = model.get("categories")?.indexOf(model.get("category"));
  return model.get("backward") ? `b${Math.max(0, category)}.${model.get("error")}` : "";
}

/**
 * The part after #, without it.
 * @param {Model} model @param {Record<string, Known>} known @param {string} [held] as the picture's element says it
 * @throws {Error} whose message says why there can be no link
 */
export function writeLink(model, known, held = "") {
  const { pixels, shape, plans, numbers } = sceneOf(model);
  const name = Object.keys(known).find(
    (one) => bare(known[one].plans) === bare(plans) && known[one].numbers.length === numbers.length,
  );
  const off = plans.map((/** @type {any} */ plan) => (plan.on ? "1" : "0")).join("");
  const link = joinParts([
    ["xo", VERSION],
    ["d", `${shape.join("x")}.${writeDrawing(pixels)}`],
    ["n", name ?? ""],
    ["p", name ? "" : toText(new TextEncoder().encode(bare(plans)))],
    ["e", writeNumbers(numbers, name ? known[name].numbers : null)],
    ["o", off.includes("0") ? off : ""],
    ["v", writeView(model)],
    ["c", held],
  ]);
  if (link.length > LONGEST)
    throw new Error(
      `this network has too many numbers of its own for a link (${numbers.length}): “Copy as Python” carries it`,
    );
  return link;
}

/** The parts that say something, with their check. @param {[string, string][]} parts */
function joinParts(parts) {
  const said = parts.filter(([, value]) => value).map(([key, value]) => `${key}=${value}`);
  return `${said.join("&")}&k=${checkOf(said.join("&"))}`;
}

/** @param {string} text @returns {Record<string, string>} */
function takeApart(text) {
  const cut = text.lastIndexOf("&k=");
  if (cut < 0 || checkOf(text.slice(0, cut)) !== text.slice(cut + 3))
    throw new Error("a part of it is missing or mistyped");
  const parts = Object.fromEntries(
    text.split("&").map((part) => [part.split("=")[0], part.slice(part.indexOf("=") + 1)]),
  );
  if (parts.xo !== VERSION) throw new Error("it was made by another version of this page");
  return parts;
}

/** @param {string} text such as 9x9 */
function readShape(text) {
  const shape = text.split("x").map(Number);
  if (shape.length !== 2 || !shape.every((side) => Number.isInteger(side) && side > 0 && side <= LARGEST_SIDE))
    throw new Error("its drawing has no size");
  return shape;
}

/**
 * What a link says; null where it is none of ours.
 * @param {string} hash with or without # @param {Record<string, Known>} known
 * @returns {Scene | null}
 * @throws {Error} whose message says in what way it is damaged
 */
export function readLink(hash, known) {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith("xo=")) return null;
  const parts = takeApart(text),
    [size, drawing = ""] = (parts.d ?? "").split("."),
    shape = readShape(size);
  const base = Object.keys(known).includes(parts.n) ? known[parts.n] : null;
  if (parts.n && !base) throw new Error(`it names a network that is not here (${parts.n.slice(0, 20)})`);
  if (base && base.shape.join() !== shape.join()) throw new Error("its drawing does not fit its network");
  const plans = base ? base.plans : readPlans(parts.p ?? "");
  const numbers = readNumbers(parts.e ?? "", base ? base.numbers : null);
  if (![...numbers].every(Number.isFinite) || numbers.length !== countNumbers(plans))
    throw new Error("its numbers do not fit");
  const off = parts.o ?? "1".repeat(plans.length);
  if (!/^[01]*$/.test(off) || off.length !== plans.length) throw new Error("its layers do not fit");
  if (parts.v && !BACKWARD.test(parts.v)) throw new Error("its view is none of ours");
  if (parts.c && !HELD.test(parts.c)) throw new Error("it holds a number that is not there");
  return {
    ...{ name: parts.n ?? "", pixels: readDrawing(drawing, shape[0] * shape[1]), shape, numbers },
    plans: plans.map((plan, place) => ({ ...plan, on: off[place] === "1" })),
    ...{ view: parts.v ?? "", held: parts.c ?? "" },
  };
}

/** @param {string} text @returns {any[]} */
function readPlans(text) {
  let plans = null;
  try {
    plans = JSON.parse(new TextDecoder().decode(toBytes(text)));
  } catch {
    // told below
  }
  if (!Array.isArray(plans) || !plans.every(isPlan)) throw new Error("its layers are not whole");
  return plans;
}

/** @param {any} plan */
function isPlan(plan) {
  const whole = (/** @type {any} */ side) => Number.isInteger(side) && side > 0;
  const isArray = (/** @type {any} */ one) => Array.isArray(one?.[1]) && one[1].every(whole);
  const settings = Object.values(plan?.settings ?? {}).flat();
  const small = settings.every((/** @type {any} */ one) => typeof one !== "number" || Math.abs(one) <= LARGEST_SIDE);
  return typeof plan?.kind === "string" && small && Array.isArray(plan.arrays) && plan.arrays.every(isArray);
}

/** @param {{arrays: [string, number[]][]}[]} plans */
function countNumbers(plans) {
  const sizes = plans.flatMap(({ arrays }) => arrays.map(([, shape]) => shape));
  return sizes.reduce((sum, shape) => sum + shape.reduce((product, side) => product * side, 1), 0);
}

/** Show what a link says, but for the number held. @param {Model} model @param {Scene} scene
 * @throws {Error} where it does not fit the model */
export function show(model, { pixels, shape, plans, numbers, view }) {
  const [, place = "0", error = model.get("error")] = BACKWARD.exec(view) ?? [],
    category = view ? model.get("categories")[Number(place)] : model.get("category");
  if (category === undefined || !ERRORS.includes(error)) throw new Error("its view does not fit");
  const turned = { backward: Boolean(view), category, error };
  model.set({ shape, plans, numbers: viewOf(numbers), pixels: viewOf(pixels), ...turned });
}
