"""Lesson 7. A random start: a network of any size whose numbers are all noise, ready to learn."""

import numpy as np

from xo.arguments import as_flag, as_floating, as_rng, as_whole, as_wholes
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
    rng, size, dtype = as_rng(rng), as_whole(size, "size", most=1000), as_floating(dtype)
    features, hidden = as_wholes(features, "features"), as_wholes(hidden, "hidden categories")
    poolings = as_whole(poolings, "number of poolings", 0, 100)
    pixels, categories = as_whole(pixels, "number of pixels", most=1000), as_whole(categories, "number of categories")
    relu, biases = as_flag(relu, "relu"), as_flag(biases, "biases")
    layers = []

    def shape():
        return Network(layers).sizes((1, size, size))[-1]

    for count in features:
        edge = 0 if layers else padding
        layers.append(random_convolution(count, shape(), pixels, edge, biases, rng, dtype))
        layers += [ReLU()] * relu + [Pooling(window, stride) for _ in range(poolings)]
    for count in hidden:
        layers.append(random_voting(count, shape(), biases, rng, dtype))
        layers += [ReLU()] * relu
    return Network([*layers, random_voting(categories, shape(), biases, rng, dtype)])


def random_convolution(count, shape, pixels=3, padding=0, biases=False, rng=None, dtype=np.float64):
    """A convolution layer of `count` features, filled with noise, for maps of this shape (maps, rows, columns).

    A feature's sum is divided by its pixels, so larger features start larger: too faint a start dies in ReLU.
    """
    scale = np.sqrt(shape[0] * pixels * pixels) / 2
    features = as_rng(rng).uniform(-scale, scale, (count, shape[0], pixels, pixels)).astype(dtype)
    return Convolution(features, np.zeros(count, dtype) if biases else None, padding)


def random_voting(count, shape, biases=False, rng=None, dtype=np.float64):
    """A voting layer for `count` categories, filled with noise, for maps or a list of this shape."""
    values = int(np.prod(shape))
    scale = values**-0.5
    weights = as_rng(rng).uniform(-scale, scale, (count, values)).astype(dtype)
    return Voting(weights, np.zeros(count, dtype) if biases else None)
