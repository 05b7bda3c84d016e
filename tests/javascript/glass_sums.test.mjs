// Whatever a card shows must add up from what it shows, for random cells of random networks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sumSteps } from "../../xo/widgets/glass/card/text.js";
import { runLayers, unfold } from "../../xo/widgets/shared/engine.js";
import { cutProducts, explainCell } from "../../xo/widgets/glass/card/explanation.js";
import { show } from "../../xo/widgets/glass/card/sums.js";
import { findPatches, stepBack } from "../../xo/widgets/glass/card/trace.js";
import { cellAt } from "../../xo/widgets/shared/stage.js";

/** A steady stream of random numbers (mulberry32). */
function stream(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LAYER = {
  number: 1,
  on: true,
  own: "",
  shape: [],
  weights: new Float64Array(0),
  biases: null,
  names: [],
  settings: {},
};

/** Filters, ReLU, pooling and votes; plain: features of +1 and -1 and weights of fifths, as in the published
 * example. */
function makeNetwork(random, plain, bias) {
  const some = (count, make) => Float64Array.from({ length: count }, make);
  const weight = () => (plain ? (random() < 0.5 ? -1 : 1) : random() * 4 - 2);
  const features = 1 + Math.floor(random() * 3),
    side = 2 + Math.floor(random() * 2),
    size = 6 + Math.floor(random() * 4);
  const image = {
    maps: 1,
    rows: size,
    columns: size,
    list: false,
    values: some(size * size, () => (plain || random() < 0.7 ? (random() < 0.5 ? -1 : 1) : random() * 2 - 1)),
  };
  const layers = [
    {
      ...LAYER,
      kind: "Convolution",
      shape: [features, 1, side, side],
      weights: some(features * side * side, weight),
      biases: bias ? some(features, () => random() - 0.5) : null,
      settings: { padding: Math.floor(random() * 2) },
    },
    { ...LAYER, kind: "ReLU" },
    {
      ...LAYER,
      kind: "Convolution",
      shape: [2, features, 2, 2],
      weights: some(2 * features * 4, weight),
      settings: { padding: 0 },
    },
    { ...LAYER, kind: random() < 0.5 ? "Pooling" : "AveragePooling", settings: { window: 2, stride: 2 } },
  ];
  const maps = runLayers(image, layers).at(-1);
  layers.push({
    ...LAYER,
    kind: "Voting",
    shape: [2, maps.values.length],
    weights: some(2 * maps.values.length, () => (plain ? Math.round(random() * 5) / 5 : random() - 0.5)),
    biases: bias ? some(2, random) : null,
  });
  const unfolded = unfold(layers);
  return { stages: runLayers(image, unfolded), layers: unfolded };
}

/** Sums instead of means, zeros around the edge, strides, means that count the edge, and a dense layer after another:
 * what networks made elsewhere have. */
function makeForeign(random) {
  const some = (count) => Float64Array.from({ length: count }, () => random() * 4 - 2),
    edge = () => Math.floor(random() * 2),
    settings = { top: edge(), left: edge(), bottom: edge(), right: edge() },
    size = 8 + Math.floor(random() * 4),
    image = { maps: 1, rows: size, columns: size, list: false, values: some(size * size) };
  const conv = { ...settings, down: 1 + edge(), across: 1 + edge() },
    largest = random() < 0.3,
    pool = { ...settings, rows: 2, columns: 3, down: 1, across: 2, ceil: edge(), edge: largest ? 0 : edge() };
  const layers = [
    { ...LAYER, kind: "Conv", shape: [2, 1, 2, 3], weights: some(12), biases: some(2), settings: conv },
    { ...LAYER, kind: "ReLU" },
    { ...LAYER, kind: largest ? "MaxPool" : "AveragePool", settings: pool },
    {
      ...LAYER,
      kind: "Conv",
      shape: [3, 2, 1, 1],
      weights: some(6),
      settings: { ...pool, top: 0, left: 0, bottom: 0, right: 0 },
    },
  ];
  const { length } = runLayers(image, layers).at(-1).values;
  layers.push({ ...LAYER, kind: "Voting", shape: [4, length], weights: some(4 * length), biases: some(4) });
  layers.push({ ...LAYER, kind: "Voting", shape: [2, 4], weights: some(8) });
  const unfolded = unfold(layers);
  return { stages: runLayers(image, unfolded), layers: unfolded };
}

/** A shown number as [top, bottom], exactly. */
function read(text) {
  const [top, below = "1"] = text.replace("\u2212", "-").split("/");
  const places = (top.split(".")[1] ?? "").length;
  return [BigInt(top.replace(".", "")), BigInt(below) * 10n ** BigInt(places)];
}
const add = ([a, b], [c, d]) => [a * d + c * b, b * d];
const multiply = ([a, b], [c, d]) => [a * c, b * d];
const same = ([a, b], [c, d]) => a * d === c * b;
const number = ([a, b]) => Number(a) / Number(b);

/** Whether `shown` is `exact`, or `exact` rounded to the three places shown. */
function fits(exact, shown) {
  return same(exact, shown) || (shown[1] === 1000n && Math.abs(number(exact) - number(shown)) <= 0.0005 + 1e-12);
}

function checkSum(story, value) {
  const { sum } = story;
  let total = [0n, 1n];
  if (story.window)
    assert.deepEqual(
      story.window.texts,
      sum.products.map((term) => term.product.text),
    ); // no weights
  for (const { value: shown, weight, product } of sum.products) {
    assert.ok(
      fits(multiply(read(shown.text), read(weight.text)), read(product.text)),
      `${shown.text} × ${weight.text} = ${product.text}`,
    );
    total = add(total, read(product.text));
  }
  assert.ok(same(total, read(sum.total.text)), `products add up to ${sum.total.text}`);
  const [a, b] = read(sum.total.text),
    count = BigInt(sum.count);
  if (!sum.quotient && sum.count > 1)
    assert.ok(same([a, b * count], read(sum.result.text)), `${sum.total.text} ÷ ${sum.count} = ${sum.result.text}`);
  if (sum.quotient) assert.ok(fits([a, b * count], read(sum.quotient.text)));
  if (sum.quotient || sum.bias || sum.rest) {
    const parts = [sum.quotient ?? sum.total, sum.bias, sum.rest].filter(Boolean).map((part) => read(part.text));
    assert.ok(same(parts.reduce(add), read(sum.result.text)), JSON.stringify(sumSteps(story)));
  }
  assert.ok(Math.abs(number(read(sum.result.text)) - value) <= 0.0005 + 1e-9);
}

test("every sum on a card adds up from the numbers shown", () => {
  const random = stream(2016);
  let sums = 0;
  for (let round = 0; round < 160; round++) {
    const { stages, layers } =
      round < 120 ? makeNetwork(random, round % 3 === 0, round % 2 === 1) : makeForeign(random);
    for (let tries = 0; tries < 12; tries++) {
      const stage = 1 + Math.floor(random() * (stages.length - 1));
      const cell = cellAt(stages[stage], stage, Math.floor(random() * stages[stage].values.length));
      const story = explainCell(stages, layers, cell, ["X", "O"]);
      const value =
        stages[stage].values[(cell.map * stages[stage].rows + cell.row) * stages[stage].columns + cell.column];
      if (layers[stage - 1].kind === "Conv") {
        assert.doesNotMatch(story.rule, /divided/);
        assert.equal(story.sum.count, 1);
      }
      if (story.sum) {
        sums += 1;
        checkSum(story, value);
      }
      if (story.window && !story.sum) assert.equal(story.window.values[story.window.winner], value);
    }
  }
  assert.ok(sums > 300);
});

test("a vote's list of products and its rest add up, too", () => {
  const random = stream(7);
  for (let round = 0; round < 60; round++) {
    const { stages, layers } = makeNetwork(random, round % 2 === 0, false);
    const { sum } = explainCell(stages, layers, cellAt(stages.at(-1), stages.length - 1, 0), ["X", "O"]);
    const { kept, parts } = cutProducts(sum);
    const over = sum.total.over;
    const total = [...kept.map(({ product }) => product.text), show(parts, over).text].map(read).reduce(add);
    assert.ok(same(total, read(sum.total.text)));
  }
});

test("the votes of the published example are 45ths and 36ths", () => {
  const list = [9, 5, 5, 9, 9, 5, 5, 5, 5, 9, 9, 5].map((ninths) => ninths / 9);
  const weights = new Float64Array(24);
  for (const place of [0, 3, 4, 9, 10]) weights[place] = 1 / 5;
  for (const place of [1, 2, 8, 11]) weights[12 + place] = 1 / 4;
  const layers = [{ ...LAYER, kind: "Voting", shape: [2, 12], weights }];
  const image = { maps: 1, rows: 12, columns: 1, list: true, values: Float64Array.from(list) };
  const stages = runLayers(image, layers);
  const [forX, forO] = [0, 1].map((row) => explainCell(stages, layers, cellAt(stages[1], 1, row), ["X", "O"]));
  assert.equal(forX.sum.total.text, "45/45");
  assert.equal(forO.sum.total.text, "20/36");
  assert.equal(forO.exact, "5/9");
});

test("changing any pixel outside the lit patch leaves a number as it is", () => {
  const random = stream(3);
  for (let round = 0; round < 40; round++) {
    const { stages, layers } = round < 30 ? makeNetwork(random, false, true) : makeForeign(random);
    const stage = 1 + Math.floor(random() * 4),
      place = Math.floor(random() * stages[stage].values.length);
    const [area] = findPatches(stages, layers, cellAt(stages[stage], stage, place));
    const image = {
      ...stages[0],
      values: stages[0].values.map((value, at) => {
        const row = Math.floor(at / stages[0].columns),
          column = at % stages[0].columns;
        const lit = row >= area.top && row < area.bottom && column >= area.left && column < area.right;
        return lit ? value : random() * 2 - 1;
      }),
    };
    assert.equal(runLayers(image, layers)[stage].values[place], stages[stage].values[place]);
  }
});

test("the strongest path leads from every vote to a pixel", () => {
  const random = stream(11);
  for (let round = 0; round < 30; round++) {
    const { stages, layers } = round < 20 ? makeNetwork(random, round % 2 === 0, true) : makeForeign(random);
    let cell = cellAt(stages.at(-1), stages.length - 1, round % 2),
      steps = 0;
    for (let next = stepBack(stages, layers, cell); next; next = stepBack(stages, layers, cell))
      [cell, steps] = [next, steps + 1];
    assert.equal(cell.stage, 0);
    assert.equal(steps, stages.length - 1);
  }
});
