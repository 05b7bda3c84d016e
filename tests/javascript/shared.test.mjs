// What all widgets share: one history, one throttle, one signal a frame, one way for numbers to travel, one key filter.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { BackgroundTask, Slices } from "../../xo/widgets/shared/background.js";
import { Drawing } from "../../xo/widgets/shared/drawing.js";
import { History } from "../../xo/widgets/shared/history.js";
import { BUSY, GONE, Kernel, NONE, STRANGE } from "../../xo/widgets/shared/kernel.js";
import { isComposing, isPlain, keepPlainKeys } from "../../xo/widgets/shared/keys.js";
import { fitName } from "../../xo/widgets/shared/names.js";
import { FrameSignal, Throttle } from "../../xo/widgets/shared/timing.js";
import { readBytes, readPicture, sameValues, writeBytes } from "../../xo/widgets/shared/wire.js";

let frames = [];
let now = 0;
beforeEach(() => {
  frames = [];
  now = 1000;
  globalThis.window = globalThis;
  globalThis.requestAnimationFrame = (act) => frames.push(act);
  globalThis.cancelAnimationFrame = (number) => {
    frames[number - 1] = () => {};
  };
  mock.method(performance, "now", () => now);
});

/** Let the browser draw a frame. */
function drawFrame() {
  const waiting = frames;
  frames = [];
  for (const act of waiting) act();
}

const history = (state) => new History(state, (one, other) => one === other);

test("each change is a step, a stroke is one step, and what changed nothing is none", () => {
  const steps = history("a");
  steps.change("b");
  steps.change("b");
  steps.begin();
  steps.change("c");
  steps.change("d");
  steps.end();
  steps.begin();
  steps.end();
  assert.deepEqual([steps.state, steps.past], ["d", ["a", "b"]]);
  assert.ok(steps.undo() && steps.undo());
  assert.ok(!steps.undo());
  assert.deepEqual([steps.state, steps.canUndo, steps.canRedo], ["a", false, true]);
  assert.ok(steps.redo());
  assert.equal(steps.state, "b");
  steps.change("e");
  assert.ok(!steps.redo(), "what was taken back is gone once something else was done");
});

test("a stroke from elsewhere is one step, two strokes are two", () => {
  const steps = history("a");
  for (const state of ["b", "c", "d"]) assert.ok(steps.adopt(state));
  assert.ok(!steps.adopt("d"));
  now += 5000;
  steps.adopt("e");
  assert.deepEqual(steps.past, ["a", "d"]);
});

test("while one draws, what was done elsewhere does not tear the stroke", () => {
  const steps = history("a");
  steps.begin();
  steps.change("b");
  assert.ok(!steps.adopt("z"));
  steps.end();
  assert.deepEqual([steps.state, steps.past], ["b", ["a"]]);
});

test("what is undone in the middle of a stroke is that stroke alone", () => {
  const steps = history("a");
  steps.change("b");
  steps.begin();
  steps.change("c");
  steps.undo();
  assert.equal(steps.state, "b");
  steps.redo();
  assert.equal(steps.state, "c");
});

test("the history remembers two hundred steps", () => {
  const steps = history(0);
  for (let state = 1; state <= 300; state++) steps.change(state);
  assert.equal(steps.past.length, 200);
  assert.equal(steps.past.at(-1), 299);
});

test("a throttle acts at once, then at most so often, and the last is never left out", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  const throttle = new Throttle(() => done.push(now), 100);
  const pass = (time) => {
    now += time;
    context.mock.timers.tick(time);
  };
  throttle.soon();
  for (let move = 0; move < 12; move++) {
    pass(20);
    throttle.soon();
  }
  for (let rest = 0; rest < 5; rest++) pass(20);
  assert.deepEqual(done, [1000, 1100, 1200, 1300]);
  throttle.soon();
  throttle.soon();
  throttle.flush();
  throttle.flush();
  assert.equal(done.length, 5, "what waited was done once");
  throttle.soon();
  throttle.cancel();
  pass(500);
  assert.equal(done.length, 5);
});

