"""How networks of others end: maps read as one list where nothing else does it, and shares in place of votes."""

import numpy as np

from xo.arguments import as_numbers


class Flatten:
    """Read the maps as one list. Voting does so by itself: this is for networks whose maps are the votes."""

    parameters = gradient = ()
    makes = "list"
    settings = {}

    def forward(self, maps):
        """maps: (images, ...); returns: (images, values)"""
        maps = as_numbers(maps, "maps")
        self._shape = maps.shape
        return maps.reshape(len(maps), -1)

    def backward(self, output_gradient):
        return output_gradient.reshape(self._shape)

    def output_shape(self, shape):
        return (int(np.prod(shape)),)

    def operations(self, shape):
        return {}

    def in_torch(self, nn):
        return [nn.Flatten()]


class Softmax(Flatten):
    """Votes as shares that add up to 1: e to the power of each vote, divided by the sum of all these."""

    makes = "shares"

    def forward(self, maps):
        """maps: (images, ...), read as one list; returns: (images, values)"""
        votes = super().forward(maps)
        powers = np.exp(votes - votes.max(1, keepdims=True))
        self._shares = powers / powers.sum(1, keepdims=True)
        return self._shares

    def backward(self, output_gradient):
        together = (output_gradient * self._shares).sum(1, keepdims=True)
        return super().backward(self._shares * (output_gradient - together))

    def operations(self, shape):
        values = int(np.prod(shape))
        return {"powers": values, "additions": values - 1, "divisions": values}

    def in_torch(self, nn):
        return [nn.Flatten(), nn.Softmax(1)]
