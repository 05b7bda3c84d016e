"""Slips that can happen in any exercise: a sign, a rounding, rows for columns, a `return` in the loop.

A mistake that an exercise names itself comes first; these follow, and then only what differs.
"""

import ast
import dis
import inspect
import re
import textwrap

import numpy as np

from xo.checks.comparing import close, plain, same_arrays
from xo.checks.telling import short_decimal

WHOLE = "the decimals are cut off: `int(...)` and `//` do that, and so does an array that holds whole numbers only."


def _added_up(value):
    return np.cumsum(value, 0) if np.ndim(value) else None


COMMA = "a decimal has a point, as in `0.5`: with a comma Python reads two numbers."
GIVEN_BACK = "it gave what it was given back as it came."
FACTOR = "everything is too large, or too small, by the same."
BRACKETS = (
    "there is a pair of brackets (or a comma behind it) too many around your result.",
    lambda value: value[None],
    lambda value: value[None, None],
)
TEXT = ("that is a text. Leave the quotation marks away.", float)
SCALED = [
    ("the sign is turned: what should be positive is negative, and the other way round.", lambda value: -value),
    ("it is 100 times too large: did you give per cent?", lambda value: value * 100),
    ("it is a hundred times too small: was it in per cent already?", lambda value: value / 100),
]
# what was made of the right result, and what to say about it
CHANGES = [
    *SCALED,
    ("the minus signs are gone.", np.abs),
    ("what should be below 0 became 0.", lambda value: np.maximum(value, 0)),
    (
        "every cell is 0: is anything put into its place, and does `return` give back what you filled?",
        lambda value: np.zeros_like(value) if np.ndim(value) else None,
    ),
    (WHOLE, np.trunc),
    ("you rounded down.", np.floor),
    ("you rounded up.", np.ceil),
    ("you rounded to a whole number. Give it as it is.", np.round),
    ("you rounded to one decimal. Give the number as it is.", lambda value: np.round(value, 1)),
    ("you rounded to two decimals. Give the number as it is.", lambda value: np.round(value, 2)),
    ("you rounded to three decimals. Give the number as it is.", lambda value: np.round(value, 3)),
    ("rows and columns have changed places.", lambda value: np.swapaxes(value, -1, -2)),
    ("it is upside down: the last row comes first.", lambda value: np.flip(value, -2)),
    ("it is back to front: the last one comes first.", lambda value: np.flip(value, -1)),
    ("it is turned by half a turn.", lambda value: np.flip(value, (-1, -2))),
    (
        "only the first of several came: does `return` stand inside the loop? It ends the function at once.",
        lambda value: value[:1],
        lambda value: value[0],
    ),
    ("only the last one came: keep those before it, too.", lambda value: value[-1:], lambda value: value[-1]),
    ("the last one is missing.", lambda value: value[:-1]),
    ("the first one is missing.", lambda value: value[1:]),
    ("the last row and the last column are missing.", lambda value: value[..., :-1, :-1]),
    ("the last column is missing.", lambda value: value[..., :-1]),
    (
        "every cell holds the first value: does anything change from one place to the next?",
        lambda value: np.full_like(value, np.ravel(value)[0]),
    ),
    (
        "every row is the same as the first: does anything change from row to row?",
        lambda value: np.repeat(value[:1], len(value), 0) if value.ndim == 2 else None,
    ),
    (
        "every column is the same as the first: does anything change from column to column?",
        lambda value: np.repeat(value[:, :1], value.shape[1], 1) if value.ndim == 2 else None,
    ),
    (
        "each number stands in brackets of its own: leave them away.",
        lambda value: value[..., None] if np.ndim(value) else None,
    ),
    ("you squared the result: give it as it is.", np.square),
    (
        "every cell holds the last value: put each value into a place of its own.",
        lambda value: np.full_like(value, np.ravel(value)[-1]) if np.ndim(value) else None,
    ),
    (
        "every row holds the values of all rows: begin each row with a list of its own, `[]`.",
        lambda value: np.tile(value.ravel(), (len(value), 1)) if value.ndim == 2 else None,
    ),
    ("each one has all before it added in: set your total back to 0 for each.", _added_up),
    (
        "each one has all before it added in: set your total back to 0 for each cell.",
        lambda value: np.cumsum(value).reshape(value.shape) if value.ndim > 1 else None,
    ),
    ("the numbers are right, but sorted: leave them in their order.", np.sort),
    BRACKETS,
    ("that is the sum of what should be several numbers.", np.sum),
    ("that is the mean of what should be several numbers.", np.mean),
    ("that is the largest of what should be several numbers.", np.max),
    ("the numbers are right, but they lie in one long row: keep their shape.", np.ravel),
]
# what has still to be made of an answer to be right
STEPS_LEFT = [
    ("you gave the same number several times: give it once.", lambda value: np.unique(value) if value.ndim else None),
    ("the last one of those is it: return it alone.", lambda value: value[-1]),
    (
        "those are parts of it; add them up. (`.sum(axis=0)` adds up each column by itself; `.sum()` adds up all.)",
        np.sum,
    ),
    ("those are parts of it; take their mean. (`.mean(axis=0)` is one for each column; `.mean()` is one.)", np.mean),
    ("those are candidates; take the largest.", np.max),
    ("those are candidates; take the smallest.", np.min),
    TEXT,
]


