"""The trainer and the lab on a page: readable, reachable, as wide as the page, alive without Python."""

import re

import numpy as np
import pytest
from panel_page import show
from served_course import rest, wait_until

from xo.breaking.readers import STRANGERS
from xo.images import O, make_images
from xo.networks import hand_made_network, random_network
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.lab import BreakItLab
from xo.widgets.trainer import Trainer


def trainer():
    network, images = random_network(9, features=(4,), biases=True, rng=0), make_images(60, rng=1)
    return Trainer(network, *images, unseen=images)


def lab():
    return BreakItLab({"whole images": "pixels", "by hand": hand_made_network(), "noise": random_network(9, rng=1)}, O)


WIDGETS = pytest.mark.parametrize(("make", "room"), [(trainer, "trainer"), (lab, "lab")], ids=["trainer", "lab"])


@WIDGETS
@pytest.mark.parametrize("light", [True, False], ids=["light", "dark"])
def test_axe_finds_nothing(page, axe, make, room, light):
    show(page, make(), room, light)
    rest(page, 300)
    if room == "trainer":
        page.get_by_role("button", name="Step", exact=True).click()
        page.get_by_text("All numbers").click()
    assert axe(page, ".xo-panel", colours=not light) == []


CUT = """[...document.querySelectorAll(".xo-panel :is(button, select, input, canvas, summary, progress)")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML)"""


@WIDGETS
@pytest.mark.parametrize("width", [320, 390, 820, 1366, 1920])
def test_nothing_hangs_over_the_edge_of_the_page(page, make, room, width):
    page.set_viewport_size({"width": width, "height": 900})
    show(page, make(), room)
    rest(page, 300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CUT) == [], "the frame of the panel would hide it"
    if width == 1366:  # beside a glass network, in a box of ipywidgets, it has its half
        page.evaluate("""() => { const row = document.querySelector('#view');
            row.className = 'widget-box'; row.style.display = 'flex';
            row.append(Object.assign(document.createElement('div'), { style: 'flex: 1 1 320px' })); }""")
        assert page.locator(".xo-panel").bounding_box()["width"] > 600


@WIDGETS
def test_a_view_that_is_closed_listens_no_more(page, make, room):
    show(page, make(), room)
    assert page.evaluate("listening()") > 0
    page.evaluate("stop()")
    assert page.evaluate("listening()") == 0


@WIDGETS
def test_plain_keys_stay_in_the_widget(page, make, room):
    show(page, make(), room)
    page.evaluate("window.keys = []; document.body.addEventListener('keydown', (event) => keys.push(event.key))")
    page.locator(".xo-pad-cell").focus()
    for key in ("b", "Space", "ArrowUp", "Shift+Enter", "Control+s"):
        page.keyboard.press(key)
    assert [key for key in page.evaluate("keys") if key not in ("Shift", "Control")] == ["Enter", "s"]


def test_a_finger_draws_without_gaps(page):
    show(page, lab(), "lab")
    page.get_by_role("button", name="Clear", exact=True).click()
    box = page.locator(".xo-panel .xo-pad").bounding_box()
    page.evaluate(
        """([x, y, side]) => { const pad = document.querySelector(".xo-panel .xo-pad");
        pad.setPointerCapture = () => {};
        const send = (type, column) => pad.dispatchEvent(new PointerEvent(type, { pointerId: 5, pointerType: "touch",
          clientX: x + (column + .5) * side, clientY: y + 2.5 * side, bubbles: true }));
        send("pointerdown", 0); send("pointermove", 8); send("pointerup", 8); }""",
        [box["x"], box["y"], box["width"] / 9],
    )
    rest(page, 100)
    drawn = page.evaluate("Array.from(new Float64Array(model.get('pixels').buffer))")
    assert np.array_equal(np.reshape(drawn, (9, 9))[2], np.ones(9))
    assert page.evaluate("getComputedStyle(document.querySelector('.xo-panel .xo-pad')).touchAction") == "none"


def wait(page, condition):
    wait_until(page, condition, ".xo-lab")


