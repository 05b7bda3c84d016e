"""Networks made elsewhere: PyTorch's and ONNX's numbers come out of ours, in Python and in the browser."""

import importlib
import os
import re
from collections import Counter
from importlib.util import find_spec

import numpy as np
import pytest
from test_training_engine import slopes_in_node

from xo.errors import softmax_error
from xo.images import X
from xo.stacking import Network
from xo.voting import Voting
from xo.widgets.glass import GlassNetwork
from xo.your_network import from_onnx, from_torch, torch_models
from xo.your_network.assembling import Assembly
from xo.your_network.conv import Conv
from xo.your_network.ends import Softmax

onnx = pytest.importorskip("onnx", reason="onnx is not installed; the course does not need it")
if os.environ.get("XO_NEED_TORCH") == "1":
    import torch
else:
    torch = importlib.import_module("torch") if find_spec("torch") else None
needs_torch = pytest.mark.skipif(torch is None, reason="PyTorch is not installed; the course does not need it")
OPERATORS = ("Conv", "MaxPool", "AveragePool", "Relu", "Gemm", "Flatten", "Softmax")


def random_model(rng):
    """A small model of random layers, and images for it."""
    nn, maps, side = torch.nn, int(rng.integers(1, 4)), int(rng.integers(7, 12))
    pick = lambda *values: values[rng.integers(len(values))]  # noqa: E731
    pixels = torch.tensor(rng.normal(size=(2, maps, side, side + pick(0, 1, 2))))
    layers = []
    for _ in range(pick(1, 1, 2)):
        window, many = (pick(1, 2, 3), pick(2, 3)), int(rng.integers(1, 5))
        padding = pick(0, 1, (1, 0), "same", "valid")
        stride = 1 if padding == "same" else pick(1, 2, (1, 2))
        layers += [nn.Conv2d(maps, many, window, stride, padding, bias=pick(True, False))]
        layers += [nn.BatchNorm2d(many, affine=pick(True, False))] * pick(0, 0, 1)
        layers += [nn.ReLU()] * pick(0, 1, 1) + [nn.BatchNorm2d(many)] * pick(0, 0, 0, 1) + [nn.Dropout()] * pick(0, 1)
        shape = {"kernel_size": (2, pick(2, 3)), "stride": pick(1, 2, (2, 1)), "padding": pick(0, 1)}
        shape["ceil_mode"] = pick(True, False)
        pools = [nn.MaxPool2d(**shape), nn.AvgPool2d(**shape, count_include_pad=pick(True, False))]
        layers += pools[: pick(0, 1)] or pools[1 : pick(1, 2)]
        maps = many
    body = nn.Sequential(nn.Sequential(*layers), nn.Flatten()).double().eval()
    for norm in (one for one in body.modules() if isinstance(one, nn.BatchNorm2d)):
        norm.running_mean.copy_(torch.tensor(rng.normal(size=norm.num_features)))
        norm.running_var.copy_(torch.tensor(rng.uniform(0.5, 2, norm.num_features)))
    try:
        values = body(pixels).shape[1]
    except RuntimeError:  # PyTorch itself finds it too small
        return random_model(rng)
    ends = [nn.Linear(values, 3), [nn.Linear(values, 4, bias=False), nn.ReLU(), nn.Linear(4, 3)]]
    end = pick(*ends) if values < 500 else ends[0]
    return nn.Sequential(body, *(end if isinstance(end, list) else [end]), *[nn.Softmax(1)] * pick(0, 0, 1)), pixels


@pytest.fixture(scope="module")
def models():
    """A hundred random models, each with images, its votes, and the slopes of its error for the pixels."""
    torch.manual_seed(0)
    rng, made = np.random.default_rng(15), []
    for _ in range(100):
        model, pixels = random_model(rng)
        model = model.double().eval()
        pixels.requires_grad_()
        votes, categories = model(pixels), rng.integers(0, 3, 2)
        torch.nn.functional.cross_entropy(votes, torch.tensor(categories)).backward()
        made.append((model, pixels.detach().numpy(), categories, votes.detach().numpy(), pixels.grad.numpy()))
    kinds = Counter(type(layer).__name__ for model, *_ in made for layer in model.modules())
    assert min(kinds[kind] for kind in ("BatchNorm2d", "MaxPool2d", "AvgPool2d", "Softmax")) > 8
    return made


