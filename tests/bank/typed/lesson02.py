"""Answers to lesson 2 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np

from xo.filtering import filter_image, filter_maps


def patch__axis(patch, feature):
    return (patch * feature).sum(axis=0) / feature.size


def patch__len(patch, feature):
    return (patch * feature).sum() / len(feature)


def patch__brackets(patch, feature):
    return patch * feature.sum() / feature.size


def patch__int(patch, feature):
    return int((patch * feature).sum() / feature.size)


def patch__floor(patch, feature):
    return (patch * feature).sum() // feature.size


def patch__percent(patch, feature):
    return 100 * (patch * feature).sum() / feature.size


def patch__rounded(patch, feature):
    return round((patch * feature).mean(), 2)


def patch__square(patch, feature):
    total = 0
    n = len(feature)
    for row in range(n):
        for column in range(n):
            total += patch[row, column] * feature[row, column]
    return total / n**2


def patch__return_inside(patch, feature):
    total = 0
    for row in range(feature.shape[0]):
        for column in range(feature.shape[1]):
            total += patch[row, column] * feature[row, column]
            return total / feature.size


def patch__three(patch, feature):
    total = 0
    for row in range(3):
        for column in range(3):
            total += patch[row, column] * feature[row, column]
    return total / 9


def patch__size_call(patch, feature):
    return (patch * feature).sum() / feature.size()


def patch__agree(patch, feature):
    return (patch == feature).sum() - (patch != feature).sum()


def patch__agree_share(patch, feature):
    return ((patch == feature).sum() - (patch != feature).sum()) / feature.size


def patch__feature_only(patch, feature):
    return (feature * feature).sum() / feature.size


def row__side(image, feature, row):
    n = len(feature)
    return [(image[row : row + n, c : c + n] * feature).mean() for c in range(image.shape[1] - n + 1)]


def row__width(image, feature, row):
    n = feature.shape[1]
    return [(image[row : row + n, c : c + n] * feature).mean() for c in range(image.shape[1] - n + 1)]


def row__return_inside(image, feature, row):
    rows, columns = feature.shape
    values = []
    for c in range(image.shape[1] - columns + 1):
        values.append((image[row : row + rows, c : c + columns] * feature).mean())
        return values


def row__swapped(image, feature, row):
    columns, rows = feature.shape
    return [(image[row : row + rows, c : c + columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]


def row__by_rows(image, feature, row):
    rows, columns = feature.shape
    return [(image[row : row + rows, c : c + columns] * feature).mean() for c in range(image.shape[0] - columns + 1)]


def row__len_image(image, feature, row):
    rows, columns = feature.shape
    return [(image[row : row + rows, c : c + columns] * feature).mean() for c in range(len(image) - rows + 1)]


def row__zero(image, feature, row):
    rows, columns = feature.shape
    return [(image[0:rows, c : c + columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]


def row__last_only(image, feature, row):
    rows, columns = feature.shape
    for c in range(image.shape[1] - columns + 1):
        value = (image[row : row + rows, c : c + columns] * feature).mean()
    return value


def row__extend(image, feature, row):
    rows, columns = feature.shape
    total = 0
    for c in range(image.shape[1] - columns + 1):
        total += (image[row : row + rows, c : c + columns] * feature).mean()
    return total


def row__int_array(image, feature, row):
    rows, columns = feature.shape
    values = np.zeros(image.shape[1] - columns + 1, int)
    for c in range(len(values)):
        values[c] = (image[row : row + rows, c : c + columns] * feature).mean()
    return values


def row__nine(image, feature, row):
    rows, columns = feature.shape
    return [(image[row : row + rows, c : c + columns] * feature).sum() / 9 for c in range(image.shape[1] - columns + 1)]


def row__seven(image, feature, row):
    rows, columns = feature.shape
    return [(image[row : row + rows, c : c + columns] * feature).mean() for c in range(7)]


def row__step(image, feature, row):
    rows, columns = feature.shape
    return [
        (image[row : row + rows, c : c + columns] * feature).mean() for c in range(0, image.shape[1] - columns + 1, 2)
    ]


def row__max(image, feature, row):
    return max(filter_image(image, feature)[row])


def filter__side(image, feature):
    n = len(feature)
    m = np.zeros((image.shape[0] - n + 1, image.shape[1] - n + 1))
    for r, c in np.ndindex(m.shape):
        m[r, c] = (image[r : r + n, c : c + n] * feature).mean()
    return m


def filter__square_image(image, feature):
    rows, columns = feature.shape
    side = len(image)
    m = np.zeros((side - rows + 1, side - columns + 1))
    for r, c in np.ndindex(m.shape):
        m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__int(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1), dtype=int)
    for r, c in np.ndindex(m.shape):
        m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__return_inside(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
        return m


def filter__flat(image, feature):
    rows, columns = feature.shape
    values = []
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            values.append((image[r : r + rows, c : c + columns] * feature).mean())
    return values


def filter__wrong_index(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[c, r] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__swapped_patch(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[c : c + rows, r : r + columns] * feature).mean()
    return m


def filter__append_once(image, feature):
    rows, columns = feature.shape
    m = []
    line = []
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            line.append((image[r : r + rows, c : c + columns] * feature).mean())
        m.append(line)
    return m


def filter__bottom(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0], image.shape[1] - columns + 1))
    for r, c in np.ndindex(m.shape):
        m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__same_patch(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r, c in np.ndindex(m.shape):
        m[r, c] = (image[:rows, :columns] * feature).mean()
    return m


def filter__zeros_of_image(image, feature):
    rows, columns = feature.shape
    m = np.zeros(image.shape)
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__minus_one(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows, image.shape[1] - columns))
    for r, c in np.ndindex(m.shape):
        m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__percent(image, feature):
    return filter_image(image, feature) * 100


def filter__rounded(image, feature):
    return filter_image(image, feature).round(2)


def filter__mean_once(image, feature):
    return (image * feature).mean()


def filter__zeros_args(image, feature):
    rows, columns = feature.shape
    m = np.zeros(image.shape[0] - rows + 1, image.shape[1] - columns + 1)
    return m


def layer__no_division(maps, features):
    return [sum(filter_image(m, f) * f.size for m, f in zip(maps, feature)) for feature in features]


def layer__by_features(maps, features):
    return [sum(filter_image(m, f) for m, f in zip(maps, feature)) / len(features) for feature in features]


def layer__sum_only(maps, features):
    return [sum(filter_image(m, f) for m, f in zip(maps, feature)) for feature in features]


def layer__return_inside(maps, features):
    new = []
    for feature in features:
        new.append(sum(filter_image(m, f) for m, f in zip(maps, feature)) / len(maps))
        return np.array(new)


def layer__reset(maps, features):
    new = []
    total = 0
    for feature in features:
        for m, f in zip(maps, feature):
            total = total + filter_image(m, f)
        new.append(total / len(maps))
    return np.array(new)


def layer__last(maps, features):
    new = []
    for feature in features:
        for m, f in zip(maps, feature):
            value = filter_image(m, f)
        new.append(value)
    return np.array(new)


def layer__27(maps, features):
    return np.array([sum(filter_image(m, f) for m, f in zip(maps, feature)) / features[0].size for feature in features])


def layer__first_feature(maps, features):
    return sum(filter_image(m, f) for m, f in zip(maps, features[0])) / len(maps)


def layer__zip_wrong(maps, features):
    return [filter_image(m, f[0]) for m, f in zip(maps, features)]


def layer__max(maps, features):
    return [np.max([filter_image(m, f) for m, f in zip(maps, feature)], axis=0) for feature in features]


def layer__all(maps, features):
    return [np.mean([filter_image(m, f) for m in maps for f in feature], axis=0) for feature in features]


def patch__twice(patch, feature):
    return (patch * feature).mean() / feature.size


def patch__columns(patch, feature):
    return (patch * feature).sum() / feature.shape[1]


def patch__by_sum(patch, feature):
    return (patch * feature).sum() / feature.sum()


def patch__means(patch, feature):
    return patch.mean() * feature.mean()


def patch__sums(patch, feature):
    return patch.sum() * feature.sum() / feature.size


def patch__inverted(patch, feature):
    return feature.size / (patch * feature).sum()


def patch__array_divided(patch, feature):
    return patch * feature / feature.size


def patch__method(patch, feature):
    return (patch * feature).mean


def patch__minus(patch, feature):
    return (patch - feature).sum() / feature.size


def patch__max(patch, feature):
    return (patch * feature).max()


def patch__middle(patch, feature):
    return patch[1, 1] * feature[1, 1]


def patch__corner(patch, feature):
    return patch[0, 0] * feature[0, 0] / feature.size


def patch__dot(patch, feature):
    return np.dot(patch, feature).sum() / feature.size


def patch__transposed(patch, feature):
    return (patch * feature.T).mean()


def patch__perfect(patch, feature):
    if (patch == feature).all():
        return 1
    return 0


def patch__assigned(patch, feature):
    total = 0
    for row in range(feature.shape[0]):
        for column in range(feature.shape[1]):
            total = patch[row, column] * feature[row, column]
    return total / feature.size


def patch__reset(patch, feature):
    for row in range(feature.shape[0]):
        total = 0
        for column in range(feature.shape[1]):
            total += patch[row, column] * feature[row, column]
    return total / feature.size


def patch__zip_rows(patch, feature):
    total = 0
    for a, b in zip(patch, feature):
        total += a * b
    return total / feature.size


def patch__shape_tuple(patch, feature):
    return (patch * feature).sum() / feature.shape


def patch__prod(patch, feature):
    return np.prod(patch * feature)


def patch__whole_filter(patch, feature):
    return filter_image(patch, feature)


def patch__count_agree(patch, feature):
    return (patch == feature).sum()


def patch__count_sub(patch, feature):
    count = 0
    for a, b in zip(patch.ravel(), feature.ravel()):
        if a == b:
            count += 1
    return count / 9


def patch__six(patch, feature):
    return (patch * feature).sum() / 6


def row__chained(image, feature, row):
    rows, columns = feature.shape
    return [(image[row : row + rows][c : c + columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]


def row__absolute_end(image, feature, row):
    rows, columns = feature.shape
    return [(image[row:rows, c:columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]


def row__no_row(image, feature, row):
    rows, columns = feature.shape
    return [(image[row, c : c + columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]


def row__swapped_cut(image, feature, row):
    rows, columns = feature.shape
    return [(image[c : c + rows, row : row + columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]


def row__missing_one(image, feature, row):
    rows, columns = feature.shape
    return [(image[row : row + rows, c : c + columns] * feature).mean() for c in range(image.shape[1] - columns)]


def row__shape_sub(image, feature, row):
    return [(image[row : row + 3, c : c + 3] * feature).mean() for c in range(image.shape - feature.shape + 1)]


def row__nested(image, feature, row):
    return [filter_image(image, feature)[row]]


def row__column(image, feature, row):
    return filter_image(image, feature)[:, row]


def row__twice(image, feature, row):
    return filter_image(image, feature)[row] / feature.size


def row__assign(image, feature, row):
    rows, columns = feature.shape
    values = []
    for c in range(image.shape[1] - columns + 1):
        values = (image[row : row + rows, c : c + columns] * feature).mean()
    return values


def row__append_sum(image, feature, row):
    rows, columns = feature.shape
    values = []
    for c in range(image.shape[1] - columns + 1):
        values.append(image[row : row + rows, c : c + columns] * feature)
    return values


def row__append_rowsum(image, feature, row):
    rows, columns = feature.shape
    values = []
    for c in range(image.shape[1] - columns + 1):
        values.append((image[row : row + rows, c : c + columns] * feature).mean(axis=0))
    return values


def row__one_too_high(image, feature, row):
    return filter_image(image, feature)[row + 1]


def filter__chained(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r : r + rows][c : c + columns] * feature).mean()
    return m


def filter__absolute_end(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r:rows, c:columns] * feature).mean()
    return m


def filter__one_pixel(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r, c] * feature).mean()
    return m


def filter__shape_minus(image, feature):
    m = np.zeros(image.shape - feature.shape + 1)
    return m


def filter__for_shape(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r, c in m.shape:
        m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__range_shape(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape):
        for c in range(m.shape):
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__for_int(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in m.shape[0]:
        for c in m.shape[1]:
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__seven(image, feature):
    rows, columns = feature.shape
    m = np.zeros((7, 7))
    for r in range(7):
        for c in range(7):
            m[r, c] = (image[r : r + 3, c : c + 3] * feature).mean()
    return m


def filter__seven_fit(image, feature):
    rows, columns = feature.shape
    m = np.zeros((7, 7))
    for r in range(7):
        for c in range(7):
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__line_not_reset(image, feature):
    rows, columns = feature.shape
    lines, line = [], []
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            line.append((image[r : r + rows, c : c + columns] * feature).mean())
        lines.append(line)
    return lines


def filter__twice(image, feature):
    return filter_image(image, feature) / feature.size


def filter__sum_overwritten(image, feature):
    rows, columns = feature.shape
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            m = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__one_row(image, feature):
    rows, columns = feature.shape
    return [(image[0:rows, c : c + columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]


def filter__first_row_list(image, feature):
    rows, columns = feature.shape
    lines = []
    for r in range(image.shape[0] - rows + 1):
        lines.append((image[r : r + rows, 0:columns] * feature).mean())
    return lines


def filter__plus_two(image, feature):
    m = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r : r + 3, c : c + 3] * feature).mean()
    return m


def filter__accumulate(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    total = 0
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            total += (image[r : r + rows, c : c + columns] * feature).mean()
            m[r, c] = total
    return m


def filter__max(image, feature):
    return filter_image(image, feature).max()


def filter__binary(image, feature):
    return filter_image(image, feature) == 1


def filter__relu(image, feature):
    return np.maximum(filter_image(image, feature), 0)


def filter__zeros_only(image, feature):
    return np.zeros((image.shape[0] - feature.shape[0] + 1, image.shape[1] - feature.shape[1] + 1))


def filter__slid(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(0, m.shape[0], rows):
        for c in range(0, m.shape[1], columns):
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__slice_short(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r : r + rows - 1, c : c + columns - 1] * feature).mean()
    return m


def filter__agree(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r : r + rows, c : c + columns] == feature).mean()
    return m


def filter__matmul(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r, c] = (image[r : r + rows, c : c + columns] @ feature).mean()
    return m


def filter__empty_lists(image, feature):
    rows, columns = feature.shape
    m = []
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            m[r][c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__no_total(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            for a in range(rows):
                for b in range(columns):
                    m[r, c] = image[r + a, c + b] * feature[a, b] / feature.size
    return m


def filter__no_divide_loops(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            for a in range(rows):
                for b in range(columns):
                    m[r, c] += image[r + a, c + b] * feature[a, b]
    return m


def filter__same_everywhere(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[:] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__row_assigned(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(m.shape[0]):
        for c in range(m.shape[1]):
            m[r] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def layer__first_slice(maps, features):
    return [np.mean([filter_image(m, feature[0]) for m in maps], axis=0) for feature in features]


def layer__first_map(maps, features):
    return [np.mean([filter_image(maps[0], f) for f in feature], axis=0) for feature in features]


def layer__mean_all(maps, features):
    return [np.mean([filter_image(m, f) for m, f in zip(maps, feature)]) for feature in features]


def layer__whole(maps, features):
    return [filter_image(maps, feature) for feature in features]


def layer__zeros_large(maps, features):
    new = []
    for feature in features:
        total = np.zeros(maps[0].shape)
        for m, f in zip(maps, feature):
            total += filter_image(m, f)
        new.append(total / len(maps))
    return new


def layer__two_maps(maps, features):
    return [(filter_image(maps[0], f[0]) + filter_image(maps[1], f[1])) / 2 for f in features]


def layer__three_features(maps, features):
    return [sum(filter_image(m, f) for m, f in zip(maps, features[n])) / len(maps) for n in range(3)]


def layer__summed_maps(maps, features):
    return [filter_image(maps.sum(axis=0), feature.sum(axis=0)) for feature in features]


def layer__total_added(maps, features):
    total = 0
    for feature in features:
        for m, f in zip(maps, feature):
            total = total + filter_image(m, f)
    return total / len(maps)


def layer__nine(maps, features):
    return [sum(filter_image(m, f) for m, f in zip(maps, feature)) / 9 for feature in features]


def layer__by_feature_len(maps, features):
    return [sum(filter_image(m, f) for m, f in zip(maps, feature)) / len(feature[0]) for feature in features]


def layer__running(maps, features):
    new = []
    for feature in features:
        total = 0
        for m, f in zip(maps, feature):
            total = (total + filter_image(m, f)) / len(maps)
        new.append(total)
    return new


def layer__append_inside(maps, features):
    new = []
    for feature in features:
        total = 0
        for m, f in zip(maps, feature):
            total = total + filter_image(m, f)
            new.append(total / len(maps))
    return new


def layer__append_last(maps, features):
    new = []
    for feature in features:
        total = 0
        for m, f in zip(maps, feature):
            total = total + filter_image(m, f)
    new.append(total / len(maps))
    return new


def layer__plus_equal(maps, features):
    new = []
    for feature in features:
        total = 0
        for m, f in zip(maps, feature):
            total = +filter_image(m, f)
        new.append(total / len(maps))
    return new


def layer__relu_after(maps, features):
    return np.maximum(filter_maps(maps, features), 0)


def layer__swapped(maps, features):
    return np.array([[filter_image(m, f) for f in features[:, 0]] for m in maps]).mean(0)


def patch__distance(patch, feature):
    return 1 - np.abs(patch - feature).mean()


def patch__plus(patch, feature):
    return patch + feature


def patch__equal_all(patch, feature):
    return np.array_equal(patch, feature)


def patch__rows(patch, feature):
    return [(a * b).sum() for a, b in zip(patch, feature)]


def filter__swapped_zeros(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[1] - columns + 1, image.shape[0] - rows + 1))
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__range_image(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for r in range(image.shape[0]):
        for c in range(image.shape[1]):
            m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__append_not_indented(image, feature):
    rows, columns = feature.shape
    m = []
    for r in range(image.shape[0] - rows + 1):
        line = []
        for c in range(image.shape[1] - columns + 1):
            line.append((image[r : r + rows, c : c + columns] * feature).mean())
    m.append(line)
    return m


def filter__line_append_out(image, feature):
    rows, columns = feature.shape
    m = []
    for r in range(image.shape[0] - rows + 1):
        line = []
        for c in range(image.shape[1] - columns + 1):
            value = (image[r : r + rows, c : c + columns] * feature).mean()
        line.append(value)
        m.append(line)
    return m


def filter__value_list_in_list(image, feature):
    rows, columns = feature.shape
    return [
        [[(image[r : r + rows, c : c + columns] * feature).mean()] for c in range(image.shape[1] - columns + 1)]
        for r in range(image.shape[0] - rows + 1)
    ]


def filter__same_row(image, feature):
    rows, columns = feature.shape
    return [
        [(image[0:rows, c : c + columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]
        for r in range(image.shape[0] - rows + 1)
    ]


def filter__same_col(image, feature):
    rows, columns = feature.shape
    return [
        [(image[r : r + rows, 0:columns] * feature).mean() for c in range(image.shape[1] - columns + 1)]
        for r in range(image.shape[0] - rows + 1)
    ]


def filter__diag(image, feature):
    rows, columns = feature.shape
    return [(image[r : r + rows, r : r + columns] * feature).mean() for r in range(image.shape[0] - rows + 1)]


def filter__pad_same(image, feature):
    return filter_image(np.pad(image, 1), feature)


def filter__image_returned(image, feature):
    return image


def filter__copy(image, feature):
    new = image.copy()
    rows, columns = feature.shape
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            new[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return new


def filter__in_image(image, feature):
    rows, columns = feature.shape
    for r in range(image.shape[0] - rows + 1):
        for c in range(image.shape[1] - columns + 1):
            image[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return image


def patch__right_mean(patch, feature):
    return np.mean(patch * feature)


def patch__right_loops(patch, feature):
    total = 0
    for row in range(len(feature)):
        for column in range(len(feature[0])):
            total += patch[row, column] * feature[row, column]
    return total / (len(feature) * len(feature[0]))


def row__right_list(image, feature, row):
    rows, columns = feature.shape
    values = []
    for start in range(0, image.shape[1] - columns + 1):
        patch = image[row : row + rows, start : start + columns]
        values.append((patch * feature).sum() / (rows * columns))
    return values


def row__right_array(image, feature, row):
    return filter_image(image, feature)[row, :]


def filter__right_nested(image, feature):
    high, wide = feature.shape
    rows = []
    for top in range(len(image) - high + 1):
        line = []
        for left in range(len(image[0]) - wide + 1):
            line.append(np.mean(image[top : top + high, left : left + wide] * feature))
        rows.append(line)
    return rows


def filter__right_windows(image, feature):
    windows = np.lib.stride_tricks.sliding_window_view(image, feature.shape)
    return np.einsum("rcij,ij->rc", windows, feature) / feature.size


def layer__right_loops(maps, features):
    made = []
    for feature in features:
        total = 0
        for n in range(len(maps)):
            total = total + filter_image(maps[n], feature[n])
        made.append(total / len(maps))
    return made


def layer__right_mean(maps, features):
    return np.array([np.mean([filter_image(m, f) for m, f in zip(maps, feature)], axis=0) for feature in features])


def patch__right_einsum(patch, feature):
    return np.einsum("rc,rc->", patch, feature) / feature.size


def patch__right_float32(patch, feature):
    return np.float32((patch * feature).mean())


def patch__right_filter(patch, feature):
    return filter_image(patch, feature)[0, 0]


def patch__right_lists(patch, feature):
    return sum(a * b for p, f in zip(patch.tolist(), feature.tolist()) for a, b in zip(p, f)) / feature.size


def row__right_einsum(image, feature, row):
    windows = np.lib.stride_tricks.sliding_window_view(image, feature.shape)[row]
    return np.einsum("crk,rk->c", windows, feature).astype("float32") / feature.size


def filter__right_float32(image, feature):
    rows, columns = feature.shape
    m = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1), dtype=np.float32)
    for r, c in np.ndindex(m.shape):
        m[r, c] = (image[r : r + rows, c : c + columns] * feature).mean()
    return m


def filter__right_sum_of_shifts(image, feature):
    rows, columns = feature.shape
    high, wide = image.shape[0] - rows + 1, image.shape[1] - columns + 1
    total = 0
    for a in range(rows):
        for b in range(columns):
            total = total + image[a : a + high, b : b + wide] * feature[a, b]
    return total / feature.size


def filter__right_tensordot(image, feature):
    windows = np.lib.stride_tricks.sliding_window_view(image, feature.shape)
    return np.tensordot(windows, feature, 2) / feature.size


def layer__right_package(maps, features):
    return filter_maps(maps, features)


def layer__right_float32(maps, features):
    return filter_maps(maps, features).astype(np.float32)


def layer__right_dict(maps, features):
    return [
        sum(filter_image(maps[n], features[k][n]) / len(maps) for n in range(len(maps))) for k in range(len(features))
    ]


def patch__rows_squared(patch, feature):
    return (patch * feature).sum() / len(feature) ** 2


def filter__feature_on_its_side(image, feature):
    return filter_image(image, feature.T)


def layer__nine_every_time(maps, features):
    return filter_maps(maps, features) * features[0].size / 9


def filter__right_columns_first(image, feature):
    rows, columns = feature.shape
    values = np.empty((len(image) - rows + 1, len(image[0]) - columns + 1))
    for column in range(len(values[0])):
        for row in range(len(values)):
            values[row, column] = (image[row : row + rows, column : column + columns] * feature).mean()
    return values
