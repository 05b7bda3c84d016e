"""The trainer and the lab without a kernel: readable, reachable, as wide as the page, honest when Python is silent."""

import numpy as np
import pytest
from panel_page import show

from xo.images import O, make_images
from xo.networks import hand_made_network, random_network
from xo.widgets.lab import BreakItLab
from xo.widgets.trainer import Trainer


def trainer():
    images, categories = make_images(60, rng=1)
    made = Trainer(
        random_network(9, features=(4,), biases=True, rng=0), images, categories, unseen=(images, categories)
    )
    made.step(5)
    return made


def lab():
    made = BreakItLab({"whole images": "pixels", "by hand": hand_made_network(), "noise": random_network(9, rng=1)}, O)
    made.gallery = made._hang("by hand")
    return made


WIDGETS = pytest.mark.parametrize(("make", "room"), [(trainer, "trainer"), (lab, "lab")], ids=["trainer", "lab"])


@WIDGETS
@pytest.mark.parametrize("light", [True, False], ids=["light", "dark"])
def test_nothing_that_axe_calls_serious(page, javascript_tools, make, room, light):
    show(page, make(), room, light)
    page.wait_for_timeout(300)
    page.add_script_tag(path=str(javascript_tools / "axe-core/axe.min.js"))
    found = page.evaluate("async () => (await axe.run('.xo-panel')).violations")
    serious = [
        (fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in ("serious", "critical")
    ]
    assert not serious, serious


@WIDGETS
@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_nothing_hangs_over_the_edge_of_the_page(page, make, room, width):
    page.set_viewport_size({"width": width, "height": 900})
    show(page, make(), room)
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


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


def test_a_silent_kernel_is_told_and_forgiven_when_it_answers(page):
    show(page, trainer(), "trainer")
    page.get_by_role("button", name="Play").click()
    assert page.evaluate("sent.at(-1)") == {"do": "play"}
    page.wait_for_function("document.querySelector('.xo-note').textContent.startsWith('No answer')", timeout=8000)
    page.evaluate("model.set('progress', {...model.get('progress'), state: 'learning'})")
    page.wait_for_function("document.querySelector('.xo-note').textContent.startsWith('Learning')")


def test_news_are_drawn_once_a_frame_and_answered_with_their_number(page):
    show(page, trainer(), "trainer")
    news = "{number: %d, progress: {...model.get('progress'), state: 'learning', step: %d}}"
    send = "tell(" + news + ", [model.get('numbers'), model.get('points')]);"
    page.evaluate("() => { sent.length = 0; " + "".join(send % (n, n) for n in (1, 2, 3)) + "}")
    page.wait_for_function("sent.length > 0")
    assert page.evaluate("sent") == [{"do": "seen", "number": 3}]
    assert "step 3 of" in page.inner_text(".xo-place")


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
    page.wait_for_timeout(100)
    drawn = page.evaluate("Array.from(new Float64Array(model.get('pixels').buffer))")
    assert np.array_equal(np.reshape(drawn, (9, 9))[2], np.ones(9))
    assert page.evaluate("getComputedStyle(document.querySelector('.xo-panel .xo-pad')).touchAction") == "none"


def wait(page, condition):
    for _ in range(100):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"waited too long: {page.inner_text('.xo-lab')}")


def map_of(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-flip-map .xo-spoken").text_content()


def answer_of(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-answer").inner_text()


def test_a_slider_moves_the_answers_and_the_map(page):
    show(page, lab(), "lab")
    assert [answer_of(page, 0), answer_of(page, 1)] == ["O", "O"]
    lines = dict(line.split(": ") for line in map_of(page, 0).split("; "))
    assert [lines[f"down {step}"].split()[3:6] for step in ("\u22121", "0", "+1")] == [
        ["X", "O", "X"],
        ["O", "O", "O"],
        ["X", "O", "X"],
    ]
    before = map_of(page, 0), map_of(page, 1)
    for slider in ("Shift down", "Shift right"):
        page.get_by_label(slider).focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
    wait(page, lambda: answer_of(page, 0) == "X")
    assert answer_of(page, 1) == "O"
    assert (map_of(page, 0), map_of(page, 1)) == before, "shifting leaves the map of shifts as it is"
    page.get_by_label("Turn").fill("45")
    wait(page, lambda: (map_of(page, 0), map_of(page, 1)) != before)
    page.get_by_label("What the map changes").select_option("size and turn")
    wait(page, lambda: map_of(page, 1).startswith("size"))


def test_a_press_on_the_map_moves_the_sliders(page):
    show(page, lab(), "lab")
    page.locator(".xo-flip-canvas").first.click(position={"x": 50, "y": 30})
    wait(page, lambda: page.get_by_label("Shift down").input_value() == "-4")
    assert page.get_by_label("Shift right").input_value() == "-4"
    page.get_by_role("button", name="Undo changes").click()
    wait(page, lambda: page.get_by_label("Shift down").input_value() == "0")


def test_a_picture_put_on_the_pad_sets_the_sliders_back(page):
    show(page, lab(), "lab")
    page.get_by_label("Turn").fill("45")
    page.locator(".xo-hung button").first.click()
    wait(page, lambda: page.get_by_label("Turn").input_value() == "0")
    page.wait_for_timeout(200)
    assert page.get_by_label("Turn").input_value() == "0"
    assert page.evaluate("model.get('settings').degrees") == 0


def test_strangers_get_an_answer_from_everybody(page):
    show(page, lab(), "lab")
    rows = page.locator(".xo-stranger-table tr").all_inner_texts()
    assert len(rows) == 5
    assert "a blank page" in rows[1]
    assert "X 0.68" in rows[1]
