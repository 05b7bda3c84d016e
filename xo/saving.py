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
    Voting: ("strengths", "biases"),
}
KINDS = {kind.__name__: kind for kind in SETTINGS}
DAMAGE = (ValueError, LookupError, TypeError, AttributeError, EOFError, ArithmeticError, RuntimeError)


def write_layers(layers, path):
    """Write layers to a file, whole or not at all.

    raises: TypeError for a layer that is none of xo's
    """
    named, arrays = [], {}
    for number, layer in enumerate(layers):
        if type(layer) not in SETTINGS:
            raise TypeError(f"expected layers of {', '.join(KINDS)} to save, got {type(layer).__name__}")
        plain = {name: getattr(layer, name) for name in SETTINGS[type(layer)]}
        arrays |= {f"{number}.{name}": value for name, value in plain.items() if isinstance(value, np.ndarray)}
        named.append([type(layer).__name__, {name: value for name, value in plain.items() if isinstance(value, int)}])
    file = io.BytesIO()
    np.savez(file, layers=json.dumps(named), **arrays)
    beside = Path(f"{path}.part")
    beside.write_bytes(file.getvalue())
    os.replace(beside, path)


def read_layers(path):
    """Read layers that `write_layers` wrote.

    raises: ValueError in one sentence for any other file; OSError, with the path, where there is none
    """
    import zipfile  # slow to import, and only needed here

    content = Path(path).read_bytes()
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            return [_read_layer(file, *entry) for entry in enumerate(json.loads(str(file["layers"])))]
    except (*DAMAGE, OSError, zipfile.BadZipFile, zipfile.LargeZipFile) as reason:
        said = str(reason).splitlines()[0] if str(reason) else type(reason).__name__
        raise ValueError(f"expected a network saved by xo, got {Path(path).name}, unreadable: {said}") from None


def _read_layer(file, number, entry):
    kind, settings = entry
    start = f"{number}."
    values = settings | {name.removeprefix(start): file[name] for name in file.files if name.startswith(start)}
    return KINDS[kind](*[values.get(name) for name in SETTINGS[KINDS[kind]]])
