// Stands where Jupyter's model would: it keeps values, and tells whoever listens. It has no widget_manager: there is no
// Python.

/**
 * @typedef {{path: string[], data: string, like?: [string, number]}} Buffer the data in base64, as Jupyter has it
 *   like: the model, and the place among its buffers, where equal bytes stand in place of data
 * @typedef {{module: string, values: any, buffers: Buffer[], bytes?: [string, string]}} Packed
 *   bytes: the key and the address of the script that brings the buffers
 */

/** @typedef {(...values: any[]) => void} Act */

export class LocalModel {
  /** @param {Record<string, any>} values */
  constructor(values) {
    this.values = values;
    /** @type {Map<string, Act[]>} */
    this.listeners = new Map();
  }

  /** @param {string} name */
  get(name) {
    return this.values[name];
  }

  /** @param {string | Record<string, any>} name @param {any} [value] */
  set(name, value) {
    const changes = typeof name === "string" ? { [name]: value } : name;
    Object.assign(this.values, changes);
    for (const changed of Object.keys(changes)) this.tell(`change:${changed}`);
    this.tell("change");
  }

  /** @param {string} name */
  tell(name) {
    for (const act of [...(this.listeners.get(name) ?? [])]) act(this, this.values[name.split(":")[1]]);
  }

  /** @param {string} names @param {Act} act */
  on(names, act) {
    for (const name of names.split(" ")) this.listeners.set(name, [...(this.listeners.get(name) ?? []), act]);
  }

  /** @param {string} [name] @param {Act} [act] */
  off(name, act) {
    if (!name) this.listeners.clear();
    else
      this.listeners.set(
        name,
        (this.listeners.get(name) ?? []).filter((other) => act && other !== act),
      );
  }

  /** @param {string} name @param {Act} act */
  once(name, act) {
    const first = (/** @type {any[]} */ ...values) => {
      this.off(name, first);
      act(...values);
    };
    this.on(name, first);
  }

  save_changes() {}

  /** @param {any[]} _ */
  send(..._) {}
}

/** A packed widget's values, its bytes put back where they belong. @param {Packed} packed
 * @param {Record<string, Packed>} models all of the page: equal bytes stand there once */
export function readValues({ values, buffers }, models) {
  for (const { path, like, ...own } of buffers) {
    const within = path.slice(0, -1).reduce((/** @type {any} */ part, key) => part[key], values),
      { data } = like ? models[like[0]].buffers[like[1]] : own;
    within[path[path.length - 1]] = new DataView(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)).buffer);
  }
  return values;
}
