"""Stacks of layers: sizes that fit, sentences where they do not, bills, and files that can be trusted."""

import functools
import io
import json
import os
import pickle
import stat
import sys
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xo.filtering import FEATURES, Convolution
from xo.images import TRICKIER, O, X
from xo.networks import hand_made_network
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network, total
from xo.voting import Voting

RNG = np.random.default_rng(10)
LAYERS = [
    Convolution(RNG.normal(size=(4, 1, 3, 3)), RNG.normal(size=4), padding=1),
    ReLU(),
    Pooling(3, 2),
    Convolution(RNG.normal(size=(5, 4, 2, 2))),
    Pooling(),
    Voting(RNG.normal(size=(6, 20)), RNG.normal(size=6)),
    ReLU(),
    Voting(RNG.normal(size=(2, 6)).astype(np.float32)),
]


def test_a_stack_hands_each_stage_to_the_next_layer():
    stages = Network(LAYERS).stages(RNG.normal(size=(2, 1, 9, 9)))
    assert len(stages) == len(LAYERS) + 1
    for layer, before, after in zip(LAYERS, stages, stages[1:], strict=False):
        assert np.array_equal(layer.forward(before), after)


def test_the_sizes_are_those_of_the_stages():
    stages = Network(LAYERS).stages(np.zeros((1, 1, 9, 9)))
    assert Network(LAYERS).sizes((1, 9, 9)) == [stage.shape[1:] for stage in stages]
    assert hand_made_network().sizes((1, 9, 9)) == [(1, 9, 9), (3, 7, 7), (3, 7, 7), (3, 4, 4), (3, 2, 2), (2,)]


@pytest.mark.parametrize(
    ("shape", "sentence"),
    [
        ((1, 20, 20), "layer 5 (Voting) expects 12 values, got 75"),
        ((3, 9, 9), "layer 1 (Convolution) expects 1 map, got 3"),
        (
            (1, 2, 9),
            "layer 1 (Convolution) expects maps at least as large as its features of 3 by 3 pixels, got maps of 2 by 9",
        ),
    ],
)
def test_the_layer_that_does_not_fit_is_named(shape, sentence):
    for act in (lambda: hand_made_network().sizes(shape), lambda: hand_made_network().forward(np.ones((1, *shape)))):
        with pytest.raises(ValueError) as caught:
            act()
        assert str(caught.value) == sentence


def test_every_batch_is_checked_not_the_first_alone():
    network = hand_made_network()
    network.forward(np.ones((1, 1, 9, 9)))
    with pytest.raises(ValueError, match=r"^layer 1 \(Convolution\) expects 1 map, got 3$"):
        network.forward(np.ones((1, 3, 9, 9)))
    network.layers[0] = Convolution(FEATURES[:2, None])
    with pytest.raises(ValueError, match=r"^layer 5 \(Voting\) expects 12 values, got 8$"):
        network.forward(np.ones((1, 1, 9, 9)))


def test_layers_in_an_impossible_order_are_named_too():
    for later in (Pooling(), Convolution(FEATURES[:, None])):
        with pytest.raises(
            ValueError, match=r"^layer 2 \(\w+\) expects maps \(maps, rows, columns\), got a list of 2 v"
        ):
            Network([Voting(np.ones((2, 81))), later]).sizes((1, 9, 9))


@pytest.mark.parametrize(
    ("images", "kind", "sentence"),
    [
        (X, ValueError, "expected images of shape (images, maps, rows, columns), got shape (9, 9)"),
        ("X", TypeError, "expected images made of numbers, got text"),
        (
            np.ones((0, 1, 9, 9)),
            ValueError,
            "expected images with something in it, got an empty one of shape (0, 1, 9, 9)",
        ),
        (X[None, None] * np.nan, ValueError, "expected images of ordinary numbers, got NaN or infinity among them"),
    ],
)
def test_what_are_no_images_is_refused_in_a_sentence(images, kind, sentence):
    with pytest.raises(kind) as caught:
        hand_made_network().forward(images)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("layers", "came"),
    [
        (Pooling(), "a list of layers, got Pooling"),
        (None, "a list of layers, got NoneType"),
        ([1], "layers of xo or like them, such as ReLU(), got int"),
        ([ReLU], "layers of xo or like them, such as ReLU(), got the class ReLU"),
    ],
)
def test_what_are_no_layers_is_refused_in_a_sentence(layers, came):
    with pytest.raises(TypeError) as caught:
        Network(layers)
    assert str(caught.value) == f"expected {came}"


@pytest.mark.parametrize(
    ("layers", "shape"), [([Convolution(FEATURES[:, None])], "(3, 7, 7)"), ([Voting(np.eye(1, 81))], "(1,)")]
)
def test_only_a_network_with_votes_answers(layers, shape):
    with pytest.raises(ValueError) as caught:
        Network(layers).answer(X)
    assert str(caught.value) == f"expected a network with votes for 2 categories, X and O, got shape {shape}"


