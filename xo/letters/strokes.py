"""Lesson 7. Strokes: how far each pixel lies inside a pen's line, for many letters at once.

Lengths count in half-sides of the image, from its middle: across and down from -1 to 1. The letters stand on the
last axis: `across` and `down` say where each pixel is, (rows, columns, letters), everything else is (letters,).
A depth is the distance from a pixel inside the ink to the ink's edge; outside it is below zero.
"""

import numpy as np


def stroke(across, down, start, end, pen, taper=0, bend=0, curl=0):
    """Depth in a stroke from `start` to `end` (across, down), bent like a bow and curled like an S.

    pen: half of its width; taper: how much wider it ends than it starts
    """
    half = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    middle = (end[0] + start[0]) / 2, (end[1] + start[1]) / 2
    length = np.hypot(*half) + 1e-6
    right, below = half[0] / length, half[1] / length  # one step in the stroke's direction
    along = (across * right + (down * below - (middle[0] * right + middle[1] * below))) / length
    aside = across * below - (down * right + (middle[0] * below - middle[1] * right))
    nearest = np.clip(along, -1, 1)  # the nearest point of the stroke: -1 is its start, 1 its end
    beyond = (along - nearest) * length
    aside = aside + (nearest * nearest - 1) * (bend + curl * nearest)
    return pen * (1 + taper * nearest) - _length(aside, beyond)


def _length(one, other):
    """How long a way is that goes so far to the side and so far down (np.hypot takes four times as long)."""
    return np.sqrt(one * one + other * other)


def oval(across, down, height, width, square, egg):
    """Depth in an oval: a circle for square 0, nearly a rectangle for 1, wider at one end for an egg."""
    down = down / height
    across = across / width * (1 + egg * down)
    rows, columns = down * down, across * across
    reach = np.sqrt(rows + columns - square * np.minimum(rows * columns, 1))  # 1 on the edge, 0 in the middle
    steep_across = across * (1 - square * np.minimum(rows, 1)) / width
    steep_down = down * (1 - square * np.minimum(columns, 1)) / height
    steep = _length(steep_across, steep_down) + 1e-3 / np.minimum(height, width)
    return (1 - reach) * (reach + 1e-3) / steep


def print_ink(depth, size, chance):
    """Turn depths into pixels: about a third hard black and white, the others grey and a little noisy."""
    hard = chance("luck") < 1 / 3
    edge = np.where(hard, 1e-9, chance("blur") * 2 / size)
    ink = np.clip(depth / edge + 0.5, 0, 1) * np.where(hard, 2, chance("ink"))
    noise = np.where(hard, 0, np.maximum(chance("noise"), 0)).astype(np.float32)
    grain = chance.rng.standard_normal(ink.shape, np.float32) * noise
    return np.clip(ink + (grain - 1), -1, 1)
