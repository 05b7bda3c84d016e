"""Hands and ears of the glass network, without a kernel: keys, undo, fingers, names, numbers changed on the card."""

import numpy as np
import pytest
from glass_page import READ, GlassPage
from served_course import rest, wait_until

from xo.images import O, X, write_image
from xo.networks import hand_made_network, load_trained
from xo.relu import ReLU
from xo.voting import Voting
from xo.widgets.glass import GlassNetwork, Pad

SECOND = 8 * 9 + 8  # where the numbers of the deep network's second convolution begin


@pytest.fixture
def glass(page, tmp_path):
    shown = GlassPage(page, GlassNetwork(hand_made_network()), tmp_path)
    yield shown
    assert shown.errors == []


@pytest.fixture
def deep(page, tmp_path):
    shown = GlassPage(page, GlassNetwork(load_trained(9, "deep")), tmp_path)
    yield shown
    assert shown.errors == []


@pytest.fixture
def phone(browser, tmp_path):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield GlassPage(context.new_page(), GlassNetwork(hand_made_network()), tmp_path)
    context.close()


def numbers(glass):
    rest(glass.page, 120)
    return glass.page.evaluate(READ)["numbers"]


def swipe(glass, start, across, down):
    """A finger that moves from a point of the window, in 10 steps."""
    send = glass.page.context.new_cdp_session(glass.page).send
    for step in range(11):
        point = {"x": start[0] + across * step / 10, "y": start[1] + down * step / 10}
        send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": [point]})
        if step > 1:  # until then, it might rest so long that it is taken for one that stays
            rest(glass.page, 16)
    send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    rest(glass.page, 200)


def active(glass):
    return glass.page.evaluate("document.activeElement.getAttribute('aria-label')")


def hold(glass, name, row, column, rows, columns):
    """The card of a cell, held by a click."""
    glass.page.mouse.click(*glass.point(name, row, column, rows, columns))
    return glass.page.locator(".xo-card.xo-pinned")


def test_what_the_mouse_drew_is_undone_by_the_keys_that_the_button_names(glass):
    glass.draw((0, 0), (0, 8))
    drawn = glass.image()
    glass.page.keyboard.press("Control+z")
    assert np.array_equal(glass.image(), X)
    glass.page.keyboard.press("Control+y")
    assert np.array_equal(glass.image(), drawn)
    glass.press("Clear")
    glass.page.keyboard.press("Control+z")
    assert np.array_equal(glass.image(), drawn)


@pytest.mark.parametrize("place", [("Drawing pad", 8, 1, 9, 9), ("Weights for X", 4, 0, 12, 1)], ids=["pad", "weight"])
def test_what_goes_on_after_an_undo_in_its_middle_is_one_step_to_undo(glass, place):
    page, before = glass.page, glass.state()
    x, y = glass.point(*place)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y - 20)
    page.keyboard.press("Control+z")
    assert glass.state() == before
    for step in range(1, 4):
        page.mouse.move(x + 60 + 25 * step, y - 20 * step)
        rest(page, 20)
    page.mouse.up()
    assert glass.state() != before
    page.keyboard.press("Control+z")
    assert glass.state() == before


def test_the_keyboard_goes_on_where_the_mouse_began_to_draw(glass):
    glass.draw((4, 0))
    assert glass.image()[4, 0] == 1
    assert active(glass) == "row 4, column 0: white"
    cell = glass.grid("Drawing pad").locator("[role=gridcell]")
    assert cell.evaluate("cell => getComputedStyle(cell).boxShadow") == "none"
    glass.page.keyboard.press("ArrowRight")
    glass.page.keyboard.press(" ")
    assert glass.image()[4, 1] == 1
    assert cell.evaluate("cell => getComputedStyle(cell).boxShadow") != "none"


def test_a_text_field_undoes_its_own_text(glass):
    glass.draw((0, 0))
    glass.press("More")
    glass.page.get_by_label("Postcard code").fill("abc")
    glass.page.keyboard.press("Control+z")
    assert glass.image()[0, 0] == 1


def test_a_small_pad_hears_the_same_keys(page, tmp_path):
    glass = GlassPage(page, Pad(), tmp_path)
    glass.draw((0, 0))
    page.keyboard.press("Control+z")
    assert np.array_equal(glass.image(), X)


def test_a_finger_that_scrolls_over_the_weights_changes_none(phone):
    before = numbers(phone)
    swipe(phone, phone.point("Weights for X", 1, 0, 2, 6), 3, -200)
    assert phone.page.evaluate("scrollY") > 100
    assert numbers(phone) == before


