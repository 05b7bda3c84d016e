"""Answers to lesson 5 as beginners type them: each named after its exercise and its slip, or after `right`."""

import math

import numpy as np

from xo.filtering import filter_image


def filtered__brackets(rows, feature):
    return rows - (feature + 1)


def filtered__half(rows, feature):
    return rows - feature / 2


def filtered__ceil(rows, feature):
    return math.ceil(rows / feature)


def filtered__plus(rows, feature):
    return rows + feature + 1


def filtered__reverse(rows, feature):
    return feature - rows + 1


def filtered__product(rows, feature):
    return rows * feature


def filtered__both(rows, feature):
    return (rows - feature + 1) ** 2


def filtered__seven(rows, feature):
    return 7


def filtered__range(rows, feature):
    return range(rows - feature + 1)


def filtered__list(rows, feature):
    return list(range(rows - feature + 1))


def filtered__minus2feature(rows, feature):
    return rows - 2 * feature


def filtered__print(rows, feature):
    print(rows - feature + 1)


def filtered__text(rows, feature):
    return f"{rows - feature + 1}"


def rows_after__int(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        if layer == "P":
            rows = int(rows / 2)
    return rows


def rows_after__round(rows, layers):
    for layer in layers:
        if layer == "C":
            rows -= 2
        else:
            rows = round(rows / 2)
    return rows


def rows_after__plus_one(rows, layers):
    for layer in layers:
        if layer == "C":
            rows -= 2
        else:
            rows = rows // 2 + 1
    return rows


def rows_after__brackets(rows, layers):
    for layer in layers:
        if layer == "C":
            rows -= 2
        else:
            rows = rows + 1 // 2
    return rows


def rows_after__return_inside(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
        return rows


def rows_after__return_in_if(rows, layers):
    for layer in layers:
        if layer == "C":
            return rows - 2
        else:
            return (rows + 1) // 2


def rows_after__whole(rows, layers):
    if layers == "C":
        return rows - 2
    return (rows + 1) // 2


def rows_after__count(rows, layers):
    return rows - 2 * layers.count("C") - layers.count("P")


def rows_after__count_halves(rows, layers):
    rows = rows - 2 * layers.count("C")
    for n in range(layers.count("P")):
        rows = (rows + 1) // 2
    return rows


def rows_after__power(rows, layers):
    return math.ceil((rows - 2 * layers.count("C")) / 2 ** layers.count("P"))


def rows_after__first_of(rows, layers):
    for layer in layers:
        if layer == "C":
            result = rows - 2
        else:
            result = (rows + 1) // 2
    return result


def rows_after__elif(rows, layers):
    for layer in layers:
        if layer == "P":
            rows = rows - 2
        elif layer == "C":
            rows = (rows + 1) // 2
    return rows


def rows_after__always_c(rows, layers):
    for layer in layers:
        if layer == "C" or "c":
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__in_list(rows, layers):
    for layer in layers:
        if layers == "C":
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__pool_minus(rows, layers):
    for layer in layers:
        rows = rows - 2
    return rows


def rows_after__compare(rows, layers):
    for layer in layers:
        if layer == "C":
            rows == rows - 2
        else:
            rows == (rows + 1) // 2
    return rows


def stack__return_inside(maps, feature):
    total = 0
    for one_map, part in zip(maps, feature):
        total = total + filter_image(one_map, part)
        return total / len(maps)


def stack__no_division9(maps, feature):
    total = 0
    for one_map, part in zip(maps, feature):
        total = total + filter_image(one_map, part) * part.size
    return total


def stack__by_rows(maps, feature):
    total = 0
    for one_map, part in zip(maps, feature):
        total = total + filter_image(one_map, part)
    return total / len(maps[0])


def stack__by_3(maps, feature):
    total = 0
    for one_map, part in zip(maps, feature):
        total = total + filter_image(one_map, part)
    return total / len(feature[0])


def stack__brackets(maps, feature):
    total = 0
    for one_map, part in zip(maps, feature):
        total = total + filter_image(one_map, part) / len(maps) / 9
    return total


def stack__whole(maps, feature):
    return filter_image(maps, feature)


def stack__mean_all(maps, feature):
    return np.mean([filter_image(m, f) for m, f in zip(maps, feature)])


def stack__three(maps, feature):
    return sum(filter_image(maps[n], feature[n]) for n in range(3)) / 3


def stack__total_reset(maps, feature):
    for one_map, part in zip(maps, feature):
        total = 0
        total = total + filter_image(one_map, part)
    return total / len(maps)


def stack__list_plus(maps, feature):
    total = []
    for one_map, part in zip(maps, feature):
        total += list(filter_image(one_map, part))
    return total


def stack__first_part(maps, feature):
    return sum(filter_image(one_map, feature[0]) for one_map in maps) / len(maps)


def stack__product(maps, feature):
    total = 1
    for one_map, part in zip(maps, feature):
        total = total * filter_image(one_map, part)
    return total


def stack__abs(maps, feature):
    return abs(sum(filter_image(m, f) for m, f in zip(maps, feature)) / len(maps))


def stack__rounded(maps, feature):
    return np.round(sum(filter_image(m, f) for m, f in zip(maps, feature)) / len(maps), 2)


def stack__turned(maps, feature):
    return sum(filter_image(m, f[::-1, ::-1]) for m, f in zip(maps, feature)) / len(maps)


def stack__turned_all(maps, feature):
    return sum(filter_image(m, f) for m, f in zip(maps, feature[::-1])) / len(maps)


def patch__one(row, layers):
    return 0, 5


def patch__list_only_last(row, layers):
    for layer in reversed(layers):
        if layer == "C":
            row = row + 2
        else:
            row = 2 * row + 1
    return row


def patch__first_only(row, layers):
    for layer in reversed(layers):
        if layer == "P":
            row = 2 * row
    return row


def patch__return_inside(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
        return first, last


def patch__minus(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            first, last = first - 1, last + 1
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__double(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last
    return first, last


def patch__swapped(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "P":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__three(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 3
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__reverse_bug(row, layers):
    first, last = row, row
    for layer in layers.reverse():
        pass
    return first, last


def patch__order(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first = 2 * first
            last = 2 * first + 1
    return first, last


def patch__text(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return f"{first} to {last}"


def patch__range(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return list(range(first, last + 1))


def patch__last_first(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return last, first


def patch__from_one(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first + 1, last + 1


def filtered__right_count(rows, feature):
    return len(range(0, rows - feature + 1))


def filtered__right_lost(rows, feature):
    lost = feature - 1
    return rows - lost


def rows_after__right_ceil(rows, layers):
    for layer in layers:
        if layer == "C":
            rows -= 2
        else:
            rows = math.ceil(rows / 2)
    return rows


def rows_after__right_mod(rows, layers):
    for layer in layers:
        if layer == "P":
            rows = rows // 2 + rows % 2
        elif layer == "C":
            rows = rows - 3 + 1
    return rows


def stack__right_mean(maps, feature):
    return np.mean([filter_image(one_map, part) for one_map, part in zip(maps, feature)], axis=0)


def stack__right_places(maps, feature):
    total = filter_image(maps[0], feature[0])
    for n in range(1, len(maps)):
        total = total + filter_image(maps[n], feature[n])
    return total / len(feature)
