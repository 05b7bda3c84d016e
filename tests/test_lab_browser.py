"""The break-it lab in a real notebook: what is drawn reaches Python, and a search goes on beside a busy kernel."""

import pytest
from served_course import rest, wait_until

LAB = [
    "import time\n"
    "from xo.images import O\n"
    "from xo.networks import hand_made_network\n"
    "from xo.widgets.lab import BreakItLab\n"
    "lab = BreakItLab({'whole images': 'pixels', 'by hand': hand_made_network()}, O)\n"
    "lab",
    "print('drawn', int((lab.drawing > 0).sum()), 'turned', lab.settings['degrees'], lab.kind)",
    "time.sleep(600)",
]
INTERRUPT = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.interrupt()"


@pytest.fixture(scope="module")
def notebook(course, one_page):
    course.add("lab", LAB)
    course.open(one_page, "lab")
    return one_page


@pytest.fixture
def lab(course, notebook):
    """The notebook's page with a lab that is made anew: before the last test, which interrupts the kernel."""
    notebook.evaluate("document.querySelectorAll('.xo-lab').forEach((old) => old.classList.add('old'))")
    course.run(notebook, 0)
    notebook.wait_for_selector(".xo-lab:not(.old) .xo-flip-canvas")
    notebook.wait_for_function("!document.querySelector('.xo-lab.old')")
    return notebook


def words(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-flips-words").inner_text()


def test_what_is_drawn_and_turned_is_in_python(course, lab):
    page = lab
    page.get_by_role("button", name="Show X").click()
    page.get_by_label("Turn").fill("45")
    page.get_by_label("What the map changes").select_option("size and turn")
    told = "drawn 13 turned 45 size and turn\n"
    wait_until(page, lambda: course.run(page, 1) == told, ".xo-lab")


def test_keys_never_reach_the_notebook_from_anywhere_in_the_lab(course, lab):
    page = lab
    before = len(course.cells(page))
    for place in (
        ".xo-flip-canvas",
        ".xo-lab h4 >> nth=0",
        ".xo-reader .xo-vote-list >> nth=0",
        ".xo-stranger-table b >> nth=0",
    ):
        page.locator(place).first.click()
        assert page.evaluate("document.querySelector('.xo-lab').contains(document.activeElement)"), place
        for key in ("x", "d", "d", "b", "m", "0", "0"):
            page.keyboard.press(key)
    rest(page, 300)
    assert len(course.cells(page)) == before
    assert course.cells(page)[0]["cell_type"] == "code"
    assert page.locator(".jp-Dialog").count() == 0


def test_the_smallest_lie_is_found_while_the_kernel_is_busy(course, lab):
    page = lab
    course.start(page, 2)
    find = page.get_by_role("button", name="Find the smallest lie")
    find.nth(1).click()
    wait_until(page, lambda: words(page, 1) == "4 flips, and it says X. No fewer are enough.", ".xo-lab")
    page.get_by_role("button", name="Put it on the pad", exact=True).click()
    answer = page.locator(".xo-reader").nth(1).locator(".xo-answer")
    wait_until(page, lambda: answer.inner_text() == "X", ".xo-lab")
    page.evaluate(INTERRUPT)
