"""Lesson 2. Filtering: try a small feature at every place of an image, and keep the map of matches."""

import numpy as np

from xo.arguments import as_biases, as_numbers, as_whole
from xo.images import read_image, refuse_greys
from xo.patches import PIECE, Patches, filtered_shape

# The published features of "How Convolutional Neural Networks Work" (Rohrer, 2016).
BACKSLASH = read_image("""
    #..
    .#.
    ..#""")
CROSS = read_image("""
    #.#
    .#.
    #.#""")
SLASH = BACKSLASH[:, ::-1].copy()
FEATURES = np.stack([BACKSLASH, CROSS, SLASH])


def filter_image(image, feature):
    """Match a feature with every patch of an image: the map of where it is found.

    image: (..., rows, columns)
    feature: (feature rows, feature columns)
    returns: (..., rows - feature rows + 1, columns - feature columns + 1), each value the mean of the
             products of pixel and feature, so that a perfect match of +1 and -1 is exactly 1
    raises: ValueError for a feature larger than the image
    """
    image, feature = refuse_greys(as_numbers(image), 0), refuse_greys(as_numbers(feature, "feature"), 0)
    feature = feature.astype(image.dtype, copy=False)
    if feature.ndim != 2:
        raise ValueError(f"expected one feature of shape (rows, columns), got shape {feature.shape}")
    return filter_maps(image[..., None, :, :], feature[None, None])[..., 0, :, :]


def filter_maps(maps, features, biases=None):
    """A convolution layer: every feature looks at all the maps at once and makes one new map.

    maps: (..., maps, rows, columns)
    features: (features, maps, feature rows, feature columns)
    biases: (features,), added to each new map; none: nothing is added
    returns: (..., features, rows - feature rows + 1, columns - feature columns + 1), each value the sum
             over all maps divided by the number of pixels in the whole feature, plus the bias
    raises: ValueError for a feature larger than the maps or made for another number of maps
    """
    maps, features = as_numbers(maps, "maps", 3), as_numbers(features, "features", 4)
    shape = filtered_shape(maps.shape[-3:], features.shape)
    stacks = maps.reshape(-1, *maps.shape[-3:])
    values = np.empty((len(stacks), *shape), np.result_type(maps, features))
    band = max(1, PIECE // stacks[:, :, 0].size)  # rows of a large photo at a time, so that the memory suffices
    for top in range(0, shape[1], band):
        seen = stacks[:, :, top : top + band + features.shape[2] - 1]
        values[:, :, top : top + band] = Patches(seen, features.shape).times(features)
    values /= features[0].size
    values = values.reshape(*maps.shape[:-3], *shape)
    return values if biases is None else values + as_biases(biases, features, "features")[:, None, None]


class Convolution:
    """`filter_maps` as a layer, whose features (and biases, where it has them) can be learned.

    features: (features, maps, feature rows, feature columns); biases: (features,) or none; the layer has its own copy
    padding: how many rows and columns of background (-1) are laid around every map first
    """

    makes = "filtered"

    def __init__(self, features, biases=None, padding=0):
        self.features = as_numbers(features, "features", 4).copy(order="K")
        if self.features.ndim != 4:
            raise ValueError(f"expected features (features, maps, rows, columns), got shape {self.features.shape}")
        self.biases = None if biases is None else as_biases(biases, self.features, "features").copy()
        self.padding, largest = as_whole(padding, "padding", 0, 10**12), max(self.features.shape[2:])
        if self.padding > largest:  # past that, whole patches see nothing but background
            raise ValueError(f"expected a padding no larger than the feature, {largest}, got {padding}")

    @property
    def settings(self):
        return {"features": self.features, "biases": self.biases, "padding": self.padding}

    @property
    def parameters(self):
        return (self.features,) if self.biases is None else (self.features, self.biases)

    def forward(self, maps):
        """maps: (images, maps, rows, columns)
        returns: (images, features, new rows, new columns)"""
        self._patches = Patches(maps, self.features.shape, self.padding)
        values = self._patches.times(self.features)
        values /= self.features[0].size
        if self.biases is not None:
            values += self.biases[:, None, None]
        return values

    def backward(self, output_gradient, onward=True):
        """onward: False leaves out the slope for what came in, which the first layer has nobody to hand to"""
        pixels = self.features[0].size
        self.gradient = (self._patches.add_up(output_gradient) / pixels,)
        if self.biases is not None:
            self.gradient += (output_gradient.sum((0, 2, 3)),)
        return self._patches.hand_back(output_gradient, self.features / pixels) if onward else None

    def output_shape(self, shape):
        return filtered_shape(shape, self.features.shape, self.padding)

    def operations(self, shape):
        """The bill for one image: each value takes a product for every pixel of the feature, then one division.

        shape: (maps, rows, columns)
        """
        values, pixels = int(np.prod(self.output_shape(shape))), self.features[0].size
        additions = pixels - 1 if self.biases is None else pixels
        return {"multiplications": values * pixels, "additions": values * additions, "divisions": values}

    def in_torch(self, nn):
        """PyTorch adds up and does not divide: its features are ours, divided."""
        count, maps, *size = self.features.shape
        convolution = nn.Conv2d(maps, count, size, bias=self.biases is not None).double()
        for theirs, ours in zip(convolution.parameters(), (self.features / self.features[0].size, self.biases)):
            theirs.detach().numpy()[...] = ours
        return [nn.ConstantPad2d(self.padding, -1.0), convolution] if self.padding else [convolution]
