// In JupyterLite on a phone: the list of lessons is closed until somebody opens it, and when a lesson is chosen.

import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";

const SOURCE = fs.readFileSync(new URL("../../tools/web/assets/lite_narrow.js", import.meta.url), "utf8");

const signal = () => {
  const slots = new Set();
  return {
    connect: (slot) => slots.add(slot),
    disconnect: (slot) => slots.delete(slot),
    emit: (from) => [...slots].map((slot) => slot(from)),
  };
};

async function open(matches) {
  const shell = {
    leftCollapsed: false,
    rightCollapsed: true,
    bar: true,
    layoutModified: signal(),
    currentChanged: signal(),
  };
  shell.collapseLeft = () => (shell.leftCollapsed = true);
  shell.isSideTabBarVisible = () => shell.bar;
  shell.toggleSideTabBarVisibility = () => (shell.bar = !shell.bar);
  const list = () => {
    shell.leftCollapsed = false;
    shell.layoutModified.emit(shell);
  };
  const touched = [];
  const document = {
    head: { append() {} },
    createElement: () => ({}),
    addEventListener: (_, react) => touched.push(react),
  };
  const media = { matches, media: "", addEventListener() {} };
  const restored = Promise.resolve();
  new Function("window", "document", "matchMedia", SOURCE)({ jupyterapp: { restored, shell } }, document, () => media);
  await restored;
  return { shell, list, touch: () => touched.map((react) => react()) };
}

test("on a phone the lesson has the screen, until the list is asked for, and again when a lesson is chosen", async () => {
  const { shell, list, touch } = await open(true);
  assert.deepEqual([shell.leftCollapsed, shell.bar], [true, false]);
  list();
  assert.ok(shell.leftCollapsed);
  touch();
  list();
  assert.ok(!shell.leftCollapsed);
  shell.currentChanged.emit(shell);
  assert.ok(shell.leftCollapsed);
});

test("on a wide screen nothing changes", async () => {
  const { shell, list } = await open(false);
  list();
  assert.deepEqual([shell.leftCollapsed, shell.bar], [false, true]);
});
