"""Lesson 3. Pooling: shrink a map, keep the best match in every neighbourhood."""

import numpy as np

from xo.images import as_numbers


def pool(maps, window=2, stride=2):
    """Slide a small window over each map and keep the largest value that it sees.

    maps: (..., rows, columns)
    window, stride: whole numbers from 1; the window's side and the step from one window to the next
    returns: (..., ceil((rows - window) / stride) + 1, the same for columns); a last window that
             hangs over the edge keeps the largest value among the cells that it does cover
    raises: ValueError for a window or stride below 1
    """
    check_window(window, stride)
    return _largest(as_numbers(maps, "maps"), window, stride)


def check_window(window, stride):
    for name, number in (("window", window), ("stride", stride)):
        if not isinstance(number, int | np.integer) or isinstance(number, bool) or number < 1:
            raise ValueError(f"expected a whole {name} of 1 or more, got {number!r}")


def pooled_length(length, window, stride):
    """How many windows fit along a side of `length` cells: ceil((length - window) / stride) + 1, at least 1.

    With a stride larger than the window, only windows that start on the map count.
    """
    return min(max(0, -(-(length - window) // stride)) + 1, -(-length // stride))


def _cells(maps, window, stride):
    """For each place in the window: the cells of all the windows that stand there (fewer at the edge)."""
    rows, columns = (pooled_length(length, window, stride) for length in maps.shape[-2:])
    for row in range(min(window, maps.shape[-2])):
        for column in range(min(window, maps.shape[-1])):
            yield maps[..., row::stride, column::stride][..., :rows, :columns]


def _largest(maps, window, stride):
    cells = _cells(maps, window, stride)
    largest = next(cells).copy(order="K")
    for cell in cells:
        covered = largest[..., : cell.shape[-2], : cell.shape[-1]]
        np.maximum(covered, cell, out=covered)
    return largest


class Pooling:
    """`pool` as a layer: the slope goes back to the cell that won its window, the first one where cells tie."""

    weights = gradient = ()

    def __init__(self, window=2, stride=2):
        check_window(window, stride)
        self.window, self.stride = int(window), int(stride)

    def forward(self, maps):
        self._maps = maps
        self._largest = _largest(maps, self.window, self.stride)
        return self._largest

    def backward(self, output_gradient):
        gradient = np.zeros_like(self._maps)
        waiting = np.ones_like(self._largest, dtype=bool)
        cells = _cells(self._maps, self.window, self.stride)
        for cell, slope in zip(cells, _cells(gradient, self.window, self.stride), strict=True):
            here = np.s_[..., : cell.shape[-2], : cell.shape[-1]]
            wins = (cell == self._largest[here]) & waiting[here]
            waiting[here] &= ~wins
            slope += output_gradient[here] * wins
        return gradient

    def output_shape(self, shape):
        """shape: (maps, rows, columns); raises: ValueError for anything that is no stack of maps"""
        if len(shape) != 3:
            raise ValueError(f"expects maps (maps, rows, columns), got a list of {shape[0]} values")
        return (shape[0], *(pooled_length(length, self.window, self.stride) for length in shape[1:]))

    def operations(self, shape):
        """Comparisons: one less than the cells that each window covers. shape: (maps, rows, columns)"""
        covered = sum(cell.size for cell in _cells(np.empty(shape, bool), self.window, self.stride))
        return {"comparisons": int(covered - np.prod(self.output_shape(shape)))}
