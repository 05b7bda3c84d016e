"""Predictions: asked before the reveal, kept at once, never lost, and silent where nobody answers."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from xo import predictions
from xo.predictions import forget_predictions, keeping, my_predictions, predict, reveal
from xo.predictions.guesses import agrees


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    predictions._asked.clear()


def answer(name, value, question="How many?", **kind):
    """What a learner does: see the question, give an answer."""
    predict(name, question, **kind)
    predictions._asked[name].answer = value


def test_unattended_lessons_pass_print_steady_text_and_leave_no_file(tmp_path, capsys):
    for _ in range(2):
        predict("02.match", "What comes out?", ["more", "less"])
        predict("02.many", "How many?")
        predict("02.where", "Where?", cells=(7, 7))
        reveal("02.match", "less")
        reveal("02.many", np.float64(7) / 9)
        reveal("02.where", np.eye(2))
        my_predictions("02")
        forget_predictions()
        assert capsys.readouterr().out.splitlines() == [
            "Your prediction: What comes out? (more / less)",
            "Your prediction: How many?",
            "Your prediction: Where? (Mark cells on a grid of 7 by 7.)",
            "It is “less”. (No guess was written down.)",
            "It is 7/9. (No guess was written down.)",
            "It is 2 cells: row 0 column 0, row 1 column 1. (No guess was written down.)",
            "No predictions were written down in lesson 02. Guess first, and they appear here.",
            "There were no predictions to forget.",
        ]
    assert list(tmp_path.iterdir()) == []


def test_an_answer_is_kept_at_once_and_survives_a_restart(capsys):
    answer("02.match", "5")
    assert predictions._asked["02.match"].status == "It is kept."
    predictions._asked.clear()  # a new kernel knows nothing
    predict("02.match", "How many?")
    assert predictions._asked["02.match"].answer == "5"
    capsys.readouterr()
    reveal("02.match", 7)
    assert capsys.readouterr().out == "You said 5. It is 7. What made you expect 5?\n"


def test_a_guess_can_be_changed_until_the_reveal_but_not_after(capsys):
    answer("02.match", "5")
    predictions._asked["02.match"].answer = "7"
    assert not predictions._asked["02.match"].locked
    reveal("02.match", 7)
    assert "You said 7, and so it is." in capsys.readouterr().out
    assert predictions._asked["02.match"].locked
    predict("02.match", "How many?")
    assert predictions._asked["02.match"].locked


def test_marked_cells_are_compared_one_by_one(capsys):
    answer("03.where", [[0, 0], [2, 1]], cells=(3, 3))
    reveal("03.where", np.array([[1, 0, 0], [0, 1, 0], [0, 0, 0]]))
    assert capsys.readouterr().out.splitlines()[-1] == (
        "You marked 2 cells, 1 of them rightly. It is 2 cells: row 0 column 0, row 1 column 1."
    )
    answer("03.empty", [[0, 0]], cells=(3, 3))
    reveal("03.empty", np.zeros((3, 3)))
    assert capsys.readouterr().out.splitlines()[-1] == ("You marked 1 cell, 0 of them rightly. It is no cell at all.")


def test_the_end_of_a_lesson_shows_its_own_predictions_and_which_to_revisit(capsys):
    answer("02.one", "5", "First?")
    answer("02.two", "yes", "Second?", choices=["yes", "no"])
    answer("02.three", "?", "Third?")
    answer("03.one", "1", "Elsewhere?")
    for name, truth in (("02.one", 7), ("02.two", True), ("03.one", 2)):
        reveal(name, truth)
    capsys.readouterr()
    my_predictions("02")
    assert capsys.readouterr().out.splitlines() == [
        "First?",
        "   You said 5. It is 7. What made you expect 5?",
        "Second?",
        "   You said “yes”, and so it is.",
        "Third?",
        "   You said “?”. What came has not been shown yet.",
        "",
        "1 of 3 came as you predicted.",
        "Worth another look, with what you know now:",
        " - First?",
    ]


def test_forgetting_one_lesson_leaves_the_others_and_forgetting_all_deletes_the_file(tmp_path, capsys):
    answer("02.one", "5")
    answer("03.one", "6")
    reveal("02.one", 5)
    forget_predictions("02")
    assert set(keeping.load()) == {"03.one"}
    widget = predictions._asked["02.one"]
    assert (widget.answer, widget.locked, widget.status) == (None, False, "")
    forget_predictions()
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Forgotten: 1 of 2 predictions.",
        "Forgotten: 1 of 1 predictions.",
    ]


@pytest.mark.parametrize(
    "damage", [b"", b'{"02.one": ', b"\xff\xfe", b"[1, 2]", b'{"02.one": 5}', b'{"02.one": {"answer": 5}}']
)
def test_a_damaged_file_is_set_aside_never_lost(damage, tmp_path, capsys):
    (tmp_path / keeping.NAME).write_bytes(damage)
    (tmp_path / f"{keeping.NAME}.damaged").write_bytes(b"an older one")
    answer("02.two", "6")
    assert (tmp_path / f"{keeping.NAME}.damaged-2").read_bytes() == damage
    assert (tmp_path / f"{keeping.NAME}.damaged").read_bytes() == b"an older one"
    assert set(keeping.load()) == {"02.two"}
    assert capsys.readouterr().out.count("set aside as my-predictions.json.damaged-2") == 1


ENTRY = '{"question": "How many?", "answer": "5"}'


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        (b'{"02.bad": {"question": "Gr\xff?", "answer": "5"}, "02.one": %s}', "Gr�?"),
        (b'{"02.bad": {"question": "Half \\ud800?", "answer": "5"}, "02.one": %s}', "Half ??"),
        (b'{"02.bad": 5, "02.one": %s}', None),
        (b'{"02.bad": {"question": "Odd?", "answer": "5", "truth": [1, 2]}, "02.one": %s}', None),
        (b'{"02.bad": {"question": "Odd?", "answer": "5", "truth": NaN}, "02.one": %s}', None),
        (b'{"02.bad": {"question": "Odd?", "answer": {"a": 1}}, "02.one": %s}', None),
    ],
)
def test_one_bad_place_costs_no_more_than_its_own_entry(content, asked, tmp_path, capsys):
    content %= ENTRY.encode()
    (tmp_path / keeping.NAME).write_bytes(content)
    my_predictions("02")
    said = capsys.readouterr().out
    assert "How many?\n   You said 5." in said
    assert said.count("set aside as my-predictions.json.damaged, and its") == 1
    assert (asked or "How many?") in said
    said.encode("utf-8")
    assert (tmp_path / f"{keeping.NAME}.damaged").read_bytes() == content
    my_predictions("02")
    assert "set aside" not in capsys.readouterr().out


def test_a_byte_order_mark_is_no_damage(tmp_path, capsys):
    (tmp_path / keeping.NAME).write_text(f'{{"02.one": {ENTRY}}}', encoding="utf-8-sig")
    my_predictions("02")
    assert "You said 5." in capsys.readouterr().out
    assert len(list(tmp_path.iterdir())) == 1


def test_many_writers_at_once_lose_nothing(tmp_path):
    code = (
        "import sys; from xo.predictions import keeping\n"
        "for number in range(20):\n"
        '    entry = {"question": "How many?", "answer": "5"}\n'
        '    keeping.change(lambda kept: kept.update({f"{sys.argv[1]}.{number}": entry}))\n'
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, name], cwd=tmp_path) for name in ("02", "03", "04")]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert len(keeping.load(tmp_path)) == 60
    assert [path.name for path in tmp_path.iterdir()] == [keeping.NAME]


def test_a_lock_left_behind_is_waited_for_and_then_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "PATIENCE", 0.1)
    (tmp_path / f".{keeping.NAME}.lock").touch()
    answer("02.one", "5")
    assert set(keeping.load()) == {"02.one"}
    assert [path.name for path in tmp_path.iterdir()] == [keeping.NAME]


def test_a_write_that_fails_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path, monkeypatch):
    answer("02.one", "5")
    before = (tmp_path / keeping.NAME).read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    answer("02.one", "6")
    assert predictions._asked["02.one"].status == "It could not be kept: No space left on device."
    assert (tmp_path / keeping.NAME).read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_the_file_is_plain_json_that_people_can_read(tmp_path):
    answer("02.eins", "größer", "Größer oder kleiner?")
    text = (tmp_path / keeping.NAME).read_text(encoding="utf-8")
    assert "größer" in text
    assert json.loads(text) == {"02.eins": {"question": "Größer oder kleiner?", "answer": "größer"}}


@pytest.mark.parametrize(
    ("guess", "truth"),
    [
        ("7/9", 7 / 9),
        ("0.78", 7 / 9),
        ("0,78", 7 / 9),
        ("−1", -1),
        ("1323", 1323),
        ("1,323", "1323"),
        ("1 323", "1,323"),
        (" The  SAME ", "the same"),
        ("75 %", "75"),
        ([[1, 2], [0, 0]], [[0, 0], [1, 2]]),
    ],
)
def test_what_means_the_same_counts_as_right(guess, truth):
    assert agrees(guess, truth)


@pytest.mark.parametrize(
    ("guess", "truth"),
    [
        ("0.77", 7 / 9),
        ("7", 7.4),
        ("6.999", 7),
        ("many", 7),
        ("0,323", "323"),
        ([[0, 0]], []),
        ([[0, 0]], "x"),
    ],
)
def test_what_differs_does_not(guess, truth):
    assert not agrees(guess, truth)


@pytest.mark.parametrize(
    ("guess", "truth"),
    [("3 of 8", 3), ("11 pixels", 11), ("none", 0), ("60%", 0.6049), ("60 %", 0.6), ("84 %", 84), ("−1/9", -1 / 9)],
)
def test_a_number_with_a_word_behind_it_is_that_number(guess, truth):
    assert agrees(guess, truth)


@pytest.mark.parametrize(("guess", "truth"), [("3 of 8", 8), ("many", 3), ("60 %", 6), ("about 3", 4), ("6 0", 7)])
def test_words_do_not_turn_a_wrong_number_into_a_right_one(guess, truth):
    assert not agrees(guess, truth)
