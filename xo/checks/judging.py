"""Judge an answer: right, not finished, a known mistake, or else something that differs."""

import inspect
import re
from dataclasses import dataclass

import numpy as np

from xo.checks import running
from xo.checks.comparing import alike, all_alike, kind
from xo.checks.running import Outcome, arguments, known, outcomes
from xo.checks.telling import difference, gives_none, where


@dataclass(frozen=True)
class Verdict:
    right: bool = False
    finished: bool = True
    message: str = ""


def judge(exercise, answer):
    """Say whether an answer is right or not finished, or name its mistake."""
    by_call = callable(exercise.right) and exercise.look is None
    if answer is None or answer is ...:
        return Verdict(finished=False, message="put your answer in place of the dots, then run this cell again.")
    if by_call and not callable(answer):
        return Verdict(message=f"hand in your function itself, without calling it; this is {kind(answer)}.")
    if callable(answer) and not by_call and exercise.look is None:
        return Verdict(message=f"expected {kind(exercise.right)}, got a function: what does it give back?")
    if by_call and (message := _wrong_arguments(exercise, answer)):
        return Verdict(message=message)
    right = known(exercise, exercise.right) if by_call else outcomes(exercise, exercise.right)
    return _compare(exercise, outcomes(exercise, answer), right)


def _compare(exercise, got, expected):
    if any(outcome.kind == "endless" for outcome in got):
        return Verdict(message=f"stopped after {running.SECONDS} seconds: is there a loop that never ends?")
    if message := next(filter(None, map(_unfinished, got)), None) or _nothing(got, expected):
        return Verdict(finished=False, message=message)
    if all_alike(got, expected):
        changed = next((outcome.changed for outcome in got if outcome.changed), None)
        message = f"the result is right, but your function changed the {changed} it was given: work on a copy."
        return Verdict(message=message) if changed else Verdict(right=True)
    for message, wrong in exercise.mistakes:
        if _is_this_mistake(exercise, wrong, got):
            return Verdict(message=message)
    for case, (outcome, right) in enumerate(zip(got, expected, strict=True)):
        if not alike(outcome, right):
            return Verdict(message=where(exercise, case) + _ended(difference(exercise, outcome, right)))


def _ended(sentence):
    return sentence if sentence.endswith("?") else sentence + "."


def _wrong_arguments(exercise, answer):
    try:
        signature = inspect.signature(answer)
        signature.bind(*arguments(exercise)[0])
    except TypeError:
        wanted = ", ".join(list(inspect.signature(exercise.right).parameters)[: len(arguments(exercise)[0])])
        return f"your function is called with ({wanted}), but it takes {signature}."
    except ValueError:  # a built-in without a signature: let the call decide
        return None


def _unfinished(outcome):
    """What an untouched, or half-filled, stub gives."""
    if outcome.value is ...:
        return "there are still dots (...) where your part goes. Fill them in, then run this cell again."
    if outcome.kind == "raised" and re.search("ellipsis|Ellipsis", f"{outcome.value!r}"):
        return "there are still dots (...) in your function. Fill them in, then run this cell again."
    if isinstance(outcome.value, NotImplementedError):
        return str(outcome.value) or "write your function, then run this cell again."
    return None


def _nothing(got, expected):
    """What a function gives without any `return`; one that forgets it for some calls only is finished, but wrong."""
    if all(gives_none(outcome) and right.value is not None for outcome, right in zip(got, expected, strict=True)):
        return "your function gives nothing back. Should its last line begin with `return`?"
    return None


def _is_this_mistake(exercise, wrong, got):
    if callable(exercise.right) and exercise.look is None:
        return all_alike(got, known(exercise, wrong))
    if callable(wrong) and got[0].kind == "value":
        said = running.run(wrong, (got[0].value,))
        return said.kind == "value" and bool(np.all(said.value))
    return not callable(wrong) and all_alike(got, [Outcome("value", wrong)])
