"""The exercises of lesson 12: the habits of other libraries."""

import numpy as np

from xo.checks.exercise import Exercise

CORNER = np.array([[1.0, -1, -1], [1, -1, -1], [1, 1, 2]])
WIDE = np.array([[1.0, 2, 3, 4], [5, 6, 7, 8]])


def from_torch_feature(feature):
    return feature * feature.size


def turn_over(feature):
    return feature[::-1, ::-1]


def floor_pooled(rows, window, stride):
    return (rows - window) // stride + 1


def _read_while_written(feature):
    turned = feature.copy()
    rows, columns = feature.shape
    for row, column in np.ndindex(rows, columns):
        turned[row, column] = turned[rows - 1 - row, columns - 1 - column]
    return turned


FEATURE = Exercise(
    "12.feature",
    right=from_torch_feature,
    cases=[(CORNER,), (WIDE,)],
    mistakes=[
        (
            "you divided. We divide already, so a feature that stays as it is gives maps that are too *small*.",
            lambda feature: feature / feature.size,
        ),
        (
            "you left it as it is. Here every sum is divided by the number of pixels; make up for that.",
            lambda feature: feature * 1.0,
        ),
        ("you multiplied by 9 every time. That is right for 3 by 3 only.", lambda feature: feature * 9),
        (
            "you squared the number of rows. It need not be square: rows *times* columns.",
            lambda feature: feature * len(feature) ** 2,
        ),
        ("you multiplied by the number of rows. Count all the pixels.", lambda feature: feature * len(feature)),
        (
            "you scaled it so that its pixels add up to 1. That is another habit, from image editing.",
            lambda feature: feature / feature.sum(),
        ),
        ("you turned it over. PyTorch does not.", lambda feature: feature[::-1, ::-1] * feature.size),
        ("you multiplied by 3, one side of a feature of 3 by 3. Count all the pixels.", lambda feature: feature * 3),
        ("you multiplied by the number of columns. Count all the pixels.", lambda feature: feature * feature.shape[1]),
        (
            "you squared the number of columns. It need not be square: rows *times* columns.",
            lambda feature: feature * feature.shape[1] ** 2,
        ),
        ("you multiplied by rows plus columns. Count the pixels.", lambda feature: feature * sum(feature.shape)),
        (
            "you multiplied by the sum of its pixels. Their number is what we divide by.",
            lambda feature: feature * feature.sum(),
        ),
        ("you multiplied twice. We divide once.", lambda feature: feature * feature.size**2),
        ("you counted one pixel too few.", lambda feature: feature * (feature.size - 1)),
        ("you added. What was divided is made up for by multiplying.", lambda feature: feature + feature.size),
        ("you added the pixels up. A feature comes in, and a feature should come out.", lambda feature: feature.sum()),
        ("you took the mean. A feature comes in, and a feature should come out.", lambda feature: feature.mean()),
        ("you took its mean away. That changes what it looks for.", lambda feature: feature - feature.mean()),
        ("you divided by its largest pixel. What do we divide by?", lambda feature: feature / feature.max()),
        ("you squared it, which drops the minus signs.", lambda feature: feature**2 * feature.size),
    ],
    hints=[
        "Their map is the sum. Ours is the sum divided by the number of pixels. What must the feature grow by?",
        "`feature.size` is the number of its pixels.",
    ],
    praise="the maps come out the same, and every number of the two networks can be compared.",
)

