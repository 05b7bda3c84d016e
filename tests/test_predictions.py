"""Predictions: asked before the reveal, kept at once, never lost, and silent where nobody answers."""

import contextlib
import json
import os
import re
import stat
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xo import predictions
from xo.predictions import forget_predictions, my_predictions, predict, reveal, storage
from xo.predictions.guesses import WANTED, agrees, as_kept
from xo.predictions.reading import meanings


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    new_kernel()
    storage._in_memory.clear()


def new_kernel():
    """A kernel that was just started has asked nothing and told nothing."""
    predictions._asked.clear()
    predictions._told.clear()


def look(name, question="How many?", **kind):
    """What a learner does who sees the question on a screen."""
    predict(name, question, **kind)
    predictions._asked[name].shown = True


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
    new_kernel()
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


def test_a_cell_of_a_list_is_called_by_its_place(capsys):
    truth = np.array([[1, 0, 0, 1]])
    reveal("06.before", truth)
    answer("06.where", [[0, 3]], cells=(1, 4))
    reveal("06.where", truth)
    new_kernel()  # and so it is when the lesson ends, another day
    my_predictions("06")
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "It is 2 cells: place 0, place 3. (No guess was written down.)"
    told = "You marked 1 cell, 1 of them rightly. It is 2 cells: place 0, place 3."
    assert told in said
    assert f"   {told}" in said


def test_the_end_of_a_lesson_counts_what_came_and_names_each_miss_once(capsys):
    answer("02.one", "5", "First?")
    answer("02.two", "yes", "Second?", choices=["yes", "no"])
    answer("02.three", "3", "Third?")
    answer("03.one", "1", "Elsewhere?")
    look("02.four", "Fourth?")
    predictions._asked["02.four"].skipped = True
    for name, truth in (("02.one", 7), ("02.two", True), ("03.one", 2)):
        reveal(name, truth)
    capsys.readouterr()
    my_predictions("02")
    assert capsys.readouterr().out.splitlines() == [
        "1 of 2 came as you predicted.",
        "1 still open: open its part See and run it.",
        "1 skipped.",
        "Worth another look, with what you know now:",
        " - First?",
        "   You said 5. It is 7.",
    ]


def test_a_guess_after_the_reveal_is_told_as_such_and_counts_apart(capsys):
    answer("02.one", "7", "In time?")
    reveal("02.one", 7)
    look("02.two", "Late?")
    reveal("02.two", 5)
    predictions._asked["02.two"].answer = "5"
    assert predictions._asked["02.two"].status.startswith("It is kept. The answer had been worked out before")
    reveal("02.two", 5)
    said = "You said 5 (after the answer had been worked out), and so it is."
    assert capsys.readouterr().out.splitlines()[-1] == said
    assert "before you saw" not in predictions._asked["02.two"].status
    my_predictions("02")
    assert capsys.readouterr().out.splitlines() == [
        "1 of 1 came as you predicted.",
        "1 guessed after the answer had been worked out.",
    ]


def test_a_reveal_that_ran_before_its_question_makes_the_guess_late(capsys):
    reveal("02.one", 7)
    answer("02.one", "7")
    reveal("02.one", 7)
    assert capsys.readouterr().out.splitlines()[-1].startswith("You said 7 (after the answer had been worked out)")


def test_whoever_passes_over_a_question_on_the_screen_has_skipped_it_for_good(capsys):
    look("02.one")
    reveal("02.one", 7)
    assert capsys.readouterr().out.splitlines()[-1] == "It is 7. (No guess was written down.)"
    new_kernel()
    look("02.one")
    assert predictions._asked["02.one"].skipped
    predictions._asked["02.one"].answer = "7"
    reveal("02.one", 7)
    assert "after the answer had been worked out" in capsys.readouterr().out


