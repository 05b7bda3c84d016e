"""The exercises of lesson 7: the way back through a pooling window and through a feature."""

import numpy as np

from xo.checks.exercise import Exercise


def my_pool_backward(window, slope):
    slopes = np.zeros(window.shape)
    slopes[np.unravel_index(window.argmax(), window.shape)] = slope
    return slopes


def my_feature_slope(slopes, pixels, count):
    return (slopes * pixels).sum() / count


def _losers_first(window, slope):
    """0 where it lost, and then the slope where what is left is largest."""
    left = np.where(window < window.max(), 0, window)
    return np.where(left == left.max(), slope, left)


SQUARE, ROW = np.array([[0.2, 0.7], [-0.1, 0.4]]), np.array([[-0.5, -0.25, -0.75]])
TIED = np.array([[0.5, -1.0, 0.75], [0.75, 0.0, 0.75]])
EVERY_CELL = "you gave the slope to every cell of the window. Only the winner went on, so only the winner gets it."

WINDOW = Exercise(
    "07.window",
    right=my_pool_backward,
    cases=[(SQUARE, -0.8), (ROW, 0.3), (np.array([[-2.0, 0.1], [1.5, 0.2], [0.0, 1.25]]), 2.5), (TIED, -1.5)],
    mistakes=[
        (EVERY_CELL, lambda window, slope: np.full(window.shape, slope)),
        (
            "you shared the slope out among all cells. Pooling with means does that; here the winner takes all of it.",
            lambda window, slope: np.full(window.shape, slope / window.size),
        ),
        (
            "you gave each cell a fourth of the slope. The winner takes all of it, the losers none.",
            lambda window, slope: np.full(window.shape, slope / 4),
        ),
        (
            "your search begins at 0, so where all values are below 0 nobody wins. Begin with the first value.",
            lambda window, slope: my_pool_backward(np.maximum(window, 0), slope),
        ),
        (
            "you made 0 of the losers first; where the winner is below 0, they beat it then. Begin with a new array.",
            _losers_first,
        ),
        (
            "you added the slope to the winner's value. What comes back is slopes alone, and 0 for the losers.",
            lambda window, slope: np.where(window == window.max(), window + slope, window),
        ),
        (
            "you shared the slope out by the size of the values. The winner takes all of it.",
            lambda window, slope: slope * window / window.sum(),
        ),
        (
            "you multiplied each cell by the slope. The largest value went on unchanged, so its slope does, too.",
            lambda window, slope: slope * window,
        ),
        (
            "the right cell, but the slope times the value. It went on unchanged: the slope comes back unchanged.",
            lambda window, slope: my_pool_backward(window, slope * window.max()),
        ),
        (
            "you put the winner's *value* into its place. What comes back there is the slope.",
            lambda window, slope: my_pool_backward(window, window.max()),
        ),
        ("that says who won. Now give the winner the slope.", lambda window, slope: my_pool_backward(window, 1)),
        ("that says who won. Now give the winner the slope.", lambda window, slope: window == window.max()),
        (
            "the slope went to the smallest value. Pooling kept the largest.",
            lambda window, slope: my_pool_backward(-window, slope),
        ),
        (
            "you asked who is furthest from 0. Pooling kept the largest: 0.2 beats −2.",
            lambda window, slope: my_pool_backward(abs(window), slope),
        ),
        (
            "the losers kept their values. Nothing passes through them: slope 0.",
            lambda window, slope: np.where(window == window.max(), slope, window),
        ),
        (
            "almost: where two cells are equally large, both got the slope. Only the first of them went on.",
            lambda window, slope: slope * (window == window.max()),
        ),
        (
            "almost: where two cells are equally large, the last of them got the slope. It is the first.",
            lambda window, slope: my_pool_backward(window[::-1, ::-1], slope)[::-1, ::-1],
        ),
        (
            "the largest of each row got the slope. A window has one winner.",
            lambda window, slope: slope * (window == window.max(1, keepdims=True)),
        ),
        ("that is the way forward again: the largest value.", lambda window, slope: window.max()),
        ("that is the slope of the winner alone. Return one for each cell.", lambda window, slope: slope),
    ],
    hints=[
        "If a cell that lost grew by a tiny bit, would what went on change?",
        "Begin with `np.zeros(window.shape)`. `window.argmax()` counts the cells row by row; `np.unravel_index` makes "
        "a row and a column of that.",
    ],
    praise="the winner takes the slope, the losers none. Another image, another winner.",
)