TURN = Exercise(
    "12.turn",
    right=turn_over,
    cases=[(CORNER,), (WIDE,)],
    mistakes=[
        ("you turned it upside down, but not left to right.", lambda feature: feature[::-1]),
        ("you mirrored it left to right, but not upside down.", lambda feature: feature[:, ::-1]),
        ("you exchanged rows and columns: it lies on its diagonal.", lambda feature: feature.T),
        ("you turned it by a quarter. Turning over is half a turn.", np.rot90),
        (
            "you turned it by a quarter, the other way. Turning over is half a turn.",
            lambda feature: np.rot90(feature, 3),
        ),
        ("you made its negative. The numbers stay, their places change.", lambda feature: -feature),
        (
            "it is turned over, and multiplied by its size. That was for the task before; here it is only turned.",
            lambda feature: feature[::-1, ::-1] * feature.size,
        ),
        ("you sorted the numbers. Turn the places round, whatever stands there.", np.sort),
        (
            "you read from what you had changed already. Read from `feature`, write into a new array.",
            _read_while_written,
        ),
        (
            "`-0` is 0, so the first row stayed the first. The last row is `-1`, or `rows - 1`.",
            lambda feature: np.roll(feature[::-1, ::-1], 1, (0, 1)),
        ),
        ("that is the last cell alone: `-1:` begins at the last. `::-1` goes backwards.", lambda f: f[-1:, -1:]),
        ("it is still as it was. Their library will turn it once; you must turn it too.", lambda feature: feature + 0),
    ],
    hints=[
        "Turned over means upside down *and* left to right.",
        "`feature[::-1]` takes the rows from the last to the first.",
    ],
    praise="two turns cancel out, so their convolution becomes our filter.",
)

CHANGED = "window and stride changed places: the window must fit in whole, the stride is the step."
FLOOR = Exercise(
    "12.floor",
    right=floor_pooled,
    cases=[(7, 2, 2), (8, 2, 2), (9, 3, 2), (10, 3, 3), (5, 2, 1), (28, 3, 2), (5, 2, 2)],
    mistakes=[
        (
            "you kept the window that hangs over the edge. That is our habit; theirs drops it.",
            lambda rows, window, stride: -(-(rows - window) // stride) + 1,
        ),
        (
            "you divided by the stride only. The window must fit in whole: how far can its first row go?",
            lambda rows, window, stride: rows // stride,
        ),
        ("you forgot the first window, which stands at row 0.", lambda rows, window, stride: (rows - window) // stride),
        ("a number of rows is whole: round down.", lambda rows, window, stride: (rows - window) / stride + 1),
        (
            "you rounded to the nearest whole number. Half a step makes no window: round down.",
            lambda rows, window, stride: round((rows - window) / stride) + 1,
            lambda rows, window, stride: round((rows - window) / stride + 1),
        ),
        (
            "you moved by the window. The step from one window to the next is the stride.",
            lambda rows, window, stride: rows // window,
        ),
        (CHANGED, lambda rows, window, stride: (rows - stride) // window + 1),
        (
            "dividing goes before subtracting: put brackets around `rows - window`.",
            lambda rows, window, stride: rows - window // stride + 1,
        ),
        (
            "the first window is no step of 1: add it after dividing, not before.",
            lambda rows, window, stride: (rows - window + 1) // stride,
        ),
        (
            "the last window that fits is missing: it may end at the very edge. `range` and `<` stop before it.",
            lambda rows, window, stride: len(range(0, rows - window, stride)),
        ),
        (
            "you divided by window times stride. How many strides fit into `rows - window`?",
            lambda rows, window, stride: rows // (window * stride),
        ),
        ("`%` gives the rest. `//` says how often it fits.", lambda rows, window, stride: (rows - window) % stride + 1),
        (
            "those are the rows at which the windows start. How many are there?",
            lambda rows, window, stride: list(range(0, rows - window + 1, stride)),
        ),
        ("you squared it. Only the rows are asked.", lambda *given: floor_pooled(*given) ** 2),
        ("that is a window too many.", lambda rows, window, stride: (rows - window) // stride + 2),
        (
            "you took steps of one row. The step from one window to the next is the stride.",
            lambda rows, window, stride: rows - window + 1,
        ),
    ],
    hints=[
        "The first window stands at row 0. The last one may stand at row `rows - window` at most.",
        "How many steps of `stride` fit into `rows - window`? `//` divides and rounds down.",
    ],
    praise="7 rows become 3: the last one is never looked at.",
)

EXERCISES = [FEATURE, TURN, FLOOR]
