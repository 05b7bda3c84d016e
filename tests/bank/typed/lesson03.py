"""Answers to lesson 3 as beginners type them: each named after its exercise and its slip, or after `right`."""

import itertools
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


def windows__length_by_stride(length, window, stride):
    return length / stride


def windows__round_half(length, window, stride):
    return round((length - window) / stride + 1)


def windows__length_by_window(length, window, stride):
    return length // window


def windows__no_brackets_floor(length, window, stride):
    return length - window // stride + 1


def windows__steps(length, window, stride):
    return (length - window) / stride


def windows__ceil_of_way(length, window, stride):
    return np.ceil(length - window) / stride + 1


def windows__int_plus(length, window, stride):
    return int((length - window) / stride) + 1


def windows__walk_fit(length, window, stride):
    count, start = 0, 0
    while start + window <= length:
        count += 1
        start += stride
    return count


def windows__walk_all(length, window, stride):
    count, start = 0, 0
    while start < length:
        count += 1
        start += stride
    return count


def windows__plus_one_ceil(length, window, stride):
    return math.ceil((length + 1) / stride)


def windows__product(length, window, stride):
    return math.ceil(length / (window * stride))


def windows__plus_window(length, window, stride):
    return math.ceil((length + window) / stride)


def windows__ceil_no_one(length, window, stride):
    return math.ceil((length - window) / stride)


def windows__ceil_plus_two(length, window, stride):
    return math.ceil((length - window) / stride) + 2


def windows__minus_one(length, window, stride):
    return math.ceil((length - window) / stride) - 1


def windows__four(length, window, stride):
    return 4


def windows__way(length, window, stride):
    return length - window


def windows__way_one(length, window, stride):
    return length - window + 1


def windows__stride_window(length, window, stride):
    return math.ceil((length - stride) / stride) + 1


def windows__squared(length, window, stride):
    return (math.ceil((length - window) / stride) + 1) ** 2


def windows__modulo(length, window, stride):
    return (length - window) // stride + (length - window) % stride + 1


def windows__modulo_one(length, window, stride):
    if length % stride:
        return length // stride + 1
    return length // stride


def row__half_float(values):
    return [max(values[2 * n], values[2 * n + 1]) for n in range(len(values) / 2)]


def row__to_minus_one(values):
    return [max(values[n], values[n + 1]) for n in range(0, len(values) - 1, 2)]


def row__last_always(values):
    best = [max(values[n], values[n + 1]) for n in range(0, len(values) - 1, 2)]
    best.append(values[-1])
    return best


def row__method_max(values):
    return values.max()


def row__reshape(values):
    return np.array(values).reshape(-1, 2).max(axis=1)


def row__zip_zero(values):
    return [max(a, b) for a, b in itertools.zip_longest(values[::2], values[1::2], fillvalue=0)]


def row__zip_none(values):
    return [max(a, b) for a, b in itertools.zip_longest(values[::2], values[1::2])]


def row__one_wide(values):
    return [max(values[n : n + 1]) for n in range(0, len(values), 2)]


