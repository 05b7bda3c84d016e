"""Run an answer safely: on copies of the cases, in silence, and for a short time."""

import contextlib
import copy
import inspect
import io
import sys
import time
from dataclasses import dataclass

import numpy as np

SECONDS = 2  # of computing; an answer that takes longer is taken for an endless loop


@dataclass(frozen=True, eq=False)
class Outcome:
    """What one call gave: kind is "value", "raised" or "endless"; `changed`: arguments that it changed."""

    kind: str
    value: object = None
    changed: str = ""


class _TooLong(BaseException):
    """Not an Exception, so that an `except Exception` in the answer does not catch it."""


def outcomes(exercise, answer):
    """What an answer gives: for a function one outcome a case, otherwise a single one."""
    if exercise.look:
        return [run(exercise.look, (answer,))]
    if callable(exercise.right):
        return [run(answer, case) for case in arguments(exercise)]
    return [Outcome("value", answer)]


def arguments(exercise):
    """The cases, each as a tuple of arguments."""
    return [case if isinstance(case, tuple) else (case,) for case in exercise.cases]


def run(function, given):
    """Call a function on copies of what is given, in silence, and stop it when its time is up."""
    mine, before = copy.deepcopy(given), sys.gettrace()
    end = time.thread_time() + SECONDS  # of this thread's own work: a busy machine is no endless loop

    def watch(frame, event, argument):
        if time.thread_time() > end:
            raise _TooLong
        return watch

    try:
        with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            sys.settrace(watch)
            value = function(*mine)
    except _TooLong:
        return Outcome("endless")
    except Exception as error:
        return Outcome("raised", error)
    finally:
        sys.settrace(before)
    return Outcome("value", value, _changed(function, given, mine))


def _changed(function, given, mine):
    arrays = [number for number, value in enumerate(given) if isinstance(value, np.ndarray)]
    changed = [number for number in arrays if not np.array_equal(given[number], mine[number])]
    return " and the ".join(list(inspect.signature(function).parameters)[number] for number in changed)
