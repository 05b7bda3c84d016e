"""Right and wrong answers that learners may give in lesson 12."""

import math

import numpy as np


def floor_with_a_loop(rows, window, stride):
    places = 0
    while places * stride + window <= rows:
        places += 1
    return places


BANK = {
    "12.feature": {
        "right": [
            lambda feature: feature * np.prod(feature.shape),
            lambda feature: np.array([[pixel * feature.size for pixel in row] for row in feature]),
        ],
        "wrong": [
            (lambda feature: feature / np.prod(feature.shape), "you divided"),
            (lambda feature: feature, "left it as it is"),
            (lambda feature: 9 * feature, "3 by 3 only"),
            (lambda feature: feature * feature.shape[0], "number of rows"),
            (lambda feature: np.flip(feature) * feature.size, "PyTorch does not"),
        ],
    },
    "12.turn": {
        "right": [np.flip, lambda feature: np.rot90(feature, 2)],
        "wrong": [
            (np.flipud, "not left to right"),
            (np.fliplr, "not upside down"),
            (np.transpose, "on its diagonal"),
            (lambda feature: np.rot90(feature), "half a turn"),
            (lambda feature: feature.copy(), "still as it was"),
        ],
    },
    "12.floor": {
        "right": [floor_with_a_loop, lambda rows, window, stride: math.floor((rows - window) / stride) + 1],
        "wrong": [
            (lambda rows, window, stride: math.ceil((rows - window) / stride) + 1, "hangs over the edge"),
            (lambda rows, window, stride: rows // stride, "divided by the stride only"),
            (lambda rows, window, stride: (rows - window) // stride, "forgot the first window"),
            (lambda rows, window, stride: 1 + (rows - window) / stride, "round down"),
            (lambda rows, window, stride: len(range(rows - window + 1)), "steps of one row"),
            (lambda rows, window, stride: round((rows - window) / stride + 1), "to the nearest"),
        ],
    },
}
