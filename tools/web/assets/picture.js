// What is on the screen as a picture: the widget's canvas, and over it the words and frames that stand beside the
// canvas.
import { make } from "./elements.js";

/** @param {HTMLElement} root what is drawn @param {number} [dense] pixels of the picture to one of the screen */
export function paint(root, dense = 2) {
  const frame = root.getBoundingClientRect();
  const [width, height] = [Math.ceil(frame.width * dense), Math.ceil(frame.height * dense)];
  const canvas = make("canvas", { width, height });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.scale(dense, dense);
  pen.translate(-frame.left, -frame.top);
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(frame.left, frame.top, frame.width, frame.height);
  paintElement(pen, root);
  return canvas;
}

// What one acts with, but for what the buttons say that are pressed: which letter the drawing is.
const LEFT_OUT =
  "select, input, textarea, button:not(.xo-more, .xo-choice[aria-pressed=true]), .xo-tools > :not(.xo-answer-line), .xo-below > .xo-tool-row, .xo-rate-label, .xo-card-foot";

/** @param {CanvasRenderingContext2D} pen @param {Element} element */
function paintElement(pen, element) {
  const style = getComputedStyle(element);
  if (
    style.display === "none" ||
    style.visibility === "hidden" ||
    style.clipPath !== "none" ||
    Number(style.opacity) === 0
  )
    return;
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) return paintChildren(pen, element);
  if (element instanceof HTMLCanvasElement) {
    if (element.width) pen.drawImage(element, box.left, box.top, box.width, box.height);
    return;
  }
  if (element.matches(LEFT_OUT)) return;
  paintBox(pen, style, box);
  paintChildren(pen, element);
}

/** @param {CanvasRenderingContext2D} pen @param {Element} element */
function paintChildren(pen, element) {
  const later = [];
  for (const node of element.childNodes) {
    if (node instanceof Text) paintText(pen, node);
    else if (node instanceof Element) later.push(node);
  }
  const depth = (/** @type {Element} */ one) => Number(getComputedStyle(one).zIndex) || 0;
  for (const one of later.sort((a, b) => depth(a) - depth(b))) paintElement(pen, one);
}

const SIDES = /** @type {const} */ (["Top", "Right", "Bottom", "Left"]);

/** @param {CanvasRenderingContext2D} pen @param {CSSStyleDeclaration} style @param {DOMRect} box */
function paintBox(pen, style, box) {
  const round = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
  pen.beginPath();
  pen.roundRect(box.left, box.top, box.width, box.height, round);
  const ground = groundOf(pen, style, box);
  if (ground) {
    pen.fillStyle = ground;
    pen.fill();
  }
  const edges = SIDES.map((side) =>
    style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]) || 0,
  );
  if (edges.every(Boolean)) {
    pen.strokeStyle = style.borderTopColor;
    pen.lineWidth = edges[0];
    pen.beginPath();
    pen.roundRect(box.left + edges[0] / 2, box.top + edges[0] / 2, box.width - edges[0], box.height - edges[0], round);
    pen.stroke();
  } else if (edges[0]) {
    pen.fillStyle = style.borderTopColor;
    pen.fillRect(box.left, box.top, box.width, edges[0]);
  }
}

/** A colour, or the colours of a scale from left to right. @param {CanvasRenderingContext2D} pen
 * @param {CSSStyleDeclaration} style @param {DOMRect} box */
function groundOf(pen, style, box) {
  const colours = style.backgroundImage.startsWith("linear-gradient")
    ? style.backgroundImage.match(/rgba?\([^)]+\)/g)
    : null;
  if (colours && colours.length > 1) {
    const scale = pen.createLinearGradient(box.left, 0, box.right, 0);
    colours.forEach((colour, place) => {
      scale.addColorStop(place / (colours.length - 1), colour);
    });
    return scale;
  }
  return /, 0\)$|^transparent$/.test(style.backgroundColor) ? null : style.backgroundColor;
}

/** @param {CanvasRenderingContext2D} pen @param {Text} node */
function paintText(pen, node) {
  const parent = node.parentElement;
  if (!parent || !node.data.trim()) return;
  const style = getComputedStyle(parent),
    range = document.createRange();
  pen.fillStyle = style.color;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.textBaseline = "alphabetic";
  const lines = linesOf(node, range),
    capital = getComputedStyle(parent, "::first-letter").textTransform === "uppercase";
  if (capital && lines.length) lines[0].text = lines[0].text.replace(/./u, (letter) => letter.toUpperCase());
  for (const { text, box } of lines) {
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText(text);
    pen.fillText(text, box.left, box.top + (box.height + up - down) / 2);
  }
}

