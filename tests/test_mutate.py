"""`mutate` draws fairly, counts honestly, and explains only changes of lines that still stand there."""

import collections
import math
import re

import pytest

from tools import mutate
from xo import OPERATIONS

NAMES = [f"xo.{room}__mutmut_{i}" for room in ("pooling.xǁPoolingǁforward", "relu.x_relu") for i in range(1, 41)]


def rooms_drawn(size, seed, rooms=("pooling", "relu")):
    return collections.Counter(map(mutate.room_of, mutate.draw(NAMES, rooms, size, seed)))


def test_as_many_are_drawn_of_each_room_and_never_one_twice():
    assert rooms_drawn(8, 1) == {"pooling": 8, "relu": 8}
    assert rooms_drawn(100, 1) == {"pooling": 40, "relu": 40}
    assert len(set(mutate.draw(NAMES, ["pooling"], 30, 1))) == 30


def test_a_seed_draws_the_same_again_whatever_else_is_tried_and_in_whatever_order():
    both = mutate.draw(NAMES, ["pooling", "relu"], 8, 5)
    assert both == mutate.draw(NAMES[::-1], ["pooling", "relu"], 8, 5)
    assert set(mutate.draw(NAMES, ["relu"], 8, 5)) < set(both)
    assert both != mutate.draw(NAMES, ["pooling", "relu"], 8, 6)


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("xo.letters.x_draw__mutmut_1", "letters"),
        ("xo.letters.strokes.x_ring__mutmut_12", "letters.strokes"),
        ("xo.pooling.xǁPoolingǁforward__mutmut_3", "pooling"),
        ("xo.networks.__init__.x_load__mutmut_3", "networks"),
    ],
)
def test_a_change_belongs_to_the_room_that_it_is_in(name, room):
    assert mutate.room_of(name) == room
    assert (mutate.ROOT / mutate.path_of(room)).is_file()


def counted(changes, tried, noticed, equivalent=0, untried=0):
    lived = tried - noticed - equivalent - untried
    return collections.Counter(
        {"changes": changes, "tried": tried, "noticed": noticed, "equivalent": equivalent}
        | {mutate.ALIVE: lived, mutate.UNTRIED: untried}
    )


def test_where_all_were_tried_the_score_is_exact_and_equivalent_ones_do_not_count():
    assert mutate.whole_score([counted(50, 50, 36, equivalent=10, untried=1)]) == (0.9, 0.9, 0.9)


def test_a_room_counts_by_its_size():
    large, small = counted(900, 10, 10), counted(100, 10, 0)
    assert mutate.whole_score([large, small])[0] == pytest.approx(0.9)


def test_the_interval_is_wilsons():
    share, least, most = mutate.whole_score([counted(1000, 10, 8)])
    assert share == 0.8
    assert (least, most) == pytest.approx((0.4902, 0.9433), abs=1e-4)  # the textbooks' for 8 of 10
    assert mutate.whole_score([counted(1000, 250, 250)])[1:] == pytest.approx((0.9849, 1.0), abs=1e-4)


def test_rooms_of_different_weight_tell_less_than_as_many_tries_of_one_weight():
    def width(counts):
        _, least, most = mutate.whole_score(counts)
        return most - least

    assert width([counted(500, 20, 18), counted(500, 20, 18)]) < width([counted(980, 20, 18), counted(20, 20, 18)])


def test_where_nothing_was_tried_there_is_no_score():
    assert all(math.isnan(part) for part in mutate.whole_score([counted(0, 0, 0)]))
    assert mutate.row("networks", [counted(0, 0, 0)]) == "| networks | 0 | 0 | 0 | 0 | 0 | 0 | - |"


def test_each_change_that_was_tried_counts_once_by_what_became_of_it(monkeypatch):
    ends = ["killed", "timeout", "survived", "survived", "no tests", "not checked"]
    found = dict(zip([name.replace("relu", "voting") for name in NAMES[-6:]], ends))
    known, plain = "-a(b, strict=True)\n+a(b, )", "-a + b\n+a - b"
    shown = dict(zip([*found][2:5], [known, plain, plain]))
    monkeypatch.setattr(mutate, "fates", lambda folder: found)
    monkeypatch.setattr(mutate, "differences", lambda folder, names: {name: shown[name] for name in names})
    count, lived = mutate.sort_out("folder", set([*found][:5]))
    assert count == {"voting": counted(6, 5, 2, equivalent=1, untried=1)}
    assert lived == [("voting", mutate.UNTRIED, plain), ("voting", mutate.ALIVE, plain)]


def test_the_report_says_that_it_is_a_sample_and_shows_what_lived(capsys):
    count = {"pooling": counted(300, 8, 7), "relu": counted(40, 8, 7, equivalent=1)}
    mutate.report(count, ["pooling", "relu"], [("pooling", mutate.ALIVE, "-a < b\n+a <= b")])
    said = capsys.readouterr().out
    assert "| pooling | 300 | 8 | 7 | 0 | 1 | 0 | 88% |" in said
    assert "| all | 340 | 16 | 14 | 1 | 1 | 0 | 89% |" in said
    assert "This is a sample" in said
    assert "pooling, not noticed:\n-a < b\n+a <= b" in said
    mutate.report({"relu": counted(40, 40, 40)}, ["relu"], [])
    assert "sample" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["pool"], "expected rooms that need NumPy only"), (["--sample", "0"], "expected a sample of at least 1, got 0")],
)
def test_what_it_cannot_do_is_told_before_anything_is_copied(monkeypatch, capsys, arguments, words):
    monkeypatch.setattr(mutate, "copy_course", lambda *_: pytest.fail("copied"))
    assert mutate.main(arguments) == 2
    assert words in capsys.readouterr().out


def test_every_explained_change_is_of_a_line_that_still_stands_in_its_room():
    for entry in mutate.explained():
        assert entry["why"]
        for room in entry["rooms"]:
            assert room in OPERATIONS
            text = (mutate.ROOT / mutate.path_of(room)).read_text(encoding="utf-8")
            if "pattern" in entry:
                assert re.search(entry["pattern"], text), f"{room}: {entry['pattern']}"
                continue
            lines = [line.strip() for line in text.splitlines()]
            for line in entry["change"].strip().splitlines():
                assert line[0] == "+" or line[1:] in lines, f"{room}: {line}"


@pytest.mark.parametrize(
    ("before", "after", "known"),
    [
        ("zip(a, b, strict=True)", "zip(a, b, strict=False)", True),
        ("zip(a, b, strict=True)", "zip(a, b, )", True),
        ("zip(a, b, strict=True)", "zip(a, None, strict=True)", False),
        ("zip(a, b, strict=True)", "zip(a, strict=True)", False),
    ],
)
def test_a_pattern_explains_changes_of_nothing_else(before, after, known):
    entry = {"rooms": ["voting"], "pattern": r", (strict=\w+)?(?=\))"}
    assert mutate.explains(entry, "voting", f"-{before}\n+{after}") == known
    assert not mutate.explains(entry, "pooling", f"-{before}\n+{after}")
