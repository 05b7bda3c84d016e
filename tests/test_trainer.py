"""The trainer as Python sees it: what it is given, what it keeps, what it says and shows where nothing runs."""

import asyncio
import base64

import numpy as np
import pytest
from own_loop import play_scene

from xo.errors import essay_error
from xo.images import O, X, make_images
from xo.networks import random_network
from xo.stacking import Network
from xo.widgets.trainer import Trainer

IMAGES, CATEGORIES = make_images(100, rng=1)
UNSEEN = make_images(40, rng=2)


def start():
    return random_network(9, features=(3,), rng=0)


def make(**options):
    return Trainer(start(), IMAGES, CATEGORIES, **{"unseen": UNSEEN, "rounds": 3} | options)


def numbers(network):
    return np.concatenate([array.ravel() for array in network.parameters])


def test_it_learns_on_request_and_gives_the_network_back():
    trainer = make()
    before = numbers(trainer.network)
    trainer.step()
    assert trainer.progress["step"] == 1
    assert not np.array_equal(numbers(trainer.network), before)
    trainer.run_to_end()
    assert trainer.progress["state"] == "finished"
    assert trainer.history[-1].step == trainer.progress["steps"] == 12
    assert np.array_equal(np.frombuffer(trainer.numbers), numbers(trainer.network))


def test_the_network_it_gives_is_a_copy():
    trainer = make()
    trainer.network.parameters[0][...] = 0
    assert numbers(trainer.network).any()


def test_reset_restores_the_start_and_the_next_run_is_the_same_again():
    trainer = make()
    trainer.run_to_end()
    first, points = numbers(trainer.network), trainer.history
    trainer.reset()
    assert np.array_equal(numbers(trainer.network), numbers(start()))
    assert trainer.progress["state"] == "ready"
    trainer.run_to_end()
    assert np.array_equal(numbers(trainer.network), first)
    assert trainer.history == points


def test_save_keeps_the_network_and_never_replaces_an_older_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    trainer = make()
    assert str(trainer.save()) == "my_network.npz"
    first = (tmp_path / "my_network.npz").read_bytes()
    trainer.step()
    assert str(trainer.save()) == "my_network_2.npz"
    assert (tmp_path / "my_network.npz").read_bytes() == first
    assert np.array_equal(numbers(Network.load("my_network_2.npz")), numbers(trainer.network))
    assert 'Network.load("my_network_2.npz")' in trainer.progress["note"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my_network.npz", "my_network_2.npz"]


def test_a_folder_that_cannot_be_written_is_told_in_the_widget(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    trainer = make()
    monkeypatch.setattr(Network, "save", lambda self, path: (tmp_path / "none" / "here").write_bytes(b""))
    trainer._hear(trainer, {"do": "save"}, [])
    assert trainer.progress["note"].startswith("Not saved: ")


def test_the_buttons_of_the_view_do_what_they_say():
    async def scene():
        trainer = make(rounds=50)
        press = lambda name, **more: trainer._hear(trainer, {"do": name} | more, [])  # noqa: E731
        press("play")
        assert trainer.progress["state"] == "learning"
        press("seen", number=None)
        press("speed", steps=2)
        assert trainer.progress["speed"] == 2
        press("pause")
        press("step")
        assert (trainer.progress["state"], trainer.progress["step"]) == ("paused", 1)
        press("speed", steps=77)
        press("dance")
        assert trainer.progress["speed"] == 2
        press("reset")
        assert trainer.progress["state"] == "ready"

    play_scene(scene())


def test_closing_the_widget_ends_the_work():
    async def scene():
        trainer = make(rounds=500)
        trainer.play()
        await asyncio.sleep(0.1)
        trainer.close()
        step = trainer.history[-1].step
        await asyncio.sleep(0.1)
        assert trainer.history[-1].step == step
        assert not trainer._coach.errand.running

    play_scene(scene())


def test_numbers_that_grow_without_limit_are_told_in_one_sentence():
    trainer = make(rate=1e308)
    trainer.run_to_end()
    assert trainer.progress["state"] == "failed"
    assert trainer.progress["note"] == "The numbers grew without limit: reset, and choose a smaller rate."


def test_the_pad_opens_on_an_x_and_takes_another_drawing():
    assert np.array_equal(make().image, X)
    assert np.array_equal(make(image=O).image, O)
    images, categories = make_images(20, size=12, rng=1)
    larger = Trainer(random_network(12, rng=0), images, categories)
    assert np.array_equal(larger.image, images[0, 0])
    with pytest.raises(ValueError, match="expected an image of shape"):
        make(image=np.ones((8, 8)))


def test_shares_are_shown_only_for_votes_that_learned_them():
    assert make().certain
    assert not make(error=essay_error).certain


def test_a_network_for_other_images_is_refused():
    with pytest.raises(ValueError, match="layer"):
        Trainer(random_network(12, rng=0), IMAGES, CATEGORIES)


def test_without_a_browser_a_steady_text_and_picture_remain():
    shown = []
    for _ in range(2):
        trainer = make()
        trainer.step(4)
        shown.append(trainer._repr_mimebundle_()[0])
    assert shown[0]["text/plain"] == shown[1]["text/plain"] == repr(trainer)
    assert "step 4 of 12" in repr(trainer)
    assert shown[0]["image/png"] == shown[1]["image/png"]
    assert base64.b64decode(shown[0]["image/png"]).startswith(b"\x89PNG")
