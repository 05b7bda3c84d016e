"""Tell what differs between an answer and the right one, and in which call of the learner's function."""

from fractions import Fraction

import numpy as np

from xo.checks.comparing import close, kind, plain
from xo.tables import decimal, fraction

AXES = ("image", "map", "row", "column")


def gives_none(outcome):
    return outcome.kind == "value" and outcome.value is None


def where(exercise, case, right=()):
    """Which call went wrong, where there are several; and that another one was right before it.

    case: the number of the call; right: for each call, whether it was right
    """
    shown = _call(exercise, case) if exercise.by_call else ""
    if not shown or len(exercise.cases) < 2:
        return ""
    before = _call(exercise, right.index(True)) if True in right[:case] else ""
    return f"right with {before}; but with {shown}: " if before and before != shown else f"with {shown}: "


def _call(exercise, case):
    """The arguments of a call, as far as they can be said in few words."""
    given = exercise.named_cases()[case]
    return ", ".join(f"{name} {said}" for name, value in given.items() if (said := _brief(value)))


def _brief(value):
    if isinstance(value, str):
        return repr(value)
    numbers = plain(value)
    if not isinstance(numbers, np.ndarray):
        return ""
    return f"of {' by '.join(map(str, numbers.shape))}" if numbers.ndim else _number(value)


def difference(exercise, outcome, right):
    """The first thing that differs; for a question about a value its answer is not given away."""
    if gives_none(outcome):
        return "your function gives nothing back here (None). Does every way through it end with a `return`?"
    mine, theirs = plain(outcome.value), plain(right.value)
    secret = not exercise.by_call
    if isinstance(theirs, str) and isinstance(mine, str):
        return f"{outcome.value!r} is not it" if secret else f"yours {outcome.value!r}, expected {right.value!r}"
    arrays = isinstance(mine, np.ndarray) and isinstance(theirs, np.ndarray)
    if not arrays or kind(right.value) != kind(outcome.value):
        return f"expected {kind(right.value)}, got {kind(outcome.value)}{_why(outcome.value, right.value)}"
    if isinstance(right.value, bool | np.bool_):
        return f"yours {bool(outcome.value)}, expected {bool(right.value)}"
    return _cells(mine, theirs, secret)


def _why(value, right):
    """What the kind of an outcome may come of, or what would do; nothing where there is nothing to say."""
    mine, theirs = plain(value), plain(right)
    one = isinstance(theirs, np.ndarray) and not theirs.ndim
    if isinstance(right, bool | np.bool_):
        return ": write `True` or `False`, without quotation marks" if isinstance(value, str) else ""
    if callable(value):
        return ": are the round brackets missing behind its name, as in `.sum()`?"
    if isinstance(mine, np.ndarray) and mine.ndim and one:
        return ": are they still to be added up, or counted, or is one of them the answer?"
    if isinstance(mine, np.ndarray) and isinstance(theirs, np.ndarray) and theirs.ndim and not mine.ndim:
        return ": there should be several numbers"
    if isinstance(value, list | tuple | dict) and isinstance(theirs, str):
        return ": return the name alone"
    return ""


def _cells(mine, theirs, secret):
    wrong = np.argwhere(~close(mine, theirs))
    place = tuple(wrong[0])
    own, due = _apart(mine[place], theirs[place])
    values = f"yours {own}" + ("" if secret else f", expected {due}")
    if not place:
        side = "too small" if mine < theirs else "too large" if mine > theirs else "not it"
        return f"{own} is {side}" if secret else values
    names = AXES[-len(place) :] if 2 <= len(place) <= 4 else ("place",) * len(place)
    first = ", ".join(f"{name} {number}" for name, number in zip(names, place, strict=True))
    differ = "differs" if len(wrong) == 1 else "differ"
    return f"{len(wrong)} of {mine.size} cells {differ}; first at {first}: {values}"


def _apart(one, other):
    """Two numbers that differ, both as fractions or both with as many decimals as it takes to see it."""
    if small_fractions(one, other):
        return fraction(one), fraction(other)
    places = next((places for places in (4, 6, 9) if decimal(one, places) != decimal(other, places)), 17)
    return _number(one, places), _number(other, places)


def small_fractions(*values):
    """Are these ninths and the like: fractions that decimals would have to round, or whole numbers beside them?"""
    if not np.isfinite(values).all():
        return False
    exact = [Fraction(float(value)).limit_denominator(45) for value in values]
    found = all(abs(float(one) - float(value)) < 1e-12 for one, value in zip(exact, values, strict=True))
    return found and any(10**4 % one.denominator for one in exact)


def _number(value, places=4):
    """A decimal without zeros at its end; a fraction that decimals would have to round."""
    if not np.isfinite(value):
        return str(value)
    return fraction(value) if small_fractions(value) else short_decimal(value, places)


def short_decimal(value, places=4):
    """A decimal without zeros at its end."""
    text = decimal(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text
