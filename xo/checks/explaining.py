"""Say in plain words why an answer stopped: Python's and NumPy's own words are written for those who know them."""

import linecache
import re
import traceback

# what an exception's text holds, and what it means; {0}, {1} are what the brackets caught
MEANINGS = [
    (
        r"'(?:\w*function\w*|method)' object is not subscriptable",
        "a function is called with round brackets; square ones look into a list or an array",
    ),
    (
        r"'(?:builtin_function_or_method|function|method)'",
        "a function stands where what it gives is wanted: are its round brackets missing, as in `.sum()`?",
    ),
    (
        r"operands could not be broadcast together with shapes \((.*?),?\) \((.*?),?\)",
        "arrays of different sizes met, {0} and {1}: place by place they go together only where they are equally large",
    ),
    (
        r"could not broadcast input array from shape \((.*?),?\) into shape \((.*?),?\)",
        "what should go into one place is larger or smaller than the place: {0} into {1}",
    ),
    (
        r"truth value of an array",
        "`if`, `and`, `or`, `max` and `min` ask for a single True or False, and got a whole array of them",
    ),
    (
        r"index (-?\d+) is out of bounds for (?:axis \d+ with )?size (\d+)",
        "there is no place {0}: there are {1}, and they are counted from 0",
    ),
    (r"(list|tuple|string) index out of range", "there is no such place in the {0}: places are counted from 0"),
    (r"too many indices for array: array is (\d+)-dimensional", "too many places in the square brackets: {0} will do"),
    (
        r"'(?:tuple|list|numpy.ndarray)' object cannot be interpreted as an integer",
        "several numbers stand where one whole number is wanted: take one of them, as in `.shape[0]`",
    ),
    (
        r"only integers, slices|indices must be integers|integer scalar array|cannot be interpreted as an integer",
        "a place, a size or a count must be whole, no decimal, no text; `/` makes decimals, `//` and `int(...)` do not",
    ),
    (r"setting an array element with a sequence", "one cell of an array holds one number, and was given several"),
    (r"did not contain a loop|string operand", "a text stands where numbers are wanted: is it the name of a picture?"),
    (r"inhomogeneous shape", "the rows are not equally long, so they make no array"),
    (
        r"only (?:length-1|0-dimensional) arrays can be converted|only size-1 arrays",
        "a single number is wanted where there is a whole array",
    ),
    (r"matmul|shapes \(.*\) and \(.*\) not aligned", "`@` multiplies rows by columns, and here their lengths differ"),
    (r"cannot reshape array of size (\d+) into shape \((\d+)\)", "{0} numbers do not divide into rows of {1}"),
    (r"cannot reshape array of size (\d+) into shape \((.*?),?\)", "{0} numbers cannot be laid out as {1}"),
    (
        r"zero-size array|empty sequence|iterable argument is empty",
        "the largest or smallest of no values at all was asked for: is a list, or a slice such as `[4:2]`, empty?",
    ),
    (r"axis (-?\d+) is out of bounds", "there is no axis {0}: axes are counted from 0, and here there are fewer"),
    (r"division by zero", "something was divided by 0"),
    (r"math range error|Result too large|overflow", "a number grew too large for the computer"),
    (r"cannot pickle '(\w+)' object", "something of type {0} cannot be looked into: is `list(...)` missing around it?"),
    (r"recursion depth", "the function calls itself again and again, without an end"),
    (r"name '(\w+)' is not defined", "the name `{0}` is not known: is it spelled as above, and made before?"),
    (
        r"(?:cannot access local variable|local variable) '(\w+)'",
        "`{0}` is used before it has a value: give it one before the loop",
    ),
    (r"object is not callable", "round brackets call a function, and this is none; cells take square brackets"),
    (
        r"Cannot interpret '.*' as a data type",
        "the shape goes in as one thing, with brackets of its own: `((rows, columns))`",
    ),
    (
        r"'(list|tuple)' object has no attribute '(\w+)'",
        "a list has no `.{1}`: make an array of it first, `np.array(...)`",
    ),
    (r"'NoneType' object", "something that is used is None: does a function before it forget to `return`?"),
    (r"no attribute '(\w+)'", "there is no `.{0}` here: is it spelled right?"),
    (r"unsupported operand type\(s\) for \^|ufunc 'bitwise_xor' not supported", "`^` goes with whole numbers alone"),
    (
        r"unsupported operand type\(s\) for (\S+): .*'tuple'",
        "`{0}` does not go with a tuple: take its numbers one by one, as in `image.shape[0]`",
    ),
    (
        r"unsupported operand type\(s\) for (\S+): '(\w+)' and '(\w+)'",
        "`{0}` does not go with a {1} and a {2}; lists become arrays by `np.array(...)`",
    ),
    (r"bad operand type for .*: 'list'", "a whole list was taken for a number: go through it, or use `np.array(...)`"),
    (r"can only concatenate (\w+)", "`+` puts lists (or texts) together; to add numbers, use arrays or single values"),
    (r"can't multiply sequence", "`*` repeats a list; to multiply its numbers, use `np.array(...)`"),
    (
        r"cannot unpack non-iterable (\S+) object",
        "a single {0} came where several names wait for one each: `np.ndindex(...)` gives rows and columns",
    ),
    (r"'([\w.]+)' object is not iterable", "a single {0} stands where a list of things to go through is wanted"),
    (
        r"'dict_\w+' object is not subscriptable",
        "what `.items()` and the like give has no places: use `list(...)` first",
    ),
    (
        r"'([\w.]+)' object is not subscriptable",
        "square brackets look into a list or an array, and this is a single {0}",
    ),
    (r"not enough values to unpack|too many values to unpack", "there are more, or fewer, things than names for them"),
    (r"zip\(\) argument (\d)", "two lists that are gone through side by side are not equally long"),
    (r"missing \d+ required positional argument|takes \d+ positional", "a function is called with too few or too many"),
    (r"'<' not supported|'>' not supported", "things of different kinds were compared"),
]
KINDS = dict.fromkeys(("int", "float", "numpy.float64", "float64", "numpy.int64", "complex"), "number")
KINDS |= {"str": "text", "ndarray": "array", "numpy.ndarray": "array", "NoneType": "None", "bool": "True or False"}
PLAIN = {"KeyError": "there is no entry called", "AssertionError": "an `assert` did not hold"}