def test_run_all_shows_a_question_after_its_reveal_and_says_how_a_guess_counts():
    predict("02.one", "How many?")
    reveal("02.one", 7)
    assert predictions._asked["02.one"].status == ""  # what an exported page will show
    predictions._asked["02.one"].shown = True
    assert predictions._asked["02.one"].status == predictions.WORKED_OUT
    assert storage.load() == {}


def test_a_skipped_question_is_kept_as_skipped_until_a_guess_comes(capsys):
    look("02.one")
    predictions._asked["02.one"].skipped = True
    assert storage.load()["02.one"]["answer"] is None
    new_kernel()
    look("02.one")
    assert predictions._asked["02.one"].skipped
    predictions._asked["02.one"].answer = "5"
    assert not predictions._asked["02.one"].skipped
    reveal("02.one", 7)
    assert capsys.readouterr().out.splitlines()[-1] == "You said 5. It is 7. What made you expect 5?"
    look("02.two")
    predictions._asked["02.two"].skipped = True
    reveal("02.two", 7)
    assert capsys.readouterr().out.splitlines()[-1] == "You skipped this one. It is 7."


@pytest.mark.parametrize("guess", ["abc", "3 or 4", "no idea", "more than 3", "?"])
def test_a_number_question_says_what_it_wants_and_keeps_nothing_else(guess, capsys):
    look("02.one")
    widget = predictions._asked["02.one"]
    widget.answer = guess
    assert (widget.refusal, widget.status) == (WANTED, "")
    assert storage.load() == {}
    widget.answer = "7"
    assert (widget.refusal, widget.status) == ("", "It is kept.")


def test_a_question_for_words_takes_words(capsys):
    answer("02.name", "a Filter!", "What is it called?", words=True)
    reveal("02.name", "filter")
    assert capsys.readouterr().out.splitlines()[-1] == "You said “a Filter!”, and so it is (“filter”)."


def test_forgetting_one_lesson_leaves_the_others_and_forgetting_all_deletes_the_file(tmp_path, capsys):
    answer("02.one", "5")
    answer("03.one", "6")
    reveal("02.one", 5)
    forget_predictions("02")
    assert set(storage.load()) == {"03.one"}
    widget = predictions._asked["02.one"]
    assert (widget.answer, widget.locked, widget.status) == (None, False, "")
    widget.answer = "6"
    assert widget.status == "It is kept."
    forget_predictions("02")
    forget_predictions()
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "Forgotten: 1 of 2 predictions.",
        "Forgotten: 1 of 2 predictions.",
        "Forgotten: 1 of 1 predictions.",
    ]


@pytest.mark.parametrize(
    "damage", [b"", b'{"02.one": ', b"\xff\xfe", b"[1, 2]", b'{"02.one": 5}', b'{"02.one": {"answer": 5}}']
)
def test_a_damaged_file_is_set_aside_never_lost(damage, tmp_path, capsys):
    (tmp_path / storage.NAME).write_bytes(damage)
    (tmp_path / f"{storage.NAME}.damaged").write_bytes(b"an older one")
    answer("02.two", "6")
    assert (tmp_path / f"{storage.NAME}.damaged-2").read_bytes() == damage
    assert (tmp_path / f"{storage.NAME}.damaged").read_bytes() == b"an older one"
    assert set(storage.load()) == {"02.two"}
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
        (b'{"02.bad": {"question": "Odd?", "answer": "5", "truth": 1' + b"0" * 400 + b'}, "02.one": %s}', None),
        (b'{"02.bad": {"question": "Odd?", "answer": {"a": 1}}, "02.one": %s}', None),
        (b'{"02.bad": {"question": "Odd?", "answer": [[1, 2], [3, "x"]]}, "02.one": %s}', None),
    ],
)
def test_one_bad_place_costs_no_more_than_its_own_entry(content, asked, tmp_path, capsys):
    content %= ENTRY.encode()
    (tmp_path / storage.NAME).write_bytes(content)
    my_predictions("02")
    said = capsys.readouterr().out
    assert said.endswith("still open: open its part See and run it.\n")
    assert said.count("set aside as my-predictions.json.damaged, and its") == 1
    assert asked is None or storage.load()["02.bad"]["question"] == asked
    said.encode("utf-8")
    assert (tmp_path / f"{storage.NAME}.damaged").read_bytes() == content
    my_predictions("02")
    assert "set aside" not in capsys.readouterr().out


