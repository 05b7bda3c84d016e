"""What a lesson's folded answers to its tasks say is so."""

import nbformat
import numpy as np

from tools.lessons import NOTEBOOKS
from xo.breaking import change
from xo.breaking.changes import shift
from xo.filtering import FEATURES, filter_image
from xo.images import O, X
from xo.matching import match
from xo.pooling import pool


def says(lesson, words):
    """Whether a lesson has these words, wherever its lines end."""
    cells = nbformat.read(NOTEBOOKS / f"{lesson}.ipynb", 4).cells
    return words in " ".join(" ".join(cell.source for cell in cells).split())


def answer(image):
    return "X" if match(image, X) > match(image, O) else "O"


def pooled(image):
    return np.stack([pool(filter_image(image, feature)) for feature in FEATURES])


def test_lesson_1_an_o_is_called_x_and_an_x_is_called_o():
    assert says("01_pixel_matching", "the O, one step down and one to the right")
    assert answer(shift(O, 1, 1)) == "X"
    assert says("01_pixel_matching", "an X of 5 by 5 pixels, in rows 0 to 4 and columns 1 to 5")
    small, places = np.full((9, 9), -1.0), np.arange(5)
    small[places, 1 + places] = small[places, 5 - places] = 1
    assert answer(small) == "O"


def misleading(what, values):
    """Where on its slider, moved alone, the O is called X."""
    return [value for value in np.round(values, 2) if answer(change(O, **{what: value})) == "X"]


def test_lesson_1_which_sliders_make_an_x_of_the_o_and_which_never_do():
    assert says("01_pixel_matching", "Shift down or right: two steps. Size: ×0.75 or ×1.35. Thickness: only −1")
    assert {min(misleading(what, np.arange(1, 5))) for what in ("rows", "columns")} == {2}
    sizes = misleading("size", np.arange(0.5, 1.51, 0.05))
    assert (max(size for size in sizes if size < 1), min(size for size in sizes if size > 1)) == (0.75, 1.35)
    assert misleading("thickness", np.arange(-1, 1.51, 0.25)) == [-1]
    assert says("01_pixel_matching", "Turn: never; a turned O is still an O.")
    assert misleading("degrees", np.arange(-180, 181, 3)) == []
    assert says("01_pixel_matching", "here O stays ahead to its end")
    for seed in (11, *range(100, 110)):  # the lab's own throw of the dice, and others
        grain = np.random.default_rng(seed).standard_normal(O.shape)
        assert all(answer(change(O, noise=amount, grain=grain)) == "O" for amount in np.arange(0, 2.05, 0.1))


def test_lesson_3_two_pixels_and_no_others_change_no_pooled_number():
    assert says("03_pooling", "Row 0, column 5, and row 5, column 0.")
    free = []
    for place in np.ndindex(O.shape):
        other = O.copy()
        other[place] *= -1
        if np.array_equal(pooled(other), pooled(O)):
            free.append(place)
    assert free == [(0, 5), (5, 0)]


def test_lesson_3_a_window_with_four_panes_has_the_matches_of_an_o():
    assert says("03_pooling", "make all of rows 0, 4 and 8 white, and of columns 0, 4 and 8")
    window = O.copy()
    window[[0, 4, 8]] = window[:, [0, 4, 8]] = 1
    assert np.array_equal(pooled(window) == 1, pooled(O) == 1)
