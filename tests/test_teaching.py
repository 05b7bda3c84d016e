"""The key of the exit ticket and the handout say what xo works out."""

import re
from fractions import Fraction

import numpy as np
import pytest

from tools.lesson_parts import heading_level, read, text_of
from tools.lessons import NOTEBOOKS, ROOT
from tools.minutes import count, minutes
from xo.checks import check
from xo.filtering import Convolution
from xo.images import read_image
from xo.matching import match
from xo.pooling import pool
from xo.relu import relu
from xo.voting import cast_votes

TICKET = (ROOT / "docs" / "exit_ticket.md").read_text(encoding="utf-8")
KEY = (ROOT / "docs" / "exit_ticket_key.md").read_text(encoding="utf-8")
HANDOUT = (ROOT / "docs" / "handout.md").read_text(encoding="utf-8")


TEACHING = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
STRICT = re.search(r"```python\n\s*(check\(.*strict=True\))\n", TEACHING)[1]  # the cell that gives points


def block(name):
    return re.search(rf"```\n{name}:\n(.*?)```", TICKET, re.DOTALL)[1]


def answer(number):
    return re.search(rf"^{number}\. (.*?)(?=^\d\. |\Z)", KEY, re.MULTILINE | re.DOTALL)[1]


def test_the_score_of_the_ticket_is_that_of_the_key():
    score = Fraction(match(read_image(block("patch")), read_image(block("feature")))).limit_denominator(9)
    assert f"**{score}.**" in answer(1)


def test_the_sizes_of_the_ticket_are_those_of_the_key():
    rows, columns = map(int, re.search(r"has (\d) rows and (\d) columns", TICKET).groups())
    _, down, across = Convolution(np.ones((1, 1, 3, 3))).output_shape((1, rows, columns))
    assert f"**{down} rows and {across} columns**" in answer(2)
    maps, features = 3, 2
    layer = Convolution(np.ones((features, maps, 3, 3)))
    assert f"**{layer.output_shape((maps, 9, 9))[0]} maps; {layer.features[0].size} numbers**" in answer(5)


def test_relu_pooling_and_votes_of_the_ticket_are_those_of_the_key():
    values = [Fraction(value).limit_denominator(9) for value in relu(np.array([[-5 / 9, 0, 7 / 9]]))[0]]
    assert values == [0, 0, Fraction(7, 9)]
    assert "**0, 0 and 7/9.**" in answer(3)
    pooled = pool(np.array([line.split() for line in block("map").splitlines()], float)).astype(int)
    for row in pooled:
        assert f"**{' '.join(map(str, row))}**" in answer(4)
    votes = cast_votes([1, 5 / 9], [[1 / 2, 1 / 2], [0, 1]])
    for_x, for_o = (Fraction(vote).limit_denominator(9) for vote in votes)
    assert f"= {for_x} for X against {for_o} for O" in answer(6)
    assert answer(6).startswith("**X**" if votes[0] > votes[1] else "**O**")


def test_the_numbers_of_the_handout_are_right():
    assert Convolution(np.ones((1, 1, 3, 3))).output_shape((1, 9, 9)) == (1, 7, 7)
    assert "a map of 7 by 7" in HANDOUT
    assert pool(np.array([[9.0, -3], [-1, 3]])) == 9
    assert Fraction(cast_votes([1, 5 / 9], [[1 / 2, 1 / 2]])[0]).limit_denominator(9) == Fraction(7, 9)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda patch, feature: ..., "Not finished yet"),
        (lambda patch, feature: None, "Not finished yet"),
        (lambda patch, feature: (patch * feature).sum(), "Not yet"),
        (lambda patch, feature: np.mean(patch * feature), None),
    ],
)
def test_the_cell_that_gives_points_fails_for_all_but_a_right_answer(answer, said, capsys):
    names = {"check": check, "match_patch": answer}
    if said is None:
        exec(STRICT, names)
    else:
        with pytest.raises(AssertionError, match=f"^{said}: "):
            exec(STRICT, names)
    assert capsys.readouterr().out == ""


def test_a_part_of_a_lesson_in_a_plan_has_that_heading_and_takes_those_minutes():
    parts = re.findall(r"(\d\d) to the end of \*(.+?)\* \((\d+) min\)", TEACHING)
    assert parts
    for number, heading, told in parts:
        notebook = read(next(NOTEBOOKS.glob(f"{number}_*.ipynb")))
        sections = [place for place, cell in enumerate(notebook["cells"]) if heading_level(cell) in (1, 2)]
        named = [text_of(notebook["cells"][place]).splitlines()[0] for place in sections].index(f"## {heading}")
        part = notebook | {"cells": notebook["cells"][: sections[named + 1]]}
        assert minutes(count(part)) == int(told)


def test_the_periods_of_a_plan_are_no_longer_than_they_are():
    for row in re.findall(r"^\| \*\*.+$", TEACHING, re.MULTILINE):
        length = max(map(int, re.findall(r"(\d+) minutes", row)))
        for period in row.split(" · "):
            assert sum(map(int, re.findall(r"\((\d+) min\)", period))) <= length - 10
