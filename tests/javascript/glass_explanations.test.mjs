// What a card says of a number: the same on every card, and true where a function of the learner's made it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explanationText, sumSteps, valueText } from "../../xo/widgets/glass/card/text.js";
import { runLayers } from "../../xo/widgets/shared/engine.js";
import { explainCell } from "../../xo/widgets/glass/card/explanation.js";
import { findAgain } from "../../xo/widgets/glass/card/trace.js";

const LAYER = {
  on: true,
  own: "",
  shape: [],
  weights: new Float64Array(0),
  biases: null,
  names: [],
  settings: {},
};
const FILTER = {
  ...LAYER,
  number: 1,
  kind: "Convolution",
  shape: [1, 1, 3, 3],
  weights: new Float64Array(9).fill(1),
  settings: { padding: 0 },
};
const RELU = { ...LAYER, number: 2, kind: "ReLU" };
const POOL = { ...LAYER, number: 3, kind: "Pooling", settings: { window: 2, stride: 2 } };
const AVERAGE = { ...LAYER, number: 2, kind: "AveragePooling", settings: { window: 2, stride: 2 } };
const picture = (...values) => ({
  maps: 1,
  rows: Math.sqrt(values.length),
  columns: Math.sqrt(values.length),
  list: false,
  values: Float64Array.from(values),
});
const ONE_BLACK = picture(1, 1, 1, 1, -1, 1, 1, 1, 1);
const at = (stage) => ({ stage, map: 0, row: 0, column: 0 });

/** The story of a filtered value that the learner's function made. */
function tellOwn(answer, answered = true, image = ONE_BLACK) {
  const layer = { ...FILTER, own: "mine", answered };
  const stages = runLayers(image, [layer], answered ? new Map([[1, Float64Array.of(answer)]]) : undefined);
  return { story: explainCell(stages, [layer], at(1), ["X", "O"]), image };
}

test("a number that the learner's function made stands beside the built-in one, with the built-in sum", () => {
  const { story, image } = tellOwn(1 / 4);
  assert.equal(valueText(story), "1/4 = 0.25");
  assert.equal(story.own, "your function mine: 1/4. The built-in layer: 7/9. They differ");
  assert.deepEqual(sumSteps(story), [
    ["total", "7"],
    ["÷ 9 =", "7/9 ≈ 0.7778"],
  ]);
  const text = explanationText(story, image);
  assert.match(text, /They differ\. The built-in layer: patch × feature/);
  assert.doesNotMatch(text.slice(text.indexOf("The built-in layer: patch")), /1\/4|0\.25/);
});

test("where a sum is in decimals, nothing of the difference is booked as digits not shown", () => {
  const grey = picture(...Array.from({ length: 9 }, (_, place) => Math.sin(place)));
  const steps = sumSteps(tellOwn(5, true, grey).story),
    [total] = steps;
  const rest = steps.find(([name]) => name === "+ digits not shown");
  assert.ok(
    total[0] === "total" && (!rest || Math.abs(Number(rest[1].replace("\u2212", "-"))) < 0.01),
    JSON.stringify(steps),
  );
});

test("a third is told as the picture counts it, in ninths, and in a window of ninths it is three of them", () => {
  const image = picture(1, 1, 1, 1, 1, 1, -1, -1, -1),
    { story } = tellOwn(0, false, image),
    layers = [FILTER, { ...POOL, number: 2 }];
  assert.equal(valueText(story), "3/9 = 1/3 \u2248 0.3333");
  assert.equal(sumSteps(story).at(-1)[1], "3/9 = 1/3 \u2248 0.3333");
  const pooled = explainCell(runLayers(image, layers), layers, at(2), ["X", "O"]);
  assert.deepEqual(pooled.window.texts, ["3/9"]);
  assert.equal(valueText(pooled), "3/9 = 1/3 \u2248 0.3333");
});

test("where both agree, the card says so", () => {
  const { story } = tellOwn(7 / 9);
  assert.equal(story.own, "your function mine: 7/9, and the built-in layer makes the same");
  assert.equal(sumSteps(story).at(-1)[1], "7/9 ≈ 0.7778");
});

test("while the function has not answered, the card says that the built-in layer stands in", () => {
  const { story } = tellOwn(0, false);
  assert.equal(valueText(story), "7/9 ≈ 0.7778");
  assert.equal(story.own, "Python has not answered: the built-in layer stands in for your function mine");
});

