"""Right and wrong answers that learners may give in lesson 8."""

import numpy as np


def step_in_two_lines(value, slope, rate):
    change = -slope * rate
    return value + change


def error_with_a_loop(votes, right):
    total = 0
    for vote, wanted in zip(votes, right, strict=True):
        total += wanted - vote if wanted > vote else vote - wanted
    return total


BANK = {
    "08.descent": {
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
    "08.error": {
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
}
