// Errors: one number that says how wrong the votes are, and which way it would change with every vote; as in xo.errors.

/**
 * @callback ErrorOf
 * @param {Float64Array} votes category by category, those for all drawings side by side
 * @param {ArrayLike<number>} right the right category of each drawing
 * @param {Float64Array} slopes is filled: how much the error grows with each vote
 * @param {number} [count] of drawings whose mean the error is, where these are only a part of them
 * @returns {number} the part of the error that these drawings make
 */

/** Softmax cross-entropy: the surprise at the right answer, after votes have become shares of certainty.
 * @type {ErrorOf} */
function softmaxError(votes, right, slopes, count = right.length) {
  const images = right.length;
  let error = 0;
  for (let image = 0; image < images; image++) {
    let most = -Infinity,
      sum = 0;
    for (let place = image; place < votes.length; place += images) most = Math.max(most, votes[place]);
    // exp of votes behind the largest cannot overflow
    for (let place = image; place < votes.length; place += images) {
      slopes[place] = Math.exp(votes[place] - most);
      sum += slopes[place];
    }
    const wanted = right[image] * images + image;
    for (let place = image; place < votes.length; place += images) {
      slopes[place] = (slopes[place] / sum - (place === wanted ? 1 : 0)) / count;
    }
    error += Math.log(sum) - (votes[wanted] - most);
  }
  return error / count;
}

/** The essay's: how far the votes are from 1 for the right category and 0 for the others, added up. @type {ErrorOf} */
function essayError(votes, right, slopes, count = right.length) {
  const images = right.length;
  let error = 0;
  for (let place = 0; place < votes.length; place++) {
    const miss = votes[place] - (right[place % images] === Math.floor(place / images) ? 1 : 0);
    error += Math.abs(miss);
    slopes[place] = Math.sign(miss) / count;
  }
  return error / count;
}

/** Under the names of their functions in Python. @type {Record<string, ErrorOf>} */
export const ERRORS = { softmax_error: softmaxError, essay_error: essayError };
