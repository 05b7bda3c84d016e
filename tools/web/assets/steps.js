// The steps of the tour on the front page.

/** @typedef {import("./tour.js").Step} Step */

/** A grid of the picture whose spoken name begins like this. @param {string} name */
const grid = (name) => `.xo-grid[aria-label^="${name}"]`;

/** @type {Step[]} */
export const STEPS = [
  {
    title: "Draw",
    words:
      "This is a picture of 9 by 9 pixels. Draw on it: with mouse, finger or pen, or with the arrow keys and the space bar. Every number of the network follows.",
    at: grid("Drawing pad"),
    done: (scene) => scene.changed("pixels"),
    praise: "That was you. The votes have already changed.",
  },
  {
    title: "The answer",
    words:
      "At the end stand two votes, one for X and one for O. The larger one is the answer. Nothing is hidden between your drawing and these two numbers.",
    at: grid("Votes"),
  },
  {
    title: "A feature",
    words:
      "The first column holds six tiny pictures: the features. Each is laid on every patch of your drawing, and asked: how much of me is here?",
    at: grid("Feature"),
  },
  {
    title: "Point at a number",
    words:
      "Each feature writes its scores into a map. Point at a number in one of these maps, or go there with Tab and the arrow keys: the patch behind it lights up, and a card shows its sum.",
    at: grid("Filtered map"),
    done: (scene) => scene.card() !== null,
    praise: "There is the sum behind that number, term by term.",
  },
  {
    title: "Hold it",
    words: "Click a number, or press Enter on it, to hold its card. Then you can read it in peace.",
    at: grid("Filtered map"),
    done: (scene) => scene.card()?.classList.contains("xo-pinned") ?? false,
    praise: "Held. Escape lets it go again.",
  },
  {
    title: "Follow it back",
    words:
      "Now hold a number of the list, or a vote. On its card, press “← strongest” and walk back, step by step, to the ink that it came from.",
    at: `${grid("List")}, ${grid("Votes")}`,
    done: (scene) => scene.changed("card") && scene.card() !== null,
    praise: "From a vote back to a pixel: every step is a sum that you could do by hand.",
  },
  {
    title: "Change a feature",
    words:
      "The features are only numbers. Change one number of a feature: click it, or press Space on it. Its whole map changes.",
    at: grid("Feature"),
    done: (scene) => scene.changed("numbers"),
    praise: "You have just rewired a neural network. The arrow that points back undoes it.",
  },
  {
    title: "Switch a layer off",
    words:
      "ReLU puts 0 in place of every negative number. Switch it off, and see what changes. Sometimes nothing does: a lesson is about that.",
    at: ".xo-chip",
    done: (scene) => scene.changed("pressed"),
    praise: "Switch it on again when you have seen enough.",
  },
  {
    title: "Run it backward",
    words:
      "Say what the drawing is, and turn the picture backward: every number now tells which way the error would go if it grew. That is all that learning needs.",
    at: ".xo-direction, .xo-backward",
    here: (scene) => scene.find(".xo-direction, .xo-backward") !== null,
    done: (scene) => scene.changed("pressed"),
    praise: "These are the slopes. One small step down each of them, many times over, is training.",
  },
  {
    title: "Break it",
    words: "Make it call your O an X, or an empty page anything at all. Is an answer the same as knowing?",
    at: grid("Drawing pad"),
    done: (scene) => scene.changed("pixels"),
    praise: "It always answers. That does not mean that it knows.",
  },
  {
    title: "That is all of it",
    words:
      "Nothing else is inside. The lessons take it apart, one column at a time, and then let one learn from nothing. Start with lesson 0.",
  },
];
