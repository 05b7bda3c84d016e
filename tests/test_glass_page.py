"""The glass network in Chromium, without a kernel: drawn on, traced and edited by mouse, finger and keyboard."""

from fractions import Fraction

import numpy as np
import pytest
from glass_page import READ, GlassPage
from served_course import rest

from xo.digits import load_digits, load_reader
from xo.filtering import Convolution
from xo.images import O, X
from xo.networks import hand_made_network, random_network
from xo.pooling import Pooling
from xo.postcards import read_class, to_code
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.glass import GlassNetwork, Pad


@pytest.fixture
def glass(page, tmp_path):
    shown = GlassPage(page, GlassNetwork(hand_made_network()), tmp_path)
    yield shown
    assert shown.errors == []


def large_network():
    rng = np.random.default_rng(28)
    return Network(
        [
            Convolution(rng.normal(size=(8, 1, 3, 3)), rng.normal(size=8) / 10),
            ReLU(),
            Pooling(),
            Convolution(rng.normal(size=(16, 8, 3, 3))),
            ReLU(),
            Pooling(),
            Voting(rng.normal(size=(2, 576)) / 10),
        ]
    )


def colour_network():
    """Halves and ninths, so that every shown sum is exact."""
    rng = np.random.default_rng(3)
    image = rng.choice([-1, -0.5, 0, 0.5, 1], size=(3, 9, 9))
    features = rng.choice([-1.0, 0, 1], size=(2, 3, 3, 3))
    votes = Voting(rng.choice([-1.0, 0, 1], size=(2, 32)))
    return Network([Convolution(features, np.array([0, 0.5])), ReLU(), Pooling(), votes]), image


def test_an_image_in_colour_is_a_picture_and_three_maps_and_a_cell_adds_up_all_three(page, tmp_path):
    network, image = colour_network()
    glass = GlassPage(page, GlassNetwork(network, image), tmp_path)
    stages = network.stages(image[None])
    for map_, row, column in ((0, 0, 0), (1, 3, 5), (0, 6, 6)):
        page.mouse.move(*glass.point(f"Filtered map {map_ + 1} of layer 1", row, column, 7, 7))
        card = page.locator(".xo-card:visible")
        lines = card.locator(".xo-equation").all()
        names = [line.locator(".xo-equation-name").inner_text().split(":")[0] for line in lines]
        assert sorted(names) == ["blue", "green", "red"]
        total = 0
        for name, line in zip(names, lines, strict=True):
            texts = [cell.inner_text() for cell in line.locator(".xo-numbers span").all()]
            patch, feature, products = (np.array([read_number(text) for text in texts[n : n + 9]]) for n in (0, 9, 18))
            color = ["red", "green", "blue"].index(name)
            assert np.array_equal(patch, image[color, row : row + 3, column : column + 3].ravel())
            assert np.array_equal(feature, network.layers[0].features[map_, color].ravel())
            assert np.array_equal(products, patch * feature)
            total += products.sum()
        bias = network.layers[0].biases[map_]
        assert total / 27 + bias == pytest.approx(stages[1][0, map_, row, column], abs=1e-12)
    page.mouse.move(*glass.point("Green map of the image", 2, 4, 9, 9))
    assert "Green of the pixel, row 2, column 4" in page.locator(".xo-card:visible").inner_text()
    glass.draw((4, 4), (4, 6))
    drawn = image.copy()
    drawn[:, 4, 4:7] = 1
    assert np.array_equal(glass.image(), drawn)
    glass.press("More")
    glass.press("Keep to compare")
    kept = glass.point("Second row: Kept image", 2, 4, 9, 9)
    page.mouse.move(*kept)
    assert not page.locator(".xo-card:visible").count(), "three numbers at a time"
    page.mouse.click(*kept)
    assert not page.locator(".xo-card:visible").count()
    page.mouse.click(*glass.point("Second row: Green map", 2, 4, 9, 9))
    assert "Green of the pixel, row 2, column 4" in page.locator(".xo-card:visible").inner_text()
    page.mouse.click(*kept)
    assert not page.locator(".xo-card:visible").count(), "a click elsewhere puts the card away"
    assert glass.errors == []


