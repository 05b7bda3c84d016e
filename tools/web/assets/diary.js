// The list at the end of a lesson: what was guessed, what came, what is worth another look; to keep or to erase.
import { beside } from "./guesses.js";
import { writeReceipt } from "./receipts.js";

/** @typedef {import("./storage.js").Diary} Diary */

/** @param {HTMLElement} box @param {Diary} diary */
export function showDiary(box, diary) {
  const lesson = box.dataset.lesson ?? "";
  const note = Object.assign(document.createElement("p"), { className: "one-line" });
  const list = document.createElement("div");
  const receipt = Object.assign(document.createElement("p"), { className: "receipt" });
  const plan = JSON.parse(box.dataset.plan || "null");
  const tools = Object.assign(document.createElement("p"), { className: "tools" });
  const status = Object.assign(document.createElement("p"), { className: "one-line" });
  status.setAttribute("role", "status");
  const erase = button("Erase this lesson’s", () => {
    if (!confirm(`Erase your predictions of lesson ${lesson} from this browser?`)) return;
    diary.forget(lesson);
    status.textContent = "Erased.";
  });
  const eraseAll = button("Erase all", () => {
    if (!confirm("Erase your predictions of all lessons from this browser?")) return;
    diary.forget();
    status.textContent = "Erased.";
  });
  tools.append(
    button("Save as a file", () => save(diary)),
    erase,
    eraseAll,
  );
  box.replaceChildren(note, list, receipt, tools, status);
  const show = () => {
    note.textContent = `${diary.note} They stay in this browser and are sent nowhere.`.trim();
    const mine = Object.entries(diary.entries).filter(([name]) => name.startsWith(`${lesson}.`));
    tools.hidden = !Object.keys(diary.entries).length;
    erase.hidden = !mine.length;
    list.replaceChildren(...summary(mine.map(([, entry]) => entry)));
    const code = plan && mine.length && writeReceipt(plan, diary.number(lesson), diary.entries);
    receipt.hidden = !code;
    receipt.replaceChildren(
      "Receipt of this lesson, if your teacher asks for it (your guesses, no name): ",
      Object.assign(document.createElement("code"), { textContent: code || "" }),
    );
  };
  diary.listeners.push(show);
  show();
}

/** @param {import("./storage.js").Entry[]} entries */
function summary(entries) {
  const guessed = entries.filter((entry) => entry.answer !== undefined);
  if (!guessed.length) {
    const words = "No predictions yet in this lesson. Guess first, and they appear here.";
    return [Object.assign(document.createElement("p"), { textContent: words })];
  }
  const list = document.createElement("ol");
  for (const entry of guessed) {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("span"), { className: "asked", textContent: entry.question }));
    item.append(beside(entry));
    list.append(item);
  }
  return [list];
}

/** @param {Diary} diary */
function save(diary) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([diary.toFile()], { type: "application/json" }));
  link.download = "my-predictions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** @param {string} text @param {() => void} act */
function button(text, act) {
  const element = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button",
    textContent: text,
  });
  element.addEventListener("click", act);
  return element;
}