@needs_torch
def test_a_hundred_random_models_make_and_slope_the_same_here(models):
    for model, pixels, categories, votes, slopes in models:
        network = from_torch(model)
        assert np.abs(network.forward(pixels) - votes).max() < 1e-9
        back = network.backward(softmax_error(network.forward(pixels), categories)[1])
        assert np.abs(back - slopes).max() < 1e-9
        if not any(isinstance(layer, torch.nn.BatchNorm2d) for layer in model.modules()):
            theirs = [parameter.grad.numpy() for parameter in model.parameters()]
            for ours, right in zip(network.gradient, theirs, strict=True):
                assert np.abs(ours - right).max() < 1e-9


@needs_torch
def test_a_hundred_random_models_make_and_slope_the_same_in_the_browser(models, node):
    cases = [(from_torch(model), pixels, categories, softmax_error) for model, pixels, categories, _, _ in models]
    for (*_, votes, slopes), found in zip(models, slopes_in_node(node, cases), strict=True):
        assert np.abs(np.moveaxis(votes, 0, -1).ravel() - found["values"][-1]).max() < 1e-9
        assert np.abs(np.moveaxis(slopes, 0, -1).ravel() - found["stages"][0]).max() < 1e-9


@needs_torch
def test_pixels_as_the_model_was_given_them():
    model = torch.nn.Sequential(
        torch.nn.Conv2d(1, 2, 3, padding=1), torch.nn.Flatten(), torch.nn.Linear(162, 2)
    ).double()
    light, grey = (X + 1) / 2, ((X + 1) / 2 - 0.1307) / 0.3081
    for pixels, paper, ink in ((X, -1, 1), (light, 0, 1), (grey, grey.min(), grey.max())):
        expected = model(torch.tensor(pixels)[None, None])[0].detach().numpy()
        assert np.allclose(from_torch(model, paper=paper, ink=ink).votes(X), expected, atol=1e-12)


@needs_torch
def test_models_of_single_precision_and_maps_that_are_the_votes():
    model = torch.nn.Sequential(torch.nn.Conv2d(1, 3, 3), torch.nn.AvgPool2d(7), torch.nn.Flatten())
    expected = model(torch.tensor(X, dtype=torch.float32)[None, None])[0].detach().numpy()
    assert np.allclose(from_torch(model).votes(X), expected, atol=1e-6)


