"""How soon the glass network follows the pen: python benchmarks/widget_latency.py [--quick]

A real JupyterLab and Chromium on this machine. A stroke of 60 pointer events at 60 a second; each time runs from the
event's own time stamp to the end of the frame that shows its maps. Beside it, in the same run: an empty round trip
from page to kernel and back (the floor of all that asks the kernel), and the obvious alternative, a matplotlib figure
redrawn on every change. The kernel stands on this machine, 150 ms away, or is busy; one server is left as it comes.
Each stroke is drawn three times, and the middle one counts.
"""

import asyncio
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import numpy as np  # noqa: E402
from conftest import FLAGS  # noqa: E402
from playwright.async_api import async_playwright  # noqa: E402
from served_course import Course, find_chromium, free_port  # noqa: E402

from benchmarks.delay_proxy import serve  # noqa: E402
from benchmarks.pen import EVENTS, measure, show  # noqa: E402

NODELAY = '--ServerApp.jpserver_extensions={"xo.jupyter_nodelay": %s}'
AWAY = 0.075  # seconds each way
FIRST = """
import time, numpy as np, anywidget, ipywidgets
from IPython.display import display
from matplotlib.figure import Figure
from xo.filtering import FEATURES, Convolution, filter_maps
from xo.pooling import Pooling
from xo.relu import ReLU, relu
from xo.stacking import Network
from xo.networks import hand_made_network
from xo.voting import Voting
from xo.widgets.glass import GlassNetwork, Pad
rng = np.random.default_rng(0)
arrived = []
def watched(widget):
    widget.observe(lambda change: arrived.append(time.time() * 1000), "pixels")
    return widget
def blank(side):
    return np.full((side, side), -1.0)
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
NINE = "watched(GlassNetwork(hand_made_network(), blank(9)))"
LARGE = """
large = Network([Convolution(rng.normal(size=(8, 1, 3, 3))), ReLU(), Pooling(),
                 Convolution(rng.normal(size=(16, 8, 3, 3))), ReLU(), Pooling(), Voting(rng.normal(size=(2, 576)))])
watched(GlassNetwork(large, blank(28)))
"""
OWN = "watched(GlassNetwork(hand_made_network(), blank(9), own={2: relu}))"
OWN_LONG = """
def mine(maps):
    return filter_maps(maps, FEATURES[:, None])
watched(GlassNetwork([Convolution(FEATURES[:, None])], blank(16), own={1: mine}))
"""
FIGURE = """
pad, out = watched(Pad(blank(9))), ipywidgets.Output()
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
TWENTY = "display(*[GlassNetwork(hand_made_network(), blank(9)) for _ in range(20)])"
LIVE = """() => { window.live = new Set();
  document.querySelectorAll(".xo-glass").forEach((root, number) =>
    root.addEventListener("xo-painted", () => window.live.add(number))); }"""


class Bench:
    """One server, near or far: measures what stands in a fresh notebook, and collects the rows of the table."""

    def __init__(self, browser, course, where, url):
        self.browser, self.course, self.where, self.url = browser, course, where, url
        self.rows, self.waits, self.floor, self.count = [], [], np.nan, 0

    async def open(self, code):
        self.count += 1
        name = f"bench-{self.where.split()[0]}-{self.count}"
        return await show(self.browser, self.url, self.course, name, [FIRST, code])

    async def echo(self):
        page = await self.open(ECHO)
        await page.wait_for_function("() => window.startEcho", timeout=60_000)
        await page.evaluate("() => window.startEcho()")
        await page.wait_for_function("() => window.echo", timeout=120_000)
        times = await page.evaluate("() => window.echo")
        await page.close()
        self.floor = np.percentile(times, 50)
        self.add("an empty round trip", percentiles(times))

    async def stroke(self, what, code, kind="browser", aim="", **how):
        print(f"{self.where}: {what}", file=sys.stderr, flush=True)
        page = await self.open(code)
        found = await measure(page, kind, **how)
        await page.close()
        states = f"{min(found.shown, len(found.waits))} of {len(found.waits)}"
        self.add(what, percentiles(found.waits), aim, states, whole(found.settled), whole(found.reached))
        self.waits.append((self.rows[-1], np.percentile(found.waits, 50)))
        return found.waits

    async def figure(self):
        """The obvious alternative; every row before it gets its ratio to it."""
        await self.stroke("a redrawn matplotlib figure", FIGURE, "figure", rest=6000)
        for row, wait in self.waits:
            row[-1] = f"{self.waits[-1][1] / wait:.1f}"

    def add(self, what, time, aim="", shown="", settled="", reached=""):
        self.rows.append([self.where, what, time, aim, shown, settled, reached, ""])


