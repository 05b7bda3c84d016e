// Brings the widgets of a page to life when they come near the screen, each in the place of its picture.
import { arrival, make } from "./elements.js";
import { LocalModel, readValues } from "./model.js";

/**
 * @typedef {import("./model.js").Packed} Packed
 * @typedef {{script?: string, common?: string}} Files common: of what other modules need as well
 * @typedef {{files: Record<string, Files>, models: Record<string, Packed>}} Data
 *   files: where a module is to be fetched from, unless the page holds it
 */

const NEAR_PX = 700;
/** @type {any} */
const world = globalThis;
world.xoWidgets ??= {};
/** Modules that have arrived: each of their scripts puts itself here. @type {Record<string, () => any>} */
const arrived = world.xoWidgets;
/** @type {Map<string, Promise<any>>} */
const loaded = new Map();
/** @type {Map<string, Promise<any>>} */
const fetched = new Map();
/** @type {Map<string, Promise<LocalModel>>} */
const models = new Map();

/** @param {string} key @param {Data["files"]} files */
function load(key, files) {
  if (!loaded.has(key)) loaded.set(key, fetchModule(key, files[key] ?? {}));
  return loaded.get(key);
}

/** @param {string} src */
function fetchOnce(src) {
  if (!fetched.has(src)) fetched.set(src, arrival(make("script", { src })));
  return fetched.get(src);
}

/** @param {string} key @param {Files} file */
async function fetchModule(key, { script, common }) {
  const waits = [];
  if (common) waits.push(fetchOnce(common));
  if (script && !arrived[key]) waits.push(arrival(make("script", { src: script })));
  await Promise.all(waits);
  const made = arrived[key]();
  return typeof made === "function" ? made() : made;
}

/** The model of a widget, made once, however many views it has. @param {string} name @param {Data} data
 * @param {any} widget */
function modelOf(name, { models: all }, widget) {
  if (!models.has(name)) {
    const bring = async () => {
      const packed = all[name],
        [key, src] = packed.bytes ?? [];
      if (src) await fetchOnce(src);
      if (key) packed.buffers = arrived[key]();
      const model = new LocalModel(readValues(packed, all));
      await widget.initialize?.({ model });
      return model;
    };
    models.set(name, bring());
  }
  return /** @type {Promise<LocalModel>} */ (models.get(name));
}

/**
 * Bring one widget to life in its place.
 * @param {HTMLElement} stage @param {Data} data
 * @param {(stage: HTMLElement, model: LocalModel) => void} [ready] called before it is drawn
 */
export async function wake(stage, data, ready) {
  const name = stage.dataset.model ?? "",
    packed = data.models[name];
  if (!packed || stage.dataset.alive) return;
  stage.dataset.alive = "waking";
  const place = make("div");
  try {
    const widget = await load(packed.module, data.files);
    const model = await modelOf(name, data, widget);
    ready?.(stage, model);
    stage.style.minHeight = `${stage.offsetHeight}px`; // what stands below stays where it is
    stage.append(place);
    await widget.render({ model, el: place });
    for (const node of [...stage.childNodes]) if (node !== place) node.remove();
    stage.dataset.alive = "true";
  } catch (error) {
    place.remove();
    console.error(error);
    tellFailed(stage);
  }
  stage.style.minHeight = "";
}

/** The still picture remains, and a sentence; theme.js hears of it, and shows a still that waits in a noscript.
 * @param {HTMLElement} stage */
function tellFailed(stage) {
  stage.dataset.alive = "failed";
  const textContent = "This picture could not be made interactive here; it shows how the lesson begins.";
  stage.append(make("p", { className: "one-line", textContent }));
  stage.dispatchEvent(new CustomEvent("xo-failed", { bubbles: true }));
}

/**
 * Wake every widget that comes near the screen; the page says data-alive=true once those that are in sight are alive.
 * Those begin at once: an observer would first tell of them after the page was painted without them.
 * @param {Data} data @param {(stage: HTMLElement, model: LocalModel) => void} [ready]
 */
export async function watchStages(data, ready) {
  const stages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".stage[data-model]")]),
    observed = "IntersectionObserver" in window,
    first = observed ? stages.filter(isInSight) : stages,
    woken = first.map((stage) => wake(stage, data, ready));
  if (observed) wakeLater(stages, data, ready);
  await Promise.all(woken);
  document.body.dataset.alive = "true";
}

/** @param {HTMLElement} stage */
function isInSight(stage) {
  const { top, bottom } = stage.getBoundingClientRect();
  return stage.getClientRects().length > 0 && top < innerHeight && bottom > 0;
}

/** @param {HTMLElement[]} stages @param {Data} data
 * @param {(stage: HTMLElement, model: LocalModel) => void} [ready] */
function wakeLater(stages, data, ready) {
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        void wake(/** @type {HTMLElement} */ (target), data, ready);
      }
    },
    { rootMargin: `${NEAR_PX}px` },
  );
  for (const stage of stages) if (!stage.dataset.alive) watcher.observe(stage);
}
