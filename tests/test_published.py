"""Every published number of the worked example, exactly: ninths are written as ninths, never as 0.77."""

import numpy as np
import pytest

from xo.filtering import BACKSLASH, CROSS, FEATURES, SLASH, Convolution, filter_image, filter_maps
from xo.images import ROTATED_X, TRICKIER, O, X
from xo.matching import count_differences, match
from xo.networks import hand_made_network
from xo.pooling import pool
from xo.relu import relu
from xo.stacking import total
from xo.voting import STRONG_O, STRONG_X, cast_votes, strong_weights


def numbers(text):
    return np.array([[int(word) for word in line.split()] for line in text.strip().splitlines()])


BACKSLASH_MAP = numbers("""
    7 -1  1  3  5 -1  3
   -1  9 -1  3 -1  1 -1
    1 -1  9 -3  1 -1  5
    3  3 -3  5 -3  3  3
    5 -1  1 -3  9 -1  1
   -1  1 -1  3 -1  9 -1
    3 -1  5  3  1 -1  7""")
CROSS_MAP = numbers("""
    3 -5  1 -1  1 -5  3
   -5  5 -5  3 -5  5 -5
    1 -5  5 -7  5 -5  1
   -1  3 -7  9 -7  3 -1
    1 -5  5 -7  5 -5  1
   -5  5 -5  3 -5  5 -5
    3 -5  1 -1  1 -5  3""")
MAPS = np.stack([BACKSLASH_MAP, CROSS_MAP, BACKSLASH_MAP[:, ::-1]])
POOLED = np.stack(
    [
        numbers("9 3 5 3\n 3 9 3 5\n 5 3 9 1\n 3 5 1 7"),
        numbers("5 3 5 3\n 3 9 5 1\n 5 5 5 1\n 3 1 1 3"),
        numbers("3 5 9 7\n 5 5 9 3\n 9 9 1 5\n 7 3 5 3"),
    ]
)
POOLED_AGAIN = np.array([[[9, 5], [5, 9]], [[9, 5], [5, 5]], [[5, 9], [9, 5]]])
VOTES_X = [9, 5, 5, 9, 9, 5, 5, 5, 5, 9, 9, 5]
VOTES_O = [5, 9, 9, 5, 5, 5, 5, 5, 9, 5, 5, 9]
GIVEN = [0.9, 0.65, 0.45, 0.87, 0.96, 0.73, 0.23, 0.63, 0.44, 0.89, 0.94, 0.53]

# naive X, naive O, vote X, vote O, rounded as printed in our facts
SCORES = {
    "X": (1.00, 0.48, 1.00, 0.56),
    "O": (0.48, 1.00, 0.56, 1.00),
    "X shifted": (0.65, 0.48, 1.00, 0.67),
    "X shrunken": (0.90, 0.58, 1.00, 0.56),
    "X rotated": (0.60, 0.28, 0.82, 0.56),
    "X thickened": (0.68, 0.16, 0.51, 0.56),
    "O shifted": (0.48, 0.41, 0.56, 1.00),
    "O shrunken": (0.38, 0.31, 0.47, 0.56),
    "O rotated": (0.48, 0.80, 0.47, 0.56),
    "O thickened": (0.19, 0.70, 0.47, 0.56),
    "blank": (0.68, 0.60, 0.27, 0.33),
}
IMAGES = {"X": X, "O": O, **TRICKIER, "blank": -np.ones((9, 9))}


def ninths(values):
    """Exact ninths as whole numbers; fails where a value is none."""
    whole = np.round(values * 9).astype(int)
    assert np.array_equal(values, whole / 9)
    return whole


def test_the_images_have_13_16_and_13_white_pixels():
    assert [int((image == 1).sum()) for image in (X, O, ROTATED_X)] == [13, 16, 13]


def test_x_and_the_rotated_x_differ_in_16_pixels():
    assert count_differences(X, ROTATED_X) == 16
    assert match(X, ROTATED_X) == (81 - 2 * 16) / 81