def test_on_a_phone_a_high_card_scrolls_as_one_and_stays_where_it_is_while_a_number_changes(phone):
    phone.page.set_viewport_size({"width": 390, "height": 420})
    phone.page.touchscreen.tap(*phone.point("Votes", 0, 0, 2, 1))
    card = phone.page.locator(".xo-card.xo-pinned")
    inner = (
        "(card) => { const body = card.querySelector('.xo-card-body'); return body.scrollHeight - body.clientHeight; }"
    )
    assert card.evaluate(inner) <= 0, "nothing inside it scrolls"
    card.evaluate("(card) => { card.scrollTop = 1e6; }")
    low = card.evaluate("(card) => card.scrollTop")
    assert low > 100
    card.locator(".xo-edit").last.evaluate("(number) => number.focus({ preventScroll: true })")
    phone.page.keyboard.press("ArrowUp")
    rest(phone.page, 150)
    assert card.evaluate("(card) => card.scrollTop") == low


def test_a_finger_that_moves_sideways_changes_a_weight_in_one_step(phone):
    before = numbers(phone)
    x, y = phone.point("Weights for X", 0, 0, 2, 6)
    swipe(phone, (x, y), 100, 0)
    changed = numbers(phone)
    assert changed[27] == pytest.approx(before[27] + 1)
    assert changed[:27] + changed[28:] == before[:27] + before[28:]
    phone.page.keyboard.press("Control+z")
    assert numbers(phone) == before


def test_any_number_of_a_deep_feature_is_changed_on_the_held_card_and_the_sum_follows(deep):
    hold(deep, "Filtered map 1", 0, 0, 9, 9)
    deep.page.keyboard.press("Escape")
    stage = deep.page.locator(".xo-grid[aria-label^='Filtered map 5 of layer 4']").bounding_box()
    deep.page.mouse.click(stage["x"] + 5, stage["y"] + 5)
    deep.page.get_by_role("button", name="more maps").click()
    spins = deep.page.locator(".xo-card [role=spinbutton]")
    assert spins.count() == 8 * 9 + 1
    spin = deep.page.get_by_role("spinbutton", name="Feature, map 7, row 2, column 1")
    value = deep.page.locator(".xo-card-value").inner_text()
    spin.focus()
    deep.page.keyboard.type("-3.25")
    deep.page.keyboard.press("Enter")
    place = SECOND + (4 * 8 + 6) * 9 + 2 * 3 + 1
    assert numbers(deep)[place] == -3.25
    assert spin.inner_text() == "−3.250"
    assert active(deep) == "Feature, map 7, row 2, column 1"
    assert deep.page.locator(".xo-card-value").inner_text() != value
    deep.page.keyboard.press("ArrowUp")
    assert numbers(deep)[place] == pytest.approx(-3.15)
    deep.page.keyboard.press("Control+z")
    deep.page.keyboard.press("Control+z")
    rest(deep.page, 120)
    assert deep.page.locator(".xo-card-value").inner_text() == value


def test_a_bias_is_dragged_on_the_held_card(deep):
    hold(deep, "Filtered map 2", 3, 3, 9, 9)
    bias = deep.page.get_by_role("spinbutton", name="Bias")
    old = numbers(deep)[8 * 9 + 1]
    box = bias.bounding_box()
    deep.page.mouse.move(box["x"] + 5, box["y"] + 5)
    deep.page.mouse.down()
    deep.page.mouse.move(box["x"] + 5, box["y"] - 45, steps=5)
    deep.page.mouse.up()
    assert numbers(deep)[8 * 9 + 1] == pytest.approx(round(old + 0.5, 2))
    assert active(deep) == "Bias"
    deep.page.keyboard.press("Control+z")
    assert numbers(deep)[8 * 9 + 1] == old


def test_a_typed_number_may_begin_with_a_minus(glass):
    glass.grid("Weights for X").locator("[role=gridcell]").focus()
    glass.page.keyboard.type("-0.5")
    glass.page.keyboard.press("Enter")
    assert numbers(glass)[27] == -0.5
    glass.page.keyboard.press("Shift+ArrowUp")
    assert numbers(glass)[27] == pytest.approx(-0.4)
    assert "Shift and an arrow key" in glass.grid("Weights for X").get_attribute("title")


def test_a_double_click_that_changes_nothing_leaves_nothing_to_undo(glass):
    before = numbers(glass)
    glass.page.mouse.dblclick(*glass.point("Feature 1", 0, 0, 3, 3))
    glass.page.keyboard.press("Escape")
    assert numbers(glass) == before
    assert glass.page.get_by_role("button", name="Undo").is_disabled()


def test_a_slider_moved_by_keys_and_a_stroke_are_two_steps(glass):
    glass.press("Change")
    turn = glass.page.get_by_label("Turn", exact=True)
    for _ in range(3):
        turn.press("ArrowRight")
    turned = glass.image()
    glass.draw((0, 0), (0, 3))
    glass.page.keyboard.press("Control+z")
    assert np.array_equal(glass.image(), turned)
    glass.page.keyboard.press("Control+z")
    assert np.array_equal(glass.image(), X)
    assert glass.page.get_by_role("button", name="Undo").is_disabled()


