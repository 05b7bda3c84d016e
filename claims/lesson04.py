"""Lesson 4: what it says of random drawings and of training."""

from functools import cache

import numpy as np

from claims import Claim
from xo.backprop import Adam, accuracy, train
from xo.images import make_images
from xo.networks import hand_made_network, random_network
from xo.relu import ReLU
from xo.stacking import Network


def share_with_other_votes(seed):
    """Of 2,000 drawings: for how many does ReLU change the votes of the hand-made network?"""
    network, (drawings, _) = hand_made_network(), make_images(2000, rng=seed)
    without = Network([layer for layer in network.layers if not isinstance(layer, ReLU)])
    return float((abs(network.forward(drawings) - without.forward(drawings)) > 1e-9).any(1).mean())


@cache
def right_on_both(seed, relu, biases):
    """The lesson's training on drawings and their negatives, with other drawings and another start."""
    images, categories = make_images(400, rng=seed)
    unseen, answers = make_images(1000, rng=seed + 1000)
    learner = random_network(features=(6,), poolings=0, rng=seed, relu=relu, biases=biases)
    seen = np.concatenate([images, -images]), np.tile(categories, 2)
    train(learner, *seen, rounds=6, rule=Adam(0.02), rng=seed)
    return accuracy(learner, np.concatenate([unseen, -unseen]), np.tile(answers, 2))


CLAIMS = [
    Claim(
        words="only a few drawings in a hundred show that it is there",
        cell="d8f1470e",
        tried="another 2,000 drawings",
        measure=share_with_other_votes,
        holds=lambda share: 0 < share < 0.1,
    ),
    Claim(
        words="Without ReLU exactly half, from every start.",
        cell="1173ed27",
        tried="other drawings, another start",
        measure=lambda seed: right_on_both(seed, relu=False, biases=False),
        holds=lambda share: share == 0.5,
    ),
    Claim(
        words="the third line hardly differs from a coin",
        cell="1173ed27",
        tried="other drawings, another start",
        measure=lambda seed: right_on_both(seed, relu=False, biases=True),
        holds=lambda share: 0.4 < share < 0.6,
    ),
    Claim(
        words="That is the honest reason for ReLU",
        cell="1173ed27",
        tried="the same network with ReLU, other drawings, another start",
        measure=lambda seed: right_on_both(seed, relu=True, biases=False),
        holds=lambda share: share > 0.7,
    ),
]
