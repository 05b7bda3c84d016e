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


def _hummed(tone):
    """The tone, and towards its end a low hum, half as strong: a corner of the picture that is not of the tone."""
    hum = 0.5 * glide(200, 200, seconds=len(tone) / RATE / 4)
    return tone + np.pad(hum, (len(tone) - len(hum), 0))


# Climbs of 2,500 to 3,500 Hz: one of 1,700 Hz in half a second is too flat for features that lean like / and \.
SOUNDS = [
    (glide(500, 3500), True),
    (glide(3300, 800), False),
    (glide(300, 3800), True),
    (glide(3600, 400), False),
    (_hummed(glide(600, 3600)), True),
    (_hummed(glide(500, 3500))[::-1], False),
]
TONES = [(spectrogram(sound), rises) for sound, rises in SOUNDS]

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
            "you have them the wrong way round. The lowest pitch stands at the bottom: which way does one rise?",
            lambda picture: not is_rising(picture),
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
