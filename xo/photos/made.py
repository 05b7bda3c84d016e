"""Lesson 14. Made photos: letters drawn with a pen on paper, in a room with its light and shadow, taken by a camera.

They are for measuring only: nothing is trained on them, and how `read_photo` works was not read off them.
"""

from itertools import pairwise

import numpy as np

from xo.arguments import as_rng, as_whole

INKS = ((35, 35, 40), (30, 45, 120), (150, 30, 35), (25, 90, 55), (85, 85, 90))  # black, blue, red, green, a pencil


def make_photos(count, side=160, rng=None):
    """Photos of X's and O's on paper, every one different: pens and hands, papers, light, shadows, a camera's noise.

    side: rows and columns; returns: photos (count, side, side, 3) of red, green and blue from 0 to 255, and categories
    (count,): 0 for X, 1 for O
    """
    rng, side = as_rng(rng), as_whole(side, "side", 32, 1000)
    categories = rng.permutation(np.arange(as_whole(count, "count")) % 2)
    return np.array([_photo(category, side, rng) for category in categories]), categories


def _photo(category, side, rng):
    """One photo."""
    middles = (2 * np.arange(side) + 1) / side - 1
    across, down = middles[None], middles[:, None]
    ink = _letter(category, across, down, rng)
    paper = np.array([1, 1, 1]) * rng.uniform(0.72, 1) - np.array([0, rng.uniform(0, 0.08), rng.uniform(0, 0.25)])
    pen = np.array(INKS[rng.integers(len(INKS))]) / 255
    cover = (ink * rng.uniform(0.75, 1))[..., None]
    seen = (paper * (1 - cover) + paper * pen * cover) * _light(across, down, rng)[..., None]
    seen = seen + rng.uniform(0.005, 0.045) * rng.standard_normal(seen.shape)
    return np.round(255 * np.clip(seen, 0, 1)).astype(np.uint8)


def _letter(category, across, down, rng):
    """How much of each place is covered by ink: one letter somewhere on the page, turned, leaning."""
    size = rng.uniform(0.3, 0.75)
    room = 0.95 - size
    across, down = across - rng.uniform(-room, room), down - rng.uniform(-room, room)
    turn, slant = np.radians(rng.uniform(-15, 15)), rng.uniform(-0.25, 0.25)
    across, down = np.cos(turn) * across + np.sin(turn) * down, np.cos(turn) * down - np.sin(turn) * across
    across = (across + slant * down) / size / rng.uniform(0.7, 1.05)
    down = down / size
    pen = rng.uniform(0.035, 0.19)  # half of its width, of half the letter's height
    lines = [_stroke(side, rng) for side in (-1, 1)] if category == 0 else [_ring(rng)]
    far = np.min([_distance(across, down, line) for line in lines], axis=0)
    soft = rng.uniform(0.01, 0.04) / size
    return np.clip((pen - far) / soft + 0.5, 0, 1)


def _stroke(side, rng):
    """One of the two strokes of an X, bent a little: points (across, down)."""
    along = np.linspace(-1, 1, 16)
    bend, end = rng.uniform(-0.22, 0.22), rng.uniform(0.65, 0.95, 2)
    across = side * along * np.where(along < 0, *end) + bend * (1 - along**2) + rng.uniform(-0.12, 0.12)
    return np.stack([across, along * rng.uniform(0.8, 0.98)], 1)


def _ring(rng):
    """An O as a hand draws it, not quite closed or a little too long: points (across, down)."""
    start = rng.uniform(0, 2 * np.pi)
    angle = start + np.linspace(0, 2 * np.pi * rng.uniform(0.93, 1.06), 40)
    radius = 1 + rng.uniform(-0.07, 0.07) * np.cos(2 * angle + rng.uniform(0, 6))
    radius = radius + rng.uniform(-0.05, 0.05) * (angle - start)
    return 0.9 * np.stack([rng.uniform(0.72, 1) * radius * np.cos(angle), radius * np.sin(angle)], 1)


def _distance(across, down, line):
    """How far each place is from a line through points."""
    nearest = np.inf
    for (left, top), (right, bottom) in pairwise(line):
        wide, high = right - left, bottom - top
        share = np.clip(((across - left) * wide + (down - top) * high) / (wide * wide + high * high), 0, 1)
        nearest = np.minimum(nearest, np.hypot(across - left - share * wide, down - top - share * high))
    return nearest


def _light(across, down, rng):
    """The light on each place: from one side, weaker toward the corners, and with a soft shadow on most photos."""
    way = rng.uniform(0, 2 * np.pi)
    light = 0.75 + rng.uniform(0, 0.25) * (np.cos(way) * across + np.sin(way) * down)
    light = light * (1 - rng.uniform(0, 0.15) * (across**2 + down**2))
    if rng.random() < 0.7:  # somebody's head or hand between lamp and paper
        way, edge = rng.uniform(0, 2 * np.pi), rng.uniform(-0.6, 0.6)
        depth = np.cos(way) * across + np.sin(way) * down + 0.15 * np.sin(3 * across + rng.uniform(0, 6)) - edge
        light = light * (1 - rng.uniform(0.2, 0.55) / (1 + np.exp(-depth / rng.uniform(0.03, 0.2))))
    return light
