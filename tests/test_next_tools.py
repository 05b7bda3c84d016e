"""Lesson 12: PyTorch says the same, and what is recorded of it is what it says."""

import json

import numpy as np
import pytest

from tools.record import questions
from xo import next_tools
from xo.designs import Skip
from xo.filtering import Convolution, filter_image
from xo.images import O, X
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting

RECORDED = json.loads(next_tools.RECORDED.read_text(encoding="utf-8"))
EACH = pytest.mark.parametrize(("question", "given"), questions(), ids=lambda it: getattr(it, "__name__", ""))


@EACH
def test_without_pytorch_the_recorded_answer_is_given(question, given, monkeypatch):
    monkeypatch.setattr(next_tools, "find_spec", lambda name: None)
    assert np.array_equal(next_tools.ask(question, *given), RECORDED[question.__name__]["answer"])


@EACH
def test_the_recorded_answer_is_what_pytorch_gives(question, given):
    pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch==2.13.0")
    assert np.allclose(next_tools.ask(question, *given), RECORDED[question.__name__]["answer"], rtol=0, atol=1e-9)


def test_without_pytorch_other_questions_are_refused_not_answered_wrongly(monkeypatch):
    monkeypatch.setattr(next_tools, "find_spec", lambda name: None)
    with pytest.raises(ValueError, match="install PyTorch"):
        next_tools.ask(next_tools.filtered_both_ways, O, np.ones((3, 3)))


def test_it_says_who_answers(monkeypatch):
    monkeypatch.setattr(next_tools, "find_spec", {"torch": None}.get)
    assert next_tools.who_is_asked().startswith("PyTorch is not installed here: the answers below are recorded.")
    monkeypatch.setattr(next_tools, "find_spec", {"torch": "there"}.get)
    assert next_tools.who_is_asked() == "PyTorch is installed here: the answers below are its own, given now."


def test_the_recorded_slopes_and_maps_are_ours_too():
    by_name = {question.__name__: given for question, given in questions()}
    network, pictures = by_name["votes_by_torch"]
    assert np.allclose(network.forward(pictures), RECORDED["votes_by_torch"]["answer"], rtol=0, atol=1e-9)
    image, feature = by_name["filtered_both_ways"]
    plain, turned = np.array(RECORDED["filtered_both_ways"]["answer"])
    assert np.allclose(plain, filter_image(image, feature))
    assert np.allclose(turned, filter_image(image, feature[::-1, ::-1]))


@pytest.mark.parametrize("padding", [0, 1, 2])
def test_any_network_of_ours_votes_alike_in_pytorch(padding):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch==2.13.0")
    rng = np.random.default_rng(padding)
    layers = [
        Convolution(rng.normal(size=(4, 1, 3, 2)), rng.normal(size=4), padding),
        ReLU(),
        Pooling(3, 2),
        Convolution(rng.normal(size=(5, 4, 2, 2))),
    ]
    values = int(np.prod(Network(layers).sizes((1, 10, 9))[-1]))
    layers += [Voting(rng.normal(size=(3, values)), rng.normal(size=3)), ReLU(), Voting(rng.normal(size=(2, 3)))]
    images = rng.normal(size=(6, 1, 10, 9))
    theirs = next_tools.to_torch(Network(layers))(torch.tensor(images))
    assert np.allclose(Network(layers).forward(images), theirs.detach().numpy(), rtol=0, atol=1e-12)


def test_a_layer_that_pytorch_does_not_have_is_named():
    pytest.importorskip("torch", reason="PyTorch is not installed: pip install torch==2.13.0")
    mystery = type("Mystery", (), {"forward": lambda self, maps: maps})()
    for layers in ([mystery], [ReLU(), Skip([mystery])]):
        with pytest.raises(ValueError) as caught:
            next_tools.to_torch(Network(layers))
        assert str(caught.value) == "expected layers that say what they are in PyTorch, got Mystery"


def test_the_sign_of_a_question_forgives_the_last_digits_but_no_more():
    assert next_tools.fingerprint(X) == next_tools.fingerprint(X + 1e-12)
    assert next_tools.fingerprint(X) != next_tools.fingerprint(X + 1e-3)
