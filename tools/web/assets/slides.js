// A lesson as slides on reveal.js: what is too long for one goes on below it, and the widgets live.
import { wake } from "./alive.js";
import { showDiary } from "./diary.js";
import { make, painted } from "./elements.js";
import { keepAnswers, listenToFolds } from "./folds.js";
import { begin, paintPictures } from "./reading.js";
import { Diary, keepSetting, setting } from "./storage.js";

/** What reveal.js is made of here. @type {any} */
const { Reveal, RevealNotes } = globalThis;
const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/** @param {Element} element @param {string} selector @returns {HTMLElement[]} */
const all = (element, selector) => /** @type {HTMLElement[]} */ ([...element.querySelectorAll(selector)]);

const data = begin(),
  diary = new Diary();
listenToFolds(diary);
for (const box of all(document.body, ".diary")) showDiary(box, diary);
paintPictures();
showPython();
void start();

async function start() {
  const sheets = all(document.body, ".sheet");
  lay(sheets);
  await arriveAll();
  for (const sheet of sheets) fit(sheet);
  unlay();
  const deck = makeDeck();
  await deck.initialize();
  document.body.classList.add("ready");
  listen(deck);
  document.body.dataset.alive = "true";
}

/** Until pictures and widgets are there and have laid themselves out. */
async function arriveAll() {
  const pictures = /** @type {HTMLImageElement[]} */ (all(document.body, ".sheet img"));
  await Promise.all(pictures.map(arrive));
  await Promise.all(
    all(document.body, ".stage[data-model]").map((stage) =>
      wake(stage, data, (one, model) => {
        if (one.dataset.name) keepAnswers(one.dataset.name, model, diary);
      }),
    ),
  );
  await painted();
}

function makeDeck() {
  const [back, on] = [() => move(deck, -1), () => move(deck, 1)];
  const deck = new Reveal(find(".reveal"), {
    ...{ width: "100%", height: "100%", margin: 0, minScale: 1, maxScale: 1, center: false, controls: false },
    ...{ transition: "none", backgroundTransition: "none", hash: mayWriteAddress(), respondToHashChanges: true },
    keyboard: { 32: on, 34: on, 39: on, 33: back, 37: back },
    keyboardCondition: (/** @type {KeyboardEvent} */ event) => !within(event),
    scrollActivationWidth: 0,
    viewDistance: 1000, // a hidden widget would have no size
    plugins: [RevealNotes],
  });
  return deck;
}

/** A picture that has not come has no height; it grows with the letters. @param {HTMLImageElement} picture */
async function arrive(picture) {
  picture.loading = "eager";
  if (picture.closest(".picture")) picture.style.width = `${Number(picture.getAttribute("width")) / 16 || 40}rem`;
  await picture.decode().catch(() => {}); // one that cannot come is told by its words
}

/** Lay all slides out as they will stand, so that they can be measured. @param {HTMLElement[]} sheets */
function lay(sheets) {
  document.body.classList.add("measuring");
  for (const sheet of sheets) sheet.style.width = `${innerWidth}px`;
}

function unlay() {
  document.body.classList.remove("measuring");
  for (const sheet of all(document.body, ".sheet")) sheet.style.width = "";
}

/** How much of a sheet lies below the window. @param {HTMLElement} sheet */
function excess(sheet) {
  return Math.ceil(sheet.getBoundingClientRect().height) - innerHeight;
}

/** Make a slide fit: smaller letters first, then the rest of it on a slide below. @param {HTMLElement} sheet */
function fit(sheet) {
  const large = sheet.querySelector(".stage:not(.question)") !== null;
  for (const size of large ? ["full"] : ["tight", "tighter"]) {
    if (excess(sheet) <= 0) return;
    sheet.classList.remove("tight");
    sheet.classList.add(size);
  }
  if (excess(sheet) <= 0) return;
  sheet.classList.remove("tighter", "full");
  sheet.classList.add("tight");
  loosen(sheet);
  const rest = takeRest(sheet);
  if (excess(sheet) > 0 && sheet.querySelector(".stage:not(.question)")) sheet.classList.add("full");
  if (rest.length) fit(putBelow(sheet, rest));
}

/** Take what does not fit out of a sheet, and no heading stays alone at its end. @param {HTMLElement} sheet */
function takeRest(sheet) {
  /** @type {Element[]} */
  const rest = [],
    take = () => {
      const last = /** @type {Element} */ (sheet.lastElementChild);
      last.remove();
      rest.unshift(last);
    };
  while (excess(sheet) > 0 && sheet.children.length > 1 && !isOnlyHeading(sheet)) take();
  while (rest.length && sheet.lastElementChild?.matches("h1, h2, h3, h4")) take();
  return rest;
}

