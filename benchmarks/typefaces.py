"""How well the trained networks read typefaces, which none of them ever saw: python -m benchmarks.typefaces FOLDER...

Every font file in the folders that has the letters X, x, O and o is a measuring stick, at most six of each folder's
subfolder, so that no large family rules; without a folder, the typefaces that come with matplotlib. Debian's packages
whose names start with fonts- bring many more (`apt-get download`, then `dpkg -x`, each into a folder of its own).

Whoever chooses a recipe by typefaces fits it to them a little. So chance, a hash of the family's name, puts each family
into one of two halves: one to choose by, the other to report.
"""

import sys
from hashlib import sha256
from pathlib import Path

import matplotlib
import numpy as np
from fontTools.ttLib import TTFont, TTLibError
from PIL import Image, ImageDraw, ImageFont

from xo.networks import load_trained
from xo.networks.trained import KINDS

MATPLOTLIB = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
SANS = ["DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique", "cmss10"]
SERIF = ["DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic", "cmr10", "cmb10", "cmti10"]
SERIF += ["STIXGeneral", "STIXGeneralBol", "STIXGeneralItalic", "STIXGeneralBolIta", "cmmi10"]
EVEN = ["DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSansMono-Oblique", "DejaVuSansMono-BoldOblique", "cmtt10"]
FACES = [MATPLOTLIB / f"{name}.ttf" for name in SANS + SERIF + EVEN]
LETTERS = "XxOo"
FINE = {9: 8, 28: 4}  # so many dots to the side of a pixel: what it keeps is their mean
MOST = 6  # files of one family


def glyph(path, letter):
    """A letter as large ink on a sheet that fits it."""
    face = ImageFont.truetype(path, 120)
    left, top, right, bottom = face.getbbox(letter)
    sheet = Image.new("L", (max(1, right - left), max(1, bottom - top)))
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


def glyphs(paths, size, many=20):
    """Every letter of every typeface, `many` times: ink (glyphs, size, size) from 0 to 1, and what each is."""
    rng, fine = np.random.default_rng(size), FINE[size]
    names = [(path, letter) for path in paths for letter in LETTERS]
    pages = [placed(sheet, size * fine, rng) for sheet in (glyph(*name) for name in names) for _ in range(many)]
    ink = np.reshape(pages, (-1, size, fine, size, fine)).mean((2, 4))
    return ink, np.repeat([(Path(path).stem, letter) for path, letter in names], many, axis=0)


def printed(ink):
    """The same letters in grey, and in black and white, cut at half of the darkest."""
    darkest = ink.max((1, 2), keepdims=True)
    return {"grey": 2 * ink - 1, "black and white": np.where(ink > darkest / 2, 1.0, -1.0)}


def misread(network, images, names):
    """Which of the letters get most votes for the other one."""
    return network.forward(images[:, None]).argmax(1) != (np.char.upper(names[:, 1]) == "O")


def readable(path):
    """Whether a font file has all four letters, with ink in them."""
    try:
        known = TTFont(path, lazy=True).getBestCmap() or {}
        return all(ord(letter) in known and glyph(path, letter).getbbox() for letter in LETTERS)
    except (TTLibError, OSError, AssertionError, KeyError):
        return False


def find(folders):
    """The font files below the folders, at most `MOST` of each family, picked evenly by name: {path: family}"""
    chosen = {}
    for folder in map(Path, folders):
        families = [entry for entry in sorted(folder.iterdir()) if entry.is_dir()] or [folder]
        for family in families:
            files = {path.stem: path for path in sorted(family.rglob("*")) if path.suffix.lower() in (".ttf", ".otf")}
            usable = [path for path in files.values() if readable(path)]
            picked = np.linspace(0, len(usable) - 1, min(MOST, len(usable))).round().astype(int)
            chosen |= {usable[place]: family.name for place in picked}
    return chosen


def is_reported(family):
    """Whether chance, always the same, puts a family into the half that takes no part in choosing a recipe."""
    return sha256(family.encode()).digest()[0] % 2 == 1


def main(folders):
    families = find(folders) if folders else {path: path.stem for path in FACES}
    print(f"{len(families)} typefaces: percent read right, of X, of O, of the half to choose by, of the other")
    for size, kinds in KINDS.items():
        many = 12 if size == 9 else 4
        ink, names = glyphs(families, size, many)
        rings = np.char.upper(names[:, 1]) == "O"
        reported = np.repeat([is_reported(family) for family in families.values()], len(LETTERS) * many)
        for kind in kinds:
            for print_, images in printed(ink).items():
                right = 100 * ~misread(load_trained(size, kind), images, names)
                parts = (slice(None), ~rings, rings, ~reported, reported)
                figures = [right[part].mean() for part in parts]
                print(f"{size} {kind:6} {print_:16}" + "".join(f"{figure:8.2f}" for figure in figures))


if __name__ == "__main__":
    main(sys.argv[1:])
