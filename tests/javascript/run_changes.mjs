// Reads a list of {pixels, rows, columns, grain, settings} and prints each changed image.
import { readFileSync } from "node:fs";
import { change } from "../../xo/widgets/shared/changes.js";

const made = JSON.parse(readFileSync(0, "utf8")).map(({ pixels, rows, columns, grain, settings }) =>
  Array.from(change({ values: Float64Array.from(pixels), rows, columns }, settings, Float64Array.from(grain)).values),
);
process.stdout.write(JSON.stringify(made));