def find_slip(calls):
    """The slip that explains all results at once, as a sentence and the name under which a class counts it, or None.

    calls: for each call what came out of it, what should have, and its arguments by name, as a dict
    """
    pairs = [(plain(one), plain(other)) for one, other, _ in calls]
    if len(pairs) > 1 and all(same_arrays(pairs[0][0], one) for one, _ in pairs):
        return None  # the same every time: what it equals is chance
    if all(same_arrays(*pair) for pair in pairs):
        return None
    for message, *changes in CHANGES:
        if any(all(same_arrays(one, _try(change, other)) for one, other in pairs) for change in changes):
            return message, message
    for message, step in STEPS_LEFT:
        if all(same_arrays(_try(step, one), other) for one, other in pairs):
            return message, message
    if sentence := _given_back(pairs, [given for _, _, given in calls]):
        return sentence, GIVEN_BACK
    return (sentence, FACTOR) if (sentence := _off_by_the_same(pairs)) else None


def value_slip(value, right):
    """The slip in a value that was asked for, as a sentence and its name, or None."""
    mine, theirs = plain(value), plain(right)
    if isinstance(right, float) and isinstance(value, tuple | str) and re.fullmatch(r"\(?\d+, ?\d+\)?", str(value)):
        return COMMA, COMMA
    found = (
        message
        for message, *changes in [*SCALED, BRACKETS]
        if any(same_arrays(mine, _try(change, theirs)) for change in changes)
    )
    message = next(found, TEXT[0] if same_arrays(_try(TEXT[1], value), theirs) else None)
    return message and (message, message)


def _try(change, value):
    try:
        with np.errstate(all="ignore"):
            return plain(change(value)) if np.size(value) else None
    except Exception:  # this change is none for such a value
        return None


def always_same(got):
    """Did the same come out of every call? got: outcomes"""
    values = [plain(outcome.value) for outcome in got if outcome.kind == "value"]
    return 2 < len(got) == len(values) and all(same_arrays(values[0], value) for value in values)


def _given_back(pairs, given):
    """Did it give an argument back as it came?"""
    for name in given[0]:
        if all(same_arrays(one, plain(call.get(name))) for (one, _), call in zip(pairs, given, strict=True)):
            return f"you gave `{name}` back as it came."
    return None


def _off_by_the_same(pairs):
    """Is everything too large by the same factor, or by the same number?"""
    arrays = all(isinstance(one, np.ndarray) and isinstance(other, np.ndarray) for one, other in pairs)
    if not arrays or any(one.shape != other.shape or not one.size for one, other in pairs):
        return None
    mine, right = (np.concatenate([values.ravel() for values in side]) for side in zip(*pairs, strict=True))
    if len(mine) < 3 or not np.isfinite(mine).all() or np.abs(mine - right).max() < 0.001:
        return None
    with np.errstate(all="ignore"):
        factor, difference = mine[right != 0] / right[right != 0], mine - right
    if close(difference, difference[0]).all():
        return f"it is {short_decimal(abs(difference[0]))} too {'large' if difference[0] > 0 else 'small'} every time."
    if len(factor) > 2 and close(factor, factor[0]).all() and close(mine[right == 0], 0).all() and factor[0] > 0:
        large, by = factor[0] > 1, max(factor[0], 1 / factor[0])
        return f"it is {short_decimal(by)} times too {'large' if large else 'small'} every time."
    return None


def is_no_number(value):
    """Is there a nan in it?"""
    value = plain(value)
    return isinstance(value, np.ndarray) and bool(np.isnan(value).any())


def code_slip(function, needless=()):
    """What the code of an answer shows by itself, or None. needless: arguments that the right answer does not use"""
    if names := [name for name in unused(function) if name not in needless]:
        return f"your function never uses {' and '.join(f'`{name}`' for name in names)}"
    if _returns_in_loop(_tree(function)):
        return "`return` stands inside the loop, and ends it in its first round"
    return misread(function)


def misread(function):
    """What Python reads otherwise than it was meant, or None."""
    nodes = list(ast.walk(_tree(function)))
    if any(isinstance(node, ast.BitXor) for node in nodes):
        return "`^` is no power in Python: a square is `** 2`"
    parts = [node for node in nodes if isinstance(node, ast.Subscript) and _is_part(node.slice)]
    if any(isinstance(node.value, ast.Subscript) and _is_part(node.value.slice) for node in parts):
        return "`[...][...]` takes rows of the rows: put both into one pair of brackets, rows, a comma, then columns"
    return None


def _is_part(place):
    """Is it such as `a:b`, with a beginning and an end?"""
    return isinstance(place, ast.Slice) and place.lower is not None and place.upper is not None


def unused(function):
    """The arguments that a function never uses; none where its code cannot be read."""
    try:
        code = function.__code__
        names = code.co_varnames[: code.co_argcount]
        used = {step.argval for step in dis.get_instructions(code) if "LOAD" in step.opname}
        used |= {name for step in dis.get_instructions(code) if isinstance(step.argval, tuple) for name in step.argval}
        used |= set(code.co_cellvars)
    except AttributeError:
        return []
    return [name for name in names if name not in used and not name.startswith("_")]


def _tree(function):
    """The code of a function as a tree: an empty one where it cannot be read."""
    try:
        return ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return ast.parse("")


def ends_with_return(function):
    """Is its last line a `return` with something behind it?"""
    functions = [node for node in _tree(function).body if isinstance(node, ast.FunctionDef)]
    last = functions[0].body[-1] if functions else None
    return isinstance(last, ast.Return) and last.value is not None


def _returns_in_loop(tree):
    """Does a loop end with its first round, by a `return` on which no `if` decides?"""
    loops = [node for node in ast.walk(tree) if isinstance(node, ast.For | ast.While)]
    return any(isinstance(line, ast.Return) for loop in loops for line in loop.body)
