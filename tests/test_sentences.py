"""What an operation cannot take is named in the sentence that refuses it: which argument, and what came."""

import warnings
from importlib import import_module

import numpy as np
import pytest

from xo.arguments import in_short
from xo.backprop import Adam, Descent, train
from xo.designs import build
from xo.images import CONVERT, X, warn_of_dark_ink
from xo.networks import hand_made_network, load_trained, random_network

ROOMS = """images matching filtering pooling relu voting saving stacking networks errors backprop tables designs
    hyperparameters beyond_images postcards breaking breaking.changes breaking.readers"""
NAMES = {name: thing for room in ROOMS.split() for name, thing in vars(import_module(f"xo.{room}")).items()}
REFUSED = [
    ('make_images("a")', ValueError, "expected a whole count of 1 or more, got 'a'"),
    ("make_images(4, size=6)", ValueError, "expected a whole size of 7 or more, got 6"),
    ("make_images(4, size=1001)", ValueError, "expected a whole size from 7 to 1,000, got 1001"),
    ("make_images(4, variety=2)", ValueError, "expected a variety from 0 to 1, got 2"),
    ("make_images(4, dtype=None)", ValueError, "expected a floating dtype such as float64, got None"),
    ('make_images(4, dtype="int8")', ValueError, "expected a floating dtype such as float64, got int8"),
    ("make_images(4, dtype=3)", ValueError, "expected a floating dtype such as float64, got 3"),
    ('match("X", X)', TypeError, "expected image made of numbers, got text"),
    ('match(X, "X")', TypeError, "expected pattern made of numbers, got text"),
    (
        "as_image(np.zeros((9, 9, 3)))",
        ValueError,
        "expected one image of shape (rows, columns), got shape (9, 9, 3)" + CONVERT,
    ),
    (
        "as_image(np.zeros((9, 9, 4)))",
        ValueError,
        "expected one image of shape (rows, columns), got shape (9, 9, 4)" + CONVERT,
    ),
    ("as_image(np.zeros((3, 9, 9)))", ValueError, "expected one image of shape (rows, columns), got shape (3, 9, 9)"),
    ('filter_maps("X", FEATURES[:, None])', TypeError, "expected maps made of numbers, got text"),
    ('filter_maps(X[None], "X")', TypeError, "expected features made of numbers, got text"),
    ('filter_maps(X[None], FEATURES[:, None], "X")', TypeError, "expected biases made of numbers, got text"),
    ('Convolution("X")', TypeError, "expected features made of numbers, got text"),
    ('pool("X")', TypeError, "expected maps made of numbers, got text"),
    ('pool_average("X")', TypeError, "expected maps made of numbers, got text"),
    ('pooled_length("X", 2, 2)', ValueError, "expected a whole length of 1 or more, got 'X'"),
    ("pooled_length(0, 2, 2)", ValueError, "expected a whole length of 1 or more, got 0"),
    ('cast_votes("X", np.eye(2))', TypeError, "expected values made of numbers, got text"),
    ('cast_votes([1.0, 2.0], "X")', TypeError, "expected weights made of numbers, got text"),
    ('elect("X")', TypeError, "expected votes made of numbers, got text"),
    ('elect([1.0, 2.0], "XO")', TypeError, "expected a list of categories, got 'XO'"),
    ("elect([1.0])", ValueError, "expected a network with votes for 2 categories, X and O, got shape (1,)"),
    ('strong_weights("X")', ValueError, "expected a whole count of 1 or more, got 'X'"),
    ('strong_weights(4, "X")', TypeError, "expected places for each category, got 'X'"),
    ('strong_weights(4, [["X"], [1]])', ValueError, "expected a whole number of strong places of 0 or more, got 'X'"),
    ("strong_weights(4, [[], [1]])", ValueError, "expected strong places from 0 to 3 for each category, got []"),
    ("strong_weights(4, [[4], [1]])", ValueError, "expected strong places from 0 to 3 for each category, got [4]"),
    ('Voting("X")', TypeError, "expected weights made of numbers, got text"),
    ('softmax("X")', TypeError, "expected votes made of numbers, got text"),
    ('softmax_error("X", [0])', TypeError, "expected votes made of numbers, got text"),
    ('softmax_error([[1.0, 2.0]], "X")', TypeError, "expected categories made of numbers, got text"),
    (
        "softmax_error([[1.0, 2.0]], [[0]])",
        ValueError,
        "expected one category for each image, got categories of shape (1, 1)",
    ),
    (
        "softmax_error([[1.0, 2.0]], [0, 1])",
        ValueError,
        "expected a category for each image, got 1 images, 2 categories",
    ),
    ('as_examples("X", [0])', TypeError, "expected images made of numbers, got text"),
    ('as_examples(X[None, None], "X")', TypeError, "expected categories made of numbers, got text"),
    ("as_examples(X, [0])", ValueError, "expected images with at least 4 axes, got shape (9, 9)"),
    ("as_error(abs)", TypeError, "expected an error such as softmax_error or essay_error, got <built-in function abs>"),
    ("Descent(0)", ValueError, "expected a rate above 0, got 0"),
    ('Descent(float("inf"))', ValueError, "expected a rate above 0, got inf"),
    ("Adam(0)", ValueError, "expected a rate above 0, got 0"),
    ("Adam(0.1, 1)", ValueError, "expected a memory from 0 to below 1, got 1"),
    ('Adam(0.1, "X")', ValueError, "expected memory as one ordinary number, got 'X'"),
    ("Adam(0.1, 0.9, -0.1)", ValueError, "expected a long memory from 0 to below 1, got -0.1"),
    (
        "train(hand_made_network(), X[None, None], [0], rounds=0)",
        ValueError,
        "expected a whole number of rounds of 1 or more, got 0",
    ),
    (
        "train(hand_made_network(), X[None, None], [0], batch=0)",
        ValueError,
        "expected a whole number of images a batch of 1 or more, got 0",
    ),
    (
        'train(hand_made_network(), X[None, None], [0], rule="fast")',
        TypeError,
        "expected a rule such as Adam(0.01), got 'fast'",
    ),
    (
        "train(hand_made_network(), X[None, None], [0], rule=Adam)",
        TypeError,
        "expected a rule such as Adam(0.01), got 'Adam'",
    ),
    ("nudge(hand_made_network(), X[None, None], [0], step=0)", ValueError, "expected a step above 0, got 0"),
    (
        "nudge(hand_made_network(), X[None, None], [0], step=2e6)",
        ValueError,
        "expected a step above 0 and up to 1e+06, got 2000000.0",
    ),
    ("random_network(0)", ValueError, "expected a whole size of 1 or more, got 0"),
    ("random_network(1001)", ValueError, "expected a whole size from 1 to 1,000, got 1001"),
    ("random_network(9, 3)", ValueError, "expected features as a list of whole numbers, such as (3,), got 3"),
    ("random_network(hidden=[0])", ValueError, "expected a whole number of hidden categories of 1 or more, got 0"),
    ("random_network(poolings=-1)", ValueError, "expected a whole number of poolings of 0 or more, got -1"),
    ("random_network(poolings=101)", ValueError, "expected a whole number of poolings from 0 to 100, got 101"),
    ("random_network(pixels=0)", ValueError, "expected a whole number of pixels of 1 or more, got 0"),
    ("random_network(pixels=1001)", ValueError, "expected a whole number of pixels from 1 to 1,000, got 1001"),
    ("random_network(categories=0)", ValueError, "expected a whole number of categories of 1 or more, got 0"),
    ('random_network(relu="X")', TypeError, "expected relu as True or False, got 'X'"),
    ('random_network(biases="X")', TypeError, "expected biases as True or False, got 'X'"),
    ('random_network(dtype="int8")', ValueError, "expected a floating dtype such as float64, got int8"),
    (
        'random_network(rng="X")',
        ValueError,
        "expected a seed of 0 or more, a random generator or None, got 'X'",
    ),
    ("Network([], paper=1)", ValueError, "expected paper as -1 or 0, got 1"),
    ('Network([], paper="X")', ValueError, "expected paper as -1 or 0, got 'X'"),
    ("Network([object()])", TypeError, "expected layers of xo or like them, such as ReLU(), got object"),
    ('total("X")', TypeError, "expected a list of counts, as from Network.operations, got 'X'"),
    ('total(["X"])', TypeError, "expected counts by kind, got 'X'"),
    ('total([{"additions": "X"}])', ValueError, "expected a count as one ordinary number, got 'X'"),
    ("as_path(3)", TypeError, "expected a file's name as text or a Path, got 3"),
    ("hand_made_network().votes(X * 255)", ValueError, "expected pixels from -1 to 1, got -255 to 255" + CONVERT),
    ("hand_made_network().votes((X + 1) / 2)", ValueError, "expected pixels from -1 to 1, got 0 to 1" + CONVERT),
    ('decimal("X")', ValueError, "expected a value as one ordinary number, got 'X'"),
    ('decimal(1, "X")', ValueError, "expected a whole number of places of 0 or more, got 'X'"),
    ("decimal(1, 51)", ValueError, "expected a whole number of places from 0 to 50, got 51"),
    ('percent("X")', ValueError, "expected a share as one ordinary number, got 'X'"),
    ("percent(1_000_000.5)", ValueError, "expected a share from 0 to 1e+06, got 1000000.5"),
    ("percent(2e6)", ValueError, "expected a share from 0 to 1e+06, got 2000000.0"),
    ('fraction("X")', ValueError, "expected a value as one ordinary number, got 'X'"),
    ('fraction(0.5, "X")', ValueError, "expected a whole largest number below the line of 1 or more, got 'X'"),
    ('fraction(0.123, 45, "X")', ValueError, "expected a whole number of places of 0 or more, got 'X'"),
    ('fraction(float("inf"), 45, "X")', ValueError, "expected a whole number of places of 0 or more, got 'X'"),
    ('table("X")', TypeError, "expected a table made of numbers, got text"),
    ('table(X, over="X")', ValueError, "expected a whole number of parts of 1 or more, got 'X'"),
    ("table(X, over=10**7)", ValueError, "expected a whole number of parts from 1 to 1,000,000, got 10000000"),
    ('table(X, places="X")', ValueError, "expected a whole number of places of 0 or more, got 'X'"),
    ('build("", size="X")', ValueError, "expected a whole size of 1 or more, got 'X'"),
    ('build("", size=1001)', ValueError, "expected a whole size from 1 to 1,000, got 1001"),
    ('build("", categories="X")', ValueError, "expected a whole number of categories of 1 or more, got 'X'"),
    ("build(3)", TypeError, 'expected a design such as "filter 8 3, relu, pool 2 2", got 3'),
    ('build("fly 3")', ValueError, "expected one of the layers filter, same, skip, relu, pool, hidden, got 'fly'"),
    ('build("pool")', ValueError, "expected 'pool WINDOW STRIDE' with whole numbers from 1, got 'pool'"),
    ('Sweep("X")', TypeError, "expected designs as a dictionary of names and designs, got 'X'"),
    ('Sweep({"votes": 3})', TypeError, 'expected a design such as "filter 8 3, relu, pool 2 2", got 3'),
    ('Sweep({"votes": ""}, seeds="X")', ValueError, "expected seeds as a list of whole numbers, such as (3,), got 'X'"),
    ('Sweep({"votes": ""}, seeds=(-1,))', ValueError, "expected a whole number of seeds of 0 or more, got -1"),
    ('Sweep({"votes": ""}, file=3)', TypeError, "expected a file's name or path, got 3"),
    ('shift("X", 1, 1)', TypeError, "expected image made of numbers, got text"),
    ('shift(X, "X", 1)', ValueError, "expected rows as one ordinary number, got 'X'"),
    ('shift(X, 1, "X")', ValueError, "expected columns as one ordinary number, got 'X'"),
    ('resize("X", 1)', TypeError, "expected image made of numbers, got text"),
    ('resize(X, "X")', ValueError, "expected factor as one ordinary number, got 'X'"),
    ("resize(X, 0)", ValueError, "expected a factor above 0, got 0"),
    ('rotate("X", 1)', TypeError, "expected image made of numbers, got text"),
    ('rotate(X, "X")', ValueError, "expected degrees as one ordinary number, got 'X'"),
    ('thicken("X", 1)', TypeError, "expected image made of numbers, got text"),
    ('thicken(X, "X")', ValueError, "expected amount as one ordinary number, got 'X'"),
    ('add_noise("X", 1, 0)', TypeError, "expected image made of numbers, got text"),
    ('add_noise(X, "X", 0)', ValueError, "expected amount as one ordinary number, got 'X'"),
    ("add_noise(X, -1, 0)", ValueError, "expected an amount of noise of 0 or more, got -1"),
    ('add_noise(X, 1, "X")', ValueError, "expected a seed of 0 or more, a random generator or None, got 'X'"),
    ('invert("X")', TypeError, "expected image made of numbers, got text"),
    ('change("X")', TypeError, "expected image made of numbers, got text"),
    ('change(X, noise="X")', ValueError, "expected noise as one ordinary number, got 'X'"),
    ("change(X, noise=2e6)", ValueError, "expected noise from 0 to 1e+06, got 2000000.0"),
    ('change(X, grain="X")', TypeError, "expected grain made of numbers, got text"),
    ("change(X, grain=[[1.0]])", ValueError, "expected grain of the image's shape (9, 9), got shape (1, 1)"),
    ('flip("X", [0])', TypeError, "expected image made of numbers, got text"),
    ('flip(X, "X")', TypeError, "expected places made of numbers, got text"),
    ("flip(X, [81])", ValueError, "expected places from 0 to 80, counted row by row"),
    ('fewest_flips("X", X)', TypeError, "expected a network, examples by name or \"pixels\" as a reader, got 'X'"),
    ('fewest_flips(hand_made_network(), "X")', TypeError, "expected image made of numbers, got text"),
    ('fewest_flips(hand_made_network(), X, most="X")', ValueError, "expected a whole most flips of 1 or more, got 'X'"),
    ('answers_of("X")', TypeError, "expected votes made of numbers, got text"),
    ('confidence("X")', TypeError, "expected votes made of numbers, got text"),
    ('votes_of("pixels", "X")', TypeError, "expected image made of numbers, got text"),
    (
        'votes_of({"X": X}, X)',
        TypeError,
        "expected examples as a dictionary of two or more names, each with an image of that category",
    ),
    (
        'votes_of({"X": X, "O": X[1:]}, X)',
        ValueError,
        "expected examples of one size, got images of shapes [(8, 9), (9, 9)]",
    ),
    (
        'votes_of("pixels", X[1:])',
        ValueError,
        "expected images of 9 by 9 pixels like the examples, got 8 by 9: "
        '"pixels" stands for the published X and O, so give examples by name',
    ),
    (
        'votes_of({"X": X, "O": -X}, X[1:])',
        ValueError,
        "expected images of 9 by 9 pixels like the examples, got 8 by 9",
    ),
    ("votes_of(3, X)", TypeError, 'expected a network, examples by name or "pixels" as a reader, got 3'),
    (
        "votes_of(Network([ReLU()]), X)",
        ValueError,
        "expected a reader that votes, got one that makes shape (1, 9, 9) of an image",
    ),
    ('lead("X", 0)', TypeError, "expected votes made of numbers, got text"),
    ('lead([1.0, 2.0], "X")', TypeError, "expected category made of numbers, got text"),
    ("lead([1.0, 2.0], 2)", ValueError, "expected a category from 0 to 1, one for all or one for each"),
    ("lead([1.0])", ValueError, "expected votes for two categories or more, got shape (1,)"),
    (
        'worst_answers("X", X[None, None], [0])',
        TypeError,
        "expected a network, examples by name or \"pixels\" as a reader, got 'X'",
    ),
    ('worst_answers(hand_made_network(), "X", [0])', TypeError, "expected images made of numbers, got text"),
    (
        'worst_answers(hand_made_network(), X[None, None], "X")',
        TypeError,
        "expected categories made of numbers, got text",
    ),
    (
        'worst_answers(hand_made_network(), X[None, None], [0], "X")',
        ValueError,
        "expected a whole most of 1 or more, got 'X'",
    ),
    ('to_code("X")', TypeError, "expected image made of numbers, got text"),
    (
        "to_code(np.minimum(X, 0.5))",
        ValueError,
        "expected only black and white pixels (-1 and 1) for a code, got 0.5",
    ),
    ("from_code(3)", TypeError, "expected a code as text, got int"),
    ('from_code("X")', ValueError, "expected a code of 18 digits and letters, got 1"),
    ("read_class(3)", TypeError, "expected lines of text, or a Path to a file, got int"),
    ('read_class("X", 3)', TypeError, "expected categories as a list of names, got 3"),
    ('read_class("X", [3])', TypeError, "expected categories as a list of names, got 3"),
    ('glide("X", 1)', ValueError, "expected a pitch as one ordinary number, got 'X'"),
    ('glide(1, "X")', ValueError, "expected a pitch as one ordinary number, got 'X'"),
    ('glide(1, 1, "X")', ValueError, "expected seconds as one ordinary number, got 'X'"),
    ('glide(1, 1, rate="X")', ValueError, "expected a rate above 0, got 'X'"),
    ('spectrogram("X")', TypeError, "expected sound made of numbers, got text"),
    ('spectrogram(X.ravel(), "X")', ValueError, "expected a whole bands of 1 or more, got 'X'"),
    ('spectrogram(X.ravel(), 1, "X")', ValueError, "expected a whole chunks of 1 or more, got 'X'"),
    ("word_picture(3)", TypeError, "expected a word, got 3"),
    ('word_picture("a", "X")', ValueError, "expected a whole columns of 1 or more, got 'X'"),
    ('swap("X", 0)', TypeError, "expected images made of numbers, got text"),
    ('swap(X, "X")', ValueError, "expected a seed of 0 or more, a random generator or None, got 'X'"),
    ('swap(X, 0, "X")', ValueError, "expected columns as one ordinary number, got 'X'"),
    ("swap(X, 0, 2)", ValueError, "expected columns from 0 to 1, got 2"),
    ('swap(X, 0, rows="X")', ValueError, "expected rows as one ordinary number, got 'X'"),
    ('shuffle_pixels("X", 0)', TypeError, "expected images made of numbers, got text"),
    ('shuffle_pixels(X, "X")', ValueError, "expected a seed of 0 or more, a random generator or None, got 'X'"),
    ("elect(1.0)", ValueError, "expected a network with votes for 2 categories, X and O, got shape ()"),
    (
        'hand_made_network().sizes("X")',
        ValueError,
        "expected the shape as a list of whole numbers, such as (3,), got 'X'",
    ),
    ("hand_made_network().sizes((0, 9, 9))", ValueError, "expected a whole number of the shape of 1 or more, got 0"),
    ('hand_made_network().forward("X")', TypeError, "expected images made of numbers, got text"),
    ('as_image(X, "X")', ValueError, "expected paper as one ordinary number, got 'X'"),
    (
        'read_picture("X")',
        TypeError,
        "expected a picture made of numbers, got text: Image.open of Pillow opens a file or its bytes",
    ),
    (
        "read_picture(X)",
        ValueError,
        "expected numbers from 0 to 255, 0 to 65535 or 0 to 1, got -1 to 1"
        ": an image of ours, from -1 to 1, is (image + 1) / 2 there",
    ),
    ("read_picture(X * 3)", ValueError, "expected numbers from 0 to 255, 0 to 65535 or 0 to 1, got -3 to 3"),
    ('read_picture(X > 0, "X")', ValueError, "expected a whole size of 1 or more, got 'X'"),
    ('read_picture(X > 0, ink="X")', ValueError, 'expected ink as "dark", "light" or None, got \'X\''),
    ('pool(X[None], "X")', ValueError, "expected a whole window of 1 or more, got 'X'"),
    ('pool(X[None], 2, "X")', ValueError, "expected a whole stride of 1 or more, got 'X'"),
    ('relu("X")', TypeError, "expected maps made of numbers, got text"),
    ('Convolution(FEATURES[:, None], "X")', TypeError, "expected biases made of numbers, got text"),
    ('Convolution(FEATURES[:, None], padding="X")', ValueError, "expected a whole padding of 0 or more, got 'X'"),
    ('filter_image("X", X)', TypeError, "expected image made of numbers, got text"),
    ('filter_image(X, "X")', TypeError, "expected feature made of numbers, got text"),
    ('essay_error("X", [0])', TypeError, "expected votes made of numbers, got text"),
    ('essay_error([[1.0, 2.0]], "X")', TypeError, "expected categories made of numbers, got text"),
]


