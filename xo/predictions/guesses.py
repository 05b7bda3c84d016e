"""Guesses and what came: when they agree, and how to say it kindly."""

import re
from fractions import Fraction

import numpy as np

from xo.arguments import in_short
from xo.predictions.reading import Number, meanings
from xo.tables import fraction

LARGEST = 1e100  # number that can be kept and told
EXACT = Fraction(1, 10**9)  # how far a number that was worked out may lie beside the number itself
WANTED = "One number is wanted, such as 7, 7/9 or 0.78."


def agrees(guess, truth, question=""):
    """Is the guess what came: the same number however it is written, the same words, the same cells?

    question: what was asked, which can say what a share is meant of (see `reading`)
    """
    if isinstance(guess, list) or isinstance(truth, list):
        return isinstance(guess, list) and isinstance(truth, list) and sorted(guess) == sorted(truth)
    number = _as_number(truth)
    if number is None:
        return _words(guess) == _words(truth)
    return any(_same(meant, number) for meant in meanings(guess, question))


def as_kept(truth):
    """What can stand in the file: a text, a number, or for cells a list of [row, column].

    raises: ValueError for anything else
    """
    if isinstance(truth, str):
        return truth
    if isinstance(truth, Fraction):
        return int(truth) if truth.denominator == 1 else str(truth)
    try:
        values = np.asarray(truth)
    except Exception:  # rows of different lengths, a tensor of another package
        values = np.array([])
    if values.ndim == 2 and values.dtype.kind in "biuf":
        return np.argwhere(values).tolist()
    value = values.item() if values.size == 1 else None
    if isinstance(value, bool):
        return ("no", "yes")[value]
    if not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise ValueError(f"expected a number, a text, or a grid of cells to reveal, got {in_short(truth)}")
    return value


def _same(meant, truth):
    """The same number, or the same when it is rounded: to the decimals of the guess, if it has two or more, or to those
    of a truth that is told in decimals, as class maps know it, if the guess has more (49/81 or 0.604938 for 0.6049)."""
    told = [places for places in (meant.places, truth.places) if places is not None]
    places = min(told, default=None)
    coarse = places is not None and places > 1 and truth.value.denominator > 1
    return abs(meant.value - truth.value) <= (Fraction(1, 2 * 10**places) if coarse else EXACT)


def _as_number(truth):
    """The Number that a truth is; None for words, even for words with a number among them ("up to 60")."""
    if not isinstance(truth, str):
        return Number(Fraction(truth))
    plain = re.fullmatch(r"[-−]?[\d.,]*\d(/\d+)?", truth.strip())
    return next(iter(meanings(truth)), None) if plain else None


def _words(text):
    """A text as it is compared: small letters, no signs around it, no article before it."""
    text = " ".join(str(text).casefold().split()).strip(" .,;!?\"'“”‘’")
    return re.sub(r"^(the|an?) (?=\S)", "", text)


def _say(value):
    if isinstance(value, list):
        return f"{len(value)} cells" if len(value) != 1 else "1 cell"
    if _as_number(value) is None:
        return f"“{value}”"
    return str(value) if isinstance(value, str) else fraction(value, places=4)


def _it_is(truth, in_a_row=False):
    if not isinstance(truth, list):
        return f"It is {_say(truth)}."
    cells = ", ".join(name_cell(row, column, in_a_row) for row, column in truth)
    return f"It is {_say(truth)}: {cells}." if truth else "It is no cell at all."


def name_cell(row, column, in_a_row=False):
    """How a cell is called; in a list, which is a single row, by its place."""
    return f"place {column}" if in_a_row else f"row {row} column {column}"


def came_true(entry):
    """Did this guess turn out as it was made?"""
    return "truth" in entry and agrees(entry["answer"], entry["truth"], entry["question"])


def beside(entry):
    """The guess and what came, in one kind line."""
    guess, truth, in_a_row = entry["answer"], entry.get("truth"), entry.get("in a row", False)
    if guess is None:
        return "You skipped this one." if truth is None else f"You skipped this one. {_it_is(truth, in_a_row)}"
    when = " (after the answer had been worked out)" if entry.get("late") else ""
    if truth is None:
        return f"You said {_say(guess)}{when}. What came has not been shown yet."
    if came_true(entry):
        other_words = "" if isinstance(guess, list) or _say(guess) == _say(truth) else f" ({_say(truth)})"
        return f"You said {_say(guess)}{when}, and so it is{other_words}."
    if isinstance(guess, list) and isinstance(truth, list):
        both = [cell for cell in guess if cell in truth]
        return f"You marked {_say(guess)}{when}, {len(both)} of them rightly. {_it_is(truth, in_a_row)}"
    return f"You said {_say(guess)}{when}. {_it_is(truth)}"


def why(entry):
    """A question to someone whose guess did not come true, or nothing."""
    guess = entry["answer"]
    missed = guess is not None and not isinstance(guess, list) and not came_true(entry)
    return f" What made you expect {_say(guess)}?" if missed else ""


def without_guess(truth, in_a_row=False):
    """What came, for someone who wrote nothing down."""
    return f"{_it_is(truth, in_a_row)} (No guess was written down.)"
