"""Lesson 1. Images: a picture is a grid of numbers, +1 where the ink is and -1 where it is not."""

import warnings
from os import PathLike
from pathlib import Path

import numpy as np

from xo.arguments import as_floating, as_number, as_numbers, as_rng, as_share, as_whole, in_short
from xo.letters import draw

CATEGORIES = ("X", "O")
LARGEST = 4096  # rows and columns that a picture can be given
COFFEE = Path(__file__).parent / "data" / "coffee.png"  # a photograph by Rachel Michetti, CC0: xo/data/README.md
CONVERT = ": read_picture of xo.images makes an image of a picture in greys or colours from 0 to 255 or from 0 to 1"


def as_image(image, paper=-1):
    """Return one image as an array (rows, columns) of numbers from -1 to 1.

    paper: as for `as_pixels`
    raises: what `as_numbers` and `as_pixels` raise; ValueError for more than two axes
    """
    image = as_numbers(image)
    if image.ndim != 2:
        told = CONVERT if image.shape[2:] in ((3,), (4,)) and min(image.shape[:2]) > 4 else ""
        raise ValueError(f"expected one image of shape (rows, columns), got shape {image.shape}{told}")
    return as_pixels(image, as_number(paper, "paper"))


def as_image_or_colours(image, paper=-1):
    """Return one image (rows, columns), or one in colour (3, rows, columns): how red, green and blue it is, -1 to 1.

    raises: what `as_image` raises
    """
    maps = as_numbers(image)
    return as_pixels(maps, as_number(paper, "paper")) if maps.ndim == 3 and len(maps) == 3 else as_image(image, paper)


def as_pixels(image, paper=-1):
    """Return images of any shape, if their numbers can be pixels: from -1 for paper to 1 for ink.

    paper: 0 for pictures in which that is what stands where nothing is
    raises: ValueError for other numbers, and for greys of other programs, 0 to 255 or 0 to 1, which would be misread
    """
    refuse_greys(image, paper)
    low, high = image.min(), image.max()
    if low < -1 - 1e-6 or high > 1 + 1e-6:
        raise ValueError(f"expected pixels from -1 to 1, got {low:g} to {high:g}")
    return image


def refuse_greys(images, paper=-1):
    """Return images of any shape and with any numbers, but for those that seem to be greys of other programs.

    paper: 0 lets those pass that go from 0 to 1
    raises: ValueError for greys from 0 to 255 or 0 to 1
    """
    low, high = images.min(), images.max()
    if max(-low, high) > 100 or (paper < 0 and low >= 0 and low < 0.5 < high <= 1):
        raise ValueError(f"expected pixels from -1 to 1, got {low:g} to {high:g}{CONVERT}")
    return images


def warn_of_dark_ink(image):
    """Say so where a picture (rows, columns) seems to be dark on light, which nothing here has been taught to read."""
    if image.min() < 0 < image.mean() and _frame(image).mean() > 0.5:
        told = "expected light ink (1) on dark paper (-1), got a picture that seems dark on light: -image swaps the two"
        warnings.warn(told, stacklevel=3)


def _frame(image):
    """The outermost pixels of a picture (rows, columns), in a row."""
    return np.concatenate([image[0], image[-1], image[1:-1, 0], image[1:-1, -1]])


