"""Settings: one number that a function is handed, made plain, or one sentence that says what is wrong with it."""

import math
from numbers import Real

import numpy as np


def check_whole(number, name, least=1):
    """A whole number, `least` or more, as an int: NumPy's small ones overflow in a sum. raises: ValueError"""
    if not isinstance(number, int | np.integer) or isinstance(number, bool) or number < least:
        raise ValueError(f"expected a whole {name} of {least} or more, got {number!r}")
    return int(number)


def check_wholes(numbers, name):
    """Any count of whole numbers from 1, as a list. raises: ValueError"""
    if isinstance(numbers, str) or not np.iterable(numbers):
        raise ValueError(f"expected {name} as a list of whole numbers, such as (3,), got {numbers!r}")
    return [check_whole(number, f"number of {name}") for number in numbers]


def check_number(number, name):
    """Any ordinary number as a float. raises: ValueError for text, lists, NaN, infinity and the like"""
    if not isinstance(number, Real) or isinstance(number, bool) or not math.isfinite(number):
        raise ValueError(f"expected {name} as one ordinary number, got {number!r}")
    return float(number)


def check_above_0(number, name):
    """An ordinary number above 0 as a float. raises: ValueError"""
    if not isinstance(number, Real) or isinstance(number, bool) or not 0 < number < math.inf:
        raise ValueError(f"expected a {name} above 0, got {number!r}")
    return float(number)


def check_rng(rng):
    """A NumPy random generator: the one given, or a new one from a seed, or from none. raises: ValueError"""
    try:
        return np.random.default_rng(rng)
    except (TypeError, ValueError):
        raise ValueError(f"expected a seed of 0 or more, a random generator or None, got {rng!r}") from None
