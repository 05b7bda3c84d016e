// A lesson as a page: reading, guessing, and widgets that live without Python.
import { watchStages } from "./alive.js";
import { showDiary } from "./diary.js";
import { keepAnswers, listenToFolds } from "./folds.js";
import {
  begin,
  centreMap,
  countMinutes,
  foldPython,
  openContents,
  paintPictures,
  tellAtTop,
  tellLost,
} from "./reading.js";
import { keepForLater } from "./served.js";
import { Diary } from "./storage.js";

const data = begin(),
  diary = new Diary();
foldPython();
openContents();
listenToFolds(diary);
for (const box of document.querySelectorAll(".diary")) showDiary(/** @type {HTMLElement} */ (box), diary);
paintPictures();
centreMap();
countMinutes();
tellLost();
if (document.querySelector(".question")) tellAtTop(diary.note);
if (document.querySelector("link[rel=canonical]")) keepForLater(); // a page of the site, not one in a single file
void watchStages(data, (stage, model) => {
  if (stage.dataset.name) keepAnswers(stage.dataset.name, model, diary);
});
