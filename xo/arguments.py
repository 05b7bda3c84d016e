"""Settings: one number that a function is handed, made plain, or one sentence that says what is wrong with it."""

import math
from numbers import Real

import numpy as np

MOST = 10_000_000  # of anything that is counted: more would neither fit nor end
LARGEST = {2: 65504, 4: 1e15}  # by bytes a number, and 1e100 for others: products of larger ones are soon too large


def as_numbers(values, name="image", axes=2):
    """Return `values` as a floating array, or say in one sentence what is wrong with them.

    values: anything with at least `axes` axes, none of them empty; whole numbers become float64
    returns: the same numbers, in the floating dtype that came (float64 for whole numbers)
    raises: TypeError for text, True/False or other things that are no numbers, or do not become an array;
            ValueError for too few axes, nothing in it, hidden numbers, or a NaN, infinity or immense number
    """
    array = _as_array(values, name)
    if array.dtype.kind not in "iuf":
        words = {"U": "text", "b": "True or False", "c": "complex numbers"}
        came = words.get(array.dtype.kind, type(values).__name__)
        if array.dtype.kind == "b" and name in ("image", "images", "maps"):
            came += f": np.where({name}, 1, -1) makes numbers of them"
        raise TypeError(f"expected {name} made of numbers, got {came}")
    if np.ma.is_masked(values):
        raise ValueError(f"expected {name} without hidden numbers, got a masked array: fill it, as in .filled(-1)")
    if array.ndim < axes:
        raise ValueError(
            f"expected {name} with at least {axes} ax{'es' if axes > 1 else 'is'}, got shape {array.shape}"
        )
    if array.size == 0:
        raise ValueError(f"expected {name} with something in it, got an empty one of shape {array.shape}")
    if array.dtype.kind != "f":
        array = array.astype(np.float64)
    largest = LARGEST.get(array.dtype.itemsize, 1e100)
    if not (-largest <= array.min() and array.max() <= largest):
        came = "NaN or infinity" if not np.isfinite(array).all() else f"some beyond {largest:g}"
        raise ValueError(f"expected {name} of ordinary numbers, got {came} among them")
    return array


def _as_array(values, name):
    try:
        return np.asarray(values)
    except ValueError:
        raise ValueError(f"expected {name} with rows of one length, got rows of different lengths") from None
    except Exception as reason:  # what another package's tensor or table says of itself, and of the way out
        raise TypeError(f"expected {name} that NumPy can read, got {type(values).__name__}: {reason}") from None


def as_biases(biases, weights, outputs="categories"):
    """The biases as numbers of the weights' dtype. outputs: the word for what each of them belongs to, as in features

    weights: (outputs, ...); raises: TypeError for no numbers; ValueError where there is not one for each output
    """
    biases = as_numbers(biases, "biases", 1)
    if biases.shape != weights.shape[:1]:
        raise ValueError(f"expected a bias for each of {len(weights)} {outputs}, got {len(biases)}")
    return biases.astype(weights.dtype, copy=False)


def as_whole(number, name, least=1, most=MOST):
    """A whole number, `least` or more, as an int: NumPy's small ones overflow in a sum. raises: ValueError"""
    if not isinstance(number, int | np.integer) or isinstance(number, bool) or number < least:
        raise ValueError(f"expected a whole {name} of {least} or more, got {in_short(number)}")
    if number > most:
        raise ValueError(f"expected a whole {name} from {least} to {most:,}, got {in_short(number)}")
    return int(number)


def as_wholes(numbers, name, least=1):
    """Any count of whole numbers, `least` or more, as a list. raises: ValueError"""
    if isinstance(numbers, str | bytes | dict | set) or not np.iterable(numbers):
        raise ValueError(f"expected {name} as a list of whole numbers, such as (3,), got {in_short(numbers)}")
    return [as_whole(number, f"number of {name}", least) for number in numbers]


def as_number(number, name):
    """Any ordinary number as a float. raises: ValueError for text, lists, NaN, infinity and the like"""
    if not isinstance(number, Real) or isinstance(number, bool) or not math.isfinite(number):
        raise ValueError(f"expected {name} as one ordinary number, got {in_short(number)}")
    return float(number)


def as_above_0(number, name, most=math.inf):
    """An ordinary number above 0, no more than `most`, as a float. raises: ValueError"""
    if not isinstance(number, Real) or isinstance(number, bool) or not 0 < number < math.inf:
        raise ValueError(f"expected a {name} above 0, got {in_short(number)}")
    if number > most:
        raise ValueError(f"expected a {name} above 0 and up to {most:g}, got {in_short(number)}")
    return float(number)


def as_share(number, name, most=1.0):
    """A number from 0 to `most` as a float. raises: ValueError"""
    if not 0 <= as_number(number, name) <= most:
        raise ValueError(f"expected {name} from 0 to {most:g}, got {in_short(number)}")
    return float(number)


def as_flag(flag, name):
    """True or False. raises: TypeError for what is neither, nor 0 or 1"""
    if not isinstance(flag, int | np.bool_) or flag not in (0, 1):
        raise TypeError(f"expected {name} as True or False, got {in_short(flag)}")
    return bool(flag)


def as_rng(rng):
    """A NumPy random generator: the one given, or a new one from a seed, or from none. raises: ValueError"""
    try:
        return np.random.default_rng(rng)
    except (TypeError, ValueError):
        raise ValueError(f"expected a seed of 0 or more, a random generator or None, got {in_short(rng)}") from None


def as_floating(dtype):
    """A floating dtype of NumPy. raises: ValueError for anything else"""
    try:
        found = np.dtype(dtype) if isinstance(dtype, str | type | np.dtype) else None
    except TypeError:
        found = None
    if found is None or found.kind != "f":
        came = in_short(dtype) if found is None else found.name
        raise ValueError(f"expected a floating dtype such as float64, got {came}")
    return found


def as_kind(value, kind, name):
    """The value, if it is of the kind: a type or several, as for `isinstance`. name: such as "text" for str

    raises: TypeError for anything else
    """
    if not isinstance(value, kind):
        raise TypeError(f"expected {name}, got {in_short(value)}")
    return value


def as_able(value, parts, name):
    """The value, if it has all these methods and is no class. name: such as "a network, as from random_network()"

    raises: TypeError for anything else
    """
    if isinstance(value, type) or not all(hasattr(value, part) for part in parts):
        raise TypeError(f"expected {name}, got {in_short(value)}")
    return value


def as_network(network):
    """The network, if it is one or can what one can. raises: TypeError for anything else"""
    return as_able(network, ("forward", "sizes", "parameters"), "a network, such as hand_made_network()")


def in_short(value):
    """A value as a message shows it: as Python writes it where that is short, or what kind of thing it is."""
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if isinstance(value, np.ndarray) and value.ndim:
        return f"an array of shape {value.shape}"
    text = repr(value)
    return text if len(text) <= 40 and " at 0x" not in text and "\n" not in text else type(value).__name__
