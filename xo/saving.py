"""Saving: a stack of layers as one `.npz` file, without pickle, so that a file from anyone can be opened safely."""

import io
import json
import os
from pathlib import Path

import numpy as np

from xo.filtering import Convolution
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.voting import Voting

# What makes each kind of layer, in the order in which it takes them.
SETTINGS = {
    Convolution: ("features", "biases", "padding"),
    ReLU: (),
    Pooling: ("window", "stride"),
    Voting: ("weights", "biases"),
}
KINDS = {kind.__name__: kind for kind in SETTINGS}


def write_layers(layers, path):
    """Write layers to a file, whole or not at all.

    raises: TypeError for a layer that is none of xo's; ValueError for what could not be read again
    """
    if not layers:
        raise ValueError("expected at least one layer to save, got none")
    named, arrays = [], {}
    for number, layer in enumerate(layers):
        if type(layer) not in SETTINGS:
            raise TypeError(f"expected layers of {', '.join(KINDS)} to save, got {type(layer).__name__}")
        if not all(np.isfinite(array).all() for array in layer.parameters):
            kind = type(layer).__name__
            raise ValueError(f"expected ordinary numbers to save, got NaN or infinity in layer {number + 1} ({kind})")
        plain = {name: getattr(layer, name) for name in SETTINGS[type(layer)]}
        arrays |= {f"{number}.{name}": value for name, value in plain.items() if isinstance(value, np.ndarray)}
        named.append([type(layer).__name__, {name: value for name, value in plain.items() if isinstance(value, int)}])
    file = io.BytesIO()
    np.savez(file, layers=json.dumps(named), **arrays)
    beside = Path(f"{path}.part")
    try:
        beside.write_bytes(file.getvalue())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def read_layers(path):
    """Read layers that `write_layers` wrote.

    raises: ValueError in one sentence for any other file; OSError, with the path, where there is none
    """
    content = Path(path).read_bytes()
    try:
        if not content.startswith(b"PK"):
            raise ValueError("it is no zip archive")  # NumPy would take it for a pickle
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            entries = json.loads(str(file["layers"]))
            if not entries:
                raise ValueError("it has no layers")
            return [_read_layer(file, *entry) for entry in enumerate(entries)]
    except Exception as reason:  # zip, its compression, NumPy's headers and JSON each fail in ways of their own
        said = str(reason).splitlines()[0] if str(reason) else type(reason).__name__
        raise ValueError(f"expected a network saved by xo, got {Path(path).name}, unreadable: {said}") from None


def _read_layer(file, number, entry):
    kind, settings = entry
    start = f"{number}."
    values = settings | {name.removeprefix(start): file[name] for name in file.files if name.startswith(start)}
    return KINDS[kind](*[values.get(name) for name in SETTINGS[KINDS[kind]]])
