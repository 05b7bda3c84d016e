"""The exercises of lesson 10: the bill of a layer before training, and the fair choice after it."""

import numpy as np

from xo.checks.exercise import Exercise


def count_numbers(features, maps, pixels):
    return features * (maps * pixels * pixels + 1)


def count_multiplications(features, maps, pixels, size):
    side = size - pixels + 1
    return features * side * side * maps * pixels * pixels


def choose(seen, unseen):
    means = {name: sum(shares) / len(shares) for name, shares in unseen.items()}
    return max(means, key=means.get)


def _best_by(judge):
    """The name of the design whose shares of unseen images are best. judge: takes the shares of all its seeds"""
    return lambda seen, unseen: max(unseen, key=lambda name: judge(unseen[name]))


def _side(size, pixels):
    return size - pixels + 1


def _with_places(count):
    """The multiplications at another number of places. count: takes the sizes of map and feature"""
    return lambda features, maps, pixels, size: features * maps * pixels**2 * count(size, pixels)


SEVEN = "A feature of 3 fits into 9 cells at 7 places."
NUMBERS = Exercise(
    "10.numbers",
    right=count_numbers,
    cases=[(8, 1, 3), (8, 8, 3), (4, 3, 5), (16, 2, 2)],
    mistakes=[
        (
            "you forgot that a feature looks at all the maps: it has its own pixels for each of them.",
            lambda features, maps, pixels: features * (pixels * pixels + 1),
        ),
        ("you forgot the maps and the biases.", lambda features, maps, pixels: features * pixels * pixels),
        (
            "you forgot the biases: one more number for each feature.",
            lambda features, maps, pixels: features * maps * pixels * pixels,
        ),
        (
            "one bias for the whole layer? Each feature has its own.",
            lambda features, maps, pixels: features * maps * pixels * pixels + 1,
        ),
        (
            "a bias for each map that comes in? It is one for each map that comes *out*, that is, for each feature.",
            lambda features, maps, pixels: features * maps * pixels * pixels + maps,
        ),
        (
            "a bias for every part of a feature? It is added once, to the whole map.",
            lambda features, maps, pixels: features * maps * (pixels * pixels + 1),
        ),
        ("a feature has pixels in rows *and* columns.", lambda features, maps, pixels: features * (maps * pixels + 1)),
        (
            "those are the numbers of a single feature. The layer has several.",
            lambda _, *others: count_numbers(1, *others),
        ),
        (
            "the maps share nothing here: multiply by them, do not add them.",
            lambda features, maps, pixels: features * (pixels * pixels + maps + 1),
        ),
        (
            "a feature has pixels in rows *and* columns, and each feature a bias.",
            lambda features, maps, pixels: features * maps * pixels,
        ),
        (
            "3 rows of 3 are 9 pixels, not 6: rows times columns.",
            lambda features, maps, pixels: features * (maps * 2 * pixels + 1),
        ),
        (
            "every feature has numbers of its own: multiply by the features, do not add them.",
            lambda features, maps, pixels: features + maps * pixels**2 + 1,
        ),
        (
            "features, maps and pixels are multiplied, not added.",
            lambda features, maps, pixels: features + maps + pixels**2 + 1,
        ),
        (
            "the pixels alone are squared, as rows and columns. The maps count once.",
            lambda features, maps, pixels: features * ((maps * pixels) ** 2 + 1),
        ),
        (
            "rows times columns is `pixels` twice; you have it three times.",
            lambda features, maps, pixels: features * (maps * pixels**3 + 1),
        ),
        (
            "each feature has one bias, not two.",
            lambda features, maps, pixels: features * (maps * pixels**2 + 2),
        ),
        (
            "a bias is one number more for each feature, not one less.",
            lambda features, maps, pixels: features * (maps * pixels**2 - 1),
        ),
    ],
    hints=[
        "Count one feature first. It lies on all the maps at once.",
        "How many pixels has one feature on one map, and on all its maps? Mind its bias, and the other features.",
    ],
    praise="8 features of 3 by 3 over 8 maps are 584 numbers with their biases, over one image only 80.",
)

