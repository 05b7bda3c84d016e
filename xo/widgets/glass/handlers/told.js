// What a page around the picture may know of its card.
// The held number as a few signs, "stage-part-place", for a page that puts it into a link: data-held of the root says
// it, and the event xo-hold asks for it. A link carries one network, so the first alone can be told.
import { highlightsOf } from "../backward/highlight.js";
import { positionOf } from "../backward/walk.js";

/** @typedef {import("../picture/subject.js").Subject} Subject */

/** Which number is held, or "". @param {import("./pin.js").Pin} pin */
export function tellHeld({ held, subject }) {
  if (!held || !subject || subject.pass) return "";
  return `${subject.stage}-${subject.part}-${subject.place}`;
}

/** Hold what the event asks for, without moving the focus; it is cancelled where there is no such number.
 * @param {import("../figure.js").Figure} figure @param {Event} event */
export function holdAsked(figure, event) {
  const text = /** @type {CustomEvent<string>} */ (event).detail,
    { pin, passes } = figure;
  pin.release();
  if (!text) return;
  const [stage, part, place] = text.split("-"),
    subject = { pass: 0, stage: Number(stage), part: /** @type {Subject["part"]} */ (part), place: Number(place) };
  if (!(subject.place < countOf(passes[0], subject))) return event.preventDefault();
  pin.held = true;
  pin.show(subject, positionOf(figure.layout?.grids ?? [], subject, passes[0]));
}

/** What of the picture the card lights up, from the pad on: the event xo-lit asks, and its detail takes the boxes.
 * @param {import("../figure.js").Figure} figure @param {Event} event */
export function litAsked({ pin, layout, passes }, event) {
  const { detail } = /** @type {CustomEvent<import("../picture/highlight.js").Box[]>} */ (event);
  if (pin.subject) detail.push(...highlightsOf(layout?.grids ?? [], pin.subject, passes).flat());
}

/** How many numbers stand where this one would. @param {import("../picture/layout.js").Pass} pass
 * @param {Subject} subject */
function countOf({ stages, layers }, { stage, part }) {
  return (part === "values" ? stages[stage]?.values : layers[stage - 1]?.[part])?.length ?? 0;
}
