"""The website's pages on loopback: what each weighs, how soon it answers; on a processor slowed four times, too."""

import gzip
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from conftest import FLAGS
from playwright.sync_api import sync_playwright
from served_course import find_chromium
from served_site import serve

from tools import site as command

TURNS = 5
SLOWER = (1, 4)
WEIGHT, FRONT_WEIGHT, EMBED_WEIGHT, SECONDS = 500, 150, 100, 0.4  # kB plain, kB gzipped, kB gzipped, s
EMPTY = "empty.html"  # what the browser itself takes on this computer
# The page says data-alive=true when what is near the screen can be drawn on; then one frame is painted.
LISTEN = """new MutationObserver((_, watcher) => {
  if (document.body?.dataset.alive !== "true") return;
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.answersAfter = performance.now(); }));
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-alive"] });"""


def open_page(browser, address, slower):
    """A fresh visit. returns: (seconds until it answers, the paths that it asked for)"""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, service_workers="block")
    page = context.new_page()
    page.add_init_script(LISTEN)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.wait_for_function("window.answersAfter", timeout=60_000)
    seconds = page.evaluate("window.answersAfter") / 1000
    context.close()
    return seconds, asked


def weigh(folder, asked, root):
    """What a page loads besides its pictures. returns: (kB plain, kB gzipped)"""
    paths = {url.removeprefix(root).split("#")[0].split("?")[0] or "index.html" for url in asked}
    texts = [(folder / path).read_bytes() for path in sorted(paths) if path.endswith((".html", ".js", ".css"))]
    return sum(map(len, texts)) / 1000, sum(len(gzip.compress(text, 9)) for text in texts) / 1000


def rows(folder):
    """(page, kB plain, kB gzipped, seconds, seconds on a slower processor) for each page, medians of some visits."""
    Path(folder, EMPTY).write_text("<!doctype html><title>nothing</title><body data-alive=true>nothing")
    with serve(folder, policy=None) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        names = sorted(path.name for path in Path(folder).glob("*.html"))
        for path in [EMPTY, *(name for name in names if name not in (EMPTY, "404.html"))]:
            times = []
            for slower in SLOWER:
                visits = [open_page(browser, root + path, slower) for _ in range(TURNS)]
                times.append(statistics.median(seconds for seconds, _ in visits))
            yield path, *weigh(Path(folder), visits[0][1], root), *times
        browser.close()


def main():
    with tempfile.TemporaryDirectory() as folder:
        command.main(["--into", f"{folder}/site"])
        print("\n| page | kB | kB gzipped | answers after, s | on a processor four times slower, s |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for path, plain, packed, *times in rows(f"{folder}/site"):
            aim = {"index.html": FRONT_WEIGHT, "embed.html": EMBED_WEIGHT}.get(path)
            kept = f"{packed:.0f}{f' (≤ {aim})' if aim else ''}"
            print(
                f"| {path} | {plain:.0f} (≤ {WEIGHT}) | {kept} | {times[0]:.2f} (≤ {SECONDS}) | {times[1]:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
