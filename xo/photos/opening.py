"""Lesson 14. Opening a photo: a file, an image of Pillow or an array becomes one grid of how light each place is.

The grid holds whole numbers, so that a browser, which does the same, finds the very same ones.
"""

import os
from io import BytesIO
from os import PathLike

import numpy as np

from xo.images import area_shares, as_light

SIDE = 240  # pixels of the longer side of the picture that is worked on
WHITE = 2**16  # levels of light
LARGEST = 1000  # pixels of the longer side of a file: larger ones are shrunk as they are opened


def open_photo(photo):
    """A photo as an array that stands upright: what is none already is opened, or taken over from Pillow.

    raises: ValueError for a file that is no picture; OSError where there is none; TypeError for one of text
    """
    if hasattr(photo, "read"):
        photo = _all_of(photo)
    if not isinstance(photo, str | PathLike) and not _is_bytes(photo) and not hasattr(photo, "convert"):
        return photo
    from PIL import ImageOps

    picture = ImageOps.exif_transpose(photo if hasattr(photo, "convert") else _load(photo))
    if picture.mode[0] in "IF":  # greys finer than 8 bits, which Pillow would cut off at 255
        return np.asarray(picture)
    return np.asarray(picture.convert("RGBA").reduce(max(1, max(picture.size) // LARGEST)))


def _is_bytes(content):
    """Is this a file's content, and no grid of numbers in memory?"""
    return isinstance(content, bytes | bytearray) or (isinstance(content, memoryview) and content.ndim == 1)


def _all_of(file):
    """What an open file holds, from its start: whoever has written a picture into memory stands at its end."""
    if hasattr(file, "seekable") and file.seekable():
        file.seek(0)
    content = file.read()
    if not _is_bytes(content):
        raise TypeError('expected a picture\'s file opened for bytes, as by open(path, "rb"), got one of text')
    return content


def _load(path):
    """The picture in a file, or in bytes."""
    from PIL import Image

    held = _is_bytes(path)
    told = "bytes" if held else repr(str(path))
    if not held and os.path.isdir(path):
        raise ValueError(f"expected the path of a picture, got the folder {told}")
    try:
        with Image.open(BytesIO(path) if held else path) as picture:
            picture.draft("RGB", (LARGEST, LARGEST))  # only JPEG has a quick way to be opened smaller
            picture.load()
        return picture
    except FileNotFoundError:
        way = ": save the picture beside your notebook first" if "://" in told else ""
        raise FileNotFoundError(f"expected the path of a picture, found no file {told} here{way}") from None
    except Image.DecompressionBombError:
        raise ValueError(f"expected some million pixels, got {told} with too many: make it smaller") from None
    except (Image.UnidentifiedImageError, SyntaxError, ValueError):
        came = f"{told}{' that are none' if held else ''}: save it as one of these"
        raise ValueError(f"expected a picture that Pillow can read, such as PNG or JPEG, got {came}") from None
    except OSError:
        broken = "bytes that break off or are damaged" if held else f"{told}, which breaks off or is damaged"
        raise ValueError(f"expected a whole picture, got {broken}: copy it once more") from None


def as_levels(photo, grey):
    """How light each place is, in whole levels from 0 to WHITE, of a picture whose longer side is SIDE at most.

    grey: False looks at the first colour only, how red it is
    """
    light = as_light(photo if grey or np.ndim(photo) < 3 else np.asarray(photo)[..., 0])
    rows, columns = light.shape
    scale = min(1, SIDE / max(rows, columns))
    new_rows, new_columns = (max(1, int(length * scale + 0.5)) for length in (rows, columns))
    if scale < 1:
        light = area_shares(rows, new_rows) @ light @ area_shares(columns, new_columns).T
    return np.floor(light * WHITE + 0.5)
