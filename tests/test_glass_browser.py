"""The glass network in a real JupyterLab: drawn on, traced, edited; and Python knows."""

import numpy as np
import pytest

from xo.images import X
from xo.stacking import hand_made_network

GRID = ".xo-grid[aria-label^='{}']"
START = [
    "from xo.stacking import hand_made_network\nfrom xo.widgets.glass import GlassNetwork",
    "glass = GlassNetwork(hand_made_network())\nglass",
]


@pytest.fixture
def glass(course, page):
    """A page with a glass network in a running notebook."""
    course.add("glass", START)
    course.open(page, "glass")
    course.run_all(page)
    page.wait_for_selector(".xo-glass .xo-pad", timeout=60_000)
    page.locator(".xo-glass").scroll_into_view_if_needed()
    return page


def box_of(page, name, nth=0):
    return page.locator(GRID.format(name)).nth(nth).bounding_box()


def cell(box, row, column, rows, columns):
    return box["x"] + (column + 0.5) / columns * box["width"], box["y"] + (row + 0.5) / rows * box["height"]


def ask(page, code):
    """Run code in the notebook's kernel and return what it prints."""
    return page.evaluate(
        """async (code) => {
            const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
            const future = kernel.requestExecute({ code });
            let text = "";
            future.onIOPub = (message) => { if (message.header.msg_type === "stream") text += message.content.text;
                if (message.header.msg_type === "error") text += message.content.evalue; };
            await future.done;
            return text.trim();
        }""",
        code,
    )


def pixels(page):
    page.wait_for_timeout(250)
    return np.array(eval(ask(page, "print(glass.image.tolist())")))


def test_a_stroke_of_the_mouse_is_in_python_and_without_gaps(glass):
    pad = box_of(glass, "Drawing pad")
    glass.mouse.move(*cell(pad, 0, 0, 9, 9))
    glass.mouse.down()
    glass.mouse.move(*cell(pad, 0, 8, 9, 9))
    glass.mouse.up()
    drawn = X.copy()
    drawn[0] = 1
    assert np.array_equal(pixels(glass), drawn)


def test_a_cell_shows_the_sum_behind_it(glass):
    glass.mouse.move(*cell(box_of(glass, "Filtered map 1"), 1, 1, 7, 7))
    card = glass.locator(".xo-card")
    card.wait_for(timeout=2000)
    assert "patch × feature" in card.inner_text()
    assert "÷ 9 =" in card.inner_text()


def test_the_maps_on_screen_are_those_of_python(glass):
    pad = box_of(glass, "Drawing pad")
    glass.mouse.click(*cell(pad, 4, 2, 9, 9))
    drawn = X.copy()
    drawn[4, 2] = 1
    maps = hand_made_network().stages(drawn[None, None])[1][0]
    grid = glass.locator(GRID.format("Filtered map 1")).first.locator("[role=gridcell]")
    grid.focus()
    for column in range(7):
        expected = round(maps[0, 0, column] * 9)
        assert grid.get_attribute("aria-label").startswith(f"row 1, column {column + 1}: ")
        assert _ninths(grid.get_attribute("aria-label").split(": ")[1]) == expected
        glass.keyboard.press("ArrowRight")


def _ninths(text):
    top, _, below = text.replace("−", "-").partition("/")
    return round(int(top) / int(below or 1) * 9)
