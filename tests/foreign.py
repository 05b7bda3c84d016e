"""What people hand to a function that takes something else, and what a function may do with it.

Tried is every public function and class of xo, but for INNER, which only the course itself calls. `public_functions`
finds them by walking the package, so that a new one is tried as soon as it is written: for each parameter, each of
FOREIGN stands in the place of what GOOD has for it.
"""

import contextlib
import copy
import importlib
import inspect
import io
import re
import signal
import warnings
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np

import xo
from xo.backprop import Adam
from xo.digits import load_digits
from xo.errors import softmax_error
from xo.filtering import FEATURES
from xo.hyperparameters import Summary, Sweep
from xo.images import O, X, make_images
from xo.networks import hand_made_network
from xo.receipts import codec
from xo.receipts.plans import plan_of
from xo.relu import ReLU
from xo.stacking import Network

SECONDS = 2

# What the course calls with what a public function has looked at before: whole rooms, and single names.
INNER = {
    *("letters.strokes", "letters.ranges", "letters", "patches", "colours", "files", "saving", "running.processes"),
    *("plots.words", "plots.sheets", "widgets.shared.bundle", "widgets.shared.background", "widgets.shared.still"),
    *("widgets.shared.presets", "widgets.shared.wire", "widgets.shared.examples", "widgets.glass.still"),
    *("widgets.glass.words", "widgets.glass.own_functions", "widgets.lab.lineup", "widgets.lab.still"),
    *("widgets.trainer.player", "widgets.trainer.start", "widgets.trainer.still", "widgets.question"),
    *("predictions.spelling", "predictions.reading", "predictions.guesses", "predictions.storage"),
    *("checks.running", "checks.comparing", "checks.telling", "checks.judging", "checks.exercise", "checks.slips"),
    *("checks.products", "checks.slices", "checks.explaining", "photos.opening", "photos.ruling", "photos.seeing"),
    *("arguments", "next_tools", "networks.trained.file_of", "jupyter_widget_states"),  # the last by Jupyter's server
    *(f"checks.lesson{number:02}" for number in range(1, 17)),  # answers, to be read
    *("images.area_shares", "images.light_shares", "images.as_pixels", "images.refuse_greys"),
    *("images.warn_of_dark_ink", "backprop.as_memory"),
    *("pooling.over_windows", "pooling.cells_of_windows", "pooling.count_cells", "pooling.pooled_shape"),
    *("errors.check_categories", "errors.as_votes", "relu.pooling_first", "voting.name_categories"),
    *("backprop.keep_better", "backprop.cut_pieces", "backprop.judge", "hyperparameters.try_out"),
    *("drawings.are_held_out", "drawings.count_categories", "drawings.make_like", "drawings.describe"),
    *("hyperparameters.load_results", "hyperparameters.save_results", "plots.charts.within"),
    *("postcards.as_typed", "postcards.decode"),
    *("receipts.codec", "receipts.plans", "receipts.counting", "receipts.make_receipt", "receipts.count_lessons"),
    *("receipts.draw_map", "plots.cards", "your_network.assembling", "your_network.conv.surround"),
    *("your_network.conv.take_off", "your_network.conv.pads_in_torch"),
    *("your_network.torch_models", "your_network.onnx_files"),  # test_your_network
    *("networks.random_start.random_convolution", "networks.random_start.random_voting"),
    *("digits.reader_file", "breaking.answer_map"),
}
# Methods with arguments that people call; the others (`backward`, `step`, ...) run in the midst of learning.
METHODS = {
    "stacking.Network": ("forward", "stages", "votes", "answer", "sizes", "operations", "save", "load"),
    "filtering.Convolution": ("forward",),
    "pooling.Pooling": ("forward",),
    "pooling.AveragePooling": ("forward",),
    "voting.Voting": ("forward",),
}

IMAGES, CATEGORIES = make_images(8, rng=0)
SMALL, DIGITS = {"X": X, "O": O}, load_digits()


def a_receipt():
    """A receipt of today's lesson 02."""
    return codec.write(plan_of("02"), 1, {"02.slant": {"question": "", "answer": "7/9"}}, {})


