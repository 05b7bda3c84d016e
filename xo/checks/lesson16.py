"""The exercises of lesson 16: one place of a feature that looks at several maps, and how many numbers a layer has."""

from functools import partial

import numpy as np

from xo.checks.exercise import Exercise, spoilt


def match_at(maps, feature, row, column):
    side = feature.shape[1]
    patch = maps[:, row : row + side, column : column + side]
    return (patch * feature).sum() / feature.size


def count_numbers(features, maps, side):
    return features * (maps * side * side + 1)


# What plausible wrong answers do.
def _products(maps, feature, row, column):
    """What the right patch makes, before it is added up."""
    return _patch(maps, feature, row, column) * feature


_of_products = partial(spoilt, _products)


def _around(maps, feature, row, column, least=0):
    """The patch begins before the place, as if that were its middle; least: or at this row and column."""
    reach = feature.shape[1] // 2
    return match_at(maps, feature, max(least, row - reach), max(least, column - reach))


def _around_whole(maps, feature, row, column):
    """The same, one pixel to each side, whatever fits there."""
    return (maps[:, row - 1 : row + 2, column - 1 : column + 2] * feature).mean()


def _patch(maps, feature, row, column):
    rows, columns = feature.shape[1:]
    return maps[:, row : row + rows, column : column + columns]


def _maps(count, start):
    return np.round(np.cos(start + np.arange(count * 42.0) ** 1.3), 2).reshape(count, 6, 7)


FEATURE = np.round(np.sin(1 + np.arange(36.0) ** 1.2), 1)

PLACE = Exercise(
    "16.place",
    right=match_at,
    cases=[
        (_maps(3, 0), FEATURE[:27].reshape(3, 3, 3), 1, 2),
        (_maps(3, 1), FEATURE[4:16].reshape(3, 2, 2), 3, 1),
        (_maps(2, 2), FEATURE[:18].reshape(2, 3, 3), 0, 3),
        (_maps(4, 3), FEATURE.reshape(4, 3, 3), 2, 1),
    ],
    mistakes=[
        (
            "you divided by the pixels of one map only. Divide by all: the maps count, too.",
            _of_products(lambda values: values.sum() / values[0].size),
        ),
        ("you added up, but did not divide by how many products there are.", _of_products(np.sum)),
        ("you looked at the first map only. Add up over all maps.", _of_products(lambda values: values[0].mean())),
        (
            "you added up the first map only, and divided by the products of all.",
            _of_products(lambda values: values[0].sum() / values.size),
        ),
        (
            "you kept the last map only. In a loop `=` begins anew, and `+=` adds.",
            _of_products(lambda values: values[-1].sum() / values.size),
            _of_products(lambda values: values[-1].mean()),
        ),
        (
            "you gave a number for each map. A feature makes one number of all maps together.",
            _of_products(lambda values: values.mean((1, 2))),
        ),
        (
            "you gave a sum for each map. Add those up as well, and divide once by all.",
            _of_products(lambda values: values.sum((1, 2))),
        ),
        ("you took the best map. All of them count: add up.", _of_products(lambda values: values.mean((1, 2)).max())),
        (
            "you added up over the maps only. Rows and columns of the patch are added up as well.",
            _of_products(lambda values: values.mean(0)),
        ),
        (
            "row and column have changed places.",
            lambda maps, feature, row, column: match_at(maps.swapaxes(1, 2), feature.swapaxes(1, 2), row, column),
        ),
        (
            "your patch begins before the place. The place is its upper left corner.",
            _around,
            partial(_around, least=-9),
            _around_whole,
        ),
        (
            "you counted rows and columns from 1. They count from 0: the first one is 0.",
            lambda maps, feature, row, column: match_at(maps, feature, row + 1, column + 1),
        ),
        (
            "you took the mean of the maps first. Each slice lies on its own map.",
            lambda maps, feature, *place: match_at(maps.mean(0)[None], feature.mean(0)[None], *place),
        ),
        (
            "your patch is one row. It has as many rows as the feature.",
            _of_products(lambda values: values[:, 0].mean()),
        ),
        (
            "you laid the feature's first slice on every map. Each map has a slice of its own.",
            lambda maps, feature, row, column: match_at(maps, feature[:1].repeat(len(maps), 0), row, column),
        ),
        (
            "you turned the feature over. Lay it on the patch as it is.",
            lambda maps, feature, row, column: match_at(maps, feature[:, ::-1, ::-1], row, column),
        ),
        (
            "you laid all slices on the first map. Each slice lies on its own map.",
            lambda maps, feature, *place: (_patch(maps, feature, *place)[0] * feature).mean(),
        ),
        ("you divided by 27, however large the feature is.", _of_products(lambda values: values.sum() / 27)),
        ("you divided by 9, however large the feature is.", _of_products(lambda values: values.sum() / 9)),
        ("you divided by 3, however many maps and pixels there are.", _of_products(lambda values: values.sum() / 3)),
        (
            "you divided by how many maps there are. The pixels of the feature count, too.",
            _of_products(lambda values: values.sum() / len(values)),
        ),
        (
            "you divided by the side of the feature, not by how many products there are.",
            _of_products(lambda values: values.sum() / values.shape[1]),
        ),
        (
            "you divided by all pixels of the maps. Divide by how many products there are.",
            lambda maps, feature, *place: _products(maps, feature, *place).sum() / maps.size,
        ),
        (
            "you divided by the feature's own sum. Divide by how many products there are.",
            lambda maps, feature, *place: _products(maps, feature, *place).sum() / feature.sum(),
        ),
        (
            "you took one pixel of each map. The patch is as large as the feature.",
            lambda maps, feature, row, column: (maps[:, row, column] * feature).sum() / feature.size,
            lambda maps, feature, row, column: (maps[:, row, column] * feature[:, 0, 0]).mean(),
        ),
        ("you took the mean of the patch. Multiply it by the feature first.", spoilt(_patch, np.mean)),
        (
            "you added the feature to the patch. Multiply.",
            lambda maps, feature, *place: (_patch(maps, feature, *place) + feature).mean(),
        ),
        (
            "`@` multiplies rows by columns. Place by place it is `*`.",
            lambda maps, feature, *place: (_patch(maps, feature, *place) @ feature).mean(),
            lambda maps, feature, *place: (_patch(maps, feature, *place) @ feature).sum() / feature.size,
        ),
        ("you took the largest product. Add all of them up.", _of_products(np.max)),
        ("you gave the products, or a patch. Add up: one number comes out.", _products, _patch),
    ],
    hints=[
        "`maps[:, row : row + side, column : column + side]` is the patch in every map. How large is `side`?",
        "Multiply the patch by the feature, add everything up, and divide by `feature.size`.",
    ],
    praise="that is the whole convolution layer, at one place: one number of all maps together.",
)

