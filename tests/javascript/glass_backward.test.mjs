// Slopes in words and sums: they add up from what is shown, however small, and the text says what the card says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explainSlope } from "../../xo/widgets/glass/backward/explanation.js";
import { findMoves, shows, tellMove } from "../../xo/widgets/glass/backward/moved.js";
import { errorWith, nudgeText } from "../../xo/widgets/glass/backward/nudge.js";
import { limitOn, slopeAt, turnBack } from "../../xo/widgets/glass/backward/pass.js";
import { stepDown } from "../../xo/widgets/glass/backward/steps.js";
import { addSlopes } from "../../xo/widgets/glass/backward/sums.js";
import { slopeCardText, speakSlope } from "../../xo/widgets/glass/backward/text.js";
import { pathToError, steepest } from "../../xo/widgets/glass/backward/walk.js";
import { writeEnd, writeSlope } from "../../xo/widgets/glass/backward/writing.js";
import { runLayers, unfold } from "../../xo/widgets/shared/engine.js";

const NAMES = ["X", "O"];
const PLAIN = { on: true, own: "", shape: [], names: [], settings: {}, weights: new Float64Array(0), biases: null };
const some = (count, seed) => Float64Array.from({ length: count }, (_, place) => Math.sin(seed + place * 1.7));
const LAYERS = [
  {
    ...PLAIN,
    number: 1,
    kind: "Convolution",
    shape: [2, 1, 2, 2],
    weights: some(8, 1),
    biases: some(2, 5),
    settings: { padding: 0 },
  },
  { ...PLAIN, number: 2, kind: "ReLU" },
  { ...PLAIN, number: 3, kind: "Pooling", settings: { window: 2, stride: 2 } },
  { ...PLAIN, number: 4, kind: "Voting", shape: [2, 8], weights: some(16, 3), biases: some(2, 9) },
];

const GRID = { pass: 0, offset: 0, count: 0, columns: 5 };
const AROUND = { top: 1, left: 1, bottom: 1, right: 1 };
/** Made elsewhere: sums, zeros around the edge, a stride. */
const FOREIGN = [
  {
    ...LAYERS[0],
    kind: "Conv",
    shape: [2, 1, 3, 3],
    weights: some(18, 1),
    settings: { down: 1, across: 2, ...AROUND },
  },
  { ...LAYERS[1] },
  {
    ...LAYERS[2],
    kind: "AveragePool",
    settings: { rows: 3, columns: 2, down: 2, across: 1, ...AROUND, ceil: 0, edge: 1 },
  },
  { ...LAYERS[3], shape: [3, 24], weights: some(72, 3), biases: some(3, 9) },
  { ...PLAIN, number: 5, kind: "Voting", shape: [2, 3], weights: some(6, 4) },
];

/** The network on a drawing, turned backward. */
function turned(measure = "softmax_error", layers = LAYERS, values = some(25, 2)) {
  const image = { maps: 1, rows: 5, columns: 5, list: false, values },
    all = unfold(layers);
  return turnBack([{ stages: runLayers(image, all), layers: all, image: true }], 0, measure)[0];
}

/** Every number of a pass. */
function subjects({ stages, layers }) {
  const values = stages.flatMap((stage, index) =>
    Array.from(stage.values, (_, place) => ({ pass: 0, stage: index, part: "values", place })),
  );
  const numbers = layers.flatMap((layer, index) =>
    ["weights", "biases"].flatMap((part) =>
      Array.from(layer[part] ?? [], (_, place) => ({ pass: 0, stage: index + 1, part, place })),
    ),
  );
  return [...values, ...numbers];
}

test("nudging any number finds the slope of the pass back, in the digits that its card shows", () => {
  for (const measure of ["softmax_error", "essay_error"]) {
    const pass = turned(measure);
    for (const subject of subjects(pass)) {
      const { slope } = explainSlope(pass, subject, NAMES);
      const tied = subject.part === "values" && subject.stage === 2 && pass.stages[2].values[subject.place] === 0;
      if (tied) continue; // several cells of a window that ReLU made 0
      assert.match(nudgeText(pass, subject, slope), /the same digits$/, JSON.stringify(subject));
    }
  }
});

test("the same in a network made elsewhere, whose cards divide no sum that it does not divide", () => {
  const pass = turned("softmax_error", FOREIGN);
  for (const subject of subjects(pass)) {
    const story = explainSlope(pass, subject, NAMES);
    assert.match(nudgeText(pass, subject, story.slope), /the same digits$/, JSON.stringify(subject));
    assert.doesNotMatch([story.rule, ...story.steps.flat()].join(), /divided by the pixels|÷ (9|24)/);
  }
});

