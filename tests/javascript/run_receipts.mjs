// Reads [{plan, number, entries}] from standard input; prints the receipt that a page writes for each.
import { readFileSync } from "node:fs";
import { writeReceipt } from "../../tools/web/assets/receipts.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(({ plan, number, entries }) => writeReceipt(plan, number, entries))));
