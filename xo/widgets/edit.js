// Change a feature's pixel or a vote's weight by hand: click, drag, arrow keys, or type a number.
import { make, put } from "./dom.js";
import { cellCorner } from "./light.js";

/**
 * @typedef {import("./engine.js").Layer} Layer
 * @typedef {import("./layout.js").Plate} Plate
 * @typedef {import("./grids.js").Spot} Spot
 * @typedef {object} Workshop
 * @property {(event: MouseEvent) => Spot | null} spotAt
 * @property {(spot: Spot) => Plate | undefined} plateOf
 * @property {(plate: Plate, place: number) => number} value
 * @property {(plate: Plate, place: number, value: number) => void} set
 * @property {() => void} begin
 * @property {() => void} end
 * @property {(spot: Spot) => void} focus
 */

const STILL = 4;
const ALONG = 0.01;

/**
 * The layers with one number replaced.
 * @param {Layer[]} layers @param {number} number of the layer, counted from 1 @param {number} place @param {number} value
 */
export function setWeight(layers, number, place, value) {
  return layers.map((layer) => {
    if (layer.number !== number) return layer;
    const weights = layer.weights.slice();
    weights[place] = Math.round(value * 1e4) / 1e4 || 0;
    return { ...layer, weights };
  });
}

/** @param {Plate} plate */
export function isEditable({ kind }) {
  return kind === "feature" || kind === "weights";
}

export class Editor {
  /** @param {HTMLElement} box @param {Workshop} shop */
  constructor(box, shop) {
    this.box = box;
    this.shop = shop;
    /** @type {{id: number, spot: Spot, plate: Plate, start: number, y: number, moved: boolean} | null} */
    this.held = null;
    box.addEventListener("pointerdown", (event) => this.down(event));
    box.addEventListener("pointermove", (event) => this.move(event));
    box.addEventListener("pointerup", (event) => this.up(event));
    box.addEventListener("pointercancel", (event) => this.up(event));
    box.addEventListener("dblclick", (event) => {
      const spot = this.spot(event);
      if (spot) this.type(spot);
    });
  }

  /** @param {MouseEvent} event */
  spot(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (!target.classList.contains("xo-grid")) return null;
    const spot = this.shop.spotAt(event), plate = spot && this.shop.plateOf(spot);
    return spot && plate && isEditable(plate) ? spot : null;
  }

  /** @param {PointerEvent} event */
  down(event) {
    const spot = event.button === 0 ? this.spot(event) : null, plate = spot && this.shop.plateOf(spot);
    if (!spot || !plate || this.held) return;
    /** @type {HTMLElement} */ (event.target).setPointerCapture(event.pointerId);
    this.held = { id: event.pointerId, spot, plate, start: this.shop.value(plate, spot.place), y: event.clientY, moved: false };
    this.shop.begin();
  }

  /** @param {PointerEvent} event */
  move(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    const up = held.y - event.clientY;
    held.moved ||= Math.abs(up) > STILL;
    if (held.moved) this.shop.set(held.plate, held.spot.place, Math.round((held.start + up * ALONG) * 100) / 100);
  }

  /** @param {PointerEvent} event */
  up(event) {
    const { held } = this;
    if (event.pointerId !== held?.id) return;
    this.held = null;
    if (!held.moved && held.plate.kind === "feature" && event.type === "pointerup") this.flip(held.plate, held.spot.place);
    this.shop.end();
    this.shop.focus(held.spot);
  }

  /** Black to white and back. @param {Plate} plate @param {number} place */
  flip(plate, place) {
    this.shop.set(plate, place, this.shop.value(plate, place) > 0 ? -1 : 1);
  }

  /** @param {Spot} spot @param {KeyboardEvent} event @returns {boolean} whether it was understood */
  key(spot, event) {
    const plate = this.shop.plateOf(spot);
    if (!plate) return false;
    const step = { "+": 0.1, "=": 0.1, "-": -0.1 }[event.key];
    if (step) this.once(() => this.shop.set(plate, spot.place, this.shop.value(plate, spot.place) + step));
    else if (event.key === " ") this.once(() => this.flip(plate, spot.place));
    else if (event.key === "Enter" || /^[\d.]$/.test(event.key)) this.type(spot, event.key === "Enter" ? "" : event.key);
    else return false;
    return true;
  }

  /** @param {() => void} act as one step to undo */
  once(act) {
    this.shop.begin();
    act();
    this.shop.end();
  }

  /** Let a number be typed in the place of the cell. @param {Spot} spot @param {string} [first] what has been typed so far */
  type(spot, first = "") {
    const plate = this.shop.plateOf(spot);
    if (!plate) return;
    const old = this.shop.value(plate, spot.place), { x, y } = cellCorner(plate, spot.place);
    const field = make("input", "number", "", { type: "number", step: "0.1", "aria-label": "New value" });
    field.value = first || String(old);
    put(field, x - 20, y - 4);
    const done = (/** @type {boolean} */ keep) => {
      field.onblur = null;
      const value = Number(field.value);
      field.remove();
      if (keep && field.value !== "" && Number.isFinite(value) && value !== old) this.once(() => this.shop.set(plate, spot.place, value));
    };
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      done(event.key === "Enter");
      this.shop.focus(spot);
    });
    field.onblur = () => done(true);
    this.box.append(field);
    field.focus();
    if (!first) field.select();
  }
}