NUMBERS = Exercise(
    "16.numbers",
    right=count_numbers,
    cases=[(4, 3, 3), (1, 3, 5), (8, 1, 3), (16, 8, 2), (2, 4, 7)],
    mistakes=[
        ("you left out the biases: each feature has one.", lambda features, maps, side: features * maps * side**2),
        (
            "you left out the maps: a feature has numbers for each of them.",
            lambda features, maps, side: features * (side**2 + 1),
        ),
        (
            "you counted a bias for each map. A feature has one, added to its sum.",
            lambda features, maps, side: features * maps * (side**2 + 1),
            lambda features, maps, side: features * maps * side**2 + maps,
        ),
        (
            "you counted one feature only.",
            lambda features, maps, side: maps * side**2 + 1,
            lambda features, maps, side: maps * side**2 + features,
        ),
        (
            "you counted a bias for each pixel. A feature has one.",
            lambda features, maps, side: features * (maps + 1) * side**2,
        ),
        (
            "you squared more than the side: only the side comes twice.",
            lambda features, maps, side: features * ((maps * side) ** 2 + 1),
            lambda features, maps, side: (features * maps * side) ** 2 + features,
        ),
        (
            "you added where it takes products: each feature has `side` by `side` numbers for each map.",
            lambda features, maps, side: features + maps + side**2 + 1,
            lambda features, maps, side: features + maps + side**2,
            lambda features, maps, side: (features + maps) * side**2 + features,
        ),
        (
            "you counted one bias for the whole layer. Each feature has its own.",
            lambda features, maps, side: features * maps * side**2 + 1,
        ),
        (
            "a feature has `side` by `side` pixels, not `side`.",
            lambda features, maps, side: features * (maps * side + 1),
        ),
        (
            "`side * 2` is twice the side. The pixels are `side * side`.",
            lambda features, maps, side: features * (maps * side * 2 + 1),
        ),
        ("you took three maps, however many there are.", lambda features, maps, side: features * (3 * side**2 + 1)),
        ("you took 3 by 3 pixels, however large the feature is.", lambda features, maps, _: features * (maps * 9 + 1)),
        (
            "you counted `maps` numbers and `side` by `side` numbers. Each map has its own `side` by `side`.",
            lambda features, maps, side: features * (maps + side**2 + 1),
        ),
    ],
    hints=[
        "Begin with one feature: how many numbers does it have for one map, and for all?",
        "One bias more for each feature, and then as many of those as there are features.",
    ],
    praise="only the first layer of a network grows when colour comes in.",
)

EXERCISES = [PLACE, NUMBERS]
