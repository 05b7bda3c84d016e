"""The trained networks read drawings that they never saw, in grey and in black and white."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tools.train import RECIPES, learn
from xo.backprop import accuracy
from xo.filtering import Convolution
from xo.images import TRICKIER, O, X, make_images
from xo.networks import load_trained
from xo.networks.trained import SIZES
from xo.running.processes import ONE_THREAD
from xo.stacking import Network

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = {"X": X, "O": O, **TRICKIER}


def shifted(image, rows, columns):
    """The image moved by some pixels, or None where ink would fall off."""
    ink = np.argwhere(image > 0) + (rows, columns)
    if ink.min() < 0 or ink.max() >= len(image):
        return None
    moved = np.full_like(image, -1)
    moved[tuple(ink.T)] = 1
    return moved


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_images_and_their_neighbours_are_read_right(name):
    network = load_trained(9)
    moved = [shifted(PUBLISHED[name], rows, columns) for rows in (-1, 0, 1) for columns in (-1, 0, 1)]
    whole = [image for image in moved if image is not None]
    assert whole
    assert [network.answer(image) for image in whole] == [name[0]] * len(whole)


@pytest.mark.parametrize(("size", "least"), [(9, 0.99), (28, 0.993)])
def test_unseen_drawings_are_read_right(size, least):
    network = load_trained(size)
    images, categories = make_images(4000, size, rng=2024)  # so many that chance hardly counts
    assert accuracy(network, images, categories) >= least
    images, categories = images[:1500], categories[:1500]
    assert accuracy(network, np.where(images > 0, 1.0, -1.0), categories) >= least - 0.01
    assert accuracy(network, images * 0.5 - 0.5, categories) >= least - 0.02  # half as bright


@pytest.mark.parametrize("size", SIZES)
def test_votes_come_as_x_and_o_for_any_number_of_images(size):
    network = load_trained(size)
    images, _ = make_images(5, size, rng=0)
    votes = network.forward(images)
    assert votes.shape == (5, 2)
    assert votes.dtype == np.float64
    assert np.allclose(votes[3], network.votes(images[3, 0]))


def test_small_enough_to_be_shown_whole():
    maps = [stage[0] for stage in load_trained(9).sizes((1, 9, 9))[1:-1]]
    assert max(maps) <= 16
    assert maps[0] <= 8


def test_each_load_is_a_network_of_its_own():
    one, other = load_trained(9), load_trained(9)
    one.parameters[0][:] = 0
    assert other.parameters[0].any()


@pytest.mark.parametrize("size", [10, "9", None])
def test_another_size_is_refused(size):
    with pytest.raises(ValueError, match="expected a size of 9 or 28"):
        load_trained(size)


def test_the_same_command_learns_the_same_weights_again():
    once, again = (learn(9, (2, 3), 96, 2, 0.02, 0.3)[0] for _ in range(2))
    for one, other in zip(once.parameters, again.parameters, strict=True):
        assert np.array_equal(one, other)


@pytest.mark.skipif(not os.environ.get("XO_NO_SKIPS"), reason="takes 15 seconds: with XO_NO_SKIPS=1, as in CI")
def test_the_command_builds_the_weights_that_ship(tmp_path):
    code = "import sys; from tools.train import *; learn(9, **RECIPES[9])[0].save(sys.argv[1])"
    one_thread = os.environ | ONE_THREAD
    command = [sys.executable, "-c", code, tmp_path / "again.npz"]
    subprocess.run(command, cwd=ROOT, env=one_thread, check=True, capture_output=True)
    again = Network.load(tmp_path / "again.npz")
    for one, other in zip(again.parameters, load_trained(9).parameters, strict=True):
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-9)


@pytest.mark.parametrize("size", SIZES)
def test_what_ships_is_what_the_command_builds(size):
    layers = [layer for layer in load_trained(size).layers if isinstance(layer, Convolution)]
    assert tuple(len(layer.features) for layer in layers) == RECIPES[size]["features"]
    assert all(array.dtype == np.float64 for array in load_trained(size).parameters)
