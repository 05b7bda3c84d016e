// Products of tables of numbers: what filtering, voting and their way back spend their time on.
//
// A table is a list of rows, one after another in one array: of weights a row for each output, of patches a row for
// each pixel
// of a feature. Rows of values and of slopes are long, and the innermost loops run along them. Two rows are worked on
// together
// with four others: each number that is fetched is used in several products, which is several times as quick as one row
// with one.
// Where rows are missing to make up two or four, the last one stands in for them, with weights of 0.

/**
 * Add up weighted rows: sums[row] += weights[row][0] × values[0] + weights[row][1] × values[1] + …
 * @param {Float64Array} sums `rows` rows of `length` numbers
 * @param {Float64Array} weights `rows` rows of `count` numbers
 * @param {Float64Array} values `count` rows of `length` numbers
 * @param {number} rows @param {number} count @param {number} length
 */
export function addProducts(sums, weights, values, rows, count, length) {
  const weight = (/** @type {number} */ row, /** @type {number} */ at) =>
    row < rows && at < count ? weights[row * count + at] : 0;
  for (let at = 0; at < count; at += 4) {
    const a = startOf(at, count, length),
      b = startOf(at + 1, count, length),
      c = startOf(at + 2, count, length),
      d = startOf(at + 3, count, length);
    for (let row = 0; row < rows; row += 2) {
      const first = startOf(row, rows, length),
        firstA = weight(row, at),
        firstB = weight(row, at + 1),
        firstC = weight(row, at + 2),
        firstD = weight(row, at + 3);
      const second = startOf(row + 1, rows, length),
        secondA = weight(row + 1, at),
        secondB = weight(row + 1, at + 1),
        secondC = weight(row + 1, at + 2),
        secondD = weight(row + 1, at + 3);
      for (let place = 0; place < length; place++) {
        const atA = values[a + place],
          atB = values[b + place],
          atC = values[c + place],
          atD = values[d + place];
        sums[first + place] += firstA * atA + firstB * atB + firstC * atC + firstD * atD;
        sums[second + place] += secondA * atA + secondB * atB + secondC * atC + secondD * atD;
      }
    }
  }
}

/**
 * Multiply rows with rows: sums[row][at] += (slopes[row][0] × values[at][0] + slopes[row][1] × values[at][1] + …) /
 * over
 * @param {Float64Array} sums `rows` rows of `count` numbers
 * @param {Float64Array} slopes `rows` rows of `length` numbers
 * @param {Float64Array} values `count` rows of `length` numbers
 * @param {number} rows @param {number} count @param {number} length @param {number} [over]
 */
export function addRowProducts(sums, slopes, values, rows, count, length, over = 1) {
  const add = (/** @type {number} */ row, /** @type {number} */ at, /** @type {number} */ sum) => {
    if (row < rows && at < count) sums[row * count + at] += sum / over;
  };
  for (let row = 0; row < rows; row += 2) {
    const first = startOf(row, rows, length),
      second = startOf(row + 1, rows, length);
    for (let at = 0; at < count; at += 2) {
      const a = startOf(at, count, length),
        b = startOf(at + 1, count, length);
      let firstA = 0,
        firstB = 0,
        secondA = 0,
        secondB = 0;
      for (let place = 0; place < length; place++) {
        const one = slopes[first + place],
          two = slopes[second + place],
          atA = values[a + place],
          atB = values[b + place];
        firstA += one * atA;
        firstB += one * atB;
        secondA += two * atA;
        secondB += two * atB;
      }
      add(row, at, firstA);
      add(row, at + 1, firstB);
      add(row + 1, at, secondA);
      add(row + 1, at + 1, secondB);
    }
  }
}

/** Where a row begins; past the last one, where that begins. @param {number} row @param {number} rows
 * @param {number} length */
function startOf(row, rows, length) {
  return Math.min(row, rows - 1) * length;
}

/** Rows become columns. @param {Float64Array} table @param {number} rows @param {number} columns */
export function turn(table, rows, columns) {
  const turned = new Float64Array(table.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = table[row * columns + column];
  }
  return turned;
}

/** Add up each row: sums[row] += slopes[row][0] + slopes[row][1] + … @param {Float64Array} sums
 * @param {Float64Array} slopes @param {number} length of a row */
export function addRows(sums, slopes, length) {
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    for (let place = row * length; place < (row + 1) * length; place++) sum += slopes[place];
    sums[row] += sum;
  }
}
