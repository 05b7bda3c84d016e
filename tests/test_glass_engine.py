"""The browser's forward pass and Python's are the same arithmetic: run under Node, compared to 1e-12."""

import inspect
import json
import subprocess
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from xo.designs import Skip
from xo.filtering import Convolution
from xo.images import O, X
from xo.networks import hand_made_network
from xo.pooling import AveragePooling, Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.shared.wire import build_layers, plan_layers

SCRIPT = Path(__file__).parent / "javascript" / "run_layers.mjs"


def run_in_node(node, cases):
    tasks = []
    for network, image in cases:
        plans, numbers = plan_layers(network.layers)
        rows, columns = image.shape
        tasks.append(
            {
                "rows": rows,
                "columns": columns,
                "pixels": image.ravel().tolist(),
                "plans": plans,
                "numbers": np.frombuffer(numbers).tolist(),
            }
        )
    done = subprocess.run([*node, SCRIPT], input=json.dumps(tasks), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def random_network(rng, size):
    """One to five layers in any order that fits, then votes."""
    shape, layers = (1, size, size), []
    for _ in range(rng.integers(1, 6)):
        kind, side = rng.integers(5), int(rng.integers(1, 4))
        if kind < 2:
            features = int(rng.integers(1, 6))
            biases = rng.normal(size=features) if rng.random() < 0.5 else None
            weights = rng.normal(size=(features, shape[0], side, side))
            layer = Convolution(weights, biases, int(rng.integers(2)))
        else:
            window = side, int(rng.integers(1, 4))
            layer = (ReLU(), Pooling(*window), AveragePooling(*window))[kind - 2]
        try:
            shape = layer.output_shape(shape)
        except ValueError:
            continue
        layers.append(layer)
    hidden = int(rng.integers(2, 7))
    layers += [Voting(rng.normal(size=(hidden, int(np.prod(shape)))), rng.normal(size=hidden)), ReLU()]
    return Network([*layers, Voting(rng.normal(size=(2, hidden)))])


def assert_same(network, image, stages):
    expected = network.stages(image[None, None])
    assert len(stages) == len(expected)
    for stage, values in zip(stages, expected, strict=True):
        np.testing.assert_allclose(stage, values.ravel(), rtol=1e-12, atol=1e-12)


def test_random_networks_give_the_same_numbers_in_the_browser_and_in_python(node):
    rng = np.random.default_rng(4)
    cases = []
    for _ in range(60):
        size = int(rng.integers(3, 15))
        cases.append((random_network(rng, size), rng.choice([-1.0, 1.0, rng.uniform(-1, 1)], (size, size))))
    for (network, image), stages in zip(cases, run_in_node(node, cases), strict=True):
        assert_same(network, image, stages)


def test_the_published_network_gives_the_same_numbers_in_the_browser(node):
    cases = [(hand_made_network(), image) for image in (X, O)]
    for (network, image), stages in zip(cases, run_in_node(node, cases), strict=True):
        assert_same(network, image, stages)


def test_a_large_network_gives_the_same_numbers_in_the_browser(node):
    rng = np.random.default_rng(28)
    network = Network(
        [
            Convolution(rng.normal(size=(8, 1, 5, 5)), rng.normal(size=8)),
            ReLU(),
            Pooling(),
            Convolution(rng.normal(size=(16, 8, 3, 3)), rng.normal(size=16)),
            ReLU(),
            Pooling(),
            Voting(rng.normal(size=(2, 400)), rng.normal(size=2)),
        ]
    )
    image = rng.uniform(-1, 1, (28, 28))
    assert_same(network, image, run_in_node(node, [(network, image)])[0])


def test_layers_come_back_from_their_plan_as_they_went():
    network = random_network(np.random.default_rng(1), 9)
    image = np.random.default_rng(2).uniform(-1, 1, (1, 1, 9, 9))
    again = Network(build_layers(*plan_layers(network.layers)))
    assert np.array_equal(again.forward(image), network.forward(image))


def test_a_kind_of_layer_that_the_browser_does_not_know_is_refused_in_one_sentence():
    class Pooling(ReLU):
        """Named like a layer of xo, and none of them."""

    for layer in (Skip([ReLU()]), Pooling()):
        with pytest.raises(
            TypeError, match=rf"^expected layers that the browser knows \(.*\), got {type(layer).__name__}$"
        ):
            plan_layers([ReLU(), layer])


def test_both_languages_say_the_same_of_each_kind_of_layer(node):
    read = "import('./xo/widgets/shared/layers/kinds.js').then(({ KINDS }) => console.log(JSON.stringify(KINDS)))"
    root = Path(__file__).parent.parent
    done = subprocess.run([*node, "-e", read], cwd=root, capture_output=True, text=True, check=True)
    kinds = {name: kind for name, kind in json.loads(done.stdout).items() if kind["module"]}
    assert len(kinds) >= 5
    for name, kind in kinds.items():
        layer = getattr(import_module(f"xo.{kind['module']}"), name)
        assert layer.makes == kind["caption"]
        given = {name: each.default for name, each in inspect.signature(layer).parameters.items()}
        assert kind["defaults"] == {name: value for name, value in given.items() if isinstance(value, int | float)}