@needs_torch
def test_ten_outputs_are_ten_votes_in_the_glass():
    layers = [torch.nn.Conv2d(1, 4, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten()]
    model = torch.nn.Sequential(*layers, torch.nn.Linear(36, 10)).double()
    image = np.where(np.eye(8) > 0, 1.0, -1.0)
    glass = GlassNetwork(from_torch(model), image)
    expected = model(torch.tensor(image)[None, None])[0].detach().numpy()
    assert np.abs(glass.votes - expected).max() < 1e-6
    assert glass.answer == str(expected.argmax())
    data = glass._repr_mimebundle_()[0]
    assert f"answer {expected.argmax()}" in data["text/plain"]


def refused():
    """Models that cannot be shown, and what is said about each."""
    nn = torch.nn
    hooked, broken = nn.Sequential(nn.ReLU()), nn.Conv2d(1, 1, 3)
    hooked.register_forward_hook(lambda module, given, made: 2 * made)
    nn.init.constant_(broken.weight, float("nan"))
    return [
        (
            nn.Conv2d(1, 1, 3),
            "expected a torch.nn.Sequential with layers in it, got Conv2d: "
            "put its layers into one, in order, or torch.onnx.export it for from_onnx",
        ),
        (
            nn.Sequential(nn.Flatten(), nn.LogSoftmax(1)),
            "got LogSoftmax (at the end it may be left out: no answer changes) in layer 2 (LogSoftmax)",
        ),
        (nn.Sequential(nn.AdaptiveAvgPool2d(1)), "(pooling by a window as large as its maps does the same) in layer 1"),
        (
            nn.Sequential(nn.LazyConv2d(2, 3)),
            "(call the model with an image first, and it is an ordinary one) in layer",
        ),
        (nn.Sequential(type("Linear", (nn.Linear,), {})(2, 2)), "got Linear (another one of that name) in layer 1"),
        (None, "expected a torch.nn.Sequential with layers in it, got NoneType"),
        (nn.Sequential(nn.Sequential()), "expected a torch.nn.Sequential with layers in it, got an empty one"),
        (nn.Sequential(nn.Sigmoid()), "got Sigmoid in layer 1 (Sigmoid)"),
        (
            nn.Sequential(nn.ReLU(), nn.Conv2d(2, 2, 3, dilation=2)),
            "expected dilation 1, got dilation (2, 2) in layer 2",
        ),
        (nn.Sequential(nn.Conv2d(2, 2, 3, groups=2)), "expected groups of 1, got groups of 2 in layer 1 (Conv2d)"),
        (nn.Sequential(nn.Conv2d(1, 1, 3, padding=1, padding_mode="reflect")), "got one of kind 'reflect'"),
        (nn.Sequential(nn.Conv2d(1, 1, 3), nn.BatchNorm2d(1)), "call model.eval() first"),
        (
            nn.Sequential(nn.Conv2d(1, 1, 3), nn.BatchNorm2d(1, track_running_stats=False)).eval(),
            "expected a normalisation by fixed numbers, got one of track_running_stats=False",
        ),
        (nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(3)).eval(), "a factor for each of 2 maps, got 3 in layer 2"),
        (nn.Sequential(nn.MaxPool2d(2, dilation=2)), "expected dilation 1"),
        (nn.Sequential(nn.MaxPool2d(2, return_indices=True)), "got one that returns indices"),
        (nn.Sequential(nn.AvgPool2d(2, divisor_override=3)), "got a sum divided by 3"),
        (nn.Sequential(nn.Linear(9, 2)), "expected a list, which Flatten makes of maps, got a dense layer after maps"),
        (nn.Sequential(nn.Flatten(), nn.Conv2d(1, 1, 3)), "expected maps, which Flatten has made a list of"),
        (nn.Sequential(nn.Flatten(2)), "expected Flatten() of all but the images, got Flatten(2, -1)"),
        (nn.Sequential(nn.Flatten(), nn.Softmax(0)), "expected Softmax(1), got Softmax(0)"),
        (nn.Sequential(nn.Sequential(hooked)), "expected layers as they are, got a Sequential with a hook"),
        (nn.Sequential(nn.Conv2d(1, 1, 3, dtype=torch.cfloat)), "got complex ones in layer 1 (Conv2d)"),
        (nn.Sequential(nn.Conv2d(1, 1, 3, device="meta")), "expected ordinary numbers, got none yet in layer 1"),
        (nn.Sequential(nn.ReLU(), broken), "of ordinary numbers, got NaN or infinity among them in layer 2 (Conv2d)"),
        (nn.Sequential(nn.Flatten(), nn.Linear(784, 64)), "at most 50,000 numbers, got one of 50,240"),
    ]


@needs_torch
def test_what_cannot_be_shown_is_refused_by_its_name():
    for model, sentence in refused():
        with pytest.raises((TypeError, ValueError)) as caught:
            from_torch(model)
        assert sentence in str(caught.value)


def test_paper_and_ink_that_are_no_two_numbers_are_refused_in_a_sentence():
    for paper, ink, sentence in (
        (0, 0, "expected another number for ink than for paper, got 0 for both"),
        (None, 1, "expected paper as one ordinary number, got None"),
        (0, "X", "expected ink as one ordinary number, got 'X'"),
    ):
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            Assembly(paper, ink)


