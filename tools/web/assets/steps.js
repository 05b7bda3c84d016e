// The steps of the tour on the front page.

/** @typedef {import("./tour.js").Step} Step */

/** A grid of the picture whose spoken name begins like this. @param {string} name */
const grid = (name) => `.xo-grid[aria-label^="${name}"]`;

/** The features with the bias of each, and the weights with theirs. */
const FEATURES = `${grid("Feature")}, ${grid("Bias of feature")}`;
const VOTING = [
  grid("List"),
  grid("Weights"),
  '.xo-grid[aria-label^="Bias of"]:not([aria-label*="feature"])',
  grid("Votes"),
];
const LEAST_FALL = 0.01; // of the error, for an eye to see
const TURN = ".xo-direction, .xo-backward-panel";

/** @type {Step[]} */
export const STEPS = [
  {
    title: "Draw",
    words:
      "Draw on these 9 by 9 pixels: with a mouse, a finger or a pen, or with the arrow keys and the space bar. The maps, the list and the votes follow at once.",
    at: grid("Drawing pad"),
    done: (scene) => scene.changed("pixels"),
    praise: "That was you. The votes have already changed.",
  },
  {
    title: "The answer",
    words:
      "At the end stand two votes, one for X and one for O. The larger vote is the answer. Nothing between your drawing and these two numbers is hidden.",
    at: grid("Votes"),
  },
  {
    title: "A feature",
    words:
      "The network looks for six small patterns, its features. It lays each of them on every patch of your drawing, and works out how well the two match.",
    at: FEATURES,
  },
  {
    title: "Point at a number",
    words:
      "How well a feature matches each patch stands in its map. Point at a number in a map, or go there with Tab and the arrow keys: the patch that it comes from lights up, and a card shows how it was worked out.",
    at: grid("Filtered map"),
    done: (scene) => scene.card() !== null,
    praise: "This is the sum behind that number, term by term.",
  },
  {
    title: "Hold the card",
    words: "Click a number, or press Enter on it, and its card stays while you read.",
    at: grid("Filtered map"),
    done: (scene) => scene.card()?.classList.contains("xo-pinned") ?? false,
    praise: "It stays. Escape puts it away.",
  },
  {
    title: "Follow it back",
    words:
      "Now click a number of the list, or a vote, or press Enter on it. On its card, press “← strongest” again and again, until the card shows a number of the first maps and its patch of your drawing.",
    at: VOTING.join(", "),
    done: (scene) => scene.walkedBack(),
    praise: "From a vote back to a pixel: you could do each of these sums by hand.",
  },
  {
    title: "Change a feature",
    words:
      "A feature is nothing but numbers. Click one of them, or press Space on it: it becomes 1 or −1, and the whole map of this feature changes.",
    at: FEATURES,
    done: (scene) => scene.changed("numbers"),
    press: ".xo-tools",
    praise: "You have changed what the network looks for. The arrow ↶ takes it back.",
  },
  {
    title: "Switch a layer off",
    words:
      "The layer called ReLU puts 0 in place of every negative number. Switch it off, and see what changes. Sometimes nothing does, and one of the lessons asks why.",
    at: ".xo-chip:not(.xo-direction)",
    done: (scene) => scene.changed("layers"),
    praise: "Switch it on again when you have seen enough.",
  },
  {
    title: "Run it backward",
    words:
      "Press “Backward”, and say what your drawing is. Every number now shows its slope: how fast the error would grow with that number. Learning needs nothing more.",
    at: TURN,
    here: (scene) => scene.find(TURN) !== null,
    done: (scene) => scene.turned(),
    praise: "These are the slopes. The error shrinks when every number goes a little against its own.",
  },
  {
    title: "Train it",
    words:
      "With the picture turned backward, claim that your drawing is the other letter, the one that the network did not answer: the error leaps up. Then press “Ten steps”: ten times, its numbers go a little against their slopes. Watch the error.",
    at: TURN,
    here: (scene) => scene.find(TURN) !== null,
    done: (scene) => scene.changed("numbers") && scene.fall() >= LEAST_FALL,
    praise:
      "The error has fallen: training makes the network say what it is told, even what is wrong. Go on, and the tour puts its numbers back.",
    after: (scene) => scene.putBack(),
  },
  {
    title: "Break it",
    words:
      "The network runs forward, as it was before that training. Fool it: make it call your O an X, or leave the page empty. Is giving an answer the same as knowing?",
    at: grid("Drawing pad"),
    press: ".xo-tools",
    done: (scene) => scene.changed("pixels"),
    praise: "It always answers. That does not mean that it knows.",
  },
  {
    title: "That is all of it",
    words:
      "Nothing else is inside. The lessons take the network apart, one column at a time, and ask where its numbers come from. Begin with lesson 0.",
  },
];