def test_more_votes_than_two_are_answers_counted_from_0_where_nobody_named_them():
    network = Network([Voting([X.ravel(), O.ravel(), np.zeros(81)])])
    assert (network.answer(X), network.answer(O)) == ("0", "1")
    assert network.answer(X, ["a", "b", "c"]) == "a"
    with pytest.raises(ValueError, match=r"votes for 2 categories, a and b, got shape \(3,\)$"):
        network.answer(X, ["a", "b"])


def test_backward_before_forward_is_refused_in_a_sentence():
    with pytest.raises(RuntimeError, match="^expected forward before backward, got a network that has seen no image$"):
        hand_made_network().backward(np.ones((1, 2)))


def test_one_image_gets_its_votes_and_its_answer():
    network = hand_made_network()
    assert network.votes(X).shape == (2,)
    assert (network.answer(X), network.answer(O)) == ("X", "O")
    assert Network([Voting(np.zeros((2, 81)))]).answer(X) == "X"  # a tie


def test_a_batch_gives_the_votes_of_its_images():
    images = np.stack(list(TRICKIER.values()))[:, None]
    expected = [hand_made_network().votes(image[0]) for image in images]
    np.testing.assert_allclose(hand_made_network().forward(images), expected, rtol=0, atol=1e-15)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: type(layer).__name__)
def test_every_layer_keeps_the_promise(layer):
    shape = (2, 9, 9)
    if isinstance(layer, Convolution):
        shape = (layer.features.shape[1], 9, 9)
    if isinstance(layer, Voting):
        shape = (layer.weights.shape[1],)
    maps = RNG.normal(size=(3, *shape))
    before, weights = maps.copy(), [array.copy() for array in layer.parameters]
    after = layer.forward(maps)
    assert after.shape[1:] == tuple(layer.output_shape(shape))
    slopes = layer.backward(np.ones_like(after))
    assert slopes.shape == maps.shape
    assert [array.shape for array in layer.gradient] == [array.shape for array in layer.parameters]
    assert np.array_equal(maps, before)
    assert all(np.array_equal(now, then) for now, then in zip(layer.parameters, weights, strict=True))
    assert all(isinstance(count, int) and count >= 0 for count in layer.operations(shape).values())


def test_weights_are_counted_and_shared_with_the_layers():
    network = Network(LAYERS)
    assert network.count_parameters() == [40, 0, 0, 80, 0, 126, 0, 12]
    assert [array.shape for array in network.parameters] == [(4, 1, 3, 3), (4,), (5, 4, 2, 2), (6, 20), (6,), (2, 6)]
    assert network.parameters[0] is LAYERS[0].features


def test_the_total_adds_up_the_bills_of_all_layers():
    assert total([{"multiplications": 2}, {}, {"multiplications": 3, "comparisons": 1}]) == {
        "multiplications": 5,
        "comparisons": 1,
    }


# Files

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@pytest.fixture
def saved(tmp_path):
    """The path and the bytes of a saved network."""
    path = tmp_path / "network.npz"
    Network(LAYERS).save(path)
    return path, path.read_bytes()


def refused(path):
    with pytest.raises(ValueError) as caught:
        Network.load(path)
    sentence = str(caught.value)
    assert sentence.startswith(f"expected a network saved by xo, got {path.name}, unreadable: ")
    assert "\n" not in sentence
    return sentence


def test_a_saved_network_comes_back_bit_for_bit_without_pickle(saved, tmp_path):
    path, content = saved
    images = RNG.normal(size=(3, 1, 9, 9))
    back = Network.load(path)
    assert [type(layer) for layer in back.layers] == [type(layer) for layer in LAYERS]
    assert np.array_equal(back.forward(images), Network(LAYERS).forward(images))
    assert [array.dtype for array in back.parameters] == [array.dtype for array in Network(LAYERS).parameters]
    assert back.sizes((1, 9, 9)) == Network(LAYERS).sizes((1, 9, 9))
    assert b"pickle" not in content
    assert os.listdir(tmp_path) == ["network.npz"]


def test_a_name_without_npz_is_kept_as_it_is(tmp_path):
    hand_made_network().save(tmp_path / "mine")
    assert np.array_equal(Network.load(str(tmp_path / "mine")).votes(X), hand_made_network().votes(X))


@pytest.mark.parametrize("length", [0, 1, 10, 200, 1000, -30, -1])
def test_a_truncated_file_is_refused(saved, length):
    path, content = saved
    path.write_bytes(content[:length])
    refused(path)


