// What a page says of a guess.
import assert from "node:assert/strict";
import { test } from "node:test";
import { beside } from "../../tools/web/assets/guesses.js";

test("a guess waits for what came, unless that was seen where a page keeps nothing of it", () => {
  assert.equal(beside({ answer: "X" }), "You said “X”. What came has not been shown yet.");
  assert.equal(beside({ answer: "X", seen: true }), "You said “X”. What came was yours to see; it is not kept here.");
  assert.equal(beside({ answer: "X", seen: true, truth: "X", chosen: true }), "You said “X”, and so it is.");
});

test("a small number may be written as a word", () => {
  assert.equal(beside({ answer: "Six", truth: "6" }), "You said Six, and so it is.");
  assert.equal(beside({ answer: "six", truth: "7" }), "You said six. It is 7.");
});

test("a decimal comma is read, but not where it may stand between thousands", () => {
  assert.equal(beside({ answer: "0,5", truth: "1/2" }), "You said 0,5, and so it is.");
  assert.equal(beside({ answer: "1,323", truth: "1.323" }), "You said “1,323”. It is 1.323.");
});
