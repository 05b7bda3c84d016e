"""The exercises of lesson 4: ReLU of one number, of maps, and two linear layers that are one."""

import numpy as np

from xo.checks.exercise import Exercise, spoilt
from xo.filtering import BACKSLASH, CROSS, filter_image
from xo.images import read_image
from xo.relu import relu

L = read_image("#..\n#..\n###")
SLANT = np.array([[0.5, -1, 0], [2, 0.25, -0.5], [-1, 1, 3]])
MAPS = np.round(2 * np.sin(np.arange(24.0)), 2).reshape(2, 3, 4)


def relu_of_one(value):
    return max(value, 0)


def my_relu(maps):
    result = maps.copy()
    result[result < 0] = 0
    return result


def one_feature_for_two(first, second):
    single_pixels = np.eye(25).reshape(25, 5, 5)
    answers = filter_image(filter_image(single_pixels, first), second)
    return answers.reshape(5, 5) * 25


# other bends than ReLU's, for one number and for maps
BENDS = [
    (
        "you let a part of the negatives through: that is a leaky ReLU. Here they become 0.",
        *(lambda value, part=part: np.where(value > 0, value, part * value) for part in (0.01, 0.05, 0.1, 0.2, 0.5)),
    ),
    (
        "that is a sigmoid, another bend. ReLU keeps positive numbers as they are.",
        lambda value: 1 / (1 + np.exp(-value)),
    ),
    ("that is tanh, another bend. ReLU keeps positive numbers as they are.", np.tanh),
    ("you put tanh on the positive numbers. They stay as they are.", lambda value: np.maximum(np.tanh(value), 0)),
    (
        "that is softplus, a round ReLU. Ours has an edge: 0, or the number itself.",
        lambda value: np.log1p(np.exp(value)),
    ),
    (
        "below 0 yours falls to −1, as ELU does. Here it is 0.",
        lambda value: np.where(value > 0, value, np.expm1(value)),
    ),
    ("you turned the sign of every number. Negative numbers become 0, positive ones stay.", np.negative),
    ("that is the sign alone. A positive number stays as it is.", np.sign),
    ("you turned the sign first. Negative numbers become 0, positive ones stay.", lambda value: np.maximum(-value, 0)),
    ("you took 1 away first. Compare with 0.", lambda value: np.maximum(value - 1, 0)),
    ("you compare with 1. The smallest that comes out is 0.", lambda value: np.maximum(value, 1)),
    ("you keep everything up to 1, negatives as well. What is below 0 becomes 0.", lambda value: np.minimum(value, 1)),
    ("that is the root of it. A positive number stays as it is.", lambda value: np.sqrt(np.maximum(value, 0))),
    ("you squared it, negatives as well. A positive number stays, a negative one becomes 0.", np.square),
    ("you squared it, and kept the sign. A positive number stays as it is.", lambda value: value * abs(value)),
    ("that is the distance from 0, halved. A negative number becomes 0.", lambda value: abs(value) / 2),
    ("you put 0.1 where it is below that. Put 0 where it is below 0.", lambda value: np.maximum(value, 0.1)),
    ("you put a 1 where it is negative. Put a 0 there.", lambda value: np.where(value > 0, value, 1)),
]
ONE = Exercise(
    "04.one",
    right=relu_of_one,
    cases=[(0.5,), (-0.5,), (0,), (-3,), (1.7,), (1 / 9,), (0.8,)],
    mistakes=[
        ("you dropped the minus sign, so the worst match became the best. A negative number becomes 0.", abs),
        (
            "you kept the negative numbers and put 0 for the others: it is the other way round.",
            lambda value: min(value, 0),
        ),
        (
            "you only say whether the number is positive (yes is 1, no is 0). A positive number stays as it is.",
            lambda value: float(value > 0),
        ),
        ("your numbers stop at 1. ReLU has no ceiling: 1.7 stays 1.7.", lambda value: min(max(value, 0), 1)),
        (
            "you forget weak matches as well. Only numbers below 0 become 0, and 1/9 is above 0.",
            lambda value: value if value >= 0.5 else 0,
            lambda value: value if value > 0.5 else 0,
        ),
        (
            "you compare with 1. Only numbers below 0 become 0; 0.5 stays as it is.",
            lambda value: value if value > 1 else 0,
        ),
        ("you squared it. A positive number stays as it is.", lambda value: max(value, 0) ** 2),
        (
            "you turned the sign of negative numbers into something else than 0: put a 0 there.",
            lambda value: value if value > 0 else -1,
        ),
        ("you give 0 for every number. The positive ones should stay as they are.", lambda value: 0),
        ("you give back every number as it came. The negative ones should become 0.", lambda value: value),
        (
            "you gave the place of the larger one. Give the larger one itself.",
            lambda value: [value, 0].index(max(value, 0)),
        ),
        *BENDS,
    ],
    hints=[
        "Which is larger, the value or 0? What should come out, in each case?",
        "Python's `max` takes two numbers and gives back the larger one.",
    ],
    praise="the larger one of the value and 0; nothing more.",
)

