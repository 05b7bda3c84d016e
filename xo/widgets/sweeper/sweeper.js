// A sweep: start it, stop it, how far it has come, and what is best so far. Python does the work.
import { button, make, makeRoot, setText, setUsable } from "../shared/dom.js";
import { Kernel, listenTo, NONE } from "../shared/kernel.js";
import { Projector } from "../shared/projector.js";
import { watch } from "../shared/watch.js";

/** @typedef {import("../shared/kernel.js").Model} Model */

const GONE =
  "Python has gone away, and with it this sweep: run its cells again. What it kept in a file is not done twice.";

class View {
  /** @param {Model} model @param {HTMLElement} el */
  constructor(model, el) {
    this.model = model;
    this.root = makeRoot("panel sweep", "Sweep");
    this.projector = new Projector(this.root, () => {});
    this.kernel = new Kernel(model, () => this.show());
    this.start = button("Start", "Do the jobs that are left", () => this.kernel.ask({ do: "start" }));
    this.stop = button("Stop", "Stop; what is done stays", () => this.kernel.ask({ do: "stop" }));
    this.bar = make("progress", "bar", "", { "aria-label": "Done" });
    this.words = make("p", "told", "", { role: "status" });
    const tools = make("div", "controls");
    tools.append(this.start, this.stop, this.bar, this.projector.button);
    this.root.append(tools, this.words);
    el.append(this.root);
    const show = () => this.show();
    this.ends = [
      listenTo(model, { "change:words": show, "change:done": show, "change:running": show }),
      watch(this.root, model, { kernelGone: () => this.kernel.lose() }),
    ];
    this.show();
    this.kernel.greet(this.root);
  }

  show() {
    const [jobs, done, running, words] = ["jobs", "done", "running", "words"].map((name) => this.model.get(name)),
      { kernel } = this,
      gone = kernel.lost !== "" && kernel.lost !== NONE;
    setUsable(this.start, !gone && !running && done < jobs);
    setUsable(this.stop, !gone && running);
    [this.bar.max, this.bar.value] = [jobs, done];
    setText(this.words, [words, gone ? GONE : kernel.words].filter(Boolean).join(" "));
  }

  close() {
    for (const end of this.ends) end();
    this.projector.close();
    this.kernel.close();
    this.root.remove();
  }
}

/** @param {{model: Model, el: HTMLElement}} place */
function render({ model, el }) {
  const view = new View(model, el);
  return () => view.close();
}

export default { render };
