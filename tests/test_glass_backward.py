"""The glass network turned backward: every slope adds up from what is shown, is that of xo, and leads on; and steps."""

import re
from fractions import Fraction

import numpy as np
import pytest
from glass_page import GlassPage
from served_course import rest, wait_until

from xo.backprop import Descent, find_gradient
from xo.errors import essay_error, softmax_error
from xo.filtering import Convolution
from xo.images import O, X
from xo.networks import hand_made_network, load_trained
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
    live.filter(has_text="Slope of weight of value").wait_for(state="attached")


def test_saying_what_the_drawing_is_turns_the_slopes_round(glass):
    glass.press("Backward")
    cell = glass.grid("Slopes: Votes").locator("[role=gridcell]")
    assert "smaller" in cell.get_attribute("aria-label")
    glass.page.get_by_role("button", name="The drawing is O").tap()
    wait_until(glass.page, lambda: "larger" in cell.get_attribute("aria-label"), ".xo-backward-panel")
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
        rest(glass.page, 200)
        assert np.allclose(glass.state()["numbers"], stepped(count), rtol=0, atol=1e-12)
    rows = glass.page.locator(".xo-moved tr")
    before, after = rows.nth(1).locator("td").all_inner_texts()
    assert rows.nth(1).locator("th").inner_text() == "Error"
    assert float(after) < float(before)
    undo = glass.page.locator(".xo-backward-panel").get_by_role("button", name="Undo")
    for count in (1, 0):
        undo.click()
        rest(glass.page, 200)
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
    panel.locator("caption", has_text=re.compile(r"^([3-9]|\d\d+) steps")).wait_for()  # a busy machine may skip one
    panel.get_by_role("button", name="Pause").click()
    rest(glass.page, 200)
    steps = int(panel.locator("caption").inner_text().split()[0])
    assert np.allclose(glass.state()["numbers"], stepped(steps, 0.5), rtol=0, atol=1e-12)
    for choice, told in (("O", 0), ("X", 1)):
        glass.page.get_by_role("button", name=f"The drawing is {choice}").click()
        rest(glass.page, 100)
        assert panel.locator(".xo-moved").count() == told, "before and after are of one question"
    glass.page.mouse.click(*glass.point("Slopes: Drawing pad", 0, 0, 9, 9))
    rest(glass.page, 100)
    assert panel.locator(".xo-moved").count() == 0
    panel.get_by_role("button", name="Undo").click()
    rest(glass.page, 200)
    assert glass.state()["numbers"] == start
    assert glass.image()[0, 0] == 1, "what was drawn since stays"
    assert panel.get_by_role("button", name="Undo").get_attribute("aria-disabled") == "true"


def test_axe_finds_nothing_in_the_backward_view(glass, axe):
    glass.press("Backward")
    glass.page.get_by_role("button", name="Step", exact=True).click()
    glass.page.get_by_role("button", name="Error 0").click()
    assert axe(glass.page, ".xo-glass") == []
    glass.page.evaluate("document.body.dataset.jpThemeLight = false")
    assert axe(glass.page, ".xo-glass", colours=True) == []
    for width in (390, 1366):
        glass.page.set_viewport_size({"width": width, "height": 768})
        assert glass.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# What the canvas of a page is painted with since it was last cleared: triangles (tip, base), and the boxes around what
# stays bright.
PAINTED = """() => { window.lit = []; window.triangles = []; let path = [];
    const pen = CanvasRenderingContext2D.prototype, { clearRect, fill, strokeRect, beginPath, moveTo, lineTo } = pen;
    pen.clearRect = function (...box) { lit = []; triangles = []; clearRect.apply(this, box); };
    pen.beginPath = function () { path = []; beginPath.call(this); };
    pen.moveTo = function (...to) { path.push(to); moveTo.apply(this, to); };
    pen.lineTo = function (...to) { path.push(to); lineTo.apply(this, to); };
    pen.strokeRect = function (...box) { lit.push(box); strokeRect.apply(this, box); };
    pen.fill = function (...rule) { if (rule[0] === 'evenodd') lit = []; else triangles.push(path); fill.apply(this, rule); };
    window.cells = (find) => Object.fromEntries([...document.querySelectorAll('.xo-grid')].map((one) => {
        const number = (name) => parseFloat(one.style[name]), rows = Number(one.getAttribute('aria-rowcount')),
            columns = Number(one.getAttribute('aria-colcount')), wide = number('width') / columns, high = number('height') / rows,
            found = [];
        for (let index = 0; index < rows * columns; index++) found.push(find(number('left') + (index % columns) * wide,
            number('top') + Math.floor(index / columns) * high, wide, high));
        return [one.getAttribute('aria-label').replace('Slopes: ', ''), found]; })); }"""  # noqa: E501
