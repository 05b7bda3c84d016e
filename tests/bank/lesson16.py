"""Right and wrong answers that learners may give in lesson 16."""

import numpy as np

from xo.filtering import filter_maps


def place_with_loops(maps, feature, row, column):
    total, count = 0, 0
    for number in range(feature.shape[0]):
        for down in range(feature.shape[1]):
            for right in range(feature.shape[2]):
                total += maps[number, row + down, column + right] * feature[number, down, right]
                count += 1
    return total / count


def patch_of(maps, feature, row, column):
    side = feature.shape[-1]
    return maps[:, row : row + side, column : column + side]


def place_turned(maps, feature, row, column):
    return place_with_loops(maps, np.flip(feature, (1, 2)), row, column)


def one_sum(choose):
    return lambda maps, feature, row, column: choose(patch_of(maps, feature, row, column) * feature)


BANK = {
    "16.place": {
        "right": [
            place_with_loops,
            lambda maps, feature, row, column: filter_maps(maps, feature[None])[0, row, column],
            one_sum(np.mean),
            one_sum(lambda products: products.mean((1, 2)).mean()),
            lambda maps, feature, row, column: (
                np.vdot(patch_of(maps, feature, row, column), feature) / np.prod(feature.shape)
            ),
        ],
        "wrong": [
            (one_sum(lambda products: products.sum() / products.shape[1] ** 2), "pixels of one map only"),
            (one_sum(np.sum), "did not divide"),
            (lambda maps, feature, row, column: place_with_loops(maps[:1], feature[:1], row, column), "first map only"),
            (one_sum(lambda products: [layer.mean() for layer in products]), "for each map"),
            (one_sum(lambda products: products.sum(0) / len(products)), "over the maps only"),
            (one_sum(lambda products: max(layer.mean() for layer in products)), "the best map"),
            (
                lambda maps, feature, row, column: place_with_loops(
                    maps.transpose(0, 2, 1), feature.transpose(0, 2, 1), row, column
                ),
                "changed places",
            ),
            (place_turned, "turned the feature over"),
            (lambda maps, feature, row, column: place_with_loops(maps, feature, row + 1, column + 1), "from 1"),
            (one_sum(lambda products: products[:, 0].mean()), "one row"),
            (
                lambda maps, feature, *place: place_with_loops(maps.mean(0)[None], feature.mean(0)[None], *place),
                "mean of the maps",
            ),
            (one_sum(lambda products: products), "one number comes out"),
        ],
    },
    "16.numbers": {
        "right": [
            lambda features, maps, side: features * maps * side**2 + features,
            lambda features, maps, side: np.zeros((features, maps, side, side)).size + np.zeros(features).size,
        ],
        "wrong": [
            (lambda features, maps, side: features * maps * side * side, "left out the biases"),
            (lambda features, maps, side: features * side * side + features, "left out the maps"),
            (lambda features, maps, side: features * maps * side * side + features * maps, "bias for each map"),
            (lambda features, maps, side: maps * side * side + 1, "one feature only"),
            (lambda features, maps, side: features * maps * side * side + 1, "for the whole layer"),
            (lambda features, maps, side: features * maps * side + features, "not `side`"),
            (lambda features, maps, side: features * maps * 2 * side + features, "twice the side"),
            (lambda features, maps, side: features * (3 * side * side + 1), "three maps"),
        ],
    },
}
