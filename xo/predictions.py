"""Predictions: guess first, write the guess down, then look. Whoever only watches remembers having known it.

`predict` asks before a reveal and keeps the answer at once, in a small file beside the notebooks; `reveal`
shows it beside what came, and then it stays as it was; `my_predictions` looks back when a lesson ends.
Where nobody answers (a test, a lesson run from top to bottom) they pass and print the same each time.
"""

from xo import keeping
from xo.guesses import agrees, as_kept, beside, without_guess

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
    kept = keeping.load()
    entry = kept.get(name)
    truth = as_kept(truth)
    if entry is None:
        print(without_guess(truth))
        return
    if entry.get("truth") != truth:
        entry["truth"] = truth
        _save(kept)
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
    kept = keeping.load()
    rest = {name: entry for name, entry in kept.items() if lesson and not name.startswith(f"{lesson}.")}
    if rest:
        _save(rest)
    else:
        keeping.clear()
    for name, widget in _asked.items():
        if name in kept and name not in rest:
            widget.locked, widget.answer, widget.status = False, None, ""
    gone = len(kept) - len(rest)
    print(
        "There were no predictions to forget."
        if not gone
        else f"Forgotten: {gone} of {len(kept)} predictions."
    )


def _keep(name, question, answer):
    if answer is None:
        return
    kept = keeping.load()
    kept[name] = {"question": question, "answer": answer}
    said = _save(kept)
    _asked[name].status = said


def _save(kept):
    """Save, and say how it went."""
    try:
        keeping.save(kept)
    except OSError as reason:
        return f"It could not be kept: {reason.strerror}."
    return "It is kept."


def _show_state(widget, entry):
    widget.locked = "truth" in entry
    if entry:
        widget.status = "It is kept as you said it before you saw." if widget.locked else "It is kept."
