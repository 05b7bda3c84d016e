"""A class invents symbols of its own, two or five: postcards, training, the glass both ways, the trainer, the lab."""

import re

import numpy as np
import pytest
from traitlets import TraitError

from xo.backprop import accuracy, train
from xo.drawings import are_held_out, as_drawings, make_like
from xo.hyperparameters import Sweep
from xo.networks import random_network
from xo.postcards import read_class, to_code
from xo.widgets.glass import GlassNetwork
from xo.widgets.glass.still import HEAD, HIGH, INK, PALE, _draw_votes
from xo.widgets.lab import BreakItLab
from xo.widgets.lab.lineup import letters_for
from xo.widgets.sweeper import SweepPanel
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
    trainer = Trainer(network, images, categories, names=names)
    assert trainer.categories == names
    assert np.array_equal(trainer.image, images[0, 0])  # and not the published X
    assert BreakItLab({"ours": network}, examples=dict(zip(names, symbols))).categories == names


def drawings_of(count, sides=(9, 9), each=5):
    """Drawings of invented symbols, as a class draws them: (images, categories)."""
    rng = np.random.default_rng(count)
    symbols = rng.choice([-1.0, 1.0], (count, *sides))
    drawn = np.repeat(symbols, each, axis=0) * np.where(rng.random((count * each, *sides)) < 0.05, -1, 1)
    return drawn[:, None], np.repeat(np.arange(count), each)


@pytest.mark.parametrize("count", [2, 5, 10])
def test_a_sweep_compares_designs_on_drawings_of_ones_own(count, tmp_path):
    drawings, file = drawings_of(count), tmp_path / "sweep.json"
    designs, how = {"votes": "", "features": "filter 8 3, relu, pool 2 2"}, {"images": 200, "rounds": 20, "rate": 0.02}
    sweep = Sweep(designs, (1,), file, drawings, **how)
    panel = SweepPanel(sweep, cores=1)
    assert len([job for job, _ in sweep.run(cores=1)]) == 2
    for row in sweep.summary():
        assert row.unseen[0] > 0.8, row
    assert row.numbers == 8 * 9 + count * 8 * 16
    assert "2 of 2 jobs done. Best so far" in panel.words
    assert Sweep(designs, (1,), file, drawings, **how).left == []
    others = drawings[0] * np.where(np.arange(9) == 4, -1, 1), drawings[1]
    for other in (Sweep(designs, (1,), file, others, **how), Sweep(designs, (1,), file, **how)):
        assert len(other.left) == 2  # what is kept is of those drawings and no others


