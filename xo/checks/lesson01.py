"""The exercises of lesson 1: a share of pixels, a match, and the machine that answers."""

import numpy as np

from xo.checks.exercise import Exercise
from xo.checks.products import wrong_products
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


def _scored(choose):
    """Something else is made of the scores. choose: takes them as a dict, name -> score"""
    return lambda image, examples: choose({name: my_match(image, example) for name, example in examples.items()})


def _above_zero(start):
    """The best score so far begins at 0; `start` stands for the name until one is better."""
    return _scored(lambda scores: max(scores, key=scores.get) if max(scores.values()) > 0 else start)


SHARE = Exercise(
    "01.share",
    right=share_that_agrees,
    cases=[(1.0,), (-1.0,), (0.5,), (33 / 81,), (-0.5,)],
    mistakes=[
        ("a share cannot be negative: with a score of −1, nothing agrees, so the share is 0.", lambda score: score),
        ("you dropped the sign. A score of −1 means that nothing agrees; yours says that everything does.", abs),
        ("half of the score would make a perfect match 0.5. What must score 1 become?", lambda score: score / 2),
        ("you added 1, so a perfect match becomes 2. One step is missing.", lambda score: score + 1),
        ("that is the share that does *not* agree.", lambda score: (1 - score) / 2),
        ("you gave the number of pixels of a 9 by 9 picture, not the share.", lambda score: 81 * (score + 1) / 2),
        (
            "scores below 0 say something, too: −0.5 means that a quarter agrees.",
            lambda s: (max(s, 0) + 1) / 2,
            lambda score: max(score, 0),
        ),
        (
            "dividing goes before adding, so only the 1 was halved: put brackets around all that you divide.",
            lambda score: score + 1 / 2,
        ),
        ("you took 1 away. Then score −1 gives −1: which way must it be moved to start at 0?", lambda s: (s - 1) / 2),
        ("you squared the score, and a −1 becomes a 1. Move the score instead.", lambda score: score**2),
        ("you multiplied where the range must shrink: from 2 wide to 1 wide.", lambda score: (score + 1) * 2),
        ("you took it away from 1: then score 1 gives 0. All of the pixels agree there.", lambda score: 1 - score),
        ("you dropped the sign, and halved. −1 means that nothing agrees.", lambda score: abs(score) / 2),
        ("you multiplied by the pixels. A share is between 0 and 1, whatever their number.", lambda score: score * 81),
        (
            "the score is divided by the number of pixels already: leave the 81 away.",
            lambda score: (score + 81) / 162,
        ),
        ("you gave whole per cent. Give the share: 1 means all.", lambda score: int((score + 1) * 50)),
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
    cases=[(X, O), (X, ROTATED_X), (X[:3, :4], O[:3, :4]), (GREY, GREY), (X, -O), (GREY, GREY[::-1]), (GREY, -GREY)],
    mistakes=[
        ("you added up, but did not divide.", lambda image, pattern: (image * pattern).sum()),
        ("you divided by 81 every time. Count the pixels of the picture that came.", lambda a, b: (a * b).sum() / 81),
        ("you divided by the number of rows. Every pixel takes part.", lambda a, b: (a * b).sum() / len(a)),
        (
            "you counted the pixels that are equal. That is the share; the score takes 1 away for each that differs.",
            lambda a, b: (a == b).mean(),
            lambda a, b: (a == b).sum() / 81,
        ),
        (
            "you took twice the share, minus 1. That is the score where every pixel is ±1, but greys are seldom equal.",
            lambda a, b: 2 * (a == b).mean() - 1,
        ),
        (
            "you took those that differ from those that are equal, and divided by 81. For greys, multiply.",
            lambda a, b: ((a == b).sum() - (a != b).sum()) / 81,
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
            "you took the number of rows for both sides. A picture has rows *and* columns: `image.shape` has both.",
            lambda a, b: (a * b)[:, : len(a)].sum() / a.size,
        ),
        ("you counted the pixels that are equal. That is no score yet.", lambda a, b: (a == b).sum()),
        (
            "you gave the share of equal pixels, in per cent. A score runs from −1 to 1.",
            lambda a, b: 100 * (a == b).mean(),
        ),
        (
            "you took those that differ from those that are equal, and did not divide. For greys, multiply.",
            lambda a, b: (a == b).sum() - (a != b).sum(),
        ),
        (
            "you took squared distances away from 1. For pixels of ±1 half of them would do; greys are multiplied.",
            lambda a, b: 1 - ((a - b) ** 2).mean(),
        ),
        (
            "you took half of the squared distances away from 1. For pixels of ±1 that is the score; multiply greys.",
            lambda a, b: 1 - ((a - b) ** 2).mean() / 2,
        ),
        ("you gave the share of pixels that differ.", lambda a, b: (a != b).mean()),
        ("you only asked whether the pictures are equal. A score says how well they match.", np.array_equal),
        (
            "you divided by the sizes of the pattern's pixels. For ±1 that is their number; greys are smaller.",
            lambda a, b: (a * b).sum() / np.abs(b).sum(),
        ),
        (
            "that is a correlation: it takes the means away first. Here pixels are multiplied as they are.",
            lambda a, b: np.corrcoef(a.ravel(), b.ravel())[0, 1],
        ),
        *wrong_products(lambda image, pattern: (image, pattern, image.size)),
        (
            "that is a distance: 0 for equal pictures. A score multiplies, and is 1 for equal pictures of ±1.",
            lambda a, b: np.sqrt(((a - b) ** 2).sum()),
        ),
        ("that is a distance, and squared: a score multiplies instead.", lambda a, b: ((a - b) ** 2).mean()),
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
        (-X, {"X": X, "O": O}),  # all scores are below 0
    ],
    mistakes=[
        ("you gave the worst match. Look for the largest score.", _scored(lambda scores: min(scores, key=scores.get))),
        (
            "you gave the score. Give the *name* of the example that it belongs to.",
            _scored(lambda scores: max(scores.values())),
        ),
        ("you always give the first name. Compare the scores.", lambda image, examples: next(iter(examples))),
        (
            "you always give the last name. Do you keep the best score so far, and its name with it?",
            lambda image, examples: list(examples)[-1],
        ),
        (
            "`max` of a dictionary takes the name that is last in the alphabet. Compare the scores: `key=` says how.",
            lambda image, examples: max(examples),
        ),
        (
            "`for name, example in examples` takes a name apart; `examples.items()` gives names *and* examples.",
            lambda image, examples: [name for name, example in examples],
        ),
        (
            "you begin with 1 as the best score, and none is above 1. Begin lower than any score can be.",
            lambda image, examples: "",
        ),
        (
            "you gave the first name with a score above 0.5, and nothing where there is none. Which is the *largest*?",
            _scored(lambda scores: next((name for name, score in scores.items() if score > 0.5), None)),
        ),
        (
            "you looked for the example that is equal in all pixels, and gave the first name where none is.",
            lambda image, examples: max(examples, key=lambda name: np.array_equal(examples[name], image)),
        ),
        (
            "you begin with 0 as the best score, and all scores may be below 0. Begin lower than any score can be.",
            _above_zero(""),
            _above_zero(None),
        ),
        (
            "you gave the first name with a score above 0. A later one may score higher: go through all of them.",
            _scored(lambda scores: next((name for name, score in scores.items() if score > 0), None)),
        ),
        (
            "you gave the place of the best score in a list. Give the *name* that belongs to it.",
            _scored(lambda scores: int(np.argmax(list(scores.values())))),
        ),
        (
            "you always answer X or O. The names are whatever the dictionary calls them.",
            lambda image, examples: "X" if my_match(image, X) > my_match(image, O) else "O",
            lambda image, examples: "X" if my_match(image, examples["X"]) > my_match(image, examples["O"]) else "O",
        ),
        (
            "you dropped the minus signs, so a perfect opposite counts as a perfect match.",
            _scored(lambda scores: max(scores, key=lambda name: abs(scores[name]))),
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