def read_picture(picture, size=None, ink=None):
    """Read a picture as other programs have it: an image file, a photo, a scan; greys or colours, see-through or not.

    picture: (rows, columns), or with one axis more for red, green, blue and, where there is a fourth, how opaque;
             numbers from 0 to 255 or from 0 to 1, or an image of Pillow
    size: rows and columns of the image that comes out, with paper around where the picture is no square; none: as it is
    ink: "dark" or "light"; none: what its outermost pixels are not
    returns: (rows, columns), from -1 for paper to 1 for ink
    raises: TypeError or ValueError that says what is no such picture
    """
    if ink is not None and (not isinstance(ink, str) or ink not in ("dark", "light")):
        raise ValueError(f'expected ink as "dark", "light" or None, got {in_short(ink)}')
    light = as_light(picture)
    dark = _frame(light).mean() > 0.5 if ink is None else ink == "dark"
    image = 1 - 2 * light if dark else 2 * light - 1
    if size is None:
        return image
    size, side = as_whole(size, "size", 1, LARGEST), max(image.shape)
    square = np.full((side, side), -1.0)
    top, left = ((side - length) // 2 for length in image.shape)
    square[top : top + image.shape[0], left : left + image.shape[1]] = image
    shares = area_shares(side, size)
    return np.clip(shares @ square @ shares.T, -1, 1)


def as_light(picture):
    """How light each pixel of a picture is, from 0 to 1, with something behind what is see-through to see it on.

    picture: as for `read_picture`, also of True and False, in 16 bits (0 to 65535), or lying on its side as a camera's
    raises: TypeError or ValueError that says what is no such picture
    """
    light = _numbers_of(picture)
    if light.ndim > 3 or (light.ndim == 3 and light.shape[2] not in (3, 4)):
        raise ValueError(f"expected a picture (rows, columns) or (rows, columns, 3 or 4 colours), got {light.shape}")
    light = light_shares(light)
    return light if light.ndim == 2 else _without_colours(light)


def _numbers_of(picture):
    """The numbers of a picture: Pillow's, upright, True and False, or any that are numbers already."""
    if hasattr(picture, "convert") and not isinstance(picture, type):
        from PIL import ImageOps

        upright = ImageOps.exif_transpose(picture)  # a camera that was held sideways leaves a note in the file
        wide = upright.mode[0] in "IF"  # greys finer than 8 bits, which Pillow would cut off at 255
        picture = np.asarray(upright if wide else upright.convert("RGBA"))
    if isinstance(picture, np.ndarray) and picture.dtype == bool:
        picture = picture.astype(float)
    if isinstance(picture, str | bytes | bytearray | PathLike) or hasattr(picture, "read"):
        kind = "text" if isinstance(picture, str) else type(picture).__name__
        raise TypeError(
            f"expected a picture made of numbers, got {kind}: Image.open of Pillow opens a file or its bytes"
        )
    return as_numbers(picture, "a picture")


def light_shares(light):
    """Numbers that go to 255, 65535 or 1 as shares of that, by the largest of them. raises: ValueError for others"""
    low, high = float(light.min()), float(light.max())  # half precision knows no 65535
    if low < 0 or high > 65535:
        told = ": an image of ours, from -1 to 1, is (image + 1) / 2 there" if low >= -1 and high <= 1 else ""
        raise ValueError(f"expected numbers from 0 to 255, 0 to 65535 or 0 to 1, got {low:g} to {high:g}{told}")
    white = 1 if high <= 1 + 1e-6 else 255 if high <= 255.5 else 65535
    return np.minimum(light.astype(float) / white, 1)


def read_colours(picture, size=None):
    """Read a picture in its colours: three maps, how red, how green and how blue each place is.

    picture: as for `read_picture`, in colour; what is see-through stands before white
    size: rows and columns that come out, of the middle of a picture that is no square; none: as it is
    returns: (3, rows, columns), from -1 to 1
    raises: TypeError or ValueError that says what is no such picture
    """
    colours = _numbers_of(picture)
    if colours.ndim != 3 or colours.shape[2] not in (3, 4):
        raise ValueError(f"expected a picture in colour (rows, columns, 3 or 4 colours), got {colours.shape}")
    shares = np.moveaxis(light_shares(colours), 2, 0)
    shares = shares[:3] * shares[3] + 1 - shares[3] if len(shares) == 4 else shares
    if size is None:
        return 2 * shares - 1
    side = min(shares.shape[1:])
    top, left = ((length - side) // 2 for length in shares.shape[1:])
    area = area_shares(side, as_whole(size, "size", 1, LARGEST))
    return np.clip(2 * (area @ shares[:, top : top + side, left : left + side] @ area.T) - 1, -1, 1)


def _without_colours(picture):
    """The grey that is as light to the eye; what is see-through stands before black or white, to be seen there."""
    grey = 0.299 * picture[..., 0] + 0.587 * picture[..., 1] + 0.114 * picture[..., 2]
    opaque = picture[..., 3] if picture.shape[2] == 4 else np.ones_like(grey)
    behind = float((grey * opaque).sum() <= 0.5 * opaque.sum())
    return np.clip(grey * opaque + behind * (1 - opaque), 0, 1)


def area_shares(length, size):
    """What share each of `length` pixels in a row has in each of `size` new ones: (size, length)"""
    old, new = np.arange(length + 1) / length, np.arange(size + 1) / size
    overlap = np.minimum(new[1:, None], old[1:]) - np.maximum(new[:-1, None], old[:-1])
    return np.maximum(overlap, 0) * size


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
    count, size = as_whole(count, "count"), as_whole(size, "size", 7, 1000)
    variety, dtype = as_share(variety, "a variety"), as_floating(dtype)
    rng, drawn_in = as_rng(rng), np.result_type(dtype, np.float32)  # float16 is too coarse to draw in
    categories = rng.permutation(np.arange(count) % 2)
    images = np.empty((count, 1, size, size), dtype)
    for category in (0, 1):
        places = np.flatnonzero(categories == category)
        for drawn in draw(category, len(places), size, rng, variety, drawn_in):
            chosen, places = places[: len(drawn)], places[len(drawn) :]
            images[chosen, 0] = drawn
    return images, categories
