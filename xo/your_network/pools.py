"""Pooling as PyTorch and ONNX have it: windows of any shape, an edge around the maps, what does not fit left out."""

import numpy as np

from xo.arguments import as_flag, as_whole
from xo.patches import as_maps, check_stack
from xo.your_network.conv import EDGES, pads_in_torch, surround, take_off


class MaxPool:
    """The largest value in every window; what is laid around the maps is never the largest.

    rows, columns: of the window; down, across: the stride, from one window to the next below and beside it
    top, left, bottom, right: how far windows may reach beyond the maps, less than a window
    ceil: 1 keeps a last window that hangs over the edge, as long as it begins before that; 0 leaves it out
    """

    parameters = gradient = ()
    makes = "pooled"

    def __init__(self, rows=2, columns=2, down=2, across=2, top=0, left=0, bottom=0, right=0, ceil=0):
        self.window = as_whole(rows, "number of rows"), as_whole(columns, "number of columns")
        self.stride = as_whole(down, "stride"), as_whole(across, "stride")
        self.edges = tuple(
            as_whole(edge, "edge smaller than the window", 0, self.window[place % 2] - 1)
            for place, edge in enumerate((top, left, bottom, right))
        )
        self.ceil = int(as_flag(ceil, "ceil"))

    @property
    def settings(self):
        names = ("rows", "columns", "down", "across", *EDGES, "ceil")
        return dict(zip(names, (*self.window, *self.stride, *self.edges, self.ceil), strict=True))

    def forward(self, maps):
        """maps: (images, maps, rows, columns)"""
        self._around = self._lay_out(as_maps(maps), -np.inf)
        first, *others = self._cells(self._around)
        self._largest = first.copy(order="K")
        for cells in others:
            np.maximum(self._largest, cells, out=self._largest)
        return self._largest

    def backward(self, output_gradient):
        gradient, left = np.zeros_like(self._around), output_gradient.copy(order="K")
        for cells, shares in zip(self._cells(self._around), self._cells(gradient), strict=True):
            won = left * (cells == self._largest)
            shares += won
            left -= won
        return take_off(gradient, self._reach)

    def _lay_out(self, maps, value):
        """Lay an edge around the maps as far as the windows reach."""
        top, left, bottom, right = self.edges
        self._made = self.output_shape(maps.shape[1:])[1:]
        ends = [(made - 1) * step + side for made, step, side in zip(self._made, self.stride, self.window, strict=True)]
        bottom = max(bottom, ends[0] - maps.shape[-2] - top)
        right = max(right, ends[1] - maps.shape[-1] - left)
        self._reach = (top, left, bottom, right)
        return surround(maps, self._reach, value)

    def _cells(self, around):
        """For each place in a window, row by row: the cells that stand there in all the windows, as a view."""
        (rows, columns), (down, across) = self._made, self.stride
        return [
            around[..., row : row + down * rows : down, column : column + across * columns : across]
            for row, column in np.ndindex(self.window)
        ]

    def output_shape(self, shape):
        check_stack(shape)
        made = [self._fitting(shape[1 + side], side) for side in (0, 1)]
        if min(made) < 1:
            rows, columns = self.window
            raise ValueError(f"expects maps at least as large as its windows of {rows} by {columns}, got {shape[1:]}")
        return (shape[0], *made)

    def _fitting(self, length, side):
        """How many windows fit along a side of so many cells. side: 0 for rows, 1 for columns"""
        window, stride, before, after = self.window[side], self.stride[side], self.edges[side], self.edges[2 + side]
        spare = length + before + after - window
        if not self.ceil:
            return spare // stride + 1
        return min(-(-spare // stride) + 1, -(-(length + before) // stride))

    def operations(self, shape):
        """Comparisons: one less than the cells that each window may cover. shape: (maps, rows, columns)"""
        windows = int(np.prod(self.output_shape(shape)))
        return {"comparisons": windows * (self.window[0] * self.window[1] - 1)}

    def in_torch(self, nn):
        """raises: ValueError for an edge that PyTorch has not: it lays as much on both sides"""
        pads, edge = self._edge_in_torch(nn, -np.inf, True)
        return [*pads, nn.MaxPool2d(self.window, self.stride, edge, ceil_mode=bool(self.ceil))]

    def _edge_in_torch(self, nn, value, may_differ):
        """A layer of its own where the sides differ, and how wide the edge is where they do not."""
        top, left, bottom, right = self.edges
        if (top, left) == (bottom, right) and 2 * top <= self.window[0] and 2 * left <= self.window[1]:
            return [], (top, left)
        if self.ceil or not may_differ:
            raise ValueError("expected an edge as wide on both sides for PyTorch, got others")
        return pads_in_torch(nn, self.edges, value), 0


class AveragePool(MaxPool):
    """The mean in place of the largest value. edge: 1 counts the zeros beyond the maps as cells, 0 leaves them out"""

    makes = "averaged"

    def __init__(self, rows=2, columns=2, down=2, across=2, top=0, left=0, bottom=0, right=0, ceil=0, edge=0):
        super().__init__(rows, columns, down, across, top, left, bottom, right, ceil)
        self.edge = int(as_flag(edge, "edge"))

    @property
    def settings(self):
        return {**super().settings, "edge": self.edge}

    def forward(self, maps):
        """maps: (images, maps, rows, columns)"""
        maps = as_maps(maps)
        around = self._lay_out(maps, 0.0)
        counted = surround(np.ones(maps.shape[-2:], maps.dtype), self.edges, self.edge)
        beyond = [reach - edge for reach, edge in zip(self._reach, self.edges, strict=True)]
        self._counts = sum(self._cells(surround(counted, beyond)))
        self._shape = around.shape
        return sum(self._cells(around)) / self._counts

    def backward(self, output_gradient):
        share = output_gradient / self._counts
        gradient = np.zeros(self._shape, share.dtype)
        for cells in self._cells(gradient):
            cells += share
        return take_off(gradient, self._reach)

    def operations(self, shape):
        """Additions: one less than the cells that each window may cover; and a division for each window."""
        windows = int(np.prod(self.output_shape(shape)))
        return {"additions": windows * (self.window[0] * self.window[1] - 1), "divisions": windows}

    def in_torch(self, nn):
        """raises: ValueError for an edge that PyTorch has not: it lays as much on both sides"""
        pads, edge = self._edge_in_torch(nn, 0.0, self.edge)
        kinds = {"ceil_mode": bool(self.ceil), "count_include_pad": bool(self.edge)}
        return [*pads, nn.AvgPool2d(self.window, self.stride, edge, **kinds)]