def test_why_a_layer_stays_on_is_told_to_whoever_asks_by_key(glass):
    glass.page.get_by_role("button", name="Layer 3, pool").focus()
    glass.page.keyboard.press("Enter")
    status = glass.page.locator(".xo-status")
    assert status.inner_text().startswith("Cannot be switched off: ")
    assert all(plan["on"] for plan in glass.state()["plans"])


@pytest.mark.parametrize(("light", "ground"), [("true", "#ffffff"), ("false", "#111111")])
def test_the_bars_of_the_votes_stand_out_by_3_to_1(glass, light, ground):
    glass.page.evaluate("(light) => { document.body.dataset.jpThemeLight = light; }", light)
    for name in ("winner", "loser"):
        read = f"getComputedStyle(document.querySelector('.xo-glass')).getPropertyValue('--xo-{name}')"
        bright = sorted(brightness(colour) + 0.05 for colour in (glass.page.evaluate(read).strip(), ground))
        assert bright[1] / bright[0] >= 3


def brightness(colour):
    """From 0 to 1, as WCAG 2 reckons it."""
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4) @ (0.2126, 0.7152, 0.0722)


def test_a_button_is_called_what_it_says(glass):
    glass.press("Change")
    glass.press("More")
    for one in glass.page.locator(".xo-glass button:visible").all():
        text, name = one.inner_text(), one.get_attribute("aria-label")
        words = "".join(sign for sign in text if sign.isalnum() or sign in " &°").strip()
        assert not name or words.lower() in name.lower(), (text, name)
        assert name or words, text


def test_plates_of_a_hidden_layer_have_names_of_their_own(page, tmp_path):
    rng = np.random.default_rng(6)
    layers = [Voting(rng.normal(size=(4, 81))), ReLU(), Voting(rng.normal(size=(2, 4)))]
    glass = GlassPage(page, GlassNetwork(layers), tmp_path)
    names = [grid.get_attribute("aria-label") for grid in glass.page.locator(".xo-grid").all()]
    assert len(set(names)) == len(names)
    weights = [name.removeprefix("Weights for ") for name in names if name.startswith("Weights")]
    assert weights == [*(f"hidden value {number}" for number in (1, 2, 3, 4)), "X", "O"]


def test_a_held_card_is_copied_or_shown_to_be_copied_by_hand(glass):
    glass.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    glass.page.evaluate("() => { document.execCommand = () => false; }")
    hold(glass, "Votes", 0, 0, 2, 1)
    glass.page.get_by_role("button", name="Copy", exact=True).click()
    assert glass.page.get_by_label("Text to copy").input_value().startswith("vote for X: 1.")
    glass.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.resolve(); }")
    glass.page.get_by_role("button", name="Copy", exact=True).click()
    glass.page.locator(".xo-card", has_text="Copied").wait_for()


def test_the_pictures_to_start_from_are_those_of_an_image_that_python_shows(glass):
    glass.page.evaluate(
        """([pictures, pixels]) => {
            const model = window.models[0];
            model.set("presets", pictures);
            model.set("pixels", new DataView(Float64Array.from(pixels).buffer));
        }""",
        [{"X": write_image(O)}, (-X).ravel().tolist()],
    )
    glass.press("Pictures")
    glass.page.get_by_role("button", name="Start from X").click()
    assert np.array_equal(glass.image(), O)


def test_a_refused_code_is_forgotten_with_the_next_drawing(glass):
    glass.press("More")
    glass.page.get_by_label("Postcard code").fill("?")
    glass.press("Use")
    assert "Not used" in glass.page.locator(".xo-note").inner_text()
    glass.draw((0, 0))
    wait_until(glass.page, lambda: glass.page.locator(".xo-note").inner_text() == "", ".xo-note")


def test_the_tab_key_leads_from_a_held_cell_to_its_card(glass):
    glass.grid("Filtered map 1").locator("[role=gridcell]").focus()
    glass.page.keyboard.press("Enter")
    glass.page.keyboard.press("Tab")
    assert active(glass) == "Feature, row 0, column 0"
    glass.page.keyboard.press("Tab")
    assert glass.page.evaluate("document.activeElement.textContent") == "← strongest"
    glass.page.keyboard.press("Escape")
    assert active(glass).startswith("row 0, column 0: ")


def test_enter_that_ends_the_writing_of_a_sign_ends_no_number(glass):
    glass.page.mouse.dblclick(*glass.point("Weights for X", 0, 0, 12, 1))
    field = glass.page.get_by_label("New value")
    for event in ("isComposing: true", "keyCode: 229"):
        field.evaluate(f"(one) => one.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', {event} }}))")
        assert field.count() == 1
    field.fill("3/4")
    field.press("Enter")
    assert field.count() == 0
    assert numbers(glass)[27] == 0.75
