// In JupyterLite a lesson stands there before Python does, and JupyterLab forgets a cell that is run meanwhile, or asks
// which kernel it is for: keep it.

{
  const LOOK_EVERY_MS = 50;

  /** The cells that a command runs. @param {string} id @param {any} content of the notebook */
  const choose = (id, content) => {
    const { widgets, activeCellIndex } = content;
    if (id === "notebook:run-all-cells") return [...widgets];
    if (id === "notebook:run-all-above") return widgets.slice(0, activeCellIndex);
    if (id === "notebook:run-all-below") return widgets.slice(activeCellIndex);
    return widgets.filter((/** @type {any} */ cell) => content.isSelectedOrActive(cell));
  };

  /** Those of the menu, runmenu:…, come down to these. @param {any} app JupyterLab, whose commands are watched from
   * now on */
  const watch = (app) => {
    const execute = app.commands.execute.bind(app.commands);
    app.commands.execute = (/** @type {string} */ id, /** @type {any} */ options) => {
      const { content, sessionContext } = app.shell.currentWidget ?? {};
      if (!/^notebook:run-(cell|all)/.test(id) || !sessionContext || sessionContext.session?.kernel)
        return execute(id, options);
      const chosen = choose(id, content);
      doNotAsk(sessionContext);
      return runLater(execute(id, options), chosen, sessionContext);
    };
  };

  /** JupyterLab asks which kernel is meant where it knows of none yet; it is on its way. @param {any} sessionContext */
  const doNotAsk = (sessionContext) => {
    Object.defineProperty(sessionContext, "hasNoKernel", { value: false, configurable: true });
    sessionContext.ready.then(() => delete sessionContext.hasNoKernel);
  };

  /** @param {Promise<any>} now what JupyterLab does at once @param {any[]} chosen cells @param {any} sessionContext */
  const runLater = async (now, chosen, sessionContext) => {
    const done = await now;
    const cells = chosen.filter((cell) => cell.model.type === "code");
    for (const cell of cells) cell.setPrompt("*");
    await sessionContext.ready;
    await Promise.all(cells.map((cell) => cell.constructor.execute(cell, sessionContext)));
    return done;
  };

  const look = () => {
    const app = /** @type {any} */ (window).jupyterapp;
    if (app?.commands) watch(app);
    else setTimeout(look, LOOK_EVERY_MS);
  };
  look();
}
