"""Numbers and pictures as other programs have them: the same result as ours, or one sentence that says what to do."""

import re
import warnings

import numpy as np
import PIL.Image
import pytest
from foreign import CATEGORIES, IMAGES

from xo.backprop import Adam, accuracy, find_gradient, nudge, train
from xo.beyond_images import shuffle_pixels, swap
from xo.breaking import fewest_flips
from xo.breaking.changes import add_noise, resize, thicken
from xo.breaking.readers import confidence, worst_answers
from xo.errors import essay_error, softmax, softmax_error
from xo.filtering import FEATURES, filter_image
from xo.images import O, X, make_images, read_picture
from xo.matching import match
from xo.networks import hand_made_network, load_trained
from xo.plots import show_images, show_maps
from xo.pooling import pooled_length
from xo.postcards import to_code
from xo.relu import relu
from xo.stacking import Network
from xo.tables import decimal
from xo.widgets.glass import GlassNetwork
from xo.widgets.trainer import Trainer

NETWORK = hand_made_network()
FORMS = {
    "a list": X.tolist(),
    "small whole numbers": X.astype(np.int8),
    "single precision": X.astype(np.float32),
    "upside down in memory": np.asfortranarray(X),
    "read only": np.broadcast_to(X, (9, 9)),
    "nothing hidden": np.ma.masked_array(X, np.zeros((9, 9), bool)),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_numbers_in_another_form_give_the_same(form):
    image = FORMS[form]
    assert np.allclose(NETWORK.votes(image), NETWORK.votes(X))
    assert np.allclose(match(image, O), match(X, O))
    assert np.allclose(filter_image(image, FEATURES[0]), filter_image(X, FEATURES[0]))
    assert to_code(image) == to_code(X)


GREYS = ((X + 1) * 127.5).astype(np.uint8)
ELSEWHERE = {
    "0 to 255": GREYS,
    "0 to 255 as floats": GREYS / 1.0,
    "0 to 1": GREYS / 255,
    "dark on light": 255 - GREYS,
    "dark on light from 0 to 1": 1 - GREYS / 255,
    "in colour": np.repeat(GREYS[..., None], 3, 2),
    "black ink on nothing": np.dstack([np.zeros((9, 9, 3), np.uint8), GREYS]),
    "white ink on nothing": np.dstack([np.full((9, 9, 3), 255, np.uint8), GREYS]),
    "black ink on white, opaque": np.dstack([np.repeat(255 - GREYS[..., None], 3, 2), np.full((9, 9), 255, np.uint8)]),
    "black and white": GREYS > 0,
    "an image of Pillow": PIL.Image.fromarray(GREYS),
    "an image of Pillow in a palette": PIL.Image.fromarray(255 - GREYS).convert("P"),
    "three times as large": np.kron(GREYS, np.ones((3, 3), np.uint8)),
}


@pytest.mark.parametrize("kind", ELSEWHERE)
def test_a_picture_from_elsewhere_is_read_as_the_image_that_it_shows(kind):
    image = read_picture(ELSEWHERE[kind], size=9)
    assert np.allclose(image, X, atol=1e-12)
    assert NETWORK.answer(image) == "X"


def test_a_picture_that_is_no_square_gets_paper_around_and_none_is_stretched():
    image = read_picture(GREYS[:, 1:8], size=9)
    assert np.allclose(image, X)
    assert read_picture(GREYS[:, 1:8]).shape == (9, 7)
    assert np.allclose(read_picture(GREYS, ink="dark"), -X)
    with pytest.raises(ValueError, match="^expected a whole size from 1 to 4,096, got 100000$"):
        read_picture(GREYS, 100_000)


def the_answers(image):
    """What people do with one picture."""
    return {
        "answer": lambda: NETWORK.answer(image),
        "votes": lambda: NETWORK.votes(image),
        "match": lambda: match(image, X),
        "the pad": lambda: GlassNetwork(NETWORK, image),
        "a code": lambda: to_code(image),
        "a picture": lambda: show_images(image),
        "the smallest lie": lambda: fewest_flips(NETWORK, image),
    }


@pytest.mark.parametrize("use", the_answers(X))
@pytest.mark.parametrize("kind", ["0 to 255", "0 to 255 as floats", "0 to 1", "dark on light", "in colour"])
def test_a_picture_as_other_programs_have_it_is_refused_with_the_way_to_convert_it(use, kind):
    if (use, kind) == ("match", "0 to 1"):  # lesson 1 asks what becomes of a match where black is 0
        assert match(ELSEWHERE[kind], ELSEWHERE[kind]) == (X > 0).mean()
        return
    with pytest.raises(ValueError, match=r"^expected .*(: read_picture of xo.images makes|like the image, got shape)"):
        the_answers(ELSEWHERE[kind])[use]()


def test_a_filter_takes_any_numbers_but_greys_up_to_255():
    for greys in (GREYS, (X * 127.5)):
        with pytest.raises(ValueError, match="read_picture"):
            filter_image(greys, FEATURES[0])
    filter_image(relu(filter_image(X, FEATURES[0])), FEATURES[0])


@pytest.mark.parametrize("start", [train, accuracy, Trainer, nudge, find_gradient])
@pytest.mark.parametrize("scale", [127.5, 0.5])
def test_images_as_other_programs_have_them_are_refused_before_anything_is_learned(start, scale):
    network = hand_made_network()
    with pytest.raises(ValueError, match="expected pixels from -1 to 1, got 0 to .*read_picture"):
        start(network, (IMAGES + 1) * scale, CATEGORIES)
    assert np.array_equal(network.parameters[0], NETWORK.parameters[0])


def test_a_network_for_pictures_on_zero_stays_one_saved_shown_or_learning(tmp_path):
    network, light = Network(hand_made_network().layers, paper=0), (X + 1) / 2
    network.save(tmp_path / "on zero.npz")
    trainer = Trainer(network, (IMAGES + 1) / 2, CATEGORIES, image=light)
    for again in (Network.load(tmp_path / "on zero.npz"), GlassNetwork(network, light).network, trainer.network):
        assert again.paper == 0
        assert np.array_equal(again.votes(light), network.votes(light))


def test_a_network_for_pictures_on_zero_says_so():
    train(Network(hand_made_network().layers, paper=0), (IMAGES + 1) / 2, CATEGORIES)
    with pytest.raises(ValueError, match="0 to 255"):
        train(Network(hand_made_network().layers, paper=0), (IMAGES + 1) * 127.5, CATEGORIES)


@pytest.mark.parametrize("size", [9, 28])
def test_a_picture_that_is_dark_on_light_gets_an_answer_and_a_warning(size):
    image = np.kron(X, np.ones((size // 9, size // 9)))
    image = np.pad(image, ((0, size - len(image)),) * 2, constant_values=-1)
    with pytest.warns(UserWarning, match="expected light ink .*seems dark on light: -image swaps the two"):
        load_trained(size).answer(-image)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load_trained(size).answer(image) == "X"
        for drawn in make_images(50, size, rng=1)[0][:, 0]:
            load_trained(size).answer(drawn)


def test_an_immense_amount_ends_at_once_in_what_it_tends_to():
    assert (thicken(X, 1e308) == 1).all()
    assert (thicken(X, -1e308) == -1).all()
    assert np.isin(add_noise(X, 1e308, 0), [-1, 1]).all()
    assert (resize(X, 5e-324)[0] == -1).all()
    with pytest.raises(ValueError, match="expected a whole number of parts"):
        show_maps(FEATURES, over=1e308)


SAID = {
    "expected votes made of numbers, got text": lambda: softmax([["a", "b"]]),
    "expected map made of numbers, got NoneType": lambda: show_maps(None),
    "expected a value as one ordinary number, got 'X'": lambda: decimal("X"),
    "expected a network, such as hand_made_network(), got None": lambda: train(None, IMAGES, CATEGORIES),
    "expected memory as one ordinary number, got 'X'": lambda: Adam(memory="X"),
    "expected a whole length of 1 or more, got -1": lambda: pooled_length(-1, 2, 2),
    "expected a seed of 0 or more, a random generator or None, got 'a'": lambda: swap(X, "a", 0.5),
    "expected categories made of numbers, got NoneType": lambda: worst_answers(NETWORK, IMAGES, None),
    "expected image without hidden numbers, got a masked array": lambda: match(np.ma.masked_greater(X, 0), X),
}


@pytest.mark.parametrize("sentence", SAID)
def test_each_of_these_gets_its_sentence(sentence):
    with pytest.raises((ValueError, TypeError), match="^" + re.escape(sentence)):
        SAID[sentence]()


def test_plain_lists_and_small_whole_numbers_count_as_numbers():
    assert np.allclose(softmax([[1, 2]]), softmax(np.array([[1.0, 2.0]])))
    assert np.allclose(softmax(np.array([[250, 255]], np.uint8)), softmax([[250.0, 255.0]]))
    assert np.allclose(confidence([1, 2]), confidence(np.array([1.0, 2.0])))
    assert essay_error([[1, 0]], [0])[0] == 0
    assert softmax_error(np.array([[0, 255]], np.uint8), np.array([0], np.uint8))[0] == 255
    assert fewest_flips(NETWORK, X.tolist()) == fewest_flips(NETWORK, X)
    assert np.array_equal(swap(X, 1, 0.5), swap(X, np.random.default_rng(1), 0.5))
    assert np.array_equal(shuffle_pixels(X, 1), shuffle_pixels(X, np.random.default_rng(1)))
