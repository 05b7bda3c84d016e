"""Train the networks that ship with the course; "train 9" only the one for 9 by 9 images

Each is a stack of convolution (features of 3 by 3 pixels, a row of background laid around the maps, biases), ReLU and
pooling (windows of 2, stride 2), again and again, and votes with biases at the end. They see nothing but
`make_images`: every round has new drawings, so that nothing can be learned by heart, each more or less faded, because
a thin line leaves little light in a coarse pixel. Adam takes steps that shrink like half a wave of a cosine. Everything
is float64 from a fixed seed on one thread: another run gives the same weights.
"""

import os
import sys
import time

from xo.running.processes import ONE_THREAD

OVERWRITES = "xo/networks/trained_*.npz"
RECIPES = {
    9: {"features": (8, 16), "count": 8000, "rounds": 30, "rate": 0.02, "faintest": 0.2},
    28: {"features": (8, 16, 24), "count": 6000, "rounds": 20, "rate": 0.03, "faintest": 0.3},
}


def learn(size, features, count, rounds, rate, faintest):
    """Train one network; returns: it, and its share of right answers on drawings that it never saw."""
    import numpy as np

    from xo.backprop import Adam, accuracy, training
    from xo.images import make_images
    from xo.networks import random_network

    rng = np.random.default_rng(size)
    network = random_network(size, features, padding=1, biases=True, rng=rng)
    rule = Adam(rate / 100)
    for number in range(rounds):
        images, categories = make_images(count, size, rng)
        strength = np.minimum(rng.uniform(faintest, 1.4, (count, 1, 1, 1)), 1)
        for report in training(network, (images + 1) * strength - 1, categories, rule=rule, rng=rng):
            done = (number + report.step / report.steps) / rounds
            rule.rate = rate * min(10 * done, (1 + np.cos(np.pi * done)) / 2)
        print(f"\r{size} by {size}: round {number + 1} of {rounds}, error {report.error:.3f}", end="", flush=True)
    return network, accuracy(network, *make_images(4000, size, rng=0))


def main(sizes=()):
    os.environ.update(ONE_THREAD)  # before NumPy is imported: the order of a sum must not depend on the machine
    from xo.networks.trained import FOLDER

    FOLDER.mkdir(exist_ok=True)
    for size in [int(name) for name in sizes] or RECIPES:
        start = time.perf_counter()
        network, share = learn(size, **RECIPES[size])
        network.save(FOLDER / f"trained_{size}.npz")
        print(f", {time.perf_counter() - start:.0f} seconds, {share:.2%} of unseen drawings right")


if __name__ == "__main__":
    main(sys.argv[1:])