LIT = """() => cells((x, y, wide, high) =>
    lit.filter((box) => [x, y, wide, high].every((side, at) => Math.abs(side - box[at]) < 0.01)).length)"""
MARKS = """() => cells((x, y, wide, high) => {
    const inside = ([right, down]) => right >= x && right <= x + wide && down >= y && down <= y + high;
    return triangles.filter((path) => path.length === 3 && path.every(inside))
        .map(([[, tip], [, base]]) => Math.sign(base - tip)); })"""


@pytest.fixture(scope="module")
def painted(browser, tmp_path_factory):
    """The hand-made network turned backward, on one page whose canvas tells what it is painted with."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    made = GlassPage(page, GlassNetwork(hand_made_network(), backward=True), tmp_path_factory.mktemp("painted"))
    page.evaluate(PAINTED)
    yield made
    assert made.errors == []
    page.close()


def hold(page, number):
    """Hold the card of a number, told as a link tells it."""
    page.evaluate(
        "(detail) => document.querySelector('.xo-glass').dispatchEvent(new CustomEvent('xo-hold', { detail }))", number
    )


def test_every_place_that_hands_a_slope_back_is_lit_and_the_way_to_the_error(painted):
    page, (stages, _) = painted.page, slopes_of(hand_made_network(), X, 0, softmax_error)
    hold(page, "1-weights-5")
    lit = page.evaluate(LIT)
    sources = {divmod(int(cell), 7) for cell in np.flatnonzero(stages[1][0])}
    assert 1 < len(sources) < 49
    for name, columns, cells in (
        ("Filtered map 1 of layer 1, 7 by 7", 7, sources),
        ("Drawing pad, 9 by 9", 9, {(row + 1, column + 2) for row, column in sources}),
        ("Feature 1 of layer 1, 3 by 3", 3, {(1, 2)}),
    ):
        assert {divmod(cell, columns) for cell, times in enumerate(lit.pop(name)) if times} == cells, name
    way = [name.split(" 1 of")[0] for name, cells in lit.items() if sum(cells)]
    assert way == ["Map after ReLU", "Pooled map", "Pooled map", "List of 12 values", "Votes"]


def test_what_a_step_moved_is_marked_the_way_it_went(painted):
    page, network = painted.page, hand_made_network()
    hold(page, "")
    assert not any(any(cells) for cells in page.evaluate(MARKS).values())
    before = np.array(painted.state()["numbers"])
    page.get_by_role("button", name="Step", exact=True).click()
    rest(page, 200)
    moves, marks = np.sign(np.array(painted.state()["numbers"]) - before), page.evaluate(MARKS)
    told = {name: [sum(cell) for cell in cells] for name, cells in marks.items()}
    features = network.layers[0].features.size
    for number in range(3):
        of_feature = moves[9 * number : 9 * number + 9].tolist()
        assert told[f"Feature {number + 1} of layer 1, 3 by 3"] == of_feature
    for number, name in enumerate("XO"):
        weights = moves[features:].reshape(2, -1)[number].tolist()
        assert told[f"Weights for {name}"] == weights
    assert {-1, 1} <= set(moves)
    assert not any(any(cells) for name, cells in marks.items() if not name.startswith(("Feature", "Weights", "Bias")))
    page.locator(".xo-backward-panel").get_by_role("button", name="Undo").click()


def test_a_slope_is_copied_as_its_card_tells_it(painted):
    page = painted.page
    hold(page, "1-weights-4")
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    card = page.locator(".xo-card.xo-pinned")
    card.get_by_role("button", name="Copy", exact=True).click()
    card.get_by_text("Copied").wait_for()
    copied = page.evaluate("copied")
    slope = card.locator(".xo-card-slope").inner_text()
    assert copied.lower().startswith(f"slope of {card_name(painted)}: ".lower() + slope.removeprefix("slope "))
    for told in (".xo-card-own", ".xo-card-rule >> nth=0", ".xo-nudged"):
        assert card.locator(told).inner_text() in copied
    for text in card.locator(".xo-slopes > .xo-strong, .xo-slope-sum > .xo-strong").all_inner_texts():
        assert text in copied
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.evaluate("() => { document.execCommand = () => false; }")
    card.get_by_role("button", name="Copy", exact=True).click()
    assert page.get_by_label("Text to copy").input_value() == copied


# Of every number held: the card that runs off the screen, off the figure or over its own edge, if there is one.
CUT = """([numbers]) => {
    const root = document.querySelector('.xo-glass'), card = root.querySelector('.xo-card'), bad = [];
    let held = 0;
    const ask = (detail) => root.dispatchEvent(new CustomEvent('xo-hold', { detail, cancelable: true }));
    for (let stage = 0; stage < 12; stage++) for (const part of ['values', 'weights', 'biases']) for (const place of numbers) {
        if (!ask(`${stage}-${part}-${place}`)) continue;
        held++;
        const all = card.getBoundingClientRect(), figure = root.querySelector('.xo-figure').getBoundingClientRect(),
            parts = [card, ...card.querySelectorAll('*')],
            over = parts.filter((one) => { const box = one.getBoundingClientRect();
                return one.scrollWidth > one.clientWidth + 1 && one.clientWidth || box.right > all.right + 0.5 || box.left < all.left - 0.5; });
        if (all.left < 0 || all.right > innerWidth) bad.push([stage, part, place, 'off the screen', all.left, all.right]);
        if (all.top < figure.top || all.bottom > figure.bottom + 0.5) bad.push([stage, part, place, 'off the figure']);
        if (all.height > innerHeight) bad.push([stage, part, place, 'too high']);
        if (over.length) bad.push([stage, part, place, over.map((one) => `${one.className}: ${one.textContent}`).slice(0, 3)]);
        if (card.scrollHeight > card.clientHeight + 1 && getComputedStyle(card).overflowY !== 'auto') bad.push('cannot scroll');
    }
    ask('');
    return [held, bad];
}"""  # noqa: E501


def test_on_a_phone_nothing_of_a_card_is_cut_or_runs_off_the_screen(page, tmp_path):
    glass = GlassPage(page, GlassNetwork(load_trained(9, "deep"), category="O"), tmp_path)
    for width in (390, 360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        for _ in ("backward", "forward"):
            glass.press("Backward")
            rest(page, 200)
            held, cut = page.evaluate(CUT, [[1]])
            assert held > 12
            assert cut == [], width
    assert glass.errors == []


@pytest.fixture
def phone(browser, tmp_path):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield GlassPage(context.new_page(), GlassNetwork(hand_made_network(), backward=True), tmp_path)
    context.close()


def press_long(glass, row, column, across=0):
    """A finger that rests on a pixel of the pad, or moves on at once: on a busy machine, a moment is long."""
    x, y = glass.point("Slopes: Drawing pad", row, column, 9, 9)
    send = glass.page.context.new_cdp_session(glass.page).send
    send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    if across:
        send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + across, "y": y}]})
    rest(glass.page, 700)
    send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_that_rests_on_a_pixel_holds_its_card_and_draws_nothing(phone):
    page, card = phone.page, phone.page.locator(".xo-card.xo-pinned")
    slopes = slopes_of(hand_made_network(), X, 0, softmax_error)[0][0][0]
    row, column = np.argwhere((slopes[:, :-1] != 0) & (X[:, :-1] < 0))[0].tolist()
    press_long(phone, row, column)
    assert card_name(phone) == f"Pixel, row {row}, column {column}"
    assert np.array_equal(phone.image(), X)
    pad, box = phone.grid("Slopes: Drawing pad").bounding_box(), card.bounding_box()
    assert box["y"] >= pad["y"] + pad["height"] or box["y"] + box["height"] <= pad["y"], "the pad is drawn on"
    press_long(phone, row, column, across=40)
    assert phone.image()[row, column : column + 2].tolist() == [1, 1], "who moves on, draws"
    assert card_name(phone) == f"Pixel, row {row}, column {column}"
    page.keyboard.press("Control+z")
    onward, steps = card.get_by_role("button", name="To the error"), 0
    while onward.count():
        before = card_name(phone)
        onward.tap()
        wait_until(page, lambda before=before: card_name(phone) != before, ".xo-card")
        rest(page, 100)
        box, steps = card.bounding_box(), steps + 1
        assert 0 <= box["y"] <= box["y"] + box["height"] <= 845, "the card stays in sight on the way"
    assert steps > 4
    assert phone.errors == []


def test_mouse_and_keyboard_hold_the_card_of_a_pixel_and_draw_on(glass):
    page, card = glass.page, glass.page.locator(".xo-card.xo-pinned")
    glass.press("Backward")
    page.mouse.move(*glass.point("Slopes: Drawing pad", 2, 4, 9, 9))
    page.mouse.down()
    card.wait_for()
    page.mouse.up()
    assert card_name(glass) == "Pixel, row 2, column 4"
    page.keyboard.press("ArrowDown")
    assert not card.is_visible(), "the keyboard goes on from there"
    page.keyboard.press("Enter")
    assert card.is_visible()
    assert card_name(glass) == "Pixel, row 3, column 4"
    assert np.array_equal(glass.image(), X)
    page.keyboard.press("Space")
    assert glass.image()[3, 4] == -X[3, 4]
    page.keyboard.press("Enter")
    assert not card.is_visible()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Backward").press("Enter")
    assert not page.locator(".xo-card").is_visible(), "forward, the pad is only drawn on"


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