def test_a_byte_order_mark_is_no_damage(tmp_path, capsys):
    (tmp_path / storage.NAME).write_text(f'{{"02.one": {ENTRY}}}', encoding="utf-8-sig")
    my_predictions("02")
    assert capsys.readouterr().out == "1 still open: open its part See and run it.\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_many_writers_at_once_lose_nothing(tmp_path):
    code = (
        "import sys; from xo.predictions import storage\n"
        "for number in range(20):\n"
        '    entry = {"question": "How many?", "answer": "5"}\n'
        '    storage.change(lambda kept: kept.update({f"{sys.argv[1]}.{number}": entry}))\n'
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, name], cwd=tmp_path) for name in ("02", "03", "04")]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert len(storage.load(tmp_path)) == 60
    assert [path.name for path in tmp_path.iterdir()] == [storage.NAME]


def test_a_lock_left_behind_is_waited_for_and_then_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "LOCK_SECONDS", 0.1)
    (tmp_path / f".{storage.NAME}.lock").touch()
    answer("02.one", "5")
    assert set(storage.load()) == {"02.one"}
    assert [path.name for path in tmp_path.iterdir()] == [storage.NAME]


def test_a_write_that_fails_leaves_the_old_file_whole_and_the_guess_in_memory(tmp_path, monkeypatch, capsys):
    answer("02.one", "5")
    before = (tmp_path / storage.NAME).read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        answer("02.one", "6")
    status = predictions._asked["02.one"].status
    assert status.startswith("It is kept until Python stops; this folder cannot be written (No space left on device).")
    assert (tmp_path / storage.NAME).read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1
    reveal("02.one", 7)
    assert capsys.readouterr().out.splitlines()[-1] == "You said 6. It is 7. What made you expect 6?"
    assert json.loads((tmp_path / storage.NAME).read_text())["02.one"]["answer"] == "6"  # there is space again


@contextlib.contextmanager
def read_only(folder):
    """A folder in which nothing can be written, not even by an administrator, who becomes nobody meanwhile."""
    mode, is_root = stat.S_IMODE(folder.stat().st_mode), hasattr(os, "geteuid") and os.geteuid() == 0
    folder.chmod(0o555)
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(mode)


needs_rights = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")


@needs_rights
def test_in_a_read_only_folder_a_guess_lives_in_memory_and_says_so(tmp_path, capsys):
    with read_only(tmp_path):
        answer("02.one", "5")
        assert predictions._asked["02.one"].status == (
            "It is kept until Python stops; this folder cannot be written (Permission denied)."
        )
        reveal("02.one", 7)
        assert capsys.readouterr().out.splitlines()[-1] == "You said 5. It is 7. What made you expect 5?"
        my_predictions("02")
        assert "0 of 1 came as you predicted." in capsys.readouterr().out
        forget_predictions()
        assert "Forgotten: 1 of 1 predictions." in capsys.readouterr().out
        my_predictions("02")
        assert "No predictions" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


@needs_rights
def test_in_a_read_only_folder_what_the_file_keeps_is_forgotten_for_now(tmp_path, capsys):
    answer("02.one", "5")
    with read_only(tmp_path):
        forget_predictions()
        said = capsys.readouterr().out
        assert "Forgotten: 1 of 1 predictions. But the file keeps them" in said
        forget_predictions()
        assert capsys.readouterr().out == "There were no predictions to forget.\n"
    assert "02.one" in (tmp_path / storage.NAME).read_text()


