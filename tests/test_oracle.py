"""An outside opinion: PyTorch, given the same numbers, finds the same maps, votes, slopes and weights."""

import os

import numpy as np
import pytest

from xo.backprop import Adam, Descent, find_gradient, train
from xo.errors import softmax_error
from xo.filtering import filter_maps
from xo.images import make_images
from xo.networks import load_trained, random_network
from xo.pooling import Pooling

if os.environ.get("XO_NEED_TORCH") == "1":
    import torch
else:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; the course does not need it")

torch.set_num_threads(1)  # small sums: two threads wait for each other
RNG = np.random.default_rng(0)


def tensor(array, **keywords):
    return torch.tensor(np.ascontiguousarray(array), dtype=torch.float64, **keywords)


def say_in_torch(network, images, weights):
    """The votes by PyTorch's own operations: features divided by their size, padding of -1, ceil mode."""
    weights, maps = iter(weights), images
    for layer in network.layers:
        kind = type(layer).__name__
        if kind == "Convolution":
            maps = torch.nn.functional.pad(maps, (layer.padding,) * 4, value=-1)
            features = next(weights) / layer.features[0].size
            maps = torch.nn.functional.conv2d(maps, features, next(weights) if len(layer.parameters) > 1 else None)
        elif kind == "Pooling":
            maps = torch.nn.functional.max_pool2d(maps, layer.window, layer.stride, ceil_mode=True)
        elif kind == "ReLU":
            maps = torch.relu(maps)
        else:
            votes_of = next(weights)
            maps = torch.nn.functional.linear(
                maps.flatten(1), votes_of, next(weights) if len(layer.parameters) > 1 else None
            )
    return maps


NETWORKS = {
    "small": random_network(9, (3,), rng=0),
    "padding and biases": random_network(9, (4, 5), padding=1, biases=True, rng=1),
    "hidden categories": random_network(12, (3,), (6, 4), biases=True, rng=2),
    "without relu": random_network(9, (3, 2), relu=False, rng=3),
    "wide windows with overlap": random_network(13, (3,), window=3, stride=2, rng=4),
    "trained 9 small": load_trained(9, "small"),
    "trained 9 wide": load_trained(9, "wide"),
    "trained 9 deep": load_trained(9, "deep"),
    "trained 28": load_trained(28),
}


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_votes_and_every_slope_are_pytorchs(network):
    size = next(size for size in (9, 12, 13, 28) if fits(network, size))
    images, categories = RNG.normal(size=(20, 1, size, size)), RNG.integers(0, 2, 20)
    weights = [tensor(array, requires_grad=True) for array in network.parameters]
    pixels = tensor(images, requires_grad=True)
    votes = say_in_torch(network, pixels, weights)
    error = torch.nn.functional.cross_entropy(votes, torch.tensor(categories))
    error.backward()
    found, gradient = find_gradient(network, images, categories)
    assert np.isclose(found, error.item(), rtol=1e-12)
    assert np.allclose(network.forward(images), votes.detach().numpy(), rtol=1e-10, atol=1e-12)
    for ours, theirs in zip(gradient, weights, strict=True):
        assert np.allclose(ours, theirs.grad.numpy(), rtol=1e-8, atol=1e-12)
    to_pixels = network.backward(softmax_error(network.forward(images), categories)[1])
    assert np.allclose(to_pixels, pixels.grad.numpy(), rtol=1e-8, atol=1e-12)


def fits(network, size):
    try:
        return bool(network.sizes((1, size, size)))
    except ValueError:
        return False


@pytest.mark.parametrize("padding", [0, 1])
def test_filtering_is_conv2d_of_the_divided_features(padding):
    maps, features, biases = RNG.normal(size=(4, 3, 10, 8)), RNG.normal(size=(5, 3, 3, 2)), RNG.normal(size=5)
    padded = np.pad(maps, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-1)
    theirs = torch.nn.functional.conv2d(tensor(padded), tensor(features) / features[0].size, tensor(biases))
    assert np.allclose(filter_maps(padded, features, biases), theirs.numpy(), rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize(("window", "stride"), [(2, 2), (3, 2), (3, 3), (2, 1), (3, 1), (4, 2)])
@pytest.mark.parametrize("size", [6, 7])
def test_pooling_is_max_pool2d_in_ceil_mode_and_ties_go_the_same_way(window, stride, size):
    maps = RNG.integers(0, 3, (6, 4, size, size)).astype(float)  # full of ties
    pixels = tensor(maps, requires_grad=True)
    theirs = torch.nn.functional.max_pool2d(pixels, window, stride, ceil_mode=True)
    layer = Pooling(window, stride)
    ours = layer.forward(maps)
    pull = RNG.normal(size=ours.shape) if ours.shape == tuple(theirs.shape) else None
    assert pull is not None
    theirs.backward(tensor(pull))
    assert np.array_equal(ours, theirs.detach().numpy())
    assert np.allclose(layer.backward(pull), pixels.grad.numpy(), atol=1e-14)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Descent(0.2), lambda weights: torch.optim.SGD(weights, 0.2)),
        (Adam(0.02), lambda weights: torch.optim.Adam(weights, 0.02)),
    ],
    ids=["descent", "adam"],
)
def test_forty_steps_of_training_end_at_pytorchs_weights(ours, theirs):
    images, categories = make_images(640, rng=1)
    network = random_network(9, (3, 4), biases=True, rng=0)
    weights = [tensor(array, requires_grad=True) for array in network.parameters]
    rule, rng = theirs(weights), np.random.default_rng(7)
    for _ in range(2):
        order = rng.permutation(640)
        for start in range(0, 640, 32):
            chosen = order[start : start + 32]
            rule.zero_grad()
            votes = say_in_torch(network, tensor(images[chosen]), weights)
            torch.nn.functional.cross_entropy(votes, torch.tensor(categories[chosen])).backward()
            rule.step()
    train(network, images, categories, rounds=2, rule=ours, rng=7)
    for one, other in zip(network.parameters, weights, strict=True):
        assert np.allclose(one, other.detach().numpy(), rtol=1e-6, atol=1e-8)
