"""Numbers as text: real minus signs, never minus zero, exact fractions where there are any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xo.filtering import BACKSLASH, filter_image
from xo.images import X
from xo.networks import hand_made_network
from xo.tables import decimal, fraction, percent, table


def test_decimals_have_a_real_minus_and_never_one_before_zero():
    assert [decimal(value) for value in (0.5, -0.5, 7 / 9)] == ["0.50", "−0.50", "0.78"]
    assert [decimal(value) for value in (-0.0, -0.001, -1e-17)] == ["0.00"] * 3
    assert decimal(-0.001, 3) == "−0.001"
    assert decimal(-2.0, 0) == "−2"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "0.0 %"),
        (1e-9, "0.1 %"),  # something is there
        (0.0014, "0.1 %"),
        (0.0016, "0.2 %"),
        (0.5, "50.0 %"),
        (0.98765, "98.8 %"),
        (1 - 1e-9, "99.9 %"),  # something is missing
        (1, "100.0 %"),
        (1.5, "100.0 %"),
    ],
)
def test_a_share_is_all_or_nothing_only_where_it_is(share, words):
    assert percent(share) == words


@pytest.mark.parametrize("share", [-0.1, 1e7, "half"])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(ValueError, match="^expected a share "):
        percent(share)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7 / 9, "7/9"),
        (-5 / 9, "−5/9"),
        (1.0, "1"),
        (-1, "−1"),
        (0, "0"),
        (37 / 45, "37/45"),
        (1 / 36, "1/36"),
        (1 / 45, "1/45"),
        (1 / 46, "0.02"),
        (0.5175, "0.52"),
        (np.float64(1 / 3), "1/3"),
        (np.pi, "3.14"),
        (-np.pi, "−3.14"),
    ],
)
def test_a_small_fraction_is_written_exactly_and_anything_else_as_decimals(value, words):
    assert fraction(value) == words


def test_the_largest_number_below_the_line_can_be_chosen():
    assert fraction(2 / 81) == "0.02"
    assert fraction(2 / 81, largest=81) == "2/81"
    assert fraction(0.5175, places=4) == "0.5175"


@given(st.integers(-500, 500), st.integers(1, 45))
def test_every_fraction_up_to_45ths_is_found(above, below):
    words = fraction(above / below).replace("−", "-")
    numbers = [int(word) for word in words.split("/")]
    assert numbers[0] * below == above * (numbers[1] if len(numbers) > 1 else 1)


def test_a_table_of_ninths_is_the_published_map():
    assert table(filter_image(X, BACKSLASH), over=9).splitlines() == [
        " 7  −1   1   3   5  −1   3",
        "−1   9  −1   3  −1   1  −1",
        " 1  −1   9  −3   1  −1   5",
        " 3   3  −3   5  −3   3   3",
        " 5  −1   1  −3   9  −1   1",
        "−1   1  −1   3  −1   9  −1",
        " 3  −1   5   3   1  −1   7",
    ]


def test_a_list_is_one_line_and_decimals_are_the_default():
    assert table(hand_made_network().votes(X)) == "1.00  0.56"
    assert table([[1, -2.5], [0, 10]], places=1) == " 1.0  −2.5\n 0.0  10.0"


def test_what_is_no_table_is_refused():
    with pytest.raises(TypeError, match="^expected a table made of numbers, got text$"):
        table("X")


def test_values_that_are_no_ninths_are_refused():
    with pytest.raises(ValueError, match=r"^expected values that are whole numbers of 1/9, got others among them$"):
        table([[0.5]], over=9)