@needs_rights
def test_a_damaged_file_in_a_read_only_folder_is_said_once_and_its_sound_entries_live_on(tmp_path, capsys):
    (tmp_path / storage.NAME).write_bytes(b'{"02.bad": 5, "02.one": %s}' % ENTRY.encode())
    with read_only(tmp_path):
        for _ in range(2):
            my_predictions("02")
        assert capsys.readouterr().out.splitlines() == [
            "my-predictions.json could not be read in places, nor anything be written beside it;"
            " until Python stops, its 1 sound ones are kept.",
            "1 still open: open its part See and run it.",
            "1 still open: open its part See and run it.",
        ]


@needs_rights
def test_a_file_that_may_not_be_read_is_set_aside(tmp_path, capsys):
    (tmp_path / storage.NAME).mkdir()  # nobody can read a folder as a file
    answer("02.one", "5")
    assert set(storage.load()) == {"02.one"}
    assert (tmp_path / f"{storage.NAME}.damaged").is_dir()


def test_a_folder_that_is_gone_costs_nobody_a_guess(tmp_path, monkeypatch, capsys):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    answer("02.one", "5")
    reveal("02.one", 5)
    assert capsys.readouterr().out.splitlines()[-1] == "You said 5, and so it is."


def test_the_file_is_plain_json_that_people_can_read(tmp_path):
    answer("02.eins", "größer", "Größer oder kleiner?", words=True)
    text = (tmp_path / storage.NAME).read_text(encoding="utf-8")
    assert "größer" in text
    assert json.loads(text) == {"02.eins": {"question": "Größer oder kleiner?", "answer": "größer"}}


@pytest.mark.parametrize(
    "truth", [None, float("nan"), pytest.param(10**400, id="immense"), [1, 2, 3], np.zeros((2, 2, 2)), 1j, object()]
)
def test_what_cannot_be_a_truth_is_refused_in_one_sentence(truth):
    with pytest.raises(ValueError, match="expected a number, a text, or a grid of cells to reveal, got"):
        reveal("02.one", truth)


@pytest.mark.parametrize(
    ("truth", "kept"),
    [
        (True, "yes"),
        (np.bool_(False), "no"),
        (np.int64(7), 7),
        (Fraction(7, 9), "7/9"),
        (Fraction(4, 2), 2),
        ("x", "x"),
    ],
)
def test_what_stands_in_the_file(truth, kept):
    assert as_kept(truth) == kept


