"""Lesson 8: what it says of steps, slopes, learned features, copies, odd labels and few labels."""

import copy
from functools import cache

import numpy as np

from claims import Claim
from claims.lesson07 import beginning, nudged
from xo.backprop import Adam, Descent, accuracy, train, training
from xo.breaking.readers import STRANGERS
from xo.errors import essay_error
from xo.filtering import FEATURES
from xo.images import make_images
from xo.networks import random_network


def best_step_leads_by(seed):
    """How far the error of the last 25 images lies below those of the smaller and the larger step."""
    last = [nudged(seed, step)[0][-1] for step in (0.001, 0.02, 0.3)]
    return float(min(last[0], last[2]) - last[1])


def by_slopes(seed):
    """The share of the unseen images read rightly after 343 passes back."""
    (images, categories), unseen, start = beginning(seed)
    network = copy.deepcopy(start)
    for report in training(network, images, categories, rounds=2, batch=1, rule=Adam(0.02), error=essay_error):
        if report.step == 343:
            return accuracy(network, *unseen)


@cache
def wild(seed):
    return make_images(2000, rng=seed), make_images(1000, rng=seed + 1000)


@cache
def likeness(seed):
    """Scores between the hand-made features and those that faint ones become in 15 rounds."""
    network = random_network(features=(3,), poolings=2, rng=seed)
    network.parameters[0][:] *= 0.1
    train(network, *wild(seed)[0], rounds=15)
    lists = [features.reshape(3, -1) for features in (FEATURES, network.parameters[0])]
    ours, learned = (one / np.linalg.norm(one, axis=1)[:, None] for one in lists)
    return ours @ learned.T


def begun(seed, same, votes):
    """A start, in which feature 2 may be a copy of feature 1, and may have its votes."""
    network = random_network(features=(3,), poolings=2, rng=seed)
    features, weights = network.parameters
    if same:
        features[1] = features[0]
    if votes:
        weights[:, 4:8] = weights[:, :4]
    return network


@cache
def ended(seed, same, votes):
    """By how much features 1 and 2 differ after six rounds, at least and at most, and the mean share right, over three
    starts."""
    ((images, categories), unseen), apart, shares = wild(seed), [], []
    for start in range(3 * seed, 3 * seed + 3):
        network = begun(start, same, votes)
        train(network, images[:800], categories[:800], rounds=6, rng=start)
        apart.append(abs(network.parameters[0][0] - network.parameters[0][1]).max())
        shares.append(accuracy(network, *unseen))
    return float(min(apart)), float(max(apart)), float(np.mean(shares))


@cache
def badly_begun(seed, pixel):
    """With a feature 1 of this pixel alone: how far it moved in six rounds, at least, and the mean share right."""
    ((images, categories), unseen), moved, shares = wild(seed), [], []
    for start in range(3 * seed, 3 * seed + 3):
        network = random_network(features=(3,), poolings=2, rng=start)
        network.parameters[0][0] = pixel
        train(network, images[:800], categories[:800], rounds=6, rng=start)
        moved.append(abs(network.parameters[0][0] - pixel).max())
        shares.append(accuracy(network, *unseen))
    return float(min(moved)), float(np.mean(shares))


@cache
def on_the_plus(seed, every):
    """The error on a plus labelled O: before, and after 400 ordinary images, with the plus before every so many."""
    plus, how = STRANGERS["a plus"][None, None], {"batch": 1, "error": essay_error}
    images, categories = make_images(400, rng=seed, variety=0.5)
    student, rule = random_network(features=(3,), poolings=2, rng=seed), Adam(0.02)
    train(student, images, categories, rule=Adam(0.02), **how)
    before = essay_error(student.forward(plus), [1])[0]
    for number in range(400):
        if number % every == 0:
            train(student, np.repeat(plus, 5, axis=0), np.ones(5, int), rule=rule, **how)
        train(student, images[number : number + 1], categories[number : number + 1], rule=rule, **how)
    return float(before), float(essay_error(student.forward(plus), [1])[0])


