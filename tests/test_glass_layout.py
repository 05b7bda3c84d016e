"""Where the glass network stands: all of it in the picture, from the pad to the votes, at every width."""

from itertools import pairwise

import numpy as np
import pytest
from glass_page import WRITTEN, GlassPage
from served_course import rest
from test_glass_page import large_network

from xo.digits import load_digits, load_reader
from xo.filtering import FEATURES, Convolution
from xo.networks import hand_made_network, load_trained, random_network
from xo.pooling import Pooling
from xo.widgets.glass import GlassNetwork

NETWORKS = {
    "hand-made": lambda: GlassNetwork(hand_made_network()),
    "trained": lambda: GlassNetwork(load_trained(9)),
    "wide": lambda: GlassNetwork(load_trained(9, "wide")),
    "deep": lambda: GlassNetwork(load_trained(9, "deep")),
    "large": lambda: GlassNetwork(large_network(), -np.ones((28, 28))),
    "two networks": lambda: GlassNetwork(hand_made_network(), against=load_trained(9)),
}
WORDS = """() => [...document.querySelectorAll(".xo-label b, .xo-label span")].map((word) => {
    const range = document.createRange();
    range.selectNodeContents(word);
    const { left, right, top } = range.getBoundingClientRect();
    return [top, left, right];
}).filter(([, left, right]) => right > left)"""

# Where each text of the canvas stands, since it was last wiped: text, left, right, top, bottom.
BOXES = """window.boxes = []; { const pen = CanvasRenderingContext2D.prototype, { clearRect, fillText } = pen;
    pen.clearRect = function (...box) { if (!box[0] && !box[1]) boxes = []; clearRect.apply(this, box); };
    pen.fillText = function (text, x, y, room = Infinity) {
        const wide = Math.min(room, this.measureText(text).width), high = parseFloat(/([\\d.]+)px/.exec(this.font)[1]);
        const left = x - wide * { left: 0, center: 0.5, right: 1 }[this.textAlign];
        const top = y - high * { middle: 0.5, bottom: 1, alphabetic: 0.8 }[this.textBaseline];
        boxes.push([text, left, left + wide, top, top + high]);
        fillText.call(this, text, x, y, ...(room < Infinity ? [room] : [])); }; }"""
LONG = ["triangle", "a long name of twenty", "ж", "class number 1", "class number 2"]


