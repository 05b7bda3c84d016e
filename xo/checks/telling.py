"""Tell what differs between an answer and the right one, and in which call of the learner's function."""

import inspect

import numpy as np

from xo.checks.comparing import close, kind, plain
from xo.checks.running import arguments
from xo.tables import decimal, fraction

AXES = ("image", "map", "row", "column")


def gives_none(outcome):
    return outcome.kind == "value" and outcome.value is None


def where(exercise, case):
    """Which call went wrong, where there are several."""
    if not callable(exercise.right) or exercise.look:
        return ""
    names = inspect.signature(exercise.right).parameters
    given = arguments(exercise)[case]
    shown = [f"{name} {said}" for name, value in zip(names, given, strict=False) if (said := _brief(value))]
    return f"with {', '.join(shown)}: " if len(exercise.cases) > 1 and shown else ""


def _brief(value):
    if isinstance(value, str | int):
        return str(value)
    numbers = plain(value)
    if not isinstance(numbers, np.ndarray):
        return ""
    return f"of {' by '.join(map(str, numbers.shape))}" if numbers.ndim else _number(value)


def difference(exercise, outcome, right):
    """The first thing that differs; for a question about a value its answer is not given away."""
    if outcome.kind == "raised":
        reason = " ".join(str(outcome.value).split())
        return f"your answer stopped with {type(outcome.value).__name__}: {reason}".rstrip(": .")
    if gives_none(outcome):
        return "your function gives nothing back here (None). Does every way through it end with a `return`?"
    mine, theirs = plain(outcome.value), plain(right.value)
    secret = not (callable(exercise.right) and exercise.look is None)
    if isinstance(theirs, str) and isinstance(mine, str):
        return f"{outcome.value!r} is not it" if secret else f"yours {outcome.value!r}, expected {right.value!r}"
    if not isinstance(mine, np.ndarray) or not isinstance(theirs, np.ndarray):
        return f"expected {kind(right.value)}, got {kind(outcome.value)}"
    if mine.shape != theirs.shape:
        return f"expected {kind(theirs)}, got {kind(mine)}"
    if isinstance(right.value, bool | np.bool_) and isinstance(outcome.value, bool | np.bool_):
        return f"yours {bool(outcome.value)}, expected {bool(right.value)}"
    return _cells(mine, theirs, secret)


def _cells(mine, theirs, secret):
    wrong = np.argwhere(~close(mine, theirs))
    place = tuple(wrong[0])
    own, due = _apart(mine[place], theirs[place])
    values = f"yours {own}" + ("" if secret else f", expected {due}")
    if not place:
        side = "too small" if mine < theirs else "too large" if mine > theirs else "not it"
        return f"{own} is {side}" if secret else values
    names = AXES[-len(place) :] if 2 <= len(place) <= 4 else ("place",) * len(place)
    where = ", ".join(f"{name} {number}" for name, number in zip(names, place, strict=True))
    differ = "differs" if len(wrong) == 1 else "differ"
    return f"{len(wrong)} of {mine.size} cells {differ}; first at {where}: {values}"


def _apart(one, other):
    """Two numbers that differ, with as many decimals as it takes to see it."""
    places = next((places for places in (4, 6, 9) if decimal(one, places) != decimal(other, places)), 17)
    return _number(one, places), _number(other, places)


def _number(value, places=4):
    return fraction(value, places=places) if np.isfinite(value) else str(value)
