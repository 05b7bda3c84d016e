// Reads {rows, columns, pixels, plans, numbers} from standard input and prints the values of every stage.
import { readFileSync } from "node:fs";
import { readLayers, runLayers, unfold } from "../../xo/widgets/shared/engine.js";

const answers = JSON.parse(readFileSync(0, "utf8")).map((task) => {
  const image = {
    maps: 1,
    rows: task.rows,
    columns: task.columns,
    list: false,
    values: Float64Array.from(task.pixels),
  };
  const layers = unfold(readLayers(task.plans, Float64Array.from(task.numbers)));
  const stages = runLayers(image, layers).filter((_, index) => index === 0 || layers[index - 1].kind !== "Listing");
  return stages.map((stage) => Array.from(stage.values));
});
process.stdout.write(JSON.stringify(answers));
