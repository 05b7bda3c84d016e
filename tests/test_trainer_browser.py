"""The trainer in a real notebook: press play, watch features change, pause, draw, get an answer, keep the network."""

import time

import pytest

TRAINER = [
    "from xo.images import make_images\n"
    "from xo.networks import random_network\n"
    "from xo.widgets.trainer import Trainer\n"
    "images, categories = make_images(400, rng=1)\n"
    "network = random_network(9, features=(4,), biases=True, rng=0)\n"
    "trainer = Trainer(network, images, categories, unseen=make_images(100, rng=2), rounds=100)\n"
    "trainer",
    "print('state', trainer.progress['state'], trainer.progress['step'], trainer.answer_to_draw)".replace(
        "trainer.answer_to_draw", "trainer.network.answer(trainer.image)"
    ),
]
FEATURES = ".xo-weights canvas"
PLACE = ".xo-trainer .xo-place"


@pytest.fixture
def trainer(course, page):
    course.add("trainer", TRAINER)
    course.open(page, "trainer")
    course.run_all(page)
    page.wait_for_selector(".xo-trainer .xo-chart", timeout=60_000)
    return page


def picture(page, selector):
    return page.locator(selector).first.evaluate("canvas => canvas.toDataURL()")


def step(page):
    """Which step the view shows."""
    words = page.inner_text(PLACE)
    return int(words.split("step ")[1].split(" of")[0]) if "step " in words else 0


def wait(page, condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited too long: {page.inner_text('.xo-trainer')}"
        page.wait_for_timeout(50)


def test_press_play_watch_it_learn_pause_draw_and_keep_it(course, trainer):
    page = trainer
    before, curve = picture(page, FEATURES), page.locator(".xo-curve.xo-seen").first.get_attribute("d")
    page.get_by_role("button", name="Play").click()
    wait(page, lambda: step(page) > 20)
    assert picture(page, FEATURES) != before
    assert page.locator(".xo-curve.xo-seen").first.get_attribute("d") != curve
    assert "left" in page.inner_text(PLACE)

    printed = course.run(page, 1)  # the kernel is free while it learns
    assert printed.startswith("state learning")

    page.get_by_role("button", name="Pause").click()
    wait(page, lambda: page.inner_text(PLACE).startswith("Paused"))
    paused = step(page)
    page.wait_for_timeout(400)
    assert step(page) == paused
    page.get_by_role("button", name="Step", exact=True).click()
    wait(page, lambda: step(page) == paused + 1)

    votes = page.inner_text(".xo-vote-list")
    page.get_by_role("button", name="Clear", exact=True).click()
    page.locator(".xo-panel .xo-pad").click(position={"x": 40, "y": 40})
    page.wait_for_timeout(300)
    assert page.inner_text(".xo-vote-list") != votes
    answer = page.inner_text(".xo-answer")
    assert course.run(page, 1).split()[-1] == answer

    page.get_by_role("button", name="Save my network").click()
    wait(page, lambda: "Saved" in page.inner_text(".xo-note"))
    assert (course.lessons / "my_network.npz").exists()

    page.get_by_role("button", name="Reset", exact=True).click()
    wait(page, lambda: page.inner_text(PLACE).startswith("Ready"))
    assert picture(page, FEATURES) == before


def test_keys_draw_on_the_pad_and_never_reach_the_notebook(course, trainer):
    page = trainer
    page.locator(".xo-pad-cell").focus()
    cells = len(course.cells(page))
    before = picture(page, ".xo-pad-canvas")
    for key in ("ArrowLeft", "Space", "b", "x", "d", "d"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert picture(page, ".xo-pad-canvas") != before
    assert "white" in page.locator(".xo-pad-cell").get_attribute("aria-label")
    assert len(course.cells(page)) == cells


def test_a_closed_page_ends_the_work_and_the_next_page_shows_where_it_stands(course, trainer, browser):
    page = trainer
    page.get_by_label("Speed").select_option("as fast as it can")
    page.get_by_role("button", name="Play").click()
    wait(page, lambda: step(page) > 5)
    page.close()
    time.sleep(9)
    second = browser.new_page()
    course.open(second, "trainer")
    state = course.run(second, 1).split()
    second.close()
    assert state[1] in ("paused", "finished")
