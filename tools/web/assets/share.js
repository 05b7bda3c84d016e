// Share, embed, keep as a picture, keep as a film: a row of buttons for a picture that lives.
import { button, download, make, statusLine } from "./elements.js";
import { filmOfTrace, filmOfTraining, MOST_FREE_PX } from "./film.js";
import { writeLink } from "./link.js";
import { altText, asPng, closeGaps, paint } from "./picture.js";

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

/** A row of buttons, and below it what each of them gives and says.
 * @param {HTMLElement} box @param {() => Subject} subject what is on the screen now */
export function buildSharing(box, subject) {
  const sharing = new Sharing(box, subject);
  sharing.add("Share a link", () => sharing.link());
  sharing.add("Embed", () => sharing.embed());
  sharing.add("Picture", () => sharing.picture());
  sharing.add("Film", () => sharing.film());
  sharing.add("Film of training", () => sharing.filmOfTraining());
}

class Sharing {
  /** @param {HTMLElement} box @param {() => Subject} subject */
  constructor(box, subject) {
    this.subject = subject;
    this.row = make("p", { className: "tools" });
    this.given = make("div");
    this.status = statusLine("one-line");
    box.replaceChildren(this.row, this.given, this.status);
  }

  /** @param {string} text @param {() => Promise<void> | void} act */
  add(text, act) {
    const pressed = button(text, async () => {
      if (pressed.getAttribute("aria-disabled") === "true") return;
      this.close(true);
      this.given.replaceChildren();
      this.tell("");
      try {
        await act();
      } catch (error) {
        this.tell(`Not done: ${/** @type {Error} */ (error).message}.`);
      }
      this.close(false);
      this.status.scrollIntoView({ block: "nearest" }); // on a phone, it stands below the screen
    });
    this.row.append(pressed);
  }

  /** One thing at a time: two films would walk through the same picture. A disabled button would lose the focus.
   * @param {boolean} closed */
  close(closed) {
    for (const one of this.row.children) one.setAttribute("aria-disabled", String(closed));
  }

  link() {
    const link = `${addressOf("play.html")}#${this.written}`;
    this.give("Link", link, `${link.length} characters. Whoever opens it sees what you see, and can go on from there.`);
  }

  embed() {
    const link = `${addressOf("embed.html")}#${this.written}`.replaceAll("&", "&amp;"),
      look = 'sandbox="allow-scripts" loading="lazy" style="width:100%;height:660px;border:0"',
      line = `<iframe src="${link}" title="A neural network to draw on" ${look}></iframe>`;
    this.give("Line for Moodle, Canvas or a blog", line, "Paste this line where your page takes HTML.");
  }

  async picture() {
    const words = altText(this.root),
      [picture] = closeGaps([paint(this.root)], 2 * MOST_FREE_PX);
    download(await asPng(picture, words), "xo.png");
    this.give("Alternative text", words, "Saved as xo.png, with these words in it for those who cannot see it.");
  }

  async film() {
    const what = this.subject().model.get("backward") ? "on to the error" : "back to the ink",
      film = await filmOfTrace(this.root, (words) => this.tell(words));
    this.keep(film, "xo.gif", `the way from the held number ${what}`);
  }

  async filmOfTraining() {
    const film = await filmOfTraining(this.root, this.subject().model, (words) => this.tell(words));
    this.keep(film, "xo-training.gif", "the network learns this drawing; here it is again what it was");
  }

  get root() {
    const found = /** @type {HTMLElement | null} */ (this.subject().stage.querySelector(".xo-glass"));
    if (!found) throw new Error("the network is not on the screen yet");
    return found;
  }

  get written() {
    const { model, known } = this.subject();
    return writeLink(model, known, this.root.dataset.held);
  }

  /** @param {string} label @param {string} text @param {string} words */
  give(label, text, words) {
    this.given.replaceChildren(field(label, text, (said) => this.tell(said)));
    this.tell(words);
  }

  /** @param {Blob} film @param {string} name @param {string} what */
  keep(film, name, what) {
    download(film, name);
    this.tell(`Saved as ${name}, ${Math.round(film.size / 1000)} kB: ${what}.`);
  }

  /** @param {string} words */
  tell(words) {
    this.status.textContent = words;
  }
}

/** @param {string} label @param {string} text @param {(words: string) => void} tell */
function field(label, text, tell) {
  const row = make("label", { className: "given" }),
    area = make("textarea", { value: text, readOnly: true, rows: 3 });
  const copy = button("Copy", async (event) => {
    event.preventDefault();
    area.select();
    try {
      await navigator.clipboard.writeText(text);
      tell("Copied.");
    } catch {
      tell(document.execCommand?.("copy") ? "Copied." : "Copy the marked text.");
    }
  });
  row.append(make("span", { textContent: label }), area, copy);
  return row;
}
