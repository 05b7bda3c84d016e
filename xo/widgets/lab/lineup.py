"""Who stands side by side in the break-it lab, and how they go to the browser and onto paper."""

import numpy as np

from xo.breaking.readers import lead, votes_of
from xo.images import CATEGORIES, O, X, write_image
from xo.networks import hand_made_network, load_trained
from xo.stacking import Network
from xo.tables import decimal
from xo.voting import Voting
from xo.widgets.shared.wire import as_network, plan_layers


def usual_readers():
    """Who stands side by side if nothing else is said."""
    return {
        "whole images": "pixels",
        "hand-made network": hand_made_network(),
        "learned network": load_trained(9),
    }


def check_readers(readers):
    """The readers, lists of layers made networks. raises: TypeError or ValueError for what cannot read 9 by 9 images"""
    if not isinstance(readers, dict) or not readers:
        raise TypeError(f"expected readers as a dictionary of names and networks, got {type(readers).__name__}")
    checked = {}
    for name, reader in readers.items():
        checked[name] = reader if reader == "pixels" else as_network(reader, X.shape, f"the reader {name!r}")
        votes_of(checked[name], X)
    return checked


def describe_readers(readers):
    """The readers as the browser runs them; comparing whole images is a vote with the images as weights."""
    described, everything = [], b""
    for name, reader in readers.items():
        network = Network([Voting(np.stack([X.ravel(), O.ravel()]) / X.size)]) if reader == "pixels" else reader
        plans, numbers = plan_layers(network.layers)
        # Votes that are means of matches say nothing about certainty; those with negative weights were learned.
        certain = reader != "pixels" and bool((network.layers[-1].parameters[0] < 0).any())
        described.append(
            {
                "name": name,
                "plans": plans,
                "count": len(numbers) // 8,
                "certain": certain,
                "formula": reader == "pixels",
            }
        )
        everything += numbers
    return described, everything


def name_pictures(images):
    """Images by name as the browser takes them."""
    return [{"name": name, "pixels": image.ravel().tolist()} for name, image in images.items()]


def to_bytes(image):
    """Numbers as float64 bytes, row by row."""
    return np.ascontiguousarray(image, "<f8").tobytes()


def write_lineup(title, readers, image, maps):
    """What every reader says to an image, and the map of shifts of each, as letters.

    maps: how far X is ahead, by name, as `answer_map` gives it
    """
    parts = [title, write_image(np.where(image > 0, 1, -1))]
    for name, reader in readers.items():
        votes = votes_of(reader, image)
        said = ", ".join(f"{c} {decimal(v)}" for c, v in zip(CATEGORIES, votes, strict=True))
        text = "\n".join(" ".join(row) for row in np.where(maps[name] >= 0, *CATEGORIES))
        parts.append(f"{name} says {CATEGORIES[int(lead(votes) < 0)]} ({said}); moved by up to 4 pixels:\n{text}")
    return "\n\n".join(parts)
