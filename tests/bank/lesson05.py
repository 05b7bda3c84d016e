"""Right and wrong answers that learners may give in lesson 5."""

import math

import numpy as np

from xo.filtering import filter_image, filter_maps


def rows_by_counting(rows, feature):
    return len([top for top in range(rows) if top + feature <= rows])


def rows_with_ceil(rows, layers):
    for layer in layers:
        if layer == "C":
            rows -= 2
        else:
            rows = math.ceil((rows - 2) / 2) + 1
    return rows


def rows_step_by_step(rows, layers):
    if not layers:
        return rows
    return rows_step_by_step(-(-rows // 2) if layers[0] == "P" else rows - 2, layers[1:])


def rows_floor(rows, layers):
    for layer in layers:
        rows = rows - 2 if layer == "C" else (rows - 2) // 2 + 1
    return rows


def rows_return_too_soon(rows, layers):
    for layer in layers:
        rows = rows - 2 if layer == "C" else math.ceil(rows / 2)
        return rows


def rows_minus_three(rows, layers):
    for layer in layers:
        rows = rows - 3 if layer == "C" else math.ceil(rows / 2)
    return rows


def rows_halves(rows, layers):
    for layer in layers:
        rows = rows - 2 if layer == "C" else rows / 2
    return rows


def stack_with_a_loop(maps, feature):
    total = np.zeros((maps.shape[1] - 2, maps.shape[2] - 2))
    for one_map, part in zip(maps, feature, strict=True):
        total += filter_image(one_map, part) * 9
    return total / feature.size


def stack_last(maps, feature):
    for one_map, part in zip(maps, feature, strict=True):
        result = filter_image(one_map, part)
    return result


def filtered_each(maps, feature):
    return [filter_image(one_map, part) for one_map, part in zip(maps, feature, strict=True)]


def filtered_by_all(maps, feature):
    return [filter_image(one_map, part) for one_map in maps for part in feature]


def patch_step_by_step(row, layers):
    seen = {row}
    for layer in layers[::-1]:
        back = (lambda r: {r, r + 1, r + 2}) if layer == "C" else (lambda r: {2 * r, 2 * r + 1})
        seen = set().union(*map(back, seen))
    return [min(seen), max(seen)]


def patch_forward(row, layers):
    first = last = row
    for layer in layers:
        first, last = (first, last + 2) if layer == "C" else (first * 2, last * 2 + 1)
    return first, last


def patch_recursive(row, layers, last=None):
    last = row if last is None else last
    if not layers:
        return row, last
    step = (row, last + 2) if layers[-1] == "C" else (2 * row, 2 * last + 1)
    return patch_recursive(step[0], layers[:-1], step[1])


BANK = {
    "05.filtered": {
        "right": [rows_by_counting, lambda rows, feature: 1 + (rows - feature)],
        "wrong": [
            (lambda rows, feature: rows - feature, "off by one"),
            (lambda rows, feature: rows - 2, "features of 3 rows only"),
            (lambda rows, feature: int(rows / feature), "side by side"),
            (lambda rows, feature: rows, "as large as the picture"),
            (lambda rows, feature: rows - (feature + 1), "two places too few"),
            (lambda rows, feature: rows - (feature - 1) / 2, "one half"),
            (lambda rows, feature: rows - feature // 2 - feature // 2, "has no middle row"),
        ],
    },
    "05.rows_after": {
        "right": [rows_with_ceil, rows_step_by_step],
        "wrong": [
            (rows_floor, "fell off the edge"),
            (rows_minus_three, "not 3"),
            (rows_halves, "half rows"),
            (rows_return_too_soon, "inside the loop"),
            (lambda rows, layers: rows_with_ceil(rows, reversed(layers)), "from the last to the first"),
            (lambda rows, layers: rows_with_ceil(rows, layers[-1]), "only your last layer"),
            (lambda rows, layers: rows, "as they came"),
        ],
    },
    "05.stack": {
        "right": [stack_with_a_loop, lambda maps, feature: filter_maps(maps, feature[None])[0]],
        "wrong": [
            (filtered_each, "forgot to add up the maps"),
            (lambda maps, feature: sum(filtered_each(maps, feature)), "divide by the maps too"),
            (lambda maps, feature: filter_image(sum(maps), sum(feature)), "where the maps are added first"),
            (lambda maps, feature: np.mean(filtered_by_all(maps, feature), 0), "and you took the mean"),
            (lambda maps, feature: sum(filtered_by_all(maps, feature)) / len(maps), "you divided by the maps"),
            (stack_last, "last map only"),
            (lambda maps, feature: filter_image(maps[0], feature[0]), "first map only"),
            (lambda maps, feature: np.max(filtered_each(maps, feature), axis=0), "largest"),
            (lambda maps, feature: sum(filtered_each(maps, feature)) / 27, "by 27 every time"),
            (lambda maps, feature: 9 * sum(filtered_each(maps, feature)) / 27, "by 3 every time"),
        ],
    },
    "05.patch": {
        "right": [patch_step_by_step, lambda row, layers: patch_recursive(row, layers)],
        "wrong": [
            (patch_forward, "walked from the picture"),
            (lambda row, layers: patch_recursive(row, layers[-1]), "one layer only"),
            (lambda row, layers: len(range(*patch_recursive(row, layers))) + 1, "how many rows"),
            (lambda row, layers: np.add(patch_recursive(row, layers), (0, 1)), "too far"),
            (lambda row, layers: (row, row + 2), "expected"),
        ],
    },
}
