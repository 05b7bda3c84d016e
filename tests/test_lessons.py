"""What the lessons promise: every guess is answered, and the time that they take is told."""

import ast
import json
import re

import pytest

from tools.lessons import ROOT
from tools.minutes import MAY_BE_LEFT_OUT, count, in_short, lesson_minutes, minutes, told_minutes

LESSONS = {path.name[:2]: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "notebooks").glob("*.ipynb")}


def cells(number):
    """(kind, text) of every cell."""
    return [(cell["cell_type"], "".join(cell["source"])) for cell in LESSONS[number]["cells"]]


def asked_or_told(word):
    everything = "\n".join(text for number in LESSONS for kind, text in cells(number) if kind == "code")
    return set(re.findall(rf'\b{word}\(\s*"(\d\d\.\w+)"', everything))


def test_every_prediction_is_revealed_in_some_lesson():
    assert asked_or_told("predict") == asked_or_told("reveal")


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.name)
def test_a_lesson_says_how_long_it_takes_someone_new(path):
    first = cells(path.name[:2])[0][1]
    assert re.findall(r"About (\d+) minutes", first) == [str(lesson_minutes(path))]
    assert told_minutes(LESSONS[path.name[:2]]) in first


@pytest.mark.parametrize(("number", "most"), [("02", 45), ("03", 45), ("07", 40), ("08", 40), ("09", 40)])
def test_a_lesson_that_asks_much_fits_its_time_with_nothing_left_out(number, most):
    assert minutes(count(LESSONS[number])) <= most


@pytest.mark.parametrize(
    ("title", "told"), [("# 6 · Who?", 10), ("# 7 · How?", 15), ("# 17 · Why?", 10), ("# Before", 10)]
)
def test_a_thousand_words_about_slopes_take_longer(title, told):
    assert minutes(count({"cells": [{"cell_type": "markdown", "source": f"{title}\n\n{'word ' * 1000}"}]})) == told


@pytest.mark.parametrize("title", ["**4. Change it and explain.** Guess.", "#### Change it and explain\n\nGuess."])
def test_an_exercise_that_no_check_looks_at_takes_its_time_as_well(title):
    assert minutes(count({"cells": [{"cell_type": "markdown", "source": title}]})) == 5


@pytest.mark.parametrize("number", LESSONS)
def test_what_was_made_of_the_crossing_is_not_called_by_the_letter_x(number):
    titles = "\n".join(text for kind, text in cells(number) if kind == "code")
    assert not re.search(r'\\\\[^"]*", "[^"]*\bX\b[^"]*", "[^"]*/', titles)


def test_what_may_be_left_out_ends_at_the_next_heading_of_its_level():
    texts = [
        "# 8 · Title",
        f"## Extra {MAY_BE_LEFT_OUT}",
        "words",
        "### Part of it",
        "## Back",
        "more words",
        "### Small",
    ]
    kept = in_short({"cells": [{"cell_type": "markdown", "source": text} for text in texts]})["cells"]
    assert [cell["source"] for cell in kept] == ["# 8 · Title", "## Back", "more words", "### Small"]


@pytest.mark.parametrize("word", ["label", "confidence"])
def test_the_glossary_has(word):
    assert f"\n| {word} | " in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("number", LESSONS)
def test_a_measured_share_is_guessed_in_brackets_not_to_the_digit(number):
    code = "\n".join(text for kind, text in cells(number) if kind == "code")
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "predict" and not call.keywords:
            assert not re.search(r"%|percent|[Oo]f (100|a hundred)\b", ast.unparse(call)), ast.unparse(call)


@pytest.mark.parametrize("number", LESSONS)
def test_a_lambda_stands_only_where_a_lesson_says_what_it_is(number):
    code, told = ("\n".join(text for kind, text in cells(number) if kind == one) for one in ("code", "markdown"))
    assert "lambda" not in code or "`lambda" in told


@pytest.mark.parametrize("number", LESSONS)
def test_no_cell_shows_a_number_as_numpy_writes_it_down(number):
    assert "np.float64(" not in json.dumps([cell.get("outputs") for cell in LESSONS[number]["cells"]])
