// The learner's own function in the kernel: the newest drawing first, and never a queue.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OwnFunctions } from "../../xo/widgets/glass/own_functions.js";

globalThis.window = globalThis;

/** A kernel at the end of a road, which takes its time for each question, one after the other. */
class Kernel {
  constructor(road, took) {
    Object.assign(this, { road, took, free: 0, asked: [], heard: null, most: 0, waiting: 0 });
  }
  on(_, act) {
    this.heard = act;
  }
  off() {}
  send(message, _, [, pixels]) {
    this.most = Math.max(this.most, ++this.waiting);
    const start = Math.max(performance.now() + this.road / 2, this.free);
    this.free = start + this.took;
    setTimeout(
      () => {
        this.waiting -= 1;
        this.heard({ kind: "made", serial: message.serial, took: this.took, numbers: [[2]], error: "" }, [pixels]);
      },
      this.free + this.road / 2 - performance.now(),
    );
  }
}

/** A clock that only `pass` moves: how busy this computer is tells nothing. returns: pass(milliseconds) */
function stopTheClock(context) {
  let now = 0;
  context.mock.timers.enable({ apis: ["setTimeout"] });
  context.mock.method(performance, "now", () => now);
  return (ms) => {
    for (const end = now + ms; now < end; context.mock.timers.tick(1)) now += 1;
  };
}

function drawFor(kernel, seconds, context) {
  const seen = [],
    pass = stopTheClock(context);
  const own = new OwnFunctions(
    kernel,
    () => seen.push([own.answers[0].get(2)[0], performance.now()]),
    () => {},
  );
  const count = Math.round(seconds * 60);
  for (let event = 1; event <= count; event++) {
    own.ask({ image: { rows: 1, columns: 1, values: Float64Array.of(event) }, layers: [], kept: null });
    pass(16);
  }
  const end = performance.now();
  pass(kernel.road + 2 * kernel.took + 150);
  own.close();
  return { last: seen.at(-1)[0], count, states: seen.length, after: seen.at(-1)[1] - end };
}

test("a slow function is asked one drawing at a time, and the last drawing is answered", (context) => {
  const kernel = new Kernel(6, 120),
    result = drawFor(kernel, 1, context);
  assert.equal(result.last, result.count);
  assert.equal(kernel.most, 1);
  assert.ok(result.after < 2 * 120 + 100, `settled ${result.after} ms after`);
});

test("a long road is used by several drawings at once", (context) => {
  const kernel = new Kernel(150, 1),
    result = drawFor(kernel, 1.2, context);
  assert.equal(result.last, result.count);
  assert.ok(kernel.most >= 4 && kernel.most <= 8, `${kernel.most} unanswered`);
  assert.ok(result.states > 15, `${result.states} states`);
});
