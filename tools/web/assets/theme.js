// Light or dark, before anything is painted; reading.js goes on from here.
{
  let chosen = "";
  try {
    chosen = localStorage.getItem("xo-theme") ?? "";
  } catch {
    // a frame or a browser that keeps nothing: as the system has it
  }
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.dataset.jpThemeLight = String(!dark);
}
