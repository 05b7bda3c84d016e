// The race: all contestants take turns, and the best turn of each counts.
import { convnet, readTask, tensorflow, xo } from "./contestants.js";
import { readExamples } from "../../xo/widgets/shared/examples.js";
import { Adam } from "../../xo/widgets/shared/rules.js";
import { Training } from "../../xo/widgets/shared/training.js";

const SLICE_MS = 8; // of a frame of 16.7 ms

/**
 * @param {any} description what Python sends of a race @param {any} tf @param {any} convnetjs
 * @param {number} turns @param {number} milliseconds of a turn
 * @returns {Promise<{errors: Record<string, number>, steps: Record<string, number>}>} the error before the first step; steps a second
 */
export async function race(description, tf, convnetjs, turns = 5, milliseconds = 400) {
  const task = await readTask(description);
  const contestants = [
    { name: "xo", backend: "cpu", step: xo(task) },
    { name: "ConvNetJS", backend: "cpu", step: convnet(convnetjs, task) },
  ];
  for (const backend of ["cpu", "wasm"]) {
    await tf.setBackend(backend);
    contestants.push({ name: `TensorFlow.js ${backend}`, backend, step: tensorflow(tf, task, backend === "wasm") });
  }
  const errors = Object.fromEntries(contestants.map(({ name }) => [name, 0])),
    steps = { ...errors };
  for (let turn = 0; turn <= turns; turn++) {
    for (const { name, backend, step } of contestants) {
      await tf.setBackend(backend);
      if (turn === 0) errors[name] = step();
      steps[name] = Math.max(steps[name], stepsASecond(step, milliseconds));
    }
  }
  return { errors, steps };
}

/** @param {() => number} step @param {number} milliseconds */
function stepsASecond(step, milliseconds) {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < milliseconds) {
    step();
    count += 1;
  }
  return (count * 1000) / (performance.now() - start);
}

/**
 * Learn from noise in slices within a page's frames, until this share of unseen drawings is answered rightly.
 * @param {any} description @param {number} goal @param {number} rate
 * @returns {Promise<{seconds: number, steps: number, slices: number[]}>} slices: how long each was, in milliseconds
 */
export async function learnInFrames(description, goal, rate) {
  const { layers, examples, order, batch } = await readTask(description);
  const bytes = (/** @type {string} */ text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const unseen = await readExamples(description.unseenShape, bytes(description.unseen));
  const training = new Training(layers, examples, {
    order,
    batch,
    unseen,
    makeRule: () => new Adam(rate),
    measurements: 400,
  });
  const start = performance.now(),
    /** @type {number[]} */
    slices = [];
  while (!((training.points.at(-1)?.unseenAccuracy ?? 0) >= goal) && !training.finished) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const begin = performance.now();
    training.run(SLICE_MS);
    slices.push(performance.now() - begin);
  }
  return { seconds: (performance.now() - start) / 1000, steps: training.step, slices };
}
