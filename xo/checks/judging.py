"""Judge an answer: right, not finished, a known mistake, a slip that happens anywhere, or else what differs."""

import inspect
import re
from dataclasses import dataclass, replace

import numpy as np

from xo.checks import running
from xo.checks.comparing import alike, all_alike, kind
from xo.checks.explaining import explain
from xo.checks.running import Outcome, known, outcomes
from xo.checks.slips import (
    CHANGES,
    COMMA,
    FACTOR,
    GIVEN_BACK,
    STEPS_LEFT,
    always_same,
    code_slip,
    ends_with_return,
    find_slip,
    is_no_number,
    misread,
    unused,
    value_slip,
)
from xo.checks.telling import difference, gives_none, where

# mistakes that can be made in any exercise and are told with its own names and numbers, as a class counts them
CALLED = "the result of the function was handed in, not the function itself."
NO_VALUE = "a function was handed in where its result is wanted."
ARGUMENTS = "the function takes other arguments than it is called with."
ENDLESS = "a loop never ended."
CHANGED = "the result is right, but the function changed what it was given."
RAISED = "Python stopped it with an error."
UNUSED = "the function leaves something unused, its `return` ends a loop in the first round, or `^` or `[][]` misleads."
NO_NUMBER = "there is a `nan` in it, which is no number."
THE_SAME = "the function gives the same every time."
KIND = "it is of another kind or shape than what is wanted."
GENERAL = (
    COMMA,
    CALLED,
    NO_VALUE,
    ARGUMENTS,
    ENDLESS,
    CHANGED,
    RAISED,
    UNUSED,
    NO_NUMBER,
    THE_SAME,
    GIVEN_BACK,
    FACTOR,
    KIND,
)
ANYWHERE = tuple(dict.fromkeys([message for message, *_ in (*CHANGES, *STEPS_LEFT)] + [*GENERAL]))


@dataclass(frozen=True)
class Verdict:
    """What a check found. It is true where the answer is right, and a notebook shows nothing for it."""

    right: bool = False
    finished: bool = True
    message: str = ""
    mistake: str = ""  # its name, the same for everybody who makes it; none where the message only says what differs
    printed: tuple = ()  # of the call that the message is about: what it was called with, and what it printed

    def __bool__(self):
        return self.right

    @property
    def named(self):
        return bool(self.mistake)

    def _ipython_display_(self):
        """Nothing: `check(...)` in the last line of a cell has said all."""


def judge(exercise, answer):
    """Say whether an answer is right or not finished, or name its mistake."""
    by_call = exercise.by_call
    if answer is None or answer is ...:
        return Verdict(finished=False, message="put your answer in place of the dots, then run this cell again.")
    if by_call and not callable(answer):
        message = f"hand in your function itself, without calling it; this is {kind(answer)}."
        return Verdict(message=message, mistake=CALLED)
    if callable(answer) and not by_call and exercise.look is None:
        message = f"expected {kind(exercise.right)}, got a function: what does it give back?"
        return Verdict(message=message, mistake=NO_VALUE)
    if by_call and (message := _wrong_arguments(exercise, answer)):
        return Verdict(message=message, mistake=ARGUMENTS)
    right = known(exercise, exercise.right) if by_call else outcomes(exercise, exercise.right)
    got = outcomes(exercise, answer)
    verdict, case = _compare(exercise, answer, got, right)
    return replace(verdict, printed=_printed(exercise, got, case))


def _compare(exercise, answer, got, expected):
    """returns: the verdict, and the number of the call that it is about"""
    if any(outcome.kind == "endless" for outcome in got):
        message = f"stopped after {running.SECONDS} seconds: is there a loop that never ends?"
        return Verdict(message=message, mistake=ENDLESS), 0
    if message := next(filter(None, map(_unfinished, got)), None) or _nothing(answer, got, expected):
        return Verdict(finished=False, message=message), 0
    if all_alike(got, expected):
        changed = next((outcome.changed for outcome in got if outcome.changed), None)
        message = f"the result is right, but your function changed the {changed} it was given: work on a copy."
        return (Verdict(message=message, mistake=CHANGED) if changed else Verdict(right=True)), 0
    case = next(case for case, pair in enumerate(zip(got, expected, strict=True)) if not alike(*pair))
    for message, *wrong_ones in exercise.mistakes:
        if any(_is_this_mistake(exercise, wrong, got) for wrong in wrong_ones):
            return Verdict(message=message, mistake=message), case
    return _unknown(exercise, answer, got, expected, case), case


