// The slope of the number that is pointed at: its card, and the same as text.
import { make } from "../../shared/dom.js";
import { heldFoot, hoverFoot } from "../card/foot.js";
import { copy } from "../tools/sharing.js";
import { fillSlopeCard } from "./card.js";
import { explainSlope } from "./explanation.js";
import { shows, tellMove } from "./moved.js";
import { nudgeText } from "./nudge.js";
import { numberAt } from "./pass.js";
import { slopeCardText } from "./text.js";
import { steepest, towardError } from "./walk.js";

/**
 * @typedef {import("./pass.js").Pass} Pass
 * @typedef {import("./pass.js").Subject} Subject
 * @typedef {{held: boolean, walk: (subject: Subject) => void, back: () => void, close: () => void}} Pin
 */

const HELPERS = 5;
const PAD = "Drawing goes on as ever. Press long, or Enter, to hold.";
/** @type {[string, string]} */
const TO_ERROR = ["To the error →", "One step along the largest share, toward the error"];

export class SlopeCard {
  /** @param {HTMLElement} element @param {{pin: Pin}} figure @param {() => void} fill write the card anew */
  constructor(element, figure, fill) {
    this.element = element;
    this.figure = figure;
    this.fill = fill;
    this.all = false;
    this.tell = () => "";
  }

  /** Another number is explained from now on. */
  begin() {
    this.all = false;
  }

  /** Worked out where it is asked for: nudging runs the network three times. */
  get text() {
    return this.tell();
  }

  /** @param {Pass} pass turned @param {Subject} subject @param {string[]} categories */
  write(pass, subject, categories) {
    const explanation = explainSlope(pass, subject, categories),
      votes = subject.part === "values" && subject.stage === pass.layers.length,
      { pin } = this.figure,
      { held } = pin;
    const nudge = () => nudgeText(pass, subject, explanation.slope);
    this.tell = () => slopeCardText(explanation, nudge());
    fillSlopeCard(this.element, explanation, {
      held,
      all: this.all,
      showAll: () => {
        this.all = true;
        this.fill();
      },
      nudged: held ? nudge() : "",
      moved: movedAt(pass, subject),
      helpers: votes && held ? steepest(pass, subject.pass, categories, HELPERS) : [],
      go: (helper) => pin.walk(helper.subject),
    });
    this.element.append(
      this.footer(pass, subject, `${explanation.name}${explanation.parts[0]?.name ?? ""}`.includes("row ")),
    );
  }

  /** @param {Pass} pass @param {Subject} subject
   * @param {boolean} coordinates whether the card tells rows and columns */
  footer(pass, subject, coordinates) {
    const { pin } = this.figure,
      pad = subject.part === "values" && subject.stage === 0,
      back = towardError(pass, subject) ? () => pin.back() : null;
    if (!pin.held) return pad ? padFoot() : hoverFoot({ value: true, coordinates });
    const copyText = () => copy(this.text, this.element);
    return heldFoot({ value: true, coordinates }, { back, copy: copyText, close: () => pin.close() }, TO_ERROR);
  }
}

function padFoot() {
  const foot = make("div", "card-foot");
  foot.append(make("span", "soft", PAD));
  return foot;
}

/** A number of a layer before the last steps and after them, or null. @param {Pass} pass @param {Subject} subject
 * @returns {[string, string] | null} */
function movedAt(pass, subject) {
  const { stage, part, place } = subject,
    was = part === "values" ? undefined : pass.back?.before?.[stage - 1]?.[part]?.[place],
    now = numberAt(pass, subject);
  return was === undefined || !shows(was, now) ? null : tellMove(was, now);
}
