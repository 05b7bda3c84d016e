"""The exercises of lesson 2: one patch, one row of a map, a whole map, a layer."""

import re

import numpy as np

from xo.checks.exercise import Exercise, adapted, spoilt
from xo.checks.products import wrong_products
from xo.checks.slices import ONE_FEATURE, each_filtered
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
        pairs = zip(maps, feature, strict=True)  # each map with its own slice of the feature
        new_maps.append(sum(filter_image(one_map, its_slice) for one_map, its_slice in pairs) / len(maps))
    return np.array(new_maps)


# What plausible wrong answers do. Everywhere the image comes first and the feature second.
def _then(right, change):
    """The right answer, spoilt at the end: `change` gets the result, the image and the feature."""
    return lambda *given: change(np.array(right(*given)), *given[:2])


def _with(right, change):
    """The right answer to another question: `change` gets the feature."""
    return lambda image, feature, *row: right(image, change(feature), *row)


FEATURES_CHANGED = [  # what is said, and what was done to the feature
    (
        "you turned the feature by half a turn, as mathematicians do. Networks lay it on as it is.",
        lambda feature: feature[..., ::-1, ::-1],
    ),
    ("your feature is mirrored, left to right. Lay it on as it is.", lambda feature: feature[..., ::-1]),
]
RESULTS_CHANGED = [  # what is said, and what was done to the right result
    (
        "you added up but did not divide. A perfect match should come out as exactly 1.",
        lambda value, image, feature: value * feature.size,
    ),
    (
        "you divided by 8. A feature of 3 by 3 has 9 pixels: the one in the middle counts as well.",
        lambda value, image, feature: value * feature.size / 8,
    ),
    (
        "you divided by one less than the number of pixels. Count the pixels of the feature again.",
        lambda value, image, feature: value * feature.size / (feature.size - 1),
    ),
    (
        "you divided by the sum of the feature's pixels. Divide by how many they are.",
        lambda value, image, feature: value * feature.size / feature.sum(),
    ),
    (
        "you divided by 6, rows plus columns of a feature of 3 by 3. How many pixels has it?",
        lambda value, image, feature: value * feature.size / 6,
    ),
    (
        "you divided by 9 every time. That is right for 3 by 3 only: how many pixels has this feature?",
        lambda value, image, feature: value * feature.size / 9,
    ),
    (
        "you divided by the number of rows. All pixels of the feature take part, so divide by all of them.",
        lambda value, image, feature: value * feature.size / len(feature),
    ),
    (
        "you divided by the pixels of the whole image. Only those under the feature took part in the sum.",
        # a lone patch was cut from an image of 81
        lambda value, image, feature: value * feature.size / (81 if image.shape == feature.shape else image.size),
    ),
    (
        "your negative values became 0. Lesson 4 will do that; here they say 'the opposite is here'.",
        lambda value, image, feature: np.maximum(value, 0),
    ),
    (
        "you dropped the minus signs, so a patch and its negative look the same. Keep the sign of the sum.",
        lambda value, image, feature: np.abs(value),
    ),
]


def _common(right):
    """The mistakes that can be made with one patch, with a row and with a whole map."""
    changed = adapted(FEATURES_CHANGED, lambda change: _with(right, change))
    return changed + adapted(RESULTS_CHANGED, lambda change: _then(right, change))


def _fitting(image, sides):
    """At how many places, down and across, a patch of these sides fits into the image."""
    return [length - side + 1 for length, side in zip(image.shape, sides, strict=True)]


def _at(choose):
    """A map, or one row of it, from other places than it should be, or of other patches.

    choose: takes image and feature; returns how many places there are, (down, across), and the sides of a patch
    """

    def wrong(image, feature, row=None):
        (rows, columns), (high, wide) = choose(image, feature)
        patches = [
            [image[top : top + high, left : left + wide] for left in range(columns)]
            for top in (range(rows) if row is None else [row])
        ]
        values = np.array([[(patch * feature).mean() for patch in line] for line in patches])
        return values if row is None else values[0]

    return wrong


def _always(sides):
    """Patches of these sides, at all places where such a patch fits, whatever the feature. sides: from the feature"""
    return _at(lambda image, feature: (_fitting(image, sides(feature)), sides(feature)))


