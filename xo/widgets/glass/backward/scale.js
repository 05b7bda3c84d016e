// The colours of slopes: dark at 0 and bright at both ends, so that nobody takes them for the values, which are white
// at 0.
import { makeScale } from "../../shared/colours.js";

/** Blue where more makes the error smaller, red where more makes it larger. */
const STOPS = [
  [176, 208, 255],
  [98, 158, 230],
  [40, 100, 168],
  [22, 52, 88],
  [24, 24, 30],
  [92, 30, 36],
  [172, 54, 58],
  [238, 110, 104],
  [255, 186, 176],
];

export const SLOPES = makeScale(/** @type {import("../../shared/colours.js").Colour[]} */ (STOPS));
