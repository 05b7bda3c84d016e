"""Every lesson as a learner takes it: solved, with hints, gone back to, and begun in the middle on another day."""

import json

import pytest

from tests import learner
from tools.lessons import ROOT

LESSONS = {path.name[:2]: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "notebooks").glob("*.ipynb")}


@pytest.mark.parametrize("number", LESSONS)
def test_a_lesson_is_begun_in_the_middle_gone_through_and_back_with_every_exercise_its_hints_and_solution(
    number, tmp_path
):
    """In one kernel, for the lessons that learn take long: straight on, as they stand, nbval runs them."""
    chosen, lacking = learner.from_the_middle(LESSONS[number]["cells"])
    assert lacking == []
    ran = learner.run(learner.there_and_back(LESSONS[number]["cells"], chosen), tmp_path)
    assert learner.troubles(ran) == []


def words(text):
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def code(text):
    return {"cell_type": "code", "metadata": {}, "source": text, "outputs": []}


STUB = """from xo.checks import check, hint, solution


def mine(score):
    return ...


check("01.share", mine)"""


def sources(*texts):
    return [code(text) for text in texts]


@pytest.mark.parametrize(
    ("cells", "trouble"),
    [
        (sources("x = 2", "y = x / 2", "x = 'two'"), "cell 1: TypeError: unsupported operand"),
        (sources("x = [1]", "x.pop()"), "cell 1: IndexError: pop from empty list"),
        (sources(STUB.replace(", hint", "")), "cell 0: NameError: name 'hint' is not defined"),
        (
            sources(STUB.replace("return ...", "return ...  # done").replace("01.share", "03.windows")),
            "not found right",
        ),
    ],
)
def test_what_fails_on_the_way_is_found(cells, trouble, tmp_path):
    found = learner.troubles(learner.run(learner.there_and_back(cells), tmp_path))
    assert any(trouble in sentence for sentence in found), found


def test_a_lesson_as_it_should_be_has_no_trouble(tmp_path):
    assert learner.troubles(learner.run(learner.there_and_back(sources(STUB, "print(mine(1))")), tmp_path)) == []


def test_of_all_sections_in_the_middle_the_one_that_lacks_least_is_taken():
    parts = [
        words("# T"),
        code("import math"),
        code("x = 1"),
        words("## A"),
        code("x"),
        words("## B"),
        code("y = math.e"),
    ]
    cells = [*parts, code("y"), words("## C"), code("x + y")]
    chosen, lacking = learner.from_the_middle(cells)
    assert (chosen, lacking) == ([1, 6, 7, 9], ["x"])
    steps = learner.there_and_back(cells, chosen)
    assert [place for place, _ in steps] == [1, 6, 7, 9, 2, 4, 9, 7, 6, 4, 2, 1]
