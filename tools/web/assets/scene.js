// One of several networks on the screen, as a link says, or the first.
import { wake } from "./alive.js";
import { painted } from "./elements.js";
import { readLink, sceneOf, show } from "./link.js";
import { readValues } from "./model.js";
import { isPlace } from "./reading.js";

/** @typedef {import("./model.js").LocalModel} LocalModel */

/** The networks of a page that a link can name. @param {any} data
 * @returns {Record<string, import("./link.js").Known>} */
function knownNetworks(data) {
  return Object.fromEntries(
    Object.entries(data.models).map(([name, packed]) => {
      const values = readValues(JSON.parse(JSON.stringify(packed)), data.models);
      return [name, sceneOf({ get: (trait) => values[trait], set: () => {} })];
    }),
  );
}

/** The pictures of a page: one stage for each network, one of them shown. */
export class Stages {
  /** @param {any} data @param {(words: string) => void} tell */
  constructor(data, tell) {
    this.data = data;
    this.tell = tell;
    this.known = knownNetworks(data);
    this.name = "";
    /** @type {Record<string, LocalModel>} */
    this.models = {};
  }

  /** @param {string} name */
  stage(name) {
    return /** @type {HTMLElement} */ (document.querySelector(`.stage[data-model="${name}"]`));
  }

  /** Show what the address says; a damaged link gets one sentence and the plain page. @param {string} hash */
  async open(hash) {
    const first = Object.keys(this.known)[0];
    let scene = null;
    this.tell("");
    try {
      scene = readLink(hash, this.known);
      if (!scene && !isPlace(hash)) throw new Error("it names nothing that is here");
    } catch (error) {
      this.tell(`This link is damaged: ${/** @type {Error} */ (error).message}. Here is the plain page.`);
    }
    const name = scene?.name || this.name || first;
    await this.choose(name);
    if (scene) await this.restore(name, scene);
  }

  /** @param {string} name */
  async choose(name) {
    this.name = name;
    for (const other of Object.keys(this.known)) this.stage(other).hidden = other !== name;
    await wake(this.stage(name), this.data, (_, model) => {
      this.models[name] = model;
    });
  }

  /** @param {string} name @param {import("./link.js").Scene} scene */
  async restore(name, scene) {
    const model = this.models[name],
      failed = () => this.tell("This link is damaged: its network does not fit together. Here is the plain page.");
    const before = { ...model.values };
    const errors = (/** @type {ErrorEvent} */ event) => {
      event.preventDefault();
      model.set(before);
      failed();
    };
    addEventListener("error", errors);
    try {
      show(model, scene);
      await painted();
      const hold = new CustomEvent("xo-hold", { detail: scene.held, cancelable: true });
      if (!this.stage(name).querySelector(".xo-glass")?.dispatchEvent(hold)) throw new Error("no such number");
    } catch {
      model.set(before);
      failed();
    }
    removeEventListener("error", errors);
  }
}
