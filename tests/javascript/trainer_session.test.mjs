// The trainer's session: what it sends to Python and when, other windows, a hidden page, a reload, numbers without
// limit.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { deflateSync } from "node:zlib";
import { FakeModel, until } from "./fake_page.mjs";
import { readBytes } from "../../xo/widgets/shared/wire.js";
import { readPoints } from "../../xo/widgets/trainer/curves.js";
import { TrainerSession } from "../../xo/widgets/trainer/session.js";

const COUNT = 40,
  SIDE = 5,
  ROUNDS = 6,
  BATCH = 4,
  STEPS = ROUNDS * (COUNT / BATCH);
const view = (array) => new DataView(array.buffer.slice(0));
const text = (bytes) => Buffer.from(bytes.buffer ?? bytes).toString("base64");

/** What Python would say of a network that tells a light upper half from a light lower one. */
function describe(more = {}, rate = 0.05) {
  const greys = Uint8Array.from({ length: COUNT * SIDE * SIDE }, (_, place) => {
    const image = Math.floor(place / (SIDE * SIDE)),
      upper = Math.floor(place / SIDE) % SIDE < 3;
    return ((place * 37) % 90) + (upper === (image % 2 === 0) ? 150 : 0);
  });
  const packed = deflateSync(Uint8Array.from([...Array.from({ length: COUNT }, (_, image) => image % 2), ...greys]));
  const order = Uint32Array.from({ length: COUNT * ROUNDS }, (_, place) => (place * 7) % COUNT);
  const start = Float64Array.from({ length: 2 * SIDE * SIDE }, (_, place) => Math.sin(place) / 10);
  return {
    plans: [{ kind: "Voting", on: true, own: "", settings: {}, arrays: [["weights", [2, SIDE * SIDE]]] }],
    shape: [SIDE, SIDE],
    categories: ["X", "O"],
    seen_shape: [COUNT, 1, SIDE, SIDE],
    seen: packed,
    unseen_shape: [COUNT, 1, SIDE, SIDE],
    unseen: packed,
    order: deflateSync(new Uint8Array(order.buffer)),
    start: view(start),
    numbers: view(start),
    memory: new DataView(new ArrayBuffer(0)),
    points: view(Float64Array.of(0, 0.7, 0.5, 0.7, 0.5)),
    pixels: view(new Float64Array(SIDE * SIDE).fill(1)),
    how: { rounds: ROUNDS, batch: BATCH, rate, error: "softmax_error" },
    progress: { step: 0, steps: STEPS, state: "ready", by: "" },
    note: "",
    ...more,
  };
}

/** @type {TrainerSession[]} */
const opened = [];
afterEach(() => {
  while (opened.length) opened.pop().close();
});

async function open(values = describe()) {
  const model = new FakeModel(values),
    session = new TrainerSession(model);
  opened.push(session);
  await session.opened;
  return { model, session };
}

/** The last that Python heard of the learning. */
const heard = (model) => model.sent.map(({ values }) => values).findLast(({ progress }) => progress);

async function learnAll(session) {
  session.learner.pace.setSpeed(0);
  session.learner.play();
  await until(() => session.learner.state === "finished");
}

test("it learns to the end, and Python holds what it learned", async () => {
  const { model, session } = await open();
  assert.deepEqual([session.learner.note, session.learner.state, session.progress.step], ["", "ready", 0]);
  await learnAll(session);
  const { numbers, points, progress } = heard(model);
  assert.deepEqual([progress.step, progress.state], [STEPS, "finished"]);
  assert.deepEqual(readBytes(numbers), session.learner.training.layers[0].weights);
  const last = readPoints(readBytes(points)).at(-1);
  assert.equal(last.step, STEPS);
  assert.equal(last.unseenAccuracy, 1);
});

test("play, pause, steps, a slower speed and a reload lead to the same network, to the last digit", async () => {
  const whole = await open(),
    parted = await open();
  await learnAll(whole.session);
  parted.session.learner.takeStep();
  assert.deepEqual([parted.session.learner.state, heard(parted.model).progress.step], ["paused", 1]);
  parted.session.learner.pace.setSpeed(200);
  parted.session.learner.play();
  await until(() => parted.session.progress.step > 10);
  parted.session.learner.pause();
  const { step } = parted.session.progress;
  assert.deepEqual([heard(parted.model).progress.state, heard(parted.model).progress.step], ["paused", step]);
  parted.session.close();
  const again = await open(parted.model.values);
  assert.deepEqual([again.session.learner.state, again.session.progress.step], ["paused", step]);
  assert.ok(again.session.points.length > 10, "the curves are there again");
  await learnAll(again.session);
  assert.equal(text(again.model.get("numbers")), text(whole.model.get("numbers")));
  assert.equal(text(again.model.get("points")), text(whole.model.get("points")));
});

