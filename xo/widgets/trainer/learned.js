// What Python holds of a training: made from the traits, and written into them.
import { readLayers, writeNumbers } from "../shared/engine.js";
import { readExamples, readOrder } from "../shared/examples.js";
import { Adam } from "../shared/rules.js";
import { Training } from "../shared/training.js";
import { readBytes, writeBytes } from "../shared/wire.js";
import { readPoints, writePoints } from "./curves.js";

/** @typedef {import("../shared/kernel.js").Model} Model */

/** The training from its start, once its drawings are unpacked. @param {Model} model
 * @throws {Error} of one sentence, where the drawings did not come whole */
export async function openTraining(model) {
  const unseenShape = model.get("unseen_shape"),
    [examples, unseen, order] = await Promise.all([
      readExamples(model.get("seen_shape"), model.get("seen")),
      unseenShape.length ? readExamples(unseenShape, model.get("unseen")) : null,
      readOrder(model.get("order")),
    ]),
    { batch, rate, error } = model.get("how"),
    start = readLayers(model.get("plans"), readBytes(model.get("start")));
  return new Training(start, examples, { order, unseen, batch, error, makeRule: () => new Adam(rate) });
}

/** The network as it is now. @param {Model} model */
export function readNetwork(model) {
  return readLayers(model.get("plans"), readBytes(model.get("numbers")));
}

/** What was measured so far. @param {Model} model */
export function readMeasured(model) {
  return readPoints(readBytes(model.get("points")));
}

/** Go on from what the traits hold. @param {Training} training @param {Model} model */
export function restore(training, model) {
  const memory = readBytes(model.get("memory"));
  training.restore(model.get("progress").step, readNetwork(model), memory, readMeasured(model));
}

/** The traits that say what was learned so far. @param {Training} training */
export function writeLearned({ layers, rule, points }) {
  return {
    numbers: writeBytes(writeNumbers(layers)),
    memory: writeBytes(rule.write()),
    points: writeBytes(writePoints(points)),
  };
}
