// The race under Node. Arguments: the folder in which npm has put the others. Reads a list of races from standard
// input, prints the results.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { race } from "./race.js";

const folder = process.argv[2],
  require = createRequire(`${folder}/`);
console.log = console.info = console.warn = () => {}; // TensorFlow.js says hello
const tf = require("@tensorflow/tfjs"),
  wasm = require("@tensorflow/tfjs-backend-wasm"),
  convnetjs = require("convnetjs");
wasm.setWasmPaths(`${folder}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`);
const results = [];
for (const description of JSON.parse(readFileSync(0, "utf8"))) results.push(await race(description, tf, convnetjs));
process.stdout.write(JSON.stringify(results));