EIGHT = "Of these eight, how many will it get right?"
NINTHS = "How many ninths does it keep? (5/9 would be 5)"
PERCENT = "How many per cent are right?"
SAME = [
    ("7/9", 7 / 9, ""),
    ("0.78", 7 / 9, ""),
    ("0,78", 7 / 9, ""),
    (".778", 7 / 9, ""),
    ("0.77...", 7 / 9, ""),
    ("0.7777…", 7 / 9, ""),
    ("seven ninths", 7 / 9, ""),
    ("7 ninths", 7 / 9, ""),
    ("7÷9", 7 / 9, ""),
    ("14/18", 7 / 9, ""),
    ("7/9 = 0.78", 7 / 9, ""),
    ("(8 − 1) / 9", 7 / 9, ""),
    ("−1", -1, ""),
    ("minus one", -1, ""),
    ("–1/9", -1 / 9, ""),
    ("7 x 7 = 49", 49, ""),
    ("7×7", 49, ""),
    ("7 times 7", 49, ""),
    ("7 by 7", 49, ""),
    ("7²", 49, ""),
    ("7^2 = 49", 49, ""),
    ("7**2", 49, ""),
    ("7 squared", 49, ""),
    ("seven squared", 49, ""),
    ("49 − 6²", 13, ""),
    ("3 x 5² + 1", 76, ""),
    ("7²·9·3", 1323, ""),
    ("3³", 27, ""),
    ("49/81", "0.6049", ""),  # a truth as a class map knows it
    ("0.604938", "0.6049", ""),
    ("3 (in ninths)", "3/9", "What does it keep? In ninths, such as 7/9."),
    ("3, in ninths", "3/9", "What does it keep? In ninths, such as 7/9."),
    ("(65 − 16) / 81", "0.6049", ""),
    ("3", "3/9", "In ninths, such as 7/9."),
    ("1/3", "3/9", "In ninths, such as 7/9."),
    ("thrice", 3, ""),
    ("49 = 7 · 7", 49, ""),
    ("8 - 1", 7, ""),
    ("8 − 1 = 7", 7, ""),
    ("= 7", 7, ""),
    ("seven", 7, ""),
    ("Seven.", 7, ""),
    ("about seven", 7, ""),
    ("I think 7", 7, ""),
    ("7?", 7, ""),
    ("~7", 7, ""),
    ("７", 7, ""),
    ("٧", 7, ""),
    ("7.0", 7, ""),
    ("twenty-one", 21, ""),
    ("two hundred and five", 205, ""),
    ("thirteen hundred and twenty three", 1323, ""),
    ("1323", 1323, ""),
    ("1,323", "1323", ""),
    ("1.323", 1323, ""),
    ("1 323", "1,323", ""),
    ("1'323", 1323, ""),
    ("1,323 multiplications", 1323, ""),
    ("2½", 2.5, ""),
    ("two and a half", 2.5, ""),
    ("half", 0.5, ""),
    ("a third", 1 / 3, ""),
    ("75 %", "75", ""),
    ("3 of 8", 3, ""),
    ("3 out of 8", 3, ""),
    ("3 of 8", 3 / 8, ""),
    ("3 in 8", 3 / 8, ""),
    ("a third of 27", 9, ""),
    ("75 % of 8", 6, ""),
    ("11 pixels", 11, ""),
    ("2 of the 27 pixels", 2, ""),
    ("none", 0, ""),
    ("nothing", 0, ""),
    ("60%", 0.6049, ""),
    ("60 percent", 0.6, ""),
    ("9 times", 9, ""),
    ("9x", 9, ""),
    ("3/9", 3, NINTHS),
    ("1/3", 3, NINTHS),
    ("−5/9", -5, NINTHS),
    ("three ninths", 3, NINTHS),
    ("3", 3, NINTHS),
    ("6/8", 6, EIGHT),
    ("6 of 8", 6, EIGHT),
    ("3/4", 6, EIGHT),
    ("75 %", 6, EIGHT),
    ("six", 6, EIGHT),
    ("2/27", 2, "In how many of the 27 pixels do they differ?"),
    ("84 %", 84, PERCENT),
    ("0.5", 50, PERCENT),
    ("1/2", 50, PERCENT),
    ("half", 50, PERCENT),
    ("half a dozen", 6, ""),
    ("6 (six)", 6, ""),
    ("7 (8 − 1)", 7, ""),
    ("4 (the diagonals)", 4, ""),
    ("6 🙂", 6, ""),
    ("24 → 22 → 11 → 6", 6, ""),
    ("5.5, so 6", 6, ""),
    ("6 or so", 6, ""),
    ("2⁴", 16, ""),
    ("3 maps x 49 x 9", 1323, ""),
    ("a hundred and three", 103, ""),
    ("one thousand three hundred and twenty-three", 1323, ""),
    ("forty-nine eighty-firsts", 49 / 81, ""),
    ("ninefold", 9, ""),
    ("9 times as large", 9, "How many times larger is it?"),
    ("negative half", -0.5, ""),
    ("−½", -0.5, ""),
    ("not a single one", 0, EIGHT),
    ("not one of them", 0, EIGHT),
    ("no numbers", 0, "How many numbers can it learn?"),
    ("No picture!", 0, "How many of the ten pictures change?"),
    ("it never does", 0, EIGHT),
    ("all of them", 8, EIGHT),
    ("all eight", 8, EIGHT),
    ("always", 8, EIGHT),
    ("every one", 8, EIGHT),
    ("all but two", 6, EIGHT),
    ("all except one", 80, "How many of the 81 pixels change the corner of a 2 by 2 map?"),
    ("six right, two wrong", 6, EIGHT),
    ("No.", 0, "How many numbers can it learn?"),
    ("at least 11", 11, "How many pixels must flip, at least?"),
    ("2 wrong, 6 right", 6, EIGHT),
    ("two will be wrong", 6, EIGHT),
    ("6 by 6", 6, "How many rows come out?"),
    ("3x3 = 9, so 3 x 3", 3, "How many rows are left?"),
    ("1.5 divided by 3", 0.5, ""),
    ("(0.8 + 0.7) over 3", 0.5, ""),
    ("nought point five", 0.5, ""),
    ("point five", 0.5, ""),
    ("5.5, rounded up to 6", 6, ""),
    ("two-thirds", 2 / 3, ""),
    ("seven-ninths", 7 / 9, ""),
    ("one forty-ninth", 1 / 49, ""),
    ("25 million", 25_000_000, ""),
    ("1,3k", 1300, ""),
    ("2.5 Mio.", 2_500_000, ""),
    ("half a million", 500_000, ""),
    ("fifty-fifty", 0.5, ""),
    ("50/50", 4, EIGHT),
    ("1’323", 1323, ""),
    ("1.323,0", 1323, ""),
    ("fiveish", 5, ""),
    ("ca. 5", 5, ""),
    ("1/2 or so", 0.5, ""),
    ("7 px", 7, ""),
    ("3 maps of 6 by 6", 108, ""),
    ("3 maps of 6 by 6", 6, "How many rows come out?"),
    ("3 maps of 8", 3, "How many of the 8 maps change?"),
    ("3 rows of 4", 12, ""),
    ("3*49 => 147", 147, ""),
    ("9, 8 and 1 makes 18", 18, ""),
    ("all but 3 of the ten", 7, "How many of the ten pictures change?"),
    (" The  SAME ", "the same", ""),
    ("mirror image.", "its mirror image".removeprefix("its "), ""),
    ([[1, 2], [0, 0]], [[0, 0], [1, 2]], ""),
]


