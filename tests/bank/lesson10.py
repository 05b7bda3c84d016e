"""Right and wrong answers that learners may give in lesson 10."""

import numpy as np


def multiplications_with_loops(features, maps, pixels, size):
    total = 0
    for _ in range(size - pixels + 1):
        for _ in range(size - pixels + 1):
            total += features * maps * pixels**2
    return total


def choose_with_a_loop(seen, unseen):
    best, best_mean = None, -1
    for name in unseen:
        if np.mean(unseen[name]) > best_mean:
            best, best_mean = name, np.mean(unseen[name])
    return best


def choose_with_care(seen, unseen):
    return max(unseen, key=lambda name: np.mean(unseen[name]) - np.std(unseen[name]))


BANK = {
    "10.numbers": {
        "right": [
            lambda features, maps, pixels: features * maps * pixels**2 + features,
            lambda features, maps, pixels: sum(maps * pixels**2 + 1 for _ in range(features)),
        ],
        "wrong": [
            (lambda features, maps, pixels: features * pixels**2 + features, "looks at all the maps"),
            (lambda features, maps, pixels: features * pixels**2, "the maps and the biases"),
            (lambda features, maps, pixels: maps * features * pixels**2, "forgot the biases"),
            (lambda features, maps, pixels: maps * features * pixels**2 + 1, "one bias for the whole layer"),
            (lambda features, maps, pixels: maps * pixels**2 + 1, "a single feature"),
            (lambda features, maps, pixels: features * maps * pixels**3, "expected"),
        ],
    },
    "10.multiplications": {
        "right": [
            multiplications_with_loops,
            lambda features, maps, pixels, size: (1 + size - pixels) ** 2 * pixels**2 * maps * features,
        ],
        "wrong": [
            (lambda features, maps, pixels, size: size**2 * features * maps * pixels**2, "fits only 7 times"),
            (lambda features, maps, pixels, size: (size - pixels) ** 2 * features * maps * pixels**2, "lost one place"),
            (lambda features, maps, pixels, size: (size - pixels + 1) ** 2 * features * pixels**2, "all the maps"),
            (lambda features, maps, pixels, size: (size - pixels + 1) ** 2 * features, "those are the matches"),
            (lambda features, maps, pixels, size: features * maps * pixels**2, "used at every place"),
            (
                lambda features, maps, pixels, size: features * (1 + maps * pixels**2 * (size - pixels + 1) ** 2),
                "costs no multiplication",
            ),
            (
                lambda features, maps, pixels, size: features * (1 + maps * pixels**2) * (size - pixels + 1) ** 2,
                "at whatever place",
            ),
            (lambda features, maps, pixels, size: features + maps + pixels + size, "expected"),
        ],
    },
    "10.choose": {
        "right": [choose_with_a_loop, lambda seen, unseen: sorted(unseen, key=lambda name: -sum(unseen[name]))[0]],
        "wrong": [
            (lambda seen, unseen: max(seen, key=lambda name: sum(seen[name])), "learned from"),
            (lambda seen, unseen: max(unseen, key=lambda name: unseen[name][0]), "single seed"),
            (lambda seen, unseen: max(unseen, key=lambda name: max(unseen[name])), "rewards luck"),
            (lambda seen, unseen: min(unseen, key=lambda name: sum(unseen[name])), "the worst design"),
            (lambda seen, unseen: max(map(np.mean, unseen.values())), "Return the name"),
            (lambda seen, unseen: list(unseen)[0], "the first name"),
            (lambda seen, unseen: max(unseen, key=lambda name: unseen[name][-1]), "the last seed"),
            (lambda seen, unseen: max(unseen, key=lambda name: np.median(unseen[name])), "the median"),
            (lambda seen, unseen: min(unseen, key=lambda name: np.ptp(unseen[name])), "Steady and bad"),
            (lambda seen, unseen: min(unseen, key=lambda name: sum(seen[name]) - sum(unseen[name])), "differ least"),
            (lambda seen, unseen: max(unseen, key=lambda name: min(unseen[name])), "worst seed of each"),
            (lambda seen, unseen: min(unseen, key=lambda name: min(unseen[name])), "worst seed of all"),
            (choose_with_care, "the spread away"),
            (lambda seen, unseen: sorted(unseen)[1], "yours 'heart', expected 'small'"),
        ],
    },
}
