"""The exercises of lesson 7: the way back through a pooling window and through a feature."""

import numpy as np

from xo.checks.exercise import Exercise
from xo.checks.products import wrong_products


def my_pool_backward(window, slope):
    slopes = np.zeros(window.shape)
    slopes[np.unravel_index(window.argmax(), window.shape)] = slope
    return slopes


def my_feature_slope(slopes, pixels, count):
    return (slopes * pixels).sum() / count


def _at(row, column):
    """The slope at a place that is always the same."""

    def wrong(window, slope):
        slopes = np.zeros(window.shape)
        slopes[row, column] = slope
        return slopes

    return wrong


def _by_number(window, slope):
    """The number of the cell taken for the number of a row."""
    slopes = np.zeros(window.shape)
    slopes[window.argmax()] = slope
    return slopes


def _with_columns(columns):
    """A row and a column of the number of the cell, by a wrong number of columns. columns: takes the window"""

    def wrong(window, slope):
        return _at(*divmod(int(window.argmax()), columns(window)))(window, slope)

    return wrong


def _every_new_best(window, slope):
    best = np.maximum.accumulate(np.append(-np.inf, window))
    return np.where(window > best[:-1].reshape(window.shape), slope, 0)


def _losers_first(window, slope):
    """0 where it lost, and then the slope where what is left is largest."""
    left = np.where(window < window.max(), 0, window)
    return np.where(left == left.max(), slope, left)


SQUARE, ROW = np.array([[0.2, 0.7], [-0.1, 0.4]]), np.array([[-0.5, -0.25, -0.75]])
TIED = np.array([[0.5, -1.0, 0.75], [0.75, 0.0, 0.75]])