@cache
def spread(seed, count):
    """How far an average number differs among three networks that learned from different images."""
    ends = []
    for images in range(3 * seed, 3 * seed + 3):
        student = random_network(features=(3,), poolings=2, rng=seed)
        train(student, *make_images(count, rng=images), rounds=8000 // count, batch=20, rule=Descent(0.3))
        ends.append(np.concatenate([weights.ravel() for weights in student.parameters]))
    return float(np.std(ends, axis=0).mean())


@cache
def by_heart(seed, count, rounds):
    """The shares of seen and unseen images read rightly after learning from so many."""
    student, labelled = random_network(features=(8,), rng=seed), make_images(count, rng=seed)
    train(student, *labelled, rounds=rounds, rng=seed)
    return accuracy(student, *labelled), accuracy(student, *wild(seed)[1])


AGAIN = "another start and other images"
CLAIMS = [
    Claim(
        words="Too small, and it has hardly left its place.",
        cell="4fc09715",
        tried=AGAIN,
        measure=lambda seed: nudged(seed, 0.001)[0][-1],
        holds=lambda error: error > 0.9,
    ),
    Claim(
        words="Too big, and it falls fast at first, then strides to and fro",
        cell="4fc09715",
        tried=AGAIN + ": is the error of images 26 to 50 smaller than with 0.02, and that of the last 25 larger?",
        measure=lambda seed: (
            nudged(seed, 0.3)[0][1] < nudged(seed)[0][1] and nudged(seed, 0.3)[0][-1] > nudged(seed)[0][-1]
        ),
    ),
    Claim(
        words="The size of the step is a choice that *you* make",
        cell="4fc09715",
        tried=AGAIN + ": by how much is 0.02 ahead in the end?",
        measure=best_step_leads_by,
        holds=lambda lead: lead > 0,
    ),
    Claim(
        words="Before nudging has looked at eleven images, slopes have been through all 200.",
        cell="3af46c40",
        tried=AGAIN + ": what do slopes read by then?",
        measure=by_slopes,
        holds=lambda share: share > 0.9,
    ),
    Claim(
        words="Related at best: nothing comes near 1.",
        cell="9cc9b1b2",
        tried=AGAIN + ": the largest score",
        measure=lambda seed: float(likeness(seed).max()),
        holds=lambda score: score < 0.8,
    ),
    Claim(
        words="Perfect twins stay twins: same values, same slopes, same steps, for ever, and one of them is wasted.",
        cell="c2b20014",
        tried=AGAIN + ": by how much do they differ, at most?",
        measure=lambda seed: ended(seed, True, True)[1],
        holds=lambda apart: apart == 0,
    ),
    Claim(
        words="that cost from nothing to 7 points",
        cell="c2b20014",
        tried=AGAIN + ": how many points more does a network by lot read?",
        measure=lambda seed: 100 * (ended(seed, False, False)[2] - ended(seed, True, True)[2]),
        holds=lambda points: -0.5 < points < 7.5,
        told="with its spread",
    ),
    Claim(
        words="Votes of their own part the two: the slopes that come back differ, and soon the features do.",
        cell="c2b20014",
        tried=AGAIN + ": by how much do they differ, at least?",
        measure=lambda seed: ended(seed, True, False)[0],
        holds=lambda apart: apart > 0.1,
    ),
    Claim(
        words="a poor feature is no prison, as long as slopes reach it",
        cell="c2b20016",
        tried=AGAIN + ": by how much does an all white one move, at least?",
        measure=lambda seed: badly_begun(seed, 1)[0],
        holds=lambda moved: moved > 0.4,
    ),
    Claim(
        words="that feature is **dead**, and the other two do the work",
        cell="c2b20016",
        tried=AGAIN + ": a feature of zeros has not moved; what does the network read?",
        measure=lambda seed: badly_begun(seed, 0)[1] if badly_begun(seed, 0)[0] == 0 else 0.0,
        holds=lambda share: share > 0.75,
    ),
    Claim(
        words="The quirk of one image was forgotten; what came again and again was baked in.",
        cell="8e966c96",
        tried=AGAIN + ": the error shown once, of that before",
        measure=lambda seed: on_the_plus(seed, 400)[1] / on_the_plus(seed, 400)[0],
        holds=lambda share: share > 0.5,
    ),
    Claim(
        words="what came again and again was baked in",
        cell="8e966c96",
        tried=AGAIN + ": the error shown every fifth time, of that shown once",
        measure=lambda seed: on_the_plus(seed, 5)[1] / on_the_plus(seed, 400)[1],
        holds=lambda share: share < 0.5,
    ),
    Claim(
        words="The more images, the more the three agree: the values settle.",
        cell="d7742f13",
        tried=AGAIN,
        measure=lambda seed: spread(seed, 20) > spread(seed, 200) > spread(seed, 2000),
    ),
    Claim(
        words="A perfect score on the images that it learned from promises nothing.",
        cell="ca212256",
        tried=AGAIN + ": 20 labels, all read, and of the unseen?",
        measure=lambda seed: by_heart(seed, 20, 150)[1] if by_heart(seed, 20, 150)[0] == 1 else 1.0,
        holds=lambda share: 0.55 < share < 0.9,
    ),
    Claim(
        words="each with 20 labels of its own, 93 read 70 to 84 %",
        cell="ca212256",
        tried=AGAIN,
        measure=lambda seed: by_heart(seed, 20, 150)[1],
        holds=lambda share: 0.695 < share < 0.845,
        told="with its spread",
    ),
    Claim(
        words="the one with 2,000 never had all of them right and reads best",
        cell="ca212256",
        tried=AGAIN,
        measure=lambda seed: (
            by_heart(seed, 2000, 3)[0] < 1
            and by_heart(seed, 2000, 3)[1] > max(by_heart(seed, 20, 150)[1], by_heart(seed, 200, 25)[1])
        ),
    ),
]
