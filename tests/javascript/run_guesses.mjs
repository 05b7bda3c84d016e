// Reads guesses at a number from standard input; prints which of them a page keeps, and how it asks again for others.
import { readFileSync } from "node:fs";
import { mayBeNumber, WANTED } from "../../tools/web/assets/guesses.js";

const guesses = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify({ wanted: WANTED, fits: guesses.map(mayBeNumber) }));