def row__no_double(values):
    return [max(values[n : n + 2]) for n in range((len(values) + 1) // 2)]


def row__from_one_pairs(values):
    return [max(values[n - 1], values[n]) for n in range(1, len(values), 2)]


def row__plus_equals(values):
    best = []
    for n in range(0, len(values), 2):
        best += max(values[n : n + 2])
    return best


def row__sum(values):
    best = 0
    for n in range(0, len(values), 2):
        best += max(values[n : n + 2])
    return best


def row__overwrites(values):
    for n in range(0, len(values), 2):
        best = max(values[n : n + 2])
    return best


def row__overwrites_list(values):
    for n in range(0, len(values), 2):
        best = [max(values[n : n + 2])]
    return best


def row__minus_one_start(values):
    best = []
    for n in range(0, len(values), 2):
        largest = -1
        for value in values[n : n + 2]:
            if value > largest:
                largest = value
        best.append(largest)
    return best


def row__for_values(values):
    best = []
    for n in values:
        best.append(max(values[n : n + 2]))
    return best


def row__max_of_each(values):
    return [max(value) for value in values]


def row__generator(values):
    return (max(values[n : n + 2]) for n in range(0, len(values), 2))


def row__map(values):
    return map(max, values[::2], values[1::2])


def row__halved(values):
    return values[: (len(values) + 1) // 2]


def row__larger_than_next(values):
    return [a for a, b in zip(values, values[1:]) if a > b]


def row__padded_zero(values):
    values = np.append(values, 0)
    return [max(values[n : n + 2]) for n in range(0, len(values) - 1, 2)]


def row__padded_zero_always(values):
    values = values + [0]
    return [max(values[n : n + 2]) for n in range(0, len(values), 2)]


def row__pairs_list(values):
    return [[max(values[n : n + 2])] for n in range(0, len(values), 2)]


def row__slice_end(values):
    return [max(values[n:2]) for n in range(0, len(values), 2)]


def row__four(values):
    return [max(values[n : n + 2]) for n in (0, 2, 4, 6)]


def row__range_four(values):
    return [max(values[2 * n : 2 * n + 2]) for n in range(4)]


def row__comparison(values):
    return [values[n] > values[n + 1] for n in range(0, len(values) - 1, 2)]


def row__argmax_place(values):
    best = []
    for n in range(0, len(values), 2):
        best.append(values.index(max(values[n : n + 2])))
    return best


def row__neighbours(values):
    return [max(values[n - 1 : n + 1]) for n in range(0, len(values), 2)]


def row__max_zero(values):
    return np.maximum(values[::2], values[1::2])


def row__set(values):
    return {max(values[n : n + 2]) for n in range(0, len(values), 2)}


def row__text(values):
    return str([max(values[n : n + 2]) for n in range(0, len(values), 2)])


def pool__chained(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window][c * stride : c * stride + window].max()
    return p


def pool__absolute_end(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : window, c * stride : window].max()
    return p


def pool__ranges(one_map, window, stride):
    return [
        [one_map[r : r + window, c : c + window].max() for c in range(0, one_map.shape[1], stride)]
        for r in range(0, one_map.shape[0], stride)
    ]


def pool__floor(one_map, window, stride):
    rows = (one_map.shape[0] - window) // stride + 1
    columns = (one_map.shape[1] - window) // stride + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
    return p


def pool__floor_columns(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = (one_map.shape[1] - window) // stride + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
    return p


def pool__start_zero(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            best = 0
            for value in one_map[r * stride : r * stride + window, c * stride : c * stride + window].ravel():
                if value > best:
                    best = value
            p[r, c] = best
    return p


def pool__start_minus_one(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            best = -1
            for value in one_map[r * stride : r * stride + window, c * stride : c * stride + window].ravel():
                if value > best:
                    best = value
            p[r, c] = best
    return p


def pool__best_kept(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    best = -1000
    for r in range(rows):
        for c in range(columns):
            for value in one_map[r * stride : r * stride + window, c * stride : c * stride + window].ravel():
                if value > best:
                    best = value
            p[r, c] = best
    return p


def pool__first_of_map(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            best = one_map[0, 0]
            for value in one_map[r * stride : r * stride + window, c * stride : c * stride + window].ravel():
                if value > best:
                    best = value
            p[r, c] = best
    return p


def pool__not_filled(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    return np.zeros((rows, columns))


def pool__square_columns(one_map, window, stride):
    n = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((n, n))
    for r, c in np.ndindex(n, n):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
    return p


def pool__index_error(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            best = one_map[r * stride, c * stride]
            for a in range(window):
                for b in range(window):
                    best = max(best, one_map[r * stride + a, c * stride + b])
            p[r, c] = best
    return p


def pool__no_stride_times(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r + stride : r + stride + window, c + stride : c + stride + window].max()
    return p


def pool__window_step(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * window : r * window + window, c * window : c * window + window].max()
    return p


def pool__end_minus_one(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window - 1, c * stride : c * stride + window - 1].max()
    return p


def pool__end_plus_one(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window + 1, c * stride : c * stride + window + 1].max()
    return p


def pool__row_only_cut(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride, c * stride : c * stride + window].max()
    return p


def pool__whole_rows(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window].max()
    return p


def pool__mean(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].mean()
    return p


def pool__last_of_window(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window][-1, -1]
    return p


def pool__argmax(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((rows, columns))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].argmax()
    return p


def pool__reshape(one_map, window, stride):
    rows, columns = one_map.shape
    return one_map.reshape(rows // window, window, columns // window, window).max(axis=(1, 3))


def pool__np_max_axis(one_map, window, stride):
    return np.max(one_map, axis=0)


def pool__swapped_zeros(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.zeros((columns, rows))
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
    return p


def pool__tuple_unpack(one_map, window, stride):
    rows, columns = one_map
    return rows


def windows__minus_stride(length, window, stride):
    return math.ceil((length - stride) / stride) + 1


def windows__floor_half(length, window, stride):
    return length // 2


def windows__overlap(length, window, stride):
    return (length - window + stride) // stride


def row__pair_min(values):
    return [min(values[n : n + 2]) for n in range(0, len(values), 2)]


def row__cut_last(values):
    return [max(values[n : n + 2]) for n in range(0, len(values), 2)][:-1]


def row__enumerate(values):
    return [max(v, values[n + 1]) for n, v in enumerate(values) if n % 2 == 0]


def row__range_len_half(values):
    return [max(values[n * 2], values[n * 2 + 1]) for n in range(len(values) // 2)]


def row__three(values):
    return [max(values[0:2]), max(values[2:4]), max(values[4:6])]


def row__nested(values):
    return [[max(values[n : n + 2]) for n in range(0, len(values), 2)]]


def row__max_abs_keep(values):
    return [max(abs(v) for v in values[n : n + 2]) for n in range(0, len(values), 2)]


def row__mean_all(values):
    return sum(values) / len(values)


def pool__no_times(one_map, window, stride):
    rows, columns = one_map.shape
    return [
        [one_map[r : r + window, c : c + window].max() for c in range(0, columns - window + 1, stride)]
        for r in range(0, rows - window + 1, stride)
    ]


def pool__first_row(one_map, window, stride):
    rows, columns = one_map.shape
    return [
        [one_map[0:window, c : c + window].max() for c in range(0, columns - window + stride, stride)]
        for r in range(0, rows - window + stride, stride)
    ]


def pool__median(one_map, window, stride):
    rows, columns = one_map.shape
    return [
        [np.median(one_map[r : r + window, c : c + window]) for c in range(0, columns - window + stride, stride)]
        for r in range(0, rows - window + stride, stride)
    ]


def pool__abs_key(one_map, window, stride):
    rows, columns = one_map.shape
    return [
        [
            max(one_map[r : r + window, c : c + window].ravel(), key=abs)
            for c in range(0, columns - window + stride, stride)
        ]
        for r in range(0, rows - window + stride, stride)
    ]


def pool__stride_window_range(one_map, window, stride):
    rows, columns = one_map.shape
    return [
        [one_map[r : r + window, c : c + window].max() for c in range(0, columns, window)]
        for r in range(0, rows, window)
    ]


def pool__max_of_row_maxes_list(one_map, window, stride):
    rows, columns = one_map.shape
    return [[max(one_map[r : r + window, c : c + window].max(axis=1)) for c in range(columns)] for r in range(rows)]


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


def windows__right_modulo(length, window, stride):
    steps, rest = divmod(length - window, stride)
    return steps + 1 + (1 if rest else 0)


def windows__right_range(length, window, stride):
    return len(range(0, length - window + stride, stride))


def windows__right_negative(length, window, stride):
    return -(-(length - window) // stride) + 1


def windows__right_float32(length, window, stride):
    return np.float32(np.ceil((length - window) / stride) + 1)


def windows__right_text_int(length, window, stride):
    return np.int8(math.ceil((length - window + stride) / stride))


def row__right_pop(values):
    best = []
    while values:
        pair, values = values[:2], values[2:]
        best.append(max(pair))
    return tuple(best)


def row__right_infinity(values):
    padded = np.array(list(values) + [-np.inf] * (len(values) % 2))
    return padded.reshape(-1, 2).max(1)


def row__right_reduceat(values):
    return np.maximum.reduceat(values, np.arange(0, len(values), 2))


def row__right_float32(values):
    return np.array([max(values[n : n + 2]) for n in range(0, len(values), 2)], np.float32)


def row__right_zip_longest(values):
    return [max(p for p in pair if p is not None) for pair in itertools.zip_longest(values[::2], values[1::2])]


def pool__right_float32(one_map, window, stride):
    rows = math.ceil((one_map.shape[0] - window) / stride) + 1
    columns = math.ceil((one_map.shape[1] - window) / stride) + 1
    p = np.empty((rows, columns), np.float32)
    for r, c in np.ndindex(rows, columns):
        p[r, c] = one_map[r * stride : r * stride + window, c * stride : c * stride + window].max()
    return p


def pool__right_rows_then_columns(one_map, window, stride):
    def line(values):
        count = math.ceil((len(values) - window) / stride) + 1
        return [max(values[n * stride : n * stride + window]) for n in range(count)]

    wide = [line(row) for row in one_map.tolist()]
    return np.array([line(list(column)) for column in zip(*wide)]).T


def pool__right_infinity(one_map, window, stride):
    counts = [math.ceil((side - window) / stride) + 1 for side in one_map.shape]
    padded = np.pad(
        one_map,
        [(0, max(0, (n - 1) * stride + window - side)) for n, side in zip(counts, one_map.shape)],
        constant_values=-np.inf,
    )
    windows = np.lib.stride_tricks.sliding_window_view(padded, (window, window))
    return windows[::stride, ::stride].max((2, 3))


def row__emptied(values):
    best = []
    while values:
        best.append(max(values[:2]))
        del values[:2]
    return best


def row__sum_halved(values):
    return [sum(values[start : start + 2]) / 2 for start in range(0, len(values), 2)]


def pool__every_second_cell(one_map, window, stride):
    return one_map[::2, ::2]


def windows__right_recursive(length, window, stride):
    return 1 if length <= window else 1 + windows__right_recursive(length - stride, window, stride)


def row__right_recursive(values):
    return [max(values[:2]), *row__right_recursive(values[2:])] if len(values) else []
