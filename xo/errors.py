"""Lesson 7. Errors: one number that says how wrong the votes are, and which way it would change with every vote.

An error takes votes (images, categories) and the right categories (images,), and returns two things: the error, as
the mean over the images, and its slope (images, categories): how much it grows for each bit that a vote grows.
"""

import numpy as np

from xo.arguments import as_numbers


def essay_error(votes, categories):
    """How far the votes are from the right answers, 1 for the right category and 0 for the others, added up."""
    votes = as_votes(votes)
    miss = votes - _right_answers(votes, categories)
    return float(np.abs(miss).sum() / len(votes)), np.sign(miss) / len(votes)


def softmax_error(votes, categories):
    """Softmax cross-entropy: turn the votes into shares of certainty, and count the surprise at the right answer."""
    votes = as_votes(votes)
    right = _right_answers(votes, categories)
    behind = votes - votes.max(1, keepdims=True)  # exp of these cannot overflow, and their log-sum not vanish
    powers = np.exp(behind)
    sums = powers.sum(1, keepdims=True)
    surprise = np.log(sums[:, 0]) - np.where(right, behind, 0).sum(1)
    return float(surprise.sum()) / len(votes), (powers / sums - right) / len(votes)


def softmax(votes):
    """Votes as shares that are positive and add up to 1 for each image. votes: (..., categories)"""
    votes = as_numbers(votes, "votes", 1)
    powers = np.exp(votes - votes.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def as_votes(votes, axes=2):
    """Votes as floats; those that are floats already pass as they are, even where they grew without limit."""
    if isinstance(votes, np.ndarray) and votes.dtype.kind == "f" and votes.ndim >= axes:
        return votes
    return as_numbers(votes, "votes", axes)


def _right_answers(votes, categories):
    """1 for the right category of each image, 0 for the others: an array like `votes`."""
    categories = as_numbers(categories, "categories", 1)
    if categories.ndim != 1:
        raise ValueError(f"expected one category for each image, got categories of shape {categories.shape}")
    if len(categories) != len(votes):
        raise ValueError(f"expected a category for each image, got {len(votes)} images, {len(categories)} categories")
    if votes.ndim != 2:
        raise ValueError(f"expected votes for each image and every category, got shape {votes.shape}")
    right = np.arange(votes.shape[1]) == categories[:, None]
    if np.count_nonzero(right) < len(right):
        check_categories(categories, votes.shape[1])
    return right.astype(votes.dtype)


def check_categories(categories, count):
    """raises: ValueError for a category that none of `count` votes is for"""
    given = np.asarray(categories)
    strange = given[(given < 0) | (given >= count) | (given != np.round(given))]
    if strange.size:
        raise ValueError(f"expected categories from 0 to {count - 1}, one for each vote, got {strange[0]:g}")


def as_examples(images, categories):
    """Return images and their categories as arrays, or say in one sentence what is wrong with them.

    images: (images, maps, rows, columns); categories: (images,), whole numbers from 0
    raises: TypeError or ValueError for other images, categories, or lengths that differ
    """
    images, given = as_numbers(images, "images", 4), as_numbers(categories, "categories", 1)
    if images.ndim != 4:
        raise ValueError(f"expected images of shape (images, maps, rows, columns), got shape {images.shape}")
    if given.shape != (len(images),):
        raise ValueError(f"expected a category for each of {len(images)} images, got categories of shape {given.shape}")
    strange = given[(given < 0) | (given != np.round(given))]
    if strange.size:
        raise ValueError(f"expected categories as whole numbers from 0, got {strange[0]:g}")
    return images, given.astype(int)
