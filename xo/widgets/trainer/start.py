"""What the trainer begins with, where it keeps a network, and what it says of itself."""

from pathlib import Path

import numpy as np

from xo.images import X, as_image
from xo.tables import decimal


def first_drawing(image, images, shape):
    """The image given, or else the published X where it fits, or else the first of the images.

    raises: ValueError for an image that is not of this shape
    """
    if image is None:
        return X if shape == X.shape else np.asarray(images)[0, 0]
    image = as_image(image)
    if image.shape != shape:
        raise ValueError(f"expected an image of shape {shape}, like the others, got shape {image.shape}")
    return image


def free_path(name):
    """The name itself, or with the next number where such a file is already there."""
    path, number = Path(name), 1
    while path.exists():
        number += 1
        path = Path(name).with_stem(f"{Path(name).stem}_{number}")
    return path


def describe(course):
    """A learning in one steady line."""
    last, numbers = course.points[-1], sum(course.network.count_parameters())
    unseen = "" if np.isnan(last.unseen_error) else f", unseen {decimal(last.unseen_accuracy * 100, 1)} %"
    return (
        f"Trainer: step {course.step} of {course.steps}, {numbers} numbers, error {decimal(last.error, 4)}, "
        f"right answers: seen {decimal(last.accuracy * 100, 1)} %{unseen}"
    )
