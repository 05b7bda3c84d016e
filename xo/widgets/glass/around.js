// What stands around the picture: the tools, the lines of text, the legends, and what is said aloud.
import { make, setText, speaker } from "../shared/dom.js";
import { Projector } from "../shared/projector.js";
import { answersText } from "./passes.js";
import { Legend } from "./picture/legend.js";
import { buildSwitches } from "./tools/switches.js";
import { buildTools } from "./tools/tools.js";

/**
 * @typedef {import("./picture/layout.js").Pass} Pass
 * @typedef {object} Host
 * @property {import("./session.js").Session} session
 * @property {string[]} categories
 * @property {import("./backward/backward.js").Backward} backward
 * @property {() => void} resized something here has another height
 * @property {(scale: number) => void} rescale the picture, for a projector
 */

const PROJECTOR_SCALE = 1.35;

export class Around {
  /** @param {HTMLElement} root of the widget @param {Host} host */
  constructor(root, host) {
    const { session, backward, rescale, resized } = host,
      live = make("div", "spoken", "", { "aria-live": "polite" });
    this.host = host;
    this.status = make("div", "status", "", { role: "status" });
    this.answer = make("div", "answer-line", "", { "aria-hidden": "true" });
    this.voice = speaker(live);
    this.end = new AbortController();
    this.legend = new Legend();
    this.projector = new Projector(root, () => this.project(rescale));
    const tell = (/** @type {string} */ text) => this.tell(text),
      projector = this.projector.button,
      gone = this.end.signal,
      forTools = { session, categories: host.categories, root, tell, resized, projector, gone };
    this.tools = buildTools(forTools);
    this.tools.prepend(this.answer);
    this.below = make("div", "below");
    if (session.state.layers.length) this.below.append(backward.element, buildSwitches(forTools));
    this.below.append(this.status, this.legend.element, backward.legend.element);
    root.append(live);
  }

  /** @param {(scale: number) => void} rescale */
  project(rescale) {
    const { on } = this.projector;
    rescale(on ? PROJECTOR_SCALE : 1);
    this.voice.say(on ? "Projector: Escape ends it." : "The projector has ended.");
  }

  /** In the line of text that goes with the picture. @param {string} text */
  tell(text) {
    if (this.status.textContent === text) return;
    setText(this.status, text);
    this.host.resized();
  }

  /** What the colours mean and, where the votes stand far below the pad, the votes. @param {Pass[]} passes
   * @param {import("./passes.js").Limits[]} limits @param {boolean} lines whether votes have lines to them
   * @returns {boolean} whether a legend says something else now, or what stands here has another height */
  show(passes, limits, lines) {
    const { backward, categories } = this.host;
    setText(this.answer, answersText(passes, categories).join("\n"));
    const moved = backward.show(passes),
      said = this.legend.show(passes, limits, lines);
    if (passes[0].back) this.legend.element.hidden = true;
    return moved || said;
  }

  /** The answers, and the error where the picture is turned. @param {Pass[]} passes */
  speak(passes) {
    const { backward, categories } = this.host,
      text = [...answersText(passes, categories), backward.text(passes)].join(" ").trim();
    if (text) this.voice.say(text);
  }

  close() {
    this.end.abort();
    this.projector.close();
    this.voice.stop();
  }
}
