"""What of a lesson is in sight: a prediction, the folded part *See* with all that tells its answer, and how it goes on.

A prediction is a cell with `predict(`. After it stands a cell with nothing but a heading `### See`, or `### See` and
some words that tell nothing. JupyterLab and Notebook fold what comes below it, down to the next heading of its level
or above, where the cell's metadata says so; pages and slides fold the same cells. This is the one place that knows.
"""

import re
from typing import NamedTuple

SEE = re.compile(r"### See\b.*")
SEE_LEVEL = 3
FOLDED = "jp-MarkdownHeadingCollapsed"  # JupyterLab's own name for a heading that is folded


class Part(NamedTuple):
    """Neighbouring cells of a lesson."""

    kind: str  # "prediction", "see" (its first cell is the heading) or "go on"
    cells: list


def text_of(cell):
    """A cell's source as one text, read from JSON or by nbformat."""
    return "".join(cell["source"])


def asks(cell):
    """Does this cell ask for a prediction?"""
    return cell["cell_type"] == "code" and bool(re.search(r"^\s*predict\(", text_of(cell), re.MULTILINE))


def is_see(cell):
    """Is this the heading over a folded part?"""
    return cell["cell_type"] == "markdown" and bool(SEE.fullmatch(text_of(cell).strip()))


def heading_level(cell):
    """The level of the highest heading in a cell, as JupyterLab counts it (1 for a title); 0 where there is none."""
    if cell["cell_type"] != "markdown":
        return 0
    words = re.sub(r"^(```|~~~).*?^\1", "", text_of(cell), flags=re.MULTILINE | re.DOTALL)
    return min(map(len, re.findall(r"^ {0,3}(#{1,6})\s", words, re.MULTILINE)), default=0)


def ends_see(cell):
    """Does a folded part end before this cell?"""
    return 0 < heading_level(cell) <= SEE_LEVEL


def split(cells):
    """The cells of a lesson in parts, in order and none left out.

    returns: a list of Part; a prediction reaches from its first question to the heading of what answers it, or
             where none follows (it is answered further on) to the next heading
    """
    parts = []
    for cell in cells:
        before = parts[-1].kind if parts else None
        if is_see(cell):
            kind, new = "see", True
        elif before == "see" and not ends_see(cell):
            kind, new = "see", False
        elif asks(cell) or (before == "prediction" and not ends_see(cell)):
            kind, new = "prediction", before != "prediction"
        else:
            kind, new = "go on", before != "go on"
        if new:
            parts.append(Part(kind, []))
        parts[-1].cells.append(cell)
    return parts


def fold(cell):
    """Fold a cell that is the heading over what tells, and no other."""
    if is_see(cell):
        cell["metadata"][FOLDED] = True
    else:
        cell["metadata"].pop(FOLDED, None)


def in_sight(cells):
    """The cells that show while every folded part is closed: all but those below a heading See."""
    return [cell for part in split(cells) for cell in (part.cells[:1] if part.kind == "see" else part.cells)]
