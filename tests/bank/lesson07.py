"""Right and wrong answers that learners may give in lesson 7."""

import numpy as np


def window_with_loops(window, slope):
    best, winner = -np.inf, None
    for row in range(window.shape[0]):
        for column in range(window.shape[1]):
            if window[row, column] > best:
                best, winner = window[row, column], (row, column)
    slopes = np.zeros_like(window)
    slopes[winner] = slope
    return slopes


def window_flat(window, slope):
    slopes = np.zeros(window.size)
    slopes[np.argmax(window)] = slope
    return slopes.reshape(window.shape)


def places_with_a_loop(slopes, pixels, count):
    total = 0
    for slope, pixel in zip(slopes.ravel(), pixels.ravel(), strict=True):
        total += slope * pixel
    return total / count


BANK = {
    "07.window": {
        "right": [window_with_loops, window_flat],
        "wrong": [
            (lambda window, slope: slope + 0 * window, "every cell of the window"),
            (lambda window, slope: 0 * window + slope / len(window.ravel()), "shared the slope out"),
            (lambda window, slope: np.where(window >= window.max(), slope, 0), "both got the slope"),
            (lambda window, slope: slope * np.where(window == window.max(), window, 0), "expected"),
            (lambda window, slope: window_flat(-window, slope), "smallest value"),
            (lambda window, slope: max(window.ravel()), "way forward again"),
            (lambda window, slope: window * slope, "multiplied each cell"),
            (lambda window, slope: window_flat(window, 1.0), "who won"),
        ],
    },
    "07.places": {
        "right": [places_with_a_loop, lambda slopes, pixels, count: np.vdot(slopes, pixels) / count],
        "wrong": [
            (lambda slopes, pixels, count: slopes.ravel()[0] * pixels.ravel()[0] / count, "the first place alone"),
            (lambda slopes, pixels, count: np.mean(slopes * pixels) / count, "divided twice: once"),
            (lambda slopes, pixels, count: places_with_a_loop(slopes, pixels, count) / count, "divide once"),
            (lambda slopes, pixels, count: np.vdot(slopes, pixels), "forgot to divide"),
            (lambda slopes, pixels, count: sum(slopes.ravel()) / count, "what the pixel met"),
            (lambda slopes, pixels, count: np.average(slopes * pixels), "the number of places"),
            (lambda slopes, pixels, count: pixels * slopes / count, "add them up"),
        ],
    },
}
