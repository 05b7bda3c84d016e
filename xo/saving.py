"""Saving: a stack of layers as one `.npz` file, without pickle, so that a file from anyone can be opened safely.

Of each layer, the file holds the name of its kind and its settings: plain values and, for a layer that is itself a
stack, a list of layers as text, and arrays as numbers. What else a network is told when it is made stands beside them.
"""

import io
import json
import zipfile
from importlib import import_module
from pathlib import Path

import numpy as np

from xo import OPERATIONS
from xo.arguments import as_kind
from xo.files import write_whole

LARGEST = 100_000_000  # bytes, packed or unpacked: a thousand times the larger network that ships with the course
RENAMED = {"strengths": "weights"}  # what a setting is called in older files, and now


def find_kind(name):
    """The kind of layer with this name: a class of xo, or one of your own that the running notebook knows; or None."""
    for room in (*(f"xo.{room}" for room in OPERATIONS), "__main__"):
        kind = getattr(import_module(room), name, None)
        if isinstance(kind, type) and all(hasattr(kind, part) for part in ("settings", "forward", "backward")):
            return kind
    return None


def write_layers(layers, path, **others):
    """Write layers to a file, whole or not at all. others: plain values to stand beside them

    raises: TypeError for a layer that could not be found again by its name; ValueError for what could not be read
            again; OSError where no file can be written
    """
    path = as_path(path)
    if not layers:
        raise ValueError("expected at least one layer to save, got none")
    arrays, entries = {}, []
    for number, layer in enumerate(layers):
        if not all(np.isfinite(array).all() for array in layer.parameters):
            kind = type(layer).__name__
            raise ValueError(f"expected ordinary numbers to save, got NaN or infinity in layer {number + 1} ({kind})")
        entries.append(_say(layer, f"{number}.", arrays))
    file = io.BytesIO()
    np.savez(file, layers=json.dumps(entries), **others, **arrays)
    write_whole(path, file.getvalue())


def _say(layer, start, arrays):
    """A layer as [kind, settings]; its arrays go into `arrays`, each under a name that begins with `start`."""
    kind, plain = type(layer), {}
    if find_kind(kind.__name__) is not kind:
        raise TypeError(f"expected layers that can be found again by their names to save, got {kind.__name__}")
    for name, value in layer.settings.items():
        if isinstance(value, np.ndarray):
            arrays[start + name] = value
        elif isinstance(value, list):
            plain[name] = [_say(inner, f"{start}{name}.{number}.", arrays) for number, inner in enumerate(value)]
        else:
            plain[name] = value
    return [kind.__name__, plain]


def as_path(path):
    """A file's name as a Path. raises: TypeError for anything but text or a Path"""
    return Path(as_kind(path, str | Path, "a file's name as text or a Path"))


def read_layers(path):
    """Read what `write_layers` wrote. returns: the layers, and the values beside them by their names

    raises: ValueError in one sentence for any other file; OSError, with the path, where there is none
    """
    with open(as_path(path), "rb") as file:
        content = file.read(LARGEST + 1)
    try:
        _check_size(content)
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            entries = json.loads(str(file["layers"]))
            if not entries:
                raise ValueError("it has no layers")
            others = {name: file[name].item() for name in file.files if name != "layers" and "." not in name}
            return [_make(entry, f"{number}.", file) for number, entry in enumerate(entries)], others
    except Exception as reason:  # zip, its compression, NumPy's headers and JSON each fail in ways of their own
        said = str(reason).splitlines()[0] if str(reason) else type(reason).__name__
        raise ValueError(f"expected a network saved by xo, got {Path(path).name}, unreadable: {said}") from None


def _check_size(content):
    if not content.startswith(b"PK"):
        raise ValueError("it is no zip archive")  # NumPy would take it for a pickle
    parts = [] if len(content) > LARGEST else zipfile.ZipFile(io.BytesIO(content)).infolist()
    if max(len(content), sum(part.file_size for part in parts)) > LARGEST:
        raise ValueError(f"it holds more than {LARGEST // 1_000_000} million bytes")


def _make(entry, start, file):
    """The opposite of `_say`: a new layer, its arrays read from `file`."""
    kind, plain = entry
    if find_kind(kind) is None:
        raise ValueError(f"it has a layer of a kind that is not known here, {kind}")
    settings = {}
    for name, value in plain.items():
        inside = value if isinstance(value, list) else []
        inner = [_make(one, f"{start}{name}.{number}.", file) for number, one in enumerate(inside)]
        settings[name] = inner if isinstance(value, list) else value
    for name in file.files:
        setting = name.removeprefix(start)
        if setting != name and "." not in setting:
            settings[RENAMED.get(setting, setting)] = file[name]
    return find_kind(kind)(**settings)