def meaning_of(error):
    """The words for an exception, before what it caught is put in; None where there are none."""
    return _find_meaning(error)[0]


def _find_meaning(error):
    text = " ".join(str(error).split())
    return next(((words, found) for pattern, words in MEANINGS if (found := re.search(pattern, text))), (None, None))


def explain(error, function):
    """Why an answer stopped, and in which line of it where that is known: one line without a full stop."""
    text, stopped = " ".join(str(error).split()), _stopped(error, function)
    words, found = _find_meaning(error)
    if found:
        return f"{stopped}: {words.format(*map(_sizes, found.groups()))}"
    if type(error).__name__ in PLAIN:
        return f"{stopped}: {PLAIN[type(error).__name__]} {text}".rstrip()
    said = "" if _is_numpys(error) else f": {text}"
    return f"{stopped} with {type(error).__name__}{said}".rstrip(": .")


def _sizes(caught):
    """Shapes and kinds as people say them: "3,4" becomes "3 by 4", "int" a number."""
    if caught is None:
        return ""
    if caught in KINDS:
        return KINDS[caught]
    return re.sub(r"\s*,\s*", " by ", caught) if re.fullmatch(r"[\d\s,]+", caught) else caught


def _is_numpys(error):
    """Was it raised within NumPy?"""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and "numpy" in frames[-1].filename


def _stopped(error, function):
    """What stopped, and at which line of the learner's own code where that can be found."""
    who = "your function stopped" if callable(function) else "your answer stopped"
    file = getattr(getattr(function, "__code__", None), "co_filename", None)
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    code = linecache.getline(file, own[-1].lineno).strip() if own else ""
    return f"{who} at `{code}`" if code and len(code) <= 80 and not re.search("lambda|[`]", code) else who
