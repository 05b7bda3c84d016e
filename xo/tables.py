"""Numbers as text, so that a lesson can print them and a test can compare them."""

import math
from fractions import Fraction
from numbers import Real

import numpy as np

from xo.arguments import as_number, as_numbers, as_share, as_whole

MINUS = "−"


def _plain(value):
    """A number as a float; NaN and infinity are told as they are. raises: ValueError for anything else"""
    single = isinstance(value, np.ndarray | np.bool_) and value.ndim == 0 and value.dtype.kind in "biuf"
    return float(value) if single or isinstance(value, Real) else as_number(value, "a value")


def decimal(value, places=2):
    """A number with `places` decimals, a real minus sign, and never a minus before zero."""
    text = f"{_plain(value):.{as_whole(places, 'number of places', 0, 50)}f}"
    return text.replace("-", MINUS if float(text) else "")


def percent(share):
    """A share with one decimal: 100.0 % only where nothing is missing, 0.0 % only where nothing is there."""
    share = as_share(share, "a share", 1e6)
    tenths = min(max(round(share * 1000), int(share > 0)), 999 if share < 1 else 1000)
    return f"{decimal(tenths / 10, 1)} %"


def fraction(value, largest=45, places=2):
    """The exact fraction behind a value, such as 7/9, or its decimals where no small one fits.

    largest: the largest number below the line that counts as small (45: the votes of the published example)
    """
    largest = as_whole(largest, "largest number below the line")
    value = _plain(value)
    if not math.isfinite(value):
        return decimal(value, places)
    exact = Fraction(value).limit_denominator(largest)
    if abs(float(exact) - float(value)) >= 1e-12:
        return decimal(value, places)
    return str(exact).replace("-", MINUS)


def table(values, over=None, places=2):
    """A map (rows, columns), or a list, as lines of text with its columns aligned.

    over: print how many ninths (over=9) each value is; none: decimals
    """
    rows = np.atleast_2d(as_numbers(values, "a table", axes=0).astype(float))
    if rows.ndim > 2:
        raise ValueError(f"expected a table with rows and columns, got shape {rows.shape}")
    over = over if over is None else as_whole(over, "number of parts", most=10**6)
    if over is not None and not np.allclose(rows * over, np.round(rows * over), atol=1e-9):
        raise ValueError(f"expected values that are whole numbers of 1/{over}, got others among them")
    words = [[decimal(value * over, 0) if over else decimal(value, places) for value in row] for row in rows]
    width = max(len(word) for row in words for word in row)
    return "\n".join("  ".join(word.rjust(width) for word in row) for row in words)