/** A slide below, with the heading again. @param {HTMLElement} sheet @param {Element[]} rest what stands on it */
function putBelow(sheet, rest) {
  const section = make("section"),
    below = /** @type {HTMLElement} */ (sheet.cloneNode(false)),
    heading = sheet.querySelector("h1, h2, .again");
  below.classList.remove("tight", "full");
  if (heading && !rest[0].matches("h1, h2, h3")) {
    const textContent = heading.textContent?.replace(/ #$/, "");
    below.append(make("p", { className: "again", textContent }));
  }
  below.append(...rest);
  section.append(below);
  sheet.closest("section")?.after(section);
  return below;
}

/** Words that came as one block may be parted. @param {HTMLElement} sheet */
function loosen(sheet) {
  for (const words of all(sheet, ":scope > div.words")) {
    const parts = [...words.children].map((part) => {
      part.classList.add("words");
      return part;
    });
    words.replaceWith(...parts);
  }
}

/** Nobody sees Python that is folded away. @param {HTMLElement} sheet */
function isOnlyHeading(sheet) {
  const others = all(sheet, ":scope > :not(.again, h1, h2, h3)").filter((part) => part.offsetHeight > 0);
  return others.length <= 1;
}

/** A page in a frame without an address of its own cannot write one, and reveal.js would stop at trying. */
function mayWriteAddress() {
  const mine = location.protocol !== "about:";
  if (!mine) history.replaceState = history.pushState = () => {};
  return mine;
}

/** Keys belong to a widget while one is in it. @param {KeyboardEvent} event */
function within(event) {
  return Boolean(
    /** @type {HTMLElement | null} */ (event.target)?.closest?.(".stage, input, select, textarea, button, a, summary"),
  );
}

/** On or back: first to the end of a slide that is longer than the window, then to the next. @param {any} deck
 * @param {number} by */
function move(deck, by) {
  const slide = /** @type {HTMLElement} */ (deck.getCurrentSlide());
  const left = by > 0 ? slide.scrollHeight - slide.clientHeight - slide.scrollTop : slide.scrollTop;
  if (left > 4 && !deck.isOverview()) slide.scrollBy({ top: by * 0.8 * slide.clientHeight, behavior: "instant" });
  else if (by > 0) deck.next();
  else deck.prev();
}

/** @param {any} deck */
function listen(deck) {
  const place = find(".slide-place");
  const tell = () => {
    const slide = /** @type {HTMLElement} */ (deck.getCurrentSlide());
    const more = slide.scrollHeight - slide.clientHeight - slide.scrollTop > 4 ? " · more below ↓" : "";
    const words = `${deck.getSlidePastCount() + 1} of ${deck.getTotalSlides()}${more}`;
    if (place.textContent !== words) place.textContent = words;
  };
  deck.on("slidechanged", (/** @type {any} */ event) => {
    event.currentSlide.scrollTop = 0;
    tell();
  });
  deck.on("overviewshown", () => document.body.classList.add("overview-open"));
  deck.on("overviewhidden", () => document.body.classList.remove("overview-open"));
  addEventListener("resize", tell);
  document.addEventListener("scroll", tell, true);
  find(".slide-back").addEventListener("click", () => move(deck, -1));
  find(".slide-on").addEventListener("click", () => move(deck, 1));
  tell();
  addEventListener("beforeprint", layPaper);
  layPaper();
}

/** A sheet of paper is as large as the window, or as high as its slide: what is on the screen is on the paper. */
function layPaper() {
  const slides = all(find(".slides"), ":scope > section > section"),
    high = innerHeight;
  const rules = [`@page { size: ${innerWidth}px ${high}px; margin: 0; }`];
  slides.forEach((slide, number) => {
    const paper = Math.max(high, Math.ceil(slide.firstElementChild?.scrollHeight ?? 0));
    slide.style.setProperty("--paper", `${paper}px`);
    slide.style.setProperty("page", paper > high ? `long-${number}` : "auto");
    if (paper > high) rules.push(`@page long-${number} { size: ${innerWidth}px ${paper}px; margin: 0; }`);
  });
  const sheet = document.getElementById("paper") ?? document.head.appendChild(document.createElement("style"));
  sheet.id = "paper";
  sheet.textContent = rules.join("\n");
}

/** One switch for the Python of all slides; where slides end depends on it, so they are laid out anew. */
function showPython() {
  const button = find(".show-python"),
    cells = /** @type {HTMLDetailsElement[]} */ (all(document.body, "details.python")),
    on = setting("python", "no") === "yes";
  button.hidden = !cells.length;
  button.setAttribute("aria-pressed", String(on));
  for (const cell of cells) cell.open = on;
  button.addEventListener("click", () => {
    keepSetting("python", on ? "no" : "yes");
    location.reload();
  });
}
