"""The trained networks never saw a typeface: they read the X, x, O and o of real ones, moved, scaled and turned."""

from pathlib import Path

import matplotlib
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from xo.networks import load_trained

FOLDER = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
SANS = ["DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique", "cmss10"]
SERIF = ["DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic", "cmr10", "cmb10", "cmti10"]
SERIF += ["STIXGeneral", "STIXGeneralBol", "STIXGeneralItalic", "STIXGeneralBolIta", "cmmi10"]
EVEN = ["DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSansMono-Oblique", "DejaVuSansMono-BoldOblique", "cmtt10"]
LETTERS = "XxOo"
FINE = {9: 8, 28: 4}  # so many dots to the side of a pixel: what it keeps is their mean


def glyph(font, letter):
    """A letter as large ink on a sheet that fits it."""
    face = ImageFont.truetype(FOLDER / f"{font}.ttf", 120)
    left, top, right, bottom = face.getbbox(letter)
    sheet = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(sheet).text((-left, -top), letter, 255, face)
    return sheet


def placed(sheet, side, rng):
    """The letter turned by up to 15 degrees, from .6 to .95 of the image, somewhere on it: ink from 0 to 1."""
    turned = sheet.rotate(rng.uniform(-15, 15), Image.Resampling.BILINEAR, expand=True)
    turned = turned.crop(turned.getbbox())
    scale = rng.uniform(0.6, 0.95) * side / max(turned.size)
    turned = turned.resize([max(1, round(length * scale)) for length in turned.size], Image.Resampling.BOX)
    page = Image.new("L", (side, side))
    page.paste(turned, tuple(int(rng.integers(side - length + 1)) for length in turned.size))
    return np.asarray(page) / 255


def glyphs(size, many=20):
    """Every letter of every typeface, `many` times: ink (glyphs, size, size) from 0 to 1, and what each is."""
    rng, fine = np.random.default_rng(size), FINE[size]
    names = [(font, letter) for font in SANS + SERIF + EVEN for letter in LETTERS]
    pages = [placed(sheet, size * fine, rng) for sheet in (glyph(*name) for name in names) for _ in range(many)]
    return np.reshape(pages, (-1, size, fine, size, fine)).mean((2, 4)), np.repeat(names, many, axis=0)


@pytest.mark.parametrize(("size", "least"), [(9, 0.99), (28, 0.993)])
def test_letters_of_real_typefaces_are_read_right(size, least):
    ink, names = glyphs(size)
    right, darkest = np.char.upper(names[:, 1]) == "O", ink.max((1, 2), keepdims=True)
    for kind, images in (("grey", 2 * ink - 1), ("black and white", np.where(ink > darkest / 2, 1.0, -1.0))):
        wrong = load_trained(size).forward(images[:, None]).argmax(1) != right
        assert wrong.mean() <= 1 - least, f"{kind}: misread {sorted(map(tuple, names[wrong].tolist()))}"
