"""Answers to lesson 2 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np

from xo.filtering import filter_image


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
