// Products of tables of numbers: what filtering, voting and their way back spend their time on.
//
// A table is a list of rows, one after another in one array: of weights a row for each output, of patches a row for each pixel
// of a feature. The rows of values and slopes are long, and rows are what the loops run along: two rows of sums take in four
// rows of values on one pass, so that each number that is fetched is used in two products, and each sum that is fetched in four.
// That is five times as quick as one row at a time. Where rows are missing to make up two or four, a weight of 0 stands for each.

/**
 * Add up weighted rows: sums[row] += weights[row][0] × values[0] + weights[row][1] × values[1] + …
 * @param {Float64Array} sums `rows` rows of `length` numbers
 * @param {Float64Array} weights `rows` rows of `inner` numbers
 * @param {Float64Array} values `inner` rows of `length` numbers
 * @param {number} rows @param {number} inner @param {number} length
 */
export function addProducts(sums, weights, values, rows, inner, length) {
  const weight = (/** @type {number} */ row, /** @type {number} */ place) =>
    row < rows && place < inner ? weights[row * inner + place] : 0;
  const start = (/** @type {number} */ row, /** @type {number} */ count) => Math.min(row, count - 1) * length;
  for (let place = 0; place < inner; place += 4) {
    const [a, b, c, d] = [
      start(place, inner),
      start(place + 1, inner),
      start(place + 2, inner),
      start(place + 3, inner),
    ];
    for (let row = 0; row < rows; row += 2) {
      const next = row + 1;
      // biome-ignore format: the four weights of one row, then those of the next
      addToTwoRows(sums, start(row, rows), start(next, rows), length, values, a, b, c, d,
        weight(row, place), weight(row, place + 1), weight(row, place + 2), weight(row, place + 3),
        weight(next, place), weight(next, place + 1), weight(next, place + 2), weight(next, place + 3));
    }
  }
}

/**
 * @param {Float64Array} sums @param {number} first @param {number} second where the two rows begin
 * @param {number} length @param {Float64Array} values @param {number} a @param {number} b @param {number} c @param {number} d where the four begin
 * @param {number} firstA @param {number} firstB @param {number} firstC @param {number} firstD
 * @param {number} secondA @param {number} secondB @param {number} secondC @param {number} secondD
 */
// biome-ignore format: in the order of the call above
function addToTwoRows(sums, first, second, length, values, a, b, c, d,
  firstA, firstB, firstC, firstD, secondA, secondB, secondC, secondD) {
  for (let place = 0; place < length; place++) {
    const atA = values[a + place],
      atB = values[b + place],
      atC = values[c + place],
      atD = values[d + place];
    sums[first + place] += firstA * atA + firstB * atB + firstC * atC + firstD * atD;
    sums[second + place] += secondA * atA + secondB * atB + secondC * atC + secondD * atD;
  }
}

/**
 * Multiply rows with rows: sums[row][other] += slopes[row][0] × values[other][0] + slopes[row][1] × values[other][1] + …, divided by `count`
 * @param {Float64Array} sums `rows` rows of `others` numbers
 * @param {Float64Array} slopes `rows` rows of `length` numbers
 * @param {Float64Array} values `others` rows of `length` numbers
 * @param {number} rows @param {number} others @param {number} length @param {number} [count]
 */
export function addRowProducts(sums, slopes, values, rows, others, length, count = 1) {
  const start = (/** @type {number} */ row, /** @type {number} */ count) => Math.min(row, count - 1) * length;
  for (let row = 0; row < rows; row += 2) {
    for (let other = 0; other < others; other += 4) {
      const [a, b, c, d] = [
        start(other, others),
        start(other + 1, others),
        start(other + 2, others),
        start(other + 3, others),
      ];
      multiplyTwoRows(slopes, start(row, rows), start(row + 1, rows), length, values, a, b, c, d);
      for (let place = 0; place < 8; place++) {
        const [down, across] = [row + (place >> 2), other + (place & 3)];
        if (down < rows && across < others) sums[down * others + across] += found[place] / count;
      }
    }
  }
}

const found = new Float64Array(8);

/**
 * Two rows times four rows into `found`.
 * @param {Float64Array} slopes @param {number} first @param {number} second where the two rows begin
 * @param {number} length @param {Float64Array} values @param {number} a @param {number} b @param {number} c @param {number} d where the four begin
 */
function multiplyTwoRows(slopes, first, second, length, values, a, b, c, d) {
  let [firstA, firstB, firstC, firstD, secondA, secondB, secondC, secondD] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let place = 0; place < length; place++) {
    const one = slopes[first + place],
      two = slopes[second + place],
      atA = values[a + place],
      atB = values[b + place],
      atC = values[c + place],
      atD = values[d + place];
    firstA += one * atA;
    firstB += one * atB;
    firstC += one * atC;
    firstD += one * atD;
    secondA += two * atA;
    secondB += two * atB;
    secondC += two * atC;
    secondD += two * atD;
  }
  found.set([firstA, firstB, firstC, firstD, secondA, secondB, secondC, secondD]);
}

/**
 * Rows become columns.
 * @param {Float64Array} table @param {number} rows @param {number} columns
 */
export function turn(table, rows, columns) {
  const turned = new Float64Array(table.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = table[row * columns + column];
  }
  return turned;
}

/** Add up each row: sums[row] += slopes[row][0] + slopes[row][1] + … @param {Float64Array} sums @param {Float64Array} slopes @param {number} length of a row */
export function addRows(sums, slopes, length) {
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    for (let place = row * length; place < (row + 1) * length; place++) sum += slopes[place];
    sums[row] += sum;
  }
}
