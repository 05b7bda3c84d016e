// Look for the fewest flips for each task on standard input: {readers, numbers, pixels, rows, columns, most}; write
// what was found.
import { readFileSync } from "node:fs";
import { searchFlips } from "../../xo/widgets/lab/fewest_flips.js";
import { readReaders } from "../../xo/widgets/lab/readers.js";

const found = JSON.parse(readFileSync(0, "utf8")).map(({ readers, numbers, pixels, rows, columns, most }) => {
  const [reader] = readReaders(readers, Float64Array.from(numbers));
  const picture = { values: Float64Array.from(pixels), rows, columns };
  return [...searchFlips(reader, picture, most, ["0", "1", "2", "3"])].at(-1);
});
process.stdout.write(JSON.stringify(found));
