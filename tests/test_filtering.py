"""Filtering: the loop of the lesson, SciPy, and the layer agree; what does not fit is said."""

import numpy as np
import pytest
from scipy.signal import correlate2d

from xo import filtering
from xo.filtering import BACKSLASH, FEATURES, Convolution, filter_image, filter_maps, filtered_shape
from xo.images import TRICKIER, O, X

RNG = np.random.default_rng(5)
L = np.array([[1, -1, -1], [1, -1, -1], [1, 1, 1]])


def filter_by_loop(image, feature):
    """As in the lesson: patch by patch, pixel by pixel."""
    rows, columns = (image.shape[axis] - feature.shape[axis] + 1 for axis in (0, 1))
    new_map = np.zeros((rows, columns), np.result_type(image, feature))
    for row in range(rows):
        for column in range(columns):
            patch = image[row : row + feature.shape[0], column : column + feature.shape[1]]
            new_map[row, column] = (patch * feature).sum() / feature.size
    return new_map


@pytest.mark.parametrize("feature", [*FEATURES, L, np.ones((2, 4))], ids=["backslash", "cross", "slash", "L", "2 by 4"])
def test_black_and_white_images_give_the_numbers_of_the_loop_bit_for_bit(feature):
    for image in (X, O, *TRICKIER.values()):
        assert np.array_equal(filter_image(image, feature), filter_by_loop(image, feature))


def test_scipy_agrees_on_random_images_of_any_size():
    for rows, columns, height, width in ((5, 9, 2, 3), (9, 5, 9, 5), (1, 7, 1, 1), (28, 28, 5, 4)):
        image, feature = RNG.normal(size=(rows, columns)), RNG.normal(size=(height, width))
        expected = correlate2d(image, feature, mode="valid") / feature.size
        np.testing.assert_allclose(filter_image(image, feature), expected, rtol=0, atol=1e-13)


def test_the_feature_is_laid_on_as_it_is_not_turned_over():
    assert filter_image(L, L) == 1
    assert filter_image(L[::-1, ::-1], L) < 1


def test_a_perfect_match_is_1_its_negative_is_minus_1_and_nothing_is_0():
    assert filter_image(BACKSLASH, BACKSLASH) == 1
    assert filter_image(-BACKSLASH, BACKSLASH) == -1
    assert set(np.round(filter_image(X, L) * 9).astype(int).ravel() % 2) == {1}


def test_one_feature_adds_up_what_it_finds_in_all_maps():
    maps, features = RNG.normal(size=(3, 8, 9)), RNG.normal(size=(2, 3, 3, 4))
    filtered = filter_maps(maps, features)
    assert filtered.shape == (2, 6, 6)
    for number in range(2):
        parts = [correlate2d(maps[m], features[number, m], mode="valid") for m in range(3)]
        np.testing.assert_allclose(filtered[number], sum(parts) / features[0].size, atol=1e-13)


def test_a_bias_is_added_to_every_cell_of_its_map():
    features = FEATURES[:, None]
    plain, raised = filter_maps(X[None], features), filter_maps(X[None], features, [0.0, 1.0, -2.0])
    assert np.array_equal(raised, plain + np.array([0, 1, -2])[:, None, None])


@pytest.mark.parametrize("piece", [1, 20, 60])
def test_a_large_photo_is_filtered_in_bands_to_the_same_map(monkeypatch, piece):
    rng = np.random.default_rng(4)
    maps, features = rng.normal(size=(2, 3, 11, 5)), rng.normal(size=(4, 3, 3, 2))
    whole = filter_maps(maps, features)
    monkeypatch.setattr(filtering, "PIECE", piece)
    assert np.allclose(filter_maps(maps, features), whole, rtol=0, atol=1e-12)


def test_any_leading_axes_are_the_same_call():
    images = RNG.normal(size=(2, 3, 9, 9))
    one_by_one = [[filter_image(image, L) for image in row] for row in images]
    np.testing.assert_allclose(filter_image(images, L), one_by_one, rtol=0, atol=1e-15)
    stacks, features = RNG.normal(size=(2, 5, 3, 9, 9)), RNG.normal(size=(4, 3, 3, 3))
    one_by_one = [[filter_maps(stack, features) for stack in row] for row in stacks]
    np.testing.assert_allclose(filter_maps(stacks, features), one_by_one, rtol=0, atol=1e-15)


