"""Right and wrong answers that learners may give in lesson 9."""

import numpy as np


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


BANK = {
    "09.nudge": {
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
    "09.back": {
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
