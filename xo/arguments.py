"""Settings: one number that a function is handed, made plain, or one sentence that says what is wrong with it."""

import math
from numbers import Real

import numpy as np


def as_numbers(values, name="image", axes=2):
    """Return `values` as a floating array, or say in one sentence what is wrong with them.

    values: anything with at least `axes` axes, none of them empty; whole numbers become float64
    returns: the same numbers, in the floating dtype that came (float64 for whole numbers)
    raises: TypeError for text, True/False or other things that are no numbers;
            ValueError for too few axes, nothing in it, or a NaN or infinity
    """
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(f"expected {name} with rows of one length, got rows of different lengths") from None
    if array.dtype.kind not in "iuf":
        words = {"U": "text", "b": "True or False", "c": "complex numbers"}
        came = words.get(array.dtype.kind, type(values).__name__)
        raise TypeError(f"expected {name} made of numbers, got {came}")
    if array.ndim < axes:
        raise ValueError(
            f"expected {name} with at least {axes} ax{'es' if axes > 1 else 'is'}, got shape {array.shape}"
        )
    if array.size == 0:
        raise ValueError(f"expected {name} with something in it, got an empty one of shape {array.shape}")
    if array.dtype.kind != "f":
        array = array.astype(np.float64)
    if not np.isfinite(array).all():
        raise ValueError(f"expected {name} of ordinary numbers, got NaN or infinity among them")
    return array


def as_biases(biases, weights, outputs="categories"):
    """The biases as numbers of the weights' dtype. outputs: the word for what each of them belongs to, as in features

    weights: (outputs, ...); raises: TypeError for no numbers; ValueError where there is not one for each output
    """
    biases = as_numbers(biases, "biases", 1)
    if biases.shape != weights.shape[:1]:
        raise ValueError(f"expected a bias for each of {len(weights)} {outputs}, got {len(biases)}")
    return biases.astype(weights.dtype, copy=False)


def as_whole(number, name, least=1):
    """A whole number, `least` or more, as an int: NumPy's small ones overflow in a sum. raises: ValueError"""
    if not isinstance(number, int | np.integer) or isinstance(number, bool) or number < least:
        raise ValueError(f"expected a whole {name} of {least} or more, got {number!r}")
    return int(number)


def as_wholes(numbers, name):
    """Any count of whole numbers from 1, as a list. raises: ValueError"""
    if isinstance(numbers, str) or not np.iterable(numbers):
        raise ValueError(f"expected {name} as a list of whole numbers, such as (3,), got {numbers!r}")
    return [as_whole(number, f"number of {name}") for number in numbers]


def as_number(number, name):
    """Any ordinary number as a float. raises: ValueError for text, lists, NaN, infinity and the like"""
    if not isinstance(number, Real) or isinstance(number, bool) or not math.isfinite(number):
        raise ValueError(f"expected {name} as one ordinary number, got {number!r}")
    return float(number)


def as_above_0(number, name):
    """An ordinary number above 0 as a float. raises: ValueError"""
    if not isinstance(number, Real) or isinstance(number, bool) or not 0 < number < math.inf:
        raise ValueError(f"expected a {name} above 0, got {number!r}")
    return float(number)


def as_rng(rng):
    """A NumPy random generator: the one given, or a new one from a seed, or from none. raises: ValueError"""
    try:
        return np.random.default_rng(rng)
    except (TypeError, ValueError):
        raise ValueError(f"expected a seed of 0 or more, a random generator or None, got {rng!r}") from None