@pytest.mark.parametrize("backward", [False, True], ids=["votes", "slopes"])
@pytest.mark.parametrize("features", [(), (6,)], ids=["bars of weights", "squares of weights"])
def test_names_of_any_length_cover_nothing_and_stay_apart(page, tmp_path, backward, features):
    """Few values are voted on in bars that touch each other, many in squares with room between them."""
    page.add_init_script(BOXES)
    start = random_network(9, features or (1,), poolings=1 if features else 2, categories=5, biases=True, rng=0)
    glass = GlassPage(page, GlassNetwork(start, names=LONG, backward=backward), tmp_path)
    for wide in (390, 900, 1366, 1920):
        page.set_viewport_size({"width": wide, "height": 768})
        rest(page, 200)
        votes, canvas = (page.locator(name).bounding_box() for name in (".xo-grid[aria-label$='otes']", ".xo-canvas"))
        left, right = (votes["x"] - canvas["x"] + more for more in (0, votes["width"]))
        boxes = page.evaluate("boxes")
        names = [box for box in boxes if any(box[0][:2] == name[:2] for name in LONG)]
        above, below = (votes["y"] - canvas["y"] + more for more in (0, votes["height"]))
        beside = [box for box in boxes if left - 1 <= box[1] and above - 1 <= box[3] <= below]
        assert len({text for text, *_ in names}) >= len(LONG), wide
        assert len(names) == 2 * len(LONG), wide
        assert [text for text, _, end, *_ in beside if end > right + 1] == [], wide
        for number, (text, start, end, top, bottom) in enumerate(boxes):
            for other, others, ends, tops, bottoms in boxes[number + 1 :]:
                covers = min(end, ends) - max(start, others) > 1 and min(bottom, bottoms) - max(top, tops) > 3
                assert not covers, (wide, text, other)
    assert glass.errors == []


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_fits_its_width_down_to_the_votes_and_no_headings_touch(page, tmp_path, name):
    GlassPage(page, NETWORKS[name](), tmp_path)
    for wide in (390, 683, 800, 900, 1024, 1280, 1920):
        page.set_viewport_size({"width": wide, "height": 768})
        rest(page)
        assert page.evaluate(
            "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.xo-figure'))"
        ), wide
        figure = page.locator(".xo-figure").bounding_box()
        for votes in page.locator(".xo-grid[aria-label$='Votes']").all():
            box = votes.bounding_box()
            assert figure["x"] <= box["x"], wide
            assert box["x"] + box["width"] <= figure["x"] + figure["width"], wide
        if wide >= 1280:
            maps = page.locator(".xo-grid[role=grid]:not([aria-label^=Bias])")
            assert min(maps.evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")) >= 28, wide
        words = sorted(page.evaluate(WORDS))
        for (top, _, end), (other, start, _) in pairwise(words):
            assert start >= end + 3 or other > top + 5, wide


def test_ten_votes_stand_under_their_heading_and_take_no_room_beside_them(page, tmp_path):
    page.set_viewport_size({"width": 1366, "height": 768})
    GlassPage(page, GlassNetwork(load_reader("the second half"), load_digits()[0][0, 0]), tmp_path)
    votes = page.locator(".xo-grid[aria-label='Votes']").bounding_box()
    heading = page.locator(".xo-label b").filter(has_text="vote").bounding_box()
    assert votes["x"] <= heading["x"] + heading["width"] / 2 <= votes["x"] + votes["width"]


def test_a_laptop_shows_the_first_network_of_the_course_side_by_side_with_the_file_browser_open(page, tmp_path):
    GlassPage(page, NETWORKS["trained"](), tmp_path)
    page.set_viewport_size({"width": 934 + 48, "height": 768})  # the page keeps 24 pixels free at each side
    rest(page)
    assert page.locator(".xo-glass").bounding_box()["width"] == 934
    assert page.locator(".xo-stacked").count() == 0
    votes = page.locator(".xo-grid[aria-label='Votes']").bounding_box()
    assert votes["y"] + votes["height"] < 600


@pytest.mark.parametrize("wide", [700, 772])
def test_on_a_screen_held_upright_the_maps_stand_under_the_pad_with_room_for_their_numbers(page, tmp_path, wide):
    page.set_viewport_size({"width": wide + 48, "height": 1180})
    glass = GlassPage(page, NETWORKS["hand-made"](), tmp_path)
    pad, tools = glass.grid("Drawing pad").bounding_box(), page.locator(".xo-tools").bounding_box()
    assert tools["x"] > pad["x"] + pad["width"]
    for name, columns in (("Feature 1", 3), ("Filtered map 3", 7), ("Pooled map 1", 4), ("Map after ReLU 2", 7)):
        box = glass.grid(name).bounding_box()
        assert box["width"] / columns >= 15, name
        assert box["y"] > pad["y"] + pad["height"], name
    glass.draw((0, 0), (0, 8))
    assert glass.image()[0].min() == 1
    assert glass.errors == []


@pytest.mark.parametrize("name", ["hand-made", "trained"])
def test_on_a_phone_the_answer_stands_under_the_pad_and_follows_the_pen(page, tmp_path, name):
    page.set_viewport_size({"width": 390, "height": 844})
    glass = GlassPage(page, NETWORKS[name](), tmp_path)
    told = page.locator(".xo-answer-line")
    before = told.inner_text()
    assert before.startswith("Answer X. Votes: X ")
    assert told.bounding_box()["y"] < 480
    glass.draw((4, 4), button="right")
    rest(page, 60)
    assert told.inner_text() != before
    page.set_viewport_size({"width": 1280, "height": 844})
    rest(page)
    assert not told.is_visible()


@pytest.mark.parametrize(("nth", "edge"), [(0, "top"), (8, "top"), (8, "bottom"), (15, "bottom")])
def test_on_a_phone_a_card_stands_in_sight_and_off_its_cell(page, tmp_path, nth, edge):
    page.set_viewport_size({"width": 390, "height": 844})
    GlassPage(page, NETWORKS["deep"](), tmp_path)
    grid = page.locator(".xo-grid[aria-label^='Filtered map'][aria-label$='3 by 3']").nth(nth)
    grid.evaluate(
        "(grid, edge) => grid.scrollIntoView({ block: edge === 'top' ? 'start' : 'end', behavior: 'instant' })", edge
    )
    box = grid.bounding_box()
    page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
    page.locator(".xo-card").wait_for()
    rest(page, 200)
    card, cell = page.locator(".xo-card").bounding_box(), grid.bounding_box()
    assert 0 <= card["y"]
    assert card["y"] + card["height"] <= 845
    assert card["y"] >= cell["y"] + 18 or card["y"] + card["height"] <= cell["y"]


PRESS = "document.querySelector('.xo-project').click()"


def test_the_projector_uses_the_height_of_the_screen_and_ends_with_the_full_screen(page, tmp_path):
    page.set_viewport_size({"width": 1920, "height": 1080})
    glass = GlassPage(page, NETWORKS["deep"](), tmp_path)
    glass.press("More")
    page.evaluate(PRESS)
    page.wait_for_function("document.fullscreenElement !== null")
    rest(page, 200)
    glass.page.mouse.click(*glass.point("Votes", 0, 0, 2, 1))
    assert page.locator(".xo-grid[aria-label^='Filtered map 1']").first.bounding_box()["width"] >= 9 * 14
    for name in (".xo-chip", ".xo-card-foot .xo-button"):
        assert page.locator(name).first.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") >= 15
    assert page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.xo-figure'))"
    )
    page.evaluate("document.exitFullscreen()")
    page.wait_for_selector(".xo-glass:not(.xo-projector)")
    assert page.locator(".xo-project").get_attribute("aria-pressed") == "false"