test("listeners hear of many changes once a frame, and one that fails does not silence the others", () => {
  const heard = [],
    errors = [];
  globalThis.reportError = (error) => errors.push(error.message);
  const signal = new FrameSignal();
  signal.listen(() => {
    throw new Error("broken");
  });
  const stop = signal.listen(() => heard.push("me"));
  for (let event = 0; event < 5; event++) signal.tell();
  assert.deepEqual(heard, []);
  drawFrame();
  drawFrame();
  assert.deepEqual([heard, errors], [["me"], ["broken"]]);
  stop();
  signal.tell();
  drawFrame();
  assert.deepEqual(heard, ["me"]);
});

test("a drawing tells what it is at once to the one who sends, and once a frame to those who show", () => {
  const sent = [],
    shown = [];
  const drawing = new Drawing(1, 2, Float64Array.of(-1, -1), (resting) => sent.push(resting));
  drawing.listen(() => shown.push([...drawing.values]));
  drawing.begin();
  drawing.draw(Float64Array.of(1, -1));
  drawing.draw(Float64Array.of(1, 1));
  drawing.end();
  assert.deepEqual(sent, [false, false, true]);
  drawFrame();
  assert.deepEqual(shown, [[1, 1]]);
  drawing.undo();
  assert.deepEqual([...drawing.values], [-1, -1]);
  assert.ok(drawing.canRedo);
  assert.ok(!drawing.adopt(Float64Array.of(1)), "an image of another size is none for this pad");
  assert.ok(drawing.adopt(Float64Array.of(0, 0)));
});

test("numbers travel as bytes and come back to the last bit", () => {
  const values = Float64Array.of(0.1, -0, 1e-300, 1 / 3);
  const bytes = writeBytes(values);
  values[0] = 9;
  assert.deepEqual([...readBytes(bytes)], [0.1, -0, 1e-300, 1 / 3], "what was written is a copy");
  const shifted = new Uint8Array(40);
  shifted.set(new Uint8Array(bytes.buffer), 8);
  assert.deepEqual([...readBytes(new DataView(shifted.buffer, 8))], [0.1, -0, 1e-300, 1 / 3]);
  assert.deepEqual([...readBytes(shifted.buffer)].slice(1), [0.1, -0, 1e-300, 1 / 3]);
  assert.ok(sameValues([1, 2], Float64Array.of(1, 2)));
  assert.ok(!sameValues([1, 2], [1, 2, 3]));
  assert.deepEqual([...readPicture("#.\n.#")], [1, -1, -1, 1]);
});

test("plain keys stay in a widget, those of the notebook go on", () => {
  const stopped = (keys) => {
    let stays = false;
    keepPlainKeys({
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...keys,
      stopPropagation: () => (stays = true),
    });
    return stays;
  };
  for (const key of ["x", "d", "m", "b", "0", "Enter", "Escape", "ArrowUp"]) assert.ok(stopped({ key }), key);
  assert.ok(stopped({ key: "M", shiftKey: true }));
  assert.ok(!stopped({ key: "Enter", shiftKey: true }));
  assert.ok(!stopped({ key: "s", ctrlKey: true }));
  assert.ok(!isPlain({ ctrlKey: false, metaKey: true, altKey: false }));
});

/** A model in a Jupyter; `idle()` tells that what was sent has been heard. */
function makeModel() {
  const model = { widget_manager: {}, sent: [], send: (message, callbacks) => model.sent.push({ message, callbacks }) };
  model.idle = () => model.sent.at(-1).callbacks.iopub.status({ content: { execution_state: "idle" } });
  return model;
}

/** A kernel with all that it told. @param {any} model */
function listenIn(model) {
  const told = [];
  return { kernel: new Kernel(model, (words) => told.push(words)), told };
}

