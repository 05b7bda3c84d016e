"""Lesson 10. Designs: a network in a line of text, and what it costs before anything has learned."""

import numpy as np

from xo.arguments import as_kind, as_rng, as_whole
from xo.networks.random_start import random_convolution, random_voting
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network, total


class Skip:
    """A shortcut: layers that keep the size, and what came in is added to what they make of it."""

    def __init__(self, layers):
        self.inner = Network(layers)

    @property
    def settings(self):
        return {"layers": self.inner.layers}

    @property
    def parameters(self):
        return self.inner.parameters

    @property
    def gradient(self):
        return self.inner.gradient

    def forward(self, maps):
        return maps + self.inner.forward(maps)

    def backward(self, output_gradient):
        return output_gradient + self.inner.backward(output_gradient)

    def output_shape(self, shape):
        inside = self.inner.sizes(shape)[-1]
        if inside != tuple(shape):
            raise ValueError(f"expects layers that keep the shape {tuple(shape)}, got {inside}")
        return inside

    def operations(self, shape):
        return total([*self.inner.operations(shape), {"additions": int(np.prod(shape))}])

    def in_torch(self, nn):
        class Shortcut(nn.Sequential):
            def forward(self, maps):
                return maps + super().forward(maps)

        return [Shortcut(*self.inner.in_torch(nn))]


# What may stand in a design: the word, and the numbers that follow it.
WORDS = {
    "filter": ("features", "pixels"),
    "same": ("pixels",),
    "skip": ("pixels",),
    "relu": (),
    "pool": ("window", "stride"),
    "hidden": ("neurons",),
}


def build(design, size=9, rng=None, categories=2):
    """A network as the design says, ready to learn: every number drawn by lot, the votes at the end.

    design: the layers in order, such as "filter 8 3, relu, pool 2 2, hidden 16" (see WORDS for what each takes);
            "same 3" keeps the size and the number of maps, "skip 3" also adds what came in (odd numbers)
    size: rows and columns of the image, as one number, or as two where they differ
    raises: ValueError for a word or a number that it does not know, or layers that do not fit
    """
    start, categories = (1, *as_sides(size)), as_whole(categories, "number of categories")
    rng, layers, shape = as_rng(rng), [], start
    for word, numbers in _parse(as_kind(design, str, 'a design such as "filter 8 3, relu, pool 2 2"')):
        layers += _layers(word, numbers, shape, rng)
        shape = Network(layers).sizes(start)[-1]
    return Network([*layers, random_voting(categories, shape, rng=rng)])


def _parse(design):
    for step in filter(None, (step.split() for step in design.split(","))):
        word, *numbers = step
        takes = WORDS.get(word)
        if takes is None:
            raise ValueError(f"expected one of the layers {', '.join(WORDS)}, got {word!r}")
        if len(numbers) != len(takes) or not all(number.isdecimal() and int(number) for number in numbers):
            wanted = " ".join([word, *(name.upper() for name in takes)])
            raise ValueError(f"expected {wanted!r} with whole numbers from 1, got {' '.join(step)!r}")
        yield word, [int(number) for number in numbers]


def _layers(word, numbers, shape, rng):
    if word in ("relu", "pool"):
        return [ReLU() if word == "relu" else Pooling(*numbers)]
    if word == "hidden":
        return [random_voting(*numbers, shape, rng=rng), ReLU()]
    count, pixels = numbers if word == "filter" else (shape[0], *numbers)
    if word == "same" and pixels % 2 == 0:
        raise ValueError(f"expected an odd number of pixels for 'same', which keeps the size, got {pixels}")
    if word == "filter":
        return [random_convolution(count, shape, pixels, rng=rng)]
    inner = [random_convolution(count, shape, pixels, padding=pixels // 2, rng=rng), ReLU()]
    return [Skip(inner)] if word == "skip" else inner


def cost(design, size=9, categories=2):
    """What a design costs before anything has learned: its numbers, and its multiplications for one image."""
    network = build(design, size, 0, categories)
    return sum(network.count_parameters()), total(network.operations((1, *as_sides(size))))["multiplications"]


def as_sides(size):
    """The rows and the columns of an image, of a size that may be one number for both."""
    sides = size if isinstance(size, tuple | list) and len(size) == 2 else (size, size)
    return tuple(as_whole(side, "size", most=1000) for side in sides)
