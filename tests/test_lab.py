"""The break-it lab as Python sees it: its readers, the search for the smallest lie, the gallery, the still picture."""

import asyncio
import base64
import time

import numpy as np
import pytest
from own_loop import play_scene

from xo.breaking import change, fewest_flips
from xo.breaking.readers import votes_of, worst_answers
from xo.images import O, X, make_images
from xo.networks import hand_made_network, random_network
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.lab import PLAIN, BreakItLab
from xo.widgets.shared import background
from xo.widgets.shared.wire import build_layers

READERS = {"whole images": "pixels", "by hand": hand_made_network(), "noise": random_network(9, rng=1)}
STUBBORN = {"stubborn": Network([Voting(np.zeros((2, 81)))])}


def lie_of(lab, name, image, wait=True):
    """Press the button of a reader, and wait for the end of the search."""

    async def scene():
        lab._hear(lab, {"do": "lie", "reader": name, "key": "1", "pixels": image.ravel().tolist()}, [])
        assert lab.lies[name]["state"] == "searching"
        end = time.monotonic() + 30
        while lab.lies[name]["state"] == "searching":
            assert time.monotonic() < end
            lab._hear(lab, {"do": "seen", "number": None}, [])
            await asyncio.sleep(0.01)
        return lab.lies[name]

    return play_scene(scene())


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
            assert np.allclose(votes_of(network, image), votes_of(reader, image), atol=1e-12)
    assert place == len(numbers)


def test_shares_are_shown_only_where_votes_were_learned(lab):
    assert [reader["certain"] for reader in lab.readers] == [False, False, True]


def test_what_the_readers_see_is_the_drawing_with_the_changes(lab):
    assert np.array_equal(lab.image, O)
    lab.settings = PLAIN | {"degrees": 45, "noise": 1}
    grain = np.frombuffer(lab.grain).reshape(9, 9)
    assert np.array_equal(lab.image, change(O, degrees=45, noise=1, grain=grain))
    assert np.array_equal(lab.drawing, O)


def test_the_smallest_lie_of_whole_images_comes_from_the_formula(lab):
    lie = lie_of(lab, "whole images", O)
    assert (lie["state"], lie["flips"]) == ("found", len(fewest_flips("pixels", O)))


def test_the_smallest_lie_of_the_hand_made_network_takes_four_flips(lab):
    lie = lie_of(lab, "by hand", X)
    assert (lie["state"], lie["flips"], lie["key"]) == ("found", 4, "1")
    assert [divmod(place, 9) for place in lie["places"]] == fewest_flips(READERS["by hand"], X)


def test_more_than_the_most_flips_is_said_honestly(monkeypatch):
    monkeypatch.setattr("xo.widgets.lab.MOST", 2)
    lie = lie_of(BreakItLab(STUBBORN), "stubborn", X)
    assert (lie["state"], lie["places"], lie["tried"]) == ("more", None, 81 + 3240)


def test_a_search_can_be_stopped_and_says_how_far_it_came():
    async def scene():
        lab = BreakItLab(STUBBORN)
        lab._hear(lab, {"do": "lie", "reader": "stubborn", "key": "1", "pixels": X.ravel().tolist()}, [])
        await asyncio.sleep(0.2)
        lab._hear(lab, {"do": "stop"}, [])
        lie = lab.lies["stubborn"]
        assert (lie["state"], lie["places"]) == ("stopped", None)
        assert 0 < lie["tried"] < 1752381
        await asyncio.sleep(0.1)
        assert lab.lies["stubborn"]["tried"] == lie["tried"]

    play_scene(scene())


def test_a_new_search_ends_the_one_before_and_nobody_watching_ends_any(monkeypatch):
    monkeypatch.setattr(background, "PATIENCE", 0.2)

    async def scene():
        lab = BreakItLab({"one": STUBBORN["stubborn"], "other": STUBBORN["stubborn"]})
        for name in ("one", "other"):
            lab._hear(lab, {"do": "lie", "reader": name, "key": "1", "pixels": X.ravel().tolist()}, [])
        assert [lab.lies[name]["state"] for name in ("one", "other")] == ["stopped", "searching"]
        end = time.monotonic() + 20
        while lab.lies["other"]["state"] == "searching" and time.monotonic() < end:
            await asyncio.sleep(0.02)
        assert lab.lies["other"]["state"] == "stopped"

    play_scene(scene())


def test_the_gallery_hangs_the_wrong_answers_worst_first(lab):
    lab._hear(lab, {"do": "gallery", "reader": "noise"}, [])
    images, categories = make_images(2000, rng=99)
    which, votes, count = worst_answers(READERS["noise"], images, categories)
    assert (lab.gallery["wrong"], lab.gallery["images"], len(lab.gallery["items"])) == (count, 2000, 12)
    worst = lab.gallery["items"][0]
    assert np.allclose(worst["pixels"], images[which[0], 0].ravel())
    assert np.allclose(worst["votes"], votes[0])
    assert worst["is"] == "XO"[categories[which[0]]]


def test_messages_that_make_no_sense_change_nothing(lab):
    for message in ({}, {"do": "lie", "reader": "nobody", "key": "1", "pixels": []}, {"do": "gallery"}, {"do": 1}):
        lab._hear(lab, message, [])
    assert lab.lies == {}
    assert lab.gallery == {}


@pytest.mark.parametrize(
    ("readers", "kind", "sentence"),
    [
        ([1], TypeError, "expected readers as a dictionary of names and networks, got list"),
        ({}, TypeError, "expected readers as a dictionary"),
        ({"me": "eyes"}, TypeError, "expected the reader 'me' as a"),
        ({"me": random_network(12, rng=0)}, ValueError, "layer"),
    ],
)
def test_readers_that_do_not_fit_are_refused_in_one_sentence(readers, kind, sentence):
    with pytest.raises(kind, match=sentence):
        BreakItLab(readers)


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
