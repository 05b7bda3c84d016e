// Training in slices: where a slice ends makes no difference, and nothing moves in the middle of a batch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { castVotes, readLayers, runLayers, unfold, writeNumbers } from "../../xo/widgets/shared/engine.js";
import { Training } from "../../xo/widgets/shared/training.js";

/** A steady stream of random numbers from -1 to 1 (mulberry32). */
function stream(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** Features of 3 by 3, ReLU, pooling and votes, for drawings of a size that is odd. */
function makeLayers(random, size, features, categories) {
  const values = features * ((size - 1) / 2) ** 2;
  const plans = [
    {
      kind: "Convolution",
      arrays: [
        ["features", [features, 1, 3, 3]],
        ["biases", [features]],
      ],
    },
    { kind: "ReLU" },
    { kind: "Pooling" },
    { kind: "Voting", arrays: [["weights", [categories, values]]] },
  ];
  return readLayers(
    plans,
    Float64Array.from({ length: features * 10 + categories * values }, () => random() / 3),
  );
}

function makeExamples(random, size, count, categories) {
  const values = Float64Array.from({ length: count * size * size }, random);
  const right = Uint8Array.from({ length: count }, (_, place) => place % categories);
  return { count, maps: 1, rows: size, columns: size, list: false, values, categories: right };
}

/** Two rounds over 40 drawings; of a large size, a batch is several pieces of work. */
function makeTraining({ size = 41, features = 8, categories = 2 } = {}) {
  const random = stream(5),
    order = Uint32Array.from({ length: 80 }, (_, place) => (place * 7) % 40);
  return new Training(makeLayers(random, size, features, categories), makeExamples(random, size, 40, categories), {
    order,
    batch: 16,
    measurements: 3,
  });
}

test("slices of any length lead to the same network, to the last digit", () => {
  const whole = makeTraining(),
    sliced = makeTraining();
  while (!whole.finished) whole.takeStep();
  while (!sliced.finished) sliced.run(0);
  assert.equal(sliced.step, 6);
  assert.deepEqual(writeNumbers(sliced.layers), writeNumbers(whole.layers));
  assert.deepEqual(sliced.points, whole.points);
});

test("a batch that takes several pieces of work moves no number before its end", () => {
  const training = makeTraining();
  const start = writeNumbers(training.layers);
  let pieces = 0;
  while (training.step === 0) {
    assert.deepEqual(writeNumbers(training.layers), start);
    training.go();
    pieces += 1;
  }
  assert.ok(training.network.most < 16 && pieces > 40 / training.network.most, `${pieces} pieces`);
  assert.notDeepEqual(writeNumbers(training.layers), start);
});

test("a reset in the middle of a batch leads back to the very start", () => {
  const whole = makeTraining(),
    training = makeTraining();
  training.takeStep();
  training.go();
  assert.equal(training.step, 1, "in the middle of the second batch");
  training.reset();
  assert.deepEqual([training.step, training.points], [0, []]);
  while (!whole.finished) whole.takeStep();
  while (!training.finished) training.takeStep();
  assert.deepEqual(writeNumbers(training.layers), writeNumbers(whole.layers));
});

test("the layers given stay as they are, and what is asked when all is learned changes nothing", () => {
  const random = stream(1),
    layers = makeLayers(random, 9, 3, 2),
    start = writeNumbers(layers);
  const order = Uint32Array.from({ length: 8 }, (_, place) => place);
  const training = new Training(layers, makeExamples(random, 9, 8, 2), { order, batch: 4 });
  training.run(10_000);
  assert.ok(training.finished);
  const learned = writeNumbers(training.layers);
  training.run(0);
  training.takeStep();
  assert.deepEqual(writeNumbers(layers), start);
  assert.deepEqual(writeNumbers(training.layers), learned);
});

test("a network with three categories learns, too", () => {
  const training = makeTraining({ size: 9, features: 4, categories: 3 });
  while (!training.finished) training.takeStep();
  assert.ok(training.points.at(-1).error < training.points[0].error);
});

test("many images cast the votes that each of them casts alone", () => {
  const random = stream(9),
    layers = unfold(makeLayers(random, 9, 3, 2));
  const images = Array.from({ length: 37 }, () => {
    const values = Float64Array.from({ length: 81 }, random);
    return { maps: 1, rows: 9, columns: 9, list: false, values };
  });
  const alone = images.map((image) => runLayers(image, layers).at(-1).values);
  assert.deepEqual(castVotes(images, layers), alone);
});
