"""Lesson 7. Learning to watch: a step when asked, a measurement now and then, and back to the start."""

import contextlib
import copy
import math
from typing import NamedTuple

import numpy as np

from xo.backprop import Adam, judge, training
from xo.errors import as_examples, softmax_error

MEASUREMENTS = 120
SAMPLE = 300


class Point(NamedTuple):
    """What was measured after a number of steps; without unseen images their two are NaN."""

    step: int
    error: float
    accuracy: float
    unseen_error: float
    unseen_accuracy: float


class Learning:
    """A network on its way from its start to its last step. The network given stays as it is.

    network: where to start; images, categories: what to learn from
    unseen: (images, categories) that are only ever measured, or none
    rounds, batch, error, rng: as for `training`; rate: the length of Adam's steps
    raises: ValueError or TypeError at once for what cannot be learned
    """

    def __init__(
        self,
        network,
        images,
        categories,
        unseen=None,
        rounds=10,
        batch=32,
        rate=0.01,
        error=softmax_error,
        rng=0,
    ):
        self._seen = as_examples(images, categories)
        self._unseen = None if unseen is None else _check_unseen(unseen)
        for examples in filter(None, (self._seen, self._unseen)):
            network.sizes(examples[0].shape[1:])
        if not network.parameters:
            raise ValueError("expected a network with numbers to learn, got one without")
        self._start, self._rng, self._rate, self._error = copy.deepcopy(network), rng, rate, error
        self._how = {"rounds": rounds, "batch": batch, "error": error}
        self.reset()
        self.rounds, self.steps = rounds, rounds * -(-len(self._seen[0]) // batch)
        self._every = -(-self.steps // MEASUREMENTS)

    def reset(self):
        """Back to the very start: the same numbers, the same order of images to come."""
        self.network = copy.deepcopy(self._start)
        rule, rng = Adam(self._rate), copy.deepcopy(self._rng)
        self._training = training(self.network, *self._seen, rule=rule, rng=rng, **self._how)
        self.step, self.round, self.points = 0, 0, [self._measure(0)]

    @property
    def finished(self):
        return self.step == self.steps

    def take_step(self):
        """Learn from one more batch, and measure when it is time. When all steps are taken: nothing.

        raises: FloatingPointError, with the network as it was before the step, if numbers grow without limit
        """
        if self.finished:
            return
        before = [array.copy() for array in self.network.parameters]
        report = point = None
        with np.errstate(all="ignore"), contextlib.suppress(FloatingPointError):  # after it, nothing more comes
            report = next(self._training, None)
            due = report and (report.step % self._every == 0 or report.step == self.steps)
            point = self._measure(report.step) if due else None
        grown = any(not np.isfinite(array).all() for array in self.network.parameters)
        if report is None or grown or (point and not math.isfinite(point.error)):
            for array, old in zip(self.network.parameters, before, strict=True):
                array[...] = old
            self._training = iter(())
            raise FloatingPointError("The numbers grew without limit: reset, and choose a smaller rate.")
        self.step, self.round = report.step, report.round
        if point:
            self.points.append(point)

    def _measure(self, step):
        unseen = (math.nan, math.nan) if self._unseen is None else self._judge(*self._unseen)
        return Point(step, *self._judge(*self._seen), *unseen)

    def _judge(self, images, categories):
        """The error and the share of right answers, on every so manieth image where there are many."""
        pick = slice(None, None, -(-len(images) // SAMPLE))
        return judge(self.network, images[pick], categories[pick], self._error)


def _check_unseen(unseen):
    if not isinstance(unseen, tuple | list) or len(unseen) != 2:
        raise ValueError("expected unseen as a pair: images, and their categories")
    return as_examples(*unseen)
