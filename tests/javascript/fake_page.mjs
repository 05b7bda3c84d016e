// What a widget's session finds in a browser and in Jupyter, as far as it needs them under Node.

globalThis.window = globalThis;
globalThis.document = { hidden: false };
globalThis.requestAnimationFrame = (act) => setTimeout(() => act(performance.now()), 0);
globalThis.cancelAnimationFrame = clearTimeout;

/** A model that tells its listeners what changes, and remembers what was sent to Python and when. */
export class FakeModel {
  /** @param {Record<string, any>} values */
  constructor(values) {
    this.values = { ...values };
    this.listeners = [];
    /** @type {{at: number, values: Record<string, any>}[]} */
    this.sent = [];
    this.changed = {};
  }

  get(name) {
    return this.values[name];
  }

  set(name, value) {
    const changes = typeof name === "string" ? { [name]: value } : name;
    Object.assign(this.values, changes);
    Object.assign(this.changed, changes);
    for (const changed of Object.keys(changes))
      for (const [event, act] of [...this.listeners]) if (event === `change:${changed}`) act();
  }

  save_changes() {
    this.sent.push({ at: performance.now(), values: this.changed });
    this.changed = {};
  }

  on(event, act) {
    this.listeners.push([event, act]);
  }

  off(event, act) {
    this.listeners = this.listeners.filter(([name, one]) => name !== event || one !== act);
  }

  send() {}
}

/** Wait until something is so. @param {() => boolean} condition */
export async function until(condition, seconds = 20) {
  const end = performance.now() + seconds * 1000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited too long for ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
