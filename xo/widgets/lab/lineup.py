"""Who stands side by side in the break-it lab, and how they go to the browser and onto paper."""

from string import ascii_lowercase

import numpy as np

from xo.breaking.readers import answers_of, confidence, votes_of, worst_answers
from xo.images import O, X, write_image
from xo.networks import hand_made_network, load_trained
from xo.stacking import Network
from xo.tables import decimal
from xo.voting import Voting
from xo.widgets.shared.wire import as_network, plan_layers

PUBLISHED = {"X": X, "O": O}


def usual_readers(examples=PUBLISHED):
    """Who stands side by side if nothing else is said: our networks know no letters but X and O."""
    if list(examples) != list(PUBLISHED) or any(image.shape != X.shape for image in examples.values()):
        return {"whole images": "pixels"}
    return {
        "whole images": "pixels",
        "hand-made network": hand_made_network(),
        "learned network": load_trained(9),
    }


def check_readers(readers, examples, published=False):
    """The readers as networks: lists of layers, and "pixels", which compares whole images with the examples.

    published: nobody gave the examples, so that they are X and O
    raises: TypeError or ValueError for what cannot read such images
    """
    if not isinstance(readers, dict) or not readers:
        raise TypeError(f"expected readers as a dictionary of names and networks, got {type(readers).__name__}")
    patterns = np.stack(list(examples.values()))
    checked = {}
    for name, reader in readers.items():
        if isinstance(reader, str) and reader == "pixels":
            checked[name] = Network([Voting(patterns.reshape(len(patterns), -1) / patterns[0].size)])
            continue
        try:
            checked[name] = as_network(reader, patterns[0].shape, f"the reader {name!r}")
        except ValueError as reason:
            told = ": give examples of the size that it reads" if published else ""
            raise ValueError(f"{reason}{told}") from None
        votes = votes_of(checked[name], patterns[0])
        if len(votes) != len(examples):
            names = ", ".join(examples)
            if published:
                raise ValueError(
                    f"expected examples, as the reader {name!r} has {len(votes)} votes and not X and O: "
                    'an image for each vote, by its name, as in examples={"heart": heart, "tree": tree, ...}'
                )
            raise ValueError(f"expected the reader {name!r} with {len(examples)} votes ({names}), got {len(votes)}")
    return checked


def describe_readers(readers, networks):
    """The readers as the browser runs them.

    readers: as they were given; networks: as `check_readers` gives them
    returns: plain values for each, and the numbers of all of them as bytes
    """
    described, everything = [], b""
    for name, network in networks.items():
        plans, numbers = plan_layers(network.layers)
        # Votes that are means of matches say nothing about certainty; those with negative weights were learned.
        formula = isinstance(readers[name], str)
        certain = not formula and bool((network.layers[-1].weights < 0).any())
        about = {"name": name, "plans": plans, "count": len(numbers) // 8, "certain": certain, "formula": formula}
        described.append(about)
        everything += numbers
    return described, everything


def describe_wrong(network, images, answers, categories):
    """The wrong answers on labelled images, worst first, as the browser shows them.

    images: (images, 1, rows, columns); answers: (images,), the right ones; categories: their names
    """
    which, votes, count = worst_answers(network, images, answers)
    items = []
    for place, said in zip(which, votes, strict=True):
        best = int(answers_of(said))
        items.append(
            {
                "pixels": images[place, 0].ravel().tolist(),
                "is": categories[answers[place]],
                "said": categories[best],
                "lead": float(said[best] - said[answers[place]]),
                "share": float(confidence(said)),
            }
        )
    return {"wrong": count, "images": len(images), "items": items}


def letters_for(categories):
    """What stands in a cell of the answer map for each category: its name, where no name has more than two letters.

    returns: the first letter of each, or two where others begin alike; where that is not enough numbers, or a, b, c
             where a number is the name of one
    """
    if max(map(len, categories)) <= 2:
        return list(categories)
    firsts = [name[:1] for name in categories]
    short = [name[: 1 + (firsts.count(name[:1]) > 1)].strip() for name in categories]
    if len(set(short)) == len(short):
        return short
    numbers = [str(number) for number in range(1, len(categories) + 1)]
    letters = list(ascii_lowercase[: len(categories)])
    return letters if set(numbers) & set(categories) and len(letters) == len(categories) else numbers


def name_pictures(images):
    """Images by name as the browser takes them."""
    return [{"name": name, "pixels": image.ravel().tolist()} for name, image in images.items()]


def name_letters(letters, categories):
    """The legend of a map, as "h = heart, t = tree"; names that stand there as they are need none."""
    return ", ".join(f"{letter} = {name}" for letter, name in zip(letters, categories, strict=True) if letter != name)


def write_lineup(title, networks, image, maps, categories):
    """What every reader says to an image, and the map of shifts of each, as letters.

    maps: the number of a category for each shift, by reader, as `answer_map` gives it
    """
    parts, letters = [title, write_image(np.where(image > 0, 1, -1))], letters_for(categories)
    if letters != list(categories):
        parts.append("In the maps: " + name_letters(letters, categories))
    wide = max(map(len, letters))
    for name, network in networks.items():
        votes = votes_of(network, image)
        said = ", ".join(f"{c} {decimal(v)}" for c, v in zip(categories, votes, strict=True))
        text = "\n".join(" ".join(letters[one].rjust(wide) for one in row) for row in maps[name])
        answer = categories[int(answers_of(votes))]
        parts.append(f"{name} says {answer} ({said}); moved by up to 4 pixels:\n{text}")
    return "\n\n".join(parts)
