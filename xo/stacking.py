"""Lesson 5. Stacking: what comes out of a layer looks like what goes in, so layers stack like bricks.

Every layer keeps one promise: `forward(maps)`; `backward(output_gradient)`, which returns the slope for what came in,
leaves the slopes of its own numbers in `gradient`, and changes nothing; `parameters` and `gradient` (empty: nothing to
learn); `settings`, by name, from which its class makes it anew: numbers, words, arrays, None, or a list of layers;
`output_shape(shape)`, which explains what does not fit; `operations(shape)`, the bill for one image; `makes`, the word
over what comes out in pictures; and `in_torch(nn)`, a list of PyTorch's modules that do the same.
"""

from collections import Counter
from numbers import Number

import numpy as np

from xo.arguments import as_kind, as_number, as_numbers, as_wholes, in_short
from xo.filtering import Convolution
from xo.images import as_image, warn_of_dark_ink
from xo.relu import pooling_first
from xo.saving import read_layers, write_layers
from xo.voting import elect


class Network:
    """A stack of layers, the last of which votes.

    layers: in the order in which an image meets them
    paper: 0 for pictures in which that is what stands where nothing is; otherwise pixels from 0 to 1 are refused
    """

    def __init__(self, layers, paper=-1):
        if not np.iterable(layers):
            raise TypeError(f"expected a list of layers, got {type(layers).__name__}")
        if not isinstance(paper, Number) or paper not in (-1, 0):
            raise ValueError(f"expected paper as -1 or 0, got {in_short(paper)}")
        self.layers, self.paper = list(layers), paper
        for layer in self.layers:
            if isinstance(layer, type) or not hasattr(layer, "forward"):
                came = f"the class {layer.__name__}" if isinstance(layer, type) else type(layer).__name__
                raise TypeError(f"expected layers of xo or like them, such as ReLU(), got {came}")
        self._fitting, self._passed = [], None

    def forward(self, images):
        """The votes (images, categories), by the quickest way. images: (images, maps, rows, columns)"""
        values, self._passed = self._check(images), pooling_first(self.layers)
        for layer in self._passed:
            values = layer.forward(values)
        return values

    def stages(self, images):
        """The images and what every layer makes of them: a list one longer than the layers."""
        stages, self._passed = [self._check(images)], list(self.layers)
        for layer in self._passed:
            stages.append(layer.forward(stages[-1]))
        return stages

    def votes(self, image):
        """The votes (categories,) for one image (rows, columns), its pixels from -1 for paper to 1 for ink."""
        image = as_image(image, self.paper)
        warn_of_dark_ink(image)
        return self.forward(image[None, None])[0]

    def answer(self, image, categories=None):
        """The category with the most votes for one image (rows, columns); a tie goes to the first of them.

        categories: the names of the votes; none: X and O, or 0, 1, 2 and on where there are more
        raises: ValueError if there are more or fewer votes than names
        """
        return elect(self.votes(image), categories)

    def backward(self, output_gradient, onward=True):
        """Carry the slope of the error from the votes back through every layer, the way that the images came.

        onward: False leaves out the slopes of the pixels, which nothing learns from
        returns: the pixels' slopes, or none
        raises: RuntimeError before the first `forward`
        """
        if self._passed is None:
            raise RuntimeError("expected forward before backward, got a network that has seen no image")
        first, *later = self._passed
        for layer in reversed(later):
            output_gradient = layer.backward(output_gradient)
        if not onward and isinstance(first, Convolution):
            return first.backward(output_gradient, onward=False)
        return first.backward(output_gradient)

    @property
    def parameters(self):
        """Every array of numbers that can be learned, in order; change them in place."""
        return [array for layer in self.layers for array in layer.parameters]

    @property
    def gradient(self):
        """The slope of the error for every number in `parameters`, after `backward`."""
        return [array for layer in self.layers for array in layer.gradient]

    def sizes(self, shape):
        """The shape of every stage for one image of `shape` (maps, rows, columns).

        raises: ValueError that names the first layer that does not fit, what it expects and what it got
        """
        sizes = [tuple(as_wholes(shape, "the shape"))]
        for number, layer in enumerate(self.layers, 1):
            try:
                sizes.append(tuple(layer.output_shape(sizes[-1])))
            except ValueError as reason:
                raise ValueError(f"layer {number} ({type(layer).__name__}) {reason}") from None
        return sizes

    def operations(self, shape):
        """The arithmetic for one image of `shape`, layer by layer: a list of counts by kind."""
        return [layer.operations(size) for layer, size in zip(self.layers, self.sizes(shape), strict=False)]

    def count_parameters(self):
        """How many numbers each layer can learn."""
        return [sum(array.size for array in layer.parameters) for layer in self.layers]

    def _check(self, images):
        images = as_numbers(images, "images")
        if images.ndim != 4:
            raise ValueError(f"expected images of shape (images, maps, rows, columns), got shape {images.shape}")
        fitting = [images.shape[1:], *self.layers]  # whoever swaps a layer is told again what does not fit
        if fitting != self._fitting:
            self.sizes(images.shape[1:])
            self._fitting = fitting
        return images

    def in_torch(self, nn):
        """What the layers are in PyTorch. nn: `torch.nn`; returns: a list of its modules, with our numbers in them

        raises: ValueError for a layer that does not say it
        """
        for layer in self.layers:
            if not hasattr(layer, "in_torch"):
                raise ValueError(f"expected layers that say what they are in PyTorch, got {type(layer).__name__}")
        return [module for layer in self.layers for module in layer.in_torch(nn)]

    def save(self, path):
        """Write the network to one `.npz` file, without pickle."""
        others = {} if self.paper == -1 else {"paper": self.paper}
        write_layers(self.layers, path, **others)

    @classmethod
    def load(cls, path):
        """Read a network that `save` wrote. raises: ValueError in one sentence for any other file"""
        layers, others = read_layers(path)
        return cls(layers, others.get("paper", -1))


def total(operations):
    """Add up counts of operations: a list from `Network.operations` becomes one dictionary."""
    for counts in as_kind(operations, list | tuple, "a list of counts, as from Network.operations"):
        for count in as_kind(counts, dict, "counts by kind").values():
            as_number(count, "a count")
    return dict(sum(map(Counter, operations), Counter()))
