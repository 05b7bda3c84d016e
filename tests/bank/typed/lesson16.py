"""Answers to lesson 16 as beginners type them: each named after its exercise and its slip, or after `right`."""

import numpy as np

from xo.filtering import filter_image


def place__sum(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum()


def place__one_map_divided(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / side**2


def place__divided_by_side(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / side


def place__divided_by_maps(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / len(maps)


def place__divided_by_three(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / 3


def place__divided_by_27(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / 27


def place__divided_by_9(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / 9


def place__divided_by_picture(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / maps.size


def place__divided_by_weights(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / feature.sum()


def place__side_of_maps(maps, feature, row, column):
    side = feature.shape[0]
    return (maps[:, row : row + side, column : column + side] * feature).mean()


def place__side_is_three(maps, feature, row, column):
    return (maps[:, row : row + 3, column : column + 3] * feature).mean()


def place__len_of_feature(maps, feature, row, column):
    side = len(feature)
    patch = maps[:, row : row + side, column : column + side]
    return (patch * feature).sum() / feature.size


def place__one_pixel(maps, feature, row, column):
    return (maps[:, row, column] * feature).sum() / feature.size


def place__one_pixel_mean(maps, feature, row, column):
    return maps[:, row, column].mean()


def place__three_maps(maps, feature, row, column):
    side, total = feature.shape[1], 0
    for number in range(3):
        total += (maps[number, row : row + side, column : column + side] * feature[number]).sum()
    return total / feature.size


def place__first_map(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[0, row : row + side, column : column + side] * feature[0]).mean()


def place__first_map_all_slices(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[0, row : row + side, column : column + side] * feature).mean()


def place__first_slice(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature[0]).mean()


def place__last_map(maps, feature, row, column):
    side = feature.shape[1]
    for layer, part in zip(maps, feature):
        total = (layer[row : row + side, column : column + side] * part).sum()
    return total / feature.size


def place__return_in_loop(maps, feature, row, column):
    side, total = feature.shape[1], 0
    for layer, part in zip(maps, feature):
        total += (layer[row : row + side, column : column + side] * part).sum()
        return total / feature.size


def place__of_each_map(maps, feature, row, column):
    side = feature.shape[1]
    return [(m[row : row + side, column : column + side] * f).mean() for m, f in zip(maps, feature)]


def place__sum_of_each_map(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum((1, 2))


def place__sum_of_means(maps, feature, row, column):
    side = feature.shape[1]
    return sum((m[row : row + side, column : column + side] * f).mean() for m, f in zip(maps, feature))


def place__over_maps(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).mean(axis=0)


def place__sum_over_maps(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum(axis=0)


def place__best_map(maps, feature, row, column):
    side = feature.shape[1]
    return max((m[row : row + side, column : column + side] * f).mean() for m, f in zip(maps, feature))


def place__largest_product(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).max()


def place__exchanged(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, column : column + side, row : row + side] * feature).mean()


def place__from_one(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row - 1 : row - 1 + side, column - 1 : column - 1 + side] * feature).mean()


def place__one_on(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row + 1 : row + 1 + side, column + 1 : column + 1 + side] * feature).mean()


def place__around(maps, feature, row, column):
    return (maps[:, row - 1 : row + 2, column - 1 : column + 2] * feature).mean()


def place__too_small(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side - 1, column : column + side - 1] * feature).mean()


def place__no_colon(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[row : row + side, column : column + side] * feature).mean()


def place__brackets(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:][row : row + side][column : column + side] * feature).mean()


def place__rows_only(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side] * feature).mean()


def place__ends(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row:side, column:side] * feature).mean()


def place__patch(maps, feature, row, column):
    side = feature.shape[1]
    return maps[:, row : row + side, column : column + side]


def place__patch_mean(maps, feature, row, column):
    side = feature.shape[1]
    return maps[:, row : row + side, column : column + side].mean()


def place__products(maps, feature, row, column):
    side = feature.shape[1]
    return maps[:, row : row + side, column : column + side] * feature


def place__added(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] + feature).mean()


def place__matrix_product(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] @ feature).mean()


def place__rounded(maps, feature, row, column):
    side = feature.shape[1]
    return round((maps[:, row : row + side, column : column + side] * feature).mean(), 2)


def place__print(maps, feature, row, column):
    side = feature.shape[1]
    print((maps[:, row : row + side, column : column + side] * feature).mean())


def place__mean_map(maps, feature, row, column):
    side = feature.shape[1]
    return (maps.mean(0)[row : row + side, column : column + side] * feature.mean(0)).mean()


def place__grey(maps, feature, row, column):
    side = feature.shape[1]
    return (maps.mean(0)[row : row + side, column : column + side] * feature).mean()


def place__turned(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature[:, ::-1, ::-1]).mean()


def place__whole_map(maps, feature, row, column):
    return sum(filter_image(m, f) for m, f in zip(maps, feature)) / len(maps)


def place__filtered_added(maps, feature, row, column):
    return sum(filter_image(m, f)[row, column] for m, f in zip(maps, feature))


def numbers__no_bias(features, maps, side):
    return features * maps * side * side


def numbers__no_maps(features, maps, side):
    return features * (side * side + 1)


def numbers__one_feature(features, maps, side):
    return maps * side * side + 1


def numbers__one_bias(features, maps, side):
    return features * maps * side * side + 1


def numbers__brackets(features, maps, side):
    return features * maps * (side * side + 1)


def numbers__side(features, maps, side):
    return features * maps * side + features


def numbers__twice_side(features, maps, side):
    return features * (maps * 2 * side + 1)


def numbers__nine(features, maps, side):
    return features * (maps * 9 + 1)


def numbers__three_maps(features, maps, side):
    return features * (3 * side**2 + 1)


def numbers__added(features, maps, side):
    return features + maps + side * side + 1


def numbers__maps_added(features, maps, side):
    return features * (maps + side * side + 1)


def numbers__features_plus_maps(features, maps, side):
    return (features + maps) * side * side + features


def numbers__bias_for_pixels(features, maps, side):
    return features * (maps * side * side + side * side)


def numbers__bias_of_maps(features, maps, side):
    return features * maps * side * side + maps


def numbers__cubed(features, maps, side):
    return features * (side**3 + 1)


def numbers__maps_squared(features, maps, side):
    return features * ((maps * side) ** 2 + 1)


def numbers__caret(features, maps, side):
    return features * (maps * side ^ 2 + 1)


def numbers__no_features(features, maps, side):
    return maps * side * side + features


def numbers__print(features, maps, side):
    print(features * (maps * side * side + 1))


def numbers__lesson(features, maps, side):
    return 76


def numbers__call(features, maps, side):
    return features(maps * side * side + 1)


def numbers__list(features, maps, side):
    return [features, maps, side, side]


def numbers__biased_once_more(features, maps, side):
    return features * (maps * side * side + 1) + 1


def numbers__both(features, maps, side):
    return features * maps * side * side, features


def place__right_loops(maps, feature, row, column):
    total = 0
    for m in range(len(maps)):
        for r in range(len(feature[m])):
            for c in range(len(feature[m][r])):
                total += maps[m][row + r][column + c] * feature[m][r][c]
    return total / feature.size


def place__right_zip(maps, feature, row, column):
    rows, columns = feature.shape[1:]
    products = [m[row : row + rows, column : column + columns] * f for m, f in zip(maps, feature)]
    return np.mean(products)


def place__right_filter(maps, feature, row, column):
    return np.mean([filter_image(m, f)[row, column] for m, f in zip(maps, feature)])


def place__right_counts(maps, feature, row, column):
    side = feature.shape[1]
    return (maps[:, row : row + side, column : column + side] * feature).sum() / (len(maps) * side * side)


def numbers__right_power(features, maps, side):
    return features * maps * side**2 + features


def numbers__right_brackets(features, maps, side):
    return (side * side * maps + 1) * features


def numbers__right_loop(features, maps, side):
    total = 0
    for _ in range(features):
        for _ in range(maps):
            total += side * side
        total += 1
    return total
