"""Lesson 1. Images: a picture is a grid of numbers, +1 where the ink is and -1 where it is not."""

import numpy as np

from xo.arguments import as_number, as_numbers, as_rng, as_whole
from xo.letters import draw

CATEGORIES = ("X", "O")


def as_image(image):
    """Return one image as an array (rows, columns) of numbers from -1 to 1.

    raises: what `as_numbers` raises; ValueError for more than two axes or a pixel outside -1 to 1
    """
    image = as_numbers(image)
    if image.ndim != 2:
        raise ValueError(f"expected one image of shape (rows, columns), got shape {image.shape}")
    if image.min() < -1 or image.max() > 1:
        raise ValueError(f"expected pixels from -1 to 1, got {image.min():g} to {image.max():g}")
    return image


def read_image(text):
    """Read an image from lines of text in which `#` is +1 and `.` is -1.

    text: lines of one length; blank lines and spaces around a line do not count
    returns: (rows, columns), float64
    raises: TypeError for anything but text; ValueError for another sign, uneven lines or no line
    """
    if not isinstance(text, str):
        raise TypeError(f"expected an image as text, got {type(text).__name__}")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    strange = sorted(set("".join(lines)) - set("#."))
    if strange:
        raise ValueError(f"expected only # and . in the text of an image, got {strange[0]!r}")
    if not lines or len({len(line) for line in lines}) > 1:
        lengths = ", ".join(str(len(line)) for line in lines) or "none"
        raise ValueError(f"expected lines of one length, got lines of length {lengths}")
    return np.array([[1.0 if sign == "#" else -1.0 for sign in line] for line in lines])


def write_image(image):
    """Write an image as lines of text: `#` is +1, `.` is -1, `+` and `-` are lighter and darker greys."""
    image = as_image(image)
    signs = np.select([image == 1, image == -1, image > 0], ["#", ".", "+"], "-")
    return "\n".join("".join(line) for line in signs)


# The published images of "How Convolutional Neural Networks Work" (Rohrer, 2016), read off its figures.
X = read_image("""
    .........
    .#.....#.
    ..#...#..
    ...#.#...
    ....#....
    ...#.#...
    ..#...#..
    .#.....#.
    .........""")
O = read_image("""
    .........
    ...###...
    ..#...#..
    .#.....#.
    .#.....#.
    .#.....#.
    ..#...#..
    ...###...
    .........""")


def _side_by_side(names, text):
    rows = [line.split() for line in text.strip().splitlines()]
    pictures = ("\n".join(column) for column in zip(*rows, strict=True))
    return {name: read_image(picture) for name, picture in zip(names, pictures, strict=True)}


TRICKIER = _side_by_side(
    ("X shifted", "X shrunken", "X rotated", "X thickened", "O shifted", "O shrunken", "O rotated", "O thickened"),
    """
    #.....#..  .........  .........  .........  .........  .........  .........  .........
    .#...#...  .........  ......#..  ##....##.  .........  .........  ...##....  ...###...
    ..#.#....  ..#...#..  .#...#...  .##..##..  ..###....  ...###...  ..#..##..  ..#####..
    ...#.....  ...#.#...  ..##.#...  ..####...  .#...#...  ..#...#..  ..#....#.  .##...##.
    ..#.#....  ....#....  ....#....  ...##....  #.....#..  ..#...#..  .#.....#.  .##...##.
    .#...#...  ...#.#...  ...#.##..  ..####...  #.....#..  ..#...#..  .#....#..  .##...##.
    #.....#..  ..#...#..  ...#...#.  .##..##..  #.....#..  ...###...  ..##..#..  ..#####..
    .........  .........  ..#......  ##....##.  .#...#...  .........  ....##...  ...###...
    .........  .........  .........  .........  ..###....  .........  .........  .........""",
)
ROTATED_X = TRICKIER["X rotated"]


def make_images(count, size=9, rng=None, dtype=np.float64, variety=1.0):
    """Draw X's and O's as people and typefaces might: every one different, in grey and in black and white.

    count: how many, half of them X's; size: rows and columns, from 7; rng: a generator, a seed, or none for chance
    variety: 0 draws the same plain X and O over and over, 1 everything from thin to thick, leaning, open, noisy
    returns: images (count, 1, size, size) with pixels from -1 to 1, and categories (count,): 0 for X, 1 for O
    raises: ValueError for a count below 1, a size below 7, a variety outside 0 to 1, or a dtype that is not floating
    """
    count, size = as_whole(count, "count"), as_whole(size, "size", 7)
    if not 0 <= as_number(variety, "variety") <= 1:
        raise ValueError(f"expected a variety from 0 to 1, got {variety!r}")
    if np.dtype(dtype).kind != "f":
        raise ValueError(f"expected a floating dtype such as float64, got {np.dtype(dtype).name}")
    rng, drawn_in = as_rng(rng), np.result_type(dtype, np.float32)  # float16 is too coarse to draw in
    categories = rng.permutation(np.arange(count) % 2)
    images = np.empty((count, 1, size, size), dtype)
    for category in (0, 1):
        places = np.flatnonzero(categories == category)
        for drawn in draw(category, len(places), size, rng, variety, drawn_in):
            chosen, places = places[: len(drawn)], places[len(drawn) :]
            images[chosen, 0] = drawn
    return images, categories
