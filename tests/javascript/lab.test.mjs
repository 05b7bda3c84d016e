// The lab's pure parts: maps of answers, where the sliders stand, the words about a lie, short names of images.
import assert from "node:assert/strict";
import { test } from "node:test";
import { change, invert, rotate, shift, thicken } from "../../xo/widgets/shared/changes.js";
import { answersOf, imagesOf, nameMap, placeOn, readKind, WORDS } from "../../xo/widgets/lab/flipmap.js";
import { shortAnswer } from "../../xo/widgets/lab/gallery.js";
import { keyOf, PLAIN, readReaders } from "../../xo/widgets/lab/lab.js";
import { thousands } from "../../xo/widgets/shared/numbers.js";
import { flip, flipsInWords, hearNews, tellLie } from "../../xo/widgets/lab/fewest_flips.js";

const picture = (text) => {
  const lines = text.split(" ");
  return {
    rows: lines.length,
    columns: lines[0].length,
    values: Float64Array.from(lines.join(""), (sign) => (sign === "#" ? 1 : -1)),
  };
};
const write = ({ values, columns }) =>
  Array.from(values, (value) => (value === 1 ? "#" : value === -1 ? "." : "+"))
    .join("")
    .match(new RegExp(`.{${columns}}`, "g"))
    .join(" ");
const NO_GRAIN = new Float64Array(9);
const VOTE = { kind: "Voting", arrays: [["weights", [2, 9]]] };
const LIE = { key: "", state: "found", flips: 4, tried: 88644, sets: 1752381, places: [1, 2, 3, 4] };

test("an image is shifted, turned, thickened and inverted", () => {
  const image = picture("#.. #.. ...");
  assert.equal(write(shift(image, 1, 1)), "... .#. .#.");
  assert.equal(write(rotate(image, 90)), "... ... ##.");
  assert.equal(write(thicken(image, 1)), "##. ##. #..");
  assert.equal(write(invert(image)), ".## .## ###");
});

test("plain settings change nothing", () => {
  const image = picture("#.# .#. #.#");
  assert.deepEqual(change(image, PLAIN, NO_GRAIN).values, image.values);
});

const KIND = readKind([
  "shift",
  [
    ["rows", [-1, 0, 1]],
    ["columns", [-1, 0, 1]],
  ],
]);

test("a map has an image for each pair of values, and keeps the other settings", () => {
  const images = imagesOf(picture("... .#. ..."), PLAIN, KIND, NO_GRAIN);
  assert.equal(images.length, 9);
  assert.equal(write(images[0]), "#.. ... ...");
  assert.equal(write(images[5]), "... ..# ...");
  const inked = imagesOf(picture("... .#. ..."), { ...PLAIN, thickness: 1 }, KIND, NO_GRAIN);
  assert.equal(write(inked[4]), ".#. ### .#.");
});

test("a map's answers are those of its reader, with equal votes for the first category", () => {
  const [reader] = readReaders(
    [{ name: "n", certain: false, formula: false, count: 18, plans: [VOTE] }],
    Float64Array.of(...picture("... .#. ...").values, ...picture("#.. ... ...").values),
  );
  const answers = answersOf(reader.layers, imagesOf(picture("... .#. ..."), PLAIN, KIND, NO_GRAIN));
  assert.deepEqual(answers, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test("moving along a map's own axes does not change the map, anything else does", () => {
  assert.equal(nameMap({ ...PLAIN, rows: 3, columns: -1 }, KIND), nameMap(PLAIN, KIND));
  assert.notEqual(nameMap({ ...PLAIN, degrees: 3 }, KIND), nameMap(PLAIN, KIND));
  assert.notEqual(nameMap(PLAIN, { ...KIND, name: "other" }), nameMap(PLAIN, KIND));
});

test("the frame stands where the sliders stand, between cells too, and never outside of the map", () => {
  const axis = { name: "size", values: [0.5, 0.6, 0.7] };
  assert.ok(Math.abs(placeOn(axis, 0.65) - 1.5) < 1e-9);
  assert.equal(placeOn(axis, 9), 2);
  assert.equal(placeOn(axis, 0), 0);
});

test("settings are written with their signs", () => {
  assert.equal(WORDS.rows.write(3), "+3");
  assert.equal(WORDS.rows.write(-3), "\u22123");
  assert.equal(WORDS.columns.write(0.5), "+0.5");
  assert.equal(WORDS.degrees.write(0), "0°");
  assert.equal(WORDS.size.write(0.5), "×0.50");
});

test("the same pixels have the same short name, others another", () => {
  const image = picture("#.. #.. ...");
  assert.equal(keyOf(image.values), keyOf(image.values.slice()));
  assert.notEqual(keyOf(image.values), keyOf(shift(image, 0, 1).values));
});

test("a flip swaps ink and background, grey becomes the opposite", () => {
  assert.deepEqual([...flip(Float64Array.of(1, -1, 0.3, -0.3), [0, 1, 2, 3])], [-1, 1, -1, 1]);
});

test("what was found is told exactly, and what was not is not claimed", () => {
  assert.equal(tellLie(undefined, false, "O"), "");
  assert.equal(tellLie(LIE, false, "O"), "4 flips, and it says O. No fewer are enough.");
  assert.equal(tellLie({ ...LIE, flips: 1 }, false, "O"), "1 flip, and it says O.");
  assert.equal(tellLie({ ...LIE, state: "more" }, false, "O"), "More than four flips: all 1,752,381 sets were tried.");
  assert.equal(tellLie({ ...LIE, state: "searching" }, false, "O"), "Trying 4 flips: 88,644 of 1,752,381 sets");
  assert.match(
    tellLie({ ...LIE, state: "stopped" }, false, "O"),
    /^Stopped after 88,644 of .* fewer than 4 flips are not enough\.$/,
  );
  assert.match(tellLie(LIE, true, "O"), /formula/);
  assert.equal(thousands(1000), "1,000");
  assert.equal(flipsInWords(2), "2 flips");
});

test("a short answer gives a share only for learned votes", () => {
  assert.deepEqual(shortAnswer([0, 2], false, ["X", "O"]), { letter: "O", detail: "2.00" });
  assert.deepEqual(shortAnswer([2, 0], true, ["X", "O"]), { letter: "X", detail: "88.1\u00a0%" });
});

test("news of a search that has ended changes nothing", () => {
  const lie = { key: "O", state: "searching", flips: 4, tried: 10, sets: 100, places: null };
  const news = { ...lie, reader: "one", tried: 20 };
  assert.equal(hearNews({ one: lie }, news).one.tried, 20);
  for (const state of ["stopped", "found", "more"])
    assert.equal(hearNews({ one: { ...lie, state } }, news).one.state, state);
  assert.deepEqual(hearNews({}, news), {});
});