def map_of(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-flip-map .xo-spoken").text_content()


def answer_of(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-answer").inner_text()


def test_a_slider_moves_the_answers_the_large_picture_and_the_map(page):
    show(page, lab(), "lab")
    assert [answer_of(page, 0), answer_of(page, 1)] == ["O", "O"]
    lines = dict(line.split(": ") for line in map_of(page, 0).split("; "))
    assert [lines[f"shifted down {step}"].split()[3:6] for step in ("\u22121", "0", "+1")] == [
        ["X", "O", "X"],
        ["O", "O", "O"],
        ["X", "O", "X"],
    ]
    before, seen = (map_of(page, 0), map_of(page, 1)), picture(page, ".xo-seen-canvas")
    sizes = [page.locator(place).bounding_box() for place in (".xo-pad", ".xo-seen-canvas")]
    assert [sizes[0][side] for side in ("width", "height")] == [sizes[1][side] for side in ("width", "height")]
    for slider in ("Shift down", "Shift right"):
        page.get_by_label(slider).focus()
        page.keyboard.press("ArrowRight")
        assert page.get_by_label(slider).input_value() == "1", "a whole pixel"
    wait(page, lambda: answer_of(page, 0) == "X")
    assert picture(page, ".xo-seen-canvas") != seen
    assert answer_of(page, 1) == "O"
    assert (map_of(page, 0), map_of(page, 1)) == before, "shifting leaves the map of shifts as it is"
    page.get_by_label("Turn").fill("45")
    wait(page, lambda: (map_of(page, 0), map_of(page, 1)) != before)
    page.get_by_label("What the map changes").select_option("size and turn")
    wait(page, lambda: map_of(page, 1).startswith("size"))


def picture(page, place):
    return page.locator(place).first.evaluate("canvas => canvas.toDataURL()")


def test_a_slider_is_wide_enough_for_a_finger_and_is_one_step_to_undo(page):
    page.set_viewport_size({"width": 320, "height": 900})
    show(page, lab(), "lab")
    for box in [one.bounding_box() for one in page.locator(".xo-slider input").all()]:
        assert box["width"] >= 120
        assert box["height"] >= 24
    turn = page.get_by_label("Turn")
    box = turn.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + box["height"] / 2, steps=8)
    page.mouse.up()
    assert float(turn.input_value()) > 45
    page.keyboard.press("Control+z")
    wait(page, lambda: turn.input_value() == "0")
    page.keyboard.press("Control+y")
    wait(page, lambda: float(turn.input_value()) > 45)


def test_a_press_on_the_map_moves_the_sliders(page):
    show(page, lab(), "lab")
    page.locator(".xo-flip-canvas").first.click(position={"x": 70, "y": 44})
    wait(page, lambda: page.get_by_label("Shift down").input_value() == "-4")
    assert page.get_by_label("Shift right").input_value() == "-4"
    page.get_by_role("button", name="Reset sliders").click()
    wait(page, lambda: page.get_by_label("Shift down").input_value() == "0")
    page.wait_for_function("model.get('settings').rows === 0")


def test_a_picture_put_on_the_pad_sets_the_sliders_back(page):
    show(page, lab(), "lab")
    page.get_by_label("Turn").fill("45")
    page.locator(".xo-stranger-table button").nth(2).click()
    wait(page, lambda: page.get_by_label("Turn").input_value() == "0")
    rest(page, 200)
    assert page.get_by_label("Turn").input_value() == "0"
    assert page.evaluate("model.get('settings').degrees") == 0
    drawn = page.evaluate("Array.from(new Float64Array(model.get('pixels').buffer))")
    assert np.array_equal(np.reshape(drawn, (9, 9)), STRANGERS["a Q"])


OVERHANG = """() => { const edge = (one) => one.getBoundingClientRect();
  const over = [...document.querySelectorAll(".xo-drawing button, .xo-pad-tools button, .xo-vote")].filter((one) =>
    edge(one).right > edge(one.closest(".xo-drawing, .xo-reader, .xo-columns > *")).right + 1);
  const tracks = [...document.querySelectorAll(".xo-track")].map((one) => Math.round(edge(one).width));
  return [over.map((one) => one.textContent), tracks]; }"""


KEEP_TEXTS = """() => { window.texts = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    texts.push(text); fillText.call(this, text, ...rest); }; }"""


@pytest.mark.parametrize("room", ["lab", "trainer"])
def test_names_that_are_words_hang_over_nothing_and_leave_all_bars_one_scale(page, room):
    names = ["heart", "ж", "7", "O", "a tall tree"]
    symbols = np.random.default_rng(3).choice([-1.0, 1.0], (5, 9, 9))
    network = random_network(9, features=(4,), biases=True, categories=5, rng=2)
    if room == "lab":
        widget = BreakItLab({"ours": network, "same": network}, examples=dict(zip(names, symbols)))
    else:
        widget = Trainer(network, symbols[:, None], np.arange(5), names=names)
    page.evaluate(KEEP_TEXTS)
    show(page, widget, room)
    over, tracks = page.evaluate(OVERHANG)
    assert over == []
    assert len(tracks) == (10 if room == "lab" else 5)
    assert len(set(tracks)) == 1
    assert tracks[0] > 60
    if room == "lab":  # in the cells of a map, letters
        page.wait_for_function("texts.some((text) => ['h', 'ж', '7', 'O', 'a'].includes(text))")
        assert not set(names[::4]) & set(page.evaluate("texts"))
        told = page.locator(".xo-flip-canvas").first.get_attribute("aria-label")
        assert re.search("h\xa0= heart in .*, 7 in .*, a\xa0= a tall tree in ", told)


def test_strangers_get_an_answer_from_everybody(page):
    show(page, lab(), "lab")
    rows = page.locator(".xo-stranger-table tr").all_inner_texts()
    assert len(rows) == 5
    assert "a blank page" in rows[1]
    assert "X 0.68" in rows[1]
    assert page.locator(".xo-strangers h4").inner_text() == "Neither an X nor an O"


def test_wrong_answers_are_shown_by_the_lead_that_sorts_them(page):
    show(page, lab(), "lab")
    page.get_by_role("button", name="by hand", exact=True).click()
    captions = page.locator(".xo-wrong-answer figcaption").all_inner_texts()
    leads = [float(caption.split("ahead by ")[1].rstrip(")")) for caption in captions]
    assert leads == sorted(leads, reverse=True)
    assert len(leads) == 12
    assert leads[0] > 0
    page.locator(".xo-wrong-answer button").first.click()
    wait(page, lambda: answer_of(page, 1) == captions[0].split("read as ")[1][0])


def test_the_smallest_lie_is_found_without_python_while_the_page_goes_on(page):
    show(page, lab(), "lab")
    find = page.get_by_role("button", name="Find the smallest lie")
    find.nth(0).click()
    wait(page, lambda: flips(page, 0).startswith("11 flips, and it says X."))
    find.nth(1).click()
    page.get_by_role("button", name="Stop", exact=True).wait_for()
    page.evaluate(
        """() => new Promise((done) => { let left = 20;
        const look = () => (left-- ? requestAnimationFrame(look) : done()); look(); })"""
    )
    assert page.get_by_role("button", name="Stop", exact=True).count(), "frames come while it searches"
    wait(page, lambda: flips(page, 1) == "4 flips, and it says X. No fewer are enough.")
    page.get_by_role("button", name="Put it on the pad", exact=True).last.click()
    wait(page, lambda: answer_of(page, 1) == "X")
    wait(page, lambda: flips(page, 1) == "")
    rest(page, 100)  # for a browser to take the focus from a button that has gone
    assert page.evaluate("document.activeElement.textContent") == "Find the smallest lie"
    assert page.evaluate("sent") == [], "nobody was asked"


def flips(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-flips-words").inner_text()


def test_a_search_is_stopped_and_says_how_far_it_came(page):
    show(page, BreakItLab({"stubborn": Network([Voting(np.zeros((2, 81)))])}, O), "lab")
    find = page.get_by_role("button", name="Find the smallest lie")
    find.focus()
    page.keyboard.press("Enter")
    wait(page, lambda: re.match("Trying [34] flips", flips(page, 0)))
    assert page.evaluate("document.activeElement.textContent") == "Stop", "the focus stays where the button was"
    page.keyboard.press("Enter")
    wait(page, lambda: flips(page, 0).startswith("Stopped after"))
    assert re.search("fewer than [34] flips are not enough", flips(page, 0))
    assert page.evaluate("document.activeElement.textContent") == "Find the smallest lie"


def test_one_voice_tells_what_all_readers_say(page):
    show(page, lab(), "lab")
    rest(page, 900)
    spoken = page.locator(".xo-lab > .xo-spoken")
    assert spoken.text_content().startswith("whole images: O, 1.00; by hand: O, 1.00; noise: ")
    page.evaluate(
        "() => { window.said = 0; new MutationObserver((all) => { said += all.length; })"
        ".observe(document.querySelector('.xo-lab'), { subtree: true, childList: true, characterData: true });"
        "window.live = [...document.querySelectorAll('output, [aria-live=polite], [role=status]')].length; }"
    )
    page.get_by_label("Turn").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert page.locator("output").count() == 0
    rest(page, 900)
    assert "by hand" in spoken.text_content()


def test_two_views_of_a_lab_share_the_drawing_and_its_history(page):
    show(page, lab(), "lab", views=2)
    first, second = page.locator(".xo-lab").all()
    first.get_by_role("button", name="Clear").click()
    second.get_by_role("button", name="Show X").click()
    first.locator(".xo-pad").scroll_into_view_if_needed()
    box = first.locator(".xo-pad").bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, box["y"] + 200, steps=12)
    page.mouse.up()
    pictures = lambda: [one.locator(".xo-pad-canvas").evaluate("c => c.toDataURL()") for one in (first, second)]  # noqa: E731
    rest(page, 100)
    assert len(set(pictures())) == 1
    drawn = pictures()
    second.get_by_role("button", name="Undo").click()
    rest(page, 100)
    assert len(set(pictures())) == 1
    assert pictures() != drawn
    second.get_by_role("button", name="Undo").click()
    first.get_by_role("button", name="Undo").click()
    rest(page, 100)
    assert answer_of(page, 0) == "O", "three steps, three undos"
    assert first.get_by_role("button", name="Undo").get_attribute("aria-disabled") == "true"
