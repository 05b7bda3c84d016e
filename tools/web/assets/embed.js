// One network in a frame of another page: as the link says; it tells the page around it how high it is.
import { begin } from "./reading.js";
import { Stages } from "./scene.js";

const data = begin();
const note = /** @type {HTMLElement} */ (document.querySelector(".play-note"));
const stages = new Stages(data, (words) => {
  note.textContent = words;
});
const tellHeight = () => {
  if (window.parent === window) return;
  window.parent.postMessage({ type: "xo-height", height: Math.ceil(document.documentElement.offsetHeight) }, "*");
};
if ("ResizeObserver" in window) new ResizeObserver(tellHeight).observe(document.body);
void stages.open(location.hash).then(() => {
  document.body.dataset.alive = "true";
  tellHeight();
});
