"""Checks name the mistake. Every exercise of every lesson is tried with right and wrong answers, its bank.

A bank stands in `tests/bank/lessonNN.py`. It holds, for every exercise of `xo/checks/lessonNN.py`:

    BANK = {
        "01.match": {
            "right": [match_with_a_loop, match_with_numpy],             # two styles at least
            "wrong": [(match_not_divided, "did not divide"), ...],      # four at least, each with words
        },                                                              # that its own message holds
        "01.differences": {"right": [16, 16.0], "wrong": [(65, "that agree"), (81, "too large"), ...]},
    }

Wrong types, wrong shapes, exceptions, endless loops and stubs are tried on every exercise: leave them out.
"""

import contextlib
import importlib.util
import inspect
import itertools
import re
import sys
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from xo import checks
from xo.checks import check, hint, lesson06, running, solution
from xo.checks.comparing import alike, all_alike
from xo.checks.exercise import Exercise
from xo.checks.explaining import explain
from xo.checks.judging import judge
from xo.checks.running import Outcome, known
from xo.filtering import CROSS
from xo.images import TRICKIER, O, X
from xo.networks import hand_made_network
from xo.voting import strong_weights

HERE = Path(__file__).parent
LESSONS = sorted(path.stem[-2:] for path in Path(checks.__file__).parent.glob("lesson??.py"))
BROKEN = {}


def bank(lesson):
    return load(HERE / "bank" / f"lesson{lesson}.py").BANK


def load(path):
    module = importlib.util.module_from_spec(spec := importlib.util.spec_from_file_location(path.stem, path))
    spec.loader.exec_module(module)
    return module


def collect(read):
    """What every lesson declares, by name; a lesson that cannot be read breaks one test, not all."""
    found = {}
    for lesson in LESSONS:
        try:
            found |= read(lesson)
        except Exception as reason:
            BROKEN[lesson, read.__name__] = reason
    return found


EXERCISES, BANK = collect(checks.exercises), collect(bank)
ALL = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)


