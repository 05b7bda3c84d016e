"""An ONNX file as a network of xo."""

from importlib.util import find_spec

import numpy as np

from xo.saving import as_path
from xo.stacking import Network
from xo.your_network.assembling import Assembly
from xo.your_network.conv import EDGES
from xo.your_network.pools import AveragePool, MaxPool

OWN_AXIS = 13  # the version of ONNX since which Softmax goes along one axis


def from_onnx(path, paper=-1, ink=1):
    """The network that an ONNX file holds, to be shown by GlassNetwork, traced and edited.

    path: of a file whose layers form a chain of Conv, BatchNormalization, Relu, MaxPool, AveragePool, Flatten, Gemm,
          MatMul and Add, Dropout, Identity and Softmax, with at most 50,000 numbers
    paper, ink: the numbers that the network was made for where nothing is and where the ink is, such as 0 and 1
    returns: a Network, whose images go from -1 to 1, as everywhere in xo
    raises: ValueError that names the layer that cannot be shown, or says that it is no such file;
            ModuleNotFoundError where the package onnx is not installed; OSError where there is no file
    """
    if find_spec("onnx") is None:
        raise ModuleNotFoundError("from_onnx needs the package onnx, which is not installed here: pip install onnx")
    graph = _Graph(_load(as_path(path)))
    found = Assembly(paper, ink, graph.flat)
    for number, node in enumerate(graph.nodes, 1):
        with found.reading(f"node {number} ({node.op_type})"):
            if graph.keep_constant(node, found):
                continue
            if node.op_type not in READERS:
                found.refuse_kind(READERS, node.op_type)
            try:
                READERS[node.op_type](_Step(graph, node, found), found)
            except (AttributeError, IndexError, KeyError, TypeError):
                found.refuse("a node with all that ONNX asks of it", "one with something missing or of another shape")
    return found.network()


def _load(path):
    import onnx

    try:
        model = onnx.load(path, load_external_data=False)
    except OSError:
        raise
    except Exception:  # protobuf's own
        raise ValueError(f"expected a file in the format of ONNX, got {path.name}") from None
    if not model.graph.node:
        raise ValueError(f"expected a file in the format of ONNX with layers in it, got {path.name}")
    try:
        onnx.load_external_data_for_model(model, str(path.parent))
    except Exception:  # of many kinds
        told = "found none that fits: copy both together"
        raise ValueError(f"expected beside {path.name} the file that it keeps its numbers in, {told}") from None
    return model


class _Graph:
    """A file's nodes and numbers. shape: of one image (maps, rows, columns), where the file says it"""

    def __init__(self, model):
        from onnx import numpy_helper

        self.to_array = numpy_helper.to_array
        self.nodes = model.graph.node
        self.version = max((one.version for one in model.opset_import if not one.domain), default=1)
        self.numbers = {one.name: self.to_array(one) for one in model.graph.initializer}
        inputs = [one for one in model.graph.input if one.name not in self.numbers]
        if len(inputs) != 1 or len(model.graph.output) != 1:
            count = f"{len(inputs)} and {len(model.graph.output)}"
            raise ValueError(f"expected a network with one input, the image, and one output, got {count}")
        sides = [side.dim_value for side in inputs[0].type.tensor_type.shape.dim]
        self.images, self.flat = (sides or [0])[0], len(sides) == 2
        self.shape = tuple(sides[1:]) if len(sides) == 4 and all(sides[1:]) else None
        self.next = inputs[0].name

    def keep_constant(self, node, found):
        """Whether it is one, or whole numbers that follow from the shape: its numbers are known from now on."""
        how, given = _attributes(node), [self.numbers.get(name) for name in node.input]
        if node.op_type == "Constant" and how.keys() & CONSTANTS:
            made = self.to_array(how["value"]) if "value" in how else np.array([*how.values()][0])
        elif node.op_type == "Shape":
            made = np.array(self._sides(node.input[0], found))[how.get("start", 0) : how.get("end")]
        elif node.op_type in SHAPING and all(one is not None and one.dtype.kind in "iu" for one in given):
            made = SHAPING[node.op_type](how, *given)
        else:
            return False
        self.numbers[node.output[0]] = made
        return True

    def _sides(self, name, found):
        """The shape of an array, as far as it is known: 0 for as many images as come in, as Reshape has it."""
        if name in self.numbers:
            return self.numbers[name].shape
        size = self.size(found) if name == self.next else None
        if found.flat:
            return 0, int(np.prod(size)) if size else UNKNOWN
        return 0, *(size or [UNKNOWN] * 3)

    def size(self, found):
        """The shape of what the layers so far make, (maps, rows, columns), or None where the file leaves it open."""
        return self.shape and Network(found.layers).sizes(self.shape)[-1]