@pytest.mark.parametrize("sides", [(7, 12), (9, 4)], ids=str)
def test_a_sweep_learns_from_drawings_of_any_height_and_width(sides, tmp_path):
    (rows, columns), drawings, how = sides, drawings_of(3, sides), {"images": 150, "rounds": 20, "rate": 0.02}
    designs, file = {"votes": "", "same": "same 3", "features": "filter 4 3, relu, pool 2 2"}, tmp_path / "sweep.json"
    sweep = Sweep(designs, (1,), file, drawings, **how)
    assert all(result["unseen"] > 0.8 for _, result in sweep.run(cores=1))
    counts = [row.numbers for row in sweep.summary()]
    assert counts[:2] == [3 * rows * columns, 9 + 3 * rows * columns]
    assert counts[2] == 4 * 9 + 3 * 4 * -((2 - rows) // 2) * -((2 - columns) // 2)
    assert Sweep(designs, (1,), file, drawings, size=[*sides], **how).left == []
    with pytest.raises(ValueError, match=rf"but that of the examples, \({rows}, {columns}\), got 9$"):
        Sweep(designs, (1,), file, drawings, size=9, **how)
    with pytest.raises(ValueError, match=rf"^expected a whole size of 1 or more, got \({rows}, {columns}\)$"):
        Sweep(designs, size=sides)  # X's and O's are squares


def test_a_sweep_takes_one_drawing_of_each_by_name_too_and_holds_drawings_back_where_there_are_more():
    images, _ = drawings_of(3, (7, 7), each=6)
    by_name = {"heart": images[0, 0], "ж": images[6:9, 0], "tree": list(images[12:18, 0])}
    made, kinds = as_drawings(by_name)
    assert made.shape == (10, 1, 7, 7)
    assert kinds.tolist() == [0] + [1] * 3 + [2] * 6
    again = as_drawings((list(made[:, 0]), kinds))  # without the axis of their one map, as a list
    assert all(np.array_equal(one, other) for one, other in zip(again, (made, kinds)))
    held = are_held_out(kinds)
    assert held.tolist() == [False, False, False, True, False, False, False, False, False, True]
    _, turns = make_like((made, kinds), 10, 0)
    assert turns.tolist() == [0, 1, 2, 0, 1, 2, 0, 1, 2, 0]
    blank = np.where(held, -1, 1)[:, None, None, None] * np.ones_like(made)  # those that are held out
    for unseen, of_ink in ((False, [0, 1, 2]), (True, [0])):
        images, turns = make_like((blank, kinds), 60, 0, unseen)
        assert np.array_equal((images > 0).any((1, 2, 3)), np.isin(turns, of_ink))
    assert len(np.unique(make_like((made, kinds), 400, 0)[0].reshape(400, -1), axis=0)) > 20
    ((_, result),) = Sweep({"votes": ""}, (1,), examples=by_name, images=60, rounds=2).run(cores=1)
    assert set(result) == {"seen", "unseen"}


@pytest.mark.parametrize(
    ("examples", "kind", "sentence"),
    [
        ({}, ValueError, r"expected examples of two or more categories, got \[\]"),
        ({"heart": "♥", "tree": np.ones((9, 9))}, TypeError, "expected image made of numbers, got text"),
        ({"heart": [], "tree": np.ones((9, 9))}, ValueError, "expected image with at least 2 axes, got shape"),
        (["heart"], TypeError, "expected examples as a pair, images and their categories, or a dictionary"),
        ({"heart": np.ones((9, 9))}, ValueError, "expected examples of two or more categories"),
        ({"heart": np.ones((9, 9)), "tree": np.ones((8, 8))}, ValueError, "expected examples of one size"),
        ((np.ones((2, 2, 9, 9)), [0, 1]), ValueError, "expected examples as images with one map each"),
        ((np.ones((2, 1, 9, 9)), [0, 2]), ValueError, "of each one at least"),
        ((np.ones((2, 1, 9, 9)) * 255, [0, 1]), ValueError, "expected pixels from -1 to 1"),
    ],
)
def test_examples_from_which_no_sweep_can_learn_are_refused_in_a_sentence(examples, kind, sentence):
    with pytest.raises(kind, match=sentence):
        Sweep({"votes": ""}, examples=examples)
    with pytest.raises(ValueError, match="expected no size but that of the examples, 9, got 12"):
        Sweep({"votes": ""}, examples=drawings_of(2), size=12)


def test_the_lab_asks_what_categories_look_like_and_takes_no_reader_of_ours_for_others():
    with pytest.raises(ValueError, match="as the reader 'ours' has 5 votes and not X and O: an image"):
        BreakItLab({"ours": random_network(9, categories=5, rng=0)})
    (images, _), names = drawings_of(5, each=1), ["heart", "house", "7", "O", "a tall tree"]
    larger = {"X": np.eye(12) * 2 - 1, "O": -np.ones((12, 12))}
    for examples in (dict(zip(names, images[:, 0])), larger):
        assert [reader["name"] for reader in BreakItLab(examples=examples).readers] == ["whole images"]
    assert len(BreakItLab().readers) == 3


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["X", "O"], ["X", "O"]),
        (["X1", "O"], ["X1", "O"]),
        ([*map(str, range(10))], [*map(str, range(10))]),
        (["heart", "ж", "7"], ["h", "ж", "7"]),
        (["heart", "house"], ["he", "ho"]),
        (["tree", "train", "7"], ["1", "2", "3"]),
        (["heart", "house", "7", "O", "a tall tree"], ["he", "ho", "7", "O", "a"]),
        (["a b", "a c", "1"], ["a", "b", "c"]),
    ],
)
def test_a_map_has_letters_that_tell_categories_apart(names, letters):
    assert letters_for(names) == letters


@pytest.mark.parametrize(("names", "letters"), [(["X", "O"], ["X", "O"]), (["heart", "7"], ["h", "7"])])
def test_a_map_with_long_names_says_what_its_letters_stand_for(names, letters):
    images, _ = drawings_of(2, each=1)
    lab = BreakItLab(examples=dict(zip(names, images[:, 0])))
    assert lab.letters == letters
    text = lab._repr_mimebundle_()[0]["text/plain"]
    legend = ", ".join(f"{letter} = {name}" for letter, name in zip(letters, names) if letter != name)
    assert (f"In the maps: {legend}\n" in text) == (letters != names)
    rows = text.splitlines()[-9:]
    assert {letter for row in rows for letter in row.split()} <= set(letters)
    assert len({len(row) for row in rows}) == 1


def test_names_that_do_not_fit_the_votes_are_refused():
    network = random_network(9, categories=3, rng=0)
    for names in (["a", "b"], ["a", "b", "b"]):
        with pytest.raises(ValueError, match="expected a name of its own for each vote"):
            GlassNetwork(network, names=names)
    with pytest.raises(
        ValueError, match=r"expected votes, for the names, got a network that ends with maps \(3, 7, 7\)"
    ):
        GlassNetwork(network.layers[:1], names=["a", "b", "c"])
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
