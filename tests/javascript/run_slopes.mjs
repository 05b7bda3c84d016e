// Reads tasks {plans, numbers, image: {maps, rows, columns, images, values}, right, error} and prints for each the
// error, the slopes
// of every stage and those of the numbers. Where there is one drawing, each cell and each slope is also added up from
// its terms.
import { readFileSync } from "node:fs";
import { readLayers, runBackward, runLayers, unfold } from "../../xo/widgets/shared/engine.js";
import { ERRORS } from "../../xo/widgets/shared/errors.js";
import { kindOf } from "../../xo/widgets/shared/layers/kinds.js";
import { cellAt } from "../../xo/widgets/shared/stage.js";

const total = (terms, product) => terms.reduce((sum, term) => sum + product(term), 0);

/** A cell of the stage after a layer, from the terms that a card would show; as it is, where it only passes one on. */
function addUpCell(layer, from, to, place) {
  const { terms, mean, output } = kindOf(layer),
    cell = cellAt(to, 0, place);
  if (!terms) return to.values[place];
  const found = terms(layer, from, cell),
    sum = total(found, ({ value, weight }) => value * weight);
  return sum / (mean ? found.length : 1) + (layer.biases?.[output(cell)] ?? 0);
}

/** The slopes of the stage before a layer, and of its weights, from the terms that a card would show. */
function addUpTerms(layer, from, to) {
  const { slopeTerms, weightTerms, mean } = kindOf(layer),
    over = mean && layer.weights.length ? layer.weights.length / layer.shape[0] : 1;
  return {
    cells: Array.from(to.values, (_, place) => addUpCell(layer, from, to, place)),
    values: Array.from(from.values, (_, place) =>
      total(slopeTerms(layer, from, to, place), (term) => (term.value * term.weight) / over),
    ),
    weights: Array.from(layer.weights, (_, at) =>
      total(weightTerms(layer, from, to, at), (term) => (term.value * term.slope) / over),
    ),
  };
}

const answers = JSON.parse(readFileSync(0, "utf8")).map(({ plans, numbers, image, right, error }) => {
  const layers = unfold(readLayers(plans, Float64Array.from(numbers)));
  const stages = runLayers({ ...image, list: false, values: Float64Array.from(image.values) }, layers);
  const votes = stages.at(-1),
    slopes = new Float64Array(votes.values.length);
  const found = ERRORS[error](votes.values, right, slopes),
    gradients = runBackward(stages, layers, slopes);
  const shown = stages.filter((_, index) => index === 0 || layers[index - 1].kind !== "Listing");
  return {
    error: found,
    stages: shown.map((stage) => Array.from(stage.slopes)),
    gradient: gradients.flatMap(({ weights, biases }) => [...weights, ...(biases ?? [])]),
    terms: image.images > 1 ? [] : layers.map((layer, place) => addUpTerms(layer, stages[place], stages[place + 1])),
    values: stages.map((stage) => Array.from(stage.values)),
    slopes: stages.map((stage) => Array.from(stage.slopes)),
    weights: gradients.map(({ weights }) => Array.from(weights)),
  };
});
process.stdout.write(JSON.stringify(answers));
