"""The glass network without a browser: what Python holds, refuses, stores and says."""

import base64
import io
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from xo.filtering import Convolution
from xo.images import TRICKIER, O, X
from xo.networks import hand_made_network, load_trained
from xo.pooling import AveragePooling
from xo.postcards import from_code, to_code
from xo.relu import ReLU, relu
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.glass import GlassNetwork, Pad, own_functions
from xo.widgets.glass.still import _draw_votes
from xo.widgets.shared.bundle import join_modules
from xo.widgets.shared.presets import preset_pictures
from xo.widgets.shared.wire import plan_layers

JAVASCRIPT = Path(__file__).parent / "javascript"


def test_a_glass_network_gives_the_votes_of_its_network():
    glass = GlassNetwork(hand_made_network(), image=O)
    assert np.array_equal(glass.votes, hand_made_network().votes(O))
    assert glass.answer == "O"
    assert np.array_equal(glass.image, O)
    assert glass.image.dtype == np.float64


def test_what_does_not_vote_has_no_answer_and_says_so():
    for widget in (Pad(X), GlassNetwork([ReLU()], image=X), GlassNetwork([Convolution(X[None, None])], image=X)):
        with pytest.raises(ValueError, match="^expected a network with votes for 2 categories, X and O, got shape"):
            _ = widget.answer


def test_what_is_assigned_to_the_image_is_shown_and_copied():
    glass = GlassNetwork(hand_made_network())
    glass.image = O
    taken = glass.image
    taken[:] = 1
    assert np.array_equal(glass.image, O)


def test_the_network_comes_back_as_it_is_on_the_screen():
    glass = GlassNetwork(hand_made_network())
    edited = hand_made_network()
    edited.layers[0].features[0, 0, 0, 0] = -1
    _, glass.numbers = plan_layers(edited.layers)
    assert np.array_equal(glass.network.votes(X), edited.votes(X))
    assert glass.network is not glass.network
    assert hand_made_network().layers[0].features[0, 0, 0, 0] == 1


def test_an_image_in_colour_goes_through_as_three_maps_and_comes_back():
    rng = np.random.default_rng(0)
    image = rng.uniform(-1, 1, (3, 8, 10))
    network = Network([Convolution(rng.normal(size=(2, 3, 3, 3))), ReLU(), Voting(rng.normal(size=(2, 96)))])
    glass = GlassNetwork(network, image)
    assert np.array_equal(glass.image, image)
    assert np.allclose(glass.votes, network.forward(image[None])[0])
    glass.image = -image
    assert np.allclose(glass.votes, network.forward(-image[None])[0])
    assert repr(glass) == "GlassNetwork(8 by 10 colour image, 3 layers)"
    with pytest.raises(ValueError, match="expected an image that fits the network, got one of 9 by 9 pixels: layer 1"):
        glass.image = X
    with pytest.raises(ValueError, match="expected an image that fits the network, got one of 3 by 9 by 9 pixels"):
        GlassNetwork(hand_made_network(), np.stack([X, X, X]))
    shown = []
    own = {1: lambda maps: shown.append(maps.shape) or np.zeros((2, 6, 8))}
    assert np.array_equal(GlassNetwork(network, image, own=own).stages[1], np.zeros((2, 6, 8)))
    assert shown == [(3, 8, 10)]
    data, _ = GlassNetwork([], image)._repr_mimebundle_()
    picture = Image.open(io.BytesIO(base64.b64decode(data["image/png"]))).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(10**6)}
    assert tuple(np.round(127.5 * (1 + image[:, 4, 4])).astype(int)) in colours


def test_a_layer_switched_off_is_left_out_of_the_network():
    glass = GlassNetwork(hand_made_network())
    glass.plans = [plan | {"on": plan["kind"] != "ReLU"} for plan in glass.plans]
    assert [type(layer).__name__ for layer in glass.network.layers] == ["Convolution", "Pooling", "Pooling", "Voting"]


