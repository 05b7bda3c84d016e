"""How soon the glass network follows the pen: python benchmarks/widget_latency.py [--quick]

A real JupyterLab and Chromium on this machine. A stroke of 60 pointer events at 60 a second; each time runs from the
event's own time stamp to the end of the frame that shows its maps. Beside it, in the same run: an empty round trip
from page to kernel and back (the floor of all that asks the kernel), and the obvious alternative, a matplotlib figure
redrawn on every change. The kernel stands on this machine, 150 ms away, or is busy. Prints a table, and ratios.
"""

import asyncio
import json
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

import numpy as np  # noqa: E402
from conftest import FLAGS  # noqa: E402
from delay_proxy import serve  # noqa: E402
from playwright.async_api import async_playwright  # noqa: E402
from served_course import Course, find_chromium, free_port  # noqa: E402

NODELAY = '--ServerApp.jpserver_extensions={"xo.nodelay": True}'
EVENTS, PACE, AWAY = 60, 1 / 60, 0.075
FIRST = """
import time, numpy as np, anywidget, ipywidgets
from IPython.display import display
from matplotlib.figure import Figure
from xo.filtering import Convolution
from xo.pooling import Pooling
from xo.relu import ReLU, relu
from xo.stacking import Network, hand_made_network
from xo.voting import Voting
from xo.widgets.glass import GlassNetwork, Pad
rng = np.random.default_rng(0)
large = Network([Convolution(rng.normal(size=(8, 1, 3, 3))), ReLU(), Pooling(),
                 Convolution(rng.normal(size=(16, 8, 3, 3))), ReLU(), Pooling(), Voting(rng.normal(size=(2, 576)))])
arrived = []
"""
ECHO = """
class Echo(anywidget.AnyWidget):
    _esm = '''export default { render({ model, el }) { let from = 0; const times = [];
      model.on("msg:custom", () => { times.push(performance.now() - from); if (times.length < 40) ping();
        else window.echo = times; });
      const ping = () => { from = performance.now(); model.send({}); }; window.startEcho = ping; } }'''
echo = Echo()
echo.on_msg(lambda widget, content, buffers: widget.send({}))
echo
"""
PEER = """
pad, out = Pad(np.full((9, 9), -1.0)), ipywidgets.Output()
def redraw(change):
    stages = hand_made_network().stages(pad.image[None, None])
    figure = Figure(figsize=(9, 3))
    for place, values in enumerate([*stages[0][0], *stages[1][0], *stages[2][0], *stages[3][0]], 1):
        figure.add_subplot(2, 5, place).imshow(values, vmin=-1, vmax=1)
    with out:
        out.clear_output(wait=True)
        display(figure)
pad.observe(redraw, "pixels")
display(pad, out)
"""
WIDGETS = {
    "in the browser, 9 by 9": "glass = GlassNetwork(hand_made_network(), np.full((9, 9), -1.0))\n"
    "glass.observe(lambda c: arrived.append(time.time() * 1000), 'pixels')\nglass",
    "in the browser, 28 by 28": "GlassNetwork(large, np.full((28, 28), -1.0))",
    "your own Python function": "GlassNetwork(hand_made_network(), np.full((9, 9), -1.0), own={2: relu})",
    "a redrawn matplotlib figure": PEER,
}
LISTEN = """(kind) => {
  const root = document.querySelector(".xo-glass"), pad = root.querySelector(".xo-pad");
  const log = { events: [], shown: [] };
  window.log = log;
  pad.addEventListener("pointermove", (event) => log.events.push(event.timeStamp), true);
  const end = new MessageChannel();
  let asked = 0;
  end.port1.onmessage = () => log.shown.push([asked || performance.now(), performance.now()]);
  const answered = (event) => { asked = event.detail; end.port2.postMessage(0); };
  if (kind === "own") root.addEventListener("xo-answered", answered);
  else if (kind === "peer") new MutationObserver(() => end.port2.postMessage(0)).observe(
    document.querySelector(".jp-OutputArea-output .jupyter-widgets.jp-OutputArea, .widget-output") ?? document.body,
    { childList: true, subtree: true });
  else root.addEventListener("xo-painted", () => end.port2.postMessage(0));
}"""


READY = """() => { const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
  return kernel?.status === "idle" && kernel.connectionStatus === "connected"; }"""


def percentiles(times):
    return f"{np.percentile(times, 50):.0f}/{np.percentile(times, 95):.0f}" if len(times) else "-"


def read(log):
    """Latencies of the events, how many states were shown, and how long after the last event the last one came."""
    events, shown = log["events"], log["shown"]
    times = [min((end for asked, end in shown if asked >= event), default=np.inf) - event for event in events]
    times = [time for time in times if np.isfinite(time)]
    return times, len(shown), max((end for _, end in shown), default=np.nan) - events[-1]


