// The trainer's pure parts: points, curves, labels, words, how weights are laid out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tellProgress, tellTime } from "../../xo/widgets/trainer/controls.js";
import {
  ceiling,
  chart,
  describe,
  readPoints,
  spreadLabels,
  tellMeasured,
  writePoints,
} from "../../xo/widgets/trainer/curves.js";
import { percent } from "../../xo/widgets/shared/numbers.js";
import { softmax, tellAnswer, winner } from "../../xo/widgets/shared/votes.js";
import { chooseSide, group, widest, writeWeights } from "../../xo/widgets/trainer/weights.js";

const POINTS = readPoints(Float64Array.of(0, 0.7, 0.5, 0.72, 0.45, 10, 0.2, 0.9, 0.3, 0.85));
const ALONE = readPoints(Float64Array.of(0, 0.7, 0.5, NaN, NaN));

test("points come as rows of five numbers", () => {
  assert.equal(POINTS.length, 2);
  assert.deepEqual(readPoints(writePoints(POINTS)), POINTS);
  assert.deepEqual(POINTS[1], { step: 10, error: 0.2, accuracy: 0.9, unseenError: 0.3, unseenAccuracy: 0.85 });
});

test("a chart draws both curves, apart by more than colour, with their last values as labels", () => {
  const svg = chart(POINTS, "error", 20);
  assert.match(svg, /class="xo-curve xo-seen"/);
  assert.match(svg, /class="xo-curve xo-unseen"/);
  assert.match(svg, />seen 0\.20</);
  assert.match(svg, />unseen 0\.30</);
  assert.match(chart(POINTS, "accuracy", 20), />unseen 85\.0\s?%</);
});

test("without unseen images there is one curve", () => {
  assert.doesNotMatch(chart(ALONE, "error", 20), /unseen|NaN/);
});

test("a curve stays inside of its chart and moves right as it learns", () => {
  const path = /class="xo-curve xo-seen" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/.exec(chart(POINTS, "error", 10));
  const [x0, y0, x1, y1] = path.slice(1).map(Number);
  assert.ok(x0 < x1 && y0 < y1, "later is right, a smaller error is lower");
  assert.ok([y0, y1].every((y) => y >= 0 && y <= 150));
});

test("labels that would lie on each other are pushed apart and keep their order", () => {
  assert.deepEqual(spreadLabels([50, 54], 17), [43.5, 60.5]);
  assert.deepEqual(spreadLabels([54, 50], 17), [60.5, 43.5]);
  assert.deepEqual(spreadLabels([20, 90], 17), [20, 90]);
});

test("a share has one decimal, and is 100.0 % or 0.0 % only where nothing is missing or nothing is there", () => {
  assert.deepEqual(
    [1, 0.99999, 0.5, 0.9444, 0.00001, 0].map((share) => percent(share).replace("\u00a0", " ")),
    ["100.0 %", "99.9 %", "50.0 %", "94.4 %", "0.1 %", "0.0 %"],
  );
});

test("an axis ends at a round number above all values", () => {
  assert.deepEqual([0.7, 0.69, 1, 1.2, 23, 0, NaN].map(ceiling), [0.8, 0.8, 1, 1.5, 30, 1, 1]);
});

test("a chart can be read aloud", () => {
  assert.equal(describe(POINTS, "error", 20), "Error after step 10 of 20: seen 0.200, unseen 0.300");
  assert.equal(describe(ALONE, "accuracy", 20), "Right answers after step 0 of 20: seen 50.0\u00a0%");
  assert.equal(describe([], "error", 20), "nothing measured yet");
});

test("progress is told with the time left", () => {
  const tell = (state, step, left = null, rounds = 4) => tellProgress({ state, step, steps: 20 }, rounds, left);
  assert.equal(tell("learning", 5, 12.3), "step 5 of 20, round 1 of 4, about 12 s left");
  assert.equal(tell("learning", 5), "step 5 of 20, round 1 of 4");
  assert.equal(tell("learning", 6), "step 6 of 20, round 2 of 4");
  assert.equal(tell("paused", 5), "Paused: step 5 of 20, round 1 of 4");
  assert.equal(tell("ready", 5, null, 1), "Ready: 1 round, 20 steps");
  assert.deepEqual([0.4, 89, 200].map(tellTime), ["less than a second", "about 89 s", "about 3 min"]);
});