@pytest.mark.parametrize(
    ("make", "kind", "words"),
    [
        (lambda: GlassNetwork(7), TypeError, "expected network as a Network or a list of layers, got int"),
        (lambda: GlassNetwork([relu]), TypeError, "expected layers of xo"),
        (lambda: GlassNetwork([Voting(np.ones((2, 5)))]), ValueError, "layer 1 .Voting. expects 5 values, got 81"),
        (lambda: GlassNetwork(hand_made_network(), np.ones((5, 5))), ValueError, "layer 5 .Voting. expects 12"),
        (
            lambda: GlassNetwork(load_trained(28)),
            ValueError,
            "^expected an image that fits the network, got one of 9 by 9 pixels: layer 7",
        ),
        (lambda: GlassNetwork(hand_made_network(), 3 * X), ValueError, "expected pixels from -1 to 1"),
        (lambda: GlassNetwork(hand_made_network(), own={9: relu}), ValueError, "own functions for layers 1 to 5"),
        (lambda: GlassNetwork(hand_made_network(), own={2: "relu"}), TypeError, "expected a function for layer 2"),
        (lambda: GlassNetwork(hand_made_network(), against=3), TypeError, "expected against as a Network"),
        (lambda: Pad("X"), TypeError, "expected image made of numbers"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(make, kind, words):
    with pytest.raises(kind, match=words) as reason:
        make()
    assert "\n" not in str(reason.value)


def test_an_image_that_the_network_cannot_take_is_refused_and_changes_nothing():
    glass = GlassNetwork(hand_made_network())
    with pytest.raises(ValueError, match="expects 12 values"):
        glass.image = np.ones((20, 20))
    assert np.array_equal(glass.image, X)


def test_bytes_from_the_browser_arrive_as_a_memoryview():
    glass = GlassNetwork(hand_made_network())
    state = {"pixels": memoryview(O.tobytes())}
    glass.set_state(state)
    assert np.array_equal(glass.image, O)


def test_the_repr_is_steady():
    assert repr(GlassNetwork(hand_made_network())) == "GlassNetwork(9 by 9 image, 5 layers)"
    assert repr(Pad()) == "Pad(9 by 9 image)"


def test_the_stored_output_is_a_small_picture_and_text_of_the_same_state():
    data, _ = GlassNetwork(hand_made_network(), O)._repr_mimebundle_()
    picture = base64.b64decode(data["image/png"])
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 60_000
    text = data["text/plain"]
    assert "...###..." in text
    assert "filtered, map 1\nin ninths" in text
    assert text.endswith("votes: X 5/9, O 1; answer O")


def test_the_stored_output_shows_the_other_network_too():
    network = hand_made_network()
    without = [layer for layer in network.layers if not isinstance(layer, ReLU)]
    data, _ = GlassNetwork(network, O, against=without)._repr_mimebundle_()
    alone, _ = GlassNetwork(network, O)._repr_mimebundle_()
    first, second = data["text/plain"].split("\n\nagainst:\n\n")
    assert first == alone["text/plain"]
    assert "ReLU" not in second
    assert second.endswith("votes: X 5/9, O 1; answer O")
    two, one = (Image.open(io.BytesIO(base64.b64decode(one["image/png"]))) for one in (data, alone))
    assert two.height == 2 * one.height


def test_a_vote_of_exactly_a_quarter_is_not_called_nearly_that():
    written = [word[2] for word in _draw_votes(np.array([1 / 4, 5 / 9]), ["X", "O"], 1)[1]]
    assert written == ["X", "1/4 = 0.25", "O", "5/9 ≈ 0.56"]


def test_the_stored_text_of_a_large_network_stays_short():
    rng = np.random.default_rng(0)
    network = Network([Convolution(rng.normal(size=(8, 1, 5, 5))), Voting(rng.normal(size=(2, 8 * 24 * 24)))])
    data, _ = GlassNetwork(network, np.full((28, 28), -1.0))._repr_mimebundle_()
    assert len(data["text/plain"].splitlines()) < 50
    assert len(base64.b64decode(data["image/png"])) < 60_000


def test_the_learners_function_takes_the_place_of_a_layer():
    made, error = own_functions.run_own(hand_made_network().layers, {2: lambda maps: np.abs(maps)}, X)
    assert error == ""
    assert np.array_equal(made[2], np.abs(hand_made_network().stages(X[None, None])[1][0]))


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda maps: 1 / 0, "Layer 2: your function <lambda> stopped with ZeroDivisionError: division by zero."),
        (lambda maps: next(iter(())), "Layer 2: your function <lambda> stopped with StopIteration."),
        (lambda maps: maps[0], r"returned shape (7, 7), expected (3, 7, 7)"),
        (lambda maps: None, "expected"),
        (lambda maps: "text", "expected numbers"),
        (lambda maps: maps * np.nan, "NaN"),
    ],
)
def test_what_is_wrong_with_the_learners_function_is_one_sentence_and_the_layer_stands_in(function, words):
    made, error = own_functions.run_own(hand_made_network().layers, {2: function}, X)
    assert words in error
    assert "\n" not in error
    assert made == {}


