"""No answer can be read, on the screen of a fresh copy, before the guess; and each answer is worked out, not typed."""

import copy
import json
import re

import pytest

from tests.given_away import LOOKED_AT, OTHERWISE, complaints, pictures_near, telling, truths
from tools.lesson_parts import FOLDED, calls, fold, in_sight, is_see, parts_of, text_of
from tools.lessons import ROOT

LESSONS = {path.name[:2]: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "notebooks").glob("*.ipynb")}
ANSWERS = {name: answer for lesson in LESSONS.values() for name, answer in truths(lesson["cells"]).items()}
STILL_OPEN = {  # lessons whose answers still stand in sight: to become empty
}


@pytest.mark.parametrize("number", LESSONS)
def test_no_answer_is_given_away(number):
    found = complaints(LESSONS[number]["cells"], ANSWERS)
    if number in STILL_OPEN:
        assert found, f"lesson {number} is mended: take it out of STILL_OPEN"
    else:
        assert not found, "\n".join(found)


PICTURES = {  # a question: what in the code of its lesson draws or prints a thing from which the answer can be read
    "01.steps": "BreakItLab(",  # its map has an answer for every shift
    "01.flips": "BreakItLab(",  # its button finds the smallest lie
    "02.where": "table(scores",
    "02.edit": "GlassNetwork(",  # a click on a feature answers, and its maps answer 02.where and 02.slash
    "02.bill": "times our bill",  # from which it can be reckoned back
    "04.count": "show_maps([before, after]",
    "04.without": "against=without",  # both rows of votes, for every picture
    "05.pixels": "patch_side",  # 6 by 6
    "05.sides": "show_images(list(pictures[top",
    "06.strong": "STRONG_X)",  # the list of the places, or whom a place speaks for
    "06.right": 'TRICKIER["X thickened"]',  # which is read wrongly
    "07.places": "backward=True",
    "08.alike": "Trainer(",
    "09.noise": "show_images(STRANGERS)",  # and how sure it is of each
    "09.flips": "BreakItLab(",
    "10.best": "show_designs(",
    "10.worst": "sweep.summary()",
    "10.small": "sweep.summary()",
    "11.hear": "down=BACKSLASH",  # the function that hears
    "11.flat": "grey ends",
    "11.table": "with_columns_swapped(name",
    "13.pooled": "BreakItLab(",  # where the pooled maps still read an O
    "14.turn": "exchanged(photos",
    "14.slant": "an X, turned by 45",
    "15.taken": "show_taken(taken",
    "16.grey": "show_images(greys",
    "16.learn": "the grey of a letter",
}


@pytest.mark.parametrize("name", PICTURES)
def test_no_picture_or_table_tells_an_answer_in_sight(name):
    cells = LESSONS[name[:2]]["cells"]
    assert not [cell["id"] for cell in in_sight(cells) if PICTURES[name] in text_of(cell)]
    assert [cell["id"] for cell in cells if PICTURES[name] in text_of(cell)], "it shows it no more: take it out of here"


IN_OTHER_WORDS = {  # a question: words with which its answer was told far from it, and would be again
    "00.who": r"found its own|lesson 0, which learned|lesson 0 learned",
    "04.order": r"can change places|still change places|pooling: True",  # what was tried with ReLU in place
    "05.maps": r"its one new map",
    "05.pixels": r"CPP.{1,12}\(0, 5\)",  # rows 0 to 5
    "06.thousand": r"may still guess",
    "08.copy": r"random start \*breaks",
    "11.swap": r"measure the harm",
    "11.table": r"for tables a mistake|suits plain voting",
    "12.pool": r"PyTorch's way \(",
    "12.votes": r"the votes were the same|the same numbers",
    "14.plain": r"no better than a coin",
    "16.grey": r"grey fails|grey throws away",
}
BESIDE = [ROOT / "README.md", ROOT / "docs" / "glossary.md"]  # what a learner reads before a lesson, or opens from it


@pytest.mark.parametrize("name", IN_OTHER_WORDS)
def test_no_exercise_list_or_table_of_lessons_tells_an_answer(name):
    earlier = [number for number in LESSONS if number <= ("09" if name == "00.who" else name[:2])]
    texts = {number: in_sight_of(LESSONS[number]) for number in earlier}
    texts |= {path.name: path.read_text(encoding="utf-8") for path in BESIDE}
    assert not [where for where, text in texts.items() if re.search(IN_OTHER_WORDS[name], text)]


def in_sight_of(lesson):
    return "\n".join(text for cell in in_sight(lesson["cells"]) for text in lines_of(cell))