def test_without_pytorch_one_sentence_says_so(monkeypatch):
    monkeypatch.setattr(torch_models, "find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match=r"^from_torch needs PyTorch, .*: pip install torch$"):
        from_torch(None)


def standard_cases():
    """The standard's own tests of single nodes, without those of other operators."""
    node = importlib.import_module("onnx.backend.test.case.node")
    node._TargetOpType = None
    for operator in OPERATORS:
        importlib.import_module(f"onnx.backend.test.case.node.{operator.lower()}")
    return [
        case
        for case in node._NodeTestCases
        if case.model is not None and [one.op_type for one in case.model.graph.node][0] in OPERATORS
        if len(case.model.graph.node) == 1
    ]


def write_case(case, path):
    """A test's node in a file, with its weights in it, which the standard hands in as if they were images."""
    inputs, outputs = case.data_sets[0]
    model = onnx.ModelProto()
    model.CopyFrom(case.model)
    for given, array in list(zip(model.graph.input, inputs, strict=True))[1:]:
        model.graph.initializer.append(onnx.numpy_helper.from_array(np.asarray(array), given.name))
    del model.graph.input[1:]
    onnx.save(model, path)
    return np.asarray(inputs[0], float), np.asarray(outputs[0])


OUT_OF_RANGE = {  # what is said, and of how many of the standard's tests
    "in 2 dimensions": 12,
    "expected dilation 1": 2,
    "Flatten of all but the images": 6,
    "got transA 1": 2,
    "expected a bias for each": 1,
    "one input, the image, and one output": 2,
    "expected Softmax along the list": 2,
    "softmax of a list": 3,
}


def test_the_standards_own_tests_pass_and_what_falls_outside_is_told_by_name(tmp_path):
    passed, told = [], Counter()
    for case in standard_cases():
        image, expected = write_case(case, tmp_path / "case.onnx")
        try:
            network = from_onnx(tmp_path / "case.onnx")
        except ValueError as reason:
            told.update(sentence for sentence in OUT_OF_RANGE if sentence in str(reason))
            continue
        found = network.forward(image.reshape(*image.shape, *[1] * (4 - image.ndim)))
        assert np.allclose(found.reshape(expected.shape), expected, rtol=max(case.rtol, 1e-6), atol=1e-6), case.name
        passed.append(case.name)
    assert len(passed) == 43
    assert told == OUT_OF_RANGE


def write_onnx(path, nodes, numbers, sides=("n", 1, 9, 9)):
    """A file with these nodes (operator, inputs beside the maps, attributes), one after another.

    The maps come first, or where None stands among the inputs.
    """
    made, last = [], "image"
    for place, (operator, given, how) in enumerate(nodes):
        inputs = [last if one is None else one for one in (given if None in given else [None, *given])]
        made.append(onnx.helper.make_node(operator, inputs, [f"made {place}"], **how))
        last = f"made {place}"
    given, votes = (
        onnx.helper.make_tensor_value_info(name, 1, shape) for name, shape in (("image", sides), (last, None))
    )
    arrays = [onnx.numpy_helper.from_array(array, name) for name, array in numbers.items()]
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph(made, "test", [given], [votes], arrays)), path)


def test_a_file_is_the_network_that_was_written_into_it(tmp_path):
    rng, path = np.random.default_rng(1), tmp_path / "one.onnx"
    numbers = {
        "features": rng.normal(size=(2, 1, 3, 3)),
        "biases": rng.normal(size=2),
        "weights": rng.normal(size=(3, 50)),
    }
    norm = {
        "scale": rng.normal(size=2),
        "shift": rng.normal(size=2),
        "mean": rng.normal(size=2),
        "var": rng.uniform(1, 2, 2),
    }
    nodes = [
        ("Conv", ["features", "biases"], {"auto_pad": "SAME_LOWER", "strides": [2, 2]}),
        ("BatchNormalization", list(norm), {"epsilon": 0.1}),
        ("Dropout", [], {}),
        ("Reshape", ["list"], {}),
        ("Gemm", ["weights"], {"transB": 1}),
        ("Softmax", [], {}),
    ]
    write_onnx(path, nodes, {**numbers, **norm, "list": np.array([0, -1])})
    scale = norm["scale"] / np.sqrt(norm["var"] + 0.1)
    conv = Conv(numbers["features"], numbers["biases"], 2, 2, 1, 1, 1, 1)
    maps = conv.forward(X[None, None]) * scale[:, None, None] + (norm["shift"] - norm["mean"] * scale)[:, None, None]
    expected = Network([Voting(numbers["weights"]), Softmax()]).forward(maps)[0]
    assert np.allclose(from_onnx(path).votes(X), expected, atol=1e-12)
    light = from_onnx(path).forward((X[None, None] + 1) / 2)[0]
    assert np.allclose(from_onnx(path, paper=0, ink=1).votes(X), light, atol=1e-12)


