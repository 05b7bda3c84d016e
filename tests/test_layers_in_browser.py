"""Every kind of layer, in every form of tests/test_layers.py: the browser does as Python does."""

import numpy as np
import pytest
from test_glass import run_script
from test_layers import WITHOUT_NETWORKS, noise
from test_training_engine import assert_close, assert_same_slopes, slopes_in_node

from xo.errors import softmax_error
from xo.filtering import Convolution
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.shared.wire import BROWSER, plan_layers

SHARED = {
    name: case for name, case in WITHOUT_NETWORKS.items() if type(case[0]).__name__ in BROWSER and len(case[1]) == 4
}
RNG = np.random.default_rng(6)


def voting_after(layer, shape):
    values = int(np.prod(layer.output_shape(shape[1:])))
    return Voting(RNG.normal(size=(2, values)), RNG.normal(size=2))


def test_every_kind_that_the_browser_knows_is_held_to_that_here():
    assert {type(layer).__name__ for layer, _ in SHARED.values()} == set(BROWSER) - {"Listing"}


def test_the_votes_and_every_slope_are_those_of_python(node):
    cases = [
        (Network([layer, voting_after(layer, shape)]), noise(*shape), RNG.integers(0, 2, shape[0]), softmax_error)
        for layer, shape in SHARED.values()
    ]
    assert_same_slopes(node, cases)


def test_every_cell_and_every_slope_adds_up_from_the_terms_that_a_card_shows(node):
    cases = [
        (Network([layer, voting_after(layer, shape)]), noise(1, *shape[1:]), np.array([1]), softmax_error)
        for layer, shape in SHARED.values()
    ]
    for found in slopes_in_node(node, cases):
        for place, terms in enumerate(found["terms"]):
            assert_close(terms["cells"], found["values"][place + 1])
            assert_close(terms["values"], found["slopes"][place])
            assert_close(terms["weights"], found["weights"][place])


@pytest.mark.parametrize(("layer", "shape"), SHARED.values(), ids=SHARED)
def test_what_is_copied_as_python_is_the_same_network(node, layer, shape):
    image = noise(*shape[2:])
    network = Network([Convolution(noise(shape[1], 1, 1, 1)), layer, voting_after(layer, shape)])
    plans, numbers = plan_layers(network.layers)
    sides = {"rows": shape[2], "columns": shape[3], "pixels": image.ravel().tolist()}
    room = {}
    exec(run_script(node, "run_python.mjs", sides | {"plans": plans, "numbers": np.frombuffer(numbers).tolist()}), room)
    assert np.array_equal(room["glass"].image, image)
    assert np.array_equal(room["glass"].votes, network.votes(image))
