// A short film of a trace: from the held number back to the ink, one step a frame, as a GIF that can be pasted
// anywhere.
import { paint } from "./picture.js";

const STEP_MS = 1400;
const MOST_STEPS = 12;
const WIDEST = 1100;
const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** The library is fetched when it is first asked for. @returns {Promise<any>} */
async function encoder() {
  /** @type {any} */
  const world = globalThis;
  if (!world.modernGif)
    await new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: "assets/gif.js" });
      script.addEventListener("load", done);
      script.addEventListener("error", () => failed(new Error("the file assets/gif.js did not arrive")));
      document.head.append(script);
    });
  return world.modernGif;
}

/**
 * @param {HTMLElement} root the picture @param {(words: string) => void} tell
 * @returns {Promise<Blob>}
 * @throws {Error} whose message says what is missing
 */
export async function makeFilm(root, tell) {
  const back = () =>
    /** @type {HTMLButtonElement | undefined} */ (
      [...root.querySelectorAll(".xo-card:not([hidden]) button")].find((one) => one.textContent?.includes("strongest"))
    );
  if (!back()) throw new Error("hold a number first (click it): the film walks from there back to the ink");
  const library = await encoder(),
    frames = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    tell(`Taking picture ${step + 1} …`);
    await wait(60); // the step has been painted
    frames.push(paint(root, Math.min(1, WIDEST / root.clientWidth)));
    const button = back();
    if (!button) break;
    const before = root.querySelector(".xo-card")?.textContent;
    button.click();
    await wait(60);
    if (root.querySelector(".xo-card")?.textContent === before) break;
  }
  const [width, height] = [Math.max(...frames.map((one) => one.width)), Math.max(...frames.map((one) => one.height))];
  tell("Putting them together …");
  await wait(20);
  const made = await library.encode({
    ...{ width, height, maxColors: 255, format: "blob" },
    frames: frames.map((one) => ({ data: pixels(one, width, height), delay: STEP_MS })),
  });
  return new Blob([made], { type: "image/gif" });
}

/** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
function pixels(canvas, width, height) {
  if (canvas.width === width && canvas.height === height)
    return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(0, 0, width, height).data;
  const whole = Object.assign(document.createElement("canvas"), { width, height }),
    pen = /** @type {CanvasRenderingContext2D} */ (whole.getContext("2d"));
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(canvas, 0, 0);
  return pen.getImageData(0, 0, width, height).data;
}
