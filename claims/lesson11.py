"""Lesson 11: what it says of sounds, words, customers and spoiled pictures. It runs the lesson's own functions."""

from functools import cache

import numpy as np

from claims import Claim, names_of
from xo.backprop import Adam, accuracy, train
from xo.beyond_images import shuffle_pixels, swap, word_picture
from xo.images import make_images
from xo.networks import random_network

LESSON = names_of("11")


def heard(seed, **how):
    """How many of a hundred glides are heard rightly."""
    rng = np.random.default_rng(seed)
    return int(sum(LESSON["hears"](rng=rng, **how) for _ in range(100)))


@cache
def read(seed, letters):
    """The mean share of 90 new words, over four starts; other words are the new ones."""
    languages = LESSON["read_words"]()
    everything = [(word, language) for language, words in enumerate(languages.values()) for word in words]
    order = np.random.default_rng(seed).permutation(len(everything))
    pictures = np.stack([word_picture(everything[place][0]) for place in order])[:, None]
    answers, shares = np.array([everything[place][1] for place in order]), []
    for start in range(4 * seed, 4 * seed + 4):
        network = LESSON["reader"](letters, np.random.default_rng(start))
        train(network, pictures[:270], answers[:270], rounds=20, rule=Adam(0.05), rng=start)
        shares.append(accuracy(network, pictures[270:], answers[270:]))
    return float(np.mean(shares))


@cache
def bought(seed, vote=False, swapped=False):
    """The share of unseen customers known, as the columns were or in another order."""
    rows, buys, _ = LESSON["customers"](seed)
    if swapped:
        rows = swap(rows, np.random.default_rng(seed), columns=1)
    rng = np.random.default_rng(seed)
    learner = LESSON["list_of_votes"](12) if vote else LESSON["cnn_for_rows"](rng)
    return LESSON["learn"](learner, rows, buys, 500, 20, seed)


SPOIL = {
    "nothing": lambda images, rng: images,
    "columns": lambda images, rng: swap(images, rng, columns=1),
    "rows": lambda images, rng: swap(images, rng, rows=1),
    "pixels": shuffle_pixels,
}


@cache
def spoiled(seed, how):
    """The mean share, in points, over three seeds, that the CNN reads of pictures spoiled in one way."""
    shares = []
    for start in range(3 * seed, 3 * seed + 3):
        images, categories = make_images(2000, rng=start)
        images = SPOIL[how](images, np.random.default_rng(start))
        network = random_network(9, (8, 16), biases=True, rng=start)
        shares.append(100 * LESSON["learn"](network, images, categories, 1000, 8, start))
    return float(np.mean(shares))


CLAIMS = [
    Claim(
        words="there most of the noise cancels",
        cell="81b5ef96",
        tried="a hundred other glides under noise of 1.5",
        measure=lambda seed: heard(seed, noise=1.5),
        holds=lambda count: count > 90,
    ),
    Claim(
        words="Noise of 3 is too much.",
        cell="81b5ef96",
        tried="a hundred other glides",
        measure=lambda seed: heard(seed, noise=3),
        holds=lambda count: count < 80,
    ),
    Claim(
        words="Not by luck: **wrong every time**.",
        cell="4c73414e",
        tried="a hundred other glides that climb 1,000 hertz",
        measure=lambda seed: heard(seed, noise=0, climb=1000),
        holds=lambda count: count == 0,
    ),
    Claim(
        words="Letters *in a row* carry more than letters",
        cell="af2ac15d",
        tried="other words held back, other starts: the share more",
        measure=lambda seed: read(seed, 3) - read(seed, 1),
        holds=lambda more: more > 0.02,
    ),
    Claim(
        words="The plain list wins, with a fraction of the arithmetic.",
        cell="da8a2173",
        tried="other customers",
        measure=lambda seed: bought(seed, vote=True) - bought(seed),
        holds=lambda more: more > 0,
    ),
    Claim(
        words="Voting loses nothing, to the last digit.",
        cell="088209e4",
        tried="other customers, another order of columns",
        measure=lambda seed: bought(seed, vote=True) == bought(seed, vote=True, swapped=True),
    ),
    Claim(
        words="some orders suit it a little better, some a little worse",
        cell="088209e4",
        tried="other customers, another order of columns: the share more than as it was",
        measure=lambda seed: bought(seed, swapped=True) - bought(seed),
        told="with its spread",
    ),
    Claim(
        words="by swapped rows as well as by swapped columns",
        cell="322a02ce",
        tried="other pictures, three starts: the points lost to all rows",
        measure=lambda seed: spoiled(seed, "nothing") - spoiled(seed, "rows"),
        holds=lambda points: points > 0,
    ),
    Claim(
        words="**The CNN is hurt**",
        cell="d8162d67",
        tried="other pictures, three starts: the points lost to all columns",
        measure=lambda seed: spoiled(seed, "nothing") - spoiled(seed, "columns"),
        holds=lambda points: points > 1,
    ),
    Claim(
        words="most where columns and rows are swapped or all pixels are torn apart",
        cell="322a02ce",
        tried="other pictures, three starts: the points that all pixels lose more than columns",
        measure=lambda seed: spoiled(seed, "columns") - spoiled(seed, "pixels"),
        holds=lambda points: points > 2,
    ),
    Claim(
        words="**It does not collapse to guessing.**",
        cell="322a02ce",
        tried="other pictures, three starts, all pixels",
        measure=lambda seed: spoiled(seed, "pixels"),
        holds=lambda points: points > 70,
    ),
]
