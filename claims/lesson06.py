"""Lesson 6: what it says of random drawings, and of what each layer buys."""

from functools import cache

import numpy as np

from claims import Claim
from xo.backprop import Adam, accuracy, train
from xo.images import O, X, make_images
from xo.networks import hand_made_network, random_network


@cache
def hand_made_and_matching(seed):
    """The shares of 1,000 drawings that the hand-made network and whole-picture matching read rightly."""
    unseen, answers = make_images(1000, rng=seed)
    voted = hand_made_network().forward(unseen).round(9).argmax(axis=1)
    matched = ((unseen[:, 0] * O).mean(axis=(1, 2)) > (unseen[:, 0] * X).mean(axis=(1, 2))).astype(int)
    return float((voted == answers).mean()), float((matched == answers).mean())


@cache
def learned(seed, features=(), hidden=(), **kind):
    """The mean share right over three starts, as in the lesson, with other drawings and other starts."""
    images, categories = make_images(400, rng=seed)
    unseen, shares = make_images(1000, rng=seed + 1000), []
    for start in range(3 * seed, 3 * seed + 3):
        learner = random_network(biases=True, rng=start, features=features, hidden=hidden, **kind)
        train(learner, images, categories, rounds=10, rule=Adam(0.02), rng=start)
        shares.append(accuracy(learner, *unseen))
    return float(np.mean(shares))


CLAIMS = [
    Claim(
        words="It guesses, and the plain matching of lesson 1 beats it.",
        cell="3169145f",
        tried="another 1,000 drawings",
        measure=lambda seed: hand_made_and_matching(seed)[1] - hand_made_and_matching(seed)[0],
        holds=lambda more: more > 0.1,
    ),
    Claim(
        words="Without a bend, the hidden layer buys next to nothing.",
        cell="e89d27ac",
        tried="other drawings, other starts",
        measure=lambda seed: learned(seed, hidden=(8,), relu=False) - learned(seed),
        holds=lambda more: abs(more) < 0.03,
    ),
    Claim(
        words="With one, it buys several points.",
        cell="e89d27ac",
        tried="other drawings, other starts",
        measure=lambda seed: learned(seed, hidden=(8,)) - learned(seed),
        holds=lambda more: more > 0.02,
    ),
    Claim(
        words="A second hidden layer adds little.",
        cell="e89d27ac",
        tried="other drawings, other starts",
        measure=lambda seed: learned(seed, hidden=(8, 8)) - learned(seed, hidden=(8,)),
        holds=lambda more: more < 0.03,
    ),
    Claim(
        words="Features and pooling buy most",
        cell="e7f37e63",
        tried="other drawings, other starts",
        measure=lambda seed: learned(seed, features=(6,)) - learned(seed, hidden=(8,)),
        holds=lambda more: more > 0.01,
    ),
    Claim(
        words="That network guessed. The layers are the same; the difference is that the numbers in them were learned.",
        cell="e7f37e63",
        tried="other drawings, other starts",
        measure=lambda seed: learned(seed, features=(3,), poolings=2) - hand_made_and_matching(seed)[0],
        holds=lambda more: more > 0.1,
    ),
]