test("a kernel that answers is never spoken of, one that does not is, until it answers", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const model = makeModel(),
    { kernel, told } = listenIn(model);
  kernel.greet({ closest: () => null });
  kernel.ask({ do: "save" });
  context.mock.timers.tick(3900);
  model.idle();
  context.mock.timers.tick(60000);
  assert.deepEqual(told, []);
  kernel.ask({ do: "save" });
  context.mock.timers.tick(5000);
  model.idle();
  assert.deepEqual(told, [BUSY, ""]);
});

test("a notebook opened again is told that Python does not know its pictures", () => {
  const model = makeModel(),
    { kernel, told } = listenIn(model);
  kernel.greet({ closest: (place) => (place === ".jupyter-widgets-disconnected" ? {} : null) });
  kernel.ask({ do: "save" });
  assert.deepEqual([told, model.sent], [[STRANGE], []]);
});

test("a kernel that has gone is told, and stays gone", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const model = makeModel(),
    { kernel, told } = listenIn(model);
  kernel.ask({ do: "save" });
  kernel.lose();
  model.idle();
  kernel.ask({ do: "save" });
  context.mock.timers.tick(60000);
  assert.deepEqual([told, model.sent.length], [[GONE], 1]);
  const broken = listenIn({ widget_manager: {}, send: () => assert.fail("the comm is disposed") });
  broken.kernel.ask({ do: "save" });
  assert.deepEqual(broken.told, [GONE]);
});

test("a page without Python says so only when Python is asked for something", () => {
  const { kernel, told } = listenIn({ send: () => {} });
  kernel.greet({ closest: () => null });
  assert.deepEqual(told, []);
  kernel.ask({ do: "save" });
  assert.deepEqual(told, [NONE]);
});

test("the Enter that ends a word of an input method is known in every browser", () => {
  assert.ok(isComposing({ isComposing: true, keyCode: 13 }), "Chromium, Firefox");
  assert.ok(isComposing({ isComposing: false, keyCode: 229 }), "Safari");
  assert.ok(!isComposing({ isComposing: false, keyCode: 13 }), "an Enter that is one");
});

test("a slice of long work leaves the frame its time, shortens where frames come late, and grows back", () => {
  const slices = new Slices(),
    frames = (count, everyMs, start) => {
      for (let frame = 0; frame < count; frame++) slices.frame(start + frame * everyMs);
      return start + (count - 1) * everyMs;
    };
  let last = frames(10, 16.7, 1000);
  assert.equal(slices.length(last), 10);
  assert.equal(slices.length(last + 9), 5, "what painting took is not there for work");
  assert.equal(slices.length(last + 40), 3, "but it always comes a little further");
  last = frames(2, 50, last + 50);
  assert.equal(slices.length(last), 3);
  last = frames(6, 16.7, last + 16.7);
  assert.equal(slices.length(last), 6);
  last = frames(30, 16.7, last + 16.7);
  assert.equal(slices.length(last), 10);
});

/** A page that draws frames or not, whose clock only work and waiting move. */
class FakePage {
  constructor(context, frameEveryMs) {
    this.frameEveryMs = frameEveryMs;
    this.due = new Map();
    this.count = 0;
    const later = (ms, act) => this.due.set(++this.count, { at: now + ms, act }) && this.count,
      forget = (number) => this.due.delete(number);
    globalThis.document = { hidden: false };
    context.after(() => delete globalThis.document);
    context.mock.method(globalThis, "setTimeout", (act, ms) => later(ms, act));
    context.mock.method(globalThis, "clearTimeout", forget);
    globalThis.requestAnimationFrame = (act) => this.nextFrame((at) => later(at - now, () => act(at)));
    globalThis.cancelAnimationFrame = forget;
    const { MessageChannel } = globalThis;
    context.after(() => Object.assign(globalThis, { MessageChannel }));
    globalThis.MessageChannel = class {
      port1 = {};
      port2 = { postMessage: () => later(0, () => this.port1.onmessage()) };
    };
  }

