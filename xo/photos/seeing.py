"""Lesson 14. Seeing ink: what is paper and what is ink on a photo, whatever light falls on it, and what is the letter.

Everything is of whole numbers or of one division, so that a browser, which does the same, finds the very same ink.
"""

import numpy as np

from xo.photos.opening import WHITE
from xo.photos.ruling import without_rules

NEAR = 1 / 4  # of the longer side: paper is the lightest thing as near as half of that
FAINTEST = 0.12  # how much darker than paper ink must be, at least
SPECK, HANGING = 1 / 20, 1 / 10  # of the largest piece of ink: smaller ones are none of the letter
APART = 0.3  # of their height: how far apart two drawings are, at least
NARROWEST = 0.55  # of its longer side: a drawing's shorter one, at least
LETTER = 1 / 6  # of the photo's longer side: as long is no bit of a ruled line at its edge
FULLEST = 0.65  # of its box that a drawing covers: a dot covers more


def has_dark_ink(levels):
    """Whether ink is what is darker than its surroundings: of paper there is more, so that ink differs from the mean
    more strongly. levels: whole numbers (rows, columns)"""
    apart = (levels - box_mean(levels, max(levels.shape) // 2)) / WHITE
    return bool((apart * apart * apart).sum() <= 0)


def box_mean(levels, side):
    """The mean of the square around each place, as far as it lies on the picture. side: of the square, made odd"""
    reach = side // 2
    sums = np.zeros((levels.shape[0] + 1, levels.shape[1] + 1))
    sums[1:, 1:] = levels.cumsum(0).cumsum(1)  # of whole numbers: exact
    (top, bottom), (left, right) = (_span(length, reach) for length in levels.shape)
    inside = sums[bottom][:, right] - sums[top][:, right] - sums[bottom][:, left] + sums[top][:, left]
    return inside / np.outer(bottom - top, right - left)


def _span(length, reach):
    """Where the stretch around each place begins and where it ends."""
    places = np.arange(length)
    return np.maximum(places - reach, 0), np.minimum(places + reach + 1, length)


def even_out(levels):
    """Each place divided by the paper around it, which is what is left when thin dark lines are filled: first the
    largest value of every neighbourhood (as pooling takes it), then the smallest of those.

    levels: whole numbers (rows, columns), light paper; returns: the same shape, from 0 to 1 for paper
    """
    side = int(max(levels.shape) * NEAR)
    smooth = np.floor(box_mean(levels, 3) + 0.5)
    paper = -_largest(-_largest(smooth, side), side)
    return np.minimum(levels / np.maximum(paper, 1), 1)


def _largest(levels, side):
    """The largest value of the square around each place."""
    reach = side // 2
    for axis in (0, 1):
        edge = [(0, 0), (0, 0)]
        edge[axis] = (reach, reach)
        wide = np.pad(levels, edge, constant_values=-np.inf)
        levels = np.lib.stride_tricks.sliding_window_view(wide, 2 * reach + 1, axis).max(-1)
    return levels


def tell_ink(even):
    """1 for ink and 0 for paper, cut where the two kinds lie farthest apart (Otsu, 1979).

    even: (rows, columns) from 0 to 1, where paper is light
    raises: ValueError where nothing stands out from the paper
    """
    shade = np.minimum((even * 256).astype(int), 255)
    counts = np.bincount(shade.ravel(), minlength=256).astype(float)
    below, sums = counts.cumsum(), (counts * np.arange(256)).cumsum()
    above = below[-1] - below
    means = sums / np.maximum(below, 1), (sums[-1] - sums) / np.maximum(above, 1)
    apart = means[1] - means[0]
    spread = below * above * apart * apart
    cut = int(spread.argmax())
    if not below[cut] or not above[cut] or apart[cut] < FAINTEST * 256:
        raise ValueError("expected ink on paper, found nothing that stands out: write larger or darker, or go nearer")
    return (shade <= cut).astype(float)


def find_letter(mask):
    """The pieces of ink that make up the letter: no lines of ruled paper, no specks, and nothing that hangs in from the
    photo's edge, as a table beside the paper does, unless there is nothing else.

    mask: True for ink (rows, columns); returns: the same
    raises: ValueError where there are only the lines of ruled paper, or two drawings
    """
    bare = without_rules(mask)
    pieces = _pieces(bare)
    largest = max(map(len, pieces), default=0)
    if bare is not mask and not _holds_letter(pieces, mask.shape):
        raise ValueError("expected ink on paper, found only the paper's own lines: write larger or darker")
    inside = [piece for piece in pieces if not _hangs(piece, mask.shape)]
    if max(map(len, inside), default=0) >= HANGING * largest:
        pieces, largest = inside, max(map(len, inside), default=0)
    letter = np.zeros(mask.size, bool)
    for piece in pieces:
        if len(piece) >= SPECK * largest:
            letter[piece] = True
    letter = letter.reshape(mask.shape)
    if any(map(_is_two, (letter, letter.T))):
        raise ValueError("expected one drawing on the photo, found two apart: cut one out, or leave out the step crop")
    return letter


def _is_two(letter):
    """Whether two drawings stand side by side, about as large as each other, further apart than the parts of one."""
    columns = np.flatnonzero(letter.any(0))
    gaps = np.diff(columns)
    if not gaps.size:
        return False
    at = gaps.argmax()
    parts = letter[:, columns[0] : columns[at] + 1], letter[:, columns[at + 1] : columns[-1] + 1]
    highs = [int(np.ptp(np.flatnonzero(part.any(1)))) + 1 for part in parts]
    longer = [max(high, part.shape[1]) for high, part in zip(highs, parts, strict=True)]
    alike = gaps[at] - 1 >= APART * max(highs) and 3 * min(longer) >= 2 * max(longer)
    return bool(alike and all(map(_is_drawing, parts, highs)))


def _is_drawing(part, high):
    """Whether ink of this height is a drawing by itself, and no dot, stroke, half of a ring or grain of the paper."""
    sides = sorted([high, part.shape[1]])
    if sides[0] < NARROWEST * sides[1] or part.sum() > FULLEST * sides[0] * sides[1]:
        return False
    return 3 * max(map(len, _pieces(part))) >= 2 * part.sum()


def _pieces(mask):
    """The places of ink that hang together, each lot as a list of places counted through the picture."""
    wide = np.pad(mask, 1)
    row = wide.shape[1]
    steps = [down * row + along for down in (-1, 0, 1) for along in (-1, 0, 1)]
    left, pieces = set(np.flatnonzero(wide).tolist()), []
    while left:
        found = [left.pop()]
        for place in found:  # it grows as its neighbours are found
            near = [place + step for step in steps if place + step in left]
            left.difference_update(near)
            found += near
        pieces.append([(place // row - 1) * (row - 2) + place % row - 1 for place in found])
    return pieces


def _holds_letter(pieces, shape):
    """Whether what is left of a ruled page is more than bits of its lines, which lie at the photo's edge."""
    longer = max(shape)
    own = [piece for piece in pieces if _length(piece, shape) >= LETTER * longer or not _hangs(piece, shape)]
    return 2 * sum(map(len, own)) >= longer


def _length(piece, shape):
    """Of a piece: the longer side of the box around it."""
    rows, columns = np.divmod(piece, shape[1])
    return int(max(np.ptp(rows), np.ptp(columns))) + 1


def _hangs(piece, shape):
    """Whether a piece reaches the edge of the picture."""
    rows, columns = np.divmod(piece, shape[1])
    return bool(min(rows.min(), columns.min()) == 0 or rows.max() == shape[0] - 1 or columns.max() == shape[1] - 1)
