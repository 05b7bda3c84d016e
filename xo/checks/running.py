"""Run an answer safely: on copies of the cases, with what it prints put aside, and for a short time."""

import contextlib
import copy
import functools
import inspect
import io
import itertools
import sys
import time
import warnings
from dataclasses import dataclass

import numpy as np

SECONDS = 2  # of computing; an answer that takes longer is taken for an endless loop
MOST_PRINTED = 4000  # signs that are kept of what an answer prints
# Own work, so that a busy machine is no endless loop; Python in a browser knows only the clock.
_seconds_spent = getattr(time, "thread_time", time.perf_counter)


@dataclass(frozen=True, eq=False)
class Outcome:
    """What one call gave: kind is "value", "raised" or "endless"."""

    kind: str
    value: object = None
    changed: str = ""  # the arguments that it changed
    printed: str = ""


class _Page(io.StringIO):
    """Takes what is printed, as long as it is not too much."""

    def write(self, text):
        return super().write(text[: max(0, MOST_PRINTED - self.tell())]) and len(text)


class _TooLong(BaseException):
    """Not an Exception, so that an `except Exception` in the answer does not catch it."""


def outcomes(exercise, answer):
    """What an answer gives: for a function one outcome a case, otherwise a single one."""
    if exercise.look:
        return [run(exercise.look, (answer,))]
    if not exercise.by_call:
        return [Outcome("value", answer)]
    found = []
    for case in exercise.cases:
        found.append(run(answer, case))
        if found[-1].kind == "endless":  # once is enough to wait for
            return found[-1:] * len(exercise.cases)
    return found


@functools.cache
def known(exercise, function):
    """The outcomes of a function that the lesson declares, which needs no watching and no second run."""
    return [run(function, case, watched=False) for case in exercise.cases]


def run(function, given, watched=True):
    """Call a function on copies of what is given, and stop it when its time is up."""
    before, page = sys.gettrace(), _Page()
    end, steps = _seconds_spent() + SECONDS, itertools.count(1)

    def watch(frame, event, argument):
        if next(steps) % 16 == 0 and _seconds_spent() > end:
            raise _TooLong
        return watch

    try:
        with contextlib.redirect_stdout(page), np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            mine = copy.deepcopy(given)
            try:
                if watched:
                    sys.settrace(watch)
                value = function(*mine)
            finally:  # before anything else: what comes now is not the answer's own time
                sys.settrace(before)
    except _TooLong:
        return Outcome("endless", printed=page.getvalue())
    except (Exception, SystemExit) as error:  # sys.exit() and quit() as well
        return Outcome("raised", error, printed=page.getvalue())
    return Outcome("value", value, _changed(function, given, mine), page.getvalue())


def _is_as_it_was(old, new):
    """Is an array, a list or a dictionary as it was, with all that is in it?"""
    if isinstance(old, np.ndarray):
        return np.array_equal(old, new)
    if not isinstance(old, list | tuple | dict) or type(old) is not type(new):
        return type(old) is type(new)  # numbers, texts and functions cannot be changed
    if isinstance(old, dict):
        return list(old) == list(new) and all(_is_as_it_was(old[name], new[name]) for name in old)
    return len(old) == len(new) and all(map(_is_as_it_was, old, new))


def _changed(function, given, mine):
    """The names of what a call changed; "values" where they have no names of their own, as in `*given`."""
    changed = [id(old) for old, new in zip(given, mine, strict=True) if not _is_as_it_was(old, new)]
    if not changed:
        return ""
    named = inspect.signature(function).bind(*given).arguments
    return " and the ".join(name for name, old in named.items() if id(old) in changed) or "values"