MULTIPLICATIONS = Exercise(
    "10.multiplications",
    right=count_multiplications,
    cases=[(8, 1, 3, 9), (8, 8, 3, 4), (4, 3, 5, 12), (2, 2, 2, 7)],
    mistakes=[
        (
            "that many places there are not: a feature of 3 by 3 fits only 7 times along a side of 9.",
            lambda features, maps, pixels, size: features * maps * (size * pixels) ** 2,
        ),
        (
            "you lost one place along each side: 9 cells, 3 pixels, 7 places.",
            lambda features, maps, pixels, size: features * maps * ((size - pixels) * pixels) ** 2,
        ),
        (
            "the first place counts, so 1 is added: 9 cells, 3 pixels, 9 − 3 + 1 places.",
            lambda features, maps, pixels, size: features * maps * ((size - pixels - 1) * pixels) ** 2,
        ),
        (
            "you forgot that each feature looks at all the maps.",
            lambda features, maps, pixels, size: features * ((size - pixels + 1) * pixels) ** 2,
        ),
        ("you counted one feature. The layer has several.", lambda _, *others: count_multiplications(1, *others)),
        (
            "those are the matches. Each of them takes a multiplication for every pixel of the feature, on every map.",
            lambda features, maps, pixels, size: features * (size - pixels + 1) ** 2,
        ),
        (
            "a bias is added, not multiplied: it costs no multiplication.",
            lambda features, maps, pixels, size: count_multiplications(features, maps, pixels, size) + features,
        ),
        (
            "a bias is added, not multiplied, at whatever place: it costs no multiplication.",
            lambda features, maps, pixels, size: features * (size - pixels + 1) ** 2 * (maps * pixels * pixels + 1),
        ),
        (
            "those are the numbers of the layer. Each of them is used at every place.",
            lambda features, maps, pixels, size: features * maps * pixels * pixels,
        ),
        (
            "rows *and* columns: the feature slides in both directions.",
            lambda features, maps, pixels, size: features * maps * pixels * pixels * (size - pixels + 1),
        ),
        (
            "those are places along two sides, added. Rows *times* columns.",
            _with_places(lambda size, pixels: _side(size, pixels) * 2),
        ),
        (
            "you took 2 from the side every time. That is right for features of 3 by 3 only.",
            _with_places(lambda size, pixels: (size - 2) ** 2),
        ),
        (
            f"that is one place too many along a side. {SEVEN}",
            _with_places(lambda size, pixels: (size - pixels + 2) ** 2),
        ),
        (
            f"you added where the map should shrink. {SEVEN}",
            _with_places(lambda size, pixels: (size + pixels - 1) ** 2),
        ),
        (
            "you laid the features side by side. They move on by one cell, so that their places overlap.",
            _with_places(lambda size, pixels: (size // pixels) ** 2),
        ),
        (
            "you moved the feature on by its own size. It moves by one cell, so that its places overlap.",
            _with_places(lambda size, pixels: ((size - pixels) / pixels + 1) ** 2),
        ),
        (
            "multiplying goes before subtracting: put brackets around the places along a side, then square them.",
            lambda features, maps, pixels, size: features * maps * pixels**2 * size - pixels + 1,
        ),
        (
            "that is one multiplication for each place and map. It takes one for every pixel of the feature there.",
            lambda features, maps, pixels, size: features * maps * _side(size, pixels) ** 2,
        ),
        (
            "a feature has rows *and* columns: `pixels` times `pixels` multiplications at each place of a map.",
            lambda features, maps, pixels, size: features * maps * pixels * _side(size, pixels) ** 2,
        ),
        (
            "maps and pixels are multiplied: every map has all the pixels under the feature.",
            lambda features, maps, pixels, size: features * (maps + pixels**2) * _side(size, pixels) ** 2,
        ),
        (
            "you counted the additions as well. Multiplications only.",
            lambda *given: 2 * count_multiplications(*given),
        ),
        (
            "those are the additions. Of multiplications there is one more at each place.",
            lambda features, maps, pixels, size: features * _side(size, pixels) ** 2 * (maps * pixels**2 - 1),
        ),
        (
            "those are the numbers of the layer, its biases with them. How often is each pixel of a feature used?",
            lambda features, maps, pixels, size: count_numbers(features, maps, pixels),
        ),
    ],
    hints=[
        "At how many places does one feature fit: along a side, and on the whole map?",
        "`size - pixels + 1` places along a side. At each place, every pixel on every map is one multiplication.",
    ],
    praise="you know the bill before anybody has paid.",
)

UNSEEN = {
    "lucky": [0.80, 0.97, 0.85],
    "small": [0.90, 0.93, 0.93],
    "heart": [0.87, 0.88, 0.94],
    "first": [0.94, 0.89, 0.90],
}
SEEN = {"lucky": [0.90, 0.98, 0.95], "small": [0.92, 0.94, 0.94], "heart": [1.0, 1.0, 1.0], "first": [0.95, 0.93, 0.93]}
OTHER = {"c": [0.5, 0.55, 0.75], "b": [0.6, 0.7, 0.7], "a": [0.95, 0.4, 0.5], "d": [0.91, 0.45, 0.4]}
OTHER_SEEN = {"c": [0.75, 0.75, 0.75], "b": [0.77, 0.77, 0.77], "a": [0.78, 0.78, 0.78], "d": [0.8, 0.8, 0.8]}
FIVE = {  # five seeds, and no other rule that we know of chooses "c", as the mean does
    "e": [0.88, 0.88, 0.88, 0.88, 0.89],
    "b": [0.81, 0.92, 0.93, 0.83, 0.85],
    "f": [0.92, 0.89, 0.90, 0.92, 0.91],
    "a": [0.99, 0.86, 0.83, 0.82, 0.93],
    "g": [0.88, 0.90, 0.75, 0.83, 0.71],
    "d": [0.98, 0.97, 0.96, 0.77, 0.84],
    "c": [0.98, 0.95, 0.98, 0.88, 0.80],
    "h": [0.90, 0.90, 0.90, 0.90, 0.94],
    "i": [0.985, 0.98, 0.96, 0.75, 0.75],
}
FIVE_SEEN = {name: [0.92] * 5 for name in FIVE} | {"a": [0.89] * 5, "c": [0.95] * 5, "d": [0.99] * 5}

CHOOSE = Exercise(
    "10.choose",
    right=choose,
    cases=[(SEEN, UNSEEN), (OTHER_SEEN, OTHER), (FIVE_SEEN, FIVE)],
    mistakes=[
        (
            "you chose on the images it learned from. There, whoever learns by heart wins.",
            lambda seen, unseen: choose(unseen, seen),
        ),
        (
            "you chose by a single seed. Another start, another winner: take the mean of all seeds.",
            _best_by(lambda shares: shares[0]),
        ),
        ("you chose by the best seed of each design. That rewards luck: take the mean.", _best_by(max)),
        ("you chose by the last seed only. Take the mean of all.", _best_by(lambda shares: shares[-1])),
        (
            "you chose the steadiest design. Steady and bad is easy, too: take the mean first.",
            _best_by(lambda shares: -np.ptp(shares)),
        ),
        (
            "you chose where seen and unseen differ least. Whoever is bad at both differs little: look at the unseen.",
            lambda seen, unseen: min(unseen, key=lambda name: np.mean(seen[name]) - np.mean(unseen[name])),
        ),
        (
            "you took the median. It does not care how good or bad the other seeds were; the mean does.",
            _best_by(np.median),
        ),
        (
            "you chose by the worst seed of each design. That is careful, but one unlucky seed decides: take the mean.",
            _best_by(min),
        ),
        (
            "you took the spread away from the mean. That is careful; here only the mean counts.",
            _best_by(lambda shares: np.mean(shares) - np.std(shares)),
        ),
        ("that is the design with the worst seed of all.", _best_by(lambda shares: -min(shares))),
        ("that is the worst design.", _best_by(lambda shares: -np.mean(shares))),
        (
            "that is the share. Return the name of the design that has it.",
            lambda seen, unseen: max(np.mean(shares) for shares in unseen.values()),
        ),
        (
            "you gave the place of the best mean in a list. Return the name that belongs to it.",
            lambda seen, unseen: list(unseen).index(choose(seen, unseen)),
        ),
        (
            "`for name, shares in unseen` takes a name apart; `unseen.items()` gives names *and* shares.",
            lambda seen, unseen: [name for name, shares in unseen],
        ),
        (
            "you took three seeds every time. How many there are, `len(...)` tells.",
            _best_by(lambda shares: sum(shares[:3])),
        ),
        (
            "`max` of a dictionary takes the name that is last in the alphabet. Compare the means: `key=` says how.",
            lambda seen, unseen: max(unseen),
        ),
        (
            "you gave the last name. Do you keep the best mean so far, and the name with it?",
            lambda seen, unseen: list(unseen)[-1],
        ),
        (
            "you gave the first name: does `return` stand inside the loop?",
            lambda seen, unseen: list(unseen)[0],
        ),
        (
            "you chose where seen and unseen differ most. That is learning by heart: look at the unseen.",
            lambda seen, unseen: max(unseen, key=lambda name: np.mean(seen[name]) - np.mean(unseen[name])),
        ),
        ("that is the list of the best design. Return its name.", lambda seen, unseen: unseen[choose(seen, unseen)]),
        (
            "you mixed seen and unseen images. Only images that nobody learned from may judge.",
            lambda seen, unseen: choose(seen, {name: [*seen[name], *unseen[name]] for name in seen}),
        ),
    ],
    hints=[
        "Which of the two dictionaries may judge? And what do you do with several seeds?",
        "One number for each design first, in which all its seeds count. Then which name has the largest?",
    ],
    praise="held-out images judge, and all the seeds have a say. Look at the spread before you believe a small lead.",
)

EXERCISES = [NUMBERS, MULTIPLICATIONS, CHOOSE]
