"""Lesson 9: what it says of parts taken away, of errors, and of strangers. The shipped network itself is no luck."""

from functools import cache

import numpy as np

from claims import Claim
from xo.backprop import accuracy, train, training
from xo.breaking.readers import confidence
from xo.errors import essay_error, softmax_error
from xo.filtering import FEATURES
from xo.images import make_images
from xo.networks import load_trained, random_network


def sure_of_noise(seed):
    sheets = np.random.default_rng(seed).choice([-1.0, 1.0], (1000, 1, 9, 9))
    return float((confidence(load_trained(9).forward(sheets)) > 0.9).mean())


@cache
def unseen(seed):
    return make_images(1000, rng=seed + 1000)


@cache
def votes_only_and_all(seed):
    """The shares of unseen images that two networks read: our features with learned votes; everything learned."""
    images = make_images(2000, rng=seed)
    learner, ours = (random_network(features=(3,), poolings=2, rng=seed) for _ in range(2))
    learner.parameters[0][:] *= 0.1
    train(learner, *images, rounds=15)
    ours.parameters[0][:] = FEATURES[:, None]
    for _ in training(ours, *images, rounds=15):
        ours.parameters[0][:] = FEATURES[:, None]
    return accuracy(ours, *unseen(seed)), accuracy(learner, *unseen(seed))


@cache
def learned(seed, error=softmax_error, features=(8,), **design):
    """Three networks, ten rounds of 500 images each: the mean shares of seen and unseen images, in points."""
    shares = []
    for start in range(3 * seed, 3 * seed + 3):
        student = random_network(rng=start, features=features, **design)
        labelled = make_images(500, rng=start)
        train(student, *labelled, rounds=10, rng=start, error=error)
        shares.append((accuracy(student, *labelled), accuracy(student, *unseen(seed))))
    return 100 * np.mean(shares, axis=0)


def more(seed, seen=False, **design):
    """How many points more than the plain design a network reads, of the unseen images or of those seen."""
    return float((learned(seed, **design) - learned(seed))[0 if seen else 1])


AGAIN = "other starts and other images: the points more than with everything"
CLAIMS = [
    Claim(
        words="On wild images better votes alone were not enough: the features had to be learned, too.",
        cell="0302a15a",
        tried="another start and other images: how much more does the network read that learned all?",
        measure=lambda seed: votes_only_and_all(seed)[1] - votes_only_and_all(seed)[0],
        holds=lambda share: share > 0.2,
    ),
    Claim(
        words="it is worse, but it does learn",
        cell="de16d83d",
        tried=AGAIN,
        measure=lambda seed: more(seed, relu=False),
        holds=lambda points: -10 < points < -1,
    ),
    Claim(
        words="the network is no better than votes on the bare pixels",
        cell="de16d83d",
        tried="other starts and other images: the points more than votes alone",
        measure=lambda seed: more(seed, relu=False, poolings=0) - more(seed, features=()),
        holds=lambda points: points < 2,
    ),
    Claim(
        words="it reads just as well here",
        cell="de16d83d",
        tried=AGAIN,
        measure=lambda seed: more(seed, poolings=0),
        holds=lambda points: abs(points) < 1.5,
    ),
    Claim(
        words="gains a little, but the spreads of three starts overlap",
        cell="de16d83d",
        tried=AGAIN,
        measure=lambda seed: more(seed, hidden=(16,)),
        holds=lambda points: 0 < points < 4,
    ),
    Claim(
        words="On the images seen it gains more",
        cell="de16d83d",
        tried="other starts and other images: the gain on images seen, less that on unseen ones",
        measure=lambda seed: more(seed, seen=True, hidden=(16,)) - more(seed, hidden=(16,)),
        holds=lambda points: points > 0,
    ),
    Claim(
        words="Softmax reads better on average.",
        cell="db25ff61",
        tried=AGAIN + ", with the error of the essay",
        measure=lambda seed: more(seed, error=essay_error),
        holds=lambda points: points < 0,
    ),
    Claim(
        words="Most of the noise gets a confident answer",
        cell="a3bae575",
        tried="other sheets of noise: the share of 1,000",
        measure=sure_of_noise,
        holds=lambda share: 0.625 < share < 0.875,
    ),
]
