"""Lesson 7. Strokes: how far each pixel lies inside a pen's line, for many images at once.

Lengths count in half-sides of the image, from its middle: across and down from -1 to 1. The images stand on the
last axis: `across` and `down` say where each pixel is, (rows, columns, images), everything else is (images,).
A depth is the distance from a pixel inside the ink to the ink's edge; outside it is below zero.
"""

import numpy as np


def stroke(across, down, start, end, pen, taper=0, bend=0, curl=0):
    """Depth in a stroke from `start` to `end` (across, down), bent like a bow and curled like an S."""
    half = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    middle = (end[0] + start[0]) / 2, (end[1] + start[1]) / 2
    length = np.hypot(*half) + 1e-6
    along, aside = half[0] / length, half[1] / length
    place = across * along
    place += down * aside - (middle[0] * along + middle[1] * aside)
    place /= length
    offset = across * aside
    offset -= down * along + (middle[0] * aside - middle[1] * along)
    on_path = np.clip(place, -1, 1)
    place -= on_path
    beyond = np.multiply(place, length, out=place)
    offset += (on_path * on_path - 1) * (bend + curl * on_path)
    on_path *= taper
    on_path += 1
    on_path *= pen
    return np.subtract(on_path, _length(offset, beyond), out=on_path)


def _length(aside, along):
    """The square root of the sum of two squares, in place of the first: large arrays cost time, not numbers."""
    aside *= aside
    along *= along
    aside += along
    return np.sqrt(aside, out=aside)


def oval(across, down, height, width, square, egg):
    """Depth in an oval: a circle for square 0, nearly a rectangle for 1, wider at one end for an egg."""
    down = down / height
    across = across / width * (1 + egg * down)
    rows, columns = down * down, across * across
    corner = np.minimum(rows * columns, 1)
    corner *= square
    reach = rows + columns
    reach -= corner
    reach = np.sqrt(reach, out=reach)
    across *= 1 - square * np.minimum(rows, 1)
    down *= 1 - square * np.minimum(columns, 1)
    across /= width
    down /= height
    steep = _length(across, down)
    steep += 1e-3 / np.minimum(height, width)
    return (1 - reach) * (reach + 1e-3) / steep


def print_ink(depth, size, vary):
    """Turn depths into pixels: about a third hard black and white, the others grey and a little noisy."""
    hard = vary(0, 1, 1) < 1 / 3
    ink = depth / np.where(hard, 1e-9, vary(0.8, 1, 2) * 2 / size)
    ink += 0.5
    np.clip(ink, 0, 1, out=ink)
    ink *= np.where(hard, 2, vary(1.7, 2, 2))
    noise = np.where(hard, 0, np.maximum(vary(-0.1, 0, 0.1), 0)).astype(np.float32)
    grain = vary.rng.standard_normal(ink.shape, np.float32)
    grain *= noise
    grain -= 1
    ink += grain
    return np.clip(ink, -1, 1, out=ink)