# What each parameter takes, by its name or by the function's and its own.
GOOD = {
    **{"image": X, "other": O, "pattern": X, "feature": FEATURES[0], "features": FEATURES[:, None], "biases": None},
    **{"images": IMAGES, "categories": CATEGORIES, "maps": FEATURES[None], "values": np.arange(12.0) / 12},
    **{"votes": np.array([[1.0, 2.0], [3.0, 1.0]]), "network": hand_made_network, "reader": hand_made_network},
    **{"layers": lambda: hand_made_network().layers, "weights": np.ones((2, 12)), "rng": 0, "seed": 0, "size": 9},
    **{"window": 2, "stride": 2, "padding": 0, "count": 4, "dtype": float, "variety": 1.0, "rounds": 1, "batch": 4},
    **{"rate": 0.01, "step": 0.01, "rule": Adam, "error": lambda: softmax_error, "memory": 0.9, "long_memory": 0.9},
    **{"rows": 1.0, "columns": 1.0, "factor": 1.2, "degrees": 10, "amount": 1, "thickness": 0, "noise": 0},
    **{"grain": None, "most": 2, "places": 2, "largest": 45, "over": None, "titles": None, "category": 0},
    **{"design": "filter 2 3, relu, pool 2 2", "designs": {"a": "filter 2 3"}, "seeds": (1,), "file": None},
    **{"start": 300, "end": 600, "seconds": 0.1, "bands": 4, "chunks": 4, "word": "cat", "share": 0.5, "length": 9},
    **{"text": "#.#\n.#.", "code": "00G8H0-M0G2G8-H0G009", "source": "X 00G8H0-M0G2G8-H0G009", "shape": (1, 9, 9)},
    **{"unseen": None, "against": None, "own": None, "readers": None, "examples": None, "exam": None, "cores": 1},
    **{"curves": {"a": [1, 2, 3]}, "across": "step", "up": "value", "title": "", "name": "01.match", "answer": 3},
    **{"question": "How many?", "choices": None, "cells": None, "words": False, "truth": 3, "lesson": "01"},
    **{"pixels": 3, "hidden": (), "relu": True, "poolings": 1, "value": 0.5, "operations": [{"additions": 1}]},
    **{"summaries": lambda: [Summary("a", 9, 9, [0.9], [0.8])], "sweep": lambda: Sweep({"a": "filter 2 3"}, (1,))},
    **{"picture": X, "ink": None, "strong": ((0, 3), (1, 2)), "wait": True, "paper": -1, "names": None},
    "photos": np.full((2, 6, 6, 3), 200, np.uint8),
    "images.read_colours.picture": np.full((6, 6, 3), 200, np.uint8),
    "networks.random_start.random_network.categories": 2,
    "networks.random_start.random_network.features": (3,),
    "networks.random_start.random_network.biases": False,
    **{
        "drawings.as_drawings.examples": {"heart": X, "tree": O},
        "breaking.readers.check_examples.examples": {"X": X, "O": O},
    },
    **{"designs.build.categories": 2, "designs.cost.categories": 2, "breaking.changes.moved.images": DIGITS[0][:3]},
    "voting.elect.votes": np.array([1.0, 2.0]),
    "backward": False,
    "widgets.glass.GlassNetwork.category": "X",
    "voting.elect.categories": ("X", "O"),
    "postcards.read_class.categories": ("X", "O"),
    "backprop.train.error": lambda: softmax_error,
    "pooling.Pooling.forward.maps": IMAGES,
    "pooling.AveragePooling.forward.maps": IMAGES,
    "filtering.Convolution.forward.maps": IMAGES,
    "voting.Voting.forward.maps": np.ones((4, 3, 2, 2)),
    **{"down": 1, "across": 1, "top": 0, "left": 0, "bottom": 0, "right": 0, "ceil": 0, "edge": 0},
    **{"your_network.pools.MaxPool.rows": 2, "your_network.pools.MaxPool.columns": 2},
    **{"your_network.pools.AveragePool.rows": 2, "your_network.pools.AveragePool.columns": 2},
    "tables.table.values": FEATURES[0],
    "breaking.change.size": 1,
    "breaking.flip.places": [[0], [3]],
    "beyond_images.spectrogram.sound": np.sin(np.arange(400.0)),
    "beyond_images.swap.rows": 0.5,
    "beyond_images.swap.columns": 0.5,
    "beyond_images.word_picture.columns": 12,
    "stacking.Network.save.path": "network.npz",
    "stacking.Network.load.path": "there.npz",
    "designs.Skip.layers": lambda: [ReLU()],
    "breaking.readers.worst_answers.images": IMAGES,
    "networks.trained.load_trained.size": 9,
    "networks.trained.load_trained.kind": None,
    "photo": np.kron(1 - X, np.ones((4, 4))) / 2,
    "photos.made.make_photos.side": 40,
    "receipts.class_map.codes": a_receipt,
    "receipts.read_receipts.source": a_receipt,
    "images.read_picture.picture": (X + 1) / 2,
    "images.as_light.picture": (X + 1) / 2,
    "filtering.filter_maps.maps": FEATURES,
    "filtering.filter_maps.features": FEATURES[None],
    "stacking.Network.answer.categories": ["X", "O"],
    **{f"errors.{name}.categories": np.array([1, 0]) for name in ("essay_error", "softmax_error")},
    "beyond_images.glide.rate": 8000,
    "plots.show_images.images": IMAGES[:, 0],
    "plots.show_maps.maps": FEATURES,
    "plots.show_curves.across": "step",
    "plots.show_curves.up": "value",
    "receipts.receipt.drawing": X,
    **{"held": "the second half", "move": 1, "answers": [1, 0], "digits": [1, 1], "asked": DIGITS[0][5:8]},
    **{f"digits.{name}.images": DIGITS[0][:3] for name in ("learn", "nearest", "votes_from_pixels")},
    **{f"digits.{name}.digits": DIGITS[1][:3] for name in ("learn", "nearest", "votes_from_pixels")},
    **{"digits.count_taken.categories": 10, "counts": np.eye(3, dtype=int), "digits.split.count": 30},
}