@pytest.mark.parametrize("shape", [(3,), (1, 3), (1,), ()], ids=str)
@pytest.mark.parametrize("given", [["biases"], ["biases", None]], ids=["after", "before"])
def test_matmul_and_add_are_a_dense_layer_wherever_the_biases_stand(tmp_path, shape, given):
    rng, path = np.random.default_rng(2), tmp_path / "one.onnx"
    numbers = {"weights": rng.normal(size=(81, 3)), "biases": rng.normal(size=shape), "last": rng.normal(size=(3, 2))}
    nodes = [("Flatten", [], {}), ("MatMul", ["weights"], {}), ("Add", given, {}), ("Relu", [], {})]
    write_onnx(path, [*nodes, ("MatMul", ["last"], {})], numbers)
    hidden = X.ravel() @ numbers["weights"] + numbers["biases"].ravel()
    network = from_onnx(path)
    assert np.allclose(network.votes(X), np.maximum(hidden, 0) @ numbers["last"], atol=1e-12)
    assert [type(layer).__name__ for layer in network.layers] == ["Voting", "ReLU", "Voting"]


FLATTENINGS = {  # how a list is made of maps, with the images' number open, and sometimes their sides, too
    "x.size(0), -1": lambda x: x.view(x.size(0), -1),
    "x.size(0), 32": lambda x: x.view(x.size(0), 32),
    "len(x), -1": lambda x: x.view(len(x), -1),
    "every side": lambda x: x.reshape(x.shape[0], x.shape[1] * x.shape[2] * x.shape[3]),
    "flatten": lambda x: torch.flatten(x, 1),
}


