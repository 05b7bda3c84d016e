"""The exercises of lesson 2: one patch, one row of a map, a whole map, a layer."""

import numpy as np

from xo.checks.exercise import Exercise
from xo.filtering import BACKSLASH, CROSS, FEATURES, filter_image, filter_maps
from xo.images import ROTATED_X, X, read_image

L = read_image("#..\n#..\n###")
HOOK = read_image("#.#\n#..")
GREY = np.round(np.sin(np.arange(35.0)).reshape(5, 7), 2)
SHADES = GREY[1:4, :3]


def match_patch(patch, feature):
    return (patch * feature).sum() / feature.size


def map_row(image, feature, row):
    rows, columns = feature.shape
    places = range(image.shape[1] - columns + 1)
    return [(image[row : row + rows, place : place + columns] * feature).mean() for place in places]


def my_filter(image, feature):
    rows, columns = feature.shape
    values = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for row, column in np.ndindex(values.shape):
        patch = image[row : row + rows, column : column + columns]
        values[row, column] = (patch * feature).sum() / feature.size
    return values


def my_filter_maps(maps, features):
    new_maps = []
    for feature in features:
        pairs = zip(maps, feature, strict=True)  # each map with its own part of the feature
        new_maps.append(sum(filter_image(one_map, part) for one_map, part in pairs) / len(maps))
    return np.array(new_maps)


# What plausible wrong answers do. Everywhere the image comes first and the feature second.
def _then(right, change):
    """The right answer, spoilt at the end: `change` gets the result, the image and the feature."""
    return lambda *given: change(np.array(right(*given)), *given[:2])


def _pixels(image, feature):
    return 81 if image.shape == feature.shape else image.size  # a lone patch was cut from an image of 81


def _common(right):
    return [
        (
            "you turned the feature by half a turn, as mathematicians do. Networks lay it on as it is.",
            lambda image, feature, *row: right(image, feature[..., ::-1, ::-1], *row),
        ),
        (
            "your feature is mirrored, left to right. Lay it on as it is.",
            lambda image, feature, *row: right(image, feature[..., ::-1], *row),
        ),
        (
            "you added up but did not divide. A perfect match should come out as exactly 1.",
            _then(right, lambda value, image, feature: value * feature.size),
        ),
        (
            "you divided by 8. A feature of 3 by 3 has 9 pixels: the one in the middle counts as well.",
            _then(right, lambda value, image, feature: value * feature.size / 8),
        ),
        (
            "you divided by one less than the number of pixels. Count the pixels of the feature again.",
            _then(right, lambda value, image, feature: value * feature.size / (feature.size - 1)),
        ),
        (
            "you divided by 9 every time. That is right for 3 by 3 only: how many pixels has this feature?",
            _then(right, lambda value, image, feature: value * feature.size / 9),
        ),
        (
            "you divided by the number of rows. All pixels of the feature take part, so divide by all of them.",
            _then(right, lambda value, image, feature: value * feature.size / len(feature)),
        ),
        (
            "you divided by the pixels of the whole image. Only those under the feature took part in the sum.",
            _then(right, lambda value, image, feature: value * feature.size / _pixels(image, feature)),
        ),
        (
            "your negative values became 0. Lesson 4 will do that; here they say 'the opposite is here'.",
            _then(right, lambda value, image, feature: np.maximum(value, 0)),
        ),
        (
            "you dropped the minus signs, so a patch and its negative look the same. Keep the sign of the sum.",
            _then(right, lambda value, image, feature: np.abs(value)),
        ),
    ]


def _stop(*given):
    raise ValueError("a patch smaller than the feature")


def _only_for(right, *sizes):
    """Right for a feature (and an image) of these sizes; with any other it stops, as fixed numbers do."""
    return lambda image, feature, *row: (
        right(image, feature, *row) if (feature.shape, image.shape)[: len(sizes)] == sizes else _stop(image, feature)
    )


