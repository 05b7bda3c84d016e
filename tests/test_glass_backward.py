"""The glass network turned backward: every slope adds up from what is shown, is that of xo, and leads on; and steps."""

import re
from fractions import Fraction

import numpy as np
import pytest
from glass_page import GlassPage

from xo.backprop import Descent, find_gradient
from xo.errors import essay_error, softmax_error
from xo.filtering import Convolution
from xo.images import O, X
from xo.networks import hand_made_network
from xo.pooling import AveragePooling, Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.glass import GlassNetwork, Pad

READ = """(asked) => asked.map(([grid, index]) => {
    const box = document.querySelector('.xo-canvas').getBoundingClientRect(), style = document.querySelectorAll('.xo-grid')[grid].style,
        element = document.querySelectorAll('.xo-grid')[grid], columns = Number(element.getAttribute('aria-colcount')),
        rows = Number(element.getAttribute('aria-rowcount')), number = (name) => parseFloat(style[name]),
        clientX = box.left + number('left') + (index % columns + 0.5) / columns * number('width'),
        clientY = box.top + number('top') + (Math.floor(index / columns) + 0.5) / rows * number('height');
    document.querySelector('.xo-figure').dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, pointerType: 'mouse' }));
    const card = document.querySelector('.xo-card'), texts = (query) => [...card.querySelectorAll(query)].map((one) => one.textContent);
    return { slope: card.querySelector('.xo-card-slope').textContent, name: texts('.xo-card-name')[0], parts: texts('.xo-slopes > span'),
        more: texts('.xo-more'), sum: texts('.xo-sum > span'), own: texts('.xo-card-own')[0], rule: texts('.xo-card-rule')[0] };
})"""  # noqa: E501


def read_number(text):
    return Fraction(text.replace("−", "-").replace("+", ""))


def close_to(shown, number):
    """Whether two shown numbers differ by no more than rounding in the last digit of the first."""
    text = shown.split(".")
    return abs(read_number(shown) - number) <= Fraction(1, 2 * 10 ** (len(text[1]) if len(text) > 1 else 12))


def check_sum(card):
    """What a card shows adds up from what it shows; returns the slope at its end."""
    slope, cells = card["slope"].removeprefix("slope "), card["parts"][6:]
    steps = list(zip(card["sum"][::2], card["sum"][1::2], strict=True))
    products = []
    for _, value, _, factor, _, product in [cells[start : start + 6] for start in range(0, len(cells), 6)]:
        if factor:
            assert close_to(product, read_number(value) * read_number(factor)) or "/" in product, card
            assert "." in product or read_number(product) == read_number(value) * read_number(factor), card
        products.append(read_number(product))
    together = [re.search(r"together (\S+)$|^and 1 more: together (\S+)", text) for text in card["more"]]
    products += [read_number(found[1] or found[2]) for found in together if found]
    if card["name"].lower().startswith("vote for"):
        at = {name.split(" =")[0].split(",")[0]: text for name, text in steps}
        start = next((text for name, text in at.items() if name.startswith(("− 1", "− 0"))), None)
        if start is not None:
            assert read_number(start) + read_number(at.get("+ digits not shown", "0")) == read_number(slope), card
        return slope
    if not steps:
        assert not products or products == [read_number(slope)], card
        return slope
    assert steps[0] == ("total", steps[0][1])
    now = read_number(steps[0][1])
    assert sum(products) == now, card
    for name, text in steps[1:]:
        found, over = read_number(text), re.match(r"÷ (\d+)", name)
        if over and "slope" in name:
            assert found == now / int(over[1]), card
        elif over:
            assert close_to(text, now / int(over[1])), card
        elif name.startswith("+"):
            found += now
        else:
            assert found == now, card
        now = found
    assert now == read_number(slope), card
    return slope


def slopes_of(network, image, category, error):
    """xo's slopes: of every stage, and of every layer's numbers."""
    values = image[None, None]
    for layer in network.layers:
        values = layer.forward(values)
    _, slope = error(values, np.array([category]))
    stages = [slope[0]]
    for layer in reversed(network.layers):
        slope = layer.backward(slope)
        stages.insert(0, slope[0])
    return stages, [layer.gradient for layer in network.layers]


def find_slope(name, index, stages, gradients, network):
    """xo's slope for a cell of a grid by its title."""
    numbers = [int(one) for one in re.findall(r"\d+", name)]
    last = len(network.layers)
    if name.startswith("Drawing"):
        return stages[0].ravel()[index]
    if name.startswith("Votes"):
        return stages[last][index]
    if name.startswith("List"):
        return stages[last - 1].ravel()[index]
    output = "XO".find(name.split()[-1]) if name.split()[-1] in "XO" else numbers[0] - 1
    if name.startswith(("Weights", "Bias")):
        layer = last - 1 if name.split()[-1] in "XO" else 0
        return gradients[layer][0 if name.startswith("W") else 1][output].ravel()[index]
    if name.startswith("Feature"):
        return gradients[numbers[1] - 1][0][numbers[0] - 1].ravel()[index]
    return stages[numbers[1]][numbers[0] - 1].ravel()[index]


