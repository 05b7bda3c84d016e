// Steps down the slopes beside a hand that draws: before and after answer one question, and each undo takes back its
// own.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { FakeModel } from "./fake_page.mjs";
import { turnBack } from "../../xo/widgets/glass/backward/pass.js";
import { Steps } from "../../xo/widgets/glass/backward/steps.js";
import { Session } from "../../xo/widgets/glass/session.js";
import { readLayers, runLayers, unfold, writePlans } from "../../xo/widgets/shared/engine.js";
import { readBytes, writeBytes } from "../../xo/widgets/shared/wire.js";

const PLANS = [{ kind: "Voting", arrays: [["weights", [2, 4]]], settings: {}, on: true, own: "" }];
const EVERY_MS = 120;

/** A session, the steps in it, and what the learner says the drawing is. */
function begin() {
  const numbers = Float64Array.of(0.4, -0.2, 0.1, 0.3, -0.5, 0.2, 0.6, -0.1),
    none = writeBytes(new Float64Array(0)),
    session = new Session(
      new FakeModel({
        shape: [2, 2],
        pixels: writeBytes(Float64Array.of(1, -1, -1, 1)),
        plans: writePlans(readLayers(PLANS, numbers)),
        numbers: writeBytes(numbers),
        against_plans: [],
        against_numbers: none,
      }),
    ),
    said = { category: 0, measure: "softmax_error" };
  const pass = () => {
    const { image, layers } = session.state,
      all = unfold(layers);
    return turnBack([{ stages: runLayers(image, all), layers: all, image: true }], said.category, said.measure)[0];
  };
  const question = () => [session.state.image.values, said.category, said.measure],
    steps = new Steps({ session, pass, question, rate: () => 0.1, tell() {}, follow() {} });
  return { session, steps, said, pass };
}

const draw = (session, ...pixels) => session.draw(Float64Array.from(pixels));

test("an error before steps stands beside one of now only while both are of the same question", () => {
  const { session, steps, said, pass } = begin(),
    { error } = pass().back;
  steps.take(3);
  assert.deepEqual([steps.last().error, steps.last().count], [error, 3]);
  for (const other of [{ category: 1 }, { measure: "essay_error" }]) {
    const before = { ...said };
    Object.assign(said, other);
    assert.equal(steps.last(), null, JSON.stringify(other));
    Object.assign(said, before);
    assert.equal(steps.last().error, error);
  }
  draw(session, -1, 1, 1, -1);
  assert.equal(steps.last(), null);
  session.undo();
  assert.equal(steps.last().error, error);
});

test("play begins anew with another question, and ends with a stroke: each is a step of its own to undo", () => {
  mock.timers.enable({ apis: ["setInterval"] });
  const { session, steps, said, pass } = begin(),
    start = session.state;
  steps.play();
  mock.timers.tick(3 * EVERY_MS);
  assert.equal(steps.last().count, 3);
  const middle = session.state;
  said.category = 1;
  const { error } = pass().back;
  mock.timers.tick(2 * EVERY_MS);
  assert.deepEqual([steps.last().error, steps.last().count, steps.last().before], [error, 2, middle.layers]);
  const played = session.state;
  session.begin();
  draw(session, -1, 1, 1, -1);
  assert.ok(!steps.playing);
  draw(session, -1, 1, 1, 1);
  session.end();
  const after = [played, middle, start];
  for (const { image, layers } of after) {
    session.undo();
    assert.deepEqual([session.state.image.values, session.state.layers], [image.values, layers]);
  }
  mock.timers.reset();
});

test("a drawing that Python or another window shows ends what plays, and is not lost", () => {
  mock.timers.enable({ apis: ["setInterval"] });
  const { session, steps } = begin(),
    { image, layers } = session.state;
  steps.play();
  mock.timers.tick(2 * EVERY_MS);
  const played = session.state.layers;
  session.model.set("pixels", writeBytes(Float64Array.of(-1, 1, 1, -1)));
  assert.ok(!steps.playing);
  for (const pixels of [session.state.image.values, readBytes(session.model.get("pixels"))])
    assert.deepEqual([...pixels], [-1, 1, 1, -1]);
  session.undo();
  assert.deepEqual([session.state.image, session.state.layers], [image, played]);
  session.undo();
  assert.equal(session.state.layers, layers);
  mock.timers.reset();
});

test("an undo while it plays takes back what was played, and not what was drawn before", () => {
  mock.timers.enable({ apis: ["setInterval"] });
  for (const undo of ["panel", "pad"]) {
    const { session, steps } = begin(),
      { layers } = session.state;
    draw(session, -1, 1, 1, -1);
    steps.play();
    mock.timers.tick(2 * EVERY_MS);
    (undo === "panel" ? steps : session).undo();
    assert.equal(session.state.layers, layers);
    assert.deepEqual([...session.state.image.values], [-1, 1, 1, -1], undo);
    mock.timers.tick(2 * EVERY_MS);
    assert.equal(session.state.layers, layers, "it goes on no more");
  }
  mock.timers.reset();
});

test("the undo of steps takes back steps alone, also those before what was drawn, and says when there are none", () => {
  const { session, steps } = begin(),
    { layers } = session.state;
  draw(session, 1, 1, 1, 1);
  assert.equal(steps.made(), null);
  steps.undo();
  assert.deepEqual([...session.state.image.values], [1, 1, 1, 1]);
  steps.take(1);
  const { layers: stepped } = session.state;
  steps.take(10);
  draw(session, -1, 1, 1, -1);
  for (const before of [stepped, layers]) {
    steps.undo();
    assert.equal(session.state.layers, before);
    assert.deepEqual([...session.state.image.values], [-1, 1, 1, -1]);
  }
  assert.equal(steps.made(), null);
  steps.undo();
  assert.deepEqual([...session.state.image.values], [-1, 1, 1, -1]);
  session.undo();
  session.undo();
  assert.deepEqual([...session.state.image.values], [-1, 1, 1, -1], "the pad's undo brings back what the panel's took");
  assert.notEqual(session.state.layers, stepped);
});
