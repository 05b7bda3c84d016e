"""Drawings of one's own, of any categories, and images made of them, as a sweep learns from them (lesson 10)."""

from zlib import crc32

import numpy as np

from xo.arguments import as_numbers, as_rng
from xo.breaking.changes import moved
from xo.errors import as_examples
from xo.images import as_image, refuse_greys


def are_held_out(categories):
    """Which drawings only the unseen images are made of: of each category the last fifth, or one of a few.

    categories: (drawings,); returns: True or False for each; where a category has one drawing, that serves for both
    """
    held = np.zeros(len(categories), bool)
    for category in np.unique(categories):
        places = np.flatnonzero(categories == category)
        held[places[len(places) - max(len(places) // 5, 1) :]] = len(places) > 1
    return held


def count_categories(drawings):
    """Of how many categories (images, categories) are."""
    return int(drawings[1].max()) + 1


def make_like(drawings, count, rng, unseen=False):
    """Images made of drawings, each moved, turned and sized a little: the unseen of those held out, the seen of others.

    drawings: (images, categories)
    returns: `count` images, of the categories in turn, and the category of each
    """
    (images, categories), rng = drawings, as_rng(rng)
    chosen = are_held_out(categories) == unseen
    turns = np.arange(count) % count_categories(drawings)
    places = np.empty(count, int)
    for category in np.unique(turns):
        among = np.flatnonzero((categories == category) & chosen)
        among = among if among.size else np.flatnonzero(categories == category)
        places[turns == category] = rng.choice(among, (turns == category).sum())
    return moved(images[places], rng), turns


def _each(images):
    """One image, or several, as a list of images."""
    if isinstance(images, list | tuple):
        several = any(getattr(one, "ndim", 0) > 1 for one in images)  # and not the rows of one
    else:
        several = getattr(images, "ndim", 0) > 2
    return images if several else [images]


def as_drawings(examples):
    """Drawings of one's own as (images, categories), with one or more of each category, and an axis for their one map.

    examples: such a pair, as from a class's postcards, or a dictionary: for each name an image or several
    raises: TypeError or ValueError that says what does not fit
    """
    if isinstance(examples, dict):
        if len(examples) < 2:
            raise ValueError(f"expected examples of two or more categories, got {list(examples)}")
        named = [[as_image(one) for one in _each(images)] for images in examples.values()]
        drawn = [(image, number) for number, images in enumerate(named) for image in images]
        sizes = sorted({image.shape for image, _ in drawn})
        if len(sizes) > 1:
            raise ValueError(f"expected examples of one size, got images of shapes {sizes}")
        examples = [image[None] for image, _ in drawn], [number for _, number in drawn]
    if not isinstance(examples, list | tuple) or len(examples) != 2:
        raise TypeError("expected examples as a pair, images and their categories, or a dictionary of names and images")
    images, categories = as_numbers(examples[0], "images", 3), examples[1]
    images, categories = as_examples(images[:, None] if images.ndim == 3 else images, categories)
    if images.shape[1] != 1:
        raise ValueError(f"expected examples as images with one map each, got shape {images.shape}")
    count = count_categories((images, categories))
    if count < 2 or len(np.unique(categories)) < count:
        raise ValueError(
            f"expected examples of two or more categories, of each one at least, got {set(categories.tolist())}"
        )
    return refuse_greys(images), categories


def describe(drawings):
    """What a Job says of drawings: their size, and words that no other drawings have."""
    images, categories = drawings
    marks = crc32(images.tobytes() + categories.tobytes())
    told = f"{len(images)} of {count_categories(drawings)} categories, {marks:08x}"
    rows, columns = images.shape[2:]
    return {"size": rows if rows == columns else (rows, columns), "drawings": told}