def networks():
    rng = np.random.default_rng(12)
    small = [
        Convolution(rng.normal(size=(3, 1, 3, 3)), rng.normal(size=3) / 9),
        ReLU(),
        Pooling(3, 2),
        AveragePooling(),
    ]
    small.append(Voting(rng.normal(size=(2, 12)), rng.normal(size=2)))
    yield "hand made, X", hand_made_network(), X, 0, softmax_error
    yield "hand made, the essay's error", hand_made_network(), O, 0, essay_error
    yield "random", Network(small), rng.uniform(-1, 1, (9, 9)), 1, softmax_error


@pytest.mark.parametrize("case", [0, 1, 2], ids=[name for name, *_ in networks()])
def test_two_hundred_random_cards_add_up_and_are_those_of_xo(page, tmp_path, case):
    _, network, image, category, error = list(networks())[case]
    glass = GlassPage(page, GlassNetwork(network, image, backward=True, category="XO"[category], error=error), tmp_path)
    stages, gradients = slopes_of(network, image, category, error)
    grids = page.evaluate(
        """() => [...document.querySelectorAll('.xo-grid')].map((one) => [one.getAttribute('aria-label'),
            Number(one.getAttribute('aria-rowcount')) * Number(one.getAttribute('aria-colcount'))])"""
    )
    rng = np.random.default_rng(case)
    cells = [(grid, index) for grid, (_, count) in enumerate(grids) for index in range(count)]
    votes = [cell for cell in cells if "Votes" in grids[cell[0]][0] or "Feature" in grids[cell[0]][0]]
    asked = [cells[place] for place in rng.choice(len(cells), min(200, len(cells)), replace=False)] + votes
    for (grid, index), card in zip(asked, page.evaluate(READ, asked), strict=True):
        name = grids[grid][0].removeprefix("Slopes: ")
        slope, truth = check_sum(card), find_slope(name, index, stages, gradients, network)
        places = len(slope.split(".")[1]) if "." in slope else 9
        assert abs(float(read_number(slope)) - truth) <= 0.5 * 10**-places + 1e-9, (name, index, card, truth)
        means = "nothing" if truth == 0 else "larger" if truth > 0 else "smaller"
        assert abs(truth) < 1e-12 or means in card["own"], (name, card)
    assert glass.errors == []


def test_losers_of_a_window_and_what_relu_stopped_say_so(page, tmp_path):
    GlassPage(page, GlassNetwork(hand_made_network(), X, backward=True), tmp_path)
    grids = page.evaluate("[...document.querySelectorAll('.xo-grid')].map((one) => one.getAttribute('aria-label'))")
    cells = [
        (grids.index(f"Slopes: {name}, 7 by 7"), 1)
        for name in ("Map after ReLU 1 of layer 2", "Filtered map 1 of layer 1")
    ]
    lost, stopped = page.evaluate(READ, cells)
    assert "the whole slope goes to the winner of its window" in lost["rule"]
    assert "the slope stops here" in stopped["rule"]


@pytest.fixture
def glass(page, tmp_path):
    shown = GlassPage(page, GlassNetwork(hand_made_network()), tmp_path)
    yield shown
    assert shown.errors == []


def card_name(glass):
    return glass.page.locator(".xo-card-name").inner_text()


def test_the_keyboard_turns_the_picture_and_walks_from_a_weight_to_the_error(glass):
    page = glass.page
    assert not page.locator(".xo-backward-panel").is_visible()
    page.get_by_role("button", name="Backward").focus()
    page.keyboard.press("Enter")
    page.locator(".xo-glass [aria-live=polite]").filter(has_text="Backward, for X: error 0.").wait_for(state="attached")
    glass.grid("Slopes: Feature 1").locator("[role=gridcell]").focus()
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    assert "the same digits" in page.locator(".xo-nudged").inner_text()
    names = []
    for _ in range(8):
        names.append(card_name(glass).lower())
        page.keyboard.press("Backspace")
    kinds = ["feature 1", "filtered", "map after relu", "pooled", "pooled", "value", "vote", "vote"]
    assert all(name.startswith(kind) for name, kind in zip(names, kinds, strict=True)), names
    page.get_by_role("button", name="Weight of value").first.click()
    assert card_name(glass).startswith("Weight of value") or card_name(glass).startswith("weight of value")
    live = page.locator(".xo-glass [aria-live=polite]")
    live.filter(has_text="Slope of weight of value").wait_for(state="attached", timeout=3000)


