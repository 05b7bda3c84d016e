// What helps one to read: light or dark, one switch for the Python, the minutes that are left.
import { make, statusLine } from "./elements.js";
import { keepSetting, setting } from "./storage.js";

/** @param {string} selector @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector);

/** What every page begins with. @returns {any} what the page holds for its script */
export function begin() {
  document.body.classList.add("has-script");
  chooseTheme();
  return { files: {}, models: {}, ...JSON.parse(document.getElementById("lesson")?.textContent || "{}") };
}

/** Light or dark: as the system has it, until the reader chooses. */
function chooseTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const chosen = setting("theme", "");
    const light = chosen ? chosen === "light" : !dark.matches;
    document.body.dataset.jpThemeLight = String(light);
    for (const button of document.querySelectorAll(".theme")) button.setAttribute("aria-pressed", String(!light));
  };
  for (const button of document.querySelectorAll(".theme"))
    button.addEventListener("click", () => {
      keepSetting("theme", document.body.dataset.jpThemeLight === "true" ? "dark" : "light");
      show();
    });
  dark.addEventListener?.("change", show);
  show();
}

/** Whether what stands in an address from # on is a place of this page, or nothing at all. @param {string} hash */
export function isPlace(hash) {
  try {
    return hash.length < 2 || document.getElementById(decodeURIComponent(hash.slice(1))) !== null;
  } catch {
    return false; // signs that stand for nothing
  }
}

/** One sentence at the head of the page, where there is something to say. @param {string} words */
export function tellAtTop(words) {
  if (words) find("main")?.prepend(statusLine("one-line at-top", words));
}

/** Where an address names a place that is not here: an old link, or a slip. */
export function tellLost() {
  if (!isPlace(location.hash)) tellAtTop("The address names a place that is not on this page: here is its beginning.");
}

/** On a wide screen the contents stand open, beside the lesson. */
export function openContents() {
  const contents = /** @type {HTMLDetailsElement | null} */ (find(".contents")),
    wide = matchMedia("(min-width: 100rem)");
  const show = () => {
    if (contents) contents.open = wide.matches;
  };
  wide.addEventListener?.("change", show);
  show();
}

/** One switch shows or hides the Python of the whole page. */
export function foldPython() {
  const cells = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.python")),
    button = find(".show-python");
  if (!button) return;
  button.hidden = !cells.length;
  const show = () => {
    const on = setting("python", "no") === "yes";
    for (const cell of cells) cell.open = on;
    button.setAttribute("aria-pressed", String(on));
  };
  button.addEventListener("click", () => {
    const anchor = firstInSight(),
      before = anchor?.getBoundingClientRect().top ?? 0;
    keepSetting("python", setting("python", "no") === "yes" ? "no" : "yes");
    show();
    if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
  });
  show();
}

/** What the reader is looking at: it stays where it is when code opens above it. @returns {Element | undefined} */
function firstInSight() {
  const parts = [...document.querySelectorAll("main :is(p, h2, h3, .out, .stage, .picture)")];
  return parts.find((part) => part.getBoundingClientRect().top > 60 && part.clientHeight > 0);
}

/** How many minutes are left, by how far one has read. */
export function countMinutes() {
  const box = find(".minutes-left"),
    whole = Number(box?.dataset.minutes);
  if (!box || !whole) return;
  let frame = 0;
  const tell = () => {
    frame = 0;
    const below = Math.max(1, document.documentElement.scrollHeight - innerHeight),
      read = Math.min(1, Math.max(0, scrollY / below));
    const left = Math.round(whole * (1 - read));
    const words = left < 1 ? "almost done" : `${left} min left`;
    if (box.textContent !== words) box.textContent = words;
  };
  const later = () => {
    if (!frame) frame = requestAnimationFrame(tell);
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  later();
}

/** The map of the course shows where one is, also when what stands beside it has taken some of its room. */
export function centreMap() {
  const map = find(".map"),
    here = /** @type {HTMLElement | null} */ (map?.querySelector("[aria-current]") ?? null);
  if (!map || !here) return;
  const centre = () => {
    map.scrollLeft = here.offsetLeft - map.offsetLeft - (map.clientWidth - here.offsetWidth) / 2;
  };
  if ("ResizeObserver" in window) new ResizeObserver(centre).observe(map);
  else centre(); // an old engine
}

/** Where a policy forbids pictures inside the page, paint them on canvases, which it allows. */
export function paintPictures() {
  const paint = async (/** @type {HTMLImageElement} */ picture) => {
    const data = picture.src.match(/^data:(image\/\w+);base64,(.*)$/);
    if (!data || picture.naturalWidth) return;
    const bytes = Uint8Array.from(atob(data[2]), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: data[1] }));
    const canvas = make("canvas", { width: bitmap.width, height: bitmap.height });
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", picture.alt);
    canvas.style.maxWidth = "100%";
    picture.replaceWith(canvas);
  };
  for (const picture of document.querySelectorAll("img")) {
    if (picture.complete) void paint(picture);
    picture.addEventListener("error", () => void paint(picture));
  }
}
