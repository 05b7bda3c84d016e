"""Lesson 3. Pooling: shrink a map, keep the best match in every neighbourhood."""

from functools import lru_cache
from itertools import product

import numpy as np

from xo.arguments import as_numbers, as_whole
from xo.patches import as_maps, check_stack


def pool(maps, window=2, stride=2):
    """Slide a small window over each map and keep the largest value that it sees.

    maps: (..., rows, columns)
    window, stride: whole numbers from 1; the window's side and the step from one window to the next
    returns: (..., ceil((rows - window) / stride) + 1, the same for columns); a last window that
             hangs over the edge keeps the largest value among the cells that it does cover
    raises: ValueError for a window or stride below 1
    """
    return over_windows(np.maximum, as_numbers(maps, "maps"), *as_window(window, stride))


def pool_average(maps, window=2, stride=2):
    """The same with the mean in place of the largest value: of the cells that the window does cover."""
    maps, (window, stride) = as_numbers(maps, "maps"), as_window(window, stride)
    return over_windows(np.add, maps, window, stride) / count_cells(maps, window, stride)


def over_windows(combine, maps, window, stride):
    """Go through the places in a window, and combine what all the windows have there with what they had before."""
    first, *others = cells_of_windows(maps, window, stride)
    found = first.copy(order="K")
    for cells in others:
        rows, columns = cells.shape[-2:]  # fewer where the last window hangs over the edge
        covered = found[..., :rows, :columns]
        combine(covered, cells, out=covered)
    return found


def cells_of_windows(maps, window, stride):
    """For each place in a window, row by row: the cells that stand there in all the windows, as a view of the maps.

    returns: a list of arrays (..., new rows, new columns), smaller where the last windows hang over the edge
    """
    return [maps[..., rows, columns] for rows, columns in _places(*maps.shape[-2:], window, stride)]


@lru_cache
def _places(height, width, window, stride):
    """For each place in a window, which rows and columns of a map stand there, window after window."""

    def along(length):
        end = stride * pooled_length(length, window, stride)
        return [slice(start, start + end, stride) for start in range(min(window, length))]

    return list(product(along(height), along(width)))


def count_cells(maps, window, stride):
    """How many cells each window covers: (new rows, new columns), in the dtype of the maps."""
    return over_windows(np.add, np.ones(maps.shape[-2:], maps.dtype), window, stride)


def as_window(window, stride):
    """Window and stride as ints. raises: ValueError for anything but whole numbers from 1"""
    return as_whole(window, "window"), as_whole(stride, "stride")


def pooled_length(length, window, stride):
    """How many windows fit along a side of `length` cells: ceil((length - window) / stride) + 1, at least 1.

    With a stride larger than the window, only windows that start on the map count.
    """
    length, (window, stride) = as_whole(length, "length"), as_window(window, stride)
    return min(max(0, -(-(length - window) // stride)) + 1, -(-length // stride))


def pooled_shape(shape, window, stride):
    """shape: (maps, rows, columns); raises: ValueError for anything that is no stack of maps"""
    check_stack(shape)
    return (shape[0], *(pooled_length(length, window, stride) for length in shape[1:]))


class Pooling:
    """`pool` as a layer: the slope goes back to the cell that won its window, the first one where cells tie."""

    parameters = gradient = ()
    makes = "pooled"

    def __init__(self, window=2, stride=2):
        self.window, self.stride = as_window(window, stride)

    @property
    def settings(self):
        return {"window": self.window, "stride": self.stride}

    def forward(self, maps):
        """maps: (images, maps, rows, columns)"""
        self._maps = as_maps(maps)
        self._largest = over_windows(np.maximum, self._maps, self.window, self.stride)
        return self._largest

    def backward(self, output_gradient):
        gradient, left = np.zeros_like(self._maps), output_gradient.copy(order="K")
        for cells, shares in zip(self._cells(self._maps), self._cells(gradient), strict=True):
            rows, columns = cells.shape[-2:]
            rest = left[..., :rows, :columns]
            won = rest * (cells == self._largest[..., :rows, :columns])
            shares += won
            rest -= won
        return gradient

    def _cells(self, maps):
        return cells_of_windows(maps, self.window, self.stride)

    def output_shape(self, shape):
        return pooled_shape(shape, self.window, self.stride)

    def operations(self, shape):
        """Comparisons: one less than the cells that each window covers. shape: (maps, rows, columns)"""
        covered = count_cells(np.empty(shape), self.window, self.stride)
        return {"comparisons": int(shape[0] * (covered - 1).sum())}

    def in_torch(self, nn):
        return [nn.MaxPool2d(self.window, self.stride, ceil_mode=True)]


class AveragePooling(Pooling):
    """`pool_average` as a layer: every cell that a window covers gets the same share of its slope."""

    makes = "averaged"

    def forward(self, maps):
        """maps: (images, maps, rows, columns)"""
        self._maps = as_maps(maps)
        return pool_average(self._maps, self.window, self.stride)

    def backward(self, output_gradient):
        gradient = np.zeros_like(self._maps)
        share = output_gradient / count_cells(gradient, self.window, self.stride)
        for cells in self._cells(gradient):
            rows, columns = cells.shape[-2:]
            cells += share[..., :rows, :columns]
        return gradient

    def operations(self, shape):
        """Additions: one less than the cells that each window covers; and a division for each window."""
        covered = count_cells(np.empty(shape), self.window, self.stride)
        return {"additions": int(shape[0] * (covered - 1).sum()), "divisions": shape[0] * covered.size}

    def in_torch(self, nn):
        return [nn.AvgPool2d(self.window, self.stride, ceil_mode=True)]
