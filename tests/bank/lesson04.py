"""Right and wrong answers that learners may give in lesson 4."""

import numpy as np

from xo.filtering import filter_image


def relu_by_if(value):
    if value < 0:
        return 0
    return value


def relu_without_else(value):
    if value > 0:
        return value


def relu_in_place(maps):
    maps[maps < 0] = 0
    return maps


def relu_by_mask(maps):
    return maps * (maps > 0)


def relu_clipped(maps):
    return maps.clip(0, 1)


def relu_turned_round(maps):
    result = maps.copy()
    result[result > 0] = 0
    return result


def relu_at_one(maps):
    result = maps.copy()
    result[result <= 1] = 0
    return result


def collapse_with_loops(first, second):
    result = np.zeros((5, 5))
    for row, column in np.ndindex(3, 3):
        result[row : row + 3, column : column + 3] += second[row, column] * first
    return result / 81 * 25


def collapse_pixel_by_pixel(first, second):
    result = np.zeros((5, 5))
    for row, column in np.ndindex(5, 5):
        image = np.zeros((5, 5))
        image[row, column] = 25
        result[row, column] = filter_image(filter_image(image, first), second)[0, 0]
    return result


def collapse_matched(first, second):
    """Slides the second over the first the way a feature slides over a picture."""
    result = np.zeros((5, 5))
    for row, column in np.ndindex(3, 3):
        result[row : row + 3, column : column + 3] += second[2 - row, 2 - column] * first
    return result / 81 * 25


BANK = {
    "04.one": {
        "right": [relu_by_if, lambda value: (value + abs(value)) / 2, lambda value: max(0.0, value)],
        "wrong": [
            (lambda value: value if value > 0 else -value, "dropped the minus sign"),
            (lambda value: 0 if value > 0 else value, "the other way round"),
            (lambda value: value > 0, "whether the number is positive"),
            (lambda value: np.clip(value, 0, 1), "no ceiling"),
            (lambda value: value, "as it came"),
            (lambda value: 0.0, "0 for every number"),
            (
                relu_without_else,
                "right with value 0.5; but with value −0.5: your function gives nothing back here (None)",
            ),
        ],
    },
    "04.relu": {
        "right": [relu_by_mask, lambda maps: np.where(maps > 0, maps, 0), lambda maps: np.maximum(maps, 0)],
        "wrong": [
            (lambda maps: np.absolute(maps), "abs"),
            (relu_in_place, "changed the maps"),
            (relu_by_if, "two single numbers"),
            (relu_turned_round, "the other way round"),
            (relu_clipped, "no ceiling"),
            (lambda maps: maps[maps > 0], "lost its shape"),
            (relu_at_one, "everything up to 1"),
            (lambda maps: maps > 0, "yes and no"),
            (lambda maps: np.maximum(maps, 0).max(), "one number of the map"),
        ],
    },
    "04.collapse": {
        "right": [collapse_with_loops, collapse_pixel_by_pixel],
        "wrong": [
            (lambda first, second: collapse_with_loops(first, second) / 25, "make up for that"),
            (lambda first, second: collapse_with_loops(first, second) / 25 * 81, "81/25 times too large"),
            (lambda first, second: first * second, "pixel by pixel"),
            (lambda first, second: first @ second, "tables of weights"),
            (collapse_matched, "one of the two features"),
            (lambda first, second: np.rot90(collapse_with_loops(first, second), 2), "upside down"),
            (lambda first, second: first + second, "added the features"),
            (lambda first, second: filter_image(first, second), "one number"),
        ],
    },
}
