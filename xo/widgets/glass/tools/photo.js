// Your own picture: a photo of a letter on paper, from a file, the clipboard, by drop or from the camera, read step by
// step. It stays in the browser.
import { button, make } from "../../shared/dom.js";
import { photoSteps, STEPS } from "../../shared/photos.js";
import { hasCamera, openCamera } from "./camera.js";

/**
 * @typedef {import("../../shared/photos.js").Photo} Photo
 * @typedef {import("../../shared/photos.js").Step} Step
 */

const LARGEST_PX = 1000; // of the longer side: larger photos are shrunk as they are opened
const UNREADABLE = "This browser cannot read that as a picture: save it as PNG or JPEG.";
const IN_COLOUR = "A photo becomes a drawing in black and white; this image is in colour.";

/** @param {import("./tools.js").Host} host */
export function buildPhoto(host) {
  const box = make("div", "photo"),
    row = make("div", "tool-row"),
    field = make("input", "file", "", { type: "file", accept: "image/*", "aria-label": "A photo from a file" }),
    steps = new Steps(host, () => host.resized()),
    take = (/** @type {Blob | HTMLVideoElement | null | undefined} */ source) => source && steps.take(source);
  field.hidden = true;
  field.addEventListener("change", () => {
    void take(field.files?.[0]);
    field.value = "";
  });
  row.append(
    button("Open …", "Open a photo of a letter on paper", () => field.click()),
    field,
  );
  box.append(make("div", "soft", "A letter on paper: open, drop or paste a photo. It stays on this computer."), row);
  if (hasCamera()) row.append(...openCamera(box, { take, tell: host.tell, resized: host.resized }));
  box.append(steps.element);
  listenForPictures(host, take);
  return box;
}

/** Pictures that are dropped on the widget, or pasted while it has the focus. @param {import("./tools.js").Host} host
 * @param {(file: Blob | null | undefined) => void} take */
function listenForPictures({ root, gone: signal }, take) {
  root.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  root.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  // Firefox tells the page, and not what has the focus there, unless one can write in it.
  const paste = (/** @type {ClipboardEvent} */ event) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
    if (!file || !root.contains(/** @type {Document | ShadowRoot} */ (root.getRootNode()).activeElement)) return;
    event.preventDefault();
    event.stopPropagation();
    take(file);
  };
  document.addEventListener("paste", paste, { capture: true, signal });
}

/** The steps from a photo to the drawing, each as a small picture that can be switched off. */
class Steps {
  /** @param {import("./tools.js").Host} host @param {() => void} resized */
  constructor(host, resized) {
    this.host = host;
    this.resized = resized;
    /** @type {Photo | null} */
    this.photo = null;
    this.element = make("div", "photo-steps", "", {
      role: "group",
      "aria-label": "Steps from the photo to the drawing",
    });
    this.element.hidden = true;
    this.steps = Object.entries(STEPS).map(([name, about]) => this.build(name, about));
  }

  /** @param {string} name @param {string} about */
  build(name, about) {
    const step = make("label", "photo-step", "", { title: about }),
      canvas = make("canvas", "", "", { role: "img", "aria-label": `${name}: ${about}` }),
      line = make("span"),
      box = make("input", "", "", { type: "checkbox", name });
    box.checked = true;
    box.addEventListener("change", () => this.read());
    line.append(box, ` ${name}`);
    step.append(canvas, line);
    this.element.append(step);
    return { name, canvas, box };
  }

  /** @param {Blob | HTMLVideoElement} source */
  async take(source) {
    try {
      this.photo = await decode(source);
    } catch {
      return this.host.tell(UNREADABLE);
    }
    this.read();
  }

  /** Show the steps, and put the last of them on the pad. */
  read() {
    if (!this.photo) return;
    const { session, tell } = this.host,
      { rows, columns, values, names } = session.state.image;
    if (names) return tell(IN_COLOUR);
    this.element.hidden = false; // where a photo is refused, too: without one of the steps it may be read
    try {
      const on = Object.fromEntries(this.steps.map(({ name, box }) => [name, box.checked])),
        made = photoSteps(this.photo, Math.min(rows, columns), on);
      for (const [place, step] of made.entries()) paint(this.steps[place].canvas, step);
      session.draw(laidIn(made[made.length - 1], rows, columns, values.length));
      tell("");
    } catch (error) {
      tell(`Not read: ${/** @type {Error} */ (error).message}.`);
    }
    this.resized();
  }
}

/** A picture as rows of red, green, blue and how opaque.
 * @param {Blob | HTMLVideoElement} source @returns {Promise<Photo>} */
async function decode(source) {
  const picture = await createImageBitmap(source, { imageOrientation: "from-image" }),
    scale = Math.min(1, LARGEST_PX / Math.max(picture.width, picture.height)),
    canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return {
    pixels: pen.getImageData(0, 0, canvas.width, canvas.height).data,
    rows: canvas.height,
    columns: canvas.width,
  };
}

/** @param {HTMLCanvasElement} canvas @param {Step} step */
function paint(canvas, { values, rows, columns }) {
  const pixels = new ImageData(columns, rows);
  for (let place = 0; place < values.length; place++) {
    pixels.data.fill((values[place] + 1) * 127.5, 4 * place, 4 * place + 3);
    pixels.data[4 * place + 3] = 255;
  }
  [canvas.width, canvas.height] = [columns, rows];
  canvas.getContext("2d")?.putImageData(pixels, 0, 0);
}

/** The square image in the middle of a pad that may be none. @param {Step} image @param {number} rows
 * @param {number} columns @param {number} length */
function laidIn(image, rows, columns, length) {
  const made = new Float64Array(length).fill(-1),
    top = Math.floor((rows - image.rows) / 2),
    left = Math.floor((columns - image.columns) / 2);
  image.values.forEach((value, place) => {
    made[(top + Math.floor(place / image.columns)) * columns + left + (place % image.columns)] = value;
  });
  return made;
}
