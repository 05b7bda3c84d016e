"""A class invents symbols of its own, two or five: postcards, training, the glass both ways, the trainer, the lab."""

import re

import numpy as np
import pytest
from traitlets import TraitError

from xo.backprop import accuracy, train
from xo.networks import random_network
from xo.postcards import read_class, to_code
from xo.widgets.glass import GlassNetwork
from xo.widgets.glass.still import HEAD, HIGH, INK, PALE, _draw_votes
from xo.widgets.lab import BreakItLab
from xo.widgets.trainer import Trainer


@pytest.mark.parametrize("names", [["heart", "ж"], ["heart", "ж", "7", "O", "tree"]], ids=len)
def test_a_class_reads_symbols_that_it_invented(names):
    rng = np.random.default_rng(3)
    symbols = rng.choice([-1.0, 1.0], (len(names), 9, 9))
    drawn = [(name, image * np.where(rng.random((9, 9)) < 0.04, -1, 1)) for name, image in zip(names, symbols)]
    drawn += list(zip(names, symbols))
    images, categories, remarks = read_class("\n".join(f"Ann: {name} {to_code(image)}" for name, image in drawn), names)
    assert [names[category] for category in categories] == names * 2
    assert remarks == []
    network = random_network(9, features=(8,), biases=True, categories=len(names), rng=0)
    train(network, images, categories, rounds=60)
    assert accuracy(network, images, categories) == 1
    for name, image in zip(names, symbols):
        assert network.answer(image, names) == name
        glass = GlassNetwork(network, image, backward=True, names=names, category=name)
        assert (glass.answer, glass.category, glass.categories) == (name, name, names)
        assert f"answer {name}" in glass._repr_mimebundle_()[0]["text/plain"]
    glass.category = names[0]
    with pytest.raises(TraitError, match="expected a category, one of heart, ж"):
        glass.category = "X"
    assert GlassNetwork(network, symbols[0], names=names).category == "heart"
    assert Trainer(network, images, categories, names=names).categories == names
    assert BreakItLab({"ours": network}, examples=dict(zip(names, symbols))).categories == names


def test_names_that_do_not_fit_the_votes_are_refused():
    network = random_network(9, categories=3, rng=0)
    for names in (["a", "b"], ["a", "b", "b"]):
        with pytest.raises(ValueError, match="expected a name of its own for each vote"):
            GlassNetwork(network, names=names)
    with pytest.raises(ValueError, match="one of a, b, c, got 'X'"):
        GlassNetwork(network, names=["a", "b", "c"], category="X")


@pytest.mark.parametrize("count", [3, 10, 16, 40])
def test_more_votes_than_two_are_counted_from_0_where_nobody_named_them(count):
    network = random_network(9, categories=count, rng=4)
    glass = GlassNetwork(network, backward=True, against=random_network(9, categories=count + 2, rng=5))
    best = str(np.argmax(network.votes(glass.image)))
    assert (glass.categories, glass.category, glass.answer) == ([*map(str, range(count))], "0", best)
    text = glass._repr_mimebundle_()[0]["text/plain"]
    assert f"; answer {best}" in text
    assert re.search(rf", {count - 1} \S+; answer {best}\n(.|\n)*, {count + 1} \S+; answer", text)


@pytest.mark.parametrize("count", [2, 3, 10, 16])
def test_the_still_picture_has_a_bar_for_each_of_many_votes(count):
    votes = np.linspace(0.2, 1, count)
    picture, words = _draw_votes(votes, [*map(str, range(count))], 1)
    inked = np.isin(picture[:, :, 0], (INK[0], PALE[0]))[:, 44:].sum(1)  # right of the line that they stand on
    edges = np.flatnonzero(np.diff(np.r_[0, inked > 0, 0]))
    lengths = [inked[start] for start in edges[::2]]
    assert np.allclose(lengths, votes * 200 - 4, atol=1)
    heights = [y for _, y, *_ in words]
    assert heights == sorted(heights)
    assert HEAD <= heights[0] < heights[-1] <= HEAD + HIGH
