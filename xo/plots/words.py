"""Words on a picture, written with Pillow and the typeface that comes with matplotlib.

matplotlib itself is left out: to load it and to write a few numbers costs a learner's kernel 35 MB and a second, and a
class that asks for its first picture at once waits for all of those seconds together.
"""

import functools
import importlib.util
import io
import logging
from pathlib import Path

DPI = 100  # dots per inch: what a point is on the picture


def _is_news(record):
    """matplotlib says on its first start that it gathers typefaces, in red below whichever cell draws first."""
    return "building the font cache" not in record.getMessage()


logging.getLogger("matplotlib.font_manager").addFilter(_is_news)


@functools.cache
def typeface(points, bold=False):
    """DejaVu Sans, which has every sign that the lessons use, in a size."""
    from PIL import ImageFont

    place = importlib.util.find_spec("matplotlib").submodule_search_locations[0]
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(Path(place, "mpl-data", "fonts", "ttf", name)), points * DPI / 72)


def write(picture, words):
    """Write on a picture. words: for each (x, y, text, points, colour, bold, side), where side says which part of the
    text stands at x ("left", "center", "right"), and its middle at y"""
    from PIL import ImageDraw

    draw = ImageDraw.Draw(picture)
    for x, y, text, points, colour, bold, side in words:
        draw.text((x, y), text, colour, typeface(points, bold), anchor=f"{side[0].replace('c', 'm')}m")


def width(text, points, bold=False):
    """How many pixels wide a text is."""
    return typeface(points, bold).getlength(text)


def as_png(picture):
    """The bytes of a picture in at most 256 colours, which makes a notebook lighter; the same each time."""
    from PIL import Image

    file = io.BytesIO()
    picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(file, format="png", optimize=True)
    return file.getvalue()
