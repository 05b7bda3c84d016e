"""Voting: every value, times its weight, added up."""

import numpy as np
import pytest

from xo.voting import STRONG_O, STRONG_X, Voting, cast_votes, strong_weights

RNG = np.random.default_rng(9)


def cast_by_loop(values, weights):
    votes = []
    for category in weights:
        added = 0.0
        for value, weight in zip(values, category, strict=True):
            added += value * weight
        votes.append(added)
    return votes


def test_votes_are_the_loop_over_values_and_weights():
    values, weights = RNG.normal(size=12), RNG.normal(size=(3, 12))
    np.testing.assert_allclose(cast_votes(values, weights), cast_by_loop(values, weights), rtol=0, atol=1e-14)


def test_any_leading_axes_are_the_same_call():
    values, weights = RNG.normal(size=(2, 4, 12)), RNG.normal(size=(2, 12))
    one_by_one = [[cast_votes(one, weights) for one in row] for row in values]
    np.testing.assert_allclose(cast_votes(values, weights), one_by_one, rtol=0, atol=1e-14)


def test_a_bias_is_a_head_start():
    assert cast_votes([1.0, 2.0], np.ones((2, 2)), [0, 10]).tolist() == [3, 13]
    layer = Voting(np.ones((2, 2)), [0.0, 10.0])
    assert layer.forward(np.array([[1.0, 2.0]])).tolist() == [[3, 13]]


def test_the_strong_weights_are_means_over_the_strong_places():
    weights = strong_weights()
    assert weights.shape == (2, 12)
    assert weights[0].nonzero()[0].tolist() == list(STRONG_X)
    assert weights[1].nonzero()[0].tolist() == list(STRONG_O)
    assert set(weights[0]) == {0, 1 / 5}
    assert set(weights[1]) == {0, 1 / 4}


def test_the_layer_reads_maps_as_one_list_map_by_map_row_by_row():
    maps = np.arange(24.0).reshape(2, 3, 2, 2)
    layer = Voting(np.eye(12))
    assert np.array_equal(layer.forward(maps), maps.reshape(2, 12))
    assert layer.output_shape((3, 2, 2)) == layer.output_shape((12,)) == (12,)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_dtype_is_kept(dtype):
    values, weights = RNG.normal(size=(2, 5)).astype(dtype), RNG.normal(size=(3, 5)).astype(dtype)
    assert cast_votes(values, weights).dtype == Voting(weights).forward(values).dtype == dtype
    assert cast_votes(values, weights, [1.0, 2.0, 3.0]).dtype == dtype
    assert Voting(weights, [1.0, 2.0, 3.0]).forward(values).dtype == dtype


def test_the_bill_of_a_vote():
    assert Voting(np.ones((2, 12))).operations((3, 2, 2)) == {"multiplications": 24, "additions": 22}
    assert Voting(np.ones((2, 12)), np.zeros(2)).operations((12,)) == {"multiplications": 24, "additions": 24}


@pytest.mark.parametrize(
    ("kind", "act", "sentence"),
    [
        (
            ValueError,
            lambda: cast_votes(np.ones(11), np.ones((2, 12))),
            "expected 12 values, one for each weight, got 11",
        ),
        (
            ValueError,
            lambda: cast_votes([], np.ones((2, 12))),
            "expected values with something in it, got an empty one of shape (0,)",
        ),
        (ValueError, lambda: cast_votes(3, np.ones((2, 12))), "expected values with at least 1 axis, got shape ()"),
        (
            ValueError,
            lambda: cast_votes(np.ones(12), np.ones(12)),
            "expected weights with at least 2 axes, got shape (12,)",
        ),
        (TypeError, lambda: cast_votes("yes", np.ones((2, 12))), "expected values made of numbers, got text"),
        (
            ValueError,
            lambda: cast_votes([np.nan], np.ones((2, 1))),
            "expected values of ordinary numbers, got NaN or infinity among them",
        ),
        (
            ValueError,
            lambda: cast_votes(np.ones(3), np.ones((2, 3)), [1.0]),
            "expected a bias for each of 2 categories, got 1",
        ),
        (ValueError, lambda: Voting(np.ones((2, 3)), np.ones(3)), "expected a bias for each of 2 categories, got 3"),
        (
            ValueError,
            lambda: Voting(np.ones((1, 2, 3))),
            "expected weights of shape (categories, values), got shape (1, 2, 3)",
        ),
        (ValueError, lambda: Voting(np.ones((2, 12))).output_shape((3, 4, 4)), "expects 12 values, got 48"),
    ],
)
def test_what_cannot_vote_is_refused_in_a_sentence(kind, act, sentence):
    with pytest.raises(kind) as caught:
        act()
    assert str(caught.value) == sentence
