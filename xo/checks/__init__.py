"""Checks for the exercises: name the mistake, hint a little more each time, never give the answer unasked.

A lesson's exercises stand in `xo/checks/lessonNN.py`, in a list called EXERCISES. A whole one, to imitate:

    from xo.checks import Exercise
    from xo.images import O, X

    def match(image, pattern):                       # what solution("01.match") prints, so written to be read
        products = image * pattern
        return products.sum() / products.size

    EXERCISES = [
        Exercise(
            "01.match",
            right=match,
            cases=[(X, O), (X[:3, :4], O[:3, :4])],  # the arguments of each call; choose them so that
            mistakes=[                               # every mistake gives a result of its own
                ("you added up, but did not divide.", lambda image, pattern: (image * pattern).sum()),
                ("you took 9 pixels for all of them.", lambda image, pattern: (image * pattern).sum() / 9),
            ],
            hints=["What do two equal pixels give when multiplied?", "Add up, then divide by what?"],
            praise="a perfect match is exactly 1, its negative −1.",
        ),
        Exercise(                                    # an answer that is a number, a text or an array
            "01.differences",
            right=16,
            mistakes=[("those are the pixels that agree.", 65)],
            hints=["Count the places where X and the deformed X are not equal."],
            praise="16 of 81 pixels differ.",
            why="count_differences(X, DEFORMED_X) compares all 81 pixels.",
        ),
    ]

- A mistake is a wrong function; for an answer that is a value, a wrong value or a function saying True to it.
  The message follows "Not yet: ", so it begins small and ends with a full stop; one line.
- `look` turns an answer of any other kind (a network, a layer) into what is compared, as in
  `look=lambda network: network.sizes((1, 9, 9))`; `right` is a right network, a mistake a wrong result.
- Found without being declared: dots (...) or None, a wrong type or shape, wrong arguments, an exception, an
  endless loop, an argument that was changed, and otherwise how many cells differ and where.
- The first miss prints the first hint, the next misses the next ones. The last hint waits one miss longer, or for
  hint(); it points to the way and is not the answer. `solution` is only ever offered.
- `tests/bank/lessonNN.py` holds two right and at least four wrong answers for each exercise, in the format
  that stands at the top of `tests/test_checks.py`.
"""

import importlib.util
import inspect
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xo.tables import fraction

_misses, _hints = Counter(), Counter()


@dataclass(frozen=True, eq=False)
class Exercise:
    """One task: its name ("02.match"), the right answer, and what to say about the wrong ones."""

    name: str
    right: object
    cases: Sequence[tuple] = ()
    mistakes: Sequence[tuple] = ()
    hints: Sequence[str] = ()
    praise: str = "that is it."
    why: str = ""
    look: Callable | None = None


def check(name, answer):
    """Compare an answer (a function or a value) with the right one, and print one thing to think about."""
    from xo.checks.judging import judge

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
