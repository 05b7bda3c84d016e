// Reads what is on a screen from standard input and prints, as a JSON text, the lines of "Copy as Python".
import { readFileSync } from "node:fs";
import { readLayers } from "../../xo/widgets/shared/engine.js";
import { writePython } from "../../xo/widgets/glass/tools/python.js";

const { rows, columns, pixels, kept, plans, numbers } = JSON.parse(readFileSync(0, "utf8"));
const picture = (values) => ({ maps: 1, rows, columns, list: false, values: Float64Array.from(values) });
const layers = readLayers(plans, Float64Array.from(numbers));
process.stdout.write(
  JSON.stringify(writePython({ image: picture(pixels), layers, against: [], kept: kept ? picture(kept) : null })),
);