@pytest.mark.parametrize(("guess", "truth", "question"), SAME)
def test_what_means_the_same_counts_as_right(guess, truth, question):
    assert agrees(guess, truth, question)


OTHER = [
    ("0.77", 7 / 9, ""),
    ("0.8", 7 / 9, ""),
    ("0.79", 7 / 9, ""),
    ("7", 7.4, ""),
    ("6.999", 7, ""),
    ("7.004", 7, ""),
    ("many", 7, ""),
    ("0,323", "323", ""),
    ("3 of 8", 8, ""),
    ("60 %", 6, ""),
    ("about 3", 4, ""),
    ("6 0", 60, ""),
    ("3-5", 4, ""),
    ("3 or 4", 3, ""),
    ("between 3 and 5", 3, ""),
    ("more than 3", 3, ""),
    (">3", 3, ""),
    ("10²", 102, ""),
    ("10 2", 100, ""),
    ("7² or 8²", 49, ""),
    ("2**3**3", 8, ""),
    ("48/81", "0.6049", ""),
    ("0.605938", "0.6049", ""),
    ("4 (in ninths)", "3/9", "What does it keep? In ninths, such as 7/9."),
    ("0.604", "0.6049", ""),
    ("1", "0.6049", ""),
    ("4", "3/9", "In ninths, such as 7/9."),
    ("3", "3/9", ""),
    ("9**9**9", 9, ""),
    ("all but one", 1, EIGHT),
    ("all but two", 2, EIGHT),
    ("not all", 8, EIGHT),
    ("nearly all", 8, EIGHT),
    ("they all stay the same", 8, EIGHT),
    ("no idea", 0, EIGHT),
    ("not 6", 6, ""),
    ("5+", 5, ""),
    ("5 or more", 5, ""),
    ("up to 5", 5, ""),
    ("twice as many", 2, ""),
    ("3 times as many", 3, ""),
    ("seven and eight", 15, ""),
    ("seven eight", 15, ""),
    ("negative 0.5", 0.5, ""),
    ("8 (or 9)", 8, ""),
    ("6 right − 2 wrong", 4, ""),
    ("two wrong", 2, EIGHT),
    ("no", 0, "What is the sum?"),
    ("at least 11", 11, "How many pixels must flip?"),
    ("all but two wrong", 6, EIGHT),
    ("36 %", 36, "How many of the 81 pixels change it?"),
    ("6 by 5", 6, "How many rows come out?"),
    ("over 3", 3, ""),
    ("5/0", 0, ""),
    ("1e99999999", 0, ""),
    ("9" * 500, 9, ""),
    ("(" * 90, 0, ""),
    ("7-(", 7, ""),
    ("0,100.07", 100, ""),
    ("", 0, ""),
    ("3/9", 3, EIGHT),
    ("4/9", 3, NINTHS),
    ("5/8", 6, EIGHT),
    ("7", "7 by 7", ""),
    ("60", "up to 60", ""),
    ("12", [[0, 0]], ""),
    ([[0, 0]], [], ""),
    ([[0, 0]], "x", ""),
    ([[0, 0]], 3, ""),
]


