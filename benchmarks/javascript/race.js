// The race: all contestants take turns, and the best turn of each counts.
import { convnet, readTask, tensorflow, xo } from "./contestants.js";

/**
 * @param {any} description what Python sends of a race @param {any} tf @param {any} convnetjs
 * @param {number} turns @param {number} milliseconds of a turn
 * @returns {Promise<{errors: Record<string, number>, steps: Record<string, number>}>} the error before the first step;
 *   steps a second
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
