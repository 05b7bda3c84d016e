"""ReLU: negatives become 0, everything else stays."""

import numpy as np
import pytest

from xo.errors import softmax_error
from xo.images import make_images
from xo.networks import random_network
from xo.pooling import Pooling
from xo.relu import ReLU, pooling_first, relu
from xo.voting import Voting

RNG = np.random.default_rng(8)


def relu_by_loop(numbers):
    return [number if number > 0 else 0.0 for number in numbers]


def test_it_is_the_loop_bit_for_bit_for_any_shape():
    numbers = RNG.normal(size=60)
    for shape in ((60,), (3, 4, 5), (2, 1, 5, 6), (1, 60)):
        assert relu(numbers.reshape(shape)).ravel().tolist() == relu_by_loop(numbers)
    assert relu(-3) == 0
    assert relu(3) == 3


def test_doing_it_twice_changes_nothing_more_and_no_minus_is_left():
    once = relu(RNG.normal(size=(3, 7, 7)))
    assert np.array_equal(relu(once), once)
    assert not np.signbit(relu(np.array([-1.0, -0.0, 0.0]) * 1)[:1]).any()


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_the_dtype_and_the_input_are_kept(dtype):
    maps = RNG.normal(size=(2, 3)).astype(dtype)
    before = maps.copy()
    assert relu(maps).dtype == ReLU().forward(maps).dtype == dtype
    assert np.array_equal(maps, before)


def test_the_slope_passes_only_where_a_number_came_through():
    layer = ReLU()
    layer.forward(np.array([[-1.0, 0, 2]]))
    assert layer.backward(np.array([[5.0, 5, 5]])).tolist() == [[0, 0, 5]]


def test_it_learns_nothing_keeps_the_shape_and_compares_once_a_number():
    layer = ReLU()
    assert layer.parameters == layer.gradient == ()
    assert layer.output_shape((3, 7, 7)) == (3, 7, 7)
    assert layer.operations((3, 7, 7)) == {"comparisons": 147}


@pytest.mark.parametrize(("window", "stride", "poolings"), [(2, 2, 2), (3, 2, 1), (2, 3, 1)])
def test_pooling_first_gives_the_same_votes_and_slopes_to_the_last_bit(window, stride, poolings):
    network = random_network(features=(4,), window=window, stride=stride, poolings=poolings, rng=1)
    kinds = [type(layer).__name__ for layer in pooling_first(network.layers)]
    assert kinds == ["Convolution", *["Pooling"] * poolings, "ReLU", "Voting"]
    images, categories = make_images(40, rng=2)
    images = np.where(images > 0, 1.0, -1.0)  # black and white, so that many cells tie
    votes = network.stages(images)[-1]
    slope = softmax_error(votes, categories)[1]
    pixels, gradient = network.backward(slope), network.gradient
    assert np.array_equal(network.forward(images), votes)
    assert np.array_equal(network.backward(slope), pixels)
    assert all(map(np.array_equal, network.gradient, gradient))


def test_pooling_first_moves_nothing_but_plain_poolings_and_relus():
    class Smallest(Pooling):
        pass

    layers = [ReLU(), Smallest(), Pooling(), ReLU()]
    assert pooling_first(layers) == layers


def test_pooling_first_swaps_neighbours_only_and_the_last_pair_too():
    swap, pooling = ReLU(), Pooling()
    assert pooling_first([swap, pooling]) == [pooling, swap]
    assert pooling_first([pooling, swap]) == [pooling, swap]  # the first and the last are no neighbours
    assert pooling_first([pooling, Voting(np.eye(2)), swap])[0] is pooling


@pytest.mark.parametrize(
    ("kind", "maps", "sentence"),
    [
        (TypeError, "text", "expected maps made of numbers, got text"),
        (
            TypeError,
            [True],
            "expected maps made of numbers, got True or False: np.where(maps, 1, -1) makes numbers of them",
        ),
        (ValueError, [], "expected maps with something in it, got an empty one of shape (0,)"),
        (ValueError, [np.nan], "expected maps of ordinary numbers, got NaN or infinity among them"),
        (ValueError, [np.inf], "expected maps of ordinary numbers, got NaN or infinity among them"),
        (ValueError, [[1], [2, 3]], "expected maps with rows of one length, got rows of different lengths"),
    ],
)
def test_what_are_no_maps_is_refused_in_a_sentence(kind, maps, sentence):
    with pytest.raises(kind) as caught:
        relu(maps)
    assert str(caught.value) == sentence
