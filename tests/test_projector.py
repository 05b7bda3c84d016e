"""The projector of every widget: legible from the back row, reached by keys, ended by Escape, nothing lost."""

import numpy as np
import pytest
from glass_page import GlassPage
from panel_page import show
from served_course import rest

from xo.hyperparameters import Sweep
from xo.images import X, make_images
from xo.networks import hand_made_network, random_network
from xo.widgets.glass import GlassNetwork
from xo.widgets.lab import BreakItLab
from xo.widgets.sweeper import SweepPanel
from xo.widgets.trainer import Trainer

# The smallest letters of a widget, in its elements and on its canvases, and what does not fit in its room.
LOOK = """() => { const root = document.querySelector(".xo-projector"), found = [];
  const edge = root.clientWidth + 1, small = (size, text) => size < 16.9 && found.push(`${size} px: ${text}`);
  for (const one of root.querySelectorAll("*:not(option)")) {
    const box = one.getBoundingClientRect(), text = [...one.childNodes].some((node) => node.nodeType === 3);
    if (!box.width || one.closest(".xo-spoken")) continue;
    const svg = one.ownerSVGElement, drawn = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    if (text) small(parseFloat(getComputedStyle(one).fontSize) * drawn, one.textContent);
    if (box.left < 0 || box.right > edge) found.push(`over the edge: ${one.outerHTML.slice(0, 80)}`);
  }
  for (const [size, text] of window.written) small(size, text);
  if (root.scrollWidth > edge) found.push(`${root.scrollWidth} px wide`);
  return found; }"""
SPY = """() => { window.written = []; const pen = CanvasRenderingContext2D.prototype, { fillText } = pen;
  pen.fillText = function (text, ...rest) {
    written.push([parseFloat(/([\\d.]+)px/.exec(this.font)[1]), text]); fillText.call(this, text, ...rest); }; }"""


def trainer():
    images = make_images(60, rng=1)
    return Trainer(random_network(9, features=(8,), biases=True, rng=0), *images, unseen=images, rounds=400)


def lab():
    networks = {"by hand": hand_made_network(), "a random network": random_network(9, rng=1)}
    return BreakItLab({"whole images": "pixels", **networks}, image=X)


FIVE = dict(
    zip(["triangle", "a long name of twenty", "ж", "plus", "a tall tree in winter"], make_images(5, rng=3)[0][:, 0])
)


def trainer_of_five():
    images, kinds = np.repeat(np.stack(list(FIVE.values()))[:, None], 4, 0), np.repeat(np.arange(5), 4)
    return Trainer(
        random_network(9, (6,), categories=5, rng=0), images, kinds, unseen=(images, kinds), names=list(FIVE)
    )


def lab_of_five():
    networks = {"a random network": random_network(9, categories=5, rng=1)}
    return BreakItLab({"whole images": "pixels", **networks}, examples=FIVE)


def three_readers_of_five():
    networks = {f"network {seed}": random_network(9, categories=5, rng=seed) for seed in (1, 2)}
    return BreakItLab({"whole images": "pixels", **networks}, examples=FIVE)


def by_keys(page):
    page.get_by_role("button", name="Projector").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".xo-projector")
    rest(page, 200)


def drawn_on(page):
    """The pad as it is painted, and with it how large it is."""
    return page.locator(".xo-pad-canvas").evaluate("canvas => canvas.toDataURL()")


def found_on_screens(page):
    """What cannot be read, or has no room, in full screen."""
    for width, height in ((1920, 1080), (1366, 768)):
        page.evaluate("written.length = 0")
        page.set_viewport_size({"width": width, "height": height})  # all is painted anew
        rest(page, 300)
        yield from page.evaluate(LOOK)
        high = page.evaluate("document.querySelector('.xo-projector').scrollHeight")
        if high > height:
            yield f"{high} px high"


