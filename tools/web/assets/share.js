// Share, embed, keep as a picture, keep as a film: a row of buttons for a picture that lives.
import { filmOfTrace, filmOfTraining } from "./film.js";
import { writeLink } from "./link.js";
import { altText, asPng, paint } from "./picture.js";

/**
 * @typedef {object} Subject
 * @property {import("./model.js").LocalModel} model
 * @property {HTMLElement} stage
 * @property {Record<string, import("./link.js").Known>} known
 */

/** Where this site is: here, or where it is published, for a page that was opened from disk. @param {string} page */
function addressOf(page) {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return new URL(page, location.protocol === "file:" && canonical ? canonical.href : location.href).href.split("#")[0];
}

/** @param {HTMLElement} box @param {() => Subject} subject what is on the screen now */
export function buildSharing(box, subject) {
  const row = Object.assign(document.createElement("p"), { className: "tools" }),
    given = document.createElement("div"),
    status = Object.assign(document.createElement("p"), { className: "one-line" });
  status.setAttribute("role", "status");
  const tell = (/** @type {string} */ words) => {
    status.textContent = words;
  };
  const add = (/** @type {string} */ text, /** @type {() => Promise<void> | void} */ act) => {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button",
      textContent: text,
    });
    button.addEventListener("click", async () => {
      given.replaceChildren();
      tell("");
      button.disabled = true;
      try {
        await act();
      } catch (error) {
        tell(`Not done: ${/** @type {Error} */ (error).message}.`);
      }
      button.disabled = false;
    });
    row.append(button);
  };
  const root = () => {
    const found = /** @type {HTMLElement | null} */ (subject().stage.querySelector(".xo-glass"));
    if (!found) throw new Error("the network is not on the screen yet");
    return found;
  };
  const written = () => writeLink(subject().model, subject().known, root().dataset.held);
  add("Share a link", () => {
    const link = `${addressOf("play.html")}#${written()}`;
    given.replaceChildren(field("Link", link, tell));
    tell(`${link.length} characters. Whoever opens it sees what you see, and can go on from there.`);
  });
  add("Embed", () => {
    const link = `${addressOf("embed.html")}#${written()}`;
    const line =
      `<iframe src="${link.replaceAll("&", "&amp;")}" title="A neural network to draw on" sandbox="allow-scripts"` +
      ` loading="lazy" style="width:100%;height:660px;border:0"></iframe>`;
    given.replaceChildren(field("Line for Moodle, Canvas or a blog", line, tell));
    tell("Paste this line where your page takes HTML.");
  });
  add("Picture", async () => {
    const words = altText(root());
    download(await asPng(paint(root()), words), "xo.png");
    given.replaceChildren(field("Alternative text", words, tell));
    tell("Saved as xo.png, with these words in it for those who cannot see it.");
  });
  const keepFilm = (/** @type {Blob} */ film, /** @type {string} */ name, /** @type {string} */ what) => {
    download(film, name);
    tell(`Saved as ${name}, ${Math.round(film.size / 1000)} kB: ${what}.`);
  };
  add("Film", async () => {
    const what = subject().model.get("backward") ? "on to the error" : "back to the ink";
    keepFilm(await filmOfTrace(root(), tell), "xo.gif", `the way from the held number ${what}`);
  });
  add("Film of training", async () => {
    const film = await filmOfTraining(root(), subject().model, tell);
    keepFilm(film, "xo-training.gif", "the network learns this drawing; here it is again what it was");
  });
  box.replaceChildren(row, given, status);
}

/** @param {string} label @param {string} text @param {(words: string) => void} tell */
function field(label, text, tell) {
  const row = Object.assign(document.createElement("label"), { className: "given" });
  const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, rows: 3 });
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button",
    textContent: "Copy",
  });
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    area.select();
    try {
      await navigator.clipboard.writeText(text);
      tell("Copied.");
    } catch {
      tell(document.execCommand?.("copy") ? "Copied." : "Copy the marked text.");
    }
  });
  row.append(Object.assign(document.createElement("span"), { textContent: label }), area, button);
  return row;
}

/** @param {Blob} blob @param {string} name */
function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link); // where a page can hear of it
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
