// Reads [{pixels} or {code}] from standard input; prints each one's code, and the pixels or the error of reading it.
import { readFileSync } from "node:fs";
import { fromCode, toCode } from "../../xo/widgets/glass/tools/postcards.js";

const answers = JSON.parse(readFileSync(0, "utf8")).map(({ pixels, code = toCode(pixels) }) => {
  try {
    return { code, pixels: Array.from(fromCode(code)) };
  } catch (error) {
    return { error: error.message };
  }
});
process.stdout.write(JSON.stringify(answers));
