"""The tour of the front page, walked with a real mouse: its box hides nothing that a step is about or asks for."""

import pytest
from served_course import rest

from tools.site import Site

SIZES = [(1366, 768), (820, 1180), (390, 844)]
PHONE_PX = 400
RESTED_MS = 500
HEADS_PX = 14
UNDO = ".xo-tools [aria-label^=Undo]"
# Of each step: what it points at, and what it asks to press.
PAD, MAPS, VOTES = ".xo-pad", "[aria-label^='Filtered map']", "[aria-label=Votes]"
FEATURES = "[aria-label^='Feature'], [aria-label^='Bias of feature']"
VOTING = f"[aria-label^='List'], [aria-label^='Weights'], {VOTES}, [aria-label='Bias of X'], [aria-label='Bias of O']"
LAYERS = ".xo-chip:not(.xo-direction)"
BACKWARD = ".xo-direction, .xo-backward-panel"
STEPS = {
    "Draw": PAD,
    "The answer": VOTES,
    "A feature": FEATURES,
    "Point at a number": MAPS,
    "Hold the card": MAPS,
    "Follow it back": VOTING,
    "Change a feature": FEATURES,
    "Switch a layer off": LAYERS,
    "Run it backward": BACKWARD,
    "Train it": BACKWARD,
    "Break it": PAD,
    "That is all of it": ".nothing",
}
READ = """async at => { const frame = () => new Promise(requestAnimationFrame);
    for (let count = 0; count < 3; count++) await frame();
    const box = (one) => { const { left, top, right, bottom } = one.getBoundingClientRect();
        return [left, top, right, bottom]; };
    const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.clientWidth).map(box);
    return { box: all(".tour")[0], parts: all(at), card: all(".xo-card"), ring: all(".tour-ring")[0],
        window: [document.documentElement.clientWidth, innerHeight] }; }"""
