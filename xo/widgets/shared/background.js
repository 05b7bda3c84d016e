// Long work in short pieces between the frames: the pen comes first, and a hidden page goes on.

const FRAME_MS = 14; // of the 16.7 between two frames, the rest is the browser's
const [LEAST_MS, MOST_MS] = [3, 10]; // of work after each frame, then the browser may listen and draw the next
const LATE_MS = 30; // since the frame before: one was left out
const LATEST_FRAME_MS = 60; // where frames come later, the work does not wait for them
const HIDDEN_SLICE_MS = 50; // nobody draws or listens

/** How long a slice of work may last: what the frame before has left, and less where frames come late. */
export class Slices {
  constructor() {
    this.most = MOST_MS;
    this.frameAt = -Infinity;
    this.missed = 0;
  }

  /** For a while nobody waits for a frame: the next one is not late. */
  rest() {
    this.frameAt = -Infinity;
    this.missed = 0;
  }

  /** A frame begins. @param {number} now in milliseconds */
  frame(now) {
    const late = now - this.frameAt > LATE_MS && this.frameAt > -Infinity && !this.unseen;
    this.most = late ? Math.max(LEAST_MS, this.most / 2) : Math.min(MOST_MS, this.most + 0.5);
    this.frameAt = now;
    this.missed = 0;
  }

  /** No frame has come in time. */
  miss() {
    this.missed += 1;
  }

  /** One frame may be late; where two fail, nobody sees them: browsers do not paint an embedded page out of sight. */
  get unseen() {
    return this.missed > 1;
  }

  /** Milliseconds for the work that follows. @param {number} now once a frame is painted, or without one */
  length(now) {
    if (this.unseen) return HIDDEN_SLICE_MS;
    if (this.missed || this.frameAt === -Infinity) return this.most;
    return Math.max(LEAST_MS, Math.min(this.most, FRAME_MS - (now - this.frameAt)));
  }
}

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
    this.slices = new Slices();
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
    this.slices = new Slices();
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
    if (waitMs > 0 || document.hidden) this.slices.rest();
    if (waitMs > 0) this.timer = window.setTimeout(() => this.work(), waitMs);
    else if (document.hidden) this.post();
    else {
      this.timer = window.setTimeout(() => {
        this.slices.miss();
        this.post();
      }, LATEST_FRAME_MS);
      this.frame = requestAnimationFrame((now) => {
        this.slices.frame(now);
        this.post();
      });
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
    const now = performance.now(),
      end = now + (document.hidden ? HIDDEN_SLICE_MS : this.slices.length(now));
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