@needs_torch
@pytest.mark.filterwarnings("ignore")  # PyTorch's, about its older exporter
@pytest.mark.parametrize("version", [9, 12, 17])
@pytest.mark.parametrize("sides", [[0], [0, 2, 3]], ids=len)
@pytest.mark.parametrize("way", FLATTENINGS)
def test_maps_are_made_a_list_in_every_way_that_a_forward_of_ones_own_is_exported(way, sides, version, tmp_path):
    class Own(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.dense = torch.nn.Conv2d(1, 2, 3), torch.nn.Linear(32, 3)

        def forward(self, x):
            return self.dense(FLATTENINGS[way](torch.relu(self.conv(x))))

    model, path, open_sides = Own().eval(), tmp_path / "one.onnx", {"x": {side: f"side {side}" for side in sides}}
    how = {"input_names": ["x"], "dynamic_axes": open_sides, "opset_version": version, "dynamo": False}
    torch.onnx.export(model, torch.zeros(1, 1, 6, 6), path, **how)
    if (way, len(sides)) == ("every side", 3):
        with pytest.raises(ValueError, match=r"as torch.flatten\(x, 1\) does, got shape \(0, \?\) in node"):
            from_onnx(path)
        return
    image = torch.randn(1, 1, 6, 6)
    assert np.allclose(from_onnx(path).forward(image.numpy()), model(image).detach().numpy(), atol=1e-5)


def test_shapes_that_no_list_of_maps_has_and_numbers_that_are_none_are_refused(tmp_path):
    path, numbers = tmp_path / "one.onnx", {"list": np.array([-1]), "axes": np.array([0]), "two": np.array(2)}
    for step, sides in [(("Gather", ["sides", "two"], {}), "2"), (("Mul", ["images", "two"], {}), "?")]:
        make = onnx.helper.make_node
        nodes = [
            make("Shape", ["image"], ["sides"]),
            make("Constant", [], ["zero"], value_int=0),
            make("Gather", ["sides", "zero"], ["images"]),
            make(*step[:2], ["one"]),
            make("Unsqueeze", ["one", "axes"], ["first"]),
            make("Concat", ["first", "list"], ["shape"], axis=0),
            make("Reshape", ["image", "shape"], ["votes"]),
        ]
        given, votes = (onnx.helper.make_tensor_value_info(name, 1, ["n", 1, 2, 2]) for name in ("image", "votes"))
        arrays = [onnx.numpy_helper.from_array(array, name) for name, array in numbers.items()]
        onnx.save(onnx.helper.make_model(onnx.helper.make_graph(nodes, "test", [given], [votes], arrays)), path)
        with pytest.raises(ValueError, match=rf"got shape \({re.escape(sides)}, -1\) in node 7 \(Reshape\)$"):
            from_onnx(path)


def test_a_file_that_keeps_its_numbers_in_another_is_read_with_it_and_asks_for_it(tmp_path):
    write_onnx(
        path := tmp_path / "one.onnx", [("Flatten", [], {}), ("MatMul", ["weights"], {})], {"weights": np.eye(81)}
    )
    apart = {"save_as_external_data": True, "location": "one.data", "size_threshold": 0}
    onnx.save(onnx.load(path), path, **apart)
    assert np.array_equal(from_onnx(path).votes(X), X.ravel())
    for spoil in (lambda data: data.write_bytes(b"short"), lambda data: data.unlink()):
        spoil(tmp_path / "one.data")
        with pytest.raises(ValueError, match=r"^expected beside one.onnx the file that it .*: copy both together$"):
            from_onnx(path)


def test_files_that_cannot_be_read_are_refused_in_a_sentence(tmp_path, monkeypatch):
    path, odd = tmp_path / "one.onnx", np.ones((2, 1, 3, 3))
    for nodes, sentence in [
        ([("Sigmoid", [], {})], "got Sigmoid in node 1 (Sigmoid)"),
        ([("LogSoftmax", [], {})], "got LogSoftmax (at the end it may be left out: no answer changes) in node 1"),
        ([("Conv", ["odd"], {"auto_pad": "SAME_UPPER", "strides": [2, 2]})], "how large its images are"),
        ([("Relu", [], {}), ("Conv", ["missing"], {})], "got 'missing', which is worked out or given in node 2 (Conv)"),
        ([("Flatten", [], {}), ("Conv", ["odd"], {})], "expected maps, which Flatten has made a list of"),
        ([("Conv", [], {})], "got one with something missing or of another shape in node 1 (Conv)"),
        ([("Conv", ["odd"], {"strides": [2]})], "expected strides and pads in 2 dimensions, got [2] and [0, 0, 0, 0]"),
        ([("Conv", ["texts"], {})], "expected ordinary numbers, got 'texts' of type object in node 1 (Conv)"),
        ([("BatchNormalization", [*["wrong"] * 3, "odd"], {})], "expected as many scales, shifts, means and variances"),
        ([("Reshape", ["odd"], {})], "expected Reshape that makes one list of the maps"),
        ([("Add", ["odd"], {})], "expected Add of biases right after MatMul, got it elsewhere in node 1 (Add)"),
        ([("MatMul", ["odd"], {})], "expected MatMul of a list with weights (values, outputs), got weights of shape"),
        (
            [("Flatten", [], {}), ("MatMul", ["square"], {}), ("Add", ["wrong"], {})],
            "expected a bias for each of 2 out",
        ),
        ([("Flatten", [], {}), ("MatMul", ["square"], {}), ("Add", ["upright"], {})], "some of shape (2, 1)"),
    ]:
        numbers = {"odd": odd if nodes[0][0] != "Reshape" else np.array([1, 1, 81]), "square": np.ones((4, 2))}
        numbers |= {"wrong": np.ones(3), "upright": np.ones((2, 1)), "texts": np.array(["a"], object)}
        write_onnx(path, nodes, numbers, ("n", 1, "h", "w"))
        with pytest.raises(ValueError, match=r"^expected ") as caught:
            from_onnx(path)
        assert sentence in str(caught.value)
    for content in (b"", b"no network", b"PK\x03\x04"):
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"expected a file in the format of ONNX.*, got one\.onnx"):
            from_onnx(path)
    with pytest.raises(FileNotFoundError, match=r"missing\.onnx"):
        from_onnx(tmp_path / "missing.onnx")
    monkeypatch.setattr("xo.your_network.onnx_files.find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match="pip install onnx"):
        from_onnx(path)


@needs_torch
def test_the_glass_shows_it_and_what_was_edited_comes_back():
    nn = torch.nn
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(18, 2)).double()
    glass = GlassNetwork(from_torch(model), X)
    assert np.allclose(glass.votes, model(torch.tensor(X)[None, None])[0].detach().numpy())
    assert [type(layer).__name__ for layer in glass.network.layers] == ["Conv", "ReLU", "MaxPool", "Voting"]
    assert "image/png" in glass._repr_mimebundle_()[0]
