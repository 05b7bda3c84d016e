"""Answers to lesson 4 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np

from xo.filtering import filter_image
from xo.relu import relu


def one__else_missing(value):
    if value > 0:
        return value
    else:
        value = 0


def one__less(value):
    if value < 0:
        return 0


def one__minus(value):
    if value > 0:
        return value
    return -value


def one__one(value):
    if value > 0:
        return 1
    return 0


def one__int(value):
    return max(int(value), 0)


def one__round(value):
    return max(round(value), 0)


def one__threshold(value):
    if value > 1:
        return value
    return 0


def one__list(value):
    return [max(value, 0)]


def one__text(value):
    return str(max(value, 0))


def one__print(value):
    if value < 0:
        print(0)
    else:
        print(value)


def one__true(value):
    return value >= 0


def one__nested(value):
    if value > 0.5:
        return value
    return 0


def one__zero_none(value):
    if value > 0:
        return value
    if value < 0:
        return 0


def one__plus(value):
    return value + abs(value)


def one__max_one(value):
    return max(value)


def one__square(value):
    return value**2 if value > 0 else 0


def one__add_only(value):
    return max(value, 0) + 1


def relu__for_value(maps):
    for value in maps:
        if value < 0:
            value = 0
    return maps


def relu__if(maps):
    if maps < 0:
        return 0
    return maps


def relu__alias(maps):
    result = maps
    result[result < 0] = 0
    return result


def relu__loops2(maps):
    result = np.zeros(maps.shape)
    for r in range(maps.shape[0]):
        for c in range(maps.shape[1]):
            result[r, c] = max(maps[r, c], 0)
    return result


def relu__list(maps):
    return [max(value, 0) for value in maps]


def relu__int(maps):
    return np.maximum(maps, 0).astype(int)


def relu__flat(maps):
    return [max(value, 0) for value in maps.reshape(-1)]


def relu__where_short(maps):
    return np.where(maps > 0)


def relu__max_axis(maps):
    return maps.max(axis=0)


def relu__mask_only(maps):
    return maps * (maps < 0)


def relu__np_max(maps):
    return np.max(maps, 0)


def relu__round(maps):
    return np.maximum(maps, 0).round()


def relu__one_where(maps):
    return np.where(maps > 0, 1, maps)


def relu__clip_neg(maps):
    return np.clip(maps, 0, None) * 2


def relu__empty(maps):
    result = np.zeros(maps.shape)
    result[maps < 0] = 0
    return result


def relu__return_inside(maps):
    result = maps.copy()
    flat = result.reshape(-1)
    for n in range(len(flat)):
        if flat[n] < 0:
            flat[n] = 0
        return result


def relu__first_only(maps):
    result = maps.copy()
    result[0][result[0] < 0] = 0
    return result


def relu__mean_fill(maps):
    result = maps.copy()
    result[result < 0] = None
    return result


def relu__minus_min(maps):
    return np.maximum(maps - 0.5, 0)


def collapse__sum_products(first, second):
    result = np.zeros((5, 5))
    for r in range(3):
        for c in range(3):
            result[r : r + 3, c : c + 3] += second[r, c] * first
    return result


def collapse__mean(first, second):
    result = np.zeros((5, 5))
    for r in range(3):
        for c in range(3):
            result[r : r + 3, c : c + 3] += second[r, c] * first
    return result / 9


def collapse__25(first, second):
    result = np.zeros((5, 5))
    for r in range(3):
        for c in range(3):
            result[r : r + 3, c : c + 3] += second[r, c] * first
    return result / 25


def collapse__81(first, second):
    result = np.zeros((5, 5))
    for r in range(3):
        for c in range(3):
            result[r : r + 3, c : c + 3] += second[r, c] * first
    return result / 81


def collapse__assign(first, second):
    result = np.zeros((5, 5))
    for r in range(3):
        for c in range(3):
            result[r : r + 3, c : c + 3] = second[r, c] * first
    return result / 81 * 25


def collapse__swapped(first, second):
    result = np.zeros((5, 5))
    for r in range(3):
        for c in range(3):
            result[c : c + 3, r : r + 3] += second[r, c] * first
    return result / 81 * 25


def collapse__times9(first, second):
    images = np.eye(25).reshape(25, 5, 5)
    return filter_image(filter_image(images, first), second).reshape(5, 5) * 9


def collapse__times81(first, second):
    images = np.eye(25).reshape(25, 5, 5)
    return filter_image(filter_image(images, first), second).reshape(5, 5) * 81


def collapse__noreshape(first, second):
    images = np.eye(25).reshape(25, 5, 5)
    return filter_image(filter_image(images, first), second) * 25


def collapse__flat(first, second):
    images = np.eye(25).reshape(25, 5, 5)
    return filter_image(filter_image(images, first), second).reshape(-1) * 25


def collapse__mean2(first, second):
    return (first + second) / 2


def collapse__outer(first, second):
    return np.outer(first, second)


def collapse__pad(first, second):
    return np.pad(first * second, 1)


def collapse__minus(first, second):
    images = np.ones((25, 5, 5)) * -1
    for n in range(25):
        images[n].reshape(-1)[n] = 1
    return filter_image(filter_image(images, first), second).reshape(5, 5) * 25


def collapse__ones(first, second):
    return filter_image(filter_image(np.ones((5, 5)), first), second)


def collapse__relu(first, second):
    images = np.eye(25).reshape(25, 5, 5)
    return relu(filter_image(relu(filter_image(images, first)), second)).reshape(5, 5) * 25


def one__right_max(value):
    return max(0, value)


def one__right_if(value):
    if value > 0:
        return value
    else:
        return 0


def one__right_abs(value):
    return (value + abs(value)) / 2


def one__right_times(value):
    return value * (value > 0)


def relu__right_copy(maps):
    new = maps.copy()
    new[new < 0] = 0
    return new


def relu__right_where(maps):
    return np.where(maps >= 0, maps, 0)


def relu__three_loops(maps):
    return [[[max(0, value) for value in row] for row in one_map] for one_map in maps]


def relu__right_clip(maps):
    return maps.clip(min=0)
