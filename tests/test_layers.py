"""Lessons 2 to 7: every layer keeps the one promise, and its backward pass agrees with nudging."""

import copy
from importlib import import_module

import numpy as np
import pytest

from xo import OPERATIONS
from xo.backprop import Descent, find_gradient, training
from xo.designs import Skip
from xo.errors import essay_error, softmax_error
from xo.filtering import FEATURES, Convolution, filter_maps
from xo.networks import hand_made_network, random_network
from xo.pooling import AveragePooling, Pooling, pool
from xo.relu import ReLU, relu
from xo.stacking import Network
from xo.voting import Voting, cast_votes
from xo.your_network.conv import Conv
from xo.your_network.ends import Flatten, Softmax
from xo.your_network.pools import AveragePool, MaxPool

RNG = np.random.default_rng(0)
STEP, CLOSE = 1e-5, 1e-6


def noise(*shape):
    return RNG.uniform(-1, 1, shape)


LAYERS = {
    "one feature": (Convolution(noise(1, 1, 3, 3)), (4, 1, 6, 7)),
    "many maps": (Convolution(noise(4, 3, 3, 3)), (2, 3, 5, 6)),
    "biases": (Convolution(noise(2, 3, 2, 3), noise(2)), (3, 3, 6, 5)),
    "padding": (Convolution(noise(3, 2, 3, 3), noise(3), padding=1), (2, 2, 4, 5)),
    "wide padding": (Convolution(noise(2, 1, 3, 2), padding=2), (2, 1, 3, 4)),
    "feature as large as the map": (Convolution(noise(2, 1, 4, 4)), (3, 1, 4, 4)),
    "one image": (Convolution(noise(2, 2, 3, 3)), (1, 2, 5, 5)),
    "relu": (ReLU(), (3, 2, 4, 5)),
    "relu of a list": (ReLU(), (3, 7)),
    "pooling": (Pooling(), (2, 3, 6, 4)),
    "pooling over the edge": (Pooling(), (2, 2, 7, 5)),
    "pooling by threes over the edge": (Pooling(3, 3), (2, 2, 7, 5)),
    "pooling with overlap": (Pooling(3, 2), (2, 2, 8, 7)),
    "pooling by ones": (Pooling(3, 1), (2, 2, 6, 5)),
    "pooling with much overlap": (Pooling(4, 2), (2, 2, 8, 7)),
    "pooling of all": (Pooling(9, 1), (2, 2, 5, 4)),
    "pooling with gaps": (Pooling(2, 3), (2, 2, 9, 8)),
    "average pooling": (AveragePooling(), (2, 3, 6, 4)),
    "average pooling over the edge": (AveragePooling(3, 3), (2, 2, 7, 5)),
    "average pooling with overlap": (AveragePooling(3, 2), (2, 2, 8, 7)),
    "average pooling of all": (AveragePooling(9, 1), (2, 2, 5, 4)),
    "average pooling with gaps": (AveragePooling(2, 3), (2, 2, 9, 8)),
    "voting": (Voting(noise(2, 24)), (3, 2, 3, 4)),
    "voting with biases": (Voting(noise(3, 8), noise(3)), (4, 8)),
    "sums": (Conv(noise(3, 2, 3, 2), noise(3)), (2, 2, 5, 6)),
    "sums with strides": (Conv(noise(2, 1, 2, 3), down=2, across=3), (3, 1, 7, 8)),
    "sums with zeros around": (Conv(noise(2, 2, 3, 3), noise(2), 2, 1, 1, 1, 1, 1), (2, 2, 4, 5)),
    "sums with more zeros on one side": (Conv(noise(2, 1, 4, 2), noise(2), 1, 2, 1, 0, 2, 1), (2, 1, 4, 5)),
    "sums of one pixel": (Conv(noise(3, 2, 1, 1)), (2, 2, 3, 4)),
    "windows of any shape": (MaxPool(3, 2, 2, 1), (2, 2, 8, 5)),
    "windows left out at the edge": (MaxPool(2, 2, 2, 2), (2, 2, 7, 5)),
    "windows with an edge": (MaxPool(3, 3, 2, 2, 1, 1, 1, 1), (2, 2, 6, 7)),
    "windows with an edge and ceil": (MaxPool(3, 2, 2, 2, 1, 1, 1, 1, ceil=1), (2, 1, 6, 7)),
    "windows with gaps": (MaxPool(1, 2, 3, 3), (2, 1, 8, 9)),
    "windows with more edge on one side": (MaxPool(2, 3, 1, 2, 0, 1, 1, 0), (2, 1, 4, 6)),
    "means of any shape": (AveragePool(3, 2, 2, 1), (2, 2, 8, 5)),
    "means over the edge": (AveragePool(3, 3, 2, 2, ceil=1), (2, 2, 6, 6)),
    "means with an edge": (AveragePool(3, 3, 2, 2, 1, 1, 1, 1), (2, 2, 6, 7)),
    "means with zeros around": (AveragePool(3, 3, 2, 2, 1, 1, 1, 1, edge=1), (2, 2, 6, 7)),
    "means with zeros around and ceil": (AveragePool(3, 2, 3, 2, 1, 1, 1, 1, ceil=1, edge=1), (2, 1, 6, 7)),
    "means with more zeros on one side": (AveragePool(2, 3, 1, 2, 0, 1, 1, 0, edge=1), (2, 1, 4, 6)),
    "means with more edge on one side": (AveragePool(2, 3, 1, 2, 0, 1, 1, 0), (2, 1, 4, 6)),
    "flatten": (Flatten(), (3, 2, 3, 4)),
    "softmax": (Softmax(), (3, 2, 3, 4)),
    "skip": (Skip([Convolution(noise(2, 2, 3, 3), noise(2), padding=1), ReLU()]), (3, 2, 5, 4)),
    "skip of a skip": (Skip([Skip([AveragePooling(1, 1)]), ReLU()]), (3, 2, 5, 4)),
    "network": (random_network(9, (3, 4), (5,), padding=1, biases=True, rng=1), (3, 1, 9, 9)),
    "network without relu": (random_network(8, (2,), relu=False, rng=1), (3, 1, 8, 8)),
}
WITHOUT_NETWORKS = {name: case for name, case in LAYERS.items() if not isinstance(case[0], Network)}
every_layer = pytest.mark.parametrize(("layer", "shape"), LAYERS.values(), ids=LAYERS)


