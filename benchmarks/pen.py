"""A stroke of the pen in a real page, and how soon the screen follows: what `widget_latency` measures with."""

import asyncio
from typing import NamedTuple

import numpy as np

EVENTS, PACE = 60, 1 / 60
KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
READY = """() => { const kernel = window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;
  return kernel?.status === "idle" && kernel.connectionStatus === "connected"; }"""
ASK = f"""async (expression) => {{
  const asked = {KERNEL}.requestExecute({{ code: "", user_expressions: {{ value: expression }} }});
  return (await asked.done).content.user_expressions.value.data["text/plain"]; }}"""
# Each pointer event's own time stamp, also where the browser hands over several at once; and for each frame that shows
# something new, up to which moment it knows all events (for an answer of Python's: when it was asked for), and when it
# was done. A redrawn figure has the benefit of the doubt: it is taken to know all that came before it.
LISTEN = """(kind) => {
  if (window.log) return;
  const root = document.querySelector(".xo-glass"), pad = root.querySelector(".xo-pad");
  const log = { events: [], shown: [], origin: performance.timeOrigin };
  window.log = log;
  pad.addEventListener("pointermove", (event) =>
    log.events.push(...event.getCoalescedEvents().map((one) => one.timeStamp)), true);
  const end = new MessageChannel();
  let asked = 0;
  end.port1.onmessage = () => log.shown.push([asked || performance.now(), performance.now()]);
  const answered = (event) => { asked = event.detail; end.port2.postMessage(0); };
  if (kind === "own") root.addEventListener("xo-answered", answered);
  else if (kind === "figure") new MutationObserver(() => end.port2.postMessage(0)).observe(
    document.querySelector(".jp-OutputArea-output .jupyter-widgets.jp-OutputArea, .widget-output") ?? document.body,
    { childList: true, subtree: true });
  else root.addEventListener("xo-painted", () => end.port2.postMessage(0));
}"""


class Measured(NamedTuple):
    """A stroke: the wait for each event (ms), how many states were shown, and how late the last and the kernel were."""

    waits: np.ndarray
    shown: int
    settled: float
    reached: float


def snake(side, count):
    """Pixels from left to right, then back in the next row: every event inks one that was black before."""
    rows = ((number // side, number % side) for number in range(count))
    return [(row, side - 1 - column if row % 2 else column) for row, column in rows]


async def draw(page, pad, side, events):
    """Pointer events at 60 a second, each on a pixel that none before it has touched."""
    session = await page.context.new_cdp_session(page)
    box = await pad.bounding_box()
    step = box["width"] / side
    places = [
        (box["x"] + (column + 0.5) * step, box["y"] + (row + 0.5) * step) for row, column in snake(side, events + 1)
    ]

    def send(kind, x, y):
        event = {"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1}
        return asyncio.ensure_future(session.send("Input.dispatchMouseEvent", event))

    await send("mousePressed", *places[0])
    await asyncio.sleep(0.1)
    await page.evaluate("() => { window.log.events.length = window.log.shown.length = 0; }")
    start, sent = asyncio.get_event_loop().time(), []
    for number, place in enumerate(places[1:]):
        await asyncio.sleep(max(0, start + number * PACE - asyncio.get_event_loop().time()))
        sent.append(send("mouseMoved", *place))
    await asyncio.gather(*sent)
    await send("mouseReleased", *places[-1])


async def show(browser, url, course, name, cells):
    """A fresh notebook page of these cells, run."""
    page = await browser.new_page(viewport={"width": 1500, "height": 1000})
    course.add(name, cells)
    await page.goto(f"{url}/lab/workspaces/{name}/tree/my_lessons/{name}.ipynb?token={course.token}")
    await page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', timeout=120_000)
    await page.wait_for_function(READY, timeout=120_000)
    await page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    return page


async def measure(page, kind, turns=3, **how):
    """The middle one of several strokes, by the wait that 95 % of their events stay below."""
    found = []
    for _ in range(turns):
        found.append(await measure_once(page, kind, **how))
        await page.get_by_role("button", name="Clear").first.click()
    return sorted(found, key=lambda one: np.percentile(one.waits, 95))[turns // 2]


async def measure_once(page, kind, side=9, events=EVENTS, busy=False, rest=1500):
    """One stroke on the first pad of a page; the kernel asleep meanwhile, if it is to be busy."""
    pad = page.locator(".xo-pad").first
    await pad.wait_for(timeout=120_000)
    await page.wait_for_timeout(1500)
    await pad.scroll_into_view_if_needed()
    await page.evaluate(LISTEN, kind)
    if busy:
        await page.evaluate(f"() => {{ {KERNEL}.requestExecute({{ code: 'time.sleep(10)' }}); }}")
    await draw(page, pad, side, events)
    await page.wait_for_timeout(rest)
    log = await page.evaluate("() => window.log")
    reached = np.nan if busy else float(await page.evaluate(ASK, "arrived[-1] if arrived else float('nan')"))
    return read(log, reached)


def read(log, reached):
    """What a log says; an event whose state was never shown waits without end."""
    events, shown = log["events"], log["shown"]
    waits = np.array([min((end for asked, end in shown if asked >= event), default=np.inf) - event for event in events])
    return Measured(waits, len(shown), waits[-1], reached - log["origin"] - events[-1])
