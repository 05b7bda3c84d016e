"""Lesson 4. ReLU (rectified linear unit): wherever a number is negative, put a 0."""

import numpy as np

from xo.arguments import as_numbers
from xo.pooling import Pooling


def relu(maps):
    """Swap every negative number for 0 and leave the others alone.

    maps: any shape; returns: the same shape
    """
    return np.maximum(as_numbers(maps, "maps", axes=0), 0)


class ReLU:
    """`relu` as a layer: it has nothing to learn, and the slope passes only where a number came through."""

    parameters = gradient = ()
    makes = "ReLU"

    @property
    def settings(self):
        return {}

    def forward(self, maps):
        self._values = np.maximum(maps, 0)
        return self._values

    def backward(self, output_gradient):
        return output_gradient * (self._values > 0)

    def output_shape(self, shape):
        return shape

    def operations(self, shape):
        """One comparison a number. shape: what comes in, without the images axis."""
        return {"comparisons": int(np.prod(shape))}

    def in_torch(self, nn):
        return [nn.ReLU()]


def pooling_first(layers):
    """Put each ReLU after the poolings that follow it: the same votes and slopes, and less for ReLU to do.

    layers: a list, left as it is; returns: a new list of the same layers
    """
    layers = list(layers)
    for place in range(1, len(layers)):
        if type(layers[place - 1]) is ReLU and type(layers[place]) is Pooling:
            layers[place - 1 : place + 1] = layers[place], layers[place - 1]
    return layers
