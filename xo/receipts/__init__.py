"""Receipts: what a learner guessed and tried in a lesson, as a short code to hand in. No name is in it, no drawing.

`receipt` prints one, `read_receipts` finds them in whatever a class sends, `class_map` makes one picture of them.
"""

import secrets
from pathlib import Path

from xo.arguments import as_kind
from xo.postcards import decode
from xo.predictions import storage
from xo.receipts import codec
from xo.receipts.plans import plan_of

WANTED = "receipts as text, a list of texts, or a Path to a file"


def receipt(lesson):
    """Print a lesson's receipt ("02"): a code for the teacher; it names nobody and holds no drawing."""
    code = make_receipt(lesson)
    if code:
        print(f"Receipt of lesson {lesson}, if your teacher asks for it (guesses, exercises, tries; no name):\n{code}")
    else:
        print(f"There is nothing yet for a receipt of lesson {lesson}. Guess, or try an exercise, and it appears here.")


def make_receipt(lesson):
    """The code of a lesson's receipt, or "" where nothing was guessed and nothing tried.

    raises: ValueError where there is no such lesson
    """
    plan = plan_of(lesson)
    guesses, tries = storage.load(), storage.load(file=storage.TRIES)
    if not any(question.name in guesses for question in plan.questions) and not tries.keys() & plan.exercises.keys():
        return ""
    if lesson not in tries:
        tries[lesson] = {"number": secrets.randbelow(storage.NUMBERS)}
        storage.change(lambda kept: kept.update({lesson: tries[lesson]}), file=storage.TRIES)
    return codec.write(plan, tries[lesson]["number"], guesses, tries)


def read_receipts(source):
    """Find the receipts in what a class sends: a chat, a table, a form. What cannot be read is told and passed over.

    source: text as it comes, a list of texts, or a Path to a file; names and times around the codes do not matter
    returns: the receipts in order, each learner's last one, and a list of remarks, a sentence for each thing to know
    raises: TypeError for anything but text; ValueError if there is no receipt at all, with what was found instead
    """
    if isinstance(source, Path):
        source = decode(source.read_bytes())
    lines = [as_kind(text, str, WANTED) for text in source] if isinstance(source, list | tuple) else [source]
    text = "\n".join(as_kind(line, str, WANTED) for line in lines).lstrip("\ufeff")
    found, remarks, taken = [], [], set()
    for start, end, read in codec.find(text):
        line = text.count("\n", 0, start) + 1
        taken.update(range(line, text.count("\n", 0, end) + 2))
        if isinstance(read, str):
            remarks.append((line, read))
        else:
            found.append((line, read))
    receipts = _last_of_each(found, remarks)
    rest = [words for line, words in enumerate(text.split("\n"), 1) if words.strip() and line not in taken]
    told = [f"line {line}: {remark}" for line, remark in sorted(remarks)]
    told += [f"{len(rest)} line{'s' * (len(rest) > 1)} without a receipt: passed over"] if rest else []
    if not receipts:
        raise ValueError("\n".join(["expected receipts, such as XO02-1G7K-…, got none", *told]))
    return receipts, told


def _last_of_each(found, remarks):
    """A learner's last receipt of each lesson: the number that was drawn by lot says which belong together."""
    kept = {}
    for line, read in found:
        key = read.lesson, read.number
        if key in kept:
            before, earlier = kept.pop(key)
            same = earlier == read
            told = f"the same receipt as in line {before}: kept once" if same else f"takes the place of line {before}'s"
            remarks.append((line, told if same else f"a later receipt of the same learner {told}"))
        kept[key] = line, read
    return [read for _, read in kept.values()]