# PyTorch refuses a window that is larger than the map, and has no edge of its own on one side.
NOT_IN_PYTORCH = {"pooling of all", "average pooling of all", "means with more edge on one side"}
IN_PYTORCH = {name: case for name, case in WITHOUT_NETWORKS.items() if name not in NOT_IN_PYTORCH}
alone = pytest.mark.parametrize(("layer", "shape"), WITHOUT_NETWORKS.values(), ids=WITHOUT_NETWORKS)


def test_every_kind_of_layer_is_held_to_the_promise_here():
    rooms = [import_module(f"xo.{room}") for room in OPERATIONS]
    kinds = {kind for room in rooms for kind in vars(room).values() if isinstance(kind, type)}
    layers = {kind for kind in kinds if hasattr(kind, "forward") and kind.__module__.startswith("xo.")} - {Network}
    assert {type(layer) for layer, _ in WITHOUT_NETWORKS.values()} == layers


def all_in(layer):
    """The layer itself and every layer inside of it."""
    inner = layer.layers if isinstance(layer, Network) else layer.settings.get("layers", [])
    return [layer, *(one for part in inner for one in all_in(part))]


def nudged_slopes(array, find):
    """The slope of `find()` for every number of an array: once a little higher, once a little lower."""
    slope = np.empty(array.shape)
    for place in np.ndindex(array.shape):
        kept = array[place]
        array[place] = kept + STEP
        higher = find()
        array[place] = kept - STEP
        slope[place] = (higher - find()) / (2 * STEP)
        array[place] = kept
    return slope


