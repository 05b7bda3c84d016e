// The votes as bars, the answer as a letter, and how sure it sounds.
import { make, setText } from "./dom.js";
import { decimal, percent } from "./numbers.js";

const EQUAL = 1e-9;

/** Which category is ahead: votes closer than 1e-9 count as equal, and equal votes go to the first.
 * @param {ArrayLike<number>} votes */
export function winner(votes) {
  let best = 0;
  for (let place = 1; place < votes.length; place++) if (votes[place] - votes[best] >= EQUAL) best = place;
  return best;
}

/** Each category's share after softmax. @param {ArrayLike<number>} votes */
export function softmax(votes) {
  const list = Array.from(votes),
    most = Math.max(...list),
    powers = list.map((vote) => Math.exp(vote - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** @param {ArrayLike<number>} votes @param {string[]} categories
 * @param {boolean} certain whether shares mean something */
export function tellAnswer(votes, categories, certain) {
  const best = winner(votes),
    list = categories.map((name, place) => `${name} ${decimal(votes[place])}`).join(", ");
  return `Answer ${categories[best]}. Votes: ${list}.${certain ? ` Its share: ${percent(softmax(votes)[best])}.` : ""}`;
}

/** Seen, not heard: whoever owns it says the answer aloud, once for all its panels. */
export class VotesPanel {
  /** @param {string[]} categories @param {boolean} [wide] with the share of the answer */
  constructor(categories, wide = true) {
    this.wide = wide;
    this.categories = categories;
    this.element = make("div", categories.some((name) => name.length > 2) ? "votes words" : "votes");
    this.letter = make("div", "answer", "", { "aria-hidden": "true" });
    this.bars = categories.map((name) => {
      const row = make("div", "vote"),
        fill = make("i", "fill"),
        track = make("span", "track"),
        number = make("span", "number");
      track.append(fill);
      row.append(make("b", "", name), track, number);
      return { row, fill, number };
    });
    this.share = make("div", "soft");
    const list = make("div", "vote-list", "", { "aria-hidden": "true" });
    list.append(...this.bars.map(({ row }) => row), this.share);
    this.element.append(this.letter, list);
  }

  /** @param {ArrayLike<number>} votes @param {boolean} certain */
  show(votes, certain) {
    const best = winner(votes),
      most = Math.max(1, ...Array.from(votes, Math.abs)),
      low = Math.min(...Array.from(votes)) < 0;
    setText(this.letter, this.categories[best]);
    this.bars.forEach(({ row, fill, number }, place) => {
      const part = (Math.abs(votes[place]) / most) * (low ? 50 : 100),
        zero = low ? 50 : 0;
      fill.style.left = `${votes[place] < 0 ? zero - part : zero}%`;
      fill.style.width = `${part}%`;
      fill.className = votes[place] < 0 ? "xo-fill xo-negative" : "xo-fill";
      row.classList.toggle("xo-best", place === best);
      setText(number, decimal(votes[place]));
    });
    setText(this.share, certain ? this.tellShare(best, percent(softmax(votes)[best])) : "");
  }

  /** @param {number} best @param {string} share */
  tellShare(best, share) {
    return this.wide ? `${this.categories[best]} has ${share} after softmax` : `share ${share}`;
  }
}
