"""Layers on their way to the browser and back: a plan of plain values, and one row of float64 numbers."""

import numpy as np

from xo.filtering import Convolution
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.stacking import Network
from xo.voting import Voting

KINDS = (Convolution, ReLU, Pooling, Voting)
TITLES = {"Convolution": "filtered", "ReLU": "ReLU", "Pooling": "pooled", "Voting": "votes"}


def plan_layers(layers, own=None):
    """Describe layers so that the browser can run them.

    own: the learner's functions by layer number, counted from 1
    returns: a list of dictionaries, and all weights and biases as float64 bytes in the same order
    raises: TypeError for a layer that xo does not know
    """
    plans = [_plan(layer) for layer in layers]
    for number, function in (own or {}).items():
        plans[number - 1]["own"] = getattr(function, "__name__", "function")
    arrays = [np.ravel(array) for layer in layers for array in layer.parameters]
    return plans, np.concatenate([*arrays, []]).astype("<f8").tobytes()


def _plan(layer):
    if not isinstance(layer, KINDS):
        names = ", ".join(kind.__name__ for kind in KINDS)
        raise TypeError(f"expected layers of xo ({names}), got {type(layer).__name__}")
    plan = {"kind": type(layer).__name__, "on": True, "own": ""}
    if layer.parameters:
        plan |= {"shape": list(layer.parameters[0].shape), "bias": len(layer.parameters) > 1}
    for name in ("padding", "window", "stride"):
        if hasattr(layer, name):
            plan[name] = int(getattr(layer, name))
    return plan


def build_layers(plans, numbers, switched_off=False):
    """Make fresh layers from a plan and its numbers: the opposite of `plan_layers`.

    switched_off: keep the layers that are switched off, too
    returns: a list with None for every layer that is left out
    """
    values, place, layers = np.frombuffer(numbers, "<f8").astype(float), 0, []
    for plan in plans:
        arrays = []
        shape = plan.get("shape", [])
        for size in [shape] * bool(shape) + [shape[:1]] * plan.get("bias", False):
            count = int(np.prod(size))
            arrays.append(values[place : place + count].reshape(size))
            place += count
        layers.append(_build(plan, arrays) if plan["on"] or switched_off else None)
    return layers


def _build(plan, arrays):
    match plan["kind"]:
        case "Convolution":
            return Convolution(arrays[0], arrays[1] if plan["bias"] else None, plan["padding"])
        case "Pooling":
            return Pooling(plan["window"], plan["stride"])
        case "Voting":
            return Voting(*arrays)
    return ReLU()


def run_layers(layers, image, made=None):
    """Carry one image through layers as `build_layers` gives them.

    made: what the learner's functions made, by layer number, counted from 1
    returns: the image and what every layer makes of it: arrays (maps, rows, columns) or lists (values,)
    """
    stages = [image[None]]
    for number, layer in enumerate(layers, 1):
        if layer is not None:
            stages.append(made[number] if made and number in made else layer.forward(stages[-1][None])[0])
    return stages


def write_titles(plans):
    """What the image and every layer that is switched on are called."""
    return ["image", *(plan["own"] or TITLES[plan["kind"]] for plan in plans if plan["on"])]


def as_network(network, shape, name="network"):
    """Return `network`, or a list of layers, as a Network that fits an image of `shape` (rows, columns).

    raises: TypeError for something else; ValueError that names the first layer that does not fit
    """
    if isinstance(network, list | tuple):
        network = Network(network)
    if not isinstance(network, Network):
        raise TypeError(f"expected {name} as a Network or a list of layers, got {type(network).__name__}")
    plan_layers(network.layers)
    try:
        network.sizes((1, *shape))
    except ValueError as reason:
        size = " by ".join(map(str, shape))
        raise ValueError(f"expected an image that fits the {name}, got one of {size} pixels: {reason}") from None
    return network