RNG = np.random.default_rng(7)
PLACES_49 = RNG.choice([0, 0.25, -0.5, 0.125], (7, 7)), RNG.choice([-1.0, 1.0], (7, 7))
ON_FOUR = np.array([[0.5, -0.25], [0.0, 1.0]]), np.array([[1.0, -1.0], [-1.0, 0.5]])
IN_A_ROW = np.array([0.2, 0.0, -0.6]), np.array([-1.0, 1.0, 0.25])

PLACES = Exercise(
    "07.places",
    right=my_feature_slope,
    cases=[(*PLACES_49, 9), (*ON_FOUR, 4), (*IN_A_ROW, 9)],
    mistakes=[
        (
            "you forgot that the feature was used at 49 places: that is the first of them alone. Add up over all.",
            lambda slopes, pixels, count: slopes.flat[0] * pixels.flat[0] / count,
        ),
        (
            "you forgot that the feature was used at 49 places: that is the last of them alone. Add up over all.",
            lambda slopes, pixels, count: slopes.flat[-1] * pixels.flat[-1] / count,
        ),
        (
            "you divided twice: once by the pixels of the feature, and again by the places. Places are added up only.",
            lambda slopes, pixels, count: (slopes * pixels).mean() / count,
        ),
        (
            "you divided twice by the pixels of the feature. Once, as in the match.",
            lambda slopes, pixels, count: (slopes * pixels).sum() / count**2,
        ),
        (
            "you divided by the number of places. Divide by `count`, the pixels of the feature, as the match did.",
            lambda slopes, pixels, count: (slopes * pixels).mean(),
        ),
        (
            "you forgot to divide. Each value was a sum divided by the pixels of the feature; so is its slope.",
            lambda slopes, pixels, count: (slopes * pixels).sum(),
        ),
        (
            "you multiplied by the number of pixels. The match divided by it.",
            lambda slopes, pixels, count: (slopes * pixels).sum() * count,
        ),
        (
            "you left out what the pixel met. Slope times pixel, at each place, and then the sum.",
            lambda slopes, pixels, count: slopes.sum() / count,
        ),
        (
            "you left out the slopes. Slope times pixel, at each place, and then the sum.",
            lambda slopes, pixels, count: pixels.sum() / count,
        ),
        (
            "you added up first and multiplied then. Multiply place by place, then add up.",
            lambda slopes, pixels, count: slopes.sum() * pixels.sum() / count,
        ),
        (
            "`@` multiplies rows by columns. Here each slope meets the pixel at its own place: use `*`.",
            lambda slopes, pixels, count: (slopes @ pixels).sum() / count,
        ),
        (
            "you dropped the minus signs before you added up. Keep the sign of every share.",
            lambda slopes, pixels, count: np.abs(slopes * pixels).sum() / count,
        ),
        ("slopes and pixels are multiplied, not added.", lambda slopes, pixels, count: (slopes + pixels).sum() / count),
        (
            "those are the shares of all places. One pixel has one slope: add them up.",
            lambda slopes, pixels, count: slopes * pixels / count,
        ),
        (
            "you kept the largest share. No pooling here: every place counts, so add up.",
            lambda slopes, pixels, count: (slopes * pixels).max() / count,
        ),
    ],
    hints=[
        "At one place: how much does the value there change when this pixel grows by a bit? And the error with it?",
        "Multiply the two arrays place by place, add up, and divide as the match did.",
    ],
    praise="every place where the feature was used has its say, and the feature has one answer to all of them.",
)

EXERCISES = [WINDOW, PLACES]
