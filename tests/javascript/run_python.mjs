// Reads what is on a screen from standard input and prints, as a JSON text, the lines of "Copy as Python".
import { readFileSync } from "node:fs";
import { readLayers } from "../../xo/widgets/engine.js";
import { writePython } from "../../xo/widgets/python.js";

const { rows, columns, pixels, plans, numbers } = JSON.parse(readFileSync(0, "utf8"));
const image = { maps: 1, rows, columns, list: false, values: Float64Array.from(pixels) };
const layers = readLayers(plans, Float64Array.from(numbers));
process.stdout.write(JSON.stringify(writePython({ image, layers, against: [] })));