def assert_agree(found, expected):
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= CLOSE * max(np.abs(expected).max(), 1e-3)


@every_layer
def test_backward_agrees_with_nudging_what_came_in(layer, shape):
    maps = noise(*shape)
    pull = noise(*layer.forward(maps).shape)
    expected = nudged_slopes(maps, lambda: (layer.forward(maps) * pull).sum())
    layer.forward(maps)
    assert_agree(layer.backward(pull), expected)


@every_layer
def test_backward_agrees_with_nudging_every_number_of_the_layer(layer, shape):
    maps = noise(*shape)
    pull = noise(*layer.forward(maps).shape)
    expected = [nudged_slopes(array, lambda: (layer.forward(maps) * pull).sum()) for array in layer.parameters]
    layer.forward(maps)
    layer.backward(pull)
    assert len(layer.gradient) == len(layer.parameters)
    for found, right in zip(layer.gradient, expected, strict=True):
        assert_agree(found, right)


@every_layer
def test_forward_and_backward_change_nothing_that_they_are_given(layer, shape):
    maps = noise(*shape)
    pull = noise(*layer.forward(maps).shape)
    kept = [array.copy() for array in (maps, pull, *layer.parameters)]
    layer.forward(maps)
    layer.backward(pull)
    for array, before in zip((maps, pull, *layer.parameters), kept, strict=True):
        assert np.array_equal(array, before)


@every_layer
def test_the_promised_shape_is_the_shape_that_comes_out(layer, shape):
    promised = layer.sizes(shape[1:])[-1] if isinstance(layer, Network) else layer.output_shape(shape[1:])
    assert layer.forward(noise(*shape)).shape == (shape[0], *promised)


@every_layer
def test_a_batch_gives_what_its_images_give_one_by_one(layer, shape):
    maps = noise(*shape)
    pull = noise(*layer.forward(maps).shape)
    together, back = layer.forward(maps), layer.backward(pull)
    total = [array.copy() for array in layer.gradient]
    for number in range(shape[0]):
        one = slice(number, number + 1)
        assert np.allclose(layer.forward(maps[one]), together[one], atol=1e-12)
        assert np.allclose(layer.backward(pull[one]), back[one], atol=1e-12)
        total = [left - array for left, array in zip(total, layer.gradient, strict=True)]
    assert all(np.abs(left).max() < 1e-12 for left in total)


@every_layer
@pytest.mark.parametrize("turn", [(0, 1, 2, 3), (3, 0, 1, 2), (2, 3, 1, 0)], ids=str)
def test_how_the_maps_lie_in_memory_makes_no_difference(layer, shape, turn):
    if len(shape) == 2:
        turn = sorted(range(2), key=lambda axis: turn.index(axis))
    maps = noise(*shape)
    pull = noise(*layer.forward(maps).shape)
    plain = layer.forward(maps), layer.backward(pull)
    turned = np.ascontiguousarray(maps.transpose(turn)).transpose(np.argsort(turn))
    assert np.allclose(layer.forward(turned), plain[0], atol=1e-12)
    assert np.allclose(layer.backward(np.asfortranarray(pull)), plain[1], atol=1e-12)


@every_layer
def test_float32_stays_float32(layer, shape):
    kept = [
        (one, name, value)
        for one in all_in(layer)
        for name, value in vars(one).items()
        if isinstance(value, np.ndarray)
    ]
    for one, name, value in kept:
        setattr(one, name, value.astype(np.float32))
    votes = layer.forward(noise(*shape).astype(np.float32))
    back = layer.backward(np.ones_like(votes))
    assert {array.dtype for array in (votes, back, *layer.gradient)} == {np.dtype(np.float32)}
    for one, name, value in kept:
        setattr(one, name, value)


