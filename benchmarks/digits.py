"""Ten digits, read by a network of 1,898 numbers and by two rivals: python -m benchmarks.digits [SEEDS]

Two splits: a random fifth held back, so that the same people's digits are on both sides, and the second half held back,
which is mostly other people's. The training digits are moved, turned and resized a little, others every round.

python -m benchmarks.digits choose: how the size of the steps and of the moves was chosen. No digit that is held back in
either split of seed 0, those of the lesson, takes part in it: what both leave for training is split once more in the
same two ways, and the network is asked about the digits left out.
"""

import sys

import numpy as np

from xo.backprop import accuracy
from xo.digits import MOVE, RATE, SPLITS, learn, load_digits, nearest, split, votes_from_pixels

CANDIDATES = [(RATE, move) for move in (0, 0.5, 1, 2)] + [(rate, MOVE) for rate in (RATE / 2, 2 * RATE)]
SHORTER = 100  # rounds


def choose(seeds=(0, 1, 2)):
    """Read digits left out of training, under each candidate."""
    images, digits = load_digits()
    free = np.intersect1d(*(split(len(images), held)[0] for held in SPLITS))
    for rate, move in CANDIDATES:
        found = []
        for held in SPLITS:
            for seed in seeds:
                known, asked = (free[places] for places in split(len(free), held, seed))
                network = learn(images[known], digits[known], seed, SHORTER, rate, move)
                found.append(100 * accuracy(network, images[asked], digits[asked]))
        shares = " ".join(f"{share:6.2f}" for share in found)
        print(f"steps {rate:5}, moves {move:3}: {np.mean(found):6.2f} % of {shares}", flush=True)


def main(words=()):
    if [*words] == ["choose"]:
        return choose()
    images, digits = load_digits()
    found = {}
    for seed in range(int(words[0]) if words else 3):
        for held in SPLITS:
            known, asked = split(len(images), held, seed)
            networks = {"network": learn(images[known], digits[known], seed)}
            networks["votes from the pixels"] = votes_from_pixels(images[known], digits[known], seed)
            for name, network in networks.items():
                found.setdefault((held, name), []).append(100 * accuracy(network, images[asked], digits[asked]))
            right = nearest(images[known], digits[known], images[asked]) == digits[asked]
            found.setdefault((held, "nearest neighbour"), []).append(100 * right.mean())
    for (held, name), shares in found.items():
        spread = f"{np.mean(shares):6.2f} ± {np.std(shares):.2f} %, from {min(shares):.1f} to {max(shares):.1f}"
        print(f"{held:16} {name:22} {spread}")


if __name__ == "__main__":
    main(sys.argv[1:])
