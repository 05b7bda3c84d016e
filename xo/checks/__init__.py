"""Checks for the exercises: name the mistake, hint a little more each time, never give the answer unasked.

How to write an exercise stands in `xo/checks/exercise.py`.
"""

import difflib
import importlib.util
import inspect
import textwrap
from collections import Counter

from xo.arguments import in_short
from xo.checks.judging import Verdict, judge
from xo.predictions import storage
from xo.tables import fraction

MOST_LINES = 20  # of what an answer prints

_misses, _named, _hints = Counter(), Counter(), Counter()


def check(name, answer, strict=False):
    """Compare an answer (a function or a value) with the right one, and print one thing to think about.

    What became of it is kept beside the notebooks, for the learner's receipt of the lesson.

    strict: for grading; prints and keeps nothing, and raises AssertionError where the answer is not right
    returns: the verdict, which is true where the answer is right, and which a notebook does not show
    """
    exercise = find(name) if strict else _find_or_say(name)
    if exercise is None:
        return Verdict(finished=False, message="no such exercise")
    verdict = judge(exercise, answer)
    if strict and not verdict:
        raise AssertionError(_said(exercise, verdict))
    if strict:
        return verdict
    print(_said(exercise, verdict))
    _show_printed(verdict)
    _keep(name, verdict)
    if verdict.finished and not verdict:
        _after_a_miss(exercise, verdict)
    return verdict


def _keep(name, verdict):
    """Count a try, and the name of its mistake, until the exercise is passed; what is not finished is no try."""
    before = storage.load(file=storage.TRIES).get(name, {"tries": 0, "passed": False, "mistakes": []})
    if not verdict.finished or before["passed"]:
        return
    new = [verdict.mistake] if verdict.named and verdict.mistake not in before["mistakes"] else []
    entry = {"tries": before["tries"] + 1, "passed": verdict.right, "mistakes": before["mistakes"] + new}
    storage.keep(name, entry, storage.TRIES)


def hint(name):
    """Print a hint; each call prints the next one."""
    if exercise := _find_or_say(name):
        _hints[name] += 1
        _print_hint(exercise, _hints[name])


def _said(exercise, verdict):
    """The verdict in words."""
    if verdict:
        return f"✓ Right: {exercise.praise}"
    return f"{'Not yet' if verdict.finished else 'Not finished yet'}: {verdict.message}"


def _show_printed(verdict):
    """What the answer printed while it was called, so that learners can look into it."""
    if verdict.printed:
        called, text = verdict.printed
        lines = text.rstrip("\n").split("\n")
        print(f"It printed{f' ({called})' if called else ''}:")
        print(textwrap.indent("\n".join(lines[:MOST_LINES]), "    ", lambda _: True))
        if len(lines) > MOST_LINES:
            print(f"    ... ({len(lines) - MOST_LINES} more lines)")


def _after_a_miss(exercise, verdict):
    """A hint where only numbers were said, and not the last one unasked; a named mistake is hint enough."""
    name, last = exercise.name, len(exercise.hints)
    if verdict.named:
        _named[name] += 1
        if _named[name] > 1:
            print(f'For a hint: hint("{name}")')
        return
    _misses[name] += 1
    if 1 < last == _misses[name]:
        _hints[name] = max(_hints[name], last - 1)
        print(f'There is one more hint: hint("{name}")')
    else:
        _print_hint(exercise, _misses[name])


def solution(name):
    """Print one right answer. Yours may look quite different and be as good."""
    exercise = _find_or_say(name)
    if exercise is None:
        return
    if inspect.isfunction(exercise.right):
        print("One way to do it:\n\n" + textwrap.dedent(inspect.getsource(exercise.right)).rstrip())
    elif exercise.look:
        print(f"One way to do it: {exercise.why}")
    else:
        right = fraction(exercise.right, places=4) if isinstance(exercise.right, float) else exercise.right
        print(f"The answer is {right}. {exercise.why}".rstrip())


def exercises(lesson):
    """The exercises of a lesson ("02") by name: none where the lesson has no checks."""
    module = f"xo.checks.lesson{lesson}"
    if not isinstance(lesson, str) or not lesson.isdecimal() or importlib.util.find_spec(module) is None:
        return {}
    return {exercise.name: exercise for exercise in importlib.import_module(module).EXERCISES}


def find(name):
    """The exercise of this name. raises: ValueError that names those there are"""
    found = exercises(str(name).partition(".")[0])
    if not isinstance(name, str) or name not in found:
        raise ValueError(f"expected one of the exercises {', '.join(found) or '(none here)'}, got {in_short(name)}")
    return found[name]


def _find_or_say(name):
    """The exercise of this name, or None after a sentence about it."""
    try:
        return find(name)
    except ValueError as reason:
        near = difflib.get_close_matches(str(name), exercises(str(name).partition(".")[0]), 1, 0.5)
        print(f'There is no exercise "{name}". Did you mean "{near[0]}"?' if near else f"No: {reason}.")
        return None


def _print_hint(exercise, number):
    if exercise.hints:
        print(f"Hint: {exercise.hints[min(number, len(exercise.hints)) - 1]}")
    if number > max(1, len(exercise.hints)):
        print(f'Whenever you want to see one way to do it: solution("{exercise.name}")')