@pytest.mark.parametrize(("call", "kind", "sentence"), REFUSED)
def test_the_sentence_names_the_argument_and_what_came(call, kind, sentence):
    with pytest.raises(kind) as caught:
        eval(call, NAMES)
    assert str(caught.value) == sentence


class Verbose:
    def __repr__(self):
        return "two\nlines"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (5, "5"),
        ("x" * 38, "'" + "x" * 38 + "'"),
        ("x" * 39, "str"),
        (object(), "object"),
        (Verbose(), "Verbose"),
        (Verbose, "the class Verbose"),
        (X, "an array of shape (9, 9)"),
        (np.array(3), "array(3)"),
    ],
)
def test_a_value_is_told_as_it_is_written_where_that_is_short_and_one_line(value, words):
    assert in_short(value) == words


def test_a_drawing_is_called_dark_on_light_by_its_frame():
    """Whatever side of the frame is paper, the ink within decides nothing."""
    said = "^expected light ink \\(1\\) on dark paper \\(-1\\), got a picture that seems dark on light: -image swaps"
    with pytest.warns(UserWarning, match=said):
        hand_made_network().votes(-X)
    for side in np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1]:
        for ink, warned in ((7, True), (8, False)):  # of the 32 pixels of the frame; a quarter is too much
            image = np.where(np.eye(9) > 0, -1.0, 1.0)
            image[[0, -1]] = image[:, [0, -1]] = 1
            image[side][:ink] = -1
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                warn_of_dark_ink(image)
            assert bool(told) == warned


def test_what_is_left_out_of_a_call_is_what_its_docstring_says():
    assert (Adam().rate, Adam().memory, Adam().long_memory, Descent().rate) == (0.01, 0.9, 0.999, 0.1)
    assert train(hand_made_network(), X[None, None], [0]).steps == 1
    assert build("").parameters[0].shape == (2, 81)
    assert np.array_equal(load_trained().votes(X), load_trained(9).votes(X))
    plain = random_network()
    assert [type(layer).__name__ for layer in plain.layers] == ["Convolution", "ReLU", "Pooling", "Voting"]
    assert [(array.shape, array.dtype) for array in plain.parameters] == [((3, 1, 3, 3), float), ((2, 48), float)]
