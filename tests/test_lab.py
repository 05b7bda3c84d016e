"""The break-it lab as Python sees it: its readers, its galleries, its still picture, and what it refuses."""

import base64

import numpy as np
import pytest

from xo.breaking import change
from xo.breaking.readers import votes_of, worst_answers
from xo.images import O, X, make_images
from xo.networks import hand_made_network, random_network
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.lab import PLAIN, BreakItLab
from xo.widgets.shared.wire import build_layers

READERS = {"whole images": "pixels", "by hand": hand_made_network(), "noise": random_network(9, rng=1)}


@pytest.fixture
def lab():
    return BreakItLab(READERS, O)


def test_the_browser_gets_readers_that_say_what_python_s_say(lab):
    numbers, place = np.frombuffer(lab.numbers), 0
    for described, reader in zip(lab.readers, READERS.values(), strict=True):
        own = numbers[place : place + described["count"]]
        place += described["count"]
        network = Network(build_layers(described["plans"], own.tobytes()))
        for image in (X, O, change(O, degrees=30)):
            assert np.allclose(votes_of(network, image), votes_of(reader, image), rtol=0, atol=1e-12)
    assert place == len(numbers)


def test_shares_are_shown_only_where_votes_were_learned(lab):
    assert [reader["certain"] for reader in lab.readers] == [False, False, True]


def test_what_the_readers_see_is_the_drawing_with_the_changes(lab):
    assert np.array_equal(lab.image, O)
    lab.settings = PLAIN | {"degrees": 45, "noise": 1}
    grain = np.frombuffer(lab.grain).reshape(9, 9)
    assert np.array_equal(lab.image, change(O, degrees=45, noise=1, grain=grain))
    assert np.array_equal(lab.drawing, O)


def test_the_galleries_hold_the_wrong_answers_worst_first(lab):
    images, categories = make_images(2000, rng=99)
    for name, reader in READERS.items():
        which, votes, count = worst_answers(reader, images, categories)
        gallery = lab.galleries[name]
        assert (gallery["wrong"], gallery["images"], len(gallery["items"])) == (count, 2000, min(count, 12))
        worst = gallery["items"][0]
        assert np.array_equal(worst["pixels"], images[which[0], 0].ravel())
        assert worst["lead"] == pytest.approx(abs(votes[0, 0] - votes[0, 1]))
        assert {worst["is"], worst["said"]} == {"X", "O"}
        assert worst["is"] == "XO"[categories[which[0]]]
        leads = [round(item["lead"], 9) for item in gallery["items"]]
        assert leads == sorted(leads, reverse=True)


def test_a_class_looks_at_symbols_of_its_own():
    rng = np.random.default_rng(3)
    examples = {name: rng.choice([-1.0, 1.0], (6, 7)) for name in ("star", "moon", "sun")}
    network = Network([Voting(rng.normal(size=(3, 42)))])
    exam = rng.choice([-1.0, 1.0], (30, 1, 6, 7)), rng.integers(3, size=30)
    lab = BreakItLab({"whole images": "pixels", "noise": network}, examples=examples, exam=exam)
    assert (lab.categories, lab.shape) == (["star", "moon", "sun"], [6, 7])
    assert np.array_equal(lab.drawing, examples["star"])
    assert lab.strangers == []
    assert {item["is"] for item in lab.galleries["noise"]["items"]} <= {"star", "moon", "sun"}
    bundle = lab._repr_mimebundle_()[0]
    assert "whole images says star (star 1.00, moon" in bundle["text/plain"]
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert BreakItLab({"noise": network}, examples=examples).galleries == {}


@pytest.mark.parametrize(
    ("readers", "kind", "sentence"),
    [
        ([1], TypeError, "expected readers as a dictionary of names and networks, got list"),
        ({}, TypeError, "expected readers as a dictionary"),
        ({"me": "eyes"}, TypeError, "expected the reader 'me' as a"),
        (
            {"me": random_network(12, rng=0)},
            ValueError,
            "expected an image that fits the reader 'me', got one of 9 by 9 .*: give examples of the size",
        ),
        ({"me": Network([Voting(np.ones((3, 81)))])}, ValueError, "expected examples, as the reader 'me' has 3 votes"),
    ],
)
def test_readers_that_do_not_fit_are_refused_in_one_sentence(readers, kind, sentence):
    with pytest.raises(kind, match=sentence):
        BreakItLab(readers)


@pytest.mark.parametrize(
    ("examples", "kind", "sentence"),
    [
        ({"X": X}, TypeError, "expected examples as a dictionary of two or more names"),
        ([X, O], TypeError, "expected examples as a dictionary"),
        ({"X": X, "O": O[:5]}, ValueError, "expected examples of one size"),
        ({"X": X, "O": "o"}, (TypeError, ValueError), "expected"),
    ],
)
def test_examples_that_do_not_fit_are_refused_in_one_sentence(examples, kind, sentence):
    with pytest.raises(kind, match=sentence):
        BreakItLab({"whole images": "pixels"}, examples=examples)


def test_an_image_of_another_size_is_refused():
    with pytest.raises(ValueError, match="expected an image of 9 by 9 pixels, got 8 by 9"):
        BreakItLab(READERS, np.ones((8, 9)))


def test_without_a_browser_a_steady_text_and_picture_remain():
    first, second = (BreakItLab(READERS, O)._repr_mimebundle_()[0] for _ in range(2))
    assert first["text/plain"] == second["text/plain"]
    assert "by hand says O (X 0.56, O 1.00); moved by up to 4 pixels:" in first["text/plain"]
    assert first["image/png"] == second["image/png"]
    assert base64.b64decode(first["image/png"]).startswith(b"\x89PNG")
    assert repr(BreakItLab(READERS)) == "BreakItLab(whole images, by hand, noise)"