def _unknown(exercise, answer, got, expected, case):
    """A mistake that the exercise does not name."""
    if exercise.look is None and got[case].kind == "value" and (slip := _slip(exercise, got, expected)):
        message, mistake = slip
        if mistake == GIVEN_BACK and got[case].changed:
            message = f"you changed the {got[case].changed} you were given, and gave the copy back: change the copy."
        return Verdict(message=message, mistake=mistake)
    call = where(exercise, case, [alike(*pair) for pair in zip(got, expected, strict=True)])
    if got[case].kind == "raised":
        read = misread(answer) if exercise.by_call else None
        message = (f"{read}; " if read else "") + call + _ended(explain(got[case].value, answer))
        return Verdict(message=message, mistake=UNUSED if read else RAISED)
    message = call + _ended(difference(exercise, got[case], expected[case]))
    if seen := _seen_by_itself(exercise, answer, got, case):
        return Verdict(message=f"{seen[0]}; {message}", mistake=seen[1])
    return Verdict(message=message, mistake=KIND if kind(got[case].value) != kind(expected[case].value) else "")


def _seen_by_itself(exercise, answer, got, case):
    """What is wrong with an answer whatever was expected, and the name of that mistake; or None."""
    if exercise.by_call and (shown := code_slip(answer, unused(exercise.right))):
        return shown, UNUSED
    if is_no_number(got[case].value):
        nan = "there is a `nan` in it, which is no number: it comes of 0 / 0, of None, or of the mean of nothing"
        return nan, NO_NUMBER
    if exercise.by_call and always_same(got):
        return "your function gives the same every time, whatever it is given", THE_SAME
    return None


def _slip(exercise, got, expected):
    """The slip that explains all calls which gave something, as a sentence and its name, or None."""
    if any(map(gives_none, got)):
        return None
    if not exercise.by_call:
        return value_slip(got[0].value, expected[0].value)
    calls = zip(got, expected, exercise.named_cases(), strict=True)
    return find_slip([(mine.value, right.value, given) for mine, right, given in calls if mine.kind == "value"])


def _ended(sentence):
    return sentence if sentence.endswith(("?", ".")) else sentence + "."


def _printed(exercise, got, case):
    """What the answer printed in the call that went wrong, or else in the first one in which it printed."""
    case = case if got[case].printed else next((n for n, outcome in enumerate(got) if outcome.printed), case)
    return (where(exercise, case).removesuffix(": "), got[case].printed) if got[case].printed else ()


def _wrong_arguments(exercise, answer):
    try:
        signature = inspect.signature(answer)
        signature.bind(*exercise.cases[0])
    except TypeError:
        wanted = ", ".join(exercise.named_cases()[0])
        return f"your function is called with ({wanted}), but it takes {signature}."
    except ValueError:  # a built-in without a signature: let the call decide
        return None


def _unfinished(outcome):
    """What an untouched, or half-filled, stub gives."""
    if outcome.value is ...:
        return "there are still dots (...) where your part goes. Fill them in, then run this cell again."
    # NumPy names the ellipsis, "(`...`)", among what may stand in square brackets: that is another mistake.
    if outcome.kind == "raised" and re.search(r"[Ee]llipsis(?! \()", f"{outcome.value!r}"):
        return "there are still dots (...) in your function. Fill them in, then run this cell again."
    if isinstance(outcome.value, NotImplementedError):
        return str(outcome.value) or "write your function, then run this cell again."
    return None


def _nothing(answer, got, expected):
    """What a function gives without any `return`; one that forgets it for some calls only is finished, but wrong."""
    if all(gives_none(outcome) and right.value is not None for outcome, right in zip(got, expected, strict=True)):
        if any(outcome.printed for outcome in got):
            return "your function prints, but gives nothing back. `return` hands a result on; `print` only shows it."
        if ends_with_return(answer):
            return "what your function returns is None, nothing. Is it ever set? (`.append(...)` gives nothing back.)"
        return "your function gives nothing back. Should its last line begin with `return`?"
    return None


def _is_this_mistake(exercise, wrong, got):
    if exercise.by_call:
        return all(alike(mine, running.run(wrong, case, False)) for mine, case in zip(got, exercise.cases, strict=True))
    if callable(wrong) and got[0].kind == "value":
        said = running.run(wrong, (got[0].value,))
        return said.kind == "value" and bool(np.all(said.value))
    return not callable(wrong) and all_alike(got, [Outcome("value", wrong)])