SHOW = """({ shape, values }) => window.models[0].set({
    shape, pixels: new DataView(Float64Array.from(values).buffer) })"""


def show(glass, image):
    """As Python does when another image is assigned."""
    glass.page.evaluate(SHOW, {"shape": list(image.shape), "values": image.ravel().tolist()})
    rest(glass.page, 100)


@pytest.mark.parametrize("make", [Pad, lambda image: GlassNetwork([ReLU(), Pooling()], image)], ids=["pad", "glass"])
def test_the_tools_are_those_of_the_image_also_when_it_becomes_grey_or_coloured(page, tmp_path, make):
    colours = np.random.default_rng(3).choice([-1, -0.5, 0, 0.5, 1], size=(3, 9, 9))
    glass = GlassPage(page, make(colours), tmp_path)
    of_one_map = [f"{name} ▾" for name in ("Pictures", "Photo", "Change")]

    def openers():
        return [name for name in of_one_map if page.get_by_role("button", name=name).count()]

    assert openers() == []
    show(glass, X)
    assert openers() == of_one_map
    glass.press("Pictures")
    page.get_by_role("button", name="Start from O").click()
    rest(page, 100)
    assert page.evaluate(READ)["pixels"] == O.ravel().tolist()
    glass.press("Change")
    assert page.locator(".xo-changes").is_visible()
    show(glass, colours)
    assert openers() == []
    assert page.locator(".xo-drawer:visible").count() == 0
    bar = page.get_by_role("toolbar", name="Drawing")
    assert bar.locator("button[tabindex='0']:visible").count() == 1
    bar.get_by_role("button").first.focus()
    walked = []
    while len(walked) < 12 and (not walked or walked[-1] != "More: show or hide"):
        page.keyboard.press("ArrowRight")
        walked.append(page.evaluate("document.activeElement.title"))
    assert walked[-2:] == ["Keys: show or hide", "More: show or hide"]
    glass.press("Undo")
    rest(page, 100)
    assert openers() == of_one_map
    assert not page.locator(".xo-changes").is_visible()
    assert glass.errors == []


def test_a_patch_the_feature_and_their_products_of_long_numbers_stand_side_by_side(page, tmp_path):
    rng = np.random.default_rng(3)
    network = Network([Convolution(rng.uniform(-7, 7, (4, 3, 3, 3))), ReLU()])
    page.set_viewport_size({"width": 1366, "height": 768})
    glass = GlassPage(page, GlassNetwork(network, rng.uniform(-1, 1, (3, 24, 24))), tmp_path)
    page.mouse.move(*glass.point("Filtered map 1 of layer 1", 11, 11, 22, 22))
    lines = page.locator(".xo-card:visible .xo-equation")
    assert lines.count() == 3
    assert max(line.bounding_box()["height"] for line in lines.all()) < 120


def read_number(text):
    """A number as a card shows it: −0.5, 1/2, or a sign alone."""
    return float(Fraction(text.replace("−", "-").replace("+", "")))


def test_a_stroke_is_drawn_without_gaps_and_undone_as_one_step(glass):
    glass.draw((0, 0), (0, 8), (8, 8))
    drawn = X.copy()
    drawn[0] = drawn[:, 8] = 1
    assert np.array_equal(glass.image(), drawn)
    glass.press("Undo")
    assert np.array_equal(glass.image(), X)
    glass.press("Redo")
    assert np.array_equal(glass.image(), drawn)


def test_the_right_button_and_the_rubber_erase(glass):
    glass.draw((4, 4), button="right")
    assert glass.image()[4, 4] == -1
    glass.press("Erase")
    glass.draw((1, 1))
    assert glass.image()[1, 1] == -1


def test_a_finger_draws(glass):
    x, y = glass.point("Drawing pad", 4, 0, 9, 9)
    glass.page.touchscreen.tap(x, y)
    assert glass.image()[4, 0] == 1