SPY = """() => { window.minuses = 0; window.curves = []; let start = [];
    const pen = CanvasRenderingContext2D.prototype, { moveTo, bezierCurveTo } = pen, { rect } = Path2D.prototype;
    Path2D.prototype.rect = function (x, y, wide, high) {
        window.minuses += wide > high; rect.call(this, x, y, wide, high); };
    pen.moveTo = function (x, y) { start = [x, y]; moveTo.call(this, x, y); };
    pen.bezierCurveTo = function (...all) { window.curves.push([...start, ...all.slice(4)]); bezierCurveTo.apply(this, all); }; }"""  # noqa: E501


def test_a_cell_below_0_too_small_for_its_number_shows_a_minus_and_every_weight_is_wired_to_its_vote(page, tmp_path):
    glass = GlassPage(page, NETWORKS["deep"](), tmp_path)
    page.evaluate(SPY)
    page.set_viewport_size({"width": 1270, "height": 720})  # all is painted anew, features as well
    rest(page, 300)
    minuses, curves = page.evaluate("[window.minuses, window.curves]")
    below_0 = sum((stage < 0).sum() for stage in glass.widget.stages[1:])
    assert 10 < minuses < below_0
    edge = page.locator(".xo-canvas").bounding_box()
    votes = glass.grid("Votes").bounding_box()
    for row, name in enumerate("XO"):
        box = glass.grid(f"Weights for {name}").bounding_box()
        start = (box["x"] + box["width"] - edge["x"] + 2, box["y"] + box["height"] / 2 - edge["y"])
        end = votes["y"] + votes["height"] * (row + 0.5) / 2 - edge["y"]
        assert any(np.allclose(curve[:2], start, atol=1.5) and abs(curve[3] - end) < 1.5 for curve in curves)


