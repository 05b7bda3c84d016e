"""Lesson 13: ten layers of random weights, drawn anew. The rest speaks of published pictures or one machine."""

import numpy as np

from claims import Claim
from xo.relu import relu

TEN_LAYERS = "23d57fc1"


def after_ten_layers(seed, size):
    """The mean value after ten layers of random weights with ReLU, as the lesson makes them."""
    rng = np.random.default_rng(seed)
    values = rng.standard_normal(100)
    for _ in range(10):
        values = relu(size / 10 * rng.standard_normal((100, 100)) @ values)
    return float(values.mean())


CLAIMS = [
    Claim(
        words="ReLU has no ceiling, so it stops nothing from growing",
        cell=TEN_LAYERS,
        tried="other weights of size 3",
        measure=lambda seed: after_ten_layers(seed, 3.0),
        holds=lambda mean: mean > 100,
    ),
    Claim(
        words="and it does not stop shrinking",
        cell=TEN_LAYERS,
        tried="other weights of size 0.5",
        measure=lambda seed: after_ten_layers(seed, 0.5),
        holds=lambda mean: mean < 0.001,
    ),
]
