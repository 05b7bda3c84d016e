// The colours and inks of the values that come in: [[red, green, blue, ink], ...] for values, slopes and pixels; and
// ten categories'.
import { readFileSync } from "node:fs";
import { SLOPES } from "../../xo/widgets/glass/backward/scale.js";
import { colourOf, fillOf, greyOf, inkOn } from "../../xo/widgets/shared/colours.js";

const { values, limit } = JSON.parse(readFileSync(0, "utf8"));
const tell = (colour) => [...colour, inkOn(colour)];
const told = {
  values: values.map((value) => tell(colourOf(value, limit))),
  categories: Array.from({ length: 10 }, (_, category) => tell(fillOf(category))),
  slopes: values.map((value) => tell(SLOPES.colourOf(value, limit))),
  pixels: values.map((value) => tell(greyOf(value))),
};
process.stdout.write(JSON.stringify(told));