RELU = Exercise(
    "04.relu",
    right=my_relu,
    cases=[(MAPS,), (np.array([[-1.0, 0.5, 0], [2, -0.25, 1 / 9]]),), (np.array([[-2.0, -1]]),)],
    mistakes=[
        ("you dropped the minus signs (abs), so the worst matches became the best. Put a 0 there.", np.abs),
        (
            "you kept the negative numbers and put 0 for the positive ones: it is the other way round.",
            lambda maps: np.minimum(maps, 0),
        ),
        ("you give a map of yes and no (1 and 0). Positive numbers should stay as they are.", lambda maps: maps > 0),
        (
            "your numbers stop at 1. ReLU has no ceiling: larger numbers stay as they are.",
            lambda maps: np.clip(maps, 0, 1),
        ),
        (
            "you threw the other numbers away, so the map lost its shape. Put a 0 where they stood.",
            lambda maps: maps[maps > 0],
        ),
        (
            "you threw the negative numbers away, so the map lost its shape. Put a 0 where they stood.",
            lambda maps: maps[maps >= 0],
        ),
        (
            "you made one number of the map. Every cell gets its own answer: use `np.maximum`.",
            lambda maps: max(maps.max(), 0),
        ),
        ("`max` and `if` compare two single numbers; for a whole map use `np.maximum`.", lambda maps: max(maps, 0)),
        ("you forget everything up to 1. Compare with 0.", lambda maps: np.where(maps <= 1, 0, maps)),
        (
            "you put a 1 where a number is positive. Positive numbers stay; negative ones become 0.",
            lambda maps: np.where(maps > 0, 1, maps),
        ),
        (
            "only your first map was changed. Every number below 0 becomes 0, in all maps.",
            lambda maps: np.concatenate([np.maximum(maps[:1], 0), maps[1:]]),
        ),
        (
            "you put None where a number is negative, which is no number at all. Put a 0 there.",
            lambda maps: np.where(maps < 0, np.nan, maps),
        ),
        ("you took a half away from every number first. Compare with 0.", lambda maps: np.maximum(maps - 0.5, 0)),
        (
            "you raised the whole map until its lowest number was 0. Leave the positive numbers alone.",
            lambda maps: maps - maps.min(),
        ),
        (
            "you put a 0 where the map's mean is not reached. Compare with 0, not with the mean.",
            lambda maps: np.where(maps < maps.mean(), 0, maps),
        ),
        (
            "`np.max` (or `.max`) looks for the largest; `np.maximum` compares cell by cell.",
            lambda maps: np.max(maps, 0),
        ),
        (
            "`np.where` with one thing in its brackets gives places. It takes three: where, what, and what else.",
            lambda maps: np.where(maps > 0),
        ),
        (
            "you multiplied before you compared, and what came out is yes or no: put brackets around `maps > 0`.",
            lambda maps: maps * maps > 0,
        ),
        (
            "`np.vectorize` takes the kind of its numbers from the first: after a whole 0, decimals are cut off.",
            np.vectorize(lambda value: max(value, 0)),
        ),
        ("you forget everything up to 0.5. Compare with 0.", lambda maps: np.where(maps < 0.5, 0, maps)),
        ("you squared the positive numbers. They stay as they are.", lambda maps: np.maximum(maps, 0) ** 2),
        (
            "`[-1]` is the last map (or the last row), not what is below 0: `[result < 0]`.",
            lambda maps: np.concatenate([maps[:-1], np.zeros_like(maps[:1])]),
        ),
        (
            "the negative cells are gone, and the map with its shape. Put a 0 where they stood.",
            lambda maps: np.delete(maps, np.where(maps < 0)),
        ),
        *BENDS,
        (
            "you put −1 where a number is negative. That would be black, a pixel with an opinion; put 0.",
            lambda maps: np.where(maps < 0, -1, maps),
        ),
    ],
    hints=[
        "One way: take a copy, find the places where it is below 0, and put a 0 there.",
        "`result = maps.copy()` first, then `result[result < 0] = ...`. Or look for `np.maximum` above.",
    ],
    praise="any shape, the same size out as in, and the maps you were given are untouched.",
)


def _bent(first, second):
    answers = filter_image(relu(filter_image(np.eye(25).reshape(25, 5, 5), first)), second)
    return answers.reshape(5, 5) * 25


def _laid_on(first, second, add=True):
    """The first feature laid on the place of each pixel of the second; add: or put over what stands there."""
    values = np.zeros((5, 5))
    for row, column in np.ndindex(3, 3):
        part = values[row : row + 3, column : column + 3]
        part[:] = (part if add else 0) + second[row, column] * first
    return values / 81 * 25