def _padded(image, feature, black):
    around = [((side - 1) // 2, side // 2) for side in feature.shape]
    return my_filter(np.pad(image, around, constant_values=black), feature)


def _one_row(image, feature, row):
    width = feature.shape[1]
    places = range(image.shape[1] - width + 1)
    return [(image[row, place : place + width] * feature[0]).mean() for place in places]


def _pairs(maps, features):
    pairs = [zip(maps, feature, strict=True) for feature in features]
    return np.array([[filter_image(one_map, part) for one_map, part in line] for line in pairs])


PATCH = Exercise(
    "02.patch",
    right=match_patch,
    cases=[(X[:3, :3], BACKSLASH), (X[3:6, 4:7], L), (X[2:4, 1:4], HOOK), (X[:3, 3:6], CROSS), (SHADES, L)],
    mistakes=[
        *_common(match_patch),
        (
            "you gave the share of pixels that agree. Those that disagree count too: each takes 1 away.",
            lambda patch, feature: (patch == feature).mean(),
        ),
        (
            "the products are right. Now make one number of them: add them up and divide.",
            lambda patch, feature: patch * feature,
        ),
        (
            "you added where you should multiply. Only a product says 'same' (1) or 'different' (−1).",
            lambda patch, feature: (patch + feature).mean(),
        ),
        (
            "`@` multiplies rows by columns. Here each pixel meets the one at its own place: use `*`.",
            lambda patch, feature: (patch @ feature).mean(),
        ),
    ],
    hints=[
        "Three steps, as with whole pictures in lesson 1: multiply, add up, divide.",
        "Equal pixels give the product 1, different ones −1. By how many pixels is there to divide, for any feature?",
    ],
    praise="a perfect match gives 1, its negative −1, whatever the size of the feature.",
)

ALWAYS = "you took 3 by 3 patches (or 7 places) every time. Use the sizes of what came."
EDGE = "A feature 3 wide fits into 9 columns at 9 − 3 + 1 = 7 places."
ROW = Exercise(
    "02.row",
    right=map_row,
    cases=[(X, BACKSLASH, 1), (ROTATED_X, L, 2), (GREY, HOOK, 2)],
    mistakes=[
        *_common(map_row),
        (f"your feature seems to run over the right edge: its patch is too small there. {EDGE}", _stop),
        (ALWAYS, _only_for(map_row, (3, 3))),
        (f"your row stops one place too soon. {EDGE}", lambda *given: map_row(*given)[:-1]),
        (
            "you went down a column. Keep the row, and let the column change.",
            lambda image, feature, row: my_filter(image, feature)[:, row],
        ),
        ("you compared one row of pixels only. The patch has as many rows as the feature.", _one_row),
        (
            "you moved on by a whole feature each time. Move by one pixel: the patches overlap.",
            lambda image, feature, row: map_row(image, feature, row)[:: feature.shape[1]],
        ),
        (
            "you counted the rows from 1. Python's first row is row 0.",
            lambda image, feature, row: my_filter(image, feature)[row - 1],
        ),
        (
            "you gave all the rows of the map. This exercise asks for one of them.",
            lambda image, feature, row: my_filter(image, feature),
        ),
    ],
    hints=[
        "The patch at a place is `image[row : row + rows, place : place + columns]`.",
        "Start with an empty list, go through `range(image.shape[1] - columns + 1)`, append each match.",
    ],
    praise="that is one row of the map; the next exercise needs all of them.",
)

FILTER = Exercise(
    "02.filter",
    right=my_filter,
    cases=[(X, BACKSLASH), (ROTATED_X, L), (GREY, HOOK), (GREY, L)],
    mistakes=[
        *_common(my_filter),
        (
            "your rows and columns changed places: the map lies on its side.",
            lambda image, feature: my_filter(image, feature).T,
        ),
        (
            "your map is as large as the image: the feature hung over the edge. Here it stays inside.",
            lambda image, feature: _padded(image, feature, 0),
        ),
        (
            "your map is as large as the image: you laid black pixels around it. Here the feature stays inside.",
            lambda image, feature: _padded(image, feature, -1),
        ),
        (
            f"your map is one row and one column too small: the last place is missing. {EDGE}",
            lambda image, feature: my_filter(image, feature)[:-1, :-1],
        ),
        (f"your feature seems to run over the edge: its patch is too small there. {EDGE}", _stop),
        (
            "you took 3 by 3 patches every time. `feature.shape` says how large they should be.",
            _only_for(my_filter, (3, 3)),
        ),
        (ALWAYS, _only_for(my_filter, (3, 3), (9, 9))),
        (
            "you moved on by a whole feature each time. Move by one pixel: the patches overlap.",
            lambda image, feature: my_filter(image, feature)[:: feature.shape[0], :: feature.shape[1]],
        ),
    ],
    hints=[
        "Two loops, one inside the other: over the rows of the map, and over its columns.",
        "Make `np.zeros((rows, columns))` of the map first, then fill it. How many rows has the map?",
    ],
    praise="exactly what the package gives, for images and features of any size.",
)

LAYER = Exercise(
    "02.layer",
    right=my_filter_maps,
    cases=[
        (X[None], FEATURES[:, None]),
        (np.stack([X, ROTATED_X]), np.stack([[BACKSLASH, L], [L, CROSS], [CROSS, -L]])),
        (np.stack([GREY, -GREY, GREY[::-1]]), np.stack([[HOOK, -HOOK, HOOK[::-1]], [-HOOK, HOOK, HOOK]])),
    ],
    mistakes=[
        ("you forgot to add up the maps: one feature looks at all of them and makes one map.", _pairs),
        (
            "you made a map for every pair of map and feature. A feature adds up what it finds in all the maps.",
            lambda maps, features: np.concatenate(_pairs(maps, features)),
        ),
        (
            "each feature looked at the first map only. It has a part for every map.",
            lambda maps, features: _pairs(maps, features)[:, 0],
        ),
        (
            "you added up over the features. Each feature keeps its own map; add up over the maps it looks at.",
            lambda maps, features: _pairs(maps, features).sum(0) / len(features),
        ),
        (
            "you divided by the pixels of one part. A feature for 2 maps has 2 parts: 2 times 9, 18 pixels.",
            lambda maps, features: _pairs(maps, features).sum(1),
        ),
        ("you added up but did not divide.", lambda maps, features: filter_maps(maps, features) * features[0].size),
        (
            "your negative values became 0. Lesson 4 will do that; here they say 'the opposite is here'.",
            lambda maps, features: np.maximum(filter_maps(maps, features), 0),
        ),
        (
            "you dropped the minus signs, so a patch and its negative look the same. Keep the sign of the sum.",
            lambda maps, features: np.abs(filter_maps(maps, features)),
        ),
        (
            "you dropped the minus signs before you added up the maps. Keep the sign of every part.",
            lambda maps, features: np.abs(_pairs(maps, features)).mean(1),
        ),
        (
            "your negative values became 0 before you added up the maps. That is for lesson 4, and after the sum.",
            lambda maps, features: np.maximum(_pairs(maps, features), 0).mean(1),
        ),
        (
            "you turned the features by half a turn. Lay them on as they are.",
            lambda maps, features: filter_maps(maps, features[..., ::-1, ::-1]),
        ),
        (
            "your parts met the maps in the wrong order: the first part belongs to the first map.",
            lambda maps, features: filter_maps(maps[::-1], features),
        ),
    ],
    hints=[
        "Go through the features; each makes one map. `filter_image` (or your `my_filter`) does one pair.",
        "`zip(maps, feature)` pairs each map with its part: filter each pair, add up, divide by `len(maps)`.",
    ],
    praise="a convolution layer: as many maps come out as there are features.",
)

EXERCISES = [PATCH, ROW, FILTER, LAYER]
