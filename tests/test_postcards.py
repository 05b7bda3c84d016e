"""A drawing as a code of 18 signs: there and back, and no slip goes unnoticed."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xo.images import TRICKIER, O, X
from xo.postcards import ALPHABET, from_code, from_codes, to_code

DRAWINGS = st.integers(0, 2**81 - 1).map(
    lambda number: np.array([number >> bit & 1 for bit in range(81)]).reshape(9, 9) * 2.0 - 1
)
RIGHT = "00G8H0-M0G2G8-H0G009"


def refused(code):
    try:
        from_code(code)
    except ValueError:
        return True
    return False


def test_the_code_of_the_published_x_never_changes():
    assert to_code(X) == RIGHT
    assert to_code(O) == "0070H2-142848-GE000T"


@settings(max_examples=50)
@given(DRAWINGS)
def test_a_code_gives_the_drawing_back(image):
    assert np.array_equal(from_code(to_code(image)), image)


@settings(max_examples=20)
@given(DRAWINGS)
def test_every_mistyped_sign_is_noticed(image):
    signs = to_code(image).replace("-", "")
    for place, sign in itertools.product(range(18), ALPHABET):
        assert sign == signs[place] or refused(signs[:place] + sign + signs[place + 1 :])


@settings(max_examples=20)
@given(DRAWINGS)
def test_every_swap_of_two_signs_is_noticed(image):
    signs = list(to_code(image).replace("-", ""))
    for one, other in itertools.combinations(range(18), 2):
        swapped = signs.copy()
        swapped[one], swapped[other] = signs[other], signs[one]
        assert swapped == signs or refused("".join(swapped))


def test_case_dashes_spaces_and_letters_that_look_like_digits_do_not_matter():
    for code in (
        RIGHT.lower(),
        RIGHT.replace("-", ""),
        f" {RIGHT.replace('-', ' – ')}\n",
        RIGHT.replace("0", "o"),
        f'"{RIGHT}."',
        f"„{RIGHT}“,\n",
        f"({RIGHT})!",
    ):
        assert np.array_equal(from_code(code), X)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (RIGHT[:-1], "expected a code of 18 digits and letters, got 17"),
        (RIGHT + "0", "expected a code of 18 digits and letters, got 19"),
        ("", "expected a code of 18 digits and letters, got 0"),
        (RIGHT.replace("M", "U"), "expected digits and letters (all but U) in a code, got 'U'"),
        (RIGHT.replace("M", "é"), "expected digits and letters (all but U) in a code, got 'É'"),
        (RIGHT[:-1] + "8", f"expected a code whose check sign fits, got '{RIGHT[:-1]}8': look for a slip"),
    ],
)
def test_a_bad_code_is_refused_in_a_sentence(code, sentence):
    with pytest.raises(ValueError) as caught:
        from_code(code)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("image", "sentence"),
    [
        (X[:8], "expected 9 by 9 pixels for a code, got 8 by 9"),
        (X * 0.5, "expected only black and white pixels (-1 and 1) for a code, got -0.5"),
        (np.stack([X, O]), "expected one image of shape (rows, columns), got shape (2, 9, 9)"),
        (X * np.nan, "expected image of ordinary numbers, got NaN or infinity among them"),
    ],
)
def test_an_image_that_fits_no_code_is_refused_in_a_sentence(image, sentence):
    with pytest.raises(ValueError) as caught:
        to_code(image)
    assert str(caught.value) == sentence


def test_a_code_that_is_no_text_is_refused():
    with pytest.raises(TypeError, match=r"^expected a code as text, got int$"):
        from_code(12)
    with pytest.raises(TypeError, match=r"^expected lines of text, got list$"):
        from_codes([RIGHT])


def test_the_codes_of_a_class_become_images_with_categories():
    lines = [f"{name[0]}: {to_code(image)}" for name, image in TRICKIER.items()]
    lines[1] = f"{to_code(TRICKIER['X shrunken']).replace('-', ' ')}, x"
    images, categories = from_codes("\n\n".join(lines))
    assert np.array_equal(images, np.stack(list(TRICKIER.values()))[:, None])
    assert categories.tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


def test_every_bad_line_of_a_class_is_named_with_its_reason():
    with pytest.raises(ValueError) as caught:
        from_codes(f"X {RIGHT}\nX 123\n\n{RIGHT}\nO {RIGHT[:-1]}8")
    assert str(caught.value).splitlines() == [
        "line 2: expected a code of 18 digits and letters, got 3",
        f"line 4: expected X or O and then a code, got '{RIGHT}'",
        f"line 5: expected a code whose check sign fits, got '{RIGHT[:-1]}8': look for a slip",
    ]
    with pytest.raises(ValueError, match=r"^expected lines with a category and a code, got none$"):
        from_codes("\n")
