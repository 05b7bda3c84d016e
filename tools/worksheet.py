"""Print a worksheet and its answer key as PDF: python3 start.py worksheet [CODE or FILE] [FEATURES] [--into FOLDER]

The class works out a filtered map, ReLU, pooling and the votes of a drawing by hand. The drawing is a postcard code or
a text file of # and . signs, features are text files with one or more small pictures, blank lines between them.
Without any: the published X and its three features. --backward adds a sheet about the way back: one slope by hand.
"""

import pathlib
import re
from dataclasses import dataclass

import numpy as np
from matplotlib.backends.backend_pdf import PdfPages

from tools import options
from tools.lessons import make_folder
from tools.worksheet_back import draw_back
from tools.worksheet_pages import draw_pages
from xo.filtering import FEATURES, filter_maps
from xo.images import CATEGORIES, O, X, read_image
from xo.pooling import pool
from xo.postcards import from_code
from xo.relu import relu
from xo.voting import cast_votes, strong_weights

FOR = "teachers"


@dataclass(frozen=True)
class Worked:
    """Everything that the class is to find out, as xo works it out."""

    image: np.ndarray
    features: np.ndarray
    maps: np.ndarray
    rectified: np.ndarray
    pooled: np.ndarray
    again: np.ndarray
    strong: tuple  # the places that speak for X and those for O, or none
    votes: np.ndarray | None
    answer: str
    without_votes: str  # why there are none, or nothing


def work_out(image, features):
    """Follow a drawing through the published network, with these features.

    image: (rows, columns), 5 to 9 of each, black and white; features: (features, rows, columns), up to four
    raises: ValueError that says what does not fit on paper
    """
    if not 5 <= min(image.shape) <= max(image.shape) <= 9:
        raise ValueError(f"expected a drawing of 5 to 9 rows and columns, got {image.shape[0]} by {image.shape[1]}")
    if not 1 <= len(features) <= 4 or max(features.shape[1:]) > 4:
        sizes = " by ".join(map(str, features.shape[1:]))
        raise ValueError(f"expected up to four features of at most 4 by 4, got {len(features)} of {sizes}")
    if not (set(np.unique(image)) | set(np.unique(features))) <= {-1, 1}:
        raise ValueError("expected black and white pixels only, got grey ones")
    size = [side - part + 1 for side, part in zip(image.shape, features.shape[1:], strict=True)]
    if max(size) > 8:
        raise ValueError(f"expected features that leave maps of at most 8 by 8, got maps of {size[0]} by {size[1]}")
    maps, rectified, pooled, again = _stages(image, features)
    strong = _strong_places(features) if image.shape == X.shape else None
    votes = cast_votes(again.ravel(), strong_weights(again.size, strong)) if strong else None
    answer = CATEGORIES[int(votes.argmax())] if strong else ""
    return Worked(image, features, maps, rectified, pooled, again, strong, votes, answer, _no_votes(image, strong))


def _no_votes(image, strong):
    if strong:
        return ""
    if image.shape != X.shape:
        return "only a drawing of 9 by 9 can be compared with the published X and O."
    return "these features do not tell the published X from the published O."


def _stages(image, features):
    maps = filter_maps(image[None], features[:, None])
    rectified = relu(maps)
    return maps, rectified, pool(rectified), pool(pool(rectified))


def _strong_places(features):
    """Where the published X has more than the published O speaks for X, and the other way round."""
    lists = [_stages(image, features)[-1].ravel() for image in (X, O)]
    strong = tuple(np.flatnonzero(one > other) for one, other in (lists, lists[::-1]))
    return strong if all(len(places) for places in strong) else None


def read_pictures(text):
    """The pictures in a text, which blank lines keep apart."""
    return [read_image(block) for block in re.split(r"\n\s*\n", text.strip())]


def read_drawing(word):
    """The drawing that a file or a postcard code holds."""
    path = pathlib.Path(word)
    return read_pictures(path.read_text(encoding="utf-8"))[0] if path.is_file() else from_code(word)


def read_features(names):
    """The features in text files, all of one size; the published ones where there are none."""
    found = [picture for name in names for picture in read_pictures(pathlib.Path(name).read_text(encoding="utf-8"))]
    if len({picture.shape for picture in found}) > 1:
        raise ValueError("expected features of one size, got several sizes")
    return np.stack(found) if found else FEATURES


def build(image, features, folder, backward=False):
    """Write worksheet.pdf and worksheet-key.pdf, and where asked for, backward.pdf and backward-key.pdf.

    returns: their paths, and why there are no votes, or nothing
    """
    worked = work_out(image, features)
    sheets = {"worksheet": draw_pages}
    if backward:
        sheets["backward"] = lambda worked, key: [draw_back(worked, key)]
    pages = {name + "-key" * key: draw(worked, key) for name, draw in sheets.items() for key in (False, True)}
    return [_write(folder / f"{name}.pdf", drawn) for name, drawn in pages.items()], worked.without_votes


def _write(path, pages):
    with PdfPages(path, metadata={"CreationDate": None, "Title": path.stem}) as file:
        for page in pages:
            file.savefig(page)
    return path


def main(arguments):
    """Read the drawing and the features, write both files, say where they are."""
    parser = options("worksheet", __doc__)
    parser.add_argument("drawing", nargs="?", help="a postcard code or a text file (the published X)")
    parser.add_argument("features", nargs="*", help="text files of features (the published three)")
    parser.add_argument("--backward", action="store_true", help="a sheet about the way back as well")
    parser.add_argument("--into", default="worksheets", help="the folder to write to (worksheets)")
    chosen = parser.parse_args(arguments)
    folder = make_folder(chosen.into)
    try:
        image = read_drawing(chosen.drawing) if chosen.drawing else X
        paths, without_votes = build(image, read_features(chosen.features), folder, chosen.backward)
    except (ValueError, OSError) as reason:
        raise SystemExit(f"No worksheet: {reason}") from None
    print("\n".join(f"{path} is ready to print." for path in paths))
    if without_votes:
        print(f"It ends with the list, without votes: {without_votes}")
