"""Convolution as PyTorch and ONNX have it: sums instead of means, zeros around the edge, a stride."""

import numpy as np

from xo.arguments import as_biases, as_numbers, as_whole
from xo.patches import Patches, as_maps, check_stack, filtered_shape

EDGES = ("top", "left", "bottom", "right")


class Conv:
    """Every feature looks at all the maps at once, in steps of its stride, and adds up.

    features: (features, maps, feature rows, feature columns); biases: (features,) or none; the layer has its own copy
    down, across: the stride, from one patch to the next below and beside it
    top, left, bottom, right: how many rows and columns of zeros are laid around every map first
    """

    makes = "filtered"

    def __init__(self, features, biases=None, down=1, across=1, top=0, left=0, bottom=0, right=0):
        self.features = as_numbers(features, "features", 4).copy(order="K")
        if self.features.ndim != 4:
            raise ValueError(f"expected features (features, maps, rows, columns), got shape {self.features.shape}")
        self.biases = None if biases is None else as_biases(biases, self.features, "features").copy()
        self.down, self.across = as_whole(down, "stride"), as_whole(across, "stride")
        self.edges = tuple(as_whole(edge, "number of zeros", 0, 1000) for edge in (top, left, bottom, right))

    @property
    def settings(self):
        numbers = {"features": self.features, "biases": self.biases}
        return {**numbers, "down": self.down, "across": self.across, **dict(zip(EDGES, self.edges, strict=True))}

    @property
    def parameters(self):
        return (self.features,) if self.biases is None else (self.features, self.biases)

    def forward(self, maps):
        """maps: (images, maps, rows, columns); returns: (images, features, new rows, new columns)"""
        maps = as_maps(maps)
        self.output_shape(maps.shape[1:])
        self._patches = Patches(surround(maps, self.edges), self.features.shape)
        everywhere = self._patches.times(self.features)
        self._everywhere = everywhere.shape
        values = everywhere[:, :, :: self.down, :: self.across]
        return values if self.biases is None else values + self.biases[:, None, None]

    def backward(self, output_gradient):
        slopes = np.zeros(self._everywhere, output_gradient.dtype)  # 0 for the places that the stride skips
        slopes[:, :, :: self.down, :: self.across] = output_gradient
        self.gradient = (self._patches.add_up(slopes),)
        if self.biases is not None:
            self.gradient += (output_gradient.sum((0, 2, 3)),)
        return take_off(self._patches.hand_back(slopes, self.features), self.edges)

    def output_shape(self, shape):
        check_stack(shape)
        top, left, bottom, right = self.edges
        around = (shape[0], shape[1] + top + bottom, shape[2] + left + right)
        count, rows, columns = filtered_shape(around, self.features.shape)
        return (count, -(-rows // self.down), -(-columns // self.across))

    def operations(self, shape):
        """The bill for one image: a value takes a product for each pixel of a feature. shape: (maps, rows, columns)"""
        values, pixels = int(np.prod(self.output_shape(shape))), self.features[0].size
        return {"multiplications": values * pixels, "additions": values * (pixels - (self.biases is None))}

    def in_torch(self, nn):
        count, maps, *size = self.features.shape
        stride = (self.down, self.across)
        convolution = nn.Conv2d(maps, count, size, stride, bias=self.biases is not None).double()
        for theirs, ours in zip(convolution.parameters(), self.parameters, strict=True):
            theirs.detach().numpy()[...] = ours
        return [*pads_in_torch(nn, self.edges, 0.0), convolution]


def surround(maps, edges, value=0.0):
    """Lay rows and columns of one value around maps (..., rows, columns). edges: top, left, bottom, right"""
    top, left, bottom, right = edges
    pads = [(0, 0)] * (maps.ndim - 2) + [(top, bottom), (left, right)]
    return np.pad(maps, pads, constant_values=value) if any(edges) else maps


def take_off(maps, edges):
    """The opposite of `surround`."""
    top, left, bottom, right = edges
    return maps[..., top : maps.shape[-2] - bottom, left : maps.shape[-1] - right]


def pads_in_torch(nn, edges, value):
    top, left, bottom, right = edges
    return [nn.ConstantPad2d((left, right, top, bottom), value)] if any(edges) else []
