"""Pictures for the lessons: images, maps and curves, each with its numbers as text.

One scale for every map (orange below zero, white at zero, purple above), the same as in the widgets. The text
is for screen readers, and for the test of the lessons, which compares text and not pixels.
"""

import numpy as np

from xo.arguments import as_kind, as_numbers, as_whole
from xo.colours import colour_of, grey_of, ink_on
from xo.images import as_image, light_shares, write_image
from xo.plots.sheets import FONT, Sheet, drawn, figure_of, show
from xo.tables import decimal, table

LINES = (("#5e3c99", "-"), ("#b35806", "--"), ("#1a1a1a", ":"), ("#2b8cbe", "-."), ("#777777", "-"))
PALE = (187, 187, 187)  # of the lines between coloured cells
WITH_NUMBERS = 9  # rows or columns; a larger map shows its colours only
IN_TEXT = 16  # a larger picture is only described


def show_images(images, titles=None):
    """Draw images side by side: ink white, background black.

    images: one image (rows, columns), a list or stack of them, or a dictionary title -> image
    """
    images, titles = _several(images, titles, "image")
    side = 2.6 if len(images) < 3 else 1.7 if len(images) < 13 else 1.1
    sheet = Sheet([image.shape for image in images], titles, [side] * len(images))
    for number, image in enumerate(map(as_image, images)):
        sheet.cells(number, grey_of(image))
    texts = [write_image(image) if max(image.shape) <= IN_TEXT else _in_short(image) for image in images]
    show(sheet.finished(), _listed(titles, texts), _named("image", images, titles))


def show_photos(photos, titles=None):
    """Draw photos side by side in their own colours.

    photos: one photo (rows, columns, 3) of red, green and blue from 0 to 255 or from 0 to 1, a list or stack of them,
            or a dictionary title -> photo
    """
    photos, titles = _several(photos, titles, "photo", axes=3)
    for photo in photos:
        if photo.shape[2] != 3:
            raise ValueError(f"expected photos of 3 colours, got {photo.shape[2]}")
    photos = [255 * light_shares(photo) for photo in photos]
    sheet = Sheet([photo.shape[:2] for photo in photos], titles, [2.6 if len(photos) < 5 else 1.7] * len(photos))
    for number, photo in enumerate(photos):
        sheet.cells(number, photo.round().astype(np.uint8))
    means = [" ".join(decimal(mean, 0) for mean in photo.mean((0, 1))) for photo in photos]
    texts = [f"({len(photo)} by {len(photo[0])}, {mean} on average)" for photo, mean in zip(photos, means, strict=True)]
    show(sheet.finished(), _listed(titles, texts), _named("photo", photos, titles))


def show_maps(maps, titles=None, over=None, places=2):
    """Draw maps side by side on one colour scale, with their numbers where they fit.

    maps: one map (rows, columns), a list or stack of them, or a dictionary title -> map
    over: write how many ninths (over=9) each value is; none: decimals, `places` of them
    """
    maps, titles = _several(maps, titles, "map")
    over = over if over is None else as_whole(over, "number of parts", most=10**6)
    limit = max(1.0, *(float(abs(values).max()) for values in maps))
    words = [table(values, over, places) if max(values.shape) <= WITH_NUMBERS else None for values in maps]
    longest = max((len(word) for text in words if text for word in text.split()), default=0)
    cell = max(0.36, 0.09 * longest + 0.05)
    sides = [cell * max(one.shape) if text else 2.6 for one, text in zip(maps, words, strict=True)]
    sheet = Sheet([values.shape for values in maps], titles, sides, foot=0.6)
    for number, (values, text) in enumerate(zip(maps, words, strict=True)):
        colours = colour_of(values, limit)
        sheet.cells(number, colours, PALE)
        if text:
            inks = [[ink_on(colour) for colour in row] for row in colours]
            sheet.numbers(number, [line.split() for line in text.splitlines()], inks)
    parts = "ninths" if over == 9 else f"1/{over}"
    sheet.scale(limit, f"numbers in {parts}" if over and over != 1 and any(words) else "")
    texts = [text or _in_short(values, places) for values, text in zip(maps, words, strict=True)]
    show(sheet.finished(), _listed(titles, texts), _named("map", maps, titles))


