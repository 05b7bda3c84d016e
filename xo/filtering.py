"""Lesson 2. Filtering: try a small feature at every place of an image, and keep the map of matches."""

import numpy as np

from xo.arguments import as_numbers, as_whole
from xo.images import read_image
from xo.patches import cut_patches, filtered_shape

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
BAND = 250_000  # numbers of patches laid out at a time, so that a large image needs little memory


def filter_image(image, feature):
    """Match a feature with every patch of an image: the map of where it is found.

    image: (..., rows, columns)
    feature: (feature rows, feature columns)
    returns: (..., rows - feature rows + 1, columns - feature columns + 1), each value the mean of the
             products of pixel and feature, so that a perfect match of +1 and -1 is exactly 1
    raises: ValueError for a feature larger than the image
    """
    image, feature = as_numbers(image), as_numbers(feature, "feature")
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
    count, rows, columns = filtered_shape(maps.shape[-3:], features.shape)
    values = np.empty((*maps.shape[:-3], count, rows, columns), np.result_type(maps, features))
    band = max(1, BAND // (values[..., 0, 0, :].size * features[0].size))
    for top in range(0, rows, band):
        patches = cut_patches(maps[..., top : top + band + features.shape[2] - 1, :], features.shape[2:])
        sums = features.reshape(count, -1) @ patches.reshape(*maps.shape[:-3], features[0].size, -1)
        part = values[..., top : top + band, :]
        np.divide(sums.reshape(part.shape), features[0].size, out=part)
    return values if biases is None else values + as_biases(biases, features)[:, None, None]


def as_biases(biases, features):
    """The biases as numbers of the features' dtype, one for each feature."""
    biases = as_numbers(biases, "biases", 1)
    if biases.shape != features.shape[:1]:
        raise ValueError(f"expected a bias for each of {len(features)} features, got {len(biases)}")
    return biases.astype(features.dtype, copy=False)


class Convolution:
    """`filter_maps` as a layer, whose features (and biases, where it has them) can be learned.

    features: (features, maps, feature rows, feature columns); biases: (features,) or none; the layer has its own copy
    padding: how many rows and columns of background (-1) are laid around every map first
    """

    def __init__(self, features, biases=None, padding=0):
        self.features = as_numbers(features, "features", 4).copy(order="K")
        if self.features.ndim != 4:
            raise ValueError(f"expected features (features, maps, rows, columns), got shape {self.features.shape}")
        self.biases = None if biases is None else as_biases(biases, self.features).copy()
        self.padding, largest = as_whole(padding, "padding", 0), max(self.features.shape[2:])
        if self.padding > largest:  # past that, whole patches see nothing but background
            raise ValueError(f"expected a padding no larger than the feature, {largest}, got {padding}")

    @property
    def settings(self):
        return {"features": self.features, "biases": self.biases, "padding": self.padding}

    @property
    def parameters(self):
        return (self.features,) if self.biases is None else (self.features, self.biases)

    def forward(self, maps):
        """maps: (images, maps, rows, columns). Inside, the axes are turned round: with the images last, one row of
        numbers in memory holds the same cell of every image, and long rows are fast."""
        if type(maps) is not np.ndarray or maps.ndim != 4:
            maps = as_numbers(maps, "maps", 4)
            self.output_shape(maps.shape[1:])
        self._patches, self._shape = self._cut_patches(maps.transpose(3, 1, 2, 0))
        values = self.features.reshape(len(self.features), -1) @ self._patches
        values /= self.features[0].size
        if self.biases is not None:
            values += self.biases[:, None]
        return values.reshape(*values.shape[:2], -1, len(maps)).transpose(3, 1, 2, 0)

    def backward(self, output_gradient, onward=True):
        """onward: False leaves out the slope for what came in, which the first layer has nobody to hand to"""
        turned = output_gradient.transpose(3, 1, 2, 0)
        slopes = turned.reshape(*turned.shape[:2], -1)
        to_features = (slopes @ self._patches.swapaxes(1, 2)).sum(0) / self.features[0].size
        to_features = to_features.reshape(self.features.shape)
        self.gradient = (to_features,) if self.biases is None else (to_features, slopes.sum((0, 2)))
        return self._hand_on(slopes, turned.shape) if onward else None

    def _cut_patches(self, turned):
        """Every patch as a column of numbers: (new columns, pixels of a feature, new rows * images)."""
        edge, (columns, maps, rows, images) = self.padding, turned.shape
        padded = np.ascontiguousarray(turned)
        if edge:
            dtype = np.result_type(turned, self.features)
            padded = np.full((columns + 2 * edge, maps, rows + 2 * edge, images), -1, dtype)
            padded[edge : edge + columns, :, edge : edge + rows] = turned
        _, wanted, height, width = self.features.shape
        columns, rows = columns + 2 * edge - width + 1, rows + 2 * edge - height + 1
        if maps != wanted or columns < 1 or rows < 1:
            self.output_shape((maps, turned.shape[2], turned.shape[0]))
        along, depth, down, image = padded.strides  # a patch is a second view of the same numbers
        shape, steps = (columns, maps, height, width, rows, images), (along, depth, down, along, down, image)
        patches = np.ndarray(shape, padded.dtype, padded, strides=steps)
        return patches.reshape(columns, self.features[0].size, -1), padded.shape

    def _hand_on(self, slopes, shape):
        """The slope for what came in: each pixel gathers from every patch that it was part of."""
        columns, features, rows, images = shape
        to_patches = (self.features.reshape(features, -1) / self.features[0].size).T @ slopes
        to_patches = to_patches.reshape(columns, *self.features.shape[1:], rows, images)
        gradient = np.zeros(self._shape, slopes.dtype)
        for row in range(self.features.shape[2]):
            for column in range(self.features.shape[3]):
                gradient[column : column + columns, :, row : row + rows] += to_patches[:, :, row, column]
        inside = slice(self.padding, -self.padding or None)
        return gradient[inside, :, inside].transpose(3, 1, 2, 0)

    def output_shape(self, shape):
        return filtered_shape(shape, self.features.shape, self.padding)

    def operations(self, shape):
        """The bill for one image: each value takes a product for every pixel of the feature, then one division.

        shape: (maps, rows, columns)
        """
        values, pixels = int(np.prod(self.output_shape(shape))), self.features[0].size
        additions = pixels - 1 if self.biases is None else pixels
        return {"multiplications": values * pixels, "additions": values * additions, "divisions": values}
