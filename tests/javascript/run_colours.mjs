// The colours and inks of the values that come in: [[red, green, blue, ink], ...] for values and for pixels; and ten
// categories'.
import { readFileSync } from "node:fs";
import { colourOf, fillOf, greyOf, inkOn } from "../../xo/widgets/shared/colours.js";

const { values, limit } = JSON.parse(readFileSync(0, "utf8"));
const tell = (colour) => [...colour, inkOn(colour)];
const told = {
  values: values.map((value) => tell(colourOf(value, limit))),
  categories: Array.from({ length: 10 }, (_, category) => tell(fillOf(category))),
  pixels: values.map((value) => tell(greyOf(value))),
};
process.stdout.write(JSON.stringify(told));
