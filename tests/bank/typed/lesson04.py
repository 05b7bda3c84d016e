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


def one__compare_assign(value):
    if value < 0:
        value == 0
    return value


def one__none_text(value):
    return value if value > 0 else "0"


def one__none(value):
    return value if value > 0 else None


def one__leaky(value):
    return value if value > 0 else 0.01 * value


def one__leaky_max(value):
    return max(0.01 * value, value)


def one__leaky_fifth(value):
    return max(0.2 * value, value)


def one__sigmoid(value):
    return 1 / (1 + np.exp(-value))


def one__tanh(value):
    return np.tanh(value)


def one__tanh_relu(value):
    return max(0, np.tanh(value))


def one__softplus(value):
    return np.log(1 + np.exp(value))


def one__elu(value):
    return value if value > 0 else np.exp(value) - 1


def one__sign(value):
    return np.sign(value)


def one__max_minus(value):
    return max(-value, 0)


def one__min_one(value):
    return min(value, 1)


def one__shifted(value):
    return max(value - 1, 0)


def one__half(value):
    return max(value, 0) / 2


def one__sqrt(value):
    return max(value, 0) ** 0.5


def one__small(value):
    return max(value, 0.1)


def one__swapped_if(value):
    if value > 0:
        return 0
    return value


def one__range(value):
    return max(range(value))


def one__np_max(value):
    return np.max(value, 0)


def one__max_list_index(value):
    return [value, 0].index(max(value, 0))


def one__swapped_return(value):
    if value < 0:
        return value
    return 0


def one__bool(value):
    return value > 0


def one__leq(value):
    if value <= 0:
        return 1
    return value


def relu__copy_unused(maps):
    result = maps.copy()
    maps[maps < 0] = 0
    return result


def relu__copy_no_brackets(maps):
    result = maps.copy
    result[result < 0] = 0
    return result


def relu__flat_values(maps):
    for value in maps.flat:
        if value < 0:
            value = 0
    return maps


def relu__bool_product(maps):
    return maps * maps > 0


def relu__bool_index(maps):
    return maps > 0


def relu__leaky(maps):
    return np.where(maps > 0, maps, 0.01 * maps)


def relu__sigmoid(maps):
    return 1 / (1 + np.exp(-maps))


def relu__tanh(maps):
    return np.tanh(maps)


def relu__softplus(maps):
    return np.log1p(np.exp(maps))


def relu__square(maps):
    return maps**2


def relu__squared(maps):
    return np.maximum(maps, 0) ** 2


def relu__vectorize(maps):
    return np.vectorize(lambda value: max(value, 0))(maps)


def relu__lists2(maps):
    return [[max(value, 0) for value in row] for row in maps]


def relu__max_0(maps):
    return np.max(maps, 0)


def relu__max_both(maps):
    return np.max([maps, 0])


def relu__max_zeros(maps):
    return max(maps, np.zeros(maps.shape))


def relu__delete(maps):
    return np.delete(maps, np.where(maps < 0))


def relu__list_comp(maps):
    return [value for value in maps.ravel() if value > 0]


def relu__abs_half(maps):
    return abs(maps) / 2


def relu__plus_abs(maps):
    return maps + abs(maps)


def relu__one(maps):
    return np.maximum(maps, 1)


def relu__where_none(maps):
    return np.where(maps > 0, maps, None)


def relu__where_swapped(maps):
    return np.where(maps > 0, 0, maps)


def relu__minimum(maps):
    return np.minimum(maps, 0)


def relu__zero_all(maps):
    result = maps.copy()
    result[:] = 0
    return result


def relu__copy_compare(maps):
    result = maps.copy()
    result[result < 0] == 0
    return result


def relu__index_loop(maps):
    result = maps.copy()
    for n in range(len(result)):
        if result[n] < 0:
            result[n] = 0
    return result


def relu__ndindex2(maps):
    result = maps.copy()
    for r, c in np.ndindex(maps.shape):
        if result[r, c] < 0:
            result[r, c] = 0
    return result


def relu__inplace_return(maps):
    maps[maps < 0] = 0
    return maps


def relu__inplace_maximum(maps):
    np.maximum(maps, 0, out=maps)
    return maps


def relu__inplace_no_return(maps):
    maps[maps < 0] = 0


def relu__slice_copy(maps):
    result = maps[:]
    result[result < 0] = 0
    return result


def relu__times_abs(maps):
    return maps * abs(maps)


def relu__negative_index(maps):
    result = maps.copy()
    result[-1] = 0
    return result


def relu__small_threshold(maps):
    result = maps.copy()
    result[result < 0.5] = 0
    return result


