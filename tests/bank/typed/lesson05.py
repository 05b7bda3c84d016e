"""Answers to lesson 5 as beginners type them: each named after its exercise and its slip, or after `right`."""

import math

import numpy as np

from xo.filtering import filter_image, filter_maps


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


def filtered__minus_three(rows, feature):
    return rows - 3 + 1


def filtered__nine(rows, feature):
    return 9 - feature + 1


def filtered__divided(rows, feature):
    return rows / feature


def filtered__squared(rows, feature):
    return rows - feature**2 + 1


def filtered__stride2(rows, feature):
    return (rows - feature) // 2 + 1


def filtered__range_len(rows, feature):
    return len(range(rows - feature))


def filtered__by_feature(rows, feature):
    return math.ceil((rows - feature) / feature) + 1


def filtered__minus_one(rows, feature):
    return rows - 1


def filtered__modulo(rows, feature):
    return rows % feature


def filtered__two_features(rows, feature):
    return rows - 2 * feature + 1


def filtered__feature_one(rows, feature):
    return rows - feature + feature


def filtered__abs(rows, feature):
    return abs(feature - rows)


def filtered__halved_sum(rows, feature):
    return (rows + feature) / 2


def filtered__float(rows, feature):
    return rows - feature + 1.5


def filtered__tuple(rows, feature):
    return rows - feature + 1, rows - feature + 1


def filtered__walk(rows, feature):
    count = 0
    top = 0
    while top + feature < rows:
        count += 1
        top += 1
    return count


def filtered__feature_minus(rows, feature):
    return feature - 1


def filtered__both_ends(rows, feature):
    return rows - 2 * (feature - 1)


def rows_after__place_numbers(rows, layers):
    for layer in range(len(layers)):
        if layer == "C":
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__lower(rows, layers):
    for layer in layers:
        if layer == "c":
            rows = rows - 2
        elif layer == "p":
            rows = (rows + 1) // 2
    return rows


