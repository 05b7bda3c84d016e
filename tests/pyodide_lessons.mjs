// Run lessons in Pyodide under Node, with the packages of a built lite/: node pyodide_lessons.mjs LITE LESSON.ipynb ...
// Prints a line of JSON for each lesson: its name, and what each of its code cells showed.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [lite, ...lessons] = process.argv.slice(2);
const home = path.resolve(lite, "static/pyodide") + path.sep;
const { loadPyodide } = await import(pathToFileURL(`${home}pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: home, stdout: () => {}, stderr: (text) => console.error(text) });
const { packages } = JSON.parse(fs.readFileSync(`${home}pyodide-lock.json`, "utf8"));
await python.loadPackage(Object.keys(packages), { messageCallback: () => {} });
python.FS.mkdirTree("/lessons");
python.FS.chdir("/lessons");
python.runPython(fs.readFileSync(new URL("pyodide_shell.py", import.meta.url), "utf8"));
const run = python.globals.get("run");
for (const lesson of lessons) {
  const cells = JSON.parse(run(fs.readFileSync(lesson, "utf8")));
  fs.writeSync(1, `${JSON.stringify({ lesson: path.basename(lesson, ".ipynb"), cells })}\n`);
}
