"""The site's Python in the browser, tried whole: opened by a link, drawn on, solved, trained; every lesson run.

It fetches 80 MB from PyPI and npm and takes some minutes, so it runs where XO_LITE=1 asks for it: see lite_trial.py.
"""

import json

import lite_trial
import pytest
from conftest import FLAGS
from served_course import CELLS, READY, RUN_SELECTED, SELECT, wait_until
from served_site import serve
from test_trainer_page import PLACE, STARTS_WITH, choose_speed, play

pytestmark = pytest.mark.opt_in("XO_LITE", "fetches 80 MB and takes some minutes")
LESSONS = sorted((lite_trial.ROOT / "notebooks").glob("*.ipynb"))
ACTIVE = "() => window.jupyterapp?.shell.currentWidget?.content?.activeCell?.model.id"
PUT = """async source => {
  window.jupyterapp.shell.currentWidget.content.activeCellIndex = 2;
  await window.jupyterapp.commands.execute('notebook:insert-cell-above');
  window.jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.setSource(source);
}"""
TRAINER = """from xo.images import make_images
from xo.networks import random_network
from xo.widgets.trainer import Trainer
network = random_network(9, features=(4,), biases=True, rng=0)
trainer = Trainer(network, *make_images(400, rng=1), unseen=make_images(100, rng=2), rounds=10)
trainer"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder with lite/ in it, and the whole of Python in that."""
    folder = tmp_path_factory.mktemp("site")
    try:
        lite_trial.build(folder)
    except lite_trial.Gone as reason:
        pytest.skip(f"no Pyodide to try it with: {reason}")
    return folder


@pytest.fixture(scope="module")
def browser(browser, chromium):
    """One that finds no other computer, not even for a service worker."""
    nobody = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    running = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, nobody])
    yield running
    running.close()


@pytest.fixture
def lite(site, page):
    """The page, the site's address, and what it asked of anybody else."""
    asked = []

    def only_here(route):
        if route.request.url.startswith((address, "blob:", "data:")):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    page.context.route("**/*", only_here)
    with serve(site, policy=None) as address:
        yield page, address
    assert not asked


def stored(path):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def printed(cell):
    """What a stored cell shows as text: on stdout, and in words for each picture, widget or value."""
    streams = ["".join(one["text"]) for one in cell["outputs"] if one.get("name") == "stdout"]
    return "".join(streams), ["".join(one["data"]["text/plain"]) for one in cell["outputs"] if "data" in one]


def run(page, place):
    """Run the cell at a place. returns: what it printed"""
    page.evaluate(SELECT, place)
    page.evaluate(RUN_SELECTED)
    return "".join(output.get("text", "") for output in page.evaluate(CELLS)[place]["outputs"])


def put(page, source):
    """A cell of one's own below the first one, run. returns: what it printed"""
    page.evaluate(PUT, source)
    return run(page, 2)


def test_a_link_leads_to_a_network_that_is_drawn_on(lite):
    page, url = lite
    seconds = lite_trial.first_own_cell(page, url)
    print("seconds from the link to lesson, network, own cell:", *(f"{one:.1f}" for one in seconds))

    page.get_by_role("button", name="Clear", exact=True).first.click()
    pad = page.locator(".xo-glass .xo-grid[aria-label^='Drawing pad']").first
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    at = lambda row, column: (box["x"] + (column + 0.5) / 9 * box["width"], box["y"] + (row + 0.5) / 9 * box["height"])  # noqa: E731
    page.mouse.move(*at(4, 1))
    page.mouse.down()
    page.mouse.move(*at(4, 7), steps=12)
    page.mouse.up()
    page.wait_for_timeout(500)
    assert put(page, "print((glass.image > 0).nonzero())") == (
        "(array([4, 4, 4, 4, 4, 4, 4]), array([1, 2, 3, 4, 5, 6, 7]))\n"
    )
    put(page, "from xo.plots import show_images\nshow_images([glass.image])")
    page.wait_for_function("() => document.querySelector('.jp-OutputArea img')?.naturalWidth > 100")


def test_an_exercise_s_link_leads_to_it_and_it_is_passed_and_a_network_learns(lite):
    page, url = lite
    cells = json.loads(LESSONS[1].read_text(encoding="utf-8"))["cells"]
    place = next(i for i, cell in enumerate(cells) if 'check("01.share"' in "".join(cell["source"]))
    page.goto(f"{url}lite/lab/index.html?path={LESSONS[1].name}#{cells[place]['id']}")
    page.wait_for_function(f"id => ({ACTIVE})() === id", arg=cells[place]["id"], timeout=lite_trial.PATIENCE)

    page.evaluate(READY)
    run(page, 1)
    assert "dots" in run(page, place)
    exercise = page.locator(".jp-Notebook .jp-Cell.jp-mod-active")
    exercise.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("".join(cells[place]["source"]).replace("return ...", "return (score + 1) / 2"))
    page.keyboard.press("Shift+Enter")
    exercise = page.locator(".jp-Notebook .jp-CodeCell").filter(has_text="share_that_agrees")
    exercise.get_by_text("✓ Right").wait_for(timeout=lite_trial.PATIENCE)

    put(page, TRAINER)
    page.locator(".xo-trainer .xo-chart").first.wait_for(timeout=lite_trial.PATIENCE)
    choose_speed(page, "as fast as it can")
    play(page)
    page.wait_for_function(STARTS_WITH, arg=[PLACE, "Finished"], timeout=lite_trial.PATIENCE)
    told = "print(trainer.progress['state'])"
    wait_until(page, lambda: put(page, told) == "finished\n", ".jp-Notebook")


@pytest.fixture(scope="module")
def ran(site):
    """What every code cell of every lesson showed in Pyodide: by the lesson's name."""
    return dict(lite_trial.ran(site / "lite", LESSONS))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_shows_there_what_it_shows_here(ran, path):
    unlike = []
    for place, (cell, shown) in enumerate(zip(stored(path), ran[path.stem], strict=True)):
        assert (shown["error"], shown["stderr"]) == (None, "")
        if "nbval-skip" in cell["metadata"].get("tags", ()):  # it says whether PyTorch is installed
            assert "not installed" in shown["stdout"]
        elif printed(cell) != (shown["stdout"], shown["results"]):
            unlike.append((place, printed(cell), shown))
    assert not unlike
