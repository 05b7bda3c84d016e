// In JupyterLite: a link such as lab/index.html?path=03_pooling.ipynb#CELL leads to that cell of that lesson.

(() => {
  const cell = location.hash.slice(1);
  const lesson = new URLSearchParams(location.search).get("path");
  if (!cell || !lesson) return;
  const LOOK_EVERY_MS = 200;
  const LOOK_FOR_MS = 120_000;
  const end = performance.now() + LOOK_FOR_MS;

  /** The lesson's panel in JupyterLab, once its cells are there. @returns {any} */
  function opened() {
    const app = /** @type {any} */ (window).jupyterapp;
    for (const panel of app?.shell?.widgets("main") ?? [])
      if (panel.context?.path?.endsWith(lesson) && panel.content?.widgets?.length) return panel;
  }

  function look() {
    const content = opened()?.content;
    const place = content?.widgets.findIndex((/** @type {any} */ one) => one.model.id === cell) ?? -1;
    if (place >= 0) {
      content.activeCellIndex = place;
      content.scrollToItem(place, "center");
    } else if (performance.now() < end) setTimeout(look, LOOK_EVERY_MS);
  }
  look();
})();
