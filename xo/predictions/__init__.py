"""Predictions: guess first, write the guess down, then look. Whoever only watches remembers having known it.

`predict` asks before a reveal and keeps the answer at once, in a small file beside the notebooks; `reveal`
shows it beside what came, and then it stays as it was; `my_predictions` looks back when a lesson ends.
Where nobody answers (a test, a lesson run from top to bottom) they pass and print the same each time.
"""

import contextlib

import numpy as np

from xo.arguments import as_flag, as_kind, as_wholes
from xo.predictions import storage
from xo.predictions.guesses import WANTED, as_kept, beside, came_true, why, without_guess
from xo.predictions.reading import meanings

_asked = {}  # the questions on the screen: name -> widget
_told = set()  # the names of what was revealed while nobody had guessed

NAME = 'the name of a question, such as "02.match"'
LATE = "The answer had been worked out before, so this guess counts apart."
WORKED_OUT = "The answer has been worked out by now. A guess from here on counts apart."


def predict(name, question, choices=None, cells=None, words=False):
    """Ask for a guess, and keep it as soon as it is given.

    name: lesson and question, such as "02.match"
    choices: a list of texts to choose from; cells: (rows, columns) of a grid on which to mark cells;
             words: a field for a few words; none of these: a field for a number
    """
    from IPython.display import display

    from xo.widgets.question import Question

    as_kind(name, str, NAME)
    as_kind(question, str, "a question as text")
    choices = [*map(str, as_kind(() if choices is None else choices, list | tuple, "choices as a list of texts"))]
    cells, words = None if cells is None else as_wholes(cells, "rows and columns"), as_flag(words, "words")
    if cells is not None and len(cells) != 2:
        raise ValueError(f"expected cells as (rows, columns), got {cells}")
    entry = storage.load().get(name, {})
    answer = entry.get("answer")
    widget = Question(question=question, choices=choices, cells=cells or (), words=words, answer=answer)
    widget.skipped = bool(entry) and answer is None
    _asked[name] = widget
    _show_state(name, entry)
    widget.observe(lambda change: _keep(name, change["new"]), "answer")
    widget.observe(lambda change: change["new"] and _keep(name, None), "skipped")
    widget.observe(lambda _: _show_state(name, storage.load().get(name, {})), "shown")
    display(widget)


def reveal(name, truth):
    """Print what came beside the learner's own guess, and keep both.

    truth: a number, a text, or for marked cells an array (rows, columns) that is not 0 where one should be
    raises: ValueError for anything else
    """
    entry, came = storage.load().get(as_kind(name, str, NAME)), as_kept(truth)
    in_a_row = isinstance(came, list) and len(np.asarray(truth)) == 1  # a list has places, no rows
    widget = _asked.get(name)
    if entry is None:
        _told.add(name)
        if widget is not None and widget.shown:  # somebody is there, and went on without a guess
            entry = {"question": widget.question, "answer": None, "truth": came}
            storage.keep(name, entry)
            _show_state(name, entry)
        print(without_guess(came, in_a_row))
        return
    if entry.get("truth") != came:
        entry |= {"truth": came} | ({"in a row": True} if in_a_row else {})
        storage.keep(name, entry)
    _show_state(name, entry)
    print(beside(entry) + why(entry))


def my_predictions(lesson):
    """Print how the learner's own predictions of one lesson ("02") came out, and which of them to look at again.

    Where something was guessed or tried, the lesson's receipt follows, to hand in (see `xo.receipts`).
    """
    from xo.receipts import make_receipt, receipt

    _look_back(as_kind(lesson, str, 'a lesson, such as "02"'))
    with contextlib.suppress(ValueError):  # a notebook of one's own is no lesson of the course
        if make_receipt(lesson):
            print()
            receipt(lesson)


def _look_back(lesson):
    mine = [entry for name, entry in storage.load().items() if name.startswith(f"{lesson}.")]
    if not mine:
        print(f"No predictions were written down in lesson {lesson}. Guess first, and they appear here.")
        return
    guessed = [entry for entry in mine if entry["answer"] is not None]
    settled = [entry for entry in guessed if "truth" in entry]
    in_time = [entry for entry in settled if not entry.get("late")]
    if in_time:
        print(f"{sum(map(came_true, in_time))} of {len(in_time)} came as you predicted.")
    for count, words in (
        (len(settled) - len(in_time), "guessed after the answer had been worked out"),
        (len(guessed) - len(settled), "still open: open its part See and run it"),
        (len(mine) - len(guessed), "skipped"),
    ):
        if count:
            print(f"{count} {words}.")
    again = [entry for entry in settled if not came_true(entry)]
    if again:
        print("Worth another look, with what you know now:")
        print("\n".join(f" - {entry['question']}\n   {beside(entry)}" for entry in again))


def forget_predictions(lesson=None):
    """Delete the kept predictions, of one lesson ("02") or all of them, and what became of its exercises."""
    as_kind(lesson, str | None, 'a lesson, such as "02", or None for all')
    _forget_tries(lesson)
    before, gone = storage.load(), []

    def is_its_own(name):
        return not lesson or name.startswith(f"{lesson}.")

    def forget(kept):
        gone.extend(filter(is_its_own, kept))
        for name in gone:
            del kept[name]

    trouble = storage.change(forget)
    for name in filter(is_its_own, {*_asked, *_told}):
        _told.discard(name)
        if name in _asked:
            _asked[name].answer, _asked[name].skipped = None, False
            _show_state(name, {})
    words = f"Forgotten: {len(gone)} of {len(before)} predictions." if gone else "There were no predictions to forget."
    if gone and trouble:
        words += f" But the file keeps them, and they come back with the next start: {trouble}."
    print(words)


def _forget_tries(lesson):
    """What became of the exercises goes as well, and the number of the receipts: the next learner has others."""
    from xo.receipts.plans import exercises_of

    if tries := storage.load(file=storage.TRIES):
        mine = {name for name in tries if not lesson or name == lesson or name in exercises_of(lesson)}
        storage.change(lambda kept: [kept.pop(name, None) for name in mine], file=storage.TRIES)


def _keep(name, answer):
    """Keep what the widget says: an answer, or None for a question that was skipped."""
    widget = _asked[name]
    if answer is None and not widget.skipped:
        return
    if answer is not None:
        widget.skipped = False
        if widget.wants_number and not meanings(answer, widget.question):
            widget.refusal = WANTED
            return
    entry = {"question": widget.question, "answer": answer}
    if name in _told or "truth" in storage.load().get(name, {}):
        entry["late"] = True
    trouble = storage.keep(name, entry)
    _show_state(name, entry, trouble)


def _show_state(name, entry, trouble=""):
    """Let the question say where it stands."""
    widget = _asked.get(name)
    if widget is None:
        return
    answered = entry.get("answer") is not None
    widget.refusal = ""
    widget.locked = "truth" in entry and answered
    late = LATE if entry.get("late") else ""
    if trouble:
        widget.status = f"It is kept until Python stops; this folder cannot be written ({trouble}). {late}".rstrip()
    elif widget.locked:
        widget.status = late or "It is kept as you said it before you saw."
    elif answered:
        widget.status = f"It is kept. {late}".rstrip()
    else:
        widget.status = WORKED_OUT if widget.shown and (name in _told or "truth" in entry) else ""
