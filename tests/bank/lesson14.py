"""Right and wrong answers that learners may give in lesson 14."""

import numpy as np

from xo.images import area_shares
from xo.pooling import pool


def shrink_in_blocks(image, times):
    rows, columns = image.shape
    return image.reshape(rows // times, times, columns // times, times).mean((1, 3))


def shrink_by_shares(image, times):
    down, across = (area_shares(side, side // times) for side in image.shape)
    return down @ image @ across.T


def shrink_by_adding(image, times):
    small = []
    for top in range(0, image.shape[0], times):
        line = []
        for left in range(0, image.shape[1], times):
            total = 0
            for row in range(times):
                for column in range(times):
                    total += image[top + row, left + column]
            line.append(total / times**2)
        small.append(line)
    return small


def paper_with_loops(row, reach):
    largest, paper = [], []
    for place in range(len(row)):
        largest.append(max(row[other] for other in range(len(row)) if abs(other - place) <= reach))
    for place in range(len(row)):
        paper.append(min(largest[other] for other in range(len(row)) if abs(other - place) <= reach))
    return paper


def paper_with_padding(row, reach):
    """Nothing at the ends: -inf is never the largest, inf never the smallest."""
    windows = np.lib.stride_tricks.sliding_window_view
    largest = windows(np.pad(np.asarray(row, float), reach, constant_values=-np.inf), 2 * reach + 1).max(1)
    return windows(np.pad(largest, reach, constant_values=np.inf), 2 * reach + 1).min(1)


def around(row, reach, choose, start=None, end=1):
    start = (lambda place: max(0, place - reach)) if start is None else start
    return [choose(row[start(place) : place + end * reach + 1] or [0]) for place in range(len(row))]


def largest_only(row, reach):
    return around(list(row), reach, max)


def smallest_first(row, reach):
    return around(around(list(row), reach, min), reach, max)


def to_the_right(row, reach):
    def look(values, choose):
        return [choose(values[place : place + reach + 1]) for place in range(len(values))]

    return look(look(list(row), max), min)


def from_below_zero(row, reach):
    def look(values, choose):
        return around(values, reach, choose, start=lambda place: place - reach)

    return look(look(list(row), max), min)


def without_the_last(row, reach):
    def look(values, choose):
        return [choose(values[max(0, place - reach) : place + reach]) for place in range(len(values))]

    return look(look(list(row), max), min)


def overlapping(image, times):
    rows, columns = (side // times for side in image.shape)
    return [
        [image[row : row + times, column : column + times].mean() for column in range(columns)] for row in range(rows)
    ]


BANK = {
    "14.shrink": {
        "right": [shrink_in_blocks, shrink_by_shares, shrink_by_adding],
        "wrong": [
            (lambda image, times: pool(image, times, times), "That is pooling"),
            (lambda image, times: image[::times, ::times], "one pixel of each block"),
            (lambda image, times: image[times // 2 :: times, times // 2 :: times], "near the middle"),
            (lambda image, times: shrink_in_blocks(image, times) * times * times, "did not divide"),
            (lambda image, times: shrink_in_blocks(image, times).T, "on its side"),
            (lambda image, times: shrink_in_blocks(image, times) * times, "by the side of a block"),
            (lambda image, times: image.reshape(-1, times, image.shape[1]).mean(1), "shrank the rows only"),
            (lambda image, times: image.mean(), "one number"),
            (lambda image, times: image.reshape(len(image) // times, -1, times * times).mean(2), "row by row"),
            (overlapping, "blocks overlap"),
            (lambda image, times: image.reshape(-1, times, image.shape[1]).max(1).max(), "expected"),
        ],
    },
    "14.paper": {
        "right": [paper_with_loops, paper_with_padding],
        "wrong": [
            (largest_only, "largest only"),
            (smallest_first, "smallest first"),
            (to_the_right, "to the right only"),
            (from_below_zero, "counts from the end"),
            (without_the_last, "one place too early"),
            (lambda row, reach: [max(row)] * len(row), "whole row"),
            (lambda row, reach: np.asarray(row) / paper_with_loops(row, reach), "divided already"),
            (lambda row, reach: around(around(list(row), reach, max), reach, max), "twice"),
            (lambda row, reach: around(around(list(row), reach, max), reach, np.mean), "took the mean"),
        ],
    },
}