def test_the_three_features_are_the_published_ones():
    assert np.array_equal(BACKSLASH, [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
    assert np.array_equal(CROSS, [[1, -1, 1], [-1, 1, -1], [1, -1, 1]])
    assert np.array_equal(SLASH, [[-1, -1, 1], [-1, 1, -1], [1, -1, -1]])
    assert np.array_equal(FEATURES, [BACKSLASH, CROSS, SLASH])


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_filtered_map_of_x_in_ninths(number):
    assert np.array_equal(ninths(filter_image(X, FEATURES[number])), MAPS[number])


def test_the_three_maps_in_one_layer_both_ways():
    assert np.array_equal(ninths(filter_maps(X[None], FEATURES[:, None])), MAPS)
    assert np.array_equal(ninths(Convolution(FEATURES[:, None]).forward(X[None, None])), MAPS[None])


def test_the_bill_of_the_layer():
    bill = Convolution(FEATURES[:, None]).operations((1, 9, 9))
    assert bill == {"multiplications": 1323, "additions": 1176, "divisions": 147}


def test_the_pooled_maps_and_the_second_pooling():
    assert np.array_equal(ninths(pool(MAPS / 9)), POOLED)
    assert np.array_equal(ninths(pool(POOLED / 9)), POOLED_AGAIN)


def test_pooling_and_relu_can_change_places():
    assert np.array_equal(pool(relu(MAPS)), relu(pool(MAPS)))


def test_every_stage_of_the_published_network():
    stages = hand_made_network().stages(X[None, None])
    for stage, expected in zip(stages[1:5], (MAPS, np.maximum(MAPS, 0), POOLED, POOLED_AGAIN), strict=True):
        assert np.array_equal(ninths(stage[0]), expected)


@pytest.mark.parametrize(("image", "votes"), [(X, VOTES_X), (O, VOTES_O)], ids=["X", "O"])
def test_the_list_of_votes(image, votes):
    assert ninths(hand_made_network().stages(image[None, None])[-2].ravel()).tolist() == votes


def test_the_strong_places_are_those_of_the_two_lists():
    assert [place + 1 for place in STRONG_X] == [1, 4, 5, 10, 11]
    assert [place + 1 for place in STRONG_O] == [2, 3, 9, 12]
    assert [place for place, value in enumerate(VOTES_X) if value == 9] == list(STRONG_X)
    assert [place for place, value in enumerate(VOTES_O) if value == 9] == list(STRONG_O)


def test_the_given_list_gets_0_912_and_0_5175():
    np.testing.assert_allclose(cast_votes(GIVEN, strong_weights()), [0.912, 0.5175], rtol=0, atol=1e-15)


def test_the_bill_of_the_whole_published_network():
    assert total(hand_made_network().operations((1, 9, 9))) == {
        "multiplications": 1323 + 24,
        "additions": 1176 + 22,
        "divisions": 147,
        "comparisons": 147 + (147 - 48) + (48 - 12),
    }


@pytest.mark.parametrize("name", SCORES)
def test_the_table_of_naive_matches_and_votes(name):
    scores = [match(IMAGES[name], X), match(IMAGES[name], O), *hand_made_network().votes(IMAGES[name])]
    assert tuple(round(float(score), 2) for score in scores) == SCORES[name]


def test_naive_matching_gets_6_of_8_trickier_cases_and_the_votes_7():
    naive = {name: "X" if match(image, X) > match(image, O) else "O" for name, image in TRICKIER.items()}
    voted = {name: hand_made_network().answer(image) for name, image in TRICKIER.items()}
    assert [name for name in TRICKIER if naive[name] != name[0]] == ["O shifted", "O shrunken"]
    assert [name for name in TRICKIER if voted[name] != name[0]] == ["X thickened"]


def test_naive_matching_loses_the_four_diagonal_shifts_of_o_and_the_votes_none():
    steps = [(row, column) for row in (-1, 0, 1) for column in (-1, 0, 1)]
    shifted = {step: np.roll(O, step, (0, 1)) for step in steps}  # nothing leaves: O has an empty margin
    lost = [step for step, image in shifted.items() if match(image, X) > match(image, O)]
    assert lost == [(-1, -1), (-1, 1), (1, -1), (1, 1)]
    for step in steps:
        assert hand_made_network().answer(np.roll(X, step, (0, 1))) == "X"
        assert hand_made_network().answer(shifted[step]) == "O"
