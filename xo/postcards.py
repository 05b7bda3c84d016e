"""Postcards: a 9 by 9 black-and-white drawing is 81 bits, few enough to read aloud as a code of 18 signs.

The pixels, row by row from the top left, are bits (white 1, black 0). Four zeros fill them up to 17 groups of
five bits, each written as one sign. An 18th sign checks them: whoever mistypes one, or swaps two, is told so.
"""

import re
from pathlib import Path
from typing import NamedTuple

import numpy as np

from xo.arguments import as_kind
from xo.images import CATEGORIES, as_image

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L or O, which look like 1 and 0, and no U
ALIKE = str.maketrans("ILO", "110")
AROUND = "[\\s\"'`´‘’‚“”„«»‹›()\\[\\]<>.,;:!]+"  # what a message puts around a code
SIZE, LENGTH = 9, 18
LINK = r"\-‐-―−﹣ー_\\"  # the dashes of all keyboards, and what a chat puts before one
DASH = rf"[\s{LINK}]"  # what may stand between the groups of a code
UNSEEN = "\0\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"  # copied along with a text
AS_TYPED = str.maketrans({**dict.fromkeys(UNSEEN), **{chr(0xFEE0 + sign): chr(sign) for sign in range(33, 127)}})
CODE = re.compile(rf"(?<![0-9A-Za-z])(?:[0-9A-Za-z]{{6}}{DASH}*){{2}}[0-9A-Za-z]{{6}}(?![0-9A-Za-z])")


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
    values = (bits @ (16, 8, 4, 2, 1)).tolist()
    signs = "".join(ALPHABET[value] for value in [*values, _remainder([*values, 0])])
    return "-".join(signs[start : start + 6] for start in range(0, LENGTH, 6))


def from_code(code):
    """Read the drawing (9, 9) that a code stands for. Capitals, dashes, spaces and signs around it do not matter.

    raises: TypeError for anything but text; ValueError that says what is wrong with the code
    """
    if not isinstance(code, str):
        raise TypeError(f"expected a code as text, got {type(code).__name__}")
    bare = re.sub(f"^{AROUND}|{AROUND}$", "", as_typed(code))
    signs = re.sub(DASH, "", bare).upper().translate(ALIKE)
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


def find_drawings(text):
    """The drawings whose codes stand in a text: where each code begins -> its image (9, 9). Damaged ones are left out.

    raises: TypeError for anything but text
    """
    found = _find_codes(as_kind(text, str, "a text with codes in it"))
    return {code.start(): image for code, image in found if not isinstance(image, str)}


def _find_codes(text):
    """Each code in a text with its image, or with a sentence on why it has none. A word beside it is no part of it."""
    found, at = [], 0
    while code := CODE.search(text, at):
        at = code.start() + LENGTH // 3  # the next word: this one may be a name
        if not re.search(r"\d|^[A-Z-]+$", code[0]):  # a code without a digit is a rarity: three words are likelier
            continue
        try:
            image, at = from_code(code[0]), code.end()
        except ValueError as reason:
            image = str(reason)
        if found and found[-1][0].end() > code.start():
            other = found.pop()
            if isinstance(image, str) and _digits(other[0]) >= _digits(code):
                code, image = other
        found.append((code, image))
    return found


def _digits(code):
    return len(re.findall(r"\d", code[0]))


class ClassDrawings(NamedTuple):
    """What a class sent: images (count, 1, 9, 9), categories (count,), and a sentence for each thing to know of it."""

    images: np.ndarray
    categories: np.ndarray
    remarks: list


def read_class(source, categories=CATEGORIES):
    """Read a class's drawings from a text as it comes: a chat, a table, a form. What cannot be read is passed over.

    source: lines of text (or a Path to a file), each with a category and a code, as in `X 00G8H0-M0G2G8-H0G009`; what
            stands around them (a name, a time, a number, a bullet) does not matter
    categories: the names that a drawing may have; counted from 0 in this order
    returns: ClassDrawings; the same drawing twice is kept once, one without ink or with two categories is left out
    raises: TypeError for anything but text; ValueError if no drawing at all can be read, with what was found instead
    """
    for category in as_kind(categories, list | tuple, "categories as a list of names"):
        as_kind(category, str, "categories as a list of names")
    text = decode(source.read_bytes()) if isinstance(source, Path) else source
    if not isinstance(text, str):
        raise TypeError(f"expected lines of text, or a Path to a file, got {type(text).__name__}")
    found, remarks, idle = [], {}, 0
    for number, line in enumerate(as_typed(text).splitlines(), 1):
        read, problem = _read_line(line, categories)
        found += [(number, code, category) for code, category in read]
        remarks |= {number: problem} if problem else {}
        idle += bool(line.strip() and not read and not problem)
    kept = _keep_once(found, remarks)
    told = [f"line {number}: {remark}" for number, remark in sorted(remarks.items())]
    told += [f"{idle} line{'s' * (idle > 1)} without a code and a category: passed over"] if idle else []
    if not kept:
        raise ValueError("\n".join(["expected lines with a category and a code, got none", *told]))
    if len(set(kept.values())) == 1:
        told.append(f"all are called {next(iter(kept.values()))}: a network learns nothing from one category alone")
    images = np.stack([from_code(code) for code in kept])[:, None]
    return ClassDrawings(images, np.array([categories.index(category) for category in kept.values()]), told)


def as_typed(text):
    """A text without the signs that nobody sees, and with those of double width (Ｘ) as usual ones."""
    return text.translate(AS_TYPED)


def decode(content):
    """The text in the bytes of a file, whatever wrote it: UTF-8, Windows' UTF-16, or else Windows' old alphabet.

    raises: ValueError for a spreadsheet and the like
    """
    if content.startswith(b"PK\3\4"):
        raise ValueError("expected a file of text, got a packed one, such as a spreadsheet: save it as CSV or as text")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_line(line, categories):
    """The codes on a line, each with its category; or why there is none, where one seems to be meant."""
    codes = _find_codes(line)
    edges = [0, *(edge for code, _ in codes for edge in code.span()), len(line)]
    around = [re.findall(r"\w+", line[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if not codes:
        meant = re.search(r"\d", line) and any(_find_category(word, categories) for word in around[0])
        return [], f"expected a code of {LENGTH} digits and letters, got {line.strip()!r}" if meant else ""
    read = []
    for (_, image), before, after in zip(codes, around[:-1], around[1:], strict=True):
        nearest = (_find_category(word, categories) for word in (*before[-1:], *after[:1]))
        category = next(filter(None, nearest), None)
        if category is None:
            return read, f"expected {' or '.join(categories)} beside the code, got {line.strip()!r}"
        if isinstance(image, str):
            return read, image
        read.append((to_code(image), category))
    return read, ""


def _find_category(word, categories):
    """The category that a word names, in capitals or not, with the digit 0 for O; or None."""
    named = (category for category in categories if word.casefold() == category.casefold())
    return next(named, "O" if word == "0" and "O" in categories else None)


def _keep_once(found, remarks):
    """Each drawing once, in the order in which they came: code -> category. Adds to `remarks`, line -> what is said."""
    kept, first = {}, {}
    for number, code, category in found:
        ink = from_code(code).mean()
        if abs(ink) == 1:
            remarks[number] = f"the drawing {'is all ink' if ink > 0 else 'has no ink'}: left out"
        elif code not in first:
            kept[code], first[code] = category, number
        elif kept.get(code) == category:
            remarks[number] = f"the same drawing as in line {first[code]}: kept once"
        else:
            kept.pop(code, None)
            remarks[number] = f"this drawing has another name in line {first[code]}: both left out"
    return kept


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
