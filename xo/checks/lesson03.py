"""The exercises of lesson 3: count the windows, pool one row, pool a whole map."""

import math
from itertools import pairwise

import numpy as np

from xo.checks.exercise import Exercise, adapted, spoilt
from xo.filtering import BACKSLASH, CROSS, filter_image
from xo.images import X

GREY = np.round(np.sin(np.arange(40.0)).reshape(5, 8), 2)
MAP = filter_image(X, BACKSLASH)[1:]  # 6 by 7, so that a map on its side is noticed
BELOW = np.round(np.cos(np.arange(1.0, 36)) - 2, 2).reshape(5, 7)


def count_windows(length, window, stride):
    return int(np.ceil((length - window) / stride)) + 1


def pool_row(values):
    return [max(values[start : start + 2]) for start in range(0, len(values), 2)]


def my_pool(one_map, window, stride):
    rows, columns = (int(np.ceil((length - window) / stride)) + 1 for length in one_map.shape)
    pooled = np.zeros((rows, columns))
    for row, column in np.ndindex(rows, columns):
        top, left = row * stride, column * stride
        pooled[row, column] = one_map[top : top + window, left : left + window].max()
    return pooled


# What plausible wrong answers do.
def _pool(choose=np.max, count=count_windows, wide=lambda window, stride: window, step=lambda window, stride: stride):
    """Pooling with another choice in each window, another count of windows, or windows of another width or step."""

    def pooled(one_map, window, stride):
        counts = [count(length, window, stride) for length in one_map.shape]
        side, by = wide(window, stride), step(window, stride)
        rows, columns = (range(0, number * by, by) for number in counts)
        return np.array([[choose(one_map[r : r + side, c : c + side]) for c in columns] for r in rows])

    return pooled


def _padded(one_map, window, stride):
    """Zeros below and to the right, enough for the last windows."""
    needed = [(count_windows(side, window, stride) - 1) * stride + window for side in one_map.shape]
    after = [(0, max(0, length - side)) for length, side in zip(needed, one_map.shape, strict=True)]
    return my_pool(np.pad(one_map, after), window, stride)


def _cut(cut):
    """Pooling of what is cut out otherwise. cut: takes map, top, left and window"""

    def pooled(one_map, window, stride):
        values = np.zeros(my_pool(one_map, window, stride).shape)
        for row, column in np.ndindex(values.shape):
            values[row, column] = cut(one_map, row * stride, column * stride, window).max()
        return values

    return pooled


def _one_by_one(one_map, top, left, window):
    return np.array([one_map[top + row, left + column] for row, column in np.ndindex(window, window)])


def _square(side):
    """As many windows down as across, counted along one side of the map."""

    def pooled(one_map, window, stride):
        count = count_windows(one_map.shape[side], window, stride)
        values = np.zeros((count, count))
        for row, column in np.ndindex(values.shape):
            top, left = row * stride, column * stride
            values[row, column] = one_map[top : top + window, left : left + window].max()
        return values

    return pooled


def _into_transposed(one_map, window, stride):
    pooled = my_pool(one_map, window, stride)
    values = np.zeros(pooled.shape[::-1])
    for row, column in np.ndindex(pooled.shape):
        values[row, column] = pooled[row, column]
    return values


_four_by_four = _pool(count=lambda length, window, stride: 4)


