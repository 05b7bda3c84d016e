"""The break-it lab in a real notebook: move a slider, find the smallest lie, stop a search, hang wrong answers."""

import time

import pytest

LAB = [
    "import numpy as np\n"
    "from xo.images import O\n"
    "from xo.stacking import Network, hand_made_network\n"
    "from xo.voting import Voting\n"
    "from xo.widgets.lab import BreakItLab\n"
    "stubborn = Network([Voting(np.zeros((2, 81)))])\n"
    "lab = BreakItLab({'whole images': 'pixels', 'by hand': hand_made_network(), 'stubborn': stubborn}, O)\n"
    "lab",
]


@pytest.fixture
def lab(course, page):
    course.add("lab", LAB)
    course.open(page, "lab")
    course.run_all(page)
    page.wait_for_selector(".xo-lab .xo-flip-canvas", timeout=60_000)
    return page


def wait(page, condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited too long: {page.inner_text('.xo-lab')}"
        page.wait_for_timeout(50)


def answer_of(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-answer").inner_text()


def words(page, reader):
    return page.locator(".xo-reader").nth(reader).locator(".xo-lie-words").inner_text()


def test_the_smallest_lie_is_found_shown_and_put_on_the_pad(lab):
    page = lab
    find = page.get_by_role("button", name="Find the smallest lie")
    find.nth(0).click()
    wait(page, lambda: words(page, 0).startswith("11 flips, and it says X."))
    find.nth(1).click()
    wait(page, lambda: words(page, 1) == "4 flips, and it says X. No fewer are enough.")
    page.get_by_role("button", name="Put it on the pad", exact=True).last.click()
    wait(page, lambda: answer_of(page, 1) == "X")
    assert words(page, 1) == "", "what was found was about another image"

    page.get_by_label("Turn").fill("45")
    find.nth(0).click()
    wait(page, lambda: "flip" in words(page, 0))


def test_a_search_shows_its_progress_and_stops_and_wrong_answers_are_hung(lab):
    page = lab
    page.get_by_role("button", name="Find the smallest lie").nth(2).click()
    wait(page, lambda: words(page, 2).startswith("Trying 4 flips"))
    first = words(page, 2)
    wait(page, lambda: words(page, 2) != first)
    page.get_by_role("button", name="Stop", exact=True).click()
    wait(page, lambda: words(page, 2).startswith("Stopped after"))
    assert "fewer than 4 flips are not enough" in words(page, 2)

    page.get_by_role("button", name="by hand", exact=True).click()
    wait(page, lambda: page.locator(".xo-hung").count() == 12)
    assert "by hand: " in page.inner_text(".xo-wrong")
    page.locator(".xo-hung button").first.click()
    caption = page.locator(".xo-hung").first.inner_text()
    wait(page, lambda: answer_of(page, 1) == caption.split("read as ")[1][0])
