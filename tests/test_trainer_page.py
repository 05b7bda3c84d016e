"""The trainer where no Python answers: on a page of its own, and in an exported lesson without a network."""

import nbformat
import pytest
from panel_page import show
from served_course import rest
from served_site import ONE_FILE, serve

from tools import page as pages
from xo.images import make_images
from xo.networks import random_network
from xo.widgets.lab import BreakItLab
from xo.widgets.trainer import Trainer

PLACE, NOTE = ".xo-trainer .xo-place", ".xo-trainer .xo-note"
WEIGHTS = ".xo-weights canvas"
CELLS = (
    "from xo.images import make_images\n"
    "from xo.networks import random_network\n"
    "from xo.widgets.trainer import Trainer\n"
    "network = random_network(9, features=(3,), poolings=2, rng=0)\n"
    "Trainer(network, *make_images(400, rng=1), unseen=make_images(100, rng=2), rounds=40)",
)
STARTS_WITH = "([place, words]) => document.querySelector(place)?.textContent.startsWith(words)"
FRAMES = """() => { window.frames_ms = []; let last = performance.now();
  const look = (now) => { frames_ms.push(now - last); last = now; requestAnimationFrame(look); };
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(look); }); }"""


VANISHED = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const ground = getComputedStyle(probe).color;
  const told = [...document.querySelectorAll(".xo-widget *")].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return [told.length, told.filter((one) => getComputedStyle(one).color === ground &&
    getComputedStyle(one).forcedColorAdjust === "auto").map((one) => one.textContent)]; }"""


def make(network=None, count=400, **options):
    network = network or random_network(9, features=(4,), biases=True, rng=0)
    return Trainer(network, *make_images(count, rng=1), **{"unseen": make_images(100, rng=2)} | options)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def play(page):
    page.get_by_role("button", name="Play").click()


def test_in_forced_colours_no_words_have_the_colour_of_the_plate_that_is_laid_under_them(page):
    for widget, room in ((make(), "trainer"), (BreakItLab(), "lab")):
        show(page, widget, room)
        page.emulate_media(forced_colors="active")
        told, vanished = page.evaluate(VANISHED)
        assert told > 15
        assert vanished == []


def choose_speed(page, speed):
    page.get_by_label("Speed").select_option(speed)


def wait_for(page, place, words):
    page.wait_for_function(STARTS_WITH, arg=[place, words])


def step(page):
    """Which step the view shows."""
    words = page.inner_text(PLACE)
    return int(words.split("step ")[1].split(" of")[0]) if "step " in words else 0


def wait_for_step(page, least):
    page.wait_for_function(
        "([place, least]) => Number(/step (\\d+) of/.exec(document.querySelector(place).textContent)?.[1]) >= least",
        arg=[PLACE, least],
    )


def picture(page, place):
    return page.locator(place).first.evaluate("canvas => canvas.toDataURL()")


def draw(page, strokes=6):
    """A finger's worth of lines over the pad."""
    box = page.locator(".xo-trainer .xo-pad").bounding_box()
    x, y, side = box["x"], box["y"], box["width"]
    page.mouse.move(x + 10, y + 10)
    page.mouse.down()
    for number in range(strokes):
        page.mouse.move(x + side * (0.9 if number % 2 == 0 else 0.1), y + side * (number + 1) / (strokes + 1), steps=12)
    page.mouse.up()


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    path = tmp_path_factory.mktemp("trainer") / "99_trainer.ipynb"
    cells = [nbformat.v4.new_markdown_cell("# A lesson\n\nThat learns.", id="title")]
    cells += [nbformat.v4.new_code_cell(source, id=f"cell-{place}") for place, source in enumerate(CELLS)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    page = path.with_suffix(".html")
    page.write_text(pages.build(path), encoding="utf-8")
    return page


def test_an_exported_page_learns_with_the_network_off(page, exported):
    failed, asked = [], []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    page.goto(exported.as_uri())
    page.wait_for_selector(".xo-trainer .xo-chart")
    features, votes = picture(page, WEIGHTS), page.inner_text(".xo-vote-list")
    wait_for(page, NOTE, "Its numbers are noise")
    play(page)
    wait_for_step(page, 3)
    draw(page)
    page.get_by_role("button", name="Pause").click()
    wait_for(page, PLACE, "Paused: step")
    assert picture(page, WEIGHTS) != features
    assert page.inner_text(".xo-vote-list") != votes
    choose_speed(page, "as fast as it can")
    play(page)
    wait_for(page, PLACE, "Finished: step 520 of 520, round 40 of 40")
    press(page, "Save my network")
    wait_for(page, NOTE, "There is no Python behind this page")
    press(page, "Reset")
    wait_for(page, PLACE, "Ready: 40 rounds, 520 steps")
    assert picture(page, WEIGHTS) == features
    assert not failed
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_it_learns_under_the_policy_of_school_platforms(page, exported):
    """Which forbids whatever is not in the file, or made of text as it runs."""
    failed, refused = [], []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    still = "Loading the image 'data:"  # which the widget takes the place of
    with serve(exported.parent, ONE_FILE) as address:
        page.goto(f"{address}{exported.name}")
        wait_for(page, NOTE, "Its numbers are noise")
        features, votes = picture(page, WEIGHTS), page.inner_text(".xo-vote-list")
        choose_speed(page, "as fast as it can")
        play(page)
        draw(page)
        wait_for(page, PLACE, "Finished: step 520 of 520")
    assert picture(page, WEIGHTS) != features
    assert page.inner_text(".xo-vote-list") != votes
    assert failed == [text for text in refused if not text.startswith(still)] == []


def test_the_page_goes_on_while_a_large_network_learns_and_somebody_draws(page):
    """Its usual frame is not much longer than before it learns; the benchmark measures the longest."""
    show(page, make(random_network(9, features=(8, 16), biases=True, rng=0), 2000, rounds=60), "trainer")
    wait_for(page, NOTE, "Its numbers")
    choose_speed(page, "as fast as it can")
    page.evaluate(FRAMES)

    def usual_frame():
        page.evaluate("frames_ms.length = 0")
        for _ in range(2):
            draw(page)
        frames = sorted(page.evaluate("frames_ms"))
        assert len(frames) > 10
        return frames[len(frames) // 2], len(frames)

    at_rest, _ = usual_frame()
    play(page)
    wait_for_step(page, 1)
    before = step(page)
    usual, count = usual_frame()
    learned = step(page) - before
    assert usual < 4 * at_rest + 50 or learned <= 2 * count, "a slow machine's frame waits for a step, and no more"
    assert learned > 0


def test_a_hidden_page_learns_on_and_shows_the_end_when_it_is_seen_again(page):
    show(page, make(rounds=5), "trainer")
    wait_for(page, NOTE, "Its numbers")
    page.evaluate(
        """() => { window.waiting = []; window.shown = window.requestAnimationFrame;
        window.requestAnimationFrame = (act) => waiting.push(act); window.cancelAnimationFrame = () => {};
        Object.defineProperty(document, "hidden", { value: true, configurable: true }); }"""
    )
    choose_speed(page, "as fast as it can")
    play(page)
    page.wait_for_function("model.get('progress').state === 'finished'")
    assert page.inner_text(PLACE).startswith("Ready"), "nothing is painted for nobody"
    page.evaluate("() => { window.requestAnimationFrame = shown; for (const act of waiting.splice(0)) act(0); }")
    wait_for(page, PLACE, "Finished: step 65 of 65")
    wait_for(page, NOTE, "Finished.")


def test_a_busy_kernel_is_told_only_when_something_is_asked_of_it_and_learning_goes_on(page):
    show(page, make(rounds=40), "trainer")
    wait_for(page, NOTE, "Its numbers")
    play(page)
    wait_for_step(page, 2)
    assert page.evaluate("sent") == [], "nothing was asked of Python"
    press(page, "Save my network")
    assert page.evaluate("sent") == [{"do": "save"}]
    wait_for(page, NOTE, "No answer from Python yet: it is busy with another cell.")
    assert "Learning." in page.inner_text(NOTE)
    page.evaluate("model.set('note', 'Saved beside this notebook.')")
    page.wait_for_function("document.querySelector('.xo-trainer .xo-note').textContent.includes('Saved beside')")
    reached = step(page)
    wait_for_step(page, reached + 2)


def test_the_end_of_the_kernel_is_heard_and_learning_goes_on(page):
    show(page, make(rounds=40), "trainer")
    wait_for(page, NOTE, "Its numbers")
    play(page)
    page.evaluate("model.happen('comm_live_update')")
    wait_for(page, NOTE, "Python has gone away")
    reached = step(page)
    wait_for_step(page, reached + 2)


def test_another_theme_repaints_the_labels_of_the_weights(page):
    show(page, make(), "trainer")
    rest(page, 200)
    votes = page.locator(WEIGHTS).last
    before = votes.evaluate("canvas => canvas.toDataURL()")
    page.evaluate(
        """() => { document.documentElement.style.setProperty("--jp-layout-color0", "#111");
        document.documentElement.style.setProperty("--jp-ui-font-color0", "#fff");
        document.body.dataset.jpThemeLight = "false"; }"""
    )
    page.wait_for_function(
        "before => [...document.querySelectorAll('.xo-weights canvas')].at(-1).toDataURL() !== before", arg=before
    )


def test_all_numbers_can_be_reached_by_keys_and_no_number_is_broken(page):
    page.set_viewport_size({"width": 320, "height": 900})
    show(page, make(random_network(9, features=(16,), hidden=(40,), biases=True, rng=0)), "trainer")
    wait_for(page, NOTE, "Its numbers")
    page.locator(".xo-all-numbers summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "All numbers"
    letters = "[...document.querySelectorAll('.xo-chart')].map((chart) => chart.getScreenCTM().a)"
    assert min(page.evaluate(letters)) > 0.99, "letters of a chart do not shrink with the window"
    table = page.locator(".xo-all-numbers pre")
    lines = table.evaluate("element => element.clientHeight && getComputedStyle(element).whiteSpace")
    assert lines == "pre"
    before = table.inner_text()
    press(page, "Step")
    page.wait_for_function("before => document.querySelector('.xo-all-numbers pre').innerText !== before", arg=before)


def test_a_closed_view_gives_its_canvases_back(page):
    show(page, make(), "trainer", views=2)
    page.evaluate("() => { window.canvases = [...document.querySelectorAll('canvas')]; stop(); }")
    assert page.evaluate("canvases.length") >= 6
    assert page.evaluate("canvases.every(({ width, height }) => width === 0 && height === 0)")


def test_two_views_show_one_learning_and_one_drawing(page):
    show(page, make(rounds=40), "trainer", views=2)
    wait_for(page, NOTE, "Its numbers")
    first, second = page.locator(".xo-trainer").all()
    first.get_by_role("button", name="Step", exact=True).click()
    second.get_by_role("button", name="Clear", exact=True).click()
    rest(page, 200)
    assert first.locator(".xo-place").inner_text() == second.locator(".xo-place").inner_text()
    assert first.locator(".xo-vote-list").inner_text() == second.locator(".xo-vote-list").inner_text()
    votes = first.locator(".xo-vote-list").inner_text()
    first.get_by_role("button", name="Undo").click()
    rest(page, 200)
    assert first.locator(".xo-vote-list").inner_text() == second.locator(".xo-vote-list").inner_text() != votes


@pytest.mark.parametrize("widget", ["trainer", "lab"])
def test_a_panel_that_is_in_no_page_yet_waits_for_it_without_a_word(page, widget):
    """So a notebook makes what is out of sight: there its style has no numbers."""
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    made = make() if widget == "trainer" else BreakItLab()
    show(page, made, widget)
    page.evaluate("""() => { window.apart = document.createElement("div"); widgetIn(apart); }""")
    page.evaluate("document.querySelector('main').append(apart)")
    page.wait_for_function("[...apart.querySelectorAll('canvas:not(.xo-flips *)')].every((one) => one.width > 1)")
    assert errors == []
