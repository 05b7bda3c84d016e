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
const HEADS_PX = 14; // the letters over the weights
const LEAST_FALL = 0.01; // of the error, for an eye to see
const TURN = ".xo-direction, .xo-backward-panel";

/** @type {Step[]} */
export const STEPS = [
  {
    title: "Draw",
    words:
      "Draw on these 9 by 9 pixels: with a mouse, a finger or a pen, or with the arrow keys and the space bar. All other numbers follow at once.",
    at: grid("Drawing pad"),
    done: (scene) => scene.changed("pixels"),
    praise: "That was you: the numbers have already changed.",
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
      "Each feature has a map of its results, one number for every patch. Point at a number in a map, or go there with Tab and the arrow keys: the patch that it comes from lights up, and a card shows how it was worked out.",
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
      "Now click a number of the list, or a vote, or press Enter on it. On its card, press “←\u00a0strongest” again and again, until the card shows a number of the first maps and its patch of your drawing.",
    at: VOTING.join(", "),
    above: HEADS_PX,
    done: (scene) => scene.walkedBack(),
    praise: "Back to the pixels, step by step: you could do each of these sums by hand.",
  },
  {
    title: "Change a feature",
    words:
      "A feature is nothing but numbers. Click one of them, or press Space on it: it becomes 1 or −1, and the map of this feature is worked out anew.",
    at: FEATURES,
    done: (scene) => scene.changed("numbers"),
    also: [".xo-tools"],
    praise: "You have changed what the network looks for. The arrow ↶ takes it back.",
  },
  {
    title: "Switch a layer off",
    words:
      "The layer called ReLU puts 0 in place of every negative number. Switch it off, and watch the votes: do they change? Does the answer? One of the lessons asks when this layer makes a difference.",
    at: ".xo-chip:not(.xo-direction)",
    also: [grid("Votes")],
    done: (scene) => scene.changed("layers"),
    praise: "Look as long as you like. When you go on, the tour puts the layer back.",
    after: (scene) => scene.putBack("plans"),
  },
  {
    title: "Run it backward",
    words:
      "Press “Backward”, and say what your drawing is. The error, or loss, is one number for how far the votes are from that; “softmax” names the way it is worked out. Every number of the network now shows its slope, its part of the gradient: how fast the error grows with that number.",
    at: TURN,
    here: (scene) => scene.find(TURN) !== null,
    done: (scene) => scene.turned(),
    praise: "These are the slopes. The error shrinks when every number goes a little against its own.",
  },
  {
    title: "Train it",
    words:
      "With the picture turned backward, claim that your drawing is the other letter, the one that the network did not answer: the error leaps up. Then press “Ten steps” of gradient descent: ten times, all numbers of the network go a little against their slopes. Watch the error.",
    at: TURN,
    here: (scene) => scene.find(TURN) !== null,
    done: (scene) => scene.changed("numbers") && scene.fall() >= LEAST_FALL,
    praise:
      "The error has fallen: training makes the network say what it is told, even what is wrong. When you go on, the tour puts its numbers back.",
    after: (scene) => {
      scene.putBack("numbers", "category");
      scene.model.set("backward", false);
    },
  },
  {
    title: "Break it",
    words:
      "The network runs forward again, as it was before that training. Fool it: draw an X that it calls an O, or an O that it calls an X. Try small letters, crooked ones, or one with a gap.",
    at: grid("Drawing pad"),
    also: [".xo-tools", grid("Votes")],
    done: (scene) => scene.changed("pixels"),
    praise: "Is its answer right? If it is, draw on. One of the lessons asks how far you can trust it.",
  },
  {
    title: "That is all of it",
    words:
      "Nothing else is inside. The lessons take the network apart, one column at a time, and ask where its numbers come from. Begin with lesson 0.",
  },
];
