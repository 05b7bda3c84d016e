// Before anything is painted: light or dark; reading.js goes on from there. And one sentence where the scripts of the
// page do not arrive, or ask for what this browser has not got. So this file is written for engines of 2016: no newer
// syntax may stand in it.
{
  const MISSING =
    "Something that this page needs is missing in this browser: text and pictures stand, but nothing here can be drawn on. A newer browser can do it all.";
  /** What stands for widgets where JavaScript is off. @param {Document | HTMLElement} place */
  const showStills = function showStills(place) {
    const stills = place.querySelectorAll(".stage > noscript");
    for (let number = 0; number < stills.length; number += 1)
      stills[number].outerHTML = stills[number].textContent || "";
  };

  /** The pictures and the sentence; once the page lives, that is hidden. */
  const tell = function tell() {
    const main = document.getElementById("main");
    if (document.querySelector(".script-missing") || document.body.dataset.alive === "true" || !main) return;
    document.body.classList.remove("has-script"); // what its scripts hid is there to be read
    const words = document.createElement("p");
    words.className = "one-line script-missing";
    words.setAttribute("role", "status");
    words.textContent = MISSING;
    main.insertBefore(words, main.firstChild);
    showStills(document);
  };

  /** @param {ErrorEvent | Event} event of a script, not of a picture, and not what a page sees to itself */
  const hear = function hear(event) {
    const { target } = event;
    const script = target instanceof HTMLElement ? target.tagName === "SCRIPT" && target.dataset.own !== "true" : true;
    const notice = event instanceof ErrorEvent && event.message.indexOf("ResizeObserver loop") >= 0;
    setTimeout(function later() {
      if (script && !notice && !event.defaultPrevented) tell();
    });
  };
  addEventListener("error", hear, true);
  addEventListener("unhandledrejection", hear);
  addEventListener("xo-failed", function failed(event) {
    if (event.target instanceof HTMLElement) showStills(event.target);
  });
  addEventListener("load", function loaded() {
    if (!document.body.classList.contains("has-script") && document.getElementById("lesson")) tell();
  });

  let chosen = "";
  try {
    chosen = localStorage.getItem("xo-theme") || "";
  } catch (_) {
    // a frame or a browser that keeps nothing: as the system has it
  }
  const system = "matchMedia" in window && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.body.dataset.jpThemeLight = String((chosen === "dark" || chosen === "light" ? chosen : system) === "light");
}