test("Python hears at most twice a second while it learns, and at once when it is paused", async () => {
  const { model, session } = await open();
  session.learner.pace.setSpeed(50);
  session.learner.play();
  await until(() => session.progress.step >= 40);
  session.learner.pause();
  const times = model.sent.filter(({ values }) => values.progress).map(({ at }) => at);
  assert.ok(times.length >= 3, `${times.length} times`);
  for (let place = 1; place < times.length - 1; place++) assert.ok(times[place] - times[place - 1] >= 480);
  assert.deepEqual(heard(model).progress, {
    step: session.progress.step,
    steps: STEPS,
    state: "paused",
    by: session.id,
  });
});

test("a page whose timers rest catches up with its speed", async () => {
  const { session } = await open();
  session.learner.pace.setSpeed(50);
  session.learner.play();
  await until(() => session.progress.step >= 1);
  const end = performance.now() + 700;
  while (performance.now() < end); // nothing is done meanwhile, as in a hidden page
  await until(() => session.progress.step >= 30);
  const took = performance.now() - end;
  assert.ok(took < 500, `${took} ms, where one without catching up takes 580 or more`);
});

test("a network that is drawn for in the middle of its learning answers with what it knows so far", async () => {
  const { session } = await open();
  const before = [...session.votes()];
  session.learner.takeStep();
  assert.notDeepEqual([...session.votes()], before);
  session.drawing.draw(Float64Array.from({ length: SIDE * SIDE }, (_, place) => (place < 15 ? 1 : -1)));
  await learnAll(session);
  const [x, o] = session.votes();
  assert.ok(x > o);
  session.drawing.undo();
  assert.deepEqual([...session.drawing.values], new Array(25).fill(1));
});

test("what another window learns is shown here, and Play takes it over", async () => {
  const { model, session } = await open(),
    other = await open();
  other.session.learner.takeStep();
  other.session.learner.takeStep();
  const take = (state) => {
    const { numbers, memory, points } = other.model.values;
    model.set({ numbers, memory, points, progress: { ...other.model.get("progress"), state } });
  };
  take("learning");
  assert.deepEqual([session.learner.state, session.progress.step], ["elsewhere", 2]);
  assert.deepEqual(session.learner.training.layers[0].weights, other.session.learner.training.layers[0].weights);
  session.learner.play();
  assert.equal(session.learner.state, "learning");
  take("paused");
  assert.deepEqual([session.learner.state, session.learner.pace.running], ["paused", false]);
  session.learner.takeStep();
  other.session.learner.takeStep();
  assert.deepEqual(session.learner.training.layers[0].weights, other.session.learner.training.layers[0].weights);
});

test("a reset leads back to the start, and the start is told", async () => {
  const { model, session } = await open();
  session.learner.takeStep();
  session.learner.reset();
  assert.deepEqual([session.learner.state, session.progress.step], ["ready", 0]);
  assert.equal(text(heard(model).numbers), text(model.get("start")));
});

test("numbers that grow without limit stop it with one sentence, and Python keeps finite ones", async () => {
  const { model, session } = await open(describe({}, 1e308));
  session.learner.pace.setSpeed(0);
  session.learner.play();
  await until(() => session.learner.state === "failed");
  assert.equal(session.learner.note, "The numbers grew without limit: reset, and choose a smaller rate.");
  assert.equal(heard(model).progress.state, "failed");
  assert.ok(readBytes(heard(model).numbers).every(Number.isFinite));
});

test("drawings that cannot be unpacked are told, and nothing else breaks", async () => {
  const { session } = await open(describe({ seen: Uint8Array.of(1, 2, 3) }));
  assert.equal(session.learner.state, "failed");
  assert.equal(session.learner.note, "The drawings did not come whole: run this cell again.");
  session.learner.play();
  session.learner.takeStep();
  session.learner.reset();
  assert.equal(session.votes().length, 2);
});

test("a closed session has told the last, works no more, and listens no more", async () => {
  const { model, session } = await open();
  session.learner.pace.setSpeed(2);
  session.learner.play();
  await until(() => session.progress.step >= 1);
  session.close();
  assert.deepEqual([heard(model).progress.state, session.learner.pace.running], ["paused", false]);
  assert.deepEqual(model.listeners, []);
});
