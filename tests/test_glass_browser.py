"""The glass network in a real JupyterLab: drawn on, traced, edited; and Python knows."""

from fractions import Fraction

import numpy as np
import pytest
from served_course import rest, wait_until

from xo.filtering import FEATURES, Convolution
from xo.images import X, write_image
from xo.networks import hand_made_network, load_trained
from xo.stacking import Network

GRID = ".xo-grid[aria-label^='{}']"
START = [
    "from xo.networks import hand_made_network\nfrom xo.widgets.glass import GlassNetwork",
    "glass = GlassNetwork(hand_made_network())\nglass",
]


@pytest.fixture(scope="module")
def notebook(course, one_page):
    """A notebook, opened once for all tests of its network."""
    course.add("glass", START)
    course.open(one_page, "glass")
    return one_page


def make_anew(course, notebook):
    """Run the notebook again, and wait for the picture that this makes."""
    notebook.mouse.move(0, 0)
    notebook.evaluate("document.querySelectorAll('.xo-glass').forEach((old) => old.classList.add('old'))")
    course.run_all(notebook)
    notebook.wait_for_selector(".xo-glass:not(.old) .xo-pad", timeout=60_000)
    notebook.wait_for_function("!document.querySelector('.xo-glass.old')")


@pytest.fixture
def glass(course, notebook):
    """The notebook's page with a glass network that is made anew."""
    make_anew(course, notebook)
    notebook.locator(".xo-glass").scroll_into_view_if_needed()
    return notebook


def box_of(page, name, nth=0):
    """Where it stays: a notebook that was run moves its outputs for a while."""
    grid, box = page.locator(GRID.format(name)).nth(nth), None
    for _ in range(100):
        before, box = box, grid.bounding_box()
        if box and box == before:
            return box
        rest(page, 100)
    raise AssertionError(f"{name} never stands still")


def cell(box, row, column, rows, columns):
    return box["x"] + (column + 0.5) / columns * box["width"], box["y"] + (row + 0.5) / rows * box["height"]


def ask(page, code):
    """Run code in the notebook's kernel and return what it prints."""
    return page.evaluate(
        """async (code) => {
            const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
            const future = kernel.requestExecute({ code });
            let text = "";
            future.onIOPub = ({ header, content }) => {
                if (header.msg_type === "stream") text += content.text;
                if (header.msg_type === "error") text += content.evalue;
            };
            await future.done;
            return text.trim();
        }""",
        code,
    )


def wait_for_image(page, expected):
    """Until Python holds this drawing: an update waits until the one before it is answered."""
    held = lambda: np.array(eval(ask(page, "print(glass.image.tolist())")))  # noqa: E731
    wait_until(page, lambda: np.array_equal(held(), expected), ".xo-glass .xo-status")


def test_a_stroke_of_the_mouse_is_in_python_and_without_gaps(glass):
    pad = box_of(glass, "Drawing pad")
    glass.mouse.move(*cell(pad, 0, 0, 9, 9))
    glass.mouse.down()
    glass.mouse.move(*cell(pad, 0, 8, 9, 9))
    glass.mouse.up()
    drawn = X.copy()
    drawn[0] = 1
    wait_for_image(glass, drawn)


WHOLE = """() => {
  const glass = document.querySelector(".xo-glass");
  return glass.offsetHeight > 300 && glass.closest(".jp-OutputArea-output").offsetHeight >= glass.offsetHeight;
}"""


def test_a_cell_that_is_run_again_shows_its_network_whole(course, notebook):
    for _ in range(6):  # without `growAround` it was cut in one of three
        make_anew(course, notebook)
        rest(notebook, 300)
        assert notebook.evaluate(WHOLE)


def test_a_cell_shows_the_sum_behind_it(glass):
    glass.mouse.move(*cell(box_of(glass, "Filtered map 1"), 1, 1, 7, 7))
    card = glass.locator(".xo-card")
    card.wait_for()
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
        assert grid.get_attribute("aria-label").startswith(f"row 0, column {column}: ")
        assert _ninths(grid.get_attribute("aria-label").split(": ")[1]) == expected
        glass.keyboard.press("ArrowRight")


def _ninths(text):
    top, _, below = text.replace("−", "-").partition("/")
    return round(int(top) / int(below or 1) * 9)


def test_an_image_assigned_in_python_is_shown_and_the_stroke_before_it_can_be_undone(glass):
    ask(glass, "from xo.images import O; glass.image = O")
    glass.wait_for_function(
        "() => document.querySelector('.xo-glass .xo-pad [role=gridcell]').ariaLabel.includes('black')"
    )
    glass.locator(".xo-glass").get_by_role("button", name="Undo").click()
    wait_for_image(glass, X)


def test_an_edited_feature_is_in_the_network_that_python_gives(glass):
    glass.mouse.click(*cell(box_of(glass, "Feature 1"), 0, 0, 3, 3))
    told = "print(glass.network.layers[0].features[0, 0, 0, 0], glass.answer)"
    wait_until(glass, lambda: ask(glass, told) == "-1.0 X", ".xo-glass .xo-status")


