"""Layers on their way to the browser and back: a plan of plain values, and one row of float64 numbers."""

import re
from pathlib import Path

import numpy as np
from traitlets import Bytes

from xo.saving import find_kind
from xo.stacking import Network

REGISTRY = Path(__file__).parent / "layers" / "kinds.js"
BROWSER = re.findall(
    r"\w+", re.search(r"^export const KINDS = \{(.*?)\};", REGISTRY.read_text("utf-8"), re.M | re.S)[1]
)


def synced_bytes():
    """A trait for bytes that travel both ways: the browser's come as a memoryview, which `Bytes` alone refuses."""
    return Bytes(b"").tag(sync=True, from_json=lambda value, widget: bytes(value))


def write_floats(values):
    """Numbers as float64 bytes, row by row."""
    return np.ascontiguousarray(values, "<f8").tobytes()


def read_floats(content, shape=-1):
    """The opposite of `write_floats`: a new array."""
    return np.frombuffer(bytes(content), "<f8").reshape(shape).astype(float)


def plan_layers(layers, own=None):
    """Describe layers so that the browser can run them.

    own: the learner's functions by layer number, counted from 1
    returns: a list of dictionaries, and all weights and biases as float64 bytes in the same order
    raises: TypeError for a layer that the browser does not know
    """
    told = [_tell(layer) for layer in layers]
    for number, function in (own or {}).items():
        told[number - 1][0]["own"] = getattr(function, "__name__", "function")
    numbers = [np.ravel(array) for _, arrays in told for array in arrays]
    return [plan for plan, _ in told], write_floats(np.concatenate([*numbers, []]))


def _tell(layer):
    """A layer as plain values, and its arrays, whose names and shapes stand among these."""
    kind = type(layer).__name__
    if find_kind(kind) is not type(layer) or kind not in BROWSER:
        known = ", ".join(name for name in BROWSER if find_kind(name))
        raise TypeError(f"expected layers that the browser knows ({known}), got {kind}")
    told = layer.settings
    arrays = {name: value for name, value in told.items() if isinstance(value, np.ndarray)}
    settings = {name: value for name, value in told.items() if name not in arrays and value is not None}
    shapes = [[name, list(array.shape)] for name, array in arrays.items()]
    return {"kind": kind, "on": True, "own": "", "settings": settings, "arrays": shapes}, arrays.values()


def build_layers(plans, numbers, switched_off=False):
    """Make fresh layers from a plan and its numbers: the opposite of `plan_layers`.

    switched_off: keep the layers that are switched off, too
    returns: a list with None for every layer that is left out
    """
    values, start, layers = read_floats(numbers), 0, []
    for plan in plans:
        arrays = {}
        for name, shape in plan["arrays"]:
            end = start + int(np.prod(shape))
            arrays[name] = values[start:end].reshape(shape)
            start = end
        kind = find_kind(plan["kind"])
        layers.append(kind(**arrays, **plan["settings"]) if plan["on"] or switched_off else None)
    return layers


def as_maps(image):
    """The maps of an image: itself where it is in colour, else one."""
    return image if image.ndim == 3 else image[None]


def run_layers(layers, image, made=None):
    """Carry one image through layers as `build_layers` gives them.

    made: what the learner's functions made, by layer number, counted from 1
    returns: the image and what every layer makes of it: arrays (maps, rows, columns) or lists (values,)
    """
    stages = [as_maps(image)]
    for number, layer in enumerate(layers, 1):
        if layer is not None:
            stages.append(made[number] if made and number in made else layer.forward(stages[-1][None])[0])
    return stages


def write_titles(plans):
    """What the image and every layer that is switched on are called."""
    return ["image", *(plan["own"] or find_kind(plan["kind"]).makes for plan in plans if plan["on"])]


def as_network(network, shape, name="network"):
    """Return `network`, or a list of layers, as a Network for images of (rows, columns) or (3, rows, columns).

    raises: TypeError for something else; ValueError that names the first layer that does not fit
    """
    if isinstance(network, list | tuple):
        network = Network(network)
    if not isinstance(network, Network):
        raise TypeError(f"expected {name} as a Network or a list of layers, got {type(network).__name__}")
    plan_layers(network.layers)
    try:
        network.sizes(tuple(shape) if len(shape) == 3 else (1, *shape))
    except ValueError as reason:
        size = " by ".join(map(str, shape))
        raise ValueError(
            f"expected an image that fits {name if ' ' in name else 'the ' + name}, got one of {size} pixels: {reason}"
        ) from None
    return network