WINDOW = Exercise(
    "07.window",
    right=my_pool_backward,
    cases=[(SQUARE, -0.8), (ROW, 0.3), (np.array([[-2.0, 0.1], [1.5, 0.2], [0.0, 1.25]]), 2.5), (TIED, -1.5)],
    mistakes=[
        (
            "you gave the slope to every cell of the window. Only the winner went on, so only the winner gets it.",
            lambda window, slope: np.full(window.shape, slope),
        ),
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
        (
            "that says who won. Now give the winner the slope.",
            lambda window, slope: my_pool_backward(window, 1),
            lambda window, slope: window == window.max(),
        ),
        (
            "the slope went to the smallest value. Pooling kept the largest.",
            lambda window, slope: my_pool_backward(-window, slope),
        ),
        (
            "you asked who is furthest from 0. Pooling kept the largest: 0.2 beats −2.",
            lambda window, slope: my_pool_backward(abs(window), slope),
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
        (
            "you let the slope pass wherever a value is above 0, as ReLU does. A window passes it to its winner alone.",
            lambda window, slope: slope * (window > 0),
            lambda window, slope: slope * (window >= 0),
        ),
        (
            "you gave each cell the slope, with the sign of its value. The winner alone gets it, as it came.",
            lambda window, slope: slope * np.sign(window),
        ),
        (
            "you gave the slope to the losers, and 0 to the winner: it is the other way round.",
            lambda window, slope: np.where(window == window.max(), 0, slope),
        ),
        (
            "you kept the winner's value. What comes back is `slope`, at the winner's place.",
            lambda window, slope: window * (window == window.max()),
        ),
        (
            "you gave the slope to all that are above the mean. A window has one winner.",
            lambda window, slope: slope * (window > window.mean()),
        ),
        (
            "you shared the slope out by how close a value comes to the largest. The winner takes all of it.",
            lambda window, slope: slope * window / window.max(),
        ),
        (
            "you shared the slope out by the size of the values, without their signs. The winner takes all of it.",
            lambda window, slope: slope * window / abs(window).sum(),
        ),
        (
            "you took the slope from the winner's value: that is a step of training. Return slopes alone.",
            lambda window, slope: window - my_pool_backward(window, slope),
        ),
        (
            "the winner's place holds its value plus the slope. Put the slope there, alone.",
            lambda window, slope: my_pool_backward(window, window.max() + slope),
        ),
        (
            "you looked for the largest in the first row only.",
            lambda window, slope: my_pool_backward(np.where(np.arange(len(window))[:, None] == 0, window, -9), slope),
        ),
        (
            "the slopes lie in one long row, and where two are equally large both got it: give the window's shape.",
            lambda window, slope: np.where(window == window.max(), slope, 0).ravel(),
        ),
        (
            "the largest of each column got the slope. A window has one winner.",
            lambda window, slope: slope * (window == window.max(0)),
        ),
        (
            "where two cells are equally large, they shared the slope. The first of them gets all of it.",
            lambda window, slope: slope * (window == window.max()) / (window == window.max()).sum(),
        ),
        (
            "every cell that was the largest so far kept the slope. Only the last of them is the winner.",
            _every_new_best,
        ),
        (
            "you shared the slope out by powers of e, as softmax does. The winner takes all of it.",
            lambda window, slope: slope * np.exp(window) / np.exp(window).sum(),
        ),
        (
            "you took the slope from every value: that is a step of training. Return the slopes themselves.",
            lambda window, slope: window - slope,
        ),
        ("you added the slope to every value. Return slopes alone.", lambda window, slope: window + slope),
        (
            "the losers hold a 1. Nothing passes through them: begin with `np.zeros`.",
            lambda window, slope: np.where(my_pool_backward(window, 1) == 1, slope, 1),
        ),
        (
            "the losers hold a −1. Nothing passes through them: slope 0.",
            lambda window, slope: np.where(my_pool_backward(window, 1) == 1, slope, -1),
        ),
        (
            "the losers kept their values. Nothing passes through them: their slope is 0.",
            lambda window, slope: np.where(my_pool_backward(window, 1) == 1, slope, window),
            lambda window, slope: np.where(window == window.max(), slope, window),
        ),
        ("a whole row got the slope: `argmax` counts all the cells, row by row, and is no row.", _by_number),
        (
            "the slope always goes to the same cell. Look which cell of the window that came is the largest.",
            *(_at(row, column) for row in (0, 1, -1) for column in (0, 1, -1)),
        ),
        (
            "row and column of the winner are not right for every window: how many columns has the one that came?",
            _with_columns(len),
            _with_columns(lambda window: 2),
            lambda window, slope: _at(*np.argwhere(window == window.max())[0][::-1])(window, slope),
        ),
        (
            "that is where the winner stands. Put the slope there, in an array of zeros.",
            lambda window, slope: np.unravel_index(window.argmax(), window.shape),
        ),
        (
            "that is the number of the winner's cell. Put the slope there, in an array of zeros.",
            lambda window, slope: window.argmax(),
        ),
        (
            "one number is left. Return a slope for each cell.",
            lambda window, slope: window.max() * slope,
            lambda window, slope: window.argmax() * slope,
        ),
        (
            "you shared the slope out, and gave one share. Return one slope for each cell; the winner's is all of it.",
            lambda window, slope: slope / window.size,
        ),
        (
            "you gave one number, a fourth. Return one slope for each cell; the winner's is all of it.",
            lambda window, slope: slope / 4,
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
PLACES_49 = np.round(np.sin(np.arange(1.0, 50) ** 2).reshape(7, 7), 4), -RNG.choice([-1.0, 1.0], (7, 7))
ON_FOUR = np.array([[-8.5, -0.25], [0.0, 1.0]]), np.array([[1.0, -1.0], [-1.0, 0.5]])
ON_15 = np.round(-np.sin(np.arange(15.0)).reshape(3, 5), 2), np.round(np.cos(np.arange(15.0) ** 2).reshape(3, 5), 2)
TWICE = "you divided twice: once by the pixels of the feature, and again by the places. Places are added up only."


def _shares(slopes, pixels, count):
    return slopes * pixels / count


def _share_at(choose, by=lambda count: count):
    """The share of one place alone.

    choose: takes slopes and pixels; returns row and column, or the place counted row by row
    by: what it is divided by, from the pixels of the feature
    """

    def wrong(slopes, pixels, count):
        place = choose(slopes, pixels)
        one = slopes.flat[place] * pixels.flat[place] if np.ndim(place) == 0 else slopes[place] * pixels[place]
        return one / by(count)

    return wrong


def _always(place):
    return lambda slopes, pixels: place


# by what it is divided; row and column of a place, or its number; but for those that other sentences name
DIVISORS = [lambda count: count, lambda count: 1]
PLACES_ALONE = [*({*np.ndindex(7, 7)} - {(0, 0), (1, 1)}), (-1, 0), (0, -1), *range(1, 49)]
LARGEST = [  # the place where something is largest
    lambda slopes, pixels: slopes.argmax(),
    lambda slopes, pixels: abs(slopes).argmax(),
    lambda slopes, pixels: pixels.argmax(),
    lambda slopes, pixels: abs(slopes * pixels).argmax(),
    lambda slopes, pixels: (len(slopes) // 2, len(slopes[0]) // 2),
]

PLACES = Exercise(
    "07.places",
    right=my_feature_slope,
    cases=[(*PLACES_49, 9), (*ON_FOUR, 4), (*ON_15, 9)],
    mistakes=[
        (
            TWICE,
            lambda slopes, pixels, count: _shares(slopes, pixels, count).mean(),
            lambda slopes, pixels, count: _shares(slopes, pixels, count).sum() / 49,
        ),
        (f"{TWICE} Nor are rows counted.", lambda slopes, *others: _shares(slopes, *others).sum() / len(slopes)),
        (
            "you divided by the number of places. Divide by `count`, the pixels of the feature, as the match did.",
            lambda slopes, pixels, count: (slopes * pixels).mean(),
            lambda slopes, pixels, count: (slopes * pixels).sum() / 49,
        ),
        (
            "you divided by 9 every time. `count` says how many pixels this feature has.",
            lambda slopes, pixels, count: (slopes * pixels).sum() / 9,
        ),
        (
            "you multiplied by the number of places: they are in the sum already. Only `count` divides.",
            lambda slopes, pixels, count: (slopes * pixels).sum() / count * slopes.size,
        ),
        (
            "you multiplied by 49, the number of places: they are in the sum already.",
            lambda slopes, pixels, count: (slopes * pixels).sum() / count * 49,
        ),
        (
            "you divided by the slopes that are not 0. Divide by `count`, as the match did.",
            lambda slopes, pixels, count: (slopes * pixels).sum() / np.count_nonzero(slopes),
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
            "you left out what the pixel met, and took the mean. Slope times pixel, at each place, and then the sum.",
            lambda slopes, pixels, count: slopes.mean() / count,
        ),
        (
            "you only counted places where the pixel met a 1. Multiply by it: a −1 turns the sign.",
            lambda slopes, pixels, count: slopes[pixels == 1].sum() / count,
        ),
        (
            "you left out the slopes. Slope times pixel, at each place, and then the sum.",
            lambda slopes, pixels, count: pixels.sum() / count,
        ),
        (
            "`@` multiplies rows by columns. Here each slope meets the pixel at its own place: use `*`.",
            lambda slopes, pixels, count: (slopes @ pixels).sum() / count,
        ),
        (
            "brackets: `pixels.sum()` was added up before it met a slope. Multiply first, place by place.",
            lambda slopes, pixels, count: slopes * pixels.sum() / count,
        ),
        (
            "brackets: `slopes.sum()` was added up before it met a pixel. Multiply first, place by place.",
            lambda slopes, pixels, count: slopes.sum() * pixels / count,
        ),
        (
            "the largest slope times the largest pixel? Every place counts: slope times pixel, then the sum.",
            lambda slopes, pixels, count: slopes.max() * pixels.max() / count,
        ),
        (
            "that is one row alone. The feature was used in all of them: add up over rows *and* columns.",
            *(lambda *given, row=row: _shares(*given)[row].sum() for row in range(3, 7)),
        ),
        (
            "that is one column alone. The feature was used in all of them: add up over rows *and* columns.",
            *(lambda *given, column=column: _shares(*given)[:, column].sum() for column in range(1, 7)),
        ),
        (
            "the largest slope met all pixels. Every place counts: slope times pixel, then the sum.",
            lambda slopes, pixels, count: (slopes.max() * pixels).sum() / count,
        ),
        (
            "7 rows and 7 columns every time? `slopes.shape` says how many there are.",
            lambda slopes, *others: sum(_shares(slopes, *others)[place] for place in np.ndindex(7, 7)),
        ),
        (
            "you took 3 by 3 places, as many as the feature has pixels. It was used at more: go over all of `slopes`.",
            lambda slopes, *others: sum(_shares(slopes, *others)[place] for place in np.ndindex(3, 3)),
            lambda slopes, *others: _shares(slopes, *others)[:3, :3].sum(),
        ),
        (
            "you took as many columns as there are rows. `slopes.shape` has both.",
            lambda slopes, *others: _shares(slopes, *others)[:, : len(slopes)].sum(),
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
        *wrong_products(lambda slopes, pixels, count: (slopes, pixels, count)),
        (
            "the feature was used at every place, and you took one of them alone. Add up over all.",
            *(_share_at(choose, by) for choose in [*LARGEST, *map(_always, PLACES_ALONE)] for by in DIVISORS),
        ),
    ],
    hints=[
        "At one place: how much does the value there change when this pixel grows by a bit? And the error with it?",
        "Multiply the two arrays place by place, add up, and divide as the match did.",
    ],
    praise="every place where the feature was used has its say, and the feature has one answer to all of them.",
)

EXERCISES = [WINDOW, PLACES]
