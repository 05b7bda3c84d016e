"""The three examples of docs/your_network.md run as they stand there."""

import importlib
import os
import re
from importlib.util import find_spec

import numpy as np
import pytest

from tools.lessons import ROOT
from xo.widgets.glass import GlassNetwork
from xo.your_network.onnx_files import READERS
from xo.your_network.torch_models import _readers

PAGE = (ROOT / "docs" / "your_network.md").read_text(encoding="utf-8")
BY_HAND, BY_TORCH, BY_ONNX = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
ROWS = [row.split("|") for row in PAGE.splitlines() if row.count("|") == 5]  # of the table of layers


def shown(code):
    """Run it as a notebook would. returns: what its last line shows"""
    *lines, last = code.strip().splitlines()
    exec("\n".join(lines), names := {})
    return eval(last, names)


def test_a_list_of_layers():
    glass = shown(BY_HAND)
    assert isinstance(glass, GlassNetwork)
    assert glass.answer == "falling"
    glass.image = glass.image[::-1]
    assert glass.answer == "rising"
    assert "answer" in glass._repr_mimebundle_()[0]["text/plain"]


@pytest.mark.skipif(
    os.environ.get("XO_NEED_TORCH") != "1" and not find_spec("torch"),
    reason="PyTorch is not installed; the course does not need it",
)
def test_a_model_of_pytorch():
    glass = shown(BY_TORCH)
    assert glass.categories == list("0123456789")
    assert len(glass.votes) == 10
    assert glass.image.shape == (8, 8)
    read = set(re.findall(r"`(\w+)(?:\(1\))?`", "".join(row[2] for row in ROWS)))
    assert {one.__name__ for one in _readers(importlib.import_module("torch.nn"))} == read


def test_a_file_of_onnx(tmp_path, monkeypatch):
    onnx = pytest.importorskip("onnx", reason="onnx is not installed; the course does not need it")
    from onnx import TensorProto, helper, numpy_helper

    rng = np.random.default_rng(0)
    weight, dense = rng.normal(size=(3, 1, 5, 5)), rng.normal(size=(10, 432))
    numbers = [numpy_helper.from_array(weight, "w"), numpy_helper.from_array(dense, "d")]
    nodes = [
        helper.make_node("Conv", ["in", "w"], ["a"]),
        helper.make_node("MaxPool", ["a"], ["b"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Flatten", ["b"], ["c"]),
        helper.make_node("Gemm", ["c", "d"], ["out"], transB=1),
    ]
    ends = [("in", [1, 1, 28, 28]), ("out", [1, 10])]
    values = [helper.make_tensor_value_info(name, TensorProto.DOUBLE, shape) for name, shape in ends]
    graph = helper.make_graph(nodes, "small", values[:1], values[1:], numbers)
    monkeypatch.chdir(tmp_path)
    onnx.save(helper.make_model(graph), "model.onnx")
    glass = shown(BY_ONNX)
    assert np.allclose(glass.votes, 0)  # no bias, and paper is 0
    glass.image = np.ones((28, 28))
    expected = dense @ np.repeat(weight.sum((1, 2, 3)), 144)
    assert np.allclose(glass.votes, expected)


def test_the_page_names_every_operator_that_is_read():
    named = set(re.findall(r"`(\w+)`", "".join(row[3] for row in ROWS)))
    assert set(READERS) == named
