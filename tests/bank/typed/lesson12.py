"""Answers to lesson 12 as beginners type them: each named after its exercise and its slip, or after `right`."""

import math

import numpy as np


def feature__divided(feature):
    return feature / feature.size


def feature__as_it_is(feature):
    return feature


def feature__nine(feature):
    return feature * 9


def feature__three(feature):
    return feature * 3


def feature__rows(feature):
    return feature * len(feature)


def feature__columns(feature):
    return feature * feature.shape[1]


def feature__shape(feature):
    return feature * feature.shape


def feature__shape_sum(feature):
    return feature * sum(feature.shape)


def feature__sum_of_values(feature):
    return feature * feature.sum()


def feature__size_squared(feature):
    return feature * feature.size**2


def feature__plus(feature):
    return feature + feature.size


def feature__sum(feature):
    return feature.sum()


def feature__mean(feature):
    return feature.mean()


def feature__total(feature):
    return (feature * feature.size).sum()


def feature__mean_taken(feature):
    return feature - feature.mean()


def feature__normed(feature):
    return feature / feature.sum()


def feature__largest(feature):
    return feature / feature.max()


def feature__turned(feature):
    return feature[::-1, ::-1] * feature.size


def feature__transposed(feature):
    return feature.T * feature.size


def feature__list_times(feature):
    return list(feature) * feature.size


def feature__call(feature):
    return feature * feature.size()


def feature__in_place(feature):
    feature *= feature.size
    return feature


def feature__print(feature):
    print(feature * feature.size)


def feature__squared(feature):
    return feature**2 * feature.size


def feature__minus_one(feature):
    return feature * (feature.size - 1)


def turn__upside_down(feature):
    return feature[::-1]


def turn__mirrored(feature):
    return feature[:, ::-1]


def turn__transposed(feature):
    return feature.T


def turn__quarter(feature):
    return np.rot90(feature)


def turn__quarter_back(feature):
    return np.rot90(feature, -1)


def turn__three_quarters(feature):
    return np.rot90(feature, 3)


def turn__negative(feature):
    return -feature


def turn__negative_turned(feature):
    return -feature[::-1, ::-1]


def turn__anti_transposed(feature):
    return feature[::-1, ::-1].T


def turn__reverse(feature):
    return feature.reverse()


def turn__reversed(feature):
    return reversed(feature)


def turn__reversed_rows(feature):
    return [row for row in reversed(feature)]


def turn__each_row(feature):
    return [row[::-1] for row in feature]


def turn__flip_rows(feature):
    return np.flip(feature, 0)


def turn__sorted(feature):
    return np.sort(feature)


def turn__one_bracket(feature):
    return feature[::-1][::-1]


def turn__all_the_way(feature):
    return np.rot90(feature, 4)


def turn__flat(feature):
    return feature.reshape(-1)[::-1]


def turn__times(feature):
    return feature[::-1, ::-1] * feature.size


def turn__colon(feature):
    return feature[-1:, -1:]


def turn__loop_same_places(feature):
    turned = feature.copy()
    rows, columns = feature.shape
    for row in range(rows):
        for column in range(columns):
            turned[row, column] = turned[rows - 1 - row, columns - 1 - column]
    return turned


def turn__loop_off_by_one(feature):
    turned = np.zeros(feature.shape)
    rows, columns = feature.shape
    for row in range(rows):
        for column in range(columns):
            turned[row, column] = feature[rows - row, columns - column]
    return turned


def turn__loop_minus(feature):
    turned = np.zeros(feature.shape)
    rows, columns = feature.shape
    for row in range(rows):
        for column in range(columns):
            turned[row, column] = feature[-row, -column]
    return turned


def turn__two_by_two(feature):
    turned = np.zeros((3, 3))
    for row in range(3):
        for column in range(3):
            turned[row, column] = feature[2 - row, 2 - column]
    return turned


def turn__in_place(feature):
    feature[:] = feature[::-1, ::-1].copy()
    return feature


def floor__ceil(rows, window, stride):
    return math.ceil((rows - window) / stride) + 1


def floor__by_stride(rows, window, stride):
    return rows // stride


def floor__no_first(rows, window, stride):
    return (rows - window) // stride


def floor__fraction(rows, window, stride):
    return (rows - window) / stride + 1


def floor__brackets(rows, window, stride):
    return rows - window // stride + 1


def floor__one_inside(rows, window, stride):
    return (rows - window + 1) // stride


def floor__by_window(rows, window, stride):
    return rows // window


def floor__stride_one(rows, window, stride):
    return rows - window + 1


def floor__round(rows, window, stride):
    return round((rows - window) / stride) + 1


def floor__changed_places(rows, window, stride):
    return (rows - stride) // window + 1


def floor__half(rows, window, stride):
    return rows // 2


def floor__half_up(rows, window, stride):
    return (rows + 1) // 2


def floor__ceil_by_stride(rows, window, stride):
    return math.ceil(rows / stride)


def floor__window_two(rows, window, stride):
    return (rows - 2) // stride + 1


def floor__stride_two(rows, window, stride):
    return (rows - window) // 2 + 1


def floor__two(rows, window, stride):
    return (rows - window) // stride + 2


def floor__product(rows, window, stride):
    return rows // (window * stride)


def floor__modulo(rows, window, stride):
    return (rows - window) % stride + 1


def floor__range(rows, window, stride):
    return len(range(0, rows - window, stride))


def floor__range_all(rows, window, stride):
    return len(range(0, rows, stride))


def floor__starts(rows, window, stride):
    return list(range(0, rows - window + 1, stride))


def floor__walk(rows, window, stride):
    count, row = 0, 0
    while row + window < rows:
        count += 1
        row += stride
    return count


def floor__endless(rows, window, stride):
    count, row = 0, 0
    while row + window <= rows:
        count += 1
    return count


def floor__print(rows, window, stride):
    print((rows - window) // stride + 1)


def floor__squared(rows, window, stride):
    return ((rows - window) // stride + 1) ** 2


def feature__right_loop(feature):
    new = feature.copy()
    for row in range(len(feature)):
        for column in range(len(feature[0])):
            new[row, column] = feature[row, column] * len(feature) * len(feature[0])
    return new


def feature__right_float32(feature):
    return feature.astype(np.float32) * feature.size


def feature__right_int(feature):
    return (feature * feature.size).astype(int)


def feature__right_divided(feature):
    return feature / (1 / feature.size)


def turn__right_lists(feature):
    return [row[::-1] for row in feature.tolist()[::-1]]


def turn__right_loop(feature):
    turned = np.zeros(feature.shape)
    rows, columns = feature.shape
    for row in range(rows):
        for column in range(columns):
            turned[rows - 1 - row, columns - 1 - column] = feature[row, column]
    return turned


def turn__right_flat(feature):
    return feature.ravel()[::-1].reshape(feature.shape)


def turn__right_two(feature):
    return np.flipud(np.fliplr(feature))


def floor__right_range(rows, window, stride):
    return len(range(0, rows - window + 1, stride))


def floor__right_walk(rows, window, stride):
    count, row = 0, 0
    while row + window <= rows:
        count += 1
        row += stride
    return count


def floor__right_floor(rows, window, stride):
    return np.floor((rows - window) / stride + 1)


def floor__right_int(rows, window, stride):
    return int((rows - window) / stride) + 1


def feature__rows_squared(feature):
    return feature * len(feature) ** 2


def feature__columns_squared(feature):
    return feature * feature.shape[1] ** 2
