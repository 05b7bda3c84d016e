"""Where the glass network stands: all of it in the picture, from the pad to the votes, at every width."""

from itertools import pairwise

import numpy as np
import pytest
from glass_page import GlassPage
from test_glass_page import large_network

from xo.stacking import hand_made_network
from xo.trained import load_trained
from xo.widgets.glass import GlassNetwork

NETWORKS = {
    "hand-made": lambda: GlassNetwork(hand_made_network()),
    "trained": lambda: GlassNetwork(load_trained(9)),
    "large": lambda: GlassNetwork(large_network(), -np.ones((28, 28))),
    "two networks": lambda: GlassNetwork(hand_made_network(), against=load_trained(9)),
}
WORDS = """() => [...document.querySelectorAll(".xo-label b, .xo-label span")].map((word) => {
    const range = document.createRange();
    range.selectNodeContents(word);
    const { left, right, top } = range.getBoundingClientRect();
    return [top, left, right];
}).filter(([, left, right]) => right > left)"""


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_fits_its_width_down_to_the_votes_and_no_headings_touch(page, tmp_path, name):
    GlassPage(page, NETWORKS[name](), tmp_path)
    for wide in (390, 683, 800, 900, 1024, 1280, 1920):
        page.set_viewport_size({"width": wide, "height": 768})
        page.wait_for_timeout(200)
        assert page.evaluate("(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)"
                             "(document.querySelector('.xo-figure'))"), wide  # fmt: skip
        figure = page.locator(".xo-figure").bounding_box()
        for votes in page.locator(".xo-grid[aria-label$='Votes']").all():
            box = votes.bounding_box()
            assert figure["x"] <= box["x"], wide
            assert box["x"] + box["width"] <= figure["x"] + figure["width"], wide
        words = sorted(page.evaluate(WORDS))
        for (top, _, end), (other, start, _) in pairwise(words):
            assert start >= end + 3 or other > top + 5, wide


def test_a_laptop_shows_the_first_network_of_the_course_side_by_side_with_the_file_browser_open(page, tmp_path):
    GlassPage(page, NETWORKS["trained"](), tmp_path)
    page.set_viewport_size({"width": 934 + 48, "height": 768})  # the page keeps 24 pixels free at each side
    page.wait_for_timeout(200)
    assert page.locator(".xo-glass").bounding_box()["width"] == 934
    assert page.locator(".xo-upright").count() == 0
    votes = page.locator(".xo-grid[aria-label='Votes']").bounding_box()
    assert votes["y"] + votes["height"] < 600


@pytest.mark.parametrize("name", ["hand-made", "trained"])
def test_on_a_phone_the_answer_stands_under_the_pad_and_follows_the_pen(page, tmp_path, name):
    page.set_viewport_size({"width": 390, "height": 844})
    glass = GlassPage(page, NETWORKS[name](), tmp_path)
    told = page.locator(".xo-told")
    before = told.inner_text()
    assert before.startswith("Answer X. Votes: X 1")
    assert told.bounding_box()["y"] < 480
    glass.draw((4, 4), button="right")
    page.wait_for_timeout(60)
    assert told.inner_text() != before
    page.set_viewport_size({"width": 1280, "height": 844})
    page.wait_for_timeout(200)
    assert not told.is_visible()


@pytest.mark.parametrize(("nth", "edge"), [(0, "top"), (8, "top"), (8, "bottom"), (15, "bottom")])
def test_on_a_phone_a_card_stands_in_sight_and_off_its_cell(page, tmp_path, nth, edge):
    page.set_viewport_size({"width": 390, "height": 844})
    GlassPage(page, NETWORKS["trained"](), tmp_path)
    grid = page.locator(".xo-grid[aria-label^='Filtered map'][aria-label$='3 by 3']").nth(nth)
    grid.evaluate("(grid, edge) => grid.scrollIntoView({ block: edge === 'top' ? 'start' : 'end' })", edge)
    box = grid.bounding_box()
    page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
    page.wait_for_timeout(200)
    card, cell = page.locator(".xo-card").bounding_box(), grid.bounding_box()
    assert 0 <= card["y"]
    assert card["y"] + card["height"] <= 845
    assert card["y"] >= cell["y"] + 18 or card["y"] + card["height"] <= cell["y"]
