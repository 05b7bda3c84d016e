"""Lesson 5: what it says of the features of the deep network that ships, asked with other drawings."""

from functools import cache

import numpy as np

from claims import Claim
from xo.images import make_images
from xo.networks import load_trained


@cache
def sides(seed):
    """How far from a half X's share is among each feature's 50 favourites of 2,000 drawings: first and second layer."""
    network, (pictures, letters) = load_trained(9, "deep"), make_images(2000, rng=seed)
    learned, found = network.stages(pictures), []
    for maps in (learned[1], learned[4]):
        favourites = np.argsort(-maps.max(axis=(2, 3)).round(9), axis=0, kind="stable")[:50]
        found.append(float(np.abs((letters[favourites] == 0).mean(axis=0) - 0.5).mean()))
    return found


CLAIMS = [
    Claim(
        words="features of the first layer lean less. Those of the second lean more",
        cell="b8dcf96c",
        tried="another 2,000 drawings",
        measure=lambda seed: sides(seed)[1] - sides(seed)[0],
        holds=lambda more: more > 0,
    ),
]
