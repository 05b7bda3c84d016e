"""The still twin of a widget: the pad, every map and the votes as a PNG, for where nothing runs."""

import numpy as np

from xo.colours import colour_of, grey_of
from xo.plots.words import as_png, write
from xo.tables import decimal, fraction

INK, PALE, LINE = (74, 35, 119), (178, 169, 207), (150, 150, 160)
HIGH, HEAD, GAP, BETWEEN, EDGE = 560, 70, 14, 50, 18  # in pixels
ROW, MOST = 84, 16  # the height of a vote, in pixels; with more votes than MOST each is a cell, not a bar


def draw_png(rows, categories):
    """Draw an image and what every layer of a network makes of it, side by side; a row for each network.

    rows: for each network its stages, arrays (maps, rows, columns) or lists (values,), the first of them the image,
          and their titles
    returns: the bytes of a PNG
    """
    maps = [stage for stages, _ in rows for stage in stages[1:] if stage.ndim == 3]
    limit = max([1.0, *(float(abs(stage).max()) for stage in maps)])
    sheets, words, top = [], [], 0
    for stages, titles in rows:
        sheet, written = _draw_row(stages, titles, categories, limit)
        words += [(x, top + y, *rest) for x, y, *rest in written]
        sheets.append(sheet)
        top += len(sheet)
    wide = max(sheet.shape[1] for sheet in sheets)
    padded = [np.pad(sheet, ((0, 0), (0, wide - sheet.shape[1]), (0, 0)), constant_values=255) for sheet in sheets]
    return _print(np.vstack(padded), words)


def _draw_row(stages, titles, categories, limit):
    """One network as a picture, and the words in it. limit: where the colours end"""
    columns, words, x = [], [], EDGE
    for place, (stage, title) in enumerate(zip(stages, titles, strict=True)):
        voting = stage.ndim == 1 and place == len(stages) - 1 and len(stage) <= min(len(categories), MOST)
        if voting:
            column, bars = _draw_votes(stage, categories, limit)
            words += [(x + left, y, *rest) for left, y, *rest in bars]
        else:
            column = _draw_maps(stage, place == 0, limit)
        words += _label(x + column.shape[1] / 2, title, stage)
        columns += [column, np.full((HIGH, BETWEEN, 3), 255, np.uint8)]
        x += column.shape[1] + BETWEEN
    body = np.hstack(columns[:-1])
    return np.pad(body, ((HEAD, EDGE), (EDGE, EDGE), (0, 0)), constant_values=255), words


def _print(sheet, words):
    """The picture with its words (x, y, text, points, bold, where x is) as a PNG."""
    from PIL import Image

    picture = Image.fromarray(sheet)
    write(picture, [(x, y, text, points, "black", bold, side) for x, y, text, points, bold, side in words])
    return as_png(picture)


def _label(x, title, stage):
    shape = "×".join(str(side) for side in stage.shape[-2:])
    if title != "image":
        shape = f"{len(stage)} values" if stage.ndim == 1 else f"{len(stage)} of {shape}"
    return [(x, 22, title, 12, True, "center"), (x, 46, shape if title != "votes" else "", 10, False, "center")]


def _draw_maps(stage, is_image, limit):
    """The maps of one stage as a picture HIGH pixels high, in one column or several."""
    maps = list(_as_maps(stage))
    if is_image and len(maps) == 3:  # in colour
        maps.insert(0, np.round(127.5 * (1 + np.clip(stage, -1, 1))).astype(np.uint8).transpose(1, 2, 0))
    count, (rows, columns) = len(maps), maps[0].shape[:2]
    across = 1 if count <= 4 else 2 if count <= 8 else 4
    down = -(-count // across)
    side = max(1, min(30, int((HIGH - (down - 1) * GAP) / down / rows) - 1, 320 // (columns * across)))
    high, wide = rows * side + GAP, columns * side + GAP
    picture = np.full((HIGH, across * wide - GAP, 3), 255, np.uint8)
    top = (HIGH - down * high + GAP) // 2
    for number, values in enumerate(maps):
        colours = values if values.ndim == 3 else grey_of(values) if is_image else colour_of(values, limit)
        cells = np.repeat(np.repeat(colours, side, 0), side, 1)
        cells[[0, -1]] = cells[:, [0, -1]] = LINE
        row, column = top + number // across * high, number % across * wide
        picture[row : row + high - GAP, column : column + wide - GAP] = cells
    return picture


def _as_maps(stage):
    """A list as one column or, where it is long, as a square."""
    if stage.ndim == 3:
        return stage
    columns = 1 if stage.size <= 16 else int(np.ceil(np.sqrt(stage.size)))
    padded = np.full(-(-stage.size // columns) * columns, np.nan)
    padded[: stage.size] = stage
    return padded.reshape(1, -1, columns)


def _draw_votes(votes, categories, limit):
    """A bar for each category, from 0. returns: the picture, and the words in it"""
    picture, words = np.full((HIGH, 250, 3), 255, np.uint8), []
    zero, room = (40, 200) if votes.min() >= 0 else (140, 100)
    unit, pitch = room / max(limit, np.abs(votes).max()), min(ROW, HIGH / len(votes))
    place = lambda row, pixels: int(HIGH / 2 + (row - len(votes) / 2) * pitch + pixels * pitch / ROW)  # noqa: E731
    for row, (name, vote) in enumerate(zip(categories, votes, strict=False)):
        best = vote == votes.max()
        left, right = sorted((zero, zero + round(vote * unit)))
        picture[place(row, 10) : place(row, 40), left:right] = INK if best else PALE
        picture[place(row, 4) : place(row, 46), zero - 1 : zero + 1] = LINE
        exact, bold = fraction(vote), bool(best)
        equal = "=" if abs(round(vote, 2) - vote) < 1e-9 else "≈"
        text = f"{exact} {equal} {decimal(vote)}" if "/" in exact else exact
        words.append((0, HEAD + place(row, 25), name, min(19, round(pitch / 3)), bold, "left"))
        words.append((40, HEAD + place(row, 60), text, 11, bold, "left"))
    return picture, words
