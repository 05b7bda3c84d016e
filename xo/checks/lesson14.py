"""The exercises of lesson 14: shrink a picture by area, and find the paper around every place."""

import numpy as np

from xo.checks.exercise import Exercise, spoilt


def shrink(image, times):
    rows, columns = image.shape
    small = np.zeros((rows // times, columns // times))
    for row, column in np.ndindex(small.shape):
        top, left = row * times, column * times
        small[row, column] = image[top : top + times, left : left + times].mean()
    return small


def paper_around(row, reach):
    def around(values, choose):
        return [choose(values[max(0, place - reach) : place + reach + 1]) for place in range(len(values))]

    return around(around(row, max), min)


# What plausible wrong answers do.
def _shrunk(choose):
    """Blocks of which something else is kept."""

    def shrunk(image, times):
        rows, columns = (side // times for side in image.shape)
        return choose(image.reshape(rows, times, columns, times).swapaxes(1, 2).reshape(rows, columns, -1))

    return shrunk


def _overlapping(image, times):
    """A block from every place on, as a feature slides."""
    rows, columns = (side - times + 1 for side in image.shape)
    blocks = [[image[r : r + times, c : c + times].mean() for c in range(columns)] for r in range(rows)]
    return np.array(blocks)


def _blocks_at(place):
    """Blocks that begin and end elsewhere. place: takes row, column and times, returns top, bottom, left and right"""

    def shrunk(image, times):
        small = shrink(image, times)
        for row, column in np.ndindex(small.shape):
            top, bottom, left, right = place(row, column, times)
            small[row, column] = image[top:bottom, left:right].mean()
        return small

    return shrunk


def _rows_only(image, times):
    return image.reshape(-1, times, image.shape[1]).mean(1)


def _paper(first=max, then=min, before=1, after=1, clip=True, last=1, then_last=None):
    """Two choices, one after the other, around every place. 0 leaves out a side, or the last place.

    then_last: the same for the second choice alone
    """

    def around(values, choose, reach, last):
        starts = [place - before * reach for place in range(len(values))]
        starts = [max(0, start) for start in starts] if clip else starts
        found = [values[start : place + after * reach + last] for place, start in enumerate(starts)]
        return [choose(near) if len(near) else 0 for near in found]

    def paper(row, reach):
        row = list(row)
        found = around(row, first, reach, last)
        return around(found, then, reach, last if then_last is None else then_last) if then else found

    return paper


def _in_place(row, reach):
    """Each place is read where its neighbours have been changed already."""
    row = list(row)
    for choose in (max, min):
        for place in range(len(row)):
            row[place] = choose(row[max(0, place - reach) : place + reach + 1])
    return row


def _ends_kept(row, reach):
    """Only where a whole window fits; the ends stay as they are."""
    row = list(row)
    for choose in (max, min):
        whole = [choose(row[place - reach : place + reach + 1]) for place in range(reach, len(row) - reach)]
        row[reach : len(row) - reach] = whole
    return row


def _zeros_around(row, reach):
    for choose in (np.max, np.min):
        padded = np.pad(row, reach)
        row = [choose(padded[place : place + 2 * reach + 1]) for place in range(len(row))]
    return row


LIGHT = np.array([200, 200, 100, 200, 200, 90, 90, 45, 90, 90])
LEANING = np.round(np.cos(np.arange(60.0)), 2).reshape(6, 10)
UNEVEN = np.array([30, 80, 20, 60, 75, 10, 90, 40, 55]), np.array([65, 60, 80, 10, 70, 90, 20, 50])

SHRINK = Exercise(
    "14.shrink",
    right=shrink,
    cases=[(LEANING, 2), (LEANING[:, :9], 3), (LEANING[:2, :6] + 2, 2), (LEANING[:4, :8], 4)],
    mistakes=[
        ("you took the largest of each block. That is pooling: thin lines would grow.", _shrunk(lambda b: b.max(-1))),
        ("you took the smallest of each block. Each old pixel should count alike.", _shrunk(lambda b: b.min(-1))),
        (
            "you took one pixel of each block. A thin line that lies beside it is lost: take the mean of all.",
            _shrunk(lambda b: b[..., 0]),
            _shrunk(lambda b: b[..., -1]),
        ),
        (
            "you took one pixel near the middle of each block. A thin line beside it is lost: take the mean of all.",
            lambda image, times: image[times // 2 :: times, times // 2 :: times],
        ),
        ("you added up, but did not divide by the number of pixels in a block.", _shrunk(lambda b: b.sum(-1))),
        (
            "you divided by the side of a block, not by the number of its pixels.",
            lambda image, times: shrink(image, times) * times,
        ),
        ("you divided by 4, however large a block is.", _shrunk(lambda b: b.sum(-1) / 4)),
        (
            "your blocks overlap: step on by a whole block, not by one pixel.",
            _overlapping,
            lambda image, times: _overlapping(image, times)[: len(image) // times, : len(image[0]) // times],
        ),
        (
            "your blocks are a pixel too large: a slice leaves out its end, so `top : top + times` are `times` rows.",
            _blocks_at(lambda row, column, t: (row * t, row * t + t + 1, column * t, column * t + t + 1)),
        ),
        (
            "your blocks are a pixel too small: a slice leaves out its end by itself, so write no `- 1`.",
            _blocks_at(lambda row, column, t: (row * t, row * t + t - 1, column * t, column * t + t - 1)),
        ),
        (
            "you took the row for both ways. How far a block is to the right, its column says.",
            _blocks_at(lambda row, column, t: (row * t, row * t + t, row * t, row * t + t)),
        ),
        (
            "you took the middle value of each block. A thin line vanishes in that: take the mean.",
            _shrunk(lambda b: np.median(b, -1)),
        ),
        (
            "your `reshape` cuts the pixels up row by row. A block's rows are not neighbours in it: slice the blocks.",
            lambda image, times: image.reshape(*shrink(image, times).shape, -1).mean(-1),
        ),
        ("your picture lies on its side: rows and columns are exchanged.", spoilt(shrink, np.transpose)),
        ("you shrank the rows only. The columns are as many as before.", _rows_only),
        (
            "you shrank the columns only. The rows are as many as before.",
            lambda image, times: _rows_only(image.T, times).T,
        ),
        ("you gave one number for the whole picture. Give one for each block.", lambda image, times: image.mean()),
    ],
    hints=[
        "Block (row, column) begins at row `row * times` and column `column * times`.",
        "`image[top : top + times, left : left + times]` is one block. What is the mean of its pixels?",
    ],
    praise="every old pixel counts once, so a thin line becomes grey instead of vanishing.",
)

PAPER = Exercise(
    "14.paper",
    right=paper_around,
    cases=[(LIGHT, 2), (UNEVEN[0], 1), (UNEVEN[1], 2)],
    mistakes=[
        ("you took the largest only. At a shadow's edge it reaches too far: now the smallest.", _paper(then=None)),
        ("you took the smallest first. That swallows thin *light* lines, and spreads the ink.", _paper(min, max)),
        ("you took the smallest of the row itself. Take it of the largest values that you found.", _paper(min, None)),
        ("you took the largest value twice. The second time, the smallest of those.", _paper(max, max)),
        ("you looked to the right only. The paper may be on the left.", _paper(before=0), _paper(before=0, last=0)),
        ("you looked to the left only. The paper may be on the right.", _paper(after=0)),
        (
            "a slice that begins below 0 counts from the end in Python: begin at `max(0, place - reach)`.",
            _paper(clip=False),
            _paper(then=None, clip=False),
        ),
        (
            "your window ends one place too early: a slice leaves out its end, so write `+ 1`.",
            _paper(last=0),
            _paper(then_last=0),
            _paper(last=0, then_last=1),
        ),
        ("you read from what you had changed already. Write into a new list.", _in_place),
        ("the ends are as they were. There, take the places that there are.", _ends_kept),
        (
            "you laid zeros around the row, and at its ends a zero is the smallest. There are fewer places.",
            _zeros_around,
        ),
        (
            "you gave one number for all. In a shadow paper is darker: give one for each place.",
            lambda row, reach: min(_paper(then=None)(row, reach)),
        ),
        (
            "you took the largest of the whole row. In a shadow paper is darker: look within reach only.",
            lambda row, reach: [max(row)] * len(row),
        ),
        (
            "you divided already. Give the paper's light; the division comes after.",
            lambda row, reach: np.array(row) / paper_around(list(row), reach),
        ),
        (
            "you took the mean. A line of ink pulls it down: take the largest, then the smallest.",
            _paper(np.mean, None),
            _paper(np.mean, min),
            _paper(max, np.mean),
        ),
        ("you took the middle value of those around. Take the largest, then the smallest.", _paper(np.median, None)),
        (
            "your window is as wide as `reach`. It reaches that far to *both* sides.",
            lambda row, reach: paper_around(list(row), reach // 2),
        ),
    ],
    hints=[
        "Write the largest first: for each place, the `max` of `row[max(0, place - reach) : place + reach + 1]`.",
        "Then walk over the list that you found in the same way, with `min`.",
    ],
    praise="a thin line is gone and the shadow's edge is where it was: divide by this, and every paper is 1.",
)

EXERCISES = [SHRINK, PAPER]