test("it is said on how many drawings the shares were measured", () => {
  const told = (count, measured, unseen) =>
    tellMeasured({ examples: { count }, measuring: { count: measured }, unseen });
  assert.equal(told(400, 400, null), "Measured on all 400 seen drawings.");
  assert.equal(
    told(2000, 500, { count: 1000 }),
    "Measured on 500 of the 2,000 seen drawings and on all 1,000 unseen ones.",
  );
});

test("equal votes go to the first category, also where they differ by rounding", () => {
  assert.equal(winner([0.3, 0.1 + 0.2]), 0);
  assert.equal(winner([0.3, 0.31]), 1);
  assert.equal(winner([-1, -2]), 0);
});

test("shares after softmax are those of the definition, and large votes do not overflow", () => {
  assert.ok(Math.abs(softmax([1, 0])[0] - 1 / (1 + Math.exp(-1))) < 1e-15);
  assert.deepEqual(softmax([1000, 0]), [1, 0]);
});

test("an answer is told with its votes, and with a share only where that means something", () => {
  assert.equal(tellAnswer([0.5, -1], ["X", "O"], false), "Answer X. Votes: X 0.50, O \u22121.00.");
  assert.match(tellAnswer([0.5, -1], ["X", "O"], true), /Its share: 81\.8\s%\.$/);
});

const layer = (kind, shape) => ({
  kind,
  shape,
  weights: new Float64Array(shape.reduce((a, b) => a * b, 1)),
  biases: null,
});

test("features of one map stand in rows, deep ones have a column each", () => {
  const flat = group(layer("Convolution", [3, 1, 2, 2]), {}, ["X", "O"]);
  assert.deepEqual(
    flat.tiles.map(({ offset }) => offset),
    [0, 4, 8],
  );
  const deep = group(layer("Convolution", [3, 2, 2, 2]), {}, ["X", "O"]);
  assert.equal(deep.across, 3);
  assert.deepEqual(
    deep.tiles.map(({ offset }) => offset),
    [0, 8, 16, 4, 12, 20],
    "first map of each feature, then the second",
  );
});

test("vote weights stand as the maps that they listen to, a row for each category", () => {
  const votes = group(layer("Voting", [2, 12]), { maps: 3, rows: 2, columns: 2, list: false }, ["X", "O"]);
  assert.deepEqual(votes.labels, ["X", "O"]);
  assert.equal(votes.across, 3);
  assert.deepEqual(
    votes.tiles.map(({ offset }) => offset),
    [0, 4, 8, 12, 16, 20],
  );
  const hidden = group(layer("Voting", [5, 12]), { maps: 1, rows: 12, columns: 1, list: true }, ["X", "O"]);
  assert.equal(hidden.name, "5 hidden");
  assert.equal(group(layer("ReLU", []), {}, ["X", "O"]), null);
});

test("tiles get as large as the width allows", () => {
  const votes = group(layer("Voting", [2, 128]), { maps: 8, rows: 4, columns: 4, list: false }, ["X", "O"]);
  assert.ok(22 + 8 * (4 * chooseSide(votes, 300) + 6) <= 300.001);
  const named = { ...votes, labels: ["a tall tree", "7"] };
  assert.ok(80 + 8 * (4 * chooseSide(named, 300) + 6) <= 300.001, "beside the room of a long name");
  assert.equal(widest([1, -3, 2]), 3);
});

test("all numbers can be read as text with real minus signs", () => {
  const one = { ...layer("Voting", [2, 2]), weights: Float64Array.of(1, -0.5, 0, 2), biases: Float64Array.of(-1, 1) };
  assert.equal(writeWeights([one]), "Voting 2×2\n  1.00 \u22120.50\n  0.00  2.00\nbiases \u22121.00 1.00");
});
