"""The exercises of lesson 1: a share of pixels, a match, and the machine that answers."""

import numpy as np

from xo.checks.exercise import Exercise
from xo.images import ROTATED_X, TRICKIER, O, X

GREY = np.round(np.sin(np.arange(12.0)).reshape(3, 4), 2)


def share_that_agrees(score):
    return (score + 1) / 2


def my_match(image, pattern):
    products = image * pattern
    return products.sum() / products.size


def my_answer(image, examples):
    scores = {name: my_match(image, example) for name, example in examples.items()}
    return max(scores, key=scores.get)


def _names_by(key):
    return lambda image, examples: key(examples, lambda name: my_match(image, examples[name]))


SHARE = Exercise(
    "01.share",
    right=share_that_agrees,
    cases=[(1.0,), (-1.0,), (0.5,), (33 / 81,)],
    mistakes=[
        ("a share cannot be negative: with a score of −1, nothing agrees, so the share is 0.", lambda score: score),
        ("you dropped the sign. A score of −1 means that nothing agrees; yours says that everything does.", abs),
        ("half of the score would make a perfect match 0.5. What must score 1 become?", lambda score: score / 2),
        ("you added 1, so a perfect match becomes 2. One step is missing.", lambda score: score + 1),
        ("that is the share that does *not* agree.", lambda score: (1 - score) / 2),
        ("you gave the number of pixels of a 9 by 9 picture, not the share.", lambda score: 81 * (score + 1) / 2),
        ("scores below 0 say something too: −0.5 means that a quarter agrees.", lambda score: max(score, 0)),
    ],
    hints=[
        "A score runs from −1 to 1, a share from 0 to 1. Which share belongs to a score of 0?",
        "Move it so that it starts at 0, then shrink it so that it ends at 1.",
    ],
    praise="a score of 0 means that half of the pixels agree, which is no match at all.",
)

MATCH = Exercise(
    "01.match",
    right=my_match,
    cases=[(X, O), (X, ROTATED_X), (X[:3, :4], O[:3, :4]), (GREY, GREY), (X, -O), (GREY, GREY[::-1])],
    mistakes=[
        ("you added up, but did not divide.", lambda image, pattern: (image * pattern).sum()),
        ("you divided by 81 every time. Count the pixels of the picture that came.", lambda a, b: (a * b).sum() / 81),
        ("you divided by the number of rows. Every pixel takes part.", lambda a, b: (a * b).sum() / len(a)),
        (
            "you counted the pixels that are equal. That is the share; the score takes 1 away for each that differs.",
            lambda a, b: (a == b).mean(),
        ),
        (
            "you took twice the share, minus 1. That is the score where every pixel is ±1, but greys are seldom equal.",
            lambda a, b: 2 * (a == b).mean() - 1,
        ),
        ("you counted the pixels that differ.", lambda a, b: (a != b).sum()),
        ("you divided by 9 every time. Count the pixels of the picture that came.", lambda a, b: (a * b).sum() / 9),
        ("you dropped the minus sign. An opposite should score −1, not 1.", lambda a, b: abs((a * b).mean())),
        (
            "you dropped the minus sign of every product, so that pixels that differ count like equal ones.",
            lambda a, b: np.abs(a * b).mean(),
        ),
        (
            "your negative scores became 0. Below 0 the score says how far the pictures are opposites.",
            lambda a, b: max((a * b).mean(), 0),
        ),
        (
            "`@` multiplies rows by columns. Here each pixel meets the one at its own place: use `*`.",
            lambda a, b: (a @ b).mean(),
        ),
        (
            "`@` multiplies rows by columns. Each pixel meets the one at its own place: use `*`.",
            lambda a, b: (a @ b).sum() / len(a),
        ),
        (
            "`@` multiplies rows by columns; here each pixel meets the one at its own place. Use `*`, and add up.",
            lambda a, b: a @ b,
        ),
        ("you added the pictures where you should multiply them.", lambda a, b: (a + b).sum() / a.size),
        (
            "you took the difference. For pixels of ±1 it can tell, but a perfect match should be 1, not 0.",
            lambda a, b: np.abs(a - b).mean(),
        ),
        (
            "you took the difference away from 1. For pixels of ±1 that is the score; for greys it is not: multiply.",
            lambda a, b: 1 - np.abs(a - b).mean(),
        ),
        ("you multiplied, but there is still a whole picture of products. Add them up.", lambda a, b: a * b),
        (
            "you divided by the length of the lists of numbers as well. That is a cosine, and equal to our score for "
            "±1 pixels; for greys it is not.",
            lambda a, b: (a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum()),
        ),
    ],
    hints=[
        "`image * pattern` multiplies every pixel with the one at the same place.",
        "Add up with `.sum()`; `.size` tells how many there are.",
    ],
    praise="a perfect match of ±1 pixels is exactly 1, its negative −1, and any size works.",
)

ANSWER = Exercise(
    "01.answer",
    right=my_answer,
    cases=[
        (TRICKIER["X rotated"], {"X": X, "O": O}),
        (TRICKIER["O shifted"], {"X": X, "O": O}),
        (O, {"X": X, "O": O}),
        (X, {"O": O, "rotated X": ROTATED_X, "X": X}),
        (-X, {"X": X, "negative": -X}),
    ],
    mistakes=[
        (
            "you gave the worst match. Look for the largest score.",
            _names_by(lambda names, score: min(names, key=score)),
        ),
        (
            "you gave the score. Give the *name* of the example that it belongs to.",
            _names_by(lambda names, score: max(map(score, names))),
        ),
        ("you always give the first name. Compare the scores.", lambda image, examples: next(iter(examples))),
        (
            "you always answer X or O. The names are whatever the dictionary calls them.",
            lambda image, examples: "X" if my_match(image, X) > my_match(image, O) else "O",
        ),
        (
            "you dropped the minus signs, so a perfect opposite counts as a perfect match.",
            _names_by(lambda names, score: max(names, key=lambda name: abs(score(name)))),
        ),
        ("you gave the picture. Give its name.", lambda image, examples: examples[my_answer(image, examples)]),
        (
            "you looked for the example that is equal, pixel for pixel. Most pictures equal none of them.",
            lambda image, examples: next((n for n, e in examples.items() if np.array_equal(e, image)), "none"),
        ),
        (
            "you looked for the example that is equal, pixel for pixel, and gave nothing where none is. Most are not.",
            lambda image, examples: next((n for n, e in examples.items() if np.array_equal(e, image)), None),
        ),
    ],
    hints=[
        "Score the image against every example first; your `my_match` does that.",
        "`for name, example in examples.items():` goes through them. Keep the best score so far, and its name.",
    ],
    praise="that is a complete machine for telling letters apart. It is only not a good one.",
)

EXERCISES = [SHARE, MATCH, ANSWER]
