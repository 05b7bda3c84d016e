// One kind of interaction with the figure, which can be switched on and off.

export class Handler {
  constructor() {
    /** @type {AbortController | null} */
    this.listening = null;
  }

  get enabled() {
    return this.listening !== null;
  }

  enable() {
    if (this.listening) return;
    this.listening = new AbortController();
    this.listen(this.listening.signal);
  }

  disable() {
    this.listening?.abort();
    this.listening = null;
  }

  /** Add the listeners, each of which ends with the signal. @param {AbortSignal} signal */
  listen(signal) {
    signal.throwIfAborted();
  }
}
