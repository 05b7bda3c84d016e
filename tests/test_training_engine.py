"""The browser's backward pass and its training are Python's, number for number: run under Node and compared."""

import base64
import json
import math
import subprocess
from pathlib import Path

import numpy as np
import pytest
from test_glass_engine import random_network

from xo.backprop import Adam, Descent, accuracy, training
from xo.errors import essay_error, softmax_error
from xo.filtering import Convolution
from xo.images import make_images
from xo.networks import random_network as start_network
from xo.pooling import AveragePooling, Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.shared.examples import as_bytes, from_bytes, pack_examples, write_order
from xo.widgets.shared.wire import plan_layers

FOLDER = Path(__file__).parent / "javascript"
ERRORS = (softmax_error, essay_error)


def run_in_node(node, script, tasks):
    command = [*node, FOLDER / script]
    done = subprocess.run(command, input=json.dumps(tasks), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def describe(network):
    plans, numbers = plan_layers(network.layers)
    return {"plans": plans, "numbers": np.frombuffer(numbers).tolist()}


def images_last(values):
    """As the browser lays them out: the numbers that all images have in one cell stand side by side."""
    return np.moveaxis(values, 0, -1).ravel()


def slopes_in_node(node, cases):
    tasks = []
    for network, images, categories, error in cases:
        count, maps, rows, columns = images.shape
        image = {
            "maps": maps,
            "rows": rows,
            "columns": columns,
            "images": count,
            "values": images_last(images).tolist(),
        }
        tasks.append({**describe(network), "image": image, "right": categories.tolist(), "error": error.__name__})
    return run_in_node(node, "run_slopes.mjs", tasks)


def python_slopes(network, images, categories, error):
    """The error, the slopes of every stage, and those of the numbers."""
    votes = network.stages(images)[-1]
    found, slope = error(votes, categories)
    slopes = [slope]
    for layer in reversed(network.layers):
        slopes.insert(0, layer.backward(slopes[0]))
    return found, slopes, network.gradient


def assert_close(found, expected):
    """Within 1e-12 of the largest of these numbers: a slope near 0 is a difference of larger ones."""
    expected = np.ravel(expected)
    most = np.abs(expected).max(initial=0)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12 * most)


def assert_same_slopes(node, cases):
    for case, found in zip(cases, slopes_in_node(node, cases), strict=True):
        error, slopes, gradient = python_slopes(*case)
        assert found["error"] == pytest.approx(error, rel=1e-12)
        for mine, expected in zip(found["stages"], slopes, strict=True):
            assert_close(mine, images_last(expected))
        assert_close(found["gradient"], np.concatenate([np.ravel(array) for array in [*gradient, []]]))


def some_drawings(rng, size, count):
    return rng.choice([-1.0, 1.0, *rng.uniform(-1, 1, 2)], (count, 1, size, size)), rng.integers(0, 2, count)


def test_slopes_of_random_networks_are_those_of_python(node):
    rng = np.random.default_rng(12)
    cases = []
    for place in range(80):
        size, count = int(rng.integers(3, 13)), int(rng.choice([1, 2, 5, 32]))
        cases.append((random_network(rng, size), *some_drawings(rng, size, count), ERRORS[place % 2]))
    assert_same_slopes(node, cases)
    assert {type(layer) for network, *_ in cases for layer in network.layers} == {
        Convolution,
        ReLU,
        Pooling,
        AveragePooling,
        Voting,
    }


def test_where_cells_tie_the_first_one_gets_the_slope_as_in_python(node):
    """Every window of an even grey ties, also those that overlap, hang over the edge or leave cells out."""
    rng = np.random.default_rng(3)
    cases = []
    for window, stride in [(2, 2), (3, 2), (2, 3), (3, 1), (9, 9)]:
        votes = Voting(rng.normal(size=(2, Pooling(window, stride).output_shape((1, 7, 7))[1] ** 2)))
        network = Network([Pooling(window, stride), votes])
        images = np.concatenate([np.full((1, 1, 7, 7), 0.5), rng.choice([-1.0, 1.0], (3, 1, 7, 7))])
        cases.append((network, images, np.array([0, 1, 0, 1]), softmax_error))
    assert_same_slopes(node, cases)


def test_every_slope_adds_up_from_the_terms_that_a_card_shows(node):
    rng = np.random.default_rng(8)
    sizes = [int(rng.integers(3, 9)) for _ in range(40)]
    cases = [(random_network(rng, size), *some_drawings(rng, size, 1), softmax_error) for size in sizes]
    for found in slopes_in_node(node, cases):
        for place, terms in enumerate(found["terms"]):
            assert_close(terms["values"], found["slopes"][place])
            assert_close(terms["weights"], found["weights"][place])


def learn_in_node(
    node, network, images, categories, rounds, steps, rng=0, batch=32, rule=("Adam", 0.01), error=softmax_error
):
    shape, packed = pack_examples(images, categories)
    text = [base64.b64encode(content).decode() for content in (packed, write_order(len(images), rounds, rng))]
    how = {"batch": batch, "rule": rule, "error": error.__name__, "steps": steps}
    task = {**describe(network), "shape": shape, "packed": text[0], "order": text[1], **how}
    return run_in_node(node, "run_training.mjs", [task])[0]


