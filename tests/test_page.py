"""Exported lessons: one file, alive in a browser that has neither Python nor a network."""

import io

import nbformat
import pytest
from PIL import Image

from tools import page as pages
from tools import slides
from xo.images import ROTATED_X, X
from xo.networks import hand_made_network
from xo.tables import fraction

CELLS = [
    ("markdown", "# A lesson\n\n[next](02_filtered_maps.ipynb) [words](../docs/glossary.md)", "slide"),
    (
        "code",
        "from xo.checks import check\nfrom xo.predictions import predict, reveal\n"
        "from xo.stacking import hand_made_network\nfrom xo.widgets.glass import GlassNetwork",
        "skip",
    ),
    ("markdown", "## A question", "slide"),
    ("code", 'predict("99.page", "Which one?", choices=["X", "O"])', ""),
    ("code", 'print("the reveal </script>")', ""),
    ("markdown", "## The network", "slide"),
    ("code", "network = hand_made_network()\nnetwork.layers[0].features *= 9\nGlassNetwork(network)", ""),
    ("markdown", "## Your turn\n\n" + "A long way down.\n\n" * 60 + "**1.** The first.", "slide"),
    ("code", "answer = ...\n\ncheck('06.slip', answer)", ""),
    ("markdown", "**2.** The second.", ""),
    ("code", "check('06.slip', ...)", ""),
]
ALIVE = "body[data-alive=true]"


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    cells = []
    for number, (kind, source, role) in enumerate(CELLS):
        make = nbformat.v4.new_markdown_cell if kind == "markdown" else nbformat.v4.new_code_cell
        metadata = {"slideshow": {"slide_type": role}} if role else {}
        cells.append(make(source, id=f"cell-{number}", metadata=metadata))
    path = tmp_path_factory.mktemp("lesson") / "99_lesson.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


@pytest.fixture(scope="module")
def exported(lesson, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    for name, build in (("page", pages.build), ("slides", slides.build)):
        (folder / f"{name}.html").write_text(build(lesson), encoding="utf-8")
    return folder


@pytest.fixture
def opened(page, exported):
    """Open one of the files; afterwards, demand that it asked nobody for anything and that nothing failed."""
    asked, failed = [], []
    page.context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)

    def open_file(name):
        page.goto((exported / f"{name}.html").as_uri())
        page.wait_for_selector(ALIVE, timeout=20_000)
        return page

    yield open_file
    assert not failed
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []


def draw_over(page, image):
    """Make the pad show `image`: a click on every pixel that differs from X."""
    pad = page.locator("[role=grid]").first
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    for row in range(9):
        for column in range(9):
            if image[row, column] != X[row, column]:
                place = (box["x"] + (column + 0.5) * box["width"] / 9, box["y"] + (row + 0.5) * box["height"] / 9)
                page.mouse.click(*place, button="left" if image[row, column] > 0 else "right")


def test_a_page_draws_and_votes_without_python(opened):
    page = opened("page")
    draw_over(page, ROTATED_X)
    expected = fraction(9 * hand_made_network().votes(ROTATED_X)[0])
    assert expected == "37/5"
    votes = page.locator("[role=grid][aria-label=Votes] [role=gridcell]").first
    votes.focus()
    page.wait_for_timeout(100)
    assert votes.get_attribute("aria-label").startswith(f"X: {expected}")


def test_a_question_shows_no_code_and_lessons_link_to_pages(exported):
    text = (exported / "page.html").read_text(encoding="utf-8")
    assert "99.page" not in text.split('id="lesson"')[0]
    assert 'href="02_filtered_maps.html"' in text
    assert 'href="glossary.html"' in text


def test_slides_hold_the_reveal_back_until_one_goes_on(opened):
    page = opened("slides")
    shown = page.locator("section.shown")
    assert "A lesson" in shown.inner_text()
    page.keyboard.press("ArrowRight")
    assert "Which one?" in shown.inner_text()
    assert "the reveal" not in shown.inner_text()
    page.keyboard.press(" ")
    assert "the reveal" in shown.inner_text()
    page.keyboard.press("PageDown")
    assert "The network" in shown.inner_text()
    assert page.locator("section.shown .stage [role=grid]").first.is_visible()
    page.keyboard.press("ArrowLeft")
    assert "the reveal" in shown.inner_text()


def test_slides_scroll_to_their_end_before_they_go_on_and_back_the_same_way(opened):
    page = opened("slides")
    shown, status = page.locator("section.shown"), page.get_by_role("status")
    page.evaluate("location.hash = '#3.0'")
    page.reload()
    page.wait_for_selector(ALIVE)
    assert status.inner_text() == "4 of 5 · more below ↓"
    for key in (" ", "PageDown", "ArrowRight"):
        before = page.evaluate("scrollY")
        page.keyboard.press(key)
        assert before < page.evaluate("scrollY") < before + page.evaluate("innerHeight")
        assert "A long way down" in shown.inner_text()
    pressed = 0
    while "A long way down" in shown.inner_text():
        assert (pressed := pressed + 1) < 20
        page.keyboard.press(" ")
    assert pressed > 1
    assert (status.inner_text(), page.evaluate("scrollY")) == ("5 of 5", 0)
    page.keyboard.press("PageUp")
    assert "The first." in shown.inner_text()
    assert page.get_by_text("The first.").is_visible()
    assert status.inner_text() == "4 of 5"
    page.keyboard.press("PageUp")
    assert "The first." in shown.inner_text()
    assert status.inner_text() == "4 of 5 · more below ↓"


def test_each_exercise_has_a_slide_of_its_own(lesson):
    parts = slides.split(nbformat.read(lesson, 4).cells)
    assert [steps[0][0].source[-11:] for steps in parts[-2:]] == [" The first.", "The second."]
    assert [len(steps[0]) for steps in parts[-2:]] == [2, 2]


def test_slides_stay_where_they_were_when_loaded_again(opened):
    page = opened("slides")
    page.get_by_role("button", name="On").click()
    page.reload()
    page.wait_for_selector(ALIVE)
    assert "A question" in page.locator("section.shown").inner_text()


def test_notes_and_skipped_cells_are_on_no_slide(lesson):
    told = [cell.source for steps in slides.split(nbformat.read(lesson, 4).cells) for step in steps for cell in step]
    assert not any("import" in source for source in told)
    assert len(told) == len(CELLS) - 1


def test_ink_is_white_and_paper_black_whatever_the_network_s_numbers(opened):
    page = opened("page")
    pad = page.locator("[role=grid]").first
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    page.mouse.move(1, 1)
    page.wait_for_timeout(200)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    paper, ink = (
        picture.getpixel((int(box["x"] + place * box["width"]), int(box["y"] + place * box["height"])))
        for place in (0.5 / 9, 1.5 / 9)
    )
    assert paper < 40
    assert ink > 240