@pytest.mark.parametrize(("make", "light"), [(trainer, True), (lab, False)], ids=["trainer", "lab"])
def test_a_panel_is_legible_from_the_back_row_until_escape_and_nothing_is_lost(page, make, light):
    page.set_viewport_size({"width": 1366, "height": 768})
    show(page, make(), make.__name__, light)
    page.evaluate(SPY)
    page.locator(".xo-pad").click(position={"x": 13, "y": 13})
    if make is trainer:
        page.get_by_role("button", name="Play").click()
    rest(page, 300)
    drawn = drawn_on(page)
    by_keys(page)
    page.wait_for_function("document.fullscreenElement?.matches('.xo-projector')")
    assert page.get_by_role("button", name="Projector", pressed=True).count() == 1
    assert page.evaluate("document.activeElement.textContent") == "Projector", "the focus stays"
    assert list(found_on_screens(page)) == []
    assert page.evaluate("written.length") > 0
    if make is lab:
        page.get_by_role("button", name="Find the smallest lie").first.click()  # found at once: it is worked out
        page.get_by_role("button", name="Put it on the pad").wait_for()
        assert list(found_on_screens(page)) == []
        assert not page.locator(".xo-galleries").is_visible()
        page.get_by_text("Strangers and wrong answers").click()
        assert page.locator(".xo-galleries").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_selector(".xo-panel:not(.xo-projector)")
    assert page.locator(".xo-galleries").count() == page.locator(".xo-galleries:visible").count()
    page.wait_for_function("document.fullscreenElement === null")
    rest(page, 200)
    assert page.get_by_role("button", name="Projector", pressed=False).count() == 1
    assert drawn_on(page) == drawn
    if make is trainer:
        assert "Learning" in page.inner_text(".xo-note")


@pytest.mark.parametrize(
    ("make", "room"), [(trainer_of_five, "trainer"), (lab_of_five, "lab"), (three_readers_of_five, "lab")]
)
def test_a_panel_of_five_long_names_is_legible_on_one_screen_as_well(page, make, room):
    page.set_viewport_size({"width": 1366, "height": 768})
    show(page, make(), room)
    page.evaluate(SPY)
    by_keys(page)
    assert list(found_on_screens(page)) == []


def test_a_sweep_panel_is_legible_too_and_its_buttons_ask_python(page):
    page.set_viewport_size({"width": 1366, "height": 768})
    show(page, SweepPanel(Sweep({"votes": ""}, seeds=(1, 2), images=100)), "sweeper")
    page.evaluate(SPY)
    by_keys(page)
    assert list(found_on_screens(page)) == []
    page.get_by_role("button", name="Start").click()
    assert page.evaluate("sent") == [{"do": "start"}]
    page.evaluate("model.set({ running: true, done: 1, words: '1 of 2 jobs done.' })")
    assert page.inner_text(".xo-told") == "1 of 2 jobs done."
    assert page.locator("progress").evaluate("bar => bar.value / bar.max") == 0.5
    page.get_by_role("button", name="Stop").click()
    assert page.evaluate("sent").pop() == {"do": "stop"}
    page.keyboard.press("Escape")
    page.wait_for_selector(".xo-sweep:not(.xo-projector)")
    page.evaluate("model.happen('comm_live_update')")
    assert "Python has gone away, and with it this sweep" in page.inner_text(".xo-told")
    for name in ("Start", "Stop"):
        assert page.get_by_role("button", name=name).get_attribute("aria-disabled") == "true"


def test_a_glass_is_legible_too_and_where_the_whole_screen_is_refused_escape_ends_it_as_well(page, tmp_path):
    page.set_viewport_size({"width": 1366, "height": 768})
    glass = GlassPage(page, GlassNetwork(hand_made_network(), image=X), tmp_path)
    page.evaluate(SPY)
    glass.press("More")
    by_keys(page)
    assert page.evaluate("document.activeElement.textContent") == "More ▾", "its panel leaves room for the picture"
    # A cell of 26 px holds a number with its sign in letters of 16 px.
    assert [what for what in found_on_screens(page) if not what.startswith("16.")] == []
    assert page.evaluate("written.length") > 0
    page.keyboard.press("Escape")
    page.wait_for_selector(".xo-glass:not(.xo-projector)")
    page.wait_for_function("document.fullscreenElement === null")
    page.evaluate("() => { Element.prototype.requestFullscreen = () => Promise.reject(new Error('refused')); }")
    glass.press("More")
    by_keys(page)
    assert page.evaluate("document.fullscreenElement") is None
    page.keyboard.press("Escape")
    page.wait_for_selector(".xo-glass:not(.xo-projector)")
    assert glass.errors == []
