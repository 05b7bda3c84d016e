"""Changing an image: exact where nothing should change, from -1 to 1, background where nothing was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xo.breaking.changes import GROUPS, add_noise, invert, moved, resize, rotate, shift, thicken
from xo.images import ROTATED_X, TRICKIER, O, X

GREY = np.random.default_rng(7).uniform(-1, 1, (2, 3, 9, 9))
CHANGES = {
    "shift": lambda image: shift(image, 0.4, -1.3),
    "resize": lambda image: resize(image, 0.7),
    "rotate": lambda image: rotate(image, 31),
    "thicken": lambda image: thicken(image, 1.5),
    "thin": lambda image: thicken(image, -0.5),
    "add_noise": lambda image: add_noise(image, 0.5, np.random.default_rng(1)),
    "invert": invert,
}


def test_a_change_by_nothing_changes_nothing():
    for same in (shift(GREY, 0, 0), resize(GREY, 1), rotate(GREY, 0), rotate(GREY, 360), thicken(GREY, 0)):
        assert np.array_equal(same, GREY)


@pytest.mark.parametrize("quarters", [1, 2, 3, 4, -1, -3])
def test_a_quarter_turn_is_exact_and_anticlockwise(quarters):
    assert np.array_equal(rotate(GREY, 90 * quarters), np.rot90(GREY, quarters, (-2, -1)))


def test_what_a_shift_moves_out_is_lost_and_background_comes_in():
    shifted = shift(GREY, 2, -3)
    assert np.array_equal(shifted[..., 2:, :-3], GREY[..., :-2, 3:])
    assert (shifted[..., :2, :] == -1).all()
    assert (shifted[..., -3:] == -1).all()
    assert (shift(X, 9, 0) == -1).all()


def test_the_published_shifted_images_are_shifts():
    assert np.array_equal(shift(X, -1, -1), TRICKIER["X shifted"])
    assert np.array_equal(shift(O, 1, -1), TRICKIER["O shifted"])


def test_half_a_pixel_blends_two_pixels():
    assert shift(X, 0, 0.5)[1, 1] == shift(X, 0, 0.5)[1, 2] == 0


def test_doubling_the_size_spreads_the_middle():
    assert np.array_equal(resize(ROTATED_X, 2)[::2, ::2], ROTATED_X[2:7, 2:7])


def test_thickening_inks_the_four_neighbours_and_thinning_takes_them_away():
    dot = -np.ones((5, 5))
    dot[2, 2] = 1
    plus = thicken(dot)
    assert (plus == 1).sum() == 5
    assert plus[1, 1] == -1
    assert np.array_equal(thicken(plus, -1), dot)
    assert np.array_equal(thicken(dot, 2), thicken(plus))
    assert thicken(dot, 0.25)[1, 2] == -0.5


def test_noise_is_the_same_for_the_same_seed_and_none_for_an_amount_of_0():
    noisy = [add_noise(X, 0.5, np.random.default_rng(seed)) for seed in (1, 1, 2)]
    assert np.array_equal(noisy[0], noisy[1])
    assert not np.array_equal(noisy[0], noisy[2])
    assert np.array_equal(add_noise(X, 0.5, 1), noisy[0])  # a seed will do
    assert np.array_equal(add_noise(X, 0, np.random.default_rng(1)), X)


def test_inverting_twice_gives_the_image_back_and_never_a_minus_zero():
    assert np.array_equal(invert(invert(GREY)), GREY)
    assert np.array_equal(invert(X), -X)
    assert not np.signbit(invert(np.zeros((2, 2)))).any()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_keeps_the_dtype_the_shape_the_range_and_its_input(name):
    for dtype in (np.float64, np.float32):
        image = GREY.astype(dtype)
        before = image.copy()
        changed = CHANGES[name](image)
        assert changed.dtype == dtype
        assert changed.shape == image.shape
        assert abs(changed).max() <= 1
        assert np.array_equal(image, before)
        assert not np.shares_memory(changed, image)


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "add_noise"])
def test_a_batch_changes_like_its_images_one_by_one(name):
    one_by_one = [[CHANGES[name](image) for image in images] for images in GREY]
    assert np.array_equal(CHANGES[name](GREY), one_by_one)


def bars(images):
    """Of the bar in each image (4, images): row and column of its middle, its length in pixels, its turn in degrees."""
    ink, places = (images + 1) / 2, np.indices(images.shape[-2:])
    weights = ink / ink.sum((-2, -1), keepdims=True)
    middle = (weights[..., None, :, :] * places).sum((-2, -1))
    down, across = np.moveaxis(places - middle[..., None, None], -3, 0)
    long, high, both = ((weights * part).sum((-2, -1)) for part in (across**2, down**2, across * down))
    return np.array([*middle.T, np.sqrt(12 * (long + high)), np.degrees(np.arctan2(2 * both, long - high)) / 2])


@pytest.mark.parametrize("most", [0, 1, 2])
def test_moved_images_are_shifted_sized_and_turned_within_bounds_and_in_each_group_differently(most):
    bar = -np.ones((21, 21))
    bar[10, 4:17] = 1
    images = moved(np.tile(bar, (10 * GROUPS, 1, 1, 1)), rng=3, most=most)
    assert len(np.unique(images, axis=0)) == (GROUPS if most else 1)
    found = bars(images[:, 0])
    apart, bounds = abs(found - bars(bar[None])).max(1), most * np.array([0.5, 0.5, 0.05 * 13, 8])
    assert (apart <= bounds * (1.1, 1.1, 2, 1.1) + 1e-9).all(), apart  # blended pixels widen it
    assert (apart >= 0.7 * bounds).all(), apart


@given(st.floats(0.2, 5), st.floats(-720, 720), st.floats(-3, 3))
def test_any_change_stays_between_black_and_white(factor, degrees, amount):
    for image in (resize(X, factor), rotate(ROTATED_X, degrees), thicken(O, amount), shift(O, amount, -amount)):
        assert image.min() >= -1
        assert image.max() <= 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda: resize(X, 0), "expected a factor above 0, got 0"),
        (lambda: resize(X, "2"), "expected factor as one ordinary number, got '2'"),
        (lambda: rotate(X, float("nan")), "expected degrees as one ordinary number, got nan"),
        (lambda: shift(X, None, 1), "expected rows as one ordinary number, got None"),
        (lambda: thicken(X, [1]), r"expected amount as one ordinary number, got \[1\]"),
        (lambda: shift(X, 1j, 0), "expected rows as one ordinary number, got 1j"),
        (lambda: shift(X, 0, b"a"), "expected columns as one ordinary number, got b'a'"),
        (lambda: add_noise(X, 1, "a"), "expected a seed of 0 or more, a random generator or None, got 'a'"),
        (lambda: add_noise(X, -1, None), "expected an amount of noise of 0 or more, got -1"),
    ],
)
def test_a_bad_amount_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        change()