def test_the_keyboard_alone_draws_and_undoes(glass):
    glass.grid("Drawing pad").locator("[role=gridcell]").focus()
    for key in ("ArrowDown", "ArrowDown", "End", " ", "Home", "Enter"):
        glass.page.keyboard.press(key)
    image = glass.image()
    assert image[2, 8] == image[2, 0] == 1
    glass.page.keyboard.press("Control+z")
    assert glass.image()[2, 0] == -1


def test_few_keys_lead_from_the_pad_to_every_column_and_back(glass):
    """As the Keys panel says: Page Down from column to column, Ctrl+End to the votes, Ctrl+Home to the pad."""
    press = glass.page.keyboard.press

    def here(key):
        press(key)
        return glass.page.evaluate("document.activeElement.closest('[role=grid]').getAttribute('aria-label')")

    pad = "Drawing pad, 9 by 9"
    columns = [
        "Feature 1 of layer 1, 3 by 3",
        "Filtered map 1 of layer 1, 7 by 7",
        "Map after ReLU 1 of layer 2, 7 by 7",
        "Pooled map 1 of layer 3, 4 by 4",
        "Pooled map 1 of layer 4, 2 by 2",
        "List of 12 values",
        "Weights for X",
        "Votes",
    ]
    glass.grid("Drawing pad").locator("[role=gridcell]").focus()
    assert [here("PageDown") for _ in columns] == columns
    assert here("PageDown") == "Votes"
    assert [here("PageUp") for _ in columns] == [*columns[-2::-1], pad]
    assert here("Control+End") == "Votes"
    assert here("Control+Home") == pad
    for _ in range(5):
        here("PageDown")
    assert here("ArrowDown").startswith("Pooled map")
    for number in (2, 3):
        maps = {here("ArrowDown") for _ in range(2)}
        assert f"Pooled map {number} of layer 4, 2 by 2" in maps


def test_pointing_lights_the_patch_and_shows_the_sum(glass):
    glass.page.mouse.move(*glass.point("Filtered map 1", 1, 3, 7, 7))
    card = glass.page.locator(".xo-card")
    assert card.is_visible()
    text = card.inner_text()
    assert "Filtered map 1 of layer 1, row 1, column 3" in text
    assert "1/3 ≈ 0.3333" in text
    glass.page.mouse.move(5, 5)
    assert not card.is_visible()


def test_pointing_shows_the_sum_within_two_frames(glass):
    glass.page.evaluate("""() => { window.frames_ = []; const card = document.querySelector('.xo-card');
        document.querySelector('.xo-figure').addEventListener('pointermove', () => {
            let frames = 0; const count = () => { if (!card.hidden) window.frames_.push(frames);
                else if (frames++ < 20) requestAnimationFrame(count); };
            requestAnimationFrame(count); }, { once: true }); }""")
    glass.page.mouse.move(*glass.point("Pooled map 2", 0, 0, 4, 4))
    rest(glass.page, 300)
    assert glass.page.evaluate("window.frames_")[0] <= 2


def test_a_pinned_vote_is_followed_back_to_a_pixel(glass):
    glass.page.mouse.click(*glass.point("Votes", 0, 0, 2, 1))
    names = []
    for _ in range(6):
        names.append(glass.page.locator(".xo-card-name").inner_text())
        glass.page.get_by_role("button", name="← strongest").click()
    names.append(glass.page.locator(".xo-card-name").inner_text())
    kinds = ["vote", "value", "pooled", "pooled", "map after ReLU", "filtered", "pixel"]
    assert all(name.lower().startswith(kind.lower()) for name, kind in zip(names, kinds, strict=True)), names


def test_the_story_is_spoken_as_plain_text(glass):
    glass.grid("Votes").locator("[role=gridcell]").focus()
    live = glass.page.locator(".xo-glass [aria-live=polite]")
    live.filter(has_text="Vote for X: 1.").wait_for(state="attached")


def test_a_feature_is_edited_by_a_click_and_the_network_follows(glass):
    glass.page.mouse.click(*glass.point("Feature 1", 0, 0, 3, 3))
    edited = hand_made_network()
    edited.layers[0].features[0, 0, 0, 0] = -1
    assert np.array_equal(glass.state()["numbers"][:27], edited.layers[0].features.ravel())
    glass.press("Undo")
    rest(glass.page, 120)
    assert glass.state()["numbers"][0] == 1