def learn_in_python(
    network, images, categories, rounds, steps, rng=0, batch=32, rule=("Adam", 0.01), error=softmax_error
):
    make = {"Adam": Adam, "Descent": Descent}[rule[0]]
    reports = training(network, from_bytes(as_bytes(images)), categories, rounds, batch, make(rule[1]), error, rng)
    return [next(reports).error for _ in range(steps)]


@pytest.mark.parametrize(
    ("layers", "rule", "error"),
    [
        ({"features": (3,), "pixels": 5, "padding": 1, "poolings": 2}, ("Adam", 0.01), softmax_error),
        ({"features": (8, 16)}, ("Adam", 0.01), softmax_error),
        ({"features": (8, 16)}, ("Descent", 0.1), softmax_error),
        ({"features": (3,), "hidden": (5,)}, ("Descent", 0.01), essay_error),
        ({"features": (3,), "hidden": (5,)}, ("Adam", 0.01), essay_error),
    ],
)
def test_a_thousand_steps_lead_to_the_network_to_which_they_lead_in_python(node, layers, rule, error):
    images, categories = make_images(250, rng=1)
    network, how = start_network(**layers, biases=True, rng=2), {"rng": 5, "batch": 8, "rule": rule, "error": error}
    found = learn_in_node(node, network, images, categories, 32, 1000, **how)
    errors = learn_in_python(network, images, categories, 32, 1000, **how)
    np.testing.assert_allclose(found["errors"], errors, rtol=0, atol=1e-9)
    np.testing.assert_allclose(found["numbers"], describe(network)["numbers"], rtol=0, atol=1e-9)


def test_rounds_end_with_a_smaller_batch_and_each_has_an_order_of_its_own(node):
    images, categories = make_images(50, rng=1)
    network = start_network(rng=2)
    start = describe(network)["numbers"]
    found = learn_in_node(node, network, images, categories, 3, 12, rng=np.random.default_rng(7), batch=16)
    learn_in_python(network, images, categories, 3, 12, rng=np.random.default_rng(7), batch=16)
    assert found["steps"] == 12
    np.testing.assert_allclose(found["numbers"], describe(network)["numbers"], rtol=0, atol=1e-12)
    assert found["again"] == start  # after a reset


def test_a_network_too_large_for_one_piece_of_work_learns_the_same(node):
    images, categories = make_images(40, 28, rng=1)
    network = start_network(28, features=(8, 16), biases=True, rng=2)
    found = learn_in_node(node, network, images, categories, 3, 6, batch=20)
    learn_in_python(network, images, categories, 3, 6, batch=20)
    np.testing.assert_allclose(found["numbers"], describe(network)["numbers"], rtol=0, atol=1e-12)


def test_what_the_browser_measures_is_what_python_measures(node):
    """At the start and at the end, on every second of 700 seen drawings and on all of them as if unseen."""
    images, categories = make_images(700, rng=1)
    greys = from_bytes(as_bytes(images))
    network = start_network(features=(3,), rng=2)
    found = learn_in_node(node, network, images, categories, 2, 44)["points"]
    assert [point["step"] for point in found] == list(range(45))
    steps = iter(training(network, greys, categories, 2, rule=Adam(0.01)))
    for point in found:
        if point["step"] in (0, 1, 43, 44):
            measured = [softmax_error(network.forward(one), right)[0] for one, right in halves(greys, categories)]
            measured[1:1] = [accuracy(network, greys[::2], categories[::2])]
            measured.append(accuracy(network, greys, categories))
            np.testing.assert_allclose(list(point.values())[1:], measured, rtol=0, atol=1e-9)
        next(steps, None)


def halves(images, categories):
    return (images[::2], categories[::2]), (images, categories)


def test_numbers_that_grow_without_limit_are_told_in_a_sentence_and_the_step_before_stays(node):
    images, categories = make_images(64, rng=1)
    found = learn_in_node(node, start_network(hidden=(4,), rng=2), images, categories, 50, 100, rule=("Descent", 1e150))
    assert found["complaint"] == "The numbers grew without limit: reset, and choose a smaller rate."
    assert all(map(math.isfinite, found["numbers"]))


def test_drawings_travel_as_the_nearest_of_256_greys_and_others_are_refused():
    images, categories = make_images(20, rng=1)
    again = from_bytes(as_bytes(images))
    assert np.abs(again - images).max() <= 1 / 255 + 1e-12
    assert np.array_equal(from_bytes(as_bytes(np.sign(images))), np.sign(images))  # black and white stay what they are
    assert len(pack_examples(images, categories)[1]) < images.size
    with pytest.raises(ValueError, match="^expected images with numbers from -1 to 1, got -1 to 2$"):
        as_bytes(np.array([-1.0, 2.0]))
