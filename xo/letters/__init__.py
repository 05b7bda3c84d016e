"""Lesson 7. Letters: draw many X's and O's at once, each of them different.

As in `xo.letters.strokes`, lengths count in half-sides of the image and the images stand on the last axis.
"""

import numpy as np

from xo.letters.strokes import oval, print_ink, stroke

CHUNK = 50_000  # pixels drawn at a time: little enough to stay in the processor's cache


def draw(category, count, size, rng, variety, dtype):
    """Draw `count` images of one category (0: X, 1: O), some at a time. yields: (images, size, size)"""
    many = max(16, CHUNK // size**2)
    for start in range(0, count, many):
        yield _draw(category, min(many, count - start), size, rng, variety, dtype).transpose(2, 0, 1)


class Chance:
    """Draws the numbers in which letters differ: between low and high, or the plain one where variety is 0."""

    def __init__(self, count, rng, variety, dtype):
        self.count, self.rng, self.variety, self.dtype = count, rng, variety, dtype

    def __call__(self, low, plain, high, many=None):
        drawn = self.rng.uniform(low, high, self.count if many is None else many)
        return (plain + self.variety * (drawn - plain)).astype(self.dtype)

    def some(self, share):
        """How many letters have something that a share of them has."""
        return int(self.variety * share * self.count)


def _draw(category, count, size, rng, variety, dtype):
    vary = Chance(count, rng, variety, dtype)
    lean, turn = vary(-0.8, 0, 0.8) ** 3, vary(-1, 0, 1) ** 3 * 0.7
    height = vary(max(0.35, 4.6 / size), 0.75, 1.02)
    width = np.clip(height * np.exp(vary(-0.7, 0, 0.3)), max(0.2, 4.3 / size), 1.02)
    reach = width + np.abs(lean + turn) * height, height + np.abs(turn) * width
    fit = np.minimum(1, 1.02 / np.maximum(*reach))
    height, width = fit * height, fit * width
    room = np.maximum(1 - fit * reach[0], 0.02), np.maximum(1 - fit * reach[1], 0.02)
    across, down = _places(size, vary(-1, 0, 1) * room[0], vary(-1, 0, 1) * room[1], lean, turn, vary)
    pen = np.minimum(height, width) * np.exp(vary(-2.6, -1.7, -1.05))
    pen = np.maximum(pen, vary(0.45, 0.5, 0.8) * 2 / size)
    depth = (_cross, _ring)[category](across, down, height, width, pen, vary)
    return print_ink(depth, size, vary)


def _places(size, aside, below, lean, turn, vary):
    """Where each pixel lies in the letter's own upright frame, shape (size, size, count) each."""
    middles = ((2 * np.arange(size) + 1) / size - 1).astype(vary.dtype)[:, None]
    across, down = middles - aside, middles - below
    sway = vary(-0.07, 0, 0.07) * np.sin(vary(1, 2, 4) * down + vary(0, 0, 6.3))
    swell = vary(-0.07, 0, 0.07) * np.sin(vary(1, 2, 4) * across + vary(0, 0, 6.3))
    across, down = across[None] + sway[:, None], down[:, None] + swell[None]
    cosine, sine = np.cos(turn), np.sin(turn)
    upright = down * cosine - across * sine
    return across * cosine + down * sine + lean * upright, upright


def _cross(across, down, height, width, pen, vary):
    """Two strokes that need not meet in the middle, with pens of their own; some with serifs or flat ends."""
    inset = pen * vary(0, 0.5, 1)
    high, wide = height - inset, np.maximum(width - pen, max(0.2, 3 / len(across)))
    contrast = np.exp(vary(-0.6, 0, 0.6))
    floor = 1 / len(across)
    depth = None
    for side, share in ((1, contrast), (-1, 1 / contrast)):
        start = -side * wide * vary(0.7, 1, 1.05), -high * vary(0.75, 1, 1.05)
        end = side * wide * vary(0.7, 1, 1.05), high * vary(0.75, 1, 1.05)
        bend, curl = vary(-1, 0, 1) ** 3 * 0.45 * wide, vary(-1, 0, 1) ** 3 * 0.6 * wide
        half = np.clip(pen * share, floor, 0.42 * np.minimum(height, width))
        line = stroke(across, down, start, end, half, vary(-0.3, 0, 0.3), bend, curl)
        depth = line if depth is None else np.maximum(depth, line)
    flat, curly = np.s_[..., : vary.some(1 / 2)], np.s_[..., vary.count - vary.some(1 / 10) :]
    np.minimum(depth[flat], height[flat] - np.abs(down[flat]), out=depth[flat])
    depth[curly] = _curls(*(array[curly] for array in (across, down, high, wide, pen)), vary)
    return _add_serifs(depth, across, down, high, wide, np.minimum(pen, 0.14) * 0.7, vary, vary.some(1 / 4))


def _curls(across, down, height, width, pen, vary):
    """A cursive x: two ovals back to back, each open on the side that is turned away."""
    halves, count = [], len(pen)
    open_half = vary(0.3, 0.5, 0.75, count) * height
    thin = np.maximum(pen * vary(0.4, 0.7, 0.9, count), 1 / len(across))
    for side in (-1, 1):
        bow = width * vary(0.4, 0.5, 0.6, count)
        line = thin - np.abs(oval(across - side * bow, down, height, bow, 0, 0))
        halves.append(np.minimum(line, np.maximum(np.abs(down) - open_half, bow - side * across)))
    return np.maximum(*halves)


def _add_serifs(depth, across, down, high, wide, pen, vary, count):
    """Short level strokes at the four ends of the first `count` letters."""
    some = np.s_[..., :count]
    across, down, high, wide, pen = across[some], down[some], high[some], wide[some], pen[some]
    reach = wide * vary(0.15, 0.3, 0.45, count)
    for level in (-1, 1):
        for side in (-1, 1):
            left, right = side * wide * 0.95 - reach, side * wide * 0.95 + reach
            bar = stroke(across, down, (left, level * high), (right, level * high), pen)
            np.maximum(depth[some], bar, out=depth[some])
    return depth


def _ring(across, down, height, width, pen, vary):
    """An oval with a smaller oval cut out, off its middle; some are not closed, some have a tail."""
    stress = np.exp(vary(-0.4, 0, 0.5))
    square, egg = vary(-0.25, 0, 0.75), vary(-1, 0, 1) ** 3 * 0.35
    thin = 2 / len(across)
    sides = np.clip(2 * pen * stress, thin, 0.85 * width)
    ends = np.clip(2 * pen / stress, thin, 0.85 * height)
    aside, below = vary(-0.3, 0, 0.3) * sides, vary(-0.3, 0, 0.3) * ends
    gap = _open(across, down, width, pen, vary, vary.some(1 / 5))
    outer = oval(across, down, height, width, square, egg)
    inner = oval(across - aside, down - below, height - ends, width - sides, square * vary(0.5, 1, 1), egg)
    depth = np.minimum(outer, -inner)
    some = np.s_[..., : gap.shape[-1]]
    np.minimum(depth[some], gap, out=depth[some])
    _add_tails(depth, across, down, height, width, pen, vary)
    return depth


def _add_tails(depth, across, down, height, width, pen, vary):
    """A stroke that leaves the top of the last rings, to the next letter or back across its own (in place)."""
    many = vary.some(1 / 8)
    some = np.s_[..., vary.count - many :]
    height, width = height[some], width[some]
    pen = np.maximum(0.6 * pen[some], 1 / len(across))
    start = width * vary(-0.4, 0, 0.4, many), -height * 0.9
    end = start[0] + width * vary(-0.6, 0, 1.1, many), -height * vary(0.7, 1, 1.35, many)
    tail = stroke(across[some], down[some], start, end, pen, 0, width * vary(-0.3, 0, 0.3, many))
    np.maximum(depth[some], tail, out=depth[some])


def _open(across, down, width, pen, vary, count):
    """Pull the ends of the first `count` rings apart (in place). returns: the depth outside the gap."""
    some = np.s_[..., :count]
    across, down = across[some], down[some]
    turn = vary(-3.2, -1.5, 3.2, count)
    along, aside = np.cos(turn), np.sin(turn)
    forward, sideways = across * along + down * aside, down * along - across * aside
    ends = np.clip(forward / width[:count], 0, 1.2)
    spread = 1 + np.copysign(ends, sideways) * vary(-0.2, 0, 0.2, count)
    across *= spread
    down *= spread
    gap = np.maximum(vary(-0.2, -0.2, 0.4, count) * width[:count] - pen[:count], -0.2)
    return np.maximum(np.abs(sideways) - gap, -forward)
