"""Letters of one width as HTML: as large as the screen allows, sentences wrap, columns stay one below the other."""

import html
import re

ANSI = re.compile(r"\x1b\[[0-9;]*m")
CODE = re.compile(r"^\s*(def|class) ", re.M)
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
NUMBER = re.compile(r"[(\[]?[-−]?\d[\d.,;:/%)\]]*")
NARROW = 36  # signs in a line that fit the narrowest phone
FITS, EASY = 52, 46  # on most phones: in small letters, in larger ones


def printed(text):
    """What a cell printed. Each long sentence is a span, which may wrap; style sheets make letters from --signs."""
    lines = ANSI.sub("", text.rstrip()).split("\n")
    signs, shown = 1, []
    for line, stays in zip(lines, in_columns(lines), strict=True):
        wraps = len(line) > NARROW and not stays
        signs = max(signs, EASY if wraps and len(line) > FITS else len(line))
        shown.append(f"<span>{html.escape(line)}</span>" if wraps else html.escape(line))
    return f'<pre class="out" style="--signs:{signs}" tabindex="0">' + "\n".join(shown) + "</pre>"


def widest(text):
    """The signs in a text's longest line."""
    return max(len(line) for line in text.split("\n"))


def in_columns(lines):
    """Of each line, whether it must stay on one line: in code, and where it and one beside it are rows of a table."""
    if CODE.search("\n".join(lines)):
        return [True] * len(lines)
    rows = [_is_row(line) for line in lines]
    return [row and (before or after) for before, row, after in zip([False, *rows], rows, [*rows[1:], False])]


def _is_row(line):
    """Two gaps, or a number in three words."""
    words = line.split()
    return len(GAP.findall(line)) > 1 or 3 * sum(1 for word in words if NUMBER.fullmatch(word)) > len(words)