def test_a_weight_is_dragged_and_typed(glass):
    x, y = glass.point("Weights for X", 0, 0, 12, 1)
    glass.page.mouse.move(x, y)
    glass.page.mouse.down()
    glass.page.mouse.move(x, y - 50, steps=5)
    glass.page.mouse.up()
    rest(glass.page, 120)
    assert glass.state()["numbers"][27] == pytest.approx(0.7)
    glass.page.keyboard.press("Enter")
    glass.page.keyboard.type("-0.5")
    glass.page.keyboard.press("Enter")
    rest(glass.page, 120)
    assert glass.state()["numbers"][27] == -0.5


def test_a_layer_is_switched_off_where_the_rest_still_fits(glass):
    pool = glass.page.get_by_role("button", name="Layer 3, pool")
    assert pool.is_disabled()
    assert "expect 12 values" in pool.get_attribute("title")
    glass.press("Layer 2, ReLU")
    rest(glass.page, 120)
    assert [plan["on"] for plan in glass.state()["plans"]] == [True, False, True, True, True]


def test_pictures_changes_and_sliders_change_the_drawing(glass):
    glass.press("Pictures")
    glass.page.get_by_role("button", name="Start from O").click()
    assert np.array_equal(glass.image(), O)
    glass.press("Change")
    glass.press("Shift left by one pixel")
    shifted = np.full((9, 9), -1.0)
    shifted[:, :-1] = O[:, 1:]
    assert np.array_equal(glass.image(), shifted)
    glass.page.get_by_label("Turn", exact=True).press("ArrowRight")
    assert len(np.unique(glass.image())) > 2
    glass.press("Undo")
    assert np.array_equal(glass.image(), shifted)


def test_a_postcard_code_is_drawn_and_a_slip_refused_with_its_reason(glass):
    glass.press("More")
    field = glass.page.get_by_label("Postcard code")
    assert field.input_value() == to_code(X)
    field.fill(to_code(O))
    field.press("Enter")
    assert np.array_equal(glass.image(), O)
    field.fill(to_code(O)[:-1] + "Z")
    field.press("Enter")
    assert "look for a slip" in glass.page.locator(".xo-note").inner_text()
    assert np.array_equal(glass.image(), O)
    glass.page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    glass.press("Copy as O")
    glass.page.wait_for_function("window.copied")
    copied = glass.page.evaluate("window.copied")
    assert read_class(copied).categories.tolist() == [1]
    glass.press("Clear")
    field.fill(copied)
    field.press("Enter")
    assert np.array_equal(glass.image(), O)


def test_a_code_is_offered_where_a_drawing_can_have_one_and_a_button_for_each_of_a_few_categories(page, tmp_path):
    def copies(widget):
        GlassPage(page, widget, tmp_path).press("More")
        assert page.get_by_role("button", name="Copy as Python").is_visible()
        return [name for name in page.locator(".xo-sharing .xo-button:visible").all_inner_texts() if "Copy" in name]

    digits, (colour, image) = GlassNetwork(load_reader("the second half"), load_digits()[0][0, 0]), colour_network()
    for widget in (digits, GlassNetwork(colour, image)):
        assert copies(widget) == ["Copy as Python"]
        assert not page.get_by_label("Postcard code").is_visible()
    assert copies(GlassNetwork(hand_made_network())) == ["Copy", "Copy as X", "Copy as O", "Copy as Python"]
    assert copies(GlassNetwork(random_network(categories=6, rng=0))) == ["Copy", "Copy as Python"]
    page.evaluate("""() => {
        const [model] = window.models;
        model.set("shape", [8, 8]);
        model.set("pixels", new DataView(new Float64Array(64).buffer));
    }""")
    page.get_by_label("Postcard code").wait_for(state="hidden")


