"""Lesson 15. Ten digits: 1,797 real ones, written by 13 people, as images of 8 by 8 pixels, and three readers.

The data are the test set of "Optical Recognition of Handwritten Digits" (E. Alpaydin, C. Kaynak, 1998; UCI Machine
Learning Repository, https://doi.org/10.24432/C50P49), CC BY 4.0, in the order in which scikit-learn ships them. We
keep the same whole numbers from 0 to 16 in `data/digits.npz`; `load_digits` turns them into pixels.
"""

from pathlib import Path

import numpy as np

from xo.arguments import as_above_0, as_numbers, as_rng, as_whole, as_wholes, in_short
from xo.backprop import Adam, train, training
from xo.breaking.changes import moved
from xo.networks.random_start import random_convolution, random_voting
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting

DATA = Path(__file__).parent / "data"
SPLITS = {"a random fifth": "fifth", "the second half": "half"}  # what is held back, and its word in names of files
ROUNDS, RATE, MOVE = 200, 0.06, 1  # chosen on training digits only: python -m benchmarks.digits choose


def load_digits():
    """The handwritten digits, in the order in which they were collected: later ones are mostly by other people.

    returns: images (1797, 1, 8, 8) with pixels from -1 for paper to 1 for ink, and which digit each is (1797,)
    """
    with np.load(DATA / "digits.npz") as kept:
        return kept["images"][:, None] / 8 - 1, kept["categories"].astype(int)


def split(count, held, seed=0):
    """Divide `count` digits into those to learn from and those held back for the verdict.

    held: "a random fifth", so that the same people wrote on both sides, or "the second half", mostly other people's
    seed: of the fifth, a number or a generator
    returns: their places: to learn from, held back
    raises: ValueError for another way, or fewer than five digits
    """
    count, rng = as_whole(count, "a count of digits", 5), as_rng(seed)
    if _as_split(held) == "the second half":
        return np.arange(count // 2), np.arange(count // 2, count)
    order, fifth = rng.permutation(count), round(count / 5)
    return order[fifth:], order[:fifth]


def random_reader(rng=None):
    """8 features, ReLU, pooling, 16 features, ReLU, and ten votes: 1,898 numbers, all noise, ready to learn."""
    rng = as_rng(rng)
    first = [random_convolution(8, (1, 8, 8), padding=1, biases=True, rng=rng), ReLU(), Pooling()]
    second = [random_convolution(16, (8, 4, 4), biases=True, rng=rng), ReLU()]
    return Network([*first, *second, random_voting(10, (16, 2, 2), biases=True, rng=rng)])


def load_reader(held):
    """The network that has learned from all digits but those held back. held: as for `split`, with its seed 0"""
    return Network.load(reader_file(held))


def reader_file(held):
    """Where that network is kept."""
    return DATA / f"reader_{SPLITS[_as_split(held)]}.npz"


def _as_split(held):
    if not isinstance(held, str) or held not in SPLITS:
        raise ValueError(f"expected to hold back {' or '.join(SPLITS)}, got {in_short(held)}")
    return held


def learn(images, digits, seed, rounds=ROUNDS, rate=RATE, move=MOVE):
    """A network that has learned from moved digits, in steps that grow at first and shrink to nothing in the end.

    images: (count, 1, 8, 8); digits: (count,); seed: of its noise, of how digits are moved, and of their order
    rounds: how often it sees all of them; rate: the longest step; move: how far they are moved, as `most` of `moved`
    """
    rng, rate, rounds = as_rng(seed), as_above_0(rate, "a rate"), as_whole(rounds, "rounds")
    network, rule = random_reader(rng), Adam(rate / 100)
    for number in range(rounds):
        for report in training(network, moved(images, rng, move), digits, rule=rule, rng=rng):
            done = (number + report.step / report.steps) / rounds
            rule.rate = rate * min(10 * done, (1 + np.cos(np.pi * done)) / 2)
    return network


def nearest(images, digits, asked):
    """Rival 1: the answer of the most similar training digit. It keeps them all, 64 numbers each.

    images: (count, 1, 8, 8) to compare with; digits: (count,); asked: images to read
    returns: a digit for each
    raises: ValueError where sizes or counts do not fit
    """
    kept, asked = (as_numbers(several, "images", 4).reshape(len(several), -1) for several in (images, asked))
    digits = np.array(as_wholes(digits, "digits", 0))
    if len(digits) != len(kept) or kept.shape[1:] != asked.shape[1:]:
        words = f"{len(kept)} of {kept.shape[1]} pixels, {len(digits)} digits, and {asked.shape[1]} pixels asked"
        raise ValueError(f"expected a digit for each image, and images of one size, got {words}")
    distances = (kept * kept).sum(1) - 2 * asked @ kept.T  # the squared ones, but for what is the same for all
    return digits[distances.argmin(1)]


def votes_from_pixels(images, digits, seed):
    """Rival 2: votes straight from the pixels (softmax regression), 650 numbers.

    images: (count, 1, 8, 8); digits: (count,); seed: of their order; returns: a network
    """
    network = Network([Voting(np.zeros((10, 64)), np.zeros(10))])
    train(network, images, digits, 60, rule=Adam(0.003), rng=seed)
    return network


def count_taken(answers, digits, categories=10):
    """Who is taken for whom: a confusion table.

    answers, digits: what was read, and what was written, one for each image
    returns: how often (written, read), so that right answers stand on the diagonal
    """
    answers, digits = np.array(as_wholes(answers, "answers", 0)), np.array(as_wholes(digits, "digits", 0))
    if answers.shape != digits.shape:
        raise ValueError(f"expected an answer for each of {len(digits)} digits, got {len(answers)}")
    categories, largest = as_whole(categories, "categories"), max([*answers, *digits], default=0)
    if largest >= categories:
        raise ValueError(
            f"expected {categories} categories, counted from 0, got {largest}: give categories={largest + 1}"
        )
    table = np.zeros((categories, categories), int)
    np.add.at(table, (digits, answers), 1)
    return table
