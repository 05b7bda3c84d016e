"""The bank of lesson 3: right answers in two styles, and what learners write instead."""

import math

import numpy as np

from xo.pooling import pool


def windows_by_walking(length, window, stride):
    count, end = 1, window
    while end < length:
        count, end = count + 1, end + stride
    return count


def row_with_steps(values):
    best, start = [], 0
    while start < len(values):
        best.append(max(values[start : start + 2]))
        start += 2
    return best


def row_by_number(values):
    return [max(values[start], values[start + 1]) for start in range(0, len(values), 2)]


def pool_by_hand(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    pooled = []
    for row in range(rows):
        line = []
        for column in range(columns):
            top, left = row * stride, column * stride
            line.append(one_map[top : top + window, left : left + window].max())
        pooled.append(line)
    return pooled


def pool_with(best):
    def pooled(one_map, window, stride):
        rows, columns = pool(one_map, window, stride).shape
        starts = [(row * stride, column * stride) for row in range(rows) for column in range(columns)]
        cells = [one_map[top : top + window, left : left + window] for top, left in starts]
        return np.array([best(cell) for cell in cells]).reshape(rows, columns)

    return pooled


def pool_whole_windows(one_map, window, stride):
    rows, columns = ((side - window) // stride + 1 for side in one_map.shape)
    return pool(one_map, window, stride)[:rows, :columns]


def pool_in_blocks(one_map, window, stride):
    rows, columns = one_map.shape
    return one_map.reshape(rows // 2, 2, columns // 2, 2).max((1, 3))


def pool_four_by_four(one_map, window, stride):
    pooled = np.zeros((4, 4))
    for row, column in np.ndindex(4, 4):
        top, left = row * stride, column * stride
        pooled[row, column] = one_map[top : top + window, left : left + window].max()
    return pooled


def pool_from_every_start(one_map, window, stride):
    lines = []
    for top in range(0, len(one_map), stride):
        band = one_map[top : top + window]
        lines.append([band[:, left : left + window].max() for left in range(0, band.shape[1], stride)])
    return lines


BANK = {
    "03.windows": {
        "right": [windows_by_walking, lambda length, window, stride: -((window - length) // stride) + 1],
        "wrong": [
            (lambda length, window, stride: int((length - window) / stride) + 1, "fell off the edge. Where"),
            (lambda length, window, stride: length // stride, "fell off the edge, and"),
            (lambda length, window, stride: -(-length // stride), "plays no part"),
            (lambda length, window, stride: int(length / stride) + 1, "a window too many where"),
            (lambda length, window, stride: math.ceil((length - window) / stride), "one window is missing"),
            (lambda length, window, stride: length - window + 1, "stride plays no part"),
            (lambda length, window, stride: (length - window) / stride + 1, "broken windows"),
            (lambda length, window, stride: 4, "never uses `length` and `window` and `stride`"),
        ],
    },
    "03.row": {
        "right": [row_with_steps, lambda values: pool(np.array([values, values]))[0]],
        "wrong": [
            (lambda values: row_with_steps(values[: len(values) // 2 * 2]), "fell off the edge"),
            (lambda values: [np.mean(values[n : n + 2]) for n in range(0, len(values), 2)], "mean"),
            (lambda values: [min(values[n : n + 2]) for n in range(0, len(values), 2)], "smallest"),
            (lambda values: [max(values[n : n + 2]) for n in range(len(values) - 1)], "moved on by 1."),
            (lambda values: [max(values[n : n + 2]) for n in range(len(values))], "last window holds one"),
            (lambda values: [values[n] for n in range(0, len(values), 2)], "every other"),
            (lambda values: max(values), "whole row"),
            (row_by_number, "not there"),
            (lambda values: [max(values[n : n + 2]) for n in range(0, 7, 2)], "counted on seven"),
            (lambda values: row_with_steps([*values, 0, 0][: len(values) + len(values) % 2]), "put a 0"),
        ],
    },
    "03.pool": {
        "right": [pool_by_hand, pool],
        "wrong": [
            (pool_whole_windows, "fell off the edge"),
            (pool_with(np.mean), "mean of each window"),
            (pool_with(np.min), "smallest"),
            (pool_with(lambda cells: cells[0, 0]), "first cell"),
            (lambda one_map, window, stride: pool(one_map, window, 1), "move on by 1"),
            (lambda one_map, window, stride: pool(one_map, window, window), "whole window"),
            (lambda one_map, window, stride: pool(one_map, stride, stride), "as large as the stride"),
            (lambda one_map, window, stride: pool(one_map, stride, window), "changed places: the window"),
            (lambda one_map, window, stride: pool(one_map), "always 2"),
            (lambda one_map, window, stride: pool(one_map, window, stride).T, "on its side"),
            (pool_in_blocks, "blocks"),
            (pool_from_every_start, "a window too many"),
            (pool_four_by_four, "always 4 by 4"),
            (lambda one_map, window, stride: np.maximum(pool(one_map, window, stride), 0), "below 0"),
            (lambda one_map, window, stride: pool(one_map, window, stride) * 9, "9 times too large"),
        ],
    },
}
