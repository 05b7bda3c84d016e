// What happens around a widget: its size, the theme and the screen, whether the page is seen, and the end of its
// kernel.

import { make } from "./dom.js";

/** @typedef {import("./kernel.js").Model} Model */

const THEME_SETTLES_MS = 300; // JupyterLab names the new theme before its colours are there
const THEME_MARKS = ["data-jp-theme-light", "data-jp-theme-name", "class", "style"];
const SCREENS = ["(forced-colors: active)", "(prefers-color-scheme: dark)", "print"];

/**
 * @typedef {object} Happenings each is optional
 * @property {() => void} [resized] another width, larger or wider letters, or shown again; never told while it has none
 * @property {() => void} [restyled] other colours, or a screen with other pixels
 * @property {(seen: boolean) => void} [seen] the page went into the background, or came back
 * @property {() => void} [kernelGone] the kernel was restarted, or has died: what made this widget is no more
 */

/**
 * @param {HTMLElement} root @param {Model} model @param {Happenings} happenings
 * @returns {() => void} ends it
 */
export function watch(root, model, { resized, restyled, seen, kernelGone }) {
  const ends = [
    watchSize(root, () => {
      resized?.();
      look();
    }),
  ];
  let style = styleOf(root);
  const look = () => {
    const now = styleOf(root);
    if (!root.clientWidth || now === style) return;
    style = now;
    restyled?.();
  };
  if (restyled) ends.push(watchStyle(look));
  if (seen) ends.push(listen(document, "visibilitychange", () => seen(!document.hidden)));
  if (kernelGone) {
    model.on("comm_live_update", kernelGone);
    ends.push(() => model.off("comm_live_update", kernelGone));
  }
  return () => {
    for (const end of ends) end();
  };
}

/** The colours that a widget has now, and the pixels of its screen, as one text. @param {HTMLElement} root */
function styleOf(root) {
  const style = getComputedStyle(root);
  return [
    style.color,
    ...["ground", "soft", "line", "light", "focus"].map((name) => style.getPropertyValue(`--xo-${name}`)),
    window.devicePixelRatio,
    ...SCREENS.map((query) => matchMedia(query).matches),
  ].join();
}

/** Its width, and that of its letters: a sample of them tells where they become larger in a widget as wide as before.
 * @param {HTMLElement} root @param {() => void} act */
function watchSize(root, act) {
  const sample = make("span", "sample", "", { "aria-hidden": "true" }),
    measure = () => [root.clientWidth, sample.offsetWidth, sample.offsetHeight].join();
  root.append(sample);
  let size = measure(),
    frame = 0;
  const look = () => {
    const before = size;
    size = measure();
    if (size === before || !root.clientWidth) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(act);
  };
  if (!("ResizeObserver" in window)) return listen(window, "resize", look); // an old engine
  const observer = new ResizeObserver(() => {
    growAround(root);
    look();
  });
  for (const one of [root, sample]) observer.observe(one);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/** Where a cell is run again, Chromium now and then leaves JupyterLab's box of the output as low as it was before the
 * widget in it grew, and cuts the widget: have it laid out anew. @param {HTMLElement} root */
function growAround({ parentElement: view }) {
  const box = view?.parentElement;
  if (!view || !box?.classList.contains("jp-OutputArea-output") || box.offsetHeight >= view.offsetHeight) return;
  box.style.display = "none";
  void box.offsetHeight;
  box.style.display = "";
}

/** @param {() => void} look */
function watchStyle(look) {
  let timer = 0;
  const twice = () => {
    look();
    clearTimeout(timer);
    timer = window.setTimeout(look, THEME_SETTLES_MS);
  };
  const observer = new MutationObserver(twice);
  for (const element of [document.documentElement, document.body])
    observer.observe(element, { attributes: true, attributeFilter: THEME_MARKS });
  const ends = [
    listen(window, "resize", look),
    ...SCREENS.map((query) => listen(matchMedia(query), "change", twice)),
    () => clearTimeout(timer),
    () => observer.disconnect(),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** @param {EventTarget} target @param {string} name @param {() => void} act */
function listen(target, name, act) {
  target.addEventListener(name, act);
  return () => target.removeEventListener(name, act);
}
