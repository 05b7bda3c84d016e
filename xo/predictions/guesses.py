"""Guesses and what came: when they agree, and how to say it kindly."""

import re
from fractions import Fraction

import numpy as np

from xo.tables import MINUS, fraction


def agrees(guess, truth):
    """Is the guess what came: the same number (7/9, 0.78 or "3 of 8" will do), the same words, the same cells?"""
    if isinstance(guess, list) and isinstance(truth, list):
        return sorted(guess) == sorted(truth)
    other = _as_number(truth)
    one = _as_number(guess) if other is None else _meant(guess, other)
    if one is None or other is None:
        return " ".join(str(guess).split()).casefold() == " ".join(str(truth).split()).casefold()
    return one == other or (other.denominator > 1 and abs(one - other) < Fraction(6, 1000))


def as_kept(truth):
    """What can stand in the file: a text, a number, or for cells a list of [row, column]."""
    if isinstance(truth, str):
        return truth
    if np.ndim(truth) == 2:
        return np.argwhere(np.asarray(truth)).tolist()
    value = np.asarray(truth).item()
    return ("no", "yes")[value] if isinstance(value, bool) else value


def _as_number(value):
    text = str(value).replace(MINUS, "-").replace(" ", "").rstrip("%")
    if re.fullmatch(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?", text):  # 1,323 is no decimal
        text = text.replace(",", "")
    if re.search(r"[eE][-+]?[\d_]{4}", text):  # 1e99999999 would be worked out, digit by digit
        return None
    try:
        return Fraction(text.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return None


def _meant(guess, truth):
    """The number in a guess such as "11 pixels", "3 of 8" or "none"; where a share came, "60 %" means 0.6."""
    text = str(guess).strip()
    started = re.match(rf"[{MINUS}-]?\d[\d.,/]*", text)
    number = _as_number(text)
    if number is None:
        number = Fraction(0) if text.casefold() in ("none", "zero", "nothing") else started and _as_number(started[0])
    return number / 100 if number is not None and "%" in text and abs(truth) <= 1 else number


def _say(value):
    if isinstance(value, list):
        return f"{len(value)} cells" if len(value) != 1 else "1 cell"
    if _as_number(value) is None:
        return f"“{value}”"
    return str(value) if isinstance(value, str) else fraction(value, places=4)


def _it_is(truth):
    if not isinstance(truth, list):
        return f"It is {_say(truth)}."
    cells = ", ".join(f"row {row} column {column}" for row, column in truth)
    return f"It is {_say(truth)}: {cells}." if truth else "It is no cell at all."


def beside(entry):
    """The guess and what came, in one kind line."""
    guess = entry["answer"]
    if "truth" not in entry:
        return f"You said {_say(guess)}. What came has not been shown yet."
    truth = entry["truth"]
    if agrees(guess, truth):
        return f"You said {_say(guess)}, and so it is."
    if isinstance(guess, list) and isinstance(truth, list):
        both = [cell for cell in guess if cell in truth]
        return f"You marked {_say(guess)}, {len(both)} of them rightly. {_it_is(truth)}"
    return f"You said {_say(guess)}. {_it_is(truth)} What made you expect {_say(guess)}?"


def without_guess(truth):
    """What came, for someone who wrote nothing down."""
    return f"{_it_is(truth)} (No guess was written down.)"