@pytest.mark.parametrize("padding", [0, 1, 2])
@pytest.mark.parametrize("biased", [False, True])
def test_the_layer_gives_the_numbers_of_the_function(padding, biased):
    maps, features = RNG.normal(size=(4, 2, 7, 8)), RNG.normal(size=(5, 2, 3, 2))
    biases = RNG.normal(size=5) if biased else None
    layer = Convolution(features, biases, padding)
    around = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    expected = filter_maps(np.pad(maps, around, constant_values=-1), features, biases)
    np.testing.assert_allclose(layer.forward(maps), expected, rtol=0, atol=1e-13)
    assert layer.output_shape((2, 7, 8)) == expected.shape[1:]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_dtype_is_kept(dtype):
    image, features = X.astype(dtype), FEATURES.astype(dtype)[:, None]
    assert filter_image(image, features[0, 0]).dtype == dtype
    assert filter_maps(image[None], features).dtype == dtype
    assert filter_image(image, BACKSLASH).dtype == dtype
    assert filter_maps(image[None], features, [1.0, 2.0, 3.0]).dtype == dtype
    assert Convolution(features, [1.0, 2.0, 3.0]).forward(image[None, None]).dtype == dtype


def test_the_bill_counts_what_the_loop_does():
    layer = Convolution(np.ones((4, 2, 3, 3)))
    values = 4 * 7 * 7
    bill = {"multiplications": values * 18, "additions": values * 17, "divisions": values}
    assert layer.operations((2, 9, 9)) == bill
    biased = Convolution(np.ones((4, 2, 3, 3)), np.zeros(4)).operations((2, 9, 9))
    assert biased == bill | {"additions": values * 18}


@pytest.mark.parametrize(
    ("kind", "act", "sentence"),
    [
        (
            ValueError,
            lambda: filter_image(X[:2], BACKSLASH),
            "expects maps at least as large as its features of 3 by 3 pixels, got maps of 2 by 9",
        ),
        (
            ValueError,
            lambda: filter_image(X, FEATURES),
            "expected one feature of shape (rows, columns), got shape (3, 3, 3)",
        ),
        (
            ValueError,
            lambda: filter_image(X, np.ones((0, 3))),
            "expected feature with something in it, got an empty one of shape (0, 3)",
        ),
        (
            ValueError,
            lambda: filter_image(X * np.nan, BACKSLASH),
            "expected image of ordinary numbers, got NaN or infinity among them",
        ),
        (
            ValueError,
            lambda: filter_image(X, BACKSLASH * np.inf),
            "expected feature of ordinary numbers, got NaN or infinity among them",
        ),
        (TypeError, lambda: filter_image("X", BACKSLASH), "expected image made of numbers, got text"),
        (ValueError, lambda: filter_image(5, BACKSLASH), "expected image with at least 2 axes, got shape ()"),
        (ValueError, lambda: filter_maps(np.ones((2, 9, 9)), FEATURES[:, None]), "expects 1 map, got 2"),
        (ValueError, lambda: filter_maps(X[None], np.ones((1, 3, 3, 3))), "expects 3 maps, got 1"),
        (ValueError, lambda: filter_maps(X, FEATURES[:, None]), "expected maps with at least 3 axes, got shape (9, 9)"),
        (ValueError, lambda: Convolution(FEATURES), "expected features with at least 4 axes, got shape (3, 3, 3)"),
        (
            ValueError,
            lambda: filter_maps(X[None], np.ones((1, 1, 1, 3, 3))),
            "expected features (features, maps, rows, columns), got shape (1, 1, 1, 3, 3)",
        ),
        (
            ValueError,
            lambda: Convolution(np.ones((1, 1, 1, 3, 3))),
            "expected features (features, maps, rows, columns), got shape (1, 1, 1, 3, 3)",
        ),
        (
            ValueError,
            lambda: Convolution(FEATURES[:, None], padding=10**9),
            "expected a padding no larger than the feature, 3, got 1000000000",
        ),
        (ValueError, lambda: Convolution(FEATURES[:, None], [1.0]), "expected a bias for each of 3 features, got 1"),
        (
            ValueError,
            lambda: filter_maps(X[None], FEATURES[:, None], [1.0]),
            "expected a bias for each of 3 features, got 1",
        ),
        (
            ValueError,
            lambda: Convolution(FEATURES[:, None], padding=-1),
            "expected a whole padding of 0 or more, got -1",
        ),
        (
            ValueError,
            lambda: filtered_shape((12,), (3, 1, 3, 3)),
            "expects maps (maps, rows, columns), got a list of 12 values",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(kind, act, sentence):
    with pytest.raises(kind) as caught:
        act()
    assert str(caught.value) == sentence


def test_coarse_features_do_not_make_the_maps_coarser():
    maps = np.random.default_rng(1).normal(size=(1, 5, 5))
    coarse = FEATURES[:, None].astype(np.float32)
    assert filter_maps(maps, coarse).dtype == np.float64
    assert np.array_equal(filter_maps(maps, coarse), filter_maps(maps, FEATURES[:, None]))
