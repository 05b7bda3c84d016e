"""The exercises of lesson 11: make pictures of things that are none."""

import numpy as np

from xo.beyond_images import RATE, glide, spectrogram
from xo.checks.exercise import Exercise, spoilt
from xo.filtering import BACKSLASH, SLASH, filter_image


def picture_size(seconds, chunk, bands):
    return bands * round(seconds / chunk)


def is_rising(picture):
    rising, falling = filter_image(picture, SLASH), filter_image(picture, BACKSLASH)
    return bool(rising.max() > falling.max())


def my_picture(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for column, letter in enumerate(word[:columns]):
        picture[alphabet.index(letter), column] = 1
    return picture


def _filled(word, alphabet, columns, places, rows=None):
    """A picture with a 1 for each place and letter, wherever that is."""
    picture = np.zeros((rows or len(alphabet), columns))
    for column, letter in places:
        picture[alphabet.index(letter), column] = 1
    return picture


def _across(word, alphabet, columns):
    picture = np.zeros((len(alphabet), columns))
    for column, letter in enumerate(word[:columns]):
        picture[column, alphabet.index(letter)] = 1
    return picture


def _hummed(tone, pitch=200):
    """The tone, and towards its end a hum, half as strong: a corner of the picture that is not of the tone."""
    hum = 0.5 * glide(pitch, pitch, seconds=len(tone) / RATE / 4)
    return tone + np.pad(hum, (len(tone) - len(hum), 0))


# Climbs of 2,500 to 3,500 Hz: one of 1,700 Hz in half a second is too flat for features that lean like / and \.
SOUNDS = [
    (glide(500, 3500), True),
    (glide(3300, 800), False),
    (glide(300, 3800), True),
    (glide(3600, 400), False),
    (_hummed(glide(600, 3600)), True),
    (_hummed(glide(500, 3500))[::-1], False),
    (_hummed(glide(3200, 600), 3900)[::-1], True),
]
TONES = [(spectrogram(sound), rises) for sound, rises in SOUNDS]
TONES += [(0.4 * picture, rises) for picture, rises in TONES[:2]]  # so faint that no fixed bound parts them

SIZE = Exercise(
    "11.size",
    right=picture_size,
    cases=[(180, 0.02, 40), (10, 0.5, 16), (3, 0.25, 7), (0.3, 0.1, 8)],  # 0.3 / 0.1 is 2.9999999999999996
    mistakes=[
        ("you gave the number of columns. Every column has a pixel for each band.", lambda s, c, b: round(s / c)),
        ("you multiplied by the length of a chunk. How many chunks fit into the sound?", lambda s, c, b: b * s * c),
        ("you added columns and rows. A picture has columns *times* rows pixels.", lambda s, c, b: round(s / c) + b),
        ("you forgot to cut the sound into chunks: that is one column a second.", lambda s, c, b: s * b),
        ("you squared the bands. Rows are bands, columns are chunks.", lambda s, c, b: b * b),
        ("you divided by the bands. Every chunk has a pixel for each band.", lambda s, c, b: s / c / b),
        ("you divided the wrong way round. How many chunks fit into the sound?", lambda s, c, b: c / s * b),
        ("that is a chunk too many.", lambda s, c, b: (round(s / c) + 1) * b),
        ("that is a chunk too few.", lambda s, c, b: (round(s / c) - 1) * b),
        (
            "those are rows and columns. How many pixels are that together?",
            lambda s, c, b: (b, round(s / c)),
            lambda s, c, b: (round(s / c), b),
        ),
        (
            "0.02 is not kept exactly, so 180 // 0.02 finds 8999 whole chunks. To which number is 180 / 0.02 nearest?",
            lambda s, c, b: s // c * b,
        ),
        (
            "`int` cuts off what is a hair too small: 0.3 / 0.1 gives 2.9999999999999996. Take the nearest number.",
            lambda s, c, b: b * int(s / c),
        ),
    ],
    hints=["One column for each chunk of time. How many chunks are there?", "Rows times columns."],
    praise="three minutes of music in chunks of 0.02 s and 40 bands is a picture of 360,000 pixels.",
)

RISING = Exercise(
    "11.rising",
    right=is_rising,
    cases=[(picture,) for picture, _ in TONES],
    mistakes=[
        (
            "True where a sound falls, False where it rises: are they the wrong way round? Low pitches are below.",
            lambda picture: not is_rising(picture),
        ),
        (
            "you compared with a fixed number. A faint sound matches less: compare with the other one's best match.",
            *(
                lambda picture, least=least: filter_image(picture, SLASH).max() > least
                for least in (0.5, 0.6, 0.7, 0.8)
            ),
            *(
                lambda picture, most=most: filter_image(picture, BACKSLASH).max() < most
                for most in (0.5, 0.6, 0.7, 0.8)
            ),
        ),
        (
            "you gave the difference. Say True or False: is it above 0?",
            lambda picture: filter_image(picture, SLASH).max() - filter_image(picture, BACKSLASH).max(),
        ),
        (
            "you compared where something is largest, not how large it is: take the best match of each, `.max()`.",
            lambda picture: bool(filter_image(picture, SLASH).argmax() > filter_image(picture, BACKSLASH).argmax()),
        ),
        (
            "you compared the worst matches. Look for each feature's *best* match.",
            lambda picture: bool(filter_image(picture, SLASH).min() > filter_image(picture, BACKSLASH).min()),
        ),
        (
            "you compared the means. Over a whole map, up and down cancel out: look for each feature's *best* match.",
            lambda picture: bool(filter_image(picture, SLASH).mean() > filter_image(picture, BACKSLASH).mean()),
        ),
        (
            "you gave how well one feature matches. Say True or False: does it match better than the other?",
            lambda picture: filter_image(picture, SLASH).max(),
        ),
        (
            "you gave a whole map. Take its largest value, and compare.",
            lambda picture: filter_image(picture, SLASH) > filter_image(picture, BACKSLASH),
        ),
        (
            "you say True to every sound: SLASH matches a little in each of them. Does BACKSLASH match better?",
            lambda picture: True,
        ),
        (
            "you say False to every sound. Somewhere BACKSLASH matches, too: which of the two has the better match?",
            lambda picture: False,
        ),
    ],
    hints=[
        "`filter_image(picture, SLASH)` is a map of where the picture rises. Its `.max()` is the best match.",
        "Compare the best match of SLASH with the best match of BACKSLASH.",
    ],
    praise="the feature that found the arm of an X has found a rising tone.",
)

PICTURE = Exercise(
    "11.picture",
    right=my_picture,
    cases=[("abba", "ab", 4), ("cab", "abc", 5), ("banana", "abn", 4), ("no", "nopq", 3)],
    mistakes=[
        (
            "your picture lies on its side: a row for each *letter*, a column for each *place*.",
            spoilt(my_picture, np.transpose),
        ),
        (
            "you put the letters in alphabetical order. Then 'on' and 'no' look the same.",
            lambda word, alphabet, columns: my_picture(sorted(word, key=alphabet.index), alphabet, columns),
        ),
        (
            "a short word ends somewhere: leave the columns after it empty.",
            lambda word, alphabet, columns: my_picture(word * columns, alphabet, columns),
        ),
        (
            "you put −1 where nothing stands. Here the paper is 0, as the lesson explains.",
            spoilt(my_picture, lambda picture: 2 * picture - 1),
        ),
        (
            "your picture is upside down: the first letter of the alphabet is the first row.",
            spoilt(my_picture, lambda picture: picture[::-1]),
        ),
        (
            "your picture is as wide as the word. Make it `columns` wide, and leave empty what a short word leaves.",
            lambda word, alphabet, columns: my_picture(word, alphabet, len(word)),
        ),
        (
            "your picture ends with a short word. Make it `columns` wide, and leave the rest empty.",
            lambda word, alphabet, columns: my_picture(word, alphabet, min(len(word), columns)),
        ),
        (
            "a word may be longer than the picture. Cut off what does not fit: `word[:columns]`.",
            lambda word, alphabet, columns: _filled(word, alphabet, columns, enumerate(word)),
        ),
        (
            "a word may be shorter than the picture: its letters are at an end before the columns are.",
            lambda word, alphabet, columns: _filled(word, alphabet, columns, ((n, word[n]) for n in range(columns))),
        ),
        (
            "you counted the columns from 1. The first is column 0.",
            lambda word, alphabet, columns: _filled(word, alphabet, columns, enumerate(word[:columns], start=1)),
        ),
        (
            "`word.index(letter)` finds a letter's first place only, and it may come again. `enumerate` counts on.",
            lambda word, alphabet, columns: _filled(
                word, alphabet, columns, ((word.index(letter), letter) for letter in word[:columns])
            ),
        ),
        (
            "the last column stays empty: `word[:columns]` stops before `columns` by itself.",
            lambda word, alphabet, columns: _filled(word, alphabet, columns, enumerate(word[: columns - 1])),
        ),
        (
            "you kept the end of a long word. What does not fit is cut off at the end.",
            lambda word, alphabet, columns: my_picture(word[-columns:], alphabet, columns),
        ),
        (
            "the word stands at the right edge. Its first letter stands in column 0.",
            lambda word, alphabet, columns: _filled(
                word, alphabet, columns, enumerate(word[:columns], columns - len(word[:columns]))
            ),
        ),
        (
            "the word is written backwards.",
            lambda word, alphabet, columns: my_picture(word[:columns][::-1], alphabet, columns),
        ),
        (
            "row and column have changed places: `picture[row, column]`, and the row is that of the letter.",
            _across,
        ),
        (
            "you counted letters as from a to z. `alphabet.index(letter)` is the row in the alphabet that came.",
            lambda word, alphabet, columns: _filled(
                word, "abcdefghijklmnopqrstuvwxyz", columns, enumerate(word[:columns]), len(alphabet)
            ),
        ),
        (
            "you made an alphabet of the word's own letters. Every letter of `alphabet` has a row.",
            lambda word, alphabet, columns: my_picture(word, sorted(set(word)), columns),
        ),
        (
            "whole rows are filled: put the 1 into one column, that of the letter's place.",
            lambda word, alphabet, columns: np.outer(
                [letter in word[:columns] for letter in alphabet], np.ones(columns)
            ),
        ),
        (
            "1 stands everywhere. Begin with `np.zeros`.",
            spoilt(my_picture, np.ones_like),
        ),
        (
            "0 stands where a letter is, and 1 elsewhere: it is the other way round.",
            spoilt(my_picture, lambda picture: 1 - picture),
        ),
        (
            "you put the letter's row into the cell. Put a 1 there; its place says which letter it is.",
            spoilt(my_picture, lambda picture: picture * np.arange(len(picture))[:, None]),
        ),
        (
            "those are the rows of the letters. Put a 1 into each of them, one column after the other.",
            lambda word, alphabet, columns: [alphabet.index(letter) for letter in word[:columns]],
        ),
        (
            "you counted the letters but lost their places: each column should hold one place of the word.",
            spoilt(my_picture, lambda picture: np.tile(picture.sum(1, keepdims=True), picture.shape[1])),
        ),
    ],
    hints=[
        "Start with `np.zeros((len(alphabet), columns))`, and put a 1 for each letter.",
        "`enumerate(word[:columns])` goes through places and letters; `alphabet.index(letter)` is the row.",
    ],
    praise="one column a letter, in the order of the word: neighbours in the picture are neighbours in the word.",
)

EXERCISES = [SIZE, RISING, PICTURE]
