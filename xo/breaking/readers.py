"""Readers: whoever says what an image is, asked in one way and caught where it is wrong (lessons 1, 3, 7).

A reader is a network, or examples to compare whole images with: a dictionary with one for each category, or the word
"pixels" for the published X and O. Votes closer than 1e-9 count as equal, and equal votes go to the first category
among them.
"""

import numpy as np

from xo.arguments import as_able, as_numbers, as_whole
from xo.errors import as_examples, check_categories
from xo.images import O, X, as_image, read_image, refuse_greys
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
    images = refuse_greys(as_numbers(images), 0)
    if examples := examples_of(reader):
        _expect_size(images, examples, reader)
        return np.stack([match(images, example) for example in examples.values()], -1)
    as_able(reader, ["forward"], 'a network, examples by name or "pixels" as a reader')
    votes = reader.forward(images.reshape(-1, 1, *images.shape[-2:]))
    if votes.ndim != 2:
        raise ValueError(f"expected a reader that votes, got one that makes shape {votes.shape[1:]} of an image")
    return votes.reshape(*images.shape[:-2], votes.shape[1])


def examples_of(reader):
    """What a reader compares whole images with, by name; nothing for a network.

    raises: TypeError or ValueError for examples that do not go together
    """
    if isinstance(reader, str) and reader == "pixels":
        return {"X": X, "O": O}
    return check_examples(reader) if isinstance(reader, dict) else {}


def _expect_size(images, examples, reader):
    shapes = next(iter(examples.values())).shape, images.shape[-2:]
    if shapes[0] != shapes[1]:
        wanted, came = (" by ".join(map(str, shape)) for shape in shapes)
        told = (
            ': "pixels" stands for the published X and O, so give examples by name' if isinstance(reader, str) else ""
        )
        raise ValueError(f"expected images of {wanted} pixels like the examples, got {came}{told}")


def check_examples(examples):
    """One image for each category, by its name, all of one size.

    raises: TypeError or ValueError for something else
    """
    if not isinstance(examples, dict) or len(examples) < 2:
        raise TypeError("expected examples as a dictionary of two or more names, each with an image of that category")
    checked = {str(name): as_image(image) for name, image in examples.items()}
    sizes = {image.shape for image in checked.values()}
    if len(sizes) > 1:
        raise ValueError(f"expected examples of one size, got images of shapes {sorted(sizes)}")
    return checked


def answers_of(votes):
    """Which category has most votes. votes: (..., categories); returns: whole numbers (...)"""
    votes = as_numbers(votes, "votes", 1)
    best = np.zeros(votes.shape[:-1], int)
    for category in range(1, votes.shape[-1]):
        ahead = votes[..., category] - np.take_along_axis(votes, best[..., None], -1)[..., 0]
        best = np.where(ahead >= EQUAL, category, best)
    return best


def lead(votes, category=0):
    """How far a category is ahead of the best other one, 0 where they differ by no more than rounding.

    votes: (..., categories); category: one for all, or one for each (...)
    """
    votes, category = as_numbers(votes, "votes", 1), as_numbers(category, "category", 0)
    if votes.shape[-1] < 2:
        raise ValueError(f"expected votes for two categories or more, got shape {votes.shape}")
    strange = (category < 0) | (category >= votes.shape[-1]) | (category != np.round(category))
    if strange.any() or category.shape not in ((), votes.shape[:-1]):
        raise ValueError(f"expected a category from 0 to {votes.shape[-1] - 1}, one for all or one for each")
    own = np.arange(votes.shape[-1]) == np.asarray(category)[..., None]
    ahead = np.where(own, votes, -np.inf).max(-1) - np.where(own, -np.inf, votes).max(-1)
    return np.where(abs(ahead) < EQUAL, 0, ahead)


def confidence(votes):
    """The answer's share after softmax: a share of the votes, not a chance of being right."""
    votes = as_numbers(votes, "votes", 1)
    return 1 / np.exp(votes - votes.max(-1, keepdims=True)).sum(-1)


def worst_answers(reader, images, categories, most=12):
    """The wrong answers, worst first: those where the wrong category is furthest ahead of the right one.

    images: (images, 1, rows, columns); categories: (images,), as in 0 for X and 1 for O
    returns: which images (wrong,), at most `most`; their votes (wrong, categories); how many are wrong in all
    """
    images, categories = as_examples(images, categories)
    most, votes, images_in_order = as_whole(most, "most"), votes_of(reader, images[:, 0]), np.arange(len(images))
    check_categories(categories, votes.shape[1])
    answers = answers_of(votes)
    ahead = votes[images_in_order, answers] - votes[images_in_order, categories]
    wrong = np.flatnonzero(answers != categories)
    worst = wrong[np.argsort(-ahead[wrong].round(9), kind="stable")][:most]  # equal ones stay in order
    return worst, votes[worst], len(wrong)
