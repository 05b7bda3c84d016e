// The last line of a card: what can be done with it.
import { button, make } from "../../shared/dom.js";

/**
 * @typedef {{value: boolean, coordinates: boolean}} About whether the card is about a value, not about a number that
 *   can
 *   be changed; whether it tells rows and columns
 * @typedef {object} Acts
 * @property {(() => void) | null} back one step along the strongest path, if there is one
 * @property {() => Promise<boolean>} copy whether it could
 * @property {() => void} close
 */

const HOLD = "Click to hold.";
const CHANGE = "Drag it, or double-click to type.";
/** @type {[string, string]} */
const STRONGEST = ["← strongest", "One step back along the strongest path"];
const FROM_0 = "Rows and columns count from 0.";

/** Of a card that goes with the pointer. @param {About} about */
export function hoverFoot({ value, coordinates }) {
  const foot = make("div", "card-foot"),
    act = value ? HOLD : CHANGE;
  foot.append(make("span", "soft", coordinates ? `${act} ${FROM_0}` : act));
  return foot;
}

/** Of a card that is held. @param {About} about @param {Acts} acts
 * @param {[string, string]} [step] what leads on, and what it does */
export function heldFoot({ coordinates }, { back, copy, close }, [name, what] = STRONGEST) {
  const foot = make("div", "card-foot"),
    note = make("span", "soft", "", { role: "status" });
  const copyText = async () => {
    note.textContent = (await copy()) ? "Copied" : "Copy it from here";
  };
  if (back) foot.append(button(name, what, back));
  foot.append(
    button("Copy", "Copy this card as text", () => void copyText()),
    button("Close", "Put this card away", close),
    note,
  );
  if (coordinates) foot.append(make("span", "soft", FROM_0));
  return foot;
}
