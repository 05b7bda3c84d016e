"""A drawing as a code of 18 signs: there and back, and no slip goes unnoticed."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xo.images import TRICKIER, O, X
from xo.postcards import ALPHABET, find_drawings, from_code, read_class, to_code

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
        RIGHT.replace("-", "\\-"),
        RIGHT.replace("-", "－\u200b"),
        f"\u200e{RIGHT.replace('G', 'Ｇ')}",
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
    with pytest.raises(TypeError, match=r"^expected lines of text, or a Path to a file, got list$"):
        read_class([RIGHT])


def test_the_codes_of_a_class_become_images_with_categories():
    lines = [f"{name[0]}: {to_code(image)}" for name, image in TRICKIER.items()]
    lines[1] = f"{to_code(TRICKIER['X shrunken']).replace('-', ' ')}, x"
    images, categories, remarks = read_class("\n\n".join(lines))
    assert np.array_equal(images, np.stack(list(TRICKIER.values()))[:, None])
    assert categories.tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert remarks == []


@pytest.mark.parametrize(
    "line",
    [
        f"X {RIGHT}",
        f"Anna: X {RIGHT}",
        f"- x {RIGHT}",
        f"1. X {RIGHT}",
        f"[12:03, 5/6/2026] Anna Berg: X {RIGHT}",
        f"05.06.26, 12:03 - Anna: X {RIGHT}",
        f"| Anna | X | {RIGHT} | 12:05 |",
        f"2026-05-06 12:00;Anna;X;{RIGHT.lower()}",
        f'"Anna","{RIGHT}","X","it was hard"',
        f"X\t{RIGHT.replace('-', '')}",
        f"\ufeffX {RIGHT}",
        f"[12:03] Аня: \u200eＸ {RIGHT}\u200f",
        f"X {RIGHT} (my second one)",
    ],
)
def test_a_line_is_read_as_chats_tables_and_forms_write_it(line):
    images, categories, remarks = read_class(f"{line}\nO {to_code(O)}")
    assert np.array_equal(images[0, 0], X)
    assert categories.tolist() == [0, 1]
    assert remarks == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_whatever_wrote_it(tmp_path, encoding):
    (tmp_path / "class.txt").write_bytes(f"Jörg: X {RIGHT}\r\nZoé: 0 {to_code(O)}\r\n".encode(encoding))
    images, categories, remarks = read_class(tmp_path / "class.txt")
    assert np.array_equal(images, np.stack([X, O])[:, None])
    assert categories.tolist() == [0, 1]
    assert remarks == []


def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path):
    (tmp_path / "class.txt").write_bytes(f"X {RIGHT}\n".encode("utf-16") + b"?")
    assert len(read_class(tmp_path / "class.txt").images) == 1


def test_what_cannot_be_read_is_told_and_passed_over():
    shifted = to_code(TRICKIER["X shifted"])
    text = f"Our class\nX {RIGHT}\nX 123\n\n{shifted}\nO {RIGHT[:-1]}8\nplease submit before friday\nO {to_code(O)}"
    images, categories, remarks = read_class(text)
    assert categories.tolist() == [0, 1]
    assert np.array_equal(images, np.stack([X, O])[:, None])
    assert remarks == [
        "line 3: expected a code of 18 digits and letters, got 'X 123'",
        f"line 5: expected X or O beside the code, got '{shifted}'",
        f"line 6: expected a code whose check sign fits, got '{RIGHT[:-1]}8': look for a slip",
        "2 lines without a code and a category: passed over",
    ]


def test_what_would_teach_something_wrong_is_left_out_with_a_remark():
    shifted, blank = to_code(TRICKIER["X shifted"]), to_code(-np.ones((9, 9)))
    text = f"X {RIGHT}\nO {shifted}\nx {RIGHT}\nX {shifted}\nO {blank}\nX {shifted}"
    images, categories, remarks = read_class(text)
    assert np.array_equal(images, X[None, None])
    assert categories.tolist() == [0]
    assert remarks == [
        "line 3: the same drawing as in line 1: kept once",
        "line 4: this drawing has another name in line 2: both left out",
        "line 5: the drawing has no ink: left out",
        "line 6: this drawing has another name in line 2: both left out",
        "all are called X: a network learns nothing from one category alone",
    ]


def test_a_text_without_a_drawing_is_refused_with_what_was_found():
    with pytest.raises(ValueError) as caught:
        read_class("hello\nX 12\n")
    assert str(caught.value).splitlines() == [
        "expected lines with a category and a code, got none",
        "line 2: expected a code of 18 digits and letters, got 'X 12'",
        "1 line without a code and a category: passed over",
    ]


def test_a_class_may_name_its_own_categories():
    sun, moon = to_code(TRICKIER["O thickened"]), to_code(TRICKIER["X shifted"])
    images, categories, remarks = read_class(f"Ben: moon {moon}\nSun {sun}", categories=("sun", "moon", "star"))
    assert categories.tolist() == [1, 0]
    assert len(images) == 2
    assert remarks == []


def test_a_name_beside_a_code_is_no_part_of_it():
    drawing = from_code("00G8H0-M0G2G8-H0G009")
    for text in ("Martha {}", "{} Amelie", "Sophie\n{}\nMartha", "before letter window\nMartha {} Sophie"):
        [found] = find_drawings(text.format("00G8H0-M0G2G8-H0G009")).values()
        assert np.array_equal(found, drawing), text
    assert len(find_drawings("Martha 00G8H0-M0G2G8-H0G009\nSophie 00G8H0-M0G2G8-H0G009")) == 2
    assert find_drawings("before letter window, window before letter") == {}
    images, categories, remarks = read_class("Amelie 00G8H0-M0G2G8-H0G009 X\nMartha O 00G8H0-M0G2G8-H0G008")
    assert (len(images), categories.tolist()) == (1, [0])
    assert remarks[0].startswith("line 2: expected a code whose check sign fits, got '00G8H0-M0G2G8-H0G008'")