test("a function in the place of ReLU or of pooling is set beside what they would do", () => {
  for (const [layer, rule] of [
    [RELU, "7/9 is not negative, so it stays"],
    [POOL, "the largest of 1: 7/9"],
  ]) {
    const layers = [FILTER, { ...layer, own: "bend", answered: true }];
    const stages = runLayers(ONE_BLACK, layers, new Map([[layer.number, Float64Array.of(-2)]]));
    const story = explainCell(stages, layers, at(2), ["X", "O"]);
    assert.equal(story.own, "your function bend: \u22122. The built-in layer: 7/9. They differ");
    assert.equal(story.rule, `the built-in layer: ${rule}`);
  }
});

test("one number is written in one way on every card that it passes through", () => {
  const layers = [FILTER, RELU, POOL];
  for (const last of [0.888, -0.1234, 0.0007]) {
    const stages = runLayers(picture(0, 0, 0, 0, 0, 0, 0, 0, last), layers);
    const [filtered, relu, pooled] = [1, 2, 3].map((stage) => explainCell(stages, layers, at(stage), []));
    assert.ok(
      sumSteps(filtered)
        .at(-1)[1]
        .endsWith(filtered.exact || filtered.decimal.slice(2)),
      JSON.stringify([filtered.exact, sumSteps(filtered)]),
    );
    const text = filtered.exact || filtered.decimal.slice(2);
    if (/[1-9]/.test(text)) assert.ok(relu.rule.startsWith(text), relu.rule);
    if (last > 0)
      assert.deepEqual(
        [relu.exact, relu.decimal, pooled.decimal],
        [filtered.exact, filtered.decimal, filtered.decimal],
      );
  }
});

test("a vote of nothing but zeros is 0, not 0.0", () => {
  const list = { maps: 1, rows: 2, columns: 1, list: true, values: new Float64Array(2) };
  const layers = [{ ...LAYER, number: 1, kind: "Voting", shape: [2, 2], weights: Float64Array.of(0.2, 0, 0.5, 0.25) }];
  assert.equal(valueText(explainCell(runLayers(list, layers), layers, at(1), ["X", "O"])), "0");
});

test("a negative number too small for three decimals is not called 0 before ReLU makes it 0", () => {
  const layers = [FILTER, RELU],
    stages = runLayers(picture(0, 0, 0, 0, 0, 0, 0, 0, -0.0013), layers);
  assert.match(explainCell(stages, layers, at(2), []).rule, /^\u22120\.0001\d+ is negative, so it becomes 0$/);
});

test("a cell is found again by its layer, not by its place in the row", () => {
  const run = (layers) => ({ layers, stages: runLayers(picture(...new Array(25).fill(1)), layers) });
  const [all, fewer] = [
    [FILTER, RELU, POOL],
    [FILTER, POOL],
  ];
  assert.deepEqual(findAgain(at(3), all, run(fewer)), at(2));
  assert.deepEqual(findAgain(at(2), fewer, run(all)), at(3));
  assert.equal(findAgain(at(2), all, run(fewer)), null);
  assert.deepEqual(findAgain(at(0), all, run(fewer)), at(0));
  assert.equal(findAgain({ ...at(3), row: 4 }, all, run(fewer)), null);
  assert.equal(findAgain(at(3), all, undefined), null);
});

test("a mean is told by the cells that its window covers, their sum and their count", () => {
  const stages = runLayers(ONE_BLACK, [AVERAGE]);
  assert.deepEqual([...stages[1].values], [0.5, 1, 1, 1], "over the edge, fewer cells are covered and counted");
  const story = explainCell(stages, [AVERAGE], at(1), ["X", "O"]);
  assert.deepEqual([story.name, valueText(story)], ["averaged map 1 of layer 2, row 0, column 0", "1/2 = 0.5"]);
  assert.deepEqual(story.window.texts, ["1", "1", "1", "\u22121"]);
  assert.deepEqual(sumSteps(story), [
    ["total", "2"],
    ["÷ 4 =", "1/2 = 0.5"],
  ]);
  assert.match(
    explanationText(story, stages[0]),
    /Window: 1, 1, 1, \u22121; the mean of 4; total 2; ÷ 4 = 1\/2 = 0\.5\.$/,
  );
});
