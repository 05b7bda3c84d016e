"""Train the networks that ship, all or those called by these words: python3 start.py train [WORD ...]

"train 9 small" trains only that one, "train 9" all for 9 by 9, "train digits" lesson 15's.

The small one is built like the hand-made network: convolution (with biases, and a row of background laid around the
image), ReLU, two poolings, and votes with biases. The deep ones have convolution (features of 3 by 3 pixels), ReLU and
pooling again and again, and votes. All see nothing but letters of `xo.letters`, each more or less faded in every round,
because a thin line leaves little light in a coarse pixel.

The deep ones get new drawings every round, so that nothing can be learned by heart. The small one could not learn so
many by heart if it tried. Its drawings have twice the size, and four pixels become one, as in a scanner, which leaves
hairlines faint; letters too small for that are left out. Most drawings are then cut to hard black and white, at another
level every round, which breaks hairlines. The wide one learns like it, but from drawings of four times the size with
much thinner pens. What a single layer becomes depends on the noise that it starts from: of several starts, the one that
reads best after a few rounds goes on. Adam takes steps that shrink like half a wave of a cosine. Everything is float64
from a fixed seed on one thread: another run gives the same weights.

Those for ten digits learn from real ones, as `xo.digits.learn` says, once for each way of holding digits back.
"""

import os
import time

from tools import options
from xo.running.processes import ONE_THREAD

OVERWRITES = "xo/networks/trained_*.npz and xo/data/reader_*.npz"
SMALL = {"features": (6,), "pixels": 5, "poolings": 2, "starts": 4, "pool": 100_000, "cut": 0.6}
HAIRLINES = {"pen": (-3.7, -1.7, -1.05)}  # half of the pen's width, down to a third of the finest in xo.letters.ranges
WIDE = {**SMALL, "features": (8,), "pool": 60_000, "fine": 4, "ranges": HAIRLINES, "batch": 64}
RECIPES = {
    (9, "small"): {**SMALL, "count": 8000, "rounds": 120, "rate": 0.06, "faintest": 0.2},
    (9, "wide"): {**WIDE, "count": 8000, "rounds": 120, "rate": 0.07, "faintest": 0.2},
    (9, "deep"): {"features": (8, 16), "count": 8000, "rounds": 30, "rate": 0.02, "faintest": 0.2},
    (28, "deep"): {"features": (8, 16, 24), "count": 6000, "rounds": 20, "rate": 0.03, "faintest": 0.3},
}
SMALLEST = 0.58  # the longer side of the smallest letter kept, of the image's
FIRST = 6  # rounds after which the best of several starts goes on


def learn(size, features, pixels=3, poolings=1, starts=1, seed=None, **schedule):
    """Train one network; returns: it, and its share of right answers on drawings that it never saw."""
    import numpy as np

    from xo.backprop import accuracy
    from xo.errors import softmax_error
    from xo.images import make_images
    from xo.networks import random_network

    rng = np.random.default_rng(size if seed is None else seed)
    design = {"pixels": pixels, "padding": 1, "poolings": poolings, "biases": True}
    networks = [random_network(size, features, **design, rng=rng) for _ in range(starts)]
    curriculum = Curriculum(size, rng=rng, **schedule)
    if starts > 1:
        images, categories = curriculum.next()
        for network in networks:
            curriculum.follow(network, FIRST)
        networks.sort(key=lambda network: softmax_error(network.forward(images), categories)[0])
    curriculum.follow(networks[0])
    return networks[0], accuracy(networks[0], *make_images(4000, size, rng=0))


