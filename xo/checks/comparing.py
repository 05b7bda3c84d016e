"""Compare what came with what was expected: all cells, equal but for rounding, whatever they come in."""

import re
from decimal import Decimal
from numbers import Real

import numpy as np

from xo.checks.explaining import meaning_of

Number = Real | Decimal


def plain(value):
    """Numbers (and lists of them) as a floating array, text in capitals, anything else as it is, but never an array."""
    if isinstance(value, str):
        return value.strip().upper()
    try:
        array = np.asarray(value)
        fractions = array.dtype.kind == "O" and array.size and all(isinstance(item, Number) for item in array.flat)
        if fractions or array.dtype.kind in "biuf":
            return array.astype(float)
    except Exception:  # rows of different lengths, numbers that are too large, whatever an answer's own type does
        return value
    return value.tolist() if isinstance(value, np.ndarray) else value


def close(one, other):
    """Cell by cell: equal but for rounding, which goes further where the first was worked out in single precision."""
    with np.errstate(all="ignore"):
        single = np.array_equal(one, np.float32(one), equal_nan=True) & (one != np.round(one))
    return np.isclose(one, other, rtol=np.where(single, 1e-5, 1e-9), atol=np.where(single, 1e-6, 1e-9), equal_nan=True)


def same_arrays(one, other):
    """Are both arrays, of one shape, with cells that are equal but for rounding?"""
    arrays = isinstance(one, np.ndarray) and isinstance(other, np.ndarray)
    return arrays and one.shape == other.shape and bool(close(one, other).all())


def alike(one, other):
    """Do two outcomes agree: all cells of all arrays, or the same kind of exception about the same shapes?"""
    if one.kind != other.kind:
        return False
    if one.kind != "value":
        (*how, shapes), (*other_how, others) = _how_it_stopped(one.value), _how_it_stopped(other.value)
        return how == other_how and (shapes == others or not shapes or not others)
    one, other = plain(one.value), plain(other.value)
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return same_arrays(one, other)
    return type(one) is type(other) and bool(one == other)


def _how_it_stopped(error):
    """Its type, what it means or says, and the shapes that NumPy names: slips that stop alike often differ in them."""
    text = str(error)
    return type(error), meaning_of(error) or re.sub(r"[\d,(). ]+", " ", text), sorted(re.findall(r"\([\d,]+\)", text))


def all_alike(some, others):
    return all(alike(one, other) for one, other in zip(some, others, strict=True))


def kind(value):
    """What a value is, in plain words."""
    numbers, name = plain(value), type(value).__name__
    if value is None:
        return "nothing (None)"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, bool | np.bool_):
        return "True or False"
    if isinstance(numbers, np.ndarray):
        return f"an array of shape {numbers.shape}" if numbers.ndim else "a number"
    if callable(value):
        return "a function"
    if isinstance(value, Number):
        return "a number that is too large"
    if name in ("map", "filter", "zip", "generator", "range", "dict_values", "dict_keys", "enumerate", "reversed"):
        return f"something of type {name} (put `list(...)` around it)"
    if isinstance(value, list | tuple):
        return f"a {name} of {len(value)} things that are not all numbers"
    if isinstance(value, np.ndarray):
        return "an array of things that are not all numbers"
    if isinstance(value, dict):
        return "a whole dictionary"
    return f"something of type {name}"