def _reshaped(one_map, window, stride):
    """Cut into blocks, which works for whole windows only."""
    rows, columns = one_map.shape
    return one_map.reshape(rows // 2, 2, columns // 2, 2).max((1, 3))


def _in_windows(choose, wide=2, step=2):
    """A row pooled with another choice in each window, or with windows of another width or step."""
    return lambda values: [choose(values[start : start + wide]) for start in range(0, len(values), step)]


# what is kept of each window instead of its largest value
KEPT = [
    ("that is the mean of each window. Keep the largest value.", np.mean, lambda cells: np.sum(cells) / 2),
    ("that is the smallest of each window. Keep the largest.", np.min),
    ("you added up. Keep the largest value of each window.", np.sum),
    ("you gave where in its window the largest value stands. Give the value.", np.argmax),
    (
        "you compared without the minus signs. −7 is smaller than 1.",
        lambda cells: np.abs(cells).max(),
        lambda cells: max(np.ravel(cells), key=abs),
    ),
    (
        "no value is below 0 in your answer. Where all are negative, the largest is negative too.",
        lambda cells: max(0, np.max(cells)),
    ),
    (
        "you begin with −1 as the largest so far, and all values may be below it. Begin with the window's first.",
        lambda cells: max(-1, np.max(cells)),
    ),
]

WINDOWS = Exercise(
    "03.windows",
    right=count_windows,
    cases=[(7, 2, 2), (8, 2, 2), (9, 3, 2), (10, 3, 3), (7, 3, 1), (5, 2, 3), (12, 5, 2), (16, 3, 5)],
    mistakes=[
        (
            "your last window fell off the edge. Where a few cells are left over, one more window covers them.",
            lambda length, window, stride: (length - window) // stride + 1,
        ),
        (
            "your last window fell off the edge, and the size of the window plays no part yet.",
            lambda length, window, stride: length // stride,
        ),
        (
            "you have a window too many where the side divides evenly, and the size of the window plays no part yet.",
            lambda length, window, stride: length // stride + 1,
        ),
        (
            "the size of the window plays no part yet. A window of 3 with a stride of 1 stops before the edge.",
            lambda length, window, stride: math.ceil(length / stride),
        ),
        (
            "one window is missing: you counted the steps. Before the first step there is already one window.",
            lambda length, window, stride: math.ceil((length - window) / stride),
        ),
        (
            "the stride plays no part yet. The window moves on by `stride` cells at a time.",
            lambda length, window, stride: length - window + 1,
        ),
        (
            "there are no broken windows: the number of steps has to be rounded up to a whole number.",
            lambda length, window, stride: (length - window) / stride + 1,
        ),
        (
            "window and stride changed places: the window is what you look through, the stride is the step.",
            lambda length, window, stride: math.ceil((length - stride) / window) + 1,
        ),
        (
            "dividing goes before subtracting: put brackets around the length of the way before you divide it.",
            lambda length, window, stride: math.ceil(length - window / stride) + 1,
        ),
        (
            "the first window, with which you start, is not a step of 1: add it after dividing, not before.",
            lambda length, window, stride: (length - window + 1) // stride,
        ),
        (
            "you have a window too many where the way divides evenly. Round up, then add one.",
            lambda length, window, stride: (length - window) // stride + 2,
        ),
        (
            "how many strides fit into the way? Divide by the stride.",
            lambda length, window, stride: length - window + stride,
        ),
        (
            "you rounded to the nearest whole number. A rest always needs one more window, so round up.",
            lambda length, window, stride: round((length - window) / stride) + 1,
            lambda length, window, stride: round((length - window) / stride + 1),
        ),
        (
            "those are the steps, a broken one with them. Round up, and add the first window.",
            lambda length, window, stride: (length - window) / stride,
        ),
        (
            "you added the rest itself. However large it is, one more window covers it.",
            lambda length, window, stride: (length - window) // stride + (length - window) % stride + 1,
        ),
        (
            "you divided by the window times the stride. The window moves on by one stride, whatever its size.",
            lambda length, window, stride: math.ceil(length / (window * stride)),
        ),
        (
            "you added the window. It takes room away: how far does it still travel after its first place?",
            lambda length, window, stride: math.ceil((length + window) / stride),
        ),
        (
            "those are the windows of a whole map. Only one side is asked.",
            lambda *given: count_windows(*given) ** 2,
        ),
        (
            "those are the places at which the windows start. How many are there?",
            lambda length, window, stride: list(range(0, length - window + stride, stride)),
        ),
    ],
    hints=[
        "How far does the window still have to travel after its first place, and how many steps is that?",
        "`np.ceil(...)` rounds up, and `int(...)` makes it whole. The steps, and one more for the first window.",
    ],
    praise="that is the formula of the package, the last window included.",
)

ROW = Exercise(
    "03.row",
    right=pool_row,
    cases=[([7, -1, 1, 3, 5, -1, 3],), ([-3, -1, -5, -7],), ([1, 2, 3, 4, 9],), ([-2, -4, -6],), ([-8, 5],)],
    mistakes=[
        (
            "your last window fell off the edge. It covers only one value, and keeps it.",
            lambda values: pool_row(values[: len(values) // 2 * 2]),
        ),
        *adapted(KEPT, _in_windows),
        (
            "you moved on by 1. The stride is 2: after the first pair comes the next pair.",
            lambda values: [max(values[start : start + 2]) for start in range(len(values) - 1)],
        ),
        ("you moved on by 1, and the last window holds one value. The stride is 2.", _in_windows(max, step=1)),
        ("you took every other value. Compare it with its neighbour and keep the larger.", lambda values: values[::2]),
        (
            "you put a 0 where nothing is. Where all values are negative, the largest is negative too.",
            lambda values: pool_row([*values, 0] if len(values) % 2 else values),
        ),
        ("that is the largest value of the whole row. Take it window by window.", max),
        ("your windows are three wide. `values[start : start + 2]` holds two values.", _in_windows(max, wide=3)),
        ("you sorted the row first. The values stay in their places.", lambda values: sorted(values)[::2]),
        (
            "your first window starts at the second value. The first one starts at place 0.",
            lambda values: [max(values[start : start + 2]) for start in range(1, len(values), 2)],
        ),
        ("you took every other value, from the second on. Compare two, and keep the larger.", lambda v: v[1::2]),
        ("that is the largest of the whole row, in a list. Take it window by window.", lambda values: [max(values)]),
        (
            "your windows are three wide and move on by three. `range(0, len(values), 2)` moves on by two.",
            _in_windows(max, 3, 3),
        ),
        (
            "your windows move on by 1, and half of them are missing. The start of window n is at 2 × n.",
            lambda values: [max(values[start : start + 2]) for start in range((len(values) + 1) // 2)],
        ),
        (
            "the last value came once more where the number of values is even: no window is left for it then.",
            lambda values: [*pool_row(values[: len(values) // 2 * 2]), values[-1]],
        ),
        ("you put a 0 at the end of every row. Nothing is there.", lambda values: pool_row([*values, 0])),
        (
            "each value stands in a list of its own: append the largest value, without brackets around it.",
            lambda values: [[value] for value in pool_row(values)],
        ),
        (
            "you gave the place of the largest in the row. Give the value.",
            lambda values: [values.index(value) for value in pool_row(values)],
        ),
        ("that is the first half of the row. Keep the larger of each pair.", lambda v: v[: (len(v) + 1) // 2]),
        (
            "you only say which of the two is larger. Keep it.",
            lambda values: [values[place] > values[place + 1] for place in range(0, len(values) - 1, 2)],
        ),
        (
            "you kept each value that is larger than the next. One is kept in every window of two.",
            lambda values: [one for one, two in pairwise(values) if one > two],
        ),
        (
            "a row of odd length has no partner for its last value, which makes a window alone.",
            lambda values: np.maximum(values[::2], values[1::2]),
        ),
        (
            "your largest value is kept from window to window. Start afresh for each window.",
            lambda values: [max(values[: start + 2]) for start in range(0, len(values), 2)],
        ),
        (
            "those are the places at which the windows start. Give the largest value in each window.",
            lambda values: list(range(0, len(values), 2)),
        ),
        (
            "your last window reached for a value that is not there. A slice such as `values[6:8]` just stops.",
            lambda values: [max(values[start], values[start + 1]) for start in range(0, len(values), 2)],
        ),
        (
            "you counted on seven values. Use `len(values)`, for a row of any length.",
            lambda values: pool_row(values) if len(values) == 7 else max([]),
        ),
    ],
    hints=[
        "The windows start at 0, 2, 4 and so on: `range(0, len(values), 2)`.",
        "A slice that reaches past the end is simply shorter: `values[6:8]` of seven values is one value.",
    ],
    praise="seven values become four, and the last window keeps what it has.",
)

POOL = Exercise(
    "03.pool",
    right=my_pool,
    cases=[(MAP, 2, 2), (GREY, 3, 2), (BELOW, 2, 3), (filter_image(X, CROSS), 3, 1), (BELOW, 3, 2)],
    mistakes=[
        (
            "you took every second cell, and compared it with none. Keep the largest cell of each window.",
            lambda one_map, window, stride: one_map[::2, ::2],
            lambda one_map, window, stride: one_map[::stride, ::stride],
            lambda one_map, window, stride: one_map[::window, ::window],
        ),
        (
            "your last window fell off the edge. It covers only a few cells, and keeps their largest.",
            _pool(count=lambda length, window, stride: (length - window) // stride + 1),
        ),
        *adapted(KEPT, _pool),
        ("you kept the first cell of each window. Keep the largest.", _pool(lambda cells: cells[0, 0])),
        ("you put zeros where nothing is. Where all cells are negative, the largest is negative too.", _padded),
        (
            "you always move on by 1. After each window, move on by `stride`.",
            lambda one_map, window, stride: my_pool(one_map, window, 1),
        ),
        (
            "you move on by a whole window each time. The step is `stride`, so windows may overlap.",
            lambda one_map, window, stride: my_pool(one_map, window, window),
            _pool(step=lambda window, stride: window),
        ),
        (
            "your window is as large as the stride. The window is what it sees, the stride how far it moves.",
            lambda one_map, window, stride: my_pool(one_map, stride, stride),
        ),
        (
            "window and stride changed places: the window is what you look through, the stride is the step.",
            lambda one_map, window, stride: my_pool(one_map, stride, window),
        ),
        (
            "your window and stride are always 2. Use the two numbers that the function is given.",
            lambda one_map, window, stride: my_pool(one_map, 2, 2),
        ),
        ("your rows and columns changed places: the pooled map lies on its side.", spoilt(my_pool, np.transpose)),
        (
            "that is one row of the answer. Each row of windows gives a row of the pooled map.",
            spoilt(my_pool, lambda pooled: pooled[0]),
        ),
        (
            "you have a window too many: once the map is covered to its edge, stop.",
            _pool(count=lambda length, window, stride: math.ceil(length / stride)),
        ),
        (
            "your windows move on by 1. The first cell of a window is at row × stride and column × stride.",
            _pool(step=lambda window, stride: 1),
        ),
        (
            "your windows reach as far as the stride. They are `window` wide, and move on by `stride`.",
            _pool(wide=lambda window, stride: stride),
        ),
        (
            "your windows are one row and one column too small: a slice ends *before* its second number.",
            _cut(lambda one_map, top, left, window: one_map[top : top + window - 1, left : left + window - 1]),
        ),
        (
            "your windows are one row and one column too large: a slice ends *before* its second number.",
            _cut(lambda one_map, top, left, window: one_map[top : top + window + 1, left : left + window + 1]),
        ),
        (
            "your windows are one row high. They are `window` high and `window` wide.",
            _cut(lambda one_map, top, left, window: one_map[top, left : left + window]),
        ),
        (
            "your windows are as wide as the map. They are `window` high and `window` wide.",
            _cut(lambda one_map, top, left, window: one_map[top : top + window]),
        ),
        (
            "rows and columns have changed places where you cut the window out: rows first, then columns.",
            _cut(lambda one_map, top, left, window: one_map[left : left + window, top : top + window]),
        ),
        ("you took the median, the one in the middle. Keep the largest value of each window.", _pool(np.median)),
        ("you kept the last cell of each window. Keep the largest.", _pool(lambda cells: cells[-1, -1])),
        (
            "you begin with the first cell of the *map* as the largest so far. Begin with that of the window.",
            lambda one_map, window, stride: np.maximum(my_pool(one_map, window, stride), one_map[0, 0]),
        ),
        (
            "your largest value is kept from window to window. Start afresh for each window.",
            spoilt(my_pool, lambda pooled: np.maximum.accumulate(pooled.ravel()).reshape(pooled.shape)),
        ),
        (
            "a last window may reach over the edge, where no cell is. A slice such as `one_map[5:7]` stops by itself.",
            _cut(_one_by_one),
        ),
        (
            "you counted the windows along one side and took that for both. A map has rows *and* columns.",
            _square(0),
            _square(1),
        ),
        (
            "`+ stride` moves every window once. The first cell of window r is at r × stride.",
            lambda one_map, window, stride: _cut(
                lambda m, top, left, w: m[top // stride + stride :, left // stride + stride :][:w, :w]
            )(one_map, window, stride),
        ),
        (
            "rows and columns have changed places in `np.zeros`: rows first.",
            _into_transposed,
        ),
        (
            "your map is always 4 by 4. Count the windows of the map that came.",
            _four_by_four,
            lambda one_map, window, stride: _four_by_four(one_map, 2, 2),
        ),
        ("did you cut the map into blocks? 7 cells do not divide by 2: let the last window be smaller.", _reshaped),
    ],
    hints=[
        "Two loops over the windows. The first cell of a window is at row × stride and column × stride.",
        "`one_map[top : top + window, left : left + window].max()` is one value; slices stop at the edge.",
    ],
    praise="exactly what the package gives, last windows included.",
)

EXERCISES = [WINDOWS, ROW, POOL]
