"""Lesson 1. Changes: shift, resize, turn, thicken or spoil an image, and see who still knows it.

Around every image lies more background (-1): that is what comes in where nothing was. The drawing pad repeats
these formulas in the browser; a test holds both equal.
"""

import math

import numpy as np

from xo.arguments import as_number, as_numbers, as_rng

BACKGROUND = -1.0
GROUPS = 24


def shift(image, rows, columns):
    """Move the image down by `rows` and right by `columns` (negative: up and left); what leaves is lost.

    image: (..., rows, columns); rows, columns: pixels, fractions allowed
    returns: the same shape
    """
    rows, columns = as_number(rows, "rows"), as_number(columns, "columns")
    return _sample(image, lambda row, column: (row - rows, column - columns))


def resize(image, factor):
    """Grow (factor above 1) or shrink (below 1) what is on the image about its centre.

    image: (..., rows, columns); returns: the same shape
    raises: ValueError for a factor of 0 or less
    """
    if as_number(factor, "factor") <= 0:
        raise ValueError(f"expected a factor above 0, got {factor}")
    factor = max(factor, 1e-300)  # nothing but background is left long before
    return _sample(image, lambda row, column: (row / factor, column / factor), centred=True)


def rotate(image, degrees):
    """Turn what is on the image about its centre, anticlockwise.

    image: (..., rows, columns); returns: the same shape
    """
    angle = math.radians(as_number(degrees, "degrees"))
    # The cosine of 90 degrees comes out as 6e-17, but a quarter turn should be exact.
    cosine, sine = (value if abs(value) > 1e-12 else 0 for value in (math.cos(angle), math.sin(angle)))
    turned = lambda row, column: (row * cosine + column * sine, column * cosine - row * sine)  # noqa: E731
    return _sample(image, turned, centred=True)


def thicken(image, amount=1):
    """Let the ink run: each whole step gives every pixel the largest value among itself and its 4 neighbours.

    image: (..., rows, columns); amount: steps; a fraction blends two steps, a negative amount thins
    returns: the same shape
    """
    image, amount = as_numbers(image), as_number(amount, "amount")
    amount = math.copysign(min(abs(amount), sum(image.shape[-2:])), amount)  # by then every pixel is the same
    pick = np.maximum if amount > 0 else np.minimum
    steps = math.floor(abs(amount))
    for _ in range(steps):
        image = _run(image, pick)
    part = abs(amount) - steps
    return image * (1 - part) + _run(image, pick) * part


def add_noise(image, amount, rng):
    """Add to every pixel a random number (normal, `amount` wide), and keep the result from -1 to 1.

    image: any shape; rng: a generator, a seed, or none for chance
    """
    image = as_numbers(image)
    if as_number(amount, "amount") < 0:
        raise ValueError(f"expected an amount of noise of 0 or more, got {amount}")
    amount = min(amount, 1e6)  # by then every pixel is -1 or 1
    return np.clip(image + (amount * as_rng(rng).standard_normal(image.shape)).astype(image.dtype), -1, 1)


def invert(image):
    """Swap ink and background: every pixel changes its sign."""
    return 0 - as_numbers(image)


def moved(images, rng, most=1):
    """The same images, each a little larger or smaller, turned and moved: GROUPS of them, each in its own way.

    images: (count, 1, rows, columns); rng: a generator or a seed; most: 2 for twice as much, 0 for none
    returns: images like these
    """
    images, rng, most = as_numbers(images, "images", 4), as_rng(rng), as_number(most, "how much they move")
    made = np.empty_like(images)
    for part in np.array_split(rng.permutation(len(images)), min(GROUPS, len(images))):
        sized = resize(images[part], 1 + most * rng.uniform(-0.05, 0.05))
        made[part] = shift(rotate(sized, most * rng.uniform(-8, 8)), *most * rng.uniform(-0.5, 0.5, 2))
    return made


def _sample(image, source, centred=False):
    """Each pixel of the new image comes from a place in the old one: the 4 pixels around it, blended.

    source: from (row, column) in the new image to those in the old one, counted from the centre if `centred`
    """
    image = as_numbers(image)
    height, width = image.shape[-2:]
    middle = ((height - 1) / 2, (width - 1) / 2) if centred else (0, 0)
    row, column = np.indices((height, width), float)
    row, column = source(row - middle[0], column - middle[1])
    row, column = row + middle[0], column + middle[1]
    top, left = np.floor(row), np.floor(column)
    down, right = (row - top).astype(image.dtype), (column - left).astype(image.dtype)
    pixel = lambda below, beside: _look_up(image, top + below, left + beside)  # noqa: E731
    upper = pixel(0, 0) * (1 - right) + pixel(0, 1) * right
    lower = pixel(1, 0) * (1 - right) + pixel(1, 1) * right
    return upper * (1 - down) + lower * down


def _look_up(image, row, column):
    height, width = image.shape[-2:]
    inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
    row, column = np.where(inside, row, 0).astype(int), np.where(inside, column, 0).astype(int)
    return np.where(inside, image[..., row, column], image.dtype.type(BACKGROUND))


def _run(image, pick):
    """Each pixel becomes the largest (or smallest) of itself and its neighbours inside the image."""
    result = image.copy()
    for here, there in ((np.s_[..., 1:, :], np.s_[..., :-1, :]), (np.s_[..., 1:], np.s_[..., :-1])):
        result[here] = pick(result[here], image[there])
        result[there] = pick(result[there], image[here])
    return result
