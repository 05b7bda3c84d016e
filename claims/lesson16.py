"""Lesson 16: what it says of colour and grey, on other letters and other starts. It runs the lesson's own functions."""

from functools import cache

import numpy as np
from PIL import Image

from claims import Claim, names_of
from xo.backprop import accuracy
from xo.filtering import filter_maps
from xo.images import COFFEE, read_colours

LESSON = names_of("16", "(RED, BLUE)")


INKS = {
    "red on blue": lambda red, blue: (red, blue),
    "blue on red": lambda red, blue: (blue, red),
    "white on black": lambda red, blue: (np.full(3, 190), np.full(3, 65)),
}


@cache
def letters(seed, kind, count):
    """Other letters: 2,000 to learn from, or 1,000 that are new."""
    inks = INKS[kind](LESSON["RED"], LESSON["BLUE"])
    return LESSON["make_coloured"](count, *inks, seed=2 * seed + (count == 1000))


@cache
def network(seed, learned_from):
    """One that has learned from "red on blue", from "grey", the grey of the same, or from "both" kinds."""
    images, kinds = letters(seed, "red on blue", 2000)
    if learned_from == "grey":
        images = LESSON["grey_of"](images)
    if learned_from == "both":
        half = np.arange(len(images)) % 2 == 0
        images = np.where(half[:, None, None, None], images, letters(seed, "blue on red", 2000)[0])
    return LESSON["learned"](images, kinds, seed)


def read(seed, learned_from, asked="red on blue"):
    """The share of 1,000 new letters that is read, in %."""
    images, kinds = letters(seed, asked, 1000)
    images = LESSON["grey_of"](images) if learned_from == "grey" else images
    return 100 * accuracy(network(seed, learned_from), images, kinds)


def likeness(seed):
    features = network(seed, "red on blue").layers[0].features
    return float(np.corrcoef(features[:, 0].ravel(), features[:, 2].ravel())[0, 1])


def left_over(seed):
    features = network(seed, "red on blue").layers[0].features
    return float(abs(features.sum(1)).sum() / abs(features).sum())


def on_the_photo(seed):
    """How much more alike to red minus blue than to grey its maps of the photo are, on average."""
    photo = read_colours(Image.open(COFFEE), 32)
    asked = np.ones((2, 3, 3, 3)) * np.array([[1, 0, -1], [1, 1, 1]])[:, :, None, None]
    colour, grey = (one.ravel() for one in filter_maps(photo, asked))
    found = network(seed, "red on blue").layers[0].forward(photo[None])[0].reshape(4, -1)
    alike = [abs(np.corrcoef([one, colour, grey])[0, 1:]) for one in found]
    return float(np.subtract(*np.mean(alike, axis=0)))


OTHERS = "other letters, other starts: "
CLAIMS = [
    Claim(
        words="From three maps, the same design reads nearly every letter.",
        cell="a1600033",
        tried=OTHERS + "%",
        measure=lambda seed: read(seed, "red on blue"),
        holds=lambda share: share > 93,
    ),
    Claim(
        words="No training brings back what was thrown away before.",
        cell="a1600033",
        tried=OTHERS + "% read from grey",
        measure=lambda seed: read(seed, "grey"),
        holds=lambda share: 45 < share < 55,
    ),
    Claim(
        words="**Nobody told it: red and blue are nearly opposite**",
        cell="a1600035",
        tried=OTHERS + "how alike they are",
        measure=likeness,
        holds=lambda alike: alike < -0.75,
    ),
    Claim(
        words="most of what all maps have in common cancels",
        cell="a1600035",
        tried=OTHERS + "the share left of the three layers, added up",
        measure=left_over,
        holds=lambda share: share < 0.3,
    ),
    Claim(
        words="on average, their maps go with red minus blue",
        cell="a1600045",
        tried=OTHERS + "how much more alike to it than to grey their maps of the photo are",
        measure=on_the_photo,
        holds=lambda more: more > 0,
    ),
    Claim(
        words="It learned that ink is red.",
        cell="a1600051",
        tried=OTHERS + "% read with the colours exchanged",
        measure=lambda seed: read(seed, "red on blue", "blue on red"),
        holds=lambda share: share < 75,
    ),
    Claim(
        words="It reads both.",
        cell="a1600053",
        tried=OTHERS + "% read of the kind that it reads less well",
        measure=lambda seed: min(read(seed, "both", kind) for kind in ("red on blue", "blue on red")),
        holds=lambda share: share > 85,
    ),
    Claim(
        words="light ink on dark paper, which is all that lesson 8 had, it reads hardly better than a coin",
        cell="a1600053",
        tried=OTHERS + "% read, white on black",
        measure=lambda seed: read(seed, "both", "white on black"),
        holds=lambda share: share < 65,
    ),
]
