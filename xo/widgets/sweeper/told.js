// How far a sweep has come, in words; and that Python has gone away, for then its buttons do nothing.
import { make, makeRoot, setText } from "../shared/dom.js";
import { Kernel, listenTo, NONE } from "../shared/kernel.js";
import { watch } from "../shared/watch.js";

/** @typedef {import("../shared/kernel.js").Model} Model */

const GONE =
  "Python has gone away, and with it this sweep: run its cells again. What it kept in a file is not done twice.";

/** @param {{model: Model, el: HTMLElement}} view */
function render({ model, el }) {
  const root = makeRoot("told", "Sweep"),
    words = make("p", "", "", { role: "status" }),
    show = () =>
      setText(words, kernel.lost && kernel.lost !== NONE ? `${model.get("words")} ${GONE}` : model.get("words")),
    kernel = new Kernel(model, () => show());
  root.append(words);
  el.append(root);
  const ends = [
    listenTo(model, { "change:words": show }),
    watch(root, model, { kernelGone: () => kernel.lose() }),
    () => kernel.close(),
    () => root.remove(),
  ];
  show();
  kernel.greet(root);
  return () => {
    for (const end of ends) end();
  };
}

export default { render };