def test_a_kept_drawing_is_answered_beside_the_new_one():
    layers = hand_made_network().layers

    def dislikes_circles(maps):
        if np.array_equal(maps[0], O):
            raise ValueError("no circles")
        return np.zeros((3, 7, 7))

    message, buffers = own_functions.answer(layers, {1: dislikes_circles, 2: np.abs}, [X, O], 7)
    assert message["numbers"] == [[1, 2], [2]]
    assert "no circles" in message["error"]
    assert np.array_equal(np.frombuffer(buffers[2]), np.abs(layers[0].forward(O[None, None])).ravel())


def test_the_rooms_of_the_widget_join_into_one_module_without_imports(node):
    text = join_modules("glass/glass")
    assert "import {" not in text
    assert text.count("export default") == 1
    done = subprocess.run([*node, "--check", "--input-type=module", "-"], input=text, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def run_script(node, script, tasks):
    command = [*node, JAVASCRIPT / script]
    done = subprocess.run(command, input=json.dumps(tasks), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_codes_are_the_same_in_the_browser_and_in_python(node):
    rng = np.random.default_rng(18)
    images = [X, O, *TRICKIER.values(), *rng.choice([-1.0, 1.0], (40, 9, 9))]
    answers = run_script(node, "run_postcards.mjs", [{"pixels": image.ravel().tolist()} for image in images])
    for image, answer in zip(images, answers, strict=True):
        assert answer == {"code": to_code(image), "pixels": image.ravel().tolist()}


def test_a_mistyped_code_is_refused_with_a_reason_in_the_browser(node):
    code = to_code(X)
    slip = code[:3] + ("A" if code[3] != "A" else "B") + code[4:]
    answers = run_script(node, "run_postcards.mjs", [{"code": slip}, {"code": code[:-1]}, {"code": "?" + code[1:]}])
    for answer, words in zip(answers, ["look for a slip", "18 digits and letters", "not ?"], strict=True):
        assert words in answer["error"]


def test_what_stands_around_a_code_is_no_part_of_it_in_the_browser_either(node):
    code, signs = to_code(O), "\"'`´‘’‚“”„«»‹›()[]<>.,;:! \n\u200b\u200e\ufeff\u00adー―﹣（）！"
    tasks = [{"code": f"{sign}{code}{sign}"} for sign in signs]
    for task, answer in zip(tasks, run_script(node, "run_postcards.mjs", tasks), strict=True):
        assert answer["pixels"] == from_code(task["code"]).ravel().tolist() == O.ravel().tolist()


def test_copied_python_rebuilds_what_is_on_the_screen(node):
    rng = np.random.default_rng(3)
    grey = rng.uniform(-1, 1, (9, 9))
    for image, network in ((X, hand_made_network()), (grey, _learned(rng))):
        plans, numbers = plan_layers(network.layers)
        task = {
            "rows": 9,
            "columns": 9,
            "pixels": image.ravel().tolist(),
            "plans": plans,
            "numbers": np.frombuffer(numbers).tolist(),
        }
        room = {}
        exec(run_script(node, "run_python.mjs", task), room)
        assert np.array_equal(room["glass"].image, image)
        assert np.array_equal(room["glass"].votes, network.votes(image))


def test_copied_python_has_the_kept_drawing_too(node, capsys):
    plans, numbers = plan_layers(hand_made_network().layers)
    task = {
        "rows": 9,
        "columns": 9,
        "pixels": X.ravel().tolist(),
        "kept": (O / 2).ravel().tolist(),
        "plans": plans,
        "numbers": np.frombuffer(numbers).tolist(),
    }
    room = {}
    exec(run_script(node, "run_python.mjs", task), room)
    assert np.array_equal(room["glass"].image, X)
    assert np.array_equal(room["beside"].image, O / 2)
    assert capsys.readouterr().out.count("GlassNetwork(9 by 9 image, 5 layers)") == 2


def _learned(rng):
    filters = Convolution(rng.normal(size=(3, 1, 3, 3)), rng.normal(size=3), padding=1)
    return Network([filters, AveragePooling(3, 2), Voting(rng.normal(size=(2, 48)), rng.normal(size=2))])


def test_the_pictures_to_start_from_fill_pads_of_any_size():
    assert list(preset_pictures(9, 9))[:2] == ["X", "O"]
    assert list(preset_pictures(5, 5)) == ["blank"]
    for text in preset_pictures(28, 20).values():
        assert [len(line) for line in text.splitlines()] == [20] * 28