def _multiply(how, one, other):
    """Sides of a shape; what is no known length makes none."""
    return np.where((one > 0) & (other > 0), one * other, UNKNOWN)


UNKNOWN = -2  # a side that no Reshape takes
CONSTANTS = {"value", "value_int", "value_ints", "value_float", "value_floats"}
SHAPING = {  # what works out a shape, as x.view(x.size(0), -1) is exported
    "Gather": lambda how, sides, places: sides.take(places, how.get("axis", 0)),
    "Unsqueeze": lambda how, sides, axes=None: np.expand_dims(sides, tuple(how.get("axes", axes))),
    "Concat": lambda how, *parts: np.concatenate(parts, how["axis"]),
    "Cast": lambda how, sides: sides,
    "Mul": _multiply,
}


def _attributes(node):
    """What a node is told: name -> a number, several of them, a text or a tensor."""
    from onnx import helper

    found = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    return {name: value.decode() if isinstance(value, bytes) else value for name, value in found.items()}


class _Step:
    """A node with what it is told. how: its attributes"""

    def __init__(self, graph, node, found):
        self.graph, self.inputs, self.found, self.how = graph, list(node.input), found, _attributes(node)
        if node.op_type == "Add" and self.inputs[0] in graph.numbers:
            self.inputs.reverse()  # biases may stand first
        if self.inputs[0] != graph.next:
            found.refuse("a chain, each node taking what the one before made", f"one that takes {self.inputs[0]!r}")
        if any(node.output[1:]) and node.op_type != "Dropout":
            found.refuse("one output", f"{len(node.output)}")
        graph.next = node.output[0]

    def numbers(self, place):
        """The array that the node takes beside the maps, or None where it takes none."""
        name, known = self.inputs[place] if len(self.inputs) > place else "", self.graph.numbers
        if name and name not in known:
            self.found.refuse("numbers that stand in the file", f"{name!r}, which is worked out or given")
        if name and known[name].dtype.kind not in "biuf":
            self.found.refuse("ordinary numbers", f"{name!r} of type {known[name].dtype}")
        return known[name].astype(float) if name else None

    def strides_and_edges(self, window):
        """With the edges that the file leaves to be worked out."""
        if any(side != 1 for side in self.how.get("dilations", (1, 1))):
            self.found.refuse("dilation 1", f"dilations {self.how['dilations']}")
        stride, auto = self.how.get("strides", (1, 1)), self.how.get("auto_pad")
        pads = (0, 0, 0, 0) if auto == "VALID" else self.how.get("pads", (0, 0, 0, 0))
        if auto in ("SAME_UPPER", "SAME_LOWER"):
            pads = self._same(auto, window, stride)
        if len(stride) != 2 or len(pads) != 4:
            self.found.refuse("strides and pads in 2 dimensions", f"{[*stride]} and {[*pads]}")
        return dict(zip(("down", "across", *EDGES), (*stride, *pads), strict=True))

    def _same(self, auto, window, stride):
        """As many zeros as make ceil(length / stride) values of each side."""
        size = self.graph.size(self.found)
        if size is None and any(step != 1 for step in stride):
            self.found.refuse(f"a file that says how large its images are, for {auto}", "one that leaves it open")
        lengths = size[1:] if size else (1, 1)
        totals = [
            max(0, (-(-length // step) - 1) * step + side - length)
            for length, step, side in zip(lengths, stride, window, strict=True)
        ]
        less, more = [total // 2 for total in totals], [total - total // 2 for total in totals]
        return (*less, *more) if auto == "SAME_UPPER" else (*more, *less)


def _convolution(step, found):
    weight = step.numbers(1)
    if weight.ndim != 4:
        found.refuse("a convolution in 2 dimensions", f"weights of shape {weight.shape}")
    steps = step.strides_and_edges(weight.shape[2:])
    found.convolve(weight, step.numbers(2), step.how.get("group", 1), **steps)


def _normalisation(step, found):
    if step.how.get("training_mode", 0):
        found.refuse("a normalisation that no longer learns", "one that does")
    parts = [step.numbers(place) for place in range(1, 5)]
    if {part.shape for part in parts} != {(len(parts[0]),)}:
        found.refuse("as many scales, shifts, means and variances", f"some of shapes {[part.shape for part in parts]}")
    found.normalise(*parts, step.how.get("epsilon", 1e-5))


def _window(step, found):
    window = step.how["kernel_shape"]
    if len(window) != 2:
        found.refuse("pooling in 2 dimensions", f"windows of shape {tuple(window)}")
    settings = {"rows": window[0], "columns": window[1], "ceil": step.how.get("ceil_mode", 0)}
    return settings | step.strides_and_edges(window)


def _mean(step, found):
    found.pool(AveragePool(**_window(step, found), edge=step.how.get("count_include_pad", 0)))


def _flatten(step, found):
    axis = step.how.get("axis", 1)
    if axis not in ((1, -1) if found.flat else (1, -3)):
        found.refuse("Flatten of all but the images", f"axis {axis}")
    found.flatten()


def _reshape(step, found):
    """Taken where it does what Flatten does."""
    shape, images = tuple(int(side) for side in step.numbers(1)), step.graph.images or 1
    values = int(np.prod(step.graph.size(found) or 0))
    if len(shape) == 2 and shape[0] != -1:
        values = values or max(shape[1], 0)  # of as many lists as images: no other count is possible
    same = len(shape) == 2 and shape[0] in (0, images, -1) and shape[1] in (values or -1, -1)
    if not same or shape == (-1, -1) or (shape[0] == -1 and not values):
        found.refuse(
            "Reshape that makes one list of the maps, as torch.flatten(x, 1) does", f"shape {shape}".replace("-2", "?")
        )
    found.flatten()


def _dense(step, found):
    if step.how.get("transA", 0):
        found.refuse("Gemm of the values as they are", "transA 1")
    weight, bias = step.numbers(1) * step.how.get("alpha", 1.0), step.numbers(2)
    weight = weight if step.how.get("transB", 0) else weight.T
    if bias is not None:
        if bias.size not in (1, len(weight)) or (bias.ndim == 2 and bias.shape[0] != 1) or bias.ndim > 2:
            found.refuse(f"a bias for each of {len(weight)} outputs", f"some of shape {bias.shape}")
        bias = np.broadcast_to(bias.ravel() * step.how.get("beta", 1.0), len(weight))
    found.vote(weight, bias)


def _product(step, found):
    """A dense layer as some exporters write it; its biases come with Add."""
    weight = step.numbers(1)
    if weight.ndim != 2:
        found.refuse("MatMul of a list with weights (values, outputs)", f"weights of shape {weight.shape}")
    found.vote(weight.T, None)


def _softmax(step, found):
    axis = step.how.get("axis", -1 if step.graph.version >= OWN_AXIS else 1)
    if axis not in (1, -1):
        found.refuse("Softmax along the list", f"axis {axis}")
    found.shares()


READERS = {
    "Conv": _convolution,
    "BatchNormalization": _normalisation,
    "Relu": lambda step, found: found.relu(),
    "MaxPool": lambda step, found: found.pool(MaxPool(**_window(step, found))),
    "AveragePool": _mean,
    "Flatten": _flatten,
    "Reshape": _reshape,
    "Gemm": _dense,
    "MatMul": _product,
    "Add": lambda step, found: found.add(step.numbers(1)),
    "Dropout": lambda step, found: None,
    "Identity": lambda step, found: None,
    "Softmax": _softmax,
}
