// The lab's pure parts: changes, maps of answers, where the sliders stand, the search for the fewest flips and its
// words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, flip, flipsInWords, mostFlips, searchFlips, tellSearch } from "../../xo/widgets/lab/fewest_flips.js";
import { cellsOf, nameMap, placeOn, readKind } from "../../xo/widgets/lab/flip_map.js";
import { tellGallery } from "../../xo/widgets/lab/gallery.js";
import { answersOf, readReaders, shortAnswer, votesOf } from "../../xo/widgets/lab/readers.js";
import { PLAIN, SLIDERS } from "../../xo/widgets/lab/sliders.js";
import { change, invert, rotate, shift, thicken } from "../../xo/widgets/shared/changes.js";

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

/** A reader of 3 by 3 pictures that compares them with others. */
function makeReader(pictures, formula = false) {
  const plan = { kind: "Voting", settings: {}, arrays: [["weights", [pictures.length, 9]]] };
  const numbers = Float64Array.from(pictures.flatMap((text) => [...picture(text).values]));
  return readReaders([{ name: "n", certain: false, formula, count: numbers.length, plans: [plan] }], numbers)[0];
}

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

test("a map has a cell for each pair of values, row by row", () => {
  const cells = cellsOf(KIND);
  assert.equal(cells.length, 9);
  assert.deepEqual(
    [cells[0], cells[5]],
    [
      { rows: -1, columns: -1 },
      { rows: 0, columns: 1 },
    ],
  );
});

test("answers to many pictures at once are those to each, with equal votes for the first category", () => {
  const reader = makeReader(["... .#. ...", "#.. ... ..."]);
  const pictures = cellsOf(KIND).map((cell) => change(picture("... .#. ..."), { ...PLAIN, ...cell }, NO_GRAIN));
  assert.deepEqual(answersOf(reader, pictures), [1, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual([...votesOf(reader, pictures[0])], [5, 9]);
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

test("settings are written with their signs, and shifts are whole pixels", () => {
  assert.equal(SLIDERS.rows.write(3), "+3");
  assert.equal(SLIDERS.rows.write(-3), "\u22123");
  assert.deepEqual([SLIDERS.rows.step, SLIDERS.columns.step], [1, 1]);
  assert.equal(SLIDERS.degrees.write(0), "0°");
  assert.equal(SLIDERS.size.write(0.5), "×0.50");
});

test("a flip swaps ink and background, grey becomes the opposite", () => {
  assert.deepEqual([...flip(Float64Array.of(1, -1, 0.3, -0.3), [0, 1, 2, 3])], [-1, 1, -1, 1]);
});

/** All that a search says, and its last word. */
function run(reader, image, most, names = ["X", "O"]) {
  const said = [...searchFlips(reader, picture(image), most, names)];
  return { said, last: said.at(-1) };
}

test("a search tries one flip, then two, and stops at the first set that misleads", () => {
  const reader = makeReader(["### ... ...", "... ... ###"]);
  const { last } = run(reader, "### ... ...", 4);
  assert.deepEqual(last, { flips: 4, tried: last.tried, sets: 9 + 36 + 84 + 126, places: last.places, answer: "O" });
  assert.ok(last.tried > 129 && last.tried <= last.sets);
  const none = run(reader, "### ... ...", 2).last;
  assert.deepEqual([none.places, none.tried, none.sets], [null, 45, 45]);
});

test("a formula finds as few flips as trying does, with two categories and with four", () => {
  const pictures = ["### ... ...", "... ... ###", "#.. #.. #..", "..# ..# ..#"];
  for (const count of [2, 4]) {
    const names = ["a", "b", "c", "d"].slice(0, count);
    for (const image of ["### ... ...", "### #.. ...", "..# .#. #..", "### ### ###", "#.# ... .##"]) {
      const tried = run(makeReader(pictures.slice(0, count)), image, 5, names).last;
      const solved = run(makeReader(pictures.slice(0, count), true), image, 5, names).last;
      assert.equal(solved.flips, tried.flips, `${count} ${image}`);
      const flipped = { ...picture(image), values: flip(picture(image).values, solved.places) };
      const [answer] = answersOf(makeReader(pictures.slice(0, count)), [flipped]);
      assert.equal(names[answer], solved.answer);
    }
  }
});

test("what was found is told exactly, and what was not is not claimed", () => {
  const search = { flips: 4, tried: 88644, sets: 1752381, places: [1, 2, 3, 4], answer: "O" };
  assert.equal(tellSearch(search, "found", false), "4 flips, and it says O. No fewer are enough.");
  assert.equal(tellSearch({ ...search, flips: 1 }, "found", false), "1 flip, and it says O.");
  assert.equal(tellSearch(search, "more", false), "More than 4 flips: all 1,752,381 sets were tried.");
  assert.equal(tellSearch(search, "searching", false), "Trying 4 flips: 88,644 of 1,752,381 sets");
  assert.match(
    tellSearch(search, "stopped", false),
    /^Stopped after 88,644 of .* fewer than 4 flips are not enough\.$/,
  );
  assert.match(tellSearch(search, "found", true), /No fewer are enough: this was worked out/);
  assert.equal(flipsInWords(2), "2 flips");
});

test("how many flips are tried depends on how many sets there are", () => {
  assert.deepEqual([choose(81, 4), choose(5, 5), choose(3, 4)], [1663740, 1, 0]);
  assert.deepEqual([81, 64, 144, 784].map(mostFlips), [4, 4, 3, 2]);
});

test("a short answer gives a share only for learned votes", () => {
  assert.deepEqual(shortAnswer([0, 2], false, ["X", "O"]), { letter: "O", detail: "2.00" });
  assert.deepEqual(shortAnswer([2, 0], true, ["X", "O"]), { letter: "X", detail: "88.1\u00a0%" });
});

test("a gallery says by what its pictures are sorted", () => {
  const gallery = { wrong: 1010, images: 2000, items: Array(12) };
  assert.match(
    tellGallery({ name: "n", certain: false }, gallery),
    /^n: 1,010 wrong of 2,000 .* The worst 12, those with the largest lead first:$/,
  );
  assert.match(tellGallery({ name: "n", certain: true }, { ...gallery, wrong: 12 }), /All of them, the surest first:$/);
});
