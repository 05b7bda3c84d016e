"""Lesson 7. Letters: draw many X's and O's at once, each of them different.

As in `xo.letters.strokes`, lengths count in half-sides of the image and the letters stand on the last axis.
"""

from typing import NamedTuple

import numpy as np

from xo.letters.ranges import RANGES, Chance
from xo.letters.strokes import oval, print_ink, stroke

CHUNK = 50_000  # pixels drawn at a time: little enough to stay in the processor's cache


def draw(category, count, size, rng, variety=1, dtype=np.float64, ranges=RANGES):
    """Draw `count` images of one category (0: X, 1: O), some at a time. yields: (images, size, size)"""
    many = max(16, CHUNK // size**2)
    for start in range(0, count, many):
        chance = Chance(min(many, count - start), rng, variety, dtype, ranges)
        depth = (_cross, _ring)[category](_lay_out(size, chance), chance)
        yield print_ink(depth, size, chance).transpose(2, 0, 1)


class Letters(NamedTuple):
    """Many letters: how large each is, and where each pixel of its image lies in the letter's own upright frame.

    across, down: (rows, columns, letters); height, width, pen: half of how large it is, (letters,)
    """

    across: np.ndarray
    down: np.ndarray
    height: np.ndarray
    width: np.ndarray
    pen: np.ndarray

    @property
    def half_pixel(self):
        return 1 / len(self.across)

    def only(self, these):
        """Only some of the letters, as views. these: a slice"""
        return Letters(*(array[..., these] for array in self))


def _lay_out(size, chance):
    """Letters of all sizes, turned and slanted, each somewhere on its image."""
    slant, turn = chance("slant") ** 3, chance("turn") ** 3 * 0.7
    height = chance("height", lowest=max(0.35, 4.6 / size))
    width = np.clip(height * np.exp(chance("proportion")), max(0.2, 4.3 / size), 1.02)
    wide, high = width + np.abs(slant + turn) * height, height + np.abs(turn) * width  # as turned and slanted
    shrink = np.minimum(1, 1.02 / np.maximum(wide, high))
    height, width = shrink * height, shrink * width
    aside = chance("aside") * np.maximum(1 - shrink * wide, 0.02)
    below = chance("below") * np.maximum(1 - shrink * high, 0.02)
    across, down = _upright(*_pixels(size, aside, below, chance), slant, turn)
    pen = np.minimum(height, width) * np.exp(chance("pen"))
    pen = np.maximum(pen, chance("finest pen") * 2 / size)
    return Letters(across, down, height, width, pen)


def _pixels(size, aside, below, chance):
    """Where each pixel lies, seen from the middle of each letter, in lines that wave a little."""
    middles = ((2 * np.arange(size) + 1) / size - 1).astype(chance.dtype)[:, None]
    across, down = middles - aside, middles - below
    sway = chance("wave") * np.sin(chance("waves") * down + chance("phase"))
    swell = chance("wave") * np.sin(chance("waves") * across + chance("phase"))
    return across[None] + sway[:, None], down[:, None] + swell[None]


def _upright(across, down, slant, turn):
    """The same places in a frame that is turned and slanted with the letter."""
    cosine, sine = np.cos(turn), np.sin(turn)
    upright = down * cosine - across * sine
    return across * cosine + down * sine + slant * upright, upright


def _cross(letters, chance):
    """The depth in X's: two strokes that need not meet in the middle, each with its pen; some with flat ends,
    some with serifs, some cursive."""
    high = letters.height - letters.pen * chance("inset")
    wide = np.maximum(letters.width - letters.pen, max(0.2, 3 * letters.half_pixel))
    inside = letters._replace(height=high, width=wide)
    contrast = np.exp(chance("contrast"))
    most = 0.42 * np.minimum(letters.height, letters.width)
    falling, rising = (
        _diagonal(inside, side, np.clip(letters.pen * share, letters.half_pixel, most), chance)
        for side, share in ((1, contrast), (-1, 1 / contrast))
    )
    depth = np.maximum(falling, rising)
    flat, serifs, cursive = chance.first("flat ends"), chance.first("serifs"), chance.last("cursive")
    depth[..., flat] = np.minimum(depth[..., flat], letters.height[flat] - np.abs(letters.down[..., flat]))
    depth[..., cursive] = _cursive(inside.only(cursive), chance.only(cursive))
    depth[..., serifs] = np.maximum(depth[..., serifs], _serifs(inside.only(serifs), chance.only(serifs)))
    return depth


def _diagonal(letters, side, pen, chance):
    """A stroke from the top to the bottom, to the right for side 1, to the left for -1."""
    width, height = letters.width, letters.height
    start = -side * width * chance("reach aside"), -height * chance("reach down")
    end = side * width * chance("reach aside"), height * chance("reach down")
    bend, curl = chance("bend") ** 3 * 0.45 * width, chance("curl") ** 3 * 0.6 * width
    return stroke(letters.across, letters.down, start, end, pen, chance("taper"), bend, curl)


def _cursive(letters, chance):
    """Cursive x's: two ovals back to back, each open on the side that is turned away."""
    opening = chance("opening") * letters.height
    thin = np.maximum(letters.pen * chance("cursive pen"), letters.half_pixel)
    left, right = (_bow(letters, side, thin, opening, chance("bow")) for side in (-1, 1))
    return np.maximum(left, right)


def _bow(letters, side, pen, opening, share):
    """An oval's outline beside the middle, open on its outer side."""
    width = letters.width * share
    line = pen - np.abs(oval(letters.across - side * width, letters.down, letters.height, width, 0, 0))
    return np.minimum(line, np.maximum(np.abs(letters.down) - opening, width - side * letters.across))


def _serifs(letters, chance):
    """Short level strokes at the four ends of X's."""
    half = letters.width * chance("serif")
    pen = np.minimum(letters.pen, 0.14) * 0.7
    depth = -np.inf
    for level in (-letters.height, letters.height):
        for end in (-0.95 * letters.width, 0.95 * letters.width):
            bar = stroke(letters.across, letters.down, (end - half, level), (end + half, level), pen)
            depth = np.maximum(depth, bar)
    return depth


def _ring(letters, chance):
    """The depth in O's: an oval with a smaller oval cut out, off its middle; some are not closed, some have a tail."""
    height, width, pen = letters.height, letters.width, letters.pen
    stress = np.exp(chance("stress"))
    square, egg = chance("square"), chance("egg") ** 3 * 0.35
    sides = np.clip(2 * pen * stress, 2 * letters.half_pixel, 0.85 * width)
    ends = np.clip(2 * pen / stress, 2 * letters.half_pixel, 0.85 * height)
    aside, below = chance("hole aside") * sides, chance("hole below") * ends
    opened, tailed = chance.first("open"), chance.last("tail")
    gap = _open(letters.only(opened), chance.only(opened))
    outer = oval(letters.across, letters.down, height, width, square, egg)
    hole_square = square * chance("hole square")
    hole = oval(letters.across - aside, letters.down - below, height - ends, width - sides, hole_square, egg)
    depth = np.minimum(outer, -hole)
    depth[..., opened] = np.minimum(depth[..., opened], gap)
    depth[..., tailed] = np.maximum(depth[..., tailed], _tails(letters.only(tailed), chance.only(tailed)))
    return depth


def _open(letters, chance):
    """Pull the ends of rings apart, in their own `across` and `down`. returns: the depth outside the gap"""
    across, down, towards = letters.across, letters.down, chance("gap towards")
    cosine, sine = np.cos(towards), np.sin(towards)
    forward, sideways = across * cosine + down * sine, down * cosine - across * sine
    ends = np.clip(forward / letters.width, 0, 1.2)
    spread = 1 + np.copysign(ends, sideways) * chance("gap spread")
    across *= spread
    down *= spread
    gap = np.maximum(chance("gap") * letters.width - letters.pen, -0.2)
    return np.maximum(np.abs(sideways) - gap, -forward)


def _tails(letters, chance):
    """Strokes that leave the top of rings, to the next letter or back across their own."""
    height, width, pen = letters.height, letters.width, np.maximum(0.6 * letters.pen, letters.half_pixel)
    start = width * chance("tail start"), -height * 0.9
    end = start[0] + width * chance("tail aside"), -height * chance("tail up")
    return stroke(letters.across, letters.down, start, end, pen, bend=width * chance("tail bend"))