def _cut(cut, match=lambda patch, feature: (patch * feature).mean()):
    """A map, or one row of it, of what is cut out otherwise, or matched otherwise.

    cut: takes image, row, column, rows and columns, as `image[row : row + rows, column : column + columns]` would
    """

    def wrong(image, feature, only=None):
        rows, columns = _fitting(image, feature.shape)
        lines = [
            [match(cut(image, row, column, *feature.shape), feature) for column in range(columns)]
            for row in (range(rows) if only is None else [only])
        ]
        return np.array(lines) if only is None else np.array(lines[0])

    return wrong


def _patch(image, row, column, rows, columns):
    return image[row : row + rows, column : column + columns]


CUT_OTHERWISE = [
    (
        "a patch ends at `row + rows` and `column + columns`, not at `rows` and `columns`: it moves on with its start.",
        _cut(lambda image, row, column, rows, columns: image[row:rows, column:columns]),
    ),
    (
        "you took a single pixel of the image. A patch is as large as the feature.",
        _cut(lambda image, row, column, rows, columns: image[row, column]),
    ),
    (
        "you cut one row of pixels out. The patch has as many rows as the feature.",
        _cut(lambda image, row, column, rows, columns: image[row, column : column + columns]),
    ),
    (
        "your patch is one row and one column too small: a slice ends *before* its second number.",
        _cut(lambda image, row, column, rows, columns: _patch(image, row, column, rows - 1, columns - 1)),
    ),
]


def _cut_across(image, feature):
    """Rows taken for columns where the patch is cut out."""
    values, (rows, columns) = np.zeros_like(my_filter(image, feature)), feature.shape
    for row, column in np.ndindex(values.shape):
        values[row, column] = (image[column : column + rows, row : row + columns] * feature).mean()
    return values


def _framed(image, feature):
    """The map in the corner of an array as large as the image."""
    values, found = np.zeros(image.shape), my_filter(image, feature)
    values[: found.shape[0], : found.shape[1]] = found
    return values


def _on_the_image(image, feature):
    values, kept = my_filter(image, feature), image.copy()
    kept[: len(values), : len(values[0])] = values
    return kept


def _leaps(image, feature):
    values, (rows, columns) = my_filter(image, feature), feature.shape
    kept = np.zeros_like(values)
    kept[::rows, ::columns] = values[::rows, ::columns]
    return kept