def test_keys_pressed_on_the_pad_do_not_reach_the_notebook(glass):
    cells = glass.locator(".jp-Notebook .jp-Cell").count()
    glass.locator(".xo-pad [role=gridcell]").first.focus()
    for key in "baxdd":
        glass.keyboard.press(key)
    assert glass.locator(".jp-Notebook .jp-Cell").count() == cells


def test_drawing_goes_on_when_the_kernel_is_gone_and_the_learner_is_told(course, glass):
    course.restart(glass)
    glass.locator(".xo-status", has_text="Python has gone away").wait_for()
    pad = box_of(glass, "Drawing pad")
    glass.mouse.click(*cell(pad, 0, 0, 9, 9))
    grid = glass.locator(GRID.format("Filtered map 1")).first.locator("[role=gridcell]")
    wait_until(glass, lambda: grid.get_attribute("aria-label") != "row 0, column 0: 7/9", ".xo-glass .xo-status")


OWN = """from xo.networks import hand_made_network
from xo.widgets.glass import GlassNetwork
def my_relu(maps):
    return maps * 0
glass = GlassNetwork(hand_made_network(), own={2: my_relu})
def wrong(maps):
    return maps[0]
bad = GlassNetwork(hand_made_network(), own={2: wrong})"""


def test_the_learners_function_computes_in_the_kernel_and_its_slip_is_told_in_one_sentence(course, page):
    course.add("own", [OWN, "glass", "bad"])
    course.open(page, "own")
    course.run_all(page)
    page.locator(".xo-glass").nth(1).wait_for(timeout=60_000)
    page.locator(".xo-status", has_text="your function wrong returned shape (7, 7), expected (3, 7, 7)").wait_for()
    for nth, vote in ((0, "X: 0"), (1, "X: 1")):
        votes = page.locator(".xo-glass").nth(nth).locator("[aria-label='Votes']")
        votes.locator(f"[role=gridcell][aria-label='{vote}']").wait_for(state="attached")


COPY = """import numpy as np
from xo.networks import hand_made_network
from xo.widgets.glass import GlassNetwork
def quarter(maps):
    return np.full((3, 7, 7), 0.25)
glass = GlassNetwork(hand_made_network(), own={1: quarter})"""


def test_a_kept_drawing_goes_through_the_learners_function_too_and_the_card_sets_it_beside_the_built_in_layer(
    course, page
):
    course.add("kept", [COPY, "glass"])
    course.open(page, "kept")
    course.run_all(page)
    page.wait_for_selector(".xo-glass .xo-pad", timeout=60_000)
    page.locator(".xo-glass").scroll_into_view_if_needed()
    page.locator(".xo-label", has_text="quarter( )").wait_for()
    page.get_by_role("button", name="More").first.click()
    page.get_by_role("button", name="Keep to compare").click()
    page.locator(".xo-label", has_text="quarter( )").nth(1).wait_for()
    for name in ("Filtered map 1", "Second row: Filtered map 1"):
        page.locator(GRID.format(name)).first.scroll_into_view_if_needed()
        page.mouse.click(*cell(box_of(page, name), 0, 0, 7, 7))
        card = page.locator(".xo-card").inner_text()
        assert "Your function quarter: 1/4. The built-in layer: 7/9. They differ." in card
        assert "÷ 9 =\n7/9 ≈ 0.7778" in card


def test_two_views_show_one_drawing(course, page):
    course.add("views", [*START, "glass"])
    course.open(page, "views")
    course.run_all(page)
    page.locator(".xo-pad").nth(1).wait_for(timeout=60_000)
    page.locator(".xo-glass").first.scroll_into_view_if_needed()
    page.mouse.click(*cell(box_of(page, "Drawing pad"), 0, 0, 9, 9))
    for nth in (0, 1):
        pad = page.locator(GRID.format("Drawing pad")).nth(nth)
        pad.locator("[role=gridcell][aria-label='row 0, column 0: white']").wait_for(state="attached")


def test_two_tabs_show_one_drawing_and_none_takes_back_the_others_strokes(course, page):
    course.add("tabs", START)
    course.open(page, "tabs")
    course.run_all(page)
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    other, drawn = page.context.new_page(), X.copy()
    course.open(other, "tabs")
    for row, tab in enumerate([page, other]):
        tab.bring_to_front()
        tab.locator(".xo-glass .xo-pad").scroll_into_view_if_needed()
        tab.mouse.click(*cell(box_of(tab, "Drawing pad"), row, 4, 9, 9))
        drawn[row, 4] = 1
        wait_for_image(tab, drawn)
        vote = hand_made_network().votes(drawn)[0]
        for seen in (other, page):
            seen.bring_to_front()
            label = seen.locator(GRID.format("Votes")).locator("[role=gridcell]").first
            told = lambda label=label: float(label.get_attribute("aria-label").split()[-1])  # noqa: E731
            wait_until(seen, lambda told=told, vote=vote: abs(told() - vote) < 1e-4, ".xo-glass")


