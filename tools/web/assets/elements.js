// Elements of a page, each made in one line; a file that the page fetches, and one that the reader keeps.

/** @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {Record<string, any>} [values] */
export function make(tag, values = {}) {
  return Object.assign(document.createElement(tag), values);
}

/** A line that is read out when its words change. @param {string} className @param {string} [textContent] */
export function statusLine(className, textContent = "") {
  const line = make("p", { className, textContent });
  line.setAttribute("role", "status");
  return line;
}

/** @param {string} textContent @param {(event: Event) => void} act @param {string} [className] */
export function button(textContent, act, className = "button") {
  const made = make("button", { type: "button", className, textContent });
  made.addEventListener("click", act);
  return made;
}

/** Fetch a script. A file that does not arrive costs what needs it, and nothing else: theme.js leaves it to
 * whoever asked. @param {HTMLScriptElement} element */
export function arrival(element) {
  element.dataset.own = "true";
  return new Promise((done, failed) => {
    const fail = () => failed(new Error(`the file ${element.getAttribute("src")} did not arrive`));
    element.addEventListener("load", done);
    element.addEventListener("error", fail);
    document.head.append(element);
  });
}

/** Until what was changed just now has been painted, however busy the computer is: a picture may take a frame for its
 * colours and the next one for its numbers. */
export async function painted() {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** @param {Blob} blob @param {string} name of the file */
export function download(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link); // where a page can hear of it
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
