"""Postcards: a 9 by 9 black-and-white drawing is 81 bits, few enough to read aloud as a code of 18 signs.

The pixels, row by row from the top left, are bits (white 1, black 0). Four zeros fill them up to 17 groups of
five bits, each written as one sign. An 18th sign checks them: whoever mistypes one, or swaps two, is told so.
"""

import re

import numpy as np

from xo.images import CATEGORIES, as_image

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L or O, which look like 1 and 0, and no U
ALIKE = str.maketrans("ILO", "110")
AROUND = "[\\s\"'`´‘’‚“”„«»‹›()\\[\\]<>.,;:!]+"  # what a message puts around a code
SIZE, LENGTH = 9, 18


def to_code(image):
    """Write a drawing as a code, such as 00G8H0-M0G2G8-H0G009.

    image: (9, 9), every pixel 1 or -1
    raises: ValueError for another size or a grey pixel
    """
    image = as_image(image)
    if image.shape != (SIZE, SIZE):
        raise ValueError(f"expected 9 by 9 pixels for a code, got {image.shape[0]} by {image.shape[1]}")
    if (abs(image) != 1).any():
        grey = image[abs(image) != 1][0]
        raise ValueError(f"expected only black and white pixels (-1 and 1) for a code, got {grey:g}")
    bits = np.zeros((LENGTH - 1, 5), int)
    bits.flat[: SIZE * SIZE] = image.ravel() > 0
    values = [int(value) for value in bits @ (16, 8, 4, 2, 1)]
    signs = "".join(ALPHABET[value] for value in [*values, _remainder([*values, 0])])
    return "-".join(signs[start : start + 6] for start in range(0, LENGTH, 6))


def from_code(code):
    """Read the drawing (9, 9) that a code stands for. Capitals, dashes, spaces and signs around it do not matter.

    raises: TypeError for anything but text; ValueError that says what is wrong with the code
    """
    if not isinstance(code, str):
        raise TypeError(f"expected a code as text, got {type(code).__name__}")
    bare = re.sub(f"^{AROUND}|{AROUND}$", "", code)
    signs = re.sub(r"[\s\-‐‑‒–—−_]", "", bare).upper().translate(ALIKE)
    strange = [sign for sign in signs if sign not in ALPHABET]
    if strange:
        raise ValueError(f"expected digits and letters (all but U) in a code, got {strange[0]!r}")
    if len(signs) != LENGTH:
        raise ValueError(f"expected a code of {LENGTH} digits and letters, got {len(signs)}")
    values = [ALPHABET.index(sign) for sign in signs]
    bits = [value >> place & 1 for value in values[:-1] for place in (4, 3, 2, 1, 0)]
    if _remainder(values) or any(bits[SIZE * SIZE :]):
        raise ValueError(f"expected a code whose check sign fits, got {code.strip()!r}: look for a slip")
    return np.array(bits[: SIZE * SIZE], float).reshape(SIZE, SIZE) * 2 - 1


def from_codes(text):
    """Read a class's drawings: a line each, the code and its category, as in `X 00G8H0-M0G2G8-H0G009`.

    text: the category (X or O) before or after the code; blank lines do not count
    returns: images (count, 1, 9, 9), categories (count,) as 0 for X and 1 for O
    raises: TypeError for anything but text; ValueError that names every line that cannot be read, and why
    """
    if not isinstance(text, str):
        raise TypeError(f"expected lines of text, got {type(text).__name__}")
    images, categories, reasons = [], [], []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                category, code = _split(line)
                images.append(from_code(code))
                categories.append(CATEGORIES.index(category))
            except ValueError as reason:
                reasons.append(f"line {number}: {reason}")
    if reasons or not images:
        raise ValueError("\n".join(reasons) or "expected lines with a category and a code, got none")
    return np.stack(images)[:, None], np.array(categories)


def _split(line):
    """The category and the code on one line, whichever comes first."""
    # Some editors begin a file with U+FEFF.
    words = [word for word in re.split(r"[\s:;,=\ufeff]+", line) if word] or [""]
    for category, code in ((words[0], words[1:]), (words[-1], words[:-1])):
        if code and category.upper() in CATEGORIES:
            return category.upper(), " ".join(code)
    raise ValueError(f"expected X or O and then a code, got {line.strip()!r}")


def _remainder(values):
    """The code as one number in a field of 32 elements (powers of 2, remainder by 37): 0 for a right code.

    Each place has its own power as its weight, so one wrong value, or any two swapped, cannot leave 0.
    """
    remainder = 0
    for value in values:
        remainder = remainder * 2 ^ value
        if remainder >= 32:
            remainder ^= 37
    return remainder
