"""Lesson 7. Backpropagation: find out which way every number should go, move it a little, and do it again."""

import math
from functools import partial
from typing import NamedTuple

import numpy as np

from xo.arguments import as_above_0, as_network, as_number, as_rng, as_whole, in_short
from xo.errors import as_examples, check_categories, essay_error, softmax_error
from xo.images import refuse_greys
from xo.patches import PIECE


def nudge(network, images, categories, step=0.01, error=essay_error):
    """Try every number a little higher and a little lower, one after another, and keep what lowers the error.

    images: (images, maps, rows, columns), one or many; categories: (images,)
    returns: the error afterwards, and how often an error was worked out on the way
    """
    values, categories = _check(network, images, categories, error)
    step = as_above_0(step, "step", 1e6)
    lowest, tries = error(network.forward(values), categories)[0], 1
    for number, layer in enumerate(network.layers):
        find_error = partial(_error, network.layers[number:], values, categories, error)
        for numbers in layer.parameters:
            for place in np.ndindex(numbers.shape):
                lowest = keep_better(numbers, place, step, lowest, find_error)
                tries += 2
        values = layer.forward(values)
    return lowest, tries


def keep_better(numbers, place, step, lowest, find_error):
    """Try one number of an array higher, then lower, and leave it where the error is lowest; returns that error."""
    best = before = numbers[place]
    for tried in (before + step, before - step):
        numbers[place] = tried
        found = find_error()
        if found < lowest:
            lowest, best = found, tried
    numbers[place] = best
    return lowest


def _error(layers, values, categories, error):
    """What comes before the nudged layer stays the same, so only these layers run again."""
    for layer in layers:
        values = layer.forward(values)
    return error(values, categories)[0]


def find_gradient(network, images, categories, error=softmax_error):
    """One pass forward and one back: the error, and its slope for every number of the network at once.

    returns: the error, and a list of arrays like `network.parameters`
    """
    return _find_gradient(network, *_check(network, images, categories, error), error)


def _find_gradient(network, images, categories, error):
    """In pieces that fit into the processor's cache: their slopes, by their share of the images, add up."""
    parts = cut_pieces(images)
    if len(parts) > 1:
        found = [_find_gradient(network, images[part], categories[part], error) for part in parts]
        shares = [len(categories[part]) / len(images) for part in parts]
        gradients = zip(*(gradient for _, gradient in found), strict=True)
        total = [sum(share * slope for share, slope in zip(shares, slopes)) for slopes in gradients]
        return sum(share * one for share, (one, _) in zip(shares, found)), total
    found, votes_slope = error(network.forward(images), categories)
    network.backward(votes_slope, onward=False)
    return found, network.gradient


class Descent:
    """Gradient descent: every number takes a step down its slope. rate: how long a step for a slope of 1"""

    def __init__(self, rate=0.1):
        self.rate = as_above_0(rate, "rate")

    def step(self, parameters, gradient):
        for array, slope in zip(parameters, gradient, strict=True):
            array -= self.rate * slope


def as_memory(number, name):
    """How much of the past counts, as a float. raises: ValueError for anything but a number from 0 to below 1"""
    if not 0 <= as_number(number, name) < 1:
        raise ValueError(f"expected a {name} from 0 to below 1, got {number!r}")
    return float(number)


class Adam:
    """Adam: steps of about `rate` in each direction, steadied by the slopes seen lately (Kingma and Ba, 2015)."""

    def __init__(self, rate=0.01, memory=0.9, long_memory=0.999):
        self.rate = as_above_0(rate, "rate")
        self.memory, self.long_memory = as_memory(memory, "memory"), as_memory(long_memory, "long memory")
        self._steps, self._seen = 0, None

    def step(self, parameters, gradient):
        if self._seen is None:
            self._seen = [(np.zeros_like(array), np.zeros_like(array)) for array in parameters]
        self._steps += 1
        short, long = 1 - self.memory**self._steps, 1 - self.long_memory**self._steps
        for array, slope, (mean, square) in zip(parameters, gradient, self._seen, strict=True):
            mean += (1 - self.memory) * (slope - mean)
            square += (1 - self.long_memory) * (slope * slope - square)
            array -= self.rate / short * mean / (np.sqrt(square / long) + 1e-8)


