// When things are done: at most so often, and what is seen, once a frame.

export const SEND_EVERY_MS = 100; // what the pen changes goes to the kernel this often

/** Something that is done at most so often, and never left undone. */
export class Throttle {
  /** @param {() => void} act @param {number} [everyMs] */
  constructor(act, everyMs = SEND_EVERY_MS) {
    this.act = act;
    this.everyMs = everyMs;
    this.doneAt = -Infinity;
    this.timer = 0;
  }

  /** Now, where the last time is long enough ago; otherwise as soon as it is. */
  soon() {
    if (this.timer) return;
    const wait = this.doneAt + this.everyMs - performance.now();
    if (wait <= 0) this.now();
    else this.timer = window.setTimeout(() => this.now(), wait);
  }

  now() {
    this.cancel();
    this.doneAt = performance.now();
    this.act();
  }

  /** What waits for its turn is done at once. */
  flush() {
    if (this.timer) this.now();
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}

/** When the next frame has been painted. @param {() => void} act @returns {() => void} forgets it */
export function afterNextFrame(act) {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}

/**
 * Tells its listeners that something changed: once a frame, however often it is told. A hidden page has no frames, so
 * they hear it when the page is seen again.
 */
export class FrameSignal {
  constructor() {
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    this.frame = 0;
  }

  /** @param {() => void} act @returns {() => void} stops listening */
  listen(act) {
    this.listeners.add(act);
    return () => this.listeners.delete(act);
  }

  tell() {
    this.frame ||= requestAnimationFrame(() => this.now());
  }

  /** Without waiting for the frame. One listener that fails does not keep the news from the others. */
  now() {
    this.cancel();
    for (const act of [...this.listeners]) {
      try {
        act();
      } catch (error) {
        reportError(error);
      }
    }
  }

  cancel() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}
