// Who races: xo's training in the browser, TensorFlow.js and ConvNetJS, on the same network, drawings and order of
// batches.
// Each contestant is a function that learns from one more batch, plain descent, and returns the error before that step.
import { readLayers, unfold } from "../../xo/widgets/shared/engine.js";
import { readExamples, readOrder } from "../../xo/widgets/shared/examples.js";
import { Descent } from "../../xo/widgets/shared/rules.js";
import { Training } from "../../xo/widgets/shared/training.js";

const RATE = 0.01;
const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** What Python sends of a race. */
export async function readTask({ plans, numbers, shape, packed, order, batch }) {
  const layers = readLayers(plans, Float64Array.from(numbers));
  return { layers, examples: await readExamples(shape, bytes(packed)), order: await readOrder(bytes(order)), batch };
}

/** The places of the next batch, round after round, and then from the first again; each as long as the others. */
function batches({ examples, order, batch }) {
  let step = 0;
  const inRound = Math.floor(examples.count / batch),
    steps = Math.floor(order.length / examples.count) * inRound;
  return () => {
    const start = Math.floor(step / inRound) * examples.count + (step % inRound) * batch;
    step = (step + 1) % steps;
    return order.subarray(start, start + batch);
  };
}

export function xo({ layers, examples, order, batch }) {
  const training = new Training(layers, examples, { order, batch, makeRule: () => new Descent(RATE), measurements: 1 });
  training.go(); // the measurement at the start
  return () => {
    if (training.finished) training.reset();
    training.takeStep();
    return training.error;
  };
}

/** The drawings with the background that the first layer lays around them. */
function padded({ layers, examples }) {
  const edge = layers[0].settings.padding ?? 0,
    { count, rows, columns, values } = examples,
    [high, wide] = [rows + 2 * edge, columns + 2 * edge];
  const all = new Float32Array(count * high * wide).fill(-1);
  for (let image = 0; image < count; image++) {
    for (let cell = 0; cell < rows * columns; cell++) {
      const [row, column] = [Math.floor(cell / columns) + edge, (cell % columns) + edge];
      all[(image * high + row) * wide + column] = values[image * rows * columns + cell];
    }
  }
  return { all, high, wide };
}

/** Features [features, maps, rows, columns] as TensorFlow.js has them, and divided: it adds up without dividing. */
function turnFeatures({ shape: [features, maps, high, wide], weights }) {
  const turned = new Float32Array(weights.length);
  weights.forEach((weight, at) => {
    const feature = Math.floor(at / (maps * high * wide)),
      map = Math.floor(at / (high * wide)) % maps,
      pixel = at % (high * wide);
    turned[(pixel * maps + map) * features + feature] = weight / (maps * high * wide);
  });
  return turned;
}

/** Votes for values that stand cell by cell, all maps of a cell together. maps: of the last stage before them */
function turnVotes({ shape: [categories, values], weights }, maps) {
  const cells = values / maps;
  return Array.from({ length: categories }, (_, category) =>
    Float32Array.from(
      { length: values },
      (_, at) => weights[category * values + (at % maps) * cells + Math.floor(at / maps)],
    ),
  );
}

/**
 * TensorFlow.js. Its WASM backend has no kernel for the slope of a convolution's features: there, a convolution is
 * written as shifted
 * slices and one product, and pooling as the maximum over an axis, whose slopes it can work out.
 */
export function tensorflow(tf, task, slices) {
  const { all, high, wide } = padded(task),
    next = batches(task),
    { examples, batch } = task;
  const images = tf.tensor4d(all, [examples.count, high, wide, 1]),
    answers = tf.oneHot(tf.tensor1d(examples.categories, "int32"), 2).toFloat();
  const conv = (maps, features, shape) =>
    slices ? filterBySlices(tf, maps, features, shape) : maps.conv2d(features, 1, "valid");
  const pool = (maps) => (slices ? poolBySlices(maps) : maps.maxPool(2, 2, "same"));
  let maps = 1;
  const layers = unfold(task.layers).map((layer) => {
    const { kind, shape } = layer;
    if (kind === "ReLU") return (values) => values.relu();
    if (kind === "Pooling") return pool;
    if (kind === "Listing") return (values) => values.reshape([batch, -1]);
    const biases = tf.variable(tf.tensor1d(Float32Array.from(layer.biases)));
    if (kind === "Voting") {
      const weights = tf.variable(tf.tensor2d(turnVotes(layer, maps)).transpose());
      return (values) => values.matMul(weights).add(biases);
    }
    const features = tf.variable(tf.tensor4d(turnFeatures(layer), [shape[2], shape[3], shape[1], shape[0]]));
    maps = shape[0];
    return (values) => conv(values, features, shape).add(biases);
  });
  const rule = tf.train.sgd(RATE);
  return () => {
    const chosen = tf.tensor1d(Int32Array.from(next()), "int32");
    const error = rule.minimize(() => {
      const votes = layers.reduce((values, layer) => layer(values), images.gather(chosen));
      return tf.losses.softmaxCrossEntropy(answers.gather(chosen), votes);
    }, true);
    const [found] = error.dataSync();
    tf.dispose([chosen, error]);
    return found;
  };
}

