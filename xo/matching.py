"""Lesson 1. Matching: compare two pictures number by number."""

import numpy as np

from xo.arguments import as_numbers
from xo.images import refuse_greys


def match(image, pattern):
    """How well two pictures of one size agree: multiply pixel by pixel, add up, divide by the number of pixels.

    image: (..., rows, columns)
    pattern: (rows, columns)
    returns: one value for each image, from -1 (every pixel is the opposite) to 1 (every pixel is the same)
    raises: ValueError if the sizes differ, or for greys from 0 to 255
    """
    image, pattern = refuse_greys(as_numbers(image), 0), refuse_greys(as_numbers(pattern, "pattern"), 0)
    if image.shape[-2:] != pattern.shape:
        raise ValueError(f"expected a pattern of {_size(image)} pixels like the image, got shape {pattern.shape}")
    products = image * pattern.astype(image.dtype, copy=False)
    wide = np.result_type(image, np.float32)  # the sum over a large image would not fit into float16
    return (products.sum((-2, -1), dtype=wide) / pattern.size).astype(image.dtype)


def count_differences(image, other):
    """How many pixels of two pictures of one size are not equal.

    image, other: (..., rows, columns)
    returns: a whole number for each pair
    raises: ValueError if the sizes differ, or the other axes do not go together
    """
    image, other = as_numbers(image), as_numbers(other)
    if image.shape[-2:] != other.shape[-2:]:
        raise ValueError(f"expected two images of one size, got {_size(image)} and {_size(other)} pixels")
    try:
        return (image != other).sum((-2, -1))
    except ValueError:
        shapes = f"{image.shape} and {other.shape}"
        raise ValueError(f"expected as many images on either side, or one, got shapes {shapes}") from None


def _size(image):
    return " by ".join(str(length) for length in image.shape[-2:])