def test_saying_what_the_drawing_is_turns_the_slopes_round(glass):
    glass.press("Backward")
    cell = glass.grid("Slopes: Votes").locator("[role=gridcell]")
    assert "smaller" in cell.get_attribute("aria-label")
    glass.page.get_by_role("button", name="The drawing is O").tap()
    glass.page.wait_for_timeout(250)
    assert "larger" in cell.get_attribute("aria-label")
    x, y = glass.point("Drawing pad" if glass.grid("Drawing pad").count() else "Slopes: Drawing pad", 0, 0, 9, 9)
    glass.page.touchscreen.tap(x, y)
    assert glass.image()[0, 0] == 1


def stepped(count, rate=0.1):
    network = hand_made_network()
    for _ in range(count):
        _, gradient = find_gradient(network, X[None, None], np.array([0]))
        Descent(rate).step(network.parameters, gradient)
    return np.concatenate([numbers.ravel() for numbers in network.parameters])


def test_steps_are_those_of_descent_and_are_taken_back_as_one(glass):
    start = glass.state()["numbers"]
    glass.press("Backward")
    for name, count in (("Step", 1), ("Ten steps", 11)):
        glass.page.get_by_role("button", name=name, exact=True).click()
        glass.page.wait_for_timeout(200)
        assert np.allclose(glass.state()["numbers"], stepped(count), rtol=0, atol=1e-12)
    rows = glass.page.locator(".xo-moved tr")
    before, after = rows.nth(1).locator("td").all_inner_texts()
    assert rows.nth(1).locator("th").inner_text() == "Error"
    assert float(after) < float(before)
    undo = glass.page.locator(".xo-backward-panel").get_by_role("button", name="Undo")
    for count in (1, 0):
        undo.click()
        glass.page.wait_for_timeout(200)
        assert np.allclose(glass.state()["numbers"], stepped(count) if count else start, rtol=0, atol=1e-12)
    assert glass.page.locator(".xo-moved").count() == 0


def test_play_goes_on_until_paused_and_is_one_step_to_undo(glass):
    start = glass.state()["numbers"]
    glass.press("Backward")
    rate = glass.page.get_by_label("Rate of a step")
    rate.fill("nonsense")
    rate.press("Tab")
    assert "expected a rate above 0" in glass.page.locator(".xo-status").first.inner_text()
    rate.fill("0.5")
    rate.press("Tab")
    panel = glass.page.locator(".xo-backward-panel")
    panel.get_by_role("button", name="Play").click()
    panel.locator("caption", has_text="3 steps").wait_for(timeout=5000)
    panel.get_by_role("button", name="Pause").click()
    glass.page.wait_for_timeout(200)
    steps = int(panel.locator("caption").inner_text().split()[0])
    assert np.allclose(glass.state()["numbers"], stepped(steps, 0.5), rtol=0, atol=1e-12)
    panel.get_by_role("button", name="Undo").click()
    glass.page.wait_for_timeout(200)
    assert glass.state()["numbers"] == start


def test_axe_finds_nothing_serious_in_the_backward_view(glass, javascript_tools):
    glass.press("Backward")
    glass.page.get_by_role("button", name="Step", exact=True).click()
    glass.page.get_by_role("button", name="Error 0").click()
    glass.page.add_script_tag(path=str(javascript_tools / "axe-core" / "axe.min.js"))
    for light in ("true", "false"):
        glass.page.evaluate("(light) => { document.body.dataset.jpThemeLight = light; }", light)
        found = glass.page.evaluate("async () => (await axe.run('.xo-glass')).violations")
        serious = [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")]
        assert serious == []
    for width in (390, 1366):
        glass.page.set_viewport_size({"width": width, "height": 768})
        assert glass.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_network_that_does_not_vote_says_why_it_cannot_be_turned(page, tmp_path):
    glass = GlassPage(page, GlassNetwork([Convolution(np.ones((1, 1, 3, 3))), ReLU()]), tmp_path)
    glass.press("Backward")
    assert "does not vote" in page.locator(".xo-status").first.inner_text()
    assert GlassPage(page, Pad(), tmp_path).page.get_by_role("button", name="Backward").count() == 0


def test_python_is_told_in_one_sentence_what_does_not_fit():
    for wrong, words in (
        ({"category": "Z"}, "one of X, O"),
        ({"error": abs}, "softmax_error"),
        ({"rate": 0}, "above 0"),
    ):
        with pytest.raises(ValueError, match=words):
            GlassNetwork(hand_made_network(), **wrong)
    glass = GlassNetwork(hand_made_network(), O, backward=True, category="O", error=essay_error, rate=0.5)
    assert (glass.backward, glass.category, glass.error, glass.rate) == (True, "O", "essay_error", 0.5)