function filterBySlices(tf, maps, features, [count, depth, high, wide]) {
  const [images, rows, columns] = maps.shape,
    [down, across] = [rows - high + 1, columns - wide + 1];
  const parts = Array.from({ length: high * wide }, (_, pixel) =>
    maps.slice([0, Math.floor(pixel / wide), pixel % wide, 0], [images, down, across, depth]),
  );
  const patches = tf.concat(parts, 3).reshape([images * down * across, high * wide * depth]);
  return patches.matMul(features.reshape([high * wide * depth, count])).reshape([images, down, across, count]);
}

function poolBySlices(given) {
  const edge = (side) => [0, side % 2];
  // after ReLU no value is below 0
  const maps = given.pad([[0, 0], edge(given.shape[1]), edge(given.shape[2]), [0, 0]]);
  const [images, rows, columns, depth] = maps.shape;
  return maps.reshape([images, rows / 2, 2, columns / 2, 2, depth]).max([2, 4]);
}

export function convnet(convnetjs, task) {
  const { all, high, wide } = padded(task),
    next = batches(task),
    { examples, batch } = task;
  const drawings = Array.from({ length: examples.count }, (_, image) => {
    const drawing = new convnetjs.Vol(wide, high, 1, 0);
    drawing.w.set(all.subarray(image * high * wide, (image + 1) * high * wide));
    return drawing;
  });
  const network = new convnetjs.Net();
  network.layers = [new convnetjs.InputLayer({ out_sx: wide, out_sy: high, out_depth: 1 })];
  for (const layer of unfold(task.layers)) {
    const { out_sx: in_sx, out_sy: in_sy, out_depth: in_depth } = network.layers.at(-1),
      size = { in_sx, in_sy, in_depth };
    const { kind, shape } = layer;
    if (kind === "ReLU") network.layers.push(new convnetjs.ReluLayer(size));
    if (kind === "Pooling")
      network.layers.push(hangOver(convnetjs, new convnetjs.PoolLayer({ ...size, sx: 2, stride: 2 })));
    if (kind === "Convolution") {
      const conv = new convnetjs.ConvLayer({
        ...size,
        sx: shape[3],
        sy: shape[2],
        filters: shape[0],
        stride: 1,
        pad: 0,
      });
      const turned = turnFeatures(layer);
      for (const [feature, { w }] of conv.filters.entries()) w.set(turned.filter((_, at) => at % shape[0] === feature));
      conv.biases.w.set(layer.biases);
      network.layers.push(conv);
    }
    if (kind === "Voting") {
      const votes = new convnetjs.FullyConnLayer({ ...size, num_neurons: shape[0] });
      for (const [category, weights] of turnVotes(layer, in_depth).entries()) votes.filters[category].w.set(weights);
      votes.biases.w.set(layer.biases);
      network.layers.push(votes, new convnetjs.SoftmaxLayer({ in_sx: 1, in_sy: 1, in_depth: shape[0] }));
    }
  }
  const trainer = new convnetjs.Trainer(network, {
    method: "sgd",
    learning_rate: RATE,
    momentum: 0,
    batch_size: batch,
    l2_decay: 0,
  });
  return () => {
    let error = 0;
    for (const place of next()) error += trainer.train(drawings[place], examples.categories[place]).loss;
    return error / batch;
  };
}

/** Its pooling leaves out a last window that hangs over the edge; its loops can do it. */
function hangOver(convnetjs, pool) {
  pool.out_sx = Math.ceil(pool.in_sx / 2);
  pool.out_sy = Math.ceil(pool.in_sy / 2);
  pool.switchx = convnetjs.zeros(pool.out_sx * pool.out_sy * pool.out_depth);
  pool.switchy = convnetjs.zeros(pool.out_sx * pool.out_sy * pool.out_depth);
  return pool;
}
