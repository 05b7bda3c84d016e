"""Pooling: the loop agrees bit for bit, the last window may hang over the edge, ties go to the first cell."""

import math

import numpy as np
import pytest

from xo.filtering import Convolution
from xo.images import X
from xo.pooling import AveragePooling, Pooling, pool, pool_average, pooled_length

RNG = np.random.default_rng(6)
SIZES = [(7, 7), (9, 4), (1, 5), (6, 1), (2, 3)]
STEPS = [(2, 2), (3, 2), (2, 3), (1, 1), (3, 3), (9, 2), (2, 1), (1, 4)]


def pool_by_loop(one_map, window, stride):
    """As in the lesson: each window starts on the map and sees the cells that are there."""
    counts = [pooled_length(length, window, stride) for length in one_map.shape]
    pooled = np.empty(counts, one_map.dtype)
    for row in range(counts[0]):
        for column in range(counts[1]):
            top, left = row * stride, column * stride
            pooled[row, column] = max(one_map[top : top + window, left : left + window].ravel())
    return pooled


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("window", "stride"), STEPS)
def test_the_fast_form_is_the_loop_bit_for_bit(size, window, stride):
    one_map = RNG.normal(size=size)
    pooled = pool(one_map, window, stride)
    assert np.array_equal(pooled, pool_by_loop(one_map, window, stride))
    assert np.array_equal(Pooling(window, stride).forward(one_map[None, None])[0, 0], pooled)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("window", "stride"), STEPS)
def test_the_average_is_the_mean_of_the_cells_that_each_window_covers(size, window, stride):
    maps = RNG.normal(size=(2, *size))
    averaged = pool_average(maps, window, stride)
    for number, row, column in np.ndindex(averaged.shape):
        top, left = row * stride, column * stride
        expected = maps[number, top : top + window, left : left + window].mean()
        assert abs(averaged[number, row, column] - expected) < 1e-15
    assert np.array_equal(AveragePooling(window, stride).forward(maps[None])[0], averaged)


def test_a_last_window_that_hangs_over_the_edge_still_counts():
    assert pool([[1, 2, 3]]).tolist() == [[2, 3]]
    assert pool(np.zeros((7, 7))).shape == (4, 4)
    assert pool([[-1, -2, -3]]).tolist() == [[-1, -3]]


def test_a_window_larger_than_the_map_covers_all_of_it_once():
    one_map = RNG.normal(size=(3, 4))
    assert pool(one_map, 9, 2).tolist() == [[one_map.max()]]


@pytest.mark.parametrize(("window", "stride"), [(window, stride) for window in (1, 2, 3) for stride in (1, 2, 3)])
def test_the_length_is_the_formula_wherever_windows_touch_or_overlap(window, stride):
    for length in range(window, 30):
        count = math.ceil((length - window) / stride) + 1
        expected = count if (count - 1) * stride < length else count - 1
        assert pooled_length(length, window, stride) == expected


def test_numpys_small_whole_numbers_count_like_pythons():
    one_map = RNG.normal(size=(300, 9))
    assert np.array_equal(pool(one_map, np.uint8(3), np.uint8(2)), pool(one_map, 3, 2))
    assert np.array_equal(pool(one_map, np.int8(100), np.int8(100)), pool(one_map, 100, 100))


def test_any_leading_axes_are_the_same_call():
    maps = RNG.normal(size=(2, 3, 4, 7, 5))
    flat = [pool_by_loop(one_map, 2, 2) for one_map in maps.reshape(-1, 7, 5)]
    assert np.array_equal(pool(maps), np.reshape(flat, (2, 3, 4, 4, 3)))


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_the_dtype_and_the_input_are_kept(dtype):
    maps = X.astype(dtype)
    before = maps.copy()
    pooled = pool(maps, 1, 1)
    assert pooled.dtype == dtype
    pooled[:] = 7
    assert np.array_equal(maps, before)


def test_the_slope_goes_to_the_first_winner_and_overlaps_add_up():
    layer = Pooling(2, 1)
    layer.forward(np.array([[[[1.0, 1, 0], [1, 1, 5]]]]))
    assert layer.backward(np.array([[[[10.0, 3]]]])).tolist() == [[[[10, 0, 0], [0, 0, 3]]]]


def test_an_average_takes_whole_numbers_and_keeps_the_dtype():
    assert pool_average([[1, 2, 3]]).tolist() == [[1.5, 3]]
    assert pool_average(X.astype(np.float32)).dtype == np.float32
    assert AveragePooling().operations((3, 7, 7)) == {"additions": 3 * (49 - 16), "divisions": 3 * 16}


def test_the_layer_knows_its_sizes_and_its_bill():
    layer = Pooling()
    assert layer.output_shape((3, 7, 7)) == (3, 4, 4)
    assert layer.operations((3, 7, 7)) == {"comparisons": 3 * (49 - 16)}
    assert Pooling(3, 2).operations((1, 5, 5)) == {"comparisons": 36 - 4}


@pytest.mark.parametrize("name", ["window", "stride"])
@pytest.mark.parametrize("number", [0, -1, 1.5, "2", None, True])
def test_a_window_or_stride_below_1_or_not_whole_is_refused_in_a_sentence(name, number):
    for act in (lambda **given: pool(X, **given), lambda **given: pool_average(X, **given), Pooling, AveragePooling):
        with pytest.raises(ValueError) as caught:
            act(**{name: number})
        assert str(caught.value) == f"expected a whole {name} of 1 or more, got {number!r}"


@pytest.mark.parametrize(
    ("kind", "act", "sentence"),
    [
        (TypeError, lambda: pool("map"), "expected maps made of numbers, got text"),
        (ValueError, lambda: pool([1, 2]), "expected maps with at least 2 axes, got shape (2,)"),
        (
            ValueError,
            lambda: pool(np.ones((3, 0))),
            "expected maps with something in it, got an empty one of shape (3, 0)",
        ),
        (ValueError, lambda: pool(X * np.inf), "expected maps of ordinary numbers, got NaN or infinity among them"),
        (
            ValueError,
            lambda: Pooling().output_shape((12,)),
            "expects maps (maps, rows, columns), got a list of 12 values",
        ),
    ],
)
def test_what_cannot_be_pooled_is_refused_in_a_sentence(kind, act, sentence):
    with pytest.raises(kind) as caught:
        act()
    assert str(caught.value) == sentence


@pytest.mark.parametrize("layer", [Pooling(), AveragePooling(), Convolution(np.ones((1, 1, 2, 2)))])
def test_a_layer_takes_images_of_maps_and_nothing_with_more_axes(layer):
    with pytest.raises(ValueError, match=r"expects maps \(maps, rows, columns\), got shape \(1, 1, 4, 4\)"):
        layer.forward(np.ones((1, 1, 1, 4, 4)))
