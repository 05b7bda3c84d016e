"""What goes wrong where two arrays are multiplied place by place, added up and divided: in lessons 1, 2 and 7."""

import numpy as np

from xo.checks.exercise import adapted

ALL = "Every place counts: multiply place by place, add up all of it, then divide."
# what is taken of the products instead of their sum
TAKEN = [
    (f"you kept the largest product. {ALL}", np.max),
    (f"you kept the product that is furthest from 0. {ALL}", lambda products: np.abs(products).max()),
    (f"you took the product in the middle of them, the median. {ALL}", np.median),
    (f"you multiplied the products with each other. {ALL}", np.prod),
    (f"that is the first place alone: does `return` stand inside the loop? {ALL}", lambda p: p.flat[0]),
    (f"that is one place alone. {ALL}", lambda products: products[1, 1]),
    (f"that is the last place alone: does each round put its product over the total? {ALL}", lambda p: p.flat[-1]),
    (f"that is the first row alone: does `return` stand inside the outer loop? {ALL}", lambda p: p[0].sum()),
    (f"that is the last row alone: is your total set back to 0 in each row? {ALL}", lambda p: p[-1].sum()),
    (f"that is one row alone. {ALL}", *(lambda products, row=row: products[row].sum() for row in (1, 2))),
    (f"that is the first column alone. {ALL}", lambda products: products[:, 0].sum()),
    (f"that is the diagonal alone. Two loops, one inside the other, reach every place. {ALL}", np.trace),
    ("the last row and the last column are missing: `range(n)` ends before n by itself.", lambda p: p[:-1, :-1].sum()),
    ("the first row and the first column are missing: places are counted from 0.", lambda p: p[1:, 1:].sum()),
]
# what is made of the two arrays and of what the sum should be divided by
MADE = [
    (f"you added up each by itself and multiplied then. {ALL}", lambda a, b, count: a.sum() * b.sum() / count),
    (f"you took the mean of each by itself and multiplied then. {ALL}", lambda a, b, count: a.mean() * b.mean()),
    (
        "you divided by the number of columns. Every place counts, in all rows.",
        lambda a, b, _: (a * b).sum() / len(a[0]),
    ),
    ("you divided by rows plus columns. How many are they together?", lambda a, b, _: (a * b).sum() / sum(a.shape)),
    (f"that is the diagonal alone. {ALL}", lambda a, b, _: np.trace(a * b) / len(a)),
    (
        "you divided by one side, squared. It need not be square: rows *times* columns, or `.size`.",
        lambda a, b, _: (a * b).sum() / len(a) ** 2,
        lambda a, b, _: (a * b).sum() / len(a[0]) ** 2,
    ),
    ("you divided by one less than there are. Count again.", lambda a, b, count: (a * b).sum() / (count - 1)),
    (
        "you only took the sign of the second. Multiply by it, as it is.",
        lambda a, b, count: (a * np.sign(b)).sum() / count,
    ),
    (
        "the first place of one of the two met all of the other. Multiply what stands at the same place.",
        lambda a, b, count: (a * b[0, 0]).sum() / count,
        lambda a, b, count: (a[0, 0] * b).sum() / count,
    ),
    (
        "you dropped the products below 0. They take away from the sum: keep them.",
        lambda a, b, count: np.maximum(a * b, 0).sum() / count,
    ),
    ("you divided the wrong way round: the sum stands above the line.", lambda a, b, count: count / (a * b).sum()),
    ("you divided twice. Add up, and divide once.", lambda a, b, count: (a * b).sum() / count**2),
    (
        f"you took the mean of each by itself, multiplied then, and divided. {ALL}",
        lambda a, b, n: a.mean() * b.mean() / n,
    ),
    ("you squared the products, which drops their signs.", lambda a, b, count: ((a * b) ** 2).sum() / count),
    (
        "you took one away from the other. Multiply place by place.",
        lambda a, b, count: (a - b).sum() / count,
        lambda a, b, count: (b - a).sum() / count,
    ),
    ("you divided one by the other. Multiply place by place.", lambda a, b, count: (a / b).sum() / count),
    (
        "one of the two is turned by half a turn. Multiply what stands at the same place.",
        lambda a, b, count: (a[::-1, ::-1] * b).sum() / count,
    ),
    (
        "rows and columns of one of the two have changed places. Multiply what stands at the same place.",
        lambda a, b, count: (a.T * b).sum() / count,
    ),
    (
        "you only asked whether the second is above 0. Multiply by it: what is below 0 turns the sign.",
        lambda a, b, count: (a * (b > 0)).sum() / count,
    ),
    (
        "what is below 0 in the first became 0. Keep it, with its sign.",
        lambda a, b, count: (np.maximum(a, 0) * b).sum() / count,
    ),
]


def wrong_products(read):
    """The mistakes that can be made with products that are added up and divided: (message, wrong function, ...).

    read: takes what the exercise is given; returns the two arrays, and by what the sum of their products is divided
    """

    def taken(take, divided):
        def wrong(*given):
            one, other, count = read(*given)
            return take(one * other) / (count if divided else 1)

        return wrong

    def made(make):
        return lambda *given: make(*read(*given))

    parts = [(words, *(taken(take, divided) for take in takes for divided in (True, False))) for words, *takes in TAKEN]
    return parts + adapted(MADE, made)