  /** A number of its own also where no frame comes. */
  nextFrame(draw) {
    return this.frameEveryMs ? draw((Math.floor(now / this.frameEveryMs) + 1) * this.frameEveryMs) : ++this.count;
  }

  run(forMs) {
    const end = now + forMs;
    while (this.due.size) {
      const [number, { at, act }] = [...this.due].sort(([, one], [, other]) => one.at - other.at)[0];
      if (at >= end) break;
      this.due.delete(number);
      now = Math.max(now, at);
      act();
    }
    now = Math.max(now, end);
  }
}

/** Work in pieces of a millisecond, each of which may say how long to wait; and how long each slice took. */
function workIn(page, waits = () => 0) {
  const slices = [0];
  const task = new BackgroundTask(
    () => slices.push(0),
    () => {},
  );
  const pieces = (function* () {
    for (let piece = 1; ; piece++) {
      now += 1;
      slices[slices.length - 1] += 1;
      yield waits(piece);
    }
  })();
  task.start(pieces);
  return {
    task,
    run: (forMs) => {
      slices.splice(0, slices.length, 0);
      page.run(forMs);
      return slices.filter(Boolean);
    },
  };
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

test("out of sight, where no frames come, long work goes on; back in sight the pen has its time again", (context) => {
  const page = new FakePage(context, null),
    { task, run } = workIn(page);
  const unseen = sum(run(6000));
  assert.ok(unseen > 6000 / 4, `${unseen} ms of work in 6000`);
  page.frameEveryMs = 16;
  run(160);
  assert.equal(task.slices.most, 10, "the first frame after that is not late");
  const seen = run(1600);
  assert.ok(seen.every((ms) => ms <= 10) && sum(seen) > 800, `slices of ${seen} ms`);
});

test("frames that come late are not frames that do not come", (context) => {
  const { run } = workIn(new FakePage(context, 100));
  run(1000);
  assert.deepEqual([...new Set(run(1000))], [3]);
});

test("after a while hidden the next frame is not late", (context) => {
  const { task, run } = workIn(new FakePage(context, 16));
  run(160);
  document.hidden = true;
  assert.equal(Math.max(...run(400)), 50, "nobody looks");
  document.hidden = false;
  run(100);
  assert.equal(task.slices.most, 10);
});

test("after a wait a slice is whole, and the next frame is not late", (context) => {
  const { task, run } = workIn(new FakePage(context, 16), (piece) => (piece === 100 ? 300 : 0));
  const slices = run(1000),
    waited = slices.findIndex((_, slice) => sum(slices.slice(0, slice)) === 100);
  assert.equal(slices[waited], 10);
  assert.equal(task.slices.most, 10);
  assert.ok(
    slices.slice(waited).every((ms) => ms === 10),
    `slices of ${slices} ms`,
  );
});

test("a name fits its room: in smaller letters, in narrower ones, and at last without its middle", () => {
  const fit = (/** @type {string} */ name) =>
    fitName(name, 100, { most: 14, least: 11 }, (text, high) => [...text].length * high * 0.6);
  assert.deepEqual(fit("plus"), { text: "plus", high: 14 });
  assert.deepEqual(fit("class number 1"), { text: "class number 1", high: (14 * 100) / (14 * 14 * 0.6) });
  assert.deepEqual(fit("a long name of twenty"), { text: "a long nam…of twenty", high: 11 });
  assert.equal(fit("🌲🌲🌲🌲 a tree in the winter").text.slice(0, 6), "🌲🌲🌲"); // no half of a letter
  assert.notEqual(fit("the very same class number 1").text, fit("the very same class number 2").text);
  assert.deepEqual(fit(""), { text: "", high: 14 });
});
