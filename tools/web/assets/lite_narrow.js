// In JupyterLite on a narrow screen, as a phone's: the lesson has all of it. The list of lessons opens by its sign at
// the left, and closes again when one is chosen.

{
  const LOOK_EVERY_MS = 50;
  const NARROW = matchMedia("(max-width: 760px)");
  const RULES = [
    ".jp-Notebook { --jp-cell-prompt-width: 34px; --jp-notebook-padding: 2px; --jp-cell-padding: 2px; }",
    ".jp-Notebook .jp-Cell :is(.jp-InputPrompt, .jp-OutputPrompt) { font-size: 9px; padding: 0; }",
  ];

  /** @param {any} shell JupyterLab's */
  const makeRoom = (shell) => {
    if (!NARROW.matches) return;
    if (!shell.leftCollapsed) shell.collapseLeft();
    if (!shell.rightCollapsed) shell.collapseRight();
    if (shell.isSideTabBarVisible("right")) shell.toggleSideTabBarVisibility("right");
  };

  /** JupyterLab shows the list by itself when it has opened a link: until somebody does something, it is closed again.
   * @param {any} shell */
  const keepRoom = (shell) => {
    const undo = () => shell.layoutModified.disconnect(makeRoom);
    for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, undo, { once: true, capture: true });
    shell.layoutModified.connect(makeRoom);
    shell.currentChanged.connect((/** @type {any} */ from) => makeRoom(from));
    NARROW.addEventListener("change", () => makeRoom(shell));
    makeRoom(shell);
  };

  const look = () => {
    const app = /** @type {any} */ (window).jupyterapp;
    if (!app?.restored) return setTimeout(look, LOOK_EVERY_MS);
    const textContent = `@media ${NARROW.media} { ${RULES.join(" ")} }`;
    document.head.append(Object.assign(document.createElement("style"), { textContent }));
    return app.restored.then(() => keepRoom(app.shell));
  };
  look();
}
