"""Ten digits: 1,797 real ones, written by 13 people, as images of 8 by 8 pixels.

The data are the test set of "Optical Recognition of Handwritten Digits" (E. Alpaydin, C. Kaynak, 1998; UCI Machine
Learning Repository, https://doi.org/10.24432/C50P49), CC BY 4.0, in the order in which scikit-learn ships them. We
keep the same whole numbers from 0 to 16 in `data/digits.npz`; `load_digits` turns them into pixels.
"""

from pathlib import Path

import numpy as np


def load_digits():
    """The handwritten digits, in the order in which they were collected: later ones are mostly by other people.

    returns: images (1797, 1, 8, 8) with pixels from -1 for paper to 1 for ink, and which digit each is (1797,)
    """
    with np.load(Path(__file__).parent / "data" / "digits.npz") as kept:
        return kept["images"][:, None] / 8 - 1, kept["categories"].astype(int)
