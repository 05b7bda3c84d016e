"""Right and wrong answers that learners may give in lesson 7."""

import numpy as np


def step_in_two_lines(value, slope, rate):
    change = -slope * rate
    return value + change


def error_with_a_loop(votes, right):
    total = 0
    for vote, wanted in zip(votes, right, strict=True):
        total += wanted - vote if wanted > vote else vote - wanted
    return total


def nudge_with_ifs(value, step, error):
    best = value
    if error(value + step) < error(best):
        best = value + step
    if error(value - step) < error(best):
        best = value - step
    return best


def nudge_sorted(value, step, error):
    return sorted([value, value + step, value - step], key=error)[0]


def nudge_worse(value, step, error):
    return value + step if error(value + step) > error(value - step) else value - step


def nudge_restless(value, step, error):
    return value + step if error(value + step) < error(value - step) else value - step


def relu_with_where(values, slopes_above):
    return np.where(values > 0, slopes_above, 0)


def relu_copied(values, slopes_above):
    slopes = slopes_above.copy()
    slopes[values <= 0] = 0
    return slopes


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
            (lambda slopes, pixels, count: slopes.ravel()[0] * pixels.ravel()[0] / count, "used at 49 places"),
            (lambda slopes, pixels, count: np.mean(slopes * pixels) / count, "divided twice: once"),
            (lambda slopes, pixels, count: places_with_a_loop(slopes, pixels, count) / count, "divided twice by"),
            (lambda slopes, pixels, count: np.vdot(slopes, pixels), "forgot to divide"),
            (lambda slopes, pixels, count: sum(slopes.ravel()) / count, "what the pixel met"),
            (lambda slopes, pixels, count: np.average(slopes * pixels), "the number of places"),
            (lambda slopes, pixels, count: pixels * slopes / count, "add them up"),
        ],
    },
    "07.step": {
        "right": [step_in_two_lines, lambda value, slope, rate: -slope * rate + value],
        "wrong": [
            (lambda value, slope, rate: value + slope * rate, "wrong sign"),
            (lambda value, slope, rate: value - slope, "forgot the rate"),
            (lambda value, slope, rate: -(rate * slope), "the change, not the new value"),
            (lambda value, slope, rate: value - rate if slope > 0 else value + rate * (slope < 0), "nudging"),
            (lambda value, slope, rate: value - rate * np.abs(slope), "not its sign"),
            (lambda value, slope, rate: value * (1 - rate * slope), "the larger the value"),
        ],
    },
    "07.error": {
        "right": [error_with_a_loop, lambda votes, right: sum(abs(votes - right))],
        "wrong": [
            (lambda votes, right: np.mean(abs(votes - right)), "the mean of the distances"),
            (lambda votes, right: np.sum(right - votes), "pays for too little"),
            (lambda votes, right: np.sum((votes - right) ** 2), "squared"),
            (lambda votes, right: abs(votes - right), "Add them up"),
            (lambda votes, right: 1 - votes[np.argmax(right)], "right category only"),
            (lambda votes, right: max(abs(votes - right)), "larger distance alone"),
            (lambda votes, right: sum(abs(1 - votes)), "every vote against 1"),
        ],
    },
    "07.nudge": {
        "right": [nudge_with_ifs, nudge_sorted],
        "wrong": [
            (nudge_worse, "kept the worse"),
            (nudge_restless, "always move"),
            (lambda value, step, error: value + step if error(value + step) < error(value) else value, "little higher"),
            (lambda value, step, error: value - step if error(value - step) < error(value) else value, "little lower"),
            (lambda value, step, error: min(error(value + step), error(value), error(value - step)), "smallest error"),
            (lambda value, step, error: min(value, value + step, value - step), "always go down"),
            (lambda value, step, error: value - 0.1 * error(value), "never uses `step`"),
        ],
    },
    "07.relu": {
        "right": [relu_with_where, relu_copied, lambda values, slopes_above: slopes_above * (values >= 0)],
        "wrong": [
            (lambda values, slopes_above: slopes_above, "let every slope through"),
            (lambda values, slopes_above: np.where(slopes_above > 0, slopes_above, 0), "negative *slopes*"),
            (lambda values, slopes_above: np.where(values < 0, slopes_above, 0), "other way round"),
            (lambda values, slopes_above: slopes_above * values.clip(0), "by the value itself"),
            (lambda values, slopes_above: slopes_above * np.where(values > 0, 1, -1), "turned the slope round"),
            (lambda values, slopes_above: values * (values > 0), "the way forward again"),
        ],
    },
}