def test_padding_on_a_card_is_told_from_pixels(page, tmp_path):
    glass = GlassPage(page, NETWORKS["deep"](), tmp_path)
    page.mouse.move(*glass.point("Filtered map 1", 0, 0, 9, 9))
    assert page.locator(".xo-card .xo-edge").count() == 5
    assert "hatched: padding" in page.locator(".xo-card").inner_text()
    page.mouse.move(*glass.point("Filtered map 1", 4, 4, 9, 9))
    assert page.locator(".xo-card .xo-edge").count() == 0


def test_on_a_page_without_python_the_built_in_layer_is_said_to_stand_in(page, tmp_path):
    def bend(maps):
        return maps * 0

    glass = GlassPage(page, GlassNetwork(hand_made_network(), own={2: bend}), tmp_path)
    page.mouse.click(*glass.point("Map after ReLU 1", 0, 0, 7, 7))
    assert "the built-in layer stands in for your function bend" in page.locator(".xo-card").inner_text()
    assert "bend" not in page.locator(".xo-labels").inner_text()
    status = page.locator(".xo-status", has_text="No answer from Python: built-in layers stand in")
    status.wait_for()
    told, figure = status.bounding_box(), page.locator(".xo-figure").bounding_box()
    assert told["y"] + told["height"] <= figure["y"] + figure["height"], "what is told has room"
    assert glass.errors == []


@pytest.fixture(scope="module")
def made(browser, tmp_path_factory):
    """The hand-made network, on one page for tests that only look at it."""
    page = browser.new_page(viewport={"width": 1280, "height": 768})
    yield GlassPage(page, NETWORKS["hand-made"](), tmp_path_factory.mktemp("made"))
    page.close()


def test_beside_another_widget_the_network_takes_the_room_that_is_left(made):
    """ipywidgets puts the views of an HBox, a Box or a Stack into a flexible row."""
    made.page.evaluate("""() => { const stage = document.querySelector('.xo-glass').parentElement,
            row = document.createElement('div');
        row.className = 'widget-box'; row.style.cssText = 'display: flex; width: 1200px';
        stage.before(row); row.append(stage, Object.assign(document.createElement('div'), { id: 'other' }));
        row.lastChild.style.cssText = 'flex: none; width: 500px'; }""")
    try:
        rest(made.page, 200)
        width = "document.querySelector('.xo-glass').clientWidth"
        assert made.page.evaluate(width) == 700
        made.page.evaluate("document.querySelector('.widget-box').className = ''")
        assert made.page.evaluate(width) >= 320
    finally:
        made.page.evaluate("(row => row.replaceWith(row.firstChild))(document.querySelector('#other').parentElement)")


@pytest.mark.parametrize(
    "style",
    ["letter-spacing: .12em; word-spacing: .16em; line-height: 1.5", "font-size: 20px"],
    ids=["more room between letters", "letters of at least 20 pixels"],
)
def test_headings_are_whole_and_apart_in_whatever_letters_one_asks_for(made, style):
    wanted = "; ".join(f"{part} !important" for part in style.split("; "))
    added = made.page.add_style_tag(content=f".xo-label * {{ {wanted} }}")
    try:
        for wide in (700, 1024, 1366):
            made.page.set_viewport_size({"width": wide, "height": 768})
            rest(made.page)
            cut = "[...document.querySelectorAll('.xo-label b')].filter((one) => one.scrollWidth > one.clientWidth + 1)"
            assert made.page.evaluate(f"{cut}.map((one) => one.textContent)") == [], wide
            words = sorted(made.page.evaluate(WORDS))
            for (top, _, end), (other, start, _) in pairwise(words):
                assert start >= end + 1 or other > top + 5, wide
            figure = made.page.locator(".xo-figure")
            assert figure.evaluate("(one) => one.scrollWidth <= one.clientWidth"), wide
    finally:
        added.evaluate("(style) => style.remove()")


