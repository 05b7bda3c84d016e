"""Matching whole pictures: a mean of products, for one picture or many."""

import numpy as np
import pytest

from xo.images import TRICKIER, O, X
from xo.matching import count_differences, match


def test_a_picture_matches_itself_fully_and_its_negative_not_at_all():
    assert match(X, X) == 1
    assert match(X, -X) == -1


def test_each_differing_pixel_costs_two_shares():
    for image in TRICKIER.values():
        assert match(image, X) == pytest.approx(1 - 2 * count_differences(image, X) / 81, abs=1e-15)


def test_a_match_is_the_loop_over_all_pixels():
    rng = np.random.default_rng(3)
    image, pattern = rng.uniform(-1, 1, (2, 5, 7))
    added = 0.0
    for row in range(5):
        for column in range(7):
            added += image[row, column] * pattern[row, column]
    assert match(image, pattern) == pytest.approx(added / 35, abs=1e-15)


def test_many_images_at_once_are_the_images_one_by_one():
    images = np.stack(list(TRICKIER.values())).reshape(2, 4, 9, 9)
    assert np.array_equal(match(images, O), [[match(image, O) for image in row] for row in images])
    assert np.array_equal(count_differences(images, O), [[count_differences(i, O) for i in row] for row in images])


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_the_dtype_of_the_image_is_kept(dtype):
    assert match(X.astype(dtype), O.astype(dtype)).dtype == match(X.astype(dtype), O).dtype == dtype


def test_a_pattern_counts_as_coarsely_as_the_image():
    fine = np.array([[1 + 2**-12, -1]] * 2)
    assert match(np.ones((2, 2), np.float16), fine) == 0 < match(np.ones((2, 2)), fine)


def test_the_sum_over_a_large_coarse_image_does_not_overflow():
    assert match(np.ones((300, 300), np.float16), np.ones((300, 300))) == 1


@pytest.mark.parametrize(
    ("compare", "sentence"),
    [
        (lambda: match(X, O[:8]), "expected a pattern of 9 by 9 pixels like the image, got shape (8, 9)"),
        (lambda: match([X, O], O[:8]), "expected a pattern of 9 by 9 pixels like the image, got shape (8, 9)"),
        (lambda: match(X, np.stack([X, O])), "expected a pattern of 9 by 9 pixels like the image, got shape (2, 9, 9)"),
        (lambda: count_differences(X, O[:, :8]), "expected two images of one size, got 9 by 9 and 9 by 8 pixels"),
        (
            lambda: count_differences(np.ones((2, 9, 9)), np.ones((3, 9, 9))),
            "expected as many images on either side, or one, got shapes (2, 9, 9) and (3, 9, 9)",
        ),
        (lambda: match(X * np.inf, O), "expected image of ordinary numbers, got NaN or infinity among them"),
        (lambda: match(X, []), "expected pattern with at least 2 axes, got shape (0,)"),
    ],
)
def test_pictures_that_cannot_be_compared_are_refused_in_a_sentence(compare, sentence):
    with pytest.raises(ValueError) as caught:
        compare()
    assert str(caught.value) == sentence


@pytest.mark.parametrize("compare", [match, count_differences])
def test_text_is_refused(compare):
    with pytest.raises(TypeError, match="^expected image made of numbers, got text$"):
        compare("X", X)
