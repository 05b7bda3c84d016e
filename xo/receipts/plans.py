"""What a lesson asks, in its own order: its questions and exercises, by which a receipt is written and read.

A lesson's questions stand in `xo/data/questions/NN.json`, which `python3 start.py refresh` takes from its notebook.
"""

import functools
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from xo.arguments import as_kind
from xo.checks import find
from xo.checks.judging import ANYWHERE

FOLDER = Path(__file__).resolve().parent.parent / "data" / "questions"


class Asked(NamedTuple):
    """A question of a lesson, and what it comes to (a text, or cells), where that is the same for everybody."""

    name: str
    words: str
    choices: list = ()
    cells: list = ()
    truth: str | list | None = None

    @property
    def form(self):
        """What an answer is written by: the choices, the rows and columns, or nothing for a number."""
        return [*(self.choices or self.cells)]


class Plan(NamedTuple):
    """A lesson: its questions, and the mistakes that each of its exercises can name."""

    lesson: str
    questions: list
    exercises: dict

    @property
    def fingerprint(self):
        """15 bits that change when a question, its choices or the mistakes of an exercise do."""
        asked = [[question.name, question.form] for question in self.questions]
        text = json.dumps([asked, [[name, list(words)] for name, words in self.exercises.items()]])
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:2], "big") >> 1


def lessons():
    """The numbers of all lessons, such as "02"."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def plan_of(lesson):
    """What the lesson ("02") asks. raises: TypeError or ValueError that says which lessons there are"""
    return _read_plan(as_kind(lesson, str, 'a lesson\'s number as text, such as "02"'))


@functools.cache
def _read_plan(lesson):
    known = lessons()
    if lesson not in known:
        raise ValueError(f"expected a lesson from {known[0]} to {known[-1]}, such as {known[2]!r}, got {lesson!r}")
    kept = json.loads((FOLDER / f"{lesson}.json").read_text(encoding="utf-8"))
    questions = [Asked(**question) for question in kept["questions"]]
    return Plan(lesson, questions, {name: _mistakes(find(name)) for name in kept["exercises"]})


def _mistakes(exercise):
    """The names of the mistakes that an exercise can name, its own ones first."""
    return tuple(dict.fromkeys([*(message for message, *_ in exercise.mistakes), *ANYWHERE]))


def exercises_of(lesson):
    """The names of a lesson's exercises; none where there is no such lesson."""
    try:
        return set(plan_of(lesson).exercises)
    except ValueError:
        return set()