def test_each_exception_is_still_needed():
    shown = {line.strip() for lesson in LESSONS.values() for cell in lesson["cells"] for line in lines_of(cell)}
    asked = {call.name for lesson in LESSONS.values() for call in calls(lesson["cells"], "predict")}
    assert not [(name, line) for name, line in OTHERWISE if name not in asked or line not in shown]


def test_each_picture_that_was_looked_at_is_still_in_sight_of_its_questions():
    near = {pair for lesson in LESSONS.values() for pair in pictures_near(lesson["cells"])}
    assert not {(name, line) for line, names in LOOKED_AT.items() for name in names.split()} - near


def lines_of(cell):
    texts = [text_of(cell)] + ["".join(output.get("text", "")) for output in cell.get("outputs", [])]
    return "\n".join(texts).splitlines()


def words(text):
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def code(text, shows=""):
    output = {"output_type": "stream", "name": "stdout", "text": shows}
    return {"cell_type": "code", "metadata": {}, "source": text, "outputs": [output] if shows else []}


def lesson():
    """A question as it should be."""
    return [
        words("# Title"),
        code("import numpy as np\nfrom xo.predictions import predict, reveal"),
        words("## Pixels"),
        code("different = (X != O).sum()"),
        code('predict("01.many", "How many differ?")', "Your prediction: How many differ?\n"),
        words("### See"),
        code('print(different)\nreveal("01.many", different)', "16\nIt is 16. (No guess was written down.)\n"),
        words("Sixteen of 81."),
        words("### Go on"),
        words("Pixels are not the only way."),
    ]


def test_a_lesson_as_it_should_be_gives_nothing_away():
    assert complaints(lesson()) == []


def place(number, cell):
    return lambda cells: cells.insert(number, cell)


def truth(text):
    return lambda cells: cells[6].update(source=f"wrong = 16\nreveal('01.many', {text})")


def ask(name, question):
    output = {"output_type": "display_data", "data": {"text/plain": f"Your prediction: {question}"}}
    return {**code(f'predict("{name}", "{question}")'), "outputs": [output]}


def rename(cells, name):
    cells[4].update(ask(name, "More or fewer?"))
    cells[6].update(code(f'reveal("{name}", words)', "It is “less than before”. (No guess was written down.)\n"))


def measure(cells, share, text):
    """A bracket to guess, what was measured folded away, and an exercise further down that measures as well."""
    cells[4].update(ask("01.many", "Which share? (up to 60 / 60 to 75 / above 75)"))
    said = f"right: {share}\nIt is “up to 60”. (No guess was written down.)\n"
    cells[6].update(code('reveal("01.many", bracket(share))', said))
    cells.extend([words("No.")] * 5 + [code("print(share)", text)])


def choose(cells, truth, other):
    cells[4].update(ask("01.many", f"Which? ({truth} / {other})"))
    cells[6].update(code('reveal("01.many", places[0])', f"It is “{truth}”. (No guess was written down.)\n"))


SPOILERS = {
    "a typed number": truth("16"),
    "a typed text": truth("'less' if True else 'more'"),
    "a typed name": truth("wrong"),
    "a typed number in a function": truth("int(16)"),
    "a typed number in a module's function": truth("np.float64(-16)"),
    "a reveal in sight": lambda cells: cells.pop(5),
    "a number printed below": place(5, code("print(different)", "pixels: 16\n")),
    "a number printed above": place(4, code("print(different)", "pixels: 16\n")),
    "a number in a text in code": place(5, code('print("it is 16")')),
    "a sentence below": place(5, words("There are 97 − 81 = 16 of them.")),
    "a sentence after the folded part": lambda cells: cells.append(words("**16** pixels are many.")),
    "a number in a heading further down": lambda cells: cells.extend([words("No.")] * 5 + [words("## Why 16 differ")]),
    "a rare number far below": lambda cells: (
        cells[6].update(code("print(n)\nreveal('01.many', n)", "It is 246. (No guess was written down.)\n")),
        cells.extend([words("No.")] * 5 + [code("print(n)", "246 numbers\n")]),
    ),
    "a sentence above": place(4, words("In 16 places they differ.")),
    "a share that an exercise measures": lambda cells: measure(cells, "49.0%", "yours: 49.0%\n"),
    "a choice with decimals that an exercise prints": lambda cells: (
        cells[4].update(ask("01.many", "Which share? (0.61 / 0.90)")),
        cells[6].update(code("reveal('01.many', x)", "It is “0.61”. (No guess was written down.)\n")),
        cells.extend([words("No.")] * 5 + [code("print(x)", "X 0.6093, O 0.3907\n")]),
    ),
    "a choice worked out in the code": lambda cells: (
        choose(cells, "a part", "all of it"),
        cells.insert(4, words("Here is a part.")),
    ),
    "a number in the next question": place(5, ask("01.next", "Of the 16, how many?")),
    "the name of a question": lambda cells: rename(cells, "01.less"),
    "a picture that nobody looked at": place(5, code("show_images([different])")),
    "a widget that nobody looked at": place(3, code("glass = GlassNetwork(network)")),
    "a part See without a reveal": lambda cells: cells.insert(5, words("### See")),
    "an answer that no output shows": lambda cells: cells[6].update(outputs=[]),
    "a question that nothing answers": place(4, code('predict("01.never", "Why?")')),
}


