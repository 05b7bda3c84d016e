"""Compare what came with what was expected: all cells, equal but for rounding, whatever they come in."""

import numpy as np


def plain(value):
    """Numbers (and lists of them) as a floating array, text in capitals, anything else as it is."""
    if isinstance(value, str):
        return value.strip().upper()
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, RuntimeError):
        return value
    return array.astype(float) if array.dtype.kind in "biuf" else value


def close(one, other):
    """Cell by cell: equal but for rounding."""
    return np.isclose(one, other, rtol=1e-9, atol=1e-9, equal_nan=True)


def alike(one, other):
    """Do two outcomes agree: all cells of all arrays, or the same kind of exception?"""
    if one.kind != other.kind:
        return False
    if one.kind != "value":
        return type(one.value) is type(other.value)
    one, other = plain(one.value), plain(other.value)
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one.shape == other.shape and bool(close(one, other).all())
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return False
    return type(one) is type(other) and bool(one == other)


def all_alike(some, others):
    return all(alike(one, other) for one, other in zip(some, others, strict=True))


def kind(value):
    """What a value is, in plain words."""
    if value is None:
        return "nothing (None)"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, bool | np.bool_):
        return "True or False"
    numbers = plain(value)
    if not isinstance(numbers, np.ndarray):
        return "a function" if callable(value) else f"something of type {type(value).__name__}"
    shape = ", ".join(str(length) for length in numbers.shape)
    return f"an array of shape ({shape}{',' * (numbers.ndim == 1)})" if numbers.ndim else "a number"
