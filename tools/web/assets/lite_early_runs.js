// In JupyterLite a lesson stands there before Python does, and JupyterLab forgets a cell that is run meanwhile:
// keep it.

{
  const LOOK_EVERY_MS = 50;

  /** @param {any} app JupyterLab, whose commands are watched from now on */
  const watch = (app) => {
    const execute = app.commands.execute.bind(app.commands);
    app.commands.execute = (/** @type {string} */ id, /** @type {any} */ options) => {
      const { content, sessionContext } = app.shell.currentWidget ?? {};
      if (!/^(notebook|runmenu):run/.test(id) || !sessionContext || sessionContext.session?.kernel)
        return execute(id, options);
      const chosen = content.widgets.filter(
        (/** @type {any} */ cell) => /all/.test(id) || content.isSelectedOrActive(cell),
      );
      return runLater(execute(id, options), chosen, sessionContext);
    };
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
