"""What goes wrong where a feature with a slice for each map adds up what it finds in them: in lessons 2 and 5."""

from functools import partial

import numpy as np

from xo.checks.exercise import spoilt
from xo.filtering import filter_image


def each_filtered(maps, feature):
    """Each map, filtered with its own slice of the feature."""
    return np.array([filter_image(one_map, part) for one_map, part in zip(maps, feature, strict=True)])


def right(maps, feature):
    return each_filtered(maps, feature).mean(0)


of_each = partial(spoilt, each_filtered)
# mistakes of one feature: what is said, and the functions of maps and feature that it is said of
ONE_FEATURE = [
    ("you forgot to add up the maps: one feature looks at all of them and makes one map.", each_filtered),
    (
        "each slice was divided by its own pixels, but a feature has those of all its slices: divide by the maps too.",
        of_each(lambda each: each.sum(0)),
    ),
    (
        "you divided twice: `filter_image` has divided by the pixels of a slice already.",
        lambda maps, feature: each_filtered(maps, feature).sum(0) / feature.size,
    ),
    (
        "you divided by 3 every time, as if there were always three maps. How many maps came in?",
        of_each(lambda each: each.sum(0) / 3),
    ),
    (
        "you divided by 27 every time, and `filter_image` before. By how many maps is there still to divide?",
        of_each(lambda each: each.sum(0) / 27),
    ),
    (
        "you divided by 9, as `filter_image` has done. By how many maps is there still to divide?",
        of_each(lambda each: each.sum(0) / 9),
    ),
    (
        "you divided by the rows of a map. Divide by the number of maps.",
        lambda maps, feature: each_filtered(maps, feature).sum(0) / len(maps[0]),
    ),
    (
        "you divided by the cells of a map. Divide by the number of maps.",
        lambda maps, feature: each_filtered(maps, feature).sum(0) / maps[0].size,
    ),
    (
        "you did not divide. The sum over all maps is divided by the pixels of the whole feature.",
        lambda maps, feature: right(maps, feature) * feature.size,
    ),
    (
        "you divided in every round, so that the first map is divided most. Divide once, after the loop.",
        of_each(lambda each: sum(one / len(each) ** (len(each) - place) for place, one in enumerate(each))),
    ),
    (
        "every slice met every map, as happens, too, where the maps are added first. Each slice has its own map.",
        lambda maps, feature: filter_image(maps.sum(0), feature.sum(0)),
    ),
    (
        "every slice met every map, and you divided by the maps. Each slice has a map of its own.",
        lambda maps, feature: filter_image(maps.sum(0), feature.sum(0)) / len(maps),
    ),
    (
        "every slice met every map, and you took the mean. The first slice belongs to the first map, and so on.",
        lambda maps, feature: filter_image(maps.mean(0), feature.mean(0)),
    ),
    (
        "your first slice met every map. The second slice belongs to the second map, and so on.",
        lambda maps, feature: np.mean([filter_image(one, feature[0]) for one in maps], 0),
    ),
    (
        "your last slice met every map. The first slice belongs to the first map, and so on.",
        lambda maps, feature: np.mean([filter_image(one, feature[-1]) for one in maps], 0),
    ),
    (
        "all slices met the first map. The second slice belongs to the second map.",
        lambda maps, feature: np.mean([filter_image(maps[0], part) for part in feature], 0),
    ),
    (
        "your slices met the maps in the wrong order: the first slice belongs to the first map.",
        lambda maps, feature: right(maps[::-1], feature),
    ),
    ("you looked at the first map only. A feature has a slice for each.", of_each(lambda each: each[0])),
    ("you looked at the last map only: add up what a feature finds in all of them.", of_each(lambda each: each[-1])),
    ("only the first map counts: does `return` stand inside the loop?", of_each(lambda each: each[0] / len(each))),
    (
        "only the last map counts: is your total set anew in each round (`=+`, or `= 0` in the loop)?",
        of_each(lambda each: each[-1] / len(each)),
    ),
    ("you took two maps every time. How many came in?", of_each(lambda each: each[:2].sum(0) / 2)),
    (
        "the last map is missing: `range(n)` ends before n by itself.",
        of_each(lambda each: each[:-1].sum(0) / len(each)),
    ),
    ("the first map is missing: they are counted from 0.", of_each(lambda each: each[1:].sum(0) / len(each))),
    (
        "you kept the largest of what a feature finds in the maps. It adds up; the largest is for pooling.",
        of_each(lambda each: each.max(0)),
    ),
    ("you took the median. One feature adds up what it finds in all maps.", of_each(partial(np.median, axis=0))),
    ("you multiplied the filtered maps with each other. Add them up.", of_each(lambda each: each.prod(0))),
    (
        "your negative values became 0 before you added up the maps. A layer of its own, ReLU, does it after the sum.",
        of_each(lambda each: np.maximum(each, 0).mean(0)),
    ),
    (
        "you dropped the minus signs before you added up the maps. Keep the sign of every slice.",
        of_each(lambda each: np.abs(each).mean(0)),
    ),
    ("you took the mean over the rows. Take it over the maps: `axis=0`.", of_each(lambda each: each.mean(1))),
    (
        "one number is left. Add up, or take the mean, over the maps alone: each place keeps its own.",
        of_each(np.sum),
        of_each(np.mean),
    ),
    (
        "image and feature have changed places: `filter_image(image, feature)`.",
        lambda maps, feature: sum(filter_image(part, one_map) for one_map, part in zip(maps, feature, strict=True)),
    ),
    (
        "you laid the slices on their side (transposed). Lay them on as they are.",
        lambda maps, feature: right(maps, feature.swapaxes(1, 2)),
    ),
    (
        "you turned the slices by half a turn. Lay them on as they are.",
        lambda maps, feature: right(maps, feature[:, ::-1, ::-1]),
    ),
]
