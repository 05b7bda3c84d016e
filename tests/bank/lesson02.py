"""The bank of lesson 2: right answers in two styles, and what learners write instead."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from xo.filtering import filter_image, filter_maps


def patch_by_hand(patch, feature):
    total = 0
    for row in range(feature.shape[0]):
        for column in range(feature.shape[1]):
            total += patch[row, column] * feature[row, column]
    return total / (feature.shape[0] * feature.shape[1])


def row_by_hand(image, feature, row):
    rows, columns = feature.shape
    values = []
    for column in range(image.shape[1] - columns + 1):
        values.append(patch_by_hand(image[row : row + rows, column : column + columns], feature))
    return values


def row_over_the_edge(image, feature, row):
    rows, columns = feature.shape
    return [(image[row : row + rows, c : c + columns] * feature).mean() for c in range(image.shape[1])]


def filter_by_hand(image, feature):
    rows = len(feature)
    return np.array([row_by_hand(image, feature, row) for row in range(image.shape[0] - rows + 1)])


def filter_with_windows(image, feature):
    return (sliding_window_view(image, feature.shape) * feature).mean((-2, -1))


def filter_padded(image, feature):
    rows, columns = feature.shape
    values = np.zeros(image.shape)
    padded = np.pad(image, [((side - 1) // 2, side // 2) for side in feature.shape])
    for row, column in np.ndindex(values.shape):
        values[row, column] = (padded[row : row + rows, column : column + columns] * feature).mean()
    return values


def filter_transposed(image, feature):
    rows, columns = feature.shape
    right, down = image.shape[1] - columns + 1, image.shape[0] - rows + 1
    return [[(image[r : r + rows, c : c + columns] * feature).mean() for r in range(down)] for c in range(right)]


def filter_stops_early(image, feature):
    rows, columns = feature.shape
    values = np.zeros((image.shape[0] - rows, image.shape[1] - columns))
    for row, column in np.ndindex(values.shape):
        values[row, column] = (image[row : row + rows, column : column + columns] * feature).mean()
    return values


def filter_over_the_edge(image, feature):
    rows, columns = feature.shape
    values = np.zeros(image.shape)
    for row, column in np.ndindex(image.shape):
        values[row, column] = (image[row : row + rows, column : column + columns] * feature).sum()
    return values / feature.size


def layer_with_loops(maps, features):
    new = []
    for feature in features:
        total = 0
        for one_map, part in zip(maps, feature, strict=True):
            total = total + filter_image(one_map, part)
        new.append(total / len(maps))
    return new


def layer_not_added(maps, features):
    return [[filter_image(m, p) for m, p in zip(maps, feature, strict=True)] for feature in features]


def layer_of_pairs(maps, features):
    return [filter_image(m, p) for feature in features for m, p in zip(maps, feature, strict=True)]


def row_of_seven(image, feature, row):
    return [(image[row : row + 3, c : c + 3] * feature).sum() / 9 for c in range(7)]


def filter_of_seven(image, feature):
    return np.array([row_of_seven(image, feature, row) for row in range(7)])


def filter_of_threes(image, feature):
    values = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for row, column in np.ndindex(values.shape):
        values[row, column] = (image[row : row + 3, column : column + 3] * feature).mean()
    return values


BANK = {
    "02.patch": {
        "right": [patch_by_hand, lambda patch, feature: np.mean(patch * feature)],
        "wrong": [
            (lambda patch, feature: (patch * np.rot90(feature, 2)).mean(), "by half a turn"),
            (lambda patch, feature: (patch * feature).sum() / 8, "divided by 8"),
            (lambda patch, feature: (patch * feature).sum() / 9, "divided by 9"),
            (lambda patch, feature: (patch * feature).sum() / 81, "whole image"),
            (lambda patch, feature: (patch * feature).sum(), "did not divide"),
            (lambda patch, feature: (patch == feature).sum() / feature.size, "share of pixels"),
            (lambda patch, feature: abs((patch * feature).mean()), "minus signs"),
            (lambda patch, feature: max((patch * feature).mean(), 0), "became 0"),
            (lambda patch, feature: patch * feature, "one number"),
            (lambda patch, feature: np.mean(patch @ feature), "use `*`"),
            (lambda patch, feature: (patch * feature[:, ::-1]).mean(), "mirrored, left to right"),
            (lambda patch, feature: 7 / 9, "never uses"),
        ],
    },
    "02.row": {
        "right": [row_by_hand, lambda image, feature, row: filter_image(image, feature)[row]],
        "wrong": [
            (row_over_the_edge, "over the right edge"),
            (row_of_seven, "or 7 places"),
            (lambda image, feature, row: row_by_hand(image, feature, row)[:-1], "one place too soon"),
            (lambda image, feature, row: row_by_hand(image, feature, row - 1), "from 1"),
            (lambda image, feature, row: filter_image(image, feature)[:, row], "down a column"),
            (lambda image, feature, row: row_by_hand(image, np.rot90(feature, 2), row), "by half a turn"),
            (lambda image, feature, row: filter_image(image, feature)[row] * feature.size, "did not divide"),
            (lambda image, feature, row: filter_image(image, feature), "all the rows"),
            (lambda image, feature, row: row_by_hand(image, np.fliplr(feature), row), "mirrored, left to right"),
            (lambda image, feature, row: row_by_hand(image[:row], feature, row), "there is no place 0"),
        ],
    },
    "02.filter": {
        "right": [filter_by_hand, filter_with_windows],
        "wrong": [
            (lambda image, feature: filter_by_hand(image, feature[::-1, ::-1]), "by half a turn"),
            (lambda image, feature: filter_by_hand(image, np.fliplr(feature)), "mirrored"),
            (filter_transposed, "on its side"),
            (filter_padded, "as large as the image"),
            (filter_stops_early, "too small"),
            (filter_over_the_edge, "over the right edge, and over the bottom"),
            (filter_of_seven, "or 7 places"),
            (filter_of_threes, "3 by 3 patches every time."),
            (lambda image, feature: filter_image(image, feature) * feature.size, "did not divide"),
            (lambda image, feature: filter_image(image, feature) * feature.size / 8, "divided by 8"),
            (lambda image, feature: filter_image(image, feature) * feature.size / image.size, "whole image"),
            (lambda image, feature: filter_image(image, feature)[::3, ::3], "with image of"),
            (lambda image, feature: filter_image(image, feature)[::2, ::2], "moved on by 2"),
            (lambda image, feature: np.pad(filter_image(image, feature), ((0, 1), (0, 1))), "too large"),
            (lambda image, feature: np.zeros((7, 7)), "never uses"),
        ],
    },
    "02.layer": {
        "right": [layer_with_loops, filter_maps],
        "wrong": [
            (layer_not_added, "add up the maps"),
            (layer_of_pairs, "for every pair"),
            (lambda maps, features: filter_maps(maps[:1], features[:, :1]), "first map only"),
            (lambda maps, features: filter_maps(maps, features) * len(maps), "divided by its own pixels"),
            (lambda maps, features: filter_maps(maps, features) * features[0].size, "did not divide"),
            (lambda maps, features: filter_maps(maps, features[:, :, ::-1, ::-1]), "by half a turn"),
            (lambda maps, features: filter_maps(maps, features[:, ::-1]), "wrong order"),
            (lambda maps, features: abs(filter_maps(maps, features)), "dropped the minus signs, so"),
            (lambda maps, features: filter_maps(maps, features).clip(0), "became 0. Lesson 4"),
        ],
    },
}
