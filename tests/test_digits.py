"""The handwritten digits that ship with the course: all there, as their source has them, small, and learnable."""

import hashlib

import numpy as np
import pytest

import xo.digits
from xo.backprop import accuracy
from xo.digits import SPLITS, count_taken, learn, load_digits, load_reader, moved, nearest, random_reader, split


def test_the_digits_are_those_of_their_source():
    images, digits = load_digits()
    assert images.shape == (1797, 1, 8, 8)
    assert np.bincount(digits).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    greys = ((images + 1) * 8).astype(np.uint8)
    assert np.array_equal(greys / 8 - 1, images)
    assert (greys.min(), greys.max()) == (0, 16)
    assert greys[0, 0, 0].tolist() == [0, 0, 5, 13, 9, 1, 0, 0]  # as in every introduction to scikit-learn
    assert (
        hashlib.sha256(greys.tobytes()).hexdigest()
        == "8f26b2bd9d135c256808f68f14fdabddde6d9c7f869ae419704b051f0f14b3b3"
    )


def test_they_take_less_than_60_kilobytes_and_say_where_they_come_from():
    path = xo.digits.Path(xo.digits.__file__).parent / "data" / "digits.npz"
    assert path.stat().st_size < 60_000
    assert "CC BY 4.0" in xo.digits.__doc__


def test_the_network_has_at_most_2000_numbers_and_ten_votes():
    network = random_reader(0)
    assert sum(network.count_parameters()) == 1898
    assert network.forward(load_digits()[0][:5]).shape == (5, 10)


@pytest.mark.parametrize(("held", "count", "wrong"), [("a random fifth", 359, 7), ("the second half", 899, 33)])
def test_the_networks_that_ship_misread_as_many_digits_held_back_as_the_lesson_says(held, count, wrong):
    images, digits = load_digits()
    known, asked = split(len(images), held)
    assert len(asked) == count
    assert sorted([*known, *asked]) == list(range(1797))
    taken = count_taken(load_reader(held).forward(images[asked]).argmax(1), digits[asked])
    assert taken.sum() - taken.trace() == wrong
    assert np.array_equal(taken.sum(1), np.bincount(digits[asked]))


@pytest.mark.parametrize("held", SPLITS)
def test_the_networks_that_ship_are_of_the_design_that_learns(held):
    reader, design = load_reader(held), random_reader(0)
    assert [array.shape for array in reader.parameters] == [array.shape for array in design.parameters]
    assert [type(layer) for layer in reader.layers] == [type(layer) for layer in design.layers]


def test_learning_gives_the_same_numbers_again_and_soon_reads_most_digits():
    images, digits = load_digits()
    known, asked = split(len(images), "the second half")
    once, again = (learn(images[known], digits[known], seed=3, rounds=4) for _ in range(2))
    assert all(map(np.array_equal, once.parameters, again.parameters))
    assert accuracy(once, images[asked], digits[asked]) > 0.7


def test_moved_digits_are_others_each_time_and_none_is_mixed_up():
    images, _ = load_digits()
    rng = np.random.default_rng(0)
    once, again = moved(images, rng), moved(images, rng)
    assert not np.array_equal(once, again)
    assert np.array_equal(moved(images, rng, most=0), images)
    distances = ((once - images) ** 2).sum((1, 2, 3))
    assert np.median(distances) < np.median(((once - np.roll(images, 1, 0)) ** 2).sum((1, 2, 3))) / 3


def test_a_pair_that_came_twice_counts_twice_and_rows_are_what_was_written():
    table = count_taken([1, 1, 2], [2, 2, 2], categories=3)
    assert table.tolist() == [[0, 0, 0], [0, 0, 0], [0, 2, 1]]
    with pytest.raises(ValueError, match="expected an answer for each of 2 digits, got 1"):
        count_taken([1], [1, 2])


@pytest.mark.parametrize("function", [load_reader, lambda held: split(10, held)])
def test_a_split_that_there_is_not_is_refused(function):
    with pytest.raises(ValueError, match="expected to hold back a random fifth or the second half, got 'a third'"):
        function("a third")


def test_nearest_neighbours_read_them_as_well_as_is_known():
    images, digits = load_digits()
    for held, least in (("a random fifth", 0.98), ("the second half", 0.955)):
        known, asked = split(len(images), held)
        right = nearest(images[known], digits[known], images[asked]) == digits[asked]
        assert right.mean() >= least


def test_fewer_digits_than_ways_to_move_them_are_moved_as_well():
    images, digits = load_digits()
    assert moved(images[:5], 0).shape == (5, 1, 8, 8)
    assert learn(images[:10], digits[:10], seed=0, rounds=1).forward(images[:2]).shape == (2, 10)
