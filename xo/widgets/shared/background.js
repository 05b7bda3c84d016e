// Long work in short pieces between the frames: the pen comes first, and a hidden page goes on.

const SLICE_MS = 8; // of work after each frame, then the browser may listen and draw the next
const LATEST_FRAME_MS = 25; // where frames come later, the work does not wait for them
const HIDDEN_SLICE_MS = 50; // nobody draws or listens

/** One piece of long work at a time. */
export class BackgroundTask {
  /**
   * @param {() => void} news told after each slice of work
   * @param {(error: unknown) => void} ended when all pieces are done, or one has failed; not when it was stopped
   */
  constructor(news, ended) {
    this.news = news;
    this.ended = ended;
    /** @type {Iterator<unknown, void> | null} */
    this.pieces = null;
    this.timer = 0;
    this.frame = 0;
    // Timers rest for a second each in a hidden page, messages do not.
    this.channel = new MessageChannel();
    this.channel.port1.onmessage = () => this.work();
  }

  get running() {
    return this.pieces !== null;
  }

  /** @param {Iterator<unknown, void>} pieces each is a short piece of work done; a number is milliseconds to wait
   * before the next */
  start(pieces) {
    this.stop();
    this.pieces = pieces;
    this.goOn(0);
  }

  stop() {
    this.pieces = null;
    this.cancel();
  }

  cancel() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
  }

  /** @param {number} waitMs */
  goOn(waitMs) {
    if (waitMs > 0) this.timer = window.setTimeout(() => this.work(), waitMs);
    else if (document.hidden) this.post();
    else {
      this.timer = window.setTimeout(() => this.post(), LATEST_FRAME_MS);
      this.frame = requestAnimationFrame(() => this.post());
    }
  }

  /** The work goes on after what the browser has to do now. */
  post() {
    this.cancel();
    this.channel.port2.postMessage("");
  }

  work() {
    const { pieces } = this;
    if (!pieces) return;
    const wait = this.slice(pieces);
    if (this.pieces !== pieces) return;
    this.news();
    if (wait !== null) this.goOn(wait);
  }

  /** @param {Iterator<unknown, void>} pieces @returns {number | null} milliseconds to wait, or null at the end */
  slice(pieces) {
    const end = performance.now() + (document.hidden ? HIDDEN_SLICE_MS : SLICE_MS);
    try {
      while (performance.now() < end) {
        const { done, value } = pieces.next();
        if (done) return this.finish(null);
        if (this.pieces !== pieces) return null;
        if (typeof value === "number" && value > 0) return value;
      }
    } catch (error) {
      return this.finish(error);
    }
    return 0;
  }

  /** @param {unknown} error @returns {null} */
  finish(error) {
    this.stop();
    this.ended(error);
    return null;
  }

  close() {
    this.stop();
    this.channel.port1.close();
  }
}