@functools.cache
def whole(path):
    Network(LAYERS).save(path)
    return path.read_bytes()


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255))
def test_one_wrong_byte_anywhere_is_refused_or_harmless(tmp_path_factory, place, byte):
    path = tmp_path_factory.getbasetemp() / "spoiled.npz"
    content = bytearray(whole(path.with_name("whole.npz")))
    content[int(place * len(content))] ^= byte
    path.write_bytes(content)
    try:
        Network.load(path)
    except ValueError:
        refused(path)


def npz(**arrays):
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def zipped(name, content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def npy(array):
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def voting(weights):
    """A file whose one layer has these bytes as its weights, with the checksum that belongs to them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("layers.npy", npy(json.dumps([["Voting", {}]])))
        archive.writestr("0.weights.npy", weights)
    return file.getvalue()


def huge(shape):
    """Weights that claim more numbers than any machine holds."""
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, {"descr": "<f8", "fortran_order": False, "shape": shape})
    return file.getvalue()


def squeezed():
    """A compressed file in which the beginning of the weights' compressed bytes is damaged."""
    file = io.BytesIO()
    np.savez_compressed(file, layers=json.dumps([["Voting", {}]]), **{"0.weights": RNG.normal(size=(2, 500))})
    content = bytearray(file.getvalue())
    start = content.index(b"0.weights.npy") + 40
    content[start : start + 40] = b"\xff" * 40
    return bytes(content)


FOREIGN = {
    "text": b"a letter to grandmother",
    "one array": npy(np.ones(3)),
    "another zip": zipped("readme.txt", b"hello"),
    "no layers": npz(weights=np.ones(3)),
    "pickled objects": npz(layers=np.array([{"a": 1}], dtype=object)),
    "pickled weights": npz(layers=json.dumps([["Voting", {}]]), **{"0.weights": np.array([{}], object)}),
    "a pickle": b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00\x8c\x01a\x94.",
    "no JSON": npz(layers="[["),
    "no list": npz(layers="5"),
    "an unknown layer": npz(layers=json.dumps([["Dropout", {}]])),
    "a setting that its layer does not have": npz(layers=json.dumps([["Pooling", {"width": 2}]])),
    "a layer whose kind is no word": npz(layers=json.dumps([[["ReLU"], {}]])),
    "a class that is no layer": npz(layers=json.dumps([["Network", {"layers": []}]])),
    "a function": npz(layers=json.dumps([["relu", {"maps": 1}]])),
    "layers in layers without end": npz(layers="[" * 100_000),
    "a layer inside of a layer that is none": npz(layers=json.dumps([["Skip", {"layers": [["Dropout", {}]]}]])),
    "a layer of another form": npz(layers=json.dumps([["ReLU"]])),
    "no layer at all": npz(layers="[]"),
    "padding without end": npz(
        layers=json.dumps([["Convolution", {"padding": 10**9}]]), **{"0.features": np.ones((1, 1, 3, 3))}
    ),
    "a header cut off": voting(npy(np.ones((2, 3))).replace(b"}", b"(")),
    "a header that claims too much": voting(huge((10**9, 10**6))),
    "damaged while compressed": squeezed(),
    "weights missing": npz(layers=json.dumps([["Voting", {}]])),
    "weights of a wrong shape": npz(layers=json.dumps([["Voting", {}]]), **{"0.weights": np.ones(3)}),
    "weights that are no numbers": npz(layers=json.dumps([["Voting", {}]]), **{"0.weights": np.full((2, 3), np.nan)}),
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_a_file_of_another_kind_is_refused(content, tmp_path):
    path = tmp_path / "other.npz"
    path.write_bytes(content)
    refused(path)


@pytest.mark.parametrize(("failure", "told"), [(MemoryError(), "MemoryError"), (OSError("bad\nand worse"), "bad")])
def test_whatever_fails_in_reading_is_told_in_one_line_and_never_in_none(saved, monkeypatch, failure, told):
    def fail(text):
        raise failure

    monkeypatch.setattr(json, "loads", fail)
    assert refused(saved[0]).endswith(f", unreadable: {told}")


def test_a_file_that_is_no_zip_archive_is_not_called_unsafe(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("a letter to grandmother")
    assert refused(path).endswith("unreadable: it is no zip archive")


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        (
            [ReLU(), Voting(np.ones((2, 3)))],
            "expected ordinary numbers to save, got NaN or infinity in layer 2 (Voting)",
        ),
        ([], "expected at least one layer to save, got none"),
    ],
)
def test_what_could_not_be_loaded_again_is_not_saved(layers, sentence, tmp_path):
    for layer in layers[1:]:
        layer.weights[1, 2] = np.nan
    with pytest.raises(ValueError) as caught:
        Network(layers).save(tmp_path / "network.npz")
    assert str(caught.value) == sentence
    assert os.listdir(tmp_path) == []


def test_saving_onto_a_folder_leaves_nothing_beside_it(tmp_path):
    (tmp_path / "mine").mkdir()
    with pytest.raises(OSError, match="mine"):
        hand_made_network().save(tmp_path / "mine")
    assert os.listdir(tmp_path) == ["mine"]


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere\.npz"):
        Network.load(tmp_path / "nowhere.npz")
    with pytest.raises(OSError, match=tmp_path.name):
        Network.load(tmp_path)
    with pytest.raises(OSError, match="nowhere"):
        hand_made_network().save(tmp_path / "nowhere" / "network.npz")


def test_a_write_that_fails_leaves_the_old_network(saved, monkeypatch):
    path, content = saved

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        hand_made_network().save(path)
    assert path.read_bytes() == content


def test_a_layer_that_loading_would_not_find_cannot_be_saved(tmp_path):
    class Sharpen(ReLU):
        pass

    with pytest.raises(TypeError, match="found again by their names to save, got Sharpen$"):
        Network([Sharpen()]).save(tmp_path / "network.npz")
    assert os.listdir(tmp_path) == []


class Doubling:
    """A layer as a learner might write one, with a number and an array as its settings."""

    def __init__(self, times, added):
        self.times, self.added = times, added
        self.parameters = (added,)

    @property
    def settings(self):
        return {"times": self.times, "added": self.added}

    def forward(self, maps):
        return self.times * maps + self.added

    def backward(self, output_gradient):
        self.gradient = (output_gradient.sum(0),)
        return self.times * output_gradient

    def output_shape(self, shape):
        return shape


def test_a_layer_of_your_own_in_the_notebook_is_saved_and_found_again(tmp_path, monkeypatch):
    path = tmp_path / "own.npz"
    network = Network([Doubling(2.5, np.ones((1, 9, 9))), *hand_made_network().layers])
    monkeypatch.setattr(sys.modules["__main__"], "Doubling", Doubling, raising=False)
    network.save(path)
    assert np.array_equal(Network.load(path).votes(X), network.votes(X))
    monkeypatch.delattr(sys.modules["__main__"], "Doubling")
    assert refused(path).endswith("it has a layer of a kind that is not known here, Doubling")


def test_a_file_of_an_earlier_version_is_read(tmp_path):
    path = tmp_path / "old.npz"
    layers = [["Convolution", {"padding": 1}], ["ReLU", {}], ["Pooling", {"window": 2, "stride": 2}], ["Voting", {}]]
    weights = RNG.normal(size=(2, 75))
    path.write_bytes(npz(layers=json.dumps(layers), **{"0.features": FEATURES[:, None], "3.strengths": weights}))
    network = Network.load(path)
    assert network.sizes((1, 9, 9))[1:] == [(3, 9, 9), (3, 9, 9), (3, 5, 5), (2,)]
    assert np.array_equal(network.layers[-1].weights, weights)


@pytest.mark.parametrize("packed", [True, False], ids=["as small as it gets", "as it is"])
def test_a_file_that_unpacks_to_more_than_a_network_can_hold_is_refused(tmp_path, packed):
    path = tmp_path / "bomb.npz"
    write = np.savez_compressed if packed else np.savez
    write(path, layers=json.dumps([["Voting", {}]]), **{"0.weights": np.zeros((2, 7_000_000))})
    assert (path.stat().st_size < 1_000_000) == packed
    assert refused(path).endswith("it holds more than 100 million bytes")


@posix
def test_an_endless_device_is_refused():
    with pytest.raises(ValueError, match="unreadable: it is no zip archive$"):
        Network.load("/dev/zero")


def test_a_pickle_in_a_saved_file_is_not_run(tmp_path):
    mark = tmp_path / "it ran"

    class Trap:
        def __reduce__(self):
            return os.mkdir, (str(mark),)

    path = tmp_path / "trap.npz"
    path.write_bytes(npz(layers=json.dumps([["Voting", {}]]), **{"0.weights": np.array([Trap()], object)}))
    refused(path)
    (tmp_path / "bare.npz").write_bytes(pickle.dumps(Trap()))
    refused(tmp_path / "bare.npz")
    assert not mark.exists()


@posix
def test_saving_through_a_link_keeps_the_link(tmp_path):
    real, link = tmp_path / "real.npz", tmp_path / "link.npz"
    real.write_bytes(b"old")
    link.symlink_to(real)
    hand_made_network().save(link)
    assert link.is_symlink()
    assert np.array_equal(Network.load(real).votes(X), hand_made_network().votes(X))


@posix
def test_a_device_is_not_replaced_by_a_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, kind in ((pipe, "device"), (tmp_path, "folder")):
        with pytest.raises(OSError, match=f"^expected the name of a file to write, got .*{path.name}, a {kind}$"):
            hand_made_network().save(path)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert os.listdir(tmp_path) == ["pipe"]