class Report(NamedTuple):
    """What training tells after every step: rounds and steps count from 1, `steps` is how many there will be."""

    round: int
    step: int
    steps: int
    error: float


def train(network, images, categories, rounds=1, **how):
    """Learn from labelled images, to the end. rounds, how: as for `training`; returns: the Report of the last step"""
    *_, last = training(network, images, categories, rounds, **how)
    return last


def training(network, images, categories, rounds=1, batch=32, rule=None, error=softmax_error, rng=0):
    """Learn from labelled images, a small batch at a time, in a new order each round, for somebody who watches:

    `for report in training(...)` takes a step, shows its Report, and goes on; to pause, do not ask.
    rounds: how often each image is seen; rule: what makes steps of slopes, such as Adam(0.01) or Descent(0.1)
    rng: a seed or a generator for the order; the same seed and start give the same network, to the last digit
    returns: an iterator of Reports
    raises: TypeError or ValueError at once for what cannot be; FloatingPointError once the error is no number
    """
    images, categories = _check(network, images, categories, error)
    rounds, batch = as_whole(rounds, "number of rounds"), as_whole(batch, "number of images a batch")
    rule = Adam() if rule is None else rule
    if isinstance(rule, type) or not callable(getattr(rule, "step", None)):
        raise TypeError(f"expected a rule such as Adam(0.01), got {getattr(rule, '__name__', rule)!r}")
    return _steps(network, images, categories, rounds, batch, rule, error, as_rng(rng))


def _steps(network, images, categories, rounds, batch, rule, error, rng):
    starts = range(0, len(images), batch)
    for number in range(rounds):
        order = rng.permutation(len(images))
        for step, start in enumerate(starts, number * len(starts) + 1):
            chosen = order[start : start + batch]
            with np.errstate(all="ignore"):  # one sentence instead of NumPy's warnings
                found, gradient = _find_gradient(network, images[chosen], categories[chosen], error)
                if not math.isfinite(found):
                    raise FloatingPointError("The numbers grew without limit: start again with a smaller rate.")
                rule.step(network.parameters, gradient)
            yield Report(number + 1, step, rounds * len(starts), found)


def accuracy(network, images, categories):
    """The share of images, from 0 to 1, that get most votes for the right category."""
    return judge(network, *_check(network, images, categories))[1]


def judge(network, images, categories, error=softmax_error):
    """The error of a network, and its accuracy, in one go."""
    votes = np.concatenate([network.forward(images[part]) for part in cut_pieces(images)])
    return error(votes, categories)[0], float((votes.argmax(1) == categories).mean())


def _check(network, images, categories, error=softmax_error):
    """Images and categories as arrays, if the network takes such images and has a vote for each category."""
    as_error(error)
    as_network(network)
    images, categories = as_examples(images, categories)
    refuse_greys(images, getattr(network, "paper", -1))
    votes = network.sizes(images.shape[1:])[-1]
    if len(votes) == 1:
        check_categories(categories, votes[0])
    return images, categories


def as_error(error):
    """An error, if it is a function of votes and categories that gives a number and slopes.

    raises: TypeError for anything else
    """
    try:
        found, slope = error(np.array([[0.0, 1.0]]), np.array([0]))
        fine = math.isfinite(found) and np.shape(slope) == (1, 2)
    except Exception:
        fine = False
    if not fine:
        raise TypeError(f"expected an error such as softmax_error or essay_error, got {in_short(error)}")
    return error


def cut_pieces(images):
    """Slices that cut images into pieces, small enough for the processor's cache to hold all that is made of them."""
    count = max(32, PIECE // images[0].size)
    return [slice(start, start + count) for start in range(0, len(images), count)]
