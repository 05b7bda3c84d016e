"""The trainer as Python sees it: what it is given, hears from the browser, keeps, says and shows where nothing runs."""

import base64
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest

from xo.backprop import Adam, accuracy, training
from xo.errors import essay_error, softmax_error
from xo.images import O, X, make_images
from xo.networks import random_network
from xo.stacking import Network
from xo.widgets.shared.examples import as_bytes, from_bytes
from xo.widgets.trainer import Trainer

IMAGES, CATEGORIES = make_images(100, rng=1)
UNSEEN = make_images(40, rng=2)
SCRIPT = Path(__file__).parent / "javascript/run_trainer.mjs"


def start(**how):
    return random_network(9, features=(3,), rng=0, **how)


def make(network=None, **options):
    return Trainer(network or start(), IMAGES, CATEGORIES, **{"unseen": UNSEEN, "rounds": 3} | options)


def numbers(network):
    return np.concatenate([array.ravel() for array in network.parameters])


def learn_in_node(node, trainer):
    """What the browser does with it: play, close, open, play to the end; and what Python then holds."""
    state = trainer.get_state()
    values = {name: value for name, value in state.items() if isinstance(value, list | dict | str)}
    packed = {name: base64.b64encode(value).decode() for name, value in state.items() if isinstance(value, bytes)}
    command, told = [*node, SCRIPT], json.dumps({"values": values, "bytes": packed})
    done = subprocess.run(command, input=told, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    heard = json.loads(done.stdout)
    # A message of the browser brings its bytes as a memoryview.
    bytes_ = {name: memoryview(base64.b64decode(text)) for name, text in heard["bytes"].items()}
    trainer.set_state(heard["values"] | bytes_)


def greys(images):
    return from_bytes(as_bytes(images))


@pytest.mark.parametrize("error", [softmax_error, essay_error])
def test_what_it_holds_after_play_is_what_training_leads_to(node, error):
    network = start(biases=True, poolings=2)
    trainer = make(network, rate=0.02, batch=20, error=error, rng=7)
    assert np.array_equal(numbers(trainer.network), numbers(network))
    learn_in_node(node, trainer)
    for _ in training(network, greys(IMAGES), CATEGORIES, 3, 20, Adam(0.02), error, rng=7):
        pass
    assert np.allclose(numbers(trainer.network), numbers(network), rtol=0, atol=1e-11)
    assert trainer.progress["state"] == "finished"
    last = trainer.history[-1]
    assert last.step == trainer.progress["steps"] == 15
    assert last.accuracy == accuracy(network, greys(IMAGES), CATEGORIES)
    assert last.unseen_accuracy == accuracy(network, greys(UNSEEN[0]), UNSEEN[1])
    assert "step 15 of 15" in repr(trainer)


def test_what_is_measured_at_the_start_is_measured_on_what_the_browser_measures():
    images, categories = make_images(1200, rng=3)
    [point] = Trainer(start(), images, categories, unseen=(images, categories)).history
    assert point.accuracy == accuracy(start(), greys(images)[::3], categories[::3])
    assert point.unseen_accuracy == accuracy(start(), greys(images), categories)
    assert point.step == 0


def test_without_unseen_images_it_says_so_and_measures_none():
    trainer = make(unseen=None)
    assert np.isnan(trainer.history[0].unseen_accuracy)
    assert "unseen" not in repr(trainer)


def test_the_network_it_gives_is_a_copy_and_the_one_it_was_given_stays(node):
    network = start()
    trainer = make(network)
    trainer.network.parameters[0][...] = 0
    learn_in_node(node, trainer)
    assert np.array_equal(numbers(network), numbers(start()))
    assert not np.array_equal(numbers(trainer.network), numbers(start()))


def test_save_keeps_the_network_and_never_replaces_an_older_one(tmp_path, monkeypatch, node):
    monkeypatch.chdir(tmp_path)
    trainer = make()
    assert str(trainer.save()) == "my_network.npz"
    first = (tmp_path / "my_network.npz").read_bytes()
    learn_in_node(node, trainer)
    trainer._hear(trainer, {"do": "save"}, [])
    assert (tmp_path / "my_network.npz").read_bytes() == first
    assert np.array_equal(numbers(Network.load("my_network_2.npz")), numbers(trainer.network))
    assert 'Network.load("my_network_2.npz")' in trainer.note
    assert str(trainer.save("here.npz")) == str(trainer.save("here.npz")) == "here.npz"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here.npz", "my_network.npz", "my_network_2.npz"]


def test_a_folder_that_cannot_be_written_is_told_in_the_widget(tmp_path, monkeypatch):
    trainer = make()
    monkeypatch.setattr(Network, "save", lambda self, path: (tmp_path / "none" / "here").write_bytes(b""))
    trainer._hear(trainer, {"do": "save"}, [])
    assert trainer.note.startswith("Not saved: ")
    trainer._hear(trainer, {"do": "dance"}, [])
    trainer._hear(trainer, "save", [])


def test_the_pad_opens_on_an_x_and_takes_another_drawing():
    assert np.array_equal(make().image, X)
    assert np.array_equal(make(image=O).image, O)
    images, categories = make_images(20, size=12, rng=1)
    larger = Trainer(random_network(12, rng=0), images, categories)
    assert np.array_equal(larger.image, images[0, 0])
    with pytest.raises(ValueError, match="expected an image of shape"):
        make(image=np.ones((8, 8)))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"network": random_network(12, rng=0)}, "layer"),
        ({"network": Network([])}, "numbers to learn"),
        ({"unseen": IMAGES}, "expected unseen as a pair"),
        ({"rate": 0}, "rate"),
        ({"rounds": 0}, "rounds"),
        ({"batch": 0}, "batch"),
        ({"error": abs}, "softmax_error or essay_error"),
        ({"names": ["X"]}, "expected 2 names"),
        ({"unseen": (UNSEEN[0], UNSEEN[1] + 1)}, "categories from 0 to 1"),
        ({"unseen": (UNSEEN[0] * 255, UNSEEN[1])}, "from -1 to 1"),
    ],
)
def test_what_cannot_be_learned_is_refused_in_a_sentence(change, words):
    with pytest.raises(ValueError, match=words):
        make(**change)


def test_drawings_travel_small():
    images, categories = make_images(2000, rng=0)
    trainer = Trainer(start(), images, categories, unseen=make_images(1000, rng=99), rounds=15)
    travels = sum(len(value) for value in trainer.get_state().values() if isinstance(value, bytes))
    assert travels < 260_000  # 8 bits a pixel would be 243,000, float64 1,944,000


def test_without_a_browser_a_steady_text_and_picture_remain(node):
    shown = []
    for _ in range(2):
        trainer = make()
        learn_in_node(node, trainer)
        shown.append(trainer._repr_mimebundle_()[0])
    assert shown[0]["text/plain"] == shown[1]["text/plain"] == repr(trainer)
    assert shown[0]["image/png"] == shown[1]["image/png"]
    assert base64.b64decode(shown[0]["image/png"]).startswith(b"\x89PNG")
