// The page to play on: one of the networks, as a link says, to change, share and keep.
import { begin, centreMap } from "./reading.js";
import { Stages } from "./scene.js";
import { keepForLater } from "./served.js";
import { buildSharing } from "./share.js";

const data = begin();
const find = (/** @type {string} */ selector) => /** @type {any} */ (document.querySelector(selector));
centreMap();
keepForLater();
const stages = new Stages(data, (words) => {
  find(".play-note").textContent = words;
});
const choice = /** @type {HTMLSelectElement} */ (find(".play-network"));
choice.addEventListener("change", () => void stages.choose(choice.value));
const open = async () => {
  await stages.open(location.hash);
  choice.value = stages.name;
  document.body.dataset.alive = "true";
};
addEventListener("hashchange", () => void open());
buildSharing(find(".sharing"), () => ({
  model: stages.models[stages.name],
  stage: stages.stage(stages.name),
  known: stages.known,
}));
void open();