test("where two cells of a window tie, nudging says so instead of agreeing", () => {
  const pass = turned(
    "softmax_error",
    LAYERS.slice(2).map((layer) => (layer.shape.length ? { ...layer, shape: [2, 9], weights: some(18, 3) } : layer)),
    new Float64Array(25).fill(1),
  );
  const text = nudgeText(pass, { pass: 0, stage: 0, part: "values", place: 0 }, "0.1234");
  assert.match(text, /a tie or a corner/);
});

test("what is taken for a corner is measured by the error: rounding is none in a large one, nor hides one in a small", () => {
  const large = turned(
      "essay_error",
      [{ ...LAYERS[3], shape: [2, 25], weights: new Float64Array(50).fill(1).fill(1e6, 1, 2), biases: null }],
      some(25, 2).fill(1e-3, 0, 1),
    ),
    small = { pass: 0, stage: large.layers.length, part: "weights", place: 0 };
  assert.ok(large.back.error > 1e5);
  assert.match(nudgeText(large, small, "0.00100"), /^Nudged up and down/);
  const tied = turned(
    "softmax_error",
    [
      { ...LAYERS[2], settings: { window: 5, stride: 5 } },
      { ...LAYERS[3], shape: [2, 1], weights: Float64Array.of(11, -11), biases: null },
    ],
    new Float64Array(25).fill(1),
  );
  assert.ok(tied.back.error < 1e-7);
  assert.match(nudgeText(tied, { pass: 0, stage: 0, part: "values", place: 0 }, "0.00000001"), /a tie or a corner/);
});

test("a slope that is shown as 0 is not said to make the error larger or smaller, anywhere", () => {
  let shown = 0,
    zero = 0;
  for (const bias of [16, 60]) {
    const pass = turned("softmax_error", [...LAYERS.slice(0, 3), { ...LAYERS[3], biases: Float64Array.of(bias, 0) }]);
    for (const subject of subjects(pass)) {
      const { slope, meaning, parts, products, zeros } = explainSlope(pass, subject, NAMES),
        means = !/[1-9]/.test(slope) ? /nothing$/ : slope.startsWith("\u2212") ? /smaller$/ : /larger$/;
      assert.match(meaning, means, `${slope}: ${JSON.stringify(subject)}`);
      assert.equal(products.filter(({ product }) => product.parts !== 0).length + zeros, parts.length);
      if (/[1-9]/.test(slope)) shown++;
      else zero += slopeAt(pass, subject) !== 0;
      const kind = { values: "stage", weights: "feature", biases: "bias" }[subject.part],
        spoken = speakSlope({ ...GRID, kind, stage: subject.stage }, subject.place, [pass], NAMES);
      assert.match(spoken, /slope [^,]*[1-9][^,]*, more|slope [^1-9]*, a little/);
    }
    assert.equal(steepest(pass, 0, NAMES, 5).length > 0, bias === 16);
  }
  assert.ok(shown > 10 && zero > 10, `${shown} shown, ${zero} too small`);
});

test("a sum of slopes adds up from the numbers shown, however small they are", () => {
  for (const size of [1, 1e-3, 1e-6]) {
    const terms = Array.from({ length: 20 }, (_, place) => ({
        slope: Math.sin(place) * size,
        factor: Math.cos(place * 2),
      })),
      value = terms.reduce((sum, { slope, factor }) => sum + slope * factor, 0) / 9,
      { products, total, quotient, rest, result } = addSlopes(terms, 9, value);
    const sum = products.reduce((all, { product }) => all + product.parts, 0);
    assert.equal(sum, total.parts);
    assert.equal(Math.round(sum / 9), quotient.parts);
    assert.equal(quotient.parts + (rest?.parts ?? 0), result.parts);
    assert.ok(Math.abs(result.parts / result.over - value) <= 0.5 / result.over + 1e-15);
    assert.ok(Math.abs(result.parts) >= (size > 1e-6 ? 100 : 1), "enough digits");
  }
});

test("the way from every number that has a slope leads to the votes, through the largest share", () => {
  const pass = turned();
  for (const subject of subjects(pass)) {
    const path = pathToError(pass, subject),
      end = path.at(-1) ?? subject;
    if (slopeAt(pass, subject)) assert.equal(end.stage, pass.layers.length, JSON.stringify(subject));
  }
});

test("the numbers that would help most are those with the steepest slopes", () => {
  const pass = turned(),
    helpers = steepest(pass, 0, NAMES, 5),
    all = subjects(pass)
      .filter(({ part }) => part !== "values")
      .map((subject) => Math.abs(slopeAt(pass, subject)));
  assert.deepEqual(
    helpers.map(({ slope }) => Math.abs(slope)),
    all.sort((a, b) => b - a).slice(0, 5),
  );
});

