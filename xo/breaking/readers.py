"""Readers: whoever says X or O to an image, asked in one way and caught where it is wrong (lessons 1, 3, 7).

A reader is a network, or the word "pixels" for comparing whole images with the published X and O. Votes
closer than 1e-9 count as equal, and equal votes go to X, the first category.
"""

import numpy as np

from xo.arguments import as_numbers
from xo.images import O, X, read_image
from xo.matching import match

EQUAL = 1e-9

# Neither an X nor an O, and yet every reader has to say one or the other.
STRANGERS = {
    "a blank page": -np.ones((9, 9)),
    "a plus": read_image("""
        .........
        ....#....
        ....#....
        ....#....
        .#######.
        ....#....
        ....#....
        ....#....
        ........."""),
    "a Q": read_image("""
        .........
        ...###...
        ..#...#..
        .#.....#.
        .#.....#.
        .#...#.#.
        ..#...#..
        ...###.#.
        ........."""),
    "noise": np.random.default_rng(3).choice([-1.0, 1.0], (9, 9), p=[0.7, 0.3]),
}


def votes_of(reader, images):
    """What a reader says to images (..., rows, columns); returns: votes (..., categories)

    raises: TypeError for anything that cannot read; ValueError for images that do not fit the reader
    """
    images = as_numbers(images)
    if isinstance(reader, str) and reader == "pixels":
        return np.stack([match(images, X), match(images, O)], -1)
    if not hasattr(reader, "forward"):
        raise TypeError(f'expected a network or "pixels" as a reader, got {reader!r}')
    votes = reader.forward(images.reshape(-1, 1, *images.shape[-2:]))
    if votes.shape[1] != 2:
        raise ValueError(f"expected a reader with votes for 2 categories, X and O, got {votes.shape[1]}")
    return votes.reshape(*images.shape[:-2], 2)


def lead(votes):
    """How far X is ahead of O, 0 where they differ by no more than rounding. From 0 on, X is the answer.

    votes: (..., categories)
    """
    ahead = votes[..., 0] - votes[..., 1]
    return np.where(abs(ahead) < EQUAL, 0, ahead)


def confidence(votes):
    """The answer's share after softmax, from 0.5 to 1: a share of the votes, not a chance of being right."""
    return 1 / (1 + np.exp(-abs(votes[..., 0] - votes[..., 1])))


def worst_answers(reader, images, categories, most=12):
    """The wrong answers, worst first: those where the wrong category is furthest ahead.

    images: (images, 1, rows, columns); categories: (images,), 0 for X and 1 for O
    returns: which images (wrong,), at most `most`; their votes (wrong, categories); how many are wrong in all
    """
    votes = votes_of(reader, images[:, 0])
    ahead = lead(votes)
    wrong = np.flatnonzero((ahead < 0) != (np.asarray(categories) == 1))
    worst = wrong[np.argsort(-abs(ahead[wrong]), kind="stable")][:most]
    return worst, votes[worst], len(wrong)
