"""The trained networks read drawings that they never saw, in grey and in black and white."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tools.train import RECIPES, Curriculum, learn, main
from xo.backprop import accuracy
from xo.images import TRICKIER, O, X, make_images
from xo.networks import hand_made_network, load_trained
from xo.networks.trained import KINDS
from xo.running.processes import ONE_THREAD
from xo.stacking import Network

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = {"X": X, "O": O, **TRICKIER}
UNSEEN = [(9, "small", 0.98), (9, "wide", 0.98), (9, "deep", 0.99), (28, "deep", 0.993)]
TRAINED = [(size, kind) for size, kinds in KINDS.items() for kind in kinds]


def shifted(image, rows, columns):
    """The image moved by some pixels, or None where ink would fall off."""
    ink = np.argwhere(image > 0) + (rows, columns)
    if ink.min() < 0 or ink.max() >= len(image):
        return None
    moved = np.full_like(image, -1)
    moved[tuple(ink.T)] = 1
    return moved


@pytest.mark.parametrize("kind", KINDS[9])
@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_images_and_their_neighbours_are_read_right(name, kind):
    network = load_trained(9, kind)
    moved = [shifted(PUBLISHED[name], rows, columns) for rows in (-1, 0, 1) for columns in (-1, 0, 1)]
    whole = [image for image in moved if image is not None]
    assert whole
    assert [network.answer(image) for image in whole] == [name[0]] * len(whole)


@pytest.mark.parametrize(("size", "kind", "least"), UNSEEN)
def test_unseen_drawings_are_read_right_and_neither_letter_at_the_others_cost(size, kind, least):
    network = load_trained(size, kind)
    images, categories = make_images(6000, size, rng=2024)  # so many that chance hardly counts
    letters = [categories == letter for letter in (0, 1)]
    crosses, rings = (accuracy(network, images[these], categories[these]) for these in letters)
    assert abs(crosses - rings) <= 0.01
    assert np.average([crosses, rings], weights=[these.sum() for these in letters]) >= least
    assert accuracy(network, np.where(images > 0, 1.0, -1.0), categories) >= least - 0.01
    assert accuracy(network, images * 0.5 - 0.5, categories) >= least - 0.02  # half as bright


@pytest.mark.parametrize(("size", "kind"), TRAINED)
def test_votes_come_as_x_and_o_for_any_number_of_images(size, kind):
    network = load_trained(size, kind)
    images, _ = make_images(5, size, rng=0)
    votes = network.forward(images)
    assert votes.shape == (5, 2)
    assert votes.dtype == np.float64
    assert np.allclose(votes[3], network.votes(images[3, 0]))


def test_the_small_one_is_built_like_the_hand_made_network():
    ours, published = load_trained(9), hand_made_network()
    assert [type(layer) for layer in ours.layers] == [type(layer) for layer in published.layers]
    settings = [[(layer.window, layer.stride) for layer in network.layers[2:4]] for network in (ours, published)]
    assert settings[0] == settings[1]
    assert ours.sizes((1, 9, 9))[1:] == [(6, 7, 7), (6, 7, 7), (6, 4, 4), (6, 2, 2), (2,)]
    assert sum(ours.count_parameters()) == 206


def test_the_wide_one_looks_once_too_with_two_features_more_and_at_most_300_numbers():
    wide, small = load_trained(9, "wide"), load_trained(9)
    assert [type(layer) for layer in wide.layers] == [type(layer) for layer in small.layers]
    assert wide.sizes((1, 9, 9))[1:] == [(8, 7, 7), (8, 7, 7), (8, 4, 4), (8, 2, 2), (2,)]
    assert sum(wide.count_parameters()) == 274


def test_the_deep_one_looks_twice():
    maps = [stage[0] for stage in load_trained(9, "deep").sizes((1, 9, 9))[1:-1]]
    assert maps == [8, 8, 8, 16, 16, 16]


def test_the_smallest_is_what_comes_if_nothing_is_said():
    for size, kinds in KINDS.items():
        default, named = load_trained(size), load_trained(size, kinds[0])
        assert all(map(np.array_equal, default.parameters, named.parameters))
    assert KINDS[9][0] == "small"


def test_each_load_is_a_network_of_its_own():
    one, other = load_trained(9), load_trained(9)
    one.parameters[0][:] = 0
    assert other.parameters[0].any()


@pytest.mark.parametrize("size", [10, "9", None])
def test_another_size_is_refused(size):
    with pytest.raises(ValueError, match="expected a size of 9 or 28"):
        load_trained(size)


def test_another_kind_is_refused():
    with pytest.raises(ValueError, match=r'expected kind "small" or "wide" or "deep" for 9 by 9 images, got \'tall\''):
        load_trained(9, "tall")
    with pytest.raises(ValueError, match=r'expected kind "deep" for 28 by 28 images, got \'small\''):
        load_trained(28, "small")


def test_what_is_learned_from_are_drawings_put_together_from_finer_ones_with_pens_as_thin_as_the_recipe_says():
    few = {"count": 64, "rounds": 1, "rate": 0.02, "faintest": 0.2, "pool": 600}
    images, categories = Curriculum(9, rng=np.random.default_rng(3), **few).pool
    fine, known = make_images(600, 18, np.random.default_rng(3))
    together = fine.reshape(600, 1, 9, 2, 9, 2).mean((3, 5))
    kept = (together[:, None] == images).all((2, 3, 4)).any(1)
    assert 300 < kept.sum() == len(images)
    assert np.array_equal(together[kept], images)
    assert np.array_equal(known[kept], categories)
    recipe = {name: RECIPES[9, "wide"][name] for name in ("fine", "ranges")}
    thin, _ = Curriculum(9, rng=np.random.default_rng(3), **few, **recipe).pool
    faint = [np.quantile(pool.max((1, 2, 3)), 0.05) for pool in (images, thin)]
    assert faint[1] < faint[0] - 0.1


def test_the_same_command_learns_the_same_numbers_again():
    few = {"count": 256, "rounds": 2, "rate": 0.02, "faintest": 0.3}
    once, again = (learn(9, (2,), pixels=5, poolings=2, starts=2, pool=1000, cut=0.5, **few)[0] for _ in range(2))
    for one, other in zip(once.parameters, again.parameters, strict=True):
        assert np.array_equal(one, other)


IN_CI = pytest.mark.skipif(
    not os.environ.get("XO_NO_SKIPS"), reason="takes half a minute: with XO_NO_SKIPS=1, as in CI"
)
SELDOM = pytest.mark.opt_in("XO_ELSEWHERE", "takes a minute")


@pytest.mark.parametrize("kind", [pytest.param("small", marks=IN_CI), pytest.param("wide", marks=SELDOM)])
def test_the_command_builds_the_numbers_that_ship(kind, tmp_path):
    code = f'import sys; from tools.train import *; learn(9, **RECIPES[9, "{kind}"])[0].save(sys.argv[1])'
    one_thread = os.environ | ONE_THREAD
    command = [sys.executable, "-c", code, tmp_path / "again.npz"]
    subprocess.run(command, cwd=ROOT, env=one_thread, check=True, capture_output=True)
    again = Network.load(tmp_path / "again.npz")
    for one, other in zip(again.parameters, load_trained(9, kind).parameters, strict=True):
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-9)


@pytest.mark.parametrize(("size", "kind"), TRAINED)
def test_what_ships_is_what_the_command_builds(size, kind):
    recipe, layers = RECIPES[size, kind], load_trained(size, kind).layers
    features = [layer.features for layer in layers if hasattr(layer, "features")]
    assert tuple(map(len, features)) == recipe["features"]
    assert {array.shape[-1] for array in features} == {recipe.get("pixels", 3)}
    assert all(array.dtype == np.float64 for array in load_trained(size, kind).parameters)


def test_every_network_has_a_recipe_and_the_command_says_which_there_are():
    assert list(RECIPES) == TRAINED
    with pytest.raises(SystemExit, match="expected one of 9 small, 9 wide, 9 deep, 28 deep or digits, got 28 small"):
        main(["28", "small"])
