"""Lesson 2. Patches: the pieces of an image that a feature is compared with, one for every place where it fits."""

import numpy as np


def filtered_shape(shape, features_shape, padding=0):
    """The shape (features, rows, columns) that comes out when maps of `shape` are filtered.

    shape: (maps, rows, columns); features_shape: (features, maps, feature rows, feature columns)
    raises: ValueError that says what does not fit
    """
    if len(features_shape) != 4:
        raise ValueError(f"expected features (features, maps, rows, columns), got shape {features_shape}")
    count, depth, *size = features_shape
    check_stack(shape)
    if shape[0] != depth:
        raise ValueError(f"expects {depth} {'map' if depth == 1 else 'maps'}, got {shape[0]}")
    rows, columns = (length + 2 * padding - side + 1 for length, side in zip(shape[1:], size, strict=True))
    if rows < 1 or columns < 1:
        least = f"expects maps at least as large as its features of {size[0]} by {size[1]} pixels"
        raise ValueError(f"{least}, got maps of {shape[1]} by {shape[2]}")
    return (count, rows, columns)


def check_stack(shape):
    """raises: ValueError for a shape that is none of a stack of maps (maps, rows, columns)"""
    if len(shape) != 3:
        came = f"a list of {shape[0]} values" if len(shape) == 1 else f"shape {shape}"
        raise ValueError(f"expects maps (maps, rows, columns), got {came}")


def cut_patches(maps, size):
    """Every patch of `size` (rows, columns), laid out so that one product with the features answers all of them.

    maps: (..., maps, rows, columns)
    returns: (..., maps, size rows, size columns, new rows, new columns)
    """
    height, width = size
    rows, columns = maps.shape[-2] - height + 1, maps.shape[-1] - width + 1
    patches = np.empty((*maps.shape[:-2], height, width, rows, columns), maps.dtype)
    for row in range(height):
        for column in range(width):
            patches[..., row, column, :, :] = maps[..., row : row + rows, column : column + columns]
    return patches