def test_a_large_screen_in_a_classroom_has_large_cells_without_the_projector(made):
    made.page.set_viewport_size({"width": 1920, "height": 1080})
    rest(made.page)
    assert made.grid("Filtered map 1").bounding_box()["width"] >= 7 * 28
    assert 0.65 * 1080 < made.page.locator(".xo-figure").bounding_box()["height"] < 0.85 * 1080


def test_the_legend_speaks_of_lines_only_where_there_are_any(made):
    for wide in (1280, 390, 1280):
        made.page.set_viewport_size({"width": wide, "height": 768})
        rest(made.page)
        assert ("A line leads" in made.page.locator(".xo-legend").inner_text()) == (wide == 1280)


def test_on_a_page_that_is_written_from_right_to_left_the_picture_stays_as_it_is(made):
    places = "[...document.querySelectorAll('.xo-label')].map((one) => Math.round(one.getBoundingClientRect().left))"
    before = made.page.evaluate(places)
    made.page.evaluate("document.documentElement.dir = 'rtl'")
    try:
        rest(made.page, 150)
        assert made.page.evaluate(places) == before
        assert made.page.evaluate("getComputedStyle(document.querySelector('.xo-legend')).direction") == "ltr"
        assert made.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    finally:
        made.page.evaluate("document.documentElement.dir = ''")


def test_a_drawing_kept_to_compare_stands_column_by_column_under_the_other_with_all_numbers(page, tmp_path):
    page.set_viewport_size({"width": 1366, "height": 768})
    glass = GlassPage(page, GlassNetwork([Convolution(FEATURES[:, None]), Pooling()]), tmp_path)
    page.evaluate(f"() => {{ {WRITTEN} }}")
    glass.press("More")
    glass.press("Keep to compare")
    same = {"x": 0, "width": 0, "height": 0}
    for wide in (800, 1366):
        page.set_viewport_size({"width": wide, "height": 768})
        rest(page)
        assert page.evaluate("texts.length") == 2 * 3 * (3 * 3 + 7 * 7 + 4 * 4), wide
        for name in ("Feature 2", "Filtered map 1", "Pooled map 3"):
            first, kept = glass.grid(name).bounding_box(), glass.grid(f"Second row: {name}").bounding_box()
            assert {one: kept[one] - first[one] for one in ("x", "width", "height")} == same
            assert kept["y"] > glass.grid("Pooled map 3").bounding_box()["y"]
    assert glass.errors == []


def test_two_networks_say_whose_answer_is_whose(page, tmp_path):
    glass = GlassPage(page, NETWORKS["two networks"](), tmp_path)
    glass.draw((0, 0))
    spoken = page.locator(".xo-glass [aria-live=polite]")
    spoken.filter(has_text="First row: Answer X.").filter(has_text="Second row: Answer X.").wait_for(state="attached")
    assert page.locator(".xo-glass [aria-live]").count() == 1


TEXTS = """() => { window.written = []; const pen = CanvasRenderingContext2D.prototype, { fillText } = pen;
    pen.fillText = function (text, x, y, ...rest) {
        window.written.push([text, x, y - 12]); fillText.call(this, text, x, y, ...rest); }; }"""


def test_in_rows_the_letters_over_the_weights_stand_below_their_heading(page, tmp_path):
    page.set_viewport_size({"width": 390, "height": 844})
    glass = GlassPage(page, NETWORKS["trained"](), tmp_path)
    page.evaluate(TEXTS)
    glass.draw((4, 4), button="right")
    rest(page, 100)
    top = page.locator(".xo-canvas").bounding_box()["y"]
    heading = page.locator(".xo-label b", has_text="weights").bounding_box()
    under = heading["y"] + heading["height"] - top
    letters = [y for text, _, y in page.evaluate("window.written") if text in "XO" and under - 30 < y < under + 60]
    assert letters  # X's at least: O's stands further down where its weights do
    assert min(letters) >= under - 2
