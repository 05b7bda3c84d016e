"""Lesson 11: sounds, words and spoiled pictures."""

import numpy as np
import pytest

from xo.beyond_images import LETTERS, RATE, glide, read_words, shuffle_pixels, spectrogram, swap, word_picture
from xo.filtering import BACKSLASH, SLASH, filter_image
from xo.images import O, X

BATCH = np.stack([X, O])[:, None]


def test_a_tone_of_100_hertz_swings_100_times_a_second():
    tone = glide(100, 100, seconds=1)
    assert np.sum((tone[:-1] < 0) & (tone[1:] >= 0)) == pytest.approx(100, abs=1)
    assert len(tone) == RATE
    assert np.abs(tone).max() <= 1


@pytest.mark.parametrize("pitch", [300, 1400, 2600, 3900])
def test_a_plain_tone_is_a_level_line_in_the_band_of_its_pitch(pitch):
    picture = spectrogram(glide(pitch, pitch), bands=16)
    rows = picture.argmax(0)
    assert picture.shape == (16, 16)
    assert set(rows) == {15 - int(pitch / 250)}
    assert picture.max() == 1
    assert picture.min() >= -1


def test_the_features_of_lesson_2_hear_falling_and_rising_tones():
    for picture, heard, other in (
        (spectrogram(glide(3500, 500)), BACKSLASH, SLASH),
        (spectrogram(glide(500, 3500)), SLASH, BACKSLASH),
    ):
        assert filter_image(picture, heard).max() > filter_image(picture, other).max() + 0.2


def test_silence_is_a_black_picture():
    assert np.array_equal(spectrogram(np.zeros(4000)), -np.ones((16, 16)))


def test_a_word_has_one_letter_in_each_column_and_its_end_is_empty():
    picture = word_picture("Abba", columns=6)
    assert picture.shape == (26, 6)
    assert [LETTERS[row] for row in picture[:, :4].argmax(0)] == list("abba")
    assert picture.sum(0).tolist() == [1, 1, 1, 1, 0, 0]
    assert word_picture("abcdefgh", columns=3).sum() == 3


def test_the_lesson_s_words_are_180_of_each_language_and_none_stands_in_both():
    words = read_words()
    assert {language: len(set(listed)) for language, listed in words.items()} == {"English": 180, "Spanish": 180}
    assert not set(words["English"]) & set(words["Spanish"])
    assert all(word_picture(word).sum() == min(len(word), 12) for listed in words.values() for word in listed)


def test_swapping_moves_whole_columns_the_same_way_in_every_image():
    swapped = swap(BATCH, np.random.default_rng(0), columns=1)
    order = [
        next(c for c in range(9) if np.array_equal(BATCH[:, 0, :, c], column))
        for column in swapped[:, 0].transpose(2, 0, 1)
    ]
    assert not np.array_equal(swapped, BATCH)
    assert np.array_equal(np.sort(BATCH, -1), np.sort(swapped, -1))
    assert len(order) == 9


@pytest.mark.parametrize("axis", ["columns", "rows"])
def test_a_share_of_nothing_changes_nothing_and_a_share_moves_no_more_than_it_says(axis):
    numbers = np.arange(100.0).reshape(10, 10)
    assert np.array_equal(swap(numbers, np.random.default_rng(0)), numbers)
    moved = swap(numbers, np.random.default_rng(0), **{axis: 0.5})
    lines = moved != numbers if axis == "columns" else (moved != numbers).T
    assert 0 < lines.any(0).sum() <= 5


def test_shuffled_pixels_are_the_same_pixels_at_the_same_new_places():
    ranks = np.arange(81.0).reshape(9, 9)
    shuffled = shuffle_pixels(np.stack([ranks, -ranks]), np.random.default_rng(0))
    assert np.array_equal(shuffled[0], -shuffled[1])
    assert np.array_equal(np.sort(shuffled[0].ravel()), ranks.ravel())
    assert not np.array_equal(shuffled[0], ranks)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: glide(0, 100), "pitches above 0"),
        (lambda: glide(100, 5000), "up to 4000 hertz"),
        (lambda: glide(100, 100, seconds=0), "length above 0 seconds"),
        (lambda: glide(100, 100, rate=2e6), r"expected a rate above 0 and up to 1e\+06, got 2000000"),
        (lambda: spectrogram("X"), "^expected sound made of numbers"),
        (lambda: spectrogram(np.zeros(100)), "at least 512 samples"),
        (lambda: spectrogram(np.zeros((2, 4000))), "got shape"),
        (lambda: spectrogram([np.nan] * 4000), "NaN"),
        (lambda: word_picture("año"), "letters a to z"),
        (lambda: word_picture(""), "letters a to z"),
        (lambda: swap("picture", np.random.default_rng(0)), "made of numbers"),
    ],
)
def test_bad_input_gets_one_clear_sentence(wrong, sentence):
    with pytest.raises((TypeError, ValueError), match=sentence):
        wrong()


def test_half_the_rate_is_the_highest_pitch_that_there_is():
    assert len(glide(4000, 4000)) == 4000


STEP_UP = np.array([[-1, -1, 1, 1], [1, 1, -1, -1]])


def best_matches(picture, up, down):
    return filter_image(picture, up).max(), filter_image(picture, down).max()


@pytest.mark.parametrize("climb", [300, 1000, 2000])
@pytest.mark.parametrize("start", [200, 550, 900])
def test_a_flat_glide_matches_the_wrong_diagonal_better_and_a_step_the_right_way(climb, start):
    for picture in (spectrogram(glide(start, start + climb)), spectrogram(glide(start + climb, start))[:, ::-1]):
        right, wrong = best_matches(picture, SLASH, BACKSLASH)
        assert wrong > right
        right, wrong = best_matches(picture, STEP_UP, STEP_UP[:, ::-1])
        assert right > wrong
