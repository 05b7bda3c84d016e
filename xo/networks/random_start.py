"""Lesson 7. A random start: a network of any size whose numbers are all noise, ready to learn."""

import numpy as np

from xo.arguments import as_rng, as_whole, as_wholes
from xo.filtering import Convolution
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting


def random_network(
    size=9,
    features=(3,),
    hidden=(),
    *,
    pixels=3,
    padding=0,
    relu=True,
    poolings=1,
    window=2,
    stride=2,
    biases=False,
    categories=2,
    rng=None,
    dtype=np.float64,
):
    """Stack layers for images of one size and fill them with noise.

    size: rows and columns of the images; features: how many in each convolution layer, first to last
    pixels: a feature's side; padding: rows of background laid around the image
    relu: a ReLU after each convolution and each hidden layer or not; poolings: how many after each convolution
    hidden: how many hidden categories in each voting layer before the last; rng: a generator or a seed
    raises: ValueError for what is no number, or if the layers do not fit, naming the one that does not
    """
    rng, size = as_rng(rng), as_whole(size, "size")
    features, hidden = as_wholes(features, "features"), as_wholes(hidden, "hidden categories")
    poolings, pixels = as_whole(poolings, "number of poolings", 0), as_whole(pixels, "number of pixels")
    layers, shape = [], (1, size, size)

    def add(layer):
        nonlocal shape
        shape = Network([layer]).sizes(shape)[-1]
        layers.append(layer)

    def noise(*lengths, scale=1):
        return (rng.uniform(-scale, scale, lengths)).astype(dtype)

    for count in features:
        start = np.zeros(count, dtype) if biases else None
        # A feature's sum is divided by its pixels, so larger features start larger: too faint a start dies in ReLU.
        scale = np.sqrt(shape[0] * pixels * pixels) / 2
        add(Convolution(noise(count, shape[0], pixels, pixels, scale=scale), start, 0 if layers else padding))
        for layer in [ReLU()] * relu + [Pooling(window, stride) for _ in range(poolings)]:
            add(layer)
    for number, count in enumerate((*hidden, categories)):
        values = int(np.prod(shape))
        start = np.zeros(count, dtype) if biases else None
        add(Voting(noise(count, values, scale=values**-0.5), start))
        if relu and number < len(hidden):
            add(ReLU())
    return Network(layers)