def snake(count):
    """Pixels from left to right, then back in the next row: every event inks one that was black before."""
    rows = ((n // count, n % count) for n in range(EVENTS + 1))
    return [(row, count - 1 - column if row % 2 else column) for row, column in rows]


async def stroke(page, pad, size):
    """60 pointer events at 60 a second, each on a pixel that none before it has touched."""
    session = await page.context.new_cdp_session(page)
    box = await pad.bounding_box()
    count = 9 if size == 9 else 28
    side = box["width"] / count
    places = [(box["x"] + (column + 0.5) * side, box["y"] + (row + 0.5) * side) for row, column in snake(count)]
    send = lambda kind, x, y: asyncio.ensure_future(session.send("Input.dispatchMouseEvent", {  # noqa: E731
        "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1}))  # fmt: skip
    await send("mousePressed", *places[0])
    await asyncio.sleep(0.1)
    await page.evaluate("() => { window.log.events.length = window.log.shown.length = 0; }")
    start, tasks = asyncio.get_event_loop().time(), []
    for number, place in enumerate(places[1:]):
        await asyncio.sleep(max(0, start + number * PACE - asyncio.get_event_loop().time()))
        tasks.append(send("mouseMoved", *place))
    await asyncio.gather(*tasks)
    await send("mouseReleased", *places[-1])


async def show(browser, url, course, name, code):
    """A fresh notebook page with one widget in it."""
    page = await browser.new_page(viewport={"width": 1500, "height": 1000})
    course.add(name, [FIRST, code])
    await page.goto(f"{url}/lab/workspaces/{name}/tree/my_lessons/{name}.ipynb?token={course.token}")
    await page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=120_000)
    await page.wait_for_function(READY, timeout=120_000)
    await page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    return page


async def measure(browser, url, course, kind, code, busy=False):
    print(f"measuring: {kind}", file=sys.stderr, flush=True)
    page = await show(browser, url, course, f"bench-{abs(hash((kind, url, busy))) % 10**8}", code)
    pad = page.locator(".xo-pad").first
    await pad.wait_for(timeout=120_000)
    await page.wait_for_timeout(1500)
    await pad.scroll_into_view_if_needed()
    await page.evaluate(LISTEN, "own" if "own" in kind else "peer" if "matplotlib" in kind else "browser")
    kernel = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
    if busy:
        await page.evaluate(f"() => {{ {kernel}.requestExecute({{ code: 'time.sleep(10)' }}); }}")
    await stroke(page, pad, 28 if "28" in kind else 9)
    await page.wait_for_timeout(6000 if "matplotlib" in kind else 1500)
    result = read(await page.evaluate("() => window.log"))
    await page.close()
    return result


async def round_trip(browser, url, course):
    page = await show(browser, url, course, f"echo-{abs(hash(url)) % 10**8}", ECHO)
    await page.wait_for_function("() => window.startEcho", timeout=60_000)
    print("an empty round trip", file=sys.stderr, flush=True)
    await page.evaluate("() => window.startEcho()")
    await page.wait_for_function("() => window.echo", timeout=120_000)
    times = await page.evaluate("() => window.echo")
    await page.close()
    return times


async def main():
    quick = "--quick" in sys.argv
    course = Course(tempfile.mkdtemp(), [NODELAY])
    far = free_port()
    target = int(course.url.rsplit(":", 1)[1])
    rows = []
    try:
        await serve(far, target, AWAY)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            places = [("on this machine", course.url)] + ([] if quick else [("150 ms away", f"http://127.0.0.1:{far}")])
            for where, url in places:
                echo = await round_trip(browser, url, course)
                rows.append((where, "an empty round trip", percentiles(echo), "", ""))
                for kind, code in WIDGETS.items():
                    times, shown, rest = await measure(browser, url, course, kind, code)
                    rows.append((where, kind, percentiles(times), f"{min(shown, EVENTS)} of {EVENTS}", f"{rest:.0f}"))
            kind, code = next(iter(WIDGETS.items()))
            times, shown, rest = await measure(browser, course.url, course, kind, code, busy=True)
            rows.append(("busy for 10 s", kind, percentiles(times), f"{shown} of {EVENTS}", f"{rest:.0f}"))
            await browser.close()
    finally:
        course.close()
    print_table(rows)


def print_table(rows):
    peers = {where: float(time.split("/")[0]) for where, kind, time, *_ in rows if "matplotlib" in kind and time != "-"}
    print("| kernel | what | p50/p95 ms | states shown | settled ms after | times the figure's speed |")
    print("| --- | --- | --- | --- | --- | --- |")
    for where, kind, time, shown, rest in rows:
        peer, mine = peers.get(where.replace("busy for 10 s", "on this machine")), float(time.split("/")[0] or 0)
        ratio = f"{peer / mine:.1f}" if peer and shown and mine else ""
        print(f"| {where} | {kind} | {time} | {shown} | {rest} | {ratio} |")
    print(json.dumps([row[:3] for row in rows]), file=sys.stderr)


if __name__ == "__main__":
    asyncio.run(main())
