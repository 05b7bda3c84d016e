"""The handwritten digits that ship with the course: all there, as their source has them, small, and learnable."""

import hashlib

import numpy as np

import xo.digits
from benchmarks.digits import nearest, splits, start
from xo.digits import load_digits


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
    network = start(np.random.default_rng(0))
    assert sum(network.count_parameters()) == 1898
    assert network.forward(load_digits()[0][:5]).shape == (5, 10)


def test_nearest_neighbours_read_them_as_well_as_is_known():
    images, digits = load_digits()
    for split, least in (("a random fifth", 0.98), ("the second half", 0.955)):
        known, held = splits(len(images), 0)[split]
        right = nearest(images[known], digits[known], images[held]) == digits[held]
        assert right.mean() >= least
