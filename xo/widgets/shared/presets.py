"""Pictures to start from, as text, for the pad."""

import numpy as np

from xo.images import ROTATED_X, TRICKIER, O, X, write_image

PICTURES = {"X": X, "O": O, "X rotated": ROTATED_X} | TRICKIER


def preset_pictures(rows, columns):
    """The published pictures for a pad of 9 by 9, enlarged without smoothing for a larger one; `blank` is last.

    returns: text by name, rows of # and .; only `blank` for a pad that is smaller than 9 by 9
    """
    scale = min(rows, columns) // 9
    texts = {}
    for name, picture in PICTURES.items() if scale else ():
        canvas = np.full((rows, columns), -1.0)
        large = np.kron(picture, np.ones((scale, scale)))
        top, left = (rows - large.shape[0]) // 2, (columns - large.shape[1]) // 2
        canvas[top : top + large.shape[0], left : left + large.shape[1]] = large
        texts[name] = write_image(canvas)
    return texts | {"blank": write_image(np.full((rows, columns), -1.0))}
