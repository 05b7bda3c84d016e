// Reads tasks {plans, numbers, shape, packed, order, batch, rule: [name, rate], error, steps} with bytes as base64,
// learns that many
// steps, and prints for each the error before every step, the numbers afterwards, what was measured, and the numbers
// after a reset.
import { readFileSync } from "node:fs";
import { readLayers, writeNumbers } from "../../xo/widgets/shared/engine.js";
import { readExamples, readOrder } from "../../xo/widgets/shared/examples.js";
import { Adam, Descent } from "../../xo/widgets/shared/rules.js";
import { Training } from "../../xo/widgets/shared/training.js";

const answers = [];
for (const { plans, numbers, shape, packed, order, batch, rule, error, steps } of JSON.parse(readFileSync(0, "utf8"))) {
  const examples = await readExamples(shape, Buffer.from(packed, "base64"));
  const makeRule = () => (rule[0] === "Adam" ? new Adam(rule[1]) : new Descent(rule[1]));
  const layers = readLayers(plans, Float64Array.from(numbers)),
    options = { order: await readOrder(Buffer.from(order, "base64")), batch, makeRule, error, unseen: examples };
  const training = new Training(layers, examples, options),
    errors = [];
  let complaint = "";
  try {
    while (training.step < steps) {
      training.takeStep();
      errors.push(training.error);
    }
  } catch (reason) {
    complaint = reason.message;
  }
  const { points } = training,
    learned = [...writeNumbers(training.layers)];
  training.reset();
  answers.push({
    errors,
    numbers: learned,
    points,
    steps: training.steps,
    complaint,
    again: [...writeNumbers(training.layers)],
  });
}
process.stdout.write(JSON.stringify(answers));
