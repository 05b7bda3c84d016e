"""What holds for any input of a kind, not only for the published one (Hypothesis)."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.configuration import storage_directory

from xo.breaking.changes import invert, rotate, shift
from xo.filtering import FEATURES, filter_image, filter_maps
from xo.images import O, X, read_image, write_image
from xo.matching import count_differences, match
from xo.networks import hand_made_network
from xo.pooling import pool, pooled_length
from xo.relu import relu
from xo.voting import cast_votes

ROOT = Path(__file__).resolve().parent.parent
SIDES = st.integers(1, 9)
NUMBERS = st.floats(-8, 8, width=32)
SEEDS = st.integers(0, 2**32 - 1)


def numbers(seed, shape):
    """Halves from -4 to 4, so that cells often tie, or any fractions, so that nothing does."""
    rng = np.random.default_rng(seed)
    return rng.integers(-8, 9, shape) / 2 if seed % 2 else rng.normal(size=shape)


@st.composite
def maps(draw, least=1):
    """Any stack of one to three maps."""
    shape = draw(st.tuples(st.integers(1, 3), st.integers(least, 9), st.integers(least, 9)))
    return numbers(draw(SEEDS), shape)


PICTURES = st.integers(0, 2**81 - 1).map(
    lambda bits: np.array([bits >> place & 1 for place in range(81)]).reshape(9, 9) * 2.0 - 1
)
STEPS = st.integers(1, 4)


@given(maps(), STEPS, STEPS)
def test_relu_and_pooling_change_places_for_every_window_and_stride(values, window, stride):
    assert np.array_equal(pool(relu(values), window, stride), relu(pool(values, window, stride)))


@given(maps(), STEPS, STEPS)
def test_pooling_keeps_within_the_map_and_never_loses_the_maximum_unless_windows_leave_gaps(values, window, stride):
    pooled = pool(values, window, stride)
    assert pooled.min() >= values.min()
    assert np.isin(pooled, values).all()
    if stride <= window:
        assert np.array_equal(pooled.max((1, 2)), values.max((1, 2)))


@given(maps(), SEEDS, STEPS, STEPS)
def test_a_better_match_somewhere_never_makes_a_pooled_value_smaller(values, seed, window, stride):
    raised = values + abs(numbers(seed, values.shape))
    assert (pool(raised, window, stride) >= pool(values, window, stride)).all()


@given(SIDES, STEPS, STEPS)
def test_every_window_starts_on_the_map_and_the_last_reaches_its_edge(length, window, stride):
    count = pooled_length(length, window, stride)
    assert (count - 1) * stride < length
    assert (count - 1) * stride + max(window, stride) >= length


@given(maps(least=3), NUMBERS, NUMBERS)
def test_filtering_is_linear_in_the_image_and_in_the_feature(values, one, other):
    image, feature = values[0], values[-1, :3, :3]
    mirrored = image[::-1]
    both = filter_image(one * image + other * mirrored, feature)
    apart = one * filter_image(image, feature) + other * filter_image(mirrored, feature)
    np.testing.assert_allclose(both, apart, rtol=0, atol=1e-9)
    both = filter_image(image, one * feature + other * FEATURES[0])
    apart = one * filter_image(image, feature) + other * filter_image(image, FEATURES[0])
    np.testing.assert_allclose(both, apart, rtol=0, atol=1e-9)


@given(PICTURES, st.integers(-3, 3), st.integers(-3, 3))
def test_when_the_image_moves_its_maps_move_along(image, rows, columns):
    before = filter_maps(image[None], FEATURES[:, None])
    after = filter_maps(shift(image, rows, columns)[None], FEATURES[:, None])
    kept = [slice(max(0, step), 7 + min(0, step)) for step in (rows, columns)]
    came = [slice(max(0, -step), 7 + min(0, -step)) for step in (rows, columns)]
    assert np.array_equal(after[:, kept[0], kept[1]], before[:, came[0], came[1]])


@given(PICTURES)
def test_maps_of_black_and_white_pictures_are_odd_ninths_from_minus_1_to_1(image):
    values = filter_maps(image[None], FEATURES[:, None]) * 9
    whole = np.round(values)
    np.testing.assert_allclose(values, whole, rtol=0, atol=1e-12)
    assert (abs(whole) <= 9).all()
    assert (whole % 2 == 1).all()


@given(PICTURES)
def test_a_negative_gives_the_negative_of_every_map(image):
    assert np.array_equal(filter_image(invert(image), FEATURES[1]), -filter_image(image, FEATURES[1]))


@given(PICTURES)
def test_turning_image_and_feature_together_turns_the_map(image):
    turned = filter_image(rotate(image, 90), rotate(FEATURES[0], 90))
    assert np.array_equal(turned, np.rot90(filter_image(image, FEATURES[0])))


@given(PICTURES, PICTURES)
def test_a_match_is_the_same_both_ways_and_counts_the_differences(one, other):
    assert match(one, other) == match(other, one)
    assert round(match(one, other) * 81) == 81 - 2 * count_differences(one, other)
    assert (match(one, other) == 1) == np.array_equal(one, other)


@given(PICTURES)
def test_writing_and_reading_a_picture_gives_it_back(image):
    assert np.array_equal(read_image(write_image(image)), image)


@given(maps())
def test_relu_splits_a_map_into_what_it_keeps_and_what_it_drops(values):
    assert np.array_equal(relu(values) - relu(-values), values)
    assert (relu(values) >= 0).all()


@given(SEEDS)
def test_votes_add_up_over_any_split_of_the_values(seed):
    values, weights = numbers(seed, (5, 6)), numbers(seed + 1, (2, 6))
    halves = cast_votes(values[:, :2], weights[:, :2]) + cast_votes(values[:, 2:], weights[:, 2:])
    np.testing.assert_allclose(cast_votes(values, weights), halves, rtol=0, atol=1e-9)


@given(PICTURES)
def test_the_hand_made_votes_stay_between_0_and_1(image):
    votes = hand_made_network().votes(image)
    assert (votes >= 0).all()
    assert (votes <= 1).all()


def test_hypothesis_keeps_its_notes_outside_of_the_repository():
    assert ROOT not in storage_directory("constants").path.parents


def test_mirroring_leaves_the_hand_made_answer_alone_for_x_and_o():
    for image, category in ((X, "X"), (O, "O")):
        for mirrored in (image[::-1], image[:, ::-1], image.T):
            assert hand_made_network().answer(mirrored) == category
