"""The browser's search for the smallest lie finds what Python's finds: run under Node on random networks."""

import json
import pathlib
import subprocess

import numpy as np
import pytest

from xo.breaking import search_flips
from xo.images import O, X
from xo.networks import hand_made_network, random_network
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.lab.lineup import check_readers, describe_readers

SCRIPT = pathlib.Path(__file__).parent / "javascript" / "run_flips.mjs"


def in_browser(node, cases):
    tasks = []
    for reader, image, examples, most in cases:
        described, numbers = describe_readers({"one": reader}, check_readers({"one": reader}, examples))
        task = {"readers": described, "numbers": np.frombuffer(numbers).tolist(), "pixels": image.ravel().tolist()}
        tasks.append(task | {"rows": image.shape[0], "columns": image.shape[1], "most": most})
    command = [*node, str(SCRIPT)]
    done = subprocess.run(command, input=json.dumps(tasks), capture_output=True, text=True, check=True, timeout=300)
    return json.loads(done.stdout)


def assert_same(node, cases):
    for (reader, image, _, most), found in zip(cases, in_browser(node, cases), strict=True):
        *_, expected = search_flips(reader, image, most)
        assert (found["flips"], found["tried"], found["sets"]) == expected[:3]
        assert found["places"] == (None if expected.places is None else list(expected.places))


def test_random_networks_are_misled_by_the_same_pixels(node):
    rng = np.random.default_rng(6)
    examples = dict.fromkeys("XO", -np.ones((5, 5)))
    cases = []
    for seed in range(12):
        image = rng.choice([-1.0, 1.0], (5, 5))
        cases.append((random_network(5, pixels=2, rng=seed), image, examples, 2))
    assert_same(node, cases)


def test_any_number_of_categories_is_searched_alike(node):
    rng = np.random.default_rng(1)
    cases = []
    for categories in (2, 3, 4, 4):
        examples = {str(number): -np.ones((4, 4)) for number in range(categories)}
        network = Network([Voting(rng.normal(size=(categories, 16)), rng.normal(size=categories))])
        cases.append((network, rng.choice([-1.0, 1.0], (4, 4)), examples, 3))
    assert_same(node, cases)


@pytest.mark.parametrize("image", [X, O], ids=["X", "O"])
def test_the_published_drawings_are_searched_alike(node, image):
    published = {"X": X, "O": O}
    assert_same(node, [("pixels", image, published, 4), (hand_made_network(), image, published, 4)])
