"""Lesson 2. Patches: the pieces of an image that a feature is compared with, one for every place where it fits."""

import numpy as np

from xo.arguments import as_numbers

PIECE = 25_000  # pixels that are worked on together: with all their patches, they fit into the processor's cache


class Patches:
    """Every patch of some maps, laid out so that one product compares all of them with every feature.

    maps: (images, maps, rows, columns); shape: of the features, (features, maps, feature rows, feature columns)
    padding: how many rows and columns of background (-1) are laid around every map first
    raises: TypeError or ValueError for maps that are none, or features that do not fit

    A feature becomes a row of numbers and a patch a column, so that @ multiplies pixel by pixel and adds up:

        features                                    patches
        [ 1 -1 -1  -1  1 -1  -1 -1  1 ]             [ p p p p p p p p ]
        [ 1 -1  1  -1  1 -1   1 -1  1 ]      @      [ p p p p p p p p ]   nine pixels down, a patch beside the other
        [-1 -1  1  -1  1 -1   1 -1 -1 ]             [ . . . . . . . . ]

    There is a table of patches for every new row: (new rows, pixels of a patch, new columns * images). To cut it, the
    axes of the maps are turned to (rows, maps, columns, images). With the images last, the same pixel of all images
    lies side by side in memory, and numbers that lie side by side are quickly worked through.
    """

    def __init__(self, maps, shape, padding=0):
        maps = as_maps(maps)
        _, rows, columns = filtered_shape(maps.shape[1:], shape, padding)
        turned = _surround(_turn(maps), padding) if padding else np.ascontiguousarray(_turn(maps))
        self._padding, self._maps_shape = padding, turned.shape
        self._shape = (rows, *shape[1:], columns, len(maps))
        down, deeper, along, image = turned.strides  # how far it is in memory from a number to its neighbours
        steps = (down, deeper, down, along, along, image)
        patches = np.ndarray(self._shape, turned.dtype, turned, strides=steps)  # where they overlap, the same numbers
        self._table = patches.reshape(rows, -1, columns * len(maps))

    def times(self, features):
        """For each patch and each feature: their products, pixel by pixel, added up.

        features: (features, maps, feature rows, feature columns); returns: (images, features, new rows, new columns)
        """
        rows, _, _, _, columns, images = self._shape
        sums = features.reshape(len(features), -1) @ self._table
        return _turn_back(sums.reshape(rows, len(features), columns, images))

    def add_up(self, values):
        """For each feature: all patches added up, each times the value that the feature's map has for it.

        values: (images, features, new rows, new columns); returns: (features, maps, feature rows, feature columns)
        """
        sums = (_as_table(values) @ self._table.swapaxes(1, 2)).sum(0)
        return sums.reshape(-1, *self._shape[1:4])

    def hand_back(self, values, features):
        """For each pixel of the maps: the values of all patches that it is in, each times the feature's pixel there.

        values: (images, features, new rows, new columns); returns: (images, maps, rows, columns)
        """
        rows, _, height, width, columns, _ = self._shape
        shares = (features.reshape(len(features), -1).T @ _as_table(values)).reshape(self._shape)
        pixels = np.zeros(self._maps_shape, shares.dtype)
        for row, column in np.ndindex(height, width):
            pixels[row : row + rows, :, column : column + columns] += shares[:, :, row, column]
        inside = slice(self._padding, -self._padding or None)
        return _turn_back(pixels[inside, :, inside])


def _turn(maps):
    """(images, maps, rows, columns) to (rows, maps, columns, images)"""
    return maps.transpose(2, 1, 3, 0)


def _turn_back(turned):
    """(rows, maps, columns, images) to (images, maps, rows, columns)"""
    return turned.transpose(3, 1, 0, 2)


def _as_table(values):
    """(images, features, rows, columns) to (rows, features, columns * images)"""
    turned = _turn(values)
    return turned.reshape(*turned.shape[:2], -1)


def _surround(turned, padding):
    """Lay rows and columns of background around maps (rows, maps, columns, images)."""
    rows, depth, columns, images = turned.shape
    wide = np.full((rows + 2 * padding, depth, columns + 2 * padding, images), -1, turned.dtype)
    wide[padding : padding + rows, :, padding : padding + columns] = turned
    return wide


def filtered_shape(shape, features_shape, padding=0):
    """The shape (features, rows, columns) that comes out when maps of `shape` are filtered.

    shape: (maps, rows, columns); features_shape: (features, maps, feature rows, feature columns)
    raises: ValueError that says what does not fit
    """
    if len(features_shape) != 4:
        raise ValueError(f"expected features (features, maps, rows, columns), got shape {features_shape}")
    count, depth, height, width = features_shape
    check_stack(shape)
    if shape[0] != depth:
        raise ValueError(f"expects {depth} {'map' if depth == 1 else 'maps'}, got {shape[0]}")
    rows, columns = shape[1] + 2 * padding - height + 1, shape[2] + 2 * padding - width + 1
    if rows < 1 or columns < 1:
        least = f"expects maps at least as large as its features of {height} by {width} pixels"
        raise ValueError(f"{least}, got maps of {shape[1]} by {shape[2]}")
    return (count, rows, columns)


def as_maps(maps):
    """Maps (images, maps, rows, columns) as floats. raises: TypeError or ValueError for anything else"""
    if type(maps) is not np.ndarray or maps.ndim != 4 or maps.dtype.kind != "f":
        maps = as_numbers(maps, "maps", 4)
        check_stack(maps.shape[1:])
    return maps


def check_stack(shape):
    """raises: ValueError for a shape that is none of a stack of maps (maps, rows, columns)"""
    if len(shape) != 3:
        came = f"a list of {shape[0]} values" if len(shape) == 1 else f"shape {shape}"
        raise ValueError(f"expects maps (maps, rows, columns), got {came}")
