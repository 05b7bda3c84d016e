"""Images: reading, writing, and the sentences for what is no image."""

import numpy as np
import PIL.Image
import pytest

from xo.arguments import as_numbers
from xo.images import (
    CATEGORIES,
    COFFEE,
    TRICKIER,
    O,
    X,
    _side_by_side,
    as_image,
    as_image_or_colours,
    read_colours,
    read_image,
    write_image,
)

AS_NUMBERS = ": np.where(image, 1, -1) makes numbers of them"
NO_NUMBERS = [
    ("text", TypeError, "expected image made of numbers, got text"),
    ([["a"]], TypeError, "expected image made of numbers, got text"),
    ([[True, False]], TypeError, f"expected image made of numbers, got True or False{AS_NUMBERS}"),
    (None, TypeError, "expected image made of numbers, got NoneType"),
    ([[1j]], TypeError, "expected image made of numbers, got complex numbers"),
    ([[1, 2], [3]], ValueError, "expected image with rows of one length, got rows of different lengths"),
    (5, ValueError, "expected image with at least 2 axes, got shape ()"),
    ([1, 2], ValueError, "expected image with at least 2 axes, got shape (2,)"),
    (np.ones((0, 3)), ValueError, "expected image with something in it, got an empty one of shape (0, 3)"),
    ([[1, np.nan]], ValueError, "expected image of ordinary numbers, got NaN or infinity among them"),
    ([[1, -np.inf]], ValueError, "expected image of ordinary numbers, got NaN or infinity among them"),
]


@pytest.mark.parametrize(("values", "kind", "sentence"), NO_NUMBERS)
def test_what_is_no_image_is_refused_in_a_sentence(values, kind, sentence):
    with pytest.raises(kind) as caught:
        as_numbers(values)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("image", "sentence"),
    [
        (np.ones((2, 3, 4)), "expected one image of shape (rows, columns), got shape (2, 3, 4)"),
        ([[1, 2.5]], "expected pixels from -1 to 1, got 1 to 2.5"),
        ([[-1.5, 0]], "expected pixels from -1 to 1, got -1.5 to 0"),
    ],
)
def test_one_image_has_two_axes_and_pixels_from_minus_1_to_1(image, sentence):
    with pytest.raises(ValueError) as caught:
        as_image(image)
    assert str(caught.value) == sentence


def test_an_image_may_be_one_of_three_colours_where_that_is_asked_for():
    colours = np.stack([X, O, X])
    assert np.array_equal(as_image_or_colours(colours), colours)
    assert np.array_equal(as_image_or_colours(X), X)
    assert np.array_equal(as_image_or_colours((colours + 1) / 2, paper=0), (colours + 1) / 2)
    assert np.array_equal(as_image_or_colours((X + 1) / 2, paper=0), (X + 1) / 2)
    for image, words in (
        (colours * 2, "expected pixels from -1 to 1, got -2 to 2$"),
        ((colours + 1) / 2, "expected pixels from -1 to 1, got 0 to 1: read_picture"),
        (colours[:2], "expected one image of shape"),
        (np.stack([colours] * 3), "expected one image of shape"),
    ):
        with pytest.raises(ValueError, match=words):
            as_image_or_colours(image)
    with pytest.raises(ValueError, match="expected paper as one ordinary number, got 'white'"):
        as_image_or_colours(colours, paper="white")


def test_whole_numbers_become_float64_and_floats_keep_their_dtype():
    assert as_numbers([[1, -1]]).dtype == np.float64
    for dtype in (np.float16, np.float32, np.float64):
        assert as_numbers(np.ones((2, 2), dtype)).dtype == dtype
        assert as_image(np.ones((2, 2), dtype)).dtype == dtype


@pytest.mark.parametrize("name", ["X", "O", *TRICKIER])
def test_a_published_image_is_9_by_9_black_and_white_and_survives_writing(name):
    image = {"X": X, "O": O, **TRICKIER}[name]
    assert image.shape == (9, 9)
    assert image.dtype == np.float64
    assert set(np.unique(image)) == {-1, 1}
    assert np.array_equal(read_image(write_image(image)), image)


def test_the_trickier_cases_come_in_published_order():
    changes = ("shifted", "shrunken", "rotated", "thickened")
    assert list(TRICKIER) == [f"{category} {change}" for category in CATEGORIES for change in changes]


def test_images_side_by_side_get_their_names_in_order():
    assert {name: image.tolist() for name, image in _side_by_side(("a", "b"), " #. ..\n  .# #. \n").items()} == {
        "a": [[1, -1], [-1, 1]],
        "b": [[-1, -1], [1, -1]],
    }


def test_spaces_and_blank_lines_around_an_image_do_not_count():
    assert np.array_equal(read_image("\n   #.\n\n  .# \n"), [[1, -1], [-1, 1]])


def test_greys_have_signs_of_their_own():
    assert write_image([[1, 0.5, -0.5, -1, 0]]) == "#+-.-"


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        (X, TypeError, "expected an image as text, got ndarray"),
        ("#x\n..", ValueError, "expected only # and . in the text of an image, got 'x'"),
        ("#.\n...", ValueError, "expected lines of one length, got lines of length 2, 3"),
        ("  \n", ValueError, "expected lines of one length, got lines of length none"),
    ],
)
def test_text_that_is_no_image_is_refused_in_a_sentence(text, kind, sentence):
    with pytest.raises(kind) as caught:
        read_image(text)
    assert str(caught.value) == sentence


def test_a_picture_in_colour_becomes_three_maps_of_red_green_and_blue():
    picture = np.zeros((4, 6, 3), np.uint8)
    picture[:, 3:] = (255, 102, 0)
    assert np.allclose(read_colours(picture)[:, 0, [0, 5]], [[-1, 1], [-1, -0.2], [-1, -1]])
    assert np.allclose(read_colours(picture / 255), read_colours(picture))
    assert np.allclose(read_colours(PIL.Image.fromarray(picture)), read_colours(picture))
    clear = np.dstack([picture, np.zeros((4, 6), np.uint8)])
    assert (read_colours(clear) == 1).all()
    assert np.allclose(read_colours(picture, 2), read_colours(picture)[:, 1:3, 2:4])  # the middle square, by area
    assert read_colours(picture, 2).shape == (3, 2, 2)
    for wrong in (picture[..., 0], picture[..., :2]):
        with pytest.raises(ValueError, match="expected a picture in colour"):
            read_colours(wrong)


def test_the_photograph_that_ships_is_small_and_in_colour():
    assert COFFEE.stat().st_size < 15_000
    with PIL.Image.open(COFFEE) as photo:
        assert (photo.mode, photo.size, photo.info) == ("RGB", (64, 64), {})
        red, green, _ = read_colours(photo, 32)
    saucer, table, rim = (14, 28), (1, 26), (2, 15)
    assert (red - green)[saucer] > (red - green)[table] > (red - green)[rim]
    assert red[rim] > red[saucer]
