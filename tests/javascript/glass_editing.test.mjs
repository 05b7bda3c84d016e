// What a hand does to a network, without a browser: the number typed, the step that can be undone, the ink that can be
// read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { brightness, colourOf, greyOf, inkOn } from "../../xo/widgets/shared/colours.js";
import { readNumber, setNumber } from "../../xo/widgets/glass/handlers/target.js";
import { commonPart, decimal } from "../../xo/widgets/shared/numbers.js";
import { Session } from "../../xo/widgets/glass/session.js";

globalThis.window = globalThis;
globalThis.requestAnimationFrame = (act) => setTimeout(act, 0);
globalThis.cancelAnimationFrame = clearTimeout;

function contrast(one, other) {
  const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("the digits in every cell stand out by 4.5 to 1 or more", () => {
  const shares = Array.from({ length: 401 }, (_, step) => step / 200 - 1);
  for (const colour of shares.flatMap((share) => [colourOf(share, 1), greyOf(share)])) {
    assert.ok(contrast(colour, inkOn(colour) === "#000" ? [0, 0, 0] : [255, 255, 255]) >= 4.5, String(colour));
  }
});

test("brightness is that of WCAG", () => {
  assert.equal(brightness([0, 0, 0]), 0);
  assert.ok(Math.abs(contrast([255, 255, 255], [0, 0, 0]) - 21) < 1e-9);
  assert.ok(Math.abs(contrast([119, 119, 119], [255, 255, 255]) - 4.48) < 0.01);
});

test("a number is read with either minus, with a comma or a point, or as a fraction", () => {
  assert.deepEqual(["-0.5", "\u22120,5", " 2 ", "+1", ".5"].map(readNumber), [-0.5, -0.5, 2, 1, 0.5]);
  assert.deepEqual(["1/3", "\u22123 / 4", "7/-9", "1.5/2"].map(readNumber), [1 / 3, -0.75, -7 / 9, 0.75]);
});

test("what is no number, or too large for sums that are exact, is refused in one sentence", () => {
  for (const text of ["", " ", "-", "x", "1/", "/2", "1/2/3", "0/0", "0x"])
    assert.throws(() => readNumber(text), /^Error: expected a number such as 0\.5 or 1\/3, got/, text);
  for (const text of ["1e305", "1001", "-1e4", "1/0", "Infinity"])
    assert.throws(() => readNumber(text), /^Error: expected a number from \u22121000 to 1000, got/, text);
});

test("a number has a text, whatever it is", () => {
  const texts = [1e20, -1e20, Infinity, -Infinity, NaN, -0.001].map((value) => decimal(value));
  assert.deepEqual(texts, ["1.0·10^20", "\u22121.0·10^20", "\u221e", "\u2212\u221e", "no number", "0.00"]);
  assert.equal(commonPart([1e20], [1, 9]), 0);
  assert.equal(commonPart([Infinity], [1]), 0);
});

const PLANS = [
  {
    kind: "Convolution",
    arrays: [
      ["features", [1, 1, 1, 2]],
      ["biases", [1]],
    ],
    on: true,
  },
];

test("one weight or bias is replaced, in its layer only", () => {
  const layer = { number: 2, weights: Float64Array.of(1, 2), biases: Float64Array.of(3) };
  const [first, second] = setNumber([{ ...layer, number: 1 }, layer], 2, "biases", 0, 0.25);
  assert.deepEqual([...first.biases, ...second.biases, ...layer.biases], [3, 0.25, 3]);
  const set = (value) => setNumber([layer], 2, "weights", 1, value)[0].weights[1];
  assert.deepEqual([0.1 + 0.2, 1 / 3, -0, 1e305].map(set), [0.3, 1 / 3, 0, 1000]);
});

/** A session whose model nobody else watches. */
function makeSession() {
  const bytes = (...values) => new DataView(Float64Array.of(...values).buffer);
  const values = {
    shape: [1, 2],
    pixels: bytes(1, -1),
    plans: PLANS,
    numbers: bytes(1, 2, 3),
    against_plans: [],
    against_numbers: bytes(),
  };
  return new Session({
    get: (name) => values[name],
    set: (name, value) => {
      values[name] = value;
    },
    save_changes() {},
    send() {},
    on() {},
    off() {},
  });
}

test("a stroke that leaves everything as it was is no step to undo", () => {
  const session = makeSession(),
    { image, layers } = session.state;
  session.begin();
  session.draw(Float64Array.of(1, 1));
  session.draw(image.values.slice());
  session.change({ layers: setNumber(setNumber(layers, 1, "weights", 0, 5), 1, "weights", 0, 1) });
  session.end();
  assert.equal(session.history.past.length, 0);
  session.begin();
  session.draw(Float64Array.of(1, 1));
  session.end();
  assert.equal(session.history.past.length, 1);
});