class Curriculum:
    """What a network is shown, and in which steps it learns from that.

    count, rounds: so many drawings a round; rate: the longest step; faintest: how little of the ink may be left
    pool: of so many fine drawings, 0 for new ones every round; cut: the share of black and white among them
    fine: how many pixels of those, a side, become one; ranges: where they differ otherwise than `RANGES` says
    batch: how many drawings a step
    """

    def __init__(self, size, count, rounds, rate, faintest, rng, pool=0, cut=0, fine=2, ranges=(), batch=32):
        self.size, self.count, self.rounds, self.rate, self.rng = size, count, rounds, rate, rng
        self.faintest, self.cut, self.batch = faintest, cut, batch
        self.pool = self._scan(pool, fine, ranges) if pool else None

    def _scan(self, count, fine, ranges):
        """Drawings `fine` times as large, so many pixels a side put together to one, without those too small for it."""
        import numpy as np

        from xo.letters import RANGES, draw

        categories, large = self.rng.permutation(np.arange(count) % 2), np.empty(count, bool)
        images, side = np.empty((count, 1, self.size, self.size)), fine * self.size
        for category in (0, 1):
            places = np.flatnonzero(categories == category)
            for drawn in draw(category, len(places), side, self.rng, ranges=RANGES | dict(ranges)):
                chosen, places = places[: len(drawn)], places[len(drawn) :]
                inked, dots = drawn > -0.2, np.ascontiguousarray(drawn)
                large[chosen] = np.maximum(inked.any(1).sum(1), inked.any(2).sum(1)) > SMALLEST * side  # longer side
                images[chosen, 0] = dots.reshape(-1, self.size, fine, self.size, fine).mean((2, 4))
        return images[large], categories[large]

    def next(self):
        """The drawings of one round, and which letters they are."""
        import numpy as np

        from xo.images import make_images

        each = self.count, 1, 1, 1
        if self.pool is None:
            images, categories = make_images(self.count, self.size, self.rng)
        else:
            chosen = self.rng.integers(len(self.pool[0]), size=self.count)
            images, categories = (array[chosen] for array in self.pool)
        faded = (images + 1) * np.minimum(self.rng.uniform(self.faintest, 1.4, each), 1) - 1
        if self.cut:
            darkest = images.max((1, 2, 3), keepdims=True)
            level = (darkest + 1) * self.rng.uniform(0.4, 0.6, each) - 1
            hard = self.rng.random(each) < self.cut
            faded = np.where(hard, np.where(images > level, 1.0, -1.0), faded)
        return faded, categories

    def follow(self, network, rounds=None):
        """Learn for so many rounds, in steps that grow at first and shrink to nothing in the end."""
        import numpy as np

        from xo.backprop import Adam, training

        rule, rounds = Adam(self.rate / 100), rounds or self.rounds
        for number in range(rounds):
            for report in training(network, *self.next(), batch=self.batch, rule=rule, rng=self.rng):
                done = (number + report.step / report.steps) / rounds
                rule.rate = self.rate * min(10 * done, (1 + np.cos(np.pi * done)) / 2)
            words = f"round {number + 1} of {rounds}, error {report.error:.3f}"
            print(f"\r{self.size} by {self.size}: {words}", end="", flush=True)


def learn_digits(held):
    """Train the network of lesson 15 that never sees the digits held back; returns: it, and its share of those"""
    from xo.backprop import accuracy
    from xo.digits import learn, load_digits, split

    images, digits = load_digits()
    known, asked = split(len(images), held)
    network = learn(images[known], digits[known], seed=0)
    return network, accuracy(network, images[asked], digits[asked])


def main(arguments):
    """Follow the recipes that are called by all of these words; every one where there are none."""
    parser = options("train", __doc__)
    parser.add_argument("words", nargs="*", metavar="word", help="such as 9 or small")
    words = parser.parse_args(arguments).words
    os.environ.update(ONE_THREAD)  # before NumPy is imported: the order of a sum must not depend on the machine
    from xo.digits import SPLITS, reader_file
    from xo.networks.trained import file_of

    wanted = [recipe for recipe in RECIPES if {*words} <= {*map(str, recipe)}]
    splits = SPLITS if {*words} <= {"digits"} else ()
    if not wanted and not splits:
        names = ", ".join(f"{size} {kind}" for size, kind in RECIPES)
        raise SystemExit(f"expected one of {names} or digits, got {' '.join(words)}")
    for size, kind in wanted:
        start = time.perf_counter()
        network, share = learn(size, **RECIPES[size, kind])
        network.save(file_of(size, kind))
        print(f", {kind}, {time.perf_counter() - start:.0f} seconds, {share:.2%} of unseen drawings right")
    for held in splits:
        network, share = learn_digits(held)
        network.save(reader_file(held))
        print(f"digits, {held} held back: {share:.2%} of those right")
