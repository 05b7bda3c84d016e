// The kernel behind a widget: ask it for something, and say so when it is busy, gone, or was never there.

/**
 * What Jupyter, or an exported page, hands to a widget.
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: any) => void} set
 * @property {() => void} save_changes
 * @property {(message: any, callbacks?: any, buffers?: any[]) => void} send
 * @property {(name: string, act: (...values: any[]) => void) => void} on
 * @property {(name: string, act: (...values: any[]) => void) => void} off
 * @property {any} [widget_manager] Jupyter's; an exported page has none
 */

const ANSWER_WITHIN_MS = 4000;
export const BUSY =
  "No answer yet from Python. Where another cell runs, wait for it; where the kernel was restarted, run this cell again.";
export const GONE = "Python has gone away. All goes on here, but what you do is not kept: run this cell again.";

/**
 * Whether Python stands behind a widget: not in an exported page, and not in a notebook that was opened without its kernel.
 * @param {Model} model
 */
export function hasKernel(model) {
  return Boolean(model.widget_manager) && model.widget_manager.kernel !== null;
}

/**
 * Listen to changes of a model and to messages from Python.
 * @param {Model} model @param {Record<string, (...values: any[]) => void>} acts by event, as in "change:pixels"
 * @returns {() => void} ends it
 */
export function listenTo(model, acts) {
  for (const [name, act] of Object.entries(acts)) model.on(name, act);
  return () => {
    for (const [name, act] of Object.entries(acts)) model.off(name, act);
  };
}

export class Kernel {
  /** @param {Model} model @param {(words: string) => void} complain called with "" once an answer came */
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
      this.complain(BUSY);
    };
    this.timer = window.setTimeout(complain, ANSWER_WITHIN_MS);
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
