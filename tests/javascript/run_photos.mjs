// Reads a list of {pixels, rows, columns, size, off} and prints each step of each photo.
import { readFileSync } from "node:fs";
import { photoSteps, STEPS } from "../../xo/widgets/shared/photos.js";

const made = JSON.parse(readFileSync(0, "utf8")).map(({ pixels, rows, columns, size, off }) => {
  const on = Object.fromEntries(off.map((/** @type {string} */ name) => [name, false]));
  try {
    const steps = photoSteps({ pixels: Uint8ClampedArray.from(pixels), rows, columns }, size, on);
    return Object.fromEntries(steps.map(({ name, values }) => [name, Array.from(values)]));
  } catch (error) {
    return { refused: error.message };
  }
});
process.stdout.write(JSON.stringify({ steps: STEPS, made }));
