"""What the trainer begins with, what it measures there, where it keeps a network, and what it says of itself."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from xo.arguments import as_above_0, as_kind, as_whole
from xo.breaking import FEW
from xo.errors import as_examples, essay_error, softmax_error
from xo.images import CATEGORIES, X, as_image, read_image, refuse_greys
from xo.tables import decimal, percent
from xo.widgets.shared.examples import as_bytes, from_bytes, pack_examples, write_order
from xo.widgets.shared.presets import preset_pictures
from xo.widgets.shared.wire import as_network, plan_layers, write_floats

ERRORS = (softmax_error, essay_error)
SEEN_SAMPLE = 500  # as in measuring.js


class Point(NamedTuple):
    """What was measured after a number of steps; without unseen images their two are NaN."""

    step: int
    error: float
    accuracy: float
    unseen_error: float
    unseen_accuracy: float


def check_course(network, images, categories, unseen):
    """A network and what it learns from. returns: it as a Network, and (images, categories), twice or once and None

    raises: TypeError or ValueError for what cannot be learned
    """
    seen = as_examples(images, categories)
    network = as_network(network, seen[0].shape[-2:])
    if not network.parameters:
        raise ValueError("expected a network with numbers to learn, got one without")
    if unseen is not None:
        if not isinstance(unseen, tuple | list) or len(unseen) != 2:
            raise ValueError("expected unseen as a pair: images, and their categories")
        unseen = as_examples(*unseen)
    for examples in filter(None, (seen, unseen)):
        network.sizes(refuse_greys(examples[0], network.paper).shape[1:])
    return network, seen, unseen


def describe_course(network, seen, unseen, rounds, batch, rate, error, rng):
    """Where a network starts and how it learns, as the browser takes it.

    raises: TypeError or ValueError for what cannot be
    """
    if not callable(error) or error not in ERRORS:
        raise ValueError(f"expected softmax_error or essay_error, got {getattr(error, '__name__', error)!r}")
    rounds, batch = as_whole(rounds, "number of rounds"), as_whole(batch, "number of images a batch")
    plans, numbers = plan_layers(network.layers)
    told = {"plans": plans, "start": numbers, "numbers": numbers, "order": write_order(len(seen[0]), rounds, rng)}
    told["how"] = {"rounds": rounds, "batch": batch, "rate": as_above_0(rate, "rate"), "error": error.__name__}
    told["progress"] = {"step": 0, "steps": rounds * -(-len(seen[0]) // batch), "state": "ready", "by": ""}
    told["points"] = write_floats(measure_start(network, seen, unseen, error))
    for name, examples in (("seen", seen), ("unseen", unseen)):
        if examples:
            told[f"{name}_shape"], told[name] = pack_examples(*examples)
    return told


def describe_pad(network, seen, unseen, names):
    """The pad, the names of the categories and pictures to start from, as the browser takes them."""
    shape = seen[0].shape[-2:]
    names = check_names(names, network, shape, (seen, unseen))
    return {"shape": list(shape), "categories": names, "presets": choose_presets(names, seen)}


def check_names(names, network, shape, examples):
    """The names of the categories: X and O for two, numbers for others, where nothing else is said.

    raises: ValueError where they are not as many as the votes, or an image belongs to none of them
    """
    votes = int(network.sizes((1, *shape))[-1][0])
    if names is None:
        names = CATEGORIES if votes == len(CATEGORIES) else map(str, range(votes))
    names = [str(name) for name in as_kind(names, list | tuple | map, "names as a list of texts")]
    if len(names) != votes:
        raise ValueError(f"expected {votes} names, one for each vote of the network, got {len(names)}")
    most = max(int(categories.max()) for _, categories in filter(None, examples))
    if most >= votes:
        raise ValueError(f"expected categories from 0 to {votes - 1}, as the network has {votes} votes, got {most}")
    return names


def measure_start(network, seen, unseen, error):
    """The point before the first step, on what the browser measures. seen, unseen: (images, categories), or none"""
    every = -(-len(seen[0]) // SEEN_SAMPLE)
    sample = seen[0][::every], seen[1][::every]
    return Point(0, *_judge(network, sample, error), *(_judge(network, unseen, error) if unseen else (np.nan, np.nan)))


def _judge(network, examples, error):
    images, categories = from_bytes(as_bytes(examples[0])), examples[1]
    votes = [network.forward(images[start : start + FEW]) for start in range(0, len(images), FEW)]
    votes = np.concatenate(votes)
    return float(error(votes, categories)[0]), float((votes.argmax(1) == categories).mean())


def first_drawing(image, images, shape, paper, names):
    """The image given, or else the published X where it fits and a category has its name, or else the first image.

    raises: ValueError for an image that is not of this shape
    """
    if image is None:
        return X if shape == X.shape and CATEGORIES[0] in names else np.asarray(images)[0, 0]
    image = as_image(image, paper)
    if image.shape != shape:
        raise ValueError(f"expected an image of shape {shape}, like the others, got shape {image.shape}")
    return image


def choose_presets(names, seen):
    """Pictures to start from: the published X and O for these, and for other categories the first image of each."""
    images, categories = seen
    pictures = preset_pictures(*images.shape[-2:])
    if names == list(CATEGORIES) and all(name in pictures for name in names):
        found = {name: read_image(pictures[name]) for name in names}
    else:
        found = {n: images[categories == place][0, 0] for place, n in enumerate(names) if (categories == place).any()}
    return [{"name": name, "pixels": picture.ravel().tolist()} for name, picture in found.items()]


def free_path(name):
    """The name itself, or with the next number where such a file is already there."""
    path, number = Path(name), 1
    while path.exists():
        number += 1
        path = Path(name).with_stem(f"{Path(name).stem}_{number}")
    return path


def describe(point, progress, network):
    """A learning in one steady line. point: what was measured last, now and then; so it may be some steps old"""
    unseen = "" if np.isnan(point.unseen_error) else f", unseen {percent(point.unseen_accuracy)}"
    ago = "" if point.step == progress["step"] else f" (measured after step {point.step})"
    return (
        f"Trainer: step {progress['step']} of {progress['steps']}, {sum(network.count_parameters())} numbers, "
        f"error {decimal(point.error, 4)}, right answers: seen {percent(point.accuracy)}{unseen}{ago}"
    )