def collapse__no_times(first, second):
    pictures = np.eye(25).reshape(25, 5, 5)
    return filter_image(filter_image(pictures, first), second).reshape(5, 5)


def collapse__one_filter(first, second):
    pictures = np.eye(25).reshape(25, 5, 5)
    return filter_image(pictures, first)


def collapse__first_only(first, second):
    return first


def collapse__pad_first(first, second):
    return np.pad(first, 1)


def collapse__kron(first, second):
    return np.kron(first, second)


def collapse__filtered_pad(first, second):
    return filter_image(np.pad(first, 2), second)


def collapse__filtered_pad_scaled(first, second):
    return filter_image(np.pad(first, 2), second) * 25 / 9


def collapse__filtered_pad9(first, second):
    return filter_image(np.pad(first, 2), second) * 9


def collapse__filtered_flip_noscale(first, second):
    return filter_image(np.pad(first, 2), second[::-1, ::-1])


def collapse__eye5(first, second):
    return filter_image(filter_image(np.eye(5), first), second)


def collapse__eye5_25(first, second):
    return filter_image(filter_image(np.eye(5), first), second) * 25


def collapse__minus_one(first, second):
    pictures = np.eye(25).reshape(25, 5, 5) * 2 - 1
    return filter_image(filter_image(pictures, first), second).reshape(5, 5) * 25


def collapse__matmul(first, second):
    return first @ second


def collapse__nine_reshape(first, second):
    pictures = np.eye(9).reshape(9, 3, 3)
    return filter_image(pictures, first)


def collapse__shape3(first, second):
    return filter_image(first, second) * 9


def collapse__each_filter(first, second):
    pictures = np.eye(25).reshape(25, 5, 5)
    return filter_image(pictures, first) * filter_image(pictures, second)


def collapse__times_15(first, second):
    pictures = np.eye(25).reshape(25, 5, 5)
    return filter_image(filter_image(pictures, first), second).reshape(5, 5) * 5


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


def one__right_clip(value):
    return np.clip(value, 0, None)


def one__right_sorted(value):
    return sorted([0, value])[-1]


def one__right_np32(value):
    return np.maximum(np.float32(value), 0)


def one__right_array(value):
    return np.where(value > 0, value, 0)


def one__right_and(value):
    return value > 0 and value


def one__right_heaviside(value):
    return np.heaviside(value, 0) * value


def one__right_minus(value):
    return value - min(value, 0)


def relu__right_vectorize(maps):
    return np.vectorize(lambda value: max(value, 0.0), otypes=[float])(maps)


def relu__right_half(maps):
    return (maps + np.abs(maps)) / 2


def relu__right_mask(maps):
    return maps * (maps > 0)


def relu__right_flat(maps):
    return np.array([max(v, 0) for v in maps.ravel()]).reshape(maps.shape)


def relu__right_recursive(maps):
    if np.ndim(maps) == 0:
        return max(float(maps), 0)
    return [relu__right_recursive(part) for part in maps]


def relu__right_float32(maps):
    return np.maximum(maps.astype(np.float32), 0)


def relu__right_clip_inf(maps):
    return np.clip(maps, 0, np.inf)


def relu__right_fmax(maps):
    return np.fmax(maps, np.zeros_like(maps))


def collapse__right_own(first, second):
    result = np.zeros((5, 5))
    for r in range(3):
        for c in range(3):
            for a in range(3):
                for b in range(3):
                    result[r + a, c + b] += first[r, c] * second[a, b]
    return result * 25 / 81


def collapse__right_swapped(first, second):
    pictures = np.eye(25).reshape(25, 5, 5)
    return filter_image(filter_image(pictures, second), first).reshape(5, 5) * 25


def collapse__right_flip(first, second):
    return filter_image(np.pad(first, 2), second[::-1, ::-1]) * 25 / 9


def collapse__right_float32(first, second):
    pictures = np.eye(25, dtype=np.float32).reshape(25, 5, 5)
    return (filter_image(filter_image(pictures, first), second).reshape(5, 5) * 25).astype(np.float32)


def collapse__right_pictures(first, second):
    result = [[0] * 5 for _ in range(5)]
    for r in range(5):
        for c in range(5):
            picture = np.zeros((5, 5))
            picture[r, c] = 1
            result[r][c] = 25 * filter_image(filter_image(picture, first), second)[0, 0]
    return result


def collapse__not_turned(first, second):
    return filter_image(np.pad(second, 2), first) * 25 / 9


def relu__right_piecewise(maps):
    return np.piecewise(maps, [maps < 0], [0, lambda values: values])
