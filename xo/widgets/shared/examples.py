"""Drawings for a network that learns in the browser: 8 bits a pixel, compressed, and the order to see them in."""

import zlib

import numpy as np

from xo.arguments import as_rng, as_whole
from xo.errors import as_examples

WHITE = 255  # as a byte; black, -1, is 0


def as_bytes(images):
    """Images as the nearest of 256 greys: from 0 for black (-1) to 255 for white (+1).

    raises: ValueError for images with numbers beyond -1 and 1
    """
    if images.size and max(-images.min(), images.max()) > 1:
        raise ValueError(f"expected images with numbers from -1 to 1, got {images.min():g} to {images.max():g}")
    return np.round((images + 1) * (WHITE / 2)).astype(np.uint8)


def from_bytes(greys):
    """The opposite of `as_bytes`: what the browser learns from."""
    return greys / (WHITE / 2) - 1


def pack_examples(images, categories):
    """What the browser unpacks as examples: their shape, and their categories and greys as compressed bytes.

    images: (images, maps, rows, columns), from -1 to 1; categories: (images,)
    """
    images, categories = as_examples(images, categories)
    content = categories.astype(np.uint8).tobytes() + as_bytes(images).tobytes()
    return list(images.shape), zlib.compress(content, 9)


def write_order(count, rounds=1, rng=0):
    """The order in which `xo.backprop.train` goes through `count` images, round after round, as compressed bytes.

    The order travels because the browser would need NumPy's generator to work it out, and because a generator
    that was handed over half used has no seed to start from.
    """
    rng = as_rng(rng)
    orders = [rng.permutation(count) for _ in range(as_whole(rounds, "number of rounds"))]
    return zlib.compress(np.concatenate(orders).astype("<u4").tobytes(), 9)
