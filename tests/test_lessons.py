"""What the lessons promise: every guess is answered, and the time that they take is told."""

import ast
import json
import re

import pytest

from tools.minutes import lesson_minutes
from tools.refresh import ROOT

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
    told = re.findall(r"About (\d+) minutes", cells(path.name[:2])[0][1])
    assert told == [str(lesson_minutes(path))]


@pytest.mark.parametrize("word", ["label", "confidence"])
def test_the_glossary_has(word):
    assert f"\n| {word} | " in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("number", LESSONS)
def test_a_measured_share_is_guessed_in_brackets_not_to_the_digit(number):
    code = "\n".join(text for kind, text in cells(number) if kind == "code")
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "predict" and not call.keywords:
            assert not re.search(r"%|percent|[Oo]f (100|a hundred)\b", ast.unparse(call)), ast.unparse(call)
