// Which way the picture is turned, what the drawing is, and how its error is measured: Python knows of it, and other
// views.
import { ERRORS } from "../../shared/errors.js";
import { listenTo } from "../../shared/kernel.js";

const TRAITS = ["backward", "category", "error", "rate"];
const USUAL_RATE = 0.1;

export class Direction {
  /** @param {import("../../shared/kernel.js").Model} model @param {() => void} onChange */
  constructor(model, onChange) {
    this.model = model;
    this.unlisten = listenTo(model, Object.fromEntries(TRAITS.map((trait) => [`change:${trait}`, onChange])));
  }

  get turned() {
    return Boolean(this.model.get("backward"));
  }

  /** Which of the categories the drawing is. */
  get category() {
    return Math.max(0, this.model.get("categories").indexOf(this.model.get("category")));
  }

  get measure() {
    const name = this.model.get("error");
    return name in ERRORS ? name : "softmax_error";
  }

  /** @returns {number} */
  get rate() {
    return this.model.get("rate") || USUAL_RATE;
  }

  /** @param {Record<string, unknown>} values of traits */
  set(values) {
    this.model.set(values);
    this.model.save_changes();
  }
}
