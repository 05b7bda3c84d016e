// Ask the kernel for something, and say so when no answer comes.

const PATIENCE = 4000;
export const SILENT =
  "No answer yet from Python. Where another cell runs, wait for it; where the kernel was restarted, run this cell again.";

export class Kernel {
  /** @param {import("./votes.js").Model} model @param {(words: string) => void} complain called with "" once an answer came */
  constructor(model, complain) {
    this.model = model;
    this.complain = complain;
    this.timer = 0;
    this.silent = false;
  }

  /** Something that an answer is expected to. @param {Record<string, any>} message */
  ask(message) {
    clearTimeout(this.timer);
    const complain = () => {
      this.silent = true;
      this.complain(SILENT);
    };
    this.timer = window.setTimeout(complain, PATIENCE);
    try {
      this.model.send(message);
    } catch {
      complain(); // the kernel that made this widget is gone
    }
  }

  /** It answered. */
  answered() {
    clearTimeout(this.timer);
    if (this.silent) this.complain("");
    this.silent = false;
  }

  close() {
    clearTimeout(this.timer);
  }
}
