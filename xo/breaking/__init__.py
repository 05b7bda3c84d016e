"""Breaking (lessons 1, 3, 7): change a drawing until its reader answers wrongly. How little does it take?"""

import copy
import itertools
import math
from typing import NamedTuple

import numpy as np

from xo.arguments import as_numbers, as_share, as_whole
from xo.breaking.changes import resize, rotate, shift, thicken
from xo.breaking.readers import EQUAL, answers_of, examples_of, lead, votes_of
from xo.images import as_image

# Maps of where an answer turns: what changes from row to row, and from column to column.
MAPS = {
    "shift": {"rows": np.arange(-4, 5.0), "columns": np.arange(-4, 5.0)},
    "size and turn": {"size": np.arange(5, 16) / 10, "degrees": np.arange(-90, 91, 18.0)},
    "thickness and noise": {"thickness": np.arange(-4, 7) / 4, "noise": np.arange(11) / 5},
}

# So few images at once that NumPy's products stay on one processor core each: shared out among the cores of a busy
# machine, the same products took 50 times as long.
FEW = 96


def change(image, rows=0, columns=0, size=1, degrees=0, thickness=0, noise=0, grain=None):
    """Every change of the break-it lab, always in this order: thickness, size, turn, shift, noise.

    image: (rows, columns)
    grain: (rows, columns), random numbers that `noise` is multiplied with; none: no noise
    """
    as_share(noise, "noise", 1e6)
    grain = None if grain is None else as_numbers(grain, "grain")
    image = shift(rotate(resize(thicken(image, thickness), size), degrees), rows, columns)
    if grain is not None and grain.shape != image.shape:
        raise ValueError(f"expected grain of the image's shape {image.shape}, got shape {grain.shape}")
    return image if grain is None else np.clip(image + noise * grain, -1, 1)


def answer_map(reader, image, kind, **settings):
    """What a reader answers while two settings of `change` run through their values and the others stay.

    kind: a name in MAPS; settings: for `change`
    returns: the number of a category for each of (values of the first setting, values of the second)
    """
    (first, downward), (second, across) = MAPS[kind].items()
    places = itertools.product(downward, across)
    images = [change(image, **settings | {first: down, second: right}) for down, right in places]
    return answers_of(votes_of(reader, np.stack(images))).reshape(len(downward), len(across))


def flip(image, places):
    """Turn ink into background and background into ink at places counted row by row.

    places: (..., flips); returns: (..., rows, columns)
    """
    image = as_image(image)
    none = (isinstance(places, list | tuple) and not places) or (isinstance(places, np.ndarray) and not places.size)
    places = np.asarray(places) if none else as_numbers(places, "places", 1)
    if ((places != np.round(places)) | (places < 0) | (places >= image.size)).any():
        raise ValueError(f"expected places from 0 to {image.size - 1}, counted row by row")
    places = places.astype(int)
    flipped = np.broadcast_to(image.ravel(), (*places.shape[:-1], image.size)).copy()
    other = np.where(image.ravel() > 0, -1, 1).astype(image.dtype)
    np.put_along_axis(flipped, places, other[places], -1)
    return flipped.reshape(*places.shape[:-1], *image.shape)


class Search(NamedTuple):
    """How far the search for the smallest lie is: `tried` of the `sets` of up to `flips` pixels; its find."""

    flips: int
    tried: int
    sets: int
    places: tuple | None


def search_flips(reader, image, most=4, batch=FEW):
    """Try every set of 1, 2, ... `most` pixels until one misleads the reader; yield a Search a batch.

    The last Search has the places of the fewest flips, or none where more than `most` are needed. Where whole
    images are compared a formula knows the answer at once, however many flips it takes.
    """
    image, batch = as_image(image), as_whole(batch, "batch")
    most = as_whole(most, "most flips", most=image.size)
    before = answers_of(votes_of(reader, image))
    if examples := examples_of(reader):
        yield _closed_form(list(examples.values()), image, int(before))
        return
    fast, tried, sets, order = _in_single(reader), 0, 0, np.arange(image.size)
    for flips in range(1, most + 1):
        sets += math.comb(image.size, flips)
        combinations = itertools.combinations(order.tolist(), flips)
        while chosen := list(itertools.islice(combinations, batch)):
            first = _first_misled(fast, reader, image, np.array(chosen), before)
            tried += len(chosen) if first is None else first + 1
            yield Search(flips, tried, sets, None if first is None else tuple(sorted(chosen[first])))
            if first is not None:
                return
        if flips == 1:  # From now on the most harmful pixels come first, which finds a lie early.
            order = np.argsort(lead(votes_of(reader, flip(image, order[:, None])), before), kind="stable")


def fewest_flips(reader, image, most=4):
    """The smallest lie: the fewest pixels that must flip before the reader answers something else.

    returns: a list of (row, column), or None where more than `most` are needed
    """
    image = as_image(image)
    *_, last = search_flips(reader, image, most)
    return None if last.places is None else [divmod(place, image.shape[1]) for place in last.places]


def _first_misled(fast, reader, image, places, before):
    """Which set misleads first, if any. Single precision settles the clear cases, double the close ones."""
    votes = votes_of(fast, flip(image.astype(np.float32), places))
    near = np.flatnonzero(lead(votes, before) < 1e-3 * (1 + abs(votes).max()))
    if not near.size:
        return None
    misled = answers_of(votes_of(reader, flip(image, places[near]))) != before
    return int(near[misled.argmax()]) if misled.any() else None


def _in_single(network):
    """The same network with float32 weights: twice as fast."""
    network = copy.deepcopy(network)
    for layer in network.layers:
        for name, value in vars(layer).items():
            if isinstance(value, np.ndarray):
                setattr(layer, name, value.astype(np.float32))
    return network


def _closed_form(examples, image, before):
    """The fewest flips that put another category ahead, whichever takes fewest; no places where none can be."""
    none = Search(image.size, image.size, image.size, None)
    found = [_overtake(examples, image, before, other) for other in range(len(examples)) if other != before]
    return min(filter(None, found), key=lambda search: search.flips, default=none)


def _overtake(examples, image, before, other):
    """Each flip moves a lead by a step of its own, whatever else flips: the largest steps first."""
    apart = examples[before] - examples[other]
    steps = (apart * (flip(image, np.arange(image.size)[:, None]) - image)).sum((1, 2))
    order = np.argsort(steps, kind="stable")
    left = (apart * image).sum() + np.cumsum(steps[order])
    turned = left <= (EQUAL if other < before else -EQUAL) * image.size  # equal votes go to the first
    flips = int(turned.argmax()) + 1
    return Search(flips, flips, flips, tuple(sorted(order[:flips].tolist()))) if turned.any() else None