@pytest.fixture(autouse=True)
def _short_patience(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # what became of an exercise is kept where one stands
    monkeypatch.setattr(running, "SECONDS", 0.3)
    for memory in (checks._misses, checks._named, checks._hints):
        memory.clear()


def test_every_exercise_has_a_bank_and_every_bank_an_exercise():
    assert not BROKEN
    assert set(BANK) == set(EXERCISES)


@ALL
def test_an_exercise_is_named_after_its_lesson_and_well_filled(exercise):
    assert exercise.name[:2] in LESSONS
    assert exercise.name[2] == "."
    assert exercise.hints
    assert exercise.praise.endswith((".", "!", "?"))
    assert "\n" not in exercise.praise
    assert callable(exercise.right) or exercise.why, "a value needs its `why`, which solution() prints"
    assert not exercise.look or exercise.why, "an answer that is looked at needs its `why`"
    assert not callable(exercise.right) or exercise.look or exercise.cases


@ALL
def test_right_answers_in_two_styles_are_right(exercise):
    answers = BANK[exercise.name]["right"]
    assert len(answers) >= 2
    for answer in [exercise.right, *answers]:
        verdict = judge(exercise, answer)
        assert verdict.right, verdict.message


def in_single_precision(value):
    return np.asarray(value, np.float32) if np.asarray(value).dtype.kind == "f" else value


@ALL
@pytest.mark.parametrize("given_as", [in_single_precision, lambda value: np.asarray(value).tolist()])
def test_a_right_answer_is_right_in_single_precision_and_as_lists(exercise, given_as):
    def answer(*given):
        return given_as(exercise.right(*given))

    if by_call(exercise):
        answer.__signature__ = inspect.signature(exercise.right)
        verdict = judge(exercise, answer)
        assert verdict.right, verdict.message


@ALL
def test_each_of_four_plausible_mistakes_gets_its_own_message(exercise):
    wrong = BANK[exercise.name]["wrong"]
    assert len(wrong) >= 4
    messages = []
    for answer, words in wrong:
        verdict = judge(exercise, answer)
        assert words in verdict.message
        assert verdict.finished
        messages.append(verdict.message)
    assert len(set(messages)) == len(messages)


@ALL
def test_no_known_mistake_is_right_and_no_two_look_the_same(exercise):
    messages = [message for message, *_ in exercise.mistakes]
    assert len(set(messages)) == len(messages)
    for message, wrong in mistakes(exercise):
        assert "\n" not in message
        assert message[-1] in ".!?", message
        if not exercise.look and not by_call(exercise) and not callable(wrong):
            assert judge(exercise, wrong).message == message
    if by_call(exercise):
        right = known(exercise, exercise.right)
        assert not any(all_alike(known(exercise, wrong), right) for _, wrong in mistakes(exercise))
        results = [(message, known(exercise, wrong)) for message, wrong in mistakes(exercise)]
        for (one, mine), (other, theirs) in itertools.combinations(results, 2):
            assert one == other or not all_alike(mine, theirs), f"the cases cannot tell {one!r} from {other!r}"


@ALL
def test_any_exercise_answers_nonsense_kindly(exercise):
    for empty in (None, ...):
        assert not judge(exercise, empty).finished
    if not by_call(exercise):
        for odd in (object(), lambda: 1, np.zeros((2, 2, 2, 2, 2))):
            assert one_line(judge(exercise, odd))
        return
    nonsense = (lambda *_: object(), lambda *_: np.zeros((2, 2, 2, 2, 2)), lambda *_: {}[1], forever)
    odd, shaped, failing, endless = (one_line(judge(exercise, answer)) for answer in nonsense)
    assert "something of type object" in odd
    assert "an array of shape (2, 2, 2, 2, 2)" in shaped
    assert "there is no entry called 1" in failing
    assert "never ends" in endless
    for stub in (lambda *_: ..., lambda *_: None, lambda *_: ... + 1):
        assert not judge(exercise, stub).finished


@ALL
def test_an_untouched_exercise_prints_the_same_line_every_time(exercise, capsys):
    for _ in range(2):
        check(exercise.name, ...)
        assert capsys.readouterr().out == f"Not finished yet: {judge(exercise, ...).message}\n"


@ALL
def test_the_solution_opens_by_choice(exercise, capsys):
    solution(exercise.name)
    assert capsys.readouterr().out.startswith(("One way to do it:", "The answer is "))


def mistakes(exercise):
    """Each wrong function, or value, with what is said of it."""
    return [(message, wrong) for message, *wrong_ones in exercise.mistakes for wrong in wrong_ones]


def by_call(exercise):
    return callable(exercise.right) and exercise.look is None


def one_line(verdict):
    assert verdict.finished
    assert verdict.message
    assert "\n" not in verdict.message
    return verdict.message


def forever(*_):
    while True:
        pass


# Answers as beginners type them: tests/bank/typed holds the code, said.txt what each of them is told. Read a line of it
# before you change it: it must name the slip, or else say nothing that is not so.


def typed(lesson):
    """The answers typed for a lesson: (the exercise, the slip, the function)."""
    functions = vars(load(HERE / "bank" / "typed" / f"lesson{lesson}.py"))
    split = [(*name.split("__"), function) for name, function in functions.items() if "__" in name.strip("_")]
    return [(f"{lesson}.{exercise}", slip, function) for exercise, slip, function in split]


THOUGHT_OF = sorted(path.stem[-2:] for path in (HERE / "bank" / "typed").glob("lesson??.py"))
TYPED = [answer for lesson in THOUGHT_OF for answer in typed(lesson)]
WRONG = [answer for answer in TYPED if not answer[1].startswith("right")]
RIGHT = [answer for answer in TYPED if answer[1].startswith("right")]


@pytest.mark.parametrize("lesson", THOUGHT_OF)
def test_every_wrong_answer_that_beginners_type_is_told_what_was_read_and_found_true(lesson):
    lines = (HERE / "bank" / "typed" / "said.txt").read_text(encoding="utf-8").splitlines()
    mine = [answer for answer in WRONG if answer[0].startswith(lesson)]
    verdicts = [judge(EXERCISES[name], function) for name, _, function in mine]
    assert not any(verdicts)
    told = [f"{name} {slip}: {verdict.message}" for (name, slip, _), verdict in zip(mine, verdicts)]
    assert told == [line for line in lines if line.startswith(lesson)]
    assert len(told) >= min(40, 16 * len(checks.exercises(lesson)))
    assert sum(verdict.named or not verdict.finished for verdict in verdicts) >= 0.95 * len(told)


@pytest.mark.parametrize(("name", "slip", "function"), RIGHT, ids=[f"{name} {slip}" for name, slip, _ in RIGHT])
def test_right_answers_of_any_style_are_right(name, slip, function):
    verdict = judge(EXERCISES[name], function)
    assert verdict, verdict.message


# The framework itself, on two exercises of its own.


def share(image, pattern):
    return (image * pattern).sum() / image.size


def spread(image):
    return image + 1


MATCH = Exercise(
    "99.match",
    right=share,
    cases=[(X, O), (X[:3, :4], O[:3, :4])],
    mistakes=[
        ("you added up, but did not divide.", lambda image, pattern: (image * pattern).sum()),
        ("square images only.", lambda image, pattern: share(image, pattern) if len(image) > 3 else image[9]),
    ],
    hints=["first", "second"],
    praise="well matched.",
)
SPREAD = Exercise("99.spread", right=spread, cases=[(CROSS,)], mistakes=[], hints=["add"])
COUNT = Exercise(
    "99.count",
    right=16,
    mistakes=[("those agree.", 65), ("half a pixel?", lambda value: value % 1 > 0)],
    hints=["count"],
    why="Counted.",
)
LOOKED = Exercise("99.sizes", right={"n": 3}, look=lambda answer: answer["n"], mistakes=[("two.", 2)], why="n")


@pytest.fixture
def _registered(monkeypatch):
    mine = {exercise.name: exercise for exercise in (MATCH, SPREAD, COUNT, LOOKED)}
    monkeypatch.setattr(checks, "exercises", lambda lesson: mine if lesson == "99" else {})


@pytest.mark.parametrize(
    ("exercise", "answer", "message"),
    [
        (MATCH, lambda image, pattern: (image * pattern).sum(), "you added up, but did not divide."),
        (
            MATCH,
            lambda image, pattern: {}[5],
            "with image of 9 by 9, pattern of 9 by 9: your function stopped: there is no entry called 5.",
        ),
        (
            MATCH,
            lambda image, pattern: image[len(pattern) / 2],
            "with image of 9 by 9, pattern of 9 by 9: your function stopped: a place, a size or a count must be",
        ),
        (MATCH, lambda image: 1, "your function is called with (image, pattern), but it takes (image)."),
        (MATCH, 3, "hand in your function itself, without calling it; this is a number."),
        (
            MATCH,
            lambda image, pattern: 1,
            "your function never uses `image` and `pattern`; "
            "with image of 9 by 9, pattern of 9 by 9: yours 1, expected 13/27.",
        ),
        (
            MATCH,
            lambda image, pattern: "1",
            "your function never uses `image` and `pattern`; "
            "with image of 9 by 9, pattern of 9 by 9: expected a number, got a text",
        ),
        (SPREAD, lambda image: image, "you gave `image` back as it came."),
        (SPREAD, lambda image: image + image, "4 of 9 cells differ; first at row 0, column 1: yours −2, expected 0."),
        (
            SPREAD,
            lambda image: spread(image)[1:] * 2,
            "expected an array of shape (3, 3), got an array of shape (2, 3).",
        ),
        (
            SPREAD,
            lambda image: [*spread(image)[:2].tolist(), [2, 0, 1]],
            "1 of 9 cells differs; first at row 2, column 2",
        ),
        (
            SPREAD,
            lambda image: np.add(image, 1, out=image),
            "the result is right, but your function changed the image",
        ),
        (COUNT, 65, "those agree."),
        (COUNT, 1.5, "half a pixel?"),
        (COUNT, 15, "15 is too small."),
        (COUNT, "16", "that is a text. Leave the quotation marks away."),
        (COUNT, "15", "expected a number, got a text."),
        (COUNT, -16, "the sign is turned"),
        (COUNT, 1600, "it is 100 times too large"),
        (COUNT, spread, "expected a number, got a function: what does it give back?"),
        (COUNT, [16], "there is a pair of brackets (or a comma behind it) too many around your result."),
        (COUNT, [15, 16], "expected a number, got an array of shape (2,): are they still to be added up, or counted"),
        (LOOKED, {"n": 2}, "two."),
        (LOOKED, {}, "your answer stopped: there is no entry called 'n'."),
    ],
)
def test_a_mistake_is_named(exercise, answer, message):
    assert judge(exercise, answer).message.startswith(message)


ODD = {
    "immense": (10**400, "a number that is too large"),
    "immense in a list": ([1, Fraction(10**400)], "a list of 2 things"),
    "None in an array": (np.array([None, 1]), "an array of things that are not all numbers"),
    "texts in an array": (np.array(["a", "b"]), "an array of things that are not all numbers"),
    "used up": ((number for number in [1]), "something of type generator (put `list(...)` around it)"),
    "stubborn": (type("Own", (), {"__array__": lambda self, *given, **how: 1 / 0})(), "something of type Own"),
}


@pytest.mark.parametrize(("value", "kind"), ODD.values(), ids=ODD)
def test_whatever_an_answer_is_or_gives_it_is_told_what_that_is(value, kind):
    assert f"expected a number, got {kind}" in one_line(judge(MATCH, lambda image, pattern: value))
    assert f"expected a number, got {kind}" in one_line(judge(COUNT, value))
    assert one_line(judge(LOOKED, value)).startswith("your answer stopped")


def test_one_right_cell_is_not_enough_and_lists_count_as_arrays():
    assert judge(SPREAD, lambda image: (image + 1).tolist()).right
    assert not judge(SPREAD, lambda image: np.full((3, 3), 2.0)).right


def test_an_exception_is_matched_with_a_mistake_that_raises_the_same():
    assert judge(MATCH, lambda image, pattern: share(image, pattern) if len(image) > 3 else image[5]).message == (
        "square images only."
    )


def test_what_stops_without_a_word_is_told_without_a_gap(capsys):
    check("02.patch", lambda patch, feature: next(iter(())))
    assert "your function stopped with StopIteration.\n" in capsys.readouterr().out
    check("02.patch", lambda patch, feature: sys.exit())
    assert "your function stopped with SystemExit.\n" in capsys.readouterr().out
    assert explain(ValueError(" "), None) == "your answer stopped with ValueError"


@pytest.mark.parametrize(("name", "answer"), [("01.share", lambda score: score ^ 2), ("01.match", lambda a, b: a ^ b)])
def test_a_power_written_as_in_other_languages_is_told_once(name, answer):
    message = one_line(judge(EXERCISES[name], answer))
    assert message.startswith("`^` is no power in Python: a square is `** 2`; with ")
    assert message.endswith(": `^` goes with whole numbers alone.")


def test_an_endless_loop_is_stopped_even_where_exceptions_are_swallowed():
    def stubborn(image):
        while True:
            with contextlib.suppress(Exception):
                image = image + 1

    start = time.process_time()  # of its own: the machine may be busy
    assert "never ends" in judge(SPREAD, stubborn).message
    assert time.process_time() - start < 5


def test_an_endless_loop_is_waited_for_once_not_once_a_case(monkeypatch):
    monkeypatch.setattr(running, "SECONDS", 0.3)
    start = time.thread_time()
    assert "never ends" in judge(MATCH, forever).message
    assert time.thread_time() - start < 0.5


@pytest.mark.parametrize("steps", range(20))
def test_time_that_is_up_while_an_answer_fails_stops_nothing_else(steps, monkeypatch):
    monkeypatch.setattr(running, "SECONDS", -1)

    def failing(image):
        for _ in range(steps):
            pass
        raise ValueError

    assert running.run(failing, (X,)).kind in ("raised", "endless")


def test_a_changed_argument_is_named_even_where_it_goes_by_another_name():
    changes = lambda *given: np.add(given[0], 1, out=given[0])  # noqa: E731
    assert "changed the given it was given" not in judge(SPREAD, changes).message
    assert "changed the values it was given" in judge(SPREAD, changes).message


def test_judging_shows_nothing_and_gives_copies(capsys):
    def chatty(image):
        print("noise")
        image += 1
        return image

    assert "changed the image" in judge(SPREAD, chatty).message
    assert capsys.readouterr().out == ""
    assert CROSS.min() == -1


@pytest.mark.usefixtures("_registered")
def test_a_check_shows_what_the_answer_printed_in_the_call_that_went_wrong(capsys):
    def chatty(image, pattern):
        for line in range(30):
            print(len(image), "line", line)
        return share(image, pattern) if len(image) > 3 else 5

    check("99.match", chatty)
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("Not yet: right with image of 9 by 9")
    assert shown[1:3] == ["It printed (with image of 3 by 4, pattern of 3 by 4):", "    3 line 0"]
    assert shown[22:24] == ["    ... (10 more lines)", "Hint: first"]


@pytest.mark.usefixtures("_registered")
def test_a_named_mistake_needs_no_hint_and_the_second_one_says_where_there_is_one(capsys):
    for _ in range(2):
        check("99.match", lambda image, pattern: (image * pattern).sum())
    once = "Not yet: you added up, but did not divide."
    assert capsys.readouterr().out.splitlines() == [once, once, 'For a hint: hint("99.match")']


@pytest.mark.usefixtures("_registered")
def test_each_miss_hints_more_and_only_then_offers_the_solution(capsys):
    said = []
    for number in range(3):
        check("99.match", lambda image, pattern, more=number: image[0, 0] * pattern[0, 1] + more)
        said.append(capsys.readouterr().out.splitlines()[1:])
    assert said[:2] == [["Hint: first"], ['There is one more hint: hint("99.match")']]
    assert said[2] == ["Hint: second", 'Whenever you want to see one way to do it: solution("99.match")']
    hint("99.match")
    assert capsys.readouterr().out == "Hint: second\n"


def test_the_places_that_a_hint_names_count_from_0_and_are_those_that_differ():
    network = hand_made_network()
    ends = [network.stages(TRICKIER[name][None, None])[-2].ravel() for name in ("X thickened", "O thickened")]
    places = " and ".join(map(str, np.flatnonzero(~np.isclose(*ends))))
    exercise = next(one for one in lesson06.EXERCISES if one.name == "06.thickened")
    for text in (exercise.hints[-1], exercise.why):
        assert re.search(r"places (\d+ and \d+)", text)[1] == places


@pytest.mark.usefixtures("_registered")
def test_hints_asked_for_begin_with_the_first(capsys):
    for _ in range(2):
        hint("99.match")
    assert capsys.readouterr().out == "Hint: first\nHint: second\n"


@ALL
def test_nothing_that_is_said_unasked_is_the_whole_answer(exercise):
    said = [*exercise.hints, *(message for message, *_ in exercise.mistakes)]
    quoted = {"".join(code.split()) for words in said for code in re.findall(r"`([^`]+)`", words)}
    assert not quoted & answers_written_in(exercise)
    assert "`rate` times `slope`" not in " ".join(said)


def answers_written_in(exercise):
    """What stands behind `return` in the solution, and behind the `=` of each line, without blanks."""
    if not inspect.isfunction(exercise.right):
        return set()
    source = inspect.getsource(exercise.right)
    return {"".join(part.split()) for part in re.findall(r"(?:return| =) (.*\W.*)", source)}


def test_every_sound_of_lesson_9_is_heard_as_it_was_made():
    from xo.checks.lesson11 import TONES, is_rising

    assert [is_rising(picture) for picture, _ in TONES] == [rises for _, rises in TONES]


def test_published_weights_left_as_they_were_are_no_miss(capsys):
    check("06.thickened", strong_weights())
    assert capsys.readouterr().out.startswith("Not finished yet: these are the published weights")


def test_a_call_that_gives_nothing_back_is_named_and_counts_as_a_miss():
    verdict = judge(MATCH, lambda image, pattern: share(image, pattern) if len(image) > 3 else None)
    assert verdict.finished
    assert verdict.message == (
        "right with image of 9 by 9, pattern of 9 by 9; but with image of 3 by 4, pattern of 3 by 4: "
        "your function gives nothing back here (None). "
        "Does every way through it end with a `return`?"
    )


def test_numbers_that_look_the_same_are_told_with_more_decimals():
    assert "expected 2" in judge(SPREAD, lambda image: spread(image) + 1e-5).message
    verdict = judge(MATCH, lambda image, pattern: share(image, pattern) + 1e-6)
    assert verdict.message.endswith("yours 0.481482, expected 13/27.")


def test_true_and_false_are_told_as_such():
    positive = Exercise("99.positive", right=lambda value: value > 0, cases=[(-1,), (1,)])
    assert judge(positive, lambda value: True).message == (
        "your function never uses `value`; with value −1: yours True, expected False."
    )


@pytest.mark.usefixtures("_registered")
def test_right_answers_are_praised_and_solutions_shown(capsys):
    check("99.match", share)
    solution("99.match")
    solution("99.count")
    out = capsys.readouterr().out
    assert out.startswith("✓ Right: well matched.\nOne way to do it:\n\ndef share(image, pattern):\n")
    assert out.endswith("The answer is 16. Counted.\n")


@pytest.mark.usefixtures("_registered")
def test_an_unknown_exercise_is_answered_with_one_line_that_names_the_nearest(capsys):
    hint("99.mtach")
    check("99.mathc", share)
    solution("98.match")
    assert capsys.readouterr().out.splitlines() == [
        'There is no exercise "99.mtach". Did you mean "99.match"?',
        'There is no exercise "99.mathc". Did you mean "99.match"?',
        "No: expected one of the exercises (none here), got '98.match'.",
    ]


@pytest.mark.usefixtures("_registered")
def test_check_gives_its_verdict_which_a_notebook_does_not_show(capsys):
    assert check("99.match", share)
    assert not check("99.match", ...)
    assert not check("99.match", lambda image, pattern: 0)
    assert not check("99.mtach", share)
    capsys.readouterr()
    assert check("99.match", share)._ipython_display_() is None
    assert capsys.readouterr().out == f"✓ Right: {MATCH.praise}\n"


@pytest.mark.usefixtures("_registered")
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (..., "Not finished yet"),
        (lambda image, pattern: None, "Not finished yet"),
        (lambda image, pattern: 0, "Not yet"),
    ],
)
def test_a_strict_check_fails_for_all_that_is_not_right_and_prints_nothing(answer, said, capsys):
    with pytest.raises(AssertionError, match=f"^{said}: "):
        check("99.match", answer, strict=True)
    assert check("99.match", share, strict=True)
    with pytest.raises(ValueError, match=r"^expected one of the exercises 99.match, .*, got '99.mtach'$"):
        check("99.mtach", share, strict=True)
    assert capsys.readouterr().out == ""


def test_outcomes_are_alike_only_if_kind_shape_and_cells_agree():
    assert alike(Outcome("value", [1, 2]), Outcome("value", np.array([1.0, 2.0])))
    assert alike(Outcome("value", "x"), Outcome("value", " X"))
    assert not alike(Outcome("value", [1, 2]), Outcome("value", [[1, 2]]))
    assert not alike(Outcome("value", [1, np.nan]), Outcome("value", [1, 2]))
    assert not alike(Outcome("raised", ValueError()), Outcome("raised", TypeError()))
    assert not alike(Outcome("value", None), Outcome("value", 0))