GREYS = ((X + 1) * 127.5).astype(np.uint8)  # as an image file has them
COLOURS = np.repeat(GREYS[..., None], 3, -1)
READ_ONLY = X.copy()
READ_ONLY.flags.writeable = False


class Lent:
    """What hands out an array when NumPy asks, as tensors, series and frames of other packages do."""

    def __init__(self, array):
        self.array = array

    def __array__(self, dtype=None, copy=None):
        return self.array if dtype is None or isinstance(self.array, str) else self.array.astype(dtype)


class Kept(Lent):
    """What hands out none, as a tensor that learns or lies on a graphics card."""

    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")


FOREIGN = {
    "None": None,
    "True": True,
    "text": "seven",
    "no text": "",
    "bytes": b"\x00\xff",
    "an object": object(),
    "a class": dict,
    "a function": len,
    "a fraction": Fraction(1, 3),
    "a complex number": 1j,
    "zero": 0,
    "below zero": -1,
    "one and a half": 1.5,
    "NaN": float("nan"),
    "infinity": float("inf"),
    "a huge number": 1e308,
    "a tiny number": 5e-324,
    "a huge whole number": 10**30,
    "a whole number of NumPy": np.uint8(250),
    "a small whole number of NumPy": np.int8(-128),
    "an empty list": [],
    "a list of an empty list": [[]],
    "a list": [1, 2, 3],
    "a list of None": [None, None],
    "a list of texts": ["X", "O"],
    "rows of different lengths": [[1, 2], [3]],
    "a dictionary": {"X": 1},
    "an empty dictionary": {},
    "a dictionary of pictures": {"X": GREYS},
    "a set": {1, 2},
    "a generator": (number for number in range(3)),
    "a path": Path("no", "such", "file"),
    "0 to 255": GREYS,
    "0 to 255 as floats": GREYS.astype(float),
    "0 to 1": (X + 1) / 2,
    "dark on light": -X,
    "dark on light, 0 to 255": 255 - GREYS,
    "colours": COLOURS,
    "colours from 0 to 1": COLOURS / 255,
    "transparent": np.dstack([COLOURS, GREYS]),
    "another size": make_images(1, 28, rng=0)[0][0, 0],
    "one pixel": np.ones((1, 1)),
    "one row": np.ones((1, 9)),
    "small whole numbers": X.astype(np.int8),
    "single precision": X.astype(np.float32),
    "half precision": X.astype(np.float16),
    "a list of rows": X.tolist(),
    "true and false": X > 0,
    "hidden numbers": np.ma.masked_greater(X, 0),
    "a picture with NaN": np.where(X > 0, np.nan, X),
    "a picture with infinity": np.where(X > 0, np.inf, X),
    "a picture of huge numbers": X * 1e308,
    "a picture of huge numbers in single precision": X.astype(np.float32) * np.float32(1e38),
    "objects": X.astype(object),
    "texts": X.astype(str),
    "complex numbers": X * 1j,
    "times": np.zeros((9, 9), "M8[s]"),
    "nothing in it": np.zeros((0, 9)),
    "no axes": np.array(3.0),
    "five axes": np.ones((1, 1, 1, 9, 9)),
    "images, 0 to 255": (IMAGES + 1) * 127.5,
    "images, 0 to 1": (IMAGES + 1) / 2,
    "images without a channel": IMAGES[:, 0],
    "images in colour": np.repeat(IMAGES, 3, 1),
    "categories as text": ["X", "O"] * 4,
    "categories in columns": np.eye(2)[CATEGORIES],
    "categories below zero": CATEGORIES - 1,
    "categories from 1": CATEGORIES + 1,
    "the class of a network": Network,
    "an empty network": Network([]),
    "a module": np,
    "text of a digit": "7",
    "digits as text": ["1", "2", "3"],
    "a decimal number": Decimal("0.5"),
    "true, of NumPy": np.True_,
    "a range": range(3),
    "bytes in memory": memoryview(b"123456789"),
    "a picture of another package": Lent(X),
    "a number of another package": Lent(np.array(2.0)),
    "what says of itself that it is an array and is none": Lent("seven"),
    "what will not become an array": Kept(X),
    "the other end first": X.astype(">f8"),
    "column by column": np.asfortranarray(X),
    "turned over": X[::-1, ::-1],
    "to be read only": READ_ONLY,
    "long numbers": X.astype(np.longdouble),
    "a structure": np.zeros((9, 9), [("ink", float), ("paper", float)]),
    "objects of no kind": np.array([[None, "X"], [1, {}]], dtype=object),
    "spans of time": np.ones((9, 9), "m8[s]"),
}
SENTENCE = re.compile(
    r"(?s)(expect|layer \d|\[Errno \d+\] (No such file|Is a dir)|The numbers grew|There is |Layer ).{8,}"
)
RAW = re.compile(
    r"object has no|not subscriptable|not iterable|could not convert|ufunc|broadcast|truth value|unsupported operand"
    r"|positional argument|keyword argument|indices|out of bounds|only length-1|only integer|invalid literal"
    r"|inhomogeneous|NoneType' object|must be real|cannot be interpreted|not supported between|unhashable|matmul"
    r"|reshape|dtype\('|not callable|concatenate|low >= high|must be|should be|cast",
)