test("the text of a card names the slope, its meaning, its parts and its steps", () => {
  const pass = turned(),
    at = subjects(pass).find((one) => one.stage === 1 && one.part === "weights" && slopeAt(pass, one)),
    text = slopeCardText(explainSlope(pass, at, NAMES), "");
  assert.match(
    text,
    /^Slope of feature [12], row 0, column 0: \u2212?[\d.]+\. More of it makes the error (larger|smaller)\./,
  );
  assert.match(
    text,
    /Used at 16 places: the slope there × the value it lay on, added up, divided by the pixels of the feature\./,
  );
  assert.match(text, /\d+ of 16 are 0\. Total .*; ÷ 4 .*slope = /);
});

test("a step goes down every slope by the rate, and lowers the error; before and after stand side by side", () => {
  const pass = turned(),
    after = stepDown(LAYERS, pass, 0.1);
  for (const [index, layer] of pass.layers.entries()) {
    const moved = after.find(({ number }) => number === layer.number);
    layer.weights.forEach((weight, place) => {
      assert.ok(Math.abs(moved.weights[place] - (weight - 0.1 * pass.back.gradients[index].weights[place])) < 1e-15);
    });
  }
  assert.ok(turned("softmax_error", after).back.error < pass.back.error);
  const [first] = findMoves(LAYERS, after, NAMES);
  assert.notDeepEqual(...tellMove(first.before, first.after));
  assert.equal(
    errorWith(pass, { pass: 0, stage: 1, part: "weights", place: 0 }, LAYERS[0].weights[0]),
    pass.back.error,
  );
});

test("only what moved so far that it shows is said to have moved", () => {
  const moved = (by) => [
    { ...LAYERS[0], weights: LAYERS[0].weights.map((weight, place) => weight + (place ? by : 0.01)) },
  ];
  for (const [by, count] of [
    [0, 1],
    [3e-11, 1],
    [3e-5, 8],
  ]) {
    const moves = findMoves(LAYERS, moved(by), NAMES);
    assert.equal(moves.length, count, String(by));
    for (const { before, after } of moves) assert.notEqual(...tellMove(before, after));
  }
  assert.ok(!shows(-0.13265061, -0.132650612));
});

test("in every column the largest slope has the strongest colour, in one network beside another as well", () => {
  const strong = turned(),
    [quiet] = turnBack(
      [{ ...strong, stages: strong.stages.map((stage) => ({ ...stage })) }, turned()],
      1,
      "softmax_error",
    );
  for (const pass of [strong, quiet, turned("softmax_error", FOREIGN)]) {
    const ends = new Map();
    for (const { stage, part, place } of subjects(pass)) {
      const grid = { kind: part === "values" ? "stage" : part === "biases" ? "bias" : "feature", stage },
        column = `${stage} ${part === "values"}`,
        share = Math.abs(slopeAt(pass, { stage, part, place })) / (limitOn(pass.back, grid) || 1);
      ends.set(column, Math.max(share, ends.get(column) ?? 0));
    }
    assert.ok(ends.size > pass.stages.length);
    for (const [column, most] of ends) assert.equal(most, 1, column);
  }
});

test("where no slope arrives a column is dark, and says so", () => {
  const stopped = turned("softmax_error", [{ ...LAYERS[0], biases: some(2, 5).fill(-99) }, ...LAYERS.slice(1)]);
  assert.equal(limitOn(stopped.back, { kind: "stage", stage: 0 }), 0);
  assert.equal(limitOn(stopped.back, { kind: "feature", stage: 1 }), 0);
  assert.ok(limitOn(stopped.back, { kind: "votes", stage: stopped.stages.length - 1 }) > 0);
  assert.equal(writeEnd(0), "all 0");
});

test("the end of a scale stays short under a narrow column, however small it is", () => {
  const texts = [12.34, 0.5, 0.0349, 0.000123, 0.0000317, 4e-12].map(writeEnd);
  assert.deepEqual(texts, ["±12.3", "±0.50", "±0.035", "±0.00012", "±3·10⁻⁵", "±4·10⁻¹²"]);
});

test("the slope of a vote is as short as its cell needs it", () => {
  const write = (...slopes) => slopes.map((slope) => writeSlope(slope, Float64Array.from(slopes)));
  assert.deepEqual(write(-0.3573, 0.3573), ["−0.357", "+0.357"]);
  assert.deepEqual(write(-2.3e-7, 2.3e-7), ["−2·10⁻⁷", "+2·10⁻⁷"]);
  assert.deepEqual(write(0, 0), ["0.00", "0.00"]);
});
