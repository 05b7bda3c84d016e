"""Right and wrong answers that learners may give in lesson 11."""

import numpy as np

from xo.filtering import BACKSLASH, SLASH, filter_image


def best(picture, feature):
    return filter_image(picture, feature).max()


def mean(picture, feature):
    return filter_image(picture, feature).mean()


def picture_from_a_comparison(word, alphabet, columns):
    letters = np.array(list(word.ljust(columns)[:columns]))
    return (np.array(list(alphabet))[:, None] == letters).astype(float)


def picture_with_two_loops(word, alphabet, columns):
    rows = []
    for letter in alphabet:
        rows.append([1 if place < len(word) and word[place] == letter else 0 for place in range(columns)])
    return rows


BANK = {
    "11.size": {
        "right": [
            lambda seconds, chunk, bands: bands * seconds / chunk,
            lambda seconds, chunk, bands: sum(bands for _ in range(round(seconds / chunk))),
        ],
        "wrong": [
            (lambda seconds, chunk, bands: seconds / chunk, "number of columns"),
            (lambda seconds, chunk, bands: seconds * chunk * bands, "length of a chunk"),
            (lambda seconds, chunk, bands: seconds / chunk + bands, "columns *times* rows"),
            (lambda seconds, chunk, bands: bands * seconds, "one column a second"),
            (lambda seconds, chunk, bands: bands * int(seconds // chunk), "finds 8999 whole chunks"),
            (lambda seconds, chunk, bands: bands * int(seconds / chunk), "a hair too small"),
        ],
    },
    "11.rising": {
        "right": [
            lambda picture: best(picture, SLASH) > best(picture, BACKSLASH),
            lambda picture: best(picture, SLASH) - best(picture, SLASH[:, ::-1]) > 0,
            lambda picture: bool(np.polyfit(range(16), picture.argmax(0), 1)[0] < 0),
        ],
        "wrong": [
            (lambda picture: best(picture, SLASH) < best(picture, BACKSLASH), "wrong way round"),
            (lambda picture: best(picture, SLASH), "True or False"),
            (lambda picture: filter_image(picture, SLASH) > filter_image(picture, BACKSLASH), "whole map"),
            (lambda picture: best(picture, SLASH) > 0.5, "a fixed number"),
            (lambda picture: (filter_image(picture, SLASH) > filter_image(picture, BACKSLASH)).all(), "False to every"),
            (lambda picture: mean(picture, SLASH) > mean(picture, BACKSLASH), "compared the means"),
            (lambda picture: best(picture, SLASH) > 0.87, "yours False, expected True"),
        ],
    },
    "11.picture": {
        "right": [picture_from_a_comparison, picture_with_two_loops],
        "wrong": [
            (lambda *task: picture_from_a_comparison(*task).T, "lies on its side"),
            (lambda *task: picture_from_a_comparison(*task)[::-1], "upside down"),
            (lambda *task: np.where(picture_from_a_comparison(*task), 1, -1), "put −1"),
            (
                lambda word, alphabet, columns: picture_from_a_comparison("".join(sorted(word)), alphabet, columns),
                "alphabetical order",
            ),
        ],
    },
}