SAID = """() => [...document.querySelectorAll(".xo-grid:is([aria-label=Votes], [aria-label^='Bias of']) [role]")]
    .map((cell) => cell.getAttribute("aria-label")).join("; ")"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    Site([]).build().write(folder)
    return folder


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


class Walk:
    """walk.clear() between what the learner does: nothing is hidden, now and after every change."""

    def __init__(self, page):
        self.page = page
        self.tour = page.locator(".tour")

    @property
    def title(self):
        return self.tour.locator("h2").inner_text()

    @property
    def status(self):
        return self.tour.get_by_role("status").inner_text()

    def clear(self):
        told = f"{self.title} at {self.page.viewport_size['width']}"
        rest(self.page, RESTED_MS)
        found = self.page.evaluate(READ, STEPS[self.title])
        left, top, right, bottom = box = found["box"]
        assert 0 <= left <= right <= found["window"][0], told
        assert 0 <= top <= bottom <= found["window"][1], told
        for part in [*found["parts"], *found["card"]]:
            assert not meet(box, part), (told, box, part)
        return found

    def ringed(self):
        """The ring cuts through no part of what it is about, and all of that is in the window."""
        found = self.clear()
        assert found["parts"], self.title
        left, top, right, bottom = found["ring"]
        for part in found["parts"]:
            assert left <= part[0] <= part[2] <= right, self.title
            assert top <= part[1] <= part[3] <= bottom, self.title
            assert 0 <= part[1] <= part[3] <= found["window"][1], self.title
        if self.title == "Follow it back":  # the letters over the weights, too
            assert top <= self.frame("[aria-label='Weights for X']")[1] - HEADS_PX
        return found

    def press(self, what):
        """The middle of it, with the mouse: whatever lies above it would be pressed."""
        box = what.bounding_box()
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.clear()

    def point(self, selector, nth=0, across=0.3, down=0.4):
        box = self.page.locator(f".xo-grid{selector}").nth(nth).bounding_box()
        place = box["x"] + box["width"] * across, box["y"] + box["height"] * down
        self.page.mouse.move(*place)
        self.clear()
        return place

    def spared(self, *frames):
        """Nor what the step speaks of; a phone has no room for all of it."""
        if self.page.viewport_size["width"] > PHONE_PX:
            box = self.clear()["box"]
            for frame in frames:
                assert not meet(box, frame), (self.title, self.page.viewport_size, box, frame)

    def frame(self, selector):
        box = self.page.locator(selector).bounding_box()
        return [box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]]

    def point_at_cell(self, row, column):
        """Of the first map, 7 by 7, of the pad, 9 by 9 with an edge of 1, through a feature of 5 by 5."""
        place = self.point(MAPS, 0, (column + 0.5) / 7, (row + 0.5) / 7)
        assert f"row {row}, column {column}" in self.page.locator(".xo-card-name").inner_text()
        left, top, right, _ = self.frame(PAD)
        pixel, ends = (right - left) / 9, [(max(0, at - 1), min(9, at + 4)) for at in (column, row)]
        (west, east), (north, south) = ends
        patch = [left + west * pixel, top + north * pixel, left + east * pixel, top + south * pixel]
        self.spared(patch, self.frame("[aria-label^='Feature 1 ']"))
        return place

    def on(self, title, praise=""):
        """Next, after what the step asked for was praised."""
        if praise:
            self.tour.get_by_role("button", name="Next").wait_for()
            assert praise in self.status
        self.press(self.tour.locator(".buttons button").nth(1))
        assert self.title == title
        assert self.page.locator(".xo-card:visible").count() == 0
        if title != "That is all of it":
            self.ringed()


def draw(walk, row):
    box = walk.page.locator(PAD).bounding_box()
    y = box["y"] + box["height"] * (row + 0.5) / 9
    walk.page.mouse.move(box["x"] + box["width"] * 0.2, y)
    walk.page.mouse.down()
    walk.page.mouse.move(box["x"] + box["width"] * 0.8, y, steps=4)
    walk.page.mouse.up()
    walk.clear()


def walk_back(walk):
    """From each of a few numbers, along the whole path; praise comes at its end."""
    name = walk.page.locator(".xo-card-name")
    walk.page.mouse.click(*walk.point(VOTES))
    walk.clear()
    assert "Vote for" in name.inner_text()
    for _ in range(5):
        assert walk.status == ""
        walk.press(walk.page.get_by_role("button", name="← strongest"))
    assert "Filtered map" in name.inner_text()


def train(walk):
    """Whatever the network answers, one of the letters is the other one."""
    page, ten = walk.page, walk.page.get_by_role("button", name="Ten steps")
    errors = []
    for letter in "XO":
        walk.press(page.get_by_role("button", name=f"The drawing is {letter}"))
        walk.press(ten)
        rest(page, 200)
        errors += [float(one) for one in page.locator(".xo-moved td").all_inner_texts()[:2]]
    before, after = errors[2:]
    assert before > 1 > 0.1 > after, errors
    assert "numbers" not in page.locator(".xo-moves").inner_text()


@pytest.mark.parametrize("size", SIZES)
def test_the_box_of_the_tour_hides_nothing_that_a_step_is_about(page, site, size):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.emulate_media(reduced_motion="reduce")  # the ring would glide
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(site.as_uri() + "/index.html")
    page.wait_for_selector("body[data-alive=true]")
    page.locator(".tour-start").click()
    walk = Walk(page)
    walk.ringed()
    draw(walk, 4)
    walk.on("The answer", "That was you")
    walk.on("A feature")
    walk.on("Point at a number")
    for nth in (0, 5, 2):
        walk.point(MAPS, nth)
    for cell in ((4, 2), (1, 1), (5, 3), (0, 6)):
        walk.point_at_cell(*cell)
    walk.on("Hold the card", "term by term")
    page.mouse.click(*walk.point_at_cell(4, 2))
    walk.point_at_cell(4, 2)
    page.mouse.click(*walk.point(MAPS, 3))
    walk.clear()
    walk.on("Follow it back", "It stays")
    walk_back(walk)
    walk.on("Change a feature", "Back to the pixels")
    for nth in (1, 0):
        page.mouse.click(*walk.point("[aria-label^='Feature']", nth))
        changed = walk.frame(f"[aria-label^='Filtered map {nth + 1} ']")
        walk.spared(changed, walk.frame(UNDO))
        if size[0] > PHONE_PX:
            assert not meet(walk.frame(".xo-card"), walk.frame(UNDO))
    page.mouse.move(*walk.frame(UNDO)[:2])
    walk.spared(changed, walk.frame(UNDO))
    walk.on("Switch a layer off", "what the network looks for")
    relu = page.get_by_role("button", name="ReLU")
    for _ in range(3):
        walk.press(relu)
        assert not meet(walk.ringed()["box"], walk.frame(VOTES))
    assert relu.get_attribute("aria-pressed") == "false"
    walk.on("Run it backward", "puts the layer back")
    assert relu.get_attribute("aria-pressed") == "true"
    said = page.evaluate(SAID)
    walk.press(page.get_by_role("button", name="Backward"))
    walk.ringed()
    walk.press(page.get_by_role("button", name="The drawing is X"))
    walk.on("Train it", "These are the slopes")
    train(walk)
    walk.on("Break it", "The error has fallen")
    assert page.evaluate(SAID) == said  # the numbers are those from before the training
    draw(walk, 2)
    assert not meet(walk.clear()["box"], walk.frame(VOTES))
    walk.on("That is all of it", "Is its answer right?")
    walk.tour.get_by_role("button", name="Finish").click()
    assert not walk.tour.is_visible()
    assert not errors


@pytest.mark.parametrize("size", SIZES[:2])  # a phone has no mouse
def test_the_box_waits_for_a_mouse_on_its_way_over_other_numbers(page, site, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(site.as_uri() + "/index.html")
    page.wait_for_selector("body[data-alive=true]")
    page.locator(".tour-start").click()
    walk = Walk(page)
    on = walk.tour.locator(".buttons button").nth(1)
    for _ in range(3):
        on.click()
    for nth in range(6):
        walk.point(MAPS, nth)
        left, top, right, bottom = walk.frame(".tour .buttons button >> nth=1")
        page.mouse.move((left + right) / 2, (top + bottom) / 2, steps=4)
        rest(page, RESTED_MS)
        page.mouse.down()
        page.mouse.up()
        assert walk.title == "Hold the card", (nth, size)
        walk.tour.get_by_role("button", name="Back").click()