def show_curves(curves, across="step", up="value", title=""):
    """Draw curves with their names at their ends.

    curves: a dictionary name -> values, or name -> (where, values)
    across, up: what runs along the two sides
    """
    as_kind(curves, dict, "curves as a dictionary of names and values")
    across, up, title = (as_kind(words, str, "words as text") for words in (across, up, title))
    curves = {str(name): _points(points) for name, points in curves.items()}
    if not curves:
        raise ValueError("expected at least one curve, got none")
    figure = figure_of(8.4, 4)
    room = 0.3 + 0.1 * max(map(len, curves))  # for the names, in inches
    axes = figure.add_axes((0.1, 0.16, 0.9 - room / 8.4, 0.74))
    for number, (where, values) in enumerate(curves.values()):
        colour, dashes = LINES[number % len(LINES)]
        axes.plot(where, values, color=colour, linestyle=dashes, linewidth=2.5)
    axes.set_xlabel(across, fontsize=FONT + 1)
    axes.set_ylabel(up, fontsize=FONT + 1)
    axes.set_title(title, fontsize=FONT + 2, loc="left")
    axes.tick_params(labelsize=FONT)
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#dddddd")
    _name_ends(axes, curves)
    shown = [f"{name}: {_end(points, 0)}, {_end(points, -1)}" for name, points in curves.items()]
    show(drawn(figure), "\n".join([title or f"{up} by {across}", *shown]), f"{title or up}: {', '.join(curves)}")


def _several(pictures, titles, name, axes=2):
    """A list of arrays of so many axes and a list of titles, whatever way they came."""
    if isinstance(pictures, dict):
        titles, pictures = list(pictures), list(pictures.values())
    if not isinstance(pictures, list | tuple):
        pictures = as_numbers(pictures, name)
    if len(pictures) and _depth(pictures[0]) == axes - 1:
        pictures = [pictures]
    pictures = [as_numbers(picture, name) for picture in pictures]
    for picture in pictures:
        if picture.ndim != axes:
            shape = "(rows, columns)" if axes == 2 else "(rows, columns, 3)"
            raise ValueError(f"expected {name}s of shape {shape}, got shape {picture.shape}")
    titles = [""] * len(pictures) if titles is None else [titles] if isinstance(titles, str) else titles
    titles = [str(title) for title in as_kind(titles, list | tuple, "titles as a list of texts")]
    if len(titles) != len(pictures) or not pictures:
        raise ValueError(f"expected a title for each of {len(pictures)} {name}s, got {len(titles)}")
    return pictures, titles


def _depth(values):
    """How many axes, of an array or of lists in lists as far as the first of each tells."""
    return 1 + max(map(_depth, values), default=0) if isinstance(values, list | tuple) else np.ndim(values)


def _name_ends(axes, curves):
    """Names at the right ends, moved apart where they would overlap."""
    low, high = axes.get_ylim()
    apart, last = (high - low) * 0.075, -np.inf
    ends = sorted((float(values[-1]), number, name) for number, (name, (_, values)) in enumerate(curves.items()))
    for end, number, name in ends:
        last = max(end, last + apart)
        axes.annotate(
            name,
            (1.02, last),
            xycoords=("axes fraction", "data"),
            va="center",
            fontsize=FONT,
            color=LINES[number % len(LINES)][0],
            annotation_clip=False,
        )


def _points(points):
    pair = isinstance(points, tuple) and len(points) == 2
    values = as_numbers(points[1] if pair else points, "values of a curve", 1)
    where = as_numbers(points[0], "places of a curve", 1) if pair else np.arange(len(values))
    if values.ndim != 1 or where.shape != values.shape:
        raise ValueError(f"expected a curve as a list of values, or (where, values), got shape {values.shape}")
    return where, values


def _end(points, place):
    return f"{decimal(points[1][place], 3)} at {points[0][place]:g}"


def _in_short(values, places=2):
    return f"({values.shape[0]} by {values.shape[1]}, {_span(values, places)})"


def _span(values, places=2):
    return "from {} to {}".format(*(decimal(value, places) for value in (values.min(), values.max())))


def _listed(titles, texts):
    return "\n\n".join(f"{title}\n{text}".lstrip("\n") for title, text in zip(titles, texts, strict=True))


def _named(kind, pictures, titles):
    rows, columns = pictures[0].shape[:2]
    names = ", ".join(title for title in titles if title)
    count = f"{len(pictures)} {kind}s" if len(pictures) > 1 else f"1 {kind}"
    return f"{count} of {rows} by {columns}" + (f": {names}" if names else "")