@alone
def test_a_layer_is_made_anew_from_its_settings(layer, shape):
    maps = noise(*shape)
    expected = layer.forward(maps)
    twin = type(layer)(**layer.settings)
    assert np.array_equal(twin.forward(maps), expected)
    assert list(twin.settings) == list(layer.settings)


@alone
def test_a_layer_keeps_copies_of_the_arrays_that_it_is_given(layer, shape):
    twin = type(layer)(**layer.settings)
    for name, array in layer.settings.items():
        assert not isinstance(array, np.ndarray) or not np.shares_memory(array, twin.settings[name])


@alone
def test_a_layer_is_saved_and_read_again(layer, shape, tmp_path):
    maps, path = noise(*shape), tmp_path / "one.npz"
    Network([layer]).save(path)
    (again,) = Network.load(path).layers
    assert type(again) is type(layer)
    assert np.array_equal(again.forward(maps), layer.forward(maps))


@alone
def test_the_bill_counts_whole_operations(layer, shape):
    bill = layer.operations(shape[1:])
    assert all(type(count) is int and count >= 0 for count in bill.values())


@pytest.mark.parametrize(("layer", "shape"), IN_PYTORCH.values(), ids=IN_PYTORCH)
def test_the_layer_in_pytorch_makes_the_same_and_has_the_same_slopes(layer, shape):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; the course does not need it")
    maps = noise(*shape)
    pixels = torch.tensor(maps, requires_grad=True)
    theirs = torch.nn.Sequential(*layer.in_torch(torch.nn))(pixels)
    ours = layer.forward(maps)
    assert np.allclose(ours, theirs.detach().numpy(), rtol=0, atol=1e-14)
    pull = noise(*ours.shape)
    theirs.backward(torch.tensor(pull))
    assert np.allclose(layer.backward(pull), pixels.grad.numpy(), rtol=0, atol=1e-14)


@alone
def test_a_network_with_the_layer_learns(layer, shape):
    rng = np.random.default_rng(0)
    images = rng.normal(size=(40, *(shape[1:] if len(shape) == 4 else (1, 1, *shape[1:]))))
    layer = copy.deepcopy(layer)
    values = layer.forward(images)[0].size
    network = Network([layer, Voting(rng.normal(size=(2, values)) / values)])
    before = [array.copy() for array in network.parameters]
    steps = training(network, images, rng.integers(0, 2, 40), rounds=10, batch=40, rule=Descent(0.02))
    errors = [report.error for report in steps]
    assert sorted(set(errors), reverse=True) == errors
    assert not any(np.array_equal(array, old) for array, old in zip(network.parameters, before, strict=True))


@pytest.mark.parametrize("error", [essay_error, softmax_error])
@pytest.mark.parametrize("relu", [True, False])
def test_the_slopes_of_a_whole_network_agree_with_nudging_it(error, relu):
    network = random_network(9, (3, 4), (3,), padding=1, biases=True, relu=relu, rng=3)
    images, categories = noise(5, 1, 9, 9), np.array([0, 1, 1, 0, 1])
    found = find_gradient(network, images, categories, error)[1]
    for array, slope in zip(network.parameters, found, strict=True):
        assert_agree(slope, nudged_slopes(array, lambda: error(network.forward(images), categories)[0]))


def test_a_batch_too_large_for_one_piece_gives_the_same_slopes(monkeypatch):
    network, images, categories = random_network(9, rng=0), noise(100, 1, 9, 9), np.arange(100) % 2
    whole = find_gradient(network, images, categories)
    monkeypatch.setattr("xo.backprop.PIECE", 33 * 81)
    pieces = find_gradient(network, images, categories)
    assert abs(whole[0] - pieces[0]) < 1e-12
    assert all(np.allclose(one, other, atol=1e-14) for one, other in zip(whole[1], pieces[1], strict=True))