COLLAPSE = Exercise(
    "04.collapse",
    right=one_feature_for_two,
    cases=[(BACKSLASH, CROSS), (L, SLANT), (SLANT, L[::-1])],
    mistakes=[
        (
            "your feature is 25 times too small: `filter_image` will divide by its 25 pixels, so make up for that.",
            spoilt(one_feature_for_two, lambda values: values / 25),
        ),
        (
            "your feature is 81/25 times too large: two filters divide by 9 each, but `filter_image` will by 25 only.",
            spoilt(one_feature_for_two, lambda values: values / 25 * 81),
        ),
        (
            "your feature is 81 times too large: two divisions by 9 are missing, or made up for once too often.",
            spoilt(one_feature_for_two, lambda values: values * 81),
        ),
        (
            "you multiplied pixel by pixel. The second feature looks at the *map* of the first: 5 by 5 pixels.",
            lambda first, second: first * second,
        ),
        (
            "you added the features. The second one looks at the *map* of the first: 5 by 5 pixels.",
            lambda first, second: first + second,
        ),
        (
            "`@` is not it: the features are not tables of weights here. Try 25 pictures with a single 1.",
            lambda first, second: first @ second,
        ),
        ("you let one feature filter the other: that gives one number. Filter 25 pictures instead.", filter_image),
        (
            "your feature is upside down and back to front. Look again where each single pixel stood.",
            spoilt(one_feature_for_two, np.flip),
        ),
        (
            "one of the two features is upside down and back to front in your sum.",
            lambda first, second: one_feature_for_two(first, second[::-1, ::-1]),
            lambda first, second: one_feature_for_two(first[::-1, ::-1], second),
        ),
        ("you have a ReLU between the two. Then one feature cannot do their work; leave it out.", _bent),
        ("your rows and columns changed places.", spoilt(one_feature_for_two, np.transpose)),
        (
            "one feature is put over the other where they meet. Add up what comes together in one pixel: `+=`.",
            lambda first, second: _laid_on(first, second, add=False),
        ),
        (
            "rows and columns of one of the features have changed places.",
            lambda first, second: _laid_on(first, second.T),
        ),
        (
            "you multiplied pixel by pixel, and put zeros around. The second feature looks at the *map* of the first.",
            lambda first, second: np.pad(first * second, 1),
        ),
        (
            "your pictures hold −1 where they should hold nothing: a single 1 among *zeros* asks for one pixel alone.",
            spoilt(one_feature_for_two, lambda values: 2 * values - values.sum()),
        ),
        ("you have two ReLU's in it. Then one feature cannot do their work; leave them out.", spoilt(_bent, relu)),
        (
            "those are the answers of the first feature alone. Filter them with the second.",
            lambda first, second: filter_image(np.eye(25).reshape(25, 5, 5), first),
        ),
        (
            "`np.eye(5)` is one picture, of a diagonal. `np.eye(25).reshape(25, 5, 5)` is 25, each with a single 1.",
            lambda first, second: filter_image(filter_image(np.eye(5), first), second),
            lambda first, second: 25 * filter_image(filter_image(np.eye(5), first), second),
        ),
        (
            "those are 25 answers, one for each pixel. Lay them out as 5 rows of 5.",
            spoilt(one_feature_for_two, lambda values: values.reshape(25, 1, 1)),
        ),
        (
            "those are 25 answers, one for each pixel, each too small. Lay them out as 5 rows of 5.",
            spoilt(one_feature_for_two, lambda values: values.reshape(25, 1, 1) / 25),
        ),
        (
            "those are all products of two pixels. Add up those that come together in one pixel of the 5 by 5.",
            np.outer,
            np.kron,
        ),
        (
            "one of the two features is upside down, and who divides is left out: twice by 9, then by 25.",
            lambda first, second: 81 / 25 / 9 * one_feature_for_two(first, np.flip(second)),
        ),
        (
            "one of the two features is upside down and back to front, and who divides is left out.",
            lambda first, second: 81 / 25 * one_feature_for_two(first, np.flip(second)),
        ),
        ("you filtered with the first feature twice.", lambda first, second: one_feature_for_two(first, first)),
        ("you filtered with the second feature twice.", lambda first, second: one_feature_for_two(second, second)),
    ],
    hints=[
        "Do what the lesson did: 25 pictures, each with a single 1 among zeros, through both filters.",
        "`np.eye(25).reshape(25, 5, 5)` makes the pictures. Shape the answers into 5 by 5. Who divides?",
    ],
    praise="and second then first gives the same feature: without a bend the order does not matter.",
)

EXERCISES = [ONE, RELU, COLLAPSE]
