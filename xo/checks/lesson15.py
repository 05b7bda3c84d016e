"""The exercises of lesson 15: the table of who is taken for whom, and the answer of the most similar digit."""

import numpy as np

from xo.checks.exercise import Exercise, spoilt
from xo.digits import load_digits


def my_table(digits, answers):
    table = np.zeros((10, 10), int)
    for digit, answer in zip(digits, answers):
        table[digit, answer] += 1
    return table


def my_nearest(known, digits, asked):
    distances = ((known - asked) ** 2).sum((1, 2))
    return digits[distances.argmin()]


def _distances(known, digits, asked):
    return ((known - asked) ** 2).sum((1, 2))


TABLE = Exercise(
    "15.table",
    right=my_table,
    cases=[
        ([3, 5, 3, 8, 3], [3, 5, 5, 3, 5]),
        ([4, 4, 9, 9, 9, 0], [4, 9, 9, 9, 5, 0]),
        (list(range(10)), [0, 7, 2, 8, 4, 5, 6, 7, 8, 9]),
    ],
    mistakes=[
        ("rows and columns have changed places: a row is for what was written.", spoilt(my_table, np.transpose)),
        (
            "what came twice is counted once. `table[digits, answers] += 1` on whole lists adds to each cell only "
            "once; go through the pairs.",
            spoilt(my_table, lambda table: (table > 0).astype(int)),
        ),
        (
            "you left out the right answers: they stand on the diagonal.",
            spoilt(my_table, lambda table: table - np.diag(np.diag(table))),
        ),
        (
            "you counted the right answers only. Who is taken for whom stands beside the diagonal.",
            spoilt(my_table, lambda table: np.diag(np.diag(table))),
        ),
        (
            "you gave shares of each row. Here they are to be counts.",
            spoilt(my_table, lambda table: table / np.maximum(table.sum(1, keepdims=True), 1)),
        ),
        (
            "you gave shares of each column. Here they are to be counts.",
            spoilt(my_table, lambda table: table / np.maximum(table.sum(0), 1)),
        ),
        (
            "you gave shares of all answers. Here they are to be counts.",
            spoilt(my_table, lambda table: table / max(table.sum(), 1)),
            spoilt(my_table, lambda table: 100 * table / max(table.sum(), 1)),
        ),
        (
            "each count stands in a whole row. A cell takes two numbers: `table[digit, answer]`.",
            spoilt(my_table, lambda table: np.tile(table.sum(1, keepdims=True), 10)),
        ),
        (
            "every digit was paired with every answer. Go through both together: `zip(digits, answers)`.",
            lambda digits, answers: np.outer(np.bincount(digits, minlength=10), np.bincount(answers, minlength=10)),
            lambda digits, answers: np.outer(np.arange(10) < len(digits), np.arange(10) < len(answers)).astype(int),
        ),
        (
            "you took the place in the list for the digit that stands there.",
            lambda digits, answers: my_table(range(len(digits)), answers),
            lambda digits, answers: my_table(digits, range(len(digits))),
        ),
        (
            "only the last pair is counted: is the table made anew in every round?",
            lambda digits, answers: my_table(digits[-1:], answers[-1:]),
        ),
        ("the first pair is not counted.", lambda digits, answers: my_table(digits[1:], answers[1:])),
        ("the last pair is not counted.", lambda digits, answers: my_table(digits[:-1], answers[:-1])),
        ("each pair is counted both ways. A row is for what was written only.", spoilt(my_table, lambda t: t + t.T)),
        (
            "row 0 is for the digit 0: take the digit as it is, without `- 1`.",
            spoilt(my_table, lambda table: np.roll(table, (-1, -1), (0, 1))),
        ),
        (
            "each count stands in every row. `table[:, answer]` does that, and so does `[[0] * 10] * 10`, which is ten "
            "times the same row.",
            spoilt(my_table, lambda table: np.tile(table.sum(0), (10, 1))),
        ),
        (
            "you gave one number for each digit. It takes two, what was written and what was read, to find the cell.",
            lambda digits, answers: np.bincount(digits, minlength=10),
        ),
    ],
    hints=[
        "Start with `np.zeros((10, 10), int)`. Each pair, what was written and what was read, adds 1 to one cell.",
        "`for digit, answer in zip(digits, answers):` goes through the pairs; `table[row, column] += 1` counts one.",
    ],
    praise="its diagonal, added up and divided by all, is the share of right answers; the rest says what went wrong.",
)

IMAGES, DIGITS = load_digits()
KNOWN, NAMES = IMAGES[:30, 0], DIGITS[:30]

NEAREST = Exercise(
    "15.nearest",
    right=my_nearest,
    cases=[(KNOWN, NAMES, IMAGES[place, 0]) for place in (31, 33, 39, 62, 69)],  # 39, a 9, is nearest to a 3
    mistakes=[
        (
            "you gave the least similar one: the smallest distance is the nearest.",
            lambda known, digits, asked: digits[_distances(known, digits, asked).argmax()],
        ),
        ("you gave the place in the list. Which digit stands there?", spoilt(_distances, np.argmin)),
        ("you gave the distance. Whose is it?", spoilt(_distances, np.min)),
        (
            "you added up the differences as they are, so more ink here and less ink there cancel: square them first.",
            lambda known, digits, asked: digits[abs((known - asked).sum((1, 2))).argmin()],
        ),
        (
            "you took the smallest sum of differences, and the smallest is the most negative. Square the differences.",
            lambda known, digits, asked: digits[(known - asked).sum((1, 2)).argmin()],
        ),
        (
            "you added up the differences without their signs. That is a distance, too; here they are squared.",
            lambda known, digits, asked: digits[abs(known - asked).sum((1, 2)).argmin()],
        ),
        (
            "you took the largest difference of each image alone. Add up the squares of all.",
            lambda known, digits, asked: digits[abs(known - asked).max((1, 2)).argmin()],
        ),
        (
            "you let the three nearest vote. Here the nearest one answers alone.",
            lambda known, digits, asked: np.bincount(digits[_distances(known, digits, asked).argsort()[:3]]).argmax(),
        ),
        (
            "you gave the second nearest. Places are counted from 0.",
            lambda known, digits, asked: digits[_distances(known, digits, asked).argsort()[1]],
        ),
        (
            "you added the images to each other. For a distance, subtract.",
            lambda known, digits, asked: digits[_distances(known, digits, -asked).argmin()],
        ),
        (
            "you counted the pixels that are equal. Add up by how much each differs, squared.",
            lambda known, digits, asked: digits[(known == asked).sum((1, 2)).argmax()],
        ),
        ("you gave all distances. Take the smallest, and say whose it is.", _distances),
        (
            "you multiplied pixel by pixel. That is a match, not a distance: square the differences.",
            lambda known, digits, asked: digits[(known * asked).sum((1, 2)).argmax()],
        ),
    ],
    hints=[
        "`known - asked` takes the one image from each of the known ones. Square that, and add up rows and columns.",
        "`.sum((1, 2))` leaves one number for each known image, `.argmin()` says which is smallest.",
    ],
    praise="that is the whole rival: it learns nothing, and keeps everything.",
)

EXERCISES = [TABLE, NEAREST]
