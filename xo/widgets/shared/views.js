// One session for all views of a widget: they show the same, take back each other's steps, and leave nothing behind.

/** @typedef {import("./kernel.js").Model} Model */

/**
 * What a widget's module exports. Jupyter calls it once for each model, and `render` for each view of it.
 * @template {{close: () => void}} Session
 * @param {(model: Model) => Session} open
 * @param {(session: Session, model: Model, element: HTMLElement) => {close: () => void}} show
 */
export function shareSession(open, show) {
  return () => {
    /** @type {Session | null} */
    let session = null;
    let views = 0;
    return {
      /** @param {{model: Model, el: HTMLElement}} place */
      render({ model, el }) {
        session ??= open(model);
        views += 1;
        const view = show(session, model, el);
        return () => {
          view.close();
          views -= 1;
          if (views) return;
          session?.close();
          session = null;
        };
      },
    };
  };
}