/** The lines in which a text stands. @param {Text} node @param {Range} range */
function linesOf(node, range) {
  /** @type {{text: string, box: DOMRect}[]} */
  const lines = [];
  for (let start = 0; start < node.length; start++) {
    range.setStart(node, start);
    range.setEnd(node, start + 1);
    const box = range.getClientRects()[0];
    if (!box) continue;
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.box.top - box.top) < 2) last.text += node.data[start];
    else if (node.data[start].trim()) lines.push({ text: node.data[start], box });
  }
  return lines;
}

/** Where what one acts with is left out, nothing but the ground may stand from edge to edge: of such rows, where all of
 * the pictures have them, few remain. @param {HTMLCanvasElement[]} pictures @param {number} most */
export function closeGaps(pictures, most) {
  const high = Math.max(...pictures.map(({ height }) => height)),
    used = pictures.map(usedRows);
  /** @type {[number, number][]} from which row to which */
  const spans = [];
  let gap = 0;
  for (let row = 0; row < high; row++) {
    gap = used.some((rows) => rows[row]) ? 0 : gap + 1;
    if (gap > most) continue;
    if (spans.at(-1)?.[1] !== row) spans.push([row, row]);
    spans[spans.length - 1][1] = row + 1;
  }
  return pictures.map((one) => cutOut(one, spans));
}

/** Of each row, whether more than the ground stands there. @param {HTMLCanvasElement} picture */
function usedRows(picture) {
  const { width, height } = picture,
    pen = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d")),
    colours = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
  return Array.from({ length: height }, (_, row) =>
    colours.subarray(row * width, (row + 1) * width).some((colour) => colour !== colours[0]),
  );
}

/** @param {HTMLCanvasElement} picture @param {[number, number][]} spans of rows that remain */
function cutOut(picture, spans) {
  const { width } = picture,
    within = spans.map(([from, to]) => [from, Math.min(to, picture.height)]).filter(([from, to]) => from < to),
    canvas = make("canvas", { width, height: within.reduce((sum, [from, to]) => sum + to - from, 0) }),
    pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let y = 0;
  for (const [from, to] of within) {
    pen.drawImage(picture, 0, from, width, to - from, 0, y, width, to - from);
    y += to - from;
  }
  return canvas;
}

/** The words of an element, a line for each of its parts. @param {HTMLElement | null} element */
function told(element) {
  const parts = element ? [...element.querySelectorAll("*")].filter((one) => !one.children.length) : [];
  return parts
    .map((one) => one.textContent?.trim())
    .filter(Boolean)
    .join(" ");
}

/** The words that stand for the picture where it cannot be seen. @param {HTMLElement} root */
export function altText(root) {
  const answer = root.querySelector(".xo-answer-line")?.textContent ?? "";
  const card = /** @type {HTMLElement | null} */ (root.querySelector(".xo-card:not([hidden])"));
  const title = root.getAttribute("aria-label") ?? "A network";
  return [`${title}, with a drawing of 9 by 9 pixels.`, answer, told(card)].filter(Boolean).join("\n");
}

/** A PNG that carries its own words, in a chunk that readers of pictures know. @param {HTMLCanvasElement} canvas
 * @param {string} words */
export async function asPng(canvas, words) {
  const blob = await new Promise((/** @type {(blob: Blob) => void} */ done, failed) =>
    canvas.toBlob((made) => (made ? done(made) : failed(new Error("the browser made no picture"))), "image/png"),
  );
  const bytes = new Uint8Array(await blob.arrayBuffer()),
    head = 33; // the signature and the first chunk
  return new Blob([bytes.subarray(0, head), chunk(words), bytes.subarray(head)], { type: "image/png" });
}

/** An iTXt chunk "Description". @param {string} words */
function chunk(words) {
  const body = new TextEncoder().encode(`iTXtDescription\0\0\0\0\0${words}`),
    made = new Uint8Array(body.length + 8),
    view = new DataView(made.buffer);
  view.setUint32(0, body.length - 4);
  made.set(body, 4);
  view.setUint32(body.length + 4, crc(body));
  return made;
}

/** @param {Uint8Array} bytes */
function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
