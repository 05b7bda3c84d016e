"""Ten digits, read by a network of 1,898 numbers and by two rivals: python -m benchmarks.digits [SEEDS]

Two splits: a random fifth held back, so that the same people's digits are on both sides, and the second half held back,
which is mostly other people's. The training digits are moved, turned and resized a little, others every round.
"""

import sys

import numpy as np

from xo.backprop import Adam, accuracy, train, training
from xo.breaking.changes import resize, rotate, shift
from xo.digits import load_digits
from xo.networks.random_start import random_convolution, random_voting
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting

ROUNDS, RATE = 200, 0.06
GROUPS = 24  # of the training digits, each moved in its own way


def start(rng):
    """8 features, ReLU, pooling, 16 features, ReLU, and ten votes: noise, ready to learn."""
    first = [random_convolution(8, (1, 8, 8), padding=1, biases=True, rng=rng), ReLU(), Pooling()]
    second = [random_convolution(16, (8, 4, 4), biases=True, rng=rng), ReLU()]
    return Network([*first, *second, random_voting(10, (16, 2, 2), biases=True, rng=rng)])


def moved(images, rng):
    """The same digits, each a little larger or smaller, turned and moved."""
    made = np.empty_like(images)
    for part in np.array_split(rng.permutation(len(images)), GROUPS):
        sized = resize(images[part], 1 + rng.uniform(-0.05, 0.05))
        made[part] = shift(rotate(sized, rng.uniform(-8, 8)), *rng.uniform(-0.5, 0.5, 2))
    return made


def learn(images, digits, seed):
    """A network that has learned, in steps that grow at first and shrink to nothing in the end."""
    rng = np.random.default_rng(seed)
    network, rule = start(rng), Adam(RATE / 100)
    for number in range(ROUNDS):
        for report in training(network, moved(images, rng), digits, rule=rule, rng=rng):
            done = (number + report.step / report.steps) / ROUNDS
            rule.rate = RATE * min(10 * done, (1 + np.cos(np.pi * done)) / 2)
    return network


def nearest(images, digits, unseen):
    """Rival 1: the answer of the most similar training digit. It keeps them all, 64 numbers each."""
    kept, asked = (several.reshape(len(several), -1) for several in (images, unseen))
    distances = (kept * kept).sum(1) - 2 * asked @ kept.T
    return digits[distances.argmin(1)]


def one_layer(images, digits, seed):
    """Rival 2: votes straight from the pixels (softmax regression), 650 numbers."""
    network = Network([Voting(np.zeros((10, 64)), np.zeros(10))])
    train(network, images, digits, 60, rule=Adam(0.003), rng=seed)
    return network


def splits(count, seed):
    """By name: which digits are for training and which are held back."""
    order, fifth = np.random.default_rng(seed).permutation(count), round(count / 5)
    half = count // 2
    return {
        "a random fifth": (order[fifth:], order[:fifth]),
        "the second half": (np.arange(half), np.arange(half, count)),
    }


def main(words=()):
    images, digits = load_digits()
    found = {}
    for seed in range(int(words[0]) if words else 3):
        for split, (known, held) in splits(len(images), seed).items():
            networks = {"network": learn(images[known], digits[known], seed)}
            networks["votes from the pixels"] = one_layer(images[known], digits[known], seed)
            for name, network in networks.items():
                found.setdefault((split, name), []).append(100 * accuracy(network, images[held], digits[held]))
            right = nearest(images[known], digits[known], images[held]) == digits[held]
            found.setdefault((split, "nearest neighbour"), []).append(100 * right.mean())
    for (split, name), shares in found.items():
        print(f"{split:16} {name:22} {np.mean(shares):6.2f} ± {np.std(shares):.2f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