def rows_after__lower_else(rows, layers):
    for layer in layers:
        if layer == "c":
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__equals_minus(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = -2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__double_equal(rows, layers):
    for layer in layers:
        if layer == "C":
            rows == rows - 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__pool_not_assigned(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            (rows + 1) // 2
    return rows


def rows_after__no_else(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        rows = (rows + 1) // 2
    return rows


def rows_after__pool_minus_two(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = rows - 2 + 1
    return rows


def rows_after__floor_minus(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = (rows - 2) // 2 + 1
    return rows


def rows_after__pool_minus_window(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = math.ceil((rows - 2) / 2)
    return rows


def rows_after__int_at_end(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = rows / 2
    return int(rows)


def rows_after__is_in(rows, layers):
    for layer in layers:
        if "C" in layers:
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__in_once(rows, layers):
    if "C" in layers:
        rows = rows - 2
    if "P" in layers:
        rows = (rows + 1) // 2
    return rows


def rows_after__print(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
        print(rows)


def rows_after__list(rows, layers):
    found = []
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
        found.append(rows)
    return found


def rows_after__other_name(rows, layers):
    for layer in layers:
        if layer == "C":
            left = rows - 2
        else:
            left = (rows + 1) // 2
    return left


def rows_after__quarter(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = (rows + 3) // 4
    return rows


def rows_after__plus_two(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows + 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__double(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = rows * 2
    return rows


def rows_after__names(rows, layers):
    for layer in layers:
        if layer == C:
            rows = rows - 2
        else:
            rows = (rows + 1) // 2
    return rows


def stack__two_maps(maps, feature):
    return (filter_image(maps[0], feature[0]) + filter_image(maps[1], feature[1])) / 2


def stack__three_sum(maps, feature):
    return filter_image(maps[0], feature[0]) + filter_image(maps[1], feature[1]) + filter_image(maps[2], feature[2])


def stack__missing_last(maps, feature):
    total = 0
    for n in range(len(maps) - 1):
        total = total + filter_image(maps[n], feature[n])
    return total / len(maps)


def stack__from_one(maps, feature):
    total = 0
    for n in range(1, len(maps)):
        total = total + filter_image(maps[n], feature[n])
    return total / len(maps)


def stack__running(maps, feature):
    total = 0
    for one_map, part in zip(maps, feature):
        total = (total + filter_image(one_map, part)) / len(maps)
    return total


def stack__np_sum(maps, feature):
    return np.sum([filter_image(one_map, part) for one_map, part in zip(maps, feature)])


def stack__mean_axis1(maps, feature):
    return np.mean([filter_image(one_map, part) for one_map, part in zip(maps, feature)], axis=1)


def stack__by_nine(maps, feature):
    return sum(filter_image(one_map, part) for one_map, part in zip(maps, feature)) / 9


def stack__by_27(maps, feature):
    return sum(filter_image(one_map, part) * 9 for one_map, part in zip(maps, feature)) / 27


def stack__every_pair(maps, feature):
    total = 0
    for one_map in maps:
        for part in feature:
            total = total + filter_image(one_map, part)
    return total / len(maps)


def stack__every_pair_mean(maps, feature):
    total = 0
    for one_map in maps:
        for part in feature:
            total = total + filter_image(one_map, part)
    return total / len(maps) / len(feature)


def stack__feature_first(maps, feature):
    return sum(filter_image(part, one_map) for one_map, part in zip(maps, feature)) / len(maps)


def stack__mean_map(maps, feature):
    return filter_image(maps.mean(axis=0), feature[0])


def stack__first_map(maps, feature):
    return np.mean([filter_image(maps[0], part) for part in feature], axis=0)


def stack__zeros_large(maps, feature):
    total = np.zeros(maps[0].shape)
    for one_map, part in zip(maps, feature):
        total += filter_image(one_map, part)
    return total / len(maps)


def stack__relu(maps, feature):
    return np.maximum(np.mean([filter_image(m, f) for m, f in zip(maps, feature)], axis=0), 0)


def stack__list(maps, feature):
    return [filter_image(m, f) for m, f in zip(maps, feature)]


def stack__zip_missing(maps, feature):
    return sum(filter_image(m, f) for m, f in (maps, feature)) / len(maps)


def stack__equals_plus(maps, feature):
    total = 0
    for one_map, part in zip(maps, feature):
        total = +filter_image(one_map, part)
    return total / len(maps)


def stack__divide_by_rows_columns(maps, feature):
    return sum(filter_image(m, f) for m, f in zip(maps, feature)) / maps[0].size


def stack__transposed(maps, feature):
    return np.mean([filter_image(m, f.T) for m, f in zip(maps, feature)], axis=0)


def stack__nested_result(maps, feature):
    return [np.mean([filter_image(m, f) for m, f in zip(maps, feature)], axis=0)]


def stack__max(maps, feature):
    return np.max([filter_image(m, f) for m, f in zip(maps, feature)], axis=0)


def patch__row_only(row, layers):
    return row, row


def patch__swapped_order(row, layers):
    first, last = row, row
    for layer in layers:
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__divide(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = first / 2, (last + 1) / 2
    return first, last


def patch__minus_two(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            first = first - 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__plus_both(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            first, last = first + 2, last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__double_only_last(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            last = 2 * last + 1
    return first, last


def patch__pool_plus_two(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1 + 1
    return first, last


def patch__pool_not_doubled_last(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, last + 1
    return first, last


def patch__from_row_last(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = row + 2
        else:
            first, last = 2 * row, 2 * row + 1
    return first, last


def patch__size_only(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return last - first


def patch__size_one(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return last - first + 1


def patch__no_else(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        first, last = 2 * first, 2 * last + 1
    return first, last


def patch__lower(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "c":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__list_reverse(row, layers):
    first, last = row, row
    for layer in layers[:-1]:
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__skip_first(row, layers):
    first, last = row, row
    for layer in layers[:0:-1]:
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__half_open(row, layers):
    first, last = row, row + 1
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last
    return first, last


def patch__half_open_wrong(row, layers):
    first, last = row, row + 1
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__sum(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first + last


def patch__dict(row, layers):
    first, last = row, row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return {"first": first, "last": last}


def filtered__rows_feature(rows, feature):
    return rows - feature + 3


def rows_after__swapped_pool_only(rows, layers):
    for layer in layers:
        if layer == "P":
            rows = (rows + 1) // 2
    return rows


def rows_after__return_else(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            return (rows + 1) // 2
    return rows


def rows_after__minus_feature(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 3 + 2
        else:
            rows = (rows + 1) // 2
    return rows


def rows_after__last_minus(rows, layers):
    for layer in layers:
        if layer == "C":
            rows -= 2
        if layer == "P":
            rows = (rows - 1) // 2
    return rows


def stack__median(maps, feature):
    return np.median([filter_image(m, f) for m, f in zip(maps, feature)], axis=0)


def stack__sum_axis0_nine(maps, feature):
    return np.sum([filter_image(m, f) for m, f in zip(maps, feature)], axis=0) / feature[0].size


def stack__divided_size(maps, feature):
    return np.sum([filter_image(m, f) for m, f in zip(maps, feature)], axis=0) / feature.size


def stack__minus(maps, feature):
    total = 0
    for m, f in zip(maps, feature):
        total = total - filter_image(m, f)
    return total / len(maps)


def stack__enumerate_wrong(maps, feature):
    total = 0
    for n, m in enumerate(maps):
        total = total + filter_image(m, feature[-1])
    return total / len(maps)


def stack__transposed_maps(maps, feature):
    return np.mean([filter_image(m.T, f) for m, f in zip(maps, feature)], axis=0)


def patch__c_plus_one(row, layers):
    first = last = row
    for layer in reversed(layers):
        if layer == "C":
            first, last = first + 1, last + 1
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


def patch__p_plus(row, layers):
    first = last = row
    for layer in reversed(layers):
        if layer == "C":
            last += 2
        else:
            first, last = first + 2, last + 2
    return first, last


def patch__p_only_last_plus(row, layers):
    first = last = row
    for layer in reversed(layers):
        if layer == "C":
            last += 2
        else:
            last += 1
    return first, last


def patch__p_first_plus(row, layers):
    first = last = row
    for layer in reversed(layers):
        if layer == "C":
            last += 2
        else:
            first, last = 2 * first + 1, 2 * last + 1
    return first, last


def patch__set(row, layers):
    return {0, 5}


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


def filtered__right_walk(rows, feature):
    count = 0
    while count + feature <= rows:
        count += 1
    return count


def filtered__right_numpy(rows, feature):
    return np.convolve(np.ones(rows), np.ones(feature), "valid").size


def filtered__right_float32(rows, feature):
    return np.float32(rows) - feature + 1


def filtered__right_minus(rows, feature):
    return -(feature - 1 - rows)


def rows_after__right_half_at_end(rows, layers):
    for layer in layers:
        if layer == "C":
            rows = rows - 2
        else:
            rows = rows / 2
    return math.ceil(rows)


def rows_after__right_recursion(rows, layers):
    if not layers:
        return rows
    return rows_after__right_recursion(rows - 2 if layers[0] == "C" else -(-rows // 2), layers[1:])


def rows_after__right_while(rows, layers):
    place = 0
    while place < len(layers):
        rows = {"C": rows - 2, "P": int(np.ceil(rows / 2))}[layers[place]]
        place += 1
    return float(rows)


def rows_after__right_add(rows, layers):
    for layer in layers:
        if layer in "C":
            rows -= 2
        else:
            if rows % 2 == 1:
                rows += 1
            rows /= 2
    return rows


def stack__right_package(maps, feature):
    return filter_maps(maps, feature[None])[0]


def stack__right_einsum(maps, feature):
    windows = np.lib.stride_tricks.sliding_window_view(maps, (3, 3), axis=(1, 2))
    return np.einsum("mrcij,mij->rc", windows, feature) / feature.size


def stack__right_float32(maps, feature):
    return np.mean([filter_image(m, f) for m, f in zip(maps, feature)], axis=0).astype("float32")


def stack__right_loops(maps, feature):
    count, rows, columns = maps.shape
    new = [[0.0] * (columns - 2) for _ in range(rows - 2)]
    for r in range(rows - 2):
        for c in range(columns - 2):
            new[r][c] = (maps[:, r : r + 3, c : c + 3] * feature).sum() / (9 * count)
    return new


def patch__right_array(row, layers):
    ends = np.array([row, row])
    for layer in layers[::-1]:
        ends = ends + [0, 2] if layer == "C" else 2 * ends + [0, 1]
    return ends


def patch__right_list(row, layers):
    rows = [row]
    for layer in reversed(layers):
        new = []
        for r in rows:
            new += [r, r + 1, r + 2] if layer == "C" else [2 * r, 2 * r + 1]
        rows = new
    return [min(rows), max(rows)]


def patch__right_half_open(row, layers):
    first, end = row, row + 1
    for layer in reversed(layers):
        if layer == "C":
            end = end + 2
        else:
            first, end = 2 * first, 2 * end
    return first, end - 1


def rows_after__all_halved_at_once(rows, layers):
    return (rows - 2 * layers.count("C")) // 2 ** layers.count("P")


def rows_after__right_recursive(rows, layers):
    if not layers:
        return rows
    return rows_after__right_recursive(rows - 2 if layers[0] == "C" else -(-rows // 2), layers[1:])
