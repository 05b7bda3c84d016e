// The glass network: every number from the pad to the votes, alive while the pen moves.
import { chooseLimit } from "./colours.js";
import { make, speaker } from "./dom.js";
import { runLayers, unfold } from "./engine.js";
import { Figure } from "./figure.js";
import { Session } from "./session.js";
import { decimal } from "./shown.js";
import { buildTools, readPicture } from "./tools.js";

/** @typedef {import("./layout.js").Lane} Lane */

/** @param {{model: import("./session.js").Model, el: HTMLElement}} view */
function render({ model, el }) {
  const session = new Session(model), mode = { erasing: false };
  const categories = model.get("categories"), presets = model.get("presets");
  const root = make("div", "glass", "", { role: "group", "aria-label": model.get("title") });
  const live = make("div", "spoken", "", { "aria-live": "polite" }), status = make("div", "status", "", { role: "status" });
  const voice = speaker(live);
  const drawing = {
    image: () => session.state.image,
    place: () => ({ x: 0, y: 0, wide: 1, high: 1 }),
    erasing: () => mode.erasing,
    draw: (/** @type {Float64Array} */ values) => session.draw(values),
    begin: () => session.beginStroke(),
    end: () => session.endStroke(),
  };
  const tools = buildTools({ session, presets, mode, changed: () => lay() });
  el.append(root);
  const figure = new Figure(root, { drawing, categories, tools, say: voice.say, edit: () => null, undo: () => session.undo() });
  root.append(status, live);

  /** @returns {Lane[]} */
  const compute = () => {
    const { image, layers, against } = session.state;
    return [layers, against].filter((one, index) => index === 0 || one.length).map((one, index) => {
      const unfolded = unfold(one);
      return { stages: runLayers(image, unfolded), layers: unfolded, image: index === 0 };
    });
  };
  const limitOf = () => {
    const { image } = session.state, size = image.values.length;
    const pictures = Object.values(presets).map(readPicture).filter((values) => values.length === size);
    const all = [image.values, ...pictures].flatMap((values) => [session.state.layers, session.state.against].flatMap((layers) =>
      runLayers({ ...image, values }, unfold(layers)).slice(1)));
    return chooseLimit(all);
  };
  let laid = "", waiting = 0;
  const lay = () => {
    figure.limit = limitOf();
    laid = shapeOf(session.state);
    figure.lay(compute());
  };
  const paint = () => {
    waiting = 0;
    if (shapeOf(session.state) !== laid) lay();
    else figure.show(compute());
    answer();
    root.dispatchEvent(new CustomEvent("xo-painted"));
  };
  const answer = () => {
    const { stages, layers } = figure.lanes[0], votes = stages[stages.length - 1];
    figure.grids.refresh();
    if (layers[layers.length - 1]?.kind !== "Voting") return voice.say("");
    const list = categories.slice(0, votes.rows).map((/** @type {string} */ name, /** @type {number} */ row) => `${name} ${decimal(votes.values[row])}`);
    voice.say(`Votes: ${list.join(", ")}.`);
  };
  session.onChange(() => { waiting ||= requestAnimationFrame(paint); });
  const sizes = new ResizeObserver(() => lay());
  const themes = new MutationObserver(() => lay());
  themes.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "class"] });
  lay();
  sizes.observe(root);
  return () => {
    cancelAnimationFrame(waiting);
    sizes.disconnect();
    themes.disconnect();
    voice.stop();
    session.close();
  };
}

/** What makes a new layout necessary. @param {import("./session.js").State} state */
function shapeOf({ image, layers, against }) {
  return JSON.stringify([image.rows, image.columns, ...[...layers, ...against].map(({ kind, on, shape }) => [kind, on, shape])]);
}

export default { render };
