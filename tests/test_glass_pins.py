"""A pinned number stays the one that was pinned, whatever becomes of the layers, the rows and the window."""

import pytest
from glass_page import GlassPage
from served_course import rest

from xo.networks import hand_made_network
from xo.widgets.glass import GlassNetwork


@pytest.fixture
def glass(page, tmp_path):
    shown = GlassPage(page, GlassNetwork(hand_made_network()), tmp_path)
    yield shown
    assert shown.errors == []


def card(glass):
    """What the card says first, or nothing where there is none."""
    rest(glass.page, 150)
    shown = glass.page.locator(".xo-card")
    return shown.locator(".xo-card-head").inner_text().replace("\n", " ") if shown.is_visible() else None


def test_a_pinned_vote_follows_when_a_layer_before_it_is_switched_off_and_on_again(glass):
    glass.page.mouse.click(*glass.point("Votes", 0, 0, 2, 1))
    glass.press("Layer 2, ReLU")
    assert card(glass).startswith("Vote for X")
    before = card(glass)
    glass.draw((4, 4), button="right")
    assert card(glass) != before
    glass.press("Undo")
    glass.press("Undo")
    assert card(glass) == "Vote for X 1"


def test_a_pinned_map_stays_in_its_layer_when_one_before_it_goes(glass):
    glass.page.mouse.click(*glass.point("Pooled map 2", 0, 0, 4, 4))
    glass.press("Layer 2, ReLU")
    assert card(glass).startswith("Pooled map 2 of layer 3, row 0, column 0")
    lit = glass.page.locator(".xo-card").bounding_box()
    cell = glass.point("Pooled map 2", 0, 0, 4, 4)
    assert not (lit["x"] < cell[0] < lit["x"] + lit["width"] and lit["y"] < cell[1] < lit["y"] + lit["height"])


@pytest.mark.parametrize("layer", ["Layer 2, ReLU", "Layer 5, vote"])
def test_a_pin_goes_with_its_layer(glass, layer):
    name, rows, columns = ("Map after ReLU 1", 7, 7) if "ReLU" in layer else ("Votes", 2, 1)
    glass.page.mouse.click(*glass.point(name, 0, 0, rows, columns))
    glass.press(layer)
    assert card(glass) is None
    glass.draw((0, 0), (0, 8))
    assert card(glass) is None


def test_a_pin_in_the_kept_row_goes_with_that_row(glass):
    glass.press("More")
    glass.press("Keep to compare")
    glass.page.mouse.click(*glass.point("Second row: Votes", 0, 0, 2, 1))
    assert card(glass) == "Vote for X 1"
    glass.press("Keep to compare")
    assert card(glass) is None


def test_the_card_of_a_pin_stands_in_the_picture_whatever_the_width_becomes(glass):
    glass.page.mouse.click(*glass.point("Votes", 0, 0, 2, 1))
    for wide in (900, 390, 1280):
        glass.page.set_viewport_size({"width": wide, "height": 800})
        assert card(glass) == "Vote for X 1"
        box, figure = (glass.page.locator(name).bounding_box() for name in (".xo-card", ".xo-figure"))
        assert box["x"] >= figure["x"]
        assert box["x"] + box["width"] <= figure["x"] + figure["width"] + 1


def test_a_pin_stays_while_a_feature_is_edited(glass):
    glass.page.mouse.click(*glass.point("Filtered map 1", 1, 1, 7, 7))
    before = card(glass)
    glass.page.mouse.click(*glass.point("Feature 1", 0, 0, 3, 3))
    assert card(glass).startswith("Filtered map 1 of layer 1, row 1, column 1")
    assert card(glass) != before
