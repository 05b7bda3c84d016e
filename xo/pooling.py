"""Lesson 3. Pooling: shrink a map, keep the best match in every neighbourhood."""

import numpy as np

from xo.arguments import as_numbers, as_whole
from xo.patches import check_stack


def pool(maps, window=2, stride=2):
    """Slide a small window over each map and keep the largest value that it sees.

    maps: (..., rows, columns)
    window, stride: whole numbers from 1; the window's side and the step from one window to the next
    returns: (..., ceil((rows - window) / stride) + 1, the same for columns); a last window that
             hangs over the edge keeps the largest value among the cells that it does cover
    raises: ValueError for a window or stride below 1
    """
    as_window(window, stride)
    wide = _largest(as_numbers(maps, "maps"), window, stride, -1)
    return _largest(wide, window, stride, -2)


def as_window(window, stride):
    """Window and stride as ints. raises: ValueError for anything but whole numbers from 1"""
    return as_whole(window, "window"), as_whole(stride, "stride")


def pooled_length(length, window, stride):
    """How many windows fit along a side of `length` cells: ceil((length - window) / stride) + 1, at least 1.

    With a stride larger than the window, only windows that start on the map count.
    """
    return min(max(0, -(-(length - window) // stride)) + 1, -(-length // stride))


def _cells(maps, window, stride, axis):
    """For each place in a window along one axis: the cells of all the windows there (fewer at the edge)."""
    length = maps.shape[axis]
    end = stride * pooled_length(length, window, stride)
    return [_cut(maps, slice(start, start + end, stride), axis) for start in range(min(window, length))]


def _cut(maps, part, axis):
    return maps[..., part] if axis == -1 else maps[..., part, :]


def _largest(maps, window, stride, axis):
    """The largest value of every window along one axis: the largest of the rows' largest is the window's."""
    if type(window) is not int or type(stride) is not int:
        window, stride = int(window), int(stride)  # NumPy's small whole numbers overflow
    first, *others = _cells(maps, window, stride, axis)
    largest = first.copy(order="K")
    for cells in others:
        covered = _cut(largest, slice(cells.shape[axis]), axis)
        np.maximum(covered, cells, out=covered)
    return largest


def _to_winners(slopes, maps, largest, window, stride, axis):
    """Hand the slope of every window along one axis to its first largest cell, and nothing to the others."""
    alone = window == stride  # no cell lies in two windows or in none, so each is written just once
    gradient = np.empty_like(maps) if alone else np.zeros_like(maps)
    *cells, last = _cells(maps, window, stride, axis)
    *shares, rest = _cells(gradient, window, stride, axis)
    for cell, share in zip(cells, shares, strict=True):
        covered = slice(cell.shape[axis])
        slopes = _cut(slopes, covered, axis)
        won = np.multiply(slopes, cell == _cut(largest, covered, axis), out=share if alone else None)
        if not alone:
            share += won
        slopes = slopes - won
    slopes = _cut(slopes, slice(last.shape[axis]), axis)  # what nobody has won yet
    np.add(0 if alone else rest, slopes, out=rest)
    return gradient


class Pooling:
    """`pool` as a layer: the slope goes back to the cell that won its window, the first one where cells tie."""

    parameters = gradient = ()

    def __init__(self, window=2, stride=2):
        self.window, self.stride = as_window(window, stride)

    @property
    def settings(self):
        return {"window": self.window, "stride": self.stride}

    def forward(self, maps):
        """maps: (images, maps, rows, columns)"""
        if type(maps) is not np.ndarray or maps.ndim != 4:
            maps = as_numbers(maps, "maps", 4)
            self.output_shape(maps.shape[1:])
        self._maps = maps
        self._wide = _largest(maps, self.window, self.stride, -1)
        self._largest = _largest(self._wide, self.window, self.stride, -2)
        return self._largest

    def backward(self, output_gradient):
        to_rows = _to_winners(output_gradient, self._wide, self._largest, self.window, self.stride, -2)
        return _to_winners(to_rows, self._maps, self._wide, self.window, self.stride, -1)

    def output_shape(self, shape):
        """shape: (maps, rows, columns); raises: ValueError for anything that is no stack of maps"""
        check_stack(shape)
        return (shape[0], *(pooled_length(length, self.window, self.stride) for length in shape[1:]))

    def operations(self, shape):
        """Comparisons: one less than the cells that each window covers. shape: (maps, rows, columns)"""
        side = [sum(cell.size for cell in _cells(np.empty(n), self.window, self.stride, -1)) for n in shape[1:]]
        return {"comparisons": int(shape[0] * side[0] * side[1] - np.prod(self.output_shape(shape)))}
