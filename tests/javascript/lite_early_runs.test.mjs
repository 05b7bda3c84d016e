// In JupyterLite: a cell that is run before Python is there is run once Python is there, and no other cell is.

import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";

const SOURCE = fs.readFileSync(new URL("../../tools/web/assets/lite_early_runs.js", import.meta.url), "utf8");

const IN_MENU = { "runmenu:run": "notebook:run-cell-and-select-next", "runmenu:run-all": "notebook:run-all-cells" };

class Session {
  session = null;
  get hasNoKernel() {
    return !this.session;
  }
}

/** A JupyterLab of a few cells, one of which is active, and a kernel that begins when it is told to. As in the real
 * one, a command of the Run menu asks the same registry for the notebook's. */
function makeLab(active = 0) {
  const ran = [];
  class Cell {
    constructor(name, type) {
      Object.assign(this, { name, model: { type }, prompt: " " });
    }
    setPrompt(text) {
      this.prompt = text;
    }
    static async execute(cell, session) {
      ran.push([cell.name, session.session.kernel]);
    }
  }
  const widgets = [new Cell("one", "code"), new Cell("words", "markdown"), new Cell("two", "code")];
  widgets.push(new Cell("three", "code"));
  const content = { widgets, activeCellIndex: active };
  content.isSelectedOrActive = (cell) => widgets[content.activeCellIndex] === cell;
  const sessionContext = new Session();
  sessionContext.ready = new Promise((begin) => {
    sessionContext.begin = () => begin(Object.assign(sessionContext, { session: { kernel: "Python" } }));
  });
  const asked = [];
  const execute = async (id) => {
    asked.push(id);
    if (IN_MENU[id]) return app.commands.execute(IN_MENU[id]);
    if (/^notebook:run-(cell|all)/.test(id) && sessionContext.hasNoKernel) return new Promise(() => {}); // asks
    if (id === "notebook:run-all-cells") content.activeCellIndex = widgets.length - 1;
    content.activeCellIndex += /and-select-next/.test(id) ? 1 : 0;
    return "done";
  };
  const app = { commands: { execute }, shell: { currentWidget: { content, sessionContext } } };
  new Function("window", SOURCE)({ jupyterapp: app });
  return { app, ran, asked, widgets, sessionContext };
}

const SHIFT_ENTER = "notebook:run-cell-and-select-next";

test("a cell that is run too early waits for Python, and the selection goes on at once", async () => {
  const { app, ran, asked, widgets, sessionContext } = makeLab();
  const done = [app.commands.execute(SHIFT_ENTER), app.commands.execute(SHIFT_ENTER)];
  await new Promise(setImmediate);
  assert.deepEqual(asked, [SHIFT_ENTER, SHIFT_ENTER]);
  assert.deepEqual(
    widgets.map((cell) => cell.prompt),
    ["*", " ", " ", " "],
  );
  assert.deepEqual(ran, []);
  sessionContext.begin();
  assert.deepEqual(await Promise.all(done), ["done", "done"]);
  assert.deepEqual(ran, [["one", "Python"]]);
  assert(!Object.hasOwn(sessionContext, "hasNoKernel"));
});

for (const [id, names] of [
  ["notebook:run-cell", ["two"]],
  ["notebook:run-cell-and-insert-below", ["two"]],
  ["notebook:run-all-cells", ["one", "two", "three"]],
  ["notebook:run-all-above", ["one"]],
  ["notebook:run-all-below", ["two", "three"]],
  ["notebook:run-in-console", []],
  ["runmenu:run", ["two"]],
  ["runmenu:run-all", ["one", "two", "three"]],
])
  test(`${id} runs its cells later, each once and in their order`, async () => {
    const { app, ran, sessionContext } = makeLab(2);
    const done = app.commands.execute(id);
    sessionContext.begin();
    assert.equal(await done, "done");
    assert.deepEqual(
      ran.map(([name]) => name),
      names,
    );
  });

test("with Python there, and for other commands, nothing is done twice", async () => {
  const { app, ran, asked, sessionContext } = makeLab();
  await app.commands.execute("docmanager:save");
  sessionContext.begin();
  await app.commands.execute(SHIFT_ENTER);
  assert.deepEqual(asked, ["docmanager:save", SHIFT_ENTER]);
  assert.deepEqual(ran, []);
});
