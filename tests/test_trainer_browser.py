"""The trainer in a real notebook: Python holds what the browser learned, busy or not; a reload goes on from there."""

import pytest
from served_course import rest, wait_until
from test_trainer_page import NOTE, PLACE, choose_speed, draw, play, press, step, wait_for, wait_for_step

TRAINER = [
    "import pathlib, time\n"
    "from xo.images import make_images\n"
    "from xo.networks import random_network\n"
    "from xo.widgets.trainer import Trainer\n"
    "images, categories = make_images(400, rng=1)\n"
    "network = random_network(9, features=(4,), biases=True, rng=0)\n"
    "trainer = Trainer(network, images, categories, unseen=make_images(100, rng=2), rounds=100)\n"
    "trainer",
    "print(trainer.progress['state'], trainer.progress['step'], trainer.network.answer(trainer.image))",
    "end = time.monotonic() + 60\n"
    "while time.monotonic() < end and not pathlib.Path('woken').exists(): time.sleep(0.05)",
]


@pytest.fixture
def trainer(course, page):
    course.show(page, "trainer", TRAINER, ".xo-trainer .xo-chart", cell=0)
    wait_for(page, NOTE, "Its numbers are noise")
    return page


def ask_kernel(page, course):
    """The state, the step and the answer that Python holds."""
    state, step, answer = course.run(page, 1).split()
    return state, int(step), answer


def assert_in_python(page, course, *held):
    """What the page has come to is told to Python within half a second, or as soon as the kernel is free."""
    wait_until(page, lambda: ask_kernel(page, course)[: len(held)] == held, NOTE)


def test_it_learns_beside_python_which_holds_what_was_learned(course, trainer, browser):
    page = trainer
    play(page)
    wait_for_step(page, 60)
    state, held, _ = ask_kernel(page, course)  # the kernel is free while it learns
    assert state == "learning"
    assert 0 < held <= step(page)

    course.start(page, 2)  # the kernel is busy
    before = step(page)
    wait_for_step(page, before + 30)

    press(page, "Clear")
    draw(page, 2)
    page.get_by_role("button", name="Pause").click()
    wait_for(page, PLACE, "Paused")
    paused = step(page)
    press(page, "Step")
    wait_for(page, PLACE, f"Paused: step {paused + 1} of")
    rest(page, 600)
    assert step(page) == paused + 1
    (course.lessons / "woken").touch()
    assert_in_python(page, course, "paused", paused + 1, page.inner_text(".xo-answer"))

    press(page, "Save my network")
    page.wait_for_function("place => document.querySelector(place).textContent.includes('Saved')", arg=NOTE)
    assert (course.lessons / "my_network.npz").exists()

    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.close()
    second = browser.new_page()
    course.open(second, "trainer")
    wait_for(second, PLACE, f"Paused: step {paused + 1} of 1300")
    choose_speed(second, "as fast as it can")
    play(second)
    wait_for(second, PLACE, "Finished: step 1300 of 1300")
    assert_in_python(second, course, "finished", 1300)
    second.close()


def test_keys_draw_on_the_pad_and_never_reach_the_notebook(course, trainer):
    page = trainer
    picture = lambda: page.locator(".xo-trainer .xo-pad-canvas").evaluate("canvas => canvas.toDataURL()")  # noqa: E731
    page.locator(".xo-trainer .xo-pad-cell").focus()
    cells, before = len(course.cells(page)), picture()
    for key in ("ArrowLeft", "Space", "b", "x", "d", "d"):
        page.keyboard.press(key)
    page.locator(".xo-trainer .xo-pad-cell[aria-label*=white]").wait_for(state="attached")
    rest(page, 200)
    assert picture() != before
    assert len(course.cells(page)) == cells