LESSONS = {
    "00_start_here": load_trained(9).layers,
    "02_filtered_maps": [Convolution(FEATURES[:, None])],
}
SHOW_WIDGET = """async () => {
  await window.jupyterapp.commands.execute('notebook:expand-all-headings');  // a lesson may fold it behind a question
  const { content } = window.jupyterapp.shell.currentWidget;
  const place = content.widgets.findIndex(({ model }) => model.sharedModel.source.startsWith("glass = GlassNetwork"));
  await content.scrollToItem(place, "start");
  content.activeCellIndex = place;
}"""
RUN_BELOW = """async (source) => {
  const { content } = window.jupyterapp.shell.currentWidget, place = content.activeCellIndex + 1;
  content.model.sharedModel.insertCell(place, { cell_type: "code", source });
  content.activeCellIndex = place;
  await window.jupyterapp.commands.execute("notebook:run-cell");
  const { outputs } = content.model.sharedModel.toJSON().cells[place];
  content.model.sharedModel.deleteCell(place);
  content.activeCellIndex = place - 1;
  return outputs.map(({ text }) => text).join("");
}"""
# The keys move each map's live cell; without the focus, no card is written 2,000 times.
READ_MAPS = """() => {
  const read = (grid) => {
    const cell = grid.querySelector("[role=gridcell]"), row = cell.parentElement, seen = [];
    const press = (key) => cell.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const [rows, columns] = [grid.ariaRowCount, grid.ariaColCount].map(Number);
    cell.focus = () => {};
    while (Number(row.ariaRowIndex) > 1) press("ArrowUp");
    for (let down = 0; down < rows; down++) {
      if (down) press("ArrowDown");
      press("Home");
      for (let across = 0; across < columns; across++) {
        if (across) press("ArrowRight");
        seen.push(cell.ariaLabel.split(": ")[1]);
      }
    }
    delete cell.focus;
    return seen;
  };
  return [...document.querySelector(".xo-glass").querySelectorAll(".xo-grid:not(.xo-editable)")].map(read);
}"""


def pad_of(page):
    page.locator(".xo-pad").first.scroll_into_view_if_needed()
    return box_of(page, "Drawing pad")


def stroke(page, *pixels):
    """With the mouse."""
    pad = pad_of(page)
    page.mouse.move(*cell(pad, *pixels[0], 9, 9))
    page.mouse.down()
    for pixel in pixels[1:]:
        page.mouse.move(*cell(pad, *pixel, 9, 9), steps=4)
    page.mouse.up()


def check_screen(page, layers, drawn):
    """What a following cell prints, and every cell of every map on the screen, are those of xo for what was drawn."""
    wait_for_image(page, drawn)
    printed = page.evaluate(RUN_BELOW, "from xo.images import write_image\nprint(write_image(glass.image))")
    assert printed.strip() == write_image(drawn)
    stages = [stage[0] for stage in Network(layers).stages(drawn[None, None])]
    if stages[-1].ndim == 1:  # the list that the votes read stands between
        stages.insert(-1, stages[-2].ravel())
    maps = [one.ravel() for stage in stages for one in (stage if stage.ndim == 3 else [stage])]
    shown = page.evaluate(READ_MAPS)
    assert [len(one) for one in shown] == [one.size for one in maps]
    for texts, values in zip(shown, maps, strict=True):
        assert np.allclose([read_cell(text) for text in texts], values, atol=6e-4 if values.size == 2 else 6e-5, rtol=0)


def read_cell(text):
    """The number that a cell speaks: 7/9, −0.1234, white."""
    text = {"white": "1", "black": "-1"}.get(text, text).split(" ")[0].replace("−", "-")
    return float(Fraction(text))


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_drawn_on_with_mouse_finger_and_keys_and_every_number_on_screen_is_right(course, page, name):
    layers, drawn = LESSONS[name], X.copy()
    course.open(page, name)
    course.run_all(page)
    page.evaluate(SHOW_WIDGET)
    page.locator(".xo-glass .xo-pad").first.wait_for(timeout=60_000)

    stroke(page, (0, 0), (0, 8), (4, 8))
    drawn[0] = drawn[:5, 8] = 1
    check_screen(page, layers, drawn)

    for pixel in ((8, 0), (8, 4)):
        page.touchscreen.tap(*cell(pad_of(page), *pixel, 9, 9))
        drawn[pixel] = 1
    check_screen(page, layers, drawn)

    page.locator(".xo-pad [role=gridcell]").first.focus()
    for key in ("Home", *["ArrowUp"] * 9, "ArrowRight", " ", "ArrowDown", "Enter", "ArrowDown", " "):
        page.keyboard.press(key)
    drawn[0, 1], drawn[1, 1], drawn[2, 1] = -1, -1, 1
    check_screen(page, layers, drawn)


def test_in_the_notebook_too_the_keys_undo_what_the_mouse_drew(glass):
    stroke(glass, (0, 0), (0, 8))
    drawn = X.copy()
    drawn[0] = 1
    for keys, image in ((None, drawn), ("Control+z", X), ("Control+y", drawn)):
        if keys:
            glass.keyboard.press(keys)
        wait_for_image(glass, image)
