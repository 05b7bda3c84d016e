// Rules that make steps of slopes, as in xo.backprop: they change numbers in place.

/**
 * @typedef {object} Rule
 * @property {(numbers: Float64Array[], gradient: Float64Array[]) => void} step
 * @property {() => Float64Array} write what it remembers, as one row of numbers
 * @property {(memory: Float64Array, numbers: Float64Array[]) => void} read the opposite
 */

/** Gradient descent: every number takes a step down its slope. @implements {Rule} */
export class Descent {
  /** @param {number} [rate] how long a step for a slope of 1 */
  constructor(rate = 0.1) {
    this.rate = rate;
  }

  /** @param {Float64Array[]} numbers @param {Float64Array[]} gradient */
  step(numbers, gradient) {
    numbers.forEach((array, index) => {
      const slopes = gradient[index];
      for (let place = 0; place < array.length; place++) array[place] -= this.rate * slopes[place];
    });
  }

  /** It remembers nothing. */
  write() {
    return new Float64Array(0);
  }

  read() {}
}

/**
 * Adam: steps of about `rate` in each direction, steadied by the slopes seen lately (Kingma and Ba, "Adam: A Method for
 * Stochastic
 * Optimization", 2015, algorithm 1). @implements {Rule}
 */
export class Adam {
  /** @param {number} [rate] @param {number} [memory] of slopes @param {number} [longMemory] of their squares */
  constructor(rate = 0.01, memory = 0.9, longMemory = 0.999) {
    this.rate = rate;
    this.memory = memory;
    this.longMemory = longMemory;
    this.steps = 0;
    /** @type {{means: Float64Array, squares: Float64Array}[]} the mean of the slopes and of their squares, for each
     * number */
    this.seen = [];
  }

  /** @param {Float64Array[]} numbers @param {Float64Array[]} gradient */
  step(numbers, gradient) {
    if (!this.steps)
      this.seen = numbers.map(({ length }) => ({ means: new Float64Array(length), squares: new Float64Array(length) }));
    this.steps += 1;
    // The means began at 0; these shares undo what that takes from them.
    const short = 1 - this.memory ** this.steps,
      long = 1 - this.longMemory ** this.steps;
    numbers.forEach((array, index) => {
      const slopes = gradient[index],
        { means, squares } = this.seen[index];
      for (let place = 0; place < array.length; place++) {
        const slope = slopes[place];
        means[place] += (1 - this.memory) * (slope - means[place]);
        squares[place] += (1 - this.longMemory) * (slope * slope - squares[place]);
        array[place] -= ((this.rate / short) * means[place]) / (Math.sqrt(squares[place] / long) + 1e-8);
      }
    });
  }

  write() {
    return Float64Array.from([this.steps, ...this.seen.flatMap(({ means, squares }) => [...means, ...squares])]);
  }

  /** @param {Float64Array} memory @param {Float64Array[]} numbers */
  read(memory, numbers) {
    this.steps = memory[0] ?? 0;
    let start = 1;
    const take = (/** @type {number} */ count) => {
      start += count;
      return memory.slice(start - count, start);
    };
    this.seen = this.steps ? numbers.map(({ length }) => ({ means: take(length), squares: take(length) })) : [];
  }
}