@pytest.mark.parametrize("spoil", SPOILERS.values(), ids=SPOILERS)
def test_the_test_finds(spoil):
    cells = lesson()
    spoil(cells)
    assert complaints(cells)


@pytest.mark.parametrize(("share", "text"), [("49.0%", "right: 81.0%\n"), ("49.0% and 81.0%", "right: 81.0%\n")])
def test_a_share_in_another_bracket_or_of_another_thing_tells_nothing(share, text):
    cells = lesson()
    measure(cells, share, text)
    assert complaints(cells) == []


@pytest.mark.parametrize("text", ["len(found)", "match(X, O)", "side * side", "'yes' if found else 'no'", "now.best()"])
def test_what_is_worked_out_is_not_called_typed(text):
    cells = lesson()
    cells[6].update(source=f"reveal('01.many', {text})")
    assert complaints(cells) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("the score is 7/9", "7/9"),
        ("or 0.78", "7/9"),
        ("8 − 1 = 7.", "7"),
        ("Seven of them", "7"),
        ("1,323 products", "1323"),
        ("**−5** here", "-5"),
        ("No. It never does.", "no"),
        ("Does it? **Yes**", "yes"),
        ("votes 1 2  answer: X", "X"),
        ("It is its *mirror image*, you see", "its mirror image"),
    ],
)
def test_a_line_that_tells_is_found(text, answer):
    assert telling(text, answer) == text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("7 by 7", "9"),
        ("3/9", "9"),
        ("1.7", "7"),
        ("17 and 70", "7"),
        ("lesson_7", "7"),
        ("we know no better", "no"),
        ("X and O", "X"),
        ("mirror", "its mirror image"),
    ],
)
def test_a_line_that_does_not_tell_is_not(text, answer):
    assert telling(text, answer) is None


def test_a_line_that_names_the_other_choices_as_well_tells_nothing():
    assert telling("more or less?", "more", ["more", "less"]) is None
    assert telling("clearly more", "more", ["more", "less"]) == "clearly more"


def kinds(cells):
    return [(part.kind, len(part.cells)) for part in parts_of(cells)]


def test_a_lesson_falls_into_parts_and_none_is_lost():
    assert kinds(lesson()) == [("go on", 4), ("prediction", 1), ("see", 3), ("go on", 2)]
    assert [cell for part in parts_of(lesson()) for cell in part.cells] == lesson()
    assert [text_of(cell) for cell in in_sight(lesson())][4:] == [
        'predict("01.many", "How many differ?")',
        "### See",
        "### Go on",
        "Pixels are not the only way.",
    ]


@pytest.mark.parametrize("heading", ["### Go on", "## Next", "# Title", "Words.\n\n### A reason\n\nMore words."])
def test_a_folded_part_ends_at_a_heading_of_its_level_or_above(heading):
    cells = [words("### See"), words("hidden"), words(heading)]
    assert kinds(cells) == [("see", 2), ("go on", 1)]


@pytest.mark.parametrize("text", ["#### Small", "#hash", "```\n# a comment\n```", "words"])
def test_a_folded_part_goes_on_over(text):
    assert kinds([words("### See"), words(text), code("# comment")]) == [("see", 3)]


@pytest.mark.parametrize("text", ["### See", "### See what came", "### See\n"])
def test_a_heading_over_what_tells_is_known(text):
    assert is_see(words(text))


@pytest.mark.parametrize("text", ["## See", "### Seen", "### See\n\nIt is 7.", "See"])
def test_no_other_cell_is_taken_for_it(text):
    assert not is_see(words(text))


def test_two_questions_in_a_row_are_answered_in_one_part():
    asked = [code('predict("01.a", "?")'), words("And"), code('x = 1\npredict("01.b", "?")'), words("### See")]
    assert kinds(asked) == [("prediction", 3), ("see", 1)]


def test_folding_marks_the_heading_and_no_other_cell():
    cells = copy.deepcopy(lesson())
    cells[8]["metadata"][FOLDED] = True
    for cell in cells:
        fold(cell)
    assert [cell["metadata"].get(FOLDED) for cell in cells] == [None] * 5 + [True] + [None] * 4
