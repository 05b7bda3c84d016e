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


BANK = {
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
