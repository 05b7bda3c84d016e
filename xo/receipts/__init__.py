"""Receipts: what a learner guessed and tried in a lesson, as a short code to hand in. No name is in it.

`receipt` prints one, `read_receipts` finds them in whatever a class sends, `class_map` makes one picture of them.
"""

import secrets
from pathlib import Path

import numpy as np

from xo.arguments import as_kind
from xo.plots import show_images
from xo.plots.cards import Card, draw_cards
from xo.plots.sheets import show
from xo.postcards import as_typed, decode, find_drawings, to_code
from xo.predictions import storage
from xo.receipts import codec
from xo.receipts.counting import besides, count_class, heading_of, how_it_went, in_short, table_of, worth_a_talk
from xo.receipts.plans import lessons, plan_of

WANTED = "receipts as text, a list of texts, or a Path to a file"


def receipt(lesson=None, drawing=None):
    """Print a lesson's receipt ("02"), or those of all lessons: codes for the teacher; they name nobody.

    lesson: None: every lesson in which something was guessed or tried
    drawing: an image (9, 9) in black and white to hand in with it, as a code on a line of its own; None: none
    raises: ValueError where there is no such lesson, or the drawing has greys or another size
    """
    drawn = "" if drawing is None else f"and the drawing that you hand in with it:\n{to_code(drawing)}\n"
    codes = {name: code for name in (lessons() if lesson is None else [lesson]) if (code := make_receipt(name))}
    for name, code in codes.items():
        print(f"Receipt of lesson {name}, if your teacher asks for it (guesses, exercises, tries; no name):\n{code}")
    if codes:
        print(drawn, end="")
    else:
        which = "" if lesson is None else f" of lesson {lesson}"
        print(f"There is nothing yet for a receipt{which}. Guess, or try an exercise, and it appears here.")


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
        storage.keep(lesson, tries[lesson], storage.TRIES)
    return codec.write(plan, tries[lesson]["number"], guesses, tries)


def read_receipts(source):
    """Find the receipts in what a class sends: a chat, a table, a form. What cannot be read is told and passed over.

    source: text as it comes, a list of texts, or a Path to a file; names and times around the codes do not matter
    returns: the receipts in order, each learner's last one, and a list of remarks, a sentence for each thing to know
    raises: TypeError for anything but text; ValueError if there is no receipt at all, with what was found instead
    """
    text = _text_of(source)
    found, remarks = [], []
    taken = {text.count("\n", 0, place) + 1 for place in find_drawings(text)}
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


def _text_of(source):
    """What a class sends, as one text."""
    if isinstance(source, Path):
        source = decode(source.read_bytes())
    lines = [as_kind(text, str, WANTED) for text in source] if isinstance(source, list | tuple) else [source]
    return as_typed("\n".join(as_kind(line, str, WANTED) for line in lines))


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


def class_map(codes):
    """Show what a class's receipts say together: a table, and a picture for the projector; a lesson at a time.

    Drawings that came with them are shown in the end, each once.
    codes: what `read_receipts` takes: text as it comes, a list of texts, or a Path to a file
    """
    receipts, remarks = read_receipts(codes)
    print("\n".join(remarks))
    for counts in count_lessons(receipts):
        print(f"\n{table_of(counts)}")
        told = f"The class map of lesson {counts.lesson}", "Who guessed what, and which mistakes were met"
        show(draw_map(counts), *told)
    drawings = {image.tobytes(): image for image in find_drawings(_text_of(codes)).values()}
    if drawings:
        print(f"\n{len(drawings)} drawing{'s' * (len(drawings) > 1)} came with them:")
        show_images(list(drawings.values()))


def count_lessons(receipts):
    """The counts of each lesson that there are receipts of, in order."""
    return [
        count_class(plan_of(lesson), [one for one in receipts if one.lesson == lesson])
        for lesson in sorted({one.lesson for one in receipts})
    ]


def draw_map(counts):
    """The picture of a lesson's counts."""
    cards = [*map(_question_card, counts.questions), *map(_exercise_card, counts.exercises)]
    talks = [f"{number}. {words}" for number, words in enumerate(worth_a_talk(counts), 1)]
    sentences = ["To talk about first", *talks] if talks else []
    return draw_cards(heading_of(counts), sentences, cards, most=counts.receipts)


def _question_card(question):
    asked, grid = question.asked, ()
    if asked.cells:
        marks = np.zeros(asked.cells, int)
        for place, count in question.marks.items():
            marks[place] = count
        grid = marks, asked.truth or []
    bars = [(guess.count, guess.words, guess.right) for guess in question.guesses]
    return Card(f"{asked.name}: {asked.words}", bars, grid, besides(question))


def _exercise_card(exercise):
    bars = [(count, in_short(words), None) for words, count in exercise.mistakes[:4]]
    return Card(f"{exercise.name}: {how_it_went(exercise)}", bars)