def test_where_cells_tie_the_first_winner_alone_gets_the_slope():
    layer = Pooling()
    layer.forward(np.array([[[[1.0, 1, 0, 2], [1, 1, 2, 2], [3, 0, 5, 5]]]]))
    back = layer.backward(np.array([[[[10.0, 20], [30, 40]]]]))
    assert np.array_equal(back[0, 0], [[10, 0, 0, 20], [0, 0, 0, 0], [30, 0, 40, 0]])


def test_on_black_and_white_images_a_filtered_value_is_the_exact_ninth_of_the_plain_loop():
    images = np.where(noise(2, 1, 9, 9) > 0, 1.0, -1.0)
    found = Convolution(FEATURES[:, None]).forward(images)
    assert np.array_equal(found, filter_maps(images, FEATURES[:, None]))
    for number, feature, row, column in np.ndindex(2, 3, 7, 7):
        patch = images[number, 0, row : row + 3, column : column + 3]
        assert found[number, feature, row, column] == sum((patch * FEATURES[feature]).ravel()) / 9


def test_layers_and_functions_say_the_same():
    maps, features, biases = noise(3, 2, 6, 7), noise(4, 2, 3, 3), noise(4)
    assert np.allclose(Convolution(features, biases).forward(maps), filter_maps(maps, features, biases), atol=1e-14)
    assert np.array_equal(Pooling(3, 2).forward(maps), pool(maps, 3, 2))
    assert np.array_equal(ReLU().forward(maps), relu(maps))
    weights = noise(2, 84)
    assert np.allclose(Voting(weights).forward(maps), cast_votes(maps.reshape(3, 84), weights), atol=1e-14)


def test_whole_numbers_are_maps_too():
    maps = (noise(2, 1, 5, 6) > 0).astype(np.uint8)
    for layer in (Convolution(noise(2, 1, 3, 3), padding=1), Pooling(), Voting(noise(2, 30))):
        for whole in (maps, maps.tolist()):
            assert np.allclose(layer.forward(whole), layer.forward(maps.astype(float)), atol=1e-14)


@pytest.mark.parametrize(
    ("layer", "maps", "sentence"),
    [
        (Convolution(FEATURES[:, None]), np.ones((1, 2, 9, 9)), "expects 1 map, got 2"),
        (Convolution(FEATURES[:, None]), np.ones((9, 9)), "expected maps with at least 4 axes, got shape (9, 9)"),
        (
            Convolution(FEATURES[:, None]),
            np.ones((1, 1, 2, 9)),
            "expects maps at least as large as its features of 3 by 3 pixels, got maps of 2 by 9",
        ),
        (
            Convolution(FEATURES[:, None]),
            np.ones((2, 1, 1, 9, 9)),
            "expects maps (maps, rows, columns), got shape (1, 1, 9, 9)",
        ),
        (Pooling(), np.ones((9, 9)), "expected maps with at least 4 axes, got shape (9, 9)"),
        (Voting(np.ones((2, 12))), np.ones((3, 11)), "expects 12 values, got 11"),
        (Voting(np.ones((2, 12))), np.ones(12), "expects 12 values, got 1"),
    ],
)
def test_a_layer_says_in_a_sentence_which_maps_it_cannot_take(layer, maps, sentence):
    with pytest.raises(ValueError) as caught:
        layer.forward(maps)
    assert str(caught.value) == sentence


def test_padding_is_black():
    maps = noise(1, 1, 3, 3)
    around = np.pad(maps, ((0, 0), (0, 0), (1, 1), (1, 1)), constant_values=-1)
    features = noise(2, 1, 3, 3)
    assert np.array_equal(Convolution(features, padding=1).forward(maps), Convolution(features).forward(around))


def test_the_pixels_slopes_can_be_left_out_and_nothing_else_changes():
    network, images = hand_made_network(), noise(3, 1, 9, 9)
    pull = np.ones_like(network.forward(images))
    assert network.backward(pull).shape == images.shape
    kept = [array.copy() for array in network.gradient]
    assert network.backward(pull, onward=False) is None
    assert all(np.array_equal(one, other) for one, other in zip(network.gradient, kept, strict=True))
