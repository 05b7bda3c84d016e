// Reads what a trainer of Python holds, {values, bytes} with the bytes as base64; presses Play, closes in the middle,
// opens again,
// lets it learn to the end, and prints what Python would have heard last, in the same form.
import { readFileSync } from "node:fs";
import { FakeModel, until } from "./fake_page.mjs";
import { TrainerSession } from "../../xo/widgets/trainer/session.js";

const { values, bytes } = JSON.parse(readFileSync(0, "utf8"));
const read = (text) => new DataView(Uint8Array.from(Buffer.from(text, "base64")).buffer);
const model = new FakeModel({ ...values, ...Object.fromEntries(Object.entries(bytes).map(([k, v]) => [k, read(v)])) });

for (const enough of [(session) => session.progress.step > 3, (session) => session.learner.state === "finished"]) {
  const session = new TrainerSession(model);
  await session.opened;
  session.learner.pace.setSpeed(0);
  session.learner.play();
  await until(() => enough(session) || session.learner.state === "failed");
  session.close();
}
const heard = { values: { progress: model.get("progress") }, bytes: {} };
for (const name of ["numbers", "memory", "points"])
  heard.bytes[name] = Buffer.from(model.get(name).buffer).toString("base64");
process.stdout.write(JSON.stringify(heard));
