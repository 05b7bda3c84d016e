// A tour on the live picture: it points at something, waits until the learner has done it, and lets go.
import { keepSetting, setting } from "./storage.js";

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {string} words
 * @property {string} [at] what it points at, within the picture
 * @property {(scene: Scene) => boolean} [done] whether the learner has done it; without it, one only goes on
 * @property {(scene: Scene) => boolean} [here] whether the picture has what the step is about
 * @property {string} [praise] what to say then
 */

/** What a step can see of the picture. */
export class Scene {
  /** @param {HTMLElement} stage @param {import("./model.js").LocalModel} model */
  constructor(stage, model) {
    this.stage = stage;
    this.model = model;
    /** What was true when the step began. @type {Record<string, string>} */
    this.before = {};
  }

  /** @param {string} selector @returns {HTMLElement | null} */
  find(selector) {
    return this.stage.querySelector(selector);
  }

  /** What may change, as text. @returns {Record<string, string>} */
  now() {
    const bytes = (/** @type {string} */ name) => {
      const { buffer, byteOffset, byteLength } = this.model.get(name);
      return new Uint8Array(buffer, byteOffset, byteLength).join();
    };
    return {
      pixels: bytes("pixels"),
      numbers: bytes("numbers"),
      pressed: [...this.stage.querySelectorAll("[aria-pressed]")].map((one) => one.getAttribute("aria-pressed")).join(),
      card: this.card()?.textContent ?? "",
      status: this.find("[role=status]")?.textContent ?? "",
    };
  }

  /** The card that explains a number, where one is in sight. */
  card() {
    const card = this.find(".xo-card");
    return card && !card.hidden ? card : null;
  }

  /** @param {string} part */
  changed(part) {
    return this.now()[part] !== this.before[part];
  }

  begin() {
    this.before = this.now();
  }
}

export class Tour {
  /** @param {HTMLElement} box @param {Scene} scene @param {Step[]} steps */
  constructor(box, scene, steps) {
    this.box = box;
    this.scene = scene;
    this.steps = steps.filter((step) => !step.here || step.here(scene));
    /** @type {(() => void) | null} called when it ends */
    this.onLeave = null;
    this.place = 0;
    this.timer = 0;
    this.ring = Object.assign(document.createElement("div"), { className: "tour-ring" });
    this.ring.setAttribute("aria-hidden", "true");
    this.build();
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.box.hidden && this.box.contains(document.activeElement)) this.leave();
    });
    addEventListener("resize", () => this.point());
  }

  build() {
    const make = (/** @type {string} */ tag, /** @type {string} */ name) =>
      Object.assign(document.createElement(tag), { className: name });
    this.count = make("p", "step");
    this.title = Object.assign(make("h2", ""), { id: "tour-title", tabIndex: -1 });
    this.words = make("p", "");
    this.words.id = "tour-words";
    this.status = make("p", "done");
    this.status.setAttribute("role", "status");
    const buttons = make("div", "buttons");
    const button = (/** @type {string} */ text, /** @type {string} */ name, /** @type {() => void} */ act) => {
      const one = /** @type {HTMLButtonElement} */ (make("button", name));
      Object.assign(one, { type: "button", textContent: text });
      one.addEventListener("click", act);
      buttons.append(one);
      return one;
    };
    this.back = button("Back", "button plain", () => this.go(this.place - 1));
    this.next = button("Next", "button main", () => this.go(this.place + 1));
    this.end = button("Leave the tour", "button plain", () => this.leave());
    this.box.setAttribute("aria-describedby", "tour-words");
    this.box.replaceChildren(this.count, this.title, this.words, this.status, buttons);
  }

  /** Begin, or go on where it was left. */
  start() {
    const kept = Math.floor(Number(setting("tour", "0")));
    this.box.hidden = false;
    document.body.append(this.ring);
    this.go(kept > 0 && kept < this.steps.length ? kept : 0);
    this.timer = window.setInterval(() => this.look(), 200);
  }

  leave() {
    clearInterval(this.timer);
    this.box.hidden = true;
    this.ring.remove();
    this.onLeave?.();
  }

  /** @param {number} place */
  go(place) {
    if (place >= this.steps.length) {
      keepSetting("tour", "0");
      return this.leave();
    }
    this.place = Math.max(0, place);
    keepSetting("tour", String(this.place));
    const step = this.steps[this.place];
    this.reached = false;
    this.scene.begin();
    const [count, title, words, status] = [this.count, this.title, this.words, this.status];
    if (!count || !title || !words || !status || !this.back || !this.next) return;
    count.textContent = `Step ${this.place + 1} of ${this.steps.length}`;
    title.textContent = step.title;
    words.textContent = step.words;
    status.textContent = "";
    this.back.hidden = this.place === 0;
    this.tellNext(!step.done);
    this.point();
    title.focus({ preventScroll: true });
  }

  /** The way on is open; before that, it is called what it is. @param {boolean} open */
  tellNext(open) {
    if (!this.next) return;
    const last = this.place === this.steps.length - 1;
    this.next.textContent = last ? "Finish" : open ? "Next" : "Skip this step";
    this.next.classList.toggle("main", open);
  }

  /** Has the learner done it? */
  look() {
    const step = this.steps[this.place];
    if (this.reached || !step.done?.(this.scene)) return;
    this.reached = true;
    if (this.status) this.status.textContent = step.praise ?? "Yes, that is it.";
    this.tellNext(true);
  }

  /** Put the ring around what the step is about, and the box where it hides none of it. */
  point() {
    if (this.box.hidden) return;
    const step = this.steps[this.place];
    const parts = step.at ? [...this.scene.stage.querySelectorAll(step.at)].filter((one) => one.clientWidth) : [];
    this.ring.hidden = !parts.length;
    const boxes = parts.map((part) => part.getBoundingClientRect());
    if (boxes.length) {
      const first = boxes[0];
      if (first.top < 0 || first.bottom > innerHeight) {
        parts[0].scrollIntoView({ block: "center" });
        return requestAnimationFrame(() => this.place < this.steps.length && this.draw(parts));
      }
    }
    this.draw(parts);
  }

  /** @param {Element[]} parts */
  draw(parts) {
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const left = Math.min(...boxes.map((one) => one.left)),
      top = Math.min(...boxes.map((one) => one.top)),
      right = Math.max(...boxes.map((one) => one.right)),
      bottom = Math.max(...boxes.map((one) => one.bottom));
    if (boxes.length)
      Object.assign(this.ring.style, {
        left: `${left + scrollX - 7}px`,
        top: `${top + scrollY - 7}px`,
        width: `${right - left + 14}px`,
        height: `${bottom - top + 14}px`,
      });
    const { offsetWidth: wide, offsetHeight: high } = this.box,
      edge = 12;
    const free = boxes.length
      ? [
          { x: right + 20, y: top },
          { x: left - wide - 20, y: top },
          { x: left, y: bottom + 20 },
          { x: left, y: top - high - 20 },
        ].find(({ x, y }) => x >= edge && y >= edge && x + wide <= innerWidth - edge && y + high <= innerHeight - edge)
      : undefined;
    const corner = { x: innerWidth - wide - edge, y: innerHeight - high - edge };
    Object.assign(this.box.style, { left: `${(free ?? corner).x}px`, top: `${(free ?? corner).y}px` });
  }
}
