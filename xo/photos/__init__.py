"""Lesson 14. Your own picture: a photo of a letter on paper becomes an image for a network, step by step.

A network reads what looks like the drawings that it learned from: white ink on black, a letter that fills its image.
Each step here takes away one way in which a photo differs, and each can be switched off, to see what it is for.
"""

import numpy as np

from xo.arguments import as_flag, as_whole, in_short
from xo.images import area_shares
from xo.photos.opening import WHITE, as_levels, open_photo
from xo.photos.seeing import even_out, find_letter, has_dark_ink, tell_ink

STEPS = {
    "grey": "how light each place is; off: how red",
    "even": "divided by the light that falls there; off: shadows stay",
    "apart": "paper or ink, nothing between; off: the paper's grain and the pen's greys stay",
    "turn": "dark ink on light paper turned into white on black; off: as photographed",
    "crop": "only the letter, without specks, ruled lines and what hangs in from the edge; off: all of the photo",
    "centre": "the letter in the middle, with a margin; off: in the corner where it was cut out",
    "shrink": "each pixel is the mean of all that it covers; off: only what lies at its middle",
}
MARGIN = 1 / 8  # of the letter's longer side, on each side of it


def read_photo(photo, size=9, ink=None, **steps):
    """Make an image for a network of a photo of one letter on paper.

    photo: the path of a picture file, such a file when open or its bytes, an image of Pillow, or an array as for
           `read_picture`
    size: rows and columns of the image; ink: "dark" or "light", none: what the photo has less of
    steps: any of STEPS as False leaves that step out, as in `read_photo("x.jpg", even=False)`
    returns: (size, size), from -1 for paper to 1 for ink
    raises: TypeError or ValueError that says what is no photo, or that there is no ink on it; OSError for no file
    """
    return photo_steps(photo, size, ink, **steps)["shrink"]


def photo_steps(photo, size=9, ink=None, **steps):
    """Every step of `read_photo` as a picture, by its name: from -1 for black to 1 for white."""
    size, on = as_whole(size, "size", 2, 1000), _as_steps(steps)
    if ink is not None and (not isinstance(ink, str) or ink not in ("dark", "light")):
        raise ValueError(f'expected ink as "dark", "light" or None, got {in_short(ink)}')
    levels = as_levels(open_photo(photo), on["grey"])
    dark = has_dark_ink(levels) if ink is None else ink == "dark"
    paper = levels if dark else WHITE - levels  # light in it, whatever it was
    even = even_out(paper) if on["even"] else paper / WHITE
    inked = tell_ink(even) if on["apart"] else 1 - even
    cropped, box = _crop(inked, on["crop"])
    centred = _centre(cropped, box, on["centre"])
    shrunk = _shrink(centred, size, on["shrink"])
    way = -1 if dark else 1  # ink as it was photographed
    turned = 1 if on["turn"] else way
    shown = {"grey": 2 * levels / WHITE - 1, "even": way * (1 - 2 * even), "apart": way * (2 * inked - 1)}
    later = {"turn": inked, "crop": cropped, "centre": centred, "shrink": shrunk}
    return shown | {name: turned * (2 * picture - 1) for name, picture in later.items()}


def _as_steps(steps):
    """Which steps are taken. raises: TypeError for one that there is not"""
    strange = [name for name in steps if name not in STEPS]
    if strange:
        raise TypeError(f"expected steps among {', '.join(STEPS)}, got {strange[0]!r}")
    return {name: as_flag(steps.get(name, True), name) for name in STEPS}


def _crop(inked, on):
    """The part of the picture with the letter, and where that lies in it: (top, bottom, left, right)."""
    letter = find_letter(inked > 0.5) if on else inked > 0.5
    if not letter.any():
        return inked, (0, inked.shape[0], 0, inked.shape[1])
    rows, columns = np.flatnonzero(letter.any(1)), np.flatnonzero(letter.any(0))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    if not on:
        return inked, (top, bottom, left, right)
    cut = np.where(letter | (inked <= 0.5), inked, 0.0)[top:bottom, left:right]  # greys of the paper stay, as they are
    return cut, (0, bottom - top, 0, right - left)


def _centre(picture, box, on):
    """A square, with paper where the picture does not reach: the letter in its middle, or in the corner."""
    rows, columns = picture.shape
    longer = max(rows, columns)
    if not on:
        return np.pad(picture, ((0, longer - rows), (0, longer - columns)))
    whole = box == (0, rows, 0, columns)
    edge = int(longer * MARGIN + 0.5) if whole else 0
    side = longer + 2 * edge
    top, left = (side - box[0] - box[1]) // 2, (side - box[2] - box[3]) // 2
    square = np.zeros((side, side))
    down, along = slice(max(top, 0), top + rows), slice(max(left, 0), left + columns)
    seen = picture[max(-top, 0) :, max(-left, 0) :][: side - max(top, 0), : side - max(left, 0)]
    square[down, along][:] = seen
    return square


def _shrink(square, size, on):
    """The square in `size` rows and columns."""
    side = len(square)
    if not on:
        middles = (2 * np.arange(size) + 1) * side // (2 * size)
        return square[np.ix_(middles, middles)]
    shares = area_shares(side, size)
    return np.clip(shares @ square @ shares.T, 0, 1)