def public_functions():
    """Every one that is tried: name -> function, class or method."""
    found = {}
    for room in xo.READING_ORDER:
        module = importlib.import_module(f"xo.{room}")
        for name, thing in vars(module).items():
            ours = getattr(thing, "__module__", "") == module.__name__ and not name.startswith("_")
            if not ours or not callable(thing) or {room, f"{room}.{name}"} & INNER:
                continue
            if isinstance(thing, type) and issubclass(thing, tuple):  # what a function returns
                continue
            found[f"{room}.{name}"] = thing
            for method in METHODS.get(f"{room}.{name}", ()):
                instance = thing(**good_arguments(f"{room}.{name}", thing))
                found[f"{room}.{name}.{method}"] = getattr(instance, method)
    return found


def good_arguments(name, function):
    """Right arguments for a function, made anew each time."""
    arguments = {}
    for parameter, about in inspect.signature(function).parameters.items():
        if about.kind in (about.VAR_KEYWORD, about.VAR_POSITIONAL):
            continue
        if (name, parameter) == ("checks.check", "strict"):  # then it raises its verdict, for grading
            continue
        key = f"{name}.{parameter}" if f"{name}.{parameter}" in GOOD else parameter
        if key not in GOOD:
            raise KeyError(f"say in GOOD what {name} takes as {parameter!r}, or in INNER why nobody else calls it")
        value = GOOD[key]
        made = inspect.isfunction(value) or value is Adam
        arguments[parameter] = value() if made else copy.deepcopy(value)
    return arguments


class TooLong(BaseException):
    """A function that took more than SECONDS."""


def _ring(*_):
    raise TooLong


@contextlib.contextmanager
def watched():
    """No more than SECONDS, no warnings, nothing on the screen."""
    before = signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # of its own: the machine may be busy
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("error")
            warnings.filterwarnings("default", category=UserWarning)  # the course's own, which are sentences
            yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def complaint(function, arguments, may_refuse=True):
    """What is wrong with how a function takes these arguments; "" where nothing is.

    may_refuse: whether a sentence will do in place of an answer
    """
    before = {name: _state(value) for name, value in arguments.items()}
    try:
        with watched():
            result = function(**arguments)
            result = list(_first(result)) if inspect.isgenerator(result) else result
    except TooLong:
        return f"took more than {SECONDS} seconds"
    except (ValueError, TypeError, OSError, FloatingPointError) as reason:
        said = str(reason)
        if RAW.search(said) or not SENTENCE.match(said) or not may_refuse:
            return f"{type(reason).__name__}: {said or '(nothing)'}"
    except BaseException as reason:
        return f"{type(reason).__name__}: {reason}"
    else:
        if not _ordinary(result):
            return f"returned {result!r:.60}"
    changed = [name for name, value in arguments.items() if _state(value) != before[name]]
    return f"changed {', '.join(changed)}" if changed else ""


def _first(generator):
    for number, item in enumerate(generator):
        yield item
        if number > 2:
            return


def _state(value):
    """Something that is equal as long as nothing in the value has changed."""
    if isinstance(value, np.ndarray):
        return value.dtype, value.shape, value.tobytes() if value.dtype != object else repr(value)
    if isinstance(value, Network):
        return len(value.layers), [_state(array) for array in value.parameters]
    return repr(value) if isinstance(value, list | dict | set) else None


def _ordinary(result):
    """Holds no NaN, infinity or masked number."""
    if isinstance(result, np.ma.MaskedArray):
        return False
    if isinstance(result, np.ndarray):
        return result.dtype.kind not in "fc" or bool(np.isfinite(result).all())
    if isinstance(result, float):
        return bool(np.isfinite(result))
    if isinstance(result, tuple | list):
        return all(map(_ordinary, result))
    return True
