// The kernel behind a widget: send it something, and say so when it is busy, gone, or was never there.

/**
 * What Jupyter, or an exported page, hands to a widget.
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string | Record<string, any>, value?: any) => void} set one value, or several at once
 * @property {() => void} save_changes
 * @property {(message: any, callbacks?: any, buffers?: any[]) => void} send
 * @property {(name: string, act: (...values: any[]) => void) => void} on
 * @property {(name: string, act: (...values: any[]) => void) => void} off
 * @property {any} [widget_manager] Jupyter's; an exported page has none
 */

const ANSWER_WITHIN_MS = 4000;
const DISCONNECTED = ".jupyter-widgets-disconnected";
export const BUSY = "No answer from Python yet: it is busy with another cell. Everything here goes on.";
export const STRANGE =
  "Python does not know this picture: it was made before Python was started anew. It lives on here; " +
  "to connect it, run its cell.";
export const GONE =
  "Python has gone away: restarted, or ended. Everything here goes on, but your cells no longer hear of it; " +
  "to connect it, run this cell again.";
export const NONE = "There is no Python behind this page: for that, take the lesson in Jupyter.";

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

/** Tells when Python does not hear what is done in a widget: it is busy, was started anew, has gone, or was never
 * there. */
export class Kernel {
  /** @param {Model} model @param {(words: string) => void} tell called with "" once all is well */
  constructor(model, tell) {
    this.model = model;
    this.tell = tell;
    this.words = "";
    this.timer = 0;
    /** Why it will never answer, if so. */
    this.lost = model.widget_manager ? "" : NONE;
  }

  /** Jupyter marks what no kernel stands behind: a picture of a notebook that was opened again.
   * @param {HTMLElement} root in the page */
  greet(root) {
    if (root.closest(DISCONNECTED)) this.lose(STRANGE);
  }

  /** Send something that Python is to act on. It has, when Jupyter says that the kernel is idle again.
   * @param {Record<string, any>} message */
  ask(message) {
    clearTimeout(this.timer);
    if (this.lost) return this.say(this.lost);
    this.timer = window.setTimeout(() => this.say(BUSY), ANSWER_WITHIN_MS);
    const done = (/** @type {any} */ { content }) => content.execution_state === "idle" && this.answered();
    try {
      this.model.send(message, { iopub: { status: done } });
    } catch {
      this.lose(GONE);
    }
  }

  /** It will never answer. @param {string} [words] why */
  lose(words = GONE) {
    clearTimeout(this.timer);
    this.lost = words;
    this.say(words);
  }

  /** News from Python. */
  answered() {
    clearTimeout(this.timer);
    if (!this.lost) this.say("");
  }

  /** @param {string} words */
  say(words) {
    if (words === this.words) return;
    this.words = words;
    this.tell(words);
  }

  close() {
    clearTimeout(this.timer);
  }
}
