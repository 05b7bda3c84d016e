"""Checks for the exercises: name the mistake, hint a little more each time, never give the answer unasked.

How to write an exercise stands in `xo/checks/exercise.py`.
"""

import importlib.util
import inspect
import textwrap
from collections import Counter

from xo.checks.judging import judge
from xo.tables import fraction

_misses, _hints = Counter(), Counter()


def check(name, answer):
    """Compare an answer (a function or a value) with the right one, and print one thing to think about."""
    exercise = find(name)
    verdict = judge(exercise, answer)
    if verdict.right:
        print(f"✓ Right: {exercise.praise}")
    elif not verdict.finished:
        print(f"Not finished yet: {verdict.message}")
    else:
        print(f"Not yet: {verdict.message}")
        _misses[name] += 1
        _after_a_miss(exercise, _misses[name])


def hint(name):
    """Print a hint; each call prints the next one."""
    _hints[name] += 1
    _print_hint(find(name), _hints[name])


def _after_a_miss(exercise, misses):
    """A hint for each miss; the last one waits for another miss, or for hint()."""
    last = len(exercise.hints)
    if 1 < last == misses:
        _hints[exercise.name] = max(_hints[exercise.name], last - 1)
        print(f'There is one more hint: hint("{exercise.name}")')
    else:
        _print_hint(exercise, misses)


def solution(name):
    """Print one right answer. Yours may look quite different and be as good."""
    exercise = find(name)
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
    if importlib.util.find_spec(module) is None:
        return {}
    return {exercise.name: exercise for exercise in importlib.import_module(module).EXERCISES}


def find(name):
    """The exercise of this name. raises: ValueError that names those there are"""
    found = exercises(str(name).partition(".")[0])
    if name not in found:
        raise ValueError(f"expected one of the exercises {', '.join(found) or '(none here)'}, got {name!r}")
    return found[name]


def _print_hint(exercise, number):
    if exercise.hints:
        print(f"Hint: {exercise.hints[min(number, len(exercise.hints)) - 1]}")
    if number > max(1, len(exercise.hints)):
        print(f'Whenever you want to see one way to do it: solution("{exercise.name}")')