def _padded(image, feature, black):
    around = [((side - 1) // 2, side // 2) for side in feature.shape]
    return my_filter(np.pad(image, around, constant_values=black), feature)


def _one_row(image, feature, row):
    width = feature.shape[1]
    places = range(image.shape[1] - width + 1)
    return [(image[row, place : place + width] * feature[0]).mean() for place in places]


def _pairs(maps, features):
    return np.array([each_filtered(maps, feature) for feature in features])


def _with_every_feature(wrong):
    return lambda maps, features: np.array([wrong(maps, feature) for feature in features])


IN_A_PATCH = [  # what goes wrong with one patch, alone or at every place
    (
        "you took the number of rows for both sides. A feature has rows *and* columns: `feature.shape` has both.",
        lambda patch, feature: (patch * feature)[:, : len(feature)].sum() / len(feature) ** 2,
        lambda patch, feature: (patch * feature).sum() / len(feature) ** 2,
    ),
    (
        "you counted the pixels that agree, took away those that do not, and did not divide.",
        lambda patch, feature: (patch == feature).sum() - (patch != feature).sum(),
    ),
    (
        "you counted the pixels that agree and those that do not. For ±1 that is the score; greys do not count so.",
        lambda patch, feature: 2 * (patch == feature).mean() - 1,
    ),
    (
        "you gave the share of pixels that agree. Those that disagree count too: each takes 1 away.",
        lambda patch, feature: (patch == feature).mean(),
    ),
    ("you counted the pixels that agree. That is no score yet.", lambda patch, feature: (patch == feature).sum()),
    ("you counted the pixels that agree, of 9.", lambda patch, feature: (patch == feature).sum() / 9),
    (
        "you took the difference away from 1. For pixels of ±1 that is the score; for greys it is not: multiply.",
        lambda patch, feature: 1 - np.abs(patch - feature).mean(),
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
    *[
        mistake
        for mistake in wrong_products(lambda patch, feature: (patch, feature, feature.size))
        if not re.search(
            "half a turn|one side, squared|one less|of one of the two met", mistake[0]
        )  # above, in other words
    ],
]
AT_EVERY_PLACE = adapted(IN_A_PATCH, lambda match: _cut(_patch, match))

PATCH = Exercise(
    "02.patch",
    right=match_patch,
    cases=[
        (X[:3, :3], BACKSLASH),
        (X[3:6, 4:7], L),
        (X[2:4, 1:4], HOOK),
        (X[:3, 3:6], CROSS),
        (SHADES, L),
        (SHADES, GREY[:3, 4:]),
    ],
    mistakes=[*_common(match_patch), *IN_A_PATCH],
    hints=[
        "Three steps, as with whole pictures in lesson 1: multiply, add up, divide.",
        "Equal pixels give the product 1, different ones −1. By how many pixels is there to divide, for any feature?",
    ],
    praise="a perfect match gives 1, its negative −1, whatever the size of the feature.",
)

OVER = "your feature seems to run over the"
EDGE = "A feature 3 wide fits into 9 columns at 9 − 3 + 1 = 7 places."
OVER_RIGHT_EDGE = (
    f"{OVER} right edge: its patch is too small there. {EDGE}",
    _at(lambda image, feature: ((_fitting(image, feature.shape)[0], image.shape[1]), feature.shape)),
)
WRONG_SIDES = [
    (
        "you took 3 by 3 patches (or 7 places) every time. Use the sizes of what came.",
        _at(lambda image, feature: ((7, 7), (3, 3))),
    ),
    (
        "you took one side of the feature for both. It has rows *and* columns, and they may differ.",
        _always(lambda feature: (feature.shape[0], feature.shape[0])),
        _always(lambda feature: (feature.shape[1], feature.shape[1])),
    ),
    (
        "you took the rows of the feature for its columns: `rows, columns = feature.shape`, rows first.",
        _always(lambda feature: feature.shape[::-1]),
    ),
]
SMALL = np.array([[1.0, -1], [-1, 1]])
ROW = Exercise(
    "02.row",
    right=map_row,
    cases=[(X, BACKSLASH, 1), (ROTATED_X, L, 2), (X, SMALL, 3), (GREY, HOOK, 2), (GREY, SHADES, 1)],
    mistakes=[
        *_common(map_row),
        *CUT_OTHERWISE,
        *AT_EVERY_PLACE,
        (
            "you took rows for columns where you cut the patch out: rows first, then columns.",
            lambda image, feature, row: _cut_across(image, feature)[row],
        ),
        (
            "that is the row below. Python's first row is row 0.",
            lambda image, feature, row: my_filter(image, feature)[row + 1],
        ),
        OVER_RIGHT_EDGE,
        *WRONG_SIDES,
        (
            "you took the rows of the image for its columns: `image.shape[1]` is how many columns it has.",
            lambda image, feature, row: map_row(image, feature, row)[: len(image) - feature.shape[1] + 1],
        ),
        (
            "you took rows for columns, in the image and in the feature: a row goes over the *columns*.",
            lambda image, feature, row: map_row(image, feature, row)[: len(image) - len(feature) + 1],
        ),
        (
            "you move on by 2. The feature is tried at every place, so move on by 1.",
            lambda image, feature, row: map_row(image, feature, row)[::2],
        ),
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
    cases=[(X, BACKSLASH), (ROTATED_X, L), (X, SMALL), (GREY, HOOK), (GREY, L), (GREY, SHADES)],
    mistakes=[
        *_common(my_filter),
        (
            "rows and columns of your feature have changed places. Lay it on as it is.",
            lambda image, feature: my_filter(image, feature.T),
        ),
        *CUT_OTHERWISE,
        *AT_EVERY_PLACE,
        (
            "each row holds its last value all along: `values[row]` is a whole row, `values[row, column]` one cell.",
            spoilt(my_filter, lambda values: np.repeat(values[:, -1:], values.shape[1], 1)),
        ),
        (
            "you moved on by a whole feature, so most of the map stayed 0. Move by one pixel: the patches overlap.",
            _leaps,
        ),
        (
            "you filled a copy of the image, so its own pixels are left at the edges. How large is the map?",
            _on_the_image,
        ),
        ("you only say where the match is perfect.", spoilt(my_filter, lambda values: values == 1)),
        ("one number is left. A map has one for each place.", spoilt(my_filter, lambda values: values[-1, -1])),
        ("that is the first column of the map. Let the column change as well.", spoilt(my_filter, lambda v: v[:, 0])),
        ("your rows and columns changed places: the map lies on its side.", spoilt(my_filter, np.transpose)),
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
        (
            f"your map is one row and one column too large: the last row and column are no places any more. {EDGE}",
            spoilt(my_filter, lambda values: np.pad(values, ((0, 1), (0, 1)))),
            lambda image, feature: my_filter(np.pad(image, ((0, 1), (0, 1))), feature),
        ),
        ("you moved on by 2 pixels. The feature is tried at every place.", spoilt(my_filter, lambda v: v[::2, ::2])),
        OVER_RIGHT_EDGE,
        (
            f"{OVER} right edge, and over the bottom one: its patch is too small there. {EDGE}",
            _at(lambda image, feature: (image.shape, feature.shape)),
        ),
        ("you took rows for columns where you cut the patch out: rows first, then columns.", _cut_across),
        (
            f"{OVER} bottom edge: its patch is too small there. {EDGE}",
            _at(lambda image, feature: ((len(image), _fitting(image, feature.shape)[1]), feature.shape)),
        ),
        (
            "you took 3 by 3 patches every time. `feature.shape` says how large they should be.",
            _always(lambda feature: (3, 3)),
        ),
        *WRONG_SIDES,
        ("you made the map as large as the image, so zeros are left at its edges. How many places are there?", _framed),
        (
            "you took the rows of the image for its columns, as if it were square: `image.shape` has both.",
            _at(lambda image, feature: ([len(image) - side + 1 for side in feature.shape], feature.shape)),
        ),
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
        *adapted(ONE_FEATURE, _with_every_feature),
        (
            "you divided by 9 every time. A feature has 9 pixels for *each* of the maps: `features[0].size`.",
            lambda maps, features: filter_maps(maps, features) * features[0].size / 9,
        ),
        (
            "you made a map for every pair of map and feature. A feature adds up what it finds in all the maps.",
            lambda maps, features: np.concatenate(_pairs(maps, features)),
        ),
        (
            "you added up over the features. Each feature keeps its own map; add up over the maps it looks at.",
            lambda maps, features: _pairs(maps, features).sum(0) / len(features),
        ),
        (
            "you divided by the number of features. Each makes a map of its own; how many maps does it look at?",
            lambda maps, features: _pairs(maps, features).sum(1) / len(features),
        ),
        (
            "you added up the features as well. Each makes a map of its own: set the total back to 0 for each.",
            lambda maps, features: _pairs(maps, features).sum((0, 1)) / len(maps),
        ),
        (
            "you kept a map after every slice. Append once for each feature, after its inner loop.",
            lambda maps, features: np.concatenate(_pairs(maps, features).cumsum(1) / len(maps)),
        ),
        ("only your first feature made a map. Go through all of them.", spoilt(filter_maps, lambda maps: maps[0])),
        (
            "your negative values became 0. Lesson 4 will do that; here they say 'the opposite is here'.",
            lambda maps, features: np.maximum(filter_maps(maps, features), 0),
        ),
        (
            "you dropped the minus signs, so a patch and its negative look the same. Keep the sign of the sum.",
            spoilt(filter_maps, np.abs),
        ),
    ],
    hints=[
        "Go through the features; each makes one map. `filter_image` (or your `my_filter`) does one pair.",
        "`zip(maps, feature)` pairs each map with its slice: filter each pair, add up, divide by `len(maps)`.",
    ],
    praise="a convolution layer: as many maps come out as there are features.",
)

EXERCISES = [PATCH, ROW, FILTER, LAYER]
