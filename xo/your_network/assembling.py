"""Put the layers of a network made elsewhere together, as they are read one after another."""

import contextlib

import numpy as np

from xo.arguments import as_number
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting
from xo.your_network.conv import Conv
from xo.your_network.ends import Flatten, Softmax

MOST = 50_000  # numbers: with more, nobody finds the way in the picture
IMAGE = -1.0, 1.0  # paper and ink
POOL_ALL = "pooling by a window as large as its maps does the same"
MAKE_FIRST = "call the model with an image first, and it is an ordinary one"
INSTEAD = {  # what to do about layers that are often asked for
    "LogSoftmax": "at the end it may be left out: no answer changes",
    **dict.fromkeys(("AdaptiveAvgPool2d", "AdaptiveMaxPool2d", "GlobalAveragePool", "GlobalMaxPool"), POOL_ALL),
    **dict.fromkeys(("LazyConv2d", "LazyLinear", "LazyBatchNorm2d"), MAKE_FIRST),
}


class Assembly:
    """Layers so far."""

    def __init__(self, paper, ink, flat=False):
        self.paper, self.ink = as_number(paper, "paper"), as_number(ink, "ink")
        if self.paper == self.ink:
            raise ValueError(f"expected another number for ink than for paper, got {ink} for both")
        self.layers, self.flat = [], flat

    @contextlib.contextmanager
    def reading(self, place):
        """While one of the layers is read: whoever refuses it, `refuse` or the layer here, is told its place."""
        try:
            yield
        except ValueError as reason:
            raise ValueError(f"{reason} in {place}") from None

    def refuse(self, expected, came):
        raise ValueError(f"expected {expected}, got {came}")

    def refuse_kind(self, known, kind):
        """known: the kinds that there are"""
        told = f" ({INSTEAD[kind]})" if kind in INSTEAD else " (another one of that name)" if kind in known else ""
        self.refuse(f"layers that the glass can show ({', '.join(known)})", f"{kind}{told}")

    def convolve(self, weight, bias, groups, **steps):
        """weight: (features, maps, rows, columns); steps: the stride and edges of Conv"""
        self._expect_maps("a convolution")
        if groups != 1:
            self.refuse("groups of 1", f"groups of {groups}")
        self.layers.append(Conv(_floats(weight), None if bias is None else _floats(bias), **steps))

    def pool(self, layer):
        self._expect_maps("a pooling")
        self.layers.append(layer)

    def relu(self):
        self.layers.append(ReLU())

    def flatten(self):
        self.flat = True

    def vote(self, weight, bias):
        """weight: (outputs, values)"""
        if not self.flat:
            self.refuse("a list, which Flatten makes of maps", "a dense layer after maps")
        self.layers.append(Voting(_floats(weight), None if bias is None else _floats(bias)))

    def add(self, biases):
        """biases: for what a dense layer just made, such as (outputs,) or (1, outputs)"""
        last = self.layers[-1] if self.layers else None
        if not isinstance(last, Voting):
            self.refuse("Add of biases right after MatMul", "it elsewhere")
        count = len(last.weights)
        if biases.size not in (1, count) or biases.shape[-1:] not in ((), (biases.size,)):
            self.refuse(f"a bias for each of {count} outputs", f"some of shape {biases.shape}")
        before = 0 if last.biases is None else last.biases
        self.layers[-1] = Voting(last.weights, before + _floats(np.broadcast_to(biases.ravel(), count)))

    def shares(self):
        if not self.flat:
            self.refuse("softmax of a list, as Flatten makes it", "softmax of maps")
        self.layers.append(Softmax())

    def normalise(self, weight, bias, mean, variance, epsilon):
        """Batch normalisation, all (maps,): a factor and a shift, which a convolution before it takes over."""
        self._expect_maps("a normalisation")
        scale = weight / np.sqrt(variance + epsilon)
        shift = bias - mean * scale
        if self.layers and isinstance(self.layers[-1], Conv):
            if len(self.layers[-1].features) != len(scale):
                self.refuse(f"a factor for each of {len(self.layers[-1].features)} maps", f"{len(scale)}")
            settings = self.layers.pop().settings
            before = 0 if settings["biases"] is None else settings["biases"]
            settings["features"] = settings["features"] * scale[:, None, None, None]
            settings["biases"] = before * scale + shift
            self.layers.append(Conv(**settings))
        else:
            self.layers.append(map_by_map(scale, shift))

    def network(self):
        """All of it. raises: ValueError where there are too many numbers"""
        listed = (Voting, Flatten, Softmax)
        if self.flat and not any(isinstance(layer, listed) for layer in self.layers):
            self.layers.append(Flatten())
        count = sum(Network(self.layers).count_parameters())
        if count > MOST:
            raise ValueError(f"expected a network of at most {MOST:,} numbers, got one of {count:,}")
        return Network([*self._first(), *self.layers])

    def _expect_maps(self, what):
        if self.flat:
            self.refuse("maps, which Flatten has made a list of", f"{what} after that")

    def _first(self):
        """What makes pixels from -1 to 1 those that the network was made for."""
        if (self.paper, self.ink) == IMAGE:
            return []
        conv = next((layer for layer in self.layers if isinstance(layer, Conv)), None)
        maps = 1 if conv is None else conv.features.shape[1]
        scale, shift = (self.ink - self.paper) / 2, (self.ink + self.paper) / 2
        return [map_by_map(np.full(maps, scale), np.full(maps, shift))]


def map_by_map(scale, shift):
    """A convolution of one pixel, each of whose features looks at one map: × scale, + shift. Both: (maps,)"""
    return Conv(np.diag(scale)[:, :, None, None], shift)


def _floats(array):
    return np.asarray(array, np.float64)