def percentiles(times):
    return f"{whole(np.percentile(times, 50))}/{whole(np.percentile(times, 95))}"


def whole(milliseconds):
    return f"{milliseconds:.0f}" if np.isfinite(milliseconds) else ""


async def long_stroke(bench):
    """Three times as long: do the last 60 events wait longer than the first?"""
    waits = await bench.stroke("your own function, 180 events", OWN_LONG, "own", side=16, events=3 * EVENTS)
    first, last = percentiles(waits[:EVENTS]), percentiles(waits[-EVENTS:])
    bench.add("the first and the last 60 of them", f"{first}, {last}", "no growth")


async def near(bench):
    await bench.echo()
    await bench.stroke("in the browser, 9 by 9", NINE, aim="18/25")
    await bench.stroke("in the browser, 28 by 28, 8 and 16 features", LARGE, side=28, aim="/33")
    await bench.stroke("your own function, in Python", OWN, "own", aim="/45")
    await long_stroke(bench)
    await bench.figure()
    busy = Bench(bench.browser, bench.course, "busy for 10 s", bench.url)
    await busy.stroke("in the browser, 9 by 9", NINE, aim="18/25", busy=True)
    bench.rows += busy.rows


async def far(bench):
    await bench.echo()
    await bench.stroke("in the browser, 9 by 9", NINE, aim="18/25")
    await bench.stroke("your own function, in Python", OWN, "own", aim=f"/{bench.floor + 90:.0f}")
    await bench.figure()


async def as_it_comes(bench):
    await bench.echo()
    await bench.stroke("your own function, in Python", OWN, "own", aim=f"/{2 * bench.floor:.0f}")


async def twenty(bench):
    """Twenty networks in one notebook on a processor four times slower: which of them answer a click?"""
    page = await bench.open(TWENTY)
    session = await page.context.new_cdp_session(page)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    await page.wait_for_function("() => document.querySelectorAll('.xo-pad').length === 20", timeout=180_000)
    await page.evaluate(LIVE)
    for number in range(20):
        await page.locator(".xo-pad").nth(number).click()
        await page.wait_for_timeout(300)
    live = await page.evaluate("() => window.live.size")
    await page.close()
    bench.add("twenty networks, processor slowed four times", f"{live} live", "20 live")


async def measure_all(arguments):
    course, stock = (Course(tempfile.mkdtemp(), [NODELAY % switch]) for switch in ("True", "False"))
    away = free_port()
    rows = []
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            road = await serve(away, int(course.url.rsplit(":", 1)[1]), AWAY)
            plan = [
                (near, course, "on this machine", course.url),
                (twenty, course, "on this machine", course.url),
                (far, course, "150 ms away", f"http://127.0.0.1:{away}"),
                (as_it_comes, stock, "without xo.jupyter_nodelay", stock.url),
            ]
            for steps, served, where, url in plan[: 1 if "--quick" in arguments else None]:
                bench = Bench(browser, served, where, url)
                await steps(bench)
                rows += bench.rows
            await browser.close()
            road.close()
    finally:
        course.close()
        stock.close()
    print_table(rows)


def print_table(rows):
    print("| kernel | what | p50/p95, ms | aim | states shown | settled, ms | in the kernel, ms | figure, times |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def main(arguments=()):
    asyncio.run(measure_all(arguments))


if __name__ == "__main__":
    main(sys.argv[1:])
