"""The learner's own functions in the place of layers: run them, and say in one sentence what went wrong."""

import time

import numpy as np

from xo.widgets.shared.wire import as_maps, write_floats


def check_own(own, layers):
    """Return `own` as a dictionary of functions by layer number.

    raises: TypeError for anything but functions; ValueError for a layer that is not there
    """
    own = {} if own is None else own
    if not isinstance(own, dict):
        raise TypeError(f"expected own as {{layer number: function}}, got {type(own).__name__}")
    for number, function in own.items():
        if not isinstance(number, int) or not 1 <= number <= len(layers):
            raise ValueError(f"expected own functions for layers 1 to {len(layers)}, got one for layer {number!r}")
        if not callable(function):
            raise TypeError(f"expected a function for layer {number}, got {type(function).__name__}")
    return dict(own)


def run_own(layers, own, image):
    """Carry one image through the layers, the learner's functions in their places.

    layers: layers of xo, None for one that is switched off; own: functions by layer number, counted from 1
    returns: what the functions made, by layer number, and a sentence about what went wrong, or ""
    """
    made, error, maps = {}, "", as_maps(image)
    for number, layer in enumerate(layers, 1):
        if layer is None:
            continue
        built_in = layer.forward(maps[None])[0]
        if number in own:
            try:
                made[number] = _call(own[number], maps.copy(), built_in.shape)
            except Exception as reason:
                error = error or f"Layer {number}: {reason}. The built-in layer stands in."
        maps = made.get(number, built_in)
    return made, error


def _call(function, maps, shape):
    name = f"your function {getattr(function, '__name__', 'here')}"
    try:
        result = function(maps)
    except Exception as reason:
        said = f": {reason}" if str(reason).strip() else ""
        raise RuntimeError(f"{name} stopped with {type(reason).__name__}{said}") from reason
    try:
        result = np.asarray(result, float)
    except (TypeError, ValueError):
        raise TypeError(f"{name} returned {type(result).__name__}, expected numbers of shape {shape}") from None
    if result.shape != shape:
        raise ValueError(f"{name} returned shape {result.shape}, expected {shape}")
    if not np.isfinite(result).all():
        raise ValueError(f"{name} returned NaN or infinity")
    return result


def answer(layers, own, images, serial):
    """The message and the buffers that answer the browser's question for some drawings."""
    start = time.perf_counter()
    runs = [run_own(layers, own, image) for image in images]
    took = round((time.perf_counter() - start) * 1000, 1)
    numbers, error = [list(made) for made, _ in runs], next((error for _, error in runs if error), "")
    message = {"kind": "made", "serial": serial, "took": took, "numbers": numbers, "error": error}
    return message, [write_floats(values) for made, _ in runs for values in made.values()]
