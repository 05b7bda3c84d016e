// The front page: the network lives, and a tour leads through it.
import { watchStages } from "./alive.js";
import { begin, tellLost } from "./reading.js";
import { keepForLater } from "./served.js";
import { STEPS } from "./steps.js";
import { setting } from "./storage.js";
import { Tour } from "./tour.js";
import { Scene } from "./tour_scene.js";

const data = begin(),
  start = /** @type {HTMLElement} */ (document.querySelector(".tour-start")),
  box = /** @type {HTMLElement} */ (document.querySelector(".tour"));
tellLost();
keepForLater();
void watchStages(data, (stage, model) => {
  /** @type {Tour | null} */
  let tour = null;
  const name = () => {
    start.textContent = Number(setting("tour", "0")) > 0 ? "Go on with the tour" : "Show me around";
  };
  start.hidden = false;
  start.addEventListener("click", () => {
    tour ??= new Tour(box, new Scene(stage, model), STEPS);
    tour.onLeave = () => {
      name();
      start.focus();
    };
    tour.start();
  });
  name();
});