def test_two_networks_or_two_drawings_stand_side_by_side(page, tmp_path):
    glass = GlassPage(page, GlassNetwork(hand_made_network(), against=hand_made_network()), tmp_path)
    assert page.locator(".xo-grid[aria-label^='Second row: Filtered']").count() == 3
    glass.press("More")
    glass.press("Keep to compare")
    glass.draw((0, 0))
    for row in ("Second", "Third"):
        assert page.locator(f".xo-grid[aria-label='{row} row: Votes']").count() == 1


@pytest.mark.parametrize(
    "make",
    [lambda: GlassNetwork(hand_made_network()), Pad, lambda: GlassNetwork(large_network(), np.full((28, 28), -1.0))],
    ids=["glass", "pad", "large"],
)
def test_axe_finds_nothing(page, tmp_path, axe, make):
    GlassPage(page, make(), tmp_path)
    for opener in ("Change", "More"):
        page.get_by_role("button", name=opener).first.click()
    assert axe(page, ".xo-glass") == []
    page.evaluate("document.body.dataset.jpThemeLight = false")
    assert axe(page, ".xo-glass", colours=True) == []


@pytest.mark.parametrize(("wide", "high"), [(360, 740), (683, 384), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("size", [9, 28])
def test_the_page_never_scrolls_sideways(page, tmp_path, wide, high, size):
    page.set_viewport_size({"width": wide, "height": high})
    widget = GlassNetwork(hand_made_network()) if size == 9 else GlassNetwork(large_network(), -np.ones((28, 28)))
    GlassPage(page, widget, tmp_path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(".xo-figure").bounding_box()
    assert box["x"] + box["width"] <= wide


def odd_networks():
    rng = np.random.default_rng(5)
    picture = rng.uniform(-1, 1, (7, 5))
    yield "only votes, all of them 0", GlassNetwork([Voting(np.zeros((2, 81)))], X)
    yield "only pooling", GlassNetwork([Pooling(3, 1)], picture)
    yield "down to one cell", GlassNetwork([Convolution(rng.normal(size=(2, 1, 7, 5))), ReLU()], picture)
    hidden = [Voting(rng.normal(size=(4, 35)), rng.normal(size=4)), ReLU(), Voting(rng.normal(size=(2, 4)))]
    yield "a hidden layer", GlassNetwork(hidden, picture)
    yield "padding", GlassNetwork([Convolution(rng.normal(size=(5, 1, 3, 3)), rng.normal(size=5), 1)], picture)


@pytest.mark.parametrize("name", [name for name, _ in odd_networks()])
def test_any_network_is_shown_and_every_kind_of_cell_tells_its_story(page, tmp_path, name):
    glass = GlassPage(page, dict(odd_networks())[name], tmp_path)
    for grid in page.locator(".xo-grid").all()[1:]:
        grid.locator("[role=gridcell]").focus()
        page.keyboard.press("End")
        if "editable" not in grid.get_attribute("class"):
            assert page.locator(".xo-card-value").inner_text() != ""
    assert glass.errors == []


def test_one_panel_of_tools_is_open_at_a_time(glass):
    for name in ("Change", "More", "Pictures"):
        glass.press(name)
        assert glass.page.locator(".xo-drawer:visible").count() == 1
        assert glass.page.locator(".xo-toolbar [aria-expanded=true], .xo-tools [aria-expanded=true]").count() == 1


@pytest.mark.parametrize("names", [["heart", "O", "ж", "7", "tree"], ["falling", "rising"]], ids=len)
def test_a_network_of_other_categories_offers_no_x_and_o_but_the_first_picture(page, tmp_path, names):
    rng = np.random.default_rng(len(names))
    grey = rng.choice([-1, -0.25, 0.5, 1], (9, 9))
    glass = GlassPage(page, GlassNetwork(random_network(9, categories=len(names), rng=0), grey, names=names), tmp_path)
    glass.press("Pictures")
    offered = page.get_by_role("group", name="Pictures").get_by_role("button")
    assert offered.all_inner_texts() == ["the first picture", "blank"]
    offered.nth(1).click()
    assert (glass.image() == -1).all()
    glass.draw((0, 0), (0, 8))
    offered.nth(0).click()
    assert np.array_equal(glass.image(), grey)
    assert glass.errors == []
