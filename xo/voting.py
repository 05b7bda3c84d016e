"""Lesson 6. Voting (a fully connected layer): read the maps as one list, and give every value weighted votes."""

import numpy as np

from xo.arguments import as_biases, as_kind, as_numbers, as_whole, as_wholes
from xo.images import CATEGORIES

# Counted from 0, the places in the published list of 12 values that are strong for each category (Rohrer, 2016).
STRONG_X = (0, 3, 4, 9, 10)
STRONG_O = (1, 2, 8, 11)


def cast_votes(values, weights, biases=None):
    """Multiply each value by its weight for each category and add up: the votes (logits, scores).

    values: (..., values)
    weights: (categories, values), a weight of 0 is no say at all
    biases: (categories,), votes that a category has before the election; none: nothing is added
    returns: (..., categories)
    raises: ValueError if the number of values differs
    """
    values, weights = as_numbers(values, "values", 1), as_numbers(weights, "weights", 2)
    if values.shape[-1] != weights.shape[1]:
        raise ValueError(f"expected {weights.shape[1]} values, one for each weight, got {values.shape[-1]}")
    votes = values @ weights.T
    return votes if biases is None else votes + as_biases(biases, weights)


def name_categories(shape):
    """The names of categories that nobody named: X and O, or 0, 1, 2 and on where there are more.

    shape: of what a network ends with, (categories,) where it votes
    """
    count = shape[0] if len(shape) == 1 else 0
    return list(CATEGORIES) if count <= len(CATEGORIES) else [str(number) for number in range(count)]


def elect(votes, categories=None):
    """The category with the most votes; where they tie, the first of them.

    votes: (categories,)
    categories: their names; none: X and O, or 0, 1, 2 and on where there are more
    raises: ValueError if there are more or fewer votes than categories
    """
    votes = as_numbers(votes, "votes", axes=0)
    categories = name_categories(votes.shape) if categories is None else categories
    names = " and ".join(map(str, as_kind(categories, list | tuple, "a list of categories")))
    if votes.shape != (len(categories),):
        raise ValueError(
            f"expected a network with votes for {len(categories)} categories, {names}, got shape {votes.shape}"
        )
    return categories[int(np.argmax(votes))]


def strong_weights(count=12, strong=(STRONG_X, STRONG_O)):
    """The published votes: each category's vote is the mean of the values at its strong places.

    returns: (categories, count), 1/5 at the five places of X and 1/4 at the four of O, 0 elsewhere
    """
    count, strong = as_whole(count, "count"), as_kind(strong, list | tuple, "places for each category")
    weights = np.zeros((len(strong), count))
    for votes, places in zip(weights, strong, strict=True):
        places = as_wholes(places, "strong places", 0)
        if not places or max(places) >= count:
            raise ValueError(f"expected strong places from 0 to {count - 1} for each category, got {places}")
        votes[places] = 1 / len(places)
    return weights


class Voting:
    """`cast_votes` as a layer. weights: (categories, values), copied; biases: (categories,) or none."""

    makes = "votes"

    def __init__(self, weights, biases=None):
        self.weights = as_numbers(weights, "weights", 2).copy(order="K")
        if self.weights.ndim != 2:
            raise ValueError(f"expected weights of shape (categories, values), got shape {self.weights.shape}")
        self.biases = None if biases is None else as_biases(biases, self.weights).copy()

    @property
    def settings(self):
        return {"weights": self.weights, "biases": self.biases}

    @property
    def parameters(self):
        return (self.weights,) if self.biases is None else (self.weights, self.biases)

    def forward(self, maps):
        """maps: (images, maps, rows, columns) or (images, values); returns: (images, categories)"""
        if type(maps) is not np.ndarray or not maps.ndim or not maps.size:
            maps = as_numbers(maps, "maps")
        turned = maps.transpose(*range(1, maps.ndim), 0)
        self._shape = turned.shape
        self._values = turned.reshape(-1, len(maps))
        if len(self._values) != self.weights.shape[1]:
            self.output_shape(maps.shape[1:])
        votes = self.weights @ self._values
        if self.biases is not None:
            votes += self.biases[:, None]
        return votes.T

    def backward(self, output_gradient):
        slopes = output_gradient.T
        to_weights = slopes @ self._values.T
        self.gradient = (to_weights,) if self.biases is None else (to_weights, slopes.sum(1))
        to_values = (self.weights.T @ slopes).reshape(self._shape)
        return to_values.transpose(-1, *range(to_values.ndim - 1))

    def output_shape(self, shape):
        if np.prod(shape) != self.weights.shape[1]:
            raise ValueError(f"expects {self.weights.shape[1]} values, got {int(np.prod(shape))}")
        return self.weights.shape[:1]

    def operations(self, shape):
        """One product for each weight; one addition less for each category, if there is no bias."""
        categories, values = self.weights.shape
        additions = categories * (values - (self.biases is None))
        return {"multiplications": categories * values, "additions": additions}

    def in_torch(self, nn):
        categories, values = self.weights.shape
        linear = nn.Linear(values, categories, bias=self.biases is not None).double()
        for theirs, ours in zip(linear.parameters(), self.parameters, strict=True):
            theirs.detach().numpy()[...] = ours
        return [nn.Flatten(), linear]
