// A short film as a GIF that can be pasted anywhere: of a trace, from the held number back to the ink, or of training.
import { arrival, make, painted } from "./elements.js";
import { closeGaps, paint } from "./picture.js";

const STEP_MS = 1400;
const MOST_STEPS = 12;
const WIDEST = 1100;
export const MOST_FREE_PX = 30; // between what stands in a picture

/** The library is fetched when it is first asked for. @returns {Promise<any>} */
async function encoder() {
  /** @type {any} */
  const world = globalThis;
  if (!world.modernGif) await arrival(make("script", { src: "assets/gif.js" }));
  return world.modernGif;
}

/** @param {HTMLElement} root the picture @param {string} selector @param {string} words on the button */
function find(root, selector, words) {
  const all = /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll(selector));
  return [...all].find((one) => one.textContent?.includes(words));
}

/**
 * From the held number back to the ink; in a picture that is turned backward, on to the error. Afterwards the number is
 * held again.
 * @param {HTMLElement} root the picture @param {(words: string) => void} tell
 * @returns {Promise<Blob>}
 * @throws {Error} whose message says what is missing
 */
export async function filmOfTrace(root, tell) {
  const card = ".xo-card:not([hidden]) button",
    on = () => find(root, card, "strongest") ?? find(root, card, "To the error");
  if (!root.dataset.held) throw new Error("hold a number first (click it): the film walks on from there");
  if (!on()) throw new Error("from this number the way leads nowhere: hold another one");
  const library = await encoder(),
    { held } = root.dataset,
    focused = /** @type {HTMLElement} */ (document.activeElement),
    frames = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    tell(`Taking picture ${step + 1} …`);
    await painted();
    frames.push(shoot(root));
    /** @type {string | undefined} */
    const was = root.dataset.held;
    on()?.click();
    await painted();
    if (root.dataset.held === was) break;
  }
  root.dispatchEvent(new CustomEvent("xo-hold", { detail: held, cancelable: true }));
  focused.focus({ preventScroll: true });
  return join(library, frames, tell);
}

/**
 * Ten steps down the slopes from one picture to the next, on the drawing that is shown. Afterwards the network is what
 * it was.
 * @param {HTMLElement} root the picture @param {import("./link.js").Model} model
 * @param {(words: string) => void} tell
 * @returns {Promise<Blob>}
 * @throws {Error} whose message says why there is nothing to see
 */
export async function filmOfTraining(root, model, tell) {
  const before = { numbers: model.get("numbers"), backward: model.get("backward") },
    library = await encoder(),
    frames = [];
  try {
    model.set({ backward: true });
    for (let step = 0; step < MOST_STEPS; step++) {
      tell(`Taking picture ${step + 1}, after ${10 * step} steps …`);
      await painted();
      frames.push(shoot(root));
      const was = model.get("numbers");
      find(root, "button", "Ten steps")?.click();
      await painted();
      if (model.get("numbers") === was) break;
    }
  } finally {
    model.set(before);
  }
  if (frames.length === 1) throw new Error("every slope is 0 here, so that nothing is learned: draw something else");
  return join(library, frames, tell);
}

/** @param {HTMLElement} root */
const shoot = (root) => paint(root, Math.min(1, WIDEST / root.clientWidth));

/** @param {any} library @param {HTMLCanvasElement[]} frames @param {(words: string) => void} tell */
async function join(library, frames, tell) {
  tell("Putting them together …");
  await painted();
  const pictures = closeGaps(frames, MOST_FREE_PX),
    [width, height] = [Math.max(...pictures.map((one) => one.width)), Math.max(...pictures.map((one) => one.height))];
  const made = await library.encode({
    ...{ width, height, maxColors: 255, format: "blob" },
    frames: pictures.map((one) => ({ data: pixels(one, width, height), delay: STEP_MS })),
  });
  return new Blob([made], { type: "image/gif" });
}

/** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
function pixels(canvas, width, height) {
  if (canvas.width === width && canvas.height === height)
    return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(0, 0, width, height).data;
  const whole = make("canvas", { width, height }),
    pen = /** @type {CanvasRenderingContext2D} */ (whole.getContext("2d"));
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(canvas, 0, 0);
  return pen.getImageData(0, 0, width, height).data;
}