RANGES = "between 3 and 5; 3 to 5; 3 bis 5; 3 until 5; at most 5; 3-5; 3 – 5; 5 or 6; 5 < x; more than 5; 5 or more"
WORDS = "abc; VII; iv; X; sieben; a few; most; as many; unchanged; infinity; ?"
NO_ONE_NUMBER = f"""{RANGES}; {WORDS}; 5±1; 5 +/- 1; until 5; 5 at most; max. 5; 5 max; maximum of 5; min. 5; 5 tops
    5 and a bit; 5-something; 5, maybe 6; 2 and 2; 2 rows and 2 columns; 5 X 3 O; 5 X's, 5 O; 7 instead of 8; isn't 7
    5 in each of 3 maps; 5 for X, 3 for O; 3 rows and 4 columns; 6 by 6, three maps; 1,323,4; 1.2.3; every second one
    every third; double 51; √49; root of 49; 2π; 2 pi; 1O; l0; 7 von 9; 7 rather than 8; from 3 to 5"""


@pytest.mark.parametrize("guess", re.split(r";\s|\n\s*", NO_ONE_NUMBER))
def test_what_is_not_one_number_is_asked_again_and_never_read_as_one_of_its_numbers(guess):
    assert meanings(guess) == []


def test_a_page_asks_again_for_what_is_plainly_not_one_number_and_never_for_what_can_be_read(node):
    read = [guess for guess, truth, question in SAME if meanings(guess, question) and not isinstance(truth, str)]
    asked_again = [*RANGES.split("; "), *WORDS.split("; ")]
    script = Path(__file__).parent / "javascript" / "run_guesses.mjs"
    done = subprocess.run(
        [*node, script], input=json.dumps(read + asked_again), capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["wanted"] == WANTED
    assert [guess for guess, fits in zip(read, told["fits"], strict=False) if not fits] == []
    assert [guess for guess, fits in zip(asked_again, told["fits"][len(read) :], strict=True) if fits] == []


@pytest.mark.parametrize(("guess", "truth", "question"), OTHER)
def test_what_differs_does_not(guess, truth, question):
    assert not agrees(guess, truth, question)


@given(st.text(max_size=40) | st.text("0179.,/-+*()% of", max_size=12))
def test_any_text_can_be_read(text):
    for number in meanings(text, "Of 9, how many per cent?"):
        assert isinstance(number.value, Fraction)


@given(st.fractions(max_denominator=50).filter(lambda value: abs(value) < 1000))
def test_any_fraction_is_read_as_itself(value):
    assert meanings(str(value))[0].value == value
