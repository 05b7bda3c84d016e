"""The exercises of lesson 5: rows of a map and of a stack, one feature over all maps, the patch of a cell."""

import numpy as np

from xo.checks.exercise import Exercise, spoilt
from xo.checks.slices import ONE_FEATURE, of_each
from xo.filtering import FEATURES, filter_image
from xo.images import X, read_image

L = read_image("#..\n#..\n###")
GREY = np.round(np.sin(np.arange(30.0)).reshape(5, 6), 2)


def filtered_rows(rows, feature):
    return rows - feature + 1


def rows_after(rows, layers):
    for layer in layers:
        rows = rows - 2 if layer == "C" else (rows + 1) // 2
    return rows


def filter_stack(maps, feature):
    return sum(filter_image(one_map, part) for one_map, part in zip(maps, feature, strict=True)) / len(maps)


def patch_behind(row, layers):
    first = last = row
    for layer in reversed(layers):
        if layer == "C":
            last = last + 2
        else:
            first, last = 2 * first, 2 * last + 1
    return first, last


EDGE = "Count the places of a feature of 3 in 4 rows: it can start at row 0 or at row 1, so 2 places."
FILTERED = Exercise(
    "05.filtered",
    right=filtered_rows,
    cases=[(9, 3), (28, 5), (7, 7), (100, 1), (9, 2)],
    mistakes=[
        (f"you are off by one: the last place counts as well. {EDGE}", lambda rows, feature: rows - feature),
        (f"that is one place too many. {EDGE}", lambda rows, feature: rows - feature + 2),
        (f"that is two places too few. {EDGE}", lambda rows, feature: rows - feature - 1),
        ("you took 2 away every time. That is right for features of 3 rows only.", lambda rows, feature: rows - 2),
        (
            "you laid the features side by side. They move on by one row, so that their patches overlap.",
            lambda rows, feature: rows // feature,
        ),
        ("you gave a map as large as the picture. The feature must not hang over the edge.", lambda rows, _: rows),
        (
            "you added where the map should shrink: the feature stays inside the picture.",
            lambda rows, feature: rows + feature - 1,
        ),
        (
            "you took one half of the feature away. It stays inside at the top *and* at the bottom.",
            lambda rows, feature: rows - feature // 2,
            lambda rows, feature: rows - (feature - 1) / 2,
            lambda rows, feature: rows - (feature - 1) // 2,
        ),
        (
            "you took the whole feature away, and that twice. Only what hangs over is lost.",
            lambda rows, feature: rows - 2 * feature,
        ),
        (
            "you laid the features side by side, the last one over the edge. They move on by one row at a time.",
            lambda rows, feature: -(-rows // feature),
        ),
        ("you took half a feature away, and half rows there are none.", lambda rows, feature: rows - feature / 2),
        ("you added where the map should shrink.", lambda rows, feature: rows + feature + 1),
        ("you took the picture away from the feature: it is the other way round.", lambda r, f: f - r + 1),
        ("you multiplied. How many rows are left when the feature stays inside?", lambda rows, feature: rows * feature),
        ("you counted all the places, in rows and columns. Only the rows are asked.", lambda r, f: (r - f + 1) ** 2),
        ("you laid the features side by side, and cut them. They move on by one row.", lambda r, f: r / f),
        ("you squared the feature's rows. Only rows are asked.", lambda rows, feature: rows - feature**2 + 1),
        ("you moved on by 2. A feature is tried at every row.", lambda rows, feature: (rows - feature) // 2 + 1),
        ("`%` gives the rest. At how many rows can the feature begin?", lambda rows, feature: rows % feature),
        (
            "you took the feature away twice. It stays inside: once is enough.",
            lambda rows, feature: rows - 2 * feature + 1,
        ),
        ("you took the mean of the two. How much does the feature take away?", lambda rows, f: (rows + f) / 2),
        (
            "you took the rows that hang over away at both ends. They do at the lower one only.",
            lambda rows, feature: rows - 2 * (feature - 1),
        ),
        (
            "those are the rows at which the feature can begin. How many are there?",
            lambda rows, feature: list(range(rows - feature + 1)),
        ),
        ("you gave rows and columns. Only the rows are asked.", lambda r, f: (r - f + 1, r - f + 1)),
        (
            "you took half of the feature away at each end. A feature of 2 has no middle row: try it in 9 rows.",
            lambda rows, feature: rows - 2 * (feature // 2),
        ),
    ],
    hints=[
        "9 rows and a feature of 3 leave 7. And 3 rows and a feature of 3?",
        "The top row of the feature can lie on row 0, and at the latest on row `rows - feature`.",
    ],
    praise="7 for our pictures; and a feature as large as the picture fits once.",
)


def _sizes(filtered=2, halve=lambda rows: (rows + 1) // 2):
    """Other rules for the rows that a feature takes away, or that pooling leaves."""

    def rows_left(rows, layers):
        for layer in layers:
            rows = rows - filtered if layer == "C" else halve(rows)
        return rows

    return rows_left


def _swapped(right):
    """Convolutions taken for poolings, and the other way round."""
    return lambda rows, layers: right(rows, layers.translate(str.maketrans("CP", "PC")))


ROWS = Exercise(
    "05.rows_after",
    right=rows_after,
    cases=[(9, "C"), (9, "CPP"), (7, "P"), (9, "PCP"), (28, "CPCPP"), (31, "PPC")],
    mistakes=[
        (
            "you halved all at once, after all convolutions. The order matters, and each pooling rounds up by itself.",
            lambda rows, layers: (rows - 2 * layers.count("C")) // 2 ** layers.count("P"),
            lambda rows, layers: (rows - 2 * layers.count("C")) / 2 ** layers.count("P"),
        ),
        (
            "your last window fell off the edge. It may hang over: 7 rows become 4, not 3.",
            _sizes(halve=lambda rows: rows // 2),
        ),
        ("a feature of 3 by 3 takes 2 rows away, not 3: it fits into 9 rows at 7 places.", _sizes(filtered=3)),
        ("a feature of 3 by 3 takes 2 rows away, not 1: one at the top and one at the bottom.", _sizes(filtered=1)),
        ("your convolutions take no rows away. A feature of 3 fits into 9 rows at 7 places only.", _sizes(filtered=0)),
        (
            "you have half rows. A last window that hangs over gives a whole row: round up.",
            _sizes(halve=lambda rows: rows / 2),
        ),
        (
            "you went through the layers from the last to the first. The picture meets the first one first.",
            lambda rows, layers: rows_after(rows, layers[::-1]),
        ),
        (
            "you stopped after the first layer: is your `return` inside the loop?",
            lambda rows, layers: rows_after(rows, layers[:1]),
        ),
        (
            "you stopped at the first pooling: is `return` inside the loop, in your `else`?",
            lambda rows, layers: rows_after(rows, layers[: layers.find("P") + 1] or layers),
        ),
        (
            "only your last layer counts: each one should take the rows that the one before left.",
            lambda rows, layers: rows_after(rows, layers[-1]),
        ),
        (
            "you gave the rows after every layer. The last one is enough.",
            lambda rows, layers: [rows_after(rows, layers[:count]) for count in range(len(layers) + 1)],
            lambda rows, layers: [rows_after(rows, layers[: count + 1]) for count in range(len(layers))],
        ),
        (
            "your poolings take 1 row away. A window of 2 with stride 2 leaves about half.",
            _sizes(halve=lambda rows: rows - 1),
        ),
        ("you took `C` for a pooling and `P` for a convolution.", _swapped(rows_after)),
        ("you gave the rows back as they came: change `rows` inside the loop.", lambda rows, layers: rows),
        (
            "you rounded to the nearest whole number (Python rounds 4.5 to 4). A last window counts whole: round up.",
            _sizes(halve=lambda rows: round(rows / 2)),
        ),
        (
            "an even number of rows needs no window more: 4 rows become 2, not 3.",
            _sizes(halve=lambda rows: rows // 2 + 1),
        ),
        (
            "your poolings leave all rows. Is `rows =` missing, or brackets? In `rows + 1 // 2` only the 1 is divided.",
            _sizes(halve=lambda rows: rows),
        ),
        (
            "every layer pools. Is `layer` the letter `C`, a capital, when you compare it?",
            lambda rows, layers: rows_after(rows, "P" * len(layers)),
        ),
        (
            "`=- 2` sets the rows to −2; `-= 2` takes 2 away.",
            lambda rows, layers: (
                rows_after(-2, layers[layers.rindex("C") + 1 :]) if "C" in layers else rows_after(rows, layers)
            ),
        ),
        (
            "a convolution pools as well: is an `else` missing?",
            lambda rows, layers: rows_after(rows, layers.replace("C", "CP")),
        ),
        (
            "you took the window's 2 rows away before halving. How many windows stand side by side?",
            _sizes(halve=lambda rows: -(-(rows - 2) // 2)),
        ),
        (
            'you asked whether there is a C at all, in every round. Compare each `layer` with "C".',
            lambda rows, layers: rows - 2 * len(layers) if "C" in layers else rows_after(rows, layers),
        ),
        (
            "each kind of layer was taken once. Go through all the letters.",
            lambda rows, layers: rows_after(rows, "".join(kind for kind in "CP" if kind in layers)),
        ),
        ("your poolings leave a fourth. One side is halved.", _sizes(halve=lambda rows: (rows + 3) // 4)),
        ("your convolutions add rows. The feature stays inside, so that the map shrinks.", _sizes(filtered=-2)),
        ("your poolings double the rows. They halve them.", _sizes(halve=lambda rows: 2 * rows)),
        (
            "you did all convolutions first. The order of the layers matters: take them one by one.",
            lambda rows, layers: rows_after(rows, "".join(sorted(layers))),
        ),
        (
            "every layer takes 2 rows away, the poolings as well. Is your `if` always true?",
            lambda rows, layers: rows - 2 * len(layers),
        ),
        (
            "you compared the whole text with a letter. Go through its letters, one after the other.",
            lambda rows, layers: rows_after(rows, layers if layers == "C" else "P"),
        ),
        (
            "you compared the whole text with a letter. Compare each `layer` of the loop.",
            lambda rows, layers: rows_after(rows, layers if layers == "C" else "P" * len(layers)),
        ),
    ],
    hints=[
        "Change `rows` once for each letter: one line for C, one for P.",
        "Pooling leaves half, rounded up. `(rows + 1) // 2` does that with whole numbers.",
    ],
    praise="with these two rules you can follow the size through any such stack.",
)

MAPS = np.stack([GREY, -GREY[::-1], GREY[:, ::-1] ** 2])
DEEP = np.stack([L, FEATURES[1] * 2, L.T - 1])


STACK = Exercise(
    "05.stack",
    right=filter_stack,
    cases=[(MAPS, DEEP), (np.stack([X, X.T, -X, X[::-1]]), np.stack([L, FEATURES[0], L[::-1], FEATURES[2]]))],
    mistakes=[
        *ONE_FEATURE,
        ("you took three maps every time. How many came in?", of_each(lambda each: each[:3].sum(0) / 3)),
        ("you took three maps every time, and did not divide.", of_each(lambda each: each[:3].sum(0))),
    ],
    hints=[
        "`zip(maps, feature)` pairs each map with its slice. What should happen to the filtered maps?",
        "Add up the filtered maps. Each was divided by 9, the pixels of one slice. How many slices are there?",
    ],
    praise="one feature, all the maps, one new map.",
)


def _walk(below=2, above=0, pooled=lambda first, last: (2 * first, 2 * last + 1), after=0):
    """Other rules for the rows that a feature sees besides its own, for those that a window sees, or for the start.

    after: how far behind the cell's own row the last one begins
    """

    def patch(row, layers):
        first, last = row, row + after
        for layer in reversed(layers):
            first, last = (first - above, last + below) if layer == "C" else pooled(first, last)
        return first, last

    return patch


def _from_row(row, layers):
    """Each layer begins with the row of the cell again."""
    first = last = row
    for layer in reversed(layers):
        if layer == "C":
            last = row + 2
        else:
            first, last = 2 * row, 2 * row + 1
    return first, last


PATCH = Exercise(
    "05.patch",
    right=patch_behind,
    cases=[(0, "CPP"), (1, "CPP"), (2, "C"), (3, "P"), (1, "PC"), (2, "CPCP")],
    mistakes=[
        (
            "you walked from the picture to the cell. Start at the cell, with the last layer, and walk back.",
            lambda row, layers: patch_behind(row, layers[::-1]),
        ),
        ("a feature of 3 sees its own row and 2 more, not 3 more.", _walk(below=3)),
        ("a feature of 3 sees its own row and 2 more, not 1 more.", _walk(below=1)),
        ("your features see one row only: a feature of 3 sees 3.", _walk(below=0)),
        (
            "a window sees two rows: row 3 of a pooled map saw rows 6 *and* 7.",
            _walk(pooled=lambda first, last: (2 * first, 2 * last)),
        ),
        (
            "your windows move on by 1. With stride 2, row 3 of a pooled map saw rows 6 and 7.",
            _walk(pooled=lambda first, last: (first, last + 1)),
        ),
        (
            "your windows end one row too late: row 3 of a pooled map saw rows 6 and 7.",
            _walk(pooled=lambda first, last: (2 * first, 2 * last + 2)),
        ),
        (
            "you gave how many rows the cell sees. Give the first and the last one, counted from 0.",
            spoilt(patch_behind, lambda ends: np.ptp(ends) + 1),
        ),
        (
            "your last row is one too far: give the last row that the cell still sees.",
            spoilt(patch_behind, lambda ends: (ends[0], ends[1] + 1)),
        ),
        (
            "you gave first row and number of rows. Give first and last row, counted from 0.",
            spoilt(patch_behind, lambda ends: (ends[0], np.ptp(ends) + 1)),
        ),
        (
            "you went one row up and one down. Row r of the map saw rows r to r + 2: its own and the two below.",
            _walk(below=1, above=1),
        ),
        ("you took `C` for a pooling and `P` for a convolution.", _swapped(patch_behind)),
        (
            "you changed `first` before you worked out `last` with it. Change both in one line, or `last` first.",
            _walk(pooled=lambda first, last: (2 * first, 4 * first + 1)),
        ),
        (
            "you gave every row between. Give the first and the last one.",
            spoilt(patch_behind, lambda ends: list(range(ends[0], ends[1] + 1))),
        ),
        (
            "you halved where the way back doubles: row 3 of a pooled map saw rows 6 and 7.",
            _walk(pooled=lambda first, last: (first / 2, (last + 1) / 2)),
        ),
        ("a feature sees its own row and the 2 *below* it, not above.", _walk(below=0, above=2)),
        (
            "the first row must be doubled only: row 3 of a pooled map saw rows 6 and 7.",
            _walk(pooled=lambda first, last: (2 * first + 1, 2 * last + 1)),
        ),
        (
            "both ends moved on by 2 at a pooling. They double: row 3 of a pooled map saw rows 6 and 7.",
            _walk(pooled=lambda first, last: (first + 2, last + 2)),
        ),
        (
            "both ends moved on by 1. Row r of the map saw rows r to r + 2: its own and the two below.",
            _walk(below=1, above=-1),
        ),
        ("both ends moved on by 2. The first row that a feature sees is its own.", _walk(above=-2)),
        (
            "the first row must be doubled as well: row 3 saw rows 6 and 7.",
            _walk(pooled=lambda f, last: (f, 2 * last + 1)),
        ),
        (
            "the last row must be doubled as well: row 3 saw rows 6 and 7.",
            _walk(pooled=lambda f, last: (2 * f, last + 1)),
        ),
        (
            "every layer begins with `row` again. Go on from `first` and `last`.",
            _from_row,
        ),
        (
            "you gave last minus first. Give both rows.",
            spoilt(patch_behind, lambda ends: ends[1] - ends[0]),
        ),
        (
            "a convolution doubles as well: is an `else` missing?",
            lambda row, layers: patch_behind(row, layers.replace("C", "PC")),
        ),
        (
            "every layer pools. Is `layer` the letter `C`, a capital, when you compare it?",
            lambda row, layers: patch_behind(row, "P" * len(layers)),
        ),
        (
            "the last layer is missing: you begin at its map, and go back through it first.",
            lambda row, layers: patch_behind(row, layers[:-1][::-1]),
        ),
        ("the first layer is missing: go back to the picture.", lambda row, layers: patch_behind(row, layers[1:])),
        (
            "you keep the row *after* the last one; then a pooling makes 2 × last of it, and 1 less is the answer.",
            _walk(after=1),
        ),
        ("you gave the last row alone. Give the first one as well.", spoilt(patch_behind, lambda ends: ends[1])),
        ("you gave the first row alone. Give the last one as well.", spoilt(patch_behind, lambda ends: ends[0])),
        ("you gave the last row first.", spoilt(patch_behind, lambda ends: ends[::-1])),
        ("you counted the rows from 1. The first one is row 0.", spoilt(patch_behind, lambda ends: np.add(ends, 1))),
        ("you went back through one layer only.", lambda row, layers: patch_behind(row, layers[-1])),
    ],
    hints=[
        "Keep two numbers, `first` and `last`, both `row` at the start. Go through `reversed(layers)`.",
        "C: row r of the map saw rows r to r + 2. P: row r of the pooled map saw rows 2r and 2r + 1.",
    ],
    praise="that is how far a cell can see; the columns go the same way.",
)

EXERCISES = [FILTERED, ROWS, STACK, PATCH]
