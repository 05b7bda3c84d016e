"""The teacher's sheet has every answer of every lesson, as the lesson itself works it out."""

import re

import pytest

from tools import answers
from tools.lesson_parts import told as told_by
from tools.lessons import NOTEBOOKS
from xo import checks

LESSONS = {path.name[:2]: answers.read(path) for path in sorted(NOTEBOOKS.glob("*.ipynb"))}


@pytest.fixture(scope="module")
def told():
    return answers.worked_out(LESSONS.values())


@pytest.mark.parametrize("number", LESSONS)
def test_every_prediction_and_every_exercise_of_a_lesson_is_answered(number, told):
    text = "".join("".join(cell["source"]) for cell in LESSONS[number]["cells"] if cell["cell_type"] == "code")
    sheet = answers.sheet(LESSONS[number], told)
    for name in re.findall(r'predict\("([\w.]+)"', text):
        assert re.search(rf"^- \*\*{name}\*\* .+ → It .+$", sheet, re.MULTILINE), name
    for name in re.findall(r'^check\("([\w.]+)"', text, re.MULTILINE):
        assert f"### {name}\n\nOne way to do it:" in sheet or f"### {name}\n\nThe answer is " in sheet


def test_no_exercise_stands_in_no_lesson():
    asked = {call.name for lesson in LESSONS.values() for call in answers.calls(lesson["cells"], "check")}
    assert asked == {name for number in LESSONS for name in checks.exercises(number)}


def test_the_sheet_is_printed_for_the_lessons_named(capsys):
    answers.main(["02"])
    sheet = capsys.readouterr().out
    assert "- **02.sum** Multiply the 9 pairs of pixels and add up the products. What is the sum? → It is 7.\n" in sheet
    assert "    return (patch * feature).sum() / feature.size\n```" in sheet
    assert "01." not in sheet


@pytest.mark.parametrize(
    ("source", "names", "asked"),
    [
        ('reveal("02.slant", 7)\nreveal("02.sum", 7)', "02.slant, 02.sum", 2),
        ('reveal("02.sum", 7)\n' * 3, "02.sum, 02.sum, 02.sum", 3),
    ],
)
def test_a_reveal_without_its_answer_in_the_output_is_refused_and_gets_no_other_one_s(source, names, asked):
    cell = {"cell_type": "code", "source": source}
    for count in (0, 1, 4):
        cell["outputs"] = [{"text": "It is 7. (No guess was written down.)\n" * count}]
        assert told_by(cell) == {}
        told = f"^{names}: expected {asked} answers in the output, got {count}: refresh the lesson$"
        with pytest.raises(ValueError, match=told):
            answers.worked_out([{"cells": [cell]}])


def test_no_lesson_leads_a_learner_to_the_answers():
    for notebook in LESSONS.values():
        assert "start.py answers" not in str(notebook)
