// The list at the end of a lesson: what was guessed, what came, what is worth another look; to keep or to erase.
import { button, download, make, statusLine } from "./elements.js";
import { beside } from "./guesses.js";
import { writeReceipt } from "./receipts.js";

/** @typedef {import("./storage.js").Diary} Diary */

/** @param {HTMLElement} box @param {Diary} diary */
export function showDiary(box, diary) {
  const lesson = box.dataset.lesson ?? "",
    [note, tools] = ["one-line", "tools"].map((className) => make("p", { className })),
    status = statusLine("one-line"),
    list = make("div"),
    receipt = new Receipt(JSON.parse(box.dataset.plan || "null"));
  const erase = eraser("Erase this lesson’s", `of lesson ${lesson}`, () => diary.forget(lesson), status),
    eraseAll = eraser("Erase all", "of all lessons", () => diary.forget(), status);
  const file = () => new Blob([diary.toFile()], { type: "application/json" });
  tools.append(
    button("Save as a file", () => download(file(), "my-predictions.json")),
    erase,
    eraseAll,
  );
  box.replaceChildren(note, list, receipt.element, tools, status);
  const show = () => {
    const mine = Object.entries(diary.entries).filter(([name]) => name.startsWith(`${lesson}.`));
    note.textContent = `${diary.note} They stay in this browser and are sent nowhere.`.trim();
    tools.hidden = !Object.keys(diary.entries).length;
    erase.hidden = !mine.length;
    list.replaceChildren(...summary(mine.map(([, entry]) => entry)));
    receipt.show(mine.length > 0, diary, lesson);
  };
  diary.listeners.push(show);
  show();
}

/** A line for a teacher who asks for it. */
class Receipt {
  /** @param {any} plan what can be guessed in this lesson; null where no receipt is written */
  constructor(plan) {
    this.plan = plan;
    this.element = make("p", { className: "receipt" });
    this.code = make("code");
    this.element.append("Receipt of this lesson, if your teacher asks for it (your guesses, no name): ", this.code);
  }

  /** @param {boolean} guessed whether there is anything to write @param {Diary} diary @param {string} lesson */
  show(guessed, diary, lesson) {
    const code = this.plan && guessed && writeReceipt(this.plan, diary.number(lesson), diary.entries);
    this.element.hidden = !code;
    this.code.textContent = code || "";
  }
}

/** A button that asks before it erases. @param {string} text @param {string} which @param {() => void} forget
 * @param {HTMLElement} status */
function eraser(text, which, forget, status) {
  return button(text, () => {
    if (!confirm(`Erase your predictions ${which} from this browser?`)) return;
    forget();
    status.textContent = "Erased.";
  });
}

/** @param {import("./storage.js").Entry[]} entries */
function summary(entries) {
  const guessed = entries.filter((entry) => entry.answer !== undefined);
  if (!guessed.length) {
    return [make("p", { textContent: "No predictions yet in this lesson. Guess first, and they appear here." })];
  }
  const list = make("ol");
  for (const entry of guessed) {
    const item = make("li");
    item.append(make("span", { className: "asked", textContent: entry.question }), beside(entry));
    list.append(item);
  }
  return [list];
}
