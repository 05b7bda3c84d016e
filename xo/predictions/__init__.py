"""Predictions: guess first, write the guess down, then look. Whoever only watches remembers having known it.

`predict` asks before a reveal and keeps the answer at once, in a small file beside the notebooks; `reveal`
shows it beside what came, and then it stays as it was; `my_predictions` looks back when a lesson ends.
Where nobody answers (a test, a lesson run from top to bottom) they pass and print the same each time.
"""

from xo.predictions import keeping
from xo.predictions.guesses import agrees, as_kept, beside, without_guess

_asked = {}  # the questions on the screen: name -> widget


def predict(name, question, choices=None, cells=None):
    """Ask for a guess, and keep it as soon as it is given.

    name: lesson and question, such as "02.match"
    choices: a list of texts to choose from; cells: (rows, columns) of a grid on which to mark cells;
             neither: a field for a number or a few words
    """
    from IPython.display import display

    from xo.widgets.question import Question

    entry = keeping.load().get(name, {})
    choices = [str(choice) for choice in choices or ()]
    widget = Question(question=question, choices=choices, cells=cells or (), answer=entry.get("answer"))
    _show_state(widget, entry)
    widget.observe(lambda change: _keep(name, question, change["new"]), "answer")
    _asked[name] = widget
    display(widget)


def reveal(name, truth):
    """Print what came beside the learner's own guess, and keep both.

    truth: a number, a text, or for marked cells an array (rows, columns) that is not 0 where one should be
    """
    entry, truth = keeping.load().get(name), as_kept(truth)
    if entry is None:
        print(without_guess(truth))
        return
    if entry.get("truth") != truth:
        entry["truth"] = truth
        _change(lambda kept: kept.update({name: entry}))
    if name in _asked:
        _show_state(_asked[name], entry)
    print(beside(entry))


def my_predictions(lesson):
    """Print the learner's own predictions of one lesson ("02") and which of them to look at again."""
    mine = {name: entry for name, entry in keeping.load().items() if name.startswith(f"{lesson}.")}
    if not mine:
        print(f"No predictions were written down in lesson {lesson}. Guess first, and they appear here.")
        return
    again = []
    for entry in mine.values():
        print(f"{entry['question']}\n   {beside(entry)}")
        if "truth" in entry and not agrees(entry["answer"], entry["truth"]):
            again.append(entry["question"])
    came = sum("truth" in entry for entry in mine.values()) - len(again)
    print(f"\n{came} of {len(mine)} came as you predicted.")
    if again:
        print("Worth another look, with what you know now:")
        print("\n".join(f" - {question}" for question in again))


def forget_predictions(lesson=None):
    """Delete the kept predictions, of one lesson ("02") or all of them."""
    count, gone = 0, []

    def forget(kept):
        nonlocal count
        count = len(kept)
        gone.extend(name for name in kept if not lesson or name.startswith(f"{lesson}."))
        for name in gone:
            del kept[name]

    keeping.change(forget)
    for name in _asked.keys() & set(gone):
        widget = _asked[name]
        widget.locked, widget.answer, widget.status = False, None, ""
    print(f"Forgotten: {len(gone)} of {count} predictions." if gone else "There were no predictions to forget.")


def _keep(name, question, answer):
    if answer is None:
        return
    entry = {"question": question, "answer": answer}
    _asked[name].status = _change(lambda kept: kept.update({name: entry}))


def _change(edit):
    """Change what is kept, and say how it went."""
    try:
        keeping.change(edit)
    except OSError as reason:
        return f"It could not be kept: {reason.strerror}."
    return "It is kept."


def _show_state(widget, entry):
    widget.locked = "truth" in entry
    if entry:
        widget.status = "It is kept as you said it before you saw." if widget.locked else "It is kept."
