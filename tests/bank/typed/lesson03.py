"""Answers to lesson 3 as beginners type them: each named after its exercise and its slip, or after `right`."""

import math

import numpy as np


def windows__brackets(length, window, stride):
    return math.ceil(length - window / stride) + 1


def windows__no_plus(length, window, stride):
    return math.ceil((length - window + 1) / stride)


def windows__plus_inside(length, window, stride):
    return (length - window + 1) // stride


def windows__stride_two(length, window, stride):
    return math.ceil((length - window) / 2) + 1


def windows__window_two(length, window, stride):
    return math.ceil((length - 2) / stride) + 1


def windows__round(length, window, stride):
    return round(length / stride)


def windows__by_window(length, window, stride):
    return math.ceil(length / window)


def windows__int(length, window, stride):
    return int(length / stride)


def windows__floor_plus_two(length, window, stride):
    return (length - window) // stride + 2


def windows__range(length, window, stride):
    return len(range(0, length, stride))


def windows__range_fit(length, window, stride):
    return len(range(0, length - window, stride))


def windows__range_fit1(length, window, stride):
    return len(range(0, length - window + 1, stride))


def windows__sum(length, window, stride):
    return length - window + stride


def windows__half(length, window, stride):
    return (length + 1) // 2


def windows__list(length, window, stride):
    return list(range(0, length - window + stride, stride))


def windows__print(length, window, stride):
    print(math.ceil((length - window) / stride) + 1)


def row__return_inside(values):
    best = []
    for start in range(0, len(values), 2):
        best.append(max(values[start : start + 2]))
        return best


def row__return_max(values):
    for start in range(0, len(values), 2):
        return max(values[start : start + 2])


def row__window_three(values):
    return [max(values[start : start + 3]) for start in range(0, len(values), 2)]


def row__window_three3(values):
    return [max(values[start : start + 3]) for start in range(0, len(values), 3)]


def row__np_int(values):
    best = np.zeros(len(values) // 2)
    for n in range(len(values) // 2):
        best[n] = max(values[2 * n : 2 * n + 2])
    return best


def row__index_error(values):
    best = []
    for n in range(0, len(values), 2):
        if values[n] > values[n + 1]:
            best.append(values[n])
        else:
            best.append(values[n + 1])
    return best


def row__sorted(values):
    return sorted(values)[::2]


def row__second(values):
    return values[1::2]


def row__max_one(values):
    return [max(values)]


def row__two(values):
    return [max(v, w) for v, w in zip(values, values[1:])]


def row__zip(values):
    return [max(v, w) for v, w in zip(values[::2], values[1::2])]


def row__start_one(values):
    return [max(values[start : start + 2]) for start in range(1, len(values), 2)]


def row__last_lost(values):
    return [max(values[start : start + 2]) for start in range(0, len(values) - 2, 2)]


def row__start_zero_max(values):
    best = []
    for start in range(0, len(values), 2):
        largest = 0
        for value in values[start : start + 2]:
            if value > largest:
                largest = value
        best.append(largest)
    return best


def row__best_kept(values):
    best = []
    largest = -100
    for start in range(0, len(values), 2):
        for value in values[start : start + 2]:
            if value > largest:
                largest = value
        best.append(largest)
    return best


def row__positions(values):
    return [start for start in range(0, len(values), 2)]


def row__argmax(values):
    return [int(np.argmax(values[start : start + 2])) for start in range(0, len(values), 2)]


def row__slices(values):
    return [values[start : start + 2] for start in range(0, len(values), 2)]


def row__append_return(values):
    best = []
    for start in range(0, len(values), 2):
        best = best.append(max(values[start : start + 2]))
    return best


def row__abs(values):
    return [max(values[start : start + 2], key=abs) for start in range(0, len(values), 2)]


def pool__square(one_map, window, stride):
    n = math.ceil((len(one_map) - window) / stride) + 1
    p = np.zeros((n, n))
    for r, c in np.ndindex(n, n):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
    return p


def pool__int(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns), int)
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
    return p


def pool__stride_two(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / 2) + 1
    columns = math.ceil((one_map.shape[1] - window) / 2) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * 2 : r * 2 + window, c * 2 : c * 2 + window].max()
    return p


def pool__window_two(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - 2) / stride) + 1
    columns = math.ceil((one_map.shape[1] - 2) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + 2, c * stride : c * stride + 2].max()
    return p


def pool__no_stride_in_slice(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r : r + window, c : c + window].max()
    return p


def pool__return_inside(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
        return p


def pool__flat(one_map, window, stride):
    return [
        one_map[r : r + window, c : c + window].max()
        for r in range(0, one_map.shape[0] - window + stride, stride)
        for c in range(0, one_map.shape[1] - window + stride, stride)
    ]


def pool__float_range(one_map, window, stride):
    rows = (one_map.shape[0] - window) / stride + 1
    columns = (one_map.shape[1] - window) / stride + 1
    p = np.zeros((rows, columns))
    return p


def pool__axis(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max(axis=0)
    return p


def pool__builtin_max(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = max(one_map[r * stride : r * stride + window, c * stride : c * stride + window])
    return p


def pool__wrong_index(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            p[r, c] = one_map[c * stride : c * stride + window, r * stride : r * stride + window].max()
    return p


def pool__slice_end(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + stride, c * stride : c * stride + stride].max()
    return p


def pool__line(one_map, window, stride):
    p = []
    line = []
    for r in range(0, one_map.shape[0] - window + stride, stride):
        for c in range(0, one_map.shape[1] - window + stride, stride):
            line.append(one_map[r : r + window, c : c + window].max())
        p.append(line)
    return p


def pool__whole(one_map, window, stride):
    return one_map.max()


def pool__every_second(one_map, window, stride):
    return one_map[::stride, ::stride]


def pool__rows_only(one_map, window, stride):
    return [one_map[r : r + window].max() for r in range(0, one_map.shape[0] - window + stride, stride)]


def pool__missing_last(one_map, window, stride):
    return [
        [one_map[r : r + window, c : c + window].max() for c in range(0, one_map.shape[1] - window, stride)]
        for r in range(0, one_map.shape[0] - window, stride)
    ]


def pool__uneven(one_map, window, stride):
    return [
        [one_map[r : r + window, c : c + window] for c in range(0, one_map.shape[1] - window + stride, stride)]
        for r in range(0, one_map.shape[0] - window + stride, stride)
    ]


def windows__right_counting(length, window, stride):
    count, start = 1, 0
    while start + window < length:
        start += stride
        count += 1
    return count


def windows__right_ceil(length, window, stride):
    return np.ceil((length - window) / stride) + 1


def windows__right_minus(length, window, stride):
    return -((window - length) // stride) + 1


def row__right_loop(values):
    best = []
    for start in range(0, len(values), 2):
        best.append(max(values[start : start + 2]))
    return best


def row__right_if(values):
    best = []
    start = 0
    while start < len(values):
        if start + 1 < len(values) and values[start + 1] > values[start]:
            best.append(values[start + 1])
        else:
            best.append(values[start])
        start += 2
    return np.array(best)


def pool__right_lists(one_map, window, stride):
    rows, columns = one_map.shape
    pooled = []
    top = 0
    while True:
        line, left = [], 0
        while True:
            line.append(np.max(one_map[top : top + window, left : left + window]))
            if left + window >= columns:
                break
            left += stride
        pooled.append(line)
        if top + window >= rows:
            return pooled
        top += stride
